#include "app/choice-row.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlChoiceRow
{
  AdwComboRow parent_instance;
  const TlChoiceSource *source;
  gpointer data;
  GDestroyNotify destroy;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlChoiceRow, tl_choice_row, ADW_TYPE_COMBO_ROW)

static void
on_selected (TlChoiceRow *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->filling || !self->source || chosen == GTK_INVALID_LIST_POSITION
      || chosen == self->source->read (self->data))
    return;
  self->source->write (chosen, self->data);
}

static void
tl_choice_row_dispose (GObject *object)
{
  TlChoiceRow *self = TL_CHOICE_ROW (object);

  self->source = NULL;
  if (self->destroy)
    self->destroy (g_steal_pointer (&self->data));
  self->destroy = NULL;
  G_OBJECT_CLASS (tl_choice_row_parent_class)->dispose (object);
}

static void
tl_choice_row_class_init (TlChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_choice_row_dispose;
}

static void
tl_choice_row_init (TlChoiceRow *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected), NULL);
}

/**
 * tl_choice_row_new:
 * @title: what is chosen here
 * @source: how it reads and changes the study
 * @data: (transfer full): for @source
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_choice_row_new (const char *title, const TlChoiceSource *source, gpointer data, GDestroyNotify destroy)
{
  TlChoiceRow *self = g_object_new (TL_TYPE_CHOICE_ROW, "title", title, NULL);

  self->source = source;
  self->data = data;
  self->destroy = destroy;
  tl_choice_row_refresh (self);
  return GTK_WIDGET (self);
}

static gboolean
same_words (GListModel *old, GListModel *new)
{
  guint n = g_list_model_get_n_items (new);

  if (!old || g_list_model_get_n_items (old) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (old), i),
                   gtk_string_list_get_string (GTK_STRING_LIST (new), i))
        != 0)
      return FALSE;
  return TRUE;
}

/**
 * tl_choice_row_refresh:
 * @self: a row
 *
 * Shows what the study holds now.
 */
void
tl_choice_row_refresh (TlChoiceRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected;

  self->source->words (words, self->data);
  selected = self->source->read (self->data);
  self->filling = TRUE;
  if (!same_words (adw_combo_row_get_model (ADW_COMBO_ROW (self)), G_LIST_MODEL (words)))
    adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (words));
  if (adw_combo_row_get_selected (ADW_COMBO_ROW (self)) != selected)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), selected == GTK_INVALID_LIST_POSITION ? _ ("differs") : "");
  self->filling = FALSE;
}
