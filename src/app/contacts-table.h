/* contacts-table.h: the log of contacts, to be looked through, judged, given types and made needs of.
 *
 * Key by key: V value, F failure, U not sure, J as the type says, T type, N one need, Shift+N apart, Delete. Enter
 * or F2 edits a cell, as a double click does, or a click on a row that is selected: Tab to the next one, Escape out
 * of it. Alt+Enter goes to the panel beside.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/contact-list.h"
#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CONTACTS_TABLE (tl_contacts_table_get_type ())
G_DECLARE_FINAL_TYPE (TlContactsTable, tl_contacts_table, TL, CONTACTS_TABLE, GtkWidget)

GtkWidget *tl_contacts_table_new (void);
void tl_contacts_table_set_document (TlContactsTable *self, TlDocument *document);
TlContactList *tl_contacts_table_list (TlContactsTable *self);
GPtrArray *tl_contacts_table_selected (TlContactsTable *self) G_GNUC_WARN_UNUSED_RESULT;
void tl_contacts_table_show_disputed (TlContactsTable *self);

G_END_DECLS
