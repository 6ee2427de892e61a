/* class-buttons.h: value, waste, or not yet judged, of one or several steps. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CLASS_BUTTONS (tl_class_buttons_get_type ())
G_DECLARE_FINAL_TYPE (TlClassButtons, tl_class_buttons, TL, CLASS_BUTTONS, GtkBox)

GtkWidget *tl_class_buttons_new (TlHistory *history, GPtrArray *steps);
void tl_class_buttons_refresh (TlClassButtons *self);

G_END_DECLS
