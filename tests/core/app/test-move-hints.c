/* What is shown of guides while a step is dragged: painted without a display. */
#include "app/move-hints.h"

#include "drawn-flow.h"

#define SIDE 1000

static const TlTheme light = { FALSE, FALSE, 1 };

/* Whether something is painted there. */
static gboolean
is_painted (cairo_surface_t *surface, int x, int y)
{
  const guchar *line = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) line)[x] != 0;
}

static cairo_surface_t *
paint (TlMoveHints *hints, const TlViewport *viewport)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  tl_move_hints_snapshot (hints, snapshot, &light, viewport);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* A guide runs from step to step, and through none: it would strike through the name. */
static void
test_guides_between_boxes (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlViewport viewport = { 1, 200, 200 };
  TlBox all = { -200, -200, SIDE, SIDE };
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (TlFlowGeometry) geometry = NULL;
  g_autoptr (TlMoveHints) hints = NULL;
  cairo_surface_t *surface;
  double dx = 0, dy = 1;
  gboolean between = FALSE;

  drawn_step_at (study, "Call", 0, 0);
  drawn_step_at (study, "Check", 250, 0);
  g_ptr_array_add (steps, drawn_step_at (study, "Fix", 600, 0));
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  hints = tl_move_hints_new (geometry, steps);
  tl_move_hints_update (hints, &all, 1, 0, &dx, &dy);
  g_assert_cmpfloat (dy, ==, 0);
  surface = paint (hints, &viewport);
  for (int y = -3; y <= 3; y++)
    {
      for (int x = -60; x <= 60; x++)
        {
          g_assert_false (is_painted (surface, 200 + x, 200 + y));
          g_assert_false (is_painted (surface, 450 + x, 200 + y));
          g_assert_false (is_painted (surface, 800 + x, 200 + y));
        }
      between = between || is_painted (surface, 625, 200 + y);
    }
  g_assert_true (between);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* It finds no display, and need not: what a snapshot is made of is known then. */
  gtk_init_check ();
  g_test_add_func ("/app/move-hints/guides-between-boxes", test_guides_between_boxes);
  return g_test_run ();
}
