/* type-entry.h: the type of a contact, typed or chosen from a list that hangs below.
 *
 * Up and Down go through the list. Enter takes what is marked in it: what fits best what was typed, or, last, a new
 * type of that name. An empty entry stands for no type yet.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "study/contact.h"

G_BEGIN_DECLS

#define TL_TYPE_TYPE_ENTRY (tl_type_entry_get_type ())
G_DECLARE_FINAL_TYPE (TlTypeEntry, tl_type_entry, TL, TYPE_ENTRY, GtkEntry)

/* Signal "taken": a type was chosen from the list with the mouse. "activate" as of any entry. */

GtkWidget *tl_type_entry_new (TlDocument *document, TlContact *contact);
void tl_type_entry_take (TlTypeEntry *self);

G_END_DECLS
