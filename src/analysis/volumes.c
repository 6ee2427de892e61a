#include "analysis/volumes.h"

#include <string.h>

#include "analysis/flow-problem.h"

double
tl_volume_sum (const TlVolume *volume)
{
  double sum = 0;

  for (int k = 0; volume != NULL && k < TL_N_DEMAND_KINDS; k++)
    sum += volume->by_kind[k];
  return sum;
}

TlVolumes *
tl_volumes_new (const TlFlowModel *model)
{
  TlVolumes *self = g_new0 (TlVolumes, 1);

  self->steps = g_new0 (TlVolume, model->n_steps + 1);
  self->edges = g_new0 (TlVolume, model->n_edges + 1);
  self->raises = g_new0 (TlVolume, model->n_raises + 1);
  self->places = g_hash_table_new (NULL, NULL);
  for (guint e = 0; e < model->n_edges; e++)
    g_hash_table_insert (self->places, model->edges[e].connector, &self->edges[e]);
  for (guint r = 0; r < model->n_raises; r++)
    g_hash_table_insert (self->places, model->raises[r].raises, &self->raises[r]);
  return self;
}

void
tl_volumes_add (TlVolumes *self,
                const TlFlowModel *model,
                const TlRouting *routing,
                TlDemandKind kind,
                const double *visits)
{
  for (guint s = 0; s < model->n_steps; s++)
    self->steps[s].by_kind[kind] += visits[s];
  for (guint e = 0; e < model->n_edges; e++)
    self->edges[e].by_kind[kind] += visits[model->edges[e].from] * routing->shares[e];
  for (guint r = 0; r < model->n_raises; r++)
    self->raises[r].by_kind[kind] += visits[model->raises[r].step] * model->raises[r].rate;
}

const TlVolume *
tl_volumes_of_connector (const TlVolumes *self, const TlConnector *connector)
{
  return g_hash_table_lookup (self->places, connector);
}

const TlVolume *
tl_volumes_of_raises (const TlVolumes *self, const TlRaises *raises)
{
  return g_hash_table_lookup (self->places, raises);
}

static void
follow (const TlFlowModel *model, const TlRouting *routing, const double *arrivals, guint edge, double *amounts)
{
  g_autofree double *visits = g_new (double, model->n_steps);

  for (guint i = 0; i < routing->demands->len; i++)
    {
      int d = g_array_index (routing->demands, int, i);

      if (!tl_chain_ends (routing->chain, model->demands[d].entry))
        continue;
      memset (visits, 0, sizeof (double) * model->n_steps);
      visits[model->demands[d].entry] = arrivals[d];
      tl_chain_visits (routing->chain, visits);
      amounts[d] = visits[model->edges[edge].from] * routing->shares[edge];
    }
}

double *
tl_volumes_by_demand (const TlFlowModel *model, const double *arrivals, const TlConnector *connector)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_flow_problem_free);
  g_autoptr (GPtrArray) routings = NULL;
  gboolean provisional;
  double *amounts;
  guint edge = 0;

  while (edge < model->n_edges && model->edges[edge].connector != connector)
    edge++;
  if (edge == model->n_edges)
    return NULL;
  routings = tl_routings_new (model, problems, &provisional);
  amounts = g_new0 (double, model->n_demands + 1);
  for (guint i = 0; i < routings->len; i++)
    follow (model, g_ptr_array_index (routings, i), arrivals, edge, amounts);
  return amounts;
}

void
tl_volumes_free (TlVolumes *self)
{
  if (self == NULL)
    return;
  g_free (self->steps);
  g_free (self->edges);
  g_free (self->raises);
  g_hash_table_unref (self->places);
  g_free (self);
}
