/* Work that is done once before the next frame: in its order, by a window or an idle, and never twice. */
#include "app/before-frame.h"

static GString *done;

static gboolean
note (gpointer name)
{
  g_string_append (done, name);
  return G_SOURCE_CONTINUE;
}

static gboolean
note_and_add (gpointer name)
{
  tl_before_frame_add (TL_BEFORE_FRAME_REST, note, (gpointer) "c");
  return note (name);
}

static gboolean
note_and_begin_frame (gpointer name)
{
  note (name);
  tl_before_frame_do ();
  return G_SOURCE_REMOVE;
}

static void
run_idles (void)
{
  for (guint i = 0; g_main_context_iteration (NULL, FALSE) && i < 100; i++)
    ;
}

static void
expect (const char *names)
{
  g_assert_cmpstr (done->str, ==, names);
  g_string_truncate (done, 0);
}

static void
test_frame_does_all_in_order (void)
{
  tl_before_frame_add (TL_BEFORE_FRAME_REST, note_and_add, (gpointer) "b");
  tl_before_frame_add (TL_BEFORE_FRAME_LISTS, note, (gpointer) "a");
  tl_before_frame_add (TL_BEFORE_FRAME_LISTS, note, (gpointer) "A");
  expect ("");
  tl_before_frame_do ();
  expect ("aAbc");
  run_idles ();
  expect ("");
}

static void
test_idle_where_there_is_no_frame (void)
{
  tl_before_frame_add (TL_BEFORE_FRAME_REST, note_and_add, (gpointer) "b");
  tl_before_frame_add (TL_BEFORE_FRAME_LISTS, note, (gpointer) "a");
  run_idles ();
  expect ("abc");
  tl_before_frame_do ();
  expect ("");
}

static void
test_undone (void)
{
  guint id = tl_before_frame_add (TL_BEFORE_FRAME_REST, note, (gpointer) "a");

  tl_before_frame_add (TL_BEFORE_FRAME_REST, note, (gpointer) "b");
  g_source_remove (id);
  tl_before_frame_do ();
  expect ("b");
}

/* A frame may begin while an idle works. */
static void
test_once_where_a_frame_begins_meanwhile (void)
{
  tl_before_frame_add (TL_BEFORE_FRAME_REST, note_and_begin_frame, (gpointer) "a");
  tl_before_frame_add (TL_BEFORE_FRAME_REST, note, (gpointer) "b");
  run_idles ();
  expect ("ab");
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  done = g_string_new (NULL);
  g_test_add_func ("/before-frame/frame-does-all-in-order", test_frame_does_all_in_order);
  g_test_add_func ("/before-frame/idle-where-there-is-no-frame", test_idle_where_there_is_no_frame);
  g_test_add_func ("/before-frame/undone", test_undone);
  g_test_add_func ("/before-frame/once-where-a-frame-begins-meanwhile", test_once_where_a_frame_begins_meanwhile);
  failed = g_test_run ();
  g_string_free (done, TRUE);
  return failed;
}
