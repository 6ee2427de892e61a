/* Where there is room for a new step: after another, at the end, in what is in sight. */
#include "layout/flow-geometry.h"
#include "study/item-build.h"
#include "tidy-flow.h"

typedef struct
{
  TlStudy *study;
  TlStep *first;
  TlFlowGeometry *geometry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TlStep *second;

  fixture->study = drawn_study_new ();
  fixture->first = drawn_step_at (fixture->study, "First", 0, 0);
  second = drawn_step_at (fixture->study, "Second", 400, 0);
  drawn_connector (fixture->study, fixture->first, second, TL_CONNECTOR_FLOW);
  drawn_entry (fixture->study, drawn_demand (fixture->study, "Please", TL_DEMAND_VALUE), fixture->first);
  fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_flow_geometry_unref (fixture->geometry);
  tl_study_unref (fixture->study);
}

static void
assert_free (const TlFlowGeometry *geometry, TlPlace place)
{
  TlBox box = { place.x - TL_STEP_WIDTH / 2, place.y - TL_STEP_HEIGHT / 2, TL_STEP_WIDTH, TL_STEP_HEIGHT };
  g_autoptr (GPtrArray) steps = tl_flow_geometry_steps_in (geometry, box);

  g_assert_cmpuint (steps->len, ==, 0);
}

/* Ever more steps after the same one: each finds a place of its own, never left of it. */
static void
test_free_place (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      TlPlace place = tl_flow_geometry_free_place (fixture->geometry, fixture->first);

      assert_free (fixture->geometry, place);
      g_assert_cmpfloat (place.x, >, TL_STEP_WIDTH);
      drawn_step_at (fixture->study, "More", place.x, place.y);
      tl_flow_geometry_unref (fixture->geometry);
      fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
    }
}

static void
test_free_place_at_the_end (Fixture *fixture, gconstpointer data)
{
  TlPlace place = tl_flow_geometry_free_place (fixture->geometry, NULL);

  g_assert_cmpfloat (place.x, >, 400 + TL_STEP_WIDTH);
  assert_free (fixture->geometry, place);
}

/* Notes stand side by side in what is in sight, then under everything. */
static void
test_free_note (Fixture *fixture, gconstpointer data)
{
  TlBox sight = { -400, -300, 1000, 700 };
  guint in_sight = 0;

  for (guint i = 0; i < 30; i++)
    {
      TlPlace place = tl_flow_geometry_free_note (fixture->geometry, sight);

      assert_free (fixture->geometry, place);
      in_sight += place.y < sight.y + sight.height;
      drawn_step_at (fixture->study, "Note", place.x, place.y);
      tl_flow_geometry_unref (fixture->geometry);
      fixture->geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
    }
  g_assert_cmpuint (in_sight, >, 6);
  g_assert_cmpuint (in_sight, <, 30);
}

static void
test_free_place_in_empty_flow (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  TlPlace place = tl_flow_geometry_free_place (geometry, NULL);

  g_assert_cmpfloat (ABS (place.x) + ABS (place.y), <, 1000);
  g_assert_cmpfloat (geometry->bounds.width, ==, 0);
}

/* A chain of @n_steps, tidied into rows. */
static TlStudy *
study_in_rows (guint n_steps)
{
  TlStudy *study = drawn_study_new ();

  for (guint i = 0; i < n_steps; i++)
    {
      drawn_step (study, "Step");
      if (i > 0)
        drawn_connector (study, tidy_step (study, i - 1), tidy_step (study, i), TL_CONNECTOR_FLOW);
    }
  tidy_flow (study, &tidy_wrapped);
  return study;
}

static TlPlace
free_place_after (TlStudy *study, TlStep *after)
{
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  TlPlace place = tl_flow_geometry_free_place (geometry, after);

  assert_free (geometry, place);
  return place;
}

/* Who goes on typing at the end of the last row fills it, and then the next one. */
static void
test_free_place_goes_on_in_rows (void)
{
  for (guint n_steps = 14; n_steps < 32; n_steps += 5)
    {
      g_autoptr (TlStudy) study = study_in_rows (n_steps);
      TlStep *last = tidy_step (study, n_steps - 1);
      double left = tidy_step (study, 0)->x, right = left;
      double pitch = tidy_step (study, 1)->x - left, row = 0;

      for (guint i = 0; i < n_steps; i++)
        {
          right = MAX (right, tidy_step (study, i)->x);
          if (row <= 0)
            row = tidy_step (study, i)->y - tidy_step (study, 0)->y;
        }
      g_assert_cmpfloat (row, >, 0);
      for (guint i = 0; i < 12; i++)
        {
          TlPlace place = free_place_after (study, last);

          if (last->x + pitch <= right + 1)
            g_assert_cmpfloat (place.x, ==, last->x + pitch);
          else
            g_assert_cmpfloat (place.x, ==, left);
          g_assert_cmpfloat (place.y, ==, last->x + pitch <= right + 1 ? last->y : last->y + row);
          drawn_connector (study, last, drawn_step_at (study, "More", place.x, place.y), TL_CONNECTOR_FLOW);
          last = tidy_step (study, drawn_flow (study)->steps->len - 1);
        }
    }
}

/* Another way on from the end of a row begins where the next row does, under what is there. */
static void
test_free_place_between_rows (void)
{
  g_autoptr (TlStudy) study = study_in_rows (20);
  TlStep *first = tidy_step (study, 0), *end = NULL, *next;
  TlPlace place;
  guint i = 0;

  while (tidy_step (study, i + 1)->x > tidy_step (study, i)->x)
    i++;
  end = tidy_step (study, i);
  next = tidy_step (study, i + 1);
  place = free_place_after (study, end);
  g_assert_true (place.x > end->x || place.x == first->x);
  g_assert_cmpfloat (place.y, >=, end->y);
  g_assert_cmpfloat (next->x, ==, first->x);
  /* With others in the way it is never above. */
  drawn_step_at (study, "In the way", end->x + TL_STEP_WIDTH + TL_STEP_GAP_X, end->y - 30);
  place = free_place_after (study, end);
  g_assert_cmpfloat (place.x, ==, first->x);
  g_assert_cmpfloat (place.y, >, next->y);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/layout/free-place/after", test_free_place);
  add ("/layout/free-place/at-the-end", test_free_place_at_the_end);
  add ("/layout/free-place/note", test_free_note);
  g_test_add_func ("/layout/free-place/in-empty-flow", test_free_place_in_empty_flow);
  g_test_add_func ("/layout/free-place/goes-on-in-rows", test_free_place_goes_on_in_rows);
  g_test_add_func ("/layout/free-place/between-rows", test_free_place_between_rows);
  return g_test_run ();
}
