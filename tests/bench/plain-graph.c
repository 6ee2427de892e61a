#include "plain-graph.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>

#include "layout/flow-geometry.h"
#include "study/connector.h"
#include "study/flow.h"
#include "study/item-build.h"

#define EDGES_A_NODE 1.4
/* Of the edges beyond one a node, so many go over one or two layers. */
#define LONG_EDGES 0.2

static PlainGraph *
graph_new (char *name, guint n_nodes)
{
  PlainGraph *graph = g_new0 (PlainGraph, 1);

  graph->name = name;
  graph->n_nodes = n_nodes;
  graph->edges = g_array_new (FALSE, FALSE, sizeof (PlainEdge));
  return graph;
}

static void
connect (PlainGraph *graph, guint from, guint to)
{
  PlainEdge edge = { from, to };
  g_array_append_val (graph->edges, edge);
}

/* Any node of the layer that begins at @first. */
static guint
any_of (GRand *rand, guint first, guint width, guint n_nodes)
{
  return (guint) g_rand_int_range (rand, (int) first, (int) MIN (first + width, n_nodes));
}

/* Layers as wide as there are layers. From each node an edge to any node of the next layer; then more
 * until there are 1.4 a node, a fifth of them longer. The same seed gives the same graph. */
PlainGraph *
plain_graph_new_layered (guint n_nodes, guint32 seed)
{
  PlainGraph *graph = graph_new (g_strdup_printf ("random %u", n_nodes), n_nodes);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint width = (guint) ceil (sqrt (n_nodes));

  for (guint n = 0; n < n_nodes; n++)
    {
      guint next = (n / width + 1) * width;

      if (next < n_nodes)
        connect (graph, n, any_of (rand, next, width, n_nodes));
    }
  while (graph->edges->len < EDGES_A_NODE * n_nodes)
    {
      guint n = (guint) g_rand_int_range (rand, 0, (int) n_nodes);
      guint over = g_rand_double (rand) < LONG_EDGES ? (guint) g_rand_int_range (rand, 1, 3) : 0;
      guint next = (n / width + 1 + over) * width;

      if (next < n_nodes)
        connect (graph, n, any_of (rand, next, width, n_nodes));
    }
  return graph;
}

void
plain_graph_free (PlainGraph *graph)
{
  g_free (graph->name);
  g_array_unref (graph->edges);
  g_free (graph);
}

char *
plain_graph_to_dot (const PlainGraph *graph)
{
  GString *dot = g_string_new (NULL);

  g_string_append_printf (dot,
                          "digraph g { rankdir=LR; ranksep=%.4f; nodesep=%.4f; splines=true;\n"
                          "node [shape=box, fixedsize=true, label=\"\", width=%.4f, height=%.4f];\n"
                          "edge [arrowhead=none];\n",
                          NODE_GAP_X / 72, NODE_GAP_Y / 72, NODE_WIDTH / 72, NODE_HEIGHT / 72);
  for (guint n = 0; n < graph->n_nodes; n++)
    g_string_append_printf (dot, "n%u;\n", n);
  for (guint e = 0; e < graph->edges->len; e++)
    {
      const PlainEdge *edge = &g_array_index (graph->edges, PlainEdge, e);
      g_string_append_printf (dot, "n%u -> n%u;\n", edge->from, edge->to);
    }
  g_string_append (dot, "}\n");
  return g_string_free (dot, FALSE);
}

/* For programs of ours in other languages: the number of nodes, then an edge a line. */
char *
plain_graph_to_text (const PlainGraph *graph)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u\n", graph->n_nodes);
  for (guint e = 0; e < graph->edges->len; e++)
    {
      const PlainEdge *edge = &g_array_index (graph->edges, PlainEdge, e);
      g_string_append_printf (text, "%u %u\n", edge->from, edge->to);
    }
  return g_string_free (text, FALSE);
}

TlStudy *
plain_graph_to_study (const PlainGraph *graph)
{
  TlStudy *study = tl_study_new ();
  TlFlow *flow = tl_item_new (TL_ITEM_FLOW);

  tl_item_append (study, flow);
  for (guint n = 0; n < graph->n_nodes; n++)
    tl_item_append (flow, tl_item_new (TL_ITEM_STEP));
  for (guint e = 0; e < graph->edges->len; e++)
    {
      const PlainEdge *edge = &g_array_index (graph->edges, PlainEdge, e);
      TlConnector *connector = tl_item_new (TL_ITEM_CONNECTOR);

      tl_item_set_item (connector, "from", flow->steps->pdata[edge->from]);
      tl_item_set_item (connector, "to", flow->steps->pdata[edge->to]);
      tl_item_append (flow, connector);
    }
  return study;
}

/* Gives each way of a node that has several an equal share, so that they have labels. */
void
plain_graph_share_out (const PlainGraph *graph, TlStudy *study)
{
  const TlFlow *flow = study->flows->pdata[0];
  g_autofree guint *counts = g_new0 (guint, graph->n_nodes + 1);

  for (guint e = 0; e < graph->edges->len; e++)
    counts[g_array_index (graph->edges, PlainEdge, e).from]++;
  for (guint e = 0; e < graph->edges->len; e++)
    {
      guint count = counts[g_array_index (graph->edges, PlainEdge, e).from];

      if (count > 1)
        tl_item_set_number (flow->connectors->pdata[e], "share", 1.0 / count);
    }
}

static guint
number_of (PlainGraph *graph, GHashTable *numbers, const char *name)
{
  gpointer number = g_hash_table_lookup (numbers, name);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (++graph->n_nodes);
      g_hash_table_insert (numbers, g_strdup (name), number);
    }
  return GPOINTER_TO_UINT (number) - 1;
}

/* Returns: (transfer full) (nullable): the name of a file with what is packed in @path; @path itself where nothing is
 */
static char *
unpacked (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) packed = NULL;
  g_autoptr (GConverter) unpacker = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) text = NULL;
  g_autoptr (GFileIOStream) out = NULL;
  g_autoptr (GFile) temporary = NULL;

  if (!g_str_has_suffix (path, ".gz"))
    return g_strdup (path);
  packed = g_file_read (file, NULL, NULL);
  temporary = packed != NULL ? g_file_new_tmp ("throughline-bench-XXXXXX.gv", &out, NULL) : NULL;
  if (temporary == NULL)
    return NULL;
  text = g_converter_input_stream_new (G_INPUT_STREAM (packed), unpacker);
  if (g_output_stream_splice (g_io_stream_get_output_stream (G_IO_STREAM (out)), text, G_OUTPUT_STREAM_SPLICE_NONE,
                              NULL, NULL)
      < 0)
    {
      g_file_delete (temporary, NULL, NULL);
      return NULL;
    }
  return g_file_get_path (temporary);
}

static char *
run_dot (const char *path)
{
  const char *argv[] = { "dot", "-Tplain", "-Gsplines=false", "-Nlabel=", "-Elabel=", path, NULL };
  char *out = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                NULL, NULL);
  return out;
}

static char *
read_dot (const char *path)
{
  g_autofree char *file = unpacked (path);
  char *out = file != NULL ? run_dot (file) : NULL;

  if (file != NULL && !g_str_equal (file, path))
    g_unlink (file);
  return out;
}

/* Returns: (nullable): the nodes and edges of a graph in DOT form, packed by gzip or not, as dot itself reads it,
 * without its labels, sizes and clusters */
PlainGraph *
plain_graph_new_from_dot (const char *path)
{
  g_autofree char *out = read_dot (path);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PlainGraph *graph;

  if (out == NULL || !g_str_has_prefix (out, "graph"))
    return NULL;
  graph = graph_new (g_path_get_basename (path), 0);
  lines = g_strsplit (out, "\n", -1);
  for (guint l = 0; lines[l] != NULL; l++)
    {
      g_auto (GStrv) words = NULL;
      int count = 0;

      if (!g_str_has_prefix (lines[l], "node ") && !g_str_has_prefix (lines[l], "edge "))
        continue;
      if (!g_shell_parse_argv (lines[l], &count, &words, NULL) || count < 3)
        continue;
      if (words[0][0] == 'n')
        number_of (graph, numbers, words[1]);
      else
        {
          guint from = number_of (graph, numbers, words[1]);
          guint to = number_of (graph, numbers, words[2]);

          if (from != to)
            connect (graph, from, to);
        }
    }
  return graph;
}
