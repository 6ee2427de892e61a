/* Lenses, their legend and lanes in a real window: by key, by menu, in exports, and undone. */
#include <string.h>

#include "app/canvas.h"
#include "app/exporter.h"
#include "hands.h"
#include "stage.h"
#include "storage/study-file.h"
#include "study/flow.h"
#include "study/role.h"
#include "study/step.h"

typedef struct
{
  TlWindow *window;
  TlCanvas *canvas;
  TlDocument *document;
  GFile *file;
} Room;

static void
enter (Room *room, gconstpointer data)
{
  room->window = tl_stage_open_copy (&room->file);
  room->document = tl_window_get_document (room->window);
  room->canvas = TL_CANVAS (tl_stage_find (room->window, TL_TYPE_CANVAS, NULL));
  tl_hands_begin (GTK_WINDOW (room->window));
  gtk_widget_grab_focus (GTK_WIDGET (room->canvas));
  tl_hands_settle ();
}

static void
leave (Room *room, gconstpointer data)
{
  tl_stage_close_all ();
  g_object_unref (room->file);
}

static TlFlow *
flow (Room *room)
{
  return tl_document_flow (room->document);
}

static gboolean
legend_says (Room *room, const char *part)
{
  g_autofree char *words = tl_canvas_legend_words (room->canvas);

  return strstr (words, part) != NULL;
}

static GVariant *
state (Room *room, const char *action)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (room->window), action);
}

static void
test_keys (Room *room, gconstpointer data)
{
  static const struct
  {
    const char *key;
    TlLens lens;
    const char *says;
  } rows[] = {
    { "2", TL_LENS_RIVER, "the widest is 410 a week" },
    { "3", TL_LENS_HOURS, "539\302\240h a week" },
    { "4", TL_LENS_WAIT, "a value demand waits on average" },
    { "5", TL_LENS_ROLE, "Trades, 539 of 640" },
    { "1", TL_LENS_CLASS, "not judged yet" },
  };

  g_assert_true (legend_says (room, "What is value, what is waste?"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GVariant) lens = NULL;

      tl_hands_key (rows[i].key);
      tl_hands_settle ();
      g_assert_cmpint (tl_canvas_get_lens (room->canvas), ==, rows[i].lens);
      g_assert_true (legend_says (room, rows[i].says));
      lens = state (room, "lens");
      g_assert_cmpstr (g_variant_get_string (lens, NULL), ==, tl_lens_nick (rows[i].lens));
    }
  /* To look is not to change. */
  g_assert_false (tl_document_is_modified (room->document));
}

static void
test_menu (Room *room, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (room->window), "lens", g_variant_new_string ("wait"));
  g_assert_cmpint (tl_canvas_get_lens (room->canvas), ==, TL_LENS_WAIT);
  g_action_group_activate_action (G_ACTION_GROUP (room->window), "lens", g_variant_new_string ("lake"));
  g_assert_cmpint (tl_canvas_get_lens (room->canvas), ==, TL_LENS_WAIT);
}

static void
test_legend (Room *room, gconstpointer data)
{
  g_autoptr (GVariant) shown = NULL;

  tl_hands_key ("7");
  tl_hands_settle ();
  g_assert_false (legend_says (room, "What"));
  shown = state (room, "legend");
  g_assert_false (g_variant_get_boolean (shown));
  g_action_group_activate_action (G_ACTION_GROUP (room->window), "legend", NULL);
  g_assert_true (legend_says (room, "What is value, what is waste?"));
}

/* Under the hand, and while it rests, ways stay as wide as they were: then they take the room that there is. */
static void
test_river_keeps_its_width (Room *room, gconstpointer data)
{
  TlStep *step = g_ptr_array_index (flow (room)->steps, 0);
  GtkWidget *canvas = GTK_WIDGET (room->canvas);
  double before, x, y;
  gint64 rests;

  g_assert_cmpfloat (tl_canvas_river_width (room->canvas), ==, 0);
  tl_hands_key ("2");
  tl_hands_settle ();
  before = tl_canvas_river_width (room->canvas);
  g_assert_cmpfloat (before, >, 0);
  g_assert_true (tl_canvas_place_of (room->canvas, step, &x, &y));
  tl_hands_hold (canvas, x, y, x, y + 150);
  g_assert_cmpfloat (tl_canvas_river_width (room->canvas), ==, before);
  for (rests = g_get_monotonic_time () + 400 * G_TIME_SPAN_MILLISECOND; g_get_monotonic_time () < rests;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat (tl_canvas_river_width (room->canvas), ==, before);
  tl_hands_release (1);
  tl_hands_settle ();
  g_test_message ("%g before, %g after", before, tl_canvas_river_width (room->canvas));
  g_assert_cmpfloat (tl_canvas_river_width (room->canvas), !=, before);
  g_assert_cmpfloat (tl_canvas_river_width (room->canvas), >, 0);
}

/* Two steps side by side, of different roles: lanes part them, and one undo is as if nothing had been. */
static void
test_lanes (Room *room, gconstpointer data)
{
  TlHistory *history = tl_document_history (room->document);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  const GPtrArray *steps = flow (room)->steps;

  tl_history_begin (history, "Place", NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      tl_history_apply (history, tl_edit_new_set_number (g_ptr_array_index (steps, i), "x", i * 260.0));
      tl_history_apply (history, tl_edit_new_set_number (g_ptr_array_index (steps, i), "y", 0));
    }
  tl_history_end (history);
  before = tl_study_to_bytes (tl_document_study (room->document));
  tl_hands_key ("6");
  tl_hands_settle ();
  g_assert_cmpint (flow (room)->lanes, ==, TL_YES);
  for (guint i = 0; i < steps->len; i++)
    for (guint j = 0; j < steps->len; j++)
      {
        const TlStep *a = g_ptr_array_index (steps, i), *b = g_ptr_array_index (steps, j);

        /* The call centre stands in the study before the trades. */
        if (g_strcmp0 (a->role->name, "Call centre") == 0 && g_strcmp0 (b->role->name, "Trades") == 0)
          g_assert_cmpfloat (a->y, <, b->y);
      }
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Show lanes");
  tl_history_undo (history);
  after = tl_study_to_bytes (tl_document_study (room->document));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (flow (room)->lanes, ==, TL_NO);
}

static void
test_lanes_switch (Room *room, gconstpointer data)
{
  TlHistory *history = tl_document_history (room->document);
  g_autoptr (GVariant) on = NULL;
  g_autoptr (GVariant) off = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (room->window), "lanes", NULL);
  on = state (room, "lanes");
  g_assert_true (g_variant_get_boolean (on));
  tl_history_undo (history);
  tl_hands_settle ();
  off = state (room, "lanes");
  g_assert_false (g_variant_get_boolean (off));
}

/* What the command itself writes of the file. */
static GBytes *
command_bytes (Room *room, TlLens lens)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) out = tl_stage_file ("command.svg");
  const char *argv[] = { g_getenv ("TL_PROGRAM"), "export", g_file_peek_path (room->file), "--view", "flow", "--lens",
                         tl_lens_nick (lens),     "-o",     g_file_peek_path (out),        NULL };
  int status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return g_file_load_bytes (out, NULL, NULL, NULL);
}

static void
test_export (Room *room, gconstpointer data)
{
  for (int lens = 0; lens < TL_N_LENSES; lens++)
    {
      TlPicture picture = { TL_VIEW_FLOW, 1280, 720, FALSE, (TlLens) lens };
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) expected = command_bytes (room, (TlLens) lens);
      g_autoptr (GBytes) bytes = tl_exporter_bytes (room->document, &picture, TL_FORMAT_SVG, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, expected));
    }
}

#define ADD(path, function) g_test_add (path, Room, NULL, enter, function, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("/lens/keys", test_keys);
  ADD ("/lens/menu", test_menu);
  ADD ("/lens/legend", test_legend);
  ADD ("/lens/river-keeps-its-width", test_river_keeps_its_width);
  ADD ("/lens/lanes", test_lanes);
  ADD ("/lens/lanes-switch", test_lanes_switch);
  ADD ("/lens/export", test_export);
  return g_test_run ();
}
