/* flow-step.h: draws one step of a flow. Private to the flow picture. */
#pragma once

#include "paint/flow-brush.h"

G_BEGIN_DECLS

/**
 * TlStepText:
 *
 * The texts of a step, set once and drawn often. Each may be %NULL.
 */
typedef struct
{
  PangoLayout *name;
  PangoLayout *times;
  PangoLayout *role;
  PangoLayout *waste;
  PangoLayout *hours;
  PangoLayout *figure;
} TlStepText;

/* Of the band of colour at a step's left, and between its outline and its text. */
#define TL_STEP_EDGE 11.0
#define TL_STEP_PAD 9.0

double tl_step_text_left (const TlStep *step);
double tl_step_text_width (const TlStep *step);
const char *tl_step_initials (const TlFlowLens *lens, const TlStep *step);
TlStepText *tl_step_text_new (const TlFlowBrush *brush, const TlStep *step) G_GNUC_WARN_UNUSED_RESULT;
void tl_step_text_free (TlStepText *text);

guint64 tl_step_print (const TlFlowBrush *brush, const TlStep *step, gboolean fine);

void tl_step_draw_halo (const TlFlowBrush *brush, const TlStepBox *box);
void tl_step_draw (const TlFlowBrush *brush, const TlStepBox *box, const TlStepText *text);

G_END_DECLS
