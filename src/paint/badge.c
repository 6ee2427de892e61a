#include "paint/badge.h"

#include "paint/flow-brush.h"

/**
 * tl_badge_paint:
 * @theme: light or dark
 * @cr: where to; its origin is the upper left corner
 * @bucket: what it says
 * @size: width and height
 *
 * Draws the badge as it stands on a step of a flow.
 */
void
tl_badge_paint (const TlTheme *theme, cairo_t *cr, TlBucket bucket, double size)
{
  g_autoptr (TlFlowLetters) letters = tl_flow_letters_new ();
  double zoom = size / (TL_BADGE + 2);
  TlFlowBrush brush = { .cr = cr, .letters = letters, .theme = theme, .zoom = zoom, .fine = TRUE };

  cairo_save (cr);
  cairo_scale (cr, zoom, zoom);
  tl_flow_brush_badge (&brush, bucket, TL_BADGE / 2 + 1, TL_BADGE / 2 + 1);
  cairo_restore (cr);
}
