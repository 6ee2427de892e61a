/* Brute force: many cases walk through small random flows by chance, and raise more as they go.
 * What they do on average must be what the arithmetic says, within the error of the average itself.
 */
#include <math.h>

#include "analysis/capacity.h"
#include "random-study.h"

#define N_FLOWS 12
#define N_CASES 30000

/* Wider than this happens by chance once in two million times. Seeds are fixed: it is right or
 * wrong. */
#define MOST_ERRORS 5

enum
{
  CONTACTS = TL_N_BUCKETS,
  FAILURE_CONTACTS,
  VISITS,
  N_NUMBERS,
};

typedef struct
{
  const SmallStudy *small;
  GRand *rand;
  GQueue raised; /* demand types still to come in this case */
  gboolean *seen;
  double number[N_NUMBERS]; /* of this case */
} Walker;

typedef struct
{
  double sum[N_NUMBERS];
  double squares[N_NUMBERS];
  guint count;
} Average;

static double
number (double n)
{
  return isnan (n) ? 0 : n;
}

static TlStep *
entry_of (const TlFlow *flow, const TlDemand *demand)
{
  for (guint i = 0; i < flow->entries->len; i++)
    if (((TlEntry *) flow->entries->pdata[i])->demand == demand)
      return ((TlEntry *) flow->entries->pdata[i])->step;
  return NULL;
}

static TlBucket
bucket_of (const TlDemand *demand, const TlStep *step, gboolean seen)
{
  if (demand->kind == TL_DEMAND_FAILURE)
    return TL_BUCKET_FAILURE;
  if (demand->kind == TL_DEMAND_UNSURE || step->class == TL_CLASS_NONE)
    return TL_BUCKET_UNCLASSIFIED;
  if (step->class == TL_CLASS_WASTE)
    return TL_BUCKET_WASTE;
  return seen && step->repeats == TL_REPEATS_REWORK ? TL_BUCKET_REWORK : TL_BUCKET_VALUE;
}

/* One visit raises one demand at most: random tidy studies raise less than one a visit. */
static gboolean
raise_by_chance (Walker *self, const TlStep *step)
{
  double at = g_rand_double (self->rand);

  for (guint i = 0; i < self->small->flow->raises->len; i++)
    {
      const TlRaises *raises = self->small->flow->raises->pdata[i];

      if (raises->step != step)
        continue;
      at -= number (raises->rate);
      if (at < 0)
        {
          g_queue_push_tail (&self->raised, raises->demand);
          return TRUE;
        }
    }
  return FALSE;
}

/* Tidy studies give every connector a share. */
static const TlConnector *
choose_connector (Walker *self, const TlStep *step, const TlDemand *demand)
{
  double at = g_rand_double (self->rand);

  for (guint i = 0; i < self->small->flow->connectors->len; i++)
    {
      const TlConnector *connector = self->small->flow->connectors->pdata[i];

      if (connector->from != step)
        continue;
      at -= tl_connector_share_for (connector, demand);
      if (at < 0)
        return connector;
    }
  return NULL;
}

/* Returns: whether all went well the first time */
static gboolean
walk (Walker *self, const TlDemand *demand)
{
  GPtrArray *steps = self->small->flow->steps;
  const TlStep *step = entry_of (self->small->flow, demand);
  gboolean well = TRUE;

  self->number[CONTACTS]++;
  self->number[FAILURE_CONTACTS] += demand->kind == TL_DEMAND_FAILURE;
  for (guint s = 0; s < steps->len; s++)
    self->seen[s] = FALSE;
  while (step != NULL)
    {
      const TlConnector *connector;
      guint at;

      g_assert_true (g_ptr_array_find (steps, step, &at));
      self->number[VISITS]++;
      self->number[bucket_of (demand, step, self->seen[at])] += number (step->work_minutes) / 60;
      self->seen[at] = TRUE;
      if (raise_by_chance (self, step))
        well = FALSE;
      connector = choose_connector (self, step, demand);
      if (connector != NULL && connector->kind == TL_CONNECTOR_REWORK)
        well = FALSE;
      step = connector != NULL ? connector->to : NULL;
    }
  return well;
}

static void
add_case (Average *average, const double *numbers)
{
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      average->sum[i] += numbers[i];
      average->squares[i] += numbers[i] * numbers[i];
    }
  average->count++;
}

static void
assert_likely (double sum, double squares, guint count, double expected)
{
  double mean = sum / count;
  double error = sqrt (MAX (squares / count - mean * mean, 0) / count);

  g_assert_cmpfloat_with_epsilon (mean, expected, MOST_ERRORS * error + 1e-9);
}

/* All that comes of one arrival of @demand from outside, @count times. */
static double
walk_many (Walker *self, const TlDemand *demand, Average *average)
{
  guint n_well = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      const TlDemand *raised;

      for (guint k = 0; k < N_NUMBERS; k++)
        self->number[k] = 0;
      n_well += walk (self, demand);
      while ((raised = g_queue_pop_head (&self->raised)) != NULL)
        walk (self, raised);
      add_case (average, self->number);
    }
  return (double) n_well;
}

static void
set_frequencies (const SmallStudy *small, const TlDemand *only)
{
  for (guint d = 0; d < small->study->demands->len; d++)
    {
      TlDemand *demand = small->study->demands->pdata[d];

      demand->frequency = demand == only;
    }
}

static void
check_demand (Walker *self, guint d)
{
  const TlDemand *demand = self->small->study->demands->pdata[d];
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) capacity = NULL;
  Average average = { { 0 } };
  double n_well, visits = 0;

  set_frequencies (self->small, demand);
  capacity = tl_capacity_compute (self->small->study, self->small->flow, &error);
  if (capacity == NULL)
    return;
  n_well = walk_many (self, demand, &average);
  for (guint s = 0; s < capacity->steps->len; s++)
    visits += g_array_index (capacity->steps, TlStepNumbers, s).visits;

  for (guint b = 0; b < TL_N_BUCKETS; b++)
    assert_likely (average.sum[b], average.squares[b], average.count, capacity->hours.hours[b]);
  assert_likely (average.sum[CONTACTS], average.squares[CONTACTS], average.count, capacity->contacts);
  assert_likely (average.sum[FAILURE_CONTACTS], average.squares[FAILURE_CONTACTS], average.count,
                 capacity->failure_contacts);
  assert_likely (average.sum[VISITS], average.squares[VISITS], average.count, visits);
  assert_likely (n_well, n_well, average.count, g_array_index (capacity->demands, TlDemandNumbers, d).right_first_time);
}

static void
test_walks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260201);
  int n_checked = 0;

  for (int i = 0; i < N_FLOWS; i++)
    {
      g_auto (SmallStudy) small;
      Walker walker = { &small, rand, G_QUEUE_INIT };

      small_study_init_random (&small, rand, &(RandomShape){ .most_steps = 6, .most_demands = 3, .tidy = TRUE });
      walker.seen = g_new (gboolean, small.flow->steps->len);
      for (guint d = 0; d < small.study->demands->len; d++)
        if (entry_of (small.flow, small.study->demands->pdata[d]) != NULL)
          {
            check_demand (&walker, d);
            n_checked++;
          }
      g_free (walker.seen);
    }
  g_assert_cmpint (n_checked, >, N_FLOWS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/analysis/walks", test_walks);
  return g_test_run ();
}
