/* slide.h: one slide, laid out for a screen: large, and with nothing that the room does not need.
 *
 * No text is smaller than 1/40 of the screen's height (of 3/4 of its width where it stands
 * upright).
 */
#pragma once

#include "paint/deck.h"
#include "paint/scene.h"

G_BEGIN_DECLS

/* The smallest text, as a part of the height. */
#define TL_SLIDE_LETTERS (1.0 / 40)

/* At the bottom so many times that much is free on every slide: for the page and the time. */
#define TL_SLIDE_BOTTOM 2.0

/**
 * TlSlideLayout:
 * @scene: all that is to be seen
 * @flow: (nullable): the geometry of the flow that is seen through @window; %NULL where none is
 * @window: where in the scene
 * @centre: the place of the flow that lies in the middle of @window
 * @zoom: units of the scene a point of the flow
 */
typedef struct
{
  TlScene *scene;
  TlFlowGeometry *flow;
  TlBox window;
  TlPlace centre;
  double zoom;
} TlSlideLayout;

TlSlideLayout *tl_slide_lay_out (const TlSlide *slide,
                                 const TlSubject *subject,
                                 TlFlowGeometry *geometry,
                                 const TlTheme *theme,
                                 double width,
                                 double height,
                                 gboolean alive) G_GNUC_WARN_UNUSED_RESULT;
void tl_slide_layout_free (TlSlideLayout *layout);

double tl_slide_least_letters (double width, double height);
char *tl_slide_title (const TlSlide *slide, const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
char *tl_slide_notes (const TlSlide *slide, const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSlideLayout, tl_slide_layout_free)

G_END_DECLS
