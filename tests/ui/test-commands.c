/* What commands do to a flow, by keys: insert, splice, duplicate, arrange. */
#include "app/canvas-tidy.h"
#include "drawing-room.h"
#include "layout/flow-geometry.h"
#include "stage.h"

static void
test_insert_on_connector (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  double spacing;

  tl_drawing_room_draw (room, "one two three");
  spacing = tl_drawing_room_named (room, "three")->x - tl_drawing_room_named (room, "two")->x;
  before = tl_drawing_room_bytes (room);
  tl_hands_keys ("Left Shift+Left i");
  tl_hands_type ("between");
  tl_hands_key ("Return");
  g_assert_nonnull (tl_drawing_room_way (room, "one", "between"));
  g_assert_nonnull (tl_drawing_room_way (room, "between", "two"));
  g_assert_null (tl_drawing_room_way (room, "one", "two"));
  /* All keep the spacing that they had. */
  g_assert_cmpfloat_with_epsilon (tl_drawing_room_named (room, "between")->x - tl_drawing_room_named (room, "one")->x,
                                  spacing, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_drawing_room_named (room, "two")->x - tl_drawing_room_named (room, "between")->x,
                                  spacing, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_drawing_room_named (room, "three")->x - tl_drawing_room_named (room, "two")->x,
                                  spacing, 1e-9);
  tl_drawing_room_assert_one_undo (room, before);
}

static void
test_insert_after_step (TlDrawingRoom *room, gconstpointer data)
{
  tl_drawing_room_draw (room, "one two");
  tl_hands_keys ("Left i");
  tl_hands_type ("between");
  tl_hands_key ("Return");
  g_assert_nonnull (tl_drawing_room_way (room, "one", "between"));
  g_assert_nonnull (tl_drawing_room_way (room, "between", "two"));
  /* After the last there is nothing to insert into: it goes on. */
  tl_hands_keys ("Right i");
  tl_hands_type ("end");
  tl_hands_key ("Return");
  g_assert_nonnull (tl_drawing_room_way (room, "two", "end"));
  tl_hands_keys ("Escape i");
  g_assert_cmpstr (room->said, ==, "Select a connector first, or the step after which to insert one");
}

/* What stood before and after is joined, and what entered there enters at the next step. */
static void
test_splice (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  double place;

  tl_drawing_room_draw (room, "one two three");
  tl_hands_key ("e");
  tl_hands_type ("please");
  tl_hands_keys ("Return Left");
  before = tl_drawing_room_bytes (room);
  place = tl_drawing_room_named (room, "two")->x;
  tl_hands_key ("Control+Delete");
  /* No hole is left where it stood. */
  g_assert_cmpfloat (tl_drawing_room_named (room, "three")->x, ==, place);
  g_assert_cmpuint (tl_drawing_room_flow (room)->steps->len, ==, 2);
  g_assert_nonnull (tl_drawing_room_way (room, "one", "three"));
  g_assert_true (tl_drawing_room_focus (room) == TL_ITEM (tl_drawing_room_named (room, "one")));
  tl_drawing_room_assert_one_undo (room, before);
  g_clear_pointer (&room->said, g_free);
  tl_hands_keys ("Right Control+Delete");
  g_assert_nonnull (strstr (room->said, "say anew where it enters"));
}

/* Shift+Tab: one more way on from the step before, also while a name is typed. */
static void
test_branch (TlDrawingRoom *room, gconstpointer data)
{
  tl_hands_key ("Tab");
  tl_hands_type ("fork");
  tl_hands_key ("Tab");
  tl_hands_type ("this 6m 2d");
  tl_hands_key ("Shift+Tab");
  tl_hands_type ("that");
  tl_hands_key ("Return");
  g_assert_nonnull (tl_drawing_room_way (room, "fork", "this"));
  g_assert_nonnull (tl_drawing_room_way (room, "fork", "that"));
  /* Times behind a name are times. */
  g_assert_cmpfloat (tl_drawing_room_named (room, "this")->work_minutes, ==, 6);
  g_assert_cmpfloat (tl_drawing_room_named (room, "this")->wait_minutes, ==, 2880);
  /* With nothing selected it leads out of the canvas, as everywhere; the first step has nothing before. */
  tl_hands_keys ("Left Shift+Tab");
  g_assert_nonnull (strstr (room->said, "No step leads to this one"));
}

/* Loose notes first, connected later in the order in which they are selected. */
static void
test_notes (TlDrawingRoom *room, gconstpointer data)
{
  TlSelection *selection = tl_document_selection (room->document);
  g_autoptr (GBytes) before = NULL;
  TlStep *a, *b, *c;

  tl_hands_key ("Tab");
  tl_hands_type ("third");
  tl_hands_keys ("Return n");
  tl_hands_type ("first");
  tl_hands_key ("Shift+Return");
  tl_hands_type ("second");
  tl_hands_key ("Return");
  a = tl_drawing_room_named (room, "first");
  b = tl_drawing_room_named (room, "second");
  c = tl_drawing_room_named (room, "third");
  g_assert_cmpuint (tl_drawing_room_flow (room)->connectors->len, ==, 0);
  g_assert_true (ABS (a->x - b->x) >= TL_STEP_WIDTH || ABS (a->y - b->y) >= TL_STEP_HEIGHT);
  g_assert_true (ABS (a->x - c->x) >= TL_STEP_WIDTH || ABS (a->y - c->y) >= TL_STEP_HEIGHT);
  before = tl_drawing_room_bytes (room);
  tl_selection_set (selection, a);
  tl_selection_add (selection, b);
  tl_selection_add (selection, c);
  tl_hands_key ("Shift+c");
  g_assert_nonnull (tl_drawing_room_way (room, "first", "second"));
  g_assert_nonnull (tl_drawing_room_way (room, "second", "third"));
  g_assert_cmpuint (tl_drawing_room_flow (room)->connectors->len, ==, 2);
  tl_drawing_room_assert_one_undo (room, before);
}

/* Every key works on all that is selected; what differs stays where nothing is typed. */
static void
test_several (TlDrawingRoom *room, gconstpointer data)
{
  tl_hands_key ("Tab");
  tl_hands_type ("one 5m 1h");
  tl_hands_key ("Tab");
  tl_hands_type ("two 5m 2h");
  tl_hands_keys ("Return Control+a k d t Control+a");
  tl_hands_type ("7m");
  tl_hands_key ("Return");
  g_assert_cmpint (tl_drawing_room_named (room, "one")->kind, ==, TL_STEP_DECISION);
  g_assert_cmpint (tl_drawing_room_named (room, "two")->kind, ==, TL_STEP_DECISION);
  g_assert_cmpfloat (tl_drawing_room_named (room, "one")->work_minutes, ==, 7);
  g_assert_cmpfloat (tl_drawing_room_named (room, "two")->work_minutes, ==, 7);
  g_assert_cmpfloat (tl_drawing_room_named (room, "one")->wait_minutes, ==, 60);
  g_assert_cmpfloat (tl_drawing_room_named (room, "two")->wait_minutes, ==, 120);
  tl_hands_key ("f");
  tl_hands_type ("where is it");
  tl_hands_key ("Return");
  g_assert_cmpuint (tl_drawing_room_flow (room)->raises->len, ==, 2);
}

/* C: to the name that is just so, back as rework, and to a step that is not there yet. */
static void
test_connect (TlDrawingRoom *room, gconstpointer data)
{
  tl_drawing_room_draw (room, "revisit visit close");
  tl_hands_key ("c");
  tl_hands_type ("visit");
  tl_hands_key ("Return");
  g_assert_cmpint (tl_drawing_room_way (room, "close", "visit")->kind, ==, TL_CONNECTOR_REWORK);
  tl_hands_keys ("Left c");
  tl_hands_type ("archive");
  g_assert_cmpuint (tl_drawing_room_flow (room)->steps->len, ==, 3);
  tl_hands_key ("Return");
  g_assert_cmpuint (tl_drawing_room_flow (room)->steps->len, ==, 4);
  g_assert_nonnull (tl_drawing_room_way (room, "close", "archive"));
}

/* The same steps once more, connected among themselves, over nobody, selected. */
static void
test_duplicate (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  TlFlow *flow;

  tl_drawing_room_draw (room, "one two three");
  flow = tl_drawing_room_flow (room);
  tl_selection_set (tl_document_selection (room->document), tl_drawing_room_step (room, 0));
  tl_selection_add (tl_document_selection (room->document), tl_drawing_room_step (room, 1));
  before = tl_drawing_room_bytes (room);
  tl_hands_key ("Control+d");
  g_assert_cmpuint (flow->steps->len, ==, 5);
  g_assert_cmpuint (flow->connectors->len, ==, 3);
  g_assert_cmpuint (tl_drawing_room_selected (room), ==, 2);
  g_assert_true (tl_drawing_room_focus (room) == TL_ITEM (tl_drawing_room_step (room, 4)));
  for (guint i = 0; i < 5; i++)
    for (guint j = 0; j < i; j++)
      g_assert_true (ABS (tl_drawing_room_step (room, i)->x - tl_drawing_room_step (room, j)->x) >= TL_STEP_WIDTH
                     || ABS (tl_drawing_room_step (room, i)->y - tl_drawing_room_step (room, j)->y) >= TL_STEP_HEIGHT);
  tl_drawing_room_assert_one_undo (room, before);
}

static void
on_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

/* Cut takes away with one undo, paste brings back all that belongs to the steps; others get a text. */
static void
test_cut_and_paste (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autofree char *text = NULL;
  TlFlow *flow;

  tl_drawing_room_draw (room, "one two three");
  flow = tl_drawing_room_flow (room);
  tl_hands_key ("f");
  tl_hands_type ("where");
  tl_hands_keys ("Return v Control+a");
  before = tl_drawing_room_bytes (room);
  tl_hands_key ("Control+x");
  g_assert_cmpuint (flow->steps->len, ==, 0);
  tl_drawing_room_assert_one_undo (room, before);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (room->canvas)), NULL, on_read, &text);
  tl_stage_wait (is_read, &text);
  g_assert_cmpstr (text, ==, "one > two > three");
  tl_hands_key ("Control+v");
  g_assert_cmpuint (flow->steps->len, ==, 3);
  g_assert_cmpuint (flow->connectors->len, ==, 2);
  g_assert_cmpuint (flow->raises->len, ==, 1);
  g_assert_cmpuint (flow->entries->len, ==, 1);
  g_assert_cmpint (tl_drawing_room_named (room, "three")->class, ==, TL_CLASS_VALUE);
  tl_hands_key ("Control+v");
  g_assert_cmpuint (flow->steps->len, ==, 6);
  g_assert_cmpuint (flow->entries->len, ==, 1);
  g_assert_cmpuint (tl_document_study (room->document)->demands->len, ==, 1);
}

/* What can't be pasted is said, and changes nothing. */
static void
test_bad_paste (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<study", 6);
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("application/x-throughline+xml", bytes);
  g_autoptr (GBytes) after = NULL;

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (room->canvas)), provider);
  tl_hands_key ("Control+v");
  tl_stage_settle ();
  g_assert_nonnull (room->said);
  g_assert_true (g_str_has_prefix (room->said, "This can't be pasted"));
  after = tl_drawing_room_bytes (room);
  g_assert_true (g_bytes_equal (after, room->before));
}

/* A spreadsheet's rows: name, times and role. */
static void
test_paste_table (TlDrawingRoom *room, gconstpointer data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (room->canvas)),
                          "Step\tWork\tWait\tWho\nCall\t6\t\tClerk\nVisit\t1h\t3d\tTrades");
  tl_hands_key ("Control+v");
  g_assert_cmpuint (tl_drawing_room_flow (room)->steps->len, ==, 2);
  g_assert_cmpfloat (tl_drawing_room_named (room, "Visit")->work_minutes, ==, 60);
  g_assert_cmpstr (tl_drawing_room_named (room, "Visit")->role->name, ==, "Trades");
  g_assert_nonnull (tl_drawing_room_way (room, "Call", "Visit"));
}

static void
test_arrange (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  tl_drawing_room_draw (room, "one two three");
  tl_hands_keys ("Control+Down Control+Down Left Control+Right Control+a");
  before = tl_drawing_room_bytes (room);
  gtk_widget_activate_action (GTK_WIDGET (room->canvas), "canvas.align-top", NULL);
  g_assert_cmpfloat (tl_drawing_room_named (room, "one")->y, ==, tl_drawing_room_named (room, "three")->y);
  tl_drawing_room_assert_one_undo (room, before);
  gtk_widget_activate_action (GTK_WIDGET (room->canvas), "canvas.distribute-across", NULL);
  g_assert_cmpfloat_with_epsilon (tl_drawing_room_named (room, "three")->x - tl_drawing_room_named (room, "two")->x,
                                  tl_drawing_room_named (room, "two")->x - tl_drawing_room_named (room, "one")->x,
                                  1e-9);
  tl_hands_key ("Escape");
  gtk_widget_activate_action (GTK_WIDGET (room->canvas), "canvas.align-left", NULL);
  g_assert_nonnull (strstr (room->said, "Select two steps or more"));
}

static void
test_select (TlDrawingRoom *room, gconstpointer data)
{
  tl_drawing_room_draw (room, "one two three four");
  tl_hands_keys ("v Left Left v Shift+v");
  g_assert_cmpuint (tl_drawing_room_selected (room), ==, 2);
  g_assert_true (tl_drawing_room_focus (room) == TL_ITEM (tl_drawing_room_named (room, "two")));
  tl_hands_key ("Control+i");
  g_assert_cmpuint (tl_drawing_room_selected (room), ==, 2);
  g_assert_true (tl_drawing_room_focus (room) == TL_ITEM (tl_drawing_room_named (room, "three")));
  tl_selection_set (tl_document_selection (room->document), tl_drawing_room_named (room, "two"));
  tl_hands_key ("Control+Shift+Right");
  g_assert_cmpuint (tl_drawing_room_selected (room), ==, 3);
}

/* In lanes there is one way to tidy only: what does nothing there can't be chosen, and the menu says why. */
static void
test_tidy_options (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) tidy = tl_canvas_tidy_actions (room->canvas);
  GActionGroup *group = G_ACTION_GROUP (tidy);

  tl_drawing_room_draw (room, "one two three");
  g_assert_true (g_action_group_get_action_enabled (group, "wrap"));
  g_assert_true (g_action_group_get_action_enabled (group, "down"));
  g_assert_false (g_action_group_get_action_enabled (group, "in-lanes"));
  tl_hands_key ("6");
  tl_hands_settle ();
  g_assert_false (g_action_group_get_action_enabled (group, "wrap"));
  g_assert_false (g_action_group_get_action_enabled (group, "down"));
  g_action_group_activate_action (group, "in-lanes", NULL);
  g_assert_nonnull (strstr (room->said, "Lanes run from left to right"));
  tl_history_undo (tl_document_history (room->document));
  tl_hands_settle ();
  g_assert_true (g_action_group_get_action_enabled (group, "wrap"));
  g_assert_false (g_action_group_get_action_enabled (group, "in-lanes"));
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  TL_ROOM_TEST ("/commands/insert-on-connector", test_insert_on_connector);
  TL_ROOM_TEST ("/commands/insert-after-step", test_insert_after_step);
  TL_ROOM_TEST ("/commands/splice", test_splice);
  TL_ROOM_TEST ("/commands/branch", test_branch);
  TL_ROOM_TEST ("/commands/notes", test_notes);
  TL_ROOM_TEST ("/commands/several", test_several);
  TL_ROOM_TEST ("/commands/connect", test_connect);
  TL_ROOM_TEST ("/commands/duplicate", test_duplicate);
  TL_ROOM_TEST ("/commands/cut-and-paste", test_cut_and_paste);
  TL_ROOM_TEST ("/commands/bad-paste", test_bad_paste);
  TL_ROOM_TEST ("/commands/paste-table", test_paste_table);
  TL_ROOM_TEST ("/commands/arrange", test_arrange);
  TL_ROOM_TEST ("/commands/select", test_select);
  TL_ROOM_TEST ("/commands/tidy-options", test_tidy_options);
  return g_test_run ();
}
