#include "paint/time-ticks.h"

#include <math.h>

#include "paint/axis.h"
#include "study/day.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* From fine to coarse: of how many days, months or years one part is. */
typedef struct
{
  guint days;
  guint months;
  guint years;
} Level;

static const Level levels[] = {
  { .days = 1 },  { .days = 7 },  { .days = 14 }, { .months = 1 }, { .months = 3 },
  { .years = 1 }, { .years = 2 }, { .years = 5 }, { .years = 10 },
};

static void
tick_clear (gpointer data)
{
  TlTimeTick *tick = data;

  g_free (tick->text);
  g_free (tick->year);
}

/* In which part of the calendar a day is. */
static guint
part_of (const Level *level, guint32 day)
{
  GDate date;

  /* The first of all Julian days was a Monday. */
  if (level->days > 0)
    return (day - 1) / level->days;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (level->months > 0)
    return (g_date_get_year (&date) * 12u + g_date_get_month (&date) - 1) / level->months;
  return g_date_get_year (&date) / level->years;
}

/* The points at which another part begins: those with a day, one after the other; @enough of them at most. */
static GArray *
beginnings (const guint32 *days, guint n_points, const Level *level, guint enough)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = 0;

  for (guint i = 0; i < n_points && points->len < enough; i++)
    {
      guint part = days[i] > 0 ? part_of (level, days[i]) : last;

      if (days[i] > 0 && (points->len == 0 || part != last))
        g_array_append_val (points, i);
      last = part;
    }
  return points;
}

/* Every so manieth, so that no more than @most are left. */
static void
thin_out (GArray *points, guint most)
{
  guint every = (points->len + most - 1) / most;
  guint kept = 0;

  for (guint i = 0; i < points->len; i += every)
    g_array_index (points, guint, kept++) = g_array_index (points, guint, i);
  g_array_set_size (points, kept);
}

static char *
format_day (guint32 day, const char *format)
{
  char text[64];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_strftime (text, sizeof text, format, &date);
  return g_strdup (text);
}

static TlTimeTick
new_tick (guint point, guint32 day, const Level *level, guint *last_year)
{
  const Level by_year = { .years = 1 };
  guint year = part_of (&by_year, day);
  TlTimeTick tick = { .point = point };

  if (level->years > 0)
    tick.text = format_day (day, "%Y");
  else if (level->months > 0)
    /* TRANSLATORS: a month on an axis, as strftime() writes it: "Jan" */
    tick.text = format_day (day, _ ("%b"));
  else
    /* TRANSLATORS: a day on an axis, as strftime() writes it: "5 Jan" */
    tick.text = format_day (day, _ ("%-d %b"));
  if (level->years == 0 && year != *last_year)
    tick.year = format_day (day, "%Y");
  *last_year = year;
  return tick;
}

static void
add_dates (GArray *ticks, const guint32 *days, guint n_points, guint most)
{
  g_autoptr (GArray) points = NULL;
  guint level = 0;
  guint last_year = 0;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      gboolean last = i + 1 == G_N_ELEMENTS (levels);

      g_clear_pointer (&points, g_array_unref);
      points = beginnings (days, n_points, &levels[i], last ? G_MAXUINT : most + 1);
      level = i;
      if (points->len <= most)
        break;
    }
  thin_out (points, most);
  for (guint i = 0; i < points->len; i++)
    {
      guint point = g_array_index (points, guint, i);
      TlTimeTick tick = new_tick (point, days[point], &levels[level], &last_year);

      g_array_append_val (ticks, tick);
    }
}

/* 1, 10, 20, … */
static void
add_numbers (GArray *ticks, guint n_points, guint most)
{
  TlAxis axis = tl_axis_for_amounts (n_points, most);
  guint step = (guint) MAX (1, axis.step);

  for (guint number = 1; number <= n_points; number += number == 1 && step > 1 ? step - 1 : step)
    {
      TlTimeTick tick = { .point = number - 1, .text = g_strdup_printf ("%u", number) };

      g_array_append_val (ticks, tick);
    }
}

/**
 * tl_time_ticks:
 * @whens: (nullable) (array length=n_points): ISO dates, with or without a time; %NULL where one is
 * not known
 * @n_points: how many
 * @most: ticks there is room for; at least 1
 *
 * As many as there is room for, at the beginnings of days, weeks, fortnights, months, quarters or
 * years.
 *
 * Returns: (transfer full) (element-type TlTimeTick): ticks, from the first point to the last
 */
GArray *
tl_time_ticks (const char *const *whens, guint n_points, guint most)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (TlTimeTick));
  g_autofree guint32 *days = g_new0 (guint32, n_points + 1);
  gboolean dated = FALSE;

  g_array_set_clear_func (ticks, tick_clear);
  for (guint i = 0; whens && i < n_points; i++)
    {
      days[i] = tl_day_read (whens[i]);
      dated |= days[i] > 0;
    }
  if (dated)
    add_dates (ticks, days, n_points, MAX (most, 1));
  else
    add_numbers (ticks, n_points, MAX (most, 1));
  return ticks;
}
