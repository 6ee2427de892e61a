#include "app/trace-choice.h"

#include "paint/words.h"
#include "study/demand.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlTraceChoice
{
  GtkWidget parent_instance;
  GtkWidget *row;
  GtkWidget *choice;
  GtkStringList *words; /* all of it, then each failure demand */
  GPtrArray *demands;   /* (element-type TlDemand): as offered */
  TlDocument *document;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlTraceChoice, tl_trace_choice, GTK_TYPE_WIDGET)

static void
on_selected (TlTraceChoice *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));
  TlDemand *demand = NULL;

  if (self->filling || !self->document || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected > 0 && selected <= self->demands->len)
    demand = g_ptr_array_index (self->demands, selected - 1);
  tl_document_set_traced (self->document, demand);
}

static gboolean
says (TlTraceChoice *self, guint place, const char *word)
{
  return g_strcmp0 (gtk_string_list_get_string (self->words, place), word) == 0;
}

/* An open list is not changed under the hand. */
static void
set_word (TlTraceChoice *self, guint place, const char *word)
{
  const char *const words[] = { word, NULL };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->words));

  if (!says (self, place, word))
    gtk_string_list_splice (self->words, place, place < n ? 1 : 0, words);
}

static void
collect (TlTraceChoice *self)
{
  const GPtrArray *demands = tl_document_study (self->document)->demands;

  g_ptr_array_set_size (self->demands, 0);
  for (guint i = 0; i < demands->len; i++)
    if (((TlDemand *) g_ptr_array_index (demands, i))->kind == TL_DEMAND_FAILURE)
      g_ptr_array_add (self->demands, tl_item_ref (g_ptr_array_index (demands, i)));
}

static void
fill (TlTraceChoice *self)
{
  guint n;

  set_word (self, 0, _ ("All failure demand"));
  for (guint i = 0; i < self->demands->len; i++)
    {
      g_autofree char *name = tl_words_name (tl_item_name (g_ptr_array_index (self->demands, i)));

      set_word (self, i + 1, name);
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (self->words));
  if (n > self->demands->len + 1)
    gtk_string_list_splice (self->words, self->demands->len + 1, n - self->demands->len - 1, NULL);
}

/**
 * tl_trace_choice_refresh:
 * @self: a choice
 *
 * Offers what the study holds now.
 */
void
tl_trace_choice_refresh (TlTraceChoice *self)
{
  TlDemand *traced;
  guint place = 0;

  if (!self->document)
    return;
  collect (self);
  traced = tl_document_traced (self->document);
  if (traced && g_ptr_array_find (self->demands, traced, &place))
    place++;
  self->filling = TRUE;
  fill (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), place);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->demands->len > 1);
}

static void
tl_trace_choice_dispose (GObject *object)
{
  TlTraceChoice *self = TL_TRACE_CHOICE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->demands, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_trace_choice_parent_class)->dispose (object);
}

static void
tl_trace_choice_class_init (TlTraceChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_trace_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tl_trace_choice_init (TlTraceChoice *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Follow back"));

  self->demands = g_ptr_array_new_with_free_func (tl_item_unref);
  self->words = gtk_string_list_new (NULL);
  self->choice = gtk_drop_down_new (G_LIST_MODEL (self->words), NULL);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Failure demand that is followed back"), -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (self->row), label);
  gtk_box_append (GTK_BOX (self->row), self->choice);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (on_selected), self);
}

/**
 * tl_trace_choice_new:
 *
 * Returns: (transfer floating): a choice without a document
 */
GtkWidget *
tl_trace_choice_new (void)
{
  return g_object_new (TL_TYPE_TRACE_CHOICE, NULL);
}

/**
 * tl_trace_choice_set_document:
 * @self: a choice
 * @document: (nullable): whose trace it is
 */
void
tl_trace_choice_set_document (TlTraceChoice *self, TlDocument *document)
{
  g_set_object (&self->document, document);
  g_ptr_array_set_size (self->demands, 0);
  tl_trace_choice_refresh (self);
}
