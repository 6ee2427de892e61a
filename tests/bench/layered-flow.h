/* layered-flow.h: large flows such as a big service has, the same for the same seed. */
#pragma once

#include "study/study.h"

/**
 * LayeredFlow:
 * @n_steps: how many
 * @width: steps of a layer; work goes from layer to layer
 * @most_back: how many layers back rework goes at most
 * @raised: failure demands that one arrival would raise if nothing came back
 *
 * 1.4 connectors a step, 2 % of them rework, five demand types of which the flow raises two, four
 * roles.
 */
typedef struct
{
  guint n_steps;
  guint width;
  guint most_back;
  double raised;
} LayeredFlow;

TlStudy *layered_flow_make (const LayeredFlow *shape, guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
