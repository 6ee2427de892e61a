#include "paint/flow-differing.h"

#include <math.h>

#include "paint/difference-words.h"
#include "paint/flow-shape.h"
#include "paint/flow-way.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In points of the flow at 100 %. */
#define RADIUS 11.0
#define OUTLINE 3.0
#define APART 6.0
/* A sign is not drawn smaller than it is at this zoom. */
#define LEAST_ZOOM 0.5
/* At 100 %, of the legend. */
#define ROW 28.0
#define GAP 22.0
#define GAP_INSIDE 8.0
#define SWATCH 22.0
#define MOST_GONE 6

typedef enum
{
  SIGN_NEW,
  SIGN_CHANGED,
} Sign;

static Sign
sign_of (const TlDifference *difference)
{
  return difference->before ? SIGN_CHANGED : SIGN_NEW;
}

/* ---- signs ---- */

static void
paint_sign (cairo_t *cr, const TlTheme *theme, Sign sign, double x, double y, double radius)
{
  TlColour ink = tl_theme_ink (theme, TL_INK_TEXT);
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);
  double arm = radius * 0.5;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  tl_colour_set (cr, &ink);
  cairo_fill (cr);
  if (sign == SIGN_NEW)
    {
      cairo_move_to (cr, x - arm, y);
      cairo_line_to (cr, x + arm, y);
      cairo_move_to (cr, x, y - arm);
      cairo_line_to (cr, x, y + arm);
    }
  else
    {
      cairo_move_to (cr, x - arm, y - arm * 0.45);
      cairo_line_to (cr, x + arm, y - arm * 0.45);
      cairo_move_to (cr, x - arm, y + arm * 0.45);
      cairo_line_to (cr, x + arm, y + arm * 0.45);
      cairo_move_to (cr, x + arm * 0.6, y - arm);
      cairo_line_to (cr, x - arm * 0.6, y + arm);
    }
  tl_colour_set (cr, &ground);
  cairo_set_line_width (cr, radius * 0.22);
  cairo_stroke (cr);
}

/* ---- on the flow ---- */

static void
paint_step (const TlStepBox *step, Sign sign, const TlTheme *theme, cairo_t *cr, double scale)
{
  static const double dashes[] = { 9, 6 };
  TlColour ink = tl_theme_ink (theme, TL_INK_TEXT);
  double apart = APART * scale;
  TlBox around
      = { step->box.x - apart, step->box.y - apart, step->box.width + 2 * apart, step->box.height + 2 * apart };

  cairo_save (cr);
  tl_shape_add_round (cr, &around, 12);
  tl_colour_set (cr, &ink);
  cairo_set_line_width (cr, OUTLINE * scale);
  if (sign == SIGN_CHANGED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
  paint_sign (cr, theme, sign, around.x + around.width, around.y, RADIUS * scale);
}

static gboolean
touches (TlPlace at, double radius, double x, double y, double width, double height)
{
  return fabs (at.x - x) < width / 2 + radius && fabs (at.y - y) < height / 2 + radius;
}

/* Whether a sign there covers no words. */
static gboolean
is_clear_of_words (const TlFlowGeometry *geometry, TlPlace at, double radius)
{
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      if (path->label_width > 0
          && touches (at, radius, path->label.x, path->label.y, path->label_width, path->label_height))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_clear_of_steps (const TlFlowGeometry *geometry, TlPlace at, double radius)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlBox *box = &g_array_index (geometry->steps, TlStepBox, i).box;

      if (touches (at, radius, box->x + box->width / 2, box->y + box->height / 2, box->width, box->height))
        return FALSE;
    }
  return TRUE;
}

/* In the middle of its way, or as near to that as there is a free place; on a short way at the edge of a step, and
 * where words leave no place at all, where it starts. */
static TlPlace
place_on (const TlFlowGeometry *geometry, const TlPath *path, double radius)
{
  static const double parts[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.04, 0.96 };
  double length = tl_path_length (path);
  TlPlace beside_words = tl_path_place (path, 0);

  for (guint i = G_N_ELEMENTS (parts); i-- > 0;)
    {
      TlPlace at = tl_path_place (path, length * parts[i]);

      if (is_clear_of_words (geometry, at, radius))
        beside_words = at;
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      TlPlace at = tl_path_place (path, length * parts[i]);

      if (is_clear_of_words (geometry, at, radius) && is_clear_of_steps (geometry, at, radius))
        return at;
    }
  return beside_words;
}

static gboolean
is_in_sight (const TlBox *visible, double x, double y, double around)
{
  return !visible
         || (x + around > visible->x && x - around < visible->x + visible->width && y + around > visible->y
             && y - around < visible->y + visible->height);
}

/**
 * tl_flow_differing_paint:
 * @geometry: of the flow that is looked at
 * @differences: of that flow
 * @theme: light or dark
 * @cr: where that flow has been drawn, in the geometry's units
 * @visible: (nullable): the part that can be seen
 * @zoom: pixels a unit: signs do not become smaller than can be read
 */
void
tl_flow_differing_paint (const TlFlowGeometry *geometry,
                         const TlFlowDifferences *differences,
                         const TlTheme *theme,
                         cairo_t *cr,
                         const TlBox *visible,
                         double zoom)
{
  double scale = MAX (1, LEAST_ZOOM / MAX (zoom, 0.001));
  double radius = RADIUS * 0.8 * scale;

  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);
      const TlDifference *difference = tl_flow_differences_of (differences, path->item);
      TlPlace at;

      if (!difference || path->points->len == 0)
        continue;
      at = place_on (geometry, path, radius);
      if (is_in_sight (visible, at.x, at.y, radius))
        paint_sign (cr, theme, sign_of (difference), at.x, at.y, radius);
    }
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);
      const TlDifference *difference = tl_flow_differences_of (differences, step->step);

      if (difference
          && is_in_sight (visible, step->box.x + step->box.width / 2, step->box.y + step->box.height / 2,
                          step->box.width + RADIUS * scale))
        paint_step (step, sign_of (difference), theme, cr, scale);
    }
}

/* ---- what it means ---- */

typedef struct
{
  TlTheme theme;
  TlBox box;
  Sign sign;
} Sample;

static void
paint_sample (cairo_t *cr, gpointer data)
{
  const Sample *sample = data;

  paint_sign (cr, &sample->theme, sample->sign, sample->box.x + sample->box.width / 2,
              sample->box.y + sample->box.height / 2, sample->box.height * 0.45);
}

/* Returns: where the next entry goes */
static double
add_sign (TlScene *scene, Sign sign, const char *words, double x, double y)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT };
  TlLabel *label = tl_scene_measure (scene, &style, words, 0);
  double swatch = tl_scene_unit (scene, SWATCH);
  Sample sample = { scene->theme, { x, y, swatch, swatch }, sign };
  double left = x + swatch + tl_scene_unit (scene, GAP_INSIDE);
  double end = left + label->width;

  tl_scene_add_picture (scene, paint_sample, g_memdup2 (&sample, sizeof sample), g_free);
  tl_scene_place (scene, label, left, y + (swatch - label->height) / 2);
  return end;
}

/* "Gone: “Check the policy”, “Close the works order”" */
static char *
gone_words (const TlFlowDifferences *differences)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint count = 0;

  for (guint i = 0; i < differences->list->len; i++)
    {
      const TlDifference *difference = &g_array_index (differences->list, TlDifference, i);
      g_autofree char *name = NULL;

      if (difference->after || difference->before->kind != TL_ITEM_STEP || ++count > MOST_GONE)
        continue;
      name = tl_words_name (tl_item_name (difference->before));
      if (names->len)
        g_string_append (names, ", ");
      g_string_append_printf (names, _ ("“%s”"), name);
    }
  if (count == 0)
    return NULL;
  if (count > MOST_GONE)
    g_string_append_printf (names, ", …");
  return g_strdup_printf (_ ("Gone: %s"), names->str);
}

/**
 * tl_flow_differing_legend:
 * @scene: a scene
 * @differences: what is marked
 * @place: left, top and width of where it goes
 * @width: (out) (nullable): the width that it takes
 *
 * Adds what the signs mean, and the names of the steps that are gone.
 *
 * Returns: the height that it takes
 */
double
tl_flow_differing_legend (TlScene *scene, const TlFlowDifferences *differences, const TlBox *place, double *width)
{
  TlLabelStyle bold = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .bold = TRUE };
  TlLabelStyle plain = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .lines = 3, .sentence = TRUE };
  g_autofree char *name = tl_words_name (differences->before->name);
  g_autofree char *heading_words = g_strdup_printf (_ ("Other than in “%s”"), name);
  g_autofree char *gone = gone_words (differences);
  TlLabel *heading = tl_scene_measure (scene, &bold, heading_words, place->width);
  double swatch = tl_scene_unit (scene, SWATCH);
  double gap = tl_scene_unit (scene, GAP);
  double row = tl_scene_unit (scene, ROW);
  double x = place->x + heading->width + gap;
  double y = place->y;
  double right = place->x + heading->width;
  double room = place->x + place->width;

  tl_scene_place (scene, heading, place->x, y + (swatch - heading->height) / 2);
  if (x + tl_scene_unit (scene, 180) > room)
    {
      x = place->x;
      y += row;
    }
  x = add_sign (scene, SIGN_NEW, _ ("new"), x, y) + gap;
  x = add_sign (scene, SIGN_CHANGED, _ ("changed"), x, y);
  right = MAX (right, x);
  if (gone)
    {
      TlLabel *label = tl_scene_measure (scene, &plain, gone, place->width);

      y += row;
      tl_scene_place (scene, label, place->x, y);
      right = MAX (right, place->x + label->width);
      y += label->height - swatch;
    }
  if (width)
    *width = right - place->x;
  return y + swatch - place->y;
}
