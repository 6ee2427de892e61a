/* What a log of a million contacts costs: to open beside "xmllint --stream" of the same file, to hold, to save, to
 * filter, to put in order, to change, and to import from a table beside pandas.read_csv().
 *
 * bench-contacts [CONTACTS [WHAT…]]: WHAT as "import" or "order by words", to measure nothing else
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <glib/gstdio.h>

#include "analysis/contact-rows.h"
#include "analysis/demand-mix.h"
#include "analysis/demand-rate.h"
#include "analysis/demand-times.h"
#include "analysis/evidence.h"
#include "contact-log.h"
#include "paint/contact-table.h"
#include "storage/contact-import.h"
#include "storage/study-file.h"
#include "study/deletion.h"
#include "study/history.h"
#include "study/pool.h"

#define N_RUNS 3
/* The one whose packages Debian has; others may come first on the path. */
#define PYTHON "/usr/bin/python3"

typedef struct
{
  GFile *study_file;
  GFile *saved_file;
  GFile *table_file;
  TlStudy *study;
  TlHistory *history;
  TlContactFilter filter;
  const char *field;
} Subject;

/* What was asked for on the command line; NULL for all. */
static char **wanted;

static gboolean
is_wanted (const char *what)
{
  for (guint i = 0; wanted && wanted[i]; i++)
    if (g_str_has_prefix (what, wanted[i]))
      return TRUE;
  return !wanted;
}

/* Time of computing, not of the clock: it is the same when the machine has more to do. */
static double
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec + (double) at.tv_nsec / 1e9;
}

/* Of the programs that were started and have ended. */
static double
now_of_others (void)
{
  struct rusage used;

  getrusage (RUSAGE_CHILDREN, &used);
  return (double) used.ru_utime.tv_sec + (double) used.ru_stime.tv_sec
         + (double) (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/* Returns: the least of some runs, in seconds */
static double
measure (void (*work) (Subject *), Subject *subject)
{
  double least = 1e9;

  for (int i = 0; i < N_RUNS; i++)
    {
      double begin = now ();

      work (subject);
      least = MIN (least, now () - begin);
    }
  return least;
}

static double
measure_program (const char *const *argv)
{
  double least = 1e9;

  for (int i = 0; i < N_RUNS; i++)
    {
      double begin = now_of_others ();
      int status = 1;

      if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                         NULL, &status, NULL)
          || status != 0)
        return 0;
      least = MIN (least, now_of_others () - begin);
    }
  return least;
}

static void
report (const char *what, double ours, const char *beside, double theirs)
{
  if (theirs > 0)
    printf ("%-34s %8.3f s   %-26s %8.3f s   ratio %6.2f\n", what, ours, beside, theirs, ours / theirs);
  else
    printf ("%-34s %8.3f s   %s\n", what, ours, beside);
}

static void
measure_and_report (const char *what, void (*work) (Subject *), Subject *subject)
{
  if (is_wanted (what))
    report (what, measure (work, subject), "", 0);
}

static TlStudy *
read_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open (file, NULL, NULL, &error);

  if (!opened)
    g_error ("%s", error->message);
  return tl_study_ref (opened->study);
}

/* Without what closing it takes. */
static double
measure_open (Subject *subject)
{
  double least = 1e9;

  for (int i = 0; i < N_RUNS; i++)
    {
      double begin = now ();
      g_autoptr (TlStudy) study = read_file (subject->study_file);

      least = MIN (least, now () - begin);
    }
  return least;
}

static void
save_study (Subject *subject)
{
  g_autoptr (GError) error = NULL;

  if (!tl_study_save (subject->study, subject->saved_file, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
filter (Subject *subject)
{
  g_autoptr (TlContactRows) rows = tl_contact_rows_new (subject->study, &subject->filter, NULL);
}

static void
filter_and_sort (Subject *subject)
{
  g_autoptr (TlContactRows) rows = tl_contact_rows_new (subject->study, &subject->filter, NULL);

  tl_contact_rows_sort (rows, subject->study, tl_item_field (TL_ITEM_CONTACT, subject->field), FALSE, NULL);
}

static void
import (Subject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlStudy) nothing = tl_study_new ();
  g_autoptr (GBytes) bytes = g_file_load_bytes (subject->table_file, NULL, NULL, &error);
  TlImportOptions options = { .by_name = TRUE };
  g_autoptr (TlContactBatch) batch = bytes ? tl_contacts_import (nothing, bytes, &options, &error) : NULL;

  if (!batch || batch->problems->len > 0)
    g_error ("the table is not read: %s", error ? error->message : "rows are left out");
}

static void
change_half (Subject *subject)
{
  g_autoptr (TlHistory) history = tl_history_new (subject->study);
  g_autoptr (GPtrArray) half = g_ptr_array_new ();

  for (guint i = 0; i < subject->study->contacts->len; i += 2)
    g_ptr_array_add (half, subject->study->contacts->pdata[i]);
  tl_history_begin (history, "Mark", NULL);
  tl_history_apply (history, tl_edit_new_set_all (half, tl_item_field (TL_ITEM_CONTACT, "kind"),
                                                  tl_value_choice (TL_CONTACT_FAILURE)));
  tl_history_end (history);
  tl_history_undo (history);
}

static void
delete_half (Subject *subject)
{
  g_autoptr (TlHistory) history = tl_history_new (subject->study);
  g_autoptr (GPtrArray) half = g_ptr_array_new ();

  for (guint i = 0; i < subject->study->contacts->len; i += 2)
    g_ptr_array_add (half, subject->study->contacts->pdata[i]);
  tl_items_delete (history, half);
  tl_history_undo (history);
}

/* What each key costs while a type's name is typed, with all numbers that the pages may show. */
static void
rename_demand (Subject *subject)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("A name %u", n++);
  g_autofree double *rates = NULL;
  g_autoptr (TlDemandMix) mix = NULL;
  g_autoptr (TlDemandTimes) times = NULL;
  TlEvidence evidence;

  tl_history_begin (subject->history, "Rename", NULL);
  tl_history_apply (subject->history, tl_edit_new_set_text (subject->study->demands->pdata[0], "name", name));
  tl_history_end (subject->history);
  rates = tl_demand_rates (subject->study);
  mix = tl_demand_mix_new (subject->study, NULL);
  times = tl_demand_times_new (subject->study, TL_PERIOD_WEEK);
  evidence = tl_evidence_count (subject->study);
  g_assert_cmpuint (evidence.contacts, ==, mix->n > 0 ? subject->study->contacts->len : 0);
}

static void
judge_contact (Subject *subject)
{
  static int kind;

  tl_history_begin (subject->history, "Judge", NULL);
  tl_history_apply (subject->history,
                    tl_edit_new_set_choice (subject->study->contacts->pdata[0], "kind", kind = 1 + kind % 3));
  tl_history_end (subject->history);
  rename_demand (subject);
}

/* What the program holds in memory, in bytes. */
static gsize
held (void)
{
  struct mallinfo2 info;

  info = mallinfo2 ();
  return info.uordblks + info.hblkhd + tl_pool_mapped ();
}

static gsize
resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  words = g_strsplit (text, " ", 3);
  return g_ascii_strtoull (words[1], NULL, 10) * 4096;
}

static gsize
bytes_of_words (TlStudy *study)
{
  gsize sum = 0;

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];

      sum += contact->words ? strlen (contact->words) + 1 : 0;
    }
  return sum;
}

static void
measure_memory (Subject *subject)
{
  gsize held_before = held (), resident_before = resident ();
  gsize held_after, resident_after, words;
  double n;

  subject->study = read_file (subject->study_file);
  held_after = held ();
  resident_after = resident ();
  words = bytes_of_words (subject->study);
  n = subject->study->contacts->len;
  printf ("%-34s %8.1f B   and %.1f B of words; resident %.1f B\n", "memory a contact, without words",
          (double) (held_after - held_before - words) / n, (double) words / n,
          (double) (resident_after - resident_before) / n);
}

static void
measure_looking (Subject *subject)
{
  static const char *const fields[] = { "when", "words", "demand", "kind", "minutes", "channel", "place", "thread" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *what = g_strdup_printf ("order by %s", fields[i]);

      subject->field = fields[i];
      measure_and_report (what, filter_and_sort, subject);
    }
  subject->filter.text = (char *) "leak kitchen";
  measure_and_report ("filter by two words", filter, subject);
  subject->field = "words";
  measure_and_report ("filter by two words, order by words", filter_and_sort, subject);
  subject->filter = (TlContactFilter){ .judged = TL_JUDGED_NOT_YET };
  measure_and_report ("filter: not judged", filter, subject);
}

static GFile *
file_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
write_inputs (Subject *subject, guint n)
{
  g_autoptr (TlStudy) study = contact_log_make (n, 20260401);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) table = tl_contacts_to_csv (study, TL_CONTACT_TABLE_ALL);

  if (!tl_study_save (study, subject->study_file, NULL, NULL, &error)
      || !g_file_replace_contents (subject->table_file, g_bytes_get_data (table, NULL), g_bytes_get_size (table), NULL,
                                   FALSE, 0, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
run (Subject *subject, guint n)
{
  const char *xmllint[] = { "xmllint", "--stream", "--noout", g_file_peek_path (subject->study_file), NULL };
  const char *nothing[] = { PYTHON, "-c", "import pandas", NULL };
  const char *pandas[] = { PYTHON, "-c", "import pandas, sys; pandas.read_csv (sys.argv[1])",
                           g_file_peek_path (subject->table_file), NULL };

  write_inputs (subject, n);
  if (is_wanted ("open"))
    report ("open", measure_open (subject), "xmllint --stream", measure_program (xmllint));
  if (is_wanted ("import"))
    report ("import from CSV", measure (import, subject), "pandas.read_csv",
            measure_program (pandas) - measure_program (nothing));
  measure_memory (subject);
  measure_and_report ("save", save_study, subject);
  measure_looking (subject);
  subject->history = tl_history_new (subject->study);
  measure_and_report ("a type renamed, and all numbers", rename_demand, subject);
  measure_and_report ("a contact judged, and all numbers", judge_contact, subject);
  g_clear_object (&subject->history);
  measure_and_report ("change half, and undo", change_half, subject);
  measure_and_report ("delete every other, and undo", delete_half, subject);
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : 1000000;
  g_autofree char *folder = g_dir_make_tmp ("bench-contacts-XXXXXX", NULL);
  Subject subject = { .study_file = file_in (folder, "log.throughline"),
                      .saved_file = file_in (folder, "saved.throughline"),
                      .table_file = file_in (folder, "log.csv") };

  wanted = argc > 2 ? argv + 2 : NULL;
  setvbuf (stdout, NULL, _IOLBF, 0);
  printf ("%u contacts. Seconds of computing, the least of %d runs; of pandas without what it takes to start.\n\n", n,
          N_RUNS);
  run (&subject, n);
  g_file_delete (subject.study_file, NULL, NULL);
  g_file_delete (subject.saved_file, NULL, NULL);
  g_file_delete (subject.table_file, NULL, NULL);
  g_rmdir (folder);
  tl_study_unref (subject.study);
  g_object_unref (subject.study_file);
  g_object_unref (subject.saved_file);
  g_object_unref (subject.table_file);
  return 0;
}
