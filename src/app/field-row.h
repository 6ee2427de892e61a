/* field-row.h: one line to type in: a name, a time, a share or a number, as people say them. */
#pragma once

#include <adwaita.h>

#include "app/live-edit.h"

G_BEGIN_DECLS

/**
 * TlEntryFormat:
 * @TL_ENTRY_TEXT: words
 * @TL_ENTRY_MINUTES: "6m", "2 h", "3d"
 * @TL_ENTRY_SHARE: "40 %", "2/5"
 * @TL_ENTRY_RATE: "35 %", "1/3", "2": how often, each time
 * @TL_ENTRY_AMOUNT: "12", "0.5"
 */
typedef enum
{
  TL_ENTRY_TEXT,
  TL_ENTRY_MINUTES,
  TL_ENTRY_SHARE,
  TL_ENTRY_RATE,
  TL_ENTRY_AMOUNT,
} TlEntryFormat;

#define TL_TYPE_FIELD_ROW (tl_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldRow, tl_field_row, TL, FIELD_ROW, AdwEntryRow)

GtkWidget *tl_field_row_new (const char *title, TlEntryFormat format, TlLiveEdit *edit);
void tl_field_row_refresh (TlFieldRow *self);

G_END_DECLS
