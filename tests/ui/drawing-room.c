#include "drawing-room.h"

#include "storage/study-file.h"

static void
on_said (TlDrawingRoom *room, const char *words)
{
  g_free (room->said);
  room->said = g_strdup (words);
}

void
tl_drawing_room_enter (TlDrawingRoom *room, gconstpointer data)
{
  room->document = tl_document_new ();
  room->canvas = TL_CANVAS (tl_canvas_new ());
  room->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (room->window, FALSE);
  gtk_window_set_default_size (room->window, 1200, 700);
  gtk_window_set_child (room->window, GTK_WIDGET (room->canvas));
  tl_canvas_set_document (room->canvas, room->document);
  g_signal_connect_swapped (room->canvas, "said", G_CALLBACK (on_said), room);
  gtk_window_present (room->window);
  tl_hands_begin (room->window);
  gtk_widget_grab_focus (GTK_WIDGET (room->canvas));
  tl_hands_settle ();
  room->before = tl_drawing_room_bytes (room);
}

void
tl_drawing_room_leave (TlDrawingRoom *room, gconstpointer data)
{
  gtk_window_destroy (room->window);
  g_object_unref (room->document);
  g_bytes_unref (room->before);
  g_free (room->said);
}

GBytes *
tl_drawing_room_bytes (TlDrawingRoom *room)
{
  return tl_study_to_bytes (tl_document_study (room->document));
}

TlFlow *
tl_drawing_room_flow (TlDrawingRoom *room)
{
  return tl_document_flow (room->document);
}

TlStep *
tl_drawing_room_step (TlDrawingRoom *room, guint index)
{
  g_assert_cmpuint (index, <, tl_drawing_room_flow (room)->steps->len);
  return g_ptr_array_index (tl_drawing_room_flow (room)->steps, index);
}

/* The step of that name; fails where there is none. */
TlStep *
tl_drawing_room_named (TlDrawingRoom *room, const char *name)
{
  GPtrArray *steps = tl_drawing_room_flow (room)->steps;

  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (((TlStep *) g_ptr_array_index (steps, i))->name, name) == 0)
      return g_ptr_array_index (steps, i);
  g_error ("there is no step “%s”", name);
}

TlConnector *
tl_drawing_room_connector (TlDrawingRoom *room, guint index)
{
  g_assert_cmpuint (index, <, tl_drawing_room_flow (room)->connectors->len);
  return g_ptr_array_index (tl_drawing_room_flow (room)->connectors, index);
}

/* The connector between two steps, or NULL. */
TlConnector *
tl_drawing_room_way (TlDrawingRoom *room, const char *from, const char *to)
{
  GPtrArray *connectors = tl_drawing_room_flow (room)->connectors;

  for (guint i = 0; i < connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (connectors, i);

      if (g_strcmp0 (connector->from->name, from) == 0 && g_strcmp0 (connector->to->name, to) == 0)
        return connector;
    }
  return NULL;
}

TlItem *
tl_drawing_room_focus (TlDrawingRoom *room)
{
  return tl_selection_focus (tl_document_selection (room->document));
}

guint
tl_drawing_room_selected (TlDrawingRoom *room)
{
  return tl_selection_size (tl_document_selection (room->document));
}

/* A chain of steps by those names, parted by spaces; the last is selected. */
void
tl_drawing_room_draw (TlDrawingRoom *room, const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  for (guint i = 0; split[i]; i++)
    {
      tl_hands_key ("Tab");
      tl_hands_type (split[i]);
    }
  tl_hands_key ("Return");
}

/* One undo leads back to @before, and a redo to what is now. */
void
tl_drawing_room_assert_one_undo (TlDrawingRoom *room, GBytes *before)
{
  TlHistory *history = tl_document_history (room->document);
  g_autoptr (GBytes) now = tl_drawing_room_bytes (room);
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;

  g_assert_false (g_bytes_equal (now, before));
  g_assert_true (tl_history_undo (history));
  undone = tl_drawing_room_bytes (room);
  g_assert_true (g_bytes_equal (undone, before));
  g_assert_true (tl_history_redo (history));
  redone = tl_drawing_room_bytes (room);
  g_assert_true (g_bytes_equal (redone, now));
}
