/* contacts-table-private.h: what the files of the table of contacts share. */
#pragma once

#include <adwaita.h>

#include "app/contact-editor.h"
#include "app/contacts-columns.h"
#include "app/contacts-filter.h"
#include "app/contacts-table.h"
#include "app/panel.h"
#include "app/prompt.h"

G_BEGIN_DECLS

struct _TlContactsTable
{
  GtkWidget parent_instance;
  GtkWidget *column;
  TlContactsFilter *filter;
  GtkStack *states;
  GtkColumnView *view;
  GtkLabel *count;
  GtkSpinner *spinner;
  GtkWidget *selected_bar;
  GtkLabel *selected_label;
  GtkWidget *panel_scroll;
  GtkWidget *type_button;
  GtkWidget *need_button;
  TlDocument *document;
  TlContactList *list;
  TlContactsColumns *columns;
  GtkMultiSelection *selection;
  TlPrompt *prompt;
  GPtrArray *asked_about; /* what the prompt's answer is for */
  TlPanel *panel;         /* NULL while none or many are selected */
  TlContact *panel_contact;
  GtkBitset *kept;      /* places in the study that were selected before the rows became others; NULL for none */
  guint first_selected; /* row */
  gboolean had_focus;
  guint follow_source;
  TlContactEditor *editor;
  guint pressed_row;         /* under the pointer when its button went down */
  const TlField *pressed_field;
  gboolean pressed_again; /* on the one row that was selected */
  guint begin_source;
};

void tl_contacts_table_install_actions (GtkWidgetClass *widget_class);
void tl_contacts_table_update_actions (TlContactsTable *self, guint n_selected);
gboolean tl_contacts_table_press (TlContactsTable *self, guint key, GdkModifierType state);
void tl_contacts_table_go_to_panel (TlContactsTable *self);

GtkWidget *tl_contacts_table_inner_list (TlContactsTable *self);
void tl_contacts_table_go_to (TlContactsTable *self, guint row);
gboolean tl_contacts_table_may_change (TlContactsTable *self);
void tl_contacts_table_init_editing (TlContactsTable *self);
void tl_contacts_table_edit (TlContactsTable *self);
void tl_contacts_table_stop_editing (TlContactsTable *self);

G_END_DECLS
