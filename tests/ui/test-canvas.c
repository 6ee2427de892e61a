/* The canvas, driven by keys and mouse through the X server. */
#include <math.h>

#include "app/canvas.h"
#include "hands.h"
#include "layout/flow-geometry.h"
#include "stage.h"
#include "storage/study-file.h"
#include "study/connector.h"
#include "study/entry.h"
#include "study/raises.h"
#include "study/step.h"

typedef struct
{
  GtkWindow *window;
  TlCanvas *canvas;
  TlDocument *document;
  GBytes *before;
} Room;

static GBytes *
bytes (Room *room)
{
  return tl_study_to_bytes (tl_document_study (room->document));
}

static void
enter (Room *room, gconstpointer data)
{
  room->document = tl_document_new ();
  room->canvas = TL_CANVAS (tl_canvas_new ());
  room->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (room->window, FALSE);
  gtk_window_set_default_size (room->window, 1200, 700);
  gtk_window_set_child (room->window, GTK_WIDGET (room->canvas));
  tl_canvas_set_document (room->canvas, room->document);
  gtk_window_present (room->window);
  tl_hands_begin (room->window);
  gtk_widget_grab_focus (GTK_WIDGET (room->canvas));
  tl_hands_settle ();
  room->before = bytes (room);
}

static void
leave (Room *room, gconstpointer data)
{
  gtk_window_destroy (room->window);
  g_object_unref (room->document);
  g_bytes_unref (room->before);
}

static TlFlow *
flow (Room *room)
{
  return tl_document_flow (room->document);
}

static TlStep *
step (Room *room, guint index)
{
  g_assert_cmpuint (index, <, flow (room)->steps->len);
  return g_ptr_array_index (flow (room)->steps, index);
}

static TlConnector *
connector (Room *room, guint index)
{
  g_assert_cmpuint (index, <, flow (room)->connectors->len);
  return g_ptr_array_index (flow (room)->connectors, index);
}

static TlItem *
focus (Room *room)
{
  return tl_selection_focus (tl_document_selection (room->document));
}

/* Three steps in a row: "one", "two", "three"; the last is selected. */
static void
draw_three (Room *room)
{
  tl_hands_key ("Tab");
  tl_hands_type ("one");
  tl_hands_key ("Tab");
  tl_hands_type ("two");
  tl_hands_key ("Tab");
  tl_hands_type ("three");
  tl_hands_key ("Return");
}

static void
test_type_and_go (Room *room, gconstpointer data)
{
  static const char *const names[] = { "call", "check", "visit", "fix", "close" };
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  guint entries;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      tl_hands_key ("Tab");
      tl_hands_type (names[i]);
    }
  tl_hands_keys ("Return w h Left v Left v Left w Escape Left v");

  g_assert_cmpuint (flow (room)->steps->len, ==, 5);
  g_assert_cmpuint (flow (room)->connectors->len, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (step (room, i)->name, ==, names[i]);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (connector (room, i)->from == step (room, i));
      g_assert_true (connector (room, i)->to == step (room, i + 1));
    }
  g_assert_cmpint (step (room, 4)->class, ==, TL_CLASS_WASTE);
  g_assert_cmpint (step (room, 4)->waste, ==, TL_WASTE_HAND_OFF);
  g_assert_cmpint (step (room, 3)->class, ==, TL_CLASS_VALUE);
  g_assert_cmpint (step (room, 1)->class, ==, TL_CLASS_WASTE);
  g_assert_cmpint (step (room, 1)->waste, ==, TL_WASTE_NONE);
  g_assert_cmpint (step (room, 0)->class, ==, TL_CLASS_VALUE);

  drawn = bytes (room);
  entries = tl_history_length (tl_document_history (room->document));
  /* A step with its connector and its name is one entry, and so is each mark with its kind of waste. */
  g_assert_cmpuint (entries, ==, 5 + 5);
  while (tl_history_undo (tl_document_history (room->document)))
    ;
  undone = bytes (room);
  g_assert_true (g_bytes_equal (undone, room->before));
  while (tl_history_redo (tl_document_history (room->document)))
    ;
  redone = bytes (room);
  g_assert_true (g_bytes_equal (redone, drawn));
}

static void
test_escape_takes_back (Room *room, gconstpointer data)
{
  g_autoptr (GBytes) after = NULL;

  tl_hands_key ("Tab");
  g_assert_cmpuint (flow (room)->steps->len, ==, 1);
  tl_hands_type ("oops");
  tl_hands_key ("Escape");
  g_assert_cmpuint (flow (room)->steps->len, ==, 0);
  after = bytes (room);
  g_assert_true (g_bytes_equal (after, room->before));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (room->canvas)));
}

static void
test_rename (Room *room, gconstpointer data)
{
  draw_three (room);
  tl_hands_key ("Return");
  tl_hands_key ("Control+a");
  tl_hands_type ("third");
  tl_hands_key ("Escape");
  g_assert_cmpstr (step (room, 2)->name, ==, "three");
  tl_hands_key ("F2");
  tl_hands_key ("Control+a");
  tl_hands_type ("third");
  tl_hands_key ("Return");
  g_assert_cmpstr (step (room, 2)->name, ==, "third");
  g_assert_cmpstr (tl_history_undo_name (tl_document_history (room->document)), ==, "Rename");
}

static void
test_arrows (Room *room, gconstpointer data)
{
  draw_three (room);
  g_assert_true (focus (room) == TL_ITEM (step (room, 2)));
  tl_hands_key ("Left");
  g_assert_true (focus (room) == TL_ITEM (step (room, 1)));
  tl_hands_key ("Shift+Right");
  g_assert_true (focus (room) == TL_ITEM (connector (room, 1)));
  tl_hands_key ("Right");
  g_assert_true (focus (room) == TL_ITEM (step (room, 2)));
  tl_hands_keys ("Shift+Left Left Left");
  g_assert_true (focus (room) == TL_ITEM (step (room, 0)));
}

static void
test_times_and_shares (Room *room, gconstpointer data)
{
  draw_three (room);
  tl_hands_key ("t");
  tl_hands_type ("1h 30m");
  tl_hands_key ("Tab");
  tl_hands_type ("2d");
  tl_hands_key ("Return");
  g_assert_cmpfloat (step (room, 2)->work_minutes, ==, 90);
  g_assert_cmpfloat (step (room, 2)->wait_minutes, ==, 2880);
  /* Both in one, as behind a name. */
  tl_selection_set (tl_document_selection (room->document), step (room, 1));
  tl_hands_key ("t");
  tl_hands_type ("5m 3d");
  tl_hands_key ("Return");
  g_assert_cmpfloat (step (room, 1)->work_minutes, ==, 5);
  g_assert_cmpfloat (step (room, 1)->wait_minutes, ==, 4320);
  tl_selection_set (tl_document_selection (room->document), step (room, 2));

  tl_hands_key ("s");
  tl_hands_type ("2/5");
  tl_hands_key ("Return");
  g_assert_cmpfloat (connector (room, 1)->share, ==, 0.4);

  tl_hands_key ("s");
  tl_hands_key ("Control+a");
  tl_hands_type ("lots");
  tl_hands_key ("Return");
  g_assert_cmpfloat (connector (room, 1)->share, ==, 0.4);
  tl_hands_key ("Escape");
  tl_hands_key ("u");
  g_assert_true (focus (room) == TL_ITEM (step (room, 2)));

  tl_hands_keys ("Shift+Left r");
  g_assert_cmpint (connector (room, 1)->kind, ==, TL_CONNECTOR_REWORK);
  tl_hands_key ("r");
  g_assert_cmpint (connector (room, 1)->kind, ==, TL_CONNECTOR_FLOW);
}

static void
test_roles_failures_connections (Room *room, gconstpointer data)
{
  TlRaises *raises;

  draw_three (room);
  tl_hands_key ("l");
  tl_hands_type ("trades");
  tl_hands_key ("Return");
  g_assert_cmpstr (step (room, 2)->role->name, ==, "trades");
  tl_hands_keys ("Left l");
  tl_hands_type ("tra");
  tl_hands_key ("Return");
  g_assert_true (step (room, 1)->role == step (room, 2)->role);

  tl_hands_key ("f");
  tl_hands_type ("where is it");
  tl_hands_key ("Tab");
  tl_hands_type ("1/4");
  tl_hands_key ("Return");
  g_assert_cmpuint (flow (room)->raises->len, ==, 1);
  raises = g_ptr_array_index (flow (room)->raises, 0);
  g_assert_cmpfloat (raises->rate, ==, 0.25);
  g_assert_true (raises->step == step (room, 1));
  g_assert_cmpint (raises->demand->kind, ==, TL_DEMAND_FAILURE);
  g_assert_cmpuint (flow (room)->entries->len, ==, 1);
  g_assert_true (((TlEntry *) g_ptr_array_index (flow (room)->entries, 0))->step == step (room, 0));

  tl_hands_keys ("Right c");
  tl_hands_type ("on");
  tl_hands_key ("Return");
  g_assert_cmpuint (flow (room)->connectors->len, ==, 3);
  g_assert_true (connector (room, 2)->from == step (room, 2));
  g_assert_true (connector (room, 2)->to == step (room, 0));
}

static void
test_delete (Room *room, gconstpointer data)
{
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) back = NULL;

  draw_three (room);
  drawn = bytes (room);
  tl_hands_keys ("Left Delete");
  g_assert_cmpuint (flow (room)->steps->len, ==, 2);
  g_assert_cmpuint (flow (room)->connectors->len, ==, 0);
  g_assert_true (focus (room) == TL_ITEM (step (room, 0)));
  tl_history_undo (tl_document_history (room->document));
  back = bytes (room);
  g_assert_true (g_bytes_equal (back, drawn));
}

static void
place_of (Room *room, guint index, double *x, double *y)
{
  g_assert_true (tl_canvas_place_of (room->canvas, step (room, index), x, y));
}

static void
test_typing_begins (Room *room, gconstpointer data)
{
  tl_hands_type ("vw");
  g_assert_cmpuint (flow (room)->steps->len, ==, 1);
  tl_hands_key ("Return");
  g_assert_cmpstr (step (room, 0)->name, ==, "vw");
  g_assert_cmpint (step (room, 0)->class, ==, TL_CLASS_NONE);
  tl_hands_key ("v");
  g_assert_cmpint (step (room, 0)->class, ==, TL_CLASS_VALUE);
}

/* N is a letter as any there, and Shift+Enter the key that adds a note on every sheet. */
static void
test_first_note (Room *room, gconstpointer data)
{
  tl_hands_type ("new call");
  tl_hands_key ("Return");
  g_assert_cmpstr (step (room, 0)->name, ==, "new call");
  tl_history_undo (tl_document_history (room->document));
  tl_hands_settle ();
  g_assert_cmpuint (flow (room)->steps->len, ==, 0);
  tl_hands_key ("Shift+Return");
  tl_hands_type ("note");
  tl_hands_key ("Return");
  g_assert_cmpstr (step (room, 0)->name, ==, "note");
  tl_hands_key ("n");
  tl_hands_type ("other");
  tl_hands_key ("Return");
  tl_hands_key ("Shift+Return");
  tl_hands_type ("third");
  tl_hands_key ("Return");
  g_assert_cmpstr (step (room, 1)->name, ==, "other");
  g_assert_cmpstr (step (room, 2)->name, ==, "third");
  g_assert_cmpuint (flow (room)->connectors->len, ==, 0);
}

/* What has a name keeps it where nothing else is typed; a new step may wait for its name. */
static void
test_name_emptied (Room *room, gconstpointer data)
{
  TlHistory *history = tl_document_history (room->document);
  guint entries;

  draw_three (room);
  entries = tl_history_length (history);
  for (int way = 0; way < 3; way++)
    {
      g_autofree char *name = g_strdup (step (room, 2)->name);

      tl_hands_key ("Return");
      tl_hands_key ("Control+a");
      tl_hands_key (way == 1 ? "space" : "BackSpace");
      tl_hands_key (way == 2 ? "Escape" : "Return");
      g_assert_cmpstr (step (room, 2)->name, ==, name);
    }
  g_assert_cmpuint (tl_history_length (history), ==, entries);
  tl_hands_key ("Tab");
  tl_hands_key ("Return");
  g_assert_cmpuint (flow (room)->steps->len, ==, 4);
  g_assert_null (step (room, 3)->name);
  tl_hands_key ("Tab");
  tl_hands_key ("Escape");
  g_assert_cmpuint (flow (room)->steps->len, ==, 4);
}

static void
test_goes_on (Room *room, gconstpointer data)
{
  draw_three (room);
  tl_hands_keys ("Left Escape");
  g_assert_null (focus (room));
  /* Nothing is selected: on from the step that was. */
  tl_hands_key ("Tab");
  tl_hands_type ("branch");
  tl_hands_key ("Return");
  g_assert_cmpuint (flow (room)->steps->len, ==, 4);
  g_assert_true (connector (room, 2)->from == step (room, 1));
  g_assert_true (connector (room, 2)->to == step (room, 3));
  /* An undo that takes the selected step selects the one before. */
  tl_history_undo (tl_document_history (room->document));
  tl_hands_settle ();
  g_assert_true (focus (room) == TL_ITEM (step (room, 1)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (room->canvas)));
}

static void
test_demand_enters (Room *room, gconstpointer data)
{
  TlStudy *study = tl_document_study (room->document);
  TlDemand *demand;

  draw_three (room);
  tl_hands_keys ("Left Left e");
  tl_hands_type ("please fix");
  tl_hands_key ("Tab");
  tl_hands_type ("325");
  tl_hands_key ("Return");
  g_assert_cmpuint (study->demands->len, ==, 1);
  demand = g_ptr_array_index (study->demands, 0);
  g_assert_cmpstr (demand->name, ==, "please fix");
  g_assert_cmpint (demand->kind, ==, TL_DEMAND_VALUE);
  g_assert_cmpfloat (demand->frequency, ==, 325);
  g_assert_true (((TlEntry *) g_ptr_array_index (flow (room)->entries, 0))->step == step (room, 0));
  /* The same demand elsewhere: it moves, and keeps its frequency. */
  tl_hands_keys ("Right e");
  tl_hands_type ("please");
  tl_hands_key ("Return");
  g_assert_cmpuint (study->demands->len, ==, 1);
  g_assert_cmpfloat (demand->frequency, ==, 325);
  g_assert_cmpuint (flow (room)->entries->len, ==, 1);
  g_assert_true (((TlEntry *) g_ptr_array_index (flow (room)->entries, 0))->step == step (room, 1));
}

/* What is drawn stays in sight, whole as long as it can be read. */
static void
test_stays_in_sight (Room *room, gconstpointer data)
{
  double x, y;

  for (guint i = 0; i < 12; i++)
    {
      tl_hands_key ("Tab");
      tl_hands_type ("step");
      g_assert_cmpfloat (tl_canvas_get_zoom (room->canvas), >=, 0.5);
      g_assert_true (tl_canvas_place_of (room->canvas, step (room, i), &x, &y));
      g_assert_cmpfloat (x, >, 0);
      g_assert_cmpfloat (x, <, gtk_widget_get_width (GTK_WIDGET (room->canvas)));
    }
}

/* Undo shows what it has brought back, and comes no nearer for it. */
static void
test_undo_keeps_zoom (Room *room, gconstpointer data)
{
  double zoom;

  draw_three (room);
  zoom = tl_canvas_get_zoom (room->canvas);
  tl_selection_set (tl_document_selection (room->document), step (room, 1));
  tl_hands_key ("Control+Delete");
  tl_canvas_undo (room->canvas);
  tl_hands_settle ();
  g_assert_cmpuint (flow (room)->steps->len, ==, 3);
  g_assert_cmpfloat (tl_canvas_get_zoom (room->canvas), ==, zoom);
  tl_canvas_redo (room->canvas);
  tl_hands_settle ();
  g_assert_cmpuint (flow (room)->steps->len, ==, 2);
  g_assert_cmpfloat (tl_canvas_get_zoom (room->canvas), ==, zoom);
}

static void
test_paste_list (Room *room, gconstpointer data)
{
  g_autoptr (GBytes) after = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (room->canvas)), "1. Call\n2. Check\n\n3. Visit");
  tl_hands_key ("Control+v");
  g_assert_cmpuint (flow (room)->steps->len, ==, 3);
  g_assert_cmpuint (flow (room)->connectors->len, ==, 2);
  g_assert_cmpstr (step (room, 2)->name, ==, "Visit");
  g_assert_cmpuint (tl_selection_size (tl_document_selection (room->document)), ==, 3);

  /* On: from the selected step, beside what is there, each step in a place of its own. */
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (room->canvas)), "Fix > Close");
  tl_hands_key ("Control+v");
  g_assert_cmpuint (flow (room)->steps->len, ==, 5);
  g_assert_true (connector (room, 2)->from == step (room, 3));
  g_assert_true (connector (room, 2)->to == step (room, 4));
  g_assert_true (connector (room, 3)->from == step (room, 2));
  g_assert_true (connector (room, 3)->to == step (room, 3));
  g_assert_cmpfloat (step (room, 3)->x, >, step (room, 2)->x + TL_STEP_WIDTH);
  g_assert_cmpfloat (step (room, 4)->x, >, step (room, 3)->x + TL_STEP_WIDTH);

  tl_hands_key ("Control+a");
  while (tl_history_undo (tl_document_history (room->document)))
    ;
  after = bytes (room);
  g_assert_true (g_bytes_equal (after, room->before));
}

/* Tidy is one entry of the history however long it glides, and an undo in the middle of it takes all
 * of it back. */
static void
test_tidy (Room *room, gconstpointer data)
{
  TlHistory *history = tl_document_history (room->document);
  guint length;
  double x, y;

  draw_three (room);
  place_of (room, 1, &x, &y);
  tl_hands_drag (GTK_WIDGET (room->canvas), x, y, x + 40, y + 130);
  x = step (room, 1)->x;
  y = step (room, 1)->y;
  length = tl_history_length (history);
  tl_hands_key ("Control+l");
  g_assert_cmpuint (tl_history_length (history), ==, length + 1);
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Tidy the flow");
  g_assert_cmpfloat (step (room, 1)->y, ==, step (room, 0)->y);
  g_assert_cmpfloat (step (room, 1)->y, ==, step (room, 2)->y);
  tl_hands_settle ();
  tl_hands_key ("Control+l");
  g_assert_cmpuint (tl_history_length (history), ==, length + 1);
  tl_history_undo (history);
  g_assert_cmpfloat (step (room, 1)->x, ==, x);
  g_assert_cmpfloat (step (room, 1)->y, ==, y);
}

#define ADD(path, test) g_test_add (path, Room, NULL, enter, test, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("/canvas/type-and-go", test_type_and_go);
  ADD ("/canvas/escape-takes-back", test_escape_takes_back);
  ADD ("/canvas/rename", test_rename);
  ADD ("/canvas/arrows", test_arrows);
  ADD ("/canvas/times-and-shares", test_times_and_shares);
  ADD ("/canvas/roles-failures-connections", test_roles_failures_connections);
  ADD ("/canvas/delete", test_delete);
  ADD ("/canvas/typing-begins", test_typing_begins);
  ADD ("/canvas/first-note", test_first_note);
  ADD ("/canvas/name-emptied", test_name_emptied);
  ADD ("/canvas/goes-on", test_goes_on);
  ADD ("/canvas/demand-enters", test_demand_enters);
  ADD ("/canvas/stays-in-sight", test_stays_in_sight);
  ADD ("/canvas/undo-keeps-zoom", test_undo_keeps_zoom);
  ADD ("/canvas/paste-list", test_paste_list);
  ADD ("/canvas/tidy", test_tidy);
  return g_test_run ();
}
