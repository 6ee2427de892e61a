#include "dense-check.h"

#include <math.h>
#include <string.h>

#define AT(matrix, n, row, column) ((matrix)[(gsize) (row) * (n) + (column)])

/* Gauss and Jordan: @a becomes its own inverse's partner; FALSE where it has none. */
static gboolean
invert (const double *a, guint n, double *inverse)
{
  g_autofree double *m = g_memdup2 (a, sizeof (double) * MAX (n * n, 1));

  memset (inverse, 0, sizeof (double) * n * n);
  for (guint i = 0; i < n; i++)
    AT (inverse, n, i, i) = 1;
  for (guint k = 0; k < n; k++)
    {
      guint best = k;

      for (guint i = k + 1; i < n; i++)
        if (fabs (AT (m, n, i, k)) > fabs (AT (m, n, best, k)))
          best = i;
      if (fabs (AT (m, n, best, k)) < 1e-13)
        return FALSE;
      for (guint j = 0; j < n; j++)
        {
          double swap = AT (m, n, k, j);

          AT (m, n, k, j) = AT (m, n, best, j);
          AT (m, n, best, j) = swap;
          swap = AT (inverse, n, k, j);
          AT (inverse, n, k, j) = AT (inverse, n, best, j);
          AT (inverse, n, best, j) = swap;
        }
      for (guint i = 0; i < n; i++)
        {
          double factor = AT (m, n, i, k) / AT (m, n, k, k);

          if (i == k || factor == 0)
            continue;
          for (guint j = 0; j < n; j++)
            {
              AT (m, n, i, j) -= factor * AT (m, n, k, j);
              AT (inverse, n, i, j) -= factor * AT (inverse, n, k, j);
            }
        }
      for (guint j = 0; j < n; j++)
        AT (inverse, n, k, j) /= AT (m, n, k, k);
      for (guint j = 0; j < n; j++)
        AT (m, n, k, j) /= j == k ? 1 : AT (m, n, k, k);
      AT (m, n, k, k) = 1;
    }
  return TRUE;
}

static guint
place (GPtrArray *items, gconstpointer item)
{
  guint at = 0;

  g_assert_true (g_ptr_array_find (items, item, &at));
  return at;
}

static double
number (double n)
{
  return isnan (n) ? 0 : n;
}

/* Shares of one step for one demand, by the paragraph "Shares" of the design, into @share of each
 * connector. */
static void
resolve (const TlFlow *flow, const TlStep *step, const TlDemand *demand, double *share)
{
  double given = 0;
  guint blank = 0;

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = flow->connectors->pdata[i];

      if (connector->from != step)
        continue;
      share[i] = connector->share;
      for (guint k = connector->shares->len; k-- > 0;)
        if (((TlShare *) connector->shares->pdata[k])->demand == demand)
          share[i] = ((TlShare *) connector->shares->pdata[k])->value;
      if (isnan (share[i]))
        blank++;
      else
        given += share[i];
    }
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      if (((TlConnector *) flow->connectors->pdata[i])->from != step)
        continue;
      if (isnan (share[i]))
        share[i] = given > 1 - 1e-9 ? 0 : (1 - given) / blank;
      else if (given > 1 + 1e-9)
        share[i] /= given;
    }
}

static void
take_out (const TlFlow *flow, const TlConnector *rework, double *share)
{
  guint at = place (flow->connectors, rework);
  double sum = 0;
  double others = 0;

  for (guint i = 0; i < flow->connectors->len; i++)
    if (((TlConnector *) flow->connectors->pdata[i])->from == rework->from)
      {
        sum += share[i];
        others += i == at ? 0 : share[i];
      }
  if (share[at] == 0)
    return;
  share[at] = 0;
  for (guint i = 0; i < flow->connectors->len; i++)
    if (((TlConnector *) flow->connectors->pdata[i])->from == rework->from && others > 0)
      share[i] *= sum / others;
}

/* Steps that can be reached from @at over positive shares, by asking again until nothing is new. */
static void
reach (const double *p, guint n, guint at, gboolean *reached)
{
  gboolean more = TRUE;

  memset (reached, 0, sizeof (gboolean) * n);
  reached[at] = TRUE;
  while (more)
    {
      more = FALSE;
      for (guint s = 0; s < n; s++)
        for (guint r = 0; r < n; r++)
          if (reached[s] && !reached[r] && AT (p, n, s, r) > 0)
            reached[r] = more = TRUE;
    }
}

/* Whether from each step that is reached there is a way to one where work leaves. */
static gboolean
always_ends (const double *p, const double *leaves, guint n, guint entry)
{
  g_autofree gboolean *reached = g_new (gboolean, n);
  g_autofree gboolean *onward = g_new (gboolean, n);

  reach (p, n, entry, reached);
  for (guint s = 0; s < n; s++)
    {
      gboolean leaves_somewhere = FALSE;

      if (!reached[s])
        continue;
      reach (p, n, s, onward);
      for (guint r = 0; r < n; r++)
        leaves_somewhere |= onward[r] && leaves[r] > 1e-12;
      if (!leaves_somewhere)
        return FALSE;
    }
  return TRUE;
}

/* All that one demand type does on its own. */
typedef struct
{
  guint entry;
  double *share;  /* of each connector */
  double *p;      /* n × n */
  double *leaves; /* n */
  double *n;      /* fundamental matrix, among the steps that are reached */
} Walk;

static void
walk_clear (Walk *self)
{
  g_free (self->share);
  g_free (self->p);
  g_free (self->leaves);
  g_free (self->n);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static void
walk_init (Walk *self, const TlFlow *flow, const TlDemand *demand, const DenseWithout *without)
{
  guint n = flow->steps->len;

  self->share = g_new0 (double, flow->connectors->len + 1);
  self->p = g_new0 (double, n *n);
  self->leaves = g_new (double, n);
  for (guint s = 0; s < n; s++)
    {
      resolve (flow, flow->steps->pdata[s], demand, self->share);
      self->leaves[s] = 1;
    }
  if (without->rework != NULL)
    take_out (flow, without->rework, self->share);
  for (guint i = 0; without->all != NULL && i < without->all->len; i++)
    if (TL_ITEM (without->all->pdata[i])->kind == TL_ITEM_CONNECTOR)
      take_out (flow, without->all->pdata[i], self->share);
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = flow->connectors->pdata[i];
      guint from = place (flow->steps, connector->from);

      AT (self->p, n, from, place (flow->steps, connector->to)) += self->share[i];
      self->leaves[from] -= self->share[i];
    }
  for (guint s = 0; s < n; s++)
    if (self->leaves[s] < 1e-9)
      self->leaves[s] = 0;
}

/* N = (I − P)⁻¹ with everything that is not reached cut off, as it may not have an inverse. */
static gboolean
walk_solve (Walk *self, guint n)
{
  g_autofree gboolean *reached = g_new (gboolean, n);
  g_autofree double *a = g_new0 (double, n *n);

  if (!always_ends (self->p, self->leaves, n, self->entry))
    return FALSE;
  reach (self->p, n, self->entry, reached);
  for (guint s = 0; s < n; s++)
    for (guint r = 0; r < n; r++)
      AT (a, n, s, r) = (s == r ? 1 : 0) - (reached[s] ? AT (self->p, n, s, r) : 0);
  self->n = g_new (double, n *n);
  return invert (a, n, self->n);
}

static double
walk_right_first_time (const Walk *self, const TlFlow *flow, const double *rho)
{
  guint n = flow->steps->len;
  g_autofree double *a = g_new0 (double, n *n);
  g_autofree double *inverse = g_new (double, n *n);
  g_autofree gboolean *reached = g_new (gboolean, n);
  double u = 0;

  reach (self->p, n, self->entry, reached);
  for (guint s = 0; s < n; s++)
    AT (a, n, s, s) = 1;
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = flow->connectors->pdata[i];
      guint s = place (flow->steps, connector->from);

      if (connector->kind == TL_CONNECTOR_FLOW && reached[s])
        AT (a, n, s, place (flow->steps, connector->to)) -= (1 - rho[s]) * self->share[i];
    }
  g_assert_true (invert (a, n, inverse));
  for (guint s = 0; s < n; s++)
    u += AT (inverse, n, self->entry, s) * (1 - rho[s]) * self->leaves[s];
  return u;
}

/* Everything while one study is being checked. */
typedef struct
{
  const TlStudy *study;
  const TlFlow *flow;
  const DenseWithout *without;
  Walk *walks; /* of each demand */
  double *m;   /* demands × demands */
  double *rho; /* of each step */
  DenseCheck *result;
} Job;

static gboolean
goes (const Job *job, gconstpointer item)
{
  GPtrArray *all = job->without->all;

  return all != NULL && g_ptr_array_find (all, item, NULL);
}

static double
rate_of (const Job *job, const TlRaises *raises)
{
  return raises == job->without->raises || goes (job, raises) ? 0 : number (raises->rate);
}

static double
work_of (const Job *job, const TlStep *step)
{
  return step == job->without->waste || goes (job, step) ? 0 : number (step->work_minutes);
}

static gboolean
repeats_count (const TlStep *step)
{
  return step->repeats == TL_REPEATS_REWORK;
}

static void
walk_demand (Job *job, guint d)
{
  const TlDemand *demand = job->study->demands->pdata[d];
  const TlFlow *flow = job->flow;
  DenseCheck *result = job->result;
  Walk *walk = &job->walks[d];
  guint n = flow->steps->len;
  gboolean enters = FALSE;

  result->right_first_time[d] = NAN;
  for (guint i = flow->entries->len; i-- > 0;)
    if (((TlEntry *) flow->entries->pdata[i])->demand == demand)
      {
        walk->entry = place (flow->steps, ((TlEntry *) flow->entries->pdata[i])->step);
        enters = TRUE;
      }
  if (!enters)
    return;
  walk_init (walk, flow, demand, job->without);
  result->computed[d] = walk_solve (walk, n);
  if (!result->computed[d])
    {
      g_clear_pointer (&walk->n, g_free);
      return;
    }

  result->right_first_time[d] = walk_right_first_time (walk, flow, job->rho);
  for (guint s = 0; s < n; s++)
    {
      const TlStep *step = flow->steps->pdata[s];
      double visits = AT (walk->n, n, walk->entry, s);
      double first = repeats_count (step) ? visits / AT (walk->n, n, s, s) : visits;

      result->work[d] += visits * work_of (job, step);
      result->wait[d] += visits * number (step->wait_minutes);
      if (step->class == TL_CLASS_VALUE && demand->kind == TL_DEMAND_VALUE)
        result->value[d] += first * work_of (job, step);
    }
  for (guint i = 0; i < flow->raises->len; i++)
    {
      const TlRaises *raises = flow->raises->pdata[i];
      guint to = place (job->study->demands, raises->demand);
      guint s = place (flow->steps, raises->step);

      AT (job->m, job->study->demands->len, to, d) += rate_of (job, raises) * AT (walk->n, n, walk->entry, s);
    }
}

/* Spectral radius at least 1 exactly if a non-negative M's powers do not die away. */
static gboolean
dies_away (const double *m, guint n)
{
  g_autofree double *power = g_memdup2 (m, sizeof (double) * MAX (n * n, 1));
  g_autofree double *square = g_new (double, n *n + 1);

  for (guint round = 0; round < 60; round++)
    {
      double largest = 0;

      memset (square, 0, sizeof (double) * n * n);
      for (guint i = 0; i < n; i++)
        for (guint k = 0; k < n; k++)
          for (guint j = 0; j < n; j++)
            AT (square, n, i, j) += AT (power, n, i, k) * AT (power, n, k, j);
      memcpy (power, square, sizeof (double) * n * n);
      for (guint i = 0; i < n * n; i++)
        largest = MAX (largest, power[i]);
      if (largest < 1e-6)
        return TRUE;
      if (largest > 1e12)
        return FALSE;
    }
  return FALSE;
}

static void
solve_arrivals (Job *job)
{
  guint n = job->study->demands->len;
  g_autofree double *a = g_new0 (double, n *n + 1);
  g_autofree double *inverse = g_new0 (double, n *n + 1);

  job->result->endless_failure = !dies_away (job->m, n);
  if (job->result->endless_failure)
    return;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      AT (a, n, i, j) = (i == j ? 1 : 0) - AT (job->m, n, i, j);
  g_assert_true (invert (a, n, inverse));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const TlDemand *demand = job->study->demands->pdata[j];

        if (demand != job->without->outside && !goes (job, demand))
          job->result->arrivals[i] += AT (inverse, n, i, j) * number (demand->frequency);
      }
}

static void
count_hours (Job *job, guint d)
{
  const TlDemand *demand = job->study->demands->pdata[d];
  const Walk *walk = &job->walks[d];
  DenseCheck *result = job->result;
  guint n = job->flow->steps->len;

  for (guint s = 0; s < n && walk->n != NULL; s++)
    {
      const TlStep *step = job->flow->steps->pdata[s];
      double visits = result->arrivals[d] * AT (walk->n, n, walk->entry, s);
      double hours = visits * work_of (job, step) / 60;
      double *bucket = result->step_hours[s].hours;

      result->visits[s] += visits;
      if (demand->kind == TL_DEMAND_FAILURE)
        bucket[TL_BUCKET_FAILURE] += hours;
      else if (demand->kind == TL_DEMAND_VALUE && step->class == TL_CLASS_WASTE)
        bucket[TL_BUCKET_WASTE] += hours;
      else if (demand->kind == TL_DEMAND_VALUE && step->class == TL_CLASS_VALUE)
        {
          double chance = repeats_count (step) ? 1 / AT (walk->n, n, s, s) : 1;

          bucket[TL_BUCKET_VALUE] += hours * chance;
          bucket[TL_BUCKET_REWORK] += hours * (1 - chance);
        }
      else
        bucket[TL_BUCKET_UNCLASSIFIED] += hours;
    }
}

static DenseCheck *
result_new (guint n_steps, guint n_demands)
{
  DenseCheck *self = g_new0 (DenseCheck, 1);

  self->n_steps = n_steps;
  self->n_demands = n_demands;
  self->arrivals = g_new0 (double, n_demands);
  self->computed = g_new0 (gboolean, n_demands);
  self->work = g_new0 (double, n_demands);
  self->wait = g_new0 (double, n_demands);
  self->value = g_new0 (double, n_demands);
  self->right_first_time = g_new0 (double, n_demands);
  self->visits = g_new0 (double, n_steps);
  self->step_hours = g_new0 (TlBuckets, n_steps);
  return self;
}

DenseCheck *
dense_check_new (const SmallStudy *small, const DenseWithout *without)
{
  static const DenseWithout nothing = { NULL };
  const TlFlow *flow = small->flow;
  guint n_demands = small->study->demands->len;
  g_autofree Walk *walks = g_new0 (Walk, n_demands);
  g_autofree double *m = g_new0 (double, n_demands *n_demands + 1);
  g_autofree double *rho = g_new0 (double, flow->steps->len);
  Job job = {
    small->study, flow, without != NULL ? without : &nothing, walks, m, rho, result_new (flow->steps->len, n_demands)
  };

  for (guint i = 0; i < flow->raises->len; i++)
    {
      const TlRaises *raises = flow->raises->pdata[i];

      rho[place (flow->steps, raises->step)] += rate_of (&job, raises);
    }
  for (guint s = 0; s < flow->steps->len; s++)
    rho[s] = MIN (rho[s], 1);
  for (guint d = 0; d < n_demands; d++)
    walk_demand (&job, d);
  solve_arrivals (&job);
  for (guint d = 0; d < n_demands; d++)
    count_hours (&job, d);
  for (guint s = 0; s < flow->steps->len; s++)
    for (int b = 0; b < TL_N_BUCKETS; b++)
      {
        job.result->hours.hours[b] += job.result->step_hours[s].hours[b];
        job.result->used += job.result->step_hours[s].hours[b];
      }
  for (guint d = 0; d < n_demands; d++)
    walk_clear (&walks[d]);

  return job.result;
}

void
dense_check_free (DenseCheck *self)
{
  g_free (self->arrivals);
  g_free (self->computed);
  g_free (self->work);
  g_free (self->wait);
  g_free (self->value);
  g_free (self->right_first_time);
  g_free (self->visits);
  g_free (self->step_hours);
  g_free (self);
}
