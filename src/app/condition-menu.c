#include "app/condition-menu.h"

#include "app/item-menu.h"
#include "paint/words.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *
question (gpointer target)
{
  return _ ("Why does it behave like this?");
}

static GPtrArray *
offered (TlDocument *document, gpointer target)
{
  const GPtrArray *conditions = tl_document_study (document)->conditions;
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < conditions->len; i++)
    if (!tl_item_tie_to (g_ptr_array_index (conditions, i), target))
      g_ptr_array_add (items, g_ptr_array_index (conditions, i));
  return items;
}

static void
chosen (TlDocument *document, TlItem *condition, gpointer target)
{
  tl_item_tie (tl_document_history (document), condition, target);
}

static void
named (TlDocument *document, const char *name, gpointer target)
{
  TlHistory *history = tl_document_history (document);

  tl_history_begin (history, _ ("Add condition"), NULL);
  tl_item_tie (history, tl_study_add_condition (history, name), target);
  tl_history_end (history);
}

static GtkWidget *
menu_button (TlDocument *document, TlItem *target)
{
  static const TlItemMenuType type = {
    .new_label = N_ ("New condition…"),
    .name_label = N_ ("The system condition"),
    .accept = N_ ("_Add Condition"),
    .question = question,
    .offered = offered,
    .chosen = chosen,
    .named = named,
  };

  return tl_item_menu_new (document, &type, _ ("Why? Tie to a condition"), tl_item_ref (target), tl_item_unref);
}

static void
add_row (TlPanel *panel, GtkWidget *group, TlCondition *condition, gpointer target)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = tl_words_name (condition->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), condition->thinking ? condition->thinking : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_panel_delete_button (panel, _ ("It has nothing to do with this"),
                                                                           tl_item_tie_to (condition, target)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", condition->item.id);
  tl_panel_add_row (group, row);
}

/**
 * tl_condition_menu_add_group:
 * @panel: a panel
 * @target: a step or a demand
 *
 * Adds the conditions that @target is tied to, and a button to tie it to more.
 */
void
tl_condition_menu_add_group (TlPanel *panel, gpointer target)
{
  TlDocument *document = tl_panel_get_document (panel);
  GtkWidget *group = tl_panel_add_group (panel, _ ("Why: system conditions"), NULL);
  g_autoptr (GPtrArray) conditions = tl_study_conditions_of (tl_document_study (document), target);

  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), menu_button (document, target));
  for (guint i = 0; i < conditions->len; i++)
    add_row (panel, group, g_ptr_array_index (conditions, i), target);
  if (conditions->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("Nobody has said yet why."));
}

/**
 * tl_condition_menu_list:
 * @document: the document
 * @target: a step or a demand
 * @items: where to add the items that the group of @target shows
 */
void
tl_condition_menu_list (TlDocument *document, gpointer target, GPtrArray *items)
{
  g_autoptr (GPtrArray) conditions = tl_study_conditions_of (tl_document_study (document), target);

  for (guint i = 0; i < conditions->len; i++)
    g_ptr_array_add (items, tl_item_tie_to (g_ptr_array_index (conditions, i), target));
}
