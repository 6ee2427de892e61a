/* random-study.h: studies of all shapes, the same for the same seed. */
#pragma once

#include "small-study.h"

/**
 * RandomShape:
 * @most_steps: at most so many steps
 * @most_demands: at most so many demand types
 * @tidy: every step leaks, no shares over 100 %, and no step raises more than one demand a visit,
 * so that all can be computed
 */
typedef struct
{
  int most_steps;
  int most_demands;
  gboolean tidy;
} RandomShape;

void small_study_init_random (SmallStudy *self, GRand *rand, const RandomShape *shape);
