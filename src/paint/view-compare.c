/* view-compare.c: two flows, bucket by bucket and measure by measure, and what was changed to get there. */
#include "paint/view.h"

#include <math.h>

#include "paint/bar-rows.h"
#include "paint/comparison-rows.h"
#include "paint/difference-words.h"
#include "paint/key.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define BARS (2 * 52.0)
#define GAP 18.0
#define HEAD 30.0
#define ROW_LEAST 25.0
#define ROW_COMFORT 32.0
#define ROW_MOST 42.0
#define LINE 26.0
/* Narrower than this there is room for the numbers alone. */
#define WIDE 900.0
#define LIST_SHARE 0.36
/* More measures than this nobody takes in at once. */
#define MOST_ROWS 16
#define MOST_LINES 12

enum
{
  COLUMN_NAME,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_CHANGE,
  N_COLUMNS,
};

/* Returns: (transfer full) (element-type TlComparisonRow): those that a room looks at */
static GPtrArray *
main_rows (const TlComparison *comparison)
{
  GPtrArray *rows = tl_comparison_rows (comparison);

  for (guint i = rows->len; i-- > 0;)
    if (!((TlComparisonRow *) g_ptr_array_index (rows, i))->main)
      g_ptr_array_remove_index (rows, i);
  if (rows->len > MOST_ROWS)
    g_ptr_array_set_size (rows, MOST_ROWS);
  return rows;
}

static const char *
serves (const TlSubject *subject)
{
  return subject->comparison->after->flow->serves;
}

/* ---- the two bars ---- */

static TlBarRow *
bar_row (const TlCapacity *capacity)
{
  TlBarRow *row = tl_bar_row_new (tl_words_name (capacity->flow->name), tl_words_hours (capacity->used));

  tl_bar_row_set_buckets (row, &capacity->hours);
  row->available = capacity->available;
  return row;
}

static void
add_bars (TlScene *scene, const TlComparison *comparison, const TlBox *place)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bar_row_free);
  TlBarRows rows = { .rows = list, .name_share = 0.25 };

  g_ptr_array_add (list, bar_row (comparison->before));
  g_ptr_array_add (list, bar_row (comparison->after));
  rows.axis = tl_axis_for_amounts (tl_bar_rows_longest (list), 5);
  tl_bar_rows_add (scene, &rows, place);
}

/* ---- the table ---- */

static TlLabel *
measure_cell (TlScene *scene, const TlComparisonRow *row, int column, double most)
{
  TlLabelStyle style = { .size = TL_SIZE_TEXT, .ink = TL_INK_TEXT, .bold = column == COLUMN_AFTER, .both_ends = TRUE };
  g_autofree char *text = column == COLUMN_NAME     ? g_strdup (row->name)
                          : column == COLUMN_BEFORE ? tl_comparison_words (row->unit, row->before)
                          : column == COLUMN_AFTER  ? tl_comparison_words (row->unit, row->after)
                                                    : tl_comparison_change_words (row);

  return tl_scene_measure (scene, &style, text, most);
}

static TlLabel *
measure_head (TlScene *scene, const TlComparison *comparison, int column, double most)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  g_autofree char *text = column == COLUMN_BEFORE  ? tl_words_name (comparison->before->flow->name)
                          : column == COLUMN_AFTER ? tl_words_name (comparison->after->flow->name)
                                                   : g_strdup (_ ("Difference"));

  return tl_scene_measure (scene, &style, text, most);
}

/* Numbers get what they need, but a flow's long name above them no more than its part. */
static void
measure_columns (TlScene *scene, const TlComparison *comparison, const GPtrArray *rows, double width, double right[])
{
  double gap = tl_scene_unit (scene, GAP);
  double widths[N_COLUMNS] = { 0 };
  double x = width;

  for (int c = COLUMN_BEFORE; c < N_COLUMNS; c++)
    {
      g_autoptr (TlLabel) head = measure_head (scene, comparison, c, width * 0.17);

      widths[c] = head->width;
      for (guint i = 0; i < rows->len; i++)
        {
          g_autoptr (TlLabel) cell = measure_cell (scene, g_ptr_array_index (rows, i), c, 0);

          widths[c] = MAX (widths[c], cell->width);
        }
    }
  for (int c = COLUMN_CHANGE; c > COLUMN_NAME; c--)
    {
      right[c] = x;
      x -= ceil (widths[c]) + gap;
    }
  right[COLUMN_NAME] = x;
}

static void
add_row (TlScene *scene, const TlComparisonRow *row, const TlBox *box, const double right[])
{
  double swatch = round (tl_scene_unit (scene, TL_SWATCH));
  double left = swatch + tl_scene_unit (scene, 10);
  double middle = box->y + box->height / 2;

  if (row->bucket >= 0)
    tl_key_add_swatch (scene, (TlBucket) row->bucket, &(TlBox){ box->x, round (middle - swatch / 2), swatch, swatch });
  for (int c = 0; c < N_COLUMNS; c++)
    {
      TlLabel *cell = measure_cell (scene, row, c, c == COLUMN_NAME ? MAX (right[COLUMN_NAME] - left, 1) : 0);
      double x = box->x + (c == COLUMN_NAME ? left : right[c] - cell->width);

      tl_scene_place (scene, cell, x, middle - cell->height / 2);
    }
}

/* Returns: where it ends */
static double
add_table (TlScene *scene, const TlComparison *comparison, const TlBox *place)
{
  g_autoptr (GPtrArray) rows = main_rows (comparison);
  double head = tl_scene_unit (scene, HEAD);
  double pitch = CLAMP ((place->height - head) / MAX (rows->len, 1), tl_scene_unit (scene, ROW_LEAST),
                        tl_scene_unit (scene, ROW_MOST));
  double right[N_COLUMNS];

  measure_columns (scene, comparison, rows, place->width, right);
  for (int c = COLUMN_BEFORE; c < N_COLUMNS; c++)
    {
      TlLabel *label = measure_head (scene, comparison, c, place->width * 0.17);

      tl_scene_place (scene, label, place->x + right[c] - label->width, place->y);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      TlBox box = { place->x, place->y + head + i * pitch, place->width, pitch };

      if (box.y + box.height > place->y + place->height + 1)
        break;
      if (i > 0)
        tl_scene_add_line (scene, TL_INK_FAINT, 1, box.x, round (box.y), box.x + box.width, round (box.y));
      add_row (scene, g_ptr_array_index (rows, i), &box, right);
    }
  return place->y + head + rows->len * pitch;
}

/* ---- what was changed ---- */

static void
add_more (TlScene *scene, guint more, const TlBox *place, double y)
{
  TlLabelStyle quiet = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

  tl_scene_place (scene, tl_scene_measure (scene, &quiet, words, place->width), place->x, y);
}

/* Whole lines only, from the top; the last says how many have no room. */
static void
add_differences (TlScene *scene, const TlComparison *comparison, const TlBox *place)
{
  TlLabelStyle heading = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET };
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_TEXT, .lines = 2, .sentence = TRUE, .both_ends = TRUE };
  g_auto (GStrv) lines = tl_differences_lines (comparison->differences);
  guint count = g_strv_length (lines);
  double gap = tl_scene_unit (scene, 7);
  double rest = tl_scene_unit (scene, LINE);
  double y = place->y + tl_scene_unit (scene, HEAD);

  tl_scene_place (
      scene,
      tl_scene_measure (scene, &heading, count ? _ ("What was changed") : _ ("Nothing was changed yet"), place->width),
      place->x, place->y);
  for (guint i = 0; i < count; i++)
    {
      TlLabel *label = tl_scene_measure (scene, &style, lines[i], place->width);
      gboolean last = i + 1 == count;

      if (i >= MOST_LINES || y + label->height + (last ? 0 : rest) > place->y + place->height)
        {
          tl_label_free (label);
          add_more (scene, count - i, place, y);
          return;
        }
      tl_scene_place (scene, label, place->x, y);
      y += label->height + gap;
    }
}

/* ---- all of it ---- */

/* How it serves the purpose comes before what it saves. Returns: the height that it takes */
static double
add_serves (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  TlLabelStyle style = { .size = TL_SIZE_TEXT, .ink = TL_INK_TEXT, .lines = 2, .sentence = TRUE };
  TlLabel *label;

  if (!serves (subject))
    return 0;
  label = tl_scene_measure (scene, &style, serves (subject), body->width);
  tl_scene_place (scene, label, body->x, body->y);
  return label->height + tl_scene_unit (scene, GAP);
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  const TlComparison *comparison = subject->comparison;
  double top = body->y + add_serves (scene, subject, body);
  double bars = tl_scene_unit (scene, BARS);
  double gap = tl_scene_unit (scene, GAP);
  gboolean wide = body->width >= tl_scene_unit (scene, WIDE);
  TlBox place = { body->x, top, body->width, bars };
  double bottom = body->y + body->height;
  TlBox list;

  add_bars (scene, comparison, &place);
  place.y += bars + gap;
  place.height = MAX (bottom - place.y, 1);
  list = place;
  if (wide)
    {
      list.width = body->width * LIST_SHARE;
      place.width = body->width - list.width - 2.5 * gap;
      list.x = place.x + place.width + 2.5 * gap;
      add_table (scene, comparison, &place);
    }
  else
    {
      list.y = add_table (scene, comparison, &place) + 2 * gap;
      list.height = bottom - list.y;
    }
  if (list.height >= tl_scene_unit (scene, HEAD + 3 * LINE))
    add_differences (scene, comparison, &list);
}

static char *
nothing (const TlSubject *subject)
{
  const TlComparison *comparison = subject->comparison;

  if (comparison && (comparison->before->used > 0 || comparison->after->used > 0))
    return NULL;
  if (comparison || subject->message || !subject->flow || subject->flow->steps->len == 0)
    return tl_view_no_hours (subject);
  return g_strdup (_ ("There is one flow yet. Copy it to a redesign, and both stand side by side here."));
}

static char *
finding (const TlSubject *subject)
{
  return tl_comparison_headline (subject->comparison);
}

static char *
count (const TlSubject *subject)
{
  return tl_words_contacts (subject->comparison->after->contacts, subject->comparison->after->period);
}

static double
height_of (const TlSubject *subject, double pitch)
{
  g_autoptr (GPtrArray) rows = main_rows (subject->comparison);

  return BARS + GAP + HEAD + rows->len * pitch + (serves (subject) ? 2 * LINE + GAP : 0);
}

static double
least (const TlSubject *subject)
{
  return height_of (subject, ROW_LEAST);
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  return tl_scene_unit (scene, height_of (subject, ROW_COMFORT));
}

const TlViewType tl_view_compare_type = {
  .nick = "compare",
  .label = N_ ("Two flows side by side"),
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
