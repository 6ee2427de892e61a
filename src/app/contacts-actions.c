/* contacts-actions.c: what is done to the contacts that are selected, by keys, buttons and menu. */
#include "app/contacts-table-private.h"

#include <string.h>

#include "app/contacts-export.h"
#include "app/import-dialog.h"
#include "app/second-opinion-dialog.h"
#include "paint/words.h"
#include "study/contact-edits.h"
#include "study/deletion.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static GtkWindow *
window_of (TlContactsTable *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static TlHistory *
history_of (TlContactsTable *self)
{
  return tl_document_history (self->document);
}

/* Returns: (nullable) (transfer full): what is selected, if something is and may be changed */
static GPtrArray *
to_change (TlContactsTable *self)
{
  g_autoptr (GPtrArray) contacts = NULL;

  if (!tl_contacts_table_may_change (self))
    return NULL;
  tl_contact_list_finish (self->list);
  contacts = tl_contacts_table_selected (self);
  return contacts->len > 0 ? g_steal_pointer (&contacts) : NULL;
}

/* ---- at once ---- */

static void
judge (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);
  static const struct
  {
    const char *action;
    TlContactKind kind;
  } kinds[] = {
    { "contacts.value", TL_CONTACT_VALUE },
    { "contacts.failure", TL_CONTACT_FAILURE },
    { "contacts.unsure", TL_CONTACT_UNSURE },
    { "contacts.as-type", TL_CONTACT_AS_DEMAND },
  };
  g_autoptr (GPtrArray) contacts = to_change (self);

  for (guint i = 0; contacts && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].action, action))
      tl_contacts_judge (history_of (self), contacts, kinds[i].kind);
}

static void
take_apart (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);
  g_autoptr (GPtrArray) contacts = to_change (self);

  if (contacts)
    tl_contacts_thread (history_of (self), contacts, NULL);
}

static void
take_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);
  g_autoptr (GPtrArray) contacts = to_change (self);

  if (contacts)
    tl_items_delete (history_of (self), contacts);
}

/* ---- with a question ---- */

static void
hold (TlContactsTable *self, GPtrArray *contacts)
{
  g_clear_pointer (&self->asked_about, g_ptr_array_unref);
  self->asked_about = g_ptr_array_new_full (contacts->len, tl_item_unref);
  for (guint i = 0; i < contacts->len; i++)
    g_ptr_array_add (self->asked_about, tl_item_ref (contacts->pdata[i]));
}

static void
ask (TlContactsTable *self, GtkWidget *beside, GPtrArray *contacts, const TlQuestion *question, TlAnswered answered)
{
  graphene_rect_t box;

  hold (self, contacts);
  if (!gtk_widget_compute_bounds (beside, GTK_WIDGET (self), &box))
    return;
  gtk_popover_set_position (GTK_POPOVER (self->prompt), GTK_POS_TOP);
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->prompt),
      &(GdkRectangle){ (int) box.origin.x, (int) box.origin.y, (int) box.size.width, (int) box.size.height });
  tl_prompt_ask (self->prompt, question, answered, self);
}

static gboolean
on_type (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlContactsTable *self = data;
  TlStudy *study = tl_document_study (self->document);
  g_autofree char *name = g_strstrip (g_strdup (first));

  if (suggestion >= 0 && (guint) suggestion < study->demands->len)
    tl_contacts_retype (history_of (self), self->asked_about, study->demands->pdata[suggestion]);
  else if (*name)
    tl_contacts_retype_new (history_of (self), self->asked_about, name);
  else
    tl_contacts_retype (history_of (self), self->asked_about, NULL);
  return TRUE;
}

static void
ask_type (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);
  g_autoptr (GPtrArray) contacts = to_change (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  TlQuestion question = { .title = _ ("Which type of demand?"),
                          .hint = _ ("A new name makes a new type; nothing takes them out of theirs."),
                          .first_label = _ ("Type") };
  GPtrArray *demands;

  if (!contacts)
    return;
  demands = tl_document_study (self->document)->demands;
  for (guint i = 0; i < demands->len; i++)
    g_ptr_array_add (names, tl_words_name (tl_item_name (demands->pdata[i])));
  g_ptr_array_add (names, NULL);
  question.suggestions = (const char *const *) names->pdata;
  ask (self, self->type_button, contacts, &question, on_type);
}

static gboolean
on_need (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  TlContactsTable *self = data;
  g_autofree char *name = g_strstrip (g_strdup (first));

  if (!*name)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("The need must have a name"));
      return FALSE;
    }
  tl_contacts_thread (history_of (self), self->asked_about, name);
  return TRUE;
}

static void
ask_need (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);
  g_autoptr (GPtrArray) contacts = to_change (self);
  g_autofree char *name = NULL;
  TlQuestion question = { .title = _ ("These contacts are one need"),
                          .hint = _ ("One customer asks, and asks again, until the need is met."),
                          .first_label = _ ("Name") };

  if (!contacts)
    return;
  name = tl_contacts_suggest_thread (tl_document_study (self->document), contacts);
  question.first_text = name;
  ask (self, self->need_button, contacts, &question, on_need);
}

/* ---- with a window of their own ---- */

static void
show_import (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);

  if (self->document)
    tl_import_dialog_ask (window_of (self), self->document);
}

static void
show_export (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);

  if (self->document)
    tl_contacts_export_ask (window_of (self), self->document, g_str_equal (action, "contacts.export-without-words"));
}

static void
show_disputed (gpointer data)
{
  tl_contacts_table_show_disputed (TL_CONTACTS_TABLE (data));
}

static void
show_second_opinion (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlContactsTable *self = TL_CONTACTS_TABLE (widget);

  if (self->document)
    gtk_window_present (
        GTK_WINDOW (tl_second_opinion_dialog_new (window_of (self), self->document, show_disputed, self)));
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_contacts_table_edit (TL_CONTACTS_TABLE (widget));
}

static void
go_to_panel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_contacts_table_go_to_panel (TL_CONTACTS_TABLE (widget));
}

/* ---- all of them ---- */

typedef struct
{
  const char *name;
  GtkWidgetActionActivateFunc run;
  gboolean needs_some; /* something must be selected */
  guint key;
  GdkModifierType state;
} Action;

static const Action actions[] = {
  { "contacts.value", judge, TRUE, GDK_KEY_v, 0 },
  { "contacts.failure", judge, TRUE, GDK_KEY_f, 0 },
  { "contacts.unsure", judge, TRUE, GDK_KEY_u, 0 },
  { "contacts.as-type", judge, TRUE, GDK_KEY_j, 0 },
  { "contacts.type", ask_type, TRUE, GDK_KEY_t, 0 },
  { "contacts.need", ask_need, TRUE, GDK_KEY_n, 0 },
  { "contacts.apart", take_apart, TRUE, GDK_KEY_n, GDK_SHIFT_MASK },
  { "contacts.delete", take_out, TRUE, GDK_KEY_Delete, 0 },
  { "contacts.edit", edit, TRUE, GDK_KEY_Return, 0 },
  { "contacts.edit", edit, TRUE, GDK_KEY_KP_Enter, 0 },
  { "contacts.edit", edit, TRUE, GDK_KEY_F2, 0 },
  { "contacts.panel", go_to_panel, TRUE, GDK_KEY_Return, GDK_ALT_MASK },
  { "contacts.import", show_import, FALSE, 0, 0 },
  { "contacts.export", show_export, FALSE, 0, 0 },
  { "contacts.export-without-words", show_export, FALSE, 0, 0 },
  { "contacts.second-opinion", show_second_opinion, FALSE, 0, 0 },
};

void
tl_contacts_table_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (i == 0 || !g_str_equal (actions[i].name, actions[i - 1].name))
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].run);
}

void
tl_contacts_table_update_actions (TlContactsTable *self, guint n_selected)
{
  gboolean may_change = tl_contacts_table_may_change (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].needs_some)
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, may_change && n_selected > 0);
}

/* Returns: whether the key means something here */
gboolean
tl_contacts_table_press (TlContactsTable *self, guint key, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].key && actions[i].key == gdk_keyval_to_lower (key) && actions[i].state == held)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), actions[i].name, NULL);
        return TRUE;
      }
  return FALSE;
}
