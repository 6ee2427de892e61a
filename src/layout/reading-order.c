/* The order of a reverse postorder walk: a step comes after all that lead to it, and each way is told
 * to where it joins another. Rework leads nowhere new, so it does not count, but for a step that only
 * rework leads to: that stands where rework leaves the flow. Connectors that close a circle are found
 * first and left out. Everything else is decided by the flow's own order, so that the same flow is
 * always read the same way, and placing a step changes nothing. */
#include "layout/reading-order.h"

#include "study/connector.h"
#include "study/entry.h"

#define CLOSES_CIRCLE G_MAXUINT

typedef struct
{
  TlFlow *flow;
  guint n;
  GHashTable *numbers; /* of steps, from 1 */
  gboolean *joined;    /* by a connector to another step */
  gboolean *front;     /* a start, or where a demand enters */
  guint *start;        /* out[start[s]] is the first step that s leads to */
  guint *out;          /* numbers of steps; CLOSES_CIRCLE once that is known */
  guint *arriving;     /* how many ways lead to a step */
  guint *going_on;     /* how many connectors that are no rework do */
} Reading;

/* What a walk has open: a step, and which of its ways comes next. */
typedef struct
{
  guint step;
  guint next;
} Open;

static guint
number_of (Reading *self, const TlStep *step)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, step)) - 1;
}

static gboolean
goes_on (const TlConnector *connector)
{
  return connector->kind == TL_CONNECTOR_FLOW && connector->from != connector->to;
}

static void
number_steps (Reading *self)
{
  self->numbers = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->n; i++)
    {
      const TlStep *step = g_ptr_array_index (self->flow->steps, i);

      g_hash_table_insert (self->numbers, (gpointer) step, GUINT_TO_POINTER (i + 1));
      self->front[i] = step->kind == TL_STEP_START;
    }
  for (guint i = 0; i < self->flow->entries->len; i++)
    {
      const TlEntry *entry = g_ptr_array_index (self->flow->entries, i);
      self->front[number_of (self, entry->step)] = TRUE;
    }
}

/* Whether a connector is a way of the list. */
static gboolean
is_way (Reading *self, const TlConnector *connector)
{
  guint to = number_of (self, connector->to);

  if (goes_on (connector))
    return TRUE;
  return connector->from != connector->to && !self->going_on[to] && !self->front[to];
}

static void
count_ways (Reading *self)
{
  for (guint i = 0; i < self->flow->connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (self->flow->connectors, i);

      if (connector->from != connector->to)
        self->joined[number_of (self, connector->from)] = self->joined[number_of (self, connector->to)] = TRUE;
      if (goes_on (connector))
        self->going_on[number_of (self, connector->to)]++;
    }
}

static void
list_ways (Reading *self)
{
  g_autofree guint *at = g_new0 (guint, self->n + 1);
  GPtrArray *connectors = self->flow->connectors;

  count_ways (self);
  for (guint i = 0; i < connectors->len; i++)
    if (is_way (self, g_ptr_array_index (connectors, i)))
      {
        const TlConnector *connector = g_ptr_array_index (connectors, i);

        self->start[number_of (self, connector->from) + 1]++;
        self->arriving[number_of (self, connector->to)]++;
      }
  for (guint i = 0; i < self->n; i++)
    at[i + 1] = self->start[i + 1] += self->start[i];
  self->out = g_new (guint, self->start[self->n] + 1);
  for (guint i = 0; i < connectors->len; i++)
    if (is_way (self, g_ptr_array_index (connectors, i)))
      {
        const TlConnector *connector = g_ptr_array_index (connectors, i);
        self->out[at[number_of (self, connector->from)]++] = number_of (self, connector->to);
      }
}

/* Goes from @root wherever it leads, first ways first, and notes what closes a circle. */
static void
find_circles (Reading *self, guint root, guint8 *seen, GArray *open)
{
  enum
  {
    UNSEEN,
    OPEN,
    DONE
  };

  seen[root] = OPEN;
  g_array_append_val (open, ((Open){ root, self->start[root] }));
  while (open->len)
    {
      Open *here = &g_array_index (open, Open, open->len - 1);
      guint way = here->next++, to;

      if (way == self->start[here->step + 1])
        {
          seen[here->step] = DONE;
          g_array_set_size (open, open->len - 1);
          continue;
        }
      to = self->out[way];
      if (seen[to] == OPEN)
        self->out[way] = CLOSES_CIRCLE;
      else if (seen[to] == UNSEEN)
        {
          seen[to] = OPEN;
          g_array_append_val (open, ((Open){ to, self->start[to] }));
        }
    }
}

static gboolean
begins (const Reading *self, guint step, int round)
{
  switch (round)
    {
    case 0:
      return !self->arriving[step];
    case 1:
      return self->front[step];
    case 2:
      return !self->going_on[step];
    default:
      return TRUE;
    }
}

/* Where reading begins: at steps that nothing leads to; then, for circles that nothing leads into, at
 * their fronts, else where only rework leads, else at the first of their steps. */
static GArray *
find_roots (Reading *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->n);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (int round = 0; round < 4; round++)
    for (guint i = 0; i < self->n; i++)
      if (!seen[i] && begins (self, i, round))
        {
          g_array_append_val (roots, i);
          find_circles (self, i, seen, open);
        }
  return roots;
}

/* Last ways first: what is finished last is read first. */
static void
finish (Reading *self, guint root, gboolean *seen, GArray *open, GArray *finished)
{
  seen[root] = TRUE;
  g_array_append_val (open, ((Open){ root, self->start[root + 1] }));
  while (open->len)
    {
      Open *here = &g_array_index (open, Open, open->len - 1);
      guint to;

      if (here->next == self->start[here->step])
        {
          g_array_append_val (finished, here->step);
          g_array_set_size (open, open->len - 1);
          continue;
        }
      to = self->out[--here->next];
      if (to == CLOSES_CIRCLE || seen[to])
        continue;
      seen[to] = TRUE;
      g_array_append_val (open, ((Open){ to, self->start[to + 1] }));
    }
}

static GArray *
finish_all (Reading *self)
{
  g_autoptr (GArray) roots = find_roots (self);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_autofree gboolean *seen = g_new0 (gboolean, self->n);
  GArray *finished = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->n);

  for (guint i = roots->len; i-- > 0;)
    finish (self, g_array_index (roots, guint, i), seen, open, finished);
  return finished;
}

static void
append (Reading *self, TlReadingOrder *order, GArray *finished, gboolean joined)
{
  for (guint i = finished->len; i-- > 0;)
    {
      guint step = g_array_index (finished, guint, i);

      if (self->joined[step] == joined)
        g_ptr_array_add (order->steps, tl_item_ref (g_ptr_array_index (self->flow->steps, step)));
    }
}

/**
 * tl_reading_order_new:
 * @flow: a flow
 *
 * A start comes before what follows, each step after those that lead to it; ways that part are told
 * one after the other, in the order of their connectors. Rework does not count. Takes time in
 * proportion to the steps and connectors.
 *
 * Returns: (transfer full): its steps in the order in which the work goes
 */
TlReadingOrder *
tl_reading_order_new (TlFlow *flow)
{
  TlReadingOrder *order = g_new0 (TlReadingOrder, 1);
  Reading reading = { .flow = flow, .n = flow->steps->len };
  g_autoptr (GArray) finished = NULL;

  reading.joined = g_new0 (gboolean, reading.n + 1);
  reading.front = g_new0 (gboolean, reading.n + 1);
  reading.start = g_new0 (guint, reading.n + 2);
  reading.arriving = g_new0 (guint, reading.n + 1);
  reading.going_on = g_new0 (guint, reading.n + 1);
  number_steps (&reading);
  list_ways (&reading);
  finished = finish_all (&reading);
  order->steps = g_ptr_array_new_full (reading.n, tl_item_unref);
  append (&reading, order, finished, TRUE);
  order->n_connected = order->steps->len;
  append (&reading, order, finished, FALSE);
  g_hash_table_unref (reading.numbers);
  g_free (reading.joined);
  g_free (reading.front);
  g_free (reading.start);
  g_free (reading.out);
  g_free (reading.arriving);
  g_free (reading.going_on);
  return order;
}

/**
 * tl_reading_order_free:
 * @order: (transfer full) (nullable): an order
 */
void
tl_reading_order_free (TlReadingOrder *order)
{
  if (!order)
    return;
  g_ptr_array_unref (order->steps);
  g_free (order);
}
