#include "analysis/measure-problems.h"

#include "study/day.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static void
check_points (const TlMeasure *measure, GPtrArray *problems)
{
  guint32 latest = 0;

  for (guint i = 0; i < measure->points->len; i++)
    {
      const TlPoint *point = g_ptr_array_index (measure->points, i);
      guint32 day = tl_day_read (point->when);

      if (point->when && day == 0)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("point %u: “%s” is no date, as 2026-03-31"), i + 1, point->when));
      else if (day > 0 && day < latest)
        g_ptr_array_add (problems, g_strdup_printf (_ ("point %u: %s stands behind a later date"), i + 1, point->when));
      latest = MAX (latest, day);
    }
}

static void
check_changes (const TlMeasure *measure, GPtrArray *problems)
{
  for (guint i = 0; i < measure->changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (measure->changes, i);

      if (tl_day_read (change->when) == 0)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("a change has “%s” for a date"), change->when ? change->when : ""));
      if (!change->what)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("nobody said what was changed on %s"), change->when ? change->when : "–"));
    }
}

/**
 * tl_measure_problems:
 * @measure: a measure
 *
 * Dates that can't be read or stand in no order, and changes without a date or a reason.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, a sentence each, translated; often empty
 */
GPtrArray *
tl_measure_problems (const TlMeasure *measure)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  check_points (measure, problems);
  check_changes (measure, problems);
  return problems;
}
