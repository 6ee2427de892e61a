#include "paint/bar.h"

#include <math.h>

/* Letters fill at most this part of a bar's height. */
#define LETTERS_OF_BAR 0.62
#define PAD 7.0

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

/* The longest text for a part that it has room for; NULL where even the letter has none. */
static TlLabel *
measure_part (TlScene *scene,
              const TlLabelStyle *style,
              TlBucket bucket,
              const char *words,
              double room)
{
  const char *letter = tl_theme_bucket_letter (bucket);
  g_autofree char *long_text = words ? g_strdup_printf ("%s  %s", letter, words) : NULL;
  TlLabel *label = tl_scene_measure (scene, style, long_text ? long_text : letter, 0);

  if (label->width > room && long_text)
    {
      tl_label_free (label);
      label = tl_scene_measure (scene, style, letter, 0);
    }
  if (label->width > room)
    g_clear_pointer (&label, tl_label_free);
  return label;
}

static void
add_part_text (TlScene *scene, TlBucket bucket, const char *words, const TlBox *box)
{
  TlColour ground = tl_theme_bucket (&scene->theme, bucket);
  TlColour ink = tl_theme_text_on (&ground);
  double size = MIN (TL_SIZE_TEXT, box->height / scene->theme.scale * LETTERS_OF_BAR);
  TlLabelStyle style = { .size = size, .bold = TRUE, .colour = &ink };
  double pad = tl_scene_unit (scene, PAD);
  TlLabel *label;
  TlBox plate;

  if (tl_scene_unit (scene, size) < TL_LEAST_LETTERS - 0.01)
    return;
  label = measure_part (scene, &style, bucket, words, box->width - 2 * pad);
  if (!label)
    return;
  plate = (TlBox){ box->x + (box->width - label->width) / 2 - pad / 2,
                   box->y + (box->height - label->height) / 2, label->width + pad, label->height };
  plate.y = MAX (plate.y, box->y);
  plate.height = MIN (plate.height, box->height);
  tl_scene_add_block (scene, &ground, &plate, pad / 2);
  tl_scene_place (scene, label, plate.x + pad / 2, box->y + (box->height - label->height) / 2);
}

/* Work is solid, waiting is empty: nothing happens in it. */
static void
add_time_part (TlScene *scene, TlBarPart part, const TlBox *box)
{
  TlColour work = tl_theme_ink (&scene->theme, TL_INK_TEXT);
  TlColour wait = tl_theme_ink (&scene->theme, TL_INK_FAINT);

  if (part == TL_PART_WORK)
    {
      tl_scene_add_block (scene, &work, box, 0);
      return;
    }
  tl_scene_add_block (scene, &wait, box, 0);
  tl_scene_add_outline (scene, TL_INK_LINE, box, FALSE);
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
      TlBox box = { right, place->box.y, 0, place->box.height };

      if (!(row->parts[i] > 0))
        continue;
      value += row->parts[i];
      right = place_x (place, value);
      box.width = right - box.x;
      if (i >= TL_N_BUCKETS)
        {
          /* Work of minutes beside waits of weeks would vanish: it stays a hair, never nothing. */
          box.width = MAX (box.width, 1);
          add_time_part (scene, i, &box);
          continue;
        }
      if (box.width <= 0)
        continue;
      tl_scene_add_bucket (scene, i, &box);
      add_part_text (scene, i, words, &box);
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
