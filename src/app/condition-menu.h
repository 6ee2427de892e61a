/* condition-menu.h: a small button that offers the study's conditions, and a new one, for something to be tied to. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "app/panel.h"

G_BEGIN_DECLS

void tl_condition_menu_add_group (TlPanel *panel, gpointer target);
void tl_condition_menu_list (TlDocument *document, gpointer target, GPtrArray *items);

G_END_DECLS
