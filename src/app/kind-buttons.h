/* kind-buttons.h: value, failure or not sure, each with its letter and colour, one press each. */
#pragma once

#include <gtk/gtk.h>

#include "study/demand.h"

G_BEGIN_DECLS

#define TL_TYPE_KIND_BUTTONS (tl_kind_buttons_get_type ())
G_DECLARE_FINAL_TYPE (TlKindButtons, tl_kind_buttons, TL, KIND_BUTTONS, GtkBox)

/* Signal "chosen" (int kind): a person has pressed one: a #TlDemandKind. */

GtkWidget *tl_kind_buttons_new (void);
void tl_kind_buttons_set_kind (TlKindButtons *self, int kind);

G_END_DECLS
