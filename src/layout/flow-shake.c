/* flow-shake.c: fewer crossings where moving one cell finds nothing more.
 *
 * A few cells of one layer are mixed; those and what they are joined to look for better places again, then what is
 * joined to what moved, and so on. It is kept so if that is no worse. Chance is seeded: the same layers always end
 * the same way.
 */
#include "layout/flow-crossings.h"

#include <string.h>

/* Layers on each side of the one that was shaken in which cells may move. */
#define REACH 3
#define MOST_SHAKEN 10
/* How far a cell looks for a better place, in places. */
#define NEAR 24
/* What a shake costs beside the places it looks at, in such. */
#define WORK_A_SHAKE 20

/* A cell that has moved, and where it was. */
typedef struct
{
  guint cell;
  guint from;
} Moved;

typedef struct
{
  TlLayers *layers;
  GRand *rand;
  gboolean passing_only; /* steps stay */
  gint64 *crossings;     /* after each layer; the first is before all */
  gint64 *saved;         /* of those, by this shake */
  guint *queue;          /* a ring of cells that look for a better place */
  guint n_queued;
  guint next;
  gboolean *queued;
  GArray *moved;
  guint first; /* layers in which they may move */
  guint last;
  guint64 looked;
} Shaker;

static gboolean
may_move (const Shaker *self, guint cell)
{
  return !self->passing_only || tl_cell (self->layers, cell)->node < 0;
}

static void
enqueue (Shaker *self, guint cell)
{
  guint layer = tl_cell (self->layers, cell)->layer;
  guint size = self->layers->cells->len;

  if (self->queued[cell] || !may_move (self, cell) || layer < self->first || layer > self->last)
    return;
  self->queued[cell] = TRUE;
  self->queue[(self->next + self->n_queued++) % size] = cell;
}

static guint
dequeue (Shaker *self)
{
  guint cell = self->queue[self->next];

  self->next = (self->next + 1) % self->layers->cells->len;
  self->n_queued--;
  self->queued[cell] = FALSE;
  return cell;
}

static void
enqueue_joined (Shaker *self, const TlSide *side, guint cell)
{
  for (guint i = side->start[cell]; i < side->start[cell + 1]; i++)
    enqueue (self, side->cell[i]);
}

static void
save (Shaker *self, guint layer, TlGain gain)
{
  self->saved[layer] += gain.before;
  self->saved[layer + 1] += gain.after;
}

/* Mixing: what the cell at @at passes on its way to @to, before it. */
static void
move_up (Shaker *self, guint layer, guint at, guint to)
{
  TlLayers *layers = self->layers;
  const guint *order = layers->order + layers->start[layer];
  Moved moved = { order[at], at };

  for (; at > to && tl_layers_same_lane (layers, order[at - 1], moved.cell); at--)
    save (self, layer, tl_layers_gain_of_swap (layers, order[at - 1], moved.cell));
  tl_layers_move (layers, moved.cell, at);
  g_array_append_val (self->moved, moved);
}

/* A few neighbours, those of one lane in any order. Each goes to any place between the first and its own. */
static void
mix (Shaker *self, guint layer)
{
  const TlLayers *layers = self->layers;
  guint width = layers->start[layer + 1] - layers->start[layer];
  guint wanted = (guint) g_rand_int_range (self->rand, 2, MOST_SHAKEN);
  guint count = MIN (width, wanted);
  guint first = (guint) g_rand_int_range (self->rand, 0, (int) (width - count + 1));
  const guint *order = layers->order + layers->start[layer];

  for (guint i = first + 1; i < first + count; i++)
    if (may_move (self, order[i]))
      move_up (self, layer, i, (guint) g_rand_int_range (self->rand, (int) first, (int) i + 1));
  for (guint i = first; i < first + count; i++)
    enqueue_joined (self, &layers->before, order[i]);
  for (guint i = first; i < first + count; i++)
    enqueue (self, order[i]);
  for (guint i = first; i < first + count; i++)
    enqueue_joined (self, &layers->after, order[i]);
  self->looked += count;
}

static void
settle (Shaker *self)
{
  while (self->n_queued > 0)
    {
      guint cell = dequeue (self);
      Moved moved = { cell, self->layers->place[cell] };
      TlGain gain;

      if (!tl_layers_sift_cell (self->layers, cell, NEAR, &self->looked, &gain))
        continue;
      g_array_append_val (self->moved, moved);
      save (self, tl_cell (self->layers, cell)->layer, gain);
      enqueue_joined (self, &self->layers->before, cell);
      enqueue_joined (self, &self->layers->after, cell);
    }
}

static void
take_back (Shaker *self)
{
  for (guint i = self->moved->len; i-- > 0;)
    {
      const Moved *moved = &g_array_index (self->moved, Moved, i);

      tl_layers_move (self->layers, moved->cell, moved->from);
    }
}

/* Returns: how many crossings less there are than before */
static gint64
shake_once (Shaker *self, guint layer)
{
  const TlLayers *layers = self->layers;
  gint64 saved = 0;

  self->first = layer >= REACH ? layer - REACH : 0;
  self->last = MIN (layer + REACH, layers->n_layers - 1);
  g_array_set_size (self->moved, 0);
  memset (self->saved + self->first, 0, (self->last - self->first + 2) * sizeof (gint64));
  mix (self, layer);
  settle (self);
  for (guint l = self->first; l <= self->last + 1; l++)
    saved += self->saved[l];
  if (saved < 0)
    {
      take_back (self);
      return 0;
    }
  for (guint l = self->first; l <= self->last + 1; l++)
    self->crossings[l] -= self->saved[l];
  return saved;
}

/* Where nothing crosses there is nothing to save. */
static gboolean
is_worth_it (const Shaker *self, guint layer)
{
  const TlLayers *layers = self->layers;

  return layers->start[layer + 1] - layers->start[layer] > 1 && self->crossings[layer] + self->crossings[layer + 1] > 0;
}

/**
 * tl_layers_shake:
 * @layers: ordered and sifted layers
 * @work: about how many places may be looked at
 * @passing_only: whether only cells where edges pass may move
 *
 * Looks for fewer crossings by shaking a few cells at a time.
 */
void
tl_layers_shake (TlLayers *layers, guint64 work, gboolean passing_only)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260401);
  g_autofree gint64 *crossings = g_new0 (gint64, layers->n_layers + 1);
  g_autofree gint64 *saved = g_new0 (gint64, layers->n_layers + 1);
  g_autofree guint *queue = g_new (guint, layers->cells->len + 1);
  g_autofree gboolean *queued = g_new0 (gboolean, layers->cells->len + 1);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (Moved));
  Shaker shaker = { layers, rand, passing_only, crossings, saved, queue, 0, 0, queued, moved, 0, 0, 0 };
  gint64 left = 0;

  for (guint l = 0; l + 1 < layers->n_layers; l++)
    left += crossings[l + 1] = (gint64) tl_layers_crossings_after (layers, l);
  while (left > 0 && shaker.looked < work)
    {
      guint layer = (guint) g_rand_int_range (rand, 0, (int) layers->n_layers);

      shaker.looked += WORK_A_SHAKE;
      if (is_worth_it (&shaker, layer))
        left -= shake_once (&shaker, layer);
    }
}
