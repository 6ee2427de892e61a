#include "app/tool-paint.h"

#include <math.h>

#include "paint/label.h"

#define GHOST_ROUND 10.0
#define WORDS_PAD 8.0

/**
 * tl_tool_paint_disc:
 * @cr: a context
 * @theme: light or dark
 * @at: its middle
 * @radius: of the disc
 * @colour: of the disc
 * @sign: "+" or a letter
 *
 * Something to take hold of.
 */
void
tl_tool_paint_disc (cairo_t *cr,
                    const TlTheme *theme,
                    TlPlace at,
                    double radius,
                    const TlColour *colour,
                    const char *sign)
{
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);
  TlColour text = tl_theme_text_on (colour);
  cairo_text_extents_t extents;

  cairo_arc (cr, at.x, at.y, radius + 1.5, 0, 2 * G_PI);
  tl_colour_set (cr, &ground);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  tl_colour_set (cr, colour);
  cairo_fill (cr);
  tl_colour_set (cr, &text);
  if (*sign != '+')
    {
      cairo_select_font_face (cr, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
      cairo_set_font_size (cr, radius * 1.3);
      cairo_text_extents (cr, sign, &extents);
      cairo_move_to (cr, at.x - extents.width / 2 - extents.x_bearing, at.y - extents.height / 2 - extents.y_bearing);
      cairo_show_text (cr, sign);
      return;
    }
  cairo_set_line_width (cr, radius / 4);
  cairo_move_to (cr, at.x - radius * 0.45, at.y);
  cairo_line_to (cr, at.x + radius * 0.45, at.y);
  cairo_move_to (cr, at.x, at.y - radius * 0.45);
  cairo_line_to (cr, at.x, at.y + radius * 0.45);
  cairo_stroke (cr);
}

/**
 * tl_tool_paint_ring:
 * @cr: a context
 * @theme: light or dark
 * @at: its middle
 * @radius: of the ring
 * @colour: of the ring
 *
 * An end that can be taken elsewhere.
 */
void
tl_tool_paint_ring (cairo_t *cr, const TlTheme *theme, TlPlace at, double radius, const TlColour *colour)
{
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);

  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  tl_colour_set (cr, &ground);
  cairo_fill_preserve (cr);
  tl_colour_set (cr, colour);
  cairo_set_line_width (cr, 3);
  cairo_stroke (cr);
}

/**
 * tl_tool_paint_ghost:
 * @cr: a context
 * @box: where it would stand
 * @colour: of its border
 *
 * What is not there yet.
 */
void
tl_tool_paint_ghost (cairo_t *cr, const TlBox *box, const TlColour *colour)
{
  static const double dashes[] = { 6, 5 };
  double r = MIN (GHOST_ROUND, box->height / 2);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI_2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 2);
  tl_colour_set (cr, colour);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * tl_tool_paint_words:
 * @cr: a context
 * @theme: light or dark
 * @top: the middle of the upper side
 * @words: what letting go would do
 * @scale: the room scale
 */
void
tl_tool_paint_words (cairo_t *cr, const TlTheme *theme, TlPlace top, const char *words, double scale)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  TlColour text = tl_theme_text_on (&accent);
  TlTheme sized = *theme;
  TlLabelStyle style = { .size = 13, .bold = TRUE, .colour = &text, .sentence = TRUE };
  PangoContext *context = tl_label_context ();
  g_autoptr (TlLabel) label = NULL;
  double width, height;

  sized.scale = scale;
  label = tl_label_new (context, &sized, &style, words, 600 * scale);
  g_object_unref (context);
  width = label->width + 2 * WORDS_PAD;
  height = label->height + WORDS_PAD;
  label->x = round (top.x - label->width / 2);
  label->y = round (top.y + WORDS_PAD / 2);
  cairo_new_path (cr);
  cairo_arc (cr, top.x - width / 2 + height / 2, top.y + height / 2, height / 2, G_PI_2, -G_PI_2);
  cairo_arc (cr, top.x + width / 2 - height / 2, top.y + height / 2, height / 2, -G_PI_2, G_PI_2);
  cairo_close_path (cr);
  tl_colour_set (cr, &accent);
  cairo_fill (cr);
  tl_label_paint (label, cr);
}
