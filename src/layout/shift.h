/* shift.h: how far a step has to go. */
#pragma once

#include "study/step.h"

G_BEGIN_DECLS

/**
 * TlShift:
 * @step: a step that moves
 * @dx: how far it goes to the right, in points at 100 %
 * @dy: how far it goes down
 */
typedef struct
{
  TlStep *step;
  double dx;
  double dy;
} TlShift;

G_END_DECLS
