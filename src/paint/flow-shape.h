/* flow-shape.h: rounded boxes, and the outlines of steps and chips, as cairo paths. */
#pragma once

#include <cairo.h>

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

void tl_shape_add_round (cairo_t *cr, const TlBox *box, double radius);
void tl_shape_add_step (cairo_t *cr, const TlBox *box, TlStepKind kind, double grow);
void tl_shape_add_speech (cairo_t *cr, const TlBox *box, double grow);
double tl_shape_step_inset (TlStepKind kind, double off_middle);
double tl_shape_step_margin (TlStepKind kind);

G_END_DECLS
