/* flow-look.c: the colours of a step as a lens shows it. */
#include "paint/flow-look.h"

#include <math.h>

#include "paint/role-look.h"
#include "paint/step-words.h"

/* One hue from pale to strong for hours and one for waiting: neither is a bucket's, and both become
 * steadily darker (on a dark ground lighter), so that grey print keeps the order. */
static const TlColour hours_light = { 0x54 / 255.0, 0x27 / 255.0, 0x8f / 255.0, 1 };
static const TlColour hours_dark = { 0xbd / 255.0, 0xa4 / 255.0, 0xf0 / 255.0, 1 };
static const TlColour wait_light = { 0x08 / 255.0, 0x51 / 255.0, 0x9c / 255.0, 1 };
static const TlColour wait_dark = { 0x8c / 255.0, 0xc8 / 255.0, 0xf5 / 255.0, 1 };

/**
 * tl_lens_shade:
 * @theme: the theme
 * @lens: %TL_LENS_HOURS or %TL_LENS_WAIT
 * @part: of the largest, 0..1
 *
 * Returns: the ground of a step that has so much of it
 */
TlColour
tl_lens_shade (const TlTheme *theme, TlLens lens, double part)
{
  TlColour surface = tl_theme_ink (theme, TL_INK_SURFACE);
  const TlColour *hue;

  if (lens == TL_LENS_WAIT)
    hue = theme->dark ? &wait_dark : &wait_light;
  else
    hue = theme->dark ? &hours_dark : &hours_light;
  /* The rest of the contrast is what 7 : 1 for the text needs. */
  return tl_colour_mix (&surface, hue, part * (theme->high_contrast ? 0.3 : 0.92));
}

static TlStepLook
class_look (const TlFlowBrush *brush, const TlStep *step)
{
  TlBucket bucket = tl_step_bucket (step);
  TlColour surface = tl_theme_ink (brush->theme, TL_INK_SURFACE);
  TlStepLook look = {
    .edge = tl_theme_bucket (brush->theme, bucket),
    .hatch = bucket,
    .ground = tl_theme_bucket_tint (brush->theme, bucket),
    .ink = tl_theme_ink (brush->theme, TL_INK_TEXT),
    .quiet = tl_theme_ink (brush->theme, TL_INK_QUIET),
  };

  look.far = tl_colour_mix (&surface, &look.edge, 0.45);
  return look;
}

/* The river is what is looked at; steps are banks. */
static TlStepLook
river_look (const TlFlowBrush *brush, const TlStep *step)
{
  TlStepLook look = class_look (brush, step);
  TlColour surface = tl_theme_ink (brush->theme, TL_INK_SURFACE);
  TlColour line = tl_theme_ink (brush->theme, TL_INK_LINE);

  look.edge = look.ground = surface;
  look.hatch = TL_N_BUCKETS;
  look.far = tl_colour_mix (&surface, &line, 0.45);
  return look;
}

static TlStepLook
shaded_look (const TlFlowBrush *brush, const TlStep *step)
{
  double most = brush->lens->most;
  double part = most > 0 ? tl_flow_lens_measure (brush->lens, step) / most : 0;
  TlColour ground = tl_lens_shade (brush->theme, brush->lens->lens, part);
  TlColour ink = tl_theme_text_on (&ground);

  return (
      TlStepLook){ .edge = ground, .hatch = TL_N_BUCKETS, .ground = ground, .far = ground, .ink = ink, .quiet = ink };
}

static TlStepLook
role_look (const TlFlowBrush *brush, const TlStep *step)
{
  int place = tl_flow_lens_role (brush->lens, step->role);
  TlColour surface = tl_theme_ink (brush->theme, TL_INK_SURFACE);
  TlStepLook look = class_look (brush, step);

  look.edge = tl_role_colour (brush->theme, place);
  look.hatch = tl_role_hatch (place);
  look.ground = tl_role_tint (brush->theme, place);
  look.far = tl_colour_mix (&surface, &look.edge, 0.7);
  look.quiet = look.ink;
  return look;
}

/**
 * tl_step_look:
 * @brush: a brush
 * @step: a step
 *
 * Returns: its colours under the brush's lens
 */
TlStepLook
tl_step_look (const TlFlowBrush *brush, const TlStep *step)
{
  switch (brush->lens->lens)
    {
    case TL_LENS_RIVER:
      return river_look (brush, step);
    case TL_LENS_HOURS:
    case TL_LENS_WAIT:
      return shaded_look (brush, step);
    case TL_LENS_ROLE:
      return role_look (brush, step);
    case TL_LENS_CLASS:
    case TL_N_LENSES:
    default:
      return class_look (brush, step);
    }
}
