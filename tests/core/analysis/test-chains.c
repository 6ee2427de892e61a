/* Textbook chains and networks, as flows: each number stands in its book. */
#include <math.h>

#include "analysis/capacity.h"
#include "small-study.h"
#include "study/item-build.h"

/* Numbers of the books are rounded to six decimals. */
#define assert_stated(actual, expected) g_assert_cmpfloat_with_epsilon (actual, expected, 5.1e-7)

static TlCapacity *
compute (const SmallStudy *small)
{
  g_autoptr (GError) error = NULL;
  TlCapacity *capacity = tl_capacity_compute (small->study, small->flow, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (capacity->problems->len, ==, 0);
  return capacity;
}

/* A flow of @n steps of an hour each, with one connector for each number of @p above zero. */
static void
init_chain (SmallStudy *small, guint n, const double *p)
{
  small_study_init (small);
  for (guint s = 0; s < n; s++)
    small_study_step (small, "state", TL_CLASS_WASTE, 60);
  for (guint s = 0; s < n; s++)
    for (guint r = 0; r < n; r++)
      if (p[s * n + r] > 0)
        small_study_connect (small, small->flow->steps->pdata[s], small->flow->steps->pdata[r], p[s * n + r]);
}

static TlDemand *
enter (SmallStudy *small, guint step, double frequency)
{
  TlDemand *demand = small_study_demand (small, "d", TL_DEMAND_VALUE, frequency);

  small_study_enter (small, demand, small->flow->steps->pdata[step]);
  return demand;
}

static void
assert_visits (const SmallStudy *small, guint n, const double *expected)
{
  g_autoptr (TlCapacity) capacity = compute (small);

  for (guint s = 0; s < n; s++)
    assert_stated (tl_capacity_step (capacity, small->flow->steps->pdata[s])->visits, expected[s]);
}

/* Row @entry of the fundamental matrix, and the expected steps to absorption as hours. */
static void
check_row (guint n, const double *p, guint entry, const double *visits, double steps)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;

  init_chain (&small, n, p);
  enter (&small, entry, 1);
  if (visits != NULL)
    assert_visits (&small, n, visits);
  capacity = compute (&small);
  assert_stated (capacity->used, steps);
}

static void
test_drunkards_walk (void)
{
  static const double p[] = { 0, .5, 0, .5, 0, .5, 0, .5, 0 };
  static const double n[3][3] = { { 1.5, 1, .5 }, { 1, 2, 1 }, { .5, 1, 1.5 } };
  static const double steps[] = { 3, 4, 3 };

  for (guint i = 0; i < 3; i++)
    check_row (3, p, i, n[i], steps[i]);
}

static void
test_drawn_to_the_right (void)
{
  static const double p[] = { 0, 2. / 3, 0, 1. / 3, 0, 2. / 3, 0, 1. / 3, 0 };
  static const double n[3][3] = { { 1.4, 1.2, .8 }, { .6, 1.8, 1.2 }, { .2, .6, 1.4 } };
  static const double steps[] = { 3.4, 3.6, 2.2 };

  for (guint i = 0; i < 3; i++)
    check_row (3, p, i, n[i], steps[i]);
}

static void
test_forward_jumps (void)
{
  static const double p[] = { 0, 1. / 4, 1. / 4, 1. / 4, 0, 0, 1. / 3, 1. / 3, 0, 0, 0, 1. / 2, 0, 0, 0, 0 };
  static const double steps[] = { 2.083333, 1.833333, 1.5, 1 };

  for (guint i = 0; i < 4; i++)
    check_row (4, p, i, NULL, steps[i]);
}

static void
test_rework_network (void)
{
  static const double p[] = { 0, .3, .5, 1, 0, 0, 1, 0, 0 };
  static const double per_job[] = { 5, 1.5, 2.5 };
  static const double per_period[] = { 6, 1.8, 3 };
  g_auto (SmallStudy) one;
  g_auto (SmallStudy) all;

  init_chain (&one, 3, p);
  enter (&one, 0, 1);
  assert_visits (&one, 3, per_job);

  init_chain (&all, 3, p);
  enter (&all, 0, 1.2);
  assert_visits (&all, 3, per_period);
}

static void
test_four_stations (void)
{
  static const double p[] = { 0, .4, .6, 0, .2, 0, .2, .6, 0, 0, 0, 1, 0, 0, 0, 0 };
  static const double visits[] = { .108696, .043478, .073913, .4 };
  g_auto (SmallStudy) small;

  init_chain (&small, 4, p);
  enter (&small, 0, .1);
  enter (&small, 3, .3);
  assert_visits (&small, 4, visits);
}

static void
test_rework_block (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  TlStep *step;

  small_study_init (&small);
  step = small_study_step (&small, "again", TL_CLASS_VALUE, 120);
  small_study_rework (&small, step, step, .3);
  enter (&small, 0, 1);
  capacity = compute (&small);
  assert_stated (capacity->used, 2.857143);
  assert_stated (capacity->hours.hours[TL_BUCKET_VALUE], 2);
  assert_stated (g_array_index (capacity->demands, TlDemandNumbers, 0).right_first_time, .7);
}

static void
test_choice (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  TlStep *choice, *quick, *slow;

  small_study_init (&small);
  choice = small_study_step (&small, "choose", TL_CLASS_NONE, 0);
  quick = small_study_step (&small, "quick", TL_CLASS_NONE, 60);
  slow = small_study_step (&small, "slow", TL_CLASS_NONE, 240);
  small_study_connect (&small, choice, quick, .2);
  small_study_connect (&small, choice, slow, NAN);
  enter (&small, 0, 1);
  capacity = compute (&small);
  assert_stated (capacity->used, 3.4);
}

static void
check_recontact (double r, double contacts)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  TlStep *answer;
  TlDemand *chaser;

  small_study_init (&small);
  answer = small_study_step (&small, "answer", TL_CLASS_NONE, 1);
  chaser = small_study_demand (&small, "chaser", TL_DEMAND_FAILURE, 1);
  small_study_enter (&small, chaser, answer);
  small_study_raise (&small, answer, chaser, r);
  capacity = compute (&small);
  assert_stated (capacity->contacts, contacts);
}

static void
test_recontact (void)
{
  check_recontact (0, 1);
  check_recontact (.46, 1.851852);
  check_recontact (.8, 5);
}

static void
test_acme_stamping (void)
{
  static const double seconds[] = { 1, 39, 46, 62, 40 };
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  const TlDemandNumbers *numbers;
  TlStep *before = NULL;

  small_study_init (&small);
  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    {
      TlStep *step = small_study_step (&small, "process", TL_CLASS_VALUE, seconds[i] / 60);

      tl_item_set_number (step, "wait-minutes", 23.62 * 24 * 60 / G_N_ELEMENTS (seconds));
      if (before != NULL)
        small_study_connect (&small, before, step, NAN);
      before = step;
    }
  enter (&small, 0, 920);
  capacity = compute (&small);
  numbers = &g_array_index (capacity->demands, TlDemandNumbers, 0);
  assert_same (numbers->work_minutes * 60, 188);
  assert_same (numbers->wait_minutes / 60 / 24, 23.62);
  assert_same (tl_demand_flow_efficiency (numbers), 188 / (188 + 23.62 * 24 * 60 * 60));
}

/* Complete and accurate: the product of all steps, never their mean. */
static void
test_rolled_accuracy (void)
{
  static const double accurate[] = { .95, .90, .92 };
  g_auto (SmallStudy) small;
  g_autoptr (TlCapacity) capacity = NULL;
  TlStep *before = NULL;

  small_study_init (&small);
  for (guint i = 0; i < G_N_ELEMENTS (accurate); i++)
    {
      TlStep *step = small_study_step (&small, "process", TL_CLASS_VALUE, 1);

      small_study_rework (&small, step, step, 1 - accurate[i]);
      if (before != NULL)
        small_study_connect (&small, before, step, NAN);
      before = step;
    }
  enter (&small, 0, 1);
  capacity = compute (&small);
  assert_same (g_array_index (capacity->demands, TlDemandNumbers, 0).right_first_time, .7866);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/chains/drunkards-walk", test_drunkards_walk);
  g_test_add_func ("/analysis/chains/drawn-to-the-right", test_drawn_to_the_right);
  g_test_add_func ("/analysis/chains/forward-jumps", test_forward_jumps);
  g_test_add_func ("/analysis/chains/rework-network", test_rework_network);
  g_test_add_func ("/analysis/chains/four-stations", test_four_stations);
  g_test_add_func ("/analysis/chains/rework-block", test_rework_block);
  g_test_add_func ("/analysis/chains/choice", test_choice);
  g_test_add_func ("/analysis/chains/recontact", test_recontact);
  g_test_add_func ("/analysis/chains/acme-stamping", test_acme_stamping);
  g_test_add_func ("/analysis/chains/rolled-accuracy", test_rolled_accuracy);
  return g_test_run ();
}
