/* flow-brush.c: what the painters of a flow's parts share while one picture is painted. */
#include "paint/flow-brush.h"

#include "paint/flow-shape.h"
#include "paint/flow-text.h"

#define BADGE_LETTER 0.68

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
  double least = brush->theme->high_contrast ? 1.6 : 0.9;

  cairo_set_line_width (brush->cr, MAX (width, least / brush->zoom));
}

/**
 * tl_flow_brush_badge:
 * @brush: a brush
 * @bucket: what it says
 * @x: of its middle
 * @y: of its middle
 * @size: its width and height
 *
 * Draws the letter of @bucket on its colour; what is not judged yet is an outline only.
 */
void
tl_flow_brush_badge (const TlFlowBrush *brush, TlBucket bucket, double x, double y, double size)
{
  TlColour colour = tl_theme_bucket (brush->theme, bucket);
  TlColour ink = tl_theme_text_on (&colour);
  TlBox box = { x - size / 2, y - size / 2, size, size };

  tl_shape_add_round (brush->cr, &box, size * 0.28);
  if (bucket == TL_BUCKET_UNCLASSIFIED)
    {
      ink = tl_theme_ink (brush->theme, TL_INK_QUIET);
      tl_colour_set (brush->cr, &ink);
      tl_flow_brush_width (brush, 1.2);
      cairo_stroke (brush->cr);
    }
  else
    {
      tl_colour_set (brush->cr, &colour);
      cairo_fill (brush->cr);
    }
  if (brush->fine)
    tl_flow_text_letter (brush, tl_theme_bucket_letter (bucket), &ink, x, y, size * BADGE_LETTER);
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
