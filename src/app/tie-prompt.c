#include "app/tie-prompt.h"

#include <string.h>

#include "app/prompt.h"
#include "study/quantity.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* While it is asked. */
typedef struct
{
  GtkWidget *row;    /* not owned: the data is the row's */
  GtkWidget *prompt; /* its child */
  TlDocument *document;
  TlItem *condition;
  GPtrArray *offered; /* (element-type TlItem) (nullable) */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->condition);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_free (self);
}

static void
offer (Asked *self, gpointer item)
{
  if (!tl_item_tie_to (self->condition, item) && *tl_item_name (item))
    g_ptr_array_add (self->offered, tl_item_ref (item));
}

/* Steps of the flow that is shown, then demands: failure demand first, as that is what is asked about. */
static void
collect (Asked *self)
{
  const TlFlow *flow = tl_document_flow (self->document);
  const GPtrArray *demands = tl_document_study (self->document)->demands;

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = g_ptr_array_new_with_free_func (tl_item_unref);
  for (guint i = 0; flow && i < flow->steps->len; i++)
    offer (self, g_ptr_array_index (flow->steps, i));
  for (int failure = 1; failure >= 0; failure--)
    for (guint i = 0; i < demands->len; i++)
      if ((((TlDemand *) g_ptr_array_index (demands, i))->kind == TL_DEMAND_FAILURE) == failure)
        offer (self, g_ptr_array_index (demands, i));
}

static TlItem *
chosen (Asked *self, const char *typed, int suggestion)
{
  g_autofree char *wanted = g_utf8_casefold (typed, -1);

  if (suggestion >= 0 && suggestion < (int) self->offered->len)
    return g_ptr_array_index (self->offered, (guint) suggestion);
  for (guint i = 0; i < self->offered->len; i++)
    {
      g_autofree char *name = g_utf8_casefold (tl_item_name (g_ptr_array_index (self->offered, i)), -1);

      if (strcmp (name, wanted) == 0)
        return g_ptr_array_index (self->offered, i);
    }
  return NULL;
}

static gboolean
answered (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  Asked *self = data;
  TlItem *item = chosen (self, first, suggestion);

  if (!item)
    {
      g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER,
                           _ ("There is no step and no demand of that name"));
      return FALSE;
    }
  tl_item_tie (tl_document_history (self->document), self->condition, item);
  return TRUE;
}

static void
ask (Asked *self)
{
  g_autofree const char **names = NULL;

  if (tl_document_is_read_only (self->document))
    return;
  collect (self);
  names = g_new0 (const char *, self->offered->len + 1);
  for (guint i = 0; i < self->offered->len; i++)
    names[i] = tl_item_name (g_ptr_array_index (self->offered, i));
  tl_prompt_ask (TL_PROMPT (self->prompt),
                 &(TlQuestion){ .title = _ ("Where does it bear on the work?"),
                                .hint = _ ("A step, or a demand: type a part of its name."),
                                .first_label = _ ("Step or demand"),
                                .suggestions = names },
                 answered, self);
}

static void
on_destroy (GtkWidget *row, Asked *self)
{
  g_clear_pointer (&self->prompt, gtk_widget_unparent);
}

/**
 * tl_tie_prompt_row_new:
 * @document: the document
 * @condition: a condition of its study
 *
 * Returns: (transfer floating): a row that asks what else @condition is tied to
 */
GtkWidget *
tl_tie_prompt_row_new (TlDocument *document, TlCondition *condition)
{
  GtkWidget *row = adw_action_row_new ();
  Asked *self = g_new0 (Asked, 1);

  *self = (Asked){ row, GTK_WIDGET (tl_prompt_new ()), g_object_ref (document), tl_item_ref (condition) };
  g_object_set_data_full (G_OBJECT (row), "tl-asked", self, asked_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Tie to a step or a demand…"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_parent (self->prompt, row);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (ask), self);
  g_signal_connect (row, "destroy", G_CALLBACK (on_destroy), self);
  return row;
}
