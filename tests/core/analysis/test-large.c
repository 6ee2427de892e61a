/* Flows too large for the second calculation: what must hold of any flow. */
#include <math.h>
#include <string.h>

#include "analysis/capacity.h"
#include "analysis/chain.h"
#include "analysis/routing.h"
#include "small-study.h"

#define N_STEPS 2000

/* Steps in a row, each with a way on to the next and to one of the next few, and some with a way
 * back: loops within loops.
 */
static void
init_tangle (SmallStudy *small, guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  small_study_init (small);
  for (guint s = 0; s < n; s++)
    small_study_step (small, "step", (TlStepClass) g_rand_int_range (rand, 0, 3), g_rand_double_range (rand, 0, 60));
  for (guint s = 0; s + 1 < n; s++)
    {
      GPtrArray *steps = small->flow->steps;
      guint next = s + 1 + (guint) g_rand_int_range (rand, 0, 8);

      small_study_connect (small, steps->pdata[s], steps->pdata[MIN (next, n - 1)], 0.6);
      small_study_connect (small, steps->pdata[s], steps->pdata[s + 1], NAN);
      if (s > 0 && g_rand_double (rand) < 0.1)
        small_study_rework (small, steps->pdata[s],
                            steps->pdata[g_rand_int_range (rand, (int) (s > 40 ? s - 40 : 0), (int) s)], 0.2);
    }
}

/* Steps that lead anywhere: their factors fill up. */
static void
init_knot (SmallStudy *small, guint n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  small_study_init (small);
  for (guint s = 0; s < n; s++)
    small_study_step (small, "step", TL_CLASS_VALUE, 1);
  for (guint s = 0; s < n; s++)
    for (int i = 0; i < 3; i++)
      small_study_connect (small, small->flow->steps->pdata[s],
                           small->flow->steps->pdata[g_rand_int_range (rand, 0, (int) n)],
                           g_rand_double_range (rand, 0.25, 0.33));
}

static TlDemand *
enter (SmallStudy *small, TlDemandKind kind, double frequency, guint step)
{
  TlDemand *demand = small_study_demand (small, "demand", kind, frequency);

  small_study_enter (small, demand, small->flow->steps->pdata[step]);
  return demand;
}

/* All that comes leaves: nothing is lost on the way, and nothing appears. */
static void
assert_all_leaves (const TlCapacity *capacity, const TlRouting *routing, double arrivals)
{
  double leaving = 0;

  for (guint s = 0; s < capacity->steps->len; s++)
    leaving += g_array_index (capacity->steps, TlStepNumbers, s).visits * routing->leaves[s];
  assert_same (leaving, arrivals);
}

static void
test_hours_add_up (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlFlowModel) model = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_flow_problem_free);
  g_autoptr (GPtrArray) routings = NULL;
  g_autoptr (TlCapacity) capacity = NULL;
  g_autoptr (GError) error = NULL;
  TlBuckets sum = { { 0 } };
  double by_demand = 0;
  gboolean provisional;

  init_tangle (&small, N_STEPS, 20260301);
  enter (&small, TL_DEMAND_VALUE, 100, 0);
  enter (&small, TL_DEMAND_VALUE, 50, N_STEPS / 2);
  enter (&small, TL_DEMAND_UNSURE, 20, 10);
  small_study_raise (&small, small.flow->steps->pdata[N_STEPS / 3], enter (&small, TL_DEMAND_FAILURE, 5, 3), 0.01);
  model = tl_flow_model_new (small.study, small.flow);
  routings = tl_routings_new (model, problems, &provisional);
  g_assert_cmpuint (routings->len, ==, 1);
  capacity = tl_capacity_compute_model (model, &error);
  g_assert_no_error (error);

  assert_all_leaves (capacity, routings->pdata[0], capacity->contacts);
  for (guint s = 0; s < N_STEPS; s++)
    {
      const TlStepNumbers *numbers = &g_array_index (capacity->steps, TlStepNumbers, s);
      const TlStep *step = small.flow->steps->pdata[s];

      assert_same (tl_buckets_sum (&numbers->hours), numbers->visits * step->work_minutes / 60);
      for (int b = 0; b < TL_N_BUCKETS; b++)
        {
          g_assert_cmpfloat (numbers->hours.hours[b], >=, 0);
          sum.hours[b] += numbers->hours.hours[b];
        }
    }
  for (int b = 0; b < TL_N_BUCKETS; b++)
    {
      assert_same (sum.hours[b], capacity->hours.hours[b]);
      g_assert_cmpfloat (capacity->hours.hours[b], >, 0);
    }
  for (guint d = 0; d < capacity->demands->len; d++)
    by_demand += g_array_index (capacity->demands, TlDemandNumbers, d).used;
  assert_same (by_demand, capacity->used);
}

/* How often work in a step is there in all, once from the factors and once by sending work in. */
static void
check_returns (SmallStudy *small)
{
  guint n = small->flow->steps->len;
  g_autoptr (TlFlowModel) model = tl_flow_model_new (small->study, small->flow);
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  g_autoptr (GPtrArray) routings = NULL;
  g_autofree double *returns = g_new0 (double, n);
  g_autofree double *visits = g_new (double, n);
  g_autofree gboolean *wanted = g_new (gboolean, n);
  const TlRouting *routing;
  gboolean provisional;
  guint n_above = 0;

  routings = tl_routings_new (model, problems, &provisional);
  routing = routings->pdata[0];
  for (guint s = 0; s < n; s++)
    wanted[s] = TRUE;
  tl_chain_returns (routing->chain, wanted, returns);
  for (guint s = 0; s < n; s += 7)
    {
      if (routing->chain->components->component[s] < 0)
        continue;
      memset (visits, 0, sizeof (double) * n);
      visits[s] = 1;
      tl_chain_visits (routing->chain, visits);
      assert_same (returns[s], visits[s]);
      n_above += returns[s] > 1.001;
    }
  g_assert_cmpuint (n_above, >, n / 7 / 2);
}

static void
test_returns_in_tangle (void)
{
  g_auto (SmallStudy) small;

  init_tangle (&small, N_STEPS, 20260302);
  enter (&small, TL_DEMAND_VALUE, 1, 0);
  check_returns (&small);
}

static void
test_returns_in_knot (void)
{
  g_auto (SmallStudy) small;

  init_knot (&small, 300, 20260303);
  enter (&small, TL_DEMAND_VALUE, 1, 0);
  check_returns (&small);
}

/* A hundred thousand steps in one row, and in one ring: no stack is deep enough for a recursion. */
static void
check_row (double share, double expected)
{
  const guint n = 100000;
  g_autofree int *from = g_new (int, n);
  g_autofree int *to = g_new (int, n);
  g_autofree double *shares = g_new (double, n);
  g_autofree double *leaves = g_new0 (double, n);
  g_autofree double *visits = g_new0 (double, n);
  g_autoptr (TlGraph) graph = NULL;
  g_autoptr (TlChain) chain = NULL;
  const int start = 0;

  for (guint s = 0; s < n; s++)
    {
      from[s] = (int) s;
      to[s] = (int) ((s + 1) % n);
      shares[s] = 1;
    }
  shares[n - 1] = share;
  leaves[n - 1] = 1 - share;
  graph = tl_graph_new (n, n, from, to, NULL);
  chain = tl_chain_new (graph, shares, leaves, &start, 1);
  g_assert_true (tl_chain_ends (chain, start));
  visits[start] = 60;
  tl_chain_visits (chain, visits);
  for (guint s = 0; s < n; s++)
    assert_same (visits[s], 60 * expected);
}

static void
test_row (void)
{
  check_row (0, 1);
}

static void
test_ring (void)
{
  check_row (0.5, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/large/hours-add-up", test_hours_add_up);
  g_test_add_func ("/analysis/large/returns-in-tangle", test_returns_in_tangle);
  g_test_add_func ("/analysis/large/returns-in-knot", test_returns_in_knot);
  g_test_add_func ("/analysis/large/row", test_row);
  g_test_add_func ("/analysis/large/ring", test_ring);
  return g_test_run ();
}
