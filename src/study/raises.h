/* raises.h: a step that causes a failure demand. */
#pragma once

#include "demand.h"
#include "step.h"

G_BEGIN_DECLS

/**
 * TlRaises:
 * @step: the step that causes it
 * @demand: the failure demand that is caused
 * @rate: failure demands for each visit to @step, 0 or more
 */
typedef struct
{
  TlItem item;
  TlStep *step;
  TlDemand *demand;
  double rate;
} TlRaises;

extern const TlItemType tl_raises_type;

G_END_DECLS
