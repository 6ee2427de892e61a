/* flow-line.c: draws connectors, entries and raises of a flow. */
#include "paint/flow-line.h"

#include <math.h>

#include "layout/flow-label.h"
#include "paint/flow-ribbon.h"
#include "paint/flow-shape.h"
#include "paint/flow-text.h"
#include "paint/flow-way.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define ROUND 10.0
#define HEAD_LENGTH 11.0
#define HEAD_HALF 5.0
#define LEADER_DOT 3.0
/* From a line to a label that stands beside it, at most. */
#define BESIDE_MOST 8.0

/* So wide a way of the river reaches under a label beside it, which is no farther from its middle than this. */
#define RIBBON_WIDE 5.0
#define RIBBON_REACH 40.0
/* A part of a way is so many times as long as the label that stands on it. */
#define LABEL_ROOM 1.4

/* A share or a volume stands at the end of a label, and is what counts. */
static const TlFlowFont font_label = { 12, PANGO_WEIGHT_SEMIBOLD, 1, TRUE };
static const TlFlowFont font_two_lines = { 12, PANGO_WEIGHT_SEMIBOLD, 2, TRUE };

static gboolean
is_rework (const TlPath *path)
{
  return path->item->kind == TL_ITEM_CONNECTOR && ((const TlConnector *) path->item)->kind == TL_CONNECTOR_REWORK;
}

static TlColour
colour_of (const TlFlowBrush *brush, const TlPath *path)
{
  if (tl_flow_brush_mark (brush, path->item) != TL_MARK_NONE)
    return tl_theme_ink (brush->theme, TL_INK_ACCENT);
  if (is_rework (path))
    return tl_theme_bucket_text (brush->theme, TL_BUCKET_REWORK);
  if (path->item->kind == TL_ITEM_RAISES)
    return tl_theme_bucket_text (brush->theme, TL_BUCKET_FAILURE);
  if (path->item->kind == TL_ITEM_ENTRY)
    return tl_theme_bucket_text (brush->theme, tl_demand_bucket (((const TlEntry *) path->item)->demand));
  return tl_theme_ink (brush->theme, TL_INK_LINE);
}

static TlPlace
point (const TlPath *path, guint i)
{
  return g_array_index (path->points, TlPlace, i);
}

/* The corner at @at, rounded by as much as half of the shorter part allows. */
static void
add_corner (cairo_t *cr, TlPlace from, TlPlace at, TlPlace to)
{
  double r = MIN (ROUND, MIN (tl_place_distance (from, at), tl_place_distance (at, to)) / 2);
  TlPlace begin = tl_place_towards (at, from, r);
  TlPlace end = tl_place_towards (at, to, r);

  cairo_line_to (cr, begin.x, begin.y);
  cairo_curve_to (cr, begin.x + (at.x - begin.x) * 0.55, begin.y + (at.y - begin.y) * 0.55,
                  end.x + (at.x - end.x) * 0.55, end.y + (at.y - end.y) * 0.55, end.x, end.y);
}

static const TlStep *
step_at (const TlPath *path, gboolean head)
{
  switch ((int) path->item->kind)
    {
    case TL_ITEM_CONNECTOR:
      return head ? ((const TlConnector *) path->item)->to : ((const TlConnector *) path->item)->from;
    case TL_ITEM_ENTRY:
      return head ? ((const TlEntry *) path->item)->step : NULL;
    case TL_ITEM_RAISES:
      return head ? NULL : ((const TlRaises *) path->item)->step;
    default:
      return NULL;
    }
}

/* An end of a path, moved on to the outline, which may lie inside the box. */
static TlPlace
end_of (const TlFlowBrush *brush, const TlPath *path, gboolean head)
{
  guint last = path->points->len - 1;
  TlPlace end = point (path, head ? last : 0);
  TlPlace next = point (path, head ? last - 1 : 1);
  const TlStep *step = step_at (path, head);
  const TlStepBox *box = step != NULL ? tl_flow_geometry_step (brush->geometry, step) : NULL;
  double inset;

  if (box == NULL || fabs (end.y - next.y) > 0.5)
    return end;
  inset = tl_shape_step_inset (step->kind, end.y - box->box.y - box->box.height / 2);
  return (TlPlace){ end.x + (next.x < end.x ? inset : -inset), end.y };
}

static void
add_line (const TlFlowBrush *brush, const TlPath *path, TlPlace head)
{
  guint last = path->points->len - 1;
  TlPlace tail = end_of (brush, path, FALSE);

  cairo_move_to (brush->cr, tail.x, tail.y);
  for (guint i = 1; i < last; i++)
    {
      TlPlace at = point (path, i);

      if (!brush->fine)
        cairo_line_to (brush->cr, at.x, at.y);
      else
        add_corner (brush->cr, point (path, i - 1), at, point (path, i + 1));
    }
  cairo_line_to (brush->cr, head.x, head.y);
}

/* A thick line has a head that is thicker still. */
static double
head_length (double width)
{
  return MAX (HEAD_LENGTH, width * 0.7 + 8);
}

static void
draw_head (const TlFlowBrush *brush, TlPlace tip, TlPlace from, double width)
{
  TlPlace base = tl_place_towards (tip, from, head_length (width));
  double length = tl_place_distance (tip, from);
  double half = MAX (HEAD_HALF, width / 2 + 3);
  double dx = length > 0 ? (tip.x - from.x) / length * half : half;
  double dy = length > 0 ? (tip.y - from.y) / length * half : 0;

  cairo_move_to (brush->cr, tip.x, tip.y);
  cairo_line_to (brush->cr, base.x - dy, base.y + dx);
  cairo_line_to (brush->cr, base.x + dy, base.y - dx);
  cairo_close_path (brush->cr);
  cairo_fill (brush->cr);
}

static double
width_of (const TlFlowBrush *brush, const TlPath *path)
{
  double width = tl_flow_lens_width (brush->lens, path->item);

  switch (tl_flow_brush_mark (brush, path->item))
    {
    case TL_MARK_SELECTED:
      return MAX (width, 3);
    case TL_MARK_HOVER:
      return MAX (width, 2.6);
    case TL_MARK_NONE:
    default:
      return MAX (width, path->item->kind == TL_ITEM_ENTRY ? 1.6 : 2);
    }
}

static void
draw_halo (const TlFlowBrush *brush, const TlPath *path)
{
  TlColour accent = tl_theme_ink (brush->theme, TL_INK_ACCENT);

  if (tl_flow_brush_mark (brush, path->item) != TL_MARK_SELECTED && !tl_flow_brush_has_focus (brush, path->item))
    return;
  cairo_set_source_rgba (brush->cr, accent.red, accent.green, accent.blue, 0.24);
  cairo_set_line_width (brush->cr, width_of (brush, path) + 8);
  add_line (brush, path, point (path, path->points->len - 1));
  cairo_stroke (brush->cr);
}

static void
draw_plain (const TlFlowBrush *brush, const TlPath *path, TlPlace tip, TlPlace before)
{
  static const double dashes[] = { 8, 5 };
  TlColour colour = colour_of (brush, path);
  double width = width_of (brush, path);
  cairo_t *cr = brush->cr;

  cairo_save (cr);
  draw_halo (brush, path);
  tl_colour_set (cr, &colour);
  tl_flow_brush_width (brush, width);
  if (is_rework (path) && brush->fine)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  add_line (brush, path,
            tl_place_towards (tip, before, MIN (head_length (width) - 2, tl_place_distance (tip, before))));
  cairo_stroke (cr);
  draw_head (brush, tip, before, width);
  cairo_restore (cr);
}

static gboolean
is_river (const TlFlowBrush *brush)
{
  return brush->lens->lens == TL_LENS_RIVER && brush->lens->most_volume > 0;
}

/**
 * tl_line_draw:
 * @brush: a brush
 * @path: a path
 *
 * Draws the line with its head: rework dashed, raised demand in the colour of failure and as wide
 * as there is much of it; in the river, all as wide as what takes it.
 */
void
tl_line_draw (const TlFlowBrush *brush, const TlPath *path)
{
  TlPlace tip, before;

  if (path->points->len < 2)
    return;
  tip = end_of (brush, path, TRUE);
  before = point (path, path->points->len - 2);
  if (is_river (brush))
    tl_ribbon_draw (brush, path, end_of (brush, path, FALSE), tip, is_rework (path));
  else
    draw_plain (brush, path, tip, before);
}

/* "yes · 292": in the river the number is what goes there, not its share. */
static char *
volume_text (const TlFlowBrush *brush, const TlPath *path)
{
  const TlConnector *connector = (const TlConnector *) path->item;
  TlVolume volume = tl_flow_lens_volume (brush->lens, path->item);
  double sum = tl_volume_sum (&volume);
  g_autofree char *number = NULL;

  if (path->item->kind != TL_ITEM_CONNECTOR)
    return NULL;
  if (!(sum > 0))
    return g_strdup (connector->label);
  number = tl_words_number (sum);
  return connector->label != NULL ? g_strdup_printf ("%s · %s", connector->label, number) : g_steal_pointer (&number);
}

/* The rate that a person gave, and what comes of it, one under the other. */
static char *
raised_text (const TlFlowBrush *brush, const TlPath *path)
{
  TlVolume volume = tl_flow_lens_volume (brush->lens, path->item);
  double sum = tl_volume_sum (&volume);
  g_autofree char *first = tl_path_label_text (path);
  g_autofree char *often = NULL;
  g_autofree char *second = NULL;
  GString *text;

  if (first == NULL || !(sum > 0) || !isfinite (sum))
    return g_steal_pointer (&first);
  often = tl_words_times_per (sum, brush->period);
  /* Translators: what a rate comes to, as in "= 162 a week" under "0.35 per visit" */
  second = g_strdup_printf (_ ("= %s"), often);
  text = g_string_new (second);
  g_string_prepend_c (text, '\n');
  g_string_prepend (text, first);
  /* Lines break only between the two. */
  g_string_replace (text, " ", "\302\240", 0);
  g_string_replace (text, "\n", " ", 0);
  return g_string_free (text, FALSE);
}

/* Returns: (nullable): what is written on it */
static char *
text_of (const TlFlowBrush *brush, const TlPath *path)
{
  if (path->item->kind == TL_ITEM_RAISES)
    return raised_text (brush, path);
  return is_river (brush) ? volume_text (brush, path) : tl_path_label_text (path);
}

/**
 * tl_line_text_new:
 * @brush: a brush
 * @path: a path
 *
 * Returns: (transfer full) (nullable): the text of its label
 */
PangoLayout *
tl_line_text_new (const TlFlowBrush *brush, const TlPath *path)
{
  gboolean two_lines = path->label_height > TL_LABEL_HEIGHT;
  g_autofree char *text = text_of (brush, path);

  if (text == NULL)
    return NULL;
  return tl_flow_text_new (brush, two_lines ? &font_two_lines : &font_label, text,
                           TL_LABEL_WIDTH_MOST - 2 * TL_LABEL_PAD);
}

/* What moves an end of a line on to the outline of its step. */
static guint64
print_end (guint64 print, const TlPath *path, gboolean head)
{
  const TlStep *step = step_at (path, head);

  return tl_print_number (print, step != NULL ? (int) step->kind : -1);
}

/**
 * tl_line_print:
 * @brush: a brush
 * @path: a path
 * @fine: with its label
 *
 * Returns: what its look depends on, in one number
 */
guint64
tl_line_print (const TlFlowBrush *brush, const TlPath *path, gboolean fine)
{
  guint64 print = tl_print_number (is_rework (path), path->item->kind);
  TlVolume volume = tl_flow_lens_volume (brush->lens, path->item);
  g_autofree char *label = NULL;

  if (path->item->kind == TL_ITEM_ENTRY)
    print = tl_print_number (print, (int) ((const TlEntry *) path->item)->demand->kind);
  print = print_end (print_end (print, path, FALSE), path, TRUE);
  print = tl_print_number (print, is_river (brush));
  if (brush->shifts != NULL)
    print
        = tl_print_number (print, brush->shifts[path - (const TlPath *) (gconstpointer) brush->geometry->paths->data]);
  print = tl_print_number (print, tl_flow_lens_width (brush->lens, path->item));
  for (int k = 0; is_river (brush) && k < TL_N_DEMAND_KINDS; k++)
    print = tl_print_number (print, volume.by_kind[k]);
  for (guint i = 0; i < path->points->len; i++)
    print = tl_print_number (tl_print_number (print, point (path, i).x), point (path, i).y);
  if (!fine)
    return print;
  label = text_of (brush, path);
  print = tl_print_number (tl_print_number (print, path->label.x), path->label.y);
  print = tl_print_number (tl_print_number (print, path->leader.x), path->leader.y);
  return tl_print_text (print, label);
}

static TlPlace
nearest_on (TlPlace a, TlPlace b, TlPlace at)
{
  return (TlPlace){ CLAMP (at.x, MIN (a.x, b.x), MAX (a.x, b.x)), CLAMP (at.y, MIN (a.y, b.y), MAX (a.y, b.y)) };
}

/* Ribbons that share a trunk are moved aside, to the left of their direction. */
static TlPlace
moved_aside (const TlFlowBrush *brush, const TlPath *path, guint part, TlPlace at)
{
  const TlPath *first = (const TlPath *) (gconstpointer) brush->geometry->paths->data;
  double by = brush->shifts != NULL ? brush->shifts[path - first] : 0;
  TlPlace a = point (path, part), b = point (path, part + 1);
  double length = tl_place_distance (a, b);

  return length > 0 ? (TlPlace){ at.x + (b.y - a.y) / length * by, at.y + (a.x - b.x) / length * by } : at;
}

/* Whether a label on it leaves enough of that part of a way to be seen. */
static gboolean
has_room (const TlPath *path, guint part)
{
  TlPlace a = point (path, part), b = point (path, part + 1);

  if (fabs (b.x - a.x) > fabs (b.y - a.y))
    return fabs (b.x - a.x) >= path->label_width * LABEL_ROOM;
  return fabs (b.y - a.y) >= path->label_height * LABEL_ROOM;
}

/* Which upright part of its way a label stands beside; -1 if none, or if it stands on another part. */
static int
part_beside (const TlPath *path)
{
  int part = -1;

  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlPlace a = point (path, i), b = point (path, i + 1), near = nearest_on (a, b, path->label);
      double off = fabs (path->label.x - near.x) - path->label_width / 2;

      if (fabs (path->label.y - near.y) < path->label_height / 2 && off < 0)
        return -1;
      if (fabs (a.x - b.x) < 0.5 && off < BESIDE_MOST && fabs (path->label.y - near.y) < 0.5)
        part = (int) i;
    }
  return part;
}

/* The layout holds more room than the letters take: beside its line, a label moves up to it. */
static TlPlace
moved_up (const TlPath *path, TlPlace at, double width)
{
  int part = tl_path_label_is_led (path) ? -1 : part_beside (path);
  double spare = path->label_width - width;

  if (part < 0 || spare <= 0)
    return at;
  return (TlPlace){ at.x + (point (path, (guint) part).x > at.x ? spare : -spare) / 2, at.y };
}

/* Beside a line, a label would lie half on a ribbon: there it stands on it. */
static TlPlace
label_place (const TlFlowBrush *brush, const TlPath *path, double width)
{
  TlPlace best = path->label;
  double least = G_MAXDOUBLE;

  if (!is_river (brush) || path->item->kind != TL_ITEM_CONNECTOR || tl_path_label_is_led (path)
      || tl_flow_lens_width (brush->lens, path->item) < RIBBON_WIDE)
    return moved_up (path, path->label, width);
  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlPlace near = nearest_on (point (path, i), point (path, i + 1), path->label);

      if (has_room (path, i) && tl_place_distance (near, path->label) < least)
        {
          least = tl_place_distance (near, path->label);
          best = moved_aside (brush, path, i, near);
        }
    }
  return least < RIBBON_REACH ? best : path->label;
}

/* A thin line to a label that stands off, with a dot where it leaves its own line. */
static void
draw_leader (const TlFlowBrush *brush, const TlPath *path)
{
  TlColour colour = colour_of (brush, path);
  cairo_t *cr = brush->cr;

  cairo_save (cr);
  tl_colour_set (cr, &colour);
  tl_flow_brush_width (brush, 1);
  cairo_move_to (cr, path->leader.x, path->leader.y);
  cairo_line_to (cr, path->label.x, path->label.y);
  cairo_stroke (cr);
  cairo_arc (cr, path->leader.x, path->leader.y, LEADER_DOT, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * tl_line_draw_label:
 * @brush: a brush
 * @path: a path
 * @text: its label
 *
 * Draws the label on a plate of the ground's colour, so that the line does not run through it, with its leader if it
 * has one.
 */
void
tl_line_draw_label (const TlFlowBrush *brush, const TlPath *path, PangoLayout *text)
{
  TlColour ground = tl_theme_ink (brush->theme, TL_INK_GROUND);
  TlColour ink = colour_of (brush, path);
  double width = tl_flow_text_width (text);
  double height = tl_flow_text_height (text);
  TlPlace at = label_place (brush, path, width + 2 * TL_LABEL_PAD);
  TlBox plate = { at.x - width / 2 - TL_LABEL_PAD, at.y - height / 2 - 1, width + 2 * TL_LABEL_PAD, height + 2 };

  if (path->item->kind == TL_ITEM_CONNECTOR && !is_rework (path)
      && tl_flow_brush_mark (brush, path->item) == TL_MARK_NONE)
    ink = tl_theme_ink (brush->theme, TL_INK_TEXT);
  if (tl_path_label_is_led (path))
    draw_leader (brush, path);
  tl_shape_add_round (brush->cr, &plate, 5);
  tl_colour_set (brush->cr, &ground);
  cairo_fill (brush->cr);
  tl_flow_text_draw (brush, text, &ink, at.x - width / 2, at.y - height / 2);
}
