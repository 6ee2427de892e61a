/* flow-look.h: the colours of a step as a lens shows it. Private to the flow picture. */
#pragma once

#include "paint/flow-brush.h"

G_BEGIN_DECLS

/**
 * TlStepLook:
 * @edge: colour of its left edge, and of its outline
 * @hatch: the bucket whose hatch the edge has
 * @ground: behind its text
 * @far: of the whole step where the picture is too small for text
 * @ink: of its name; reads on @ground
 * @quiet: of the rest
 */
typedef struct
{
  TlColour edge;
  TlBucket hatch;
  TlColour ground;
  TlColour far;
  TlColour ink;
  TlColour quiet;
} TlStepLook;

TlStepLook tl_step_look (const TlFlowBrush *brush, const TlStep *step);
TlColour tl_lens_shade (const TlTheme *theme, TlLens lens, double part);

G_END_DECLS
