#include "paint/trace-layout.h"

/* A node while its place is looked for. */
typedef struct
{
  guint node;
  double wish; /* where its middle would like to be; neighbours of the column before say so */
} Slot;

typedef struct
{
  const TlTrace *trace;
  const double *heights;
  const TlBox *body;
  double gap;
  TlTracePlaces *places;
} Placer;

/**
 * tl_trace_column_width:
 * @width: of all
 * @gap_x: between columns
 *
 * Returns: the width of one column
 */
double
tl_trace_column_width (double width, double gap_x)
{
  return MAX (1, (width - (TL_N_TRACE_COLUMNS - 1) * gap_x) / TL_N_TRACE_COLUMNS);
}

static double
column_height (const TlTrace *trace, const double *heights, TlTraceColumn column, double gap)
{
  double height = 0;

  for (guint i = 0; i < trace->nodes->len; i++)
    if (tl_trace_node (trace, i)->column == column)
      height += heights[i] + (height > 0 ? gap : 0);
  return height;
}

static TlTraceColumn
tallest_column (const Placer *self)
{
  TlTraceColumn found = TL_TRACE_DEMAND;
  double tallest = -1;

  for (int c = 0; c < TL_N_TRACE_COLUMNS; c++)
    {
      double height = column_height (self->trace, self->heights, (TlTraceColumn) c, self->gap);

      if (height > tallest)
        {
          tallest = height;
          found = (TlTraceColumn) c;
        }
    }
  return found;
}

static double
middle (const TlBox *box)
{
  return box->y + box->height / 2;
}

/* The middle of what @node is linked to and has its place already. */
static double
wish_of (const Placer *self, guint node, double otherwise)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < self->trace->links->len; i++)
    {
      const TlTraceLink *link = &g_array_index (self->trace->links, TlTraceLink, i);
      guint other = link->from == node ? link->to : link->from;

      if ((link->from != node && link->to != node) || self->places->boxes[other].height <= 0)
        continue;
      sum += middle (&self->places->boxes[other]);
      n++;
    }
  return n > 0 ? sum / n : otherwise;
}

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  double first = ((const Slot *) a)->wish;
  double second = ((const Slot *) b)->wish;

  return (first > second) - (first < second);
}

/* The nodes of a column from the top, in the order that crosses least. What wishes nothing stays
 * behind the one before it. */
static GArray *
order_column (const Placer *self, TlTraceColumn column)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  double before = self->body->y;

  for (guint i = 0; i < self->trace->nodes->len; i++)
    {
      Slot slot = { i, 0 };

      if (tl_trace_node (self->trace, i)->column != column)
        continue;
      slot.wish = before = wish_of (self, i, before);
      g_array_append_val (slots, slot);
    }
  g_array_sort (slots, compare_wishes);
  return slots;
}

/* Leaves out what has no room, from the end. */
static void
cut (Placer *self, GArray *slots, TlTraceColumn column)
{
  double height = 0;
  guint n = 0;

  for (; n < slots->len; n++)
    {
      height += self->heights[g_array_index (slots, Slot, n).node] + (n > 0 ? self->gap : 0);
      if (height > self->body->height + 0.5)
        break;
    }
  self->places->hidden[column] = slots->len - n;
  g_array_set_size (slots, n);
}

/* Downwards as near to each wish as there is room, then upwards from the bottom. */
static void
settle (Placer *self, GArray *slots)
{
  double at = self->body->y;

  for (guint i = 0; i < slots->len; i++)
    {
      const Slot *slot = &g_array_index (slots, Slot, i);
      TlBox *box = &self->places->boxes[slot->node];

      box->height = self->heights[slot->node];
      box->y = MAX (at, slot->wish - box->height / 2);
      at = box->y + box->height + self->gap;
    }
  at = self->body->y + self->body->height;
  for (guint i = slots->len; i-- > 0;)
    {
      TlBox *box = &self->places->boxes[g_array_index (slots, Slot, i).node];

      box->y = MIN (box->y, at - box->height);
      at = box->y - self->gap;
    }
}

static void
place_column (Placer *self, TlTraceColumn column)
{
  g_autoptr (GArray) slots = order_column (self, column);

  cut (self, slots, column);
  settle (self, slots);
}

/**
 * tl_trace_places_new:
 * @trace: a trace
 * @heights: (array): of each node
 * @body: where the nodes go
 * @gap_x: between columns
 * @gap_y: between nodes
 *
 * The tallest column is placed first; the others, outwards, put each node beside what it is linked to.
 *
 * Returns: (transfer full): where the nodes stand
 */
TlTracePlaces *
tl_trace_places_new (const TlTrace *trace, const double *heights, const TlBox *body, double gap_x, double gap_y)
{
  TlTracePlaces *places = g_new0 (TlTracePlaces, 1);
  Placer self = { trace, heights, body, gap_y, places };
  double width = tl_trace_column_width (body->width, gap_x);
  TlTraceColumn first;

  places->boxes = g_new0 (TlBox, trace->nodes->len);
  for (guint i = 0; i < trace->nodes->len; i++)
    {
      places->boxes[i].x = body->x + tl_trace_node (trace, i)->column * (width + gap_x);
      places->boxes[i].width = width;
    }
  first = tallest_column (&self);
  place_column (&self, first);
  for (int c = (int) first - 1; c >= 0; c--)
    place_column (&self, (TlTraceColumn) c);
  for (int c = (int) first + 1; c < TL_N_TRACE_COLUMNS; c++)
    place_column (&self, (TlTraceColumn) c);
  return places;
}

/**
 * tl_trace_places_free:
 * @places: (transfer full) (nullable): places
 */
void
tl_trace_places_free (TlTracePlaces *places)
{
  if (!places)
    return;
  g_free (places->boxes);
  g_free (places);
}
