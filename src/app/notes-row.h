/* notes-row.h: several lines to type in. */
#pragma once

#include <adwaita.h>

#include "app/live-edit.h"

G_BEGIN_DECLS

#define TL_TYPE_NOTES_ROW (tl_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (TlNotesRow, tl_notes_row, TL, NOTES_ROW, AdwPreferencesRow)

GtkWidget *tl_notes_row_new (const char *title, TlLiveEdit *edit);
void tl_notes_row_refresh (TlNotesRow *self);

G_END_DECLS
