#include "log-room.h"

#include "hands.h"
#include "study/item-build.h"

/* A contact more, in a study that no window shows yet. */
TlContact *
tl_log_room_add (TlStudy *study, const char *when, const char *words, TlContactKind kind)
{
  TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
  g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

  tl_item_set_id (contact, id);
  tl_item_set_text (contact, "when", when);
  tl_item_set_text (contact, "words", words);
  tl_item_set_choice (contact, "kind", (int) kind);
  tl_item_append (study, contact);
  return contact;
}

/* Shows the log of @study (transfer full), and puts the keyboard there. */
void
tl_log_room_enter (TlLogRoom *room, TlStudy *study, int width)
{
  room->study = study;
  room->document = tl_document_new_for_study (study, NULL, NULL, FALSE);
  room->window = GTK_WINDOW (gtk_window_new ());
  room->table = TL_CONTACTS_TABLE (tl_contacts_table_new ());
  gtk_window_set_default_size (room->window, width, 700);
  gtk_window_set_child (room->window, GTK_WIDGET (room->table));
  tl_contacts_table_set_document (room->table, room->document);
  gtk_window_present (room->window);
  tl_hands_begin (room->window);
  gtk_widget_grab_focus (GTK_WIDGET (room->table));
  tl_hands_settle ();
}

void
tl_log_room_leave (TlLogRoom *room)
{
  gtk_window_destroy (room->window);
  tl_hands_settle ();
  g_object_unref (room->document);
  tl_study_unref (room->study);
}
