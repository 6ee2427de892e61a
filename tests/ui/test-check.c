/* The pages of purpose and conditions: what a team writes down, ties and walks along, by keys and by mouse. */
#include <string.h>

#include "app/adder-row.h"
#include "app/chart-view.h"
#include "app/condition-row.h"
#include "app/conditions-page.h"
#include "app/inspector.h"
#include "app/prompt.h"
#include "app/purpose-page.h"
#include "app/word-hints.h"
#include "hands.h"
#include "stage.h"
#include "storage/study-file.h"
#include "study/tying.h"

typedef struct
{
  TlWindow *window;
  TlDocument *document;
  TlStudy *study;
  GBytes *before;
} Stage;

static void
enter (Stage *stage, gconstpointer data)
{
  stage->window = tl_stage_open_sample ();
  stage->document = tl_window_get_document (stage->window);
  stage->study = tl_document_study (stage->document);
  stage->before = tl_study_to_bytes (stage->study);
  tl_hands_begin (GTK_WINDOW (stage->window));
}

static void
leave (Stage *stage, gconstpointer data)
{
  g_bytes_unref (stage->before);
  tl_stage_close_all ();
}

static void
undo_all (Stage *stage)
{
  g_autoptr (GBytes) after = NULL;

  while (tl_history_undo (tl_document_history (stage->document)))
    tl_stage_settle ();
  after = tl_study_to_bytes (stage->study);
  g_assert_true (g_bytes_equal (after, stage->before));
}

static GtkWidget *
page (Stage *stage)
{
  AdwViewStack *pages = ADW_VIEW_STACK (tl_stage_find (stage->window, ADW_TYPE_VIEW_STACK, NULL));

  return adw_view_stack_get_visible_child (pages);
}

static void
assert_page (Stage *stage, const char *name)
{
  AdwViewStack *pages = ADW_VIEW_STACK (tl_stage_find (stage->window, ADW_TYPE_VIEW_STACK, NULL));

  g_assert_cmpstr (adw_view_stack_get_visible_child_name (pages), ==, name);
}

static void
go (Stage *stage, const char *key, GType type)
{
  tl_hands_key (key);
  tl_hands_settle ();
  tl_stage_settle ();
  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (page (stage), type));
}

static GtkWidget *
find (Stage *stage, GType type, const char *title)
{
  GtkWidget *found = tl_stage_find (page (stage), type, title);

  if (!found)
    g_error ("there is no %s “%s” on the page", g_type_name (type), title ? title : "");
  return found;
}

/* Types into the line at the end of the list and leaves the keyboard there. */
static void
add (Stage *stage, const char *words)
{
  tl_hands_type (words);
  tl_hands_key ("Return");
  tl_hands_settle ();
  tl_stage_settle ();
}

static void
click_adder (Stage *stage)
{
  tl_hands_click_on (find (stage, TL_TYPE_ADDER_ROW, NULL));
  tl_hands_settle ();
}

static const char *
matter (Stage *stage, guint index)
{
  return tl_item_name (g_ptr_array_index (stage->study->matters, index));
}

/* One after the other by Enter, put in order by keys, and all of it undone. */
static void
test_matters (Stage *stage, gconstpointer data)
{
  go (stage, "Control+1", TL_TYPE_PURPOSE_PAGE);
  click_adder (stage);
  add (stage, "Come in time");
  add (stage, "Fix it");
  g_assert_cmpuint (stage->study->matters->len, ==, 2);
  g_assert_cmpstr (matter (stage, 1), ==, "Fix it");
  g_assert_true (tl_stage_says (page (stage), "Said in one sentence, 2 things that matter to customers"));

  tl_hands_key ("Shift+Tab");
  tl_hands_key ("Shift+Tab");
  tl_hands_key ("Shift+Tab");
  tl_hands_settle ();
  tl_hands_key_down ("Alt_L");
  tl_hands_key ("Up");
  tl_hands_key_up ("Alt_L");
  tl_hands_settle ();
  tl_stage_settle ();
  g_assert_cmpstr (matter (stage, 0), ==, "Fix it");
  undo_all (stage);
  tl_stage_settle ();
  g_assert_true (tl_stage_says (page (stage), "nothing yet of what matters to customers"));
}

static gboolean
is_turned (gpointer data)
{
  return g_strcmp0 (matter (data, 0), "Fix it") == 0;
}

/* By its handle, with the mouse, and one undo takes it back. */
static void
test_drag_matter (Stage *stage, gconstpointer data)
{
  GtkWidget *handle;
  double row;

  go (stage, "Control+1", TL_TYPE_PURPOSE_PAGE);
  click_adder (stage);
  add (stage, "Come in time");
  add (stage, "Fix it");
  handle = find (stage, GTK_TYPE_IMAGE, "Drag to another place (Alt+Up, Alt+Down)");
  row = gtk_widget_get_height (gtk_widget_get_ancestor (handle, ADW_TYPE_ENTRY_ROW));
  tl_hands_drag (handle, 4, 4, 10, 4 + row);
  tl_stage_wait (is_turned, stage);
  g_assert_cmpstr (matter (stage, 1), ==, "Come in time");
  tl_history_undo (tl_document_history (stage->document));
  tl_stage_settle ();
  g_assert_cmpstr (matter (stage, 0), ==, "Come in time");
  undo_all (stage);
}

static void
test_tie_matter (Stage *stage, gconstpointer data)
{
  TlDemand *demand = g_ptr_array_index (stage->study->demands, 0);
  GtkWidget *check;

  go (stage, "Control+1", TL_TYPE_PURPOSE_PAGE);
  click_adder (stage);
  add (stage, "Fix it");
  tl_hands_click_on (tl_stage_find (page (stage), GTK_TYPE_MENU_BUTTON, NULL));
  tl_hands_settle ();
  tl_stage_settle ();
  check = find (stage, GTK_TYPE_CHECK_BUTTON, NULL);
  tl_hands_click_on (check);
  tl_hands_settle ();
  g_assert_nonnull (tl_item_tie_to (demand, g_ptr_array_index (stage->study->matters, 0)));
  g_assert_true (tl_stage_says (page (stage), "1 demand"));
  tl_hands_key ("space");
  tl_hands_settle ();
  g_assert_cmpuint (demand->links->len, ==, 0);
  tl_hands_key ("Escape");
  undo_all (stage);
}

static GtkWidget *
hints (Stage *stage)
{
  return find (stage, TL_TYPE_WORD_HINTS, NULL);
}

static void
say_purpose (Stage *stage, const char *words)
{
  tl_hands_key ("Control+p");
  tl_hands_settle ();
  tl_hands_key ("Control+a");
  tl_hands_type (words);
  tl_hands_key ("Return");
  tl_hands_settle ();
  tl_stage_settle ();
  g_assert_cmpstr (stage->study->statement, ==, words);
}

/* Gentle: it says why, it can be put away for this text, and comes back for another one. */
static void
test_hint (Stage *stage, gconstpointer data)
{
  go (stage, "Control+1", TL_TYPE_PURPOSE_PAGE);
  g_assert_false (gtk_widget_get_visible (hints (stage)));
  say_purpose (stage, "an efficient service");
  g_assert_true (gtk_widget_get_mapped (hints (stage)));
  g_assert_true (tl_stage_says (hints (stage), "Would a customer say “efficient”?"));
  tl_hands_click_on (tl_stage_find (hints (stage), GTK_TYPE_BUTTON, NULL));
  tl_hands_settle ();
  g_assert_false (gtk_widget_get_visible (hints (stage)));

  say_purpose (stage, "best practice");
  g_assert_true (tl_stage_says (hints (stage), "“best practice”"));
  say_purpose (stage, "an efficient service");
  g_assert_false (gtk_widget_get_visible (hints (stage)));
  undo_all (stage);
}

/* The six questions lead to their pages. */
static void
test_questions (Stage *stage, gconstpointer data)
{
  go (stage, "Control+1", TL_TYPE_PURPOSE_PAGE);
  tl_hands_click_on (find (stage, ADW_TYPE_ACTION_ROW, "How does the work flow?"));
  tl_hands_settle ();
  assert_page (stage, "flow");
  go (stage, "Control+1", TL_TYPE_PURPOSE_PAGE);
  gtk_widget_grab_focus (find (stage, ADW_TYPE_ACTION_ROW, "Why does it behave like this?"));
  tl_hands_key ("Return");
  tl_hands_settle ();
  assert_page (stage, "conditions");
}

static TlCondition *
condition (Stage *stage, guint index)
{
  g_assert_cmpuint (index, <, stage->study->conditions->len);
  return g_ptr_array_index (stage->study->conditions, index);
}

static GtkWidget *
row_of (Stage *stage, const char *name)
{
  return find (stage, ADW_TYPE_EXPANDER_ROW, name);
}

/* Written down, unfolded, tied by typing a part of a name: the hours stand beside it. */
static void
test_condition (Stage *stage, gconstpointer data)
{
  GtkWidget *tie;

  go (stage, "Control+6", TL_TYPE_CONDITIONS_PAGE);
  click_adder (stage);
  add (stage, "All is approved");
  g_assert_cmpstr (condition (stage, 0)->name, ==, "All is approved");
  g_assert_true (tl_stage_says (page (stage), "not tied to anything yet"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row_of (stage, "All is approved")), TRUE);
  tl_stage_settle ();
  tie = find (stage, ADW_TYPE_ACTION_ROW, "Tie to a step or a demand…");
  tl_hands_click_on (tie);
  tl_hands_settle ();
  tl_hands_type ("polic");
  tl_hands_key ("Return");
  tl_hands_settle ();
  tl_stage_settle ();
  g_assert_nonnull (tl_item_tie_to (condition (stage, 0), tl_study_find (stage->study, "s2")));
  g_assert_true (tl_stage_says (row_of (stage, "All is approved"), "gives back 31\302\240h a week"));
  undo_all (stage);
}

static GtkWidget *
trace (Stage *stage)
{
  return find (stage, TL_TYPE_CHART_VIEW, NULL);
}

/* The trace is walked by arrow keys, and leads to the step on the canvas. */
static void
test_walk (Stage *stage, gconstpointer data)
{
  TlHistory *history = tl_document_history (stage->document);
  TlItem *focus;

  tl_item_tie (history, tl_study_add_condition (history, "Counted"), tl_study_find (stage->study, "s3"));
  go (stage, "Control+6", TL_TYPE_CONDITIONS_PAGE);
  g_assert_true (tl_chart_view_get_view (TL_CHART_VIEW (trace (stage))) == TL_VIEW_TRACE);
  g_assert_nonnull (strstr (tl_chart_view_get_title (TL_CHART_VIEW (trace (stage))), "1 system condition"));
  gtk_widget_grab_focus (trace (stage));
  tl_hands_key ("Right");
  tl_hands_settle ();
  tl_hands_key ("Return");
  tl_hands_settle ();
  tl_stage_settle ();
  assert_page (stage, "flow");
  focus = tl_selection_focus (tl_document_selection (stage->document));
  g_assert_true (focus && focus->kind == TL_ITEM_STEP);
}

/* Y on a step asks why; the inspector shows it then. */
static void
test_why (Stage *stage, gconstpointer data)
{
  TlItem *step = tl_study_find (stage->study, "s2");
  GtkWidget *inspector;

  go (stage, "Control+4", G_TYPE_OBJECT);
  tl_selection_set (tl_document_selection (stage->document), step);
  tl_stage_settle ();
  tl_hands_key ("y");
  tl_hands_settle ();
  tl_hands_type ("habit");
  tl_hands_key ("Return");
  tl_hands_settle ();
  tl_stage_settle ();
  g_assert_cmpstr (condition (stage, 0)->name, ==, "habit");
  g_assert_nonnull (tl_item_tie_to (condition (stage, 0), step));
  inspector = tl_stage_find (stage->window, TL_TYPE_INSPECTOR, NULL);
  g_assert_nonnull (tl_stage_find (inspector, ADW_TYPE_ACTION_ROW, "habit"));
  undo_all (stage);
}

/* A study that holds nothing says what to do, and nothing fails. */
static void
test_empty (void)
{
  TlWindow *window = tl_stage_new_window ();
  g_autoptr (TlDocument) document = tl_document_new ();
  Stage stage = { window, document, tl_document_study (document), NULL };

  tl_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  tl_hands_begin (GTK_WINDOW (window));
  go (&stage, "Control+1", TL_TYPE_PURPOSE_PAGE);
  g_assert_true (tl_stage_says (page (&stage), "Nothing yet: "));
  go (&stage, "Control+6", TL_TYPE_CONDITIONS_PAGE);
  g_assert_nonnull (strstr (tl_chart_view_get_title (TL_CHART_VIEW (trace (&stage))), "failure demand"));
  tl_stage_close_all ();
}

#define STAGED(path, test) g_test_add (path, Stage, NULL, enter, test, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  STAGED ("/check/matters", test_matters);
  STAGED ("/check/drag-matter", test_drag_matter);
  STAGED ("/check/tie-matter", test_tie_matter);
  STAGED ("/check/hint", test_hint);
  STAGED ("/check/questions", test_questions);
  STAGED ("/check/condition", test_condition);
  STAGED ("/check/walk", test_walk);
  STAGED ("/check/why", test_why);
  g_test_add_func ("/check/empty", test_empty);
  return g_test_run ();
}
