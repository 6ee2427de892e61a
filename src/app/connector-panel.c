#include "app/connector-panel.h"

#include "app/choice-row.h"
#include "app/difference-note.h"
#include "study/connector.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/raises.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *
name_of (gconstpointer item)
{
  const char *name = tl_item_name (item);

  return *name ? name : _ ("without a name");
}

/* ---- which step ---- */

typedef struct
{
  TlDocument *document;
  TlItem *item; /* an entry or a raises */
} StepChoice;

static void
step_choice_free (gpointer data)
{
  StepChoice *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->item);
  g_free (self);
}

static GPtrArray *
steps_of (StepChoice *self)
{
  TlFlow *flow = (TlFlow *) tl_item_ancestor (self->item, TL_ITEM_FLOW);

  return flow ? flow->steps : NULL;
}

static void
step_words (GtkStringList *words, gpointer data)
{
  GPtrArray *steps = steps_of (data);

  for (guint i = 0; steps && i < steps->len; i++)
    gtk_string_list_append (words, name_of (g_ptr_array_index (steps, i)));
}

static guint
step_read (gpointer data)
{
  StepChoice *self = data;
  GPtrArray *steps = steps_of (self);
  TlValue value = tl_item_get (self->item, tl_item_field (self->item->kind, "step"));
  guint position = GTK_INVALID_LIST_POSITION;

  if (steps)
    g_ptr_array_find (steps, value.item, &position);
  return position;
}

static void
step_write (guint chosen, gpointer data)
{
  StepChoice *self = data;
  TlHistory *history = tl_document_history (self->document);
  TlItem *step = g_ptr_array_index (steps_of (self), chosen);

  tl_history_begin (history, _ ("Change step"), NULL);
  tl_history_apply (history, tl_edit_new_set_item (self->item, "step", step));
  tl_history_end (history);
}

static void
add_step_choice (TlPanel *panel, GtkWidget *group, const char *title, TlItem *item)
{
  static const TlChoiceSource source = { step_words, step_read, step_write };
  StepChoice *self = g_new0 (StepChoice, 1);

  *self = (StepChoice){ g_object_ref (tl_panel_get_document (panel)), tl_item_ref (item) };
  tl_panel_add_choice_row (panel, group, tl_choice_row_new (title, &source, self, step_choice_free));
}

/* ---- panels ---- */

static void
add_demand_shares (TlPanel *panel, TlConnector *connector)
{
  GPtrArray *demands = tl_document_study (tl_panel_get_document (panel))->demands;
  GtkWidget *group;

  if (demands->len < 2)
    return;
  group = tl_panel_add_group (panel, _ ("Other shares"),
                              _ ("Where a demand takes this way more or less often than others."));
  for (guint i = 0; i < demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (demands, i);

      tl_panel_add_entry (panel, group, name_of (demand), TL_ENTRY_SHARE,
                          tl_live_edit_new_for_share (tl_panel_get_history (panel), connector, demand));
    }
}

/**
 * tl_connector_panel_new:
 * @document: the document
 * @item: a #TlConnector of its flow
 *
 * Returns: (transfer floating): a panel with all its fields
 */
TlPanel *
tl_connector_panel_new (TlDocument *document, TlItem *item)
{
  TlConnector *connector = (TlConnector *) item;
  TlPanel *panel = tl_panel_new (document);
  g_autoptr (GPtrArray) one = tl_panel_one (item);
  g_autofree char *heading = g_strdup_printf ("%s → %s", name_of (connector->from), name_of (connector->to));
  GtkWidget *group;

  tl_panel_add_heading (panel, heading);
  group = tl_panel_add_group (panel, NULL, NULL);
  tl_panel_add_field (panel, group, _ ("Share of the work"), TL_ENTRY_SHARE, connector, "share", _ ("Change share"));
  tl_panel_add_choice (panel, group, _ ("Kind"), one, "kind", _ ("Change kind of connector"));
  tl_panel_add_field (panel, group, _ ("Label"), TL_ENTRY_TEXT, connector, "label", _ ("Change label"));
  add_demand_shares (panel, connector);
  tl_difference_note_follow (panel, group, item);
  tl_panel_add_delete (panel, _ ("Delete Connector"), one);
  return panel;
}

/**
 * tl_entry_panel_new:
 * @document: the document
 * @item: a #TlEntry of its flow
 *
 * Returns: (transfer floating): a panel with all its fields
 */
TlPanel *
tl_entry_panel_new (TlDocument *document, TlItem *item)
{
  TlEntry *entry = (TlEntry *) item;
  TlPanel *panel = tl_panel_new (document);
  g_autoptr (GPtrArray) one = tl_panel_one (item);
  g_autofree char *heading = g_strdup_printf (_ ("Where “%s” enters"), name_of (entry->demand));
  GtkWidget *group;

  tl_panel_add_heading (panel, heading);
  group = tl_panel_add_group (panel, NULL, NULL);
  add_step_choice (panel, group, _ ("At the step"), item);
  tl_difference_note_follow (panel, group, item);
  tl_panel_add_delete (panel, _ ("Remove Entry"), one);
  return panel;
}

/**
 * tl_raises_panel_new:
 * @document: the document
 * @item: a #TlRaises of its flow
 *
 * Returns: (transfer floating): a panel with all its fields
 */
TlPanel *
tl_raises_panel_new (TlDocument *document, TlItem *item)
{
  TlRaises *raises = (TlRaises *) item;
  TlPanel *panel = tl_panel_new (document);
  g_autoptr (GPtrArray) one = tl_panel_one (item);
  g_autofree char *heading = g_strdup_printf (_ ("What causes “%s”"), name_of (raises->demand));
  GtkWidget *group;

  tl_panel_add_heading (panel, heading);
  group = tl_panel_add_group (panel, NULL, NULL);
  add_step_choice (panel, group, _ ("The step"), item);
  tl_panel_add_field (panel, group, _ ("How many, each time"), TL_ENTRY_RATE, raises, "rate", _ ("Change rate"));
  tl_difference_note_follow (panel, group, item);
  tl_panel_add_delete (panel, _ ("Remove Cause"), one);
  return panel;
}
