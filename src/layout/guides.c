#include "layout/guides.h"

#include <math.h>

/* All is worked out along one axis and then along the other: a span is a box as one axis sees it,
 * and its breadth is what the other one sees. */
typedef struct
{
  double start;
  double end;
  double low; /* of its breadth */
  double high;
} Span;

/* What still counts as the same number, in points. */
#define SAME 0.01

static Span
span_of (const TlBox *box, gboolean down)
{
  if (down)
    return (Span){ box->y, box->y + box->height, box->x, box->x + box->width };
  return (Span){ box->x, box->x + box->width, box->y, box->y + box->height };
}

static TlPlace
place_of (double along, double across, gboolean down)
{
  return down ? (TlPlace){ across, along } : (TlPlace){ along, across };
}

static double
middle_of (const Span *span)
{
  return (span->start + span->end) / 2;
}

static gboolean
side_by_side (const Span *a, const Span *b)
{
  return a->low < b->high && b->low < a->high;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  double left = ((const Span *) a)->start, right = ((const Span *) b)->start;

  return left < right ? -1 : left > right;
}

/* The boxes that stand in one row with @moving, from the first to the last. */
static GArray *
row_of (const GArray *boxes, const Span *moving, gboolean down)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < boxes->len; i++)
    {
      Span span = span_of (&g_array_index (boxes, TlBox, i), down);

      if (side_by_side (&span, moving))
        g_array_append_val (row, span);
    }
  g_array_sort (row, compare_spans);
  return row;
}

static void
offer (double *best, double shift, double tolerance)
{
  if (fabs (shift) <= tolerance && (isnan (*best) || fabs (shift) < fabs (*best)))
    *best = shift;
}

/* Edges to edges and middle to middle. */
static void
offer_lines (const GArray *boxes, const Span *moving, gboolean down, double tolerance, double *best)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      Span span = span_of (&g_array_index (boxes, TlBox, i), down);

      offer (best, middle_of (&span) - middle_of (moving), tolerance);
      offer (best, span.start - moving->start, tolerance);
      offer (best, span.end - moving->end, tolerance);
    }
}

/* The box of @row that ends before the middle of @moving and is nearest to it.
 * Returns: its number, or -1 */
static int
before (const GArray *row, const Span *moving)
{
  int found = -1;

  for (guint i = 0; i < row->len; i++)
    if (g_array_index (row, Span, i).end <= middle_of (moving)
        && (found < 0 || g_array_index (row, Span, i).end >= g_array_index (row, Span, found).end))
      found = (int) i;
  return found;
}

static int
after (const GArray *row, const Span *moving)
{
  for (guint i = 0; i < row->len; i++)
    if (g_array_index (row, Span, i).start >= middle_of (moving))
      return (int) i;
  return -1;
}

static double
gap_between (const GArray *row, int first)
{
  return g_array_index (row, Span, first + 1).start - g_array_index (row, Span, first).end;
}

/* A box that lies on another has no space beside it. */
static gboolean
lies_on_another (const GArray *row, const Span *moving, double tolerance)
{
  for (guint i = 0; i < row->len; i++)
    if (g_array_index (row, Span, i).start < moving->end - tolerance
        && g_array_index (row, Span, i).end > moving->start + tolerance)
      return TRUE;
  return FALSE;
}

/* In the middle between two, or as far from one as others in the row are from each other. */
static void
offer_gaps (const GArray *row, const Span *moving, double tolerance, double *best)
{
  int left = before (row, moving), right = after (row, moving);
  double length = moving->end - moving->start;

  if (lies_on_another (row, moving, tolerance))
    return;
  if (left >= 0 && right >= 0
      && g_array_index (row, Span, right).start - g_array_index (row, Span, left).end > length + SAME)
    offer (best,
           (g_array_index (row, Span, left).end + g_array_index (row, Span, right).start - length) / 2 - moving->start,
           tolerance);
  for (int i = 0; i + 1 < (int) row->len; i++)
    {
      double gap = gap_between (row, i);

      if (gap <= SAME || (i == left && i + 1 == right))
        continue;
      if (left >= 0)
        offer (best, g_array_index (row, Span, left).end + gap - moving->start, tolerance);
      if (right >= 0)
        offer (best, g_array_index (row, Span, right).start - gap - moving->end, tolerance);
    }
}

static double
shift_along (const GArray *boxes, const Span *moving, gboolean down, double tolerance)
{
  g_autoptr (GArray) row = row_of (boxes, moving, down);
  double best = NAN;

  offer_lines (boxes, moving, down, tolerance, &best);
  offer_gaps (row, moving, tolerance, &best);
  return isnan (best) ? 0 : best;
}

typedef double (*Feature) (const Span *span);

static double
start_of (const Span *span)
{
  return span->start;
}

static double
end_of (const Span *span)
{
  return span->end;
}

/* Adds a line where that feature of @moving is the same as of any box.
 * Returns: whether there is one */
static gboolean
tell_line (TlGuides *guides, const GArray *boxes, const Span *moving, gboolean down, Feature feature)
{
  double at = feature (moving), low = moving->low, high = moving->high;
  gboolean found = FALSE;

  for (guint i = 0; i < boxes->len; i++)
    {
      Span span = span_of (&g_array_index (boxes, TlBox, i), down);

      if (fabs (feature (&span) - at) > SAME)
        continue;
      found = TRUE;
      low = MIN (low, span.low);
      high = MAX (high, span.high);
    }
  if (found)
    {
      TlGuideLine line = { place_of (at, low, down), place_of (at, high, down) };
      g_array_append_val (guides->lines, line);
    }
  return found;
}

/* Where boxes of one size line up all of their lines do: one says it. */
static void
tell_lines (TlGuides *guides, const GArray *boxes, const Span *moving, gboolean down)
{
  if (tell_line (guides, boxes, moving, down, middle_of))
    return;
  tell_line (guides, boxes, moving, down, start_of);
  tell_line (guides, boxes, moving, down, end_of);
}

/* In the middle of where the two stand side by side. */
static void
tell_gap (TlGuides *guides, const Span *first, const Span *second, gboolean down)
{
  double across = (MAX (first->low, second->low) + MIN (first->high, second->high)) / 2;
  TlGuideGap gap = { place_of (first->end, across, down), place_of (second->start, across, down) };

  g_array_append_val (guides->gaps, gap);
}

typedef struct
{
  Span first;
  Span second;
} Pair;

static double
gap_of (const Pair *pair)
{
  return pair->second.start - pair->first.end;
}

static void
add_pair (GArray *pairs, const Span *first, const Span *second)
{
  Pair pair = { *first, *second };

  g_array_append_val (pairs, pair);
}

/* The neighbours in the row, @moving with its own first. */
static GArray *
pairs_of (const GArray *row, const Span *moving, guint *n_own)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  int left = before (row, moving), right = after (row, moving);

  if (left >= 0)
    add_pair (pairs, &g_array_index (row, Span, left), moving);
  if (right >= 0)
    add_pair (pairs, moving, &g_array_index (row, Span, right));
  *n_own = pairs->len;
  for (int i = 0; i + 1 < (int) row->len; i++)
    if (!(i == left && i + 1 == right))
      add_pair (pairs, &g_array_index (row, Span, i), &g_array_index (row, Span, i + 1));
  return pairs;
}

/* All gaps that are as wide as one beside @moving, where there is another one. */
static void
tell_gaps (TlGuides *guides, const GArray *boxes, const Span *moving, gboolean down)
{
  g_autoptr (GArray) row = row_of (boxes, moving, down);
  guint n_own;
  g_autoptr (GArray) pairs = pairs_of (row, moving, &n_own);

  for (guint own = 0; own < n_own; own++)
    {
      double gap = gap_of (&g_array_index (pairs, Pair, own));
      guint told = guides->gaps->len;

      if (gap <= SAME || (own == 1 && fabs (gap - gap_of (&g_array_index (pairs, Pair, 0))) <= SAME))
        continue;
      for (guint i = 0; i < pairs->len; i++)
        if (fabs (gap_of (&g_array_index (pairs, Pair, i)) - gap) <= SAME)
          tell_gap (guides, &g_array_index (pairs, Pair, i).first, &g_array_index (pairs, Pair, i).second, down);
      if (guides->gaps->len < told + 2)
        g_array_set_size (guides->gaps, told);
    }
}

/**
 * tl_guides_new:
 * @boxes: (element-type TlBox): what stands still
 * @moving: what is dragged, where the hand has it
 * @tolerance: how far it may snap, in points
 * @axes: along which it may snap
 *
 * Along each axis the nearest of all offers counts: the same edge or middle as another box; the
 * middle between its two neighbours in the row; a space to its neighbour as wide as another in the
 * row. Takes time in proportion to the boxes.
 *
 * Returns: (transfer full): how far it snaps, and what then holds
 */
TlGuides *
tl_guides_new (const GArray *boxes, TlBox moving, double tolerance, TlGuideAxes axes)
{
  TlGuides *guides = g_new0 (TlGuides, 1);

  guides->lines = g_array_new (FALSE, FALSE, sizeof (TlGuideLine));
  guides->gaps = g_array_new (FALSE, FALSE, sizeof (TlGuideGap));
  if (axes & TL_GUIDES_ACROSS)
    {
      Span span = span_of (&moving, FALSE);
      guides->dx = shift_along (boxes, &span, FALSE, tolerance);
    }
  moving.x += guides->dx;
  if (axes & TL_GUIDES_DOWN)
    {
      Span span = span_of (&moving, TRUE);
      guides->dy = shift_along (boxes, &span, TRUE, tolerance);
    }
  moving.y += guides->dy;
  for (int down = 0; down <= 1; down++)
    {
      Span span = span_of (&moving, down);

      tell_lines (guides, boxes, &span, down);
      tell_gaps (guides, boxes, &span, down);
    }
  return guides;
}

/**
 * tl_guides_free:
 * @guides: (transfer full): guides
 */
void
tl_guides_free (TlGuides *guides)
{
  g_array_unref (guides->lines);
  g_array_unref (guides->gaps);
  g_free (guides);
}
