/* theme.h: colours, hatches, letters and sizes that all painters share.
 *
 * The bucket colours are safe for colour blindness, on projectors and in grey print; each also has a
 * hatch and a letter of its own, so that no meaning hangs on colour alone.
 */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "analysis/buckets.h"

G_BEGIN_DECLS

/**
 * TlColour:
 *
 * In sRGB, each part 0..1, not premultiplied.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} TlColour;

/**
 * TlTheme:
 * @dark: light text on a dark ground
 * @high_contrast: stronger lines and text
 * @scale: of text and lines, 1.0 for 100 %
 */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  double scale;
} TlTheme;

typedef enum
{
  TL_INK_GROUND,  /* behind everything */
  TL_INK_SURFACE, /* of a box */
  TL_INK_TEXT,
  TL_INK_QUIET,  /* text of less weight; still 4.5 : 1 on the ground */
  TL_INK_LINE,   /* connectors, axes */
  TL_INK_FAINT,  /* grid */
  TL_INK_ACCENT, /* selection */
  TL_N_INKS,
} TlInk;

/* A look of its own for contacts that nobody has judged yet: for hours that and "not sure" are one bucket, for who
 * listens they are not. All that takes a bucket in order to draw it takes this as well. */
#define TL_LOOK_UNJUDGED ((TlBucket) (TL_N_BUCKETS + 1))
#define TL_N_LOOKS (TL_N_BUCKETS + 2)

TlColour tl_theme_ink (const TlTheme *theme, TlInk ink);
TlColour tl_theme_bucket (const TlTheme *theme, TlBucket bucket);
TlColour tl_theme_bucket_text (const TlTheme *theme, TlBucket bucket);
TlColour tl_theme_bucket_tint (const TlTheme *theme, TlBucket bucket);
const char *tl_theme_bucket_letter (TlBucket bucket);
TlColour tl_theme_text_on (const TlColour *ground);
void tl_theme_fill_hatched (const TlTheme *theme, cairo_t *cr, const TlColour *colour, TlBucket hatch);
void tl_theme_fill_bucket (const TlTheme *theme, cairo_t *cr, TlBucket bucket);
PangoFontDescription *tl_theme_font (const TlTheme *theme, double size, PangoWeight weight) G_GNUC_WARN_UNUSED_RESULT;

void tl_colour_set (cairo_t *cr, const TlColour *colour);
TlColour tl_colour_mix (const TlColour *from, const TlColour *to, double part);
double tl_colour_contrast (const TlColour *a, const TlColour *b);

G_END_DECLS
