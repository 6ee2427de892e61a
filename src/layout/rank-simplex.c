/* rank-simplex.c: ranks for the nodes of an acyclic graph that keep its arcs short in sum.
 *
 * The network simplex of Gansner, Koutsofios, North, Vo: A Technique for Drawing Directed Graphs,
 * 1993. An arc of the forest whose cut value is negative gives way to the shortest arc that runs
 * the other way between the two sides. The cut value of the arc above a node is the sum of its
 * subtree, up to the sign: arcs within the subtree cancel.
 */
#include "layout/rank-simplex.h"

#include "layout/rank-tree.h"

/* How many negative arcs are compared before the most negative is taken. */
#define N_COMPARED 30
/* Nodes looked at in all, for each node: what is left after that is feasible, only not the best. */
#define MOST_WORK_A_NODE 4000
#define LEAST_WORK 20000000

typedef struct
{
  TlRankTree tree;
  guint *below; /* the subtree that is about to move */
  guint n_below;
  guint8 *is_below;
  guint from; /* where to look for the next negative arc */
  gint64 work;
} Simplex;

/* What one rank more between @node and its parent costs. */
static gint64
cut_value (const TlRankTree *tree, guint node)
{
  return tree->arcs[tree->arc[node]].tail == node ? tree->sum[node] : -tree->sum[node];
}

/* Returns: the node under the arc to take away, or TL_NO_NODE when the ranks are best */
static guint
find_leaving (Simplex *self)
{
  const TlRankTree *tree = &self->tree;
  guint best = TL_NO_NODE, found = 0;
  gint64 least = 0;

  for (guint i = 0; i < tree->n_nodes && found < N_COMPARED; i++)
    {
      guint node = self->from + i < tree->n_nodes ? self->from + i : self->from + i - tree->n_nodes;

      if (tree->parent[node] == TL_NO_NODE || cut_value (tree, node) >= 0)
        continue;
      found++;
      if (cut_value (tree, node) < least)
        {
          least = cut_value (tree, node);
          best = node;
        }
    }
  self->from = best != TL_NO_NODE ? best : 0;
  return best;
}

static void
gather_below (Simplex *self, guint node)
{
  const TlRankTree *tree = &self->tree;

  self->n_below = 0;
  self->below[self->n_below++] = node;
  self->is_below[node] = TRUE;
  for (guint i = 0; i < self->n_below; i++)
    for (guint c = tree->child[self->below[i]]; c != TL_NO_NODE; c = tree->next[c])
      {
        self->below[self->n_below++] = c;
        self->is_below[c] = TRUE;
      }
  self->work += self->n_below;
}

static void
forget_below (Simplex *self)
{
  for (guint i = 0; i < self->n_below; i++)
    self->is_below[self->below[i]] = FALSE;
}

/* Returns: the shortest arc between the subtree and the rest; out of the subtree if @outward, else
 * into it; or n_arcs */
static guint
find_entering (const Simplex *self, gboolean outward)
{
  const TlRankTree *tree = &self->tree;
  guint best = tree->n_arcs;
  int least = G_MAXINT;

  for (guint b = 0; b < self->n_below; b++)
    {
      guint n = self->below[b];

      for (guint i = tree->arc_start[n]; i < tree->arc_start[n + 1]; i++)
        {
          guint a = tree->at[i];
          const TlRankArc *arc = &tree->arcs[a];
          gboolean crosses
              = outward ? arc->tail == n && !self->is_below[arc->head] : arc->head == n && !self->is_below[arc->tail];
          int slack;

          if (!crosses)
            continue;
          slack = tl_rank_slack (tree, a);
          if (slack < least || (slack == least && a < best))
            {
              least = slack;
              best = a;
            }
        }
    }
  return best;
}

static void
add_up_to_root (TlRankTree *tree, guint node, gint64 sum)
{
  for (; node != TL_NO_NODE; node = tree->parent[node])
    tree->sum[node] += sum;
}

/* Hangs the subtree of @top by its node @inner to @outer: the way between @inner and @top turns
 * round. */
static void
hang_again (TlRankTree *tree, guint top, guint inner, guint outer, guint arc)
{
  gint64 whole = tree->sum[top];
  guint node = inner, parent = outer;
  gint64 sum = whole;

  add_up_to_root (tree, tree->parent[top], -whole);
  for (;;)
    {
      guint above = tree->parent[node];
      guint above_arc = tree->arc[node];
      gint64 below = tree->sum[node];

      tl_rank_tree_orphan (tree, node);
      tl_rank_tree_adopt (tree, parent, node, arc);
      tree->sum[node] = sum;
      if (node == top)
        break;
      sum = whole - below;
      parent = node;
      arc = above_arc;
      node = above;
    }
  add_up_to_root (tree, outer, whole);
}

static gboolean
exchange (Simplex *self, guint leaving)
{
  TlRankTree *tree = &self->tree;
  gboolean outward = tree->arcs[tree->arc[leaving]].head == leaving;
  guint entering, inner, outer;
  int by;

  gather_below (self, leaving);
  entering = find_entering (self, outward);
  if (entering < tree->n_arcs)
    {
      inner = outward ? tree->arcs[entering].tail : tree->arcs[entering].head;
      outer = outward ? tree->arcs[entering].head : tree->arcs[entering].tail;
      by = outward ? tl_rank_slack (tree, entering) : -tl_rank_slack (tree, entering);
      for (guint i = 0; i < self->n_below; i++)
        tree->ranks[self->below[i]] += by;
      hang_again (tree, leaving, inner, outer, entering);
    }
  forget_below (self);
  return entering < tree->n_arcs;
}

/**
 * tl_rank_simplex:
 * @ranks: (array length=n_nodes) (out caller-allocates): a rank for each node
 * @n_nodes: how many nodes
 * @arcs: (array length=n_arcs): of a graph without circles; it may have several parts
 * @n_arcs: how many arcs
 *
 * Gives each node a rank, so that every arc is at least as long as it must be, and the weighted sum
 * of their lengths is least. Ranks of a part may begin anywhere. The same graph always gets the
 * same ranks. Beyond some hundred thousand nodes the search may end early; the ranks are feasible
 * then.
 */
void
tl_rank_simplex (int *ranks, guint n_nodes, const TlRankArc *arcs, guint n_arcs)
{
  Simplex self = { .from = 0 };
  gint64 most = MAX (LEAST_WORK, (gint64) n_nodes * MOST_WORK_A_NODE);
  guint leaving;

  if (n_nodes == 0)
    return;
  tl_rank_tree_init (&self.tree, ranks, n_nodes, arcs, n_arcs);
  self.below = g_new (guint, n_nodes + 1);
  self.is_below = g_new0 (guint8, n_nodes + 1);
  most = MIN (most, 100000000);
  while (self.work < most && (leaving = find_leaving (&self)) != TL_NO_NODE)
    if (!exchange (&self, leaving))
      break;
  g_free (self.below);
  g_free (self.is_below);
  tl_rank_tree_clear (&self.tree);
}
