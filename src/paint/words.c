#include "paint/words.h"

#include <math.h>

#include "study/plain-number.h"
#include "study/quantity.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In sentences \302\240, a no-break space, keeps a number and its unit together. */

/**
 * tl_words_number:
 * @number: a finite number
 *
 * Returns: (transfer full): it rounded for reading: "1,234", "33", "6.8", "0.25", "0"; what is next to nothing is
 *   "under 0.01", what is huge "1.2 × 10¹⁸"
 */
char *
tl_words_number (double number)
{
  double size = fabs (number);

  if (size >= TL_AMOUNT_LONG)
    return tl_plain_number (number, 3);
  if (size >= 9.95)
    return g_strdup_printf ("%'.0f", number);
  if (size >= 0.995)
    return g_strdup_printf ("%.6g", round (number * 10) / 10);
  if (size >= 0.0095)
    return g_strdup_printf ("%.2g", round (number * 100) / 100);
  if (number > 0)
    return g_strdup (_ ("under 0.01"));
  return g_strdup ("0");
}

/**
 * tl_words_near:
 * @number: a finite number
 * @unit: to what it may be rounded
 *
 * Returns: (transfer full): it with as many decimals as @unit has: "34.2" for 0.5
 */
char *
tl_words_near (double number, double unit)
{
  int decimals = (int) CLAMP (ceil (-log10 (unit) - 1e-9), 0, 9);
  double part = pow (10, decimals);
  double rounded = fabs (number) < TL_AMOUNT_LONG ? round (number * part) / part : number;

  if (fabs (number) >= TL_AMOUNT_LONG)
    return tl_plain_number (number, 3);
  /* No "-0". */
  return g_strdup_printf ("%'.*f", decimals, rounded != 0 ? rounded : 0.0);
}

/**
 * tl_words_hours:
 * @hours: some hours
 *
 * Returns: (transfer full): "503 h"
 */
char *
tl_words_hours (double hours)
{
  g_autofree char *number = tl_words_number (hours);

  /* TRANSLATORS: a number of hours. The space is a no-break space. */
  return g_strdup_printf (_ ("%s\302\240h"), number);
}

/**
 * tl_words_hours_per:
 * @hours: some hours
 * @period: of the study
 *
 * Returns: (transfer full): "503 h a week"
 */
char *
tl_words_hours_per (double hours, TlPeriod period)
{
  g_autofree char *number = tl_words_number (hours);

  switch (period)
    {
    case TL_PERIOD_DAY:
      return g_strdup_printf (_ ("%s\302\240h a day"), number);
    case TL_PERIOD_MONTH:
      return g_strdup_printf (_ ("%s\302\240h a month"), number);
    case TL_PERIOD_YEAR:
      return g_strdup_printf (_ ("%s\302\240h a year"), number);
    case TL_PERIOD_WEEK:
    default:
      return g_strdup_printf (_ ("%s\302\240h a week"), number);
    }
}

/**
 * tl_words_hours_of:
 * @used: hours worked
 * @available: hours there are
 *
 * Returns: (transfer full): "474 of 640 h"
 */
char *
tl_words_hours_of (double used, double available)
{
  g_autofree char *part = tl_words_number (used);
  g_autofree char *whole = tl_words_number (available);

  /* TRANSLATORS: hours used, of the hours there are */
  return g_strdup_printf (_ ("%s of %s\302\240h"), part, whole);
}

/**
 * tl_words_hours_of_per:
 * @used: hours worked
 * @available: hours there are
 * @period: of the study
 *
 * Returns: (transfer full): "474 of 640 h a week"
 */
char *
tl_words_hours_of_per (double used, double available, TlPeriod period)
{
  g_autofree char *part = tl_words_number (used);
  g_autofree char *whole = tl_words_hours_per (available, period);

  /* TRANSLATORS: a number of hours, of "640 h a week" */
  return g_strdup_printf (_ ("%s of %s"), part, whole);
}

/**
 * tl_words_share:
 * @share: 0..1
 *
 * Returns: (transfer full): "19 %"; a share that is small but not nothing is "under 1 %"
 */
char *
tl_words_share (double share)
{
  if (share > 0 && share < 0.005)
    return g_strdup (_ ("under 1\302\240%"));
  return g_strdup_printf (_ ("%.0f\302\240%%"), share * 100);
}

/**
 * tl_words_contacts:
 * @contacts: per period
 * @period: of the study
 *
 * Returns: (transfer full): "591 contacts a week"
 */
char *
tl_words_contacts (double contacts, TlPeriod period)
{
  g_autofree char *number = tl_words_number (contacts);

  switch (period)
    {
    case TL_PERIOD_DAY:
      return g_strdup_printf (_ ("%s contacts a day"), number);
    case TL_PERIOD_MONTH:
      return g_strdup_printf (_ ("%s contacts a month"), number);
    case TL_PERIOD_YEAR:
      return g_strdup_printf (_ ("%s contacts a year"), number);
    case TL_PERIOD_WEEK:
    default:
      return g_strdup_printf (_ ("%s contacts a week"), number);
    }
}

/**
 * tl_words_times_per:
 * @times: how often something comes, in a period
 * @period: of the study
 *
 * Returns: (transfer full): "162 a week"
 */
char *
tl_words_times_per (double times, TlPeriod period)
{
  g_autofree char *number = tl_words_number (times);

  switch (period)
    {
    case TL_PERIOD_DAY:
      return g_strdup_printf (_ ("%s a day"), number);
    case TL_PERIOD_MONTH:
      return g_strdup_printf (_ ("%s a month"), number);
    case TL_PERIOD_YEAR:
      return g_strdup_printf (_ ("%s a year"), number);
    case TL_PERIOD_WEEK:
    default:
      return g_strdup_printf (_ ("%s a week"), number);
    }
}

/**
 * tl_words_time:
 * @minutes: a time on the customer's clock
 *
 * Returns: (transfer full): about how long: "1 h 40 min", "14.4 d"
 */
char *
tl_words_time (double minutes)
{
  if (minutes < 10 || minutes >= 2 * 1440)
    return tl_minutes_format_short (minutes);
  return tl_minutes_format (round (minutes));
}

/**
 * tl_words_date:
 * @date: a day
 *
 * Returns: (transfer full): "1 January 2026"; the empty text for a date that is not set
 */
char *
tl_words_date (const GDate *date)
{
  char text[128];

  if (!g_date_valid (date))
    return g_strdup ("");
  /* TRANSLATORS: a date as strftime() writes it: day, month, year */
  g_date_strftime (text, sizeof text, _ ("%-d %B %Y"), date);
  return g_strdup (text);
}

/**
 * tl_words_name:
 * @name: (nullable): what an item is called
 *
 * Returns: (transfer full): @name, or what stands for a name where there is none yet
 */
char *
tl_words_name (const char *name)
{
  return g_strdup (name && *name ? name : _ ("No name yet"));
}
