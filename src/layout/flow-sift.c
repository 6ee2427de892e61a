/* flow-sift.c: fewer crossings by moving one cell at a time.
 *
 * Each cell goes to the place of its layer where its edges cross the fewest others (sifting:
 * Matuszewski, Schönfeld, Molitor 1999), which finds more than changing neighbours.
 */
#include "layout/flow-crossings.h"

#define MOST_ROUNDS 40
/* Most cells are joined to few. */
#define FEW 16
/* How far a cell looks for a better place, in places. */
#define FARTHEST 300
/* A cell that would cost so many crossings more on its way looks no farther: it hardly ever finds a better place
 * behind. */
#define MOST_LOST 3
/* What a cell costs before it looks at any place, in places. */
#define WORK_A_CELL 4

static void
put (TlLayers *layers, guint layer, guint place, guint cell)
{
  layers->order[layers->start[layer] + place] = cell;
  layers->place[cell] = place;
}

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

/* What would be saved on each side if @first, one of those that the joined cell passes, and it changed places. */
static inline void
add_gain (const TlLayers *layers, guint first, guint cell, const Joined *joined, int sign, TlGain *gain)
{
  if (joined->many)
    {
      TlGain one = tl_layers_gain_of_swap (layers, first, cell);

      gain->before += sign * one.before;
      gain->after += sign * one.after;
      return;
    }
  gain->before += sign * gain_on_side (layers, &layers->before, first, joined->before, joined->n_before);
  gain->after += sign * gain_on_side (layers, &layers->after, first, joined->after, joined->n_after);
}

/* Looks for a better place among the next @most of its layer, up (@way −1) or down (1).
 * Returns: at how many it has looked */
static inline guint
look_along (const TlLayers *layers, guint cell, const Joined *joined, int way, guint most, guint *best, TlGain *gain)
{
  const guint *order = layers->order + layers->start[tl_cell (layers, cell)->layer];
  guint at = layers->place[cell], count;
  TlGain so_far = { 0, 0 };

  for (count = 0; count < most; count++)
    {
      at += (guint) way;
      if (!tl_layers_same_lane (layers, order[at], cell))
        break;
      add_gain (layers, order[at], cell, joined, -way, &so_far);
      if (tl_gain (so_far) > tl_gain (*gain))
        {
          *gain = so_far;
          *best = at;
        }
      else if (tl_gain (so_far) < -MOST_LOST)
        break;
    }
  return count;
}

/**
 * tl_layers_sift_cell:
 * @layers: ordered layers
 * @cell: a cell
 * @farthest: how far it looks for a better place, in places
 * @looked: (inout): gets more by how many places were looked at
 * @gain: (out): crossings saved
 *
 * Moves the cell to the place of its layer and lane with the fewest crossings.
 *
 * Returns: whether that is another
 */
gboolean
tl_layers_sift_cell (TlLayers *layers, guint cell, guint farthest, guint64 *looked, TlGain *gain)
{
  guint layer = tl_cell (layers, cell)->layer, place = layers->place[cell], best = place;
  guint width = layers->start[layer + 1] - layers->start[layer];
  Joined joined;

  *gain = (TlGain){ 0, 0 };
  look_at_joined (layers, cell, &joined);
  *looked += look_along (layers, cell, &joined, -1, MIN (place, farthest), &best, gain);
  *looked += look_along (layers, cell, &joined, 1, MIN (width - 1 - place, farthest), &best, gain);
  *looked += WORK_A_CELL;
  if (best == place)
    return FALSE;
  tl_layers_move (layers, cell, best);
  return TRUE;
}

static gboolean
sift_layer (TlLayers *layers, guint layer, gboolean passing_only)
{
  guint width = layers->start[layer + 1] - layers->start[layer];
  g_autofree guint *cells = g_memdup2 (layers->order + layers->start[layer], width * sizeof (guint));
  gboolean better = FALSE;
  guint64 looked = 0;
  TlGain gain;

  for (guint i = 0; i < width; i++)
    if (!passing_only || tl_cell (layers, cells[i])->node < 0)
      better |= tl_layers_sift_cell (layers, cells[i], FARTHEST, &looked, &gain);
  return better;
}

/* There is one layer more in front of those and one behind. */
static gboolean *
all_stale (const TlLayers *layers)
{
  gboolean *stale = g_new (gboolean, layers->n_layers + 2);

  for (guint l = 0; l < layers->n_layers + 2; l++)
    stale[l] = TRUE;
  return stale;
}

/* Returns: whether @layer or one beside it has changed since this was asked last, or is to be looked at first */
static gboolean
take_stale (gboolean *stale, guint layer)
{
  gboolean was = stale[layer + 1];

  stale[layer + 1] = FALSE;
  return was;
}

static void
make_stale (gboolean *stale, guint layer)
{
  stale[layer] = stale[layer + 1] = stale[layer + 2] = TRUE;
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
  g_autofree gboolean *stale = all_stale (layers);
  gboolean better = TRUE;

  for (guint round = 0; round < MOST_ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint i = 0; i < layers->n_layers; i++)
        {
          guint layer = round % 2 == 0 ? i : layers->n_layers - 1 - i;

          if (!take_stale (stale, layer) || !sift_layer (layers, layer, passing_only))
            continue;
          make_stale (stale, layer);
          better = TRUE;
        }
    }
}

/* Returns: whether neighbours in @layer have changed places */
static gboolean
transpose_layer (TlLayers *layers, guint layer)
{
  guint start = layers->start[layer], width = layers->start[layer + 1] - start;
  gboolean better = FALSE;
  Joined joined;

  if (width > 1)
    look_at_joined (layers, layers->order[start], &joined);
  for (guint i = 0; i + 1 < width; i++)
    {
      guint first = layers->order[start + i], second = layers->order[start + i + 1];
      TlGain gain = { 0, 0 };

      if (tl_layers_same_lane (layers, first, second))
        add_gain (layers, second, first, &joined, -1, &gain);
      if (tl_gain (gain) <= 0)
        {
          look_at_joined (layers, second, &joined);
          continue;
        }
      put (layers, layer, i, second);
      put (layers, layer, i + 1, first);
      better = TRUE;
    }
  return better;
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
  g_autofree gboolean *stale = all_stale (layers);
  gboolean better = TRUE;

  for (guint round = 0; round < MOST_ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint l = 0; l < layers->n_layers; l++)
        if (take_stale (stale, l) && transpose_layer (layers, l))
          {
            make_stale (stale, l);
            better = TRUE;
          }
    }
}
