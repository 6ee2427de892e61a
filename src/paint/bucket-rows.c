/* bucket-rows.c: a table of bars whose parts are buckets, under the key to these. */
#include "paint/bucket-rows.h"

#include "paint/key.h"

/* A key in one line, at 100 %. */
#define KEY 40.0
/* With fewer rows than this a chart would say little. */
#define LEAST_ROWS 4

/* The same key for all charts of one capacity, so that they can be compared. */
static void
find_buckets (const TlCapacity *capacity, gboolean found[TL_N_BUCKETS])
{
  for (int b = 0; b < TL_N_BUCKETS; b++)
    found[b] = capacity->hours.hours[b] > 0;
}

static void
make_rows (TlBarRows *table, const TlBucketRows *rows, guint room)
{
  guint whole = room >= rows->count ? rows->count : room - 1;

  for (guint i = 0; i < whole; i++)
    g_ptr_array_add (table->rows, rows->row (rows->list, i));
  if (whole < rows->count)
    g_ptr_array_add (table->rows, rows->rest (rows->list, whole));
  table->axis = tl_axis_for_amounts (tl_bar_rows_longest (table->rows), 5);
}

/**
 * tl_bucket_rows_least:
 * @count: how many rows there are
 *
 * Returns: the height that key and rows can't do without, at 100 %
 */
double
tl_bucket_rows_least (guint count)
{
  return KEY + MIN (count, LEAST_ROWS) * TL_ROW_LEAST;
}

/**
 * tl_bucket_rows_comfort:
 * @scene: a scene
 * @capacity: whose buckets the key shows
 * @count: how many rows there are
 * @width: of where they are to go
 *
 * Returns: the height that key and rows would like, in units of the surface
 */
double
tl_bucket_rows_comfort (const TlScene *scene, const TlCapacity *capacity, guint count, double width)
{
  guint rows = MIN (count, TL_MOST_ROWS);
  gboolean wanted[TL_N_BUCKETS];

  find_buckets (capacity, wanted);
  return tl_key_height (scene, wanted, width) + tl_scene_unit (scene, rows * TL_ROW_COMFORT);
}

/**
 * tl_bucket_rows_add:
 * @scene: a scene
 * @capacity: whose buckets the key shows
 * @rows: what the rows are
 * @body: what they may fill
 *
 * Adds the key and as many rows as have room; the last one sums up the others.
 */
void
tl_bucket_rows_add (TlScene *scene, const TlCapacity *capacity, const TlBucketRows *rows, const TlBox *body)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bar_row_free);
  TlBarRows table = { .rows = list, .name_share = rows->name_share };
  gboolean wanted[TL_N_BUCKETS];
  TlBox place = *body;
  double key;

  find_buckets (capacity, wanted);
  key = tl_key_add (scene, wanted, body);
  place.y += key;
  place.height -= key;
  make_rows (&table, rows, tl_bar_rows_room (scene, place.height, rows->count));
  tl_bar_rows_add (scene, &table, &place);
}
