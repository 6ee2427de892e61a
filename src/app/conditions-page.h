/* conditions-page.h: why the system behaves as it does, the thinking that made it so, and what changing it gives back.
 */
#pragma once

#include "app/panel-page.h"
#include "study/condition.h"

G_BEGIN_DECLS

#define TL_TYPE_CONDITIONS_PAGE (tl_conditions_page_get_type ())
G_DECLARE_FINAL_TYPE (TlConditionsPage, tl_conditions_page, TL, CONDITIONS_PAGE, TlPanelPage)

GtkWidget *tl_conditions_page_new (void);
void tl_conditions_page_set_document (TlConditionsPage *self, TlDocument *document);
void tl_conditions_page_show (TlConditionsPage *self, TlCondition *condition);

G_END_DECLS
