/* A geometry after steps moved: the same as one made anew, and it says where it differs. */
#include <string.h>

#include "drawn-flow.h"
#include "layout/flow-geometry.h"
#include "study/item-build.h"

typedef struct
{
  TlStudy *study;
  TlFlow *flow;
  TlFlowGeometry *geometry;
  GRand *rand;
  guint shared;
} Town;

static void
town_set_up (Town *town, guint32 seed, guint n_steps, Places places)
{
  town->study = random_study_new (seed, n_steps, places);
  town->flow = drawn_flow (town->study);
  town->geometry = tl_flow_geometry_new (town->study, town->flow);
  town->rand = g_rand_new_with_seed (seed);
  town->shared = 0;
}

static void
town_tear_down (Town *town)
{
  g_rand_free (town->rand);
  tl_flow_geometry_unref (town->geometry);
  tl_study_unref (town->study);
}

static const TlPath *
path (const TlFlowGeometry *geometry, guint i)
{
  return &g_array_index (geometry->paths, TlPath, i);
}

static gboolean
same_points (const TlPath *a, const TlPath *b)
{
  return a->points->len == b->points->len
         && memcmp (a->points->data, b->points->data, a->points->len * sizeof (TlPlace)) == 0;
}

static gboolean
same_label (const TlPath *a, const TlPath *b)
{
  return memcmp (&a->label, &b->label, sizeof a->label) == 0 && memcmp (&a->leader, &b->leader, sizeof a->leader) == 0;
}

static void
assert_equal (const TlFlowGeometry *a, const TlFlowGeometry *b)
{
  g_assert_cmpuint (a->steps->len, ==, b->steps->len);
  g_assert_cmpuint (a->paths->len, ==, b->paths->len);
  for (guint i = 0; i < a->steps->len; i++)
    {
      const TlStepBox *first = &g_array_index (a->steps, TlStepBox, i);
      const TlStepBox *second = &g_array_index (b->steps, TlStepBox, i);

      g_assert_true (first->step == second->step);
      g_assert_cmpmem (&first->box, sizeof (TlBox), &second->box, sizeof (TlBox));
      g_assert_cmpint (first->placed_by_person, ==, second->placed_by_person);
    }
  for (guint i = 0; i < a->chips->len; i++)
    g_assert_cmpmem (&g_array_index (a->chips, TlChipBox, i).box, sizeof (TlBox),
                     &g_array_index (b->chips, TlChipBox, i).box, sizeof (TlBox));
  for (guint i = 0; i < a->paths->len; i++)
    {
      g_assert_true (path (a, i)->item == path (b, i)->item);
      g_assert_true (same_points (path (a, i), path (b, i)));
      g_assert_true (same_label (path (a, i), path (b, i)));
      g_assert_cmpint (path (a, i)->backwards, ==, path (b, i)->backwards);
    }
  g_assert_cmpmem (&a->bounds, sizeof (TlBox), &b->bounds, sizeof (TlBox));
}

static gboolean
holds (const TlBox *box, TlPlace at)
{
  return at.x >= box->x - 0.01 && at.x <= box->x + box->width + 0.01 && at.y >= box->y - 0.01
         && at.y <= box->y + box->height + 0.01;
}

static gboolean
holds_path (const TlBox *box, const TlPath *one)
{
  for (guint i = 0; i < one->points->len; i++)
    if (!holds (box, g_array_index (one->points, TlPlace, i)))
      return FALSE;
  return holds (box, one->label);
}

static void
assert_changed (Town *town, const TlFlowGeometry *now, const TlBox *changed)
{
  for (guint i = 0; i < now->paths->len; i++)
    {
      const TlPath *old = path (town->geometry, i);

      town->shared += old->points == path (now, i)->points;
      if (old->points == path (now, i)->points && same_label (old, path (now, i)))
        continue;
      g_assert_true (holds_path (changed, old) && holds_path (changed, path (now, i)));
    }
}

static void
move (Town *town, GPtrArray *steps, double dx, double dy)
{
  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (steps, i);
      const TlStepBox *box = tl_flow_geometry_step (town->geometry, step);

      tl_item_set_number (step, "x", box->box.x + box->box.width / 2 + dx);
      tl_item_set_number (step, "y", box->box.y + box->box.height / 2 + dy);
    }
}

static void
take_a_step (Town *town, GPtrArray *steps, double dx, double dy)
{
  g_autoptr (TlFlowGeometry) now = NULL;
  g_autoptr (TlFlowGeometry) anew = NULL;
  TlBox changed;

  move (town, steps, dx, dy);
  now = tl_flow_geometry_new_moved (town->geometry, town->study, town->flow, &changed);
  anew = tl_flow_geometry_new (town->study, town->flow);
  assert_equal (now, anew);
  assert_changed (town, now, &changed);
  tl_flow_geometry_unref (town->geometry);
  town->geometry = g_steal_pointer (&now);
}

static GPtrArray *
some_steps (Town *town)
{
  GPtrArray *steps = g_ptr_array_new ();
  guint count = g_rand_int_range (town->rand, 0, 4) == 0 ? 3 : 1;

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (
        steps, g_ptr_array_index (town->flow->steps, g_rand_int_range (town->rand, 0, (int) town->flow->steps->len)));
  return steps;
}

/* Drags across the flow, over other steps too: after each movement all is as if made anew. */
static void
check_drags (guint32 seed, guint n_steps, Places places)
{
  Town town;

  town_set_up (&town, seed, n_steps, places);
  for (guint drag = 0; drag < 2; drag++)
    {
      g_autoptr (GPtrArray) steps = some_steps (&town);
      double dx = g_rand_double_range (town.rand, -60, 60);
      double dy = g_rand_double_range (town.rand, -60, 60);

      for (guint i = 0; i < 4; i++)
        take_a_step (&town, steps, dx, dy);
    }
  town_tear_down (&town);
}

static void
test_same_as_anew (gconstpointer data)
{
  static const guint sizes[] = { 1, 5, 25 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 2; seed++)
      check_drags (seed * 100 + i, sizes[i], (Places) GPOINTER_TO_INT (data));
}

/* In a large flow nearly all stays: that is what makes it quick. */
static void
test_most_is_shared (void)
{
  Town town;
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  town_set_up (&town, 7, 400, PLACES_ALL);
  g_ptr_array_add (steps, g_ptr_array_index (town.flow->steps, 200));
  for (guint i = 0; i < 10; i++)
    take_a_step (&town, steps, 5, 3);
  g_assert_cmpuint (town.shared, >, 10 * town.geometry->paths->len * 8 / 10);
  town_tear_down (&town);
}

/* Nothing moved: nothing differs. */
static void
test_nothing_moved (void)
{
  Town town;
  g_autoptr (TlFlowGeometry) now = NULL;
  TlBox changed = { 1, 1, 1, 1 };

  town_set_up (&town, 3, 20, PLACES_ALL);
  now = tl_flow_geometry_new_moved (town.geometry, town.study, town.flow, &changed);
  assert_equal (town.geometry, now);
  g_assert_cmpfloat (changed.width, ==, 0);
  g_assert_cmpfloat (changed.height, ==, 0);
  town_tear_down (&town);
}

/* More than places changed, against what was said: all is made anew, and all may differ. */
static void
test_other_items (void)
{
  Town town;
  g_autoptr (TlFlowGeometry) now = NULL;
  g_autoptr (TlFlowGeometry) anew = NULL;
  TlBox changed;

  town_set_up (&town, 3, 20, PLACES_ALL);
  drawn_connector (town.study, g_ptr_array_index (town.flow->steps, 0), g_ptr_array_index (town.flow->steps, 9),
                   TL_CONNECTOR_FLOW);
  now = tl_flow_geometry_new_moved (town.geometry, town.study, town.flow, &changed);
  anew = tl_flow_geometry_new (town.study, town.flow);
  assert_equal (now, anew);
  g_assert_true (holds (&changed, (TlPlace){ now->bounds.x, now->bounds.y }));
  town_tear_down (&town);
}

static gboolean
is_at_border (const TlBox *box, TlPlace at)
{
  TlBox wide = { box->x - 0.01, box->y - 0.01, box->width + 0.02, box->height + 0.02 };
  TlBox narrow = { box->x + 0.01, box->y + 0.01, box->width - 0.02, box->height - 0.02 };

  return at.x >= wide.x && at.x <= wide.x + wide.width && at.y >= wide.y && at.y <= wide.y + wide.height
         && !(at.x > narrow.x && at.x < narrow.x + narrow.width && at.y > narrow.y && at.y < narrow.y + narrow.height);
}

/* Lines that end at what is dragged do so where it is now; all others are the very same. */
static void
check_dragged (Town *town, GPtrArray *steps)
{
  g_autoptr (TlFlowGeometry) now = tl_flow_geometry_new_dragged (town->geometry, steps);
  g_autoptr (GHashTable) moving = tl_flow_geometry_moving (town->geometry, steps);

  g_assert_true (tl_flow_geometry_is_of_drag (now));
  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (steps, i);
      const TlBox *box = &tl_flow_geometry_step (now, step)->box;

      g_assert_true (g_hash_table_contains (moving, step));
      g_assert_cmpfloat_with_epsilon (box->x + box->width / 2, step->x, 1e-9);
      g_assert_cmpfloat_with_epsilon (box->y + box->height / 2, step->y, 1e-9);
    }
  for (guint i = 0; i < now->paths->len; i++)
    {
      const TlPath *one = path (now, i);
      const TlConnector *connector = (const TlConnector *) one->item;

      g_assert_true (one->item == path (town->geometry, i)->item);
      g_assert_true (g_hash_table_contains (moving, one->item) != (one->points == path (town->geometry, i)->points));
      if (one->item->kind != TL_ITEM_CONNECTOR)
        continue;
      g_assert_true (
          is_at_border (&tl_flow_geometry_step (now, connector->from)->box, g_array_index (one->points, TlPlace, 0)));
      g_assert_true (is_at_border (&tl_flow_geometry_step (now, connector->to)->box,
                                   g_array_index (one->points, TlPlace, one->points->len - 1)));
    }
}

static void
test_dragged (void)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    {
      Town town;
      g_autoptr (GPtrArray) steps = NULL;

      town_set_up (&town, seed, 25, PLACES_ALL);
      steps = some_steps (&town);
      for (guint i = 0; i < 5; i++)
        {
          move (&town, steps, 31 * i, 17 * i);
          check_dragged (&town, steps);
        }
      /* The hand rests: as if made anew, and that is where the next movement begins. */
      take_a_step (&town, steps, 3, 3);
      check_dragged (&town, steps);
      town_tear_down (&town);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/layout/moved/same-as-anew/no-places", GINT_TO_POINTER (PLACES_NONE), test_same_as_anew);
  g_test_add_data_func ("/layout/moved/same-as-anew/some-places", GINT_TO_POINTER (PLACES_SOME), test_same_as_anew);
  g_test_add_data_func ("/layout/moved/same-as-anew/all-places", GINT_TO_POINTER (PLACES_ALL), test_same_as_anew);
  g_test_add_func ("/layout/moved/most-is-shared", test_most_is_shared);
  g_test_add_func ("/layout/moved/nothing-moved", test_nothing_moved);
  g_test_add_func ("/layout/moved/other-items", test_other_items);
  g_test_add_func ("/layout/moved/dragged", test_dragged);
  return g_test_run ();
}
