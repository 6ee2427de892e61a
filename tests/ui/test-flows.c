/* Several flows in a study: copied to a redesign, shown, named, ordered, deleted, marked; and the samples. */
#include <string.h>

#include "app/canvas.h"
#include "app/flow-bar.h"
#include "hands.h"
#include "stage.h"
#include "study/flow-edits.h"
#include "study/redesign.h"

typedef struct
{
  TlWindow *window;
  TlDocument *document;
  TlStudy *study;
} Stage;

static void
enter (Stage *stage, gconstpointer data)
{
  stage->window = tl_stage_open_sample ();
  stage->document = tl_window_get_document (stage->window);
  stage->study = tl_document_study (stage->document);
  tl_hands_begin (GTK_WINDOW (stage->window));
}

static void
leave (Stage *stage, gconstpointer data)
{
  tl_stage_close_all ();
}

static TlFlow *
flow (Stage *stage, guint index)
{
  return g_ptr_array_index (stage->study->flows, index);
}

static void
act (Stage *stage, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->window), action, NULL));
  tl_stage_settle ();
}

/* With one flow the room is the canvas's. */
static void
test_one_flow (Stage *stage, gconstpointer data)
{
  GtkWidget *bar = tl_stage_find (stage->window, TL_TYPE_FLOW_BAR, NULL);

  g_assert_true (bar == NULL || !gtk_widget_get_mapped (bar));
}

static gboolean
is_asked (gpointer data)
{
  return tl_stage_question () != NULL;
}

static void
collect_entries (GtkWidget *widget, GPtrArray *entries)
{
  if (GTK_IS_ENTRY (widget))
    g_ptr_array_add (entries, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_entries (child, entries);
}

/* Without a window manager the keys stay with the first window, so the question is filled in here. */
static void
answer (const char *name, const char *serves)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  tl_stage_wait (is_asked, NULL);
  collect_entries (GTK_WIDGET (tl_stage_question ()), entries);
  g_assert_cmpuint (entries->len, ==, 2);
  gtk_editable_set_text (g_ptr_array_index (entries, 0), name);
  if (serves)
    gtk_editable_set_text (g_ptr_array_index (entries, 1), serves);
  tl_stage_answer ("accept");
  tl_stage_settle ();
}

/* The key, a name, how it serves the purpose. */
static void
redesign_by_keys (Stage *stage)
{
  tl_hands_keys ("Control+Shift+d");
  answer ("trades decide", "once");
}

static void
test_redesign (Stage *stage, gconstpointer data)
{
  TlFlow *copy;

  redesign_by_keys (stage);
  g_assert_cmpuint (stage->study->flows->len, ==, 2);
  copy = flow (stage, 1);
  g_assert_true (tl_document_flow (stage->document) == copy);
  g_assert_cmpstr (copy->name, ==, "trades decide");
  g_assert_cmpstr (copy->serves, ==, "once");
  g_assert_true (copy->based_on == flow (stage, 0));
  g_assert_true (gtk_widget_get_mapped (tl_stage_find (stage->window, TL_TYPE_FLOW_BAR, NULL)));
  g_assert_true (tl_stage_says (stage->window, "once"));
  act (stage, "win.undo");
  g_assert_cmpuint (stage->study->flows->len, ==, 1);
  g_assert_true (tl_document_flow (stage->document) == flow (stage, 0));
  act (stage, "win.redo");
  g_assert_cmpuint (stage->study->flows->len, ==, 2);
}

static void
test_going_round (Stage *stage, gconstpointer data)
{
  redesign_by_keys (stage);
  tl_hands_keys ("Control+Page_Down");
  tl_stage_settle ();
  g_assert_true (tl_document_flow (stage->document) == flow (stage, 0));
  tl_hands_keys ("Control+Page_Up");
  tl_stage_settle ();
  g_assert_true (tl_document_flow (stage->document) == flow (stage, 1));
}

static void
test_naming (Stage *stage, gconstpointer data)
{
  redesign_by_keys (stage);
  act (stage, "win.edit-flow");
  answer ("mend it", NULL);
  g_assert_cmpstr (flow (stage, 1)->name, ==, "mend it");
  g_assert_cmpstr (flow (stage, 1)->serves, ==, "once");
  act (stage, "win.undo");
  g_assert_cmpstr (flow (stage, 1)->name, ==, "trades decide");
}

static void
test_order (Stage *stage, gconstpointer data)
{
  TlFlow *copy;

  redesign_by_keys (stage);
  copy = flow (stage, 1);
  act (stage, "win.flow-earlier");
  g_assert_true (flow (stage, 0) == copy);
  g_assert_true (tl_document_flow (stage->document) == copy);
  act (stage, "win.flow-later");
  g_assert_true (flow (stage, 1) == copy);
  act (stage, "win.undo");
  g_assert_true (flow (stage, 0) == copy);
}

/* It is asked first, with what goes; the last flow can't go. */
static void
test_delete (Stage *stage, gconstpointer data)
{
  redesign_by_keys (stage);
  act (stage, "win.delete-flow");
  tl_stage_wait (is_asked, NULL);
  g_assert_true (tl_stage_says (tl_stage_question (), "5 steps and 6 connectors"));
  tl_stage_answer ("cancel");
  g_assert_cmpuint (stage->study->flows->len, ==, 2);
  act (stage, "win.delete-flow");
  tl_stage_wait (is_asked, NULL);
  tl_stage_answer ("delete");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->flows->len, ==, 1);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (stage->window), "delete-flow"));
  act (stage, "win.undo");
  g_assert_cmpuint (stage->study->flows->len, ==, 2);
}

/* The numbers of the two stand side by side, and follow an edit. */
static void
test_comparison (Stage *stage, gconstpointer data)
{
  TlHistory *history = tl_document_history (stage->document);
  const TlComparison *comparison;

  g_assert_null (tl_document_comparison (stage->document));
  redesign_by_keys (stage);
  comparison = tl_document_comparison (stage->document);
  g_assert_nonnull (comparison);
  g_assert_cmpfloat (comparison->freed, ==, 0);
  tl_item_delete (history, g_ptr_array_index (flow (stage, 1)->raises, 0));
  comparison = tl_document_comparison (stage->document);
  g_assert_cmpfloat (comparison->freed, >, 30);
  tl_document_set_flow (stage->document, flow (stage, 0));
  comparison = tl_document_comparison (stage->document);
  g_assert_true (comparison->before->flow == flow (stage, 0));
}

/* 8 marks what differs on the canvas, and what is exported is what is seen. */
static void
test_differing (Stage *stage, gconstpointer data)
{
  TlHistory *history = tl_document_history (stage->document);
  const TlFlowDifferences *differences;
  TlSubject subject;

  redesign_by_keys (stage);
  tl_item_rename (history, g_ptr_array_index (flow (stage, 1)->steps, 0), "Agree a day");
  /* The question took the keyboard. */
  tl_hands_begin (GTK_WINDOW (stage->window));
  gtk_widget_grab_focus (tl_stage_find (stage->window, TL_TYPE_CANVAS, NULL));
  tl_stage_settle ();
  g_assert_false (tl_document_get_differing (stage->document));
  tl_hands_key ("8");
  tl_stage_settle ();
  g_assert_true (tl_document_get_differing (stage->document));
  differences = tl_document_differences (stage->document);
  g_assert_cmpuint (differences->list->len, ==, 1);
  tl_document_fill_subject (stage->document, TL_VIEW_FLOW, &subject);
  g_assert_true (subject.differs_from == flow (stage, 0));
  tl_selection_set (tl_document_selection (stage->document), g_ptr_array_index (flow (stage, 1)->steps, 0));
  tl_stage_settle ();
  g_assert_true (tl_stage_says (stage->window, "was “Take the call”"));
  tl_hands_key ("8");
  tl_stage_settle ();
  g_assert_false (tl_document_get_differing (stage->document));
}

/* Each sample and frame opens from the welcome page, as a study that is in no file. */
static void
test_samples (Stage *stage, gconstpointer data)
{
  static const char *const names[] = { "housing-repairs-study", "adult-social-care", "service-with-contact-centre",
                                       "field-visits", "assessment-and-care" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TlWindow *window = tl_stage_new_window ();
      TlDocument *document;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", "s", names[i]));
      tl_stage_settle ();
      document = tl_window_get_document (window);
      g_assert_nonnull (document);
      g_assert_null (tl_document_file (document));
      g_assert_false (tl_document_is_modified (document));
      g_assert_cmpuint (tl_document_flow (document)->steps->len, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  tl_stage_init (&argc, &argv);
#define ADD(name, call) g_test_add ("/flows/" name, Stage, NULL, enter, call, leave)
  ADD ("one-flow", test_one_flow);
  ADD ("redesign", test_redesign);
  ADD ("going-round", test_going_round);
  ADD ("naming", test_naming);
  ADD ("order", test_order);
  ADD ("delete", test_delete);
  ADD ("comparison", test_comparison);
  ADD ("differing", test_differing);
  ADD ("samples", test_samples);
#undef ADD
  return g_test_run ();
}
