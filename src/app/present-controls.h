/* present-controls.h: for who presents with a mouse or a finger: shown while the pointer moves. */
#pragma once

#include "app/slide-stage.h"

G_BEGIN_DECLS

#define TL_TYPE_PRESENT_CONTROLS (tl_present_controls_get_type ())
G_DECLARE_FINAL_TYPE (TlPresentControls, tl_present_controls, TL, PRESENT_CONTROLS, GtkBox)

GtkWidget *tl_present_controls_new (TlPresentation *presentation, TlSlideStage *stage);

G_END_DECLS
