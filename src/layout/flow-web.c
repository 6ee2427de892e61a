/* flow-web.c: how often a way crosses the ways that are known of other edges.
 *
 * Parts of ways are level or upright, and parts of different kinds cross where they meet. Those that run on one
 * another are moved apart later; what they then cross at least follows from where they turn.
 */
#include "layout/flow-web.h"

#include <math.h>

/* Lines no farther apart share a lane: which of them is where is settled later. */
#define SAME 1.0

/* A part of a way: level or upright. */
typedef struct
{
  guint edge;
  gboolean level;
  double at; /* the y of a level one, the x of an upright one */
  double low;
  double high;
  int low_turn; /* to smaller (−1) or larger (1) coordinates; 0 where it ends at a box */
  int high_turn;
  gboolean ahead;
  gboolean gone;
} Strand;

struct _TlWeb
{
  TlBoxGrid *level;
  TlBoxGrid *upright;
  GArray *strands; /* (element-type Strand) */
  guint *first;    /* of each edge, its strands as they are now */
  guint *count;
  GArray *numbers; /* (element-type guint): of strands, to ask the grids */
};

static int
turn_of (double from, double to)
{
  return (to > from) - (to < from);
}

static Strand
strand_of (const TlPlace *points, guint count, guint i, guint edge)
{
  TlPlace a = points[i], b = points[i + 1];
  gboolean level = fabs (a.x - b.x) > fabs (a.y - b.y);
  Strand strand = { .edge = edge, .level = level, .at = level ? a.y : a.x };
  double from = level ? a.x : a.y, to = level ? b.x : b.y;
  int first = 0, last = 0;

  if (i > 0)
    first = level ? turn_of (a.y, points[i - 1].y) : turn_of (a.x, points[i - 1].x);
  if (i + 2 < count)
    last = level ? turn_of (b.y, points[i + 2].y) : turn_of (b.x, points[i + 2].x);
  strand.low = MIN (from, to);
  strand.high = MAX (from, to);
  strand.low_turn = from < to ? first : last;
  strand.high_turn = from < to ? last : first;
  return strand;
}

/* A line has no width: what only touches its end does not meet it. */
static TlBox
box_of (const Strand *strand, double by)
{
  double size = strand->high - strand->low;

  return strand->level ? (TlBox){ strand->low, strand->at - by, size, 2 * by }
                       : (TlBox){ strand->at - by, strand->low, 2 * by, size };
}

/**
 * tl_web_set:
 * @web: what is known of ways
 * @route: how its edge runs from now on
 */
void
tl_web_set (TlWeb *self, const TlRoute *route)
{
  gboolean ahead = route->exit == TL_SIDE_RIGHT && route->entry == TL_SIDE_LEFT && route->to.x > route->from.x;
  TlPlace corners[TL_MOST_CORNERS];
  guint count = tl_route_corners (route, corners), edge = route->edge;

  for (guint i = 0; i < self->count[edge]; i++)
    g_array_index (self->strands, Strand, self->first[edge] + i).gone = TRUE;
  self->first[edge] = self->strands->len;
  self->count[edge] = count - 1;
  for (guint i = 0; i + 1 < count; i++)
    {
      Strand strand = strand_of (corners, count, i, edge);

      strand.ahead = ahead;
      tl_box_grid_add (strand.level ? self->level : self->upright, box_of (&strand, 0), self->strands->len);
      g_array_append_val (self->strands, strand);
    }
}

/**
 * tl_web_new:
 * @area: where most of them are
 * @routes: (element-type TlRoute): ways of all edges
 *
 * Returns: (transfer full): what is known of them
 */
TlWeb *
tl_web_new (TlBox area, const GArray *routes)
{
  TlWeb *self = g_new0 (TlWeb, 1);

  self->level = tl_box_grid_new (area, routes->len);
  self->upright = tl_box_grid_new (area, routes->len);
  self->strands = g_array_new (FALSE, FALSE, sizeof (Strand));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->first = g_new0 (guint, routes->len + 1);
  self->count = g_new0 (guint, routes->len + 1);
  for (guint i = 0; i < routes->len; i++)
    tl_web_set (self, &g_array_index (routes, TlRoute, i));
  return self;
}

/**
 * tl_web_free:
 * @web: (transfer full): what is known of ways
 */
void
tl_web_free (TlWeb *self)
{
  tl_box_grid_free (self->level);
  tl_box_grid_free (self->upright);
  g_array_unref (self->strands);
  g_array_unref (self->numbers);
  g_free (self->first);
  g_free (self->count);
  g_free (self);
}

static void
look_up (TlWeb *self, const Strand *strand, gboolean across, double by)
{
  g_array_set_size (self->numbers, 0);
  tl_box_grid_numbers (strand->level == across ? self->upright : self->level, box_of (strand, by), self->numbers);
}

static const Strand *
strand_at (const TlWeb *self, guint i)
{
  return &g_array_index (self->strands, Strand, g_array_index (self->numbers, guint, i));
}

/**
 * tl_web_collect:
 * @web: what is known of ways
 * @a: where a level or an upright line begins
 * @b: and where it ends
 * @edge: number of its edge, which does not count
 * @at: (element-type double): to which is added where it is crossed by others that don't lead from the right of a
 *   step to the left of one ahead: an x of a level line, a y of an upright one
 */
void
tl_web_collect (TlWeb *self, TlPlace a, TlPlace b, guint edge, GArray *at)
{
  TlPlace ends[] = { a, b };
  Strand line = strand_of (ends, 2, 0, edge);

  look_up (self, &line, TRUE, 0);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const Strand *strand = strand_at (self, i);

      if (!strand->gone && strand->edge != edge && !strand->ahead)
        g_array_append_val (at, strand->at);
    }
}

static gboolean
within (double at, const Strand *strand)
{
  return at > strand->low && at < strand->high;
}

/* Crossings if @a runs on the smaller side of @b. */
static guint
crossings_before (const Strand *a, const Strand *b)
{
  return (a->low_turn > 0 && within (a->low, b)) + (a->high_turn > 0 && within (a->high, b))
         + (b->low_turn < 0 && within (b->low, a)) + (b->high_turn < 0 && within (b->high, a));
}

static guint
count_across (TlWeb *self, const Strand *line)
{
  guint count = 0;

  look_up (self, line, TRUE, 0);
  for (guint i = 0; i < self->numbers->len; i++)
    count += !strand_at (self, i)->gone && strand_at (self, i)->edge != line->edge;
  return count;
}

/* Of what runs along it, whichever of the two is on the smaller side then. */
static guint
count_along (TlWeb *self, const Strand *line)
{
  guint count = 0;

  look_up (self, line, FALSE, SAME);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const Strand *strand = strand_at (self, i);

      if (!strand->gone && strand->edge != line->edge)
        count += MIN (crossings_before (strand, line), crossings_before (line, strand));
    }
  return count;
}

/**
 * tl_web_crossings:
 * @web: what is known of ways
 * @points: (element-type TlPlace): the corners of a way
 * @edge: number of its edge, which does not count
 *
 * Returns: how often it crosses others, at least
 */
guint
tl_web_crossings (TlWeb *self, const GArray *points, guint edge)
{
  guint count = 0;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      Strand line = strand_of ((const TlPlace *) (gconstpointer) points->data, points->len, i, edge);

      count += count_across (self, &line) + count_along (self, &line);
    }
  return count;
}
