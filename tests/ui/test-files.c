/* Files: save, reopen, what goes wrong and how it is said, closing, exports. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "app/canvas.h"
#include "app/exporter.h"
#include "app/purpose-bar.h"
#include "stage.h"
#include "storage/study-file.h"
#include "study/contact.h"
#include "study/flow-edits.h"
#include "study/item-build.h"

static GBytes *
content (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
mark_waste (TlWindow *window)
{
  TlDocument *document = tl_window_get_document (window);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_ptr_array_add (steps, tl_study_find (tl_document_study (document), "s1"));
  tl_steps_set_class (tl_document_history (document), steps, TL_CLASS_WASTE, TL_WASTE_NONE);
  tl_stage_settle ();
}

static void
act (TlWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  tl_stage_settle ();
}

static gboolean
has_document (gpointer window)
{
  return tl_window_get_document (window) != NULL;
}

static void
test_save_and_reopen (void)
{
  g_autoptr (GFile) file = NULL;
  TlWindow *window = tl_stage_open_copy (&file);
  g_autoptr (GBytes) before = content (file);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) again = NULL;

  mark_waste (window);
  act (window, "win.save");
  g_assert_false (tl_document_is_modified (tl_window_get_document (window)));
  after = content (file);
  g_assert_false (g_bytes_equal (before, after));
  tl_stage_close_all ();

  window = tl_application_open_file (tl_stage_application (), file, NULL);
  tl_stage_wait (has_document, window);
  again = tl_study_to_bytes (tl_document_study (tl_window_get_document (window)));
  g_assert_true (g_bytes_equal (after, again));
  tl_stage_close_all ();
}

/* Who decides to go on does so where the keyboard was. */
static void
test_close_and_stay (void)
{
  g_autoptr (GFile) file = NULL;
  TlWindow *window = tl_stage_open_copy (&file);
  GtkWidget *canvas;

  mark_waste (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "flow");
  tl_stage_settle ();
  canvas = tl_stage_find (window, TL_TYPE_CANVAS, NULL);
  gtk_widget_grab_focus (canvas);
  gtk_window_close (GTK_WINDOW (window));
  tl_stage_answer ("cancel");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == canvas);

  /* A name that was being typed is kept, and its entry is gone. */
  gtk_widget_activate_action (canvas, "canvas.add-step", NULL);
  tl_stage_settle ();
  g_assert_false (gtk_window_get_focus (GTK_WINDOW (window)) == canvas);
  gtk_window_close (GTK_WINDOW (window));
  tl_stage_answer ("cancel");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == canvas);
  tl_stage_close_all ();
}

/* Undo back to what is on the disk counts as saved. */
static void
test_undo_to_saved (void)
{
  g_autoptr (GFile) file = NULL;
  TlWindow *window = tl_stage_open_copy (&file);

  mark_waste (window);
  g_assert_true (tl_document_is_modified (tl_window_get_document (window)));
  act (window, "win.undo");
  g_assert_false (tl_document_is_modified (tl_window_get_document (window)));
  tl_stage_close_all ();
}

/* Somebody else has written the file: nothing is overwritten before a person has said so. */
static void
test_changed_by_somebody_else (void)
{
  g_autoptr (GFile) file = NULL;
  TlWindow *window = tl_stage_open_copy (&file);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) now = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  other = g_strconcat (text, "<!-- theirs -->\n", NULL);
  g_assert_true (g_file_set_contents (path, other, -1, NULL));
  theirs = content (file);
  mark_waste (window);
  act (window, "win.save");
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (tl_stage_question ()), "changed by somebody else"));
  tl_stage_answer ("cancel");
  now = content (file);
  g_assert_true (g_bytes_equal (theirs, now));
  g_assert_true (tl_document_is_modified (tl_window_get_document (window)));

  act (window, "win.save");
  tl_stage_answer ("over");
  g_assert_false (tl_document_is_modified (tl_window_get_document (window)));
  tl_stage_close_all ();
}

static gboolean
is_asked (gpointer nothing)
{
  return tl_stage_question () != NULL;
}

static void
say_words (TlDocument *document, const char *words)
{
  TlHistory *history = tl_document_history (document);
  TlContact *contact = tl_document_study (document)->contacts->pdata[19999];

  tl_history_begin (history, "Write", NULL);
  tl_history_apply (history, tl_edit_new_set_text (contact, "words", words));
  tl_history_end (history);
}

static gboolean
is_at_rest (gpointer document)
{
  g_autoptr (GBytes) saved = content (tl_document_file (document));
  g_autoptr (GBytes) study = tl_study_to_bytes (tl_document_study (document));

  return !tl_document_is_modified (document) && g_bytes_equal (saved, study);
}

static gboolean
has_first_words (GFile *file)
{
  g_autoptr (GBytes) bytes = content (file);

  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), ">first<") != NULL;
}

/* The document knows of another file than the one it was opened from. */
static gboolean
is_written (gpointer document)
{
  const char *opened = g_object_get_data (document, "etag-when-opened");

  return !g_str_equal (tl_document_etag (document), opened);
}

/* A long log is written on another thread. What is done meanwhile is in the study and not in the file, and a second
 * save waits for the first. */
static void
test_save_long_log (void)
{
  g_autoptr (GFile) file = tl_stage_file ("long.throughline");
  g_autoptr (TlDocument) document = tl_stage_long_log (file);
  TlWindow *window = tl_stage_new_window ();

  tl_window_set_document (window, document);
  g_object_set_data_full (G_OBJECT (document), "etag-when-opened", g_strdup (tl_document_etag (document)), g_free);
  say_words (document, "first");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  say_words (document, "second");
  tl_stage_wait (is_written, document);
  g_assert_true (has_first_words (file));
  g_assert_true (tl_document_is_modified (document));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  say_words (document, "third");
  act (window, "win.save");
  tl_stage_wait (is_at_rest, document);
  tl_stage_close_all ();
}

/* Somebody else has written to the file meanwhile, and that is said as for a short one. */
static void
test_long_log_changed (void)
{
  g_autoptr (GFile) file = tl_stage_file ("theirs.throughline");
  g_autoptr (TlDocument) document = tl_stage_long_log (file);
  TlWindow *window = tl_stage_new_window ();

  tl_window_set_document (window, document);
  say_words (document, "ours");
  g_assert_true (g_file_replace_contents (file, "theirs", 6, NULL, FALSE, 0, NULL, NULL, NULL));
  act (window, "win.save");
  tl_stage_wait (is_asked, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (tl_stage_question ()), "changed by somebody else"));
  tl_stage_answer ("over");
  tl_stage_wait (is_at_rest, document);
  tl_stage_close_all ();
}

/* The folder has gone: said in words, still modified, nothing lost. */
static void
test_save_fails (void)
{
  g_autoptr (GFile) folder = tl_stage_file ("gone");
  g_autoptr (GFile) file = g_file_get_child (folder, "study.throughline");
  g_autofree char *path = g_file_get_path (folder);
  g_autofree char *inside = g_file_get_path (file);
  TlWindow *window = tl_stage_open_sample ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_true (tl_document_save (tl_window_get_document (window), file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (inside), ==, 0);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  mark_waste (window);
  act (window, "win.save");
  g_assert_nonnull (tl_stage_question ());
  while (g_str_has_suffix (adw_message_dialog_get_heading (tl_stage_question ()), "changed by somebody else"))
    tl_stage_answer ("over");
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (tl_stage_question ()), "could not be saved"));
  tl_stage_answer ("cancel");
  g_assert_true (tl_document_is_modified (tl_window_get_document (window)));
  tl_stage_close_all ();
}

static void
test_broken_file (void)
{
  g_autoptr (GFile) file = tl_stage_file ("broken.throughline");
  g_autofree char *path = g_file_get_path (file);
  TlWindow *window;

  g_assert_true (g_file_set_contents (path, "<study xmlns='urn:throughline:study:1' ver", -1, NULL));
  window = tl_application_open_file (tl_stage_application (), file, NULL);
  while (!tl_stage_question ())
    tl_stage_settle ();
  g_assert_cmpstr (adw_message_dialog_get_heading (tl_stage_question ()), ==,
                   "“broken.throughline” could not be opened");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (tl_stage_question ()), "ine 1"));
  tl_stage_answer ("close");
  g_assert_null (tl_window_get_document (window));
  g_assert_true (tl_window_is_free (window));
  tl_stage_close_all ();
}

/* A file of a newer version can be looked at, and is not written over. */
static void
test_newer_file (void)
{
  g_autoptr (GFile) file = tl_stage_file ("newer.throughline");
  g_autofree char *path = g_file_get_path (file);
  TlWindow *window;
  g_autoptr (GError) error = NULL;
  GtkWidget *bar;

  g_assert_true (
      g_file_set_contents (path, "<study xmlns='urn:throughline:study:1' version='2' title='Later'/>", -1, NULL));
  window = tl_application_open_file (tl_stage_application (), file, NULL);
  tl_stage_wait (has_document, window);
  tl_stage_settle ();
  bar = tl_stage_find (window, GTK_TYPE_INFO_BAR, NULL);
  g_assert_true (gtk_info_bar_get_revealed (GTK_INFO_BAR (bar)));
  g_assert_false (tl_document_save (tl_window_get_document (window), file, &error));
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_READ_ONLY);
  tl_stage_close_all ();
}

/* ---- closing ---- */

static void
test_close_asks (void)
{
  g_autoptr (GFile) file = NULL;
  TlWindow *window = tl_stage_open_copy (&file);
  g_autoptr (GBytes) before = content (file);
  g_autoptr (GBytes) after = NULL;

  mark_waste (window);
  act (window, "win.close");
  g_assert_cmpstr (adw_message_dialog_get_heading (tl_stage_question ()), ==, "Save changes to “Housing repairs”?");
  tl_stage_answer ("cancel");
  g_assert_cmpuint (tl_stage_windows (), ==, 1);
  act (window, "win.close");
  tl_stage_answer ("discard");
  g_assert_cmpuint (tl_stage_windows (), ==, 0);
  after = content (file);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_close_saves (void)
{
  g_autoptr (GFile) file = NULL;
  TlWindow *window = tl_stage_open_copy (&file);
  g_autoptr (GBytes) before = content (file);
  g_autoptr (GBytes) after = NULL;

  mark_waste (window);
  act (window, "win.close");
  tl_stage_answer ("save");
  g_assert_cmpuint (tl_stage_windows (), ==, 0);
  after = content (file);
  g_assert_false (g_bytes_equal (before, after));
}

static void
test_close_unchanged (void)
{
  g_autoptr (GFile) file = NULL;
  TlWindow *window = tl_stage_open_copy (&file);

  act (window, "win.close");
  g_assert_null (tl_stage_question ());
  g_assert_cmpuint (tl_stage_windows (), ==, 0);
}

/* ---- exports ---- */

/* What the command itself writes of the file. */
static GBytes *
command_bytes (GFile *file, TlView view, TlFormat format, gboolean dark, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("command.%s", tl_format_suffix (format));
  g_autofree char *size = g_strdup_printf ("%dx%d", width, height);
  g_autoptr (GFile) out = tl_stage_file (name);
  const char *argv[] = { g_getenv ("TL_PROGRAM"),
                         "export",
                         g_file_peek_path (file),
                         "--view",
                         tl_view_nick (view),
                         "--size",
                         size,
                         "-o",
                         g_file_peek_path (out),
                         dark ? "--dark" : NULL,
                         NULL };
  int status = -1;
  GBytes *bytes;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  bytes = g_file_load_bytes (out, NULL, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_exports (void)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) out = tl_stage_file ("picture");
  TlWindow *window = tl_stage_open_copy (&file);

  /* The room's size and colours are the window's alone. */
  act (window, "win.room-larger");
  /* The sample has a flow, but no measures. */
  for (int view = 0; view < TL_N_VIEWS && !tl_view_is_of_study ((TlView) view); view++)
    for (int format = 0; format < TL_N_FORMATS; format++)
      {
        gboolean dark = view % 2;
        TlPicture picture = { (TlView) view, 1280, 720, dark };
        g_autoptr (GBytes) expected = command_bytes (file, (TlView) view, (TlFormat) format, dark, 1280, 720);
        g_autoptr (GBytes) written = NULL;
        g_autoptr (GError) error = NULL;

        g_assert_true (tl_exporter_write (tl_window_get_document (window), &picture, (TlFormat) format, out, &error));
        g_assert_no_error (error);
        written = content (out);
        g_assert_true (g_bytes_equal (written, expected));
      }
  act (window, "win.room-usual");
  tl_stage_close_all ();
}

static void
test_copy_picture (void)
{
  TlWindow *window = tl_stage_open_sample ();
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-picture", "s", "capacity"));
  tl_stage_settle ();
  g_assert_true (gdk_clipboard_is_local (clipboard));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
  g_assert_true (tl_stage_says (window, "Copied"));
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/files/save-and-reopen", test_save_and_reopen);
  g_test_add_func ("/files/close-and-stay", test_close_and_stay);
  g_test_add_func ("/files/undo-to-saved", test_undo_to_saved);
  g_test_add_func ("/files/changed-by-somebody-else", test_changed_by_somebody_else);
  g_test_add_func ("/files/save-fails", test_save_fails);
  g_test_add_func ("/files/save-long-log", test_save_long_log);
  g_test_add_func ("/files/long-log-changed", test_long_log_changed);
  g_test_add_func ("/files/broken", test_broken_file);
  g_test_add_func ("/files/newer", test_newer_file);
  g_test_add_func ("/files/close-asks", test_close_asks);
  g_test_add_func ("/files/close-saves", test_close_saves);
  g_test_add_func ("/files/close-unchanged", test_close_unchanged);
  g_test_add_func ("/files/exports", test_exports);
  g_test_add_func ("/files/copy-picture", test_copy_picture);
  return g_test_run ();
}
