/* condition-row.h: one system condition in a list: folded its name, the thinking behind it and what changing it gives
 * back; unfolded all its fields and what it is tied to.
 */
#pragma once

#include "app/panel.h"
#include "study/condition.h"

G_BEGIN_DECLS

GtkWidget *tl_condition_row_add (TlPanel *panel, GtkWidget *group, TlCondition *condition);
void tl_condition_row_refresh (GtkWidget *row, TlDocument *document);
TlCondition *tl_condition_row_get (GtkWidget *row);

G_END_DECLS
