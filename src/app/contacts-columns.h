/* contacts-columns.h: the columns of the log of contacts, and by which of them it is put into order.
 *
 * Cells are labels. What a person types in is a guest: one widget for the whole table, which sits in the cell of its
 * contact wherever that is shown.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/contact-list.h"

G_BEGIN_DECLS

#define TL_TYPE_CONTACTS_COLUMNS (tl_contacts_columns_get_type ())
G_DECLARE_FINAL_TYPE (TlContactsColumns, tl_contacts_columns, TL, CONTACTS_COLUMNS, GObject)

TlContactsColumns *tl_contacts_columns_new (GtkColumnView *view, TlContactList *list) G_GNUC_WARN_UNUSED_RESULT;
void tl_contacts_columns_refresh (TlContactsColumns *self);

TlContact *tl_contacts_columns_pick (TlContactsColumns *self,
                                     GtkWidget *over,
                                     double x,
                                     double y,
                                     guint *row,
                                     const TlField **field);
const TlField *tl_contacts_columns_beside (const TlField *field, int by);
void tl_contacts_columns_seat (TlContactsColumns *self, GtkWidget *guest, TlContact *contact, const TlField *field);

const char *tl_contact_judged_word (TlContactKind kind);

G_END_DECLS
