/* A workshop in the real window, from an empty sheet to a saved study, by the keyboard alone. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "hands.h"
#include "stage.h"
#include "storage/study-file.h"
#include "study/flow-edits.h"
#include "study/step.h"

typedef struct
{
  TlWindow *window;
  GFile *file;
  char *folder;
} Workshop;

static gboolean
has_document (gpointer data)
{
  return tl_window_get_document (((Workshop *) data)->window) != NULL;
}

static GBytes *
on_disk (Workshop *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (self->file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
save_empty_study (Workshop *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_new ();
  g_autofree char *path = g_build_filename (self->folder, "workshop.throughline", NULL);

  self->file = g_file_new_for_path (path);
  g_assert_true (tl_study_save (tl_document_study (document), self->file, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
open_door (Workshop *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_assert_no_error (error);
  save_empty_study (self);
  self->window = tl_application_open_file (tl_stage_application (), self->file, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  tl_stage_wait (has_document, self);
  tl_hands_begin (GTK_WINDOW (self->window));
}

static void
close_door (Workshop *self, gconstpointer data)
{
  tl_stage_close_all ();
  g_file_delete (self->file, NULL, NULL);
  g_object_unref (self->file);
  g_rmdir (self->folder);
  g_free (self->folder);
}

static gboolean
is_saved (gpointer data)
{
  return !tl_document_is_modified (tl_window_get_document (((Workshop *) data)->window));
}

static void
save (Workshop *self)
{
  tl_hands_key ("Control+s");
  tl_stage_wait (is_saved, self);
}

static void
draw_and_mark (void)
{
  static const char *const names[] = { "call", "check", "visit", "fix", "close" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      tl_hands_key ("Tab");
      tl_hands_type (names[i]);
    }
  tl_hands_keys ("Return w e Left v Left v Left w c Left v t");
  tl_hands_type ("6m");
  tl_hands_key ("Return");
}

static void
test_draw_save_undo_reopen (Workshop *self, gconstpointer data)
{
  TlDocument *document = tl_window_get_document (self->window);
  TlHistory *history = tl_document_history (document);
  g_autoptr (GBytes) empty = on_disk (self);
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GBytes) reopened = NULL;
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (GError) error = NULL;

  draw_and_mark ();
  g_assert_cmpuint (tl_document_flow (document)->steps->len, ==, 5);
  g_assert_cmpuint (tl_document_flow (document)->connectors->len, ==, 4);
  g_assert_true (tl_document_is_modified (document));
  save (self);
  drawn = on_disk (self);

  while (tl_history_can_undo (history))
    tl_hands_key ("Control+z");
  g_assert_cmpuint (tl_document_flow (document)->steps->len, ==, 0);
  save (self);
  undone = on_disk (self);
  g_assert_cmpmem (g_bytes_get_data (undone, NULL), g_bytes_get_size (undone), g_bytes_get_data (empty, NULL),
                   g_bytes_get_size (empty));

  while (tl_history_can_redo (history))
    tl_hands_key ("Control+Shift+z");
  save (self);
  redone = on_disk (self);
  g_assert_cmpmem (g_bytes_get_data (redone, NULL), g_bytes_get_size (redone), g_bytes_get_data (drawn, NULL),
                   g_bytes_get_size (drawn));

  opened = tl_study_open (self->file, NULL, NULL, &error);
  g_assert_no_error (error);
  reopened = tl_study_to_bytes (opened->study);
  g_assert_true (g_bytes_equal (reopened, drawn));
}

/* The bar at the bottom follows each key. */
static void
test_numbers_follow (Workshop *self, gconstpointer data)
{
  TlDocument *document = tl_window_get_document (self->window);
  const TlCapacity *capacity;
  TlDemand *demand;

  tl_hands_key ("Tab");
  tl_hands_type ("fix");
  tl_hands_keys ("Return t");
  tl_hands_type ("60");
  tl_hands_key ("Return");
  demand = tl_study_add_demand (tl_document_history (document), "Please fix", TL_DEMAND_VALUE, 10);
  tl_flow_add_entry (tl_document_history (document), demand, g_ptr_array_index (tl_document_flow (document)->steps, 0));
  tl_hands_settle ();
  capacity = tl_document_capacity (document);
  g_assert_cmpfloat_with_epsilon (capacity->hours.hours[TL_BUCKET_UNCLASSIFIED], 10, 1e-9);
  tl_hands_key ("v");
  capacity = tl_document_capacity (document);
  g_assert_cmpfloat_with_epsilon (capacity->hours.hours[TL_BUCKET_VALUE], 10, 1e-9);
  tl_hands_keys ("w Escape");
  capacity = tl_document_capacity (document);
  g_assert_cmpfloat_with_epsilon (capacity->hours.hours[TL_BUCKET_WASTE], 10, 1e-9);
  save (self);
}

#define ADD(path, test) g_test_add (path, Workshop, NULL, open_door, test, close_door)

/* Undo in the middle of a name takes words back and brings them again; it reaches past them to the step only when none
 * are left. */
static void
test_undo_while_typing (Workshop *self, gconstpointer data)
{
  TlDocument *document = tl_window_get_document (self->window);

  tl_hands_key ("Tab");
  tl_hands_type ("call");
  tl_hands_keys ("Return Tab");
  tl_hands_type ("second");
  tl_hands_keys ("Control+z Control+Shift+z Return");
  g_assert_cmpuint (tl_document_flow (document)->steps->len, ==, 2);
  g_assert_cmpstr (((TlStep *) g_ptr_array_index (tl_document_flow (document)->steps, 1))->name, ==, "second");
  /* What stood there first is not undone to nothing. */
  tl_hands_keys ("F2 Control+z Return");
  g_assert_cmpuint (tl_document_flow (document)->steps->len, ==, 1);
  /* Redo brings back the words, though the history has a step to bring back. */
  tl_hands_key ("F2");
  tl_hands_type ("visit");
  tl_hands_keys ("Control+z Control+Shift+z Return");
  g_assert_cmpuint (tl_document_flow (document)->steps->len, ==, 1);
  g_assert_cmpstr (((TlStep *) g_ptr_array_index (tl_document_flow (document)->steps, 0))->name, ==, "visit");
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("/workshop/draw-save-undo-reopen", test_draw_save_undo_reopen);
  ADD ("/workshop/numbers-follow", test_numbers_follow);
  ADD ("/workshop/undo-while-typing", test_undo_while_typing);
  return g_test_run ();
}
