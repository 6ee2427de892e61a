#include "paint/xmr-series.h"

#include <math.h>

/* Points closer together than this many of their radii are not drawn: the line says it all. */
#define CROWDED 2.5
/* Crowded points that belong to a signal keep at least so much of their size. */
#define LEAST_PART 0.55
/* Columns whose line is drawn at once. */
#define PART 8

typedef struct
{
  GArray *columns; /* with y in place of values */
  TlColour line;
  TlColour signal;
  TlColour ground;
  double width;
  double dot; /* 0 where points are not drawn */
  double diamond;
  gboolean dense; /* columns are a pixel wide */
} Series;

static void
series_free (gpointer data)
{
  Series *self = data;

  g_array_unref (self->columns);
  g_free (self);
}

/* Cairo looks for where each piece of a path crosses all others: a long one costs more than its parts. They overlap by
 * a column, so that no corner is left out. */
static void
paint_line (const Series *self, cairo_t *cr)
{
  cairo_set_line_width (cr, self->width);
  /* A mitre at the tip of a peak would reach far beyond it. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  for (guint i = 0; i < self->columns->len; i += PART)
    {
      guint first = i > 0 ? i - 1 : 0;

      for (guint c = first; c < MIN (i + PART + 1, self->columns->len); c++)
        {
          const TlXmrColumn *column = &g_array_index (self->columns, TlXmrColumn, c);

          if (column->joined && c > first)
            cairo_line_to (cr, column->x, column->value);
          else
            cairo_move_to (cr, column->x, column->value);
        }
      cairo_stroke (cr);
    }
}

/* Columns of a pixel, each from its lowest to its highest value, and to where the one before ended: a line would go up
 * and down in each, and cairo would take its time for all of the crossings. */
static void
paint_bars (const Series *self, cairo_t *cr)
{
  const TlXmrColumn *before = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TlXmrColumn *column = &g_array_index (self->columns, TlXmrColumn, i);
      double top = column->joined ? MIN (column->high, before->last) : column->high;
      double bottom = column->joined ? MAX (column->low, before->last) : column->low;

      cairo_rectangle (cr, column->x - 0.5, top - self->width / 2, 1, bottom - top + self->width);
      before = column;
    }
  cairo_fill (cr);
}

static void
paint_dots (const Series *self, cairo_t *cr)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TlXmrColumn *column = &g_array_index (self->columns, TlXmrColumn, i);

      if (column->marks != 0)
        continue;
      cairo_arc (cr, column->x, column->value, self->dot, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
paint_diamonds (const Series *self, cairo_t *cr)
{
  double r = self->diamond;

  cairo_set_line_width (cr, self->width / 2);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TlXmrColumn *column = &g_array_index (self->columns, TlXmrColumn, i);

      if (column->marks == 0)
        continue;
      cairo_move_to (cr, column->x - r, column->value);
      cairo_line_to (cr, column->x, column->value - r);
      cairo_line_to (cr, column->x + r, column->value);
      cairo_line_to (cr, column->x, column->value + r);
      cairo_close_path (cr);
      tl_colour_set (cr, &self->signal);
      cairo_fill_preserve (cr);
      tl_colour_set (cr, &self->ground);
      cairo_stroke (cr);
    }
}

static void
paint (cairo_t *cr, gpointer data)
{
  const Series *self = data;

  tl_colour_set (cr, &self->line);
  if (self->dense)
    paint_bars (self, cr);
  else
    paint_line (self, cr);
  if (self->dot > 0)
    paint_dots (self, cr);
  paint_diamonds (self, cr);
}

/**
 * tl_xmr_series_y:
 * @axis: of the values
 * @box: the chart
 * @value: a value
 *
 * Returns: where it stands
 */
double
tl_xmr_series_y (const TlAxis *axis, const TlBox *box, double value)
{
  return box->y + box->height * (1 - tl_axis_place (axis, value));
}

static GArray *
places (const GArray *columns, const TlAxis *axis, const TlBox *box)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (TlXmrColumn), columns->len);

  for (guint i = 0; i < columns->len; i++)
    {
      TlXmrColumn column = g_array_index (columns, TlXmrColumn, i);

      column.x += box->x;
      column.first = tl_xmr_series_y (axis, box, column.first);
      column.last = tl_xmr_series_y (axis, box, column.last);
      column.value = tl_xmr_series_y (axis, box, column.value);
      column.low = tl_xmr_series_y (axis, box, column.low);
      column.high = tl_xmr_series_y (axis, box, column.high);
      g_array_append_val (copy, column);
    }
  return copy;
}

/* Whether several points share a column, which is a pixel then. */
static gboolean
any_shared (const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, TlXmrColumn, i).low < g_array_index (columns, TlXmrColumn, i).high)
      return TRUE;
  return FALSE;
}

/**
 * tl_xmr_series_add:
 * @scene: a scene
 * @columns: (element-type TlXmrColumn): what is drawn, of the width of @box
 * @axis: of the values
 * @box: the chart
 *
 * Points that belong to a signal are larger, dark diamonds.
 */
void
tl_xmr_series_add (TlScene *scene, const GArray *columns, const TlAxis *axis, const TlBox *box)
{
  Series *self = g_new0 (Series, 1);
  double room = columns->len > 0 ? box->width / columns->len : box->width;
  double dot = tl_scene_unit (scene, TL_XMR_DOT);
  double diamond = tl_scene_unit (scene, TL_XMR_DIAMOND);

  *self = (Series){
    .columns = places (columns, axis, box),
    .line = tl_theme_ink (&scene->theme, TL_INK_ACCENT),
    .signal = tl_theme_ink (&scene->theme, TL_INK_TEXT),
    .ground = tl_theme_ink (&scene->theme, TL_INK_GROUND),
    .width = tl_scene_unit (scene, room < dot ? 1.2 : 2),
    .dot = room >= dot * CROWDED ? dot
           : room >= dot         ? dot / 2
                                 : 0,
    .dense = room <= 1 || any_shared (columns),
    .diamond = diamond * CLAMP (room / (2 * diamond), LEAST_PART, 1),
  };
  tl_scene_add_picture (scene, paint, self, series_free);
}
