/* contact-editor.h: the one cell of the log of contacts that a person types in.
 *
 * Tab goes to the next cell, Shift+Tab to the one before, Enter keeps, Escape leaves the cell as it was. What can't
 * be understood stays, with words beside it, until it is mended or left by Escape.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/contacts-columns.h"

G_BEGIN_DECLS

#define TL_TYPE_CONTACT_EDITOR (tl_contact_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlContactEditor, tl_contact_editor, TL, CONTACT_EDITOR, GObject)

/* Signals:
 *  "moved" (int by): the keyboard wants the first cell of the next row (1) or the last one of the row before (-1);
 *  "ended" (gboolean by_key): nothing is typed any more; @by_key where the keyboard was in the cell until then. */

TlContactEditor *tl_contact_editor_new (TlContactsColumns *columns, TlContactList *list) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tl_contact_editor_begin (TlContactEditor *self, TlDocument *document, TlContact *contact, const TlField *field);
gboolean tl_contact_editor_end (TlContactEditor *self);
void tl_contact_editor_refresh (TlContactEditor *self);
TlContact *tl_contact_editor_get_contact (TlContactEditor *self);
const TlField *tl_contact_editor_get_field (TlContactEditor *self);
gboolean tl_contact_editor_has_keyboard (TlContactEditor *self);
gboolean tl_contact_editor_press (TlContactEditor *self, guint key, GdkModifierType state);

G_END_DECLS
