#include "rivals.h"

#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include <glib/gstdio.h>

#include "layout/tidy.h"
#include "study/flow.h"
#include "study/step.h"
#include "study/item-build.h"

/* Seconds that another program gets for one graph, by the clock: dagre takes a while for a thousand nodes. */
#define MOST_SECONDS "300"

static double
our_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
clock_ms (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

/* Of the programs that were started and have ended. */
static double
their_ms (void)
{
  struct rusage used;

  getrusage (RUSAGE_CHILDREN, &used);
  return ((double) used.ru_utime.tv_sec + (double) used.ru_stime.tv_sec) * 1e3
         + ((double) used.ru_utime.tv_usec + (double) used.ru_stime.tv_usec) / 1e3;
}

/* As Tidy does it and the canvas then draws it: places, then routes to those places. */
Drawing *
draw_with_us (const PlainGraph *graph, double *placing_ms)
{
  g_autoptr (TlStudy) study = plain_graph_to_study (graph);
  TlFlow *flow = study->flows->pdata[0];
  TlTidyOptions options = { .wrap = FALSE };
  Drawing *drawing = drawing_new (graph);
  double clock = clock_ms (), start = our_ms ();
  g_autoptr (GArray) places = tl_flow_tidy (study, flow, &options);
  g_autoptr (TlFlowGeometry) geometry = NULL;

  *placing_ms = our_ms () - start;
  for (guint i = 0; i < places->len; i++)
    {
      const TlTidyPlace *place = &g_array_index (places, TlTidyPlace, i);

      tl_item_set_number (place->step, "x", place->x);
      tl_item_set_number (place->step, "y", place->y);
      g_array_index (drawing->middles, TlPlace, i) = (TlPlace){ place->x, place->y };
    }
  geometry = tl_flow_geometry_new (study, flow);
  drawing->ms = our_ms () - start;
  drawing->clock = clock_ms () - clock;
  for (guint e = 0; e < geometry->paths->len; e++)
    drawing_set_line (drawing, e, g_array_ref (g_array_index (geometry->paths, TlPath, e).points));
  return drawing;
}

/* How long something took: the processor, and by the clock. */
typedef struct
{
  double ms;
  double clock;
} Took;

/* Runs a program. Returns: (nullable): what it printed, and how long it computed */
static char *
run (const char *const *argv, Took *took)
{
  g_autofree char *out = NULL;
  double before = their_ms (), clock = clock_ms ();
  int status = 1;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out,
                     NULL, &status, NULL)
      || status != 0)
    return NULL;
  *took = (Took){ their_ms () - before, clock_ms () - clock };
  return g_steal_pointer (&out);
}

/* "edge n0 n5 4 x y x y …": inches, y upwards. Edges come in dot's order: those of a pair of nodes are
 * told apart by taking the first that has no line yet. */
static void
take_dot_edge (Drawing *drawing, GHashTable *edges, char **words)
{
  g_autofree char *name = g_strdup_printf ("%s %s", words[1] + 1, words[2] + 1);
  GArray *numbers = g_hash_table_lookup (edges, name);
  guint count = (guint) atoi (words[3]);
  g_autofree TlPlace *points = g_new0 (TlPlace, count + 1);
  guint edge;

  if (!numbers || numbers->len == 0)
    return;
  edge = g_array_index (numbers, guint, 0);
  g_array_remove_index (numbers, 0);
  for (guint i = 0; i < count; i++)
    points[i]
        = (TlPlace){ g_ascii_strtod (words[4 + 2 * i], NULL) * 72, -g_ascii_strtod (words[5 + 2 * i], NULL) * 72 };
  drawing_set_line (drawing, edge, drawing_sample_curve (points, count));
}

static GHashTable *
edges_by_name (const PlainGraph *graph)
{
  GHashTable *edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint e = 0; e < graph->edges->len; e++)
    {
      const PlainEdge *edge = &g_array_index (graph->edges, PlainEdge, e);
      char *name = g_strdup_printf ("%u %u", edge->from, edge->to);
      GArray *numbers = g_hash_table_lookup (edges, name);

      if (!numbers)
        g_hash_table_insert (edges, name, numbers = g_array_new (FALSE, FALSE, sizeof (guint)));
      else
        g_free (name);
      g_array_append_val (numbers, e);
    }
  return edges;
}

/* dot's long lines go on after a backslash. */
static void
take_dot (Drawing *drawing, const PlainGraph *graph, const char *out)
{
  g_autoptr (GRegex) broken = g_regex_new ("\\\\\n", 0, 0, NULL);
  g_autofree char *whole = g_regex_replace_literal (broken, out, -1, 0, "", 0, NULL);
  g_auto (GStrv) lines = g_strsplit (whole, "\n", -1);
  g_autoptr (GHashTable) edges = edges_by_name (graph);

  for (guint l = 0; lines[l]; l++)
    {
      g_auto (GStrv) words = g_strsplit (lines[l], " ", -1);

      if (g_strv_length (words) < 4)
        continue;
      if (g_str_equal (words[0], "node"))
        g_array_index (drawing->middles, TlPlace, (guint) atoi (words[1] + 1))
            = (TlPlace){ g_ascii_strtod (words[2], NULL) * 72, -g_ascii_strtod (words[3], NULL) * 72 };
      else if (g_str_equal (words[0], "edge"))
        take_dot_edge (drawing, edges, words);
    }
}

static char *
write_file (const char *text)
{
  static char *path;
  int file = path ? -1 : g_file_open_tmp ("throughline-bench-XXXXXX", &path, NULL);

  if (file >= 0)
    g_close (file, NULL);
  if (!path || !g_file_set_contents (path, text, -1, NULL))
    g_error ("cannot write the graph for the others");
  return g_strdup (path);
}

static int
compare_numbers (const void *a, const void *b)
{
  const double *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* What dot takes to start, to read its fonts and to say nothing. */
static Took
empty_run (void)
{
  static Took least;
  g_autofree char *path = NULL;
  const char *argv[] = { "dot", "-Tplain", NULL, NULL };
  double ms[5], clock[5];

  if (least.clock > 0)
    return least;
  path = write_file ("digraph g { }\n");
  argv[2] = path;
  for (guint i = 0; i < 5; i++)
    {
      Took took;
      g_autofree char *out = run (argv, &took);

      if (!out)
        return (Took){ 0, 0 };
      ms[i] = took.ms;
      clock[i] = took.clock;
    }
  qsort (ms, 5, sizeof (double), compare_numbers);
  qsort (clock, 5, sizeof (double), compare_numbers);
  return least = (Took){ ms[2], clock[2] };
}

Drawing *
draw_with_dot (const PlainGraph *graph)
{
  Took nothing = empty_run (), took;
  g_autofree char *text = plain_graph_to_dot (graph);
  g_autofree char *path = write_file (text);
  const char *argv[] = { "timeout", MOST_SECONDS, "dot", "-Tplain", path, NULL };
  g_autofree char *out = run (argv, &took);
  Drawing *drawing;

  if (!out)
    return NULL;
  drawing = drawing_new (graph);
  take_dot (drawing, graph, out);
  drawing->ms = MAX (took.ms - nothing.ms, 0.01);
  drawing->clock = MAX (took.clock - nothing.clock, 0.01);
  return drawing;
}

/* What the script prints: "ms 12.3 14.0", "node 0 x y", "edge 0 x y x y …". */
static void
take_node_line (Drawing *drawing, char **words)
{
  guint count = g_strv_length (words);

  if (g_str_equal (words[0], "ms") && count > 2)
    {
      drawing->ms = g_ascii_strtod (words[1], NULL);
      drawing->clock = g_ascii_strtod (words[2], NULL);
    }
  else if (g_str_equal (words[0], "node"))
    g_array_index (drawing->middles, TlPlace, (guint) atoi (words[1]))
        = (TlPlace){ g_ascii_strtod (words[2], NULL), g_ascii_strtod (words[3], NULL) };
  else if (g_str_equal (words[0], "edge"))
    {
      GArray *line = g_array_new (FALSE, FALSE, sizeof (TlPlace));

      for (guint i = 2; i + 1 < count; i += 2)
        {
          TlPlace at = { g_ascii_strtod (words[i], NULL), g_ascii_strtod (words[i + 1], NULL) };
          g_array_append_val (line, at);
        }
      drawing_set_line (drawing, (guint) atoi (words[1]), line);
    }
}

Drawing *
draw_with_node (const PlainGraph *graph, const char *script, const char *modules, const char *engine)
{
  g_autofree char *text = plain_graph_to_text (graph);
  g_autofree char *path = write_file (text);
  const char *argv[] = { "timeout", MOST_SECONDS, "node", "--stack-size=30000", script, modules, engine, path, NULL };
  Took took;
  g_autofree char *out = run (argv, &took);
  g_auto (GStrv) lines = NULL;
  Drawing *drawing;

  if (!out || !g_str_has_prefix (out, "ms "))
    return NULL;
  drawing = drawing_new (graph);
  lines = g_strsplit (out, "\n", -1);
  for (guint l = 0; lines[l]; l++)
    {
      g_auto (GStrv) words = g_strsplit (lines[l], " ", -1);

      if (words[0] && words[1])
        take_node_line (drawing, words);
    }
  return drawing;
}
