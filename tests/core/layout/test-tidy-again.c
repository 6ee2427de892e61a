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

static void
assert_stays (TlStudy *study, const TlTidyOptions *options)
{
  g_autoptr (GArray) first = tl_flow_tidy (study, drawn_flow (study), options);
  g_autoptr (GArray) again = NULL;

  tidy_put (first);
  again = tl_flow_tidy (study, drawn_flow (study), options);
  g_assert_cmpmem (first->data, first->len * sizeof (Place), again->data, again->len * sizeof (Place));
}

/* What is tidy stays where it is, to the point: whatever it was before, in lanes or not, and whichever way it goes. */
static void
test_again (void)
{
  static const Places places[] = { PLACES_NONE, PLACES_SOME, PLACES_ALL };

  for (guint32 seed = 1; seed <= 240; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 4 + seed * 7 % 24, places[seed % 3]);
      TlTidyOptions options = { .wrap = seed & 1, .down = (seed & 2) != 0 };

      if (seed & 4)
        tidy_share_lanes (study, 1 + seed % 5);
      assert_stays (study, &options);
    }
}

/* So do chains of any length with some rework, in rows or in one line. */
static void
test_chain_again (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (TlStudy) study = drawn_study_new ();
      TlTidyOptions options = { .wrap = seed % 4 > 0, .down = seed % 2 };
      guint n_steps = 4 + seed * 7 % 40;

      for (guint s = 0; s < n_steps; s++)
        drawn_step (study, "Step");
      for (guint s = 1; s < n_steps; s++)
        drawn_connector (study, tidy_step (study, s - 1), tidy_step (study, s), TL_CONNECTOR_FLOW);
      for (guint r = 0; r < seed % 4; r++)
        drawn_connector (study, tidy_step (study, (r * 5 + seed) % n_steps),
                         tidy_step (study, (r * 3 + seed / 2) % n_steps), TL_CONNECTOR_REWORK);
      assert_stays (study, &options);
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

static guint
count_moved (const GArray *before, const GArray *after)
{
  guint count = 0;

  for (guint s = 0; s < before->len; s++)
    {
      const Place *old = &g_array_index (before, Place, s);
      const Place *now = place_of (after, old->step);

      count += fabs (now->y - old->y) >= 1 || fabs (now->x - old->x) >= 1;
    }
  return count;
}

/* In lanes, where a step was moved a little, few others move when all is tidied. */
static void
test_moved_a_little (void)
{
  guint n_moved = 0, n_steps = 0;

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      guint size = 8 + seed * 7 % 30;
      g_autoptr (TlStudy) study = random_study_new (seed, size, PLACES_NONE);
      g_autoptr (GArray) before = NULL, after = NULL;
      TlStep *step = tidy_step (study, seed * 11 % size);

      tidy_share_lanes (study, 1 + seed % 5);
      before = tl_flow_tidy (study, drawn_flow (study), &tidy_plain);
      tidy_put (before);
      tl_item_set_number (step, "x", step->x + 7);
      tl_item_set_number (step, "y", step->y - 9);
      after = tl_flow_tidy (study, drawn_flow (study), &tidy_plain);
      n_moved += count_moved (before, after);
      n_steps += before->len;
    }
  g_test_message ("of %u steps %u move", n_steps, n_moved);
  g_assert_cmpuint (n_moved * 100, <, n_steps * 12);
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
  g_test_add_func ("/layout/tidy/chain-again", test_chain_again);
  g_test_add_func ("/layout/tidy/one-more", test_one_more);
  g_test_add_func ("/layout/tidy/moved-a-little", test_moved_a_little);
  g_test_add_func ("/layout/tidy/keeps-order", test_keeps_order);
  g_test_add_func ("/layout/tidy/selection", test_selection);
  g_test_add_func ("/layout/tidy/apply", test_apply);
  g_test_add_func ("/layout/tidy/blend", test_blend);
  return g_test_run ();
}
