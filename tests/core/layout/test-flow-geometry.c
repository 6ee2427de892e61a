/* Where steps and lines of a flow stand: nothing overlaps, nothing is lost, what people placed
 * stays. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-geometry.h"
#include "study/item-build.h"

static gboolean
overlap (const TlBox *a, const TlBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
lies_on_border (TlPlace place, const TlBox *box)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;
  gboolean within_x = place.x >= box->x - 0.01 && place.x <= right + 0.01;
  gboolean within_y = place.y >= box->y - 0.01 && place.y <= bottom + 0.01;
  gboolean on_x = fabs (place.x - box->x) < 0.01 || fabs (place.x - right) < 0.01;
  gboolean on_y = fabs (place.y - box->y) < 0.01 || fabs (place.y - bottom) < 0.01;

  return (within_x && on_y) || (within_y && on_x);
}

static const TlBox *
box_of (const TlFlowGeometry *geometry, gconstpointer item)
{
  const TlStepBox *step = tl_flow_geometry_step (geometry, item);

  if (step != NULL)
    return &step->box;
  for (guint i = 0; i < geometry->chips->len; i++)
    if (g_array_index (geometry->chips, TlChipBox, i).demand == item)
      return &g_array_index (geometry->chips, TlChipBox, i).box;
  g_assert_not_reached ();
}

static void
ends_of (const TlItem *item, gconstpointer *from, gconstpointer *to)
{
  if (item->kind == TL_ITEM_CONNECTOR)
    {
      *from = ((const TlConnector *) item)->from;
      *to = ((const TlConnector *) item)->to;
    }
  else if (item->kind == TL_ITEM_ENTRY)
    {
      *from = ((const TlEntry *) item)->demand;
      *to = ((const TlEntry *) item)->step;
    }
  else
    {
      *from = ((const TlRaises *) item)->step;
      *to = ((const TlRaises *) item)->demand;
    }
}

static void
add_box (GArray *boxes, const TlBox *box)
{
  g_array_append_vals (boxes, box, 1);
}

static void
assert_no_overlap (const TlFlowGeometry *geometry)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint i = 0; i < geometry->steps->len; i++)
    add_box (boxes, &g_array_index (geometry->steps, TlStepBox, i).box);
  for (guint i = 0; i < geometry->chips->len; i++)
    add_box (boxes, &g_array_index (geometry->chips, TlChipBox, i).box);
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (overlap (&g_array_index (boxes, TlBox, i), &g_array_index (boxes, TlBox, j)));
}

static void
assert_within (const TlBox *bounds, double x, double y)
{
  g_assert_cmpfloat (x, >=, bounds->x - 0.01);
  g_assert_cmpfloat (y, >=, bounds->y - 0.01);
  g_assert_cmpfloat (x, <=, bounds->x + bounds->width + 0.01);
  g_assert_cmpfloat (y, <=, bounds->y + bounds->height + 0.01);
}

static void
assert_in_bounds (const TlFlowGeometry *geometry)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlBox *box = &g_array_index (geometry->steps, TlStepBox, i).box;

      assert_within (&geometry->bounds, box->x, box->y);
      assert_within (&geometry->bounds, box->x + box->width, box->y + box->height);
    }
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      assert_within (&geometry->bounds, path->label.x, path->label.y);
      for (guint p = 0; p < path->points->len; p++)
        assert_within (&geometry->bounds, g_array_index (path->points, TlPlace, p).x,
                       g_array_index (path->points, TlPlace, p).y);
    }
}

/* From box to box, at right angles. */
static void
assert_path (const TlFlowGeometry *geometry, const TlPath *path)
{
  const TlPlace *points = (const TlPlace *) (gconstpointer) path->points->data;
  guint last = path->points->len - 1;
  gconstpointer from, to;

  ends_of (path->item, &from, &to);
  g_assert_cmpuint (path->points->len, >=, 2);
  g_assert_true (lies_on_border (points[0], box_of (geometry, from)));
  g_assert_true (lies_on_border (points[last], box_of (geometry, to)));
  for (guint i = 0; i < last; i++)
    g_assert_true (fabs (points[i].x - points[i + 1].x) < 0.01 || fabs (points[i].y - points[i + 1].y) < 0.01);
}

static void
assert_all_paths (const TlFlowGeometry *geometry, TlFlow *flow)
{
  guint i = 0;

  g_assert_cmpuint (geometry->paths->len, ==, flow->connectors->len + flow->entries->len + flow->raises->len);
  for (guint c = 0; c < flow->connectors->len; c++)
    g_assert_true (g_array_index (geometry->paths, TlPath, i++).item == g_ptr_array_index (flow->connectors, c));
  for (guint e = 0; e < flow->entries->len; e++)
    g_assert_true (g_array_index (geometry->paths, TlPath, i++).item == g_ptr_array_index (flow->entries, e));
  for (guint r = 0; r < flow->raises->len; r++)
    g_assert_true (g_array_index (geometry->paths, TlPath, i++).item == g_ptr_array_index (flow->raises, r));
  for (guint p = 0; p < geometry->paths->len; p++)
    assert_path (geometry, &g_array_index (geometry->paths, TlPath, p));
}

static gboolean
passes_through (const TlPath *path, const TlBox *box)
{
  TlBox inside = { box->x + 2, box->y + 2, box->width - 4, box->height - 4 };

  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlPlace a = g_array_index (path->points, TlPlace, i);
      TlPlace b = g_array_index (path->points, TlPlace, i + 1);
      TlBox line = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x) + 0.1, fabs (a.y - b.y) + 0.1 };

      if (overlap (&line, &inside))
        return TRUE;
    }
  return FALSE;
}

static guint
count_lines_through_boxes (const TlFlowGeometry *geometry)
{
  guint count = 0;

  for (guint p = 0; p < geometry->paths->len; p++)
    for (guint s = 0; s < geometry->steps->len; s++)
      count += passes_through (&g_array_index (geometry->paths, TlPath, p),
                               &g_array_index (geometry->steps, TlStepBox, s).box);
  return count;
}

static guint
count_labels_on_boxes (const TlFlowGeometry *geometry)
{
  guint count = 0;

  for (guint p = 0; p < geometry->paths->len; p++)
    {
      TlPlace at = g_array_index (geometry->paths, TlPath, p).label;
      TlBox label = { at.x - 8, at.y - 8, 16, 16 };

      for (guint s = 0; s < geometry->steps->len; s++)
        count += overlap (&label, &g_array_index (geometry->steps, TlStepBox, s).box);
    }
  return count;
}

static void
assert_same (const TlFlowGeometry *a, const TlFlowGeometry *b)
{
  for (guint i = 0; i < a->steps->len; i++)
    {
      g_assert_cmpfloat (g_array_index (a->steps, TlStepBox, i).box.x, ==,
                         g_array_index (b->steps, TlStepBox, i).box.x);
      g_assert_cmpfloat (g_array_index (a->steps, TlStepBox, i).box.y, ==,
                         g_array_index (b->steps, TlStepBox, i).box.y);
    }
  for (guint i = 0; i < a->paths->len; i++)
    {
      const GArray *first = g_array_index (a->paths, TlPath, i).points;
      const GArray *second = g_array_index (b->paths, TlPath, i).points;

      g_assert_cmpmem (first->data, first->len * sizeof (TlPlace), second->data, second->len * sizeof (TlPlace));
    }
}

static void
assert_placed_stay (const TlFlowGeometry *geometry)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *box = &g_array_index (geometry->steps, TlStepBox, i);

      g_assert_cmpint (box->placed_by_person, ==, tl_step_is_placed (box->step));
      if (!box->placed_by_person)
        continue;
      g_assert_cmpfloat_with_epsilon (box->box.x + box->box.width / 2, box->step->x, 1e-9);
      g_assert_cmpfloat_with_epsilon (box->box.y + box->box.height / 2, box->step->y, 1e-9);
    }
}

static void
check_random (guint32 seed, guint n_steps, Places places)
{
  g_autoptr (TlStudy) study = random_study_new (seed, n_steps, places);
  TlFlow *flow = drawn_flow (study);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, flow);
  g_autoptr (TlFlowGeometry) again = tl_flow_geometry_new (study, flow);

  g_assert_cmpuint (geometry->steps->len, ==, n_steps);
  g_assert_cmpuint (geometry->chips->len, ==, n_steps > 0 ? 3 : 0);
  assert_no_overlap (geometry);
  assert_in_bounds (geometry);
  assert_all_paths (geometry, flow);
  assert_placed_stay (geometry);
  assert_same (geometry, again);
  if (places != PLACES_NONE)
    return;
  g_assert_cmpuint (count_lines_through_boxes (geometry), ==, 0);
  g_assert_cmpuint (count_labels_on_boxes (geometry), ==, 0);
}

static void
test_random (gconstpointer data)
{
  static const guint sizes[] = { 0, 1, 2, 5, 12, 30, 60 };
  Places places = (Places) GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 8; seed++)
      check_random (seed * 100 + i, sizes[i], places);
}

static double
middle_x (const TlFlowGeometry *geometry, gconstpointer item)
{
  const TlBox *box = box_of (geometry, item);
  return box->x + box->width / 2;
}

/* Left to right: demand, start, what follows, end; rework does not turn the order round. */
static void
test_reading_order (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *end = drawn_step (study, "Done");
  TlStep *fix = drawn_step (study, "Fix");
  TlStep *start = drawn_step (study, "Call");
  TlStep *check = drawn_step (study, "Check");
  TlDemand *demand = drawn_demand (study, "Fix my home", TL_DEMAND_VALUE);
  TlConnector *back;
  g_autoptr (TlFlowGeometry) geometry = NULL;

  tl_item_set_choice (start, "kind", TL_STEP_START);
  tl_item_set_choice (end, "kind", TL_STEP_END);
  back = drawn_connector (study, fix, start, TL_CONNECTOR_REWORK);
  drawn_connector (study, start, check, TL_CONNECTOR_FLOW);
  drawn_connector (study, check, fix, TL_CONNECTOR_FLOW);
  drawn_connector (study, check, end, TL_CONNECTOR_FLOW);
  drawn_connector (study, fix, end, TL_CONNECTOR_FLOW);
  drawn_entry (study, demand, start);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));

  g_assert_cmpfloat (middle_x (geometry, demand), <, middle_x (geometry, start));
  g_assert_cmpfloat (middle_x (geometry, start), <, middle_x (geometry, check));
  g_assert_cmpfloat (middle_x (geometry, check), <, middle_x (geometry, fix));
  g_assert_cmpfloat (middle_x (geometry, fix), <, middle_x (geometry, end));
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);
      g_assert_cmpint (path->backwards, ==, path->item == TL_ITEM (back));
    }
}

/* An end stands in the last column, even where the work gets to it early. */
static void
test_ends_last (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *start = drawn_step (study, "Call");
  TlStep *refused = drawn_step (study, "Not for us");
  TlStep *check = drawn_step (study, "Check");
  TlStep *fix = drawn_step (study, "Fix");
  g_autoptr (TlFlowGeometry) geometry = NULL;

  tl_item_set_choice (refused, "kind", TL_STEP_END);
  drawn_connector (study, start, refused, TL_CONNECTOR_FLOW);
  drawn_connector (study, start, check, TL_CONNECTOR_FLOW);
  drawn_connector (study, check, fix, TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_assert_cmpfloat (middle_x (geometry, refused), ==, middle_x (geometry, fix));
}

/* A chain is one straight line, whatever else hangs on it. */
static void
test_chain_is_straight (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *chain[6];
  g_autoptr (TlFlowGeometry) geometry = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (chain); i++)
    {
      chain[i] = drawn_step (study, "Step");
      if (i > 0)
        tl_item_set_number (drawn_connector (study, chain[i - 1], chain[i], TL_CONNECTOR_FLOW), "share", 0.8);
      if (i > 1)
        tl_item_set_number (drawn_connector (study, chain[i - 1], drawn_step (study, "Aside"), TL_CONNECTOR_FLOW),
                            "share", 0.2);
    }
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  for (guint i = 1; i < G_N_ELEMENTS (chain); i++)
    g_assert_cmpfloat_with_epsilon (box_of (geometry, chain[i])->y, box_of (geometry, chain[0])->y, 12);
  g_assert_cmpuint (g_array_index (geometry->paths, TlPath, 0).points->len, ==, 2);
}

/* A loop on a step stays near it, and does not run through it. */
static void
test_self_loop (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *step = drawn_step_at (study, "Visit", 500, 300);
  const TlPath *path;
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, step, step, TL_CONNECTOR_REWORK);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  path = &g_array_index (geometry->paths, TlPath, 0);
  g_assert_cmpuint (path->points->len, ==, 4);
  g_assert_false (passes_through (path, box_of (geometry, step)));
  g_assert_cmpfloat (geometry->bounds.width, <, TL_STEP_WIDTH + 80);
  g_assert_cmpfloat (geometry->bounds.height, <, TL_STEP_HEIGHT + 80);
}

/* Two ways there and one back: three lines that can be told apart. */
static void
test_parallel (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step_at (study, "A", 0, 0);
  TlStep *b = drawn_step_at (study, "B", 300, 0);
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  drawn_connector (study, b, a, TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < i; j++)
      {
        const GArray *first = g_array_index (geometry->paths, TlPath, i).points;
        const GArray *second = g_array_index (geometry->paths, TlPath, j).points;
        const TlPlace *p = &g_array_index (first, TlPlace, 0);
        const TlPlace *q = &g_array_index (second, TlPlace, 0);

        g_assert_cmpfloat (fabs (p->x - q->x) + fabs (p->y - q->y), >, 8);
      }
}

/* Steps nearly in line are joined by one straight line, as who drew them meant. */
static void
test_nearly_in_line (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step_at (study, "A", 0, 0);
  TlStep *b = drawn_step_at (study, "B", 300, 9);
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_assert_cmpuint (g_array_index (geometry->paths, TlPath, 0).points->len, ==, 2);
}

/* A step between two others is passed, not crossed. */
static void
test_goes_round (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step_at (study, "A", 0, 0);
  TlStep *between = drawn_step_at (study, "Between", 300, 0);
  TlStep *b = drawn_step_at (study, "B", 600, 0);
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  drawn_connector (study, b, a, TL_CONNECTOR_REWORK);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  for (guint i = 0; i < 2; i++)
    g_assert_false (passes_through (&g_array_index (geometry->paths, TlPath, i), box_of (geometry, between)));
}

/* Numbers that are no places count as none. */
static void
test_odd_places (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *steps[] = {
    drawn_step_at (study, "Here", 0, 0),
    drawn_step_at (study, "Half a place", 10, NAN),
    drawn_step_at (study, "Nowhere", 1e300, 0),
    drawn_step_at (study, "Far", -9e5, 9e5),
  };
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, steps[0], steps[3], TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  assert_no_overlap (geometry);
  assert_in_bounds (geometry);
  g_assert_true (isfinite (geometry->bounds.width) && isfinite (geometry->bounds.height));
}

/* An edge whose end is missing or in another flow is left out. */
static void
test_dangling (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step (study, "A");
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, a, NULL, TL_CONNECTOR_FLOW);
  drawn_entry (study, NULL, a);
  drawn_raises (study, a, NULL, 1);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_assert_cmpuint (geometry->paths->len, ==, 0);
  g_assert_cmpuint (geometry->steps->len, ==, 1);
}

/* A deep chain and a long row of notes neither recurse nor take long. */
static void
test_large (void)
{
  g_autoptr (TlStudy) study = random_study_new (5, 2000, PLACES_NONE);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));

  assert_no_overlap (geometry);
  assert_in_bounds (geometry);
}

/* The geometry keeps what it shows. */
static void
test_outlives_study (void)
{
  TlStudy *study = random_study_new (1, 4, PLACES_NONE);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));

  tl_study_unref (study);
  g_assert_nonnull (g_array_index (geometry->steps, TlStepBox, 0).step->name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/layout/geometry/random/no-places", GINT_TO_POINTER (PLACES_NONE), test_random);
  g_test_add_data_func ("/layout/geometry/random/some-places", GINT_TO_POINTER (PLACES_SOME), test_random);
  g_test_add_data_func ("/layout/geometry/random/all-places", GINT_TO_POINTER (PLACES_ALL), test_random);
  g_test_add_func ("/layout/geometry/reading-order", test_reading_order);
  g_test_add_func ("/layout/geometry/ends-last", test_ends_last);
  g_test_add_func ("/layout/geometry/chain-is-straight", test_chain_is_straight);
  g_test_add_func ("/layout/geometry/self-loop", test_self_loop);
  g_test_add_func ("/layout/geometry/parallel", test_parallel);
  g_test_add_func ("/layout/geometry/nearly-in-line", test_nearly_in_line);
  g_test_add_func ("/layout/geometry/goes-round", test_goes_round);
  g_test_add_func ("/layout/geometry/odd-places", test_odd_places);
  g_test_add_func ("/layout/geometry/dangling", test_dangling);
  g_test_add_func ("/layout/geometry/large", test_large);
  g_test_add_func ("/layout/geometry/outlives-study", test_outlives_study);
  return g_test_run ();
}
