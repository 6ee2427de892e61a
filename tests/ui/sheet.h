/* sheet.h: a canvas alone in a window, with a study of its own, for tests of what hands do to it.
 */
#pragma once

#include "app/canvas.h"
#include "app/document.h"
#include "study/flow-edits.h"
#include "study/step.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWindow *window;
  GtkWidget *canvas;
  TlDocument *document;
  TlHistory *history;
} Sheet;

void sheet_open (Sheet *sheet, gconstpointer data);
void sheet_close (Sheet *sheet, gconstpointer data);

TlFlow *sheet_flow (Sheet *sheet);
TlStep *sheet_step (Sheet *sheet, guint index);
TlConnector *sheet_connector (Sheet *sheet, guint index);
TlStep *sheet_add (Sheet *sheet, const char *name, double x, double y);
void sheet_show (Sheet *sheet);
void sheet_place (Sheet *sheet, gconstpointer item, double *x, double *y);
char *sheet_text (Sheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
void sheet_drag_by (Sheet *sheet, gconstpointer item, double dx, double dy);
void sheet_begin_drag (Sheet *sheet, gconstpointer item, double dx, double dy);

#define sheet_add_test(path, test) g_test_add (path, Sheet, NULL, sheet_open, test, sheet_close)

G_END_DECLS
