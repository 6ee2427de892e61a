/* point-cells.h: one row of the table of values: when, how much, and what happened.
 *
 * What can't be read stays as it was typed, marked, until it can be or is left with Escape.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_POINT_CELLS (tl_point_cells_get_type ())
G_DECLARE_FINAL_TYPE (TlPointCells, tl_point_cells, TL, POINT_CELLS, GtkBox)

typedef enum
{
  TL_CELL_WHEN,
  TL_CELL_VALUE,
  TL_CELL_NOTE,
  TL_N_CELLS,
} TlPointCell;

/* Signals:
 *  "entered" (TlPointCell cell): Enter was pressed in it, and what it says is kept.
 *  "wrong" (const char *words): something can't be read; "" where it is well again.
 */

GtkWidget *tl_point_cells_new (void);
void tl_point_cells_show (TlPointCells *self, TlDocument *document, TlPoint *point);
TlPoint *tl_point_cells_get_point (TlPointCells *self);
void tl_point_cells_refresh (TlPointCells *self);
void tl_point_cells_type (TlPointCells *self, TlPointCell cell);

G_END_DECLS
