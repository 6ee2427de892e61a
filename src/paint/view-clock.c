/* view-clock.c: where the customer's time goes, step by step: work and wait.
 *
 * The bars follow one another on one line of time, so that together they are the time from the
 * first contact to the end. The line is linear: a wait of weeks is to look like one.
 */
#include "paint/view.h"

#include <math.h>

#include "paint/bar-rows.h"
#include "paint/words.h"
#include "study/quantity.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define TICKS 7

static double
minutes_of (const TlStepNumbers *numbers)
{
  return numbers->work_minutes + numbers->wait_minutes;
}

/* Steps that take some of the customer's time, in the flow's order. */
static GPtrArray *
timed_steps (const TlCapacity *capacity)
{
  GPtrArray *steps = g_ptr_array_new ();

  for (guint i = 0; i < capacity->steps->len; i++)
    {
      TlStepNumbers *numbers = &g_array_index (capacity->steps, TlStepNumbers, i);

      if (minutes_of (numbers) > 0)
        g_ptr_array_add (steps, numbers);
    }
  return steps;
}

static void
sum_up (const TlCapacity *capacity, double *work, double *wait)
{
  g_autoptr (GPtrArray) steps = timed_steps (capacity);

  *work = 0;
  *wait = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      const TlStepNumbers *numbers = g_ptr_array_index (steps, i);

      *work += numbers->work_minutes;
      *wait += numbers->wait_minutes;
    }
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  const TlStepNumbers *first = *(const TlStepNumbers *const *) a;
  const TlStepNumbers *second = *(const TlStepNumbers *const *) b;
  double one = minutes_of (first);
  double two = minutes_of (second);

  if (one != two)
    return one > two ? -1 : 1;
  return first < second ? -1 : first > second;
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const TlStepNumbers *first = *(const TlStepNumbers *const *) a;
  const TlStepNumbers *second = *(const TlStepNumbers *const *) b;

  return first < second ? -1 : first > second;
}

static TlBarRow *
time_row (char *name, double work, double wait, double from)
{
  TlBarRow *row = tl_bar_row_new (name, NULL);

  row->columns[0] = tl_words_time (work);
  row->columns[1] = tl_words_time (wait);
  row->parts[TL_PART_WORK] = work;
  row->parts[TL_PART_WAIT] = wait;
  row->from = from;
  return row;
}

static TlBarRow *
rest_row (const GPtrArray *rest, double from)
{
  double work = 0;
  double wait = 0;
  TlBarRow *row;

  for (guint i = 0; i < rest->len; i++)
    {
      const TlStepNumbers *numbers = g_ptr_array_index (rest, i);

      work += numbers->work_minutes;
      wait += numbers->wait_minutes;
    }
  row = time_row (g_strdup_printf (ngettext ("and %u more step", "and %u more steps", rest->len), rest->len), work,
                  wait, from);
  row->rest = TRUE;
  return row;
}

static void
add_rows (TlBarRows *table, GPtrArray *steps, guint room)
{
  guint whole = room >= steps->len ? steps->len : room - 1;
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  double from = 0;

  /* The longest stay, in the flow's order. */
  if (whole < steps->len)
    {
      g_ptr_array_sort (steps, compare_minutes);
      for (guint i = whole; i < steps->len; i++)
        g_ptr_array_add (rest, g_ptr_array_index (steps, i));
      g_ptr_array_set_size (steps, (int) whole);
      g_ptr_array_sort (steps, compare_order);
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const TlStepNumbers *numbers = g_ptr_array_index (steps, i);

      g_ptr_array_add (table->rows, time_row (tl_words_name (numbers->step->name), numbers->work_minutes,
                                              numbers->wait_minutes, from));
      from += minutes_of (numbers);
    }
  if (rest->len > 0)
    g_ptr_array_add (table->rows, rest_row (rest, from));
}

static char *
tick_words (double minutes)
{
  return minutes > 0 ? tl_minutes_format_short (minutes) : g_strdup ("0");
}

static void
fill (TlScene *scene, const TlSubject *subject, const TlBox *body)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bar_row_free);
  g_autoptr (GPtrArray) steps = timed_steps (subject->capacity);
  TlBarRows table = { .rows = rows, .name_share = 0.3, .tick_words = tick_words };
  double edges = tl_scene_unit (scene, 2 * TL_ROWS_EDGE);
  double work;
  double wait;

  sum_up (subject->capacity, &work, &wait);
  table.heads[0] = _ ("Work");
  table.heads[1] = _ ("Wait");
  table.axis = tl_axis_for_minutes (work + wait, TICKS);
  add_rows (&table, steps, tl_bar_rows_room (scene, body->height - edges, steps->len));
  tl_bar_rows_add (scene, &table, body);
}

static char *
nothing (const TlSubject *subject)
{
  double work;
  double wait;

  if (subject->message || !subject->flow || subject->flow->steps->len == 0 || !subject->capacity)
    return tl_view_no_hours (subject);
  sum_up (subject->capacity, &work, &wait);
  if (work + wait > 0)
    return NULL;
  return g_strdup (_ ("The customer's clock starts when a value demand enters the flow and steps "
                      "have their times."));
}

static char *
finding (const TlSubject *subject)
{
  g_autofree char *work_words = NULL;
  g_autofree char *wait_words = NULL;
  double work;
  double wait;

  sum_up (subject->capacity, &work, &wait);
  work_words = tl_words_time (work);
  wait_words = tl_words_time (wait);
  if (!(wait > 0))
    /* TRANSLATORS: a time, as "1 h 40 min" */
    return g_strdup_printf (_ ("A customer gets %s of work; no step says how long they wait"), work_words);
  /* TRANSLATORS: times, as "14.4 d" and "1 h 40 min" */
  return g_strdup_printf (_ ("A customer waits %s for %s of work"), wait_words, work_words);
}

static char *
count (const TlSubject *subject)
{
  const GArray *demands = subject->capacity->demands;
  g_autofree char *contacts = NULL;
  double arrivals = 0;

  for (guint i = 0; i < demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (demands, TlDemandNumbers, i);

      if (numbers->demand->kind == TL_DEMAND_VALUE && numbers->enters && numbers->computed)
        arrivals += numbers->arrivals;
    }
  contacts = tl_words_contacts (arrivals, subject->capacity->period);
  /* TRANSLATORS: a number, as "325 contacts a week" */
  return g_strdup_printf (_ ("Mean of %s with a value demand"), contacts);
}

static guint
n_rows (const TlSubject *subject)
{
  g_autoptr (GPtrArray) steps = timed_steps (subject->capacity);

  return steps->len;
}

static double
least (const TlSubject *subject)
{
  return 2 * TL_ROWS_EDGE + MIN (n_rows (subject), 4) * TL_ROW_LEAST;
}

static double
comfort (TlScene *scene, const TlSubject *subject, double width)
{
  guint rows = MIN (n_rows (subject), TL_MOST_ROWS);

  return tl_scene_unit (scene, 2 * TL_ROWS_EDGE + rows * TL_ROW_COMFORT);
}

const TlViewType tl_view_clock_type = {
  .nick = "clock",
  .label = N_ ("The customer's clock"),
  .nothing = nothing,
  .finding = finding,
  .count = count,
  .least = least,
  .comfort = comfort,
  .fill = fill,
};
