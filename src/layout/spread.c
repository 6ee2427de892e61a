/* spread.c: puts things in a row as near as can be to where they want to be, without overlap. */
#include "layout/spread.h"

/* Neighbours that stand as close as they may and move as one. */
typedef struct
{
  double place;
  double weight;
  guint first;
} Pool;

/**
 * tl_spread:
 * @places: (array length=count) (out caller-allocates): where each goes
 * @wanted: (array length=count): where each would like to be
 * @weights: (array length=count): how much each insists, more than 0
 * @gaps: (array length=count): gaps[i] is the least distance between i − 1 and i; gaps[0] is not
 * read
 * @count: how many there are
 *
 * Keeps the order and minimises the weighted sum of squared distances from what is wanted. This is
 * isotonic regression, solved exactly by pooling adjacent violators (Ayer et al. 1955), in linear
 * time.
 */
void
tl_spread (double *places, const double *wanted, const double *weights, const double *gaps, guint count)
{
  g_autofree Pool *pools = g_new (Pool, count + 1);
  guint n_pools = 0;
  double offset = 0;

  for (guint i = 0; i < count; i++)
    {
      offset += i > 0 ? gaps[i] : 0;
      pools[n_pools++] = (Pool){ wanted[i] - offset, weights[i], i };
      while (n_pools > 1 && pools[n_pools - 2].place > pools[n_pools - 1].place)
        {
          Pool *into = &pools[n_pools - 2];
          const Pool *from = &pools[n_pools - 1];
          double weight = into->weight + from->weight;

          into->place = (into->place * into->weight + from->place * from->weight) / weight;
          into->weight = weight;
          n_pools--;
        }
    }
  offset = 0;
  for (guint i = 0, pool = 0; i < count; i++)
    {
      offset += i > 0 ? gaps[i] : 0;
      if (pool + 1 < n_pools && pools[pool + 1].first <= i)
        pool++;
      places[i] = pools[pool].place + offset;
    }
}
