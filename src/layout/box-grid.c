/* box-grid.c: boxes in a plane, and quick answers to what stands in an area. */
#include "layout/box-grid.h"

#include <math.h>

/* About the size of a step with its gap: most cells hold one box or none. */
#define CELL 160.0
#define MOST_CELLS_A_SIDE 2048.0

typedef struct
{
  TlBox box;
  guint number;
  guint asked; /* the last question in which it was met */
} Entry;

/* In each cell, a chain of indices into entries. */
typedef struct
{
  guint entry;
  guint next;
} Link;

struct _TlBoxGrid
{
  TlBox area;
  double cell_width;
  double cell_height;
  int columns;
  int rows;
  guint *first; /* of each cell: its first link + 1, or 0 */
  GArray *links;
  GArray *entries;
  TlBox extent; /* of all boxes, once there is one */
  guint question;
};

typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Cells;

/**
 * tl_box_grid_new:
 * @area: where most boxes will be; others cost more but are right
 * @about: how many boxes to expect
 *
 * Returns: (transfer full): an empty grid
 */
TlBoxGrid *
tl_box_grid_new (TlBox area, guint about)
{
  TlBoxGrid *grid = g_new0 (TlBoxGrid, 1);
  double most = MIN (MOST_CELLS_A_SIDE, 4.0 * about + 8);

  grid->area = area;
  grid->cell_width = MAX (CELL, area.width / most);
  grid->cell_height = MAX (CELL, area.height / most);
  grid->columns = 1 + (int) (area.width / grid->cell_width);
  grid->rows = 1 + (int) (area.height / grid->cell_height);
  /* Steps far apart in both directions would need a plane of empty cells. */
  while ((double) grid->columns * grid->rows > 64.0 * about + 1024)
    {
      grid->cell_width *= 2;
      grid->cell_height *= 2;
      grid->columns = 1 + (int) (area.width / grid->cell_width);
      grid->rows = 1 + (int) (area.height / grid->cell_height);
    }
  grid->first = g_new0 (guint, (gsize) grid->columns * (gsize) grid->rows);
  grid->links = g_array_new (FALSE, FALSE, sizeof (Link));
  grid->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return grid;
}

/**
 * tl_box_grid_free:
 * @grid: (transfer full): a grid
 */
void
tl_box_grid_free (TlBoxGrid *grid)
{
  g_free (grid->first);
  g_array_unref (grid->links);
  g_array_unref (grid->entries);
  g_free (grid);
}

/* What lies outside counts to the cells at the border, for boxes and questions alike. */
static Cells
cells_of (const TlBoxGrid *grid, const TlBox *box)
{
  double left = (box->x - grid->area.x) / grid->cell_width;
  double top = (box->y - grid->area.y) / grid->cell_height;
  double right = left + box->width / grid->cell_width;
  double bottom = top + box->height / grid->cell_height;

  return (Cells){
    (int) CLAMP (left, 0, grid->columns - 1),
    (int) CLAMP (top, 0, grid->rows - 1),
    (int) CLAMP (right, 0, grid->columns - 1),
    (int) CLAMP (bottom, 0, grid->rows - 1),
  };
}

/**
 * tl_box_grid_add:
 * @grid: a grid
 * @box: a box
 * @number: what to call it
 */
void
tl_box_grid_add (TlBoxGrid *grid, TlBox box, guint number)
{
  Entry entry = { box, number, 0 };
  Cells cells = cells_of (grid, &box);

  if (grid->entries->len == 0)
    grid->extent = box;
  tl_box_enclose (&grid->extent, &box);
  g_array_append_val (grid->entries, entry);
  for (int row = cells.top; row <= cells.bottom; row++)
    for (int column = cells.left; column <= cells.right; column++)
      {
        guint *first = &grid->first[(gsize) row * (gsize) grid->columns + (gsize) column];
        Link link = { grid->entries->len - 1, *first };

        g_array_append_val (grid->links, link);
        *first = grid->links->len;
      }
}

/**
 * tl_box_grid_is_free:
 * @grid: a grid
 * @area: a part of the plane
 * @except: number of boxes that don't matter, or %TL_GRID_NOBODY
 * @except_too: the same
 *
 * Returns: whether no other box stands in @area
 */
gboolean
tl_box_grid_is_free (const TlBoxGrid *grid, TlBox area, guint except, guint except_too)
{
  Cells cells = cells_of (grid, &area);

  if (tl_box_grid_is_far (grid, area))
    return TRUE;
  for (int row = cells.top; row <= cells.bottom; row++)
    for (int column = cells.left; column <= cells.right; column++)
      {
        guint at = grid->first[(gsize) row * (gsize) grid->columns + (gsize) column];

        while (at != 0)
          {
            const Link *link = &g_array_index (grid->links, Link, at - 1);
            const Entry *entry = &g_array_index (grid->entries, Entry, link->entry);

            if (entry->number != except && entry->number != except_too && tl_boxes_meet (&entry->box, &area))
              return FALSE;
            at = link->next;
          }
      }
  return TRUE;
}

/**
 * tl_box_grid_is_far:
 * @grid: a grid
 * @area: a part of the plane
 *
 * Returns: whether all boxes lie beside it, which is known at once; if not, some may meet it
 */
gboolean
tl_box_grid_is_far (const TlBoxGrid *grid, TlBox area)
{
  return grid->entries->len == 0 || !tl_boxes_meet (&grid->extent, &area);
}

/**
 * tl_box_grid_collect:
 * @grid: a grid
 * @area: a part of the plane
 * @most: of how many boxes one wants to know; in a crowd it takes long to look at all
 * @boxes: (element-type TlBox): to which each box that stands in @area is added, once
 */
void
tl_box_grid_collect (TlBoxGrid *grid, TlBox area, guint most, GArray *boxes)
{
  Cells cells = cells_of (grid, &area);
  guint full = boxes->len + most;

  grid->question++;
  for (int row = cells.top; row <= cells.bottom; row++)
    for (int column = cells.left; column <= cells.right; column++)
      {
        guint at = grid->first[(gsize) row * (gsize) grid->columns + (gsize) column];

        while (at != 0 && boxes->len < full)
          {
            const Link *link = &g_array_index (grid->links, Link, at - 1);
            Entry *entry = &g_array_index (grid->entries, Entry, link->entry);

            if (entry->asked != grid->question && tl_boxes_meet (&entry->box, &area))
              g_array_append_val (boxes, entry->box);
            entry->asked = grid->question;
            at = link->next;
          }
      }
}

/**
 * tl_box_grid_count:
 * @grid: a grid
 * @area: a part of the plane
 * @most: of how many boxes one wants to know
 * @except: number of boxes that don't matter, or %TL_GRID_NOBODY
 *
 * Returns: how many other boxes stand in @area, but no more than @most
 */
guint
tl_box_grid_count (TlBoxGrid *grid, TlBox area, guint most, guint except)
{
  Cells cells = cells_of (grid, &area);
  guint count = 0;

  if (tl_box_grid_is_far (grid, area))
    return 0;
  grid->question++;
  for (int row = cells.top; row <= cells.bottom; row++)
    for (int column = cells.left; column <= cells.right; column++)
      {
        guint at = grid->first[(gsize) row * (gsize) grid->columns + (gsize) column];

        while (at != 0 && count < most)
          {
            const Link *link = &g_array_index (grid->links, Link, at - 1);
            Entry *entry = &g_array_index (grid->entries, Entry, link->entry);

            if (entry->asked != grid->question && entry->number != except && tl_boxes_meet (&entry->box, &area))
              count++;
            entry->asked = grid->question;
            at = link->next;
          }
      }
  return count;
}

/**
 * tl_box_grid_numbers:
 * @grid: a grid
 * @area: a part of the plane
 * @numbers: (element-type guint): to which the number of each box that stands in @area is added, once a box
 */
void
tl_box_grid_numbers (TlBoxGrid *grid, TlBox area, GArray *numbers)
{
  Cells cells = cells_of (grid, &area);

  if (tl_box_grid_is_far (grid, area))
    return;
  grid->question++;
  for (int row = cells.top; row <= cells.bottom; row++)
    for (int column = cells.left; column <= cells.right; column++)
      {
        guint at = grid->first[(gsize) row * (gsize) grid->columns + (gsize) column];

        while (at != 0)
          {
            const Link *link = &g_array_index (grid->links, Link, at - 1);
            Entry *entry = &g_array_index (grid->entries, Entry, link->entry);

            if (entry->asked != grid->question && tl_boxes_meet (&entry->box, &area))
              g_array_append_val (numbers, entry->number);
            entry->asked = grid->question;
            at = link->next;
          }
      }
}
