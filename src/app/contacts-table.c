#include "app/contacts-table-private.h"

#include "paint/words.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TlContactsTable, tl_contacts_table, GTK_TYPE_WIDGET)

static TlStudy *
study_of (TlContactsTable *self)
{
  return self->document ? tl_document_study (self->document) : NULL;
}

/* ---- what is selected ---- */

static GtkBitset *
selected_rows (TlContactsTable *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

/**
 * tl_contacts_table_selected:
 * @self: a table
 *
 * Returns: (transfer full) (element-type TlContact): the contacts that are selected, in the order shown
 */
GPtrArray *
tl_contacts_table_selected (TlContactsTable *self)
{
  GPtrArray *contacts = g_ptr_array_new ();
  g_autoptr (GtkBitset) rows = selected_rows (self);
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row); more; more = gtk_bitset_iter_next (&iter, &row))
    {
      TlContact *contact = tl_contact_list_get (self->list, row);

      if (contact)
        g_ptr_array_add (contacts, contact);
    }
  return contacts;
}

/* tl_contacts_table_may_change: whether there is a study, and it may be changed. */
gboolean
tl_contacts_table_may_change (TlContactsTable *self)
{
  return self->document && !tl_document_is_read_only (self->document);
}

/* tl_contacts_table_inner_list: the list inside of the view, which is what has the keyboard and scrolls. */
GtkWidget *
tl_contacts_table_inner_list (TlContactsTable *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* ---- the panel of one contact ---- */

static void
add_fields (TlPanel *panel, GtkWidget *group, TlContact *contact)
{
  tl_panel_add_field (panel, group, _ ("When"), TL_ENTRY_MOMENT, contact, "when", _ ("Change day"));
  tl_panel_add_field (panel, group, _ ("Time it took"), TL_ENTRY_MINUTES, contact, "minutes", _ ("Change time"));
  tl_panel_add_field (panel, group, _ ("Channel"), TL_ENTRY_TEXT, contact, "channel", _ ("Change channel"));
  tl_panel_add_field (panel, group, _ ("Place"), TL_ENTRY_TEXT, contact, "place", _ ("Change place"));
  tl_panel_add_field (panel, group, _ ("Need"), TL_ENTRY_TEXT, contact, "thread", _ ("Change need"));
  tl_panel_add_field (panel, group, _ ("Listener"), TL_ENTRY_TEXT, contact, "listener", _ ("Change listener"));
}

static TlPanel *
new_panel (TlContactsTable *self, TlContact *contact)
{
  TlPanel *panel = tl_panel_new (self->document);
  g_autoptr (GPtrArray) one = tl_panel_one (contact);
  GtkWidget *group, *words;

  tl_panel_add_heading (panel, _ ("Contact"));
  group = tl_panel_add_group (panel, NULL, NULL);
  words = tl_panel_add_text (
      panel, group, _ ("What was said"),
      tl_live_edit_new (tl_document_history (self->document), contact, "words", _ ("Change words")));
  tl_panel_set_first (panel, words);
  tl_panel_add_choice (panel, group, _ ("Value or failure"), one, "kind", _ ("Judge contact"));
  add_fields (panel, group, contact);
  return panel;
}

static void
show_panel (TlContactsTable *self, TlContact *contact)
{
  if (contact == self->panel_contact)
    {
      if (self->panel)
        tl_panel_refresh (self->panel);
      return;
    }
  self->panel_contact = contact;
  self->panel = contact ? new_panel (self, contact) : NULL;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->panel_scroll), GTK_WIDGET (self->panel));
  gtk_widget_set_visible (self->panel_scroll, contact != NULL);
  if (self->panel)
    tl_panel_refresh (self->panel);
}

/* tl_contacts_table_go_to_panel: goes to the panel of the one contact that is selected. */
void
tl_contacts_table_go_to_panel (TlContactsTable *self)
{
  if (self->panel)
    tl_panel_focus_first (self->panel);
}

/* ---- what is said below ---- */

static void
say_count (TlContactsTable *self)
{
  const TlContactRows *rows = tl_contact_list_rows (self->list);
  guint all = study_of (self) ? study_of (self)->contacts->len : 0;
  guint n = rows ? rows->n : 0;
  g_autofree char *shown = tl_words_number (n), *total = tl_words_number (all);
  g_autofree char *count = NULL, *share = NULL, *judged = NULL, *said = NULL;
  guint n_judged = n - (rows ? rows->judged[TL_CONTACT_AS_DEMAND] : 0);

  if (n == all)
    count = g_strdup_printf (ngettext ("%s contact", "%s contacts", all), total);
  else
    count = g_strdup_printf (_ ("%s of %s contacts"), shown, total);
  if (n_judged > 0)
    {
      share = tl_words_share ((double) rows->judged[TL_CONTACT_FAILURE] / n_judged);
      judged = tl_words_number (n_judged);
      /* Translators: "412 contacts · failure: 38 % of the 400 that are judged" */
      said = g_strdup_printf (_ ("%s · failure: %s of the %s that are judged"), count, share, judged);
    }
  gtk_label_set_label (self->count, said ? said : count);
}

static void
show_state (TlContactsTable *self)
{
  const TlContactRows *rows = tl_contact_list_rows (self->list);
  guint all = study_of (self) ? study_of (self)->contacts->len : 0;

  gtk_stack_set_visible_child_name (self->states, all == 0 ? "nothing" : rows && rows->n == 0 ? "none" : "rows");
  gtk_widget_set_visible (GTK_WIDGET (self->filter), all > 0);
}

static gboolean
follow (gpointer data)
{
  TlContactsTable *self = data;
  g_autoptr (GtkBitset) rows = selected_rows (self);
  guint n = (guint) gtk_bitset_get_size (rows);
  g_autofree char *number = tl_words_number (n);
  g_autofree char *said = g_strdup_printf (ngettext ("%s selected", "%s selected", n), number);

  self->follow_source = 0;
  gtk_label_set_label (self->selected_label, said);
  gtk_widget_set_visible (self->selected_bar, n > 0);
  tl_contacts_table_update_actions (self, n);
  show_panel (self, n == 1 ? tl_contact_list_get (self->list, gtk_bitset_get_nth (rows, 0)) : NULL);
  return G_SOURCE_REMOVE;
}

static void
follow_soon (TlContactsTable *self)
{
  if (!self->follow_source)
    self->follow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, follow, self, NULL);
}

/* ---- rows become others ---- */

static void
on_refreshing (TlContactList *list, gboolean same_study, TlContactsTable *self)
{
  const TlContactRows *rows = tl_contact_list_rows (list);
  g_autoptr (GtkBitset) selected = selected_rows (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  GtkBitsetIter iter;
  guint row;

  g_clear_pointer (&self->kept, gtk_bitset_unref);
  self->had_focus = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
  self->first_selected = gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
  if (!same_study || !rows)
    return;
  self->kept = gtk_bitset_new_empty ();
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &row); more && row < rows->n;
       more = gtk_bitset_iter_next (&iter, &row))
    gtk_bitset_add (self->kept, rows->positions[row]);
}

/* Where the kept contacts stand now. */
static GtkBitset *
find_kept (TlContactsTable *self, const TlContactRows *rows)
{
  GtkBitset *found = gtk_bitset_new_empty ();

  for (guint row = 0; self->kept && !gtk_bitset_is_empty (self->kept) && row < rows->n; row++)
    if (gtk_bitset_contains (self->kept, rows->positions[row]))
      gtk_bitset_add (found, row);
  return found;
}

/* Who judges what is not judged yet sees it go from the list; the next one takes its place. */
static void
select_next (TlContactsTable *self, GtkBitset *found, guint n)
{
  if (gtk_bitset_is_empty (found) && self->first_selected != GTK_INVALID_LIST_POSITION && n > 0)
    gtk_bitset_add (found, MIN (self->first_selected, n - 1));
}

/* tl_contacts_table_go_to: scrolls to a row and gives the table the keyboard. */
void
tl_contacts_table_go_to (TlContactsTable *self, guint row)
{
  GtkWidget *inner = tl_contacts_table_inner_list (self);

  gtk_widget_activate_action (inner, "list.scroll-to-item", "u", row);
  gtk_widget_grab_focus (inner);
}

static void
restore_selection (TlContactsTable *self)
{
  const TlContactRows *rows = tl_contact_list_rows (self->list);
  g_autoptr (GtkBitset) found = NULL, all = NULL;

  if (!rows || (!self->kept && self->first_selected == GTK_INVALID_LIST_POSITION))
    return;
  found = find_kept (self, rows);
  if (self->had_focus)
    select_next (self, found, rows->n);
  all = gtk_bitset_new_range (0, rows->n);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), found, all);
  if (self->had_focus && !gtk_bitset_is_empty (found))
    tl_contacts_table_go_to (self, gtk_bitset_get_minimum (found));
  g_clear_pointer (&self->kept, gtk_bitset_unref);
  self->first_selected = GTK_INVALID_LIST_POSITION;
  self->had_focus = FALSE;
}

static void
on_refreshed (TlContactsTable *self)
{
  tl_contacts_filter_set_study (self->filter, study_of (self), tl_contact_list_channels (self->list),
                                tl_contact_list_places (self->list));
  show_state (self);
  restore_selection (self);
  tl_contacts_columns_refresh (self->columns);
  tl_contact_editor_refresh (self->editor);
  say_count (self);
  follow_soon (self);
}

static void
on_busy (TlContactsTable *self)
{
  gtk_spinner_set_spinning (self->spinner, tl_contact_list_is_busy (self->list));
}

static void
on_filter (TlContactsTable *self)
{
  g_auto (TlContactFilter) filter = { 0 };

  tl_contacts_filter_read (self->filter, &filter);
  tl_contact_list_set_filter (self->list, &filter);
}

static void
on_reset (TlContactsTable *self)
{
  tl_contacts_filter_reset (self->filter);
}

/* ---- the widget ---- */

static void
tl_contacts_table_dispose (GObject *object)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (object);

  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_handle_id (&self->begin_source, g_source_remove);
  if (self->editor)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  if (self->list)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
      tl_contact_list_set_document (self->list, NULL);
    }
  g_clear_object (&self->document);
  g_clear_pointer (&self->asked_about, g_ptr_array_unref);
  g_clear_pointer (&self->kept, gtk_bitset_unref);
  if (self->prompt)
    gtk_widget_unparent (GTK_WIDGET (self->prompt));
  self->prompt = NULL;
  g_clear_object (&self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_CONTACTS_TABLE);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (tl_contacts_table_parent_class)->dispose (object);
}

static gboolean
tl_contacts_table_grab_focus (GtkWidget *widget)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->states), "rows"))
    return gtk_widget_grab_focus (tl_contacts_table_inner_list (self));
  return gtk_widget_child_focus (GTK_WIDGET (self->states), GTK_DIR_TAB_FORWARD);
}

static void
tl_contacts_table_class_init (TlContactsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_contacts_table_dispose;
  widget_class->grab_focus = tl_contacts_table_grab_focus;
  g_type_ensure (TL_TYPE_CONTACTS_FILTER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "contactstable");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/contacts-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, column);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, filter);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, states);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, view);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, count);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, selected_bar);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, selected_label);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, panel_scroll);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, type_button);
  gtk_widget_class_bind_template_child (widget_class, TlContactsTable, need_button);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  tl_contacts_table_install_actions (widget_class);
}

static void
tl_contacts_table_init (TlContactsTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->first_selected = GTK_INVALID_LIST_POSITION;
  self->list = tl_contact_list_new ();
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  self->columns = tl_contacts_columns_new (self->view, self->list);
  self->prompt = tl_prompt_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->prompt), GTK_WIDGET (self));
  g_signal_connect (self->list, "refreshing", G_CALLBACK (on_refreshing), self);
  g_signal_connect_swapped (self->list, "refreshed", G_CALLBACK (on_refreshed), self);
  g_signal_connect_swapped (self->list, "busy", G_CALLBACK (on_busy), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (follow_soon), self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  tl_contacts_table_init_editing (self);
  tl_contacts_table_update_actions (self, 0);
}

/**
 * tl_contacts_table_new:
 *
 * Returns: (transfer floating): a table without a document
 */
GtkWidget *
tl_contacts_table_new (void)
{
  return g_object_new (TL_TYPE_CONTACTS_TABLE, NULL);
}

/**
 * tl_contacts_table_set_document:
 * @self: a table
 * @document: (nullable): whose contacts it shows
 */
void
tl_contacts_table_set_document (TlContactsTable *self, TlDocument *document)
{
  if (document == self->document)
    return;
  tl_contacts_table_stop_editing (self);
  show_panel (self, NULL);
  g_set_object (&self->document, document);
  tl_contact_list_set_document (self->list, document);
  tl_contacts_filter_reset (self->filter);
}

/**
 * tl_contacts_table_list:
 * @self: a table
 *
 * Returns: (transfer none): what it shows
 */
TlContactList *
tl_contacts_table_list (TlContactsTable *self)
{
  return self->list;
}

/**
 * tl_contacts_table_show_disputed:
 * @self: a table
 *
 * Shows the contacts that two listeners judge differently.
 */
void
tl_contacts_table_show_disputed (TlContactsTable *self)
{
  tl_contacts_filter_show_disputed (self->filter);
}
