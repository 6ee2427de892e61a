/* flow-sift.c: fewer crossings by moving one cell at a time.
 *
 * Each cell goes to the place of its layer where its edges cross the fewest others (sifting:
 * Matuszewski, Schönfeld, Molitor 1999), which finds more than changing neighbours. Where that
 * finds nothing more, a few cells are shaken in one place, sifted again, and kept so if that is no
 * worse. Chance is seeded: the same layers always end the same way.
 */
#include "layout/flow-crossings.h"

#include <string.h>

#define MOST_ROUNDS 40
/* Most cells are joined to few. */
#define FEW 16
/* Layers on each side of the one that was shaken in which cells are sifted. */
#define REACH 1
#define MOST_SHAKEN 20
/* How far a cell looks for a better place, in places. */
#define FARTHEST 300
/* After a shake. */
#define NEAR 24

static void
put (TlLayers *layers, guint layer, guint place, guint cell)
{
  layers->order[layers->start[layer] + place] = cell;
  layers->place[cell] = place;
}

static gboolean
same_lane (const TlLayers *layers, guint first, guint second)
{
  return !layers->many_lanes || tl_cell (layers, first)->lane == tl_cell (layers, second)->lane;
}

/* Moves the cell at @from to @to; those between make room. */
static void
move (TlLayers *layers, guint layer, guint from, guint to)
{
  guint *order = layers->order + layers->start[layer];
  guint cell = order[from];

  for (; from < to; from++)
    put (layers, layer, from, order[from + 1]);
  for (; from > to; from--)
    put (layers, layer, from, order[from - 1]);
  put (layers, layer, to, cell);
}

typedef struct
{
  TlLayers *layers;
  guint farthest;        /* how far a cell looks for a better place, in places */
  gboolean passing_only; /* steps stay */
  guint n_looked;
  gint64 gain; /* crossings saved */
} Sifter;

/* Where the neighbours of one cell stand, so that it is compared with many others quickly. */
typedef struct
{
  guint n_before;
  guint n_after;
  guint before[FEW];
  guint after[FEW];
  gboolean many; /* it has more than that */
} Joined;

static guint
places_joined (const TlLayers *layers, const TlSide *side, guint cell, guint *places)
{
  guint count = side->start[cell + 1] - side->start[cell];

  for (guint i = 0; i < MIN (count, FEW); i++)
    places[i] = layers->place[side->cell[side->start[cell] + i]];
  return count;
}

static void
look_at_joined (const TlLayers *layers, guint cell, Joined *joined)
{
  joined->n_before = places_joined (layers, &layers->before, cell, joined->before);
  joined->n_after = places_joined (layers, &layers->after, cell, joined->after);
  joined->many = joined->n_before > FEW || joined->n_after > FEW;
}

static inline int
gain_on_side (const TlLayers *layers, const TlSide *side, guint first, const guint *places, guint count)
{
  const guint *end = side->cell + side->start[first + 1];
  int gain = 0;

  for (const guint *at = side->cell + side->start[first]; at < end; at++)
    {
      guint place = layers->place[*at];

      for (guint i = 0; i < count; i++)
        gain += (place > places[i]) - (place < places[i]);
    }
  return gain;
}

/* The same as tl_layers_gain_of_swap() of @first and the joined cell. */
static inline int
gain_of_swap (const TlLayers *layers, guint first, guint cell, const Joined *joined)
{
  if (joined->many)
    return tl_layers_gain_of_swap (layers, first, cell);
  return gain_on_side (layers, &layers->before, first, joined->before, joined->n_before)
         + gain_on_side (layers, &layers->after, first, joined->after, joined->n_after);
}

/* Moves the cell at @place to the place with the fewest crossings.
 * Returns: whether that is another */
static gboolean
sift_cell (Sifter *self, guint layer, guint place)
{
  TlLayers *layers = self->layers;
  const guint *order = layers->order + layers->start[layer];
  guint width = layers->start[layer + 1] - layers->start[layer];
  guint cell = order[place], best = place;
  guint end = MIN (width, place + 1 + self->farthest);
  int gain = 0, most = 0;
  Joined joined;

  look_at_joined (layers, cell, &joined);
  for (guint i = place; i-- > 0 && place - i <= self->farthest && same_lane (layers, order[i], cell);)
    {
      gain += gain_of_swap (layers, order[i], cell, &joined);
      self->n_looked++;
      if (gain > most)
        {
          most = gain;
          best = i;
        }
    }
  gain = 0;
  for (guint i = place + 1; i < end && same_lane (layers, order[i], cell); i++)
    {
      gain -= gain_of_swap (layers, order[i], cell, &joined);
      self->n_looked++;
      if (gain > most)
        {
          most = gain;
          best = i;
        }
    }
  if (best != place)
    move (layers, layer, place, best);
  self->gain += most;
  return best != place;
}

static gboolean
sift_layer (Sifter *self, guint layer)
{
  const TlLayers *layers = self->layers;
  guint width = layers->start[layer + 1] - layers->start[layer];
  g_autofree guint *cells = g_memdup2 (layers->order + layers->start[layer], width * sizeof (guint));
  gboolean better = FALSE;

  for (guint i = 0; i < width; i++)
    if (!self->passing_only || tl_cell (layers, cells[i])->node < 0)
      better |= sift_cell (self, layer, layers->place[cells[i]]);
  return better;
}

/* Round after round over the stale layers; where one changes, its neighbours become stale. There is
 * one more in front of @stale and one behind. */
static void
sift_stale (Sifter *self, guint first, guint count, gboolean *stale)
{
  gboolean better = TRUE;

  for (guint round = 0; round < MOST_ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint i = 0; i < count; i++)
        {
          guint at = round % 2 == 0 ? i : count - 1 - i;

          if (!stale[at + 1])
            continue;
          stale[at + 1] = FALSE;
          if (sift_layer (self, first + at))
            better = stale[at] = stale[at + 1] = stale[at + 2] = TRUE;
        }
    }
}

/**
 * tl_layers_sift:
 * @layers: ordered layers
 * @passing_only: whether only cells where edges pass may move
 *
 * Moves cells one at a time as long as that saves crossings. Cells that gain nothing stay.
 */
void
tl_layers_sift (TlLayers *layers, gboolean passing_only)
{
  Sifter sifter = { layers, FARTHEST, passing_only, 0, 0 };
  g_autofree gboolean *stale = g_new (gboolean, layers->n_layers + 2);

  for (guint i = 0; i < layers->n_layers + 2; i++)
    stale[i] = TRUE;
  sift_stale (&sifter, 0, layers->n_layers, stale);
}

/**
 * tl_layers_transpose:
 * @layers: ordered layers
 *
 * Lets neighbours change places as long as that saves crossings.
 */
void
tl_layers_transpose (TlLayers *layers)
{
  gboolean better = TRUE;

  for (guint round = 0; round < MOST_ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint l = 0; l < layers->n_layers; l++)
        for (guint i = layers->start[l]; i + 1 < layers->start[l + 1]; i++)
          {
            guint first = layers->order[i], second = layers->order[i + 1];

            if (!same_lane (layers, first, second) || tl_layers_gain_of_swap (layers, first, second) <= 0)
              continue;
            put (layers, l, i - layers->start[l], second);
            put (layers, l, i + 1 - layers->start[l], first);
            better = TRUE;
          }
    }
}

/* Of the edges on both sides of @layer. */
static guint64
crossings_at (const TlLayers *layers, guint layer)
{
  return (layer > 0 ? tl_layers_crossings_after (layers, layer - 1) : 0) + tl_layers_crossings_after (layers, layer);
}

/* A few neighbours of one layer, in any order. */
static void
mix (TlLayers *layers, guint layer, GRand *rand)
{
  guint width = layers->start[layer + 1] - layers->start[layer];
  guint wanted = (guint) g_rand_int_range (rand, 2, MOST_SHAKEN);
  guint count = MIN (width, wanted);
  guint first = (guint) g_rand_int_range (rand, 0, (int) (width - count + 1));

  for (guint i = first + count - 1; i > first; i--)
    {
      guint j = (guint) g_rand_int_range (rand, (int) first, (int) i + 1);
      guint one = layers->order[layers->start[layer] + i];
      guint other = layers->order[layers->start[layer] + j];

      if (!same_lane (layers, one, other))
        continue;
      put (layers, layer, j, one);
      put (layers, layer, i, other);
    }
}

static void
restore (TlLayers *layers, guint first, guint last, const guint *order)
{
  guint start = layers->start[first];

  memcpy (layers->order + start, order, (layers->start[last + 1] - start) * sizeof (guint));
  for (guint l = first; l <= last; l++)
    for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
      layers->place[layers->order[i]] = i - layers->start[l];
}

/* Returns: how much work it was, in places looked at */
static guint
shake_once (TlLayers *layers, GRand *rand)
{
  guint layer = (guint) g_rand_int_range (rand, 0, (int) layers->n_layers);
  guint first = layer >= REACH ? layer - REACH : 0;
  guint last = MIN (layer + REACH, layers->n_layers - 1);
  guint count = layers->start[last + 1] - layers->start[first];
  gboolean stale[2 * REACH + 3] = { FALSE };
  Sifter sifter = { layers, NEAR, FALSE, 0, 0 };
  g_autofree guint *before = NULL;
  gint64 crossings;

  if (layers->start[layer + 1] - layers->start[layer] < 2)
    return 10;
  crossings = (gint64) crossings_at (layers, layer);
  if (crossings == 0)
    return 10 + count;
  before = g_memdup2 (layers->order + layers->start[first], count * sizeof (guint));
  mix (layers, layer, rand);
  sifter.gain = crossings - (gint64) crossings_at (layers, layer);
  for (guint l = first; l <= last; l++)
    stale[l - first + 1] = TRUE;
  sift_stale (&sifter, first, last - first + 1, stale);
  if (sifter.gain < 0)
    restore (layers, first, last, before);
  return sifter.n_looked + count + 20;
}

/**
 * tl_layers_shake:
 * @layers: ordered and sifted layers
 * @work: about how many places may be looked at
 *
 * Looks for fewer crossings by shaking a few cells at a time.
 */
void
tl_layers_shake (TlLayers *layers, guint64 work)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260401);
  guint64 done = 0;

  while (layers->n_layers > 1 && done < work)
    done += shake_once (layers, rand);
}
