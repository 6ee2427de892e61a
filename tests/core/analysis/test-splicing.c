/* Steps taken out of a flow: what passes through all others stays, to 1e-9. */
#include <math.h>

#include "analysis/capacity.h"
#include "random-study.h"
#include "study/flow-edits.h"
#include "study/splicing.h"

static void
splice (SmallStudy *small, TlStep *step, TlSpliced *spliced)
{
  g_autoptr (TlHistory) history = tl_history_new (small->study);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_ptr_array_add (steps, step);
  tl_steps_splice_out (history, steps, spliced);
}

static TlConnector *
way (SmallStudy *small, TlStep *from, TlStep *to)
{
  for (guint i = 0; i < small->flow->connectors->len; i++)
    {
      TlConnector *connector = small->flow->connectors->pdata[i];

      if (connector->from == from && connector->to == to)
        return connector;
    }
  return NULL;
}

/* In a chain nothing that was blank becomes a number. */
static void
test_chain (void)
{
  g_auto (SmallStudy) small;
  TlSpliced spliced;
  TlStep *a, *b, *c;
  TlConnector *joined;
  TlEntry *entry;

  small_study_init (&small);
  a = small_study_step (&small, "a", TL_CLASS_VALUE, 1);
  b = small_study_step (&small, "b", TL_CLASS_VALUE, 1);
  c = small_study_step (&small, "c", TL_CLASS_VALUE, 1);
  joined = small_study_connect (&small, a, b, NAN);
  small_study_connect (&small, b, c, NAN);
  entry = small_study_enter (&small, small_study_demand (&small, "d", TL_DEMAND_VALUE, 10), a);
  splice (&small, b, &spliced);
  g_assert_cmpuint (small.flow->connectors->len, ==, 1);
  g_assert_true (joined->from == a && joined->to == c);
  g_assert_true (isnan (joined->share));
  g_assert_cmpuint (spliced.entries_parted + spliced.entries_lost + spliced.raises_lost, ==, 0);
  splice (&small, a, &spliced);
  g_assert_true (entry->step == c);
  g_assert_cmpuint (spliced.entries_parted + spliced.entries_lost, ==, 0);
  splice (&small, c, &spliced);
  g_assert_cmpuint (spliced.entries_lost, ==, 1);
  g_assert_cmpuint (small.flow->entries->len, ==, 0);
}

/* a → b 60 %, b → c 25 %, b → d the rest, b → b 20 %; a → c 40 % is there already. */
static void
test_products (void)
{
  g_auto (SmallStudy) small;
  TlSpliced spliced;
  TlStep *a, *b, *c, *d;
  TlDemand *demand;

  small_study_init (&small);
  demand = small_study_demand (&small, "d", TL_DEMAND_VALUE, 10);
  a = small_study_step (&small, "a", TL_CLASS_VALUE, 1);
  b = small_study_step (&small, "b", TL_CLASS_VALUE, 1);
  c = small_study_step (&small, "c", TL_CLASS_VALUE, 1);
  d = small_study_step (&small, "d", TL_CLASS_VALUE, 1);
  small_study_share (small_study_connect (&small, a, b, 0.6), demand, 1);
  small_study_share (small_study_connect (&small, a, c, 0.4), demand, 0);
  small_study_connect (&small, b, c, 0.25);
  small_study_connect (&small, b, d, NAN);
  small_study_rework (&small, b, b, 0.2);
  small_study_enter (&small, demand, b);
  small_study_raise (&small, b, demand, 0.1);
  splice (&small, b, &spliced);
  g_assert_cmpuint (small.flow->connectors->len, ==, 2);
  assert_same (way (&small, a, c)->share, 0.4 + 0.6 * 0.25 / 0.8);
  assert_same (tl_connector_share_for (way (&small, a, c), demand), 0.25 / 0.8);
  assert_same (way (&small, a, d)->share, 0.6 * 0.55 / 0.8);
  assert_same (tl_connector_share_for (way (&small, a, d), demand), 0.55 / 0.8);
  g_assert_cmpuint (spliced.entries_parted, ==, 1);
  g_assert_cmpuint (spliced.raises_lost, ==, 1);
  g_assert_true (((TlEntry *) small.flow->entries->pdata[0])->step == d);
}

/* Rework through the step stays rework, also where work then comes back to where it is: it is done again
 * as often as before. */
static void
test_loop (void)
{
  g_auto (SmallStudy) small;
  TlSpliced spliced;
  TlStep *a, *b, *c;

  small_study_init (&small);
  a = small_study_step (&small, "a", TL_CLASS_VALUE, 1);
  b = small_study_step (&small, "b", TL_CLASS_VALUE, 1);
  c = small_study_step (&small, "c", TL_CLASS_VALUE, 1);
  small_study_rework (&small, a, b, 0.3);
  small_study_connect (&small, a, c, NAN);
  small_study_connect (&small, b, a, NAN);
  splice (&small, b, &spliced);
  g_assert_cmpint (way (&small, a, a)->kind, ==, TL_CONNECTOR_REWORK);
  assert_same (way (&small, a, a)->share, 0.3);
  g_assert_true (isnan (way (&small, a, c)->share));
}

/* A blank way that becomes several is spelt out; the blank one beside it goes on to take the rest. */
static void
test_blank (void)
{
  g_auto (SmallStudy) small;
  TlSpliced spliced;
  TlStep *a, *end, *c;

  small_study_init (&small);
  a = small_study_step (&small, "a", TL_CLASS_VALUE, 1);
  end = small_study_step (&small, "end", TL_CLASS_VALUE, 1);
  c = small_study_step (&small, "c", TL_CLASS_VALUE, 1);
  small_study_connect (&small, a, end, NAN);
  small_study_connect (&small, a, c, NAN);
  splice (&small, end, &spliced);
  /* Half of the work left the flow there; it must not go on to c now. */
  assert_same (way (&small, a, c)->share, 0.5);
}

static gboolean
is_fit (SmallStudy *small, const TlStep *step, const TlCapacity *capacity)
{
  if (!capacity || capacity->provisional || capacity->problems->len)
    return FALSE;
  for (guint i = 0; i < small->flow->entries->len; i++)
    if (((TlEntry *) small->flow->entries->pdata[i])->step == step)
      return FALSE;
  for (guint i = 0; i < small->flow->raises->len; i++)
    if (((TlRaises *) small->flow->raises->pdata[i])->step == step)
      return FALSE;
  return TRUE;
}

/* All that @before says of steps that are still there holds. */
static void
check (SmallStudy *small, const TlCapacity *before, guint seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) after = tl_capacity_compute (small->study, small->flow, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < after->steps->len; i++)
    {
      const TlStepNumbers *now = &g_array_index (after->steps, TlStepNumbers, i);
      const TlStepNumbers *then = tl_capacity_step (before, now->step);

      if (fabs (now->visits - then->visits) > 1e-9 * MAX (1, then->visits))
        g_error ("seed %u: %g visits became %g", seed, then->visits, now->visits);
    }
}

static void
test_random (void)
{
  guint checked = 0;

  for (guint32 seed = 1; seed <= 250; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_auto (SmallStudy) small;
      RandomShape shape = { 9, 3, seed % 2 == 0 };

      small_study_init_random (&small, rand, &shape);
      for (guint i = 0; i < 4 && small.flow->steps->len > 1; i++)
        {
          TlStep *step = small.flow->steps->pdata[g_rand_int_range (rand, 0, (int) small.flow->steps->len)];
          g_autoptr (TlCapacity) before = tl_capacity_compute (small.study, small.flow, NULL);
          TlSpliced spliced;

          if (!is_fit (&small, step, before))
            continue;
          splice (&small, step, &spliced);
          check (&small, before, seed);
          checked++;
        }
    }
  g_assert_cmpuint (checked, >, 150);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/splicing/chain", test_chain);
  g_test_add_func ("/splicing/products", test_products);
  g_test_add_func ("/splicing/loop", test_loop);
  g_test_add_func ("/splicing/blank", test_blank);
  g_test_add_func ("/splicing/random", test_random);
  return g_test_run ();
}
