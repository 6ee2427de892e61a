/* svg-titles.h: what a picture in SVG says to who can't see it, or points at it. */
#pragma once

#include "paint/chart.h"

G_BEGIN_DECLS

GBytes *tl_svg_add_titles (GBytes *svg, TlChart *chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
