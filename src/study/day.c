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
  GDate date;

  if (when == NULL || !read_digits (when, 4, &year) || when[4] != '-' || !read_digits (when + 5, 2, &month)
      || when[7] != '-' || !read_digits (when + 8, 2, &day))
    return 0;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}
