/* field-typing.h: what is typed into an entry goes into a field of the study, letter by letter.
 *
 * Shared by rows of the inspector and cells of tables: the entry is any #GtkEditable.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/live-edit.h"

G_BEGIN_DECLS

/**
 * TlEntryFormat:
 * @TL_ENTRY_TEXT: words
 * @TL_ENTRY_MINUTES: "6m", "2 h", "3d"
 * @TL_ENTRY_SHARE: "40 %", "2/5"
 * @TL_ENTRY_RATE: "35 %", "1/3", "2": how often, each time
 * @TL_ENTRY_AMOUNT: "12", "0.5"
 * @TL_ENTRY_MOMENT: "2026-03-31", "31.3.2026 09:30"
 */
typedef enum
{
  TL_ENTRY_TEXT,
  TL_ENTRY_MINUTES,
  TL_ENTRY_SHARE,
  TL_ENTRY_RATE,
  TL_ENTRY_AMOUNT,
  TL_ENTRY_MOMENT,
} TlEntryFormat;

typedef struct _TlFieldTyping TlFieldTyping;

/**
 * TlFieldWrong:
 * @entry: what is typed in
 * @error: (nullable): why it can't be understood; %NULL where it can
 *
 * Shows what is wrong, or no more.
 */
typedef void (*TlFieldWrong) (GtkWidget *entry, const GError *error);

TlFieldTyping *tl_field_typing_new (GtkWidget *entry,
                                    const char *activated,
                                    TlEntryFormat format,
                                    TlLiveEdit *edit,
                                    TlFieldWrong wrong) G_GNUC_WARN_UNUSED_RESULT;
void tl_field_typing_free (TlFieldTyping *self);
void tl_field_typing_refresh (TlFieldTyping *self);
void tl_field_typing_set_lasting (TlFieldTyping *self, gboolean lasting);
gboolean tl_field_typing_differs (TlFieldTyping *self);
const char *tl_field_typing_wrong (TlFieldTyping *self);
void tl_field_typing_restore (TlFieldTyping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFieldTyping, tl_field_typing_free)

G_END_DECLS
