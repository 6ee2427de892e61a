/* view-by-step.c: hours of each step by bucket, largest first. */
#include "paint/view.h"

#include <math.h>

#include "paint/bucket-rows.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  const TlStepNumbers *first = *(const TlStepNumbers *const *) a;
  const TlStepNumbers *second = *(const TlStepNumbers *const *) b;
  double one = tl_buckets_sum (&first->hours);
  double two = tl_buckets_sum (&second->hours);

  if (one != two)
    return one > two ? -1 : 1;
  /* Equal hours stay in the flow's order: they lie in one array. */
  return first < second ? -1 : first > second;
}

static GPtrArray *
sort_steps (const TlCapacity *capacity)
{
  GPtrArray *sorted = g_ptr_array_sized_new (capacity->steps->len);

  for (guint i = 0; i < capacity->steps->len; i++)
    g_ptr_array_add (sorted, &g_array_index (capacity->steps, TlStepNumbers, i));
  g_ptr_array_sort (sorted, compare_hours);
  return sorted;
}

/* Work that nobody has said how long it takes is not work of no time. Other kinds of steps may well need none. */
static gboolean
is_not_timed (const TlStep *step)
{
  return step->kind == TL_STEP_WORK && isnan (step->work_minutes);
}

static char *
hours_of (const TlStepNumbers *numbers)
{
  if (is_not_timed (numbers->step))
    /* TRANSLATORS: instead of the hours of a step for which nobody has said how long it takes */
    return g_strdup (_ ("not timed yet"));
  return tl_words_hours (tl_buckets_sum (&numbers->hours));
}

static TlBarRow *
step_row (gconstpointer list, guint index)
{
  const GPtrArray *sorted = list;
  const TlStepNumbers *numbers = g_ptr_array_index (sorted, index);
  TlBarRow *row = tl_bar_row_new (tl_words_name (numbers->step->name), hours_of (numbers));

  tl_bar_row_set_buckets (row, &numbers->hours);
  return row;
}

/* The smallest have no room of their own: they are added up, so that all hours are there. Without a
 * bar, which might be longer than that of the largest step. */
static TlBarRow *
rest_row (gconstpointer list, guint from)
{
  const GPtrArray *sorted = list;
  guint n = sorted->len - from;
  double hours = 0;
  TlBarRow *row;

  for (guint i = from; i < sorted->len; i++)
    hours += tl_buckets_sum (&((const TlStepNumbers *) g_ptr_array_index (sorted, i))->hours);
  row = tl_bar_row_new (g_strdup_printf (ngettext ("and %u more step", "and %u more steps", n), n),
                        tl_words_hours (hours));
  row->rest = TRUE;
  return row;
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_autoptr (GPtrArray) sorted = sort_steps (subject->capacity);
  TlBucketRows rows = { sorted, sorted->len, step_row, rest_row, 0.34 };

  tl_bucket_rows_add (scene, subject->capacity, &rows, body);
}

static char *
finding (const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;
  g_autoptr (GPtrArray) sorted = sort_steps (capacity);
  const TlStepNumbers *most = g_ptr_array_index (sorted, 0);
  g_autofree char *name = tl_words_name (most->step->name);
  g_autofree char *hours = tl_words_hours_per (tl_buckets_sum (&most->hours), capacity->period);

  /* TRANSLATORS: the name of a step, and hours as "503 h a week" */
  return g_strdup_printf (_ ("“%s” takes the most hours: %s"), name, hours);
}

static double
least (const TlSubject *subject)
{
  return tl_bucket_rows_least (subject->capacity->steps->len);
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  return tl_bucket_rows_comfort (scene, subject->capacity, subject->capacity->steps->len, width);
}

const TlViewType tl_view_by_step_type = {
  .nick = "capacity-by-step",
  .label = N_ ("Capacity by step"),
  .nothing = tl_view_no_hours,
  .finding = finding,
  .count = tl_view_count_contacts,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
