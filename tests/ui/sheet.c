#include "sheet.h"

#include "hands.h"
#include "storage/study-file.h"

void
sheet_open (Sheet *sheet, gconstpointer data)
{
  sheet->document = tl_document_new ();
  sheet->history = tl_document_history (sheet->document);
  sheet->canvas = tl_canvas_new ();
  sheet->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (sheet->window, FALSE);
  gtk_window_set_default_size (sheet->window, 1200, 700);
  gtk_window_set_child (sheet->window, sheet->canvas);
  tl_canvas_set_document (TL_CANVAS (sheet->canvas), sheet->document);
  gtk_window_present (sheet->window);
  tl_hands_begin (sheet->window);
  gtk_widget_grab_focus (sheet->canvas);
  tl_hands_settle ();
}

void
sheet_close (Sheet *sheet, gconstpointer data)
{
  gtk_window_destroy (sheet->window);
  g_object_unref (sheet->document);
}

TlFlow *
sheet_flow (Sheet *sheet)
{
  return tl_document_flow (sheet->document);
}

TlStep *
sheet_step (Sheet *sheet, guint index)
{
  g_assert_cmpuint (index, <, sheet_flow (sheet)->steps->len);
  return g_ptr_array_index (sheet_flow (sheet)->steps, index);
}

TlConnector *
sheet_connector (Sheet *sheet, guint index)
{
  g_assert_cmpuint (index, <, sheet_flow (sheet)->connectors->len);
  return g_ptr_array_index (sheet_flow (sheet)->connectors, index);
}

/* A step with its middle at a place of the flow. */
TlStep *
sheet_add (Sheet *sheet, const char *name, double x, double y)
{
  return tl_flow_add_step (sheet->history, sheet_flow (sheet), name, x, y);
}

/* Shows all that was added, and waits until it is drawn. */
void
sheet_show (Sheet *sheet)
{
  tl_canvas_zoom_to_fit (TL_CANVAS (sheet->canvas));
  tl_hands_settle ();
}

/* Where the middle of an item is, in the widget. */
void
sheet_place (Sheet *sheet, gconstpointer item, double *x, double *y)
{
  g_assert_true (tl_canvas_place_of (TL_CANVAS (sheet->canvas), item, x, y));
}

/* Returns: (transfer full): the whole study as it would be saved, to compare */
char *
sheet_text (Sheet *sheet)
{
  g_autoptr (GBytes) bytes = tl_study_to_bytes (tl_document_study (sheet->document));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Drags an item by its middle. */
void
sheet_drag_by (Sheet *sheet, gconstpointer item, double dx, double dy)
{
  double x, y;

  sheet_place (sheet, item, &x, &y);
  tl_hands_drag (sheet->canvas, x, y, x + dx, y + dy);
}

/* The same, and holds it there. */
void
sheet_begin_drag (Sheet *sheet, gconstpointer item, double dx, double dy)
{
  double x, y;

  sheet_place (sheet, item, &x, &y);
  tl_hands_hold (sheet->canvas, x, y, x + dx, y + dy);
}
