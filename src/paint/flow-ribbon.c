/* flow-ribbon.c: draws ways of the river, as wide as their volume.
 *
 * A ribbon is its path once for each kind of demand in it, side by side: value, failure, not sure.
 * Failure has stripes across, so that grey print tells the two apart.
 */
#include "paint/flow-ribbon.h"

#include <math.h>

#include "paint/flow-way.h"

/* Corners of the middle of a ribbon. */
#define ROUND 14.0
/* Thinner bands show no stripes. */
#define STRIPED 4.0
/* Of what is left of the ground along a ribbon, so that one that crosses lies over it. */
#define CASING 3.0
/* Ribbons thinner than this are one line in the colour of most of it. */
#define PARTED 3.0

typedef struct
{
  TlPlace *points;
  guint n;
  double shift; /* all of it, to the left */
} Course;

static void
course_clear (Course *course)
{
  g_clear_pointer (&course->points, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Course, course_clear)

/* Points that are one and the same would have no direction. */
static void
add_point (Course *course, TlPlace at)
{
  if (course->n == 0 || tl_place_distance (course->points[course->n - 1], at) > 0.01)
    course->points[course->n++] = at;
}

static void
course_init (Course *course, const TlPath *path, TlPlace tail, TlPlace head)
{
  *course = (Course){ g_new (TlPlace, path->points->len + 1), 0, 0 };
  add_point (course, tail);
  for (guint i = 1; i + 1 < path->points->len; i++)
    add_point (course, g_array_index (path->points, TlPlace, i));
  add_point (course, head);
}

/* To the left of a part's direction. */
static TlPlace
normal (const Course *course, guint i)
{
  TlPlace a = course->points[i], b = course->points[i + 1];
  double length = tl_place_distance (a, b);

  return (TlPlace){ (b.y - a.y) / length, (a.x - b.x) / length };
}

/* Point @i, moved to the left by @off. */
static TlPlace
beside (const Course *course, guint i, double off)
{
  TlPlace at = course->points[i];
  TlPlace before = normal (course, i > 0 ? i - 1 : 0);
  TlPlace after = normal (course, i + 1 < course->n ? i : course->n - 2);
  double apart = 1 + before.x * after.x + before.y * after.y;

  /* A way that turns back on itself has no corner to go round. */
  if (apart < 0.1)
    return (TlPlace){ at.x + after.x * off, at.y + after.y * off };
  return (TlPlace){ at.x + (before.x + after.x) * off / apart, at.y + (before.y + after.y) * off / apart };
}

/* Greater than 0 where the course turns right at @i, so that what lies left of it goes the longer
 * way. */
static double
turn (const Course *course, guint i)
{
  TlPlace before = normal (course, i - 1), after = normal (course, i);

  return before.x * after.y - before.y * after.x;
}

static void
add_bend (cairo_t *cr, TlPlace from, TlPlace at, TlPlace to, double radius)
{
  double r = MIN (radius, MIN (tl_place_distance (from, at), tl_place_distance (at, to)) / 2);
  TlPlace begin = tl_place_towards (at, from, r);
  TlPlace end = tl_place_towards (at, to, r);

  cairo_line_to (cr, begin.x, begin.y);
  cairo_curve_to (cr, begin.x + (at.x - begin.x) * 0.55, begin.y + (at.y - begin.y) * 0.55,
                  end.x + (at.x - end.x) * 0.55, end.y + (at.y - end.y) * 0.55, end.x, end.y);
}

static void
add_course (cairo_t *cr, const Course *course, double off, double width, gboolean rounded)
{
  double all = off + course->shift;
  TlPlace from = beside (course, 0, all);

  cairo_move_to (cr, from.x, from.y);
  for (guint i = 1; i + 1 < course->n; i++)
    {
      TlPlace at = beside (course, i, all);
      TlPlace to = beside (course, i + 1, all);
      double side = turn (course, i) > 0 ? all : -all;

      if (rounded)
        add_bend (cr, from, at, to, MAX (0.5, MAX (ROUND, width / 2 + 4) + side));
      else
        cairo_line_to (cr, at.x, at.y);
      from = at;
    }
  from = beside (course, course->n - 1, all);
  cairo_line_to (cr, from.x, from.y);
}

/**
 * tl_volume_main_kind:
 * @volume: a volume
 *
 * Returns: the kind of demand that most of it is for
 */
TlDemandKind
tl_volume_main_kind (const TlVolume *volume)
{
  TlDemandKind kind = TL_DEMAND_VALUE;

  for (int k = 0; k < TL_N_DEMAND_KINDS; k++)
    if (volume->by_kind[k] > volume->by_kind[kind])
      kind = (TlDemandKind) k;
  return kind;
}

/**
 * tl_ribbon_stroke:
 * @theme: the theme
 * @cr: with a way as its path
 * @kind: of demand that takes it
 * @width: how much of it
 * @striped: whether the picture is large enough for stripes
 *
 * Strokes one band of a ribbon and clears the path.
 */
void
tl_ribbon_stroke (const TlTheme *theme, cairo_t *cr, TlDemandKind kind, double width, gboolean striped)
{
  static const double dashes[] = { 2, 5 };
  TlColour colour = tl_theme_bucket (theme, tl_kind_bucket (kind));

  tl_colour_set (cr, &colour);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, width);
  if (!striped || kind != TL_DEMAND_FAILURE || width < STRIPED)
    {
      cairo_stroke (cr);
      return;
    }
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, theme->high_contrast ? 0.8 : 0.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* First all in the colour of the last, then the others over it: no seam shows the ground. */
static void
draw_bands (const TlFlowBrush *brush, const Course *course, const TlVolume *volume, double width)
{
  static const TlDemandKind kinds[] = { TL_DEMAND_VALUE, TL_DEMAND_FAILURE, TL_DEMAND_UNSURE };
  double sum = tl_volume_sum (volume), left = width / 2;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      double band = width * volume->by_kind[kinds[k]] / sum;

      if (band <= 0)
        continue;
      add_course (brush->cr, course, left - band / 2, width, brush->fine);
      tl_ribbon_stroke (brush->theme, brush->cr, kinds[k], band, brush->hatched);
      left -= band;
    }
}

static void
draw_one (const TlFlowBrush *brush, const Course *course, TlDemandKind kind, double width, gboolean rework)
{
  static const double dashes[] = { 8, 5 };
  TlColour colour = tl_theme_bucket (brush->theme, tl_kind_bucket (kind));

  tl_colour_set (brush->cr, &colour);
  tl_flow_brush_width (brush, width);
  if (rework && brush->fine)
    cairo_set_dash (brush->cr, dashes, G_N_ELEMENTS (dashes), 0);
  add_course (brush->cr, course, 0, width, brush->fine);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

/* Along the middle, what is done again: a dashed line, as in the other pictures. */
static void
draw_rework (const TlFlowBrush *brush, const Course *course, double width)
{
  static const double dashes[] = { 8, 6 };
  TlColour ground = tl_theme_ink (brush->theme, TL_INK_GROUND);

  tl_colour_set (brush->cr, &ground);
  cairo_set_line_width (brush->cr, MIN (3, width / 3));
  cairo_set_dash (brush->cr, dashes, G_N_ELEMENTS (dashes), 0);
  add_course (brush->cr, course, 0, width, TRUE);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
draw_casing (const TlFlowBrush *brush, const TlPath *path, const Course *course, double width)
{
  gboolean marked
      = tl_flow_brush_mark (brush, path->item) != TL_MARK_NONE || tl_flow_brush_has_focus (brush, path->item);
  TlColour around = tl_theme_ink (brush->theme, marked ? TL_INK_ACCENT : TL_INK_GROUND);

  tl_colour_set (brush->cr, &around);
  cairo_set_line_width (brush->cr, MAX (width, 1.5) + (marked ? 2 : 1) * CASING);
  add_course (brush->cr, course, 0, width, brush->fine);
  cairo_stroke (brush->cr);
}

static void
draw_head (const TlFlowBrush *brush, TlPlace base, TlPlace tip, TlDemandKind kind, double width)
{
  TlColour colour = tl_theme_bucket (brush->theme, tl_kind_bucket (kind));
  double length = tl_place_distance (base, tip);
  double half = MAX (4.5, width / 2 + 2.5);
  double dx = length > 0 ? (tip.x - base.x) / length * half : half;
  double dy = length > 0 ? (tip.y - base.y) / length * half : 0;

  cairo_move_to (brush->cr, tip.x, tip.y);
  cairo_line_to (brush->cr, base.x - dy, base.y + dx);
  cairo_line_to (brush->cr, base.x + dy, base.y - dx);
  cairo_close_path (brush->cr);
  tl_colour_set (brush->cr, &colour);
  cairo_fill (brush->cr);
}

/* Where nothing goes: a trace of the way. */
static void
draw_dry (const TlFlowBrush *brush, const Course *course)
{
  static const double dashes[] = { 2, 5 };
  TlColour line = tl_theme_ink (brush->theme, TL_INK_LINE);

  tl_colour_set (brush->cr, &line);
  tl_flow_brush_width (brush, 1.2);
  if (brush->fine)
    cairo_set_dash (brush->cr, dashes, G_N_ELEMENTS (dashes), 0);
  add_course (brush->cr, course, 0, 0, brush->fine);
  cairo_stroke (brush->cr);
}

static double
shift_of (const TlFlowBrush *brush, const TlPath *path)
{
  const TlPath *first = (const TlPath *) (gconstpointer) brush->geometry->paths->data;

  return brush->shifts != NULL ? brush->shifts[path - first] : 0;
}

/**
 * tl_ribbon_draw:
 * @brush: a brush with the river as its lens
 * @path: a way
 * @tail: where it begins, at a step's outline
 * @tip: where it ends
 * @rework: whether what takes it is done again
 *
 * Draws a way of the river with its head.
 */
void
tl_ribbon_draw (const TlFlowBrush *brush, const TlPath *path, TlPlace tail, TlPlace tip, gboolean rework)
{
  TlVolume volume = tl_flow_lens_volume (brush->lens, path->item);
  double width = tl_flow_lens_width (brush->lens, path->item);
  TlPlace before = path->points->len > 2 ? g_array_index (path->points, TlPlace, path->points->len - 2) : tail;
  double head = MIN (CLAMP (width * 0.5, 9, 15), tl_place_distance (before, tip) * 0.9);
  TlPlace base = tl_place_towards (tip, before, head);
  TlDemandKind kind = tl_volume_main_kind (&volume);
  g_auto (Course) course = { NULL };
  TlPlace side;

  course_init (&course, path, tail, tl_place_towards (tip, before, head - 1));
  if (course.n < 2)
    return;
  course.shift = shift_of (brush, path);
  side = normal (&course, course.n - 2);
  base = (TlPlace){ base.x + side.x * course.shift, base.y + side.y * course.shift };
  tip = (TlPlace){ tip.x + side.x * course.shift, tip.y + side.y * course.shift };
  cairo_save (brush->cr);
  if (brush->fine && (width > 0 || tl_flow_brush_mark (brush, path->item) != TL_MARK_NONE))
    draw_casing (brush, path, &course, width);
  if (!(width > 0))
    draw_dry (brush, &course);
  else if (width < PARTED || !brush->fine)
    draw_one (brush, &course, kind, MAX (width, 1.1), rework && width < PARTED);
  else
    draw_bands (brush, &course, &volume, width);
  if (rework && brush->fine && width >= PARTED)
    draw_rework (brush, &course, width);
  if (width > 0)
    draw_head (brush, base, tip, kind, width);
  cairo_restore (brush->cr);
}
