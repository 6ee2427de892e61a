/* slide-flow.c: the flow as a whole.
 *
 * A picture of a whole flow makes its own letters too small for a room. So it is drawn without
 * words, and what has room in its boxes is set over it: names, else the numbers under which the
 * steps are walked through, else nothing but colours.
 */
#include "paint/slide-parts.h"

#include <math.h>

#include "layout/reading-order.h"
#include "paint/flow-shape.h"
#include "paint/flow-window.h"
#include "paint/view.h"
#include "paint/words.h"

/* At 100 %: how wide a box is to be for a name, and for a number. */
#define NAME_WIDTH 104.0
#define NAME_LEAST_WIDTH 66.0
#define NUMBER_WIDTH 30.0
#define NUMBER_HEIGHT 21.0
#define PAD 4.0
/* Of a step's box: the coloured edge. */
#define EDGE 11.0
/* Of the names below. */
#define LEGEND_WIDTH 250.0
#define LEGEND_PITCH 27.0
#define LEGEND_GAP 18.0
/* Around a flow: half of its thickest line, and the corner of a chip. */
#define AROUND 8.0
/* A flow of three steps does not fill a wall. */
#define MOST_ZOOM 1.9

static TlFlowWindow
fit (const TlScene *scene, const TlFlowGeometry *geometry, const TlBox *room)
{
  TlBox bounds = geometry->bounds;
  TlFlowWindow window = { .box = *room, .zoom = tl_scene_unit (scene, MOST_ZOOM), .wordless = TRUE };

  window.zoom = MIN (window.zoom, room->width / (bounds.width + 2 * AROUND));
  window.zoom = MIN (window.zoom, room->height / (bounds.height + 2 * AROUND));
  window.centre = (TlPlace){ bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };
  return window;
}

static TlLabel *
measure_words (TlScene *scene, const char *words, double largest, const TlBox *box)
{
  TlLabelStyle style = { .size = largest, .bold = TRUE, .ink = TL_INK_TEXT };

  return tl_slide_fit (scene, &style, words, TL_SIZE_SMALL, box->width - 2 * tl_scene_unit (scene, PAD), box->height);
}

static void
add_words (TlScene *scene, const char *words, double largest, const TlBox *box)
{
  TlLabel *label = measure_words (scene, words, largest, box);

  if (label->width <= box->width && label->height <= box->height)
    tl_scene_place (scene, label, box->x + (box->width - label->width) / 2, box->y + (box->height - label->height) / 2);
  else
    tl_label_free (label);
}

static TlBox
box_for_words (const TlFlowWindow *window, const TlStepBox *step)
{
  double margin = tl_shape_step_margin (step->step->kind);
  TlBox inner = { step->box.x + EDGE + margin, step->box.y, step->box.width - EDGE - 2 * margin, step->box.height };

  return tl_flow_window_place (window, &inner);
}

/* In a smaller box only a name that stands there whole. */
static gboolean
has_room_for_name (TlScene *scene, const TlFlowWindow *window, const TlStepBox *step)
{
  TlBox box = box_for_words (window, step);
  g_autofree char *name = tl_words_name (step->step->name);
  g_autoptr (TlLabel) label = NULL;

  if (box.width >= tl_scene_unit (scene, NAME_WIDTH))
    return TRUE;
  if (box.width < tl_scene_unit (scene, NAME_LEAST_WIDTH))
    return FALSE;
  label = measure_words (scene, name, TL_SIZE_TEXT, &box);
  return !label->whole && label->width <= box.width && label->height <= box.height;
}

/* Names for all or for none: some of each would be a riddle. */
static gboolean
have_room_for_names (TlScene *scene, const TlFlowGeometry *geometry, const TlFlowWindow *window)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    if (!has_room_for_name (scene, window, &g_array_index (geometry->steps, TlStepBox, i)))
      return FALSE;
  return TRUE;
}

static void
add_step_words (TlScene *scene, const TlFlowWindow *window, const TlStepBox *step, guint number, gboolean named)
{
  TlBox box = box_for_words (window, step);
  g_autofree char *name = tl_words_name (step->step->name);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  if (named)
    add_words (scene, name, 22, &box);
  else if (box.width >= tl_scene_unit (scene, NUMBER_WIDTH) && box.height >= tl_scene_unit (scene, NUMBER_HEIGHT))
    add_words (scene, digits, TL_SLIDE_LARGE, &box);
}

static gboolean
has_room_for_demand (TlScene *scene, const TlFlowWindow *window)
{
  return TL_CHIP_WIDTH * window->zoom >= tl_scene_unit (scene, NAME_WIDTH);
}

/* "V"; "F2" where there are several of a kind. */
static char *
short_demand (const TlFlowGeometry *geometry, guint index)
{
  TlDemandKind kind = g_array_index (geometry->chips, TlChipBox, index).demand->kind;
  TlBucket bucket = kind == TL_DEMAND_FAILURE ? TL_BUCKET_FAILURE
                    : kind == TL_DEMAND_VALUE ? TL_BUCKET_VALUE
                                              : TL_BUCKET_UNCLASSIFIED;
  guint count = 0, number = 0;

  for (guint i = 0; i < geometry->chips->len; i++)
    if (g_array_index (geometry->chips, TlChipBox, i).demand->kind == kind)
      {
        count++;
        number += i <= index;
      }
  return count > 1 ? g_strdup_printf ("%s%u", tl_theme_bucket_letter (bucket), number)
                   : g_strdup (tl_theme_bucket_letter (bucket));
}

static void
add_chip_words (TlScene *scene, const TlFlowWindow *window, const TlFlowGeometry *geometry, guint index)
{
  const TlChipBox *chip = &g_array_index (geometry->chips, TlChipBox, index);
  TlBox box = tl_flow_window_place (window, &chip->box);
  g_autofree char *name = tl_words_name (chip->demand->name);
  g_autofree char *code = short_demand (geometry, index);

  if (has_room_for_demand (scene, window))
    add_words (scene, name, TL_SIZE_TEXT, &box);
  else if (box.width >= tl_scene_unit (scene, NUMBER_WIDTH) && box.height >= tl_scene_unit (scene, NUMBER_HEIGHT))
    add_words (scene, code, TL_SIZE_TEXT, &box);
}

/* In columns below the picture: what its letters and numbers stand for. */
typedef struct
{
  GPtrArray *lines; /* (element-type utf8) */
  guint rows;
  double width; /* of a column */
  double pitch;
  double height; /* with the gap to the picture; 0 where none is wanted or there is no room */
} Legend;

static void
add_line (GPtrArray *lines, const char *code, const char *name)
{
  g_autofree char *words = tl_words_name (name);

  g_ptr_array_add (lines, g_strdup_printf ("%s\302\240\302\240%s", code, words));
}

/* What did not find room in its box. */
static GPtrArray *
legend_lines (TlScene *scene,
              const TlReadingOrder *order,
              const TlFlowGeometry *geometry,
              const TlFlowWindow *window,
              gboolean named)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < geometry->chips->len && !has_room_for_demand (scene, window); i++)
    {
      g_autofree char *code = short_demand (geometry, i);
      add_line (lines, code, g_array_index (geometry->chips, TlChipBox, i).demand->name);
    }
  for (guint i = 0; i < order->steps->len && !named; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      add_line (lines, number, ((TlStep *) g_ptr_array_index (order->steps, i))->name);
    }
  return lines;
}

static TlLabel *
legend_label (TlScene *scene, const char *line, double width)
{
  TlLabelStyle style = { .size = TL_SIZE_TEXT, .ink = TL_INK_TEXT };

  return tl_scene_measure (scene, &style, line, width);
}

/* As many columns as have room for whole names. */
static guint
legend_columns (TlScene *scene, const GPtrArray *lines, double width)
{
  double widest = tl_scene_unit (scene, LEGEND_WIDTH);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (TlLabel) label = legend_label (scene, g_ptr_array_index (lines, i), 0);

      widest = MAX (widest, label->width + tl_scene_unit (scene, LEGEND_GAP));
    }
  return (guint) CLAMP (width / widest, 1, MAX (lines->len, 1));
}

static Legend
plan_legend (TlScene *scene, GPtrArray *lines, double width, double free_height)
{
  guint columns = legend_columns (scene, lines, width);
  Legend legend = { .lines = lines, .rows = (lines->len + columns - 1) / columns, .width = width / columns };

  legend.pitch = tl_scene_unit (scene, LEGEND_PITCH);
  legend.height = legend.rows * legend.pitch + tl_scene_unit (scene, LEGEND_GAP);
  if (legend.height > free_height || lines->len == 0)
    legend.height = 0;
  return legend;
}

/* Where there is no room for all lines, those of the steps, which come last, are worth more than those of demands. */
static Legend
plan_best_legend (TlScene *scene, GPtrArray *lines, guint n_demands, double width, double free_height)
{
  Legend legend = plan_legend (scene, lines, width, free_height);

  if (legend.height > 0 || lines->len <= n_demands)
    return legend;
  g_ptr_array_remove_range (lines, 0, n_demands);
  return plan_legend (scene, lines, width, free_height);
}

static void
add_legend (TlScene *scene, const Legend *legend, double left, double bottom)
{
  double top = bottom - legend->rows * legend->pitch;

  for (guint i = 0; i < legend->lines->len; i++)
    tl_scene_place (
        scene,
        legend_label (scene, g_ptr_array_index (legend->lines, i), legend->width - tl_scene_unit (scene, LEGEND_GAP)),
        left + (i / legend->rows) * legend->width, top + (i % legend->rows) * legend->pitch);
}

static void
add_all_words (TlScene *scene,
               const TlReadingOrder *order,
               const TlFlowGeometry *geometry,
               const TlFlowWindow *window,
               gboolean named)
{
  for (guint i = 0; i < order->steps->len; i++)
    {
      const TlStep *told = g_ptr_array_index (order->steps, i);
      const TlStepBox *step = tl_flow_geometry_step (geometry, told);

      if (step)
        add_step_words (scene, window, step, i + 1, named);
    }
  for (guint i = 0; i < geometry->chips->len; i++)
    add_chip_words (scene, window, geometry, i);
}

/* tl_slide_flow: all of it, in colours. */
TlSlideLayout *
tl_slide_flow (const TlSubject *subject, TlFlowGeometry *geometry, TlScene *scene)
{
  TlSlideLayout *layout = tl_slide_layout_new (scene);
  g_autofree char *heading = tl_view_flow_type.finding (subject);
  g_autoptr (TlReadingOrder) order = tl_reading_order_new (subject->flow);
  g_autoptr (GPtrArray) lines = NULL;
  TlBox body = tl_slide_body (scene);
  TlBox room = body;
  double bottom = room.y + room.height;
  TlFlowWindow window;
  Legend legend;
  gboolean named;

  room.y = tl_slide_add_heading (scene, subject->flow->name, heading);
  room.height = MAX (1, bottom - room.y);
  /* The picture has its own margins. */
  room.x /= 2;
  room.width = scene->width - 2 * room.x;
  window = fit (scene, geometry, &room);
  named = have_room_for_names (scene, geometry, &window);
  lines = legend_lines (scene, order, geometry, &window, named);
  legend = plan_best_legend (scene, lines, has_room_for_demand (scene, &window) ? 0 : geometry->chips->len, body.width,
                             room.height - geometry->bounds.height * window.zoom);
  window.box.height -= legend.height;
  tl_flow_window_add (scene, subject, geometry, &window);
  add_all_words (scene, order, geometry, &window, named);
  if (legend.height > 0)
    add_legend (scene, &legend, body.x, bottom);
  layout->flow = tl_flow_geometry_ref (geometry);
  layout->window = window.box;
  layout->centre = window.centre;
  layout->zoom = window.zoom;
  return layout;
}
