/* badge.h: the letter of a bucket on its colour, alone: what steps and demands carry in lists. */
#pragma once

#include "paint/theme.h"

G_BEGIN_DECLS

void tl_badge_paint (const TlTheme *theme, cairo_t *cr, TlBucket bucket, double size);

G_END_DECLS
