#include "paint/bar.h"

#include <math.h>

#include "paint/bar-text.h"

static double
place_x (const TlBarPlace *place, double value)
{
  return round (place->box.x + tl_axis_place (place->axis, value) * place->box.width);
}

static guint
count_parts (const TlBarRow *row)
{
  guint n = 0;

  for (int i = 0; i < TL_N_PARTS; i++)
    n += row->parts[i] > 0;
  return n;
}

/* Work is solid, waiting is empty: nothing happens in it. What is not told apart is neither. */
static void
add_time_part (TlScene *scene, TlBarPart part, const TlBox *box)
{
  TlColour work = tl_theme_ink (&scene->theme, TL_INK_TEXT);
  TlColour wait = tl_theme_ink (&scene->theme, TL_INK_FAINT);
  TlColour mixed = tl_theme_ink (&scene->theme, TL_INK_ACCENT);

  if (part != TL_PART_WAIT)
    {
      tl_scene_add_block (scene, part == TL_PART_WORK ? &work : &mixed, box, 0);
      return;
    }
  tl_scene_add_block (scene, &wait, box, 0);
  tl_scene_add_outline (scene, TL_INK_LINE, box, FALSE);
}

/* The side with more room, where the line of what is available crosses a part: letters under a line
 * can't be read. */
static TlBox
beside_line (TlScene *scene, const TlBarRow *row, const TlBarPlace *place, const TlBox *part)
{
  double line = place_x (place, row->available);
  double gap = tl_scene_unit (scene, 3);
  double right = part->x + part->width;
  TlBox box = *part;

  if (!(row->available > 0) || line <= part->x - gap || line >= right + gap)
    return box;
  if (line - part->x > right - line)
    box.width = MAX (0, MIN (right, line - gap) - part->x);
  else
    {
      box.x = MAX (part->x, line + gap);
      box.width = MAX (0, right - box.x);
    }
  return box;
}

static void
add_boundary (TlScene *scene, double x, const TlBox *box)
{
  tl_scene_add_line (scene, TL_INK_GROUND, 1.5, x, box->y, x, box->y + box->height);
}

static double
add_parts (TlScene *scene, const TlBarRow *row, const TlBarPlace *place)
{
  double value = row->from;
  double right = place_x (place, value);
  gboolean alone = count_parts (row) == 1;

  for (int i = 0; i < TL_N_PARTS; i++)
    {
      g_autofree char *words = place->words && !alone ? place->words (row->parts[i]) : NULL;
      TlBarText text = { i, words, place->names, alone && !place->names };
      TlBox box = { right, place->box.y, 0, place->box.height };
      TlBox writing;

      if (!(row->parts[i] > 0))
        continue;
      value += row->parts[i];
      right = place_x (place, value);
      box.width = right - box.x;
      if (i >= TL_N_LOOKS)
        {
          /* Work of minutes beside waits of weeks would vanish: it stays a hair, never nothing. */
          box.width = MAX (box.width, 1);
          box.x = MIN (box.x, place->box.x + place->box.width - box.width);
          add_time_part (scene, i, &box);
          continue;
        }
      if (box.width <= 0)
        continue;
      tl_scene_add_bucket (scene, i, &box);
      writing = beside_line (scene, row, place, &box);
      tl_bar_text_add (scene, &text, &writing);
      if (box.x > place->box.x && box.width > tl_scene_unit (scene, 5))
        add_boundary (scene, box.x, &box);
    }
  return right;
}

/* The hours there are: an outline as far as they go; where more are used, a line across the bar. */
static double
add_available (TlScene *scene, const TlBarRow *row, const TlBarPlace *place, double right)
{
  double end = place_x (place, row->available);
  double out = tl_scene_unit (scene, 5);
  const TlBox *box = &place->box;
  TlBox spare = { right, box->y, end - right, box->height };

  if (end >= right)
    {
      if (spare.width > 1)
        tl_scene_add_outline (scene, TL_INK_LINE, &spare, TRUE);
      return end;
    }
  tl_scene_add_line (scene, TL_INK_GROUND, 6, end, box->y - out, end, box->y + box->height + out);
  tl_scene_add_line (scene, TL_INK_TEXT, 3, end, box->y - out, end, box->y + box->height + out);
  return right;
}

/**
 * tl_bar_add:
 * @scene: a scene
 * @row: what the bar shows
 * @place: where, and how it scales
 *
 * Returns: where the bar ends
 */
double
tl_bar_add (TlScene *scene, const TlBarRow *row, const TlBarPlace *place)
{
  double right = add_parts (scene, row, place);

  return row->available > 0 ? add_available (scene, row, place, right) : right;
}
