/* How much work takes each connector: the sample by hand, and what must hold of any flow. */
#include <math.h>

#include "analysis/capacity.h"
#include "random-study.h"

static TlCapacity *
compute (const SmallStudy *small)
{
  g_autoptr (GError) error = NULL;
  TlCapacity *capacity = tl_capacity_compute (small->study, small->flow, &error);

  g_assert_no_error (error);
  return capacity;
}

static double
taken (const SmallStudy *small, const TlCapacity *capacity, guint connector, TlDemandKind kind)
{
  const TlVolume *volume = tl_volumes_of_connector (capacity->volumes, small->flow->connectors->pdata[connector]);

  g_assert_nonnull (volume);
  return volume->by_kind[kind];
}

/* "Please fix something" comes 325 times a week; 0.12 ÷ 0.88 of them come back as "You did not
 * finish the job", which walks the same way. 10 % of calls are taken again, and 20 % of visits paid
 * again. */
static void
test_by_hand (void)
{
  const double fix = 325, again = fix * 0.12 / 0.88;
  const double where = 60 + (fix + again) / 0.8 * 0.35;
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  assert_same (taken (&small, capacity, 0, TL_DEMAND_VALUE), fix / 0.9);
  assert_same (taken (&small, capacity, 0, TL_DEMAND_FAILURE), again / 0.9);
  assert_same (taken (&small, capacity, 1, TL_DEMAND_VALUE), 0);
  assert_same (taken (&small, capacity, 1, TL_DEMAND_FAILURE), where);
  assert_same (taken (&small, capacity, 2, TL_DEMAND_VALUE), fix);
  assert_same (taken (&small, capacity, 2, TL_DEMAND_FAILURE), again);
  assert_same (taken (&small, capacity, 3, TL_DEMAND_VALUE), fix / 9);
  assert_same (taken (&small, capacity, 4, TL_DEMAND_VALUE), fix);
  assert_same (taken (&small, capacity, 5, TL_DEMAND_VALUE), fix / 4);
  assert_same (taken (&small, capacity, 5, TL_DEMAND_UNSURE), 0);
}

static void
test_raised (void)
{
  const double fix = 325, again = fix * 0.12 / 0.88;
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  const TlVolume *where, *unfinished;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  where = tl_volumes_of_raises (capacity->volumes, small.flow->raises->pdata[0]);
  unfinished = tl_volumes_of_raises (capacity->volumes, small.flow->raises->pdata[1]);
  assert_same (where->by_kind[TL_DEMAND_VALUE], fix / 0.8 * 0.35);
  assert_same (tl_volume_sum (where), (fix + again) / 0.8 * 0.35);
  assert_same (tl_volume_sum (unfinished), again);
}

static void
test_by_demand (void)
{
  const double fix = 325, again = fix * 0.12 / 0.88;
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  g_autofree double *check = NULL;
  g_autofree double *chaser = NULL;

  small_study_init_repairs (&small);
  capacity = compute (&small);
  check = tl_capacity_by_demand (capacity, small.flow->connectors->pdata[0]);
  chaser = tl_capacity_by_demand (capacity, small.flow->connectors->pdata[1]);
  assert_same (check[0], fix / 0.9);
  assert_same (check[1], 0);
  assert_same (check[2], again / 0.9);
  assert_same (chaser[0], 0);
  assert_same (chaser[1], 60 + (fix + again) / 0.8 * 0.35);
}

static void
test_stranger (void)
{
  g_auto (SmallStudy) small;
  g_auto (SmallStudy) other;
  g_autoptr (TlCapacity) capacity = NULL;

  small_study_init_repairs (&small);
  small_study_init_repairs (&other);
  capacity = compute (&small);
  g_assert_null (tl_volumes_of_connector (capacity->volumes, other.flow->connectors->pdata[0]));
  g_assert_null (tl_volumes_of_raises (capacity->volumes, other.flow->raises->pdata[0]));
  g_assert_null (tl_capacity_by_demand (capacity, other.flow->connectors->pdata[0]));
  g_assert_cmpfloat (tl_volume_sum (NULL), ==, 0);
}

static void
add_outside (const TlCapacity *capacity, const SmallStudy *small, GHashTable *inflow)
{
  for (guint i = 0; i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (capacity->demands, TlDemandNumbers, i);

      for (guint e = 0; numbers->computed && e < small->flow->entries->len; e++)
        {
          const TlEntry *entry = small->flow->entries->pdata[e];
          double *sum = g_hash_table_lookup (inflow, entry->step);

          if (entry->demand != numbers->demand)
            continue;
          *sum += numbers->arrivals;
          break;
        }
    }
}

/* What comes into a step is what visits it, and what takes a connector is the sum over demands. */
static void
check_conservation (const SmallStudy *small, const TlCapacity *capacity)
{
  g_autoptr (GHashTable) inflow = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint s = 0; s < small->flow->steps->len; s++)
    g_hash_table_insert (inflow, small->flow->steps->pdata[s], g_new0 (double, 1));
  add_outside (capacity, small, inflow);
  for (guint c = 0; c < small->flow->connectors->len; c++)
    {
      const TlConnector *connector = small->flow->connectors->pdata[c];
      double all = tl_volume_sum (tl_volumes_of_connector (capacity->volumes, connector));
      g_autofree double *each = tl_capacity_by_demand (capacity, connector);
      double sum = 0;

      for (guint d = 0; d < capacity->demands->len; d++)
        sum += each[d];
      assert_same (sum, all);
      *(double *) g_hash_table_lookup (inflow, connector->to) += all;
    }
  for (guint s = 0; s < small->flow->steps->len; s++)
    {
      const TlStepNumbers *numbers = tl_capacity_step (capacity, small->flow->steps->pdata[s]);

      assert_same (*(double *) g_hash_table_lookup (inflow, numbers->step), numbers->visits);
      assert_same (tl_volume_sum (&capacity->volumes->steps[s]), numbers->visits);
    }
}

static void
test_conservation (void)
{
  const RandomShape shape = { .most_steps = 14, .most_demands = 6, .tidy = TRUE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260107);

  for (int i = 0; i < 60; i++)
    {
      g_auto (SmallStudy) small;
      g_autoptr (TlCapacity) capacity = NULL;

      small_study_init_random (&small, rand, &shape);
      capacity = tl_capacity_compute (small.study, small.flow, NULL);
      g_assert_nonnull (capacity);
      check_conservation (&small, capacity);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/volumes/by-hand", test_by_hand);
  g_test_add_func ("/analysis/volumes/raised", test_raised);
  g_test_add_func ("/analysis/volumes/by-demand", test_by_demand);
  g_test_add_func ("/analysis/volumes/stranger", test_stranger);
  g_test_add_func ("/analysis/volumes/conservation", test_conservation);
  return g_test_run ();
}
