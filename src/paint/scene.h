/* scene.h: a laid out chart: marks with places, and nothing left to decide.
 *
 * A view fills a scene for a size, a scene paints itself on any surface. Units are the surface's; y
 * runs downwards. Later marks lie over earlier ones.
 */
#pragma once

#include <cairo.h>

#include "layout/flow-geometry.h"
#include "paint/chart.h"
#include "paint/label.h"

G_BEGIN_DECLS

/**
 * TlScene:
 * @theme: its scale is that of this scene: what a length at 100 % is to be multiplied by
 * @width: of the surface
 * @height: of the surface
 * @least: size of the smallest letters that may be drawn; %TL_LEAST_LETTERS at first
 */
typedef struct
{
  TlTheme theme;
  double width;
  double height;
  double least;
  /*< private >*/
  PangoContext *context;
  GPtrArray *marks;
  GPtrArray *texts;
  GArray *spots;
  GPtrArray *targets;
} TlScene;

/* Sizes of text at 100 %. The smallest is never drawn under the scene's least size. */
#define TL_SIZE_TITLE 28.0
#define TL_SIZE_TEXT 18.0
#define TL_SIZE_SMALL 15.0
#define TL_LEAST_LETTERS 11.0

/**
 * TlScenePainter:
 * @cr: where to draw, in the scene's units
 * @data: as given to tl_scene_add_picture()
 */
typedef void (*TlScenePainter) (cairo_t *cr, gpointer data);

TlScene *tl_scene_new (const TlTheme *theme, double scale, double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void tl_scene_free (TlScene *scene);
void tl_scene_paint (TlScene *scene, cairo_t *cr);

double tl_scene_unit (const TlScene *scene, double length);
void tl_scene_add_bucket (TlScene *scene, TlBucket bucket, const TlBox *box);
void tl_scene_add_block (TlScene *scene, const TlColour *colour, const TlBox *box, double radius);
void tl_scene_add_outline (TlScene *scene, TlInk ink, const TlBox *box, gboolean dashed);
void tl_scene_add_line (TlScene *scene, TlInk ink, double width, double x1, double y1, double x2, double y2);
void tl_scene_add_dashes (TlScene *scene, TlInk ink, double width, double x1, double y1, double x2, double y2);
void tl_scene_add_picture (TlScene *scene, TlScenePainter painter, gpointer data, GDestroyNotify free_data);
void tl_scene_add_scene (TlScene *scene, TlScene *part, double x, double y);
void tl_scene_add_spot (TlScene *scene, double x, double y, guint number);
void tl_scene_add_hint (TlScene *scene, const TlBox *box, const char *text);
void tl_scene_add_target (TlScene *scene, const TlBox *box, const char *id, const char *words);

TlScene *tl_chart_take_scene (TlChart *chart) G_GNUC_WARN_UNUSED_RESULT;

TlLabel *tl_scene_measure (TlScene *scene, const TlLabelStyle *style, const char *text, double most_width)
    G_GNUC_WARN_UNUSED_RESULT;
void tl_scene_place (TlScene *scene, TlLabel *label, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlScene, tl_scene_free)

G_END_DECLS
