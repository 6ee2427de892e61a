/* flow-pack.c: the parts of a flow beside and under one another, and loose notes in rows. */
#include "layout/flow-pack.h"

#include <math.h>

/* How much wider than high the whole should be: as a projector's picture. */
#define SHAPE (16.0 / 9.0)
#define GAP_ALONG 140.0
#define GAP_ACROSS 112.0
/* Parts that stand well stay, if all is not larger than it could be by more than this. */
#define LARGER 1.2
/* Loose notes are laid out about so much wider than high. */
#define LOOSE_ASPECT 1.6

typedef struct
{
  const TlPart *part;
  TlBox box;
  guint first;
  double x; /* where it goes */
  double y;
  double old_x; /* where it stood before, or NAN */
  double old_y;
} Block;

static TlBox
box_of_part (const TlFlowGraph *graph, const TlPart *part)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < part->n_nodes; i++)
    {
      TlBox box = tl_graph_node_box (&graph->nodes[part->nodes[i]]);

      left = MIN (left, box.x);
      top = MIN (top, box.y);
      right = MAX (right, box.x + box.width);
      bottom = MAX (bottom, box.y + box.height);
    }
  return (TlBox){ left, top, right - left, bottom - top };
}

/* By where they stood, where all did; else as people drew them. */
static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const Block *first = a, *second = b;

  if (!isnan (first->old_y) && !isnan (second->old_y))
    {
      if (fabs (first->old_y - second->old_y) > 1)
        return first->old_y < second->old_y ? -1 : 1;
      if (fabs (first->old_x - second->old_x) > 1)
        return first->old_x < second->old_x ? -1 : 1;
    }
  return first->first < second->first ? -1 : first->first > second->first;
}

static void
note_old_place (const TlFlowGraph *graph, Block *block)
{
  block->old_x = block->old_y = G_MAXDOUBLE;
  for (guint i = 0; i < block->part->n_nodes; i++)
    {
      const TlGraphNode *node = &graph->nodes[block->part->nodes[i]];

      if (!node->placed)
        {
          block->old_x = block->old_y = NAN;
          return;
        }
      block->old_x = MIN (block->old_x, node->stood_x);
      block->old_y = MIN (block->old_y, node->stood_y);
    }
}

static Block *
make_blocks (const TlFlowGraph *graph, const GArray *parts)
{
  Block *blocks = g_new (Block, parts->len + 1);
  gboolean all_stood = TRUE;

  for (guint p = 0; p < parts->len; p++)
    {
      const TlPart *part = &g_array_index (parts, TlPart, p);

      blocks[p] = (Block){ part, box_of_part (graph, part), part->nodes[0], 0, 0, NAN, NAN };
      note_old_place (graph, &blocks[p]);
      all_stood &= !isnan (blocks[p].old_y);
    }
  for (guint p = 0; p < parts->len && !all_stood; p++)
    blocks[p].old_y = NAN;
  qsort (blocks, parts->len, sizeof (Block), compare_blocks);
  return blocks;
}

static TlBox
shelve (Block *blocks, guint n_blocks, double most)
{
  TlBox all = { 0, 0, 0, 0 };
  double x = 0, y = 0;

  for (guint b = 0; b < n_blocks; b++)
    {
      if (x > 0 && x + blocks[b].box.width > most)
        {
          x = 0;
          y = all.height + GAP_ACROSS;
        }
      blocks[b].x = x;
      blocks[b].y = y;
      x += blocks[b].box.width + GAP_ALONG;
      all.width = MAX (all.width, x - GAP_ALONG);
      all.height = MAX (all.height, y + blocks[b].box.height);
    }
  return all;
}

/* In rows that are as wide as the widest part, or so much wider that all has a picture's shape. */
static void
shelve_well (Block *blocks, guint n_blocks, double shape)
{
  double widest = 1, best = G_MAXDOUBLE, width = 0;

  for (guint b = 0; b < n_blocks; b++)
    widest = MAX (widest, blocks[b].box.width);
  for (double most = widest; most < 100 * widest; most *= 1.1)
    {
      TlBox all = shelve (blocks, n_blocks, most);
      double size = MAX (all.width, all.height * shape);

      if (size < best - 1)
        {
          best = size;
          width = most;
        }
      if (all.width > all.height * shape)
        break;
    }
  shelve (blocks, n_blocks, width);
}

static void
move_block (TlFlowGraph *graph, const Block *block)
{
  for (guint i = 0; i < block->part->n_nodes; i++)
    {
      TlGraphNode *node = &graph->nodes[block->part->nodes[i]];

      node->x += block->x - block->box.x;
      node->y += block->y - block->box.y;
    }
}

/* Whether two blocks have the room between them that they would get. */
static gboolean
are_apart (const Block *a, const Block *b)
{
  return a->box.x + a->box.width + GAP_ALONG < b->box.x + 1 || b->box.x + b->box.width + GAP_ALONG < a->box.x + 1
         || a->box.y + a->box.height + GAP_ACROSS < b->box.y + 1
         || b->box.y + b->box.height + GAP_ACROSS < a->box.y + 1;
}

static double
size_of (const TlBox *box, double shape)
{
  return MAX (box->width, box->height * shape);
}

/* Blocks that stand well go to where they stood, from the origin on. */
static void
leave_blocks (Block *blocks, guint n_blocks, double shape)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE;
  TlBox placed = { 0, 0, 0, 0 }, stood = { 0, 0, 0, 0 };

  for (guint a = 0; a < n_blocks; a++)
    {
      left = MIN (left, blocks[a].box.x);
      top = MIN (top, blocks[a].box.y);
      for (guint b = 0; b < a; b++)
        if (!are_apart (&blocks[a], &blocks[b]))
          return;
    }
  for (guint b = 0; b < n_blocks; b++)
    {
      const Block *block = &blocks[b];

      placed.width = MAX (placed.width, block->x + block->box.width);
      placed.height = MAX (placed.height, block->y + block->box.height);
      stood.width = MAX (stood.width, block->box.x - left + block->box.width);
      stood.height = MAX (stood.height, block->box.y - top + block->box.height);
    }
  if (size_of (&stood, shape) > LARGER * size_of (&placed, shape))
    return;
  for (guint b = 0; b < n_blocks; b++)
    {
      blocks[b].x = blocks[b].box.x - left;
      blocks[b].y = blocks[b].box.y - top;
    }
}

/**
 * tl_parts_pack:
 * @graph: a graph whose parts are laid out, each by itself
 * @parts: (element-type TlPart): the parts
 * @down: whether work goes from top to bottom; coordinates are turned already
 * @stay: whether all parts are where they stood, to stay there if they stand well
 *
 * Moves the parts beside and under one another, in rows, so that the whole has about the shape of a
 * projector's picture.
 */
void
tl_parts_pack (TlFlowGraph *graph, const GArray *parts, gboolean down, gboolean stay)
{
  g_autofree Block *blocks = make_blocks (graph, parts);
  double shape = down ? 1 / SHAPE : SHAPE;

  shelve_well (blocks, parts->len, shape);
  if (stay)
    leave_blocks (blocks, parts->len, shape);
  for (guint b = 0; b < parts->len; b++)
    move_block (graph, &blocks[b]);
}

/* Of what is not loose: from the origin. */
static TlBox
box_of_parts (const TlFlowGraph *graph)
{
  TlBox all = { 0, 0, 0, 0 };

  for (guint n = 0; n < graph->n_steps; n++)
    if (!graph->nodes[n].loose)
      {
        all.width = MAX (all.width, graph->nodes[n].x + graph->nodes[n].width / 2);
        all.height = MAX (all.height, graph->nodes[n].y + graph->nodes[n].height / 2);
      }
  return all;
}

/* As many beside one another as the parts above are wide; but no lonely line of them. */
static guint
count_columns (const TlBox *parts, guint count, gboolean down)
{
  guint square = (guint) ceil (sqrt (count * (down ? 1 / LOOSE_ASPECT : LOOSE_ASPECT / 2)));
  guint wide
      = (guint) ((parts->width + TL_STEP_GAP_X / 2) / ((down ? TL_STEP_HEIGHT : TL_STEP_WIDTH) + TL_STEP_GAP_X / 2));

  return MAX (4, MAX (square, MIN (wide, 12)));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const TlGraphNode *first = *(const TlGraphNode *const *) a;
  const TlGraphNode *second = *(const TlGraphNode *const *) b;

  if (fabs (first->key - second->key) > TL_STEP_HEIGHT / 2)
    return first->key < second->key ? -1 : 1;
  if (first->x < second->x || first->x > second->x)
    return first->x < second->x ? -1 : 1;
  return first < second ? -1 : first > second;
}

/**
 * tl_loose_place:
 * @graph: a graph whose parts are placed
 * @down: whether work goes from top to bottom; coordinates are turned already
 *
 * Places notes that nobody connected yet under all parts: in rows, like notes on a wall.
 */
void
tl_loose_place (TlFlowGraph *graph, gboolean down)
{
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();
  TlBox parts = box_of_parts (graph);
  double top = parts.height > 0 ? parts.height + GAP_ACROSS : 0;
  guint columns;

  for (guint n = 0; n < graph->n_steps; n++)
    if (graph->nodes[n].loose)
      g_ptr_array_add (loose, &graph->nodes[n]);
  g_ptr_array_sort (loose, compare_keys);
  columns = count_columns (&parts, loose->len, down);
  for (guint i = 0; i < loose->len; i++)
    {
      TlGraphNode *node = g_ptr_array_index (loose, i);

      node->x = node->width / 2 + i % columns * (node->width + TL_STEP_GAP_X / 2);
      node->y = top + node->height / 2 + i / columns * (node->height + TL_STEP_GAP_Y / 2);
    }
}
