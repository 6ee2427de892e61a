#include "analysis/routing.h"

#include <math.h>
#include <string.h>

#include "analysis/flow-problem.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What took a removed edge takes the step's others, in proportion; where there are none, the work
 * leaves the flow there. */
static void
take_out_removed (const TlFlowModel *model, int step, double *shares, double *leaves)
{
  int begin = model->graph->first[step];
  int end = model->graph->first[step + 1];
  double removed = 0;
  double others = 0;
  double growth;

  for (int e = begin; e < end; e++)
    *(model->edges[e].removed ? &removed : &others) += shares[e];
  if (removed == 0)
    return;
  growth = others > 0 ? (removed + others) / others : 1;
  for (int e = begin; e < end; e++)
    shares[e] *= model->edges[e].removed ? 0 : growth;
  if (others == 0)
    leaves[step] += removed;
}

/* Turns the given shares of one step's edges into the shares of its work.
 *
 * Returns: the sum of the given shares
 */
static double
resolve_step (const TlFlowModel *model, int step, const double *given, double *shares, double *leaves)
{
  const TlGraph *graph = model->graph;
  int begin = graph->first[step];
  int end = graph->first[step + 1];
  int n_blank = 0;
  double sum = 0;
  double rest;
  double scale;

  for (int e = begin; e < end; e++)
    {
      if (isnan (given[e]))
        n_blank++;
      else
        sum += given[e];
    }
  rest = 1 - sum;
  if (rest < TL_SHARES_ROUNDING)
    rest = 0;
  scale = sum > 1 + TL_SHARES_ROUNDING ? 1 / sum : 1;
  for (int e = begin; e < end; e++)
    shares[e] = isnan (given[e]) ? rest / n_blank : given[e] * scale;
  leaves[step] = n_blank > 0 ? 0 : rest;
  take_out_removed (model, step, shares, leaves);

  return sum;
}

static void
report_over (const TlFlowModel *model, int step, const TlModelDemand *demand, double sum, GPtrArray *problems)
{
  const TlModelStep *where = &model->steps[step];
  g_autofree char *percent = g_strdup_printf ("%.4g", sum * 100);
  char *message;
  const char *ids[] = { where->step->item.id, demand != NULL ? demand->demand->item.id : NULL, NULL };

  if (demand == NULL)
    /* Translators: %s are a step's name and a number */
    message = g_strdup_printf (_ ("The shares that leave “%s” add up to %s\302\240%%, more than all "
                                  "of the work. Numbers are provisional."),
                               where->name, percent);
  else
    /* Translators: %s are a step's name, a demand type's name and a number */
    message = g_strdup_printf (_ ("The shares that leave “%s” add up to %s\302\240%% for “%s”, more "
                                  "than all of the work. Numbers are provisional."),
                               where->name, percent, demand->name);
  g_ptr_array_add (problems, tl_flow_problem_new (TL_PROBLEM_SHARES_OVER_100, message, g_strdupv ((char **) ids)));
}

/* While routings are made: the shares without any of one demand's own, and who uses them where. */
typedef struct
{
  const TlFlowModel *model;
  GPtrArray *problems;
  GPtrArray *routings;
  double *given;
  double *shares;
  double *leaves;
  double *sums;
  guint *n_own; /* of each step, demand types that have shares of their own there */
  gboolean provisional;
} Maker;

static TlRouting *
routing_new (const TlFlowModel *model, const double *shares, const double *leaves)
{
  TlRouting *self = g_new0 (TlRouting, 1);

  self->shares = g_memdup2 (shares, sizeof (double) * MAX (model->n_edges, 1));
  self->leaves = g_memdup2 (leaves, sizeof (double) * MAX (model->n_steps, 1));
  self->demands = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

static gboolean
is_same (const TlFlowModel *model, const TlRouting *routing, const double *shares)
{
  return memcmp (routing->shares, shares, sizeof (double) * model->n_edges) == 0;
}

static void
assign (Maker *self, int demand, const double *shares, const double *leaves)
{
  TlRouting *routing = NULL;

  for (guint i = 0; i < self->routings->len && routing == NULL; i++)
    if (is_same (self->model, self->routings->pdata[i], shares))
      routing = self->routings->pdata[i];
  if (routing == NULL)
    {
      routing = routing_new (self->model, shares, leaves);
      g_ptr_array_add (self->routings, routing);
    }
  g_array_append_val (routing->demands, demand);
}

/* The first share that a connector has for a demand counts, as in tl_connector_share_for(). */
static void
overlay (Maker *self, guint begin, guint end, double *given)
{
  const TlModelShare *own = self->model->own_shares;

  for (guint i = end; i-- > begin;)
    given[own[i].edge] = own[i].value;
}

static void
resolve_own (Maker *self, int demand, guint begin, guint end, double *shares, double *leaves)
{
  const TlFlowModel *model = self->model;
  int before = -1;

  for (guint i = begin; i < end; i++)
    {
      int step = model->edges[model->own_shares[i].edge].from;
      double sum;

      if (step == before)
        continue;
      before = step;
      self->n_own[step]++;
      sum = resolve_step (model, step, self->given, shares, leaves);
      if (sum > 1 + TL_SHARES_ROUNDING)
        {
          report_over (model, step, &model->demands[demand], sum, self->problems);
          self->provisional = TRUE;
        }
    }
}

static void
route (Maker *self, int demand, guint begin, guint end)
{
  const TlFlowModel *model = self->model;
  g_autofree double *shares = NULL;
  g_autofree double *leaves = NULL;

  if (begin == end)
    {
      assign (self, demand, self->shares, self->leaves);
      return;
    }

  shares = g_memdup2 (self->shares, sizeof (double) * model->n_edges);
  leaves = g_memdup2 (self->leaves, sizeof (double) * model->n_steps);
  overlay (self, begin, end, self->given);
  resolve_own (self, demand, begin, end, shares, leaves);
  for (guint i = begin; i < end; i++)
    self->given[model->own_shares[i].edge] = model->edges[model->own_shares[i].edge].given;
  assign (self, demand, shares, leaves);
}

static guint
route_all (Maker *self)
{
  const TlFlowModel *model = self->model;
  guint n_entering = 0;
  guint begin = 0;

  for (int d = 0; d < (int) model->n_demands; d++)
    {
      guint end = begin;

      while (end < model->n_own_shares && model->own_shares[end].demand == d)
        end++;
      if (model->demands[d].entry >= 0)
        {
          route (self, d, begin, end);
          n_entering++;
        }
      begin = end;
    }

  return n_entering;
}

/* A step over 100 % matters where somebody uses its shares, or nobody enters the flow yet. */
static void
report_common (Maker *self, guint n_entering)
{
  for (guint s = 0; s < self->model->n_steps; s++)
    if (self->sums[s] > 1 + TL_SHARES_ROUNDING && (n_entering == 0 || self->n_own[s] < n_entering))
      {
        report_over (self->model, (int) s, NULL, self->sums[s], self->problems);
        self->provisional = TRUE;
      }
}

static void
set_chain (const TlFlowModel *model, TlRouting *routing)
{
  g_autofree int *starts = g_new (int, routing->demands->len);

  for (guint i = 0; i < routing->demands->len; i++)
    starts[i] = model->demands[g_array_index (routing->demands, int, i)].entry;
  routing->chain = tl_chain_new (model->graph, routing->shares, routing->leaves, starts, routing->demands->len);
}

GPtrArray *
tl_routings_new (const TlFlowModel *model, GPtrArray *problems, gboolean *provisional)
{
  g_autofree double *given = g_new (double, model->n_edges);
  g_autofree double *shares = g_new0 (double, model->n_edges + 1);
  g_autofree double *leaves = g_new0 (double, model->n_steps + 1);
  g_autofree double *sums = g_new (double, model->n_steps);
  g_autofree guint *n_own = g_new0 (guint, model->n_steps);
  Maker maker = { model, problems, NULL, given, shares, leaves, sums, n_own, FALSE };

  maker.routings = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_routing_free);
  for (guint e = 0; e < model->n_edges; e++)
    given[e] = model->edges[e].given;
  for (guint s = 0; s < model->n_steps; s++)
    sums[s] = resolve_step (model, (int) s, given, shares, leaves);

  report_common (&maker, route_all (&maker));
  for (guint i = 0; i < maker.routings->len; i++)
    set_chain (model, maker.routings->pdata[i]);

  *provisional = maker.provisional;
  return maker.routings;
}

void
tl_routing_free (TlRouting *self)
{
  if (self == NULL)
    return;
  tl_chain_free (self->chain);
  g_array_unref (self->demands);
  g_free (self->shares);
  g_free (self->leaves);
  g_free (self);
}
