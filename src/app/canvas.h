/* canvas.h: the widget on which a team draws its flow. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS (tl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

/* Property "document": TlDocument, settable from the window. */

GtkWidget *tl_canvas_new (void);
void tl_canvas_set_document (TlCanvas *self, TlDocument *document);
void tl_canvas_set_text_scale (TlCanvas *self, double scale); /* room scale: zooms what is drawn */

/* Actions of the widget class, also for menus and buttons of the window ("canvas.NAME"):
 *  add-step, connect, delete, rename, select-all, zoom-in, zoom-out, zoom-fit, zoom-100,
 *  mark-value, mark-waste, mark-none, times, share, role, raise-failure, toggle-rework
 */

G_END_DECLS
