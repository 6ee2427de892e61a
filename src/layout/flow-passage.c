/* flow-passage.c: the way of an edge to the right past other columns of boxes.
 *
 * Boxes between both ends fall into columns, with gaps between. In each column the edge can pass
 * between two boxes; in the gaps it changes from one such lane to another. The cheapest choice of lanes,
 * by length, bends and edges that are crossed, is found from column to column.
 */
#include "layout/flow-passage.h"

#include <math.h>
#include <string.h>

/* How far above and below both ends a lane may be. */
#define REACH 500.0
/* From a lane to a box, where there is room, and at least. */
#define LANE 30.0
#define CLEAR 8.0
#define SAME 2.0
#define MOST_COLUMNS 24
#define MOST_LANES 40
#define MOST_PLACES (2 * MOST_LANES + 1)

typedef struct
{
  double left;
  double right;
  guint n_lanes;
  double lanes[MOST_LANES]; /* ascending */
  double costs[MOST_LANES]; /* of the cheapest way up to there */
  double tolls[MOST_LANES]; /* for what a way along the lane crosses */
  guint before[MOST_LANES]; /* and its lane in the column before */
} Column;

typedef struct
{
  TlRoute *route;
  const TlToll *toll;
  TlWeb *web;  /* (nullable): for what does not lead ahead */
  GArray *met; /* (element-type double): to ask it */
  GArray *boxes;
  GArray *crossed; /* (element-type TlCrossed) */
  TlBox area;
  Column *columns; /* the tail and the head are columns with one lane each */
  guint n_columns;
  guint table[MOST_PLACES + 1][MOST_PLACES + 1];
} Passage;

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const TlBox *one = a, *other = b;

  if (one->x < other->x || one->x > other->x)
    return one->x < other->x ? -1 : 1;
  return (one->y > other->y) - (one->y < other->y);
}

static int
compare_top (gconstpointer a, gconstpointer b)
{
  const TlBox *one = a, *other = b;

  if (one->y < other->y || one->y > other->y)
    return one->y < other->y ? -1 : 1;
  return (one->x > other->x) - (one->x < other->x);
}

/* How far @y is from where a straight line would pass the column. */
static double
astray (const Passage *self, const Column *column, double y)
{
  const TlRoute *route = self->route;
  double left = self->area.x, right = left + self->area.width;
  double part = ((column->left + column->right) / 2 - left) / (right - left);

  return fabs (y - route->exit_at - part * (route->entry_at - route->exit_at));
}

/* Of too many lanes, those farthest astray are left out. */
static void
add_lane (const Passage *self, Column *column, double y)
{
  guint i = 0;

  while (i < column->n_lanes && column->lanes[i] < y - SAME)
    i++;
  if (i < column->n_lanes && column->lanes[i] < y + SAME)
    return;
  if (column->n_lanes == MOST_LANES)
    {
      guint out = astray (self, column, column->lanes[0]) > astray (self, column, column->lanes[MOST_LANES - 1])
                      ? 0
                      : MOST_LANES - 1;

      if (astray (self, column, y) >= astray (self, column, column->lanes[out]))
        return;
      column->n_lanes--;
      if (out == 0)
        memmove (column->lanes, column->lanes + 1, column->n_lanes * sizeof (double));
      i -= out == 0 && i > 0;
    }
  memmove (column->lanes + i + 1, column->lanes + i, (column->n_lanes - i) * sizeof (double));
  column->lanes[i] = y;
  column->n_lanes++;
}

/* The lanes between two boxes: one by each of them, or one in the middle; and straight on. */
static void
add_lanes_between (const Passage *self, Column *column, const Column *before, double low, double high)
{
  double head = self->route->entry_at;

  if (high - low < 2 * CLEAR)
    return;
  if (high - low < 2 * LANE + SAME)
    add_lane (self, column, (low + high) / 2);
  else
    {
      add_lane (self, column, low + LANE);
      add_lane (self, column, high - LANE);
    }
  for (guint i = 0; i < before->n_lanes; i++)
    if (before->lanes[i] >= low + CLEAR && before->lanes[i] <= high - CLEAR)
      add_lane (self, column, before->lanes[i]);
  if (head >= low + CLEAR && head <= high - CLEAR)
    add_lane (self, column, head);
}

/* @boxes: of the column */
static void
find_lanes (const Passage *self, Column *column, TlBox *boxes, guint n_boxes)
{
  double low = self->area.y, high = self->area.y + self->area.height;

  qsort (boxes, n_boxes, sizeof (TlBox), compare_top);
  for (guint i = 0; i < n_boxes; i++)
    {
      add_lanes_between (self, column, column - 1, low, MIN (boxes[i].y, high));
      low = MAX (low, boxes[i].y + boxes[i].height);
    }
  add_lanes_between (self, column, column - 1, low, high);
}

static Column *
add_end (Passage *self, double x, double y)
{
  Column *column = &self->columns[self->n_columns++];

  *column = (Column){ .left = x, .right = x, .n_lanes = 1, .lanes = { y } };
  return column;
}

/* Boxes that overlap from left to right are of one column.
 *
 * Returns: whether there are not too many, with gaps between, and lanes in each */
static gboolean
find_columns (Passage *self)
{
  TlBox *boxes = (TlBox *) (gpointer) self->boxes->data;
  double right = self->area.x + self->area.width;

  g_array_sort (self->boxes, compare_left);
  add_end (self, self->area.x, self->route->exit_at);
  for (guint first = 0, end = 0; first < self->boxes->len; first = end)
    {
      Column *column = &self->columns[self->n_columns++];

      *column = (Column){ .left = boxes[first].x, .right = boxes[first].x };
      for (; end < self->boxes->len && (end == first || boxes[end].x < column->right + 2 * CLEAR); end++)
        column->right = MAX (column->right, boxes[end].x + boxes[end].width);
      if (self->n_columns > MOST_COLUMNS || column->left - (column - 1)->right < 2 * CLEAR
          || right - column->right < 2 * CLEAR)
        return FALSE;
      find_lanes (self, column, boxes + first, end - first);
      if (column->n_lanes == 0)
        return FALSE;
    }
  add_end (self, right, self->route->entry_at);
  return TRUE;
}

/* Places along a column's height: its lanes have the odd numbers, what lies between them the even
 * ones. */
static guint
place_among (const Column *column, double y)
{
  guint i = 0;

  while (i < column->n_lanes && column->lanes[i] < y - 0.5)
    i++;
  return i < column->n_lanes && column->lanes[i] <= y + 0.5 ? 2 * i + 1 : 2 * i;
}

/* table[i][j]: how many edges come into the gap above place i and leave it above place j. */
static void
count_crossed (Passage *self, const Column *from, const Column *to)
{
  guint rows = 2 * from->n_lanes + 1, columns = 2 * to->n_lanes + 1;

  for (guint i = 0; i <= rows; i++)
    memset (self->table[i], 0, (columns + 1) * sizeof (guint));
  g_array_set_size (self->crossed, 0);
  tl_toll_collect (self->toll, self->route->edge, from->right, to->left, self->crossed);
  for (guint i = 0; i < self->crossed->len; i++)
    {
      const TlCrossed *line = &g_array_index (self->crossed, TlCrossed, i);
      self->table[place_among (from, line->from) + 1][place_among (to, line->to) + 1]++;
    }
  for (guint i = 1; i <= rows; i++)
    for (guint j = 1; j <= columns; j++)
      self->table[i][j] += self->table[i - 1][j] + self->table[i][j - 1] - self->table[i - 1][j - 1];
}

/* Of the edges in the gap, how many are above the lane @i before it and below @j behind it, or the other
 * way round. */
static guint
count_turned (const Passage *self, guint i, guint j, guint n_before, guint n_after)
{
  guint rows = 2 * n_before + 1, columns = 2 * n_after + 1;
  guint above = 2 * i + 1, above_after = 2 * j + 1; /* places above the lane: so many */
  guint down = self->table[above][columns] - self->table[above][above_after + 1];
  guint up = self->table[rows][above_after] - self->table[above + 1][above_after];

  return down + up;
}

/* What leads back and is crossed in the gap: where, by height. */
static void
meet_in_gap (Passage *self, const Column *from, const Column *to)
{
  double x = (from->right + to->left) / 2;

  g_array_set_size (self->met, 0);
  if (self->web != NULL)
    tl_web_collect (self->web, (TlPlace){ x, self->area.y }, (TlPlace){ x, self->area.y + self->area.height },
                    self->route->edge, self->met);
}

static guint
count_met (const Passage *self, double low, double high)
{
  guint count = 0;

  for (guint i = 0; i < self->met->len; i++)
    {
      double y = g_array_index (self->met, double, i);
      count += y > MIN (low, high) && y < MAX (low, high);
    }
  return count;
}

/* Along each lane of a column, from the middle of the gap before it to that of the gap behind. */
static void
charge_lanes (Passage *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      Column *column = &self->columns[c];
      double left = c == 0 ? column->left : ((column - 1)->right + column->left) / 2;
      double right = c + 1 == self->n_columns ? column->right : (column->right + (column + 1)->left) / 2;

      for (guint i = 0; i < column->n_lanes; i++)
        {
          column->tolls[i] = 0;
          if (self->web == NULL)
            continue;
          g_array_set_size (self->met, 0);
          tl_web_collect (self->web, (TlPlace){ left, column->lanes[i] }, (TlPlace){ right, column->lanes[i] },
                          self->route->edge, self->met);
          column->tolls[i] = TL_COST_CROSSING_BACK * self->met->len;
        }
    }
}

static void
go_on (Passage *self, Column *from, Column *to)
{
  count_crossed (self, from, to);
  meet_in_gap (self, from, to);
  for (guint j = 0; j < to->n_lanes; j++)
    {
      to->costs[j] = G_MAXDOUBLE;
      for (guint i = 0; i < from->n_lanes; i++)
        {
          double off = fabs (from->lanes[i] - to->lanes[j]);
          double cost = from->costs[i] + off + (off > 0.5 ? 2 * TL_COST_BEND : 0)
                        + TL_COST_CROSSING * count_turned (self, i, j, from->n_lanes, to->n_lanes)
                        + TL_COST_CROSSING_BACK * count_met (self, from->lanes[i], to->lanes[j]) + to->tolls[j];

          if (cost >= to->costs[j])
            continue;
          to->costs[j] = cost;
          to->before[j] = i;
        }
    }
}

/* Returns: whether the way has few enough bends */
static gboolean
write_way (const Passage *self)
{
  guint lanes[MOST_COLUMNS + 2] = { 0 };
  TlRoute *route = self->route;
  double y = route->exit_at;

  for (guint c = self->n_columns - 1; c > 0; c--)
    lanes[c - 1] = self->columns[c].before[lanes[c]];
  route->n_bends = 0;
  for (guint c = 1; c < self->n_columns; c++)
    {
      const Column *column = &self->columns[c];

      if (fabs (column->lanes[lanes[c]] - y) <= 0.5)
        continue;
      if (route->n_bends + 2 > TL_MOST_BENDS)
        return FALSE;
      y = column->lanes[lanes[c]];
      route->bends[route->n_bends++] = ((column - 1)->right + column->left) / 2;
      route->bends[route->n_bends++] = y;
    }
  /* The last lane is the head's own dock. */
  route->straight = route->n_bends == 0;
  route->n_bends -= route->straight ? 0 : 1;
  route->entry_at = route->straight ? route->exit_at : route->entry_at;
  return TRUE;
}

/**
 * tl_passage_find:
 * @grid: the boxes that stand there
 * @toll: the other edges
 * @web: (nullable): the same, as far as it is known how they run
 * @route: a route whose head is right of its tail, with both ends; takes the way
 * @seen: is made to enclose where boxes and edges matter to it
 * @cost: (out): its length, its bends and whom it crosses, if one was found
 *
 * Returns: whether there is a way
 */
TlPassage
tl_passage_find (TlBoxGrid *grid, const TlToll *toll, TlWeb *web, TlRoute *route, TlBox *seen, double *cost)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  g_autoptr (GArray) crossed = g_array_new (FALSE, FALSE, sizeof (TlCrossed));
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree Column *columns = NULL;
  g_autofree Passage *self = NULL;
  double left = route->from.x + route->from.width;
  double top = MIN (route->exit_at, route->entry_at) - REACH;
  TlBox area = { left, top, route->to.x - left, fabs (route->exit_at - route->entry_at) + 2 * REACH };

  tl_box_enclose (seen, &area);
  tl_box_grid_collect (grid, area, TL_GRID_CROWD, boxes);
  if (boxes->len == 0)
    return TL_PASSAGE_NONE;
  columns = g_new (Column, MOST_COLUMNS + 2);
  self = g_new (Passage, 1);
  self->route = route;
  self->toll = toll;
  self->web = web;
  self->met = met;
  self->boxes = boxes;
  self->crossed = crossed;
  self->area = area;
  self->columns = columns;
  self->n_columns = 0;
  if (!find_columns (self))
    return TL_PASSAGE_BARRED;
  charge_lanes (self);
  columns[0].costs[0] = 0;
  for (guint c = 1; c < self->n_columns; c++)
    go_on (self, &columns[c - 1], &columns[c]);
  *cost = route->to.x - left + columns[self->n_columns - 1].costs[0];
  return write_way (self) ? TL_PASSAGE_FOUND : TL_PASSAGE_BARRED;
}
