/* field-row.h: one line to type in: a name, a time, a share or a number, as people say them. */
#pragma once

#include <adwaita.h>

#include "app/field-typing.h"

G_BEGIN_DECLS

#define TL_TYPE_FIELD_ROW (tl_field_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFieldRow, tl_field_row, TL, FIELD_ROW, AdwEntryRow)

GtkWidget *tl_field_row_new (const char *title, TlEntryFormat format, TlLiveEdit *edit);
void tl_field_row_refresh (TlFieldRow *self);

G_END_DECLS
