/* How long it takes to read a study and to compute its flow, beside what libxml2 needs for the same
 * file: to parse it and do nothing with it. Ratios tell more than seconds: they travel from machine
 * to machine.
 *
 * bench-flow [WIDTH BACK RAISED]: with layers of WIDTH steps, rework that goes BACK layers back at
 * most, and RAISED failure demands for each arrival
 */
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/capacity.h"
#include "analysis/leverage.h"
#include "layered-flow.h"
#include "storage/study-file.h"

#define N_RUNS 7

typedef struct
{
  GBytes *bytes;
  TlStudy *study;
} Subject;

static void
parse_only (Subject *subject)
{
  xmlSAXHandler nothing = { .initialized = XML_SAX2_MAGIC };
  gsize size;
  const char *data = g_bytes_get_data (subject->bytes, &size);

  if (xmlSAXUserParseMemory (&nothing, NULL, data, (int) size) != 0)
    g_error ("libxml2 does not read what was written");
}

static void
read_study (Subject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (subject->bytes, NULL, &error);

  if (opened == NULL)
    g_error ("%s", error->message);
}

static void
compute (Subject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (subject->study, subject->study->flows->pdata[0], &error);

  if (capacity == NULL)
    g_error ("%s", error->message);
  if (!(capacity->used > 0) || capacity->problems->len > 0)
    g_error ("the flow has no hours, or problems: it says nothing about time");
}

static void
find_leverage (Subject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLeverage) leverage = tl_leverage_compute (subject->study, subject->study->flows->pdata[0], NULL, &error);

  if (leverage == NULL)
    g_error ("%s", error->message);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Returns: the median, in milliseconds */
static double
measure (void (*work) (Subject *), Subject *subject)
{
  gint64 times[N_RUNS];

  work (subject);
  for (int i = 0; i < N_RUNS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      work (subject);
      times[i] = g_get_monotonic_time () - begin;
    }
  qsort (times, N_RUNS, sizeof (gint64), compare);
  return (double) times[N_RUNS / 2] / 1000;
}

static void
run (const LayeredFlow *shape)
{
  Subject subject = { .study = layered_flow_make (shape, 20260401) };
  double parse, reading, computing, leverage;

  subject.bytes = tl_study_to_bytes (subject.study);
  parse = measure (parse_only, &subject);
  reading = measure (read_study, &subject);
  computing = measure (compute, &subject);
  leverage = measure (find_leverage, &subject);
  printf ("%7u %6.1f %10.2f %10.2f %10.2f %10.2f %8.2f %8.2f\n", shape->n_steps,
          (double) g_bytes_get_size (subject.bytes) / 1e6, parse, reading, computing, leverage, reading / parse,
          computing / parse);
  g_bytes_unref (subject.bytes);
  tl_study_unref (subject.study);
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 200, 10000, 100000 };
  guint width = argc > 1 ? (guint) atoi (argv[1]) : 20;
  guint back = argc > 2 ? (guint) atoi (argv[2]) : 3;
  double raised = argc > 3 ? g_ascii_strtod (argv[3], NULL) : 0.3;

  printf ("Layers of %u steps, rework up to %u layers back. Milliseconds, medians of %d runs.\n\n", width, back,
          N_RUNS);
  printf ("%7s %6s %10s %10s %10s %10s %8s %8s\n", "steps", "MB", "parse", "read", "compute", "leverage", "read/p",
          "comp/p");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    run (&(LayeredFlow){ sizes[i], MAX (width, 1), back, raised });
  xmlCleanupParser ();
  return 0;
}
