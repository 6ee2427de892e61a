/* tidy.h: where the steps of a flow stand when it is tidy.
 *
 * Work goes from left to right (or from top to bottom) in layers; rework runs backwards; few lines
 * cross; the main way is straight; roles keep to their lanes where the flow shows lanes. What a
 * person placed keeps its order where that costs no or few crossings, and what is tidy already
 * stays where it is. The same flow always gets the same places.
 */
#pragma once

#include "layout/flow-geometry.h"
#include "study/history.h"

G_BEGIN_DECLS

/**
 * TlTidyOptions:
 * @down: work goes from top to bottom; not in lanes, which run from left to right
 * @wrap: a long flow goes on in further rows, so that the whole suits a projector's picture
 * @only: (nullable) (element-type TlStep): the steps to place; %NULL for the whole flow
 */
typedef struct
{
  gboolean down;
  gboolean wrap;
  GPtrArray *only;
} TlTidyOptions;

/**
 * TlTidyPlace:
 * @step: (unowned): a step
 * @x: of its centre, in points at 100 %
 * @y: of its centre, downwards
 */
typedef struct
{
  TlStep *step;
  double x;
  double y;
} TlTidyPlace;

GArray *tl_flow_tidy (TlStudy *study, TlFlow *flow, const TlTidyOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void tl_tidy_apply (TlHistory *history, const GArray *places, const char *name);

G_END_DECLS
