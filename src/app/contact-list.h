/* contact-list.h: the log of contacts as a list model: filtered, put into order, and made of objects only where
 * somebody looks.
 *
 * What to look at is found on another thread where the log is long. That thread reads the study itself, so it is
 * stopped before anybody changes it, and begins again after.
 */
#pragma once

#include <gio/gio.h>

#include "analysis/contact-rows.h"
#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_CONTACT_ENTRY (tl_contact_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlContactEntry, tl_contact_entry, TL, CONTACT_ENTRY, GObject)

#define TL_TYPE_CONTACT_LIST (tl_contact_list_get_type ())
G_DECLARE_FINAL_TYPE (TlContactList, tl_contact_list, TL, CONTACT_LIST, GObject)

/* Signals: "refreshing" (gboolean same_study) before the rows become others: @same_study where no contact came or
 * went since the rows were found, so that places in the study still mean the same; "refreshed" when they are, and
 * what is said of contacts may be other; "busy" when a search begins or ends. */

TlContactList *tl_contact_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_contact_list_set_document (TlContactList *self, TlDocument *document);
void tl_contact_list_set_filter (TlContactList *self, const TlContactFilter *filter);
void tl_contact_list_set_order (TlContactList *self, const TlField *field, gboolean descending);
const TlContactRows *tl_contact_list_rows (TlContactList *self);
void tl_contact_list_hold (TlContactList *self, gboolean hold);
TlContact *tl_contact_list_get (TlContactList *self, guint position);
guint tl_contact_list_find (TlContactList *self, const TlContact *contact);
const GPtrArray *tl_contact_list_channels (TlContactList *self);
const GPtrArray *tl_contact_list_places (TlContactList *self);
gboolean tl_contact_list_is_busy (TlContactList *self);
void tl_contact_list_finish (TlContactList *self);

G_END_DECLS
