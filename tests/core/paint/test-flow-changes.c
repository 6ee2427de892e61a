/* A picture of a flow that is kept: what of it is other after an edit or a move is painted again, and no more. */
#include <math.h>

#include "drawn-flow.h"
#include "shot.h"
#include "study/item-build.h"

/* What is left out where the flow is painted, and drawn over it, makes the same picture. */
static void
test_apart (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture
      = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, &shot_light, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GHashTable) apart = NULL;
  g_autoptr (TlFlowOverlay) overlay = NULL;
  g_auto (Shot) whole = shot_blank (geometry->bounds);
  g_auto (Shot) parted = shot_blank (geometry->bounds);
  TlFlowMarks marks = { NULL };
  cairo_t *cr = shot_pen (&parted);

  g_ptr_array_add (steps, shot_step (study, 1));
  apart = marks.apart = tl_flow_geometry_moving (geometry, steps);
  shot_paint (&whole, picture, NULL);
  shot_paint (&parted, picture, &marks);
  g_assert_false (shot_shows (&parted, shot_left_edge (300, 0), tl_theme_bucket (&shot_light, TL_BUCKET_WASTE)));
  g_assert_cmpuint (shot_count_differences (&whole, &parted), >, 1000);
  overlay = tl_flow_overlay_new (picture, NULL, 1, &marks, TRUE);
  for (guint i = 0; i < tl_flow_overlay_boxes (overlay)->len; i++)
    {
      const TlBox *box = &g_array_index (tl_flow_overlay_boxes (overlay), TlBox, i);

      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
    }
  cairo_clip (cr);
  tl_flow_overlay_paint (overlay, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (parted.surface);
  /* Borders of the steps beside are smoothed twice. */
  g_assert_cmpuint (shot_count_beyond (&whole, &parted, 0.5), <, 40);
}

/* In whole pixels, as the tiles do. */
static void
add_region (const TlBox *box, gboolean fine_only, gpointer cr)
{
  double left = floor (box->x), top = floor (box->y);

  cairo_rectangle (cr, left, top, ceil (box->x + box->width) - left, ceil (box->y + box->height) - top);
}

static void
count_change (const TlBox *box, gboolean fine_only, gpointer count)
{
  (*(guint *) count)++;
}

/* A picture that follows a step that moved is as a new one, and tells all that is other. */
static void
test_move (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  g_autoptr (TlFlowGeometry) before = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), before, NULL, &shot_light, NULL);
  g_autoptr (TlFlowGeometry) after = NULL;
  g_autoptr (TlFlowPicture) anew = NULL;
  TlBox bounds = { -100, -60, 820, 330 };
  g_auto (Shot) kept = shot_blank (bounds);
  g_auto (Shot) wanted = shot_blank (bounds);
  TlColour ground = tl_theme_ink (&shot_light, TL_INK_GROUND);
  cairo_t *cr = shot_pen (&kept);
  guint changes = 0;

  shot_paint (&kept, picture, NULL);
  tl_item_set_number (shot_step (study, 1), "y", 190);
  after = tl_flow_geometry_new_moved (before, study, drawn_flow (study), NULL);
  tl_flow_picture_move (picture, after, add_region, cr);
  cairo_clip (cr);
  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  tl_flow_picture_paint (picture, cr, NULL, 1, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (kept.surface);
  anew = tl_flow_picture_new (study, drawn_flow (study), after, NULL, &shot_light, NULL);
  shot_paint (&wanted, anew, NULL);
  g_assert_cmpuint (shot_count_differences (&kept, &wanted), ==, 0);
  g_assert_true (shot_shows (&kept, shot_left_edge (300, 190), tl_theme_bucket (&shot_light, TL_BUCKET_WASTE)));
  tl_flow_picture_compare (picture, anew, count_change, &changes);
  g_assert_cmpuint (changes, ==, 0);
}

/* Whoever keeps what was painted, and paints anew only what an edit has changed, shows nothing of what was there: of
 * words that were longer, either. */
static void
test_words_that_were_longer (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  TlItem *way = g_ptr_array_index (drawn_flow (study)->connectors, 0);
  g_autoptr (TlFlowGeometry) then = NULL;
  g_autoptr (TlFlowGeometry) now = NULL;
  g_autoptr (TlFlowPicture) before = NULL;
  g_autoptr (TlFlowPicture) after = NULL;
  TlBox bounds = { -100, -200, 820, 470 };
  g_auto (Shot) kept = shot_blank (bounds);
  g_auto (Shot) wanted = shot_blank (bounds);
  TlColour ground = tl_theme_ink (&shot_light, TL_INK_GROUND);
  cairo_t *cr = shot_pen (&kept);

  tl_item_set_text (way, "label", "when the customer has not yet paid the second invoice in full");
  then = tl_flow_geometry_new (study, drawn_flow (study));
  before = tl_flow_picture_new (study, drawn_flow (study), then, NULL, &shot_light, NULL);
  shot_paint (&kept, before, NULL);
  tl_item_set_text (way, "label", "no");
  now = tl_flow_geometry_new (study, drawn_flow (study));
  after = tl_flow_picture_new (study, drawn_flow (study), now, NULL, &shot_light, NULL);
  tl_flow_picture_compare (before, after, add_region, cr);
  cairo_clip (cr);
  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  tl_flow_picture_paint (after, cr, NULL, 1, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (kept.surface);
  shot_paint (&wanted, after, NULL);
  /* Where a part ends in the middle of a letter, smoothing is a trace other. */
  g_assert_cmpuint (shot_count_beyond (&kept, &wanted, 0.1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/flow-changes/apart", test_apart);
  g_test_add_func ("/paint/flow-changes/move", test_move);
  g_test_add_func ("/paint/flow-changes/words-that-were-longer", test_words_that_were_longer);
  return g_test_run ();
}
