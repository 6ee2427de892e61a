/* theme-hatch.c: areas that stand for a bucket, told apart without colour by their hatch.
 *
 * Hatches are lines drawn within a clip, not pattern surfaces: they stay sharp at every size, and
 * small and editable in SVG and PDF. They are lighter than the ground, so that the dark text on it
 * gains.
 */
#include "paint/theme.h"

#include <math.h>

/* Distance between lines at 100 %, in cairo units. */
#define SPACING 7.0
/* No area needs more lines than this; larger ones get wider spacing. */
#define MOST_LINES 2000.0

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
  double spacing;
} HatchArea;

static double
first_line (double from, double spacing)
{
  return floor (from / spacing) * spacing;
}

static void
add_level (cairo_t *cr, const HatchArea *area)
{
  for (double y = first_line (area->top, area->spacing); y <= area->bottom; y += area->spacing)
    {
      cairo_move_to (cr, area->left, y);
      cairo_line_to (cr, area->right, y);
    }
}

static void
add_upright (cairo_t *cr, const HatchArea *area)
{
  for (double x = first_line (area->left, area->spacing); x <= area->right; x += area->spacing)
    {
      cairo_move_to (cr, x, area->top);
      cairo_line_to (cr, x, area->bottom);
    }
}

/* Lines on which x + y is the same multiple of the spacing. */
static void
add_rising (cairo_t *cr, const HatchArea *area)
{
  double step = area->spacing * G_SQRT2;
  double height = area->bottom - area->top;

  for (double sum = first_line (area->left + area->top, step); sum <= area->right + area->bottom; sum += step)
    {
      cairo_move_to (cr, sum - area->top, area->top);
      cairo_line_to (cr, sum - area->top - height, area->bottom);
    }
}

static void
add_falling (cairo_t *cr, const HatchArea *area)
{
  double step = area->spacing * G_SQRT2;
  double height = area->bottom - area->top;

  for (double difference = first_line (area->left - area->bottom, step); difference <= area->right - area->top;
       difference += step)
    {
      cairo_move_to (cr, difference + area->top, area->top);
      cairo_line_to (cr, difference + area->top + height, area->bottom);
    }
}

static void
add_hatch (cairo_t *cr, const HatchArea *area, TlBucket bucket)
{
  switch (bucket)
    {
    case TL_BUCKET_VALUE:
      add_level (cr, area);
      break;
    case TL_BUCKET_REWORK:
      add_falling (cr, area);
      break;
    case TL_BUCKET_WASTE:
      add_rising (cr, area);
      break;
    case TL_BUCKET_FAILURE:
      add_rising (cr, area);
      add_falling (cr, area);
      break;
    case TL_BUCKET_UNCLASSIFIED:
      add_upright (cr, area);
      break;
    case TL_N_BUCKETS:
    default:
      break;
    }
}

/* Dashes that stand one below the other, dark on a light ground: no line goes through, as in all others. */
static void
set_dashes (cairo_t *cr, const TlTheme *theme, const HatchArea *area)
{
  double dash = 0.55 * area->spacing;

  cairo_set_dash (cr, (double[]){ dash, area->spacing - dash }, 2, fmod (area->left, area->spacing));
  cairo_set_source_rgba (cr, 0.2, 0.2, 0.24, theme->high_contrast ? 0.8 : 0.5);
}

/**
 * tl_theme_fill_hatched:
 * @theme: the theme
 * @cr: with the area as its path
 * @colour: of the area
 * @hatch: the bucket whose hatch it gets
 *
 * Fills the path with @colour and a hatch, and clears it. The hatch is anchored to the origin of @cr,
 * so it does not jump between neighbours.
 */
void
tl_theme_fill_hatched (const TlTheme *theme, cairo_t *cr, const TlColour *colour, TlBucket hatch)
{
  TlColour white = { 1, 1, 1, theme->high_contrast ? 0.6 : 0.36 };
  HatchArea area;

  cairo_save (cr);
  tl_colour_set (cr, colour);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &area.left, &area.top, &area.right, &area.bottom);
  area.spacing = MAX (SPACING * theme->scale, (area.right - area.left + area.bottom - area.top) / MOST_LINES);
  if (area.right > area.left && area.bottom > area.top)
    {
      tl_colour_set (cr, &white);
      cairo_set_line_width (cr, 1.3 * theme->scale);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, NULL, 0, 0);
      if (hatch == TL_LOOK_UNJUDGED)
        set_dashes (cr, theme, &area);
      add_hatch (cr, &area, hatch == TL_LOOK_UNJUDGED ? TL_BUCKET_VALUE : hatch);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * tl_theme_fill_bucket:
 * @theme: the theme
 * @cr: with the area as its path
 * @bucket: what the area stands for
 *
 * Fills the path with colour and hatch of @bucket, and clears it.
 */
void
tl_theme_fill_bucket (const TlTheme *theme, cairo_t *cr, TlBucket bucket)
{
  TlColour colour = tl_theme_bucket (theme, bucket);

  tl_theme_fill_hatched (theme, cr, &colour, bucket);
}
