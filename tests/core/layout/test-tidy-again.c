/* A tidy flow that is tidied again: no more moves than must, in one edit, from place to place. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-blend.h"
#include "layout/flow-geometry.h"
#include "study/item-build.h"
#include "tidy-flow.h"

typedef TlTidyPlace Place;

static const Place *
place_of (const GArray *places, const TlStep *step)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Place, i).step == step)
      return &g_array_index (places, Place, i);
  g_assert_not_reached ();
}

/* One step stays where it stands, whatever hangs on it. */
static void
test_one_step (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *step = drawn_step_at (study, "Visit", 300, -70);

  drawn_connector (study, step, step, TL_CONNECTOR_REWORK);
  tidy_flow (study, &tidy_wrapped);
  g_assert_cmpfloat (step->x, ==, 300);
  g_assert_cmpfloat (step->y, ==, -70);
}

/* Lanes are those of roles; some steps have none. */
static void
show_lanes (TlStudy *study)
{
  TlRole *roles[3];

  for (guint r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      roles[r] = tl_item_new (TL_ITEM_ROLE);
      tl_item_set_text (roles[r], "name", "Role");
      tl_item_append (study, roles[r]);
    }
  for (guint s = 0; s < drawn_flow (study)->steps->len; s++)
    if (s % 4 < G_N_ELEMENTS (roles))
      tl_item_set_item (tidy_step (study, s), "role", roles[s % 4]);
  tl_item_set_choice (drawn_flow (study), "lanes", TL_YES);
}

static void
check_again (guint32 seed, guint n_steps, Places places, gboolean lanes, const TlTidyOptions *options)
{
  g_autoptr (TlStudy) study = random_study_new (seed, n_steps, places);
  g_autoptr (GArray) first = NULL;
  g_autoptr (GArray) again = NULL;

  if (lanes)
    show_lanes (study);
  first = tl_flow_tidy (study, drawn_flow (study), options);
  tidy_put (first);
  again = tl_flow_tidy (study, drawn_flow (study), options);
  g_assert_cmpmem (first->data, first->len * sizeof (Place), again->data, again->len * sizeof (Place));
}

/* What is tidy stays where it is, to the point: in rows or in one line, down or to the right, in lanes, laid out or
 * drawn by hand before. */
static void
test_again (void)
{
  static const TlTidyOptions down = { .down = TRUE, .wrap = TRUE };
  static const guint sizes[] = { 12, 30, 60 };

  for (guint32 seed = 8; seed <= 12; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        check_again (seed, sizes[i], PLACES_NONE, FALSE, &tidy_wrapped);
        check_again (seed, sizes[i], PLACES_ALL, FALSE, &tidy_plain);
        check_again (seed, sizes[i], PLACES_SOME, FALSE, &down);
        check_again (seed, sizes[i], PLACES_NONE, TRUE, &tidy_wrapped);
      }
}

/* One step more in a tidy flow of 30: most of the others stay to the point, and all but few keep
 * their height. */
static void
test_one_more (void)
{
  guint n_still = 0, n_level = 0, n_steps = 0;

  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 30, PLACES_NONE);
      g_autoptr (GArray) before = tl_flow_tidy (study, drawn_flow (study), &tidy_plain);
      g_autoptr (GArray) after = NULL;

      tidy_put (before);
      drawn_connector (study, tidy_step (study, 5 + seed), drawn_step (study, "New"), TL_CONNECTOR_FLOW);
      after = tl_flow_tidy (study, drawn_flow (study), &tidy_plain);
      for (guint s = 0; s < before->len; s++)
        {
          const Place *old = &g_array_index (before, Place, s);
          const Place *now = place_of (after, old->step);

          n_steps++;
          n_level += fabs (now->y - old->y) < 1;
          n_still += fabs (now->y - old->y) < 1 && fabs (now->x - old->x) < 1;
        }
      tidy_put (after);
      tidy_assert_apart (drawn_flow (study));
    }
  g_test_message ("of %u steps %u stay, %u stay level", n_steps, n_still, n_level);
  g_assert_cmpuint (n_still * 100, >, n_steps * 80);
  g_assert_cmpuint (n_level * 100, >, n_steps * 85);
}

/* Who stands above whom stays so where it costs no crossing. */
static void
test_keeps_order (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *call = drawn_step_at (study, "Call", 0, 0);
  TlStep *third = drawn_step_at (study, "Third", 260, 210);
  TlStep *first = drawn_step_at (study, "First", 240, -190);
  TlStep *second = drawn_step_at (study, "Second", 275, 33);

  drawn_connector (study, call, third, TL_CONNECTOR_FLOW);
  drawn_connector (study, call, first, TL_CONNECTOR_FLOW);
  drawn_connector (study, call, second, TL_CONNECTOR_FLOW);
  tidy_flow (study, &tidy_wrapped);
  g_assert_cmpfloat (first->y, <, second->y);
  g_assert_cmpfloat (second->y, <, third->y);
  g_assert_cmpfloat (first->x, ==, third->x);
}

/* Of a selection the others stay; it stands near where it was, and on nobody. */
static void
test_selection (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 24, PLACES_ALL);
      g_autoptr (GPtrArray) only = g_ptr_array_new ();
      g_autoptr (GArray) places = NULL;
      TlTidyOptions options = { .wrap = TRUE, .only = only };

      for (guint s = 4; s < 14; s++)
        g_ptr_array_add (only, tidy_step (study, s));
      for (guint s = 0; s < 24; s++)
        {
          tl_item_set_number (tidy_step (study, s), "x", s % 6 * 230.0);
          tl_item_set_number (tidy_step (study, s), "y", s / 6 * 140.0);
        }
      places = tl_flow_tidy (study, drawn_flow (study), &options);
      g_assert_cmpuint (places->len, ==, 10);
      for (guint i = 0; i < places->len; i++)
        {
          g_assert_true (g_array_index (places, Place, i).step == g_ptr_array_index (only, i));
          g_assert_cmpfloat (fabs (g_array_index (places, Place, i).x), <, 4000);
          g_assert_cmpfloat (fabs (g_array_index (places, Place, i).y), <, 4000);
        }
      tidy_put (places);
      tidy_assert_apart (drawn_flow (study));
    }
}

/* As one entry of the history; where all stand well there is none. */
static void
test_apply (void)
{
  g_autoptr (TlStudy) study = random_study_new (3, 12, PLACES_ALL);
  g_autoptr (TlHistory) history = tl_history_new (study);
  g_autoptr (GArray) places = tl_flow_tidy (study, drawn_flow (study), &tidy_wrapped);
  double x = tidy_step (study, 3)->x, y = tidy_step (study, 3)->y;

  tl_tidy_apply (history, places, "Tidy");
  g_assert_cmpfloat (tidy_step (study, 3)->x, ==, place_of (places, tidy_step (study, 3))->x);
  tl_tidy_apply (history, places, "Tidy");
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Tidy");
  g_assert_true (tl_history_undo (history));
  g_assert_false (tl_history_can_undo (history));
  g_assert_cmpfloat (tidy_step (study, 3)->x, ==, x);
  g_assert_cmpfloat (tidy_step (study, 3)->y, ==, y);
}

/* On its way a flow is between where it was and where it goes, and it ends there. */
static void
test_blend (void)
{
  g_autoptr (TlStudy) study = random_study_new (2, 14, PLACES_ALL);
  TlFlow *flow = drawn_flow (study);
  g_autoptr (TlFlowGeometry) from = tl_flow_geometry_new (study, flow);
  g_autoptr (TlFlowGeometry) to = NULL, half = NULL, end = NULL;

  tidy_flow (study, &tidy_wrapped);
  to = tl_flow_geometry_new (study, flow);
  half = tl_flow_geometry_blend (from, to, 0.5);
  end = tl_flow_geometry_blend (from, to, 1);
  g_assert_true (end == to);
  g_assert_cmpuint (half->paths->len, ==, to->paths->len);
  for (guint i = 0; i < 14; i++)
    g_assert_cmpfloat_with_epsilon (
        g_array_index (half->steps, TlStepBox, i).box.x * 2,
        g_array_index (from->steps, TlStepBox, i).box.x + g_array_index (to->steps, TlStepBox, i).box.x, 1e-6);
  for (guint p = 0; p < to->paths->len; p++)
    {
      const GArray *a = g_array_index (from->paths, TlPath, p).points;
      const GArray *b = g_array_index (to->paths, TlPath, p).points;
      const GArray *line = g_array_index (half->paths, TlPath, p).points;

      g_assert_cmpfloat_with_epsilon (
          g_array_index (line, TlPlace, line->len - 1).x * 2,
          g_array_index (a, TlPlace, a->len - 1).x + g_array_index (b, TlPlace, b->len - 1).x, 1e-6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/tidy/one-step", test_one_step);
  g_test_add_func ("/layout/tidy/again", test_again);
  g_test_add_func ("/layout/tidy/one-more", test_one_more);
  g_test_add_func ("/layout/tidy/keeps-order", test_keeps_order);
  g_test_add_func ("/layout/tidy/selection", test_selection);
  g_test_add_func ("/layout/tidy/apply", test_apply);
  g_test_add_func ("/layout/tidy/blend", test_blend);
  return g_test_run ();
}
