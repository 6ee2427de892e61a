#include "shot.h"

#include "drawn-flow.h"
#include "study/item-build.h"

const TlTheme shot_light = { FALSE, FALSE, 1 };
const TlTheme shot_dark = { TRUE, FALSE, 1 };

void
shot_clear (Shot *shot)
{
  cairo_surface_destroy (shot->surface);
}

/* Paints a flow at 100 %, all of it visible. */
Shot
shot_new (TlStudy *study, const TlTheme *theme, double zoom, const TlFlowMarks *marks)
{
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, theme, NULL);
  TlBox bounds = geometry->bounds;
  int width = (int) (bounds.width + 2 * SHOT_MARGIN);
  int height = (int) (bounds.height + 2 * SHOT_MARGIN);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);

  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  cairo_translate (cr, SHOT_MARGIN - bounds.x, SHOT_MARGIN - bounds.y);
  tl_flow_picture_paint (picture, cr, &bounds, zoom, marks);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return (Shot){ surface, bounds };
}

TlColour
shot_colour (const Shot *shot, double x, double y)
{
  int column = (int) (x - shot->bounds.x + SHOT_MARGIN);
  int row = (int) (y - shot->bounds.y + SHOT_MARGIN);
  const guchar *line = cairo_image_surface_get_data (shot->surface)
                       + (gsize) row * (gsize) cairo_image_surface_get_stride (shot->surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) line)[column];

  return (TlColour){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1 };
}

double
shot_difference (TlColour a, TlColour b)
{
  return ABS (a.red - b.red) + ABS (a.green - b.green) + ABS (a.blue - b.blue);
}

/* Whether some pixel of the area is of that colour: hatches and corners leave enough of it. */
gboolean
shot_shows (const Shot *shot, TlBox area, TlColour colour)
{
  for (double y = area.y; y < area.y + area.height; y++)
    for (double x = area.x; x < area.x + area.width; x++)
      if (shot_difference (shot_colour (shot, x, y), colour) < 0.06)
        return TRUE;
  return FALSE;
}

guint
shot_count_beyond (const Shot *a, const Shot *b, double limit)
{
  guint count = 0;

  for (double y = a->bounds.y - SHOT_MARGIN; y < a->bounds.y + a->bounds.height + SHOT_MARGIN - 1; y++)
    for (double x = a->bounds.x - SHOT_MARGIN; x < a->bounds.x + a->bounds.width + SHOT_MARGIN - 1; x++)
      count += shot_difference (shot_colour (a, x, y), shot_colour (b, x, y)) > limit;
  return count;
}

guint
shot_count_differences (const Shot *a, const Shot *b)
{
  return shot_count_beyond (a, b, 0.02);
}

Shot
shot_blank (TlBox bounds)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (bounds.width + 2 * SHOT_MARGIN),
                                                         (int) (bounds.height + 2 * SHOT_MARGIN));

  return (Shot){ surface, bounds };
}

cairo_t *
shot_pen (const Shot *shot)
{
  cairo_t *cr = cairo_create (shot->surface);

  cairo_translate (cr, SHOT_MARGIN - shot->bounds.x, SHOT_MARGIN - shot->bounds.y);
  return cr;
}

void
shot_paint (const Shot *shot, TlFlowPicture *picture, const TlFlowMarks *marks)
{
  TlColour ground = tl_theme_ink (&shot_light, TL_INK_GROUND);
  cairo_t *cr = shot_pen (shot);

  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  tl_flow_picture_paint (picture, cr, NULL, 1, marks);
  cairo_destroy (cr);
  cairo_surface_flush (shot->surface);
}

TlStudy *
shot_study (void)
{
  TlStudy *study = drawn_study_new ();
  TlStep *value = drawn_step_at (study, "Fix it", 0, 0);
  TlStep *waste = drawn_step_at (study, "Check it", 300, 0);
  TlStep *unjudged = drawn_step_at (study, "File it", 600, 0);

  tl_item_set_choice (value, "class", TL_CLASS_VALUE);
  tl_item_set_choice (waste, "class", TL_CLASS_WASTE);
  tl_item_set_choice (waste, "waste", TL_WASTE_CHECKING);
  drawn_connector (study, value, waste, TL_CONNECTOR_FLOW);
  drawn_connector (study, waste, unjudged, TL_CONNECTOR_REWORK);
  return study;
}

TlStep *
shot_step (TlStudy *study, guint i)
{
  return g_ptr_array_index (drawn_flow (study)->steps, i);
}

TlBox
shot_left_edge (double x, double y)
{
  return (TlBox){ x - TL_STEP_WIDTH / 2, y - 20, 9, 40 };
}
