/* theme.c: colours, hatches, letters and sizes that all painters share. */
#include "paint/theme.h"

#include <math.h>

/* Contrasts of WCAG 2.1, 1.4.3 and 1.4.6. */
#define CONTRAST_TEXT 4.5
#define CONTRAST_HIGH 7.0

#define RGB(hex)                                                                                                       \
  {                                                                                                                    \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0, 1.0                              \
  }

static const TlColour inks[4][TL_N_INKS] = {
  /* light */
  { RGB (0xfafafb), RGB (0xffffff), RGB (0x1d1d22), RGB (0x5b5b66), RGB (0x70707c), RGB (0xdedee3), RGB (0x1a66c9) },
  /* dark */
  { RGB (0x1d1d21), RGB (0x2a2a30), RGB (0xf3f3f6), RGB (0xb5b5c0), RGB (0x9c9ca9), RGB (0x3d3d46), RGB (0x82b6f5) },
  /* light, high contrast */
  { RGB (0xffffff), RGB (0xffffff), RGB (0x000000), RGB (0x2e2e34), RGB (0x1a1a1e), RGB (0x8c8c94), RGB (0x0a4aa3) },
  /* dark, high contrast */
  { RGB (0x000000), RGB (0x101013), RGB (0xffffff), RGB (0xdcdce2), RGB (0xf0f0f4), RGB (0x7c7c86), RGB (0xa6d0ff) },
};

/* After Okabe and Ito, "Color Universal Design" (2008): told apart with every kind of colour
 * vision. */
static const TlColour buckets[TL_N_LOOKS] = {
  [TL_BUCKET_VALUE] = RGB (0x009e73),   [TL_BUCKET_REWORK] = RGB (0xcc79a7),       [TL_BUCKET_WASTE] = RGB (0xe69f00),
  [TL_BUCKET_FAILURE] = RGB (0xd55e00), [TL_BUCKET_UNCLASSIFIED] = RGB (0x9a9aa3), [TL_LOOK_UNJUDGED] = RGB (0xd3d3d9),
};

/**
 * tl_theme_ink:
 * @theme: the theme
 * @ink: what is to be drawn
 *
 * Returns: the colour of lines, text or grounds
 */
TlColour
tl_theme_ink (const TlTheme *theme, TlInk ink)
{
  g_return_val_if_fail (ink < TL_N_INKS, inks[0][TL_INK_TEXT]);
  return inks[(theme->high_contrast ? 2 : 0) + (theme->dark ? 1 : 0)][ink];
}

/**
 * tl_theme_bucket:
 * @theme: the theme
 * @bucket: one of the five, or %TL_LOOK_UNJUDGED
 *
 * The same on light and dark ground, so that a room that switches need not learn anew.
 *
 * Returns: the colour of areas that stand for @bucket
 */
TlColour
tl_theme_bucket (const TlTheme *theme, TlBucket bucket)
{
  g_return_val_if_fail (bucket < TL_N_LOOKS, buckets[TL_BUCKET_UNCLASSIFIED]);
  return buckets[bucket];
}

/**
 * tl_theme_bucket_text:
 * @theme: the theme
 * @bucket: one of the five, or %TL_LOOK_UNJUDGED
 *
 * Returns: @bucket's hue, made dark or light enough for text on ground, surface and tint: 4.5 : 1,
 * in high contrast 7 : 1
 */
TlColour
tl_theme_bucket_text (const TlTheme *theme, TlBucket bucket)
{
  double least = theme->high_contrast ? CONTRAST_HIGH : CONTRAST_TEXT;
  TlColour hue = tl_theme_bucket (theme, bucket);
  TlColour text = tl_theme_ink (theme, TL_INK_TEXT);
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);
  TlColour tint = tl_theme_bucket_tint (theme, bucket);

  for (int i = 0; i < 20; i++)
    {
      TlColour colour = tl_colour_mix (&hue, &text, i / 20.0);

      if (tl_colour_contrast (&colour, &tint) >= least && tl_colour_contrast (&colour, &ground) >= least)
        return colour;
    }
  return text;
}

/**
 * tl_theme_bucket_tint:
 * @theme: the theme
 * @bucket: one of the five, or %TL_LOOK_UNJUDGED
 *
 * Returns: a breath of @bucket's colour, for the ground of a box with text on it
 */
TlColour
tl_theme_bucket_tint (const TlTheme *theme, TlBucket bucket)
{
  TlColour surface = tl_theme_ink (theme, TL_INK_SURFACE);
  TlColour hue = tl_theme_bucket (theme, bucket);

  if (theme->high_contrast || bucket >= TL_BUCKET_UNCLASSIFIED)
    return surface;
  return tl_colour_mix (&surface, &hue, theme->dark ? 0.16 : 0.11);
}

/**
 * tl_theme_bucket_letter:
 * @bucket: one of the five, or %TL_LOOK_UNJUDGED
 *
 * Returns: the one letter that stands for @bucket where colour can't; the same in every language,
 * as it is also the key that marks a step
 */
const char *
tl_theme_bucket_letter (TlBucket bucket)
{
  static const char *const letters[TL_N_LOOKS] = {
    [TL_BUCKET_VALUE] = "V",   [TL_BUCKET_REWORK] = "R",       [TL_BUCKET_WASTE] = "W",
    [TL_BUCKET_FAILURE] = "F", [TL_BUCKET_UNCLASSIFIED] = "?", [TL_LOOK_UNJUDGED] = "–",
  };

  g_return_val_if_fail (bucket < TL_N_LOOKS, "?");
  return letters[bucket];
}

/**
 * tl_theme_text_on:
 * @ground: an opaque colour
 *
 * Returns: black or white, whichever reads better on @ground: at least 4.5 : 1 on any colour
 */
TlColour
tl_theme_text_on (const TlColour *ground)
{
  static const TlColour black = RGB (0x000000);
  static const TlColour white = RGB (0xffffff);

  return tl_colour_contrast (ground, &black) >= tl_colour_contrast (ground, &white) ? black : white;
}

/**
 * tl_theme_font:
 * @theme: the theme, whose scale it takes
 * @size: height in cairo units at 100 %
 * @weight: of the letters
 *
 * Absolute size: the same text is as large on every surface, whatever its resolution says.
 *
 * Returns: (transfer full): the font of all painters
 */
PangoFontDescription *
tl_theme_font (const TlTheme *theme, double size, PangoWeight weight)
{
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Inter, Noto Sans, DejaVu Sans, Sans");

  pango_font_description_set_absolute_size (font, size * theme->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  return font;
}

/**
 * tl_colour_set:
 * @cr: where to draw
 * @colour: becomes the source
 */
void
tl_colour_set (cairo_t *cr, const TlColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/**
 * tl_colour_mix:
 * @from: a colour
 * @to: another one
 * @part: 0 gives @from, 1 gives @to
 *
 * Returns: the colour between the two
 */
TlColour
tl_colour_mix (const TlColour *from, const TlColour *to, double part)
{
  return (TlColour){
    from->red + (to->red - from->red) * part,
    from->green + (to->green - from->green) * part,
    from->blue + (to->blue - from->blue) * part,
    from->alpha + (to->alpha - from->alpha) * part,
  };
}

/* WCAG 2.1, "relative luminance". */
static double
channel_luminance (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const TlColour *colour)
{
  return 0.2126 * channel_luminance (colour->red) + 0.7152 * channel_luminance (colour->green)
         + 0.0722 * channel_luminance (colour->blue);
}

/**
 * tl_colour_contrast:
 * @a: an opaque colour
 * @b: another one
 *
 * Returns: their contrast ratio by WCAG 2.1, 1..21
 */
double
tl_colour_contrast (const TlColour *a, const TlColour *b)
{
  double first = luminance (a);
  double second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
