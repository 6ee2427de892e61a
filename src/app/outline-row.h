/* outline-row.h: one step in the list beside the canvas. */
#pragma once

#include "app/step-list.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_ROW (tl_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineRow, tl_outline_row, TL, OUTLINE_ROW, GtkWidget)

GtkWidget *tl_outline_row_new (void);
void tl_outline_row_show (TlOutlineRow *self, TlStepList *list, guint position, TlPeriod period);

G_END_DECLS
