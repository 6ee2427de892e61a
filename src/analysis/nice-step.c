#include "analysis/nice-step.h"

#include <math.h>

/**
 * tl_nice_step:
 * @least: more than 0
 *
 * Returns: the least step of 1, 2 or 5 times a power of ten that is no smaller than @least
 */
double
tl_nice_step (double least)
{
  double power = pow (10, floor (log10 (least)));
  double digit = least / power;

  if (digit <= 1 + 1e-9)
    return power;
  if (digit <= 2 + 1e-9)
    return 2 * power;
  return (digit <= 5 + 1e-9 ? 5 : 10) * power;
}
