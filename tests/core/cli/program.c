/* program.c: runs the built program as a user does, without a display. */
#include "program.h"

#include <gio/gio.h>

Answer *
program_run (const char *input, const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Answer *answer = g_new0 (Answer, 1);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  /* What fontconfig keeps is many small pieces; to walk the stack of each takes seconds. */
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "fast_unwind_on_malloc=1", TRUE);
  g_strv_builder_add (line, TL_PROGRAM);
  g_strv_builder_addv (line, (const char **) words);
  arguments = g_strv_builder_end (line);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &answer->out, &answer->err, &error);
  g_assert_no_error (error);
  answer->exit = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  return answer;
}

Answer *
program_ask (const char *word, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list more;

  va_start (more, word);
  for (const char *next = word; next; next = va_arg (more, const char *))
    g_ptr_array_add (words, (char *) next);
  va_end (more);
  g_ptr_array_add (words, NULL);
  return program_run (NULL, (const char *const *) words->pdata);
}

void
answer_free (Answer *answer)
{
  g_free (answer->out);
  g_free (answer->err);
  g_free (answer);
}

/* The path of the sample study. */
char *
program_sample (void)
{
  return g_build_filename (g_getenv ("TL_SAMPLES"), "housing-repairs.throughline", NULL);
}

/* A new empty folder; GLib's isolated folders are swept when the test ends. */
char *
program_folder (void)
{
  g_autofree char *pattern = g_build_filename (g_get_user_cache_dir (), "cli-XXXXXX", NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_nonnull (g_mkdtemp (pattern));
  return g_steal_pointer (&pattern);
}

/* Writes a study with @inside between its outermost tags; returns the path. */
char *
program_study (const char *folder, const char *name, const char *inside)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<study xmlns=\"urn:throughline:study:1\" version=\"1\" "
                                           "title=\"Test\" period=\"week\">\n%s</study>\n",
                                           inside);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}
