/* slide-parts.h: what the slides share: sizes, margins, and text that is as large as it can be.
 *
 * Private to the slides. Lengths are at 100 %, at which a screen is 600 high and the smallest
 * letters are TL_SIZE_SMALL.
 */
#pragma once

#include "paint/slide.h"

G_BEGIN_DECLS

#define TL_SLIDE_HEIGHT 600.0
#define TL_SLIDE_MARGIN 52.0
/* At the bottom, for the page and the time. */
#define TL_SLIDE_FOOT 34.0
#define TL_SLIDE_LARGE 26.0
#define TL_SLIDE_HEADING 34.0

double tl_slide_scale (double width, double height);
TlScene *tl_slide_scene (const TlTheme *theme, double width, double height) G_GNUC_WARN_UNUSED_RESULT;
TlBox tl_slide_body (const TlScene *scene);

TlLabel *tl_slide_fit (TlScene *scene,
                       const TlLabelStyle *style,
                       const char *text,
                       double least_size,
                       double width,
                       double height) G_GNUC_WARN_UNUSED_RESULT;
double tl_slide_add_heading (TlScene *scene, const char *caption, const char *heading);

/* slide-purpose.c */
TlSlideLayout *tl_slide_purpose (const TlSlide *slide, const TlSubject *subject, TlScene *scene);
TlSlideLayout *tl_slide_nothing (const TlSlide *slide, const TlSubject *subject, TlScene *scene);
/* slide-demand.c */
TlSlideLayout *tl_slide_demand (const TlSlide *slide, const TlSubject *subject, TlScene *scene);
/* slide-list.c */
TlSlideLayout *tl_slide_measures (const TlSlide *slide, const TlSubject *subject, TlScene *scene);
TlSlideLayout *tl_slide_conditions (const TlSlide *slide, const TlSubject *subject, TlScene *scene);
TlSlideLayout *tl_slide_thinking (const TlSlide *slide, const TlSubject *subject, TlScene *scene);
/* slide-flow.c */
TlSlideLayout *tl_slide_flow (const TlSubject *subject, TlFlowGeometry *geometry, TlScene *scene);
/* slide-step.c */
TlSlideLayout *tl_slide_step (const TlSlide *slide,
                              const TlSubject *subject,
                              TlFlowGeometry *geometry,
                              TlScene *scene,
                              gboolean alive);

TlSlideLayout *tl_slide_layout_new (TlScene *scene) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
