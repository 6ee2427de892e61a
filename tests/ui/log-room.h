/* log-room.h: a window with nothing but the log of contacts, for tests that work in it. */
#pragma once

#include "app/contacts-table.h"
#include "study/contact.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWindow *window;
  TlContactsTable *table;
  TlDocument *document;
  TlStudy *study;
} TlLogRoom;

TlContact *tl_log_room_add (TlStudy *study, const char *when, const char *words, TlContactKind kind);
void tl_log_room_enter (TlLogRoom *room, TlStudy *study, int width);
void tl_log_room_leave (TlLogRoom *room);

G_END_DECLS
