/* flow-queue.c: in which order parts of routes that run along one another stand side by side.
 *
 * Of two edges that need not cross, one order of their parts saves two crossings; two that must
 * cross do so once in either order. So parts that stand alone can always be ordered without a needless
 * crossing: those that lead down by how high they begin, those that lead up the other way round.
 * Branches of one dock are kept on one line, as a tree; only where that costs crossings does a
 * tree part in two, up and down, or into its branches.
 */
#include "layout/flow-queue.h"

#include <math.h>
#include <string.h>

/* Two lines on one another are worse than lines that cross. */
#define COST_OVERLAP 4
#define MOST_ROUNDS 20

/* Parts side by side that share a track. */
typedef struct
{
  guint first;
  guint count;
  gboolean whole; /* to part it saves nothing */
} Row;

typedef struct
{
  TlPart **parts;
  guint n_parts;
  Row *rows;
  guint n_rows;
  guint *order; /* rows, as they stand */
  int *costs;   /* costs[a * n_parts + b]: what it costs that row a stands before row b */
  int *least;   /* of the same: what it would cost if each part could stand by itself */
} Queue;

static gboolean
within (double at, const TlPart *part)
{
  return at > part->low && at < part->high;
}

static gboolean
meet_at (double a, double b)
{
  return fabs (a - b) < 4;
}

/* Where @a, on the smaller side, goes on towards @b at the height at which @b came from towards @a.
 */
static int
overlaps (const TlPart *a, const TlPart *b)
{
  return (a->low_turn > 0 && b->low_turn < 0 && meet_at (a->low, b->low))
         + (a->low_turn > 0 && b->high_turn < 0 && meet_at (a->low, b->high))
         + (a->high_turn > 0 && b->low_turn < 0 && meet_at (a->high, b->low))
         + (a->high_turn > 0 && b->high_turn < 0 && meet_at (a->high, b->high));
}

static gboolean
same_end (double a, double b)
{
  return fabs (a - b) < 0.01;
}

/* Both turn in one gap, to the same side: those cross that are turned by it. */
static int
turned (const TlPart *a, const TlPart *b)
{
  return (same_end (a->low, b->low) && a->low_turn == b->low_turn && a->low_far > b->low_far + 0.5)
         + (same_end (a->high, b->high) && a->high_turn == b->high_turn && a->high_far > b->high_far + 0.5);
}

/* Crossings if @a runs on the smaller side of @b. */
static int
crossings (const TlPart *a, const TlPart *b)
{
  return (a->low_turn > 0 && within (a->low, b)) + (a->high_turn > 0 && within (a->high, b))
         + (b->low_turn < 0 && within (b->low, a)) + (b->high_turn < 0 && within (b->high, a))
         + COST_OVERLAP * overlaps (a, b) + turned (a, b);
}

static void
compare_rows_costs (Queue *self, guint a, guint b)
{
  const Row *one = &self->rows[a], *other = &self->rows[b];
  int before = 0, after = 0, least = 0;

  for (guint i = one->first; i < one->first + one->count; i++)
    for (guint j = other->first; j < other->first + other->count; j++)
      if (tl_parts_run_together (self->parts[i], self->parts[j]))
        {
          int forth = crossings (self->parts[i], self->parts[j]);
          int back = crossings (self->parts[j], self->parts[i]);

          before += forth;
          after += back;
          least += MIN (forth, back);
        }
  self->costs[a * self->n_parts + b] = before;
  self->costs[b * self->n_parts + a] = after;
  self->least[a * self->n_parts + b] = self->least[b * self->n_parts + a] = least;
}

static void
find_costs (Queue *self, guint row)
{
  for (guint other = 0; other < self->n_rows; other++)
    if (other != row)
      compare_rows_costs (self, row, other);
}

static int
cost (const Queue *self, guint before, guint after)
{
  return self->costs[before * self->n_parts + after];
}

static void
move_row (Queue *self, guint from, guint to)
{
  guint row = self->order[from];

  if (from < to)
    memmove (self->order + from, self->order + from + 1, (to - from) * sizeof (guint));
  else
    memmove (self->order + to + 1, self->order + to, (from - to) * sizeof (guint));
  self->order[to] = row;
}

/* What is known of a row while rows are put in order. */
typedef struct
{
  int gain;       /* what it saves to stand before all that are left, less what it saves to stand behind */
  guint n_before; /* of those that are left, how many had better stand before it */
  guint n_after;
  gboolean taken;
} Standing;

static int
preference (const Queue *self, guint before, guint after)
{
  return cost (self, after, before) - cost (self, before, after);
}

static void
take_row (const Queue *self, Standing *standings, guint row)
{
  standings[row].taken = TRUE;
  for (guint other = 0; other < self->n_rows; other++)
    {
      int gain = preference (self, other, row);

      standings[other].gain -= gain;
      standings[other].n_after -= gain > 0;
      standings[other].n_before -= gain < 0;
    }
}

/* Returns: the place of a row behind which nothing needs to stand, or before which nothing; if there
 * is none, of the one that gains most by being first */
static guint
next_to_take (const Queue *self, const Standing *standings, const guint *rows, gboolean *last)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const Standing *one = &standings[rows[i]];

      *last = one->n_after == 0 && one->n_before > 0;
      if (!one->taken && (one->n_before == 0 || *last))
        return i;
      if (!one->taken && (best == G_MAXUINT || one->gain > standings[rows[best]].gain))
        best = i;
    }
  *last = FALSE;
  return best;
}

/* Each row before those that it had better stand before, if there is such an order, or nearly
 * (Eades, Lin, Smyth 1993). */
static void
put_in_order (Queue *self)
{
  g_autofree guint *rows = g_memdup2 (self->order, self->n_rows * sizeof (guint));
  g_autofree Standing *standings = g_new0 (Standing, self->n_rows);
  guint low = 0, high = self->n_rows;

  for (guint row = 0; row < self->n_rows; row++)
    for (guint other = 0; other < self->n_rows; other++)
      {
        int gain = row == other ? 0 : preference (self, row, other);

        standings[row].gain += gain;
        standings[row].n_after += gain > 0;
        standings[row].n_before += gain < 0;
      }
  while (low < high)
    {
      gboolean last;
      guint row = rows[next_to_take (self, standings, rows, &last)];

      self->order[last ? --high : low++] = row;
      take_row (self, standings, row);
    }
}

/* Moves the row at @place to where it costs least.
 *
 * Returns: how much that saves */
static int
sift_row (Queue *self, guint place)
{
  guint row = self->order[place], best = place;
  int gain = 0, most = 0;

  for (guint i = place; i-- > 0;)
    {
      gain += cost (self, self->order[i], row) - cost (self, row, self->order[i]);
      if (gain > most)
        {
          most = gain;
          best = i;
        }
    }
  gain = 0;
  for (guint i = place + 1; i < self->n_rows; i++)
    {
      gain += cost (self, row, self->order[i]) - cost (self, self->order[i], row);
      if (gain > most)
        {
          most = gain;
          best = i;
        }
    }
  move_row (self, place, best);
  return most;
}

static guint
place_of (const Queue *self, guint row)
{
  guint place = 0;

  while (self->order[place] != row)
    place++;
  return place;
}

/* Returns: how much was saved */
static int
sift_all (Queue *self)
{
  int all = 0, saved = 1;

  for (guint round = 0; round < MOST_ROUNDS && saved > 0; round++)
    {
      saved = 0;
      for (guint row = 0; row < self->n_rows; row++)
        saved += sift_row (self, place_of (self, row));
      all += saved;
    }
  return all;
}

/* What leads on to the same side as it came, or both up and down, stands between what leads down
 * and what leads up. */
static int
leaning (const TlPart *part)
{
  return (part->low_turn > part->high_turn) - (part->low_turn < part->high_turn);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Queue *self = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  const TlPart *first = self->parts[self->rows[one].first];
  const TlPart *second = self->parts[self->rows[other].first];
  int lean = leaning (first);

  if (lean != leaning (second))
    return lean - leaning (second);
  if (first->low < second->low || first->low > second->low)
    return (first->low < second->low) == (lean > 0) ? -1 : 1;
  if (first->high < second->high || first->high > second->high)
    return (first->high < second->high) == (lean > 0) ? -1 : 1;
  return one < other ? -1 : 1;
}

/* How much more @row costs where it stands than its parts would one by one. */
static int
regret (const Queue *self, guint row)
{
  int sum = 0;
  gboolean before = TRUE;

  for (guint i = 0; i < self->n_rows; i++)
    {
      guint other = self->order[i];

      if (other == row)
        before = FALSE;
      else
        sum += (before ? cost (self, other, row) : cost (self, row, other)) - self->least[other * self->n_parts + row];
    }
  return sum;
}

/* The row that it would be best to part; or G_MAXUINT. */
static guint
worst_row (const Queue *self)
{
  guint worst = G_MAXUINT;
  int most = 0;

  for (guint row = 0; row < self->n_rows; row++)
    if (self->rows[row].count > 1 && !self->rows[row].whole && regret (self, row) > most)
      {
        worst = row;
        most = regret (self, row);
      }
  return worst;
}

/* How many parts of @row turn as the first one does; if all do, one. */
static guint
where_to_part (const Queue *self, const Row *row)
{
  const TlPart *first = self->parts[row->first];
  guint count = 1;

  while (count < row->count && self->parts[row->first + count]->low_turn == first->low_turn
         && self->parts[row->first + count]->high_turn == first->high_turn)
    count++;
  return count < row->count ? count : 1;
}

/* Parts @row in two, if that saves crossings. */
static void
part_row (Queue *self, guint row)
{
  Row whole = self->rows[row];
  guint count = where_to_part (self, &whole), last = self->n_rows;
  g_autofree guint *order = g_memdup2 (self->order, self->n_rows * sizeof (guint));
  int before = 0, after = 0;

  for (guint i = 0; i < last; i++)
    for (guint j = i + 1; j < last; j++)
      before += cost (self, self->order[i], self->order[j]);
  self->rows[row].count = count;
  self->rows[last] = (Row){ whole.first + count, whole.count - count, FALSE };
  self->order[last] = last;
  self->n_rows++;
  find_costs (self, row);
  find_costs (self, last);
  self->costs[last * self->n_parts + last] = 0;
  move_row (self, last, place_of (self, row) + 1);
  put_in_order (self);
  sift_all (self);
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = i + 1; j < self->n_rows; j++)
      after += cost (self, self->order[i], self->order[j]);
  if (after < before)
    return;
  self->n_rows--;
  self->rows[row] = whole;
  self->rows[row].whole = TRUE;
  memcpy (self->order, order, self->n_rows * sizeof (guint));
  find_costs (self, row);
}

static void
make_rows (Queue *self)
{
  guint first = 0;

  for (guint i = 1; i <= self->n_parts; i++)
    {
      if (i < self->n_parts && self->parts[i]->tree == self->parts[first]->tree)
        continue;
      self->order[self->n_rows] = self->n_rows;
      self->rows[self->n_rows++] = (Row){ first, i - first, i - first == 1 };
      first = i;
    }
}

static void
write_order (const Queue *self, guint *sizes)
{
  g_autofree TlPart **parts = g_memdup2 (self->parts, self->n_parts * sizeof *parts);
  guint next = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const Row *row = &self->rows[self->order[i]];

      sizes[i] = row->count;
      memcpy (self->parts + next, parts + row->first, row->count * sizeof *parts);
      next += row->count;
    }
}

static void
find_order (Queue *self)
{
  gsize n_pairs = (gsize) self->n_parts * self->n_parts;
  g_autofree int *costs = g_new (int, n_pairs), *least = g_new (int, n_pairs);
  guint worst;

  self->costs = costs;
  self->least = least;
  for (guint row = 1; row < self->n_rows; row++)
    for (guint other = 0; other < row; other++)
      compare_rows_costs (self, row, other);
  for (guint row = 0; row < self->n_rows; row++)
    self->costs[row * self->n_parts + row] = 0;
  put_in_order (self);
  sift_all (self);
  while ((worst = worst_row (self)) != G_MAXUINT)
    part_row (self, worst);
}

/**
 * tl_parts_queue:
 * @parts: (array length=count): parts of a group, those of a tree side by side; takes them as they
 *   stand, from the smaller side
 * @count: how many
 * @sizes: (array length=count): takes how many parts share each track, in the same order
 *
 * Returns: how many tracks there are
 */
guint
tl_parts_queue (TlPart **parts, guint count, guint *sizes)
{
  g_autofree Row *rows = g_new (Row, count + 1);
  g_autofree guint *order = g_new (guint, count + 1);
  Queue self = { parts, count, rows, 0, order, NULL, NULL };

  make_rows (&self);
  g_qsort_with_data (order, (int) self.n_rows, sizeof (guint), compare_places, &self);
  if (count <= TL_QUEUE_MOST)
    find_order (&self);
  write_order (&self, sizes);
  return self.n_rows;
}
