/* field-entry.h: a cell of a table to type in: a name, a time or a number, as people say them. */
#pragma once

#include <gtk/gtk.h>

#include "app/field-typing.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_ENTRY (tl_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldEntry, tl_field_entry, TL, FIELD_ENTRY, GtkEntry)

GtkWidget *tl_field_entry_new (const char *title, TlEntryFormat format, TlLiveEdit *edit);
void tl_field_entry_refresh (TlFieldEntry *self);
void tl_field_entry_set_lasting (TlFieldEntry *self, gboolean lasting);
gboolean tl_field_entry_is_understood (TlFieldEntry *self);
void tl_field_entry_restore (TlFieldEntry *self);

G_END_DECLS
