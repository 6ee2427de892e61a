/* Lines cross where the places of steps make them, and nowhere else. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-geometry.h"

#define GAP 900.0 /* between two columns: room for all lines */
#define ROW 148.0

static TlPlace
corner (const TlPath *path, guint i)
{
  return g_array_index (path->points, TlPlace, i);
}

static gboolean
between (double at, double a, double b)
{
  return at > MIN (a, b) && at < MAX (a, b);
}

/* A level line from @a to @b, an upright one from @c to @d. */
static gboolean
cross (TlPlace a, TlPlace b, TlPlace c, TlPlace d)
{
  return fabs (a.y - b.y) < 1e-9 && fabs (c.x - d.x) < 1e-9 && between (a.y, c.y, d.y) && between (c.x, a.x, b.x);
}

static guint
count_crossings (const TlPath *one, const TlPath *other)
{
  guint count = 0;

  for (guint i = 0; i + 1 < one->points->len; i++)
    for (guint j = 0; j + 1 < other->points->len; j++)
      count += cross (corner (one, i), corner (one, i + 1), corner (other, j), corner (other, j + 1))
               + cross (corner (other, j), corner (other, j + 1), corner (one, i), corner (one, i + 1));
  return count;
}

static guint
count_all (const TlFlowGeometry *geometry)
{
  guint count = 0;

  for (guint i = 0; i < geometry->paths->len; i++)
    for (guint j = 0; j < i; j++)
      count
          += count_crossings (&g_array_index (geometry->paths, TlPath, i), &g_array_index (geometry->paths, TlPath, j));
  return count;
}

/* How many pairs of connectors between two columns lead from above to below and from below to above:
 * so often they have to cross, however they are drawn. */
static guint
count_turned (const TlFlow *flow)
{
  guint count = 0;

  for (guint i = 0; i < flow->connectors->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const TlConnector *one = flow->connectors->pdata[i], *other = flow->connectors->pdata[j];
        count += (one->from->y - other->from->y) * (one->to->y - other->to->y) < 0;
      }
  return count;
}

static void
shuffle (GRand *rand, guint *numbers, guint count)
{
  for (guint i = 0; i < count; i++)
    numbers[i] = i;
  for (guint i = count - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (int) i + 1), number = numbers[i];

      numbers[i] = numbers[j];
      numbers[j] = number;
    }
}

/* Each step of one column leads to another of the next: no pair crosses more than once, and none that
 * need not. (Where two lines would run on one another, they would rather cross.) */
static void
test_one_to_one (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (TlStudy) study = drawn_study_new ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TlFlowGeometry) geometry = NULL;
      TlStep *steps[2][16];
      guint heads[16];

      for (guint i = 0; i < 16; i++)
        {
          steps[0][i] = drawn_step_at (study, "From", 0, ROW * i);
          steps[1][i] = drawn_step_at (study, "To", GAP, ROW * i + g_rand_int_range (rand, 8, 20));
        }
      shuffle (rand, heads, 16);
      for (guint i = 0; i < 16; i++)
        drawn_connector (study, steps[0][i], steps[1][heads[i]], TL_CONNECTOR_FLOW);
      geometry = tl_flow_geometry_new (study, drawn_flow (study));
      g_assert_cmpuint (count_all (geometry), ==, count_turned (drawn_flow (study)));
    }
}

/* The same where many share their steps: trunks part rather than be crossed without need. */
static void
test_many_to_many (void)
{
  guint drawn = 0, needed = 0;

  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (TlStudy) study = drawn_study_new ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TlFlowGeometry) geometry = NULL;
      TlStep *steps[2][9];

      for (guint i = 0; i < 9; i++)
        {
          steps[0][i] = drawn_step_at (study, "From", 0, ROW * i);
          steps[1][i] = drawn_step_at (study, "To", GAP, ROW * i);
        }
      for (guint i = 0; i < 9; i++)
        for (guint j = 0; j < 9; j++)
          if (g_rand_double (rand) < 0.22)
            drawn_connector (study, steps[0][i], steps[1][j], TL_CONNECTOR_FLOW);
      geometry = tl_flow_geometry_new (study, drawn_flow (study));
      drawn += count_all (geometry);
      needed += count_turned (drawn_flow (study));
    }
  g_test_message ("%u crossings are drawn, %u are needed", drawn, needed);
  g_assert_cmpuint (drawn, <=, needed + needed / 50);
}

/* Of two lanes past a column, the longer way that crosses nobody. */
static void
test_lane_of_least_crossings (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *from = drawn_step_at (study, "From", 0, 0), *to = drawn_step_at (study, "To", 800, 0);
  TlStep *passed = drawn_step_at (study, "Passed", 400, 20);
  g_autoptr (TlFlowGeometry) geometry = NULL;

  drawn_connector (study, from, to, TL_CONNECTOR_FLOW);
  for (int i = -1; i >= -3; i--)
    drawn_connector (study, drawn_step_at (study, "Above", 0, ROW * i), passed, TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_assert_cmpuint (count_all (geometry), ==, 0);
}

/* A second connector between two steps does not cut through the trunk of those that come with the first. */
static void
test_second_of_a_trunk (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *to = drawn_step_at (study, "To", 400, 0), *middle = NULL;
  g_autoptr (TlFlowGeometry) geometry = NULL;

  for (int i = -2; i <= 2; i++)
    {
      TlStep *from = drawn_step_at (study, "From", 0, ROW * i);

      drawn_connector (study, from, to, TL_CONNECTOR_FLOW);
      middle = i == 1 ? from : middle;
    }
  drawn_connector (study, middle, to, TL_CONNECTOR_FLOW);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_assert_cmpuint (count_all (geometry), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/crossings/one-to-one", test_one_to_one);
  g_test_add_func ("/layout/crossings/many-to-many", test_many_to_many);
  g_test_add_func ("/layout/crossings/lane-of-least-crossings", test_lane_of_least_crossings);
  g_test_add_func ("/layout/crossings/second-of-a-trunk", test_second_of_a_trunk);
  return g_test_run ();
}
