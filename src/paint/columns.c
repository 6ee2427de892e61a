#include "paint/columns.h"

#include <math.h>

#include "paint/words.h"

#define TICKS 5
/* Of its pitch, that a column takes. */
#define WIDTH_OF_PITCH 0.72
#define MOST_WIDTH 90.0
#define GAP 8.0

typedef struct
{
  TlScene *scene;
  TlBox plot; /* where columns stand */
  TlAxis axis;
  double pitch;
} Plot;

static double
column_height (const TlColumn *column)
{
  double sum = column->plain;

  for (int b = 0; b < TL_N_LOOKS; b++)
    sum += column->parts[b];
  return sum;
}

static double
y_of (const Plot *plot, double value)
{
  return round (plot->plot.y + plot->plot.height * (1 - tl_axis_place (&plot->axis, value)));
}

static TlLabel *
measure (TlScene *scene, const char *text, gboolean bold)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .bold = bold, .ink = bold ? TL_INK_TEXT : TL_INK_QUIET };

  return tl_scene_measure (scene, &style, text, 0);
}

static double
tick_width (TlScene *scene, const TlAxis *axis)
{
  double width = 0;

  for (guint i = 0; i < tl_axis_n_ticks (axis); i++)
    {
      g_autofree char *words = tl_words_number (tl_axis_tick (axis, i));
      g_autoptr (TlLabel) label = measure (scene, words, FALSE);

      width = MAX (width, ceil (label->width));
    }
  return width;
}

static void
add_ticks (Plot *plot)
{
  double right = plot->plot.x + plot->plot.width;

  for (guint i = 0; i < tl_axis_n_ticks (&plot->axis); i++)
    {
      double value = tl_axis_tick (&plot->axis, i);
      double y = y_of (plot, value);
      g_autofree char *words = tl_words_number (value);
      TlLabel *label = measure (plot->scene, words, FALSE);

      tl_scene_add_line (plot->scene, i == 0 ? TL_INK_LINE : TL_INK_FAINT, 1, plot->plot.x, y, right, y);
      tl_scene_place (plot->scene, label, plot->plot.x - tl_scene_unit (plot->scene, GAP) - label->width,
                      y - label->height / 2);
    }
}

static void
add_plain (Plot *plot, const TlColumn *column, const TlBox *box)
{
  TlColour colour = tl_theme_ink (&plot->scene->theme, TL_INK_ACCENT);

  if (column->open)
    tl_scene_add_outline (plot->scene, TL_INK_LINE, box, TRUE);
  else
    tl_scene_add_block (plot->scene, &colour, box, 0);
}

static void
add_column (Plot *plot, const TlColumn *column, guint index)
{
  double width = floor (MIN (plot->pitch * WIDTH_OF_PITCH, tl_scene_unit (plot->scene, MOST_WIDTH)));
  double x = round (plot->plot.x + (index + 0.5) * plot->pitch - width / 2);
  double below = 0, top = y_of (plot, column->plain);

  if (column->plain > 0)
    add_plain (plot, column, &(TlBox){ x, top, width, MAX (1, y_of (plot, 0) - top) });
  for (int b = 0; b < TL_N_LOOKS; b++)
    {
      double end = y_of (plot, below + column->parts[b]);
      TlBox box = { x, end, width, y_of (plot, below) - end };

      below += column->parts[b];
      if (box.height >= 1)
        tl_scene_add_bucket (plot->scene, (TlBucket) b, &box);
    }
}

/* What has no room beside its neighbour is left out. Returns where the next one may begin. */
static double
add_name (Plot *plot, const char *name, guint index, double free_from)
{
  TlLabel *label = measure (plot->scene, name, FALSE);
  double x = plot->plot.x + (index + 0.5) * plot->pitch - label->width / 2;

  if (x < free_from)
    {
      tl_label_free (label);
      return free_from;
    }
  tl_scene_place (plot->scene, label, x, plot->plot.y + plot->plot.height + tl_scene_unit (plot->scene, GAP / 2));
  return x + label->width + tl_scene_unit (plot->scene, GAP);
}

static char *
number_over (const TlColumn *column)
{
  return column->number ? g_strdup (column->number) : tl_words_number (column_height (column));
}

/* How many there are stands over a column where all numbers have room. */
static void
add_numbers (Plot *plot, const TlColumn *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = number_over (&columns[i]);
      g_autoptr (TlLabel) label = measure (plot->scene, words, TRUE);

      if (label->width > plot->pitch)
        return;
    }
  for (guint i = 0; i < n; i++)
    {
      double height = column_height (&columns[i]);
      g_autofree char *words = number_over (&columns[i]);
      TlLabel *label = measure (plot->scene, words, TRUE);

      if (height > 0)
        tl_scene_place (plot->scene, label, plot->plot.x + (i + 0.5) * plot->pitch - label->width / 2,
                        y_of (plot, height) - label->height);
      else
        tl_label_free (label);
    }
}

/**
 * tl_columns_add:
 * @scene: a scene
 * @columns: (array length=n): from the left
 * @n: how many
 * @place: what they may fill
 *
 * Adds the columns with an axis of counts on the left.
 */
void
tl_columns_add (TlScene *scene, const TlColumn *columns, guint n, const TlBox *place)
{
  g_autoptr (TlLabel) sample = measure (scene, "0", TRUE);
  /* These are counts: nothing lies between 0 and 1. */
  double most = TICKS, left, free_from = -G_MAXDOUBLE;
  Plot plot = { .scene = scene };

  for (guint i = 0; i < n; i++)
    most = MAX (most, column_height (&columns[i]));
  plot.axis = tl_axis_for_amounts (most, TICKS);
  left = tick_width (scene, &plot.axis) + tl_scene_unit (scene, GAP);
  plot.plot = (TlBox){ place->x + left, place->y + sample->height, place->width - left,
                       place->height - 2 * sample->height - tl_scene_unit (scene, GAP) };
  plot.pitch = plot.plot.width / MAX (n, 1);
  add_ticks (&plot);
  for (guint i = 0; i < n; i++)
    {
      add_column (&plot, &columns[i], i);
      free_from = add_name (&plot, columns[i].name, i, free_from);
    }
  add_numbers (&plot, columns, n);
}
