#include "analysis/wilson.h"

#include <math.h>

/* Of the normal distribution, for 95 % in the middle. */
#define Z 1.959963984540054

/**
 * tl_wilson_interval:
 * @hits: how many of them are so, 0..@n
 * @n: how many were counted
 *
 * Returns: where the share lies with 95 % confidence, within 0..1
 */
TlInterval
tl_wilson_interval (double hits, double n)
{
  double share = hits / n;
  double weight = 1 + Z * Z / n;
  double centre = (share + Z * Z / (2 * n)) / weight;
  double reach = Z * sqrt (share * (1 - share) / n + Z * Z / (4 * n * n)) / weight;

  if (!(n > 0))
    return (TlInterval){ (double) NAN, (double) NAN };
  /* At the ends the formula is exact, its rounding is not. */
  return (TlInterval){ hits <= 0 ? 0 : MAX (centre - reach, 0), hits >= n ? 1 : MIN (centre + reach, 1) };
}
