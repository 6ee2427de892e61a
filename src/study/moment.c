#include "moment.h"

#include "day.h"

#define SECONDS_A_DAY 86400

static gboolean
read_digits (const char *text, int count, guint *number)
{
  *number = 0;
  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (guint) (text[i] - '0');
    }
  return TRUE;
}

/* Seconds since midnight in "T09:30:15…"; 0 where no time of day follows. */
static guint
read_time (const char *text)
{
  guint hour, minute, second = 0;

  if ((*text != 'T' && *text != ' ') || !read_digits (text + 1, 2, &hour) || text[3] != ':'
      || !read_digits (text + 4, 2, &minute))
    return 0;
  if (text[6] == ':' && !read_digits (text + 7, 2, &second))
    second = 0;
  return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : 0;
}

/**
 * tl_moment_of:
 * @when: (nullable): an ISO date, perhaps with a time of day
 *
 * To put contacts in order, and to part them by days. A day without a time of day is its midnight; zones play
 * no part.
 *
 * Returns: seconds; %TL_MOMENT_UNKNOWN where @when tells no day
 */
gint64
tl_moment_of (const char *when)
{
  guint32 day = tl_day_read (when);

  return day ? (gint64) day * SECONDS_A_DAY + read_time (when + 10) : TL_MOMENT_UNKNOWN;
}

/**
 * tl_hour_of:
 * @when: an ISO date, perhaps with a time of day, as "2026-03-01T09:30"
 *
 * Returns: the hour as the person who wrote it saw it, 0..23; −1 where it says none
 */
int
tl_hour_of (const char *when)
{
  guint hour;

  for (int i = 0; i < 11; i++)
    if (!when[i])
      return -1;
  if ((when[10] != 'T' && when[10] != ' ') || !read_digits (when + 11, 2, &hour) || when[13] != ':')
    return -1;
  return hour < 24 ? (int) hour : -1;
}
