/* flow-toll.c: which other edges a way might cross, before those have theirs.
 *
 * Others count as the straight line from box to box as long as nothing else is known of them: between
 * neighbouring columns, whatever the tracks are in the end, two edges cross as often as these lines do.
 * Strips from top to bottom say which lines are near.
 */
#include "layout/flow-toll.h"

#include <math.h>

/* About the width of a column and its gap. */
#define STRIP 256.0
#define MOST_STRIPS 4096
/* A line to another column leads at least so far. */
#define LEAST 8.0

typedef struct
{
  guint edge;
  TlPlace a;
  TlPlace b;
  const TlRoute *route; /* (nullable): as far as it is known */
} Line;

struct _TlToll
{
  GArray *lines; /* (element-type Line) */
  double left;
  guint n_strips;
  guint *start; /* lines of strip s are line[start[s]] … line[start[s + 1] − 1] */
  guint *line;
};

static Line
line_of (const TlFlowGraph *graph, guint e)
{
  const TlGraphNode *from = &graph->nodes[graph->edges[e].from];
  const TlGraphNode *to = &graph->nodes[graph->edges[e].to];

  return (Line){ e, { from->x + from->width / 2, from->y }, { to->x - to->width / 2, to->y }, NULL };
}

static guint
strip_of (const TlToll *self, double x)
{
  return (guint) CLAMP ((x - self->left) / STRIP, 0, self->n_strips - 1.0);
}

static void
collect_lines (TlToll *self, const TlFlowGraph *graph, const GArray *routes)
{
  double right = -G_MAXDOUBLE;

  self->left = G_MAXDOUBLE;
  for (guint e = 0; e < graph->n_edges; e++)
    {
      Line line = line_of (graph, e);

      if (line.b.x - line.a.x < LEAST)
        continue;
      if (routes != NULL)
        line.route = &g_array_index (routes, TlRoute, e);
      if (line.route != NULL && (line.route->exit != TL_SIDE_RIGHT || line.route->entry != TL_SIDE_LEFT))
        continue;
      self->left = MIN (self->left, line.a.x);
      right = MAX (right, line.b.x);
      g_array_append_val (self->lines, line);
    }
  self->n_strips = 1;
  if (self->lines->len > 0)
    self->n_strips += (guint) CLAMP ((right - self->left) / STRIP, 0, MOST_STRIPS);
}

static void
fill_strips (TlToll *self)
{
  g_autofree guint *next = NULL;

  self->start = g_new0 (guint, self->n_strips + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      for (guint s = strip_of (self, line->a.x); s <= strip_of (self, line->b.x); s++)
        self->start[s + 1]++;
    }
  for (guint s = 0; s < self->n_strips; s++)
    self->start[s + 1] += self->start[s];
  next = g_memdup2 (self->start, (self->n_strips + 1) * sizeof *next);
  self->line = g_new (guint, self->start[self->n_strips] + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      for (guint s = strip_of (self, line->a.x); s <= strip_of (self, line->b.x); s++)
        self->line[next[s]++] = i;
    }
}

/**
 * tl_toll_new:
 * @graph: a placed graph
 * @routes: (nullable) (element-type TlRoute): how its edges run, which must outlive the toll
 *
 * Returns: (transfer full): the lines of its edges that lead to the right
 */
TlToll *
tl_toll_new (const TlFlowGraph *graph, const GArray *routes)
{
  TlToll *self = g_new0 (TlToll, 1);

  self->lines = g_array_sized_new (FALSE, FALSE, sizeof (Line), graph->n_edges);
  collect_lines (self, graph, routes);
  fill_strips (self);
  return self;
}

/**
 * tl_toll_free:
 * @toll: (transfer full): lines
 */
void
tl_toll_free (TlToll *self)
{
  g_array_unref (self->lines);
  g_free (self->start);
  g_free (self->line);
  g_free (self);
}

/* Where a route to the right runs at @x. */
static double
y_of_route (const TlRoute *route, double x)
{
  double y = route->exit_at;

  for (guint i = 0; i < route->n_bends && route->bends[i] <= x; i += 2)
    y = tl_route_at (route, (int) i + 1);
  return y;
}

static double
y_at (const Line *line, double x)
{
  double part = CLAMP ((x - line->a.x) / (line->b.x - line->a.x), 0, 1);

  return line->a.y + part * (line->b.y - line->a.y);
}

/**
 * tl_toll_collect:
 * @toll: lines
 * @edge: number of an edge that is left out
 * @left: where a gap between columns begins
 * @right: where it ends
 * @crossed: (element-type TlCrossed): to which all other edges are added that lead through the middle
 *   of the gap
 */
void
tl_toll_collect (const TlToll *self, guint edge, double left, double right, GArray *crossed)
{
  double middle = (left + right) / 2;
  guint strip = strip_of (self, middle);

  for (guint i = self->start[strip]; i < self->start[strip + 1]; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, self->line[i]);
      TlCrossed one;

      if (line->edge == edge || line->a.x >= middle || line->b.x <= middle)
        continue;
      if (line->route != NULL)
        one = (TlCrossed){ y_of_route (line->route, left), y_of_route (line->route, right) };
      else
        one = (TlCrossed){ y_at (line, left), y_at (line, right) };
      g_array_append_val (crossed, one);
    }
}

/**
 * tl_toll_box:
 * @graph: a placed graph
 * @edge: number of one of its edges
 *
 * Returns: the area in which a way might cross the edge's line
 */
TlBox
tl_toll_box (const TlFlowGraph *graph, guint edge)
{
  Line line = line_of (graph, edge);

  return (TlBox){ MIN (line.a.x, line.b.x), MIN (line.a.y, line.b.y), fabs (line.a.x - line.b.x),
                  fabs (line.a.y - line.b.y) };
}
