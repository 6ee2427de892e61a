#include "app/condition-row.h"

#include "app/notes-row.h"
#include "app/panel-page.h"
#include "app/reorder.h"
#include "app/tie-prompt.h"
#include "paint/words.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define CONDITION "tl-condition"
#define HOURS "tl-hours"
#define PARTED_BY " \302\267 "

/* ---- folded ---- */

static char *
hours_words (TlDocument *document, const TlCondition *condition)
{
  const TlLeverage *leverage = tl_document_leverage (document);
  const TlConditionLeverage *one = leverage ? tl_leverage_condition (leverage, condition) : NULL;
  g_autofree char *hours = NULL;

  if (!one || !(one->hours > 0))
    return NULL;
  hours = tl_words_hours_per (one->hours, leverage->period);
  /* Translators: beside a system condition: what changing it gives back, as "31 h a week" */
  return g_strdup_printf (_ ("gives back %s"), hours);
}

static char *
summary_of (const TlCondition *condition)
{
  GString *text = g_string_new (NULL);
  guint ties = condition->links->len;

  if (condition->thinking)
    g_string_append_printf (text, _ ("“%s”"), condition->thinking);
  else
    g_string_append (text, _ ("Nobody has said yet what thinking made it so"));
  g_string_append (text, PARTED_BY);
  if (condition->kind != TL_CONDITION_OTHER)
    g_string_append_printf (
        text, "%s%s", _ (tl_choice_by_value (tl_condition_kind_choices (), (int) condition->kind)->label), PARTED_BY);
  if (ties > 0)
    g_string_append_printf (text, ngettext ("tied to %u thing", "tied to %u things", ties), ties);
  else
    g_string_append (text, _ ("not tied to anything yet"));
  return g_string_free (text, FALSE);
}

/**
 * tl_condition_row_get:
 * @row: a row
 *
 * Returns: (transfer none): what it shows
 */
TlCondition *
tl_condition_row_get (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), CONDITION);
}

/**
 * tl_condition_row_refresh:
 * @row: a row
 * @document: the document
 *
 * Shows what the study and its numbers hold now.
 */
void
tl_condition_row_refresh (GtkWidget *row, TlDocument *document)
{
  TlCondition *condition = tl_condition_row_get (row);
  GtkLabel *label = g_object_get_data (G_OBJECT (row), HOURS);
  g_autofree char *name = tl_words_name (condition->name);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *summary = summary_of (condition);
  g_autofree char *subtitle = g_markup_escape_text (summary, -1);
  g_autofree char *hours = hours_words (document, condition);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_label_set_text (label, hours ? hours : "");
}

/* ---- unfolded ---- */

typedef struct
{
  TlDocument *document;
  TlItem *condition;
  TlItem *target;
} Tie;

static void
tie_free (gpointer data, GClosure *closure)
{
  Tie *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->condition);
  tl_item_unref (self->target);
  g_free (self);
}

static void
on_untie (GtkButton *button, gpointer data)
{
  Tie *self = data;

  tl_item_untie (tl_document_history (self->document), self->condition, self->target);
}

static const char *
kind_of (const TlItem *target)
{
  if (target->kind == TL_ITEM_STEP)
    return _ ("Step");
  return _ (tl_choice_by_value (tl_demand_kind_choices (), (int) ((const TlDemand *) target)->kind)->label);
}

static GtkWidget *
untie_button (TlPanel *panel, TlCondition *condition, TlItem *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *tip = _ ("It has nothing to do with this");
  Tie *tie = g_new0 (Tie, 1);

  *tie = (Tie){ g_object_ref (tl_panel_get_document (panel)), tl_item_ref (condition), tl_item_ref (target) };
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_untie), tie, tie_free, 0);
  return button;
}

static void
add_tie (TlPanel *panel, GtkWidget *parent, TlCondition *condition, const TlLink *link)
{
  TlItem *target = tl_link_target (link);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = tl_words_name (tl_item_name (target));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kind_of (target));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), untie_button (panel, condition, target));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target->id);
  tl_panel_page_mark (row, link);
  tl_panel_add_row (parent, row);
}

static void
add_fields (TlPanel *panel, GtkWidget *row, TlCondition *condition)
{
  TlHistory *history = tl_panel_get_history (panel);
  g_autoptr (GPtrArray) one = tl_panel_one (condition);
  GtkWidget *ask;

  tl_panel_add_field (panel, row, _ ("Name"), TL_ENTRY_TEXT, condition, "name", _ ("Rename"));
  tl_panel_add_choice (panel, row, _ ("Kind"), one, "kind", _ ("Change kind of condition"));
  tl_panel_add_text (panel, row, _ ("The thinking that made it so"),
                     tl_live_edit_new (history, condition, "thinking", _ ("Change the thinking")));
  for (guint i = 0; i < condition->links->len; i++)
    {
      const TlLink *link = g_ptr_array_index (condition->links, i);

      if (tl_link_target (link))
        add_tie (panel, row, condition, link);
    }
  ask = tl_tie_prompt_row_new (tl_panel_get_document (panel), condition);
  tl_panel_page_mark (ask, condition->links);
  tl_panel_add_row (row, ask);
}

/**
 * tl_condition_row_add:
 * @panel: a panel
 * @group: a group of it
 * @condition: a condition of the study
 *
 * Returns: (transfer none): an #AdwExpanderRow, folded; to be refreshed with the panel
 */
GtkWidget *
tl_condition_row_add (TlPanel *panel, GtkWidget *group, TlCondition *condition)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *hours = gtk_label_new (NULL);
  TlDocument *document = tl_panel_get_document (panel);

  tl_panel_add_row (group, row);
  tl_panel_page_mark (row, condition);
  g_object_set_data_full (G_OBJECT (row), CONDITION, tl_item_ref (condition), tl_item_unref);
  g_object_set_data (G_OBJECT (row), HOURS, hours);
  gtk_widget_add_css_class (row, "condition-row");
  gtk_widget_add_css_class (hours, "condition-hours");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), tl_reorder_add (row, document, condition));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               tl_panel_delete_button (panel, _ ("Delete condition"), condition));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), hours);
  add_fields (panel, row, condition);
  tl_condition_row_refresh (row, document);
  return row;
}
