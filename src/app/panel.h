/* panel.h: a column of groups of rows in the inspector, all of which show the study as it is.
 *
 * A panel is built for the items that it shows and built anew when those are others; while they stay
 * the same its rows are only refreshed, so that typing is never interrupted.
 */
#pragma once

#include <adwaita.h>

#include "app/document.h"
#include "app/field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_PANEL (tl_panel_get_type ())
G_DECLARE_FINAL_TYPE (TlPanel, tl_panel, TL, PANEL, GtkBox)

TlPanel *tl_panel_new (TlDocument *document);
TlDocument *tl_panel_get_document (TlPanel *self);
TlHistory *tl_panel_get_history (TlPanel *self);
void tl_panel_refresh (TlPanel *self);
/* Called by tl_panel_refresh() after the rows were refreshed, with @data. */
typedef void (*TlPanelRefresh) (TlPanel *self, gpointer data);
void tl_panel_on_refresh (TlPanel *self, TlPanelRefresh refresh, gpointer data, GDestroyNotify destroy);

void tl_panel_add_heading (TlPanel *self, const char *heading);
GtkWidget *tl_panel_add_group (TlPanel *self, const char *title, const char *description);
void tl_panel_add_row (GtkWidget *parent, GtkWidget *row);

/* Each adds a row to @parent, a group or an expander, and returns it (transfer none). */
GtkWidget *
tl_panel_add_entry (TlPanel *self, GtkWidget *parent, const char *title, TlEntryFormat format, TlLiveEdit *edit);
GtkWidget *tl_panel_add_field (TlPanel *self,
                               GtkWidget *parent,
                               const char *title,
                               TlEntryFormat format,
                               gpointer item,
                               const char *field,
                               const char *name);
GtkWidget *tl_panel_add_field_of_all (TlPanel *self,
                                      GtkWidget *parent,
                                      const char *title,
                                      TlEntryFormat format,
                                      GPtrArray *items,
                                      const char *field,
                                      const char *name);
GtkWidget *tl_panel_add_notes (TlPanel *self, GtkWidget *parent, gpointer item);
GtkWidget *tl_panel_add_text (TlPanel *self, GtkWidget *parent, const char *title, TlLiveEdit *edit);
GtkWidget *tl_panel_add_choice (TlPanel *self,
                                GtkWidget *parent,
                                const char *title,
                                GPtrArray *items,
                                const char *field,
                                const char *name);
GtkWidget *tl_panel_add_choice_row (TlPanel *self, GtkWidget *parent, GtkWidget *row);
void tl_panel_set_first (TlPanel *self, GtkWidget *row);
void tl_panel_focus_first (TlPanel *self);
void tl_panel_add_delete (TlPanel *self, const char *label, GPtrArray *items);
GtkWidget *tl_panel_delete_button (TlPanel *self, const char *tip, gpointer item);
GPtrArray *tl_panel_one (gpointer item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
