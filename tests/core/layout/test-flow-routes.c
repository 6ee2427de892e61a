/* How lines run: round everything, lines of a kind as one tree, all others apart, labels in the
 * clear. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-geometry.h"
#include "layout/flow-label.h"
#include "study/item-build.h"
#include "tidy-flow.h"

static const TlPath *
path (const TlFlowGeometry *geometry, guint i)
{
  return &g_array_index (geometry->paths, TlPath, i);
}

static TlPlace
point (const TlPath *one, guint i)
{
  return g_array_index (one->points, TlPlace, i);
}

static guint
last (const TlPath *one)
{
  return one->points->len - 1;
}

static gboolean
same_place (TlPlace a, TlPlace b)
{
  return fabs (a.x - b.x) < 0.01 && fabs (a.y - b.y) < 0.01;
}

static gboolean
overlap (const TlBox *a, const TlBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static TlBox
inside (TlBox box, double by)
{
  return (TlBox){ box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by };
}

static TlBox
line_of (TlPlace a, TlPlace b)
{
  return (TlBox){ MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x) + 0.01, fabs (a.y - b.y) + 0.01 };
}

static GArray *
all_boxes (const TlFlowGeometry *geometry)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint i = 0; i < geometry->steps->len; i++)
    g_array_append_val (boxes, g_array_index (geometry->steps, TlStepBox, i).box);
  for (guint i = 0; i < geometry->chips->len; i++)
    g_array_append_val (boxes, g_array_index (geometry->chips, TlChipBox, i).box);
  return boxes;
}

static void
assert_nothing_crossed (const TlFlowGeometry *geometry)
{
  g_autoptr (GArray) boxes = all_boxes (geometry);

  for (guint p = 0; p < geometry->paths->len; p++)
    for (guint i = 0; i < last (path (geometry, p)); i++)
      for (guint b = 0; b < boxes->len; b++)
        {
          TlBox line = line_of (point (path (geometry, p), i), point (path (geometry, p), i + 1));
          TlBox box = inside (g_array_index (boxes, TlBox, b), 1);

          g_assert_false (overlap (&line, &box));
        }
}

static TlBox
label_of (const TlPath *one)
{
  return inside ((TlBox){ one->label.x - one->label_width / 2, one->label.y - one->label_height / 2, one->label_width,
                          one->label_height },
                 one->label_width > 0 ? 1 : 0);
}

static guint
count_labels_on_others (const TlFlowGeometry *geometry, const GArray *boxes)
{
  guint count = 0;

  for (guint p = 0; p < geometry->paths->len; p++)
    {
      TlBox label = label_of (path (geometry, p));

      for (guint b = 0; b < boxes->len && label.width > 0; b++)
        count += overlap (&label, &g_array_index (boxes, TlBox, b));
      for (guint q = 0; q < p && label.width > 0; q++)
        {
          TlBox other = label_of (path (geometry, q));
          count += other.width > 0 && overlap (&label, &other);
        }
    }
  return count;
}

static gboolean
boxes_apart (const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      if (overlap (&g_array_index (boxes, TlBox, i), &g_array_index (boxes, TlBox, j)))
        return FALSE;
  return TRUE;
}

/* In hundreds of flows, laid out or placed by hand, dense ones too: no line runs through a step or
 * a chip, and a label stands on one, or on another label, in hardly one flow of a hundred. */
static void
test_clear (gconstpointer data)
{
  static const guint sizes[] = { 3, 8, 16, 32 };
  guint flows = 0, bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= (sizes[i] > 16 ? 12 : 40); seed++)
      {
        g_autoptr (TlStudy) study = random_study_new (seed * 10 + i, sizes[i], (Places) GPOINTER_TO_INT (data));
        g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
        g_autoptr (GArray) boxes = all_boxes (geometry);

        g_assert_true (boxes_apart (boxes));
        assert_nothing_crossed (geometry);
        bad += count_labels_on_others (geometry, boxes) > 0 ? 1 : 0;
        flows++;
      }
  g_assert_cmpuint (bad * 40, <=, flows);
}

/* Three ways out of a step leave it as one line, and branch. */
static void
test_fork_shares_trunk (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *from = drawn_step_at (study, "From", 0, 0);
  TlStep *to[] = { drawn_step_at (study, "Up", 400, -160), drawn_step_at (study, "On", 400, 0),
                   drawn_step_at (study, "Down", 400, 160) };
  g_autoptr (TlFlowGeometry) geometry = NULL;

  for (guint i = 0; i < 3; i++)
    drawn_connector (study, from, to[i], TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  for (guint i = 1; i < 3; i++)
    g_assert_true (same_place (point (path (geometry, 0), 0), point (path (geometry, i), 0)));
  g_assert_cmpuint (path (geometry, 1)->points->len, ==, 2);
  g_assert_true (same_place (point (path (geometry, 0), 1), point (path (geometry, 2), 1)));
}

/* Three ways into a step come as one line. */
static void
test_merge_shares_trunk (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *to = drawn_step_at (study, "To", 400, 0);
  TlStep *from[] = { drawn_step_at (study, "Up", 0, -160), drawn_step_at (study, "On", 0, 0),
                     drawn_step_at (study, "Down", 0, 160) };
  g_autoptr (TlFlowGeometry) geometry = NULL;
  const TlPath *up, *down;

  for (guint i = 0; i < 3; i++)
    drawn_connector (study, from[i], to, TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  up = path (geometry, 0);
  down = path (geometry, 2);
  g_assert_true (same_place (point (up, last (up)), point (down, last (down))));
  g_assert_true (same_place (point (up, last (up) - 1), point (down, last (down) - 1)));
}

/* What is not of a kind shares nothing: flow and rework, two connectors between the same steps,
 * what raises two demands. */
static void
test_kinds_apart (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step_at (study, "A", 0, 0);
  TlStep *b = drawn_step_at (study, "B", 400, 0);
  TlStep *c = drawn_step_at (study, "C", 400, 160);
  TlDemand *one = drawn_demand (study, "One", TL_DEMAND_FAILURE);
  TlDemand *two = drawn_demand (study, "Two", TL_DEMAND_FAILURE);
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  drawn_connector (study, a, c, TL_CONNECTOR_REWORK);
  drawn_raises (study, b, one, 0.2);
  drawn_raises (study, b, two, 0.1);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  for (guint i = 0; i < geometry->paths->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (same_place (point (path (geometry, i), 0), point (path (geometry, j), 0)));
}

/* Two steps that raise the same demand: their loops come to its chip as one. */
static void
test_raises_merge (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step_at (study, "A", 400, 0);
  TlStep *b = drawn_step_at (study, "B", 700, 0);
  TlDemand *asked = drawn_demand (study, "Where is it?", TL_DEMAND_FAILURE);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  const TlPath *first, *second;

  drawn_entry (study, asked, a);
  drawn_raises (study, a, asked, 0.2);
  drawn_raises (study, b, asked, 0.1);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  first = path (geometry, 1);
  second = path (geometry, 2);
  g_assert_true (same_place (point (first, last (first)), point (second, last (second))));
  g_assert_false (same_place (point (first, 0), point (second, 0)));
}

/* What is raised can be drawn ten points wide: two such loops that run back side by side still leave room
 * between them. */
static void
test_thick_lines (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *first = drawn_step_at (study, "First", 0, 0);
  TlStep *a = drawn_step_at (study, "A", 400, 0), *b = drawn_step_at (study, "B", 700, 0);
  TlDemand *one = drawn_demand (study, "One", TL_DEMAND_FAILURE);
  TlDemand *two = drawn_demand (study, "Two", TL_DEMAND_FAILURE);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  double least = G_MAXDOUBLE;

  drawn_entry (study, one, first);
  drawn_entry (study, two, first);
  drawn_raises (study, a, one, 0.2);
  drawn_raises (study, b, two, 0.2);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  for (guint i = 0; i < last (path (geometry, 2)); i++)
    for (guint j = 0; j < last (path (geometry, 3)); j++)
      {
        TlPlace p = point (path (geometry, 2), i), q = point (path (geometry, 3), j);

        if (fabs (p.y - point (path (geometry, 2), i + 1).y) < 0.5
            && fabs (q.y - point (path (geometry, 3), j + 1).y) < 0.5)
          least = MIN (least, fabs (p.y - q.y));
      }
  g_assert_cmpfloat (least, >, 14);
  g_assert_cmpfloat (least, <, 60);
}

/* A share written on a connector too short for it stands above the line, off both steps. */
static void
test_label_of_short_line (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step_at (study, "A", 0, 0);
  TlStep *b = drawn_step_at (study, "B", TL_STEP_WIDTH + TL_STEP_GAP_X, 0);
  TlConnector *connector = drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  g_autoptr (GArray) boxes = NULL;

  tl_item_set_number (connector, "share", 0.9);
  tl_item_set_text (connector, "label", "ok");
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  boxes = all_boxes (geometry);
  g_assert_cmpfloat (path (geometry, 0)->label_width, >, 0);
  g_assert_cmpuint (count_labels_on_others (geometry, boxes), ==, 0);
  g_assert_cmpfloat (path (geometry, 0)->label.y, <, point (path (geometry, 0), 0).y - 5);
}

/* A long label has two lines, and room is kept for both. */
static void
test_label_of_two_lines (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *a = drawn_step_at (study, "A", 0, 0);
  TlStep *b = drawn_step_at (study, "B", TL_STEP_WIDTH + TL_STEP_GAP_X, 0);
  TlStep *above = drawn_step_at (study, "Above", (TL_STEP_WIDTH + TL_STEP_GAP_X) / 2, -TL_STEP_HEIGHT - 10);
  TlConnector *connector = drawn_connector (study, a, b, TL_CONNECTOR_FLOW);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  g_autoptr (GArray) boxes = NULL;

  g_assert_nonnull (above);
  tl_item_set_text (connector, "label", "no, can wait until next week");
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  boxes = all_boxes (geometry);
  g_assert_cmpfloat (path (geometry, 0)->label_height, ==, TL_LABEL_TWO_LINES);
  g_assert_cmpuint (count_labels_on_others (geometry, boxes), ==, 0);
}

static gboolean
crosses_part (TlPlace a, TlPlace b, TlPlace c, TlPlace d)
{
  gboolean level = fabs (a.y - b.y) < 0.01;

  if (level == (fabs (c.y - d.y) < 0.01))
    return FALSE;
  if (!level)
    return crosses_part (c, d, a, b);
  return c.x > MIN (a.x, b.x) && c.x < MAX (a.x, b.x) && a.y > MIN (c.y, d.y) && a.y < MAX (c.y, d.y);
}

static guint
count_crossings (const TlFlowGeometry *geometry)
{
  guint count = 0;

  for (guint p = 0; p < geometry->paths->len; p++)
    for (guint q = p + 1; q < geometry->paths->len; q++)
      for (guint i = 0; i + 1 < path (geometry, p)->points->len; i++)
        for (guint j = 0; j + 1 < path (geometry, q)->points->len; j++)
          count += crosses_part (point (path (geometry, p), i), point (path (geometry, p), i + 1),
                                 point (path (geometry, q), j), point (path (geometry, q), j + 1));
  return count;
}

/* A way back runs above, but below where it would cross one that passes above. */
static void
test_back_without_crossing (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *first = drawn_step (study, "First");
  TlStep *second = drawn_step (study, "Second");
  TlStep *third = drawn_step (study, "Third");
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, first, second, TL_CONNECTOR_FLOW);
  drawn_connector (study, second, third, TL_CONNECTOR_FLOW);
  drawn_connector (study, first, third, TL_CONNECTOR_FLOW);
  drawn_connector (study, third, second, TL_CONNECTOR_REWORK);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_assert_cmpuint (count_crossings (geometry), ==, 0);
}

/* What leads ahead past others knows of ways back, and they of it: dot needs 2 crossings for such a flow, and
 * ways that knew nothing of one another had 6. */
static void
test_ways_know_one_another (void)
{
  static const guint edges[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 }, { 4, 5 }, { 0, 3 }, { 1, 4 }, { 2, 5 } };
  static const guint back[][2] = { { 5, 3 }, { 4, 1 }, { 3, 0 } };
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autoptr (TlFlowGeometry) geometry = NULL;
  TlStep *steps[6];

  for (guint i = 0; i < 6; i++)
    steps[i] = drawn_step (study, "Step");
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    drawn_connector (study, steps[edges[i][0]], steps[edges[i][1]], TL_CONNECTOR_FLOW);
  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    drawn_connector (study, steps[back[i][0]], steps[back[i][1]], TL_CONNECTOR_REWORK);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_test_message ("%u crossings", count_crossings (geometry));
  g_assert_cmpuint (count_crossings (geometry), <=, 3);
}

/* A chain in rows, with some work done again, short cuts and branches. */
static TlStudy *
study_in_rows (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TlStudy *study = drawn_study_new ();
  int n_steps = 12 + (int) seed % 25;

  for (int s = 0; s < n_steps; s++)
    drawn_step (study, "Step");
  for (int s = 1; s < n_steps; s++)
    drawn_connector (study, tidy_step (study, (guint) s - 1), tidy_step (study, (guint) s), TL_CONNECTOR_FLOW);
  for (guint r = 0; r < seed % 5; r++)
    {
      int a = g_rand_int_range (rand, 0, n_steps), b = g_rand_int_range (rand, 0, n_steps);

      if (a > b || (b > a + 1 && b < a + 4))
        drawn_connector (study, tidy_step (study, (guint) a), tidy_step (study, (guint) b),
                         a > b ? TL_CONNECTOR_REWORK : TL_CONNECTOR_FLOW);
    }
  for (guint r = 0; r < seed % 3; r++)
    {
      TlStep *branch = drawn_step (study, "Branch");
      guint a = (guint) g_rand_int_range (rand, 0, n_steps - 2);

      drawn_connector (study, tidy_step (study, a), branch, TL_CONNECTOR_FLOW);
      drawn_connector (study, branch, tidy_step (study, a + 2), TL_CONNECTOR_FLOW);
    }
  tidy_flow (study, &tidy_wrapped);
  return study;
}

/* Whether a line leads to the beginning of a lower row; @between then says whether it stays between the two. */
static gboolean
leads_to_next_row (const TlFlowGeometry *geometry, const TlPath *one, gboolean *between)
{
  const TlConnector *connector = (TlConnector *) one->item;
  const TlBox *from = &tl_flow_geometry_step (geometry, connector->from)->box;
  const TlBox *to = &tl_flow_geometry_step (geometry, connector->to)->box;

  *between = TRUE;
  for (guint i = 0; i < one->points->len; i++)
    *between &= point (one, i).y > from->y && point (one, i).y < to->y + to->height;
  return connector->kind == TL_CONNECTOR_FLOW && to->y > from->y + from->height && to->x < from->x - TL_STEP_WIDTH;
}

/* The line from the end of a row to the beginning of the next runs between the two, not round all rows. */
static void
test_between_rows (void)
{
  guint n_lines = 0, n_between = 0;

  for (guint32 seed = 1; seed <= 90; seed++)
    {
      g_autoptr (TlStudy) study = study_in_rows (seed);
      g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
      gboolean between;

      for (guint p = 0; p < geometry->paths->len; p++)
        if (leads_to_next_row (geometry, path (geometry, p), &between))
          {
            n_lines++;
            n_between += between;
          }
    }
  g_test_message ("%u of %u between", n_between, n_lines);
  g_assert_cmpuint (n_lines, >, 120);
  g_assert_cmpuint (100 * n_between, >=, 98 * n_lines);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/layout/routes/clear/no-places", GINT_TO_POINTER (PLACES_NONE), test_clear);
  g_test_add_data_func ("/layout/routes/clear/some-places", GINT_TO_POINTER (PLACES_SOME), test_clear);
  g_test_add_data_func ("/layout/routes/clear/all-places", GINT_TO_POINTER (PLACES_ALL), test_clear);
  g_test_add_func ("/layout/routes/fork-shares-trunk", test_fork_shares_trunk);
  g_test_add_func ("/layout/routes/merge-shares-trunk", test_merge_shares_trunk);
  g_test_add_func ("/layout/routes/kinds-apart", test_kinds_apart);
  g_test_add_func ("/layout/routes/raises-merge", test_raises_merge);
  g_test_add_func ("/layout/routes/thick-lines", test_thick_lines);
  g_test_add_func ("/layout/routes/label-of-short-line", test_label_of_short_line);
  g_test_add_func ("/layout/routes/label-of-two-lines", test_label_of_two_lines);
  g_test_add_func ("/layout/routes/back-without-crossing", test_back_without_crossing);
  g_test_add_func ("/layout/routes/ways-know-one-another", test_ways_know_one_another);
  g_test_add_func ("/layout/routes/between-rows", test_between_rows);
  return g_test_run ();
}
