/* adder-row.h: one line to type into, at the end of a list: Enter adds what was typed, and the next can be typed. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_ADDER_ROW (tl_adder_row_get_type ())
G_DECLARE_FINAL_TYPE (TlAdderRow, tl_adder_row, TL, ADDER_ROW, AdwEntryRow)

/**
 * TlAdderTyped:
 * @text: what was typed, never empty
 * @data: as given to tl_adder_row_new()
 */
typedef void (*TlAdderTyped) (const char *text, gpointer data);

GtkWidget *tl_adder_row_new (const char *title, TlAdderTyped typed, gpointer data);

G_END_DECLS
