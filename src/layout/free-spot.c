#include "layout/free-spot.h"

#include "layout/box-grid.h"

/* What is left around each of them. */
#define ROOM 24.0
#define MOST_RINGS 40

static TlBox
extent_of (const TlFlowGeometry *geometry)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlBox *box = &g_array_index (geometry->steps, TlStepBox, i).box;

      left = MIN (left, box->x);
      top = MIN (top, box->y);
      right = MAX (right, box->x + box->width);
      bottom = MAX (bottom, box->y + box->height);
    }
  return geometry->steps->len ? (TlBox){ left, top, right - left, bottom - top } : (TlBox){ 0 };
}

static gboolean
is_free (const TlBoxGrid *grid, const TlFlowGeometry *guests, TlPlace by)
{
  for (guint i = 0; i < guests->steps->len; i++)
    {
      const TlBox *box = &g_array_index (guests->steps, TlStepBox, i).box;
      TlBox area = { box->x + by.x - ROOM, box->y + by.y - ROOM, box->width + 2 * ROOM, box->height + 2 * ROOM };

      if (!tl_box_grid_is_free (grid, area, TL_GRID_NOBODY, TL_GRID_NOBODY))
        return FALSE;
    }
  return TRUE;
}

/* Along one ring of places around the first, all at half a step's distance. */
static gboolean
search_ring (const TlBoxGrid *grid, const TlFlowGeometry *guests, TlPlace first, int ring, TlPlace *by)
{
  for (int row = -ring; row <= ring; row++)
    for (int column = -ring; column <= ring; column += ABS (row) == ring || ring == 0 ? 1 : 2 * ring)
      {
        /* Right and below before left and above: that is how a flow goes on. */
        by->x = first.x - column * TL_STEP_WIDTH / 2;
        by->y = first.y - row * TL_STEP_HEIGHT / 2;
        if (is_free (grid, guests, *by))
          return TRUE;
      }
  return FALSE;
}

/**
 * tl_free_spot:
 * @geometry: what is there
 * @guests: what comes, with at least one step
 * @wanted: where its middle shall be
 *
 * Looks at @wanted, then ever farther around it; where all is full, under everything.
 *
 * Returns: how far the steps of @guests have to be moved so that they stand as near to @wanted as they can
 *   without being over any other
 */
TlPlace
tl_free_spot (const TlFlowGeometry *geometry, const TlFlowGeometry *guests, TlPlace wanted)
{
  TlBox there = extent_of (geometry);
  TlBox come = extent_of (guests);
  g_autoptr (TlBoxGrid) grid = NULL;
  TlPlace first = { wanted.x - come.x - come.width / 2, wanted.y - come.y - come.height / 2 };
  TlPlace by = first;

  if (geometry->steps->len == 0)
    return first;
  grid = tl_box_grid_new (there, geometry->steps->len + geometry->chips->len);
  for (guint i = 0; i < geometry->steps->len; i++)
    tl_box_grid_add (grid, g_array_index (geometry->steps, TlStepBox, i).box, i);
  for (int ring = 0; ring <= MOST_RINGS; ring++)
    if (search_ring (grid, guests, first, ring, &by))
      return by;
  return (TlPlace){ there.x - come.x, there.y + there.height + TL_STEP_GAP_Y - come.y };
}
