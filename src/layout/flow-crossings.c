/* flow-crossings.c: how many edges cross between ordered layers. */
#include "layout/flow-crossings.h"

/* Most cells are joined to few. */
#define FEW 16
/* Up to so many pairs of edges are compared one by one. */
#define MOST_PAIRS 2048

static void
sort_few (guint *places, guint count)
{
  for (guint i = 1; i < count; i++)
    {
      guint place = places[i], j = i;

      for (; j > 0 && places[j - 1] > place; j--)
        places[j] = places[j - 1];
      places[j] = place;
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* The sum over a binary indexed tree of the places up to @place. */
static guint
sum_up_to (const guint *tree, guint place)
{
  guint sum = 0;

  for (guint at = place + 1; at > 0; at -= at & -at)
    sum += tree[at];
  return sum;
}

/**
 * tl_layers_crossings_after:
 * @layers: ordered layers
 * @layer: one of them
 *
 * Counts with a binary indexed tree (Barth, Jünger, Mutzel 2002).
 *
 * Returns: how many pairs of edges cross between it and the next
 */
guint64
tl_layers_crossings_after (const TlLayers *layers, guint layer)
{
  guint stack[FEW], n_seen = 0;
  guint width = layer + 1 < layers->n_layers ? layers->start[layer + 2] - layers->start[layer + 1] : 0;
  g_autofree guint *tree = g_new0 (guint, width + 1);
  guint64 crossings = 0;

  for (guint i = layers->start[layer]; i < layers->start[layer + 1] && width > 0; i++)
    {
      guint cell = layers->order[i];
      guint first = layers->after.start[cell];
      guint count = layers->after.start[cell + 1] - first;
      g_autofree guint *many = count > FEW ? g_new (guint, count) : NULL;
      guint *places = many != NULL ? many : stack;

      for (guint k = 0; k < count; k++)
        places[k] = layers->place[layers->after.cell[first + k]];
      if (count > FEW)
        qsort (places, count, sizeof (guint), compare_places);
      else
        sort_few (places, count);
      for (guint k = 0; k < count; k++)
        crossings += n_seen - sum_up_to (tree, places[k]);
      for (guint k = 0; k < count; k++)
        for (guint at = places[k] + 1; at <= width; at += at & -at)
          tree[at]++;
      n_seen += count;
    }
  return crossings;
}

/**
 * tl_layers_crossings:
 * @layers: ordered layers
 *
 * Returns: how many pairs of edges cross, in all
 */
guint64
tl_layers_crossings (const TlLayers *layers)
{
  guint64 sum = 0;

  for (guint l = 0; l + 1 < layers->n_layers; l++)
    sum += tl_layers_crossings_after (layers, l);
  return sum;
}

/* How many more pairs of @first's and @second's edges on one side cross while @first stands before
 * @second than the other way round. */
static int
gain_one_by_one (const TlLayers *layers, const TlSide *side, guint first, guint second)
{
  int gain = 0;

  for (guint i = side->start[first]; i < side->start[first + 1]; i++)
    {
      guint place = layers->place[side->cell[i]];

      for (guint j = side->start[second]; j < side->start[second + 1]; j++)
        {
          guint other = layers->place[side->cell[j]];

          gain += (place > other) - (place < other);
        }
    }
  return gain;
}

static guint *
sorted_places (const TlLayers *layers, const TlSide *side, guint cell)
{
  guint first = side->start[cell], count = side->start[cell + 1] - first;
  guint *places = g_new (guint, count + 1);

  for (guint i = 0; i < count; i++)
    places[i] = layers->place[side->cell[first + i]];
  qsort (places, count, sizeof (guint), compare_places);
  return places;
}

/* The same for cells that are joined to very many: both sorted, then merged. */
static int
gain_by_merging (const TlLayers *layers, const TlSide *side, guint first, guint second)
{
  guint n_first = side->start[first + 1] - side->start[first];
  guint n_second = side->start[second + 1] - side->start[second];
  g_autofree guint *one = sorted_places (layers, side, first);
  g_autofree guint *other = sorted_places (layers, side, second);
  guint less = 0, not_more = 0;
  int gain = 0;

  for (guint i = 0; i < n_first; i++)
    {
      while (less < n_second && other[less] < one[i])
        less++;
      while (not_more < n_second && other[not_more] <= one[i])
        not_more++;
      gain += (int) less - (int) (n_second - not_more);
    }
  return gain;
}

static int
gain_on_side (const TlLayers *layers, const TlSide *side, guint first, guint second)
{
  guint64 pairs
      = (guint64) (side->start[first + 1] - side->start[first]) * (side->start[second + 1] - side->start[second]);

  return pairs <= MOST_PAIRS ? gain_one_by_one (layers, side, first, second)
                             : gain_by_merging (layers, side, first, second);
}

/**
 * tl_layers_gain_of_swap:
 * @layers: ordered layers
 * @first: a cell
 * @second: the next of its layer
 *
 * Returns: how many crossings less there would be if the two changed places
 */
TlGain
tl_layers_gain_of_swap (const TlLayers *layers, guint first, guint second)
{
  return (TlGain){ gain_on_side (layers, &layers->before, first, second),
                   gain_on_side (layers, &layers->after, first, second) };
}
