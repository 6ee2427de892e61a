#include "paint/key.h"

#include <math.h>

#define GAP_INSIDE 8.0
#define GAP_BETWEEN 26.0
#define GAP_BELOW 14.0
#define ROW 26.0

/**
 * tl_key_add_swatch:
 * @scene: a scene
 * @bucket: what it shows
 * @box: where
 *
 * Adds colour, hatch and letter of @bucket. The letter stands on a plain plate, as hatch makes
 * small letters hard to read.
 */
void
tl_key_add_swatch (TlScene *scene, TlBucket bucket, const TlBox *box)
{
  TlColour ground = tl_theme_bucket (&scene->theme, bucket);
  TlColour ink = tl_theme_text_on (&ground);
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .bold = TRUE, .colour = &ink };
  TlLabel *letter = tl_scene_measure (scene, &style, tl_theme_bucket_letter (bucket), 0);
  double pad = tl_scene_unit (scene, 2);
  TlBox plate = { box->x + (box->width - letter->width) / 2 - pad, box->y + pad, letter->width + 2 * pad,
                  box->height - 2 * pad };

  tl_scene_add_bucket (scene, bucket, box);
  tl_scene_add_block (scene, &ground, &plate, pad);
  tl_scene_place (scene, letter, plate.x + pad, box->y + (box->height - letter->height) / 2);
}

/**
 * tl_key_add:
 * @scene: a scene
 * @wanted: which buckets
 * @place: left, top and width of where it goes; it wraps
 *
 * Returns: the height it takes, with the gap below
 */
double
tl_key_add (TlScene *scene, const gboolean wanted[TL_N_BUCKETS], const TlBox *place)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  double swatch = round (tl_scene_unit (scene, TL_SWATCH));
  double row = round (tl_scene_unit (scene, ROW));
  double gap = tl_scene_unit (scene, GAP_INSIDE);
  double x = place->x;
  double y = place->y;

  for (int i = 0; i < TL_N_BUCKETS; i++)
    {
      TlLabel *label;
      TlBox box;

      if (!wanted[i])
        continue;
      label = tl_scene_measure (scene, &style, tl_bucket_label (i), place->width - swatch - gap);
      if (x > place->x && x + swatch + gap + label->width > place->x + place->width)
        {
          x = place->x;
          y += row;
        }
      box = (TlBox){ x, y, swatch, swatch };
      tl_key_add_swatch (scene, i, &box);
      tl_scene_place (scene, label, x + swatch + gap, y + (swatch - label->height) / 2);
      x += swatch + gap + label->width + tl_scene_unit (scene, GAP_BETWEEN);
    }
  return y + row + tl_scene_unit (scene, GAP_BELOW) - place->y;
}

/**
 * tl_key_height:
 * @scene: a scene
 * @wanted: which buckets
 * @width: of where it is to go
 *
 * Returns: the height that tl_key_add() would take
 */
double
tl_key_height (const TlScene *scene, const gboolean wanted[TL_N_BUCKETS], double width)
{
  g_autoptr (TlScene) scratch = tl_scene_new (&scene->theme, scene->theme.scale, scene->width, scene->height);

  return tl_key_add (scratch, wanted, &(TlBox){ 0, 0, width, 0 });
}
