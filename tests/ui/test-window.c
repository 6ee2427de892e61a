/* The window: the sample in it, the purpose, undo, what the strip says, second windows. */
#include <string.h>

#include "app/canvas.h"
#include "app/purpose-bar.h"
#include "app/strip-view.h"
#include "hands.h"
#include "stage.h"
#include "storage/study-file.h"
#include "study/flow-edits.h"

typedef struct
{
  TlWindow *window;
} Stage;

static void
enter (Stage *stage, gconstpointer data)
{
  stage->window = tl_stage_open_sample ();
}

static void
leave (Stage *stage, gconstpointer data)
{
  tl_stage_close_all ();
}

static TlStudy *
study (Stage *stage)
{
  return tl_document_study (tl_window_get_document (stage->window));
}

static void
act (Stage *stage, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->window), action, NULL));
  tl_stage_settle ();
}

static const char *
headline (Stage *stage)
{
  return tl_strip_view_get_headline (TL_STRIP_VIEW (tl_stage_find (stage->window, TL_TYPE_STRIP_VIEW, NULL)));
}

static void
test_sample (Stage *stage, gconstpointer data)
{
  g_assert_nonnull (strstr (headline (stage), "19\302\240% of the hours worked"));
  g_assert_true (tl_stage_says (stage->window, "Fix my home, right first time, when it suits me"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (stage->window)), ==, "Housing repairs");
}

/* The bar says the new numbers in the frame that shows the edit, and the old ones after undo. */
static void
test_strip_moves (Stage *stage, gconstpointer data)
{
  TlHistory *history = tl_document_history (tl_window_get_document (stage->window));
  g_autofree char *before = g_strdup (headline (stage));
  GPtrArray *steps = ((TlFlow *) g_ptr_array_index (study (stage)->flows, 0))->steps;
  g_autoptr (GPtrArray) visit = g_ptr_array_new ();
  const TlCapacity *capacity;

  g_ptr_array_add (visit, g_ptr_array_index (steps, 2));
  tl_steps_set_times (history, visit, 700, 0);
  tl_stage_settle ();
  g_assert_cmpstr (headline (stage), !=, before);
  tl_steps_set_class (history, visit, TL_CLASS_WASTE, TL_WASTE_NONE);
  capacity = tl_document_capacity (tl_window_get_document (stage->window));
  g_assert_cmpfloat (capacity->hours.hours[TL_BUCKET_WASTE], >, 1000);
  act (stage, "win.undo");
  act (stage, "win.undo");
  g_assert_cmpstr (headline (stage), ==, before);
}

static void
test_undo_says_what (Stage *stage, gconstpointer data)
{
  TlHistory *history = tl_document_history (tl_window_get_document (stage->window));
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_assert_nonnull (tl_stage_find (stage->window, GTK_TYPE_BUTTON, "Nothing to undo"));
  g_ptr_array_add (steps, tl_study_find (study (stage), "s1"));
  tl_steps_set_class (history, steps, TL_CLASS_WASTE, TL_WASTE_NONE);
  tl_stage_settle ();
  g_assert_nonnull (tl_stage_find (stage->window, GTK_TYPE_BUTTON, "Undo: Mark as waste"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (stage->window)), "• "));
  act (stage, "win.undo");
  g_assert_nonnull (tl_stage_find (stage->window, GTK_TYPE_BUTTON, "Redo: Mark as waste"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (stage->window)), ==, "Housing repairs");
}

/* By the keyboard: typed over, kept by Enter, undone as one, given up by Escape. */
static void
test_purpose (Stage *stage, gconstpointer data)
{
  TlPurposeBar *bar = TL_PURPOSE_BAR (tl_stage_find (stage->window, TL_TYPE_PURPOSE_BAR, NULL));
  GtkWidget *canvas = tl_stage_find (stage->window, TL_TYPE_CANVAS, NULL);
  int height = gtk_widget_get_height (GTK_WIDGET (bar));

  tl_hands_begin (GTK_WINDOW (stage->window));
  act (stage, "win.purpose");
  g_assert_true (tl_purpose_bar_is_editing (bar));
  tl_hands_type ("fix it once");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_false (tl_purpose_bar_is_editing (bar));
  g_assert_true (gtk_widget_is_focus (canvas));
  g_assert_cmpstr (study (stage)->statement, ==, "fix it once");
  g_assert_true (tl_stage_says (bar, "fix it once"));

  act (stage, "win.purpose");
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (bar)), ==, height);
  tl_hands_type ("never mind");
  tl_hands_key ("Escape");
  tl_stage_settle ();
  g_assert_false (tl_purpose_bar_is_editing (bar));
  g_assert_true (gtk_widget_is_focus (canvas));
  g_assert_cmpstr (study (stage)->statement, ==, "fix it once");

  act (stage, "win.undo");
  g_assert_cmpstr (study (stage)->statement, ==, "Fix my home, right first time, when it suits me");
  g_assert_false (tl_document_is_modified (tl_window_get_document (stage->window)));
}

static void
test_pages (Stage *stage, gconstpointer data)
{
  AdwViewStack *pages = ADW_VIEW_STACK (tl_stage_find (stage->window, ADW_TYPE_VIEW_STACK, NULL));

  tl_hands_begin (GTK_WINDOW (stage->window));
  tl_hands_key ("Control+5");
  tl_stage_settle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, "capacity");
  g_assert_true (tl_stage_says (stage->window, "Fix my home, right first time, when it suits me"));
  tl_hands_key ("Control+2");
  tl_stage_settle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, "demand");
  tl_hands_key ("Control+4");
  tl_stage_settle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, "flow");
}

/* One key on the welcome page, and one draws. */
static void
test_draw_now (void)
{
  TlWindow *window = tl_stage_new_window ();

  g_assert_null (tl_window_get_document (window));
  tl_hands_begin (GTK_WINDOW (window));
  tl_hands_key ("n");
  tl_stage_settle ();
  g_assert_nonnull (tl_window_get_document (window));
  g_assert_true (tl_document_is_untouched (tl_window_get_document (window)));
  tl_hands_key ("Tab");
  tl_hands_type ("take the call");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (tl_document_flow (tl_window_get_document (window))->steps->len, ==, 1);
  tl_stage_close_all ();
}

/* A study without hours says once what is missing, and Enter goes where it is given. */
static void
test_no_numbers (void)
{
  TlWindow *window = tl_stage_new_window ();
  AdwViewStack *pages;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.draw", NULL);
  tl_stage_settle ();
  pages = ADW_VIEW_STACK (tl_stage_find (window, ADW_TYPE_VIEW_STACK, NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "capacity");
  tl_stage_settle ();
  g_assert_true (tl_stage_says (window, "No hours yet: draw the steps that the work takes"));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "clicked");
  tl_stage_settle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, "flow");
  tl_stage_close_all ();
}

static gboolean
has_document (gpointer window)
{
  return tl_window_get_document (window) != NULL;
}

static void
test_second_window (void)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) other = tl_stage_file ("other.throughline");
  TlWindow *first = tl_stage_open_copy (&file);
  TlWindow *second;

  g_assert_true (g_file_copy (file, other, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  g_assert_true (tl_application_open_file (tl_stage_application (), file, NULL) == first);
  g_assert_cmpuint (tl_stage_windows (), ==, 1);
  second = tl_application_open_file (tl_stage_application (), other, first);
  tl_stage_wait (has_document, second);
  g_assert_true (second != first);
  g_assert_cmpuint (tl_stage_windows (), ==, 2);
  tl_stage_close_all ();
}

#define ADD(path, test) g_test_add (path, Stage, NULL, enter, test, leave)

/* What is said is heard once: the newer replaces the older, and an edit both; the strip stays in sight. */
static void
test_say (Stage *stage, gconstpointer data)
{
  GtkWidget *strip = tl_stage_find (stage->window, TL_TYPE_STRIP_VIEW, NULL);
  GtkWidget *overlay = tl_stage_find (stage->window, ADW_TYPE_TOAST_OVERLAY, NULL);

  tl_window_say (stage->window, "First");
  tl_stage_settle ();
  g_assert_true (tl_stage_says (stage->window, "First"));
  tl_window_say (stage->window, "Second");
  tl_stage_settle ();
  g_assert_false (tl_stage_says (stage->window, "First"));
  g_assert_true (tl_stage_says (stage->window, "Second"));
  tl_item_change (tl_document_history (tl_window_get_document (stage->window)), study (stage), "title",
                  tl_value_text ("Repairs"), "Change title");
  tl_stage_settle ();
  g_assert_false (tl_stage_says (stage->window, "Second"));
  g_assert_true (gtk_widget_get_mapped (strip));
  g_assert_false (gtk_widget_is_ancestor (strip, overlay));
}

static void
assert_keys_draw (Stage *stage, GtkWidget *canvas, const char *what)
{
  tl_hands_settle ();
  if (!gtk_widget_has_focus (canvas))
    g_error ("after %s the keyboard is not the canvas's", what);
}

/* Whatever is clicked in the header and put away again: keys go on drawing. */
static void
test_header_leaves_keys (Stage *stage, gconstpointer data)
{
  GtkWidget *canvas = tl_stage_find (stage->window, TL_TYPE_CANVAS, NULL);
  GtkWidget *open = tl_stage_find (stage->window, ADW_TYPE_SPLIT_BUTTON, NULL);
  GtkWidget *menu = tl_stage_find (stage->window, GTK_TYPE_MENU_BUTTON, "Menu");

  tl_hands_begin (GTK_WINDOW (stage->window));
  gtk_widget_grab_focus (canvas);
  tl_hands_click (open, gtk_widget_get_width (open) - 8, gtk_widget_get_height (open) / 2.0);
  tl_hands_key ("Escape");
  assert_keys_draw (stage, canvas, "the recent list");
  tl_hands_click (menu, gtk_widget_get_width (menu) / 2.0, gtk_widget_get_height (menu) / 2.0);
  tl_hands_key ("Escape");
  assert_keys_draw (stage, canvas, "the menu");
}

static gboolean
has_eight_steps (gpointer window)
{
  return tl_document_flow (tl_window_get_document (window))->steps->len == 8;
}

static GtkWidget *
take_up (TlWindow *window)
{
  GtkWidget *canvas = tl_stage_find (window, TL_TYPE_CANVAS, NULL);

  gtk_window_present (GTK_WINDOW (window));
  tl_hands_begin (GTK_WINDOW (window));
  gtk_widget_grab_focus (canvas);
  tl_hands_settle ();
  return canvas;
}

static guint
count_named (TlFlow *flow, const char *name, TlStepClass class)
{
  guint count = 0;

  for (guint i = 0; i < flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (flow->steps, i);

      count += g_strcmp0 (step->name, name) == 0 && step->class == class;
    }
  return count;
}

/* Steps that are copied in one window are pasted in another, with what was said of them and what joins them, and are
 * one undo; the first window keeps its own. */
static void
test_paste_between_windows (Stage *stage, gconstpointer data)
{
  TlWindow *other = tl_stage_open_sample ();
  TlFlow *flow = tl_document_flow (tl_window_get_document (other));
  TlItem *steps[3];
  guint connectors = flow->connectors->len;

  take_up (stage->window);
  for (guint i = 0; i < 3; i++)
    steps[i] = g_ptr_array_index (tl_document_flow (tl_window_get_document (stage->window))->steps, i);
  tl_selection_set (tl_document_selection (tl_window_get_document (stage->window)), steps[0]);
  tl_selection_add (tl_document_selection (tl_window_get_document (stage->window)), steps[1]);
  tl_selection_add (tl_document_selection (tl_window_get_document (stage->window)), steps[2]);
  tl_hands_key ("Control+c");
  take_up (other);
  tl_hands_key ("Control+v");
  tl_stage_wait (has_eight_steps, other);
  g_assert_cmpuint (count_named (flow, "Check the policy", TL_CLASS_WASTE), ==, 2);
  g_assert_cmpuint (count_named (flow, "Visit and fix", TL_CLASS_VALUE), ==, 2);
  g_assert_cmpuint (flow->connectors->len, ==, connectors + 4);
  g_assert_cmpuint (tl_document_flow (tl_window_get_document (stage->window))->steps->len, ==, 5);
  g_assert_true (tl_history_undo (tl_document_history (tl_window_get_document (other))));
  g_assert_cmpuint (flow->steps->len, ==, 5);
  g_assert_cmpuint (flow->connectors->len, ==, connectors);
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("/window/sample", test_sample);
  ADD ("/window/strip-moves", test_strip_moves);
  ADD ("/window/undo-says-what", test_undo_says_what);
  ADD ("/window/purpose", test_purpose);
  ADD ("/window/say", test_say);
  ADD ("/window/pages", test_pages);
  ADD ("/window/header-leaves-keys", test_header_leaves_keys);
  ADD ("/window/paste-between-windows", test_paste_between_windows);
  g_test_add_func ("/window/draw-now", test_draw_now);
  g_test_add_func ("/window/no-numbers", test_no_numbers);
  g_test_add_func ("/window/second-window", test_second_window);
  return g_test_run ();
}
