/* flow-map.c: a flow the size of a stamp. */
#include "paint/flow-map.h"

#include "paint/flow-brush.h"
#include "paint/step-words.h"

/* In pixels: smaller, a step would be lost on a projector. */
#define LEAST 2.0
/* More lines than these are a grey wash, and would take longer than all the steps. */
#define MOST_LINES 400

static void
paint_lines (const TlFlowGeometry *geometry, const TlTheme *theme, cairo_t *cr, double zoom)
{
  TlColour line = tl_theme_ink (theme, TL_INK_LINE);

  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      cairo_new_sub_path (cr);
      for (guint p = 0; p < path->points->len; p++)
        {
          TlPlace at = g_array_index (path->points, TlPlace, p);

          cairo_line_to (cr, at.x, at.y);
        }
    }
  cairo_set_source_rgba (cr, line.red, line.green, line.blue, 0.6);
  cairo_set_line_width (cr, 1 / zoom);
  cairo_stroke (cr);
}

/* All boxes of a colour at once: each fill costs more than its box. */
static void
add_box (cairo_t *cr, const TlBox *box, double zoom)
{
  cairo_rectangle (cr, box->x, box->y, MAX (box->width, LEAST / zoom), MAX (box->height, LEAST / zoom));
}

static void
paint_bucket (const TlFlowGeometry *geometry, const TlTheme *theme, cairo_t *cr, double zoom, TlBucket bucket)
{
  TlColour colour = tl_theme_bucket (theme, bucket);

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);

      if (tl_step_bucket (step->step) == bucket)
        add_box (cr, &step->box, zoom);
    }
  for (guint i = 0; i < geometry->chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (geometry->chips, TlChipBox, i);

      if (tl_demand_bucket (chip->demand) == bucket)
        add_box (cr, &chip->box, zoom);
    }
  tl_colour_set (cr, &colour);
  cairo_fill (cr);
}

/**
 * tl_flow_map_paint:
 * @geometry: of the flow
 * @theme: colours
 * @cr: where to draw, in the geometry's units
 * @zoom: pixels a unit
 *
 * Draws lines, as far as they can be told apart, and each step in the colour of its class.
 */
void
tl_flow_map_paint (const TlFlowGeometry *geometry, const TlTheme *theme, cairo_t *cr, double zoom)
{
  static const TlBucket buckets[] = { TL_BUCKET_UNCLASSIFIED, TL_BUCKET_VALUE, TL_BUCKET_WASTE, TL_BUCKET_FAILURE };

  cairo_save (cr);
  cairo_new_path (cr);
  if (geometry->paths->len <= MOST_LINES)
    paint_lines (geometry, theme, cr, zoom);
  for (guint i = 0; i < G_N_ELEMENTS (buckets); i++)
    paint_bucket (geometry, theme, cr, zoom, buckets[i]);
  cairo_restore (cr);
}
