#include "flow-edits.h"

#include <math.h>

#include "item-build.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Puts a new item at the end of its list, with a new id where its kind has ids. */
static void
add (TlHistory *history, gpointer parent, gpointer item)
{
  g_autoptr (TlItem) self = item;
  TlStudy *study = tl_history_get_study (history);

  if (tl_item_type (self->kind)->id_prefix)
    {
      g_autofree char *id = tl_study_new_id (study, self->kind);
      tl_item_set_id (self, id);
    }
  tl_history_apply (history, tl_edit_new_insert (parent, self, G_MAXUINT));
}

/* The same, as an entry of its own. */
static void
add_alone (TlHistory *history, const char *name, gpointer parent, gpointer item)
{
  tl_history_begin (history, name, NULL);
  add (history, parent, item);
  tl_history_end (history);
}

/**
 * tl_study_add_flow:
 * @history: the study's history
 * @name: (nullable): the flow's name
 *
 * Returns: (transfer none): the new flow
 */
TlFlow *
tl_study_add_flow (TlHistory *history, const char *name)
{
  TlFlow *flow = tl_item_new (TL_ITEM_FLOW);

  tl_item_set_text (flow, "name", name);
  add_alone (history, _ ("Add flow"), tl_history_get_study (history), flow);
  return flow;
}

/**
 * tl_study_add_role:
 * @history: the study's history
 * @name: (nullable): the role's name
 * @people: how many, or NAN
 * @hours: of each in a period, or NAN
 *
 * Returns: (transfer none): the new role
 */
TlRole *
tl_study_add_role (TlHistory *history, const char *name, double people, double hours)
{
  TlRole *role = tl_item_new (TL_ITEM_ROLE);

  tl_item_set_text (role, "name", name);
  tl_item_set_number (role, "people", people);
  tl_item_set_number (role, "hours", hours);
  add_alone (history, _ ("Add role"), tl_history_get_study (history), role);
  return role;
}

/**
 * tl_study_add_demand:
 * @history: the study's history
 * @name: (nullable): the demand type's name
 * @kind: value, failure or unsure
 * @frequency: arrivals in a period, or NAN
 *
 * Returns: (transfer none): the new demand type
 */
TlDemand *
tl_study_add_demand (TlHistory *history, const char *name, TlDemandKind kind, double frequency)
{
  TlDemand *demand = tl_item_new (TL_ITEM_DEMAND);

  tl_item_set_text (demand, "name", name);
  tl_item_set_choice (demand, "kind", kind);
  tl_item_set_number (demand, "frequency", frequency);
  add_alone (history, _ ("Add demand"), tl_history_get_study (history), demand);
  return demand;
}

/**
 * tl_flow_add_step:
 * @history: the study's history
 * @flow: a flow
 * @name: (nullable): the step's name
 * @x: its place, or NAN
 * @y: its place, or NAN
 *
 * Returns: (transfer none): the new step
 */
TlStep *
tl_flow_add_step (TlHistory *history, TlFlow *flow, const char *name, double x, double y)
{
  TlStep *step = tl_item_new (TL_ITEM_STEP);

  tl_item_set_text (step, "name", name);
  tl_item_set_number (step, "x", x);
  tl_item_set_number (step, "y", y);
  add_alone (history, _ ("Add step"), flow, step);
  return step;
}

/**
 * tl_flow_connect:
 * @history: the study's history
 * @from: a step
 * @to: a step of the same flow; may be @from
 * @kind: flow or rework
 *
 * Returns: (transfer none): the new connector, without a share
 */
TlConnector *
tl_flow_connect (TlHistory *history, TlStep *from, TlStep *to, TlConnectorKind kind)
{
  TlConnector *connector;

  g_return_val_if_fail (from->item.parent == to->item.parent, NULL);
  connector = tl_item_new (TL_ITEM_CONNECTOR);
  tl_item_set_item (connector, "from", from);
  tl_item_set_item (connector, "to", to);
  tl_item_set_choice (connector, "kind", kind);
  add_alone (history, _ ("Connect"), from->item.parent, connector);
  return connector;
}

/**
 * tl_flow_add_entry:
 * @history: the study's history
 * @demand: a demand type
 * @step: where it enters; a demand enters a flow at one step, so an entry that it has there moves
 *
 * Returns: (transfer none): the entry
 */
TlEntry *
tl_flow_add_entry (TlHistory *history, TlDemand *demand, TlStep *step)
{
  TlFlow *flow = (TlFlow *) step->item.parent;
  TlEntry *entry = NULL;

  tl_history_begin (history, _ ("Let a demand enter"), NULL);
  for (guint i = 0; i < flow->entries->len && !entry; i++)
    if (((TlEntry *) g_ptr_array_index (flow->entries, i))->demand == demand)
      entry = g_ptr_array_index (flow->entries, i);
  if (entry)
    tl_history_apply (history, tl_edit_new_set_item (entry, "step", step));
  else
    {
      entry = tl_item_new (TL_ITEM_ENTRY);
      tl_item_set_item (entry, "demand", demand);
      tl_item_set_item (entry, "step", step);
      add (history, flow, entry);
    }
  tl_history_end (history);
  return entry;
}

/**
 * tl_flow_add_raises:
 * @history: the study's history
 * @step: the step that causes it
 * @demand: the failure demand
 * @rate: for each visit to @step
 *
 * Where the step raises that demand already, its rate changes.
 *
 * Returns: (transfer none): the raises
 */
TlRaises *
tl_flow_add_raises (TlHistory *history, TlStep *step, TlDemand *demand, double rate)
{
  TlFlow *flow = (TlFlow *) step->item.parent;
  TlRaises *raises = NULL;

  tl_history_begin (history, _ ("Raise a failure demand"), NULL);
  for (guint i = 0; i < flow->raises->len && !raises; i++)
    {
      TlRaises *candidate = g_ptr_array_index (flow->raises, i);

      if (candidate->step == step && candidate->demand == demand)
        raises = candidate;
    }
  if (raises)
    tl_history_apply (history, tl_edit_new_set_number (raises, "rate", rate));
  else
    {
      raises = tl_item_new (TL_ITEM_RAISES);
      tl_item_set_item (raises, "step", step);
      tl_item_set_item (raises, "demand", demand);
      tl_item_set_number (raises, "rate", rate);
      add (history, flow, raises);
    }
  tl_history_end (history);
  return raises;
}

static const char *
class_name (TlStepClass class)
{
  switch (class)
    {
    case TL_CLASS_VALUE:
      return _ ("Mark as value");
    case TL_CLASS_WASTE:
      return _ ("Mark as waste");
    case TL_CLASS_NONE:
    default:
      return _ ("Mark as not judged");
    }
}

/**
 * tl_steps_set_class:
 * @history: the study's history
 * @steps: (element-type TlStep): steps
 * @class: what they are
 * @waste: the kind of waste; taken away where @class is not waste
 */
void
tl_steps_set_class (TlHistory *history, GPtrArray *steps, TlStepClass class, TlWaste waste)
{
  tl_history_begin (history, class_name (class), NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (steps, i);
      TlWaste kind = class == TL_CLASS_WASTE ? waste : TL_WASTE_NONE;

      tl_history_apply (history, tl_edit_new_set_choice (step, "class", (int) class));
      tl_history_apply (history, tl_edit_new_set_choice (step, "waste", (int) kind));
    }
  tl_history_end (history);
}

/**
 * tl_steps_set_role:
 * @history: the study's history
 * @steps: (element-type TlStep): steps
 * @role: (nullable): who does them
 */
void
tl_steps_set_role (TlHistory *history, GPtrArray *steps, TlRole *role)
{
  tl_history_begin (history, _ ("Change role"), NULL);
  for (guint i = 0; i < steps->len; i++)
    tl_history_apply (history, tl_edit_new_set_item (g_ptr_array_index (steps, i), "role", role));
  tl_history_end (history);
}

/**
 * tl_steps_set_times:
 * @history: the study's history
 * @steps: (element-type TlStep): steps
 * @work_minutes: of work each visit, or NAN
 * @wait_minutes: of waiting each visit, or NAN
 */
void
tl_steps_set_times (TlHistory *history, GPtrArray *steps, double work_minutes, double wait_minutes)
{
  tl_history_begin (history, _ ("Change times"), NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (steps, i);

      tl_history_apply (history, tl_edit_new_set_number (step, "work-minutes", work_minutes));
      tl_history_apply (history, tl_edit_new_set_number (step, "wait-minutes", wait_minutes));
    }
  tl_history_end (history);
}

/**
 * tl_steps_move_by:
 * @history: the study's history
 * @steps: (element-type TlStep): steps that have a place
 * @dx: to the right, in points
 * @dy: downwards, in points
 * @gesture: (nullable): the same for all parts of one drag
 */
void
tl_steps_move_by (TlHistory *history, GPtrArray *steps, double dx, double dy, const char *gesture)
{
  tl_history_begin (history, ngettext ("Move step", "Move steps", steps->len), gesture);
  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (steps, i);

      tl_history_apply (history, tl_edit_new_set_number (step, "x", step->x + dx));
      tl_history_apply (history, tl_edit_new_set_number (step, "y", step->y + dy));
    }
  tl_history_end (history);
}

static void
set_own_share (TlHistory *history, TlConnector *connector, TlDemand *demand, double share)
{
  TlShare *own = tl_connector_own_share (connector, demand);

  if (own && isnan (share))
    tl_history_apply (history, tl_edit_new_remove (own));
  else if (own)
    tl_history_apply (history, tl_edit_new_set_number (own, "value", share));
  else if (!isnan (share))
    {
      own = tl_item_new (TL_ITEM_SHARE);
      tl_item_set_item (own, "demand", demand);
      tl_item_set_number (own, "value", share);
      add (history, connector, own);
    }
}

/**
 * tl_connector_set_share:
 * @history: the study's history
 * @connector: a connector
 * @demand: (nullable): a demand type, or %NULL for all without a share of their own
 * @share: 0..1, or NAN to leave it blank
 */
void
tl_connector_set_share (TlHistory *history, TlConnector *connector, TlDemand *demand, double share)
{
  tl_history_begin (history, _ ("Change share"), NULL);
  if (demand)
    set_own_share (history, connector, demand, share);
  else
    tl_history_apply (history, tl_edit_new_set_number (connector, "share", share));
  tl_history_end (history);
}

/**
 * tl_connectors_toggle_rework:
 * @history: the study's history
 * @connectors: (element-type TlConnector): connectors
 *
 * Makes all rework, or, where all are rework already, all flow.
 */
void
tl_connectors_toggle_rework (TlHistory *history, GPtrArray *connectors)
{
  TlConnectorKind kind = TL_CONNECTOR_FLOW;

  for (guint i = 0; i < connectors->len; i++)
    if (((TlConnector *) g_ptr_array_index (connectors, i))->kind == TL_CONNECTOR_FLOW)
      kind = TL_CONNECTOR_REWORK;
  tl_history_begin (history, kind == TL_CONNECTOR_REWORK ? _ ("Mark as rework") : _ ("Mark as flow"), NULL);
  for (guint i = 0; i < connectors->len; i++)
    tl_history_apply (history, tl_edit_new_set_choice (g_ptr_array_index (connectors, i), "kind", (int) kind));
  tl_history_end (history);
}

static gboolean
is_blank (const char *text)
{
  return !text || !text[strspn (text, " \t\n\r")];
}

/**
 * tl_item_rename:
 * @history: the study's history
 * @item: an item of a kind that is called something: see tl_item_name_field()
 * @name: (nullable): its new name
 *
 * What has a name keeps it where @name is empty or blank: see tl_item_keeps_name().
 */
void
tl_item_rename (TlHistory *history, gpointer item, const char *name)
{
  const TlField *field = tl_item_name_field (TL_ITEM (item)->kind);

  g_return_if_fail (field);
  if (is_blank (name) && *tl_item_name (item) && tl_item_keeps_name (TL_ITEM (item)->kind, field))
    return;
  tl_history_begin (history, _ ("Rename"), NULL);
  tl_history_apply (history, tl_edit_new_set (item, field, tl_value_text (name)));
  tl_history_end (history);
}

/**
 * tl_item_change:
 * @history: the study's history
 * @item: an item
 * @field: the name of one of its fields
 * @value: (transfer full): what it shall hold
 * @name: what the entry is called
 *
 * Changes one field. Changes of the same field that follow one another are one entry, until
 * tl_history_settle(): so that a name being typed is undone as a whole.
 */
void
tl_item_change (TlHistory *history, gpointer item, const char *field, TlValue value, const char *name)
{
  g_autofree char *gesture = g_strdup_printf ("%p %s", item, field);

  tl_history_begin (history, name, gesture);
  tl_history_apply (history, tl_edit_new_set (item, tl_item_field (TL_ITEM (item)->kind, field), value));
  tl_history_end (history);
}
