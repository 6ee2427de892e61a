/* edit.h: one change to a study, as a value.
 *
 * An edit is made, given to the history (history.h) and from then on belongs to it. Applying and
 * undoing are exact: position in the list, id and unknown content come back as they were.
 */
#pragma once

#include "item.h"

G_BEGIN_DECLS

typedef struct _TlEdit TlEdit;

TlEdit *tl_edit_new_set (gpointer item, const TlField *field, TlValue value) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_set_text (gpointer item, const char *field, const char *text) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_set_number (gpointer item, const char *field, double number) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_set_choice (gpointer item, const char *field, int choice) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_set_item (gpointer item, const char *field, gpointer target) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_insert (gpointer parent, gpointer child, guint position) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_remove (gpointer child) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_move (gpointer child, guint position) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_set_all (GPtrArray *items, const TlField *field, TlValue value) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_append_all (gpointer parent, GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
TlEdit *tl_edit_new_remove_all (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
void tl_edit_free (TlEdit *edit);

/**
 * TlEditScope:
 *
 * What an edit touches, so that who listens does no needless work.
 */
typedef enum
{
  TL_SCOPE_WORDS = 1 << 0,     /* names, notes, labels */
  TL_SCOPE_NUMBERS = 1 << 1,   /* what the arithmetic reads */
  TL_SCOPE_PLACES = 1 << 2,    /* where steps stand */
  TL_SCOPE_STRUCTURE = 1 << 3, /* items came, went or changed order */
  TL_SCOPE_ROUTES = 1 << 4,    /* what lines and their labels follow: more than a mark or a time of a step */
} TlEditScope;

void tl_edit_apply (TlEdit *edit);
void tl_edit_undo (TlEdit *edit);
gboolean tl_edit_is_idle (const TlEdit *edit);
gboolean tl_edit_is_sound (const TlEdit *edit);
gboolean tl_edit_absorb (const TlEdit *edit, const TlEdit *later);
TlEditScope tl_edit_scope (const TlEdit *edit);
gpointer tl_edit_item (const TlEdit *edit);
gsize tl_edit_size (const TlEdit *edit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEdit, tl_edit_free)

G_END_DECLS
