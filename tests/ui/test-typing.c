/* What is typed on the canvas: where it goes, what is read from it, and what means nothing. */
#include <math.h>

#include "drawing-room.h"
#include "stage.h"

/* An hour of events; only how far they are apart counts. */
#define BEGIN 3600000

static GtkWidget *
name_entry (TlDrawingRoom *room)
{
  return tl_stage_find (room->canvas, GTK_TYPE_ENTRY, NULL);
}

static gboolean
press (TlDrawingRoom *room, guint key, guint32 time)
{
  return tl_canvas_take_key (room->canvas, key, 0, BEGIN + time);
}

/* L without a step, and then the role's name: none of its letters is a command. */
static void
test_in_vain (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  tl_drawing_room_draw (room, "one two");
  tl_hands_key ("Escape");
  before = tl_drawing_room_bytes (room);
  press (room, GDK_KEY_l, 0);
  g_assert_cmpstr (room->said, ==, "Select a step first");
  g_assert_true (press (room, GDK_KEY_C, 600));
  g_assert_true (press (room, GDK_KEY_n, 1200));
  g_assert_true (press (room, GDK_KEY_space, 1300));
  g_assert_true (press (room, GDK_KEY_n, 1900));
  g_assert_false (gtk_widget_get_visible (name_entry (room)));
  g_assert_true (g_bytes_equal (before, tl_drawing_room_bytes (room)));
  /* After a pause it is a command again, and so is what is no letter at once. */
  press (room, GDK_KEY_n, 2700);
  g_assert_true (gtk_widget_get_visible (name_entry (room)));
  tl_hands_keys ("Escape Escape");
  press (room, GDK_KEY_v, 10000);
  press (room, GDK_KEY_Right, 10100);
  press (room, GDK_KEY_v, 10200);
  g_assert_cmpint (tl_drawing_room_step (room, 0)->class, ==, TL_CLASS_VALUE);
}

/* The same by hand: what comes later than a word goes on is heard. */
static void
test_in_vain_by_hand (TlDrawingRoom *room, gconstpointer data)
{
  tl_drawing_room_draw (room, "one");
  tl_hands_keys ("Escape t");
  g_assert_cmpstr (room->said, ==, "Select a step first");
  g_usleep (800 * 1000);
  tl_hands_key ("n");
  g_assert_true (gtk_widget_get_visible (name_entry (room)));
}

static graphene_rect_t
entry_bounds (TlDrawingRoom *room)
{
  graphene_rect_t bounds;

  tl_hands_settle ();
  g_assert_true (gtk_widget_compute_bounds (name_entry (room), GTK_WIDGET (room->canvas), &bounds));
  return bounds;
}

/* The entry of a name goes on to the right while there are more words, so that one sees what one types. */
static void
test_growing (TlDrawingRoom *room, gconstpointer data)
{
  graphene_rect_t narrow, wide;

  tl_hands_key ("Tab");
  narrow = entry_bounds (room);
  tl_hands_type ("Short");
  g_assert_cmpfloat (entry_bounds (room).size.width, ==, narrow.size.width);
  tl_hands_type (" > Book a visit > Close");
  wide = entry_bounds (room);
  g_assert_cmpfloat (wide.size.width, >, narrow.size.width);
  g_assert_cmpfloat (wide.origin.x, ==, narrow.origin.x);
  tl_hands_type (" > and that is how it goes on and on and on and on and on and on and on and on and on");
  g_assert_cmpfloat (entry_bounds (room).size.width, ==, 3 * narrow.size.width);
  /* And back with fewer. */
  tl_hands_keys ("Control+a");
  tl_hands_type ("A");
  g_assert_cmpfloat (entry_bounds (room).size.width, ==, narrow.size.width);
  tl_hands_key ("Escape");
  /* At the edge of the canvas it stays in sight. */
  tl_drawing_room_draw (room, "one two three four five six seven");
  tl_hands_key ("F2");
  tl_hands_type ("a name that goes on and on and on and on and on and on and on and on and on and on and on");
  wide = entry_bounds (room);
  g_assert_cmpfloat (wide.size.width, ==, 3 * narrow.size.width);
  g_assert_cmpfloat (wide.origin.x + wide.size.width, <, (float) gtk_widget_get_width (GTK_WIDGET (room->canvas)));
}

static TlConnector *
label (TlDrawingRoom *room, const char *typed)
{
  tl_hands_key ("F2");
  tl_hands_type (typed);
  tl_hands_key ("Return");
  return tl_drawing_room_way (room, "one", "two");
}

/* F2 on a connector: words, a share or both in one box. */
static void
test_label (TlDrawingRoom *room, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  TlConnector *way;

  tl_drawing_room_draw (room, "one two");
  tl_hands_key ("Shift+Left");
  before = tl_drawing_room_bytes (room);
  way = label (room, "yes");
  g_assert_cmpstr (way->label, ==, "yes");
  g_assert_true (isnan (way->share));
  tl_drawing_room_assert_one_undo (room, before);
  label (room, "yes");
  label (room, "yes 40%");
  g_assert_cmpstr (way->label, ==, "yes");
  g_assert_cmpfloat (way->share, ==, 0.4);
  /* Words alone leave the share, a share alone takes the words away. */
  label (room, "no");
  g_assert_cmpstr (way->label, ==, "no");
  g_assert_cmpfloat (way->share, ==, 0.4);
  label (room, "2/5");
  g_assert_null (way->label);
  g_assert_cmpfloat (way->share, ==, 0.4);
  /* What is there stands in the box; what nobody changes stays, and what is emptied goes. */
  label (room, "Part 1/2 30%");
  g_clear_pointer (&before, g_bytes_unref);
  before = tl_drawing_room_bytes (room);
  tl_hands_key ("F2");
  g_assert_true (tl_stage_says (room->canvas, "What is written on the way"));
  tl_hands_keys ("End Return");
  g_assert_true (g_bytes_equal (before, tl_drawing_room_bytes (room)));
  tl_hands_keys ("F2 BackSpace Return");
  g_assert_null (way->label);
  g_assert_true (isnan (way->share));
  /* No share is above all, and what is taken for one is shown before Enter. */
  tl_hands_key ("F2");
  tl_hands_type ("yes 140%");
  tl_hands_key ("Return");
  g_assert_true (tl_stage_says (room->canvas, "between 0 and 100"));
  tl_hands_key ("Control+a");
  tl_hands_type ("yes, 1 in 4");
  g_assert_true (tl_stage_says (room->canvas, "yes · 25"));
  tl_hands_key ("Escape");
}

/* A double click on a connector opens the same box. */
static void
test_label_by_mouse (TlDrawingRoom *room, gconstpointer data)
{
  double from_x, from_y, to_x, to_y;

  tl_drawing_room_draw (room, "one two");
  g_assert_true (tl_canvas_place_of (room->canvas, tl_drawing_room_named (room, "one"), &from_x, &from_y));
  g_assert_true (tl_canvas_place_of (room->canvas, tl_drawing_room_named (room, "two"), &to_x, &to_y));
  tl_hands_double_click (GTK_WIDGET (room->canvas), (from_x + to_x) / 2, from_y);
  tl_hands_type ("then 10%");
  tl_hands_key ("Return");
  g_assert_cmpstr (tl_drawing_room_way (room, "one", "two")->label, ==, "then");
  g_assert_cmpfloat (tl_drawing_room_way (room, "one", "two")->share, ==, 0.1);
}

static TlDemand *
demand (TlDrawingRoom *room, guint index)
{
  GPtrArray *demands = tl_document_study (room->document)->demands;

  g_assert_cmpuint (index, <, demands->len);
  return g_ptr_array_index (demands, index);
}

/* Whether a field there holds just that text. */
static gboolean
holds (GtkWidget *widget, const char *text)
{
  if (GTK_IS_ENTRY (widget))
    return gtk_widget_get_mapped (widget) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (holds (child, text))
      return TRUE;
  return FALSE;
}

/* How often a demand comes, or is caused, may stand behind its name, and goes where it belongs at once. */
static void
test_demands (TlDrawingRoom *room, gconstpointer data)
{
  TlFlow *flow = tl_drawing_room_flow (room);

  tl_drawing_room_draw (room, "one");
  tl_hands_key ("e");
  tl_hands_type ("Form 12");
  g_assert_true (holds (GTK_WIDGET (room->canvas), ""));
  tl_hands_type (", 120");
  g_assert_true (holds (GTK_WIDGET (room->canvas), "120"));
  tl_hands_key ("Return");
  g_assert_cmpstr (demand (room, 0)->name, ==, "Form 12");
  g_assert_cmpfloat (demand (room, 0)->frequency, ==, 120);
  tl_hands_key ("f");
  tl_hands_type ("Where is it? 1 in 5");
  tl_hands_key ("Return");
  g_assert_cmpstr (demand (room, 1)->name, ==, "Where is it?");
  g_assert_cmpfloat (((TlRaises *) g_ptr_array_index (flow->raises, 0))->rate, ==, 0.2);
  /* A part of a known name is found all the same; without a number there, the usual one stays. */
  tl_hands_key ("f");
  tl_hands_type ("where 30%");
  tl_hands_key ("Return");
  g_assert_cmpuint (tl_document_study (room->document)->demands->len, ==, 2);
  g_assert_cmpfloat (((TlRaises *) g_ptr_array_index (flow->raises, 0))->rate, ==, 0.3);
  tl_hands_key ("f");
  tl_hands_type ("Call again");
  tl_hands_key ("Return");
  g_assert_cmpfloat (((TlRaises *) g_ptr_array_index (flow->raises, 1))->rate, ==, 0.1);
  /* What was typed where it is asked for counts. */
  tl_hands_key ("f");
  tl_hands_type ("Cancel it 20%");
  tl_hands_keys ("Tab Control+a");
  tl_hands_type ("50%");
  tl_hands_key ("Return");
  g_assert_cmpstr (demand (room, 3)->name, ==, "Cancel it");
  g_assert_cmpfloat (((TlRaises *) g_ptr_array_index (flow->raises, 2))->rate, ==, 0.5);
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  TL_ROOM_TEST ("/typing/in-vain", test_in_vain);
  TL_ROOM_TEST ("/typing/in-vain-by-hand", test_in_vain_by_hand);
  TL_ROOM_TEST ("/typing/growing", test_growing);
  TL_ROOM_TEST ("/typing/label", test_label);
  TL_ROOM_TEST ("/typing/label-by-mouse", test_label_by_mouse);
  TL_ROOM_TEST ("/typing/demands", test_demands);
  return g_test_run ();
}
