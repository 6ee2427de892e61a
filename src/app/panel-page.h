/* panel-page.h: a page of the window with one panel in its middle, and what stands above and below.
 *
 * The panel is built anew when the things on it are others; else its rows are only refreshed, so that
 * typing is never interrupted. The keyboard stays with the thing that it was on.
 */
#pragma once

#include "app/document.h"
#include "app/panel.h"

G_BEGIN_DECLS

#define TL_TYPE_PANEL_PAGE (tl_panel_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlPanelPage, tl_panel_page, TL, PANEL_PAGE, GtkWidget)

/**
 * TlPanelPageClass:
 * @list: adds all items whose coming, going or order asks for another panel
 * @build: makes the panel
 * @refresh: (nullable): shows what has changed beside the panel; called where the page is seen
 */
struct _TlPanelPageClass
{
  GtkWidgetClass parent_class;
  void (*list) (TlPanelPage *self, GPtrArray *items);
  TlPanel *(*build) (TlPanelPage *self);
  void (*refresh) (TlPanelPage *self);
};

TlDocument *tl_panel_page_get_document (TlPanelPage *self);
void tl_panel_page_set_document (TlPanelPage *self, TlDocument *document);
void tl_panel_page_set_above (TlPanelPage *self, GtkWidget *widget);
void tl_panel_page_set_below (TlPanelPage *self, GtkWidget *widget);

void tl_panel_page_mark (GtkWidget *row, gconstpointer thing);
void tl_panel_page_focus (TlPanelPage *self, gconstpointer thing);

G_END_DECLS
