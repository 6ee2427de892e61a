/* canvas.h: the widget on which a team draws its flow.
 *
 * What it draws comes from the painters (paint/flow-picture.h), what it changes goes through the
 * document's history. Its actions ("canvas.add-step", …) are listed in canvas-keys.c; menus and
 * buttons of a window may use them.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "app/step-list.h"
#include "layout/flow-geometry.h"
#include "paint/lens.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS (tl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

/* Signals:
 *  "said" (const char *words): something to tell the team, for a toast of the window.
 *  "find": somebody wants to look for something; the bar to type in is the page's.
 *  "view" (gboolean flow_changed): what part of the flow is shown, or how large, is other; with
 *    @flow_changed the flow itself is.
 * Property "minimap" (gboolean): whether a map is wanted where some of the flow is out of sight.
 */

GtkWidget *tl_canvas_new (void);
void tl_canvas_set_document (TlCanvas *self, TlDocument *document);
void tl_canvas_set_text_scale (TlCanvas *self, double scale);
void tl_canvas_zoom_to_fit (TlCanvas *self);
double tl_canvas_get_zoom (TlCanvas *self);
double tl_canvas_get_text_scale (TlCanvas *self);
void tl_canvas_set_corner (TlCanvas *self, double width, double height);
gboolean tl_canvas_get_minimap (TlCanvas *self);
gboolean tl_canvas_is_sharp (TlCanvas *self);
void tl_canvas_reveal (TlCanvas *self, gpointer item);
void tl_canvas_set_covered (TlCanvas *self, double width);
TlStepList *tl_canvas_steps (TlCanvas *self);
void tl_canvas_set_list (TlCanvas *self, GtkWidget *list);
gboolean tl_canvas_take_key (TlCanvas *self, guint key, GdkModifierType state, guint32 time);
void tl_canvas_find_begin (TlCanvas *self);
guint tl_canvas_find (TlCanvas *self, const char *text);
guint tl_canvas_find_next (TlCanvas *self, int by);
void tl_canvas_find_end (TlCanvas *self, gboolean stay);
TlLens tl_canvas_get_lens (TlCanvas *self);
char *tl_canvas_legend_words (TlCanvas *self) G_GNUC_WARN_UNUSED_RESULT;
double tl_canvas_river_width (TlCanvas *self);
gboolean tl_canvas_place_of (TlCanvas *self, gconstpointer step, double *x, double *y);
gboolean tl_canvas_take_letter (TlCanvas *self, guint key);

/* canvas-camera.c: where a flow is presented. */
void tl_canvas_show_selected (TlCanvas *self);

/* canvas-undo.c */
void tl_canvas_undo (TlCanvas *self);
void tl_canvas_redo (TlCanvas *self);
void tl_canvas_set_presented (TlCanvas *self, gboolean presented);
void tl_canvas_look_from (TlCanvas *self, TlPlace centre, double zoom);
void tl_canvas_look_at (TlCanvas *self, TlPlace centre, double zoom);

G_END_DECLS
