/* outline.h: the list of all steps beside the canvas, in the order in which the work goes.
 *
 * It shares the selection with the canvas, and all keys of the canvas act in it: who would rather type than draw
 * works here, and who hears the screen.
 */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE (tl_outline_get_type ())
G_DECLARE_FINAL_TYPE (TlOutline, tl_outline, TL, OUTLINE, GtkWidget)

GtkWidget *tl_outline_new (void);
void tl_outline_set_document (TlOutline *self, TlDocument *document);
void tl_outline_set_canvas (TlOutline *self, TlCanvas *canvas);

G_END_DECLS
