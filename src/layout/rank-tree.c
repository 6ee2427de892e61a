/* rank-tree.c: the spanning forest of tight arcs that the network simplex begins with.
 *
 * Trees of tight arcs are joined, the smallest first, each by its shortest arc to another, after
 * the smaller one was moved until that arc is tight: every node is moved at most log n times.
 */
#include "layout/rank-tree.h"

typedef struct
{
  TlRankTree *tree;
  guint *above;     /* union-find */
  GArray **members; /* of each tree, at its representative */
  GArray *links;    /* arcs that join trees, to be made a forest at the end */
} Joiner;

static guint
tree_of (Joiner *self, guint node)
{
  while (self->above[node] != node)
    node = self->above[node] = self->above[self->above[node]];
  return node;
}

/* Longest way from a source, in the order in which all that comes before is done. */
static void
rank_by_longest_way (TlRankTree *tree)
{
  g_autofree guint *waiting = g_new0 (guint, tree->n_nodes + 1);
  g_autofree guint *queue = g_new (guint, tree->n_nodes + 1);
  guint n_queue = 0;

  for (guint a = 0; a < tree->n_arcs; a++)
    waiting[tree->arcs[a].head]++;
  for (guint n = 0; n < tree->n_nodes; n++)
    {
      tree->ranks[n] = 0;
      if (waiting[n] == 0)
        queue[n_queue++] = n;
    }
  for (guint q = 0; q < n_queue; q++)
    for (guint i = tree->arc_start[queue[q]]; i < tree->arc_start[queue[q] + 1]; i++)
      {
        const TlRankArc *arc = &tree->arcs[tree->at[i]];

        if (arc->tail != queue[q])
          continue;
        tree->ranks[arc->head] = MAX (tree->ranks[arc->head], tree->ranks[arc->tail] + arc->least);
        if (--waiting[arc->head] == 0)
          queue[n_queue++] = arc->head;
      }
}

static void
join (Joiner *self, guint arc)
{
  guint a = tree_of (self, self->tree->arcs[arc].tail);
  guint b = tree_of (self, self->tree->arcs[arc].head);

  if (a == b)
    return;
  if (self->members[a]->len < self->members[b]->len)
    {
      guint swap = a;
      a = b;
      b = swap;
    }
  g_array_append_vals (self->members[a], self->members[b]->data, self->members[b]->len);
  g_clear_pointer (&self->members[b], g_array_unref);
  self->above[b] = a;
  g_array_append_val (self->links, arc);
}

/* Returns: the shortest arc between the tree @root and any other, or n_arcs */
static guint
shortest_way_out (Joiner *self, guint root)
{
  const TlRankTree *tree = self->tree;
  guint best = tree->n_arcs;
  int least = G_MAXINT;

  for (guint m = 0; m < self->members[root]->len; m++)
    {
      guint n = g_array_index (self->members[root], guint, m);

      for (guint i = tree->arc_start[n]; i < tree->arc_start[n + 1]; i++)
        {
          const TlRankArc *arc = &tree->arcs[tree->at[i]];
          guint other = arc->tail == n ? arc->head : arc->tail;
          int slack = tl_rank_slack (tree, tree->at[i]);

          if (slack < least && tree_of (self, other) != root)
            {
              least = slack;
              best = tree->at[i];
            }
        }
    }
  return best;
}

static void
move_tree (Joiner *self, guint root, int by)
{
  for (guint m = 0; m < self->members[root]->len; m++)
    self->tree->ranks[g_array_index (self->members[root], guint, m)] += by;
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Joiner *self = data;
  const GArray *first = self->members[*(const guint *) a];
  const GArray *second = self->members[*(const guint *) b];

  return first->len < second->len ? -1 : first->len > second->len;
}

/* One round: each tree, the smallest first, is joined to a neighbour. Trees at least halve in
 * number. Returns: whether any was joined */
static gboolean
join_round (Joiner *self)
{
  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean joined = FALSE;

  for (guint n = 0; n < self->tree->n_nodes; n++)
    if (self->above[n] == n)
      g_array_append_val (roots, n);
  if (roots->len < 2)
    return FALSE;
  g_qsort_with_data (roots->data, (int) roots->len, sizeof (guint), compare_sizes, self);
  for (guint r = 0; r < roots->len; r++)
    {
      guint root = g_array_index (roots, guint, r);
      guint arc;

      if (self->above[root] != root)
        continue;
      arc = shortest_way_out (self, root);
      if (arc == self->tree->n_arcs)
        continue;
      move_tree (self, root,
                 tree_of (self, self->tree->arcs[arc].tail) == root ? tl_rank_slack (self->tree, arc)
                                                                    : -tl_rank_slack (self->tree, arc));
      join (self, arc);
      joined = TRUE;
    }
  return joined;
}

/* The links as parents and children, from the first node of each tree. */
static void
hang (TlRankTree *tree, const GArray *links)
{
  g_autofree gboolean *linked = g_new0 (gboolean, tree->n_arcs + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, tree->n_nodes + 1);
  g_autofree guint *queue = g_new (guint, tree->n_nodes + 1);

  for (guint l = 0; l < links->len; l++)
    linked[g_array_index (links, guint, l)] = TRUE;
  for (guint root = 0; root < tree->n_nodes; root++)
    {
      guint n_queue = 0;

      if (seen[root])
        continue;
      seen[root] = TRUE;
      queue[n_queue++] = root;
      for (guint q = 0; q < n_queue; q++)
        for (guint i = tree->arc_start[queue[q]]; i < tree->arc_start[queue[q] + 1]; i++)
          {
            const TlRankArc *arc = &tree->arcs[tree->at[i]];
            guint other = arc->tail == queue[q] ? arc->head : arc->tail;

            if (!linked[tree->at[i]] || seen[other])
              continue;
            seen[other] = TRUE;
            tl_rank_tree_adopt (tree, queue[q], other, tree->at[i]);
            queue[n_queue++] = other;
          }
    }
}

static void
index_arcs (TlRankTree *tree)
{
  g_autofree guint *next = NULL;

  for (guint a = 0; a < tree->n_arcs; a++)
    {
      tree->arc_start[tree->arcs[a].tail + 1]++;
      tree->arc_start[tree->arcs[a].head + 1]++;
    }
  for (guint n = 0; n < tree->n_nodes; n++)
    tree->arc_start[n + 1] += tree->arc_start[n];
  next = g_memdup2 (tree->arc_start, (tree->n_nodes + 1) * sizeof (guint));
  for (guint a = 0; a < tree->n_arcs; a++)
    {
      tree->at[next[tree->arcs[a].tail]++] = a;
      tree->at[next[tree->arcs[a].head]++] = a;
    }
}

static void
span (TlRankTree *tree)
{
  g_autofree guint *above = g_new (guint, tree->n_nodes + 1);
  g_autofree GArray **members = g_new0 (GArray *, tree->n_nodes + 1);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));
  Joiner joiner = { tree, above, members, links };

  for (guint n = 0; n < tree->n_nodes; n++)
    {
      above[n] = n;
      members[n] = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
      g_array_append_val (members[n], n);
    }
  for (guint a = 0; a < tree->n_arcs; a++)
    if (tl_rank_slack (tree, a) == 0)
      join (&joiner, a);
  while (join_round (&joiner))
    ;
  hang (tree, links);
  for (guint n = 0; n < tree->n_nodes; n++)
    g_clear_pointer (&members[n], g_array_unref);
}

/* The @tree of an acyclic graph, feasible and tight, its sums known. */
void
tl_rank_tree_init (TlRankTree *tree, int *ranks, guint n_nodes, const TlRankArc *arcs, guint n_arcs)
{
  guint *numbers = g_new0 (guint, n_nodes + 1 + 2 * n_arcs + 1);

  *tree = (TlRankTree){ .n_nodes = n_nodes, .n_arcs = n_arcs, .arcs = arcs, .ranks = ranks };
  tree->arc_start = numbers;
  tree->at = numbers + n_nodes + 1;
  tree->parent = g_new (guint, 5 * (gsize) n_nodes + 1);
  tree->arc = tree->parent + n_nodes;
  tree->child = tree->parent + 2 * (gsize) n_nodes;
  tree->next = tree->parent + 3 * (gsize) n_nodes;
  tree->previous = tree->parent + 4 * (gsize) n_nodes;
  tree->sum = g_new0 (gint64, n_nodes + 1);
  for (gsize i = 0; i < 5 * (gsize) n_nodes; i++)
    tree->parent[i] = TL_NO_NODE;
  index_arcs (tree);
  rank_by_longest_way (tree);
  span (tree);
  tl_rank_tree_sum (tree);
}

void
tl_rank_tree_clear (TlRankTree *tree)
{
  g_free (tree->arc_start);
  g_free (tree->parent);
  g_free (tree->sum);
}

void
tl_rank_tree_adopt (TlRankTree *tree, guint parent, guint child, guint arc)
{
  tree->parent[child] = parent;
  tree->arc[child] = arc;
  tree->previous[child] = TL_NO_NODE;
  tree->next[child] = tree->child[parent];
  if (tree->child[parent] != TL_NO_NODE)
    tree->previous[tree->child[parent]] = child;
  tree->child[parent] = child;
}

void
tl_rank_tree_orphan (TlRankTree *tree, guint child)
{
  if (tree->previous[child] != TL_NO_NODE)
    tree->next[tree->previous[child]] = tree->next[child];
  else
    tree->child[tree->parent[child]] = tree->next[child];
  if (tree->next[child] != TL_NO_NODE)
    tree->previous[tree->next[child]] = tree->previous[child];
  tree->parent[child] = TL_NO_NODE;
}

/* Each subtree's sum, children before their parents. */
void
tl_rank_tree_sum (TlRankTree *tree)
{
  g_autofree guint *queue = g_new (guint, tree->n_nodes + 1);
  guint n_queue = 0;

  for (guint a = 0; a < tree->n_arcs; a++)
    {
      tree->sum[tree->arcs[a].tail] += tree->arcs[a].weight;
      tree->sum[tree->arcs[a].head] -= tree->arcs[a].weight;
    }
  for (guint n = 0; n < tree->n_nodes; n++)
    if (tree->parent[n] == TL_NO_NODE)
      queue[n_queue++] = n;
  for (guint q = 0; q < n_queue; q++)
    for (guint c = tree->child[queue[q]]; c != TL_NO_NODE; c = tree->next[c])
      queue[n_queue++] = c;
  for (guint q = n_queue; q-- > 0;)
    if (tree->parent[queue[q]] != TL_NO_NODE)
      tree->sum[tree->parent[queue[q]]] += tree->sum[queue[q]];
}
