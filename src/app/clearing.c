#include "app/clearing.h"

#include <math.h>

/* So much smaller is tried next. */
#define SHRINK 0.97
/* Places that are tried along each axis: the middle, then farther and farther from it. */
#define PLACES 4
/* Between a cover and what it must not cover, in widget units. */
#define AIR 4.0
/* With more than this it takes too long to look for gaps. */
#define MOST_BOXES 3000

static TlBox
box_to_flow (const TlViewport *view, const TlBox *box)
{
  TlPlace at = tl_viewport_to_flow (view, box->x - AIR, box->y - AIR);

  return (TlBox){ at.x, at.y, (box->width + 2 * AIR) / view->zoom, (box->height + 2 * AIR) / view->zoom };
}

/**
 * tl_clearing_is_clear:
 * @self: what is to be seen
 * @view: how it is shown
 * @covers: (array length=n_covers): what lies over the room, in widget units; empty ones do not count
 *
 * Returns: whether none of them lies over what must not be covered
 */
gboolean
tl_clearing_is_clear (const TlClearing *self, const TlViewport *view, const TlBox *covers, guint n_covers)
{
  for (guint i = 0; i < n_covers; i++)
    {
      TlBox cover = box_to_flow (view, &covers[i]);

      if (covers[i].width <= 0 || !tl_boxes_meet (&cover, &self->bounds))
        continue;
      for (guint b = 0; b < self->boxes->len; b++)
        if (tl_boxes_meet (&cover, &g_array_index (self->boxes, TlBox, b)))
          return FALSE;
    }
  return TRUE;
}

/* ---- without looking for gaps: what is left of the room beside and between the covers ---- */

static void
fit_into (const TlClearing *self, const TlBox *room, TlViewport *view)
{
  tl_viewport_fit (view, &self->bounds, MAX (room->width, 1), MAX (room->height, 1), self->margin, self->most);
  tl_viewport_centre (view, &self->bounds, room->x + room->width / 2, room->y + room->height / 2);
}

/* Takes away the row of a cover, or its column. */
static void
cut (TlBox *room, const TlBox *cover, gboolean row)
{
  double right = room->x + room->width, bottom = room->y + room->height;

  if (cover->width <= 0)
    return;
  if (row && cover->y + cover->height / 2 > room->y + room->height / 2)
    bottom = MIN (bottom, cover->y);
  else if (row)
    room->y = MAX (room->y, cover->y + cover->height);
  else if (cover->x + cover->width / 2 > room->x + room->width / 2)
    right = MIN (right, cover->x);
  else
    room->x = MAX (room->x, cover->x + cover->width);
  room->width = right - room->x;
  room->height = bottom - room->y;
}

static void
fit_beside (const TlClearing *self, const TlBox *covers, guint n_covers, TlViewport *view)
{
  view->zoom = 0;
  for (guint ways = 0; ways < 1u << n_covers; ways++)
    {
      TlBox room = { 0, 0, self->width, self->height };
      TlViewport tried = *view;

      for (guint i = 0; i < n_covers; i++)
        cut (&room, &covers[i], !(ways & 1u << i));
      fit_into (self, &room, &tried);
      if (tried.zoom > view->zoom)
        *view = tried;
    }
}

/* ---- gaps ---- */

/* Looks for a place at this zoom, from the middle outwards. */
static gboolean
find_gap (const TlClearing *self, const TlBox *covers, guint n_covers, double zoom, TlViewport *view)
{
  double free_x = MAX (self->width - self->bounds.width * zoom - 2 * self->margin, 0) / 2;
  double free_y = MAX (self->height - self->bounds.height * zoom - 2 * self->margin, 0) / 2;
  double least = G_MAXDOUBLE;

  for (int i = -PLACES; i <= PLACES; i++)
    for (int j = -PLACES; j <= PLACES; j++)
      {
        TlViewport tried = { zoom, 0, 0 };
        double dx = free_x * i / PLACES, dy = free_y * j / PLACES;

        if (hypot (dx, dy) >= least)
          continue;
        tl_viewport_centre (&tried, &self->bounds, self->width / 2 + dx, self->height / 2 + dy);
        if (!tl_clearing_is_clear (self, &tried, covers, n_covers))
          continue;
        least = hypot (dx, dy);
        *view = tried;
      }
  return least < G_MAXDOUBLE;
}

/**
 * tl_clearing_fit:
 * @self: what is to be seen
 * @covers: (array length=n_covers): what lies over the room, near its border, in widget units; empty ones do not count
 * @n_covers: at most a few
 * @view: (out): how it is shown
 *
 * Shows all of it as large as it goes while nothing that must not be covered is covered; as near to the middle as
 * can be.
 */
void
tl_clearing_fit (const TlClearing *self, const TlBox *covers, guint n_covers, TlViewport *view)
{
  TlViewport beside = { 0 };
  TlBox room = { 0, 0, self->width, self->height };

  fit_into (self, &room, view);
  if (tl_clearing_is_clear (self, view, covers, n_covers))
    return;
  fit_beside (self, covers, n_covers, &beside);
  for (double zoom = view->zoom; self->boxes->len <= MOST_BOXES && zoom > beside.zoom; zoom *= SHRINK)
    if (find_gap (self, covers, n_covers, zoom, view))
      return;
  *view = beside;
}
