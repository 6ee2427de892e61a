#include "layered-flow.h"

#include "study/connector.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/item-build.h"
#include "study/raises.h"

#define CONNECTORS_A_STEP 1.4
#define REWORK 0.02

typedef struct
{
  const LayeredFlow *shape;
  GRand *rand;
  TlStudy *study;
  TlFlow *flow;
} Maker;

static gpointer
add (Maker *self, gpointer parent, TlItemKind kind)
{
  gpointer item = tl_item_new (kind);

  if (tl_item_type (kind)->id_prefix != 0)
    {
      g_autofree char *id = tl_study_new_id (self->study, kind);

      tl_item_set_id (item, id);
    }
  tl_item_append (parent, item);
  return item;
}

static gboolean
chance (Maker *self, double probability)
{
  return g_rand_double (self->rand) < probability;
}

static void
add_roles (Maker *self)
{
  for (int i = 0; i < 4; i++)
    {
      TlRole *role = add (self, self->study, TL_ITEM_ROLE);
      g_autofree char *name = g_strdup_printf ("Team %d", i + 1);

      tl_item_set_text (role, "name", name);
      tl_item_set_number (role, "people", 10);
      tl_item_set_number (role, "hours", 32);
    }
}

static void
add_demands (Maker *self)
{
  static const TlDemandKind kinds[]
      = { TL_DEMAND_VALUE, TL_DEMAND_VALUE, TL_DEMAND_UNSURE, TL_DEMAND_FAILURE, TL_DEMAND_FAILURE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TlDemand *demand = add (self, self->study, TL_ITEM_DEMAND);
      g_autofree char *name = g_strdup_printf ("Demand of type %u", i + 1);

      tl_item_set_text (demand, "name", name);
      tl_item_set_choice (demand, "kind", (int) kinds[i]);
      tl_item_set_number (demand, "frequency", 20. * (i + 1));
    }
}

static void
add_step (Maker *self, guint place)
{
  TlStep *step = add (self, self->flow, TL_ITEM_STEP);
  g_autofree char *name = g_strdup_printf ("Step %u of the work", place + 1);

  tl_item_set_text (step, "name", name);
  tl_item_set_choice (step, "class", g_rand_int_range (self->rand, TL_CLASS_NONE, TL_CLASS_WASTE + 1));
  tl_item_set_item (step, "role", self->study->roles->pdata[g_rand_int_range (self->rand, 0, 4)]);
  tl_item_set_number (step, "work-minutes", g_rand_int_range (self->rand, 1, 90));
  if (chance (self, 0.5))
    tl_item_set_number (step, "wait-minutes", g_rand_int_range (self->rand, 1, 20000));
  tl_item_set_number (step, "x", 200. * (place / self->shape->width));
  tl_item_set_number (step, "y", 100. * (place % self->shape->width));
}

static TlStep *
any_of_layer (Maker *self, guint layer)
{
  guint first = layer * self->shape->width;
  guint end = MIN (first + self->shape->width, self->shape->n_steps);

  return self->flow->steps->pdata[g_rand_int_range (self->rand, (int) first, (int) end)];
}

static TlConnector *
connect_to (Maker *self, TlStep *from, TlStep *to)
{
  TlConnector *connector = add (self, self->flow, TL_ITEM_CONNECTOR);

  tl_item_set_item (connector, "from", from);
  tl_item_set_item (connector, "to", to);
  return connector;
}

/* One way on; for some steps a second with a share, and for few one back. */
static void
connect_step (Maker *self, guint place)
{
  const double second = CONNECTORS_A_STEP * (1 - REWORK) - 1;
  guint layer = place / self->shape->width;
  guint n_layers = (self->shape->n_steps + self->shape->width - 1) / self->shape->width;
  TlStep *step = self->flow->steps->pdata[place];

  if (layer + 1 < n_layers)
    {
      connect_to (self, step, any_of_layer (self, layer + 1));
      if (chance (self, second))
        tl_item_set_number (connect_to (self, step, any_of_layer (self, layer + 1)), "share", 0.3);
    }
  if (chance (self, CONNECTORS_A_STEP * REWORK))
    {
      guint back = MIN (layer, self->shape->most_back);
      guint to = layer - (guint) g_rand_int_range (self->rand, 0, (int) back + 1);
      TlConnector *rework = connect_to (self, step, any_of_layer (self, to));

      tl_item_set_choice (rework, "kind", TL_CONNECTOR_REWORK);
      tl_item_set_number (rework, "share", 0.1);
    }
}

static void
add_entries (Maker *self)
{
  for (guint d = 0; d < self->study->demands->len; d++)
    {
      TlEntry *entry = add (self, self->flow, TL_ITEM_ENTRY);

      tl_item_set_item (entry, "demand", self->study->demands->pdata[d]);
      tl_item_set_item (entry, "step", any_of_layer (self, 0));
    }
}

/* One step in a hundred raises failure demand. */
static void
add_raises (Maker *self)
{
  double n_layers = (double) self->shape->n_steps / self->shape->width;
  double rate = MIN (self->shape->raised / (0.01 * n_layers), 0.3);

  for (guint s = 0; s < self->flow->steps->len; s++)
    {
      TlRaises *raises;

      if (!chance (self, 0.01))
        continue;
      raises = add (self, self->flow, TL_ITEM_RAISES);
      tl_item_set_item (raises, "step", self->flow->steps->pdata[s]);
      tl_item_set_item (raises, "demand", self->study->demands->pdata[g_rand_int_range (self->rand, 3, 5)]);
      tl_item_set_number (raises, "rate", rate);
    }
}

TlStudy *
layered_flow_make (const LayeredFlow *shape, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Maker maker = { shape, rand, tl_study_new () };

  add_roles (&maker);
  add_demands (&maker);
  maker.flow = add (&maker, maker.study, TL_ITEM_FLOW);
  for (guint s = 0; s < shape->n_steps; s++)
    add_step (&maker, s);
  for (guint s = 0; s < shape->n_steps; s++)
    connect_step (&maker, s);
  add_entries (&maker);
  add_raises (&maker);

  return maker.study;
}
