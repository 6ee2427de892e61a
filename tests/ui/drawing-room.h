/* drawing-room.h: a window with nothing but a canvas, for tests that draw. */
#pragma once

#include "app/canvas.h"
#include "hands.h"
#include "study/connector.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/raises.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWindow *window;
  TlCanvas *canvas;
  TlDocument *document;
  GBytes *before;
  char *said; /* the last words for the team */
} TlDrawingRoom;

void tl_drawing_room_enter (TlDrawingRoom *room, gconstpointer data);
void tl_drawing_room_leave (TlDrawingRoom *room, gconstpointer data);

GBytes *tl_drawing_room_bytes (TlDrawingRoom *room);
TlFlow *tl_drawing_room_flow (TlDrawingRoom *room);
TlStep *tl_drawing_room_step (TlDrawingRoom *room, guint index);
TlStep *tl_drawing_room_named (TlDrawingRoom *room, const char *name);
TlConnector *tl_drawing_room_connector (TlDrawingRoom *room, guint index);
TlConnector *tl_drawing_room_way (TlDrawingRoom *room, const char *from, const char *to);
TlItem *tl_drawing_room_focus (TlDrawingRoom *room);
guint tl_drawing_room_selected (TlDrawingRoom *room);
void tl_drawing_room_draw (TlDrawingRoom *room, const char *names);
void tl_drawing_room_assert_one_undo (TlDrawingRoom *room, GBytes *before);

/* As g_test_add(), with such a room. */
#define TL_ROOM_TEST(path, test)                                                                                       \
  g_test_add (path, TlDrawingRoom, NULL, tl_drawing_room_enter, test, tl_drawing_room_leave)

G_END_DECLS
