#include "app/condition-menu.h"

#include "app/dialogs.h"
#include "app/menu-label.h"
#include "paint/words.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlDocument *document;
  TlItem *target;
  GtkWidget *button; /* not owned: the actions belong to it; NULL while a name is asked for */
} ConditionMenu;

static void
condition_menu_free (gpointer data)
{
  ConditionMenu *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->target);
  g_free (self);
}

static ConditionMenu *
condition_menu_new (TlDocument *document, TlItem *target, GtkWidget *button)
{
  ConditionMenu *self = g_new0 (ConditionMenu, 1);

  *self = (ConditionMenu){ g_object_ref (document), tl_item_ref (target), button };
  return self;
}

static void
on_named (const char *name, gpointer data)
{
  ConditionMenu *self = data;
  TlHistory *history = tl_document_history (self->document);

  tl_history_begin (history, _ ("Add condition"), NULL);
  tl_item_tie (history, tl_study_add_condition (history, name), self->target);
  tl_history_end (history);
}

static void
on_chosen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ConditionMenu *self = data;
  TlItem *condition = tl_study_find (tl_document_study (self->document), g_variant_get_string (parameter, NULL));

  if (condition && condition->kind == TL_ITEM_CONDITION)
    tl_item_tie (tl_document_history (self->document), condition, self->target);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ConditionMenu *self = data;
  GtkRoot *root = gtk_widget_get_root (self->button);

  tl_dialogs_ask_name (GTK_WINDOW (root), _ ("Why does it behave like this?"), _ ("The system condition"),
                       _ ("_Add Condition"), on_named, condition_menu_new (self->document, self->target, NULL),
                       condition_menu_free);
}

static GMenuItem *
menu_item (const TlCondition *condition)
{
  g_autofree char *name = tl_words_name (condition->name);
  g_autofree char *label = tl_menu_label (name);
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "condition.choose", "s", condition->item.id);
  return item;
}

static GMenuModel *
build_menu (ConditionMenu *self)
{
  const GPtrArray *conditions = tl_document_study (self->document)->conditions;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) fresh = g_menu_new ();

  for (guint i = 0; i < conditions->len; i++)
    {
      TlCondition *condition = g_ptr_array_index (conditions, i);
      g_autoptr (GMenuItem) item = menu_item (condition);

      if (!tl_item_tie_to (condition, self->target))
        g_menu_append_item (known, item);
    }
  g_menu_append (fresh, _ ("New condition…"), "condition.new");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fresh));
  return G_MENU_MODEL (menu);
}

/* Built when it is opened, so that it holds what the study holds then. */
static void
create_popup (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = build_menu (data);

  gtk_menu_button_set_menu_model (button, menu);
}

static GtkWidget *
menu_button (TlDocument *document, TlItem *target)
{
  static const GActionEntry entries[] = { { "choose", on_chosen, "s" }, { "new", on_new } };
  GtkWidget *button = gtk_menu_button_new ();
  ConditionMenu *menu = condition_menu_new (document, target, button);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const char *tip = _ ("Why? Tie to a condition");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), menu);
  gtk_widget_insert_action_group (button, "condition", G_ACTION_GROUP (group));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup, menu, NULL);
  g_object_set_data_full (G_OBJECT (button), "tl-condition-menu", menu, condition_menu_free);
  return button;
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
