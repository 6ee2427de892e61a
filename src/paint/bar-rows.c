#include "paint/bar-rows.h"

#include <math.h>

#include "paint/bar.h"
#include "paint/words.h"

/* At 100 %. */
#define GAP 16.0
#define BAR_OF_PITCH 0.72
#define BAR_MOST 44.0
#define BAR_LEAST_WIDTH 0.3
#define HEAD_SWATCH 12.0

typedef struct
{
  TlScene *scene;
  const TlBarRows *rows;
  TlBox place; /* of the rows themselves: without heads and ticks */
  double pitch;
  double column_right[TL_N_COLUMNS];
  double name_width;
  double bar_left;
  double bar_width;
  double number_width;
  TlLabel **names;
} Table;

/**
 * tl_bar_row_new:
 * @name: (transfer full): on the left
 * @number: (transfer full) (nullable): beside the bar
 *
 * Returns: (transfer full): a row with an empty bar
 */
TlBarRow *
tl_bar_row_new (char *name, char *number)
{
  TlBarRow *row = g_new0 (TlBarRow, 1);

  row->name = name;
  row->number = number;
  return row;
}

/**
 * tl_bar_row_free:
 * @row: (transfer full): a row
 */
void
tl_bar_row_free (TlBarRow *row)
{
  g_free (row->name);
  g_free (row->number);
  for (int i = 0; i < TL_N_COLUMNS; i++)
    g_free (row->columns[i]);
  g_free (row);
}

/**
 * tl_bar_row_set_buckets:
 * @row: a row
 * @hours: become its parts
 */
void
tl_bar_row_set_buckets (TlBarRow *row, const TlBuckets *hours)
{
  for (int i = 0; i < TL_N_BUCKETS; i++)
    row->parts[i] = hours->hours[i];
}

/**
 * tl_bar_rows_longest:
 * @rows: (element-type TlBarRow): some rows
 *
 * Returns: how far the longest bar goes, with what is available
 */
double
tl_bar_rows_longest (const GPtrArray *rows)
{
  double longest = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TlBarRow *row = g_ptr_array_index (rows, i);
      double end = row->from;

      for (int p = 0; p < TL_N_PARTS; p++)
        end += row->parts[p];
      longest = MAX (longest, MAX (end, row->available));
    }
  return longest;
}

/**
 * tl_bar_rows_room:
 * @scene: a scene
 * @height: for rows, without heads and ticks
 * @wanted: how many there are
 *
 * Returns: how many rows to draw, at least 1; where it is less than @wanted, the last one sums up
 * the rest
 */
guint
tl_bar_rows_room (const TlScene *scene, double height, guint wanted)
{
  double room = floor (height / tl_scene_unit (scene, TL_ROW_LEAST));

  return (guint) CLAMP (room, 1, MIN (MAX (wanted, 1), TL_MOST_ROWS));
}

static const TlBarRow *
row_at (const Table *table, guint index)
{
  return g_ptr_array_index (table->rows->rows, index);
}

static TlLabel *
measure (const Table *table, const char *text, gboolean bold, gboolean quiet, double width, int lines)
{
  TlLabelStyle style = { .size = TL_SIZE_TEXT,
                         .bold = bold,
                         .ink = quiet ? TL_INK_QUIET : TL_INK_TEXT,
                         .lines = lines,
                         .both_ends = table->rows->sentences,
                         .sentence = table->rows->sentences };

  return tl_scene_measure (table->scene, &style, text, width);
}

static double
text_width (const Table *table, const char *text, gboolean bold)
{
  g_autoptr (TlLabel) label = text ? measure (table, text, bold, FALSE, 0, 1) : NULL;

  return label ? ceil (label->width) : 0;
}

static double
head_width (const Table *table, const char *text)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL };
  g_autoptr (TlLabel) label = text ? tl_scene_measure (table->scene, &style, text, 0) : NULL;

  return label ? ceil (label->width) + tl_scene_unit (table->scene, 1.5 * HEAD_SWATCH) : 0;
}

/* Names take what they need, up to their share, and what is left beside the least bar. */
static void
measure_names (Table *table, double others)
{
  guint n = table->rows->rows->len;
  double most = MIN (table->place.width * table->rows->name_share, table->place.width * (1 - BAR_LEAST_WIDTH) - others);

  table->names = g_new0 (TlLabel *, n);
  table->name_width = 0;
  most = MAX (most, tl_scene_unit (table->scene, 3 * TL_SIZE_TEXT));
  for (guint i = 0; i < n; i++)
    {
      const TlBarRow *row = row_at (table, i);
      g_autoptr (TlLabel) probe = measure (table, row->name, FALSE, row->rest, most, 1);
      int lines = (int) floor (table->pitch / (probe->line_height * 1.02));

      table->names[i]
          = measure (table, row->name, FALSE, row->rest, most, CLAMP (lines, 1, table->rows->sentences ? 3 : 2));
      table->name_width = MAX (table->name_width, ceil (table->names[i]->width));
    }
}

static void
measure_table (Table *table)
{
  double gap = tl_scene_unit (table->scene, GAP);
  double column_width[TL_N_COLUMNS] = { 0 };
  double others = gap;
  double x;

  for (int c = 0; c < TL_N_COLUMNS; c++)
    {
      column_width[c] = head_width (table, table->rows->heads[c]);
      for (guint i = 0; i < table->rows->rows->len; i++)
        column_width[c] = MAX (column_width[c], text_width (table, row_at (table, i)->columns[c], FALSE));
      others += column_width[c] > 0 ? column_width[c] + gap : 0;
    }
  for (guint i = 0; i < table->rows->rows->len; i++)
    table->number_width = MAX (table->number_width, text_width (table, row_at (table, i)->number, TRUE));
  others += table->number_width > 0 ? table->number_width + gap / 2 : 0;
  measure_names (table, others);
  x = table->place.x + table->name_width + gap;
  for (int c = 0; c < TL_N_COLUMNS; c++)
    {
      x += column_width[c];
      table->column_right[c] = x;
      x += column_width[c] > 0 ? gap : 0;
    }
  table->bar_left = ceil (x);
  table->bar_width = MAX (1, table->place.width - table->name_width - others);
}

static void
place_middle (Table *table, TlLabel *label, double x, double middle)
{
  tl_scene_place (table->scene, label, x, middle - label->height / 2);
}

static void
add_row (Table *table, guint index)
{
  const TlBarRow *row = row_at (table, index);
  double top = table->place.y + index * table->pitch;
  double middle = top + table->pitch / 2;
  double height = round (MIN (table->pitch * BAR_OF_PITCH, tl_scene_unit (table->scene, BAR_MOST)));
  TlBox box = { table->bar_left, round (middle - height / 2), table->bar_width, height };
  TlBarPlace place = { box, &table->rows->axis, table->rows->words ? table->rows->words : tl_words_hours, FALSE };
  double end;

  place_middle (table, table->names[index], table->place.x, middle);
  for (int c = 0; c < TL_N_COLUMNS; c++)
    if (row->columns[c])
      {
        TlLabel *label = measure (table, row->columns[c], FALSE, row->rest, 0, 1);

        place_middle (table, label, table->column_right[c] - label->width, middle);
      }
  end = tl_bar_add (table->scene, row, &place);
  if (row->number)
    place_middle (table, measure (table, row->number, !row->rest, row->rest, 0, 1),
                  end + tl_scene_unit (table->scene, GAP / 2), middle);
}

/* The heads are the key, too: their swatches show what work and waiting look like. */
static void
add_heads (Table *table, double top)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  TlScene *scene = table->scene;
  double side = round (tl_scene_unit (scene, HEAD_SWATCH));

  for (int c = 0; c < TL_N_COLUMNS; c++)
    {
      TlLabel *label;
      TlBox box;
      TlBarRow sample = { .parts = { 0 } };
      TlAxis whole = { 0, 1, 1 };

      if (!table->rows->heads[c])
        continue;
      label = tl_scene_measure (scene, &style, table->rows->heads[c], 0);
      box = (TlBox){ round (table->column_right[c] - label->width - side * 1.5),
                     round (top + (label->height - side) / 2), side, side };
      sample.parts[TL_PART_WORK + c] = 1;
      if (!table->rows->plain_heads)
        tl_bar_add (scene, &sample, &(TlBarPlace){ box, &whole, NULL, FALSE });
      tl_scene_place (scene, label, table->column_right[c] - label->width, top);
    }
}

static void
add_ticks (Table *table, double bottom)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  const TlAxis *axis = &table->rows->axis;
  double free_from = -G_MAXDOUBLE;
  double right = table->place.x + table->place.width;

  for (guint i = 0; i < tl_axis_n_ticks (axis); i++)
    {
      double value = tl_axis_tick (axis, i);
      double x = round (table->bar_left + tl_axis_place (axis, value) * table->bar_width);
      g_autofree char *words = table->rows->tick_words (value);
      TlLabel *label = tl_scene_measure (table->scene, &style, words, 0);
      double left = MIN (x - label->width / 2, right - label->width);

      tl_scene_add_line (table->scene, TL_INK_FAINT, 1, x, table->place.y, x, bottom);
      if (left > free_from)
        {
          free_from = left + label->width + tl_scene_unit (table->scene, GAP / 2);
          tl_scene_place (table->scene, label, left, bottom + tl_scene_unit (table->scene, 3));
        }
      else
        tl_label_free (label);
    }
}

/**
 * tl_bar_rows_add:
 * @scene: a scene
 * @rows: the table
 * @place: what it may fill; rows grow up to a comfortable height and then leave the rest free
 *
 * Adds the table.
 */
void
tl_bar_rows_add (TlScene *scene, const TlBarRows *rows, const TlBox *place)
{
  Table table = { .scene = scene, .rows = rows, .place = *place };
  double edge = tl_scene_unit (scene, TL_ROWS_EDGE);
  double height;
  double bottom;

  if (rows->heads[0])
    table.place.y += edge;
  height = place->y + place->height - table.place.y - (rows->tick_words ? edge : 0);
  table.pitch = MIN (height / MAX (rows->rows->len, 1), tl_scene_unit (scene, TL_ROW_MOST));
  table.pitch = MAX (table.pitch, 1);
  measure_table (&table);
  bottom = table.place.y + table.pitch * rows->rows->len;
  if (rows->tick_words)
    add_ticks (&table, bottom);
  else
    tl_scene_add_line (scene, TL_INK_LINE, 1, table.bar_left, table.place.y, table.bar_left, bottom);
  if (rows->heads[0])
    add_heads (&table, place->y);
  for (guint i = 0; i < rows->rows->len; i++)
    add_row (&table, i);
  g_free (table.names);
}
