/* bench-layout [SCRIPT MODULES] [GRAPH.gv…]: flows laid out by us and by others, side by side.
 *
 * Random layered graphs of four sizes, 20 seeds each (dagre and ELK get 10 of those up to 1,000 nodes, dagre 3 of
 * 1,000, as they take long; sums are over the seeds that both did), and graphs in DOT form that are named.
 * Boxes and gaps are the same for all; work goes from left to right. What is counted, and how, says
 * drawing.h.
 *
 * Times are those of the processor, so that a busy machine does not blur them; those by the clock stand beside. Ours
 * is placing and routing, as Tidy and the canvas do it. dot's is that of its whole process, with splines, less that
 * of dot drawing an empty graph (median of 5): start and fonts are not counted. dagre's and ELK's is of the
 * call alone, in a process of their own for each graph. SCRIPT is layout-rivals.js and MODULES a folder with
 * their packages; without, or where they fail, they are left out.
 */
#include <stdio.h>
#include <stdlib.h>

#include "label-count.h"
#include "rivals.h"

#define N_SEEDS 20
#define N_SEEDS_LABELS 5
/* dagre and ELK take seconds for one, dagre many of 1,000 nodes. */
#define N_SEEDS_NODE 10
#define N_SEEDS_DAGRE 3
#define MOST_MS_5000 2000.0

typedef struct
{
  const char *script;
  const char *modules;
} Setup;

/* Sums of ours and of another's, over the graphs that both did. */
typedef struct
{
  Measures ours;
  Measures theirs;
  double ratios[N_SEEDS]; /* of the times */
  guint count;
} Duel;

static void
add (Measures *sum, const Measures *more)
{
  sum->ms += more->ms;
  sum->clock += more->clock;
  sum->crossings += more->crossings;
  sum->straight += more->straight;
  sum->length += more->length;
  sum->area += more->area;
  sum->bends += more->bends;
}

static void
duel (Duel *self, const Measures *ours, const PlainGraph *graph, Drawing *drawing)
{
  Measures theirs;

  if (!drawing)
    return;
  theirs = drawing_measure (drawing, graph);
  add (&self->ours, ours);
  add (&self->theirs, &theirs);
  self->ratios[self->count++] = ours->ms / theirs.ms;
  drawing_free (drawing);
}

static int
compare (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (Duel *self)
{
  qsort (self->ratios, self->count, sizeof (double), compare);
  return self->ratios[self->count / 2];
}

static const char *
ratio (double ours, double theirs)
{
  static char text[5][32];
  static guint next;
  char *at = text[next++ % G_N_ELEMENTS (text)];

  if (theirs > 0)
    g_snprintf (at, 32, "%.2f", ours / theirs);
  else
    g_snprintf (at, 32, "%.0f:%.0f", ours, theirs);
  return at;
}

static void
print_measures (const char *graph, const char *who, const Measures *sum, guint count, gboolean curved)
{
  printf ("%-16s %-6s %5u %10.2f %10.2f %10.0f %10.0f %9.0f %9.0f %8.0f\n", graph, who, count, sum->ms / count,
          sum->clock / count, sum->crossings, sum->straight, sum->length, sum->area, curved ? 0 : sum->bends);
}

/* The other's sums, and ours as a part of them. */
static void
print_duel (const char *graph, const char *who, Duel *self, gboolean curved)
{
  if (!self->count)
    {
      printf ("%-16s %-6s %5s\n", graph, who, "–");
      return;
    }
  print_measures (graph, who, &self->theirs, self->count, curved);
  printf ("%-16s %-6s %5s %10.3f %10s %10s %10s %9s %9s", "", "  ours", "÷", median (self),
          ratio (self->ours.clock, self->theirs.clock), ratio (self->ours.crossings, self->theirs.crossings),
          ratio (self->ours.straight, self->theirs.straight), ratio (self->ours.length, self->theirs.length),
          ratio (self->ours.area, self->theirs.area));
  if (self->count > 1)
    printf ("   time from %.3f to %.3f", self->ratios[0], self->ratios[self->count - 1]);
  printf ("\n");
}

static void
print_bar (const char *what, double is, double most)
{
  printf ("  %-58s %8.3f  most %6.2f  %s\n", what, is, most, is <= most ? "pass" : "FAIL");
}

static void
print_heads (void)
{
  printf ("%-16s %-6s %5s %10s %10s %10s %10s %9s %9s %8s\n", "graph", "by", "seeds", "cpu ms", "clock ms", "crossings",
          "straight", "length", "area", "bends");
}

static void
bars (guint n_nodes, const Measures *ours, Duel *dot, Duel *dagre)
{
  if (dot->count)
    {
      g_autofree char *time = g_strdup_printf ("%u nodes: time ÷ dot's, median", n_nodes);
      g_autofree char *crossings = g_strdup_printf ("%u nodes: crossings ÷ dot's, sum of %u", n_nodes, dot->count);

      if (n_nodes >= 200)
        print_bar (time, median (dot), 0.5);
      print_bar (crossings, dot->ours.crossings / MAX (dot->theirs.crossings, 1), 1);
    }
  if (dagre->count && n_nodes == 1000)
    print_bar ("1000 nodes: time ÷ dagre's, median", median (dagre), 0.1);
  if (n_nodes == 5000)
    print_bar ("5000 nodes: seconds to lay out and route, the slowest", ours->ms / 1e3, MOST_MS_5000 / 1e3);
}

/* With labels on all ways that part: how many of them lie on something, over some seeds. */
static void
measure_labels (guint n_nodes)
{
  LabelCount count = { 0 };

  for (guint seed = 1; seed <= N_SEEDS_LABELS; seed++)
    {
      g_autoptr (PlainGraph) graph = plain_graph_new_layered (n_nodes, seed);
      g_autoptr (TlStudy) study = plain_graph_to_study (graph);
      g_autoptr (TlFlowGeometry) geometry = NULL;

      plain_graph_share_out (graph, study);
      geometry = tl_flow_geometry_new (study, study->flows->pdata[0]);
      labels_count (geometry, &count);
    }
  printf ("  %u labels: on boxes %u, on labels %u, on lines of others %u (%.1f %%)\n", count.labels, count.on_boxes,
          count.on_labels, count.on_lines, 100.0 * count.on_lines / MAX (count.labels, 1));
}

static void
measure_size (const Setup *setup, guint n_nodes)
{
  Duel dot = { .count = 0 }, dagre = { .count = 0 }, elk = { .count = 0 };
  Measures sum = { 0 }, slowest = { 0 };
  double placing = 0, all_placing = 0;
  g_autofree char *name = g_strdup_printf ("%u", n_nodes);

  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (PlainGraph) graph = plain_graph_new_layered (n_nodes, seed);
      g_autoptr (Drawing) drawing = draw_with_us (graph, &placing);
      Measures ours = drawing_measure (drawing, graph);

      add (&sum, &ours);
      all_placing += placing;
      slowest.ms = MAX (slowest.ms, ours.ms);
      duel (&dot, &ours, graph, draw_with_dot (graph));
      if (!setup->script || seed > N_SEEDS_NODE || n_nodes > 1000)
        continue;
      if (n_nodes < 1000 || seed <= N_SEEDS_DAGRE)
        duel (&dagre, &ours, graph, draw_with_node (graph, setup->script, setup->modules, "dagre"));
      duel (&elk, &ours, graph, draw_with_node (graph, setup->script, setup->modules, "elk"));
    }
  print_measures (name, "ours", &sum, N_SEEDS, FALSE);
  printf ("%-16s %-6s %5s %10.2f\n", "", "  of it", "place", all_placing / N_SEEDS);
  print_duel (name, "dot", &dot, TRUE);
  print_duel (name, "dagre", &dagre, FALSE);
  print_duel (name, "elk", &elk, FALSE);
  bars (n_nodes, &slowest, &dot, &dagre);
  if (n_nodes <= 1000)
    measure_labels (n_nodes);
  printf ("\n");
  fflush (stdout);
}

static void
measure_file (const Setup *setup, const char *path)
{
  g_autoptr (PlainGraph) graph = plain_graph_new_from_dot (path);
  g_autoptr (Drawing) drawing = NULL;
  Duel dot = { .count = 0 }, dagre = { .count = 0 }, elk = { .count = 0 };
  Measures ours;
  double placing;

  if (!graph || graph->edges->len == 0)
    {
      printf ("%s: no directed graph that dot can read\n", path);
      return;
    }
  drawing = draw_with_us (graph, &placing);
  ours = drawing_measure (drawing, graph);
  duel (&dot, &ours, graph, draw_with_dot (graph));
  if (setup->script)
    {
      duel (&dagre, &ours, graph, draw_with_node (graph, setup->script, setup->modules, "dagre"));
      duel (&elk, &ours, graph, draw_with_node (graph, setup->script, setup->modules, "elk"));
    }
  print_measures (graph->name, "ours", &ours, 1, FALSE);
  print_duel (graph->name, "dot", &dot, TRUE);
  print_duel (graph->name, "dagre", &dagre, FALSE);
  print_duel (graph->name, "elk", &elk, FALSE);
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 50, 200, 1000, 5000 };
  Setup setup = { NULL, NULL };
  int first = 1;

  if (argc > 2 && g_str_has_suffix (argv[1], ".js"))
    {
      setup = (Setup){ argv[1], argv[2] };
      first = 3;
    }
  printf ("Layout: sums over all seeds but for the time; under another's row stands what ours is of it.\n\n");
  print_heads ();
  if (first == argc)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      measure_size (&setup, sizes[i]);
  for (int i = first; i < argc; i++)
    measure_file (&setup, argv[i]);
  return 0;
}
