#include "analysis/trace.h"

#include "study/connector.h"
#include "study/flow.h"

typedef struct
{
  const TlStudy *study;
  const TlFlow *flow;
  TlTrace *trace;
} Maker;

/* ---- the ways ---- */

static gboolean
is_tied (const TlCondition *condition, const TlStep *step, const TlDemand *demand)
{
  for (guint i = 0; i < condition->links->len; i++)
    {
      const TlLink *link = g_ptr_array_index (condition->links, i);

      if ((step && link->step == step) || (demand && link->demand == demand))
        return TRUE;
    }
  return FALSE;
}

static void
add_row (Maker *self, TlDemand *demand, TlRaises *raises, TlStep *step, TlCondition *condition)
{
  TlTraceRow row = { demand, raises, step, condition };

  g_array_append_val (self->trace->rows, row);
}

/* One row for each condition behind it; one without where there is none. */
static guint
add_rows (Maker *self, TlDemand *demand, TlRaises *raises, TlStep *step)
{
  guint n = 0;

  for (guint i = 0; i < self->study->conditions->len; i++)
    {
      TlCondition *condition = g_ptr_array_index (self->study->conditions, i);

      if (!is_tied (condition, step, demand))
        continue;
      add_row (self, demand, raises, step, condition);
      n++;
    }
  if (n == 0 && demand)
    add_row (self, demand, raises, step, NULL);
  return n;
}

static void
add_demand (Maker *self, TlDemand *demand)
{
  guint raised = 0;

  for (guint i = 0; self->flow && i < self->flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (self->flow->raises, i);

      if (raises->demand != demand || !raises->step || !(raises->rate > 0))
        continue;
      add_rows (self, demand, raises, raises->step);
      raised++;
    }
  if (raised == 0)
    add_rows (self, demand, NULL, NULL);
  self->trace->demands++;
}

static gboolean
has_step (const TlTrace *trace, const TlStep *step)
{
  for (guint i = 0; i < trace->rows->len; i++)
    if (g_array_index (trace->rows, TlTraceRow, i).step == step)
      return TRUE;
  return FALSE;
}

/* A condition can be tied to waste that raises no failure demand. */
static void
add_other_steps (Maker *self)
{
  for (guint i = 0; self->flow && i < self->flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (self->flow->steps, i);

      if (!has_step (self->trace, step))
        add_rows (self, NULL, NULL, step);
    }
}

static void
add_all (Maker *self)
{
  for (guint i = 0; i < self->study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (self->study->demands, i);

      if (demand->kind == TL_DEMAND_FAILURE)
        add_demand (self, demand);
    }
  add_other_steps (self);
}

/* ---- nodes and links ---- */

gboolean
tl_step_sends_back (const TlStep *step, const TlFlow *flow)
{
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from == step && connector->kind == TL_CONNECTOR_REWORK)
        return TRUE;
    }
  return FALSE;
}

static int
node_place (TlTrace *trace, TlTraceColumn column, gpointer item, gboolean missing)
{
  TlTraceNode node = { column, item, missing };

  for (guint i = 0; i < trace->nodes->len; i++)
    {
      const TlTraceNode *other = tl_trace_node (trace, i);

      if (other->column == column && other->item == item)
        return (int) i;
    }
  g_array_append_val (trace->nodes, node);
  trace->conditions += column == TL_TRACE_CONDITION && !missing;
  return (int) trace->nodes->len - 1;
}

static void
add_link (TlTrace *trace, int from, int to)
{
  TlTraceLink link = { (guint) from, (guint) to };

  for (guint i = 0; i < trace->links->len; i++)
    {
      const TlTraceLink *other = &g_array_index (trace->links, TlTraceLink, i);

      if (other->from == link.from && other->to == link.to)
        return;
    }
  g_array_append_val (trace->links, link);
}

/* From the last one that is there to this one. */
static void
go_on (TlTrace *trace, int *at, int node)
{
  if (*at >= 0)
    add_link (trace, *at, node);
  *at = node;
}

static void
add_way (Maker *self, const TlTraceRow *row)
{
  TlTrace *trace = self->trace;
  TlStep *step = row->step;
  int at = -1;

  if (row->demand)
    go_on (trace, &at, node_place (trace, TL_TRACE_DEMAND, row->demand, FALSE));
  if (step)
    {
      gboolean open = step->class == TL_CLASS_NONE && !tl_step_sends_back (step, self->flow);

      go_on (trace, &at, node_place (trace, TL_TRACE_STEP, step, FALSE));
      go_on (trace, &at, node_place (trace, TL_TRACE_WASTE, step, open));
    }
  else
    go_on (trace, &at, node_place (trace, TL_TRACE_STEP, row->demand, TRUE));
  if (row->condition)
    {
      go_on (trace, &at, node_place (trace, TL_TRACE_CONDITION, row->condition, FALSE));
      go_on (trace, &at, node_place (trace, TL_TRACE_THINKING, row->condition, row->condition->thinking == NULL));
    }
  else if (step)
    go_on (trace, &at, node_place (trace, TL_TRACE_CONDITION, step, TRUE));
}

TlTrace *
tl_trace_new (const TlStudy *study, const TlFlow *flow, TlDemand *demand)
{
  TlTrace *trace = g_new0 (TlTrace, 1);
  Maker maker = { study, flow, trace };

  trace->rows = g_array_new (FALSE, FALSE, sizeof (TlTraceRow));
  trace->nodes = g_array_new (FALSE, FALSE, sizeof (TlTraceNode));
  trace->links = g_array_new (FALSE, FALSE, sizeof (TlTraceLink));
  if (!study)
    return trace;
  if (demand)
    add_demand (&maker, demand);
  else
    add_all (&maker);
  for (guint i = 0; i < trace->rows->len; i++)
    add_way (&maker, &g_array_index (trace->rows, TlTraceRow, i));
  for (guint i = 0; i < study->conditions->len; i++)
    trace->loose += ((TlCondition *) g_ptr_array_index (study->conditions, i))->links->len == 0;
  return trace;
}

void
tl_trace_free (TlTrace *trace)
{
  if (!trace)
    return;
  g_array_unref (trace->rows);
  g_array_unref (trace->nodes);
  g_array_unref (trace->links);
  g_free (trace);
}

const TlTraceNode *
tl_trace_node (const TlTrace *trace, guint index)
{
  return &g_array_index (trace->nodes, TlTraceNode, index);
}
