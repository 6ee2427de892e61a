/* compare-json.c: two flows side by side for other programs. */
#include <math.h>

#include "cli/compare-text.h"
#include "cli/json-members.h"
#include "paint/comparison-rows.h"
#include "paint/difference-words.h"

static void
add_sides (JsonBuilder *json, double before, double after)
{
  tl_json_add_number (json, "before", before);
  tl_json_add_number (json, "after", after);
  tl_json_add_number (json, "difference", after - before);
}

static void
add_pair (JsonBuilder *json, const char *name, double before, double after)
{
  tl_json_begin_object (json, name);
  add_sides (json, before, after);
  json_builder_end_object (json);
}

/* What is of the whole flow: hours and contacts. */
static void
add_whole (JsonBuilder *json, const char *name, const GPtrArray *rows, TlUnit unit)
{
  tl_json_begin_object (json, name);
  for (guint i = 0; i < rows->len; i++)
    {
      const TlComparisonRow *row = g_ptr_array_index (rows, i);
      gboolean role = g_str_equal (row->word, "role");

      if (row->unit == unit && !row->id && !role)
        add_pair (json, row->word, row->before, row->after);
    }
  json_builder_end_object (json);
}

/* What is of one demand or role each, by its id. */
static void
add_each (JsonBuilder *json, const char *name, const GPtrArray *rows, const char *word)
{
  tl_json_begin_object (json, name);
  for (guint i = 0; i < rows->len; i++)
    {
      const TlComparisonRow *row = g_ptr_array_index (rows, i);

      if (row->id && g_str_equal (row->word, word))
        add_pair (json, row->id, row->before, row->after);
    }
  json_builder_end_object (json);
}

static void
add_ids (JsonBuilder *json, const char *name, const TlItem *item)
{
  if (!item)
    return;
  if (item->kind == TL_ITEM_RAISES)
    {
      tl_json_begin_object (json, name);
      tl_json_add_text (json, "step", ((const TlRaises *) item)->step->item.id);
      tl_json_add_text (json, "demand", ((const TlRaises *) item)->demand->item.id);
      json_builder_end_object (json);
    }
  else if (item->kind == TL_ITEM_ENTRY)
    {
      tl_json_begin_object (json, name);
      tl_json_add_text (json, "demand", ((const TlEntry *) item)->demand->item.id);
      tl_json_add_text (json, "step", ((const TlEntry *) item)->step->item.id);
      json_builder_end_object (json);
    }
  else
    tl_json_add_text (json, name, item->id);
}

static void
add_difference (JsonBuilder *json, const TlDifference *difference)
{
  const TlItem *item = difference->after ? difference->after : difference->before;
  g_autofree char *words = tl_difference_words (difference);

  json_builder_begin_object (json);
  tl_json_add_text (json, "difference", !difference->before ? "new" : !difference->after ? "gone" : "changed");
  tl_json_add_text (json, "kind", tl_item_type (item->kind)->element);
  add_ids (json, "before", difference->before);
  add_ids (json, "after", difference->after);
  tl_json_add_text (json, "words", words);
  json_builder_end_object (json);
}

char *
tl_compare_json (const TlComparison *comparison)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GPtrArray) rows = tl_comparison_rows (comparison);
  g_autofree char *headline = tl_comparison_headline (comparison);
  const GArray *list = comparison->differences->list;

  json_builder_begin_object (json);
  tl_json_add_text (json, "before", comparison->before->flow->item.id);
  tl_json_add_text (json, "after", comparison->after->flow->item.id);
  tl_json_add_text (json, "headline", headline);
  tl_json_add_text (json, "serves", comparison->after->flow->serves);
  tl_json_add_number (json, "freed", comparison->freed);
  add_whole (json, "hours", rows, TL_UNIT_HOURS);
  add_whole (json, "contacts", rows, TL_UNIT_CONTACTS);
  add_each (json, "arrivals", rows, "arrivals");
  add_each (json, "minutes", rows, "customer's time");
  add_each (json, "right_first_time", rows, "right first time");
  add_each (json, "roles", rows, "role");
  tl_json_begin_array (json, "differences");
  for (guint i = 0; i < list->len; i++)
    add_difference (json, &g_array_index (list, TlDifference, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  return tl_json_finish (json);
}
