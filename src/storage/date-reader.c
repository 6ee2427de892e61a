#include "date-reader.h"

#include <stdlib.h>
#include <string.h>

/* Of years with two digits, those up to this one are of this century. */
#define LAST_SHORT_YEAR 68

/**
 * Parts:
 * @numbers: the date's three numbers, as they stand
 * @year_first: an ISO date
 * @dotted: parted by dots, as where the day always stands first
 */
typedef struct
{
  int numbers[3];
  gboolean year_first;
  gboolean dotted;
  int hour;
  int minute;
  int second;
  gboolean has_time;
  gboolean has_second;
} Parts;

static gboolean
take_number (const char **text, guint most_digits, int *number)
{
  guint digits = 0;

  *number = 0;
  while (g_ascii_isdigit (**text) && digits < most_digits)
    {
      *number = *number * 10 + (**text - '0');
      (*text)++;
      digits++;
    }
  return digits > 0;
}

static void
skip_spaces (const char **text)
{
  while (**text == ' ' || **text == '\t')
    (*text)++;
}

static gboolean
take_date (const char **text, Parts *parts)
{
  const char *begin = *text;
  char between;

  if (!take_number (text, 4, &parts->numbers[0]))
    return FALSE;
  parts->year_first = *text - begin == 4;
  between = **text;
  if (!between || !strchr ("-/.", between))
    return FALSE;
  parts->dotted = between == '.';
  (*text)++;
  if (!take_number (text, 2, &parts->numbers[1]) || **text != between)
    return FALSE;
  (*text)++;
  begin = *text;
  if (!take_number (text, 4, &parts->numbers[2]))
    return FALSE;
  if (!parts->year_first && *text - begin == 2)
    parts->numbers[2] += parts->numbers[2] <= LAST_SHORT_YEAR ? 2000 : 1900;
  return parts->year_first || parts->numbers[2] > 99;
}

/* "PM" and "a.m."; 12 AM is midnight. */
static gboolean
take_half (const char **text, Parts *parts)
{
  gboolean after = g_ascii_strncasecmp (*text, "pm", 2) == 0;

  if (!after && g_ascii_strncasecmp (*text, "am", 2) != 0)
    return TRUE;
  *text += 2;
  if (parts->hour < 1 || parts->hour > 12)
    return FALSE;
  parts->hour = parts->hour % 12 + (after ? 12 : 0);
  return TRUE;
}

/* Parts of a second and the zone say more than a study keeps. */
static gboolean
take_rest (const char **text)
{
  if (**text == '.' || **text == ',')
    for ((*text)++; g_ascii_isdigit (**text);)
      (*text)++;
  if (**text == 'Z')
    (*text)++;
  else if (**text == '+' || **text == '-')
    for ((*text)++; g_ascii_isdigit (**text) || **text == ':';)
      (*text)++;
  skip_spaces (text);
  return **text == '\0';
}

static gboolean
take_time (const char **text, Parts *parts)
{
  if (**text == 'T')
    (*text)++;
  skip_spaces (text);
  if (**text == '\0')
    return TRUE;
  parts->has_time = TRUE;
  if (!take_number (text, 2, &parts->hour) || **text != ':')
    return FALSE;
  (*text)++;
  if (!take_number (text, 2, &parts->minute))
    return FALSE;
  if (**text == ':')
    {
      (*text)++;
      parts->has_second = take_number (text, 2, &parts->second);
      if (!parts->has_second)
        return FALSE;
    }
  if (**text == ' ')
    skip_spaces (text);
  return take_half (text, parts) && take_rest (text) && parts->hour < 24 && parts->minute < 60 && parts->second < 60;
}

static gboolean
take_parts (const char *text, Parts *parts)
{
  *parts = (Parts){ 0 };
  skip_spaces (&text);
  return take_date (&text, parts) && take_time (&text, parts);
}

static gboolean
is_day (int day, int month, int year)
{
  return year > 0 && month >= 1 && month <= 12 && day >= 1
         && g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year);
}

/**
 * tl_date_clues_add:
 * @clues: what was seen so far
 * @text: one more date
 *
 * Sees in which order its day and month can stand.
 */
void
tl_date_clues_add (TlDateClues *clues, const char *text)
{
  Parts parts;
  gboolean day_first, month_first;

  if (!take_parts (text, &parts) || parts.year_first || parts.dotted)
    return;
  day_first = is_day (parts.numbers[0], parts.numbers[1], parts.numbers[2]);
  month_first = is_day (parts.numbers[1], parts.numbers[0], parts.numbers[2]);
  clues->ambiguous += day_first && month_first && parts.numbers[0] != parts.numbers[1] ? 1 : 0;
  clues->day_first += day_first && !month_first ? 1 : 0;
  clues->month_first += month_first && !day_first ? 1 : 0;
}

/**
 * tl_date_clues_tell:
 * @clues: of all dates of a column
 * @order: (out): what most of those that can tell say
 *
 * Returns: %FALSE where there are dates that can be read both ways, and none tells which is right:
 * a person must
 */
gboolean
tl_date_clues_tell (const TlDateClues *clues, TlDateOrder *order)
{
  *order = TL_DATES_UNKNOWN;
  if (clues->day_first > clues->month_first)
    *order = TL_DATES_DAY_FIRST;
  else if (clues->month_first > clues->day_first)
    *order = TL_DATES_MONTH_FIRST;
  return *order != TL_DATES_UNKNOWN || clues->ambiguous == 0;
}

/* Whether a text has the shape of @pattern, in which 0 stands for any digit. */
static gboolean
is_shaped (const char *text, const char *pattern, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  return TRUE;
}

/**
 * tl_date_is_written:
 * @text: a date, with a zero at its end
 * @length: of @text
 *
 * Returns: whether it is written already as tl_date_read() would write it, as most tables do
 */
gboolean
tl_date_is_written (const char *text, gsize length)
{
  static const char whole[] = "0000-00-00T00:00:00";
  Parts parts;

  return (length == 10 || length == 16 || length == 19) && is_shaped (text, whole, length) && take_parts (text, &parts)
         && is_day (parts.numbers[2], parts.numbers[1], parts.numbers[0]);
}

/**
 * tl_date_read:
 * @text: a date: ISO, 31.12.2026, 31/12/26 or 12/31/2026, perhaps with a time of day
 * @order: what stands first where the year stands last; by dots it is the day in any case
 *
 * A zone and parts of a second are left out.
 *
 * Returns: (transfer full) (nullable): as "2026-12-31" or "2026-12-31T09:30"; %NULL where it is no
 * date
 */
char *
tl_date_read (const char *text, TlDateOrder order)
{
  Parts parts;
  int day, month, year;

  if (!take_parts (text, &parts))
    return NULL;
  day = parts.numbers[parts.year_first ? 2 : 0];
  month = parts.numbers[1];
  year = parts.numbers[parts.year_first ? 0 : 2];
  if (!parts.year_first && !parts.dotted && order == TL_DATES_MONTH_FIRST)
    {
      day = parts.numbers[1];
      month = parts.numbers[0];
    }
  if (!is_day (day, month, year))
    return NULL;
  if (parts.has_second)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, parts.hour, parts.minute, parts.second);
  if (parts.has_time)
    return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", year, month, day, parts.hour, parts.minute);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}
