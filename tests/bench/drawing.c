#include "drawing.h"

#include <math.h>

/* Lines of a Bézier piece. */
#define N_SAMPLES 10
/* A stretch shorter than this is a point. */
#define STRETCH 1.0
#define TINY 1e-6

Drawing *
drawing_new (const PlainGraph *graph)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->middles = g_array_new (FALSE, TRUE, sizeof (TlPlace));
  g_array_set_size (drawing->middles, graph->n_nodes);
  drawing->lines = g_ptr_array_new ();
  g_ptr_array_set_size (drawing->lines, (int) graph->edges->len);
  return drawing;
}

void
drawing_free (Drawing *drawing)
{
  for (guint i = 0; i < drawing->lines->len; i++)
    g_clear_pointer (&drawing->lines->pdata[i], g_array_unref);
  g_ptr_array_unref (drawing->lines);
  g_array_unref (drawing->middles);
  g_free (drawing);
}

/* Takes @points. */
void
drawing_set_line (Drawing *drawing, guint edge, GArray *points)
{
  g_clear_pointer (&drawing->lines->pdata[edge], g_array_unref);
  drawing->lines->pdata[edge] = points;
}

/* Bézier pieces, end on end: a point, then three for each piece. */
GArray *
drawing_sample_curve (const TlPlace *points, guint count)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (TlPlace));

  g_array_append_vals (line, points, 1);
  for (guint p = 0; p + 3 < count; p += 3)
    for (guint i = 1; i <= N_SAMPLES; i++)
      {
        double t = (double) i / N_SAMPLES, u = 1 - t;
        double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        TlPlace at = { a * points[p].x + b * points[p + 1].x + c * points[p + 2].x + d * points[p + 3].x,
                       a * points[p].y + b * points[p + 1].y + c * points[p + 2].y + d * points[p + 3].y };

        g_array_append_val (line, at);
      }
  return line;
}

/* A straight part of an edge, with the places before and after it, for what passes through a corner. */
typedef struct
{
  guint edge;
  TlPlace a;
  TlPlace b;
  TlPlace next;
  gboolean has_next;
} Part;

static double
side_of (TlPlace a, TlPlace b, TlPlace at)
{
  return (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
}

static double
length_of (TlPlace a, TlPlace b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* How far @at is along the line from @a to @b, in points. */
static double
along (TlPlace a, TlPlace b, TlPlace at)
{
  return ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length_of (a, b);
}

static gboolean
on_line (const Part *part, TlPlace at)
{
  double off = side_of (part->a, part->b, at) / length_of (part->a, part->b);
  double where = along (part->a, part->b, at);

  return fabs (off) < TINY && where > TINY && where < length_of (part->a, part->b) - TINY;
}

/* Whether @corner's edge passes through @through's line in the corner at @corner's end. */
static gboolean
passes_in_corner (const Part *corner, const Part *through)
{
  return corner->has_next && on_line (through, corner->b)
         && side_of (through->a, through->b, corner->a) * side_of (through->a, through->b, corner->next) < 0;
}

/* How far the two run over one another. */
static double
overlap (const Part *p, const Part *q)
{
  double length = length_of (p->a, p->b), one, other;

  if (fabs (side_of (p->a, p->b, q->a)) / length > TINY || fabs (side_of (p->a, p->b, q->b)) / length > TINY)
    return 0;
  one = along (p->a, p->b, q->a);
  other = along (p->a, p->b, q->b);
  return MIN (length, MAX (one, other)) - MAX (0, MIN (one, other));
}

static guint
count_pair (const PlainGraph *graph, const Part *p, const Part *q)
{
  const PlainEdge *one = &g_array_index (graph->edges, PlainEdge, p->edge);
  const PlainEdge *other = &g_array_index (graph->edges, PlainEdge, q->edge);
  double d1 = side_of (q->a, q->b, p->a), d2 = side_of (q->a, q->b, p->b);
  double d3 = side_of (p->a, p->b, q->a), d4 = side_of (p->a, p->b, q->b);
  double tiny_q = TINY * length_of (q->a, q->b), tiny_p = TINY * length_of (p->a, p->b);
  gboolean common
      = one->from == other->from || one->to == other->to || one->from == other->to || one->to == other->from;

  if (fabs (d1) > tiny_q && fabs (d2) > tiny_q && fabs (d3) > tiny_p && fabs (d4) > tiny_p)
    return d1 * d2 < 0 && d3 * d4 < 0;
  if (overlap (p, q) >= STRETCH)
    return !common;
  return passes_in_corner (p, q) || passes_in_corner (q, p);
}

static GArray *
parts_of (const Drawing *drawing)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint e = 0; e < drawing->lines->len; e++)
    {
      const GArray *line = drawing->lines->pdata[e];

      for (guint i = 0; line && i + 1 < line->len; i++)
        {
          Part part = { .edge = e, .a = g_array_index (line, TlPlace, i), .b = g_array_index (line, TlPlace, i + 1) };

          part.has_next = i + 2 < line->len;
          if (part.has_next)
            part.next = g_array_index (line, TlPlace, i + 2);
          if (length_of (part.a, part.b) > TINY)
            g_array_append_val (parts, part);
        }
    }
  return parts;
}

typedef struct
{
  double x, y, size;
  guint columns, rows;
  GArray **cells; /* numbers of parts, by cell */
} Grid;

static TlBox
bounds_of (const GArray *parts)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      left = MIN (left, MIN (part->a.x, part->b.x));
      right = MAX (right, MAX (part->a.x, part->b.x));
      top = MIN (top, MIN (part->a.y, part->b.y));
      bottom = MAX (bottom, MAX (part->a.y, part->b.y));
    }
  return (TlBox){ left, top, right - left, bottom - top };
}

static void
range (const Grid *grid, const Part *part, guint *c0, guint *c1, guint *r0, guint *r1)
{
  *c0 = (guint) ((MIN (part->a.x, part->b.x) - grid->x) / grid->size);
  *c1 = (guint) ((MAX (part->a.x, part->b.x) - grid->x) / grid->size);
  *r0 = (guint) ((MIN (part->a.y, part->b.y) - grid->y) / grid->size);
  *r1 = (guint) ((MAX (part->a.y, part->b.y) - grid->y) / grid->size);
}

/* Each pair is compared in the first cell that both are in. */
static double
count_in_grid (const PlainGraph *graph, const GArray *parts)
{
  TlBox box = bounds_of (parts);
  Grid grid = { box.x - 1, box.y - 1, sqrt ((box.width + 2) * (box.height + 2) / (parts->len + 1.0)) + 1, 0, 0, NULL };
  double crossings = 0;

  grid.columns = (guint) ((box.width + 2) / grid.size) + 2;
  grid.rows = (guint) ((box.height + 2) / grid.size) + 2;
  grid.cells = g_new0 (GArray *, (gsize) grid.columns * grid.rows);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      guint c0, c1, r0, r1, d0, d1, s0, s1;

      range (&grid, part, &c0, &c1, &r0, &r1);
      for (guint r = r0; r <= r1; r++)
        for (guint c = c0; c <= c1; c++)
          {
            GArray **cell = &grid.cells[(gsize) r * grid.columns + c];

            if (!*cell)
              *cell = g_array_new (FALSE, FALSE, sizeof (guint));
            for (guint k = 0; k < (*cell)->len; k++)
              {
                const Part *other = &g_array_index (parts, Part, g_array_index (*cell, guint, k));

                range (&grid, other, &d0, &d1, &s0, &s1);
                if (other->edge != part->edge && c == MAX (c0, d0) && r == MAX (r0, s0))
                  crossings += count_pair (graph, part, other);
              }
            g_array_append_val (*cell, i);
          }
    }
  for (gsize i = 0; i < (gsize) grid.columns * grid.rows; i++)
    g_clear_pointer (&grid.cells[i], g_array_unref);
  g_free (grid.cells);
  return crossings;
}

static double
count_crossings (const Drawing *drawing, const PlainGraph *graph)
{
  g_autoptr (GArray) parts = parts_of (drawing);

  return parts->len ? count_in_grid (graph, parts) : 0;
}

static double
count_straight (const Drawing *drawing, const PlainGraph *graph)
{
  g_autoptr (Drawing) straight = drawing_new (graph);

  for (guint e = 0; e < graph->edges->len; e++)
    {
      const PlainEdge *edge = &g_array_index (graph->edges, PlainEdge, e);
      GArray *line = g_array_new (FALSE, FALSE, sizeof (TlPlace));

      g_array_append_vals (line, &g_array_index (drawing->middles, TlPlace, edge->from), 1);
      g_array_append_vals (line, &g_array_index (drawing->middles, TlPlace, edge->to), 1);
      drawing_set_line (straight, e, line);
    }
  return count_crossings (straight, graph);
}

static void
measure_line (const GArray *line, gboolean curved, Measures *measures)
{
  for (guint i = 0; i + 1 < line->len; i++)
    measures->length += length_of (g_array_index (line, TlPlace, i), g_array_index (line, TlPlace, i + 1));
  if (!curved && line->len > 2)
    measures->bends += line->len - 2;
}

Measures
drawing_measure (const Drawing *drawing, const PlainGraph *graph)
{
  Measures measures = { .ms = drawing->ms, .clock = drawing->clock };
  g_autoptr (GArray) parts = parts_of (drawing);
  TlBox box = bounds_of (parts);
  double left = box.x, top = box.y, right = box.x + box.width, bottom = box.y + box.height;

  for (guint n = 0; n < drawing->middles->len; n++)
    {
      TlPlace at = g_array_index (drawing->middles, TlPlace, n);

      left = MIN (left, at.x - NODE_WIDTH / 2);
      right = MAX (right, at.x + NODE_WIDTH / 2);
      top = MIN (top, at.y - NODE_HEIGHT / 2);
      bottom = MAX (bottom, at.y + NODE_HEIGHT / 2);
    }
  measures.area = (right - left) * (bottom - top) / 1e6;
  for (guint e = 0; e < drawing->lines->len; e++)
    if (drawing->lines->pdata[e])
      measure_line (drawing->lines->pdata[e], FALSE, &measures);
  measures.length /= 1e3;
  measures.crossings = count_crossings (drawing, graph);
  measures.straight = count_straight (drawing, graph);
  return measures;
}
