/* The search for an order with few crossings: what it counts is so, and it finds what there is to find. */
#include "layout/flow-crossings.h"
#include "layout/flow-keys.h"
#include "tidy-flow.h"

/* Layers of a random flow, in the order of its steps. */
typedef struct
{
  TlFlowGraph *graph;
  TlLayers *layers;
  guint *nodes;
  guint *edges;
} Laid;

static void
laid_init (Laid *laid, TlStudy *study)
{
  TlPlacing placing = { 0 };
  TlPart part = { 0 };

  laid->graph = tl_flow_graph_new_of (drawn_flow (study), NULL);
  tl_flow_graph_find_lanes (laid->graph, study, drawn_flow (study), &placing);
  tl_flow_graph_find_keys (laid->graph, &placing);
  tl_flow_graph_rank (laid->graph);
  tl_flow_graph_weigh (laid->graph);
  laid->nodes = g_new (guint, laid->graph->n_steps);
  laid->edges = g_new (guint, laid->graph->n_edges);
  for (part.nodes = laid->nodes; part.n_nodes < laid->graph->n_steps; part.n_nodes++)
    part.nodes[part.n_nodes] = part.n_nodes;
  part.edges = laid->edges;
  for (guint e = 0; e < laid->graph->n_edges; e++)
    if (laid->graph->edges[e].from != laid->graph->edges[e].to)
      part.edges[part.n_edges++] = e;
  laid->layers = tl_layers_new (laid->graph, &part);
}

static void
laid_clear (Laid *laid)
{
  tl_layers_free (laid->layers);
  tl_flow_graph_free (laid->graph);
  g_free (laid->nodes);
  g_free (laid->edges);
}

/* Each cell has its place, and lanes lie in their order. */
static void
assert_in_order (const TlLayers *layers)
{
  for (guint l = 0; l < layers->n_layers; l++)
    for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
      {
        guint cell = layers->order[i];

        g_assert_cmpuint (tl_cell (layers, cell)->layer, ==, l);
        g_assert_cmpuint (layers->place[cell], ==, i - layers->start[l]);
        if (i > layers->start[l])
          g_assert_cmpint (tl_cell (layers, layers->order[i - 1])->lane, <=, tl_cell (layers, cell)->lane);
      }
}

/* A cell that moves saves as many crossings as it says, on the side where it says so. */
static void
test_gain (void)
{
  guint n_moved = 0;

  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 20 + seed, PLACES_NONE);
      Laid laid;

      laid_init (&laid, study);
      for (guint c = 0; c < laid.layers->cells->len; c++)
        {
          guint layer = tl_cell (laid.layers, c)->layer;
          gint64 all = (gint64) tl_layers_crossings (laid.layers);
          gint64 after = (gint64) tl_layers_crossings_after (laid.layers, layer);
          guint64 looked = 0;
          TlGain gain;

          n_moved += tl_layers_sift_cell (laid.layers, c, 5, &looked, &gain) ? 1 : 0;
          g_assert_cmpint ((gint64) tl_layers_crossings (laid.layers), ==, all - tl_gain (gain));
          g_assert_cmpint ((gint64) tl_layers_crossings_after (laid.layers, layer), ==, after - gain.after);
          g_assert_cmpuint (looked, >, 0);
        }
      assert_in_order (laid.layers);
      laid_clear (&laid);
    }
  g_assert_cmpuint (n_moved, >, 50);
}

/* Shaking never leaves more crossings than there were, whatever it has tried; and it saves some. */
static void
test_shake (void)
{
  guint64 sum_before = 0, sum_after = 0;

  for (guint32 seed = 1; seed <= 30; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 20 + 2 * seed, PLACES_NONE);
      guint64 before, after;
      Laid laid;

      laid_init (&laid, study);
      tl_layers_sift (laid.layers, FALSE);
      before = tl_layers_crossings (laid.layers);
      tl_layers_shake (laid.layers, 20000, FALSE);
      after = tl_layers_crossings (laid.layers);
      g_assert_cmpuint (after, <=, before);
      assert_in_order (laid.layers);
      sum_before += before;
      sum_after += after;
      laid_clear (&laid);
    }
  g_test_message ("of %u crossings %u are left", (guint) sum_before, (guint) sum_after);
  g_assert_cmpuint (sum_after * 10, <, sum_before * 9);
}

/* A cell stays in its lane, where others would be better for it. */
static void
test_lanes (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 40, PLACES_NONE);
      Laid laid;

      tidy_share_lanes (study, 3);
      laid_init (&laid, study);
      g_assert_true (laid.layers->many_lanes);
      tl_layers_order (laid.layers, FALSE);
      assert_in_order (laid.layers);
      tl_layers_shake (laid.layers, 20000, FALSE);
      assert_in_order (laid.layers);
      laid_clear (&laid);
    }
}

/* A tree is drawn without a crossing, however its steps are mixed. */
static void
test_tree (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TlStudy) study = drawn_study_new ();
      Laid laid;

      for (guint s = 0; s < 60; s++)
        drawn_step (study, "Step");
      for (guint s = 1; s < 60; s++)
        drawn_connector (study, tidy_step (study, (guint) g_rand_int_range (rand, 0, (int) s)), tidy_step (study, s),
                         TL_CONNECTOR_FLOW);
      laid_init (&laid, study);
      tl_layers_order (laid.layers, FALSE);
      g_assert_cmpuint (tl_layers_crossings (laid.layers), ==, 0);
      laid_clear (&laid);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/order/gain", test_gain);
  g_test_add_func ("/layout/order/shake", test_shake);
  g_test_add_func ("/layout/order/lanes", test_lanes);
  g_test_add_func ("/layout/order/tree", test_tree);
  return g_test_run ();
}
