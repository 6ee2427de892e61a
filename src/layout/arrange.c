#include "layout/arrange.h"

#include "layout/spread.h"

/* Between steps that would stand over one another once they are in line. */
#define LEAST_GAP 28.0

/* A step's box along the axis in which the steps are arranged, and along the other. */
typedef struct
{
  TlStep *step;
  double at;
  double size;
  double other;
  double other_size;
} Span;

/* Whether the steps are moved to the left and right, not up and down. */
static gboolean
is_across (TlArrangement how)
{
  return how <= TL_ARRANGE_RIGHT || how == TL_ARRANGE_ACROSS;
}

static GArray *
spans_of (const TlFlowGeometry *geometry, GPtrArray *steps, gboolean across)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < steps->len; i++)
    {
      const TlStepBox *box = tl_flow_geometry_step (geometry, g_ptr_array_index (steps, i));
      Span span;

      if (!box)
        continue;
      span = across ? (Span){ box->step, box->box.x, box->box.width, box->box.y, box->box.height }
                    : (Span){ box->step, box->box.y, box->box.height, box->box.x, box->box.width };
      g_array_append_val (spans, span);
    }
  return spans;
}

static int
compare_at (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *other = b;

  return (one->at > other->at) - (one->at < other->at);
}

static int
compare_other (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *other = b;

  return (one->other > other->other) - (one->other < other->other);
}

static void
add_shift (GArray *shifts, const Span *span, double by, double by_other, gboolean across)
{
  TlShift shift = { span->step, across ? by : by_other, across ? by_other : by };

  if (by != 0 || by_other != 0)
    g_array_append_val (shifts, shift);
}

/* Where a step of that size goes, on a scale from 0, the first side in line, to 1, the last. */
static double
place_in_line (GArray *spans, double size, double which)
{
  double first = G_MAXDOUBLE, last = -G_MAXDOUBLE;

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      first = MIN (first, span->at);
      last = MAX (last, span->at + span->size);
    }
  return first + (last - first - size) * which;
}

/* In line some would stand over others: those make way along the line, as little as can be. */
static void
align (GArray *spans, double which, gboolean across, GArray *shifts)
{
  guint n = spans->len;
  g_autofree double *wanted = g_new (double, n + 1);
  g_autofree double *weights = g_new (double, n + 1);
  g_autofree double *gaps = g_new (double, n + 1);
  g_autofree double *places = g_new (double, n + 1);

  g_array_sort (spans, compare_other);
  for (guint i = 0; i < n; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      double least = i > 0 ? (span - 1)->other_size + LEAST_GAP : 0;
      double now = i > 0 ? span->other - (span - 1)->other : 0;

      wanted[i] = span->other;
      weights[i] = 1;
      /* Who stands close, but clear, stays as close. */
      gaps[i] = i > 0 && now >= (span - 1)->other_size ? MIN (now, least) : least;
    }
  tl_spread (places, wanted, weights, gaps, n);
  for (guint i = 0; i < n; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      add_shift (shifts, span, place_in_line (spans, span->size, which) - span->at, places[i] - wanted[i], across);
    }
}

static void
distribute (GArray *spans, gboolean across, GArray *shifts)
{
  double sizes = 0, span_of_all, gap, at;
  const Span *first, *last;

  g_array_sort (spans, compare_at);
  first = &g_array_index (spans, Span, 0);
  last = &g_array_index (spans, Span, spans->len - 1);
  span_of_all = last->at + last->size - first->at;
  for (guint i = 0; i < spans->len; i++)
    sizes += g_array_index (spans, Span, i).size;
  gap = (span_of_all - sizes) / (spans->len - 1);
  at = first->at;
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (i > 0 && i + 1 < spans->len)
        add_shift (shifts, span, at - span->at, 0, across);
      at += span->size + gap;
    }
}

/**
 * tl_arrange_least:
 * @how: an arrangement
 *
 * Returns: how many steps it takes at least
 */
guint
tl_arrange_least (TlArrangement how)
{
  return how >= TL_ARRANGE_ACROSS ? 3 : 2;
}

/**
 * tl_arrange:
 * @geometry: a geometry
 * @steps: (element-type TlStep): the steps to be arranged
 * @how: in which way
 *
 * Steps that would stand over one another in line make way along it, and keep their order.
 *
 * Returns: (transfer full) (element-type TlShift): those that move; none of fewer than tl_arrange_least()
 */
GArray *
tl_arrange (const TlFlowGeometry *geometry, GPtrArray *steps, TlArrangement how)
{
  gboolean across = is_across (how);
  g_autoptr (GArray) spans = spans_of (geometry, steps, across);
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (TlShift));

  if (spans->len < tl_arrange_least (how))
    return shifts;
  if (how >= TL_ARRANGE_ACROSS)
    distribute (spans, across, shifts);
  else
    align (spans, how % 3 / 2.0, across, shifts);
  return shifts;
}
