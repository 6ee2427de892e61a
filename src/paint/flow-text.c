/* flow-text.c: short texts of a flow's picture. */
#include "paint/flow-text.h"

/**
 * tl_flow_text_new:
 * @brush: a brush
 * @font: of the text
 * @text: the text; line breaks become spaces
 * @width: to wrap and cut at
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *
tl_flow_text_new (const TlFlowBrush *brush, const TlFlowFont *font, const char *text, double width)
{
  return tl_flow_letters_set (brush->letters, font, text, width);
}

/**
 * tl_flow_text_width:
 * @layout: a text
 *
 * Returns: its width, in points at 100 %
 */
double
tl_flow_text_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return pango_units_to_double (extents.width);
}

/**
 * tl_flow_text_height:
 * @layout: a text
 *
 * Returns: its height, in points at 100 %
 */
double
tl_flow_text_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return pango_units_to_double (extents.height);
}

/**
 * tl_flow_text_is_cut:
 * @layout: a text
 *
 * Returns: whether some of it is left out
 */
gboolean
tl_flow_text_is_cut (PangoLayout *layout)
{
  return pango_layout_is_ellipsized (layout);
}

/**
 * tl_flow_text_draw:
 * @brush: a brush
 * @layout: a text
 * @ink: its colour
 * @x: its left
 * @y: its top
 */
void
tl_flow_text_draw (const TlFlowBrush *brush, PangoLayout *layout, const TlColour *ink, double x, double y)
{
  PangoRectangle extents;

  /* A layout of a width stands against its right edge where the script runs from right to left. */
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (brush->cr, x - pango_units_to_double (extents.x), y);
  tl_colour_set (brush->cr, ink);
  pango_cairo_show_layout (brush->cr, layout);
  cairo_new_path (brush->cr);
}
