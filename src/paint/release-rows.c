#include "paint/release-rows.h"

#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* At 100 %. */
#define REMARK 22.0
#define REMARK_LINES 3
#define GAP 12.0
/* Names are sentences: two lines of them, and a gap. */
#define NAME_LINES 2.2
/* So many are worth a look, however small the surface. */
#define FEW 4

static TlLabel *
measure_remark (TlScene *scene, const TlReleaseRows *rows, double width)
{
  TlLabelStyle style = { .size = TL_SIZE_SMALL, .ink = TL_INK_QUIET, .lines = REMARK_LINES, .sentence = TRUE };

  return tl_scene_measure (scene, &style, rows->remark, width);
}

/**
 * tl_release_rows_least:
 * @rows: the rows
 *
 * Returns: the least height in which they can be read, at 100 %
 */
double
tl_release_rows_least (const TlReleaseRows *rows)
{
  return REMARK + GAP + MIN (rows->count, FEW) * TL_ROW_LEAST;
}

/**
 * tl_release_rows_comfort:
 * @scene: where they will be
 * @rows: the rows
 * @width: of the table
 *
 * Returns: the height in which they stand well, in units of @scene
 */
double
tl_release_rows_comfort (TlScene *scene, const TlReleaseRows *rows, double width)
{
  g_autoptr (TlLabel) remark = measure_remark (scene, rows, width);
  TlLabelStyle name = { .size = TL_SIZE_TEXT };
  g_autoptr (TlLabel) line = tl_scene_measure (scene, &name, rows->remark, 0);
  double row = MAX (tl_scene_unit (scene, TL_ROW_COMFORT), NAME_LINES * line->line_height);

  return remark->height + tl_scene_unit (scene, GAP) + MIN (rows->count, TL_MOST_ROWS) * row;
}

/**
 * tl_release_rows_add:
 * @scene: where they go
 * @rows: the rows, one at the least
 * @body: where there is room
 */
void
tl_release_rows_add (TlScene *scene, const TlReleaseRows *rows, const TlBox *body)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bar_row_free);
  TlBarRows table = { .rows = list, .name_share = 0.5, .sentences = TRUE };
  TlBox place = *body;
  TlLabel *remark = measure_remark (scene, rows, body->width);
  double height = remark->height + tl_scene_unit (scene, GAP);
  guint room, whole;

  tl_scene_place (scene, remark, body->x, body->y);
  place.y += height;
  place.height -= height;
  room = tl_bar_rows_room (scene, place.height, rows->count);
  whole = room >= rows->count ? rows->count : room - 1;
  for (guint i = 0; i < whole; i++)
    g_ptr_array_add (list, rows->row (rows->leverage, i));
  if (whole < rows->count)
    g_ptr_array_add (list, rows->rest (rows->leverage, whole, rows->count - whole));
  table.axis = tl_axis_for_amounts (rows->most, 5);
  tl_bar_rows_add (scene, &table, &place);
}

/**
 * tl_release_rest_row:
 * @name: (transfer full): how many more there are, in words
 * @hours: what the first of them gives back
 * @rest: how many they are
 *
 * What single causes give back does not add up, so the rest is counted, not summed.
 *
 * Returns: (transfer full): a row without a bar
 */
TlBarRow *
tl_release_rest_row (char *name, double hours, guint rest)
{
  g_autofree char *words = tl_words_hours (hours);
  /* TRANSLATORS: hours, as "2.5 h": none of these gives back more */
  char *number = g_strdup_printf (ngettext ("%s", "at most %s each", rest), words);
  TlBarRow *row = tl_bar_row_new (name, number);

  row->rest = TRUE;
  return row;
}
