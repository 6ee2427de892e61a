#include "paint/slide-parts.h"

#include <math.h>

/* So much smaller is tried next where a text does not fit. */
#define SHRINK 0.9
#define GAP 14.0

/**
 * tl_slide_scale:
 * @width: of the screen
 * @height: of the screen
 *
 * Returns: the scale of a slide on that screen; one that stands upright counts as wide as it is
 */
double
tl_slide_scale (double width, double height)
{
  return MAX (MIN (height, width * 0.75) / TL_SLIDE_HEIGHT, 1e-3);
}

/**
 * tl_slide_least_letters:
 * @width: of the screen
 * @height: of the screen
 *
 * Returns: the size of the smallest letters on a slide, in the screen's units
 */
double
tl_slide_least_letters (double width, double height)
{
  return TL_SIZE_SMALL * tl_slide_scale (width, height);
}

/**
 * tl_slide_scene:
 * @theme: light or dark
 * @width: of the screen
 * @height: of the screen
 *
 * Returns: (transfer full): an empty slide
 */
TlScene *
tl_slide_scene (const TlTheme *theme, double width, double height)
{
  TlScene *scene = tl_scene_new (theme, tl_slide_scale (width, height), width, height);

  scene->least = tl_slide_least_letters (width, height);
  return scene;
}

/**
 * tl_slide_body:
 * @scene: a slide
 *
 * Returns: what lies within the margins, and over the foot
 */
TlBox
tl_slide_body (const TlScene *scene)
{
  double margin = tl_scene_unit (scene, TL_SLIDE_MARGIN);
  double foot = tl_scene_unit (scene, TL_SLIDE_FOOT);

  return (TlBox){ margin, margin * 0.8, MAX (1, scene->width - 2 * margin),
                  MAX (1, scene->height - margin * 0.8 - foot) };
}

/**
 * tl_slide_fit:
 * @scene: a slide
 * @style: how the text looks at its largest; how many lines it has then does not count
 * @text: what it says
 * @least_size: how small its letters may become
 * @width: that there is
 * @height: that there is
 *
 * Returns: (transfer full): the text as large as it fits into the room, shortened only where the
 *   smallest letters do not
 */
TlLabel *
tl_slide_fit (TlScene *scene,
              const TlLabelStyle *style,
              const char *text,
              double least_size,
              double width,
              double height)
{
  TlLabelStyle tried = *style;
  TlLabel *label;

  for (;;)
    {
      double line = tl_scene_unit (scene, tried.size) * 1.3;

      tried.lines = MAX (1, (int) floor (height / line));
      label = tl_scene_measure (scene, &tried, text, width);
      while (label->height > height && tried.lines > 1)
        {
          tl_label_free (label);
          tried.lines--;
          label = tl_scene_measure (scene, &tried, text, width);
        }
      if ((!label->whole && label->height <= height) || tried.size <= least_size)
        return label;
      tl_label_free (label);
      tried.size = MAX (tried.size * SHRINK, least_size);
    }
}

/**
 * tl_slide_add_heading:
 * @scene: a slide
 * @caption: (nullable): what the slide is about, small above
 * @heading: what it has found
 *
 * Returns: where the heading ends, with a gap
 */
double
tl_slide_add_heading (TlScene *scene, const char *caption, const char *heading)
{
  TlLabelStyle small = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  TlLabelStyle large = { .size = TL_SLIDE_HEADING, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
  TlBox body = tl_slide_body (scene);
  double y = body.y;
  TlLabel *label;

  if (caption)
    {
      label = tl_scene_measure (scene, &small, caption, body.width);
      tl_scene_place (scene, label, body.x, y);
      y += label->height + tl_scene_unit (scene, 4);
    }
  label = tl_slide_fit (scene, &large, heading, TL_SIZE_TEXT, body.width, body.height * 0.24);
  tl_scene_place (scene, label, body.x, y);
  return y + label->height + tl_scene_unit (scene, GAP);
}
