#include "day.h"

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

static gboolean
is_leap (guint year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* GDate knows it as well, and takes ten times as long: a log has a million days. */
static guint32
julian (guint day, guint month, guint year)
{
  static const guint16 before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };
  guint past = year - 1;
  guint leap_day;

  if (year == 0 || month == 0 || month > 12)
    return 0;
  leap_day = is_leap (year) ? 1 : 0;
  if (day == 0 || day > before[month] - before[month - 1] + (month == 2 ? leap_day : 0u))
    return 0;
  return 365 * past + past / 4 - past / 100 + past / 400 + before[month - 1] + (month > 2 ? leap_day : 0) + day;
}

/**
 * tl_day_read:
 * @when: (nullable): an ISO date, or date and time: "2026-03-01", "2026-03-01T09:30"
 *
 * The day as the person who wrote it saw it: the hour and the zone play no part.
 *
 * Returns: the Julian day that #GDate counts by; 0 where there is no such day
 */
guint32
tl_day_read (const char *when)
{
  guint year, month, day;

  if (when == NULL || !read_digits (when, 4, &year) || when[4] != '-' || !read_digits (when + 5, 2, &month)
      || when[7] != '-' || !read_digits (when + 8, 2, &day))
    return 0;
  return julian (day, month, year);
}
