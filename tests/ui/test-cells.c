/* The log of contacts edited in its cells, by keys and by mouse. */
#include "app/field-entry.h"
#include "app/type-entry.h"
#include "hands.h"
#include "log-room.h"
#include "stage.h"
#include "study/flow-edits.h"

#include <math.h>

typedef struct
{
  TlLogRoom log;
  TlContact *contacts[4];
} Room;

static void
enter (Room *room, gconstpointer data)
{
  TlStudy *study = tl_study_new ();
  TlHistory *history;

  room->contacts[0] = tl_log_room_add (study, "2026-01-05T09:12", "Where is my repair?", TL_CONTACT_AS_DEMAND);
  room->contacts[1] = tl_log_room_add (study, "2026-01-13T09:40", "My boiler is broken", TL_CONTACT_AS_DEMAND);
  room->contacts[2] = tl_log_room_add (study, "2026-01-02T10:05", "How much rent do I owe?", TL_CONTACT_AS_DEMAND);
  room->contacts[3] = tl_log_room_add (study, "2026-01-15T11:30", "Nobody rang me back", TL_CONTACT_AS_DEMAND);
  tl_log_room_enter (&room->log, study, 1500);
  history = tl_document_history (room->log.document);
  tl_study_add_demand (history, "Repair", TL_DEMAND_VALUE, (double) NAN);
  tl_study_add_demand (history, "Progress of a repair", TL_DEMAND_FAILURE, (double) NAN);
  tl_hands_settle ();
}

static void
leave (Room *room, gconstpointer data)
{
  tl_log_room_leave (&room->log);
}

static void
undo (Room *room)
{
  tl_history_undo (tl_document_history (room->log.document));
  tl_hands_settle ();
}

static TlContact *
shown (Room *room, guint row)
{
  return tl_contact_list_get (tl_contacts_table_list (room->log.table), row);
}

static GtkWidget *
focus (Room *room)
{
  return gtk_root_get_focus (GTK_ROOT (room->log.window));
}

/* Whether the keyboard is in a cell of that type. */
static gboolean
in_cell (Room *room, GType type)
{
  return focus (room) && gtk_widget_get_ancestor (focus (room), type);
}

static void
assert_in_cells (Room *room)
{
  GtkWidget *cell = focus (room);

  g_assert_true (in_cell (room, TL_TYPE_FIELD_ENTRY) || in_cell (room, TL_TYPE_TYPE_ENTRY)
                 || in_cell (room, GTK_TYPE_MENU_BUTTON));
  g_assert_true (gtk_widget_get_ancestor (cell, GTK_TYPE_COLUMN_VIEW) != NULL);
}

/* A whole row by keys alone, and one undo for each cell. */
static void
test_row (Room *room, gconstpointer data)
{
  TlContact *contact = room->contacts[1];

  tl_hands_keys ("Down Return");
  assert_in_cells (room);
  tl_hands_key ("Control+a");
  tl_hands_type ("No heating");
  tl_hands_key ("Tab");
  assert_in_cells (room);
  tl_hands_key ("v");
  tl_hands_key ("Tab");
  g_assert_true (in_cell (room, TL_TYPE_TYPE_ENTRY));
  tl_hands_type ("prog");
  tl_hands_key ("Tab");
  tl_hands_type ("1h5");
  tl_hands_key ("Tab");
  tl_hands_type ("phone");
  tl_hands_key ("Tab");
  tl_hands_type ("Leeds");
  tl_hands_key ("Tab");
  tl_hands_type ("Boiler of 12");
  tl_hands_key ("Tab");
  tl_hands_type ("AB");
  tl_hands_key ("Return");
  g_assert_cmpstr (contact->words, ==, "No heating");
  g_assert_cmpint (contact->kind, ==, TL_CONTACT_VALUE);
  g_assert_true (contact->demand == room->log.study->demands->pdata[1]);
  g_assert_cmpfloat (contact->minutes, ==, 65);
  g_assert_cmpstr (contact->channel, ==, "phone");
  g_assert_cmpstr (contact->place, ==, "Leeds");
  g_assert_cmpstr (contact->thread, ==, "Boiler of 12");
  g_assert_cmpstr (contact->listener, ==, "AB");
  g_assert_false (in_cell (room, TL_TYPE_FIELD_ENTRY));
  undo (room);
  g_assert_null (contact->listener);
  g_assert_cmpstr (contact->thread, ==, "Boiler of 12");
  for (guint i = 0; i < 7; i++)
    undo (room);
  g_assert_cmpstr (contact->words, ==, "My boiler is broken");
  g_assert_null (contact->demand);
}

/* Past the last cell of a row is the first one of the next; back again too. */
static void
test_round (Room *room, gconstpointer data)
{
  tl_hands_keys ("Down Return Tab Tab Tab Tab Tab Tab Tab Tab");
  assert_in_cells (room);
  tl_hands_key ("Control+a");
  tl_hands_type ("31.1.2026 8:05");
  tl_hands_key ("Shift+Tab");
  tl_hands_type ("CD");
  tl_hands_key ("Return");
  g_assert_cmpstr (room->contacts[2]->when, ==, "2026-01-31T08:05");
  g_assert_cmpstr (room->contacts[1]->listener, ==, "CD");
}

/* Wrong dates and times get words, stay until they are mended, and change nothing. */
static void
test_wrong (Room *room, gconstpointer data)
{
  TlContact *contact = room->contacts[1];

  tl_hands_keys ("Down F2 Shift+Tab Control+a");
  tl_hands_type ("31.2.2026");
  tl_hands_key ("Return");
  assert_in_cells (room);
  g_assert_true (tl_stage_says (room->log.table, "Type a date"));
  g_assert_cmpstr (contact->when, ==, "2026-01-13T09:40");
  /* Neither Tab nor the mouse leads away from it. */
  tl_hands_key ("Tab");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_ancestor (focus (room), TL_TYPE_FIELD_ENTRY))),
                   ==, "31.2.2026");
  tl_hands_click_on (tl_stage_find (room->log.table, GTK_TYPE_INSCRIPTION, "Nobody rang me back"));
  g_assert_nonnull (tl_stage_find (room->log.table, TL_TYPE_FIELD_ENTRY, NULL));
  tl_hands_click_on (tl_stage_find (room->log.table, TL_TYPE_FIELD_ENTRY, NULL));
  tl_hands_key ("Control+a");
  tl_hands_type ("28.2.2026");
  tl_hands_key ("Return");
  g_assert_cmpstr (contact->when, ==, "2026-02-28");
  g_assert_null (tl_stage_find (room->log.table, TL_TYPE_FIELD_ENTRY, NULL));
}

/* Escape leaves the cell as it was, and nothing to undo. */
static void
test_escape (Room *room, gconstpointer data)
{
  guint before = tl_history_length (tl_document_history (room->log.document));

  tl_hands_keys ("Down Return");
  tl_hands_type ("Something else");
  g_assert_cmpstr (room->contacts[1]->words, ==, "Something else");
  tl_hands_key ("Escape");
  g_assert_cmpstr (room->contacts[1]->words, ==, "My boiler is broken");
  g_assert_cmpuint (tl_history_length (tl_document_history (room->log.document)), ==, before);
  /* The keyboard is with the row again. */
  tl_hands_key ("f");
  g_assert_cmpint (room->contacts[1]->kind, ==, TL_CONTACT_FAILURE);
  g_assert_cmpstr (room->contacts[1]->words, ==, "My boiler is broken");
}

/* A click on a cell of the selected row, or a double click on any. */
static void
test_mouse (Room *room, gconstpointer data)
{
  tl_hands_click_on (tl_stage_find (room->log.table, GTK_TYPE_INSCRIPTION, "Nobody rang me back"));
  g_assert_null (tl_stage_find (room->log.table, TL_TYPE_FIELD_ENTRY, NULL));
  tl_hands_click_on (tl_stage_find (room->log.table, GTK_TYPE_INSCRIPTION, "Nobody rang me back"));
  assert_in_cells (room);
  tl_hands_key ("End");
  tl_hands_type (" yet");
  /* What was typed is kept when the mouse goes elsewhere. */
  tl_hands_click_on (tl_stage_find (room->log.table, GTK_TYPE_INSCRIPTION, "2026-01-05 09:12"));
  g_assert_cmpstr (room->contacts[3]->words, ==, "Nobody rang me back yet");
  g_assert_null (tl_stage_find (room->log.table, TL_TYPE_FIELD_ENTRY, NULL));
  tl_hands_double_click (tl_stage_find (room->log.table, GTK_TYPE_INSCRIPTION, "How much rent do I owe?"), 5, 5);
  assert_in_cells (room);
  tl_hands_key ("Control+a");
  tl_hands_type ("How much?");
  tl_hands_key ("Return");
  g_assert_cmpstr (room->contacts[2]->words, ==, "How much?");
}

/* A row stays where it is while it is typed in, and goes to its place after. */
static void
test_order (Room *room, gconstpointer data)
{
  tl_contact_list_set_order (tl_contacts_table_list (room->log.table), tl_item_field (TL_ITEM_CONTACT, "words"), FALSE);
  tl_hands_settle ();
  g_assert_true (shown (room, 0) == room->contacts[2]);
  gtk_widget_grab_focus (GTK_WIDGET (room->log.table));
  tl_hands_keys ("Home Return Control+a");
  tl_hands_type ("Zebra");
  g_assert_true (shown (room, 0) == room->contacts[2]);
  assert_in_cells (room);
  tl_hands_key ("Return");
  g_assert_true (shown (room, 3) == room->contacts[2]);
  tl_hands_key ("v");
  g_assert_cmpint (room->contacts[2]->kind, ==, TL_CONTACT_VALUE);
}

/* A name that no type has makes one; its contact can be taken out of it again. */
static void
test_type (Room *room, gconstpointer data)
{
  TlContact *contact = room->contacts[0];

  tl_hands_keys ("Home Return Tab Tab");
  tl_hands_type ("Rent");
  g_assert_true (tl_stage_says (room->log.table, "New type: “Rent”"));
  tl_hands_key ("Return");
  g_assert_cmpuint (room->log.study->demands->len, ==, 3);
  g_assert_true (contact->demand == room->log.study->demands->pdata[2]);
  /* The column is the one that was edited last. */
  tl_hands_keys ("Return Down Down Return");
  g_assert_true (contact->demand == room->log.study->demands->pdata[1]);
  tl_hands_keys ("Return Control+a BackSpace Return");
  g_assert_null (contact->demand);
  tl_hands_keys ("Return");
  tl_hands_type ("Rep");
  tl_hands_click_on (tl_stage_find (tl_stage_find (room->log.table, TL_TYPE_TYPE_ENTRY, NULL), GTK_TYPE_LABEL,
                                    "Progress of a repair"));
  g_assert_true (contact->demand == room->log.study->demands->pdata[1]);
}

/* Its contact goes while a cell is open: so does the cell. */
static void
test_gone (Room *room, gconstpointer data)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  tl_hands_keys ("Home Return");
  assert_in_cells (room);
  tl_history_begin (tl_document_history (room->log.document), "Delete", NULL);
  tl_history_apply (tl_document_history (room->log.document), tl_edit_new_remove (room->contacts[0]));
  tl_history_end (tl_document_history (room->log.document));
  tl_hands_settle ();
  g_assert_null (tl_stage_find (room->log.table, TL_TYPE_FIELD_ENTRY, NULL));
  undo (room);
  g_assert_cmpstr (room->contacts[0]->words, ==, "Where is my repair?");
  /* It does not come back with its row. */
  g_assert_null (tl_stage_find (room->log.table, TL_TYPE_FIELD_ENTRY, NULL));
}

#define add_test(name, test) g_test_add ("/cells/" name, Room, NULL, enter, test, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  add_test ("row", test_row);
  add_test ("round", test_round);
  add_test ("wrong", test_wrong);
  add_test ("escape", test_escape);
  add_test ("mouse", test_mouse);
  add_test ("order", test_order);
  add_test ("type", test_type);
  add_test ("gone", test_gone);
  return g_test_run ();
}
