#include "app/plain-names.h"

#include <adwaita.h>
#include <string.h>

/**
 * tl_plain_name:
 * @mnemonic: a label in which an underscore marks the next letter, and two stand for one
 *
 * Returns: (transfer full): the words alone
 */
char *
tl_plain_name (const char *mnemonic)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = mnemonic; *at; at++)
    {
      if (*at == '_' && *++at == '\0')
        break;
      g_string_append_c (plain, *at);
    }
  return g_string_free (plain, FALSE);
}

static void
set_name (gpointer widget, const char *name)
{
  /* A name that is given counts beside the label inside, not instead of it. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_button (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);

  if (label && gtk_button_get_use_underline (button))
    {
      g_autofree char *plain = tl_plain_name (label);

      set_name (button, plain);
    }
}

/* Both halves of a button with a menu are called as what they say to who points at them. */
static void
name_half (GtkWidget *half, AdwSplitButton *whole)
{
  const char *tip = GTK_IS_MENU_BUTTON (half) ? adw_split_button_get_dropdown_tooltip (whole)
                                              : gtk_widget_get_tooltip_text (GTK_WIDGET (whole));

  if (tip)
    set_name (half, tip);
}

/* Titles may hold markup. */
static void
name_row (AdwPreferencesRow *row)
{
  g_autofree char *plain = NULL;

  if (!pango_parse_markup (adw_preferences_row_get_title (row), -1, 0, NULL, &plain, NULL, NULL))
    plain = g_strdup (adw_preferences_row_get_title (row));
  set_name (row, plain);
}

static void
watch_row (AdwPreferencesRow *row)
{
  if (g_signal_handler_find (row, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, name_row, NULL) == 0)
    g_signal_connect (row, "notify::title", G_CALLBACK (name_row), NULL);
  name_row (row);
}

/* The list inside a group or a row that unfolds is called as that is. */
static void
name_list (GtkWidget *list)
{
  GtkWidget *group = gtk_widget_get_ancestor (list, ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *row = gtk_widget_get_ancestor (list, ADW_TYPE_EXPANDER_ROW);

  if (row)
    set_name (list, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  else if (group)
    set_name (list, adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)));
}

/* Before the title, while not all is saved. */
#define UNSAVED "• "

/* A page of a stack that has no title of its own is told as a part of the window, not as what GTK calls it. */
static void
name_page (GtkStackPage *page)
{
  GtkRoot *root = gtk_widget_get_root (gtk_stack_page_get_child (page));
  const char *title = GTK_IS_WINDOW (root) ? gtk_window_get_title (GTK_WINDOW (root)) : NULL;

  if (title && g_str_has_prefix (title, UNSAVED))
    title += strlen (UNSAVED);
  if (!gtk_stack_page_get_title (page) && title)
    gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
name_pages (GtkStack *stack)
{
  g_autoptr (GListModel) pages = G_LIST_MODEL (gtk_stack_get_pages (stack));

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (pages, i);

      name_page (GTK_STACK_PAGE (page));
    }
}

/**
 * tl_plain_names_give:
 * @widget: any widget
 *
 * Gives it a plain name, where it is of a kind that has none by itself: a button with a mnemonic or a menu beside it, a
 * row of a kind of its own, the list of a group, a page of a stack.
 */
void
tl_plain_names_give (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_STACK (parent))
    name_page (gtk_stack_get_page (GTK_STACK (parent), widget));
  if (GTK_IS_STACK (widget))
    name_pages (GTK_STACK (widget));
  if (ADW_IS_SPLIT_BUTTON (parent) && !(GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget))))
    name_half (widget, ADW_SPLIT_BUTTON (parent));
  else if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  else if (ADW_IS_PREFERENCES_ROW (widget) && !ADW_IS_ACTION_ROW (widget) && !ADW_IS_ENTRY_ROW (widget))
    watch_row (ADW_PREFERENCES_ROW (widget));
  else if (GTK_IS_LIST_BOX (widget))
    name_list (widget);
}

static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  tl_plain_names_give (g_value_get_object (&values[0]));
  return TRUE;
}

/**
 * tl_plain_names_watch:
 *
 * From now on every widget gets its plain name when it comes onto the screen: those of dialogs, too, whose buttons
 * libadwaita makes. Only the first call does something.
 */
void
tl_plain_names_watch (void)
{
  static gboolean watching;

  if (watching)
    return;
  watching = TRUE;
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}
