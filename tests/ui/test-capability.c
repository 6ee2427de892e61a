/* test-capability.c: measures, values and charts, by keys and by mouse, in the real window. */
#include <math.h>

#include "app/capability-page.h"
#include "app/measure-chart.h"
#include "app/measure-options.h"
#include "app/point-table.h"
#include "hands.h"
#include "stage.h"
#include "study/measure-edits.h"

static TlMeasure *
measure_of (TlWindow *window)
{
  return tl_document_measure (tl_window_get_document (window));
}

static gpointer
find (TlWindow *window, GType type, const char *title)
{
  GtkWidget *found = tl_stage_find (window, type, title);

  g_assert_nonnull (found);
  return found;
}

static void
act (TlWindow *window, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (window), name, NULL);
  tl_hands_settle ();
}

static TlWindow *
open_page (void)
{
  TlWindow *window = tl_stage_open_sample ();

  tl_hands_begin (GTK_WINDOW (window));
  tl_hands_key ("Control+3");
  tl_hands_settle ();
  return window;
}

static void
show_values (TlWindow *window)
{
  TlPointTable *table = find (window, TL_TYPE_POINT_TABLE, NULL);
  GtkWidget *parts = gtk_widget_get_ancestor (GTK_WIDGET (table), GTK_TYPE_STACK);

  gtk_stack_set_visible_child_name (GTK_STACK (parts), "values");
  tl_hands_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (table));
  tl_hands_settle ();
}

static void
fill (TlWindow *window, guint count)
{
  TlHistory *history = tl_document_history (tl_window_get_document (window));
  TlMeasure *measure = tl_study_add_measure (history, "Days");

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *when = g_strdup_printf ("2026-%02u-%02u", 1 + i / 28, 1 + i % 28);

      tl_measure_add_point (history, measure, when, i == 20 ? 60 : 10 + i % 5);
    }
  tl_hands_settle ();
}

/* From an empty page to two values without a hand on the mouse. */
static void
test_typing (void)
{
  TlWindow *window = open_page ();
  TlMeasure *measure;

  tl_hands_key ("Return");
  tl_hands_settle ();
  tl_hands_keys ("Control+a");
  tl_hands_type ("Days until mended");
  tl_hands_key ("Return");
  measure = measure_of (window);
  g_assert_cmpstr (measure->name, ==, "Days until mended");
  show_values (window);
  tl_hands_type ("5.1.2026");
  tl_hands_key ("Tab");
  tl_hands_type ("14,5");
  tl_hands_key ("Return");
  tl_hands_settle ();
  tl_hands_type ("12.1.2026");
  tl_hands_key ("Tab");
  tl_hands_type ("31");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_cmpuint (measure->points->len, ==, 2);
  g_assert_cmpstr (((TlPoint *) measure->points->pdata[0])->when, ==, "2026-01-05");
  g_assert_cmpfloat (((TlPoint *) measure->points->pdata[0])->value, ==, 14.5);
  g_assert_cmpfloat (((TlPoint *) measure->points->pdata[1])->value, ==, 31);
  act (window, "win.undo");
  g_assert_cmpuint (measure->points->len, ==, 1);
  tl_stage_close_all ();
}

/* What can't be read is said and stays to be mended; nothing of it is in the study. */
static void
test_wrong (void)
{
  TlWindow *window = open_page ();

  fill (window, 3);
  show_values (window);
  tl_hands_type ("soon");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_true (tl_stage_says (window, "Type a date"));
  g_assert_cmpuint (measure_of (window)->points->len, ==, 3);
  tl_stage_close_all ();
}

static gboolean
has_values (gpointer window)
{
  return measure_of (window)->points->len >= 3;
}

/* Cells of a spreadsheet are values, one undo. */
static void
test_paste (void)
{
  TlWindow *window = open_page ();

  fill (window, 0);
  show_values (window);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                          "Datum\tTage\n05.01.2026\t14,5\n12.01.2026\t31\n19.01.2026\t8\n");
  tl_hands_key ("Control+v");
  tl_stage_wait (has_values, window);
  g_assert_cmpuint (measure_of (window)->points->len, ==, 3);
  g_assert_cmpstr (((TlPoint *) measure_of (window)->points->pdata[2])->when, ==, "2026-01-19");
  act (window, "win.undo");
  g_assert_cmpuint (measure_of (window)->points->len, ==, 0);
  tl_stage_close_all ();
}

/* The keyboard alone finds the signal, says what happened, and declares a change with a reason. */
static void
test_point (void)
{
  TlWindow *window = open_page ();
  TlMeasureChart *chart;
  TlMeasure *measure;
  TlPoint *point;

  fill (window, 30);
  measure = measure_of (window);
  chart = find (window, TL_TYPE_MEASURE_CHART, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (chart));
  tl_hands_key ("Home");
  for (guint i = 0; i < 20; i++)
    tl_hands_key ("Right");
  tl_hands_settle ();
  point = tl_measure_chart_get_point (chart, NULL);
  g_assert_true (point == measure->points->pdata[20]);
  g_assert_true (tl_stage_says (window, "outside the limits"));
  tl_hands_key ("Return");
  tl_hands_type ("snow");
  tl_hands_key ("Return");
  g_assert_cmpstr (point->note, ==, "snow");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (chart)));
  tl_hands_key_down ("Alt_L");
  tl_hands_key ("w");
  tl_hands_key_up ("Alt_L");
  tl_hands_settle ();
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_cmpuint (measure->changes->len, ==, 0);
  tl_hands_type ("Trades keep the job");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_cmpuint (measure->changes->len, ==, 1);
  g_assert_cmpstr (((TlChange *) measure->changes->pdata[0])->when, ==, point->when);
  g_assert_cmpuint (tl_document_xmr (tl_window_get_document (window))->phases->len, ==, 2);
  act (window, "win.undo");
  g_assert_cmpuint (measure->changes->len, ==, 0);
  tl_stage_close_all ();
}

/* A click anywhere takes the point that is nearest from left to right. */
static void
test_click (void)
{
  TlWindow *window = open_page ();
  TlMeasureChart *chart;
  guint number;

  fill (window, 30);
  chart = find (window, TL_TYPE_MEASURE_CHART, NULL);
  tl_hands_click (GTK_WIDGET (chart), 5, 200);
  g_assert_nonnull (tl_measure_chart_get_point (chart, &number));
  g_assert_cmpuint (number, ==, 0);
  tl_hands_click (GTK_WIDGET (chart), gtk_widget_get_width (GTK_WIDGET (chart)) - 5, 200);
  g_assert_nonnull (tl_measure_chart_get_point (chart, &number));
  g_assert_cmpuint (number, ==, 29);
  tl_hands_key ("Escape");
  g_assert_null (tl_measure_chart_get_point (chart, NULL));
  tl_stage_close_all ();
}

static GtkDropDown *
drop_down (TlWindow *window, const char *hint)
{
  GtkWidget *options = find (window, TL_TYPE_MEASURE_OPTIONS, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (options); child; child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_tooltip_text (child), hint) == 0)
      return GTK_DROP_DOWN (child);
  g_assert_not_reached ();
}

static const char *
undo_name (TlWindow *window)
{
  return tl_history_undo_name (tl_document_history (tl_window_get_document (window)));
}

/* Rules and centre are the measure's own: each with an undo, and another measure has others. */
static void
test_options (void)
{
  TlWindow *window = open_page ();
  TlMeasure *measure;
  GtkDropDown *rules;
  GtkDropDown *centre;

  fill (window, 30);
  measure = measure_of (window);
  rules = drop_down (window, "By which rules points are marked");
  centre = drop_down (window, "From what centre and limits are worked out");
  gtk_widget_grab_focus (GTK_WIDGET (rules));
  tl_hands_key ("space");
  tl_hands_settle ();
  tl_hands_key ("Down");
  tl_hands_key ("Return");
  tl_hands_settle ();
  g_assert_cmpint (measure->rules, ==, TL_XMR_NHS);
  g_assert_cmpstr (undo_name (window), ==, "Change rules");
  gtk_drop_down_set_selected (centre, 1);
  tl_hands_settle ();
  g_assert_cmpint (measure->centre, ==, TL_CENTRE_MEDIAN);
  g_assert_true (tl_document_xmr (tl_window_get_document (window))->options.median);
  fill (window, 2);
  tl_document_set_measure (tl_window_get_document (window),
                           g_ptr_array_index (tl_document_study (tl_window_get_document (window))->measures, 1));
  tl_hands_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (rules), ==, TL_XMR_WHEELER);
  tl_document_set_measure (tl_window_get_document (window), measure);
  tl_hands_settle ();
  g_assert_cmpuint (gtk_drop_down_get_selected (rules), ==, TL_XMR_NHS);
  for (guint i = 0; i < 3 + 2; i++)
    act (window, "win.undo");
  g_assert_cmpint (measure->rules, ==, TL_XMR_WHEELER);
  g_assert_cmpint (measure->centre, ==, TL_CENTRE_MEAN);
  g_assert_cmpuint (gtk_drop_down_get_selected (rules), ==, TL_XMR_WHEELER);
  tl_stage_close_all ();
}

static gboolean
says_how_often (TlWindow *window)
{
  TlSubject subject;
  const TlTheme theme = { .scale = 1 };
  g_autoptr (TlChart) chart = NULL;
  const GPtrArray *texts;

  tl_document_fill_subject (tl_window_get_document (window), TL_VIEW_CAPABILITY, &subject);
  chart = tl_chart_new (TL_VIEW_CAPABILITY, &subject, &theme, 1200, 700);
  texts = tl_chart_texts (chart);
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (((TlTextBox *) g_ptr_array_index (texts, i))->text, "How often"))
      return TRUE;
  return FALSE;
}

/* The histogram is there, and goes and comes by a button. */
static void
test_histogram (void)
{
  TlWindow *window = open_page ();
  GtkWidget *options;

  fill (window, 30);
  options = find (window, TL_TYPE_MEASURE_OPTIONS, NULL);
  g_assert_true (says_how_often (window));
  gtk_widget_grab_focus (gtk_widget_get_last_child (options));
  tl_hands_key ("space");
  tl_hands_settle ();
  g_assert_false (says_how_often (window));
  tl_hands_click (gtk_widget_get_last_child (options), 10, 10);
  tl_hands_settle ();
  g_assert_true (says_how_often (window));
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/capability/typing", test_typing);
  g_test_add_func ("/capability/wrong", test_wrong);
  g_test_add_func ("/capability/paste", test_paste);
  g_test_add_func ("/capability/point", test_point);
  g_test_add_func ("/capability/click", test_click);
  g_test_add_func ("/capability/options", test_options);
  g_test_add_func ("/capability/histogram", test_histogram);
  return g_test_run ();
}
