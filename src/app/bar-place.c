#include "app/bar-place.h"

/* Of the bar's area: what it costs to stand at the next place instead of at the one before. */
#define LATER 0.03
/* So many times as bad. */
#define NEVER 100.0

/* Returns: how much of @boxes it would cover there, as a part of its own area */
static double
covered (const TlBox *bar, const GArray *boxes)
{
  double area = 0;

  for (guint i = 0; boxes && i < boxes->len; i++)
    {
      const TlBox *box = &g_array_index (boxes, TlBox, i);
      double width = MIN (bar->x + bar->width, box->x + box->width) - MAX (bar->x, box->x);
      double height = MIN (bar->y + bar->height, box->y + box->height) - MAX (bar->y, box->y);

      if (width > 0 && height > 0)
        area += width * height;
    }
  return area / (bar->width * bar->height);
}

static void
keep_in_room (const TlBarWish *wish, TlBox *bar)
{
  bar->x = CLAMP (bar->x, wish->room.x, MAX (wish->room.x, wish->room.x + wish->room.width - bar->width));
  bar->y = CLAMP (bar->y, wish->room.y, MAX (wish->room.y, wish->room.y + wish->room.height - bar->height));
}

/**
 * tl_bar_place:
 * @wish: how large it is, what it is for, and what is around
 *
 * Above what it is for, in the middle or along one of its ends; else below that; else beside it; else at the top or the
 * bottom of the room: the first place that covers nothing, or the one that covers least.
 *
 * Returns: its left upper corner
 */
TlPlace
tl_bar_place (const TlBarWish *wish)
{
  const TlBox *anchor = &wish->anchor;
  double right = anchor->x + anchor->width, bottom = anchor->y + anchor->height;
  double middle = (anchor->x + right - wish->width) / 2, half = (anchor->y + bottom - wish->height) / 2;
  double above = anchor->y - wish->height - wish->above, below = bottom + wish->below;
  const TlPlace places[] = {
    { middle, above },
    { middle, below },
    { anchor->x, above },
    { right - wish->width, above },
    { anchor->x, below },
    { right - wish->width, below },
    { right + wish->below, half },
    { anchor->x - wish->width - wish->below, half },
    { middle, wish->room.y },
    { middle, wish->room.y + wish->room.height - wish->height },
  };
  TlPlace best = places[0];
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      TlBox bar = { places[i].x, places[i].y, wish->width, wish->height };
      double cost;

      keep_in_room (wish, &bar);
      cost = i * LATER + covered (&bar, wish->rather_not) + NEVER * covered (&bar, wish->never);
      if (cost >= least)
        continue;
      least = cost;
      best = (TlPlace){ bar.x, bar.y };
    }
  return best;
}
