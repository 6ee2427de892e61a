#include "analysis/cause.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static void
add (GArray *causes, TlCauseKind kind, int place)
{
  TlFoundCause cause = { kind, place };

  g_array_append_val (causes, cause);
}

GArray *
tl_causes_find (const TlFlowModel *model)
{
  GArray *causes = g_array_new (FALSE, FALSE, sizeof (TlFoundCause));

  for (guint d = 0; d < model->n_demands; d++)
    if (model->demands[d].kind == TL_DEMAND_FAILURE && model->demands[d].frequency > 0)
      add (causes, TL_CAUSE_OUTSIDE_DEMAND, (int) d);
  for (guint s = 0; s < model->n_steps; s++)
    if (model->steps[s].class == TL_CLASS_WASTE)
      add (causes, TL_CAUSE_WASTE_STEP, (int) s);
  for (guint i = 0; i < model->n_edges; i++)
    if (model->edges[model->connector_edges[i]].rework)
      add (causes, TL_CAUSE_REWORK, model->connector_edges[i]);
  for (guint i = 0; i < model->n_raises; i++)
    add (causes, TL_CAUSE_RAISES, (int) i);

  return causes;
}

gboolean
tl_cause_is_tied (const TlFlowModel *model, const TlFoundCause *cause, const TlModelTie *tie)
{
  int step = -1;
  int demand = -1;

  switch (cause->kind)
    {
    case TL_CAUSE_RAISES:
      step = model->raises[cause->place].step;
      demand = model->raises[cause->place].demand;
      break;
    case TL_CAUSE_REWORK:
      step = model->edges[cause->place].from;
      break;
    case TL_CAUSE_WASTE_STEP:
      step = cause->place;
      break;
    case TL_CAUSE_OUTSIDE_DEMAND:
      demand = cause->place;
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  return (step >= 0 && step == tie->step) || (demand >= 0 && demand == tie->demand);
}

void
tl_cause_remove (TlFlowModel *model, const TlFoundCause *cause)
{
  switch (cause->kind)
    {
    case TL_CAUSE_RAISES:
      model->raises[cause->place].rate = 0;
      break;
    case TL_CAUSE_REWORK:
      model->edges[cause->place].removed = TRUE;
      break;
    case TL_CAUSE_WASTE_STEP:
      model->steps[cause->place].work = 0;
      break;
    case TL_CAUSE_OUTSIDE_DEMAND:
      model->demands[cause->place].frequency = 0;
      break;
    default:
      g_return_if_reached ();
    }
}

static char *
describe_rework (const TlFlowModel *model, int edge)
{
  int from = model->edges[edge].from;
  int to = model->graph->to[edge];

  if (from == to)
    /* Translators: %s is a step's name */
    return g_strdup_printf (_ ("Rework at “%s”"), model->steps[from].name);
  /* Translators: %s are names of steps */
  return g_strdup_printf (_ ("Rework from “%s” to “%s”"), model->steps[from].name, model->steps[to].name);
}

void
tl_cause_init (TlCause *cause, const TlFlowModel *model, const TlFoundCause *found, double hours)
{
  const TlModelRaises *raises;

  cause->kind = found->kind;
  cause->hours = hours;
  switch (found->kind)
    {
    case TL_CAUSE_RAISES:
      raises = &model->raises[found->place];
      cause->item = &raises->raises->item;
      /* Translators: %s are names of a demand type and a step */
      cause->words = g_strdup_printf (_ ("“%s”, caused at “%s”"), model->demands[raises->demand].name,
                                      model->steps[raises->step].name);
      break;
    case TL_CAUSE_REWORK:
      cause->item = &model->edges[found->place].connector->item;
      cause->words = describe_rework (model, found->place);
      break;
    case TL_CAUSE_WASTE_STEP:
      cause->item = &model->steps[found->place].step->item;
      /* Translators: %s is a step's name */
      cause->words = g_strdup_printf (_ ("Waste at “%s”"), model->steps[found->place].name);
      break;
    case TL_CAUSE_OUTSIDE_DEMAND:
      cause->item = &model->demands[found->place].demand->item;
      /* Translators: %s is the name of a failure demand that the flow does not cause itself */
      cause->words = g_strdup_printf (_ ("“%s”, from outside"), model->demands[found->place].name);
      break;
    default:
      g_return_if_reached ();
    }
}

const char *
tl_cause_kind_nick (TlCauseKind kind)
{
  static const char *const nicks[] = { "raises", "rework", "waste", "outside" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), NULL);
  return nicks[kind];
}

char *
tl_cause_describe (const TlCause *cause)
{
  g_return_val_if_fail (cause != NULL, NULL);
  return g_strdup (cause->words);
}
