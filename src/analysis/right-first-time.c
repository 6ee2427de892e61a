#include "analysis/right-first-time.h"

/* 1 − ρ: the chance that a visit raises nothing. */
static double *
chance_of_quiet (const TlFlowModel *model)
{
  double *quiet = g_new (double, model->n_steps);

  for (guint s = 0; s < model->n_steps; s++)
    quiet[s] = 1;
  for (guint i = 0; i < model->n_raises; i++)
    quiet[model->raises[i].step] -= model->raises[i].rate;
  for (guint s = 0; s < model->n_steps; s++)
    quiet[s] = MAX (quiet[s], 0);

  return quiet;
}

/* The same chain with rework and failure as further ways out. */
typedef struct
{
  double *shares;
  double *leaves;
  double *leaves_well;
} GoodCases;

static void
good_cases_clear (GoodCases *self)
{
  g_free (self->shares);
  g_free (self->leaves);
  g_free (self->leaves_well);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GoodCases, good_cases_clear)

static void
good_cases_init (GoodCases *self, const TlFlowModel *model, const TlRouting *routing)
{
  g_autofree double *quiet = chance_of_quiet (model);

  self->shares = g_new0 (double, model->n_edges);
  self->leaves = g_new (double, model->n_steps);
  self->leaves_well = g_new (double, model->n_steps);
  for (guint s = 0; s < model->n_steps; s++)
    {
      self->leaves_well[s] = quiet[s] * routing->leaves[s];
      self->leaves[s] = 1 - quiet[s] + self->leaves_well[s];
    }
  for (guint e = 0; e < model->n_edges; e++)
    {
      int from = model->edges[e].from;

      if (model->edges[e].rework)
        self->leaves[from] += quiet[from] * routing->shares[e];
      else
        self->shares[e] = quiet[from] * routing->shares[e];
    }
}

static GArray *
entries_that_end (const TlFlowModel *model, const TlRouting *routing)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < routing->demands->len; i++)
    {
      int entry = model->demands[g_array_index (routing->demands, int, i)].entry;

      if (tl_chain_ends (routing->chain, entry))
        g_array_append_val (starts, entry);
    }
  return starts;
}

double *
tl_right_first_time (const TlFlowModel *model, const TlRouting *routing)
{
  g_auto (GoodCases) good = { NULL };
  g_autoptr (GArray) starts = entries_that_end (model, routing);
  g_autoptr (TlChain) chain = NULL;

  good_cases_init (&good, model, routing);
  chain = tl_chain_new (model->graph, good.shares, good.leaves, (const int *) starts->data, starts->len);
  tl_chain_expect (chain, good.leaves_well);

  return g_steal_pointer (&good.leaves_well);
}
