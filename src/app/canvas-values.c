/* canvas-values.c: times, shares and roles, asked of all that is selected at once. */
#include "app/canvas-private.h"

#include <math.h>

#include "layout/flow-walk.h"
#include "layout/lane-hold.h"
#include "study/line-end.h"
#include "study/quantity.h"
#include "study/step-line.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What is said most: one touch instead of typing. As typed, so that any of them can be read. */
static const char *const pick_work[] = { "5m", "15m", "30m", "1h", NULL };
static const char *const pick_wait[] = { "0", "1h", "1d", "1w", NULL };
static const char *const pick_shares[] = { "10%", "20%", "50%", "80%", "", NULL };

/* Whether a number is the same in all items. */
static gboolean
is_common (GPtrArray *items, const char *field)
{
  const TlField *row = tl_item_field (TL_ITEM (g_ptr_array_index (items, 0))->kind, field);
  g_auto (TlValue) first = tl_item_get (g_ptr_array_index (items, 0), row);

  for (guint i = 1; i < items->len; i++)
    {
      g_auto (TlValue) value = tl_item_get (g_ptr_array_index (items, i), row);

      if (!tl_value_equal (&value, &first))
        return FALSE;
    }
  return TRUE;
}

/* Sets a number of all items; where they differ, and nothing was typed, each keeps its own. */
static void
set_all (TlHistory *history, GPtrArray *items, const char *field, double number)
{
  if (isnan (number) && !is_common (items, field))
    return;
  for (guint i = 0; i < items->len; i++)
    tl_history_apply (history, tl_edit_new_set_number (g_ptr_array_index (items, i), field, number));
}

/* "5m 2d" is work and waiting, as it is behind the name of a step, and not a time of more than two days; but "1h 30m"
 * is one time. Returns: whether the first entry says both */
static gboolean
says_both (const char *first, const char *second, double *work, double *wait)
{
  g_autofree char *line = g_strconcat ("- ", first, NULL);
  g_autofree char *name = NULL;

  if (*second)
    return FALSE;
  name = tl_step_line_parse (line, work, wait);
  return g_str_equal (name, "-") && !isnan (*wait);
}

static gboolean
times_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  double work, wait;

  if (!says_both (first, second, &work, &wait)
      && (!tl_minutes_parse (first, &work, error) || !tl_minutes_parse (second, &wait, error)))
    return FALSE;
  tl_history_begin (history, _ ("Change times"), NULL);
  set_all (history, self->asked_about, "work-minutes", work);
  set_all (history, self->asked_about, "wait-minutes", wait);
  tl_history_end (history);
  return TRUE;
}

/* T: work and waiting of the selected steps. */
void
tl_canvas_ask_times (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = tl_canvas_selected_steps (self);
  g_autofree char *title = NULL;
  g_autofree char *work = NULL;
  g_autofree char *wait = NULL;
  gboolean common_work, common_wait;
  TlStep *step;

  if (!steps)
    return;
  step = g_ptr_array_index (steps, steps->len - 1);
  common_work = is_common (steps, "work-minutes");
  common_wait = is_common (steps, "wait-minutes");
  work = tl_minutes_format (step->work_minutes);
  wait = tl_minutes_format (step->wait_minutes);
  title = steps->len == 1
              ? g_strdup (_ ("How long does it take?"))
              : g_strdup_printf (
                  ngettext ("How long does %u step take?", "How long do these %u steps take?", steps->len), steps->len);
  tl_canvas_ask (self, step, steps,
                 &(TlQuestion){ .title = title,
                                .hint = _ ("As you say it: 6m, 2h, 3d, 1w; a day has 24 hours.\n"
                                           "Each time a case comes here."),
                                .first_label = _ ("Work"),
                                .first_text = common_work ? work : NULL,
                                .first_hint = common_work ? NULL : _ ("differs"),
                                .first_picks = pick_work,
                                .second_label = _ ("The customer waits"),
                                .second_text = common_wait ? wait : NULL,
                                .second_hint = common_wait ? NULL : _ ("differs"),
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
  TlHistory *history = tl_canvas_history (self);
  double share;

  if (!tl_share_parse (first, &share, error))
    return FALSE;
  tl_history_begin (history, _ ("Change share"), NULL);
  set_all (history, self->asked_about, "share", share);
  tl_history_end (history);
  return TRUE;
}

static char *
share_title (const TlConnector *connector, guint count)
{
  if (count > 1)
    return g_strdup_printf (ngettext ("How much of the work takes %u connector?",
                                      "How much of the work takes each of these %u connectors?", count),
                            count);
  return g_strdup_printf (_ ("How much of “%s” goes to “%s”?"), tl_item_name (connector->from),
                          tl_item_name (connector->to));
}

/* S: the share of the work that takes a connector. */
void
tl_canvas_ask_share (TlCanvas *self)
{
  TlConnector *connector = connector_meant (self);
  g_autoptr (GPtrArray) about = NULL;
  g_autofree char *title = NULL;
  g_autofree char *share = NULL;
  gboolean common;

  if (!connector)
    {
      tl_canvas_refuse (self, _ ("Select a connector first: Shift+Right goes to the next one"));
      return;
    }
  about = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_CONNECTOR);
  if (about->len == 0)
    g_ptr_array_add (about, tl_item_ref (connector));
  common = is_common (about, "share");
  share = tl_share_format (connector->share);
  title = share_title (connector, about->len);
  tl_canvas_ask (self, connector, about,
                 &(TlQuestion){ .title = title,
                                .hint = _ ("40%, 0.4 or 2/5. Leave it empty\nfor what the others leave."),
                                .first_label = _ ("Share"),
                                .first_text = common ? share : NULL,
                                .first_hint = common ? NULL : _ ("differs"),
                                .first_picks = pick_shares },
                 share_answered);
}

/* What connectors say, as it is typed: "yes 40 %". What they do not all say is not in it. */
static char *
words_and_share (GPtrArray *connectors)
{
  const TlConnector *first = g_ptr_array_index (connectors, 0);
  const char *label = is_common (connectors, "label") ? first->label : NULL;
  g_autofree char *share = is_common (connectors, "share") ? tl_share_format (first->share) : g_strdup ("");

  return g_strconcat (label ? label : "", label && *share ? " " : "", share, NULL);
}

static char *
take_share (const char *first, char **second, gpointer data)
{
  double share;
  char *words = tl_line_end_share (first, &share);

  if (!isnan (share))
    *second = tl_share_format (share);
  return words;
}

/* Words that stand without a share leave the share alone; nothing at all takes both away. */
static void
set_words_and_share (TlHistory *history, GPtrArray *connectors, const char *words, double share)
{
  gboolean words_go = !*words && is_common (connectors, "label");

  if (!isnan (share) || !*words)
    set_all (history, connectors, "share", share);
  for (guint i = 0; i < connectors->len && (*words || words_go); i++)
    tl_history_apply (history,
                      tl_edit_new_set_text (g_ptr_array_index (connectors, i), "label", *words ? words : NULL));
}

static gboolean
label_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  g_autofree char *before = words_and_share (self->asked_about);
  g_autofree char *words = g_strstrip (g_strdup (first));
  double share;

  if (!*second && g_str_equal (first, before))
    return TRUE;
  /* It would have been taken for a share, were it one. */
  if (g_str_has_suffix (words, "%"))
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_OUT_OF_RANGE,
                           _ ("A share lies between 0 and 100 %"));
      return FALSE;
    }
  if (!tl_share_parse (second, &share, error))
    return FALSE;
  tl_history_begin (history, _ ("Change label"), NULL);
  set_words_and_share (history, self->asked_about, words, share);
  tl_history_end (history);
  return TRUE;
}

/* F2: what stands on the selected connectors, in words and as a share. */
void
tl_canvas_ask_label (TlCanvas *self)
{
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;
  g_autoptr (GPtrArray) about = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (!focus || focus->kind != TL_ITEM_CONNECTOR)
    return;
  about = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_CONNECTOR);
  title = about->len == 1 ? g_strdup_printf (_ ("What is written on the way from “%s” to “%s”?"),
                                             tl_item_name (((TlConnector *) focus)->from),
                                             tl_item_name (((TlConnector *) focus)->to))
                          : g_strdup_printf (ngettext ("What is written on %u connector?",
                                                       "What is written on each of these %u connectors?", about->len),
                                             about->len);
  text = words_and_share (about);
  tl_canvas_ask (self, focus, about,
                 &(TlQuestion){ .title = title,
                                .hint = _ ("Words, a share of the work, or both:\nyes 40%, no, 2/5"),
                                .first_label = _ ("Label"),
                                .first_text = text,
                                .first_hint = is_common (about, "label") ? NULL : _ ("differs"),
                                .taken = take_share },
                 label_answered);
}

static gboolean
role_answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  GPtrArray *roles = tl_document_study (self->document)->roles;
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlRole *role = NULL;

  /* Nothing was said, so nothing changes. */
  if (!*name && suggestion < 0)
    return TRUE;
  tl_history_begin (history, _ ("Change role"), NULL);
  if (suggestion != (int) roles->len)
    role = tl_canvas_chosen (roles, suggestion, name);
  if (!role && suggestion < 0)
    role = tl_study_add_role (history, name, NAN, NAN);
  tl_steps_set_role (history, self->asked_about, role);
  tl_flow_hold_lanes (history, tl_document_study (self->document), self->flow, _ ("Change role"));
  tl_history_end (history);
  return TRUE;
}

/* Who does the steps now, for the empty entry. */
static const char *
role_now (GPtrArray *steps)
{
  const TlStep *step = g_ptr_array_index (steps, 0);

  if (!is_common (steps, "role"))
    return _ ("differs");
  return step->role ? tl_item_name (step->role) : NULL;
}

/* L: who does the selected steps. A name that is not there yet becomes a new role. */
void
tl_canvas_ask_role (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = tl_canvas_selected_steps (self);
  g_autofree const char **names = NULL;
  g_autofree char *title = NULL;
  GPtrArray *roles;

  if (!steps)
    return;
  roles = tl_document_study (self->document)->roles;
  names = tl_canvas_names_of (roles, _ ("Nobody yet"));
  title = steps->len == 1
              ? g_strdup (_ ("Who does it?"))
              : g_strdup_printf (ngettext ("Who does %u step?", "Who does these %u steps?", steps->len), steps->len);
  tl_canvas_ask (self, g_ptr_array_index (steps, steps->len - 1), steps,
                 &(TlQuestion){ .title = title,
                                .hint = _ ("A new name makes a new role."),
                                .first_label = _ ("Role"),
                                .first_hint = role_now (steps),
                                .suggestions = (const char *const *) names },
                 role_answered);
}
