#include "step-line.h"

#include <math.h>
#include <string.h>

#include "quantity.h"

/* Seconds are not typed here: "5s" is a part of a name more often than a time. */
#define LEAST_MINUTES 1.0

/* Moves *@end before the last word of what is left. Returns: (transfer full): that word */
static char *
take_last_word (const char *line, gsize *end)
{
  gsize start;

  while (*end > 0 && strchr (" \t,/", line[*end - 1]))
    (*end)--;
  start = *end;
  while (start > 0 && !strchr (" \t,/", line[start - 1]))
    start--;
  g_autofree char *word = g_strndup (line + start, *end - start);

  *end = start;
  return g_steal_pointer (&word);
}

/* "6m", "1.5h", "2d": a number and its unit in one word, in small letters. "3D" is no time. */
static gboolean
read_time (const char *word, double *minutes)
{
  gsize length = strlen (word);
  double read;

  if (length < 2 || !g_ascii_isdigit (word[0]) || g_ascii_isdigit (word[length - 1]) || word[length - 1] == '%')
    return FALSE;
  for (const char *p = word; *p; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  if (!tl_minutes_parse (word, &read, NULL) || isnan (read) || (read > 0 && read < LEAST_MINUTES))
    return FALSE;
  *minutes = read;
  return TRUE;
}

/* The unit of a time, as its length in minutes. */
static double
unit_of (const char *word)
{
  const char *p = word;
  double one = 1;
  g_autofree char *text = NULL;

  while (*p && !g_ascii_isalpha (*p))
    p++;
  text = g_strconcat ("1", p, NULL);
  return tl_minutes_parse (text, &one, NULL) ? one : 1;
}

/**
 * tl_step_line_parse:
 * @line: what a person types for a step: its name and, behind it, how long it takes
 * @work: (out): minutes of work; NAN where it does not say
 * @wait: (out): minutes of waiting; NAN where it does not say
 *
 * "Check the form 6m 2d" is the step "Check the form", 6 minutes of work and 2 days of waiting. The
 * first time is work, the second waiting; times that go on with a smaller unit are one ("1h 30m"), unless a
 * comma or a slash parts them. Only what has a number and a unit in one word counts, and there must be a
 * name before it: "Form 12" and "6m" are names.
 *
 * Returns: (transfer full): the name
 */
char *
tl_step_line_parse (const char *line, double *work, double *wait)
{
  double times[2] = { NAN, NAN };
  double smallest[2] = { 0, 0 }; /* the largest unit of each so far, going backwards */
  guint n = 0;
  gsize end = strlen (line), kept = end;

  for (;;)
    {
      gsize before = end;
      g_autofree char *word = take_last_word (line, &end);
      gboolean parted = memchr (line + end + strlen (word), ',', before - end - strlen (word))
                        || memchr (line + end + strlen (word), '/', before - end - strlen (word));
      double minutes;

      if (end == 0 || !read_time (word, &minutes))
        break;
      if (n > 0 && !parted && unit_of (word) > smallest[n - 1])
        times[n - 1] += minutes;
      else if (n < 2)
        times[n++] = minutes;
      else
        break;
      smallest[n - 1] = unit_of (word);
      kept = end;
    }
  *work = n > 0 ? times[n - 1] : (double) NAN;
  *wait = n > 1 ? times[0] : (double) NAN;
  return g_strstrip (g_strndup (line, kept));
}
