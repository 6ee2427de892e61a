#include "analysis/flow-model.h"

#include <math.h>

#include "analysis/demand-rate.h"
#include "study/entry.h"

static double
or_zero (double number)
{
  return number > 0 && isfinite (number) ? number : 0;
}

static gpointer
keep (TlFlowModel *self, gpointer item)
{
  g_ptr_array_add (self->items, tl_item_ref (item));
  return item;
}

static const char *
word_for (TlFlowModel *self, const char *name, const TlItem *item)
{
  if (name == NULL)
    name = item->id != NULL ? item->id : "?";
  return g_string_chunk_insert (self->words, name);
}

/* Places are kept as place + 1, so that "not there" differs from the first. */
static int
place_in (GHashTable *places, gconstpointer item)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (places, item)) - 1;
}

static GHashTable *
places_of (GPtrArray *items)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (places, items->pdata[i], GUINT_TO_POINTER (i + 1));
  return places;
}

static void
take_roles (TlFlowModel *self, TlStudy *study)
{
  self->n_roles = study->roles->len;
  self->roles = g_new0 (TlModelRole, self->n_roles);
  for (guint i = 0; i < self->n_roles; i++)
    {
      self->roles[i].role = keep (self, study->roles->pdata[i]);
      self->roles[i].available = or_zero (tl_role_available (self->roles[i].role));
    }
}

static void
take_demands (TlFlowModel *self, TlStudy *study)
{
  g_autofree double *rates = tl_demand_rates (study);

  self->n_demands = study->demands->len;
  self->demands = g_new0 (TlModelDemand, self->n_demands);
  for (guint i = 0; i < self->n_demands; i++)
    {
      TlDemand *demand = keep (self, study->demands->pdata[i]);

      self->demands[i].demand = demand;
      self->demands[i].kind = demand->kind;
      self->demands[i].frequency = or_zero (rates[i]);
      self->demands[i].entry = -1;
      self->demands[i].name = word_for (self, demand->name, &demand->item);
    }
}

static void
take_steps (TlFlowModel *self, GPtrArray *steps, GHashTable *roles)
{
  self->n_steps = steps->len;
  self->steps = g_new (TlModelStep, self->n_steps);
  for (guint i = 0; i < self->n_steps; i++)
    {
      TlStep *step = keep (self, steps->pdata[i]);

      self->steps[i] = (TlModelStep){
        .step = step,
        .work = or_zero (step->work_minutes),
        .wait = or_zero (step->wait_minutes),
        .role = step->role != NULL ? place_in (roles, step->role) : -1,
        .class = step->class,
        .repeats_are_value = step->repeats == TL_REPEATS_VALUE,
        .name = word_for (self, step->name, &step->item),
      };
    }
}

/* In the order of the edges, and for each edge in that of the connector's list. */
static void
take_own_shares (TlFlowModel *self, GHashTable *demands)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (TlModelShare));
  g_autofree guint *first = g_new0 (guint, self->n_demands + 1);

  for (guint e = 0; e < self->n_edges; e++)
    {
      GPtrArray *own = self->edges[e].connector->shares;

      for (guint i = 0; i < own->len; i++)
        {
          const TlShare *share = own->pdata[i];
          TlModelShare row = { place_in (demands, share->demand), (int) e, or_zero (share->value) };

          if (row.demand < 0 || isnan (share->value))
            continue;
          g_array_append_val (shares, row);
          first[row.demand + 1]++;
        }
    }

  self->n_own_shares = shares->len;
  self->own_shares = g_new (TlModelShare, shares->len);
  for (guint d = 0; d < self->n_demands; d++)
    first[d + 1] += first[d];
  for (guint i = 0; i < shares->len; i++)
    {
      const TlModelShare *row = &g_array_index (shares, TlModelShare, i);

      self->own_shares[first[row->demand]++] = *row;
    }
}

static void
take_connectors (TlFlowModel *self, GPtrArray *connectors)
{
  guint n = 0;
  g_autofree int *from = g_new (int, connectors->len);
  g_autofree int *to = g_new (int, connectors->len);
  g_autofree TlConnector **taken = g_new (TlConnector *, connectors->len);

  for (guint i = 0; i < connectors->len; i++)
    {
      TlConnector *connector = connectors->pdata[i];

      from[n] = tl_flow_model_place (self, connector->from);
      to[n] = tl_flow_model_place (self, connector->to);
      if (from[n] >= 0 && to[n] >= 0)
        taken[n++] = keep (self, connector);
    }

  self->n_edges = n;
  self->connector_edges = g_new (int, n);
  self->graph = tl_graph_new (self->n_steps, n, from, to, self->connector_edges);
  self->edges = g_new (TlModelEdge, n);
  for (guint i = 0; i < n; i++)
    self->edges[self->connector_edges[i]] = (TlModelEdge){
      .connector = taken[i],
      .from = from[i],
      .given = isnan (taken[i]->share) ? taken[i]->share : or_zero (taken[i]->share),
      .rework = taken[i]->kind == TL_CONNECTOR_REWORK,
    };
}

static void
take_entries (TlFlowModel *self, GPtrArray *entries, GHashTable *demands)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TlEntry *entry = entries->pdata[i];
      int d = place_in (demands, entry->demand);
      int s = tl_flow_model_place (self, entry->step);

      if (d < 0 || s < 0)
        continue;
      if (self->demands[d].entries++ == 0)
        self->demands[d].entry = s;
    }
}

static void
take_raises (TlFlowModel *self, GPtrArray *raises, GHashTable *demands)
{
  self->raises = g_new (TlModelRaises, raises->len);
  for (guint i = 0; i < raises->len; i++)
    {
      TlRaises *one = raises->pdata[i];
      TlModelRaises row
          = { one, tl_flow_model_place (self, one->step), place_in (demands, one->demand), or_zero (one->rate) };

      if (row.step < 0 || row.demand < 0)
        continue;
      keep (self, one);
      self->raises[self->n_raises++] = row;
    }
}

/* A link to a step of another flow, or to what a demand is about, ties nothing here. */
static void
add_tie (GArray *ties, const TlModelTie *tie)
{
  if (tie->step >= 0 || tie->demand >= 0)
    g_array_append_val (ties, *tie);
}

static void
take_conditions (TlFlowModel *self, TlStudy *study, GHashTable *demands)
{
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (TlModelTie));

  self->n_conditions = study->conditions->len;
  self->conditions = g_new (TlCondition *, self->n_conditions);
  for (guint i = 0; i < self->n_conditions; i++)
    {
      TlCondition *condition = keep (self, study->conditions->pdata[i]);

      self->conditions[i] = condition;
      for (guint k = 0; k < condition->links->len; k++)
        {
          const TlLink *link = condition->links->pdata[k];

          add_tie (ties,
                   &(TlModelTie){ (int) i, tl_flow_model_place (self, link->step), place_in (demands, link->demand) });
        }
    }
  self->n_ties = ties->len;
  self->ties = (TlModelTie *) g_array_free (g_steal_pointer (&ties), FALSE);
}

static void
take_flow (TlFlowModel *self, TlStudy *study, TlFlow *flow)
{
  g_autoptr (GHashTable) demands = places_of (study->demands);
  g_autoptr (GHashTable) roles = places_of (study->roles);

  self->flow = keep (self, flow);
  self->step_places = places_of (flow->steps);
  take_steps (self, flow->steps, roles);
  take_connectors (self, flow->connectors);
  take_own_shares (self, demands);
  take_entries (self, flow->entries, demands);
  take_raises (self, flow->raises, demands);
  take_conditions (self, study, demands);
}

TlFlowModel *
tl_flow_model_new (TlStudy *study, TlFlow *flow)
{
  TlFlowModel *self;

  g_return_val_if_fail (study != NULL, NULL);

  self = g_new0 (TlFlowModel, 1);
  self->ref_count = 1;
  self->period = study->period;
  self->words = g_string_chunk_new (4096);
  self->items = g_ptr_array_new_with_free_func (tl_item_unref);
  take_roles (self, study);
  take_demands (self, study);
  if (flow != NULL)
    take_flow (self, study, flow);
  else
    self->graph = tl_graph_new (0, 0, NULL, NULL, NULL);

  return self;
}

TlFlowModel *
tl_flow_model_copy (TlFlowModel *model)
{
  TlFlowModel *self = g_memdup2 (model, sizeof *model);

  self->ref_count = 1;
  self->origin = tl_flow_model_ref (model);
  self->steps = g_memdup2 (model->steps, sizeof *model->steps * model->n_steps);
  self->demands = g_memdup2 (model->demands, sizeof *model->demands * model->n_demands);
  self->edges = g_memdup2 (model->edges, sizeof *model->edges * model->n_edges);
  self->raises = g_memdup2 (model->raises, sizeof *model->raises * model->n_raises);
  return self;
}

TlFlowModel *
tl_flow_model_ref (TlFlowModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

static void
free_shared (TlFlowModel *self)
{
  tl_graph_free (self->graph);
  g_free (self->connector_edges);
  g_free (self->own_shares);
  g_free (self->roles);
  g_free (self->conditions);
  g_free (self->ties);
  g_clear_pointer (&self->step_places, g_hash_table_unref);
  g_string_chunk_free (self->words);
  g_ptr_array_unref (self->items);
}

void
tl_flow_model_unref (TlFlowModel *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_free (self->steps);
  g_free (self->demands);
  g_free (self->edges);
  g_free (self->raises);
  if (self->origin != NULL)
    tl_flow_model_unref (self->origin);
  else
    free_shared (self);
  g_free (self);
}

int
tl_flow_model_place (const TlFlowModel *self, const TlStep *step)
{
  g_return_val_if_fail (self != NULL, -1);
  return step != NULL && self->step_places != NULL ? place_in (self->step_places, step) : -1;
}
