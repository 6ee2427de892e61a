/* canvas-demands.c: the demand that enters at a step, and the failure demand that steps cause. */
#include "app/canvas-private.h"

#include <math.h>

#include "layout/flow-front.h"
#include "study/line-end.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What is said most: one touch instead of typing. As typed, so that any of them can be read. */
static const char *const pick_rates[] = { "5%", "10%", "25%", "50%", NULL };
static const char *const pick_amounts[] = { "5", "20", "50", "100", NULL };

/* "Where is it? 20%": how often stands behind the name. */
static char *
take_rate (const char *first, char **second, gpointer data)
{
  double rate;
  char *name = tl_line_end_rate (first, &rate);

  if (!isnan (rate))
    *second = rate <= 1 ? tl_share_format (rate) : tl_amount_format (rate);
  return name;
}

/* "My boiler is broken, 120" */
static char *
take_frequency (const char *first, char **second, gpointer data)
{
  TlCanvas *self = data;
  double frequency;
  char *name = tl_line_end_frequency (first, tl_document_study (self->document)->period, &frequency);

  if (!isnan (frequency))
    *second = tl_amount_format (frequency);
  return name;
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
  TlStep *front = tl_flow_front_step (self->flow);

  if (!enters (self->flow, demand))
    tl_flow_add_entry (tl_canvas_history (self), demand, front ? front : cause);
}

static gboolean
raise_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  g_autoptr (GPtrArray) failures = failure_demands (self);
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlDemand *demand;
  double rate;

  if (!*name && suggestion < 0)
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                           _ ("Say what customers then ask for"));
      return FALSE;
    }
  if (!tl_rate_parse (second, &rate, error))
    return FALSE;
  demand = tl_canvas_chosen (failures, suggestion, name);
  tl_history_begin (history, _ ("Raise a failure demand"), NULL);
  if (!demand)
    demand = tl_study_add_demand (history, name, TL_DEMAND_FAILURE, NAN);
  for (guint i = 0; i < self->asked_about->len; i++)
    tl_flow_add_raises (history, g_ptr_array_index (self->asked_about, i), demand, rate);
  let_enter (self, demand, g_ptr_array_index (self->asked_about, 0));
  tl_history_end (history);
  tl_canvas_show_whole (self);
  return TRUE;
}

/* F: the failure demand that the selected steps cause. */
void
tl_canvas_ask_raise (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = tl_canvas_selected_steps (self);
  g_autoptr (GPtrArray) failures = NULL;
  g_autofree const char **names = NULL;
  g_autofree char *title = NULL;
  TlStep *step;

  if (!steps)
    return;
  step = g_ptr_array_index (steps, steps->len - 1);
  failures = failure_demands (self);
  names = tl_canvas_names_of (failures, NULL);
  title = steps->len == 1 ? g_strdup_printf (_ ("What failure demand does “%s” cause?"), tl_item_name (step))
                          : g_strdup_printf (ngettext ("What failure demand does %u step cause?",
                                                       "What failure demand do these %u steps cause?", steps->len),
                                             steps->len);
  tl_canvas_ask (
      self, step, steps,
      &(TlQuestion){ .title = title,
                     .hint = _ ("How often, of each time a case comes here:\n35%, 0.35 or 1/3; also behind the name,\n"
                                "as Where is it? 20%"),
                     .taken = take_rate,
                     .first_label = _ ("They then ask"),
                     .second_label = _ ("How often"),
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
  tl_history_begin (history, _ ("Change demand"), NULL);
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
  tl_canvas_ask (self, demand, about,
                 &(TlQuestion){ .title = _ ("What do customers ask for here?"),
                                .hint = _ ("How often: in each day, week, month or year,\nas the study counts; "
                                           "also behind the name,\nas Fix my boiler, 120"),
                                .taken = take_frequency,
                                .first_label = _ ("They ask"),
                                .first_text = demand->name,
                                .second_label = _ ("How often"),
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
  tl_history_begin (history, _ ("Raise a failure demand"), NULL);
  tl_flow_add_raises (history, step, demand, rate);
  let_enter (self, demand, step);
  tl_history_end (history);
  tl_canvas_show_whole (self);
  return TRUE;
}

/* How often a step causes a failure demand that is known. */
void
tl_canvas_ask_raise_rate (TlCanvas *self, TlStep *step, TlDemand *demand)
{
  g_autoptr (GPtrArray) about = g_ptr_array_new ();
  g_autofree char *title
      = g_strdup_printf (_ ("How often does “%s” cause “%s”?"), tl_item_name (step), tl_item_name (demand));

  g_ptr_array_add (about, step);
  g_ptr_array_add (about, demand);
  tl_canvas_ask (self, step, about,
                 &(TlQuestion){ .title = title,
                                .hint = _ ("How often, of each time a case\ncomes here: 35%, 0.35 or 1/3."),
                                .first_label = _ ("How often"),
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
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER, _ ("Say what customers ask for"));
      return FALSE;
    }
  if (!tl_amount_parse (second, &frequency, error))
    return FALSE;
  demand = tl_canvas_chosen (demands, suggestion, name);
  tl_history_begin (history, _ ("Let a demand enter"), NULL);
  if (!demand)
    demand = tl_study_add_demand (history, name, TL_DEMAND_VALUE, frequency);
  else if (!isnan (frequency))
    tl_history_apply (history, tl_edit_new_set_number (demand, "frequency", frequency));
  tl_flow_add_entry (history, demand, step);
  tl_history_end (history);
  tl_canvas_show_whole (self);
  return TRUE;
}

/* What customers ask for at a step. */
void
tl_canvas_ask_entry_at (TlCanvas *self, TlStep *step)
{
  TlStudy *study = tl_document_study (self->document);
  g_autofree const char **names = tl_canvas_names_of (study->demands, NULL);
  g_autoptr (GPtrArray) about = g_ptr_array_new ();

  g_ptr_array_add (about, step);
  tl_canvas_ask (self, step, about,
                 &(TlQuestion){ .title = _ ("What do customers ask for here?"),
                                .hint = _ ("A new name makes a new value demand.\n"
                                           "How often: in each day, week, month or year,\nas the study counts; "
                                           "also behind the name,\nas Fix my boiler, 120"),
                                .taken = take_frequency,
                                .first_label = _ ("They ask"),
                                .second_label = _ ("How often"),
                                .second_picks = pick_amounts,
                                .suggestions = (const char *const *) names },
                 entry_answered);
}

/* E: the demand that enters the flow at the selected step. */
void
tl_canvas_ask_entry (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = tl_canvas_newest_step (self);

  if (steps)
    tl_canvas_ask_entry_at (self, g_ptr_array_index (steps, 0));
}
