#include "stage.h"

#include <glib/gstdio.h>

#include "storage/study-file.h"
#include "study/item-build.h"

/* Longer than anything takes on a slow machine, short enough to fail before somebody gives up. */
#define PATIENCE 20

static TlApplication *application;
static char *folder;

/* A home of the program's own. Not one for each test: the list of recent files, icons and the like
 * live as long as the program, and GTK finds its own things where the system has them. */
static void
move_in (void)
{
  static const char *const homes[] = { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME" };
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("throughline-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    {
      g_autofree char *home = g_build_filename (folder, homes[i], NULL);
      g_assert_true (g_setenv (homes[i], home, TRUE));
    }
}

/**
 * tl_stage_init:
 *
 * Begins a test program with a display and an application that is its own alone.
 */
void
tl_stage_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  move_in ();
  g_test_init (argc, argv, NULL);
  gtk_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
}

TlApplication *
tl_stage_application (void)
{
  return application;
}

static gboolean
ring (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Waits until @condition holds; fails where it does not within a time that is long for anybody. */
void
tl_stage_wait (TlStageCheck condition, gpointer data)
{
  gboolean late = FALSE;
  guint guard = g_timeout_add_seconds (PATIENCE, ring, &late);

  while (!condition (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("what was waited for did not happen within %d seconds", PATIENCE);
  g_source_remove (guard);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;

  (*frames)++;
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static gboolean
has_painted (gpointer data)
{
  return *(guint *) data >= 2;
}

/* Lets a window lay itself out and draw, as often as one layout may ask for another. */
static void
wait_for_frames (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &frames);

  g_object_ref (clock);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  tl_stage_wait (has_painted, &frames);
  g_signal_handler_disconnect (clock, handler);
  g_object_unref (clock);
}

/* Lets the windows do what they have queued, and draw it. */
void
tl_stage_settle (void)
{
  gboolean rung = FALSE;

  g_timeout_add (20, ring, &rung);
  tl_stage_wait (is_set, &rung);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l; l = l->next)
    if (TL_IS_WINDOW (l->data) && gtk_widget_get_mapped (l->data))
      {
        wait_for_frames (l->data);
        return;
      }
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

TlWindow *
tl_stage_new_window (void)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  tl_stage_wait (is_mapped, window);
  tl_stage_settle ();
  return window;
}

static gboolean
has_document (gpointer window)
{
  return tl_window_get_document (window) != NULL;
}

/* The sample as a copy that is in no file. */
TlWindow *
tl_stage_open_sample (void)
{
  TlWindow *window = tl_stage_new_window ();

  tl_window_open_sample (window, "housing-repairs");
  tl_stage_settle ();
  return window;
}

/* A file in the test's own folder. */
GFile *
tl_stage_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

/* The sample from a file of its own. */
TlWindow *
tl_stage_open_copy (GFile **file)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SAMPLES"), "housing-repairs.throughline", NULL);
  g_autoptr (GFile) sample = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlWindow *window;

  *file = tl_stage_file ("repairs.throughline");
  g_file_copy (sample, *file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  window = tl_application_open_file (application, *file, NULL);
  tl_stage_wait (has_document, window);
  tl_stage_settle ();
  return window;
}

/* A log that takes its time to be written, saved there; in no window yet. */
TlDocument *
tl_stage_long_log (GFile *file)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autofree char *etag = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      TlItem *contact = tl_item_new (TL_ITEM_CONTACT);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

      tl_item_set_id (contact, id);
      tl_item_append (study, contact);
    }
  g_assert_true (tl_study_save (study, file, NULL, &etag, NULL));
  return tl_document_new_for_study (study, file, etag, FALSE);
}

/* Destroys all windows, whatever is unsaved in them. */
void
tl_stage_close_all (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  /* One may take others with it. */
  for (GList *l = windows; l; l = l->next)
    g_object_ref (l->data);
  for (GList *l = windows; l; l = l->next)
    {
      gtk_window_destroy (l->data);
      g_object_unref (l->data);
    }
  tl_stage_settle ();
}

static const char *
title_of (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return gtk_widget_get_tooltip_text (widget);
}

/* The first widget below @root of that type and, where @title is given, of that title, label or tip. */
GtkWidget *
tl_stage_find (gpointer root, GType type, const char *title)
{
  GtkWidget *child;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (!title || g_strcmp0 (title_of (root), title) == 0))
    return root;
  for (child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = tl_stage_find (child, type, title);

      if (found)
        return found;
    }
  return NULL;
}

/* Whether a label with those words is to be seen below @root. */
gboolean
tl_stage_says (gpointer root, const char *words)
{
  GtkWidget *child;

  if ((GTK_IS_LABEL (root) || GTK_IS_INSCRIPTION (root)) && gtk_widget_get_mapped (root) && title_of (root)
      && strstr (title_of (root), words))
    return TRUE;
  for (child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    if (tl_stage_says (child, words))
      return TRUE;
  return FALSE;
}

/* The question that is open, or NULL. */
AdwMessageDialog *
tl_stage_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  tl_stage_settle ();
  for (GList *l = windows; l; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_visible (l->data))
      return l->data;
  return NULL;
}

void
tl_stage_answer (const char *reply)
{
  AdwMessageDialog *question = tl_stage_question ();

  g_assert_nonnull (question);
  g_assert_true (adw_message_dialog_has_response (question, reply));
  /* As its buttons do: gone, then answered. */
  g_object_ref (question);
  adw_message_dialog_response (question, reply);
  gtk_window_destroy (GTK_WINDOW (question));
  g_object_unref (question);
  tl_stage_settle ();
}

/* How many windows of the program there are. */
guint
tl_stage_windows (void)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l; l = l->next)
    n += TL_IS_WINDOW (l->data);
  return n;
}
