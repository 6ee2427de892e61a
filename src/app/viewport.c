#include "app/viewport.h"

#include <math.h>

/**
 * tl_viewport_to_flow:
 * @self: a viewport
 * @x: in the widget
 * @y: in the widget
 *
 * Returns: the place in the flow that lies there
 */
TlPlace
tl_viewport_to_flow (const TlViewport *self, double x, double y)
{
  return (TlPlace){ (x - self->x) / self->zoom, (y - self->y) / self->zoom };
}

/**
 * tl_viewport_to_widget:
 * @self: a viewport
 * @place: in the flow
 *
 * Returns: where it lies in the widget
 */
TlPlace
tl_viewport_to_widget (const TlViewport *self, TlPlace place)
{
  return (TlPlace){ place.x * self->zoom + self->x, place.y * self->zoom + self->y };
}

/**
 * tl_viewport_box_to_widget:
 * @self: a viewport
 * @box: in the flow
 *
 * Returns: the same box in the widget
 */
TlBox
tl_viewport_box_to_widget (const TlViewport *self, const TlBox *box)
{
  TlPlace at = tl_viewport_to_widget (self, (TlPlace){ box->x, box->y });

  return (TlBox){ at.x, at.y, box->width * self->zoom, box->height * self->zoom };
}

/**
 * tl_viewport_visible:
 * @self: a viewport
 * @width: of the widget
 * @height: of the widget
 *
 * Returns: the part of the flow that is seen
 */
TlBox
tl_viewport_visible (const TlViewport *self, double width, double height)
{
  TlPlace at = tl_viewport_to_flow (self, 0, 0);

  return (TlBox){ at.x, at.y, width / self->zoom, height / self->zoom };
}

/**
 * tl_viewport_zoom_at:
 * @self: a viewport
 * @factor: above 1 to come nearer
 * @x: in the widget: what lies there stays there
 * @y: in the widget
 */
void
tl_viewport_zoom_at (TlViewport *self, double factor, double x, double y)
{
  TlPlace fixed = tl_viewport_to_flow (self, x, y);

  self->zoom = CLAMP (self->zoom * factor, MIN (TL_ZOOM_LEAST, self->zoom), TL_ZOOM_MOST);
  self->x = x - fixed.x * self->zoom;
  self->y = y - fixed.y * self->zoom;
}

/**
 * tl_viewport_pan:
 * @self: a viewport
 * @dx: how far the flow moves to the right, in widget units
 * @dy: how far it moves down
 */
void
tl_viewport_pan (TlViewport *self, double dx, double dy)
{
  self->x += dx;
  self->y += dy;
}

/**
 * tl_viewport_fit:
 * @self: a viewport
 * @bounds: in the flow; nothing happens where it is empty
 * @width: of the widget
 * @height: of the widget
 * @margin: to leave on each side, in widget units
 * @most: no larger than this
 *
 * Shows all of @bounds in the middle, however small.
 */
void
tl_viewport_fit (TlViewport *self, const TlBox *bounds, double width, double height, double margin, double most)
{
  /* Where there is hardly room at all the margin is of no use. */
  double across = MAX (width - 2 * margin, width / 4) / bounds->width;
  double down = MAX (height - 2 * margin, height / 4) / bounds->height;

  if (!(bounds->width > 0 && bounds->height > 0) || width <= 0 || height <= 0)
    return;
  self->zoom = MIN (MIN (across, down), most);
  self->x = width / 2 - (bounds->x + bounds->width / 2) * self->zoom;
  self->y = height / 2 - (bounds->y + bounds->height / 2) * self->zoom;
}

/**
 * tl_viewport_between:
 * @from: a viewport
 * @to: another
 * @part: 0 for @from, 1 for @to
 *
 * The place that both show at the same spot stays at that spot.
 *
 * Returns: a viewport on the way
 */
TlViewport
tl_viewport_between (const TlViewport *from, const TlViewport *to, double part)
{
  double zoom = from->zoom * pow (to->zoom / from->zoom, part);
  double way = fabs (to->zoom - from->zoom) > from->zoom * 1e-6 ? (zoom - from->zoom) / (to->zoom - from->zoom) : part;

  if (part >= 1)
    return *to;
  return (TlViewport){ zoom, from->x + (to->x - from->x) * way, from->y + (to->y - from->y) * way };
}

/* How far a stretch must move to lie within the room; its beginning wins where it is too long. */
static double
shift (double start, double length, double room, double margin)
{
  if (start < margin || length > room - 2 * margin)
    return margin - start;
  if (start + length > room - margin)
    return room - margin - start - length;
  return 0;
}

/**
 * tl_viewport_reveal:
 * @self: a viewport
 * @box: in the flow
 * @width: of the widget
 * @height: of the widget
 * @margin: to keep free, in widget units
 *
 * Pans as little as needed for @box to be seen.
 *
 * Returns: whether it had to
 */
gboolean
tl_viewport_reveal (TlViewport *self, const TlBox *box, double width, double height, double margin)
{
  TlBox seen = tl_viewport_box_to_widget (self, box);
  double dx = shift (seen.x, seen.width, width, margin);
  double dy = shift (seen.y, seen.height, height, margin);

  tl_viewport_pan (self, dx, dy);
  return dx != 0 || dy != 0;
}

/* How far a stretch must move so as not to leave room empty that it could fill; all of it lies within where it can. */
static double
shift_to_fill (double start, double length, double room, double margin)
{
  double end = start + length;

  if (length <= room - 2 * margin)
    return shift (start, length, room, margin);
  if (start > margin)
    return margin - start;
  return end < room - margin ? room - margin - end : 0;
}

/**
 * tl_viewport_fill:
 * @self: a viewport
 * @box: in the flow: all there is to see
 * @width: of the widget
 * @height: of the widget
 * @margin: to keep free, in widget units
 *
 * Pans as little as needed for @box to fill the widget, or to be seen as a whole where it is smaller than that.
 */
void
tl_viewport_fill (TlViewport *self, const TlBox *box, double width, double height, double margin)
{
  TlBox seen = tl_viewport_box_to_widget (self, box);

  tl_viewport_pan (self, shift_to_fill (seen.x, seen.width, width, margin),
                   shift_to_fill (seen.y, seen.height, height, margin));
}

/**
 * tl_viewport_centre:
 * @self: a viewport
 * @box: in the flow
 * @x: in the widget: where its middle goes
 * @y: in the widget
 */
void
tl_viewport_centre (TlViewport *self, const TlBox *box, double x, double y)
{
  self->x = x - (box->x + box->width / 2) * self->zoom;
  self->y = y - (box->y + box->height / 2) * self->zoom;
}

/**
 * tl_viewport_sees:
 * @self: a viewport
 * @box: in the flow
 * @width: of the widget
 * @height: of the widget
 *
 * Returns: whether any of @box is in sight
 */
gboolean
tl_viewport_sees (const TlViewport *self, const TlBox *box, double width, double height)
{
  TlBox seen = tl_viewport_box_to_widget (self, box);

  return seen.x < width && seen.y < height && seen.x + seen.width > 0 && seen.y + seen.height > 0;
}

/**
 * tl_viewport_pull:
 * @at: where something is dragged, along one axis of the widget
 * @room: how long the widget is along it
 * @zone: from each border inwards
 *
 * How fast the sheet moves under what is dragged near a border: hardly where the zone begins, so that who only comes
 * near can still stop, and at the border as far in two seconds as is seen at once.
 *
 * Returns: in widget units a second; below 0 where the sheet goes back, which brings what lies behind the far border
 */
double
tl_viewport_pull (double at, double room, double zone)
{
  double before = CLAMP ((zone - at) / zone, 0, 1);
  double behind = CLAMP ((at - room + zone) / zone, 0, 1);

  if (room < 4 * zone)
    return 0;
  return (before * before - behind * behind) * room / 2;
}
