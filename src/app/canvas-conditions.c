/* canvas-conditions.c: why a step or a demand is as it is: the system condition behind it. */
#include "app/canvas-private.h"

#include "study/quantity.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* The steps and demands that are selected; a failure demand that is raised counts as well. */
static GPtrArray *
selected_targets (TlCanvas *self)
{
  g_autoptr (GPtrArray) selected = tl_selection_items (tl_canvas_selection (self));
  GPtrArray *targets = g_ptr_array_new ();

  for (guint i = 0; i < selected->len; i++)
    {
      TlItem *item = g_ptr_array_index (selected, i);

      if (item->kind == TL_ITEM_STEP || item->kind == TL_ITEM_DEMAND)
        g_ptr_array_add (targets, item);
      else if (item->kind == TL_ITEM_RAISES)
        g_ptr_array_add (targets, ((TlRaises *) item)->demand);
      else if (item->kind == TL_ITEM_ENTRY)
        g_ptr_array_add (targets, ((TlEntry *) item)->demand);
    }
  return targets;
}

static gboolean
answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlCanvas *self = data;
  TlHistory *history = tl_canvas_history (self);
  GPtrArray *conditions = tl_document_study (self->document)->conditions;
  g_autofree char *name = g_strstrip (g_strdup (first));
  TlCondition *condition = tl_canvas_chosen (conditions, suggestion, name);

  if (!condition && !*name)
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                           _ ("Say what makes it so, or choose a condition"));
      return FALSE;
    }
  tl_history_begin (history, _ ("Tie to a condition"), NULL);
  if (!condition)
    condition = tl_study_add_condition (history, name);
  for (guint i = 0; i < self->asked_about->len; i++)
    tl_item_tie (history, condition, g_ptr_array_index (self->asked_about, i));
  tl_history_end (history);
  return TRUE;
}

/* Y: why? */
void
tl_canvas_ask_why (TlCanvas *self)
{
  g_autoptr (GPtrArray) targets = NULL;
  g_autofree const char **names = NULL;
  g_autofree char *title = NULL;
  TlItem *beside;

  if (!self->flow)
    return;
  targets = selected_targets (self);
  beside = tl_selection_focus (tl_canvas_selection (self));
  if (targets->len == 0 || !beside)
    {
      tl_canvas_refuse (self, _ ("Select a step or a demand first"));
      return;
    }
  names = tl_canvas_names_of (tl_document_study (self->document)->conditions, NULL);
  title = targets->len == 1
              ? g_strdup_printf (_ ("Why is “%s” as it is?"), tl_item_name (g_ptr_array_index (targets, 0)))
              : g_strdup (_ ("Why are they as they are?"));
  tl_canvas_ask (
      self, beside, targets,
      &(TlQuestion){ .title = title,
                     .hint
                     = _ ("A measure, a role, a policy, a contract, a habit…\nA new one is added to the conditions."),
                     .first_label = _ ("System condition"),
                     .suggestions = (const char *const *) names },
      answered);
}
