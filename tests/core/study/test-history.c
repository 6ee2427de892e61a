/* The history: gestures, undo and redo, the marks for saved and kept, and who is told. */
#include "small-study.h"
#include "study/flow-edits.h"
#include "study/item-build.h"
#include "study/study.h"

static TlItem *
step (TlHistory *history, const char *id)
{
  return tl_study_find (tl_history_get_study (history), id);
}

static void
set_name (TlHistory *history, const char *name, const char *gesture)
{
  tl_history_begin (history, "Rename", gesture);
  tl_history_apply (history, tl_edit_new_set_text (step (history, "s1"), "name", name));
  tl_history_end (history);
}

static void
assert_name (TlHistory *history, const char *name)
{
  g_assert_cmpstr (tl_item_name (step (history, "s1")), ==, name);
}

static void
test_names (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  g_assert_false (tl_history_can_undo (history));
  g_assert_false (tl_history_can_redo (history));
  g_assert_null (tl_history_undo_name (history));
  g_assert_null (tl_history_redo_name (history));
  g_assert_false (tl_history_undo (history));
  g_assert_false (tl_history_redo (history));

  set_name (history, "A", NULL);
  tl_item_delete (history, step (history, "s5"));
  g_assert_cmpuint (tl_history_length (history), ==, 2);
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Delete step");
  g_assert_null (tl_history_redo_name (history));
  g_assert_true (tl_history_undo (history));
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Rename");
  g_assert_cmpstr (tl_history_redo_name (history), ==, "Delete step");
  g_assert_true (tl_history_undo (history));
  assert_name (history, "Take the call");
  g_assert_null (tl_history_undo_name (history));
  g_assert_cmpstr (tl_history_redo_name (history), ==, "Rename");
}

static void
test_nesting (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  TlStudy *study = tl_history_get_study (history);
  g_autofree char *before = study_text (study);
  TlStep *added;

  tl_history_begin (history, "Add after", NULL);
  added = tl_flow_add_step (history, tl_study_find (study, "f1"), "New", 0, 0);
  tl_flow_connect (history, tl_study_find (study, "s4"), added, TL_CONNECTOR_FLOW);
  tl_history_begin (history, "Inner", "inner");
  tl_history_end (history);
  g_assert_cmpuint (tl_history_length (history), ==, 0);
  tl_history_end (history);
  g_assert_cmpuint (tl_history_length (history), ==, 1);
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Add after");
  assert_undone_and_redone (history, before);
}

static void
test_merging (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", "typing");
  set_name (history, "AB", "typing");
  set_name (history, "ABC", "typing");
  g_assert_cmpuint (tl_history_length (history), ==, 1);
  set_name (history, "D", "other");
  set_name (history, "E", NULL);
  set_name (history, "F", NULL);
  g_assert_cmpuint (tl_history_length (history), ==, 4);
  for (guint i = 0; i < 3; i++)
    tl_history_undo (history);
  assert_name (history, "ABC");
  tl_history_undo (history);
  assert_name (history, "Take the call");
  tl_history_redo (history);
  assert_name (history, "ABC");
}

/* A long drag or much typing must not make the history long. */
static void
test_merging_holds_little (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  gsize size;

  set_name (history, "a", "typing");
  size = tl_history_size (history);
  for (guint i = 0; i < 1000; i++)
    set_name (history, i % 2 ? "a" : "b", "typing");
  g_assert_cmpuint (tl_history_size (history), ==, size);
}

static void
test_settle (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", "typing");
  tl_history_settle (history);
  set_name (history, "B", "typing");
  g_assert_cmpuint (tl_history_length (history), ==, 2);
  set_name (history, "C", "typing");
  g_assert_cmpuint (tl_history_length (history), ==, 2);
  tl_history_undo (history);
  assert_name (history, "A");
}

/* What is done after undo or redo is a new entry, whatever its key. */
static void
test_no_merging_after_undo (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", "typing");
  set_name (history, "B", "then");
  tl_history_undo (history);
  set_name (history, "C", "typing");
  g_assert_cmpuint (tl_history_length (history), ==, 2);
  tl_history_undo (history);
  assert_name (history, "A");
  tl_history_redo (history);
  set_name (history, "D", "typing");
  g_assert_cmpuint (tl_history_length (history), ==, 3);
}

static void
test_cancel (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  TlStudy *study = tl_history_get_study (history);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_name (history, "A", NULL);
  set_name (history, "B", NULL);
  tl_history_undo (history);
  before = study_text (study);
  tl_history_begin (history, "Outer", NULL);
  tl_history_begin (history, "Inner", NULL);
  tl_item_delete (history, step (history, "s3"));
  tl_history_cancel (history);
  after = study_text (study);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (tl_history_length (history), ==, 1);
  g_assert_true (tl_history_can_redo (history));
  tl_history_redo (history);
  assert_name (history, "B");
}

/* Escape in the middle of a drag takes back the parts that were closed before. */
static void
test_cancel_gesture (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", "drag");
  tl_history_settle (history);
  set_name (history, "B", "drag");
  set_name (history, "C", "drag");
  tl_history_begin (history, "Rename", "drag");
  tl_history_apply (history, tl_edit_new_set_text (step (history, "s1"), "name", "D"));
  tl_history_cancel (history);
  assert_name (history, "A");
  g_assert_cmpuint (tl_history_length (history), ==, 1);
  /* The drag before was settled and stays so. */
  set_name (history, "E", "drag");
  g_assert_cmpuint (tl_history_length (history), ==, 2);
}

/* A gesture that is called off has never been: what was undone before it can be redone, all of it. */
static void
test_cancelled_gesture_leaves_redo (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", NULL);
  set_name (history, "B", NULL);
  set_name (history, "C", NULL);
  tl_history_mark_saved (history);
  tl_history_undo (history);
  tl_history_undo (history);
  set_name (history, "D", "drag");
  set_name (history, "E", "drag");
  g_assert_false (tl_history_can_redo (history));
  tl_history_begin (history, "Rename", "drag");
  tl_history_cancel (history);
  assert_name (history, "A");
  g_assert_true (tl_history_redo (history));
  assert_name (history, "B");
  g_assert_true (tl_history_redo (history));
  assert_name (history, "C");
  g_assert_true (tl_history_is_saved (history));
  g_assert_false (tl_history_can_redo (history));
}

/* One that was let go can't be called off any more, nor by another one. */
static void
test_settled_gesture_drops_redo (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", NULL);
  tl_history_undo (history);
  set_name (history, "B", "drag");
  tl_history_settle (history);
  set_name (history, "C", "other");
  tl_history_begin (history, "Rename", "other");
  tl_history_cancel (history);
  assert_name (history, "B");
  g_assert_false (tl_history_can_redo (history));
}

static void
test_nothing_leaves_no_trace (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", NULL);
  tl_history_undo (history);
  set_name (history, "Take the call", NULL);
  g_assert_cmpuint (tl_history_length (history), ==, 0);
  g_assert_true (tl_history_can_redo (history));
  g_assert_true (tl_history_is_saved (history));
}

static void
test_redo_dropped (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  tl_flow_add_step (history, tl_study_find (tl_history_get_study (history), "f1"), "New", 0, 0);
  set_name (history, "A", NULL);
  tl_history_undo (history);
  tl_history_undo (history);
  set_name (history, "B", NULL);
  g_assert_false (tl_history_can_redo (history));
  g_assert_false (tl_history_redo (history));
  g_assert_cmpuint (tl_history_length (history), ==, 1);
  g_assert_null (step (history, "s6"));
}

static void
test_saved (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  g_assert_true (tl_history_is_saved (history));
  set_name (history, "A", NULL);
  g_assert_false (tl_history_is_saved (history));
  tl_history_mark_saved (history);
  g_assert_true (tl_history_is_saved (history));
  set_name (history, "B", NULL);
  tl_history_undo (history);
  g_assert_true (tl_history_is_saved (history));
  tl_history_undo (history);
  g_assert_false (tl_history_is_saved (history));
  tl_history_redo (history);
  g_assert_true (tl_history_is_saved (history));
  tl_history_undo (history);
  set_name (history, "C", NULL);
  g_assert_false (tl_history_is_saved (history));
  tl_history_undo (history);
  g_assert_false (tl_history_is_saved (history));
}

/* Else undoing would go past what is on the disk without a stop there. */
static void
test_saved_is_not_merged_into (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", "typing");
  tl_history_mark_saved (history);
  set_name (history, "AB", "typing");
  g_assert_cmpuint (tl_history_length (history), ==, 2);
  g_assert_false (tl_history_is_saved (history));
  tl_history_undo (history);
  g_assert_true (tl_history_is_saved (history));
  assert_name (history, "A");
}

/* Nobody knows when a copy is kept for recovery: one drag is one undo all the same. */
static void
test_kept_is_merged_into (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "A", "drag");
  tl_history_mark_kept (history);
  set_name (history, "B", "drag");
  g_assert_cmpuint (tl_history_length (history), ==, 1);
  g_assert_false (tl_history_is_kept (history));
  tl_history_mark_kept (history);
  tl_history_begin (history, "Rename", "drag");
  tl_history_cancel (history);
  assert_name (history, "Take the call");
  g_assert_false (tl_history_is_kept (history));
  g_assert_true (tl_history_is_saved (history));
}

/* What happens under a hand that drags is one undo: saving, and a mark by a key. */
static void
test_held (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  set_name (history, "Before", "drag");
  tl_history_hold (history, "drag");
  g_assert_true (tl_history_holds (history, "drag"));
  set_name (history, "A", "drag");
  g_assert_cmpuint (tl_history_length (history), ==, 2);
  tl_history_mark_saved (history);
  set_name (history, "B", "drag");
  set_name (history, "C", NULL);
  set_name (history, "D", "drag");
  g_assert_cmpuint (tl_history_length (history), ==, 2);
  g_assert_false (tl_history_is_saved (history));
  tl_history_settle (history);
  g_assert_false (tl_history_holds (history, "drag"));
  set_name (history, "E", "drag");
  g_assert_cmpuint (tl_history_length (history), ==, 3);
  tl_history_undo (history);
  assert_name (history, "D");
  tl_history_undo (history);
  assert_name (history, "Before");
  g_assert_false (tl_history_is_saved (history));
}

/* Undoing, and calling off, end what a hand is at. */
static void
test_held_ends (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  tl_history_hold (history, "drag");
  set_name (history, "A", "drag");
  tl_history_undo (history);
  g_assert_false (tl_history_holds (history, "drag"));
  assert_name (history, "Take the call");
  tl_history_hold (history, "drag");
  set_name (history, "B", "drag");
  tl_history_begin (history, "Rename", "drag");
  tl_history_cancel (history);
  g_assert_false (tl_history_holds (history, "drag"));
  assert_name (history, "Take the call");
  g_assert_cmpuint (tl_history_length (history), ==, 0);
}

static void
test_kept (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  g_assert_true (tl_history_is_kept (history));
  set_name (history, "A", NULL);
  g_assert_false (tl_history_is_kept (history));
  tl_history_mark_kept (history);
  g_assert_true (tl_history_is_kept (history));
  g_assert_false (tl_history_is_saved (history));
  set_name (history, "B", NULL);
  tl_history_mark_saved (history);
  g_assert_true (tl_history_is_kept (history));
}

/* The bytes were made before, and reach the disk after, further edits. */
static void
test_saved_while_editing (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  guint64 state;

  set_name (history, "A", "typing");
  state = tl_history_state (history);
  set_name (history, "AB", "typing");
  tl_history_mark_state_saved (history, state);
  g_assert_false (tl_history_is_saved (history));
  set_name (history, "C", NULL);
  state = tl_history_state (history);
  set_name (history, "D", NULL);
  tl_history_mark_state_saved (history, state);
  g_assert_false (tl_history_is_saved (history));
  tl_history_undo (history);
  g_assert_true (tl_history_is_saved (history));
}

/* A save in the middle of a gesture counts for that very moment only. */
static void
test_saved_in_the_middle (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  tl_history_begin (history, "Rename", NULL);
  tl_history_apply (history, tl_edit_new_set_text (step (history, "s1"), "name", "A"));
  g_assert_false (tl_history_is_saved (history));
  tl_history_mark_saved (history);
  g_assert_true (tl_history_is_saved (history));
  tl_history_apply (history, tl_edit_new_set_text (step (history, "s1"), "name", "B"));
  g_assert_false (tl_history_is_saved (history));
  tl_history_end (history);
  g_assert_false (tl_history_is_saved (history));

  tl_history_begin (history, "Rename", NULL);
  tl_history_apply (history, tl_edit_new_set_text (step (history, "s1"), "name", "C"));
  tl_history_mark_saved (history);
  tl_history_cancel (history);
  g_assert_false (tl_history_is_saved (history));
}

typedef struct
{
  guint changes;
  guint marks;
  TlEditScope scope;
} Heard;

static void
hear_change (TlHistory *history, TlEditScope scope, Heard *heard)
{
  heard->changes++;
  heard->scope = scope;
}

static void
hear_mark (TlHistory *history, Heard *heard)
{
  heard->marks++;
}

static void
assert_heard (Heard *heard, guint changes, TlEditScope scope)
{
  g_assert_cmpuint (heard->changes, ==, changes);
  g_assert_cmpuint (heard->scope, ==, scope);
  *heard = (Heard){ 0 };
}

static void
test_signals (void)
{
  g_autoptr (TlHistory) history = small_history_new ();
  Heard heard = { 0 };

  g_signal_connect (history, "changed", G_CALLBACK (hear_change), &heard);
  g_signal_connect (history, "marked", G_CALLBACK (hear_mark), &heard);
  set_name (history, "A", NULL);
  assert_heard (&heard, 1, TL_SCOPE_WORDS | TL_SCOPE_ROUTES);
  set_name (history, "A", NULL);
  assert_heard (&heard, 0, 0);
  tl_history_undo (history);
  assert_heard (&heard, 1, TL_SCOPE_WORDS | TL_SCOPE_ROUTES);
  tl_history_redo (history);
  assert_heard (&heard, 1, TL_SCOPE_WORDS | TL_SCOPE_ROUTES);

  tl_history_begin (history, "Two", NULL);
  tl_history_apply (history, tl_edit_new_set_number (step (history, "s1"), "x", 5));
  tl_history_apply (history, tl_edit_new_set_number (step (history, "s1"), "work-minutes", 5));
  assert_heard (&heard, 0, 0);
  tl_history_end (history);
  assert_heard (&heard, 1, TL_SCOPE_PLACES | TL_SCOPE_NUMBERS);

  tl_history_begin (history, "Nothing", NULL);
  tl_history_cancel (history);
  assert_heard (&heard, 0, 0);
  tl_history_begin (history, "Delete", NULL);
  tl_item_delete (history, step (history, "s2"));
  tl_history_cancel (history);
  g_assert_cmpuint (heard.changes, ==, 1);
  g_assert_true (heard.scope & TL_SCOPE_STRUCTURE);

  tl_history_mark_saved (history);
  tl_history_mark_kept (history);
  g_assert_cmpuint (heard.marks, ==, 2);
}

/* An edit that would make a file that can't be read is refused. */
static void
test_unsound (void)
{
  g_autoptr (TlHistory) history = small_history_new ();

  tl_history_begin (history, "Tear off", NULL);
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*tl_edit_is_sound*");
  tl_history_apply (history, tl_edit_new_set_item (step (history, "c1"), "from", NULL));
  g_test_assert_expected_messages ();
  tl_history_end (history);
  g_assert_cmpuint (tl_history_length (history), ==, 0);
}

/* Dropping a history in the middle of an entry, or with undone ones, frees all. */
static void
test_dropped (void)
{
  TlHistory *history = small_history_new ();

  tl_item_delete (history, step (history, "f1"));
  tl_history_undo (history);
  tl_history_begin (history, "Delete", NULL);
  tl_item_delete (history, step (history, "r1"));
  g_object_unref (history);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/history/names", test_names);
  g_test_add_func ("/study/history/nesting", test_nesting);
  g_test_add_func ("/study/history/merging", test_merging);
  g_test_add_func ("/study/history/merging-holds-little", test_merging_holds_little);
  g_test_add_func ("/study/history/settle", test_settle);
  g_test_add_func ("/study/history/no-merging-after-undo", test_no_merging_after_undo);
  g_test_add_func ("/study/history/cancel", test_cancel);
  g_test_add_func ("/study/history/cancel-gesture", test_cancel_gesture);
  g_test_add_func ("/study/history/cancelled-gesture-leaves-redo", test_cancelled_gesture_leaves_redo);
  g_test_add_func ("/study/history/settled-gesture-drops-redo", test_settled_gesture_drops_redo);
  g_test_add_func ("/study/history/nothing-leaves-no-trace", test_nothing_leaves_no_trace);
  g_test_add_func ("/study/history/redo-dropped", test_redo_dropped);
  g_test_add_func ("/study/history/saved", test_saved);
  g_test_add_func ("/study/history/saved-is-not-merged-into", test_saved_is_not_merged_into);
  g_test_add_func ("/study/history/kept", test_kept);
  g_test_add_func ("/study/history/held", test_held);
  g_test_add_func ("/study/history/held-ends", test_held_ends);
  g_test_add_func ("/study/history/kept-is-merged-into", test_kept_is_merged_into);
  g_test_add_func ("/study/history/saved-while-editing", test_saved_while_editing);
  g_test_add_func ("/study/history/saved-in-the-middle", test_saved_in_the_middle);
  g_test_add_func ("/study/history/signals", test_signals);
  g_test_add_func ("/study/history/unsound", test_unsound);
  g_test_add_func ("/study/history/dropped", test_dropped);
  return g_test_run ();
}
