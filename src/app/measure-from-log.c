#include "app/measure-from-log.h"

#include "analysis/need.h"
#include "study/day.h"
#include "study/flow-edits.h"
#include "study/measure-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static TlMeasure *
measure_named (TlStudy *study, const char *name)
{
  for (guint i = 0; i < study->measures->len; i++)
    if (g_strcmp0 (tl_item_name (g_ptr_array_index (study->measures, i)), name) == 0)
      return g_ptr_array_index (study->measures, i);
  return NULL;
}

static guint32
last_day (const TlMeasure *measure)
{
  guint32 last = 0;

  for (guint i = 0; i < measure->points->len; i++)
    last = MAX (last, tl_day_read (((TlPoint *) g_ptr_array_index (measure->points, i))->when));
  return last;
}

static TlMeasure *
new_clock (TlHistory *history, const char *name)
{
  TlMeasure *measure = tl_study_add_measure (history, name);

  tl_item_change (history, measure, "unit", tl_value_text (_ ("days")), _ ("Change unit"));
  tl_item_change (history, measure, "better", tl_value_choice (TL_BETTER_LOWER), _ ("Change what is better"));
  return measure;
}

/**
 * tl_measure_from_log:
 * @document: the document
 *
 * Takes the days until each need was met over as values, and shows them. They are not worked out anew each time: a
 * chart is evidence, which bears notes and declared changes and must not move because the log was tidied. Asked
 * again, it adds the needs that were met since.
 *
 * Returns: (transfer none) (nullable): why there is nothing to take, in words; %NULL where there was
 */
const char *
tl_measure_from_log (TlDocument *document)
{
  TlHistory *history = tl_document_history (document);
  TlStudy *study = tl_document_study (document);
  g_autoptr (GArray) needs = tl_needs_of (study);
  const char *name = _ ("Days until the need is met");
  TlMeasure *measure = measure_named (study, name);
  g_autoptr (GPtrArray) points = tl_needs_as_points (needs, measure ? last_day (measure) : 0);

  if (points->len == 0)
    return needs->len > 0 ? _ ("The log tells of no need that was met since")
                          : _ ("No contacts are tied together as one need yet");
  tl_history_begin (history, _ ("Take days from the log"), NULL);
  if (!measure)
    measure = new_clock (history, name);
  tl_measure_add_points (history, measure, points);
  tl_history_end (history);
  tl_document_set_measure (document, measure);
  return NULL;
}
