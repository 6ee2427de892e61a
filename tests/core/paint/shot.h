/* shot.h: what is painted of a flow, to be looked at pixel by pixel. */
#pragma once

#include "paint/flow-picture.h"

G_BEGIN_DECLS

/* Around what is painted. */
#define SHOT_MARGIN 40.0

/**
 * Shot:
 * @surface: in pixels of a point
 * @bounds: what it shows of the flow, within the margin
 */
typedef struct
{
  cairo_surface_t *surface;
  TlBox bounds;
} Shot;

extern const TlTheme shot_light;
extern const TlTheme shot_dark;

void shot_clear (Shot *shot);
Shot shot_new (TlStudy *study, const TlTheme *theme, double zoom, const TlFlowMarks *marks);
Shot shot_blank (TlBox bounds);
cairo_t *shot_pen (const Shot *shot);
void shot_paint (const Shot *shot, TlFlowPicture *picture, const TlFlowMarks *marks);

TlColour shot_colour (const Shot *shot, double x, double y);
double shot_difference (TlColour a, TlColour b);
gboolean shot_shows (const Shot *shot, TlBox area, TlColour colour);
guint shot_count_beyond (const Shot *a, const Shot *b, double limit);
guint shot_count_differences (const Shot *a, const Shot *b);

TlStudy *shot_study (void) G_GNUC_WARN_UNUSED_RESULT;
TlStep *shot_step (TlStudy *study, guint i);
TlBox shot_left_edge (double x, double y);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shot, shot_clear)

G_END_DECLS
