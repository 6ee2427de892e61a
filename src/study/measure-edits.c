#include "measure-edits.h"

#include "item-build.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_study_add_measure:
 * @history: the study's history
 * @name: (nullable): what is measured
 *
 * It is about the purpose, and can't be negative, until somebody says otherwise: most are.
 *
 * Returns: (transfer none): the new measure
 */
TlMeasure *
tl_study_add_measure (TlHistory *history, const char *name)
{
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_MEASURE);
  TlStudy *study = tl_history_get_study (history);
  g_autofree char *id = tl_study_new_id (study, TL_ITEM_MEASURE);

  tl_item_set_id (item, id);
  tl_item_set_text (item, "name", name);
  tl_item_set_choice (item, "about-purpose", TL_YES);
  tl_item_set_choice (item, "floor-at-zero", TL_YES);
  tl_history_begin (history, _ ("Add measure"), NULL);
  tl_history_apply (history, tl_edit_new_insert (study, item, G_MAXUINT));
  tl_history_end (history);
  return (TlMeasure *) item;
}

/* Behind all that are as old or older; ISO dates are in the order of their letters. @but: (nullable):
 * a point that does not count, as it is about to move; without a date it stays. */
static guint
place_for (const TlMeasure *measure, const char *when, const TlPoint *but)
{
  guint place = measure->points->len - (but ? 1 : 0);

  if (!when)
    return but ? tl_item_position (but) : place;
  for (guint i = measure->points->len; i > 0; i--)
    {
      const TlPoint *point = g_ptr_array_index (measure->points, i - 1);

      if (point == but)
        continue;
      if (point->when && g_strcmp0 (point->when, when) <= 0)
        break;
      place--;
    }
  return place;
}

static void
insert (TlHistory *history, TlMeasure *measure, TlPoint *point)
{
  tl_history_apply (history, tl_edit_new_insert (measure, point, place_for (measure, point->when, NULL)));
}

/**
 * tl_measure_add_point:
 * @history: the study's history
 * @measure: a measure
 * @when: (nullable): ISO date, or date and time
 * @value: NAN where it is missing
 *
 * Returns: (transfer none): the new point, where its date has it
 */
TlPoint *
tl_measure_add_point (TlHistory *history, TlMeasure *measure, const char *when, double value)
{
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_POINT);

  tl_item_set_text (item, "when", when);
  tl_item_set_number (item, "value", value);
  tl_history_begin (history, _ ("Add value"), NULL);
  insert (history, measure, (TlPoint *) item);
  tl_history_end (history);
  return (TlPoint *) item;
}

/**
 * tl_measure_add_points:
 * @history: the study's history
 * @measure: a measure
 * @points: (element-type TlPoint): new ones, in no study yet
 */
void
tl_measure_add_points (TlHistory *history, TlMeasure *measure, GPtrArray *points)
{
  tl_history_begin (history, _ ("Add values"), NULL);
  for (guint i = 0; i < points->len; i++)
    insert (history, measure, g_ptr_array_index (points, i));
  tl_history_end (history);
}

/**
 * tl_point_set_when:
 * @history: the study's history
 * @point: a point of a measure
 * @when: (nullable): ISO date, or date and time
 *
 * It moves to where its date has it.
 */
void
tl_point_set_when (TlHistory *history, TlPoint *point, const char *when)
{
  TlMeasure *measure = (TlMeasure *) point->item.parent;

  tl_history_begin (history, _ ("Change date"), NULL);
  tl_history_apply (history, tl_edit_new_set_text (point, "when", when));
  tl_history_apply (history, tl_edit_new_move (point, place_for (measure, when, point)));
  tl_history_end (history);
}

/**
 * tl_measure_declare_change:
 * @history: the study's history
 * @measure: a measure
 * @when: the day from which limits start afresh
 * @what: what was changed: the reason, in a person's words; never empty
 *
 * Returns: (transfer none): the change, in the order of dates
 */
TlChange *
tl_measure_declare_change (TlHistory *history, TlMeasure *measure, const char *when, const char *what)
{
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_CHANGE);
  guint place = measure->changes->len;

  while (place > 0 && g_strcmp0 (((TlChange *) g_ptr_array_index (measure->changes, place - 1))->when, when) > 0)
    place--;
  tl_item_set_text (item, "when", when);
  tl_item_set_text (item, "what", what);
  tl_history_begin (history, _ ("Declare a change"), NULL);
  tl_history_apply (history, tl_edit_new_insert (measure, item, place));
  tl_history_end (history);
  return (TlChange *) item;
}
