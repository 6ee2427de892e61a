/* The log of contacts: looked through, judged, made needs of, imported and judged again, by hands. */
#include "app/import-dialog.h"
#include "app/second-opinion-dialog.h"
#include "hands.h"
#include "log-room.h"
#include "stage.h"
#include "study/item-build.h"

typedef TlLogRoom Room;

static TlStudy *
make_study (void)
{
  TlStudy *study = tl_study_new ();

  tl_log_room_add (study, "2026-01-05T09:12", "Where is my repair?", TL_CONTACT_FAILURE);
  tl_log_room_add (study, "2026-01-13T09:40", "My boiler is broken", TL_CONTACT_VALUE);
  tl_log_room_add (study, "2026-01-02T10:05", "How much rent do I owe?", TL_CONTACT_AS_DEMAND);
  tl_log_room_add (study, "2026-01-15T11:30", "Nobody rang me back", TL_CONTACT_AS_DEMAND);
  return study;
}

static void
enter (Room *room, gconstpointer empty)
{
  tl_log_room_enter (room, GPOINTER_TO_INT (empty) ? tl_study_new () : make_study (), 1300);
}

static void
leave (Room *room, gconstpointer data)
{
  tl_log_room_leave (room);
}

static TlContact *
contact (Room *room, guint place)
{
  return room->study->contacts->pdata[place];
}

static guint
shown (Room *room)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tl_contacts_table_list (room->table)));
}

static void
test_judge (Room *room, gconstpointer data)
{
  g_assert_cmpuint (shown (room), ==, 4);
  tl_hands_keys ("Down Down");
  tl_hands_key ("f");
  g_assert_cmpint (contact (room, 2)->kind, ==, TL_CONTACT_FAILURE);
  /* Many at once, and one undo. */
  tl_hands_key ("Control+a");
  tl_hands_key ("v");
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (contact (room, i)->kind, ==, TL_CONTACT_VALUE);
  g_assert_cmpuint (tl_history_length (tl_document_history (room->document)), ==, 2);
  tl_history_undo (tl_document_history (room->document));
  g_assert_cmpint (contact (room, 0)->kind, ==, TL_CONTACT_FAILURE);
  g_assert_cmpint (contact (room, 3)->kind, ==, TL_CONTACT_AS_DEMAND);
}

static void
test_one_need (Room *room, gconstpointer data)
{
  tl_hands_key ("Control+a");
  tl_hands_key ("n");
  tl_hands_type ("Boiler");
  tl_hands_key ("Return");
  g_assert_cmpstr (contact (room, 0)->thread, ==, "Boiler");
  g_assert_cmpstr (contact (room, 3)->thread, ==, "Boiler");
  gtk_widget_grab_focus (GTK_WIDGET (room->table));
  tl_hands_key ("Shift+n");
  g_assert_null (contact (room, 3)->thread);
}

static void
test_type (Room *room, gconstpointer data)
{
  tl_hands_key ("Down");
  tl_hands_key ("t");
  tl_hands_type ("Repairs");
  tl_hands_key ("Return");
  g_assert_cmpuint (room->study->demands->len, ==, 1);
  g_assert_true (contact (room, 1)->demand == room->study->demands->pdata[0]);
  tl_history_undo (tl_document_history (room->document));
  g_assert_cmpuint (room->study->demands->len, ==, 0);
  g_assert_null (contact (room, 1)->demand);
}

static void
test_delete (Room *room, gconstpointer data)
{
  tl_hands_keys ("Down Delete");
  g_assert_cmpuint (room->study->contacts->len, ==, 3);
  g_assert_cmpuint (shown (room), ==, 3);
  tl_history_undo (tl_document_history (room->document));
  tl_hands_settle ();
  g_assert_cmpuint (shown (room), ==, 4);
  g_assert_cmpstr (contact (room, 1)->words, ==, "My boiler is broken");
}

/* What is looked for is shown; a heading puts it into order. */
static void
test_look (Room *room, gconstpointer data)
{
  TlContactList *list = tl_contacts_table_list (room->table);
  TlContactFilter filter = { .judged = TL_JUDGED_NOT_YET };

  tl_contact_list_set_filter (list, &filter);
  tl_hands_settle ();
  g_assert_cmpuint (shown (room), ==, 2);
  /* Who judges what is not judged yet sees it go, and the next one in its place. */
  gtk_widget_grab_focus (GTK_WIDGET (room->table));
  tl_hands_keys ("space v");
  g_assert_cmpint (contact (room, 2)->kind, ==, TL_CONTACT_VALUE);
  g_assert_cmpuint (shown (room), ==, 1);
  tl_hands_key ("f");
  g_assert_cmpint (contact (room, 3)->kind, ==, TL_CONTACT_FAILURE);
  tl_contact_list_set_filter (list, &(TlContactFilter){ 0 });
  tl_contact_list_set_order (list, tl_item_field (TL_ITEM_CONTACT, "when"), FALSE);
  tl_hands_settle ();
  g_assert_true (tl_contact_list_get (list, 0) == contact (room, 2));
}

static void
test_nothing (Room *room, gconstpointer data)
{
  g_assert_true (tl_stage_says (room->table, "No contacts yet"));
}

static gboolean
has_contacts (gpointer data)
{
  return ((TlStudy *) data)->contacts->len > 0;
}

static gboolean
can_import (gpointer data)
{
  GtkWidget *button = tl_stage_find (data, GTK_TYPE_BUTTON, "_Import");

  return button && gtk_widget_get_sensitive (button);
}

static void
test_import (Room *room, gconstpointer data)
{
  GFile *file = tl_stage_file ("log.csv");
  const char *table = "opened;what;type\n05/01/2026;Where is it?;Chasing\n13/01/2026;It is broken;Repair\n";
  GtkWindow *dialog;

  g_file_replace_contents (file, table, strlen (table), NULL, FALSE, 0, NULL, NULL, NULL);
  dialog = GTK_WINDOW (tl_import_dialog_new (room->window, room->document, file));
  gtk_window_present (dialog);
  tl_stage_wait (can_import, dialog);
  g_assert_true (tl_stage_says (dialog, "Where is it?"));
  tl_hands_begin (dialog);
  tl_hands_click_on (tl_stage_find (dialog, GTK_TYPE_BUTTON, "_Import"));
  tl_stage_wait (has_contacts, room->study);
  g_assert_cmpuint (room->study->contacts->len, ==, 2);
  g_assert_cmpstr (contact (room, 0)->when, ==, "2026-01-05");
  g_assert_cmpuint (room->study->demands->len, ==, 2);
  tl_history_undo (tl_document_history (room->document));
  g_assert_cmpuint (room->study->contacts->len + room->study->demands->len, ==, 0);
  g_object_unref (file);
}

static void
nothing (gpointer data)
{
}

static void
test_second_opinion (Room *room, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (tl_second_opinion_dialog_new (room->window, room->document, nothing, NULL));
  guint judged = 0;

  gtk_window_present (dialog);
  tl_hands_begin (dialog);
  tl_hands_click_on (tl_stage_find (dialog, GTK_TYPE_BUTTON, "_Begin"));
  g_assert_true (tl_stage_says (dialog, "1 of 2"));
  tl_hands_keys ("v v");
  g_assert_true (tl_stage_says (dialog, "Two listeners agree on 1 of 2 contacts (50 %)"));
  for (guint i = 0; i < 4; i++)
    judged += contact (room, i)->second == TL_CONTACT_VALUE ? 1 : 0;
  g_assert_cmpuint (judged, ==, 2);
  tl_hands_key ("Escape");
  tl_history_undo (tl_document_history (room->document));
  g_assert_cmpint (contact (room, 0)->second, ==, TL_CONTACT_AS_DEMAND);
}

#define add_test(name, empty, test) g_test_add ("/contacts/" name, Room, GINT_TO_POINTER (empty), enter, test, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  add_test ("judge", FALSE, test_judge);
  add_test ("one-need", FALSE, test_one_need);
  add_test ("type", FALSE, test_type);
  add_test ("delete", FALSE, test_delete);
  add_test ("look", FALSE, test_look);
  add_test ("nothing", TRUE, test_nothing);
  add_test ("import", TRUE, test_import);
  add_test ("second-opinion", FALSE, test_second_opinion);
  return g_test_run ();
}
