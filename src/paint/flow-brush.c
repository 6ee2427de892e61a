/* flow-brush.c: what the painters of a flow's parts share while one picture is painted. */
#include "paint/flow-brush.h"

#include <string.h>

#include "paint/flow-shape.h"
#include "paint/flow-text.h"

/**
 * tl_flow_brush_mark:
 * @brush: a brush
 * @item: what is being painted
 *
 * Returns: how the canvas marks @item
 */
TlMark
tl_flow_brush_mark (const TlFlowBrush *brush, gconstpointer item)
{
  if (brush->marks == NULL)
    return TL_MARK_NONE;
  if (brush->marks->selected != NULL && g_hash_table_contains (brush->marks->selected, item))
    return TL_MARK_SELECTED;
  return brush->marks->hover == item ? TL_MARK_HOVER : TL_MARK_NONE;
}

/**
 * tl_flow_brush_has_focus:
 * @brush: a brush
 * @item: what is being painted
 *
 * Returns: whether the keyboard is with @item
 */
gboolean
tl_flow_brush_has_focus (const TlFlowBrush *brush, gconstpointer item)
{
  return brush->marks != NULL && brush->marks->focus == item;
}

/**
 * tl_flow_brush_width:
 * @brush: a brush
 * @width: of a line, at 100 %
 *
 * Sets the line width, but never thinner than can be seen from afar.
 */
void
tl_flow_brush_width (const TlFlowBrush *brush, double width)
{
  /* Without antialiasing a line of less than a pixel has holes. */
  double least = brush->theme->high_contrast ? 1.6 : 1.1;

  cairo_set_line_width (brush->cr, MAX (width, least / brush->zoom));
}

static const TlFlowFont font_badge = { TL_BADGE * 0.68, PANGO_WEIGHT_BOLD, 1 };

/* In the middle of a badge, by the middle of what is inked. */
static void
draw_letter (const TlFlowBrush *brush, const char *letters, const TlColour *ink, double x, double y)
{
  g_autoptr (PangoLayout) layout = tl_flow_text_new (brush, &font_badge, letters, 100);
  PangoRectangle inked;

  pango_layout_get_extents (layout, &inked, NULL);
  cairo_move_to (brush->cr, x - pango_units_to_double (inked.x + inked.width / 2),
                 y - pango_units_to_double (inked.y + inked.height / 2));
  tl_colour_set (brush->cr, ink);
  pango_cairo_show_layout (brush->cr, layout);
  cairo_new_path (brush->cr);
}

/**
 * tl_flow_brush_badge:
 * @brush: a brush
 * @bucket: what it says
 * @x: of its middle
 * @y: of its middle
 *
 * Draws the letter of @bucket on its colour; what is not judged yet is an outline only.
 */
void
tl_flow_brush_badge (const TlFlowBrush *brush, TlBucket bucket, double x, double y)
{
  TlColour colour = tl_theme_bucket (brush->theme, bucket);
  TlColour ink = tl_theme_text_on (&colour);
  TlBox box = { x - TL_BADGE / 2, y - TL_BADGE / 2, TL_BADGE, TL_BADGE };

  tl_shape_add_round (brush->cr, &box, TL_BADGE * 0.28);
  if (bucket >= TL_BUCKET_UNCLASSIFIED)
    {
      ink = tl_theme_ink (brush->theme, TL_INK_QUIET);
      tl_colour_set (brush->cr, &ink);
      tl_flow_brush_width (brush, 1.2);
      if (bucket == TL_LOOK_UNJUDGED)
        cairo_set_dash (brush->cr, (double[]){ 2.4, 2 }, 2, 0);
      cairo_stroke (brush->cr);
      cairo_set_dash (brush->cr, NULL, 0, 0);
    }
  else
    {
      tl_colour_set (brush->cr, &colour);
      cairo_fill (brush->cr);
    }
  if (brush->fine)
    draw_letter (brush, tl_theme_bucket_letter (bucket), &ink, x, y);
}

/**
 * tl_flow_brush_plate_width:
 * @brush: a brush
 * @letters: on a plate
 *
 * Returns: how wide the plate is
 */
double
tl_flow_brush_plate_width (const TlFlowBrush *brush, const char *letters)
{
  g_autoptr (PangoLayout) layout = tl_flow_text_new (brush, &font_badge, letters, 100);

  return MAX (TL_BADGE, tl_flow_text_width (layout) + 9);
}

/**
 * tl_flow_brush_plate:
 * @brush: a brush
 * @colour: of the plate
 * @letters: on it
 * @right: of its right side
 * @y: of its middle
 *
 * Draws a badge as wide as its letters need.
 */
void
tl_flow_brush_plate (const TlFlowBrush *brush, const TlColour *colour, const char *letters, double right, double y)
{
  TlColour ink = tl_theme_text_on (colour);
  double width = tl_flow_brush_plate_width (brush, letters);
  TlBox box = { right - width, y - TL_BADGE / 2, width, TL_BADGE };

  tl_shape_add_round (brush->cr, &box, TL_BADGE * 0.28);
  tl_colour_set (brush->cr, colour);
  cairo_fill (brush->cr);
  draw_letter (brush, letters, &ink, right - width / 2, y);
}

/**
 * tl_demand_bucket:
 * @demand: a demand type
 *
 * Returns: the bucket whose colour and letter stand for its kind
 */
TlBucket
tl_demand_bucket (const TlDemand *demand)
{
  switch (demand->kind)
    {
    case TL_DEMAND_VALUE:
      return TL_BUCKET_VALUE;
    case TL_DEMAND_FAILURE:
      return TL_BUCKET_FAILURE;
    case TL_DEMAND_UNSURE:
    default:
      return TL_BUCKET_UNCLASSIFIED;
    }
}

/**
 * tl_print_text:
 * @print: of what came before; 0 at first
 * @text: (nullable): a text
 *
 * Two things with the same print look the same (FNV-1a, 64 bits: in a flow of 10,000 parts one pair in
 * 10^11 shares one by chance).
 *
 * Returns: the print of both
 */
guint64
tl_print_text (guint64 print, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    print = (print ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return (print ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
}

/**
 * tl_print_number:
 * @print: of what came before
 * @number: a number; two that are not the same by a hair are two
 *
 * Returns: the print of both
 */
guint64
tl_print_number (guint64 print, double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  print = (print ^ (bits & G_MAXUINT32)) * G_GUINT64_CONSTANT (0x100000001b3);
  print = (print ^ (bits >> 32)) * G_GUINT64_CONSTANT (0x100000001b3);
  return print ^ (print >> 29);
}
