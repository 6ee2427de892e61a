/* strip.h: the live bar of where the hours go, with the headline; lives at the bottom of pages. */
#pragma once

#include "paint/chart.h"
#include "paint/scene.h"

G_BEGIN_DECLS

double tl_strip_height (const TlTheme *theme);
TlScene *tl_strip_lay_out (const TlSubject *subject, const TlTheme *theme, double width, double height)
    G_GNUC_WARN_UNUSED_RESULT;
void tl_strip_paint (const TlSubject *subject, const TlTheme *theme, cairo_t *cr, double width, double height);

G_END_DECLS
