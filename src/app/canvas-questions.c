#include "app/canvas-private.h"

#include <math.h>
#include <string.h>

#include "layout/flow-walk.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What is said most: one touch instead of typing. As typed, so that any of them can be read. */
static const char *const pick_work[] = { "5m", "15m", "30m", "1h", NULL };
static const char *const pick_wait[] = { "0", "1h", "1d", "1w", NULL };
static const char *const pick_shares[] = { "10%", "20%", "50%", "80%", "", NULL };
static const char *const pick_rates[] = { "5%", "10%", "25%", "50%", NULL };
static const char *const pick_amounts[] = { "5", "20", "50", "100", NULL };

/* Asks beside an item. What the answer is about is remembered, as the selection may change. */
static void
ask (TlCanvas *self, gpointer beside, GPtrArray *about, const TlQuestion *question, TlAnswered answered)
{
  TlBox box;

  if (tl_document_is_read_only (self->document))
    {
      tl_canvas_say (self, _("This study can be looked at, but not changed"));
      return;
    }
  tl_canvas_reveal (self, beside);
  box = tl_canvas_box_of (self, beside);
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  g_clear_pointer (&self->asked_about, g_ptr_array_unref);
  self->asked_about = g_ptr_array_new_with_free_func (tl_item_unref);
  for (guint i = 0; i < about->len; i++)
    g_ptr_array_add (self->asked_about, tl_item_ref (g_ptr_array_index (about, i)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->prompt),
                               &(GdkRectangle){ (int) CLAMP (box.x, 0, self->width),
                                                (int) CLAMP (box.y, 0, self->height),
                                                MAX (1, (int) box.width), MAX (1, (int) box.height) });
  tl_canvas_leave_home (self);
  tl_prompt_ask (self->prompt, question, answered, self);
}

static GPtrArray *
selected_steps (TlCanvas *self)
{
  GPtrArray *steps = NULL;

  if (self->flow)
    steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (!steps || steps->len == 0)
    {
      tl_canvas_say (self, _("Select a step first"));
      g_clear_pointer (&steps, g_ptr_array_unref);
    }
  return steps;
}

/* For a question about one step: the one that was selected last, alone. */
static GPtrArray *
newest_step (TlCanvas *self)
{
  GPtrArray *steps = selected_steps (self);

  if (steps)
    g_ptr_array_remove_range (steps, 0, steps->len - 1);
  return steps;
}

static gboolean
times_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  double work, wait;

  if (!tl_minutes_parse (first, &work, error) || !tl_minutes_parse (second, &wait, error))
    return FALSE;
  tl_steps_set_times (tl_canvas_history (self), self->asked_about, work, wait);
  return TRUE;
}

/* T: work and waiting of the selected steps. */
void
tl_canvas_ask_times (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = selected_steps (self);
  g_autofree char *work = NULL;
  g_autofree char *wait = NULL;
  const TlStep *step;

  if (!steps)
    return;
  step = g_ptr_array_index (steps, steps->len - 1);
  work = tl_minutes_format (step->work_minutes);
  wait = tl_minutes_format (step->wait_minutes);
  ask (self, (gpointer) step, steps,
       &(TlQuestion){ .title = _("How long does it take?"),
                      .hint = _("As you say it: 6m, 2h, 3d, 1w; a day has 24 hours.\nEach time a case comes here."),
                      .first_label = _("Work"),
                      .first_text = work,
                      .first_picks = pick_work,
                      .second_label = _("The customer waits"),
                      .second_text = wait,
                      .second_picks = pick_wait },
       times_answered);
}

/* The connector that S means: the selected one, the only one into the selected step, or the only
 * one out of it. */
static TlConnector *
connector_meant (TlCanvas *self)
{
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;
  g_autoptr (GPtrArray) into = NULL;
  g_autoptr (GPtrArray) out = NULL;

  if (focus && focus->kind == TL_ITEM_CONNECTOR)
    return (TlConnector *) focus;
  if (!focus || focus->kind != TL_ITEM_STEP)
    return NULL;
  into = tl_flow_connectors_to (self->flow, (TlStep *) focus);
  out = tl_flow_connectors_from (self->flow, (TlStep *) focus);
  if (into->len == 1)
    return g_ptr_array_index (into, 0);
  return out->len == 1 ? g_ptr_array_index (out, 0) : NULL;
}

static gboolean
share_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  double share;

  if (!tl_share_parse (first, &share, error))
    return FALSE;
  tl_history_begin (tl_canvas_history (self), _("Change share"), NULL);
  for (guint i = 0; i < self->asked_about->len; i++)
    tl_connector_set_share (tl_canvas_history (self), g_ptr_array_index (self->asked_about, i), NULL,
                            share);
  tl_history_end (tl_canvas_history (self));
  return TRUE;
}

/* S: the share of the work that takes a connector. */
void
tl_canvas_ask_share (TlCanvas *self)
{
  TlConnector *connector = connector_meant (self);
  g_autoptr (GPtrArray) about = NULL;
  g_autofree char *title = NULL;
  g_autofree char *share = NULL;

  if (!connector)
    {
      tl_canvas_say (self, _("Select a connector first: Shift+Right goes to the next one"));
      return;
    }
  about = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_CONNECTOR);
  if (about->len == 0)
    g_ptr_array_add (about, tl_item_ref (connector));
  share = tl_share_format (connector->share);
  title = g_strdup_printf (_("How much of “%s” goes to “%s”?"), tl_item_name (connector->from),
                           tl_item_name (connector->to));
  ask (self, connector, about,
       &(TlQuestion){ .title = title,
                      .hint = _("40%, 0.4 or 2/5. Leave it empty\nfor what the others leave."),
                      .first_label = _("Share"),
                      .first_text = share,
                      .first_picks = pick_shares },
       share_answered);
}

/* Returns: (transfer container): the names of items, for suggestions; NULL-terminated. */
static const char **
names_of (GPtrArray *items)
{
  const char **names = g_new0 (const char *, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    names[i] = tl_item_name (g_ptr_array_index (items, i));
  return names;
}

/* Returns: (nullable): the item that was taken from the suggestions, or that has just that name. */
static gpointer
chosen (GPtrArray *items, int suggestion, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  if (suggestion >= 0 && suggestion < (int) items->len)
    return g_ptr_array_index (items, suggestion);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *candidate = g_utf8_casefold (tl_item_name (g_ptr_array_index (items, i)), -1);

      if (strcmp (candidate, wanted) == 0)
        return g_ptr_array_index (items, i);
    }
  return NULL;
}

static gboolean
role_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlRole *role = *name || suggestion >= 0
                   ? chosen (tl_document_study (self->document)->roles, suggestion, name)
                   : NULL;

  tl_history_begin (history, _("Change role"), NULL);
  if (!role && *name)
    role = tl_study_add_role (history, name, NAN, NAN);
  tl_steps_set_role (history, self->asked_about, role);
  tl_history_end (history);
  return TRUE;
}

/* L: who does the selected steps. A name that is not there yet becomes a new role. */
void
tl_canvas_ask_role (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = selected_steps (self);
  g_autofree const char **names = NULL;

  if (!steps)
    return;
  names = names_of (tl_document_study (self->document)->roles);
  ask (self, g_ptr_array_index (steps, steps->len - 1), steps,
       &(TlQuestion){ .title = _("Who does it?"),
                      .hint = _("A new name makes a new role."),
                      .first_label = _("Role"),
                      .suggestions = (const char *const *) names },
       role_answered);
}

static GPtrArray *
failure_demands (TlCanvas *self)
{
  GPtrArray *all = tl_document_study (self->document)->demands;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (((TlDemand *) g_ptr_array_index (all, i))->kind == TL_DEMAND_FAILURE)
      g_ptr_array_add (found, g_ptr_array_index (all, i));
  return found;
}

static gboolean
enters (TlFlow *flow, TlDemand *demand)
{
  for (guint i = 0; i < flow->entries->len; i++)
    if (((TlEntry *) g_ptr_array_index (flow->entries, i))->demand == demand)
      return TRUE;
  return FALSE;
}

/* Failure demand comes back to where work enters: without an entry it would cost nothing. */
static void
let_enter (TlCanvas *self, TlDemand *demand, TlStep *cause)
{
  TlStep *front = cause;

  if (enters (self->flow, demand))
    return;
  if (self->flow->entries->len)
    front = ((TlEntry *) g_ptr_array_index (self->flow->entries, 0))->step;
  else if (self->flow->steps->len)
    front = g_ptr_array_index (self->flow->steps, 0);
  tl_flow_add_entry (tl_canvas_history (self), demand, front);
}

static gboolean
raise_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  TlStep *step = g_ptr_array_index (self->asked_about, 0);
  g_autoptr (GPtrArray) failures = failure_demands (self);
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlDemand *demand;
  double rate;

  if (!*name && suggestion < 0)
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                           _("Say what customers then ask for"));
      return FALSE;
    }
  if (!tl_rate_parse (second, &rate, error))
    return FALSE;
  demand = chosen (failures, suggestion, name);
  tl_history_begin (history, _("Raise a failure demand"), NULL);
  if (!demand)
    demand = tl_study_add_demand (history, name, TL_DEMAND_FAILURE, NAN);
  tl_flow_add_raises (history, step, demand, rate);
  let_enter (self, demand, step);
  tl_history_end (history);
  tl_canvas_show_whole (self);
  return TRUE;
}

/* F: the failure demand that the selected step causes. */
void
tl_canvas_ask_raise (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = newest_step (self);
  g_autoptr (GPtrArray) failures = NULL;
  g_autofree const char **names = NULL;
  g_autofree char *title = NULL;
  TlStep *step;

  if (!steps)
    return;
  step = g_ptr_array_index (steps, 0);
  failures = failure_demands (self);
  names = names_of (failures);
  title = g_strdup_printf (_("What failure demand does “%s” cause?"), tl_item_name (step));
  ask (self, step, steps,
       &(TlQuestion){ .title = title,
                      .hint = _("How often, of each time a case\ncomes here: 35%, 0.35 or 1/3."),
                      .first_label = _("They then ask"),
                      .second_label = _("How often"),
                      .second_text = "10%",
                      .second_picks = pick_rates,
                      .suggestions = (const char *const *) names },
       raise_answered);
}

static gboolean
demand_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  TlDemand *demand = g_ptr_array_index (self->asked_about, 0);
  g_autofree char *name = g_strstrip (g_strdup (first));
  double frequency;

  if (!tl_amount_parse (second, &frequency, error))
    return FALSE;
  tl_history_begin (history, _("Change demand"), NULL);
  tl_item_rename (history, demand, name);
  tl_history_apply (history, tl_edit_new_set_number (demand, "frequency", frequency));
  tl_history_end (history);
  return TRUE;
}

/* What customers ask, in their words, and how often. */
void
tl_canvas_ask_demand (TlCanvas *self, TlDemand *demand)
{
  g_autoptr (GPtrArray) about = g_ptr_array_new ();
  g_autofree char *frequency = tl_amount_format (demand->frequency);

  g_ptr_array_add (about, demand);
  ask (self, demand, about,
       &(TlQuestion){ .title = _("What do customers ask for here?"),
                      .hint = _("How often: in each day, week, month or year,\nas the study counts."),
                      .first_label = _("They ask"),
                      .first_text = demand->name,
                      .second_label = _("How often"),
                      .second_text = frequency,
                      .second_picks = pick_amounts },
       demand_answered);
}

static gboolean
rate_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  TlStep *step = g_ptr_array_index (self->asked_about, 0);
  TlDemand *demand = g_ptr_array_index (self->asked_about, 1);
  double rate;

  if (!tl_rate_parse (first, &rate, error))
    return FALSE;
  tl_history_begin (history, _("Raise a failure demand"), NULL);
  tl_flow_add_raises (history, step, demand, rate);
  let_enter (self, demand, step);
  tl_history_end (history);
  return TRUE;
}

/* How often a step causes a failure demand that is known. */
void
tl_canvas_ask_raise_rate (TlCanvas *self, TlStep *step, TlDemand *demand)
{
  g_autoptr (GPtrArray) about = g_ptr_array_new ();
  g_autofree char *title = g_strdup_printf (_("How often does “%s” cause “%s”?"), tl_item_name (step),
                                            tl_item_name (demand));

  g_ptr_array_add (about, step);
  g_ptr_array_add (about, demand);
  ask (self, step, about,
       &(TlQuestion){ .title = title,
                      .hint = _("How often, of each time a case\ncomes here: 35%, 0.35 or 1/3."),
                      .first_label = _("How often"),
                      .first_text = "10%",
                      .first_picks = pick_rates },
       rate_answered);
}

static gboolean
entry_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  TlStep *step = g_ptr_array_index (self->asked_about, 0);
  GPtrArray *demands = tl_document_study (self->document)->demands;
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlDemand *demand;
  double frequency;

  if (!*name && suggestion < 0)
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                           _("Say what customers ask for"));
      return FALSE;
    }
  if (!tl_amount_parse (second, &frequency, error))
    return FALSE;
  demand = chosen (demands, suggestion, name);
  tl_history_begin (history, _("Let a demand enter"), NULL);
  if (!demand)
    demand = tl_study_add_demand (history, name, TL_DEMAND_VALUE, frequency);
  else if (!isnan (frequency))
    tl_history_apply (history, tl_edit_new_set_number (demand, "frequency", frequency));
  tl_flow_add_entry (history, demand, step);
  tl_history_end (history);
  tl_canvas_show_whole (self);
  return TRUE;
}

/* E: the demand that enters the flow at the selected step. */
void
tl_canvas_ask_entry (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = newest_step (self);
  g_autofree const char **names = NULL;
  TlStudy *study;
  TlStep *step;

  if (!steps)
    return;
  study = tl_document_study (self->document);
  step = g_ptr_array_index (steps, 0);
  names = names_of (study->demands);
  ask (self, step, steps,
       &(TlQuestion){ .title = _("What do customers ask for here?"),
                      .hint = _("A new name makes a new value demand.\n"
                                "How often: in each day, week, month or year,\nas the study counts."),
                      .first_label = _("They ask"),
                      .second_label = _("How often"),
                      .second_picks = pick_amounts,
                      .suggestions = (const char *const *) names },
       entry_answered);
}

static gboolean
connect_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlStep *from = g_ptr_array_index (self->asked_about, 0);
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlStep *to = chosen (self->flow->steps, suggestion, name);

  if (!to)
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                           _("There is no step of that name"));
      return FALSE;
    }
  tl_canvas_connect (self, from, to);
  return TRUE;
}

/* C: connect the selected step to another, found by typing. */
void
tl_canvas_ask_connect (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = newest_step (self);
  g_autofree const char **names = NULL;
  g_autofree char *title = NULL;
  TlStep *step;

  if (!steps)
    return;
  step = g_ptr_array_index (steps, 0);
  names = names_of (self->flow->steps);
  title = g_strdup_printf (_("Where does “%s” lead?"), tl_item_name (step));
  ask (self, step, steps,
       &(TlQuestion){ .title = title,
                      .hint = _("Type a part of a name."),
                      .first_label = _("To"),
                      .suggestions = (const char *const *) names },
       connect_answered);
}
