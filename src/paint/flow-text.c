/* flow-text.c: short texts of a flow's picture. */
#include "paint/flow-text.h"

#include <math.h>

/* No name needs more of its letters than this to fill its lines; shaping a whole book would take
 * long. */
#define MOST_BYTES 400

static char *
shorten (const char *text)
{
  g_autofree char *valid = NULL;
  const char *end;

  if (strlen (text) <= MOST_BYTES)
    return g_utf8_make_valid (text, -1);
  end = g_utf8_find_prev_char (text, text + MOST_BYTES);
  valid = g_utf8_make_valid (text, end - text);
  return g_strconcat (valid, "…", NULL);
}

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
  PangoLayout *layout = pango_layout_new (brush->context);
  PangoFontDescription *description;
  g_autofree char *shortened = shorten (text);
  TlTheme theme = *brush->theme;

  /* Boxes have one size: a flow is made larger by zooming, with its text. */
  theme.scale = 1;
  description = tl_theme_font (&theme, font->size, font->weight);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, g_strdelimit (shortened, "\n\r\t", ' '), -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, pango_units_from_double (MAX (width, 1)));
  pango_layout_set_height (layout, -font->lines);
  return layout;
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
tl_flow_text_draw (const TlFlowBrush *brush,
                   PangoLayout *layout,
                   const TlColour *ink,
                   double x,
                   double y)
{
  PangoRectangle extents;

  /* A layout of a width stands against its right edge where the script runs from right to left. */
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_move_to (brush->cr, x - pango_units_to_double (extents.x), y);
  tl_colour_set (brush->cr, ink);
  pango_cairo_show_layout (brush->cr, layout);
  cairo_new_path (brush->cr);
}

/**
 * tl_flow_text_letter:
 * @brush: a brush
 * @letter: one letter
 * @ink: its colour
 * @x: of its middle
 * @y: of its middle
 * @size: of the font
 *
 * Draws a letter in the middle of a badge, by the middle of what is inked.
 */
void
tl_flow_text_letter (const TlFlowBrush *brush,
                     const char *letter,
                     const TlColour *ink,
                     double x,
                     double y,
                     double size)
{
  TlFlowFont font = { size, PANGO_WEIGHT_BOLD, 1 };
  g_autoptr (PangoLayout) layout = tl_flow_text_new (brush, &font, letter, 100);
  PangoRectangle inked;

  pango_layout_get_extents (layout, &inked, NULL);
  cairo_move_to (brush->cr, x - pango_units_to_double (inked.x + inked.width / 2),
                 y - pango_units_to_double (inked.y + inked.height / 2));
  tl_colour_set (brush->cr, ink);
  pango_cairo_show_layout (brush->cr, layout);
  cairo_new_path (brush->cr);
}
