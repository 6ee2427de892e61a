/* The list of steps beside the canvas, worked in by keys alone. */
#include <adwaita.h>

#include "app/class-badge.h"
#include "app/flow-page.h"
#include "app/outline-row.h"
#include "app/outline.h"
#include "app/step-list.h"
#include "hands.h"
#include "stage.h"
#include "study/connector.h"
#include "study/flow-edits.h"

typedef struct
{
  TlWindow *window;
  TlDocument *document;
  GtkWidget *page;
  GtkWidget *canvas;
  GtkWidget *outline;
  GtkListView *view;
} Room;

static void
enter (Room *room, gconstpointer data)
{
  g_autoptr (TlDocument) empty = tl_document_new ();

  if (data)
    {
      room->window = tl_stage_new_window ();
      tl_window_set_document (room->window, empty);
    }
  else
    room->window = tl_stage_open_sample ();
  room->document = tl_window_get_document (room->window);
  room->page = tl_stage_find (room->window, TL_TYPE_FLOW_PAGE, NULL);
  room->canvas = tl_stage_find (room->window, TL_TYPE_CANVAS, NULL);
  room->outline = tl_stage_find (room->window, TL_TYPE_OUTLINE, NULL);
  room->view = GTK_LIST_VIEW (tl_stage_find (room->outline, GTK_TYPE_LIST_VIEW, NULL));
  tl_hands_begin (GTK_WINDOW (room->window));
  /* It is remembered from one window to the next. */
  if (!tl_flow_page_get_show_outline (TL_FLOW_PAGE (room->page)))
    tl_hands_key ("Shift+F9");
  tl_stage_settle ();
  g_assert_true (gtk_widget_get_mapped (room->outline));
}

static void
leave (Room *room, gconstpointer data)
{
  tl_stage_close_all ();
}

static TlStepList *
list (Room *room)
{
  return TL_STEP_LIST (gtk_list_view_get_model (room->view));
}

static TlStep *
at (Room *room, guint position)
{
  return tl_step_list_get (list (room), position);
}

static TlSelection *
selection (Room *room)
{
  return tl_document_selection (room->document);
}

static guint
n_steps (Room *room)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list (room)));
}

/* The step in whose row the keyboard is; NULL where it is elsewhere. */
static TlStep *
with_keyboard (Room *room)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (room->window));
  GtkWidget *row = focus ? tl_stage_find (focus, TL_TYPE_OUTLINE_ROW, NULL) : NULL;

  if (!row || !gtk_widget_is_ancestor (focus, room->outline))
    return NULL;
  for (guint i = 0; i < n_steps (room); i++)
    if (tl_stage_find (row, GTK_TYPE_LABEL, at (room, i)->name ? at (room, i)->name : "No name yet"))
      return at (room, i);
  return NULL;
}

static void
go_to_list (Room *room, guint position)
{
  tl_selection_set (selection (room), at (room, position));
  gtk_widget_grab_focus (room->outline);
  tl_hands_settle ();
  g_assert_true (with_keyboard (room) == at (room, position));
}

/* All steps stand there, what leads to a step before it, and each row says what the step is. */
static void
test_rows (Room *room, gconstpointer data)
{
  TlFlow *flow = tl_document_flow (room->document);

  g_assert_cmpuint (n_steps (room), ==, flow->steps->len);
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->kind == TL_CONNECTOR_FLOW)
        g_assert_cmpuint (tl_step_list_position (list (room), connector->from), <,
                          tl_step_list_position (list (room), connector->to));
    }
  for (guint i = 0; i < n_steps (room); i++)
    g_assert_true (tl_stage_says (room->outline, at (room, i)->name));
  g_assert_true (tl_stage_says (room->outline, "5 steps"));
  g_assert_true (tl_stage_says (room->outline, "Where is my repair?"));
}

static void
test_shares_selection (Room *room, gconstpointer data)
{
  double x, y;

  go_to_list (room, 0);
  tl_hands_key ("Down");
  g_assert_true (tl_selection_focus (selection (room)) == TL_ITEM (at (room, 1)));
  g_assert_cmpuint (tl_selection_size (selection (room)), ==, 1);
  tl_hands_keys ("Shift+Down Shift+Down");
  g_assert_cmpuint (tl_selection_size (selection (room)), ==, 3);
  g_assert_true (tl_selection_focus (selection (room)) == TL_ITEM (at (room, 3)));
  tl_hands_key ("v");
  for (guint i = 1; i <= 3; i++)
    g_assert_cmpint (at (room, i)->class, ==, TL_CLASS_VALUE);

  /* A click on the canvas selects the row, and what is selected is in sight in both. */
  g_assert_true (tl_canvas_place_of (TL_CANVAS (room->canvas), at (room, 4), &x, &y));
  tl_hands_click (room->canvas, x, y);
  g_assert_true (tl_selection_focus (selection (room)) == TL_ITEM (at (room, 4)));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list (room)), 4));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (list (room)), 3));
  g_assert_true (gtk_widget_has_focus (room->canvas));
  gtk_widget_grab_focus (room->outline);
  g_assert_true (with_keyboard (room) == at (room, 4));
}

/* Every key of the canvas acts, and the keyboard stays in, or comes back to, the row. */
static void
test_annotation_keys (Room *room, gconstpointer data)
{
  TlStep *step = at (room, 1);
  guint entries = tl_history_length (tl_document_history (room->document));

  go_to_list (room, 1);
  tl_hands_keys ("u w c");
  g_assert_cmpint (step->class, ==, TL_CLASS_WASTE);
  g_assert_cmpint (step->waste, ==, TL_WASTE_CHECKING);
  g_assert_true (with_keyboard (room) == step);
  tl_hands_key ("t");
  g_assert_null (with_keyboard (room));
  tl_hands_type ("7m");
  tl_hands_key ("Return");
  g_assert_cmpfloat (step->work_minutes, ==, 7);
  g_assert_true (with_keyboard (room) == step);
  tl_hands_key ("l");
  tl_hands_type ("Van");
  tl_hands_key ("Return");
  g_assert_true (with_keyboard (room) == step);
  tl_hands_keys ("t Escape");
  g_assert_true (with_keyboard (room) == step);
  g_assert_cmpuint (tl_history_length (tl_document_history (room->document)), ==, entries + 4);
  g_assert_true (tl_stage_says (room->outline, "Checking"));
  g_assert_true (tl_stage_says (room->outline, "Van"));
}

/* A letter for the kind of waste speaks of the step that was marked, not of the next one. */
static void
test_waste_letter_is_of_its_step (Room *room, gconstpointer data)
{
  TlWaste before = at (room, 2)->waste;

  go_to_list (room, 1);
  tl_hands_keys ("w Down h");
  g_assert_cmpint (at (room, 2)->waste, ==, before);
  g_assert_cmpint (at (room, 1)->waste, ==, TL_WASTE_NONE);
}

static void
test_naming (Room *room, gconstpointer data)
{
  TlStep *step = at (room, 2);

  go_to_list (room, 2);
  tl_hands_key ("F2");
  tl_hands_type ("Go there");
  tl_hands_key ("Return");
  g_assert_cmpstr (step->name, ==, "Go there");
  g_assert_true (with_keyboard (room) == step);
  tl_hands_key ("Return");
  tl_hands_type ("Nobody wants this");
  tl_hands_key ("Escape");
  g_assert_cmpstr (step->name, ==, "Go there");
  g_assert_true (with_keyboard (room) == step);
}

/* Tab goes on from a row, again and again, and Escape takes the last one back. */
static void
test_goes_on (Room *room, gconstpointer data)
{
  TlFlow *flow = tl_document_flow (room->document);
  TlStep *from = at (room, 4), *last;

  go_to_list (room, 4);
  tl_hands_key ("Tab");
  tl_hands_type ("ask");
  tl_hands_key ("Tab");
  tl_hands_type ("thank");
  tl_hands_key ("Return");
  g_assert_cmpuint (flow->steps->len, ==, 7);
  last = g_ptr_array_index (flow->steps, 6);
  g_assert_cmpstr (last->name, ==, "thank");
  g_assert_true (with_keyboard (room) == last);
  g_assert_true (((TlConnector *) g_ptr_array_index (flow->connectors, flow->connectors->len - 2))->from == from);
  tl_hands_keys ("Tab Escape");
  g_assert_cmpuint (flow->steps->len, ==, 7);
  g_assert_true (with_keyboard (room) == last);
  tl_hands_key ("Delete");
  g_assert_cmpuint (n_steps (room), ==, 6);
  g_assert_nonnull (with_keyboard (room));
  g_assert_cmpstr (with_keyboard (room)->name, ==, "ask");
}

static void
test_empty_and_loose (Room *room, gconstpointer data)
{
  TlHistory *history = tl_document_history (room->document);
  TlFlow *flow = tl_document_flow (room->document);
  TlStep *one, *two;

  g_assert_true (tl_stage_says (room->outline, "in the order in which the work goes"));
  one = tl_flow_add_step (history, flow, "one", 0, 0);
  tl_stage_settle ();
  g_assert_false (tl_stage_says (room->outline, "in the order in which the work goes"));
  g_assert_false (tl_stage_says (room->outline, "ot connected"));
  two = tl_flow_add_step (history, flow, "two", 300, 0);
  tl_stage_settle ();
  g_assert_true (tl_stage_says (room->outline, "2 steps, 2 not connected"));
  tl_flow_connect (history, two, one, TL_CONNECTOR_FLOW);
  tl_stage_settle ();
  g_assert_true (at (room, 0) == two);
  g_assert_false (tl_stage_says (room->outline, "ot connected"));
}

static void
count_changes (GListModel *model, guint position, guint removed, guint added, guint *changes)
{
  changes[0]++;
  changes[1] += removed;
  changes[2] += added;
}

static guint
count_widgets (GtkWidget *widget, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child, type);
  return n;
}

/* Thousands of steps have rows for what is in sight, and an edit touches what it has changed. */
static void
test_many (Room *room, gconstpointer data)
{
  TlHistory *history = tl_document_history (room->document);
  TlFlow *flow = tl_document_flow (room->document);
  g_autofree char *name = NULL;
  TlStep *last = NULL, *middle;
  guint changes[3] = { 0 };

  tl_history_begin (history, "Many", NULL);
  for (guint i = 0; i < 2000; i++)
    {
      TlStep *step;

      g_free (name);
      name = g_strdup_printf ("step %u", i);
      step = tl_flow_add_step (history, flow, name, i % 40 * 280, i / 40 * 160);
      if (last)
        tl_flow_connect (history, last, step, TL_CONNECTOR_FLOW);
      last = step;
    }
  tl_history_end (history);
  tl_stage_settle ();
  g_assert_cmpuint (n_steps (room), ==, 2000);
  g_assert_cmpuint (count_widgets (room->outline, TL_TYPE_OUTLINE_ROW), <, 500);

  g_signal_connect (list (room), "items-changed", G_CALLBACK (count_changes), changes);
  middle = tl_flow_add_step (history, flow, "between", 0, 0);
  tl_flow_connect (history, at (room, 999), middle, TL_CONNECTOR_FLOW);
  tl_stage_settle ();
  g_assert_cmpuint (changes[0], ==, 1);
  g_assert_cmpuint (changes[1], ==, 0);
  g_assert_cmpuint (changes[2], ==, 1);
  tl_history_begin (history, "Rename", NULL);
  tl_history_apply (history, tl_edit_new_set_text (middle, "name", "other"));
  tl_history_end (history);
  tl_stage_settle ();
  g_assert_cmpuint (changes[0], ==, 1);
  g_signal_handlers_disconnect_by_data (list (room), changes);

  /* What is selected is brought into sight, however far it is. */
  tl_selection_set (selection (room), at (room, 1700));
  tl_stage_settle ();
  g_assert_true (tl_stage_says (room->outline, at (room, 1700)->name));
  gtk_widget_grab_focus (room->outline);
  g_assert_true (with_keyboard (room) == at (room, 1700));
}

static gboolean
has_width (gpointer data)
{
  Room *room = data;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (room->window), &width, &height);
  return abs (gtk_widget_get_width (GTK_WIDGET (room->window)) - width) < 40;
}

static void
resize (Room *room, int width)
{
  gtk_window_set_default_size (GTK_WINDOW (room->window), width, 720);
  tl_stage_wait (has_width, room);
  tl_stage_settle ();
}

/* Where there is no room beside the canvas the list folds away; asked for, it lies over it, and what is asked about
 * is beside it. */
static void
test_narrow (Room *room, gconstpointer data)
{
  TlFlowPage *page = TL_FLOW_PAGE (room->page);
  double x, y;

  /* The newer one has the room. */
  tl_hands_keys ("Shift+F9 Shift+F9");
  resize (room, 1000);
  g_assert_true (tl_flow_page_get_show_outline (page));
  g_assert_false (tl_flow_page_get_show_inspector (page));
  resize (room, 720);
  g_assert_false (tl_flow_page_get_show_outline (page));
  tl_hands_key ("Shift+F9");
  g_assert_true (tl_flow_page_get_show_outline (page));
  go_to_list (room, 0);
  tl_hands_key ("Down");
  tl_stage_settle ();
  g_assert_true (tl_canvas_place_of (TL_CANVAS (room->canvas), at (room, 1), &x, &y));
  g_assert_cmpfloat (x, >, gtk_widget_get_width (room->outline));
  tl_hands_key ("Escape");
  g_assert_false (tl_flow_page_get_show_outline (page));
  g_assert_true (gtk_widget_has_focus (room->canvas));
  resize (room, 1280);
  g_assert_true (tl_flow_page_get_show_outline (page));
}

/* F6 goes through all parts of the window and comes round. */
static void
test_round (Room *room, gconstpointer data)
{
  GtkWidget *inspector = tl_stage_find (room->window, g_type_from_name ("TlInspector"), NULL);
  GtkWidget *purpose = tl_stage_find (room->window, g_type_from_name ("TlPurposeBar"), NULL);
  GtkWidget *header = tl_stage_find (room->window, ADW_TYPE_HEADER_BAR, NULL);
  GtkWidget *parts[] = { room->outline, room->canvas, inspector, header, purpose };

  tl_selection_set (selection (room), at (room, 3));
  gtk_widget_grab_focus (room->outline);
  for (int turn = 1; turn <= 10; turn++)
    {
      GtkWidget *part = parts[turn % 5], *focus;

      tl_hands_key ("F6");
      focus = gtk_window_get_focus (GTK_WINDOW (room->window));
      g_assert_true (focus == part || gtk_widget_is_ancestor (focus, part));
    }
  g_assert_true (with_keyboard (room) == at (room, 3));
  tl_hands_keys ("Shift+F6");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (room->window)), purpose));
}

#define ADD(path, test) g_test_add (path, Room, NULL, enter, test, leave)
#define ADD_EMPTY(path, test) g_test_add (path, Room, "", enter, test, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("/outline/rows", test_rows);
  ADD ("/outline/shares-selection", test_shares_selection);
  ADD ("/outline/annotation-keys", test_annotation_keys);
  ADD ("/outline/waste-letter-is-of-its-step", test_waste_letter_is_of_its_step);
  ADD ("/outline/naming", test_naming);
  ADD ("/outline/goes-on", test_goes_on);
  ADD_EMPTY ("/outline/empty-and-loose", test_empty_and_loose);
  ADD_EMPTY ("/outline/many", test_many);
  ADD ("/outline/narrow", test_narrow);
  ADD ("/outline/round", test_round);
  return g_test_run ();
}
