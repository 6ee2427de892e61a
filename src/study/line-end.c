#include "line-end.h"

#include <math.h>
#include <string.h>

#include "quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What parts words from the quantity behind them. */
#define BETWEEN "[\\s,;:·]"
#define NUMBER "\\d[\\d.,]*"

/* TRANSLATORS: words between two numbers, as in "1 in 5", parted by bars; keep the English ones at the end. */
#define IN_WORDS _ ("in|of")
/* TRANSLATORS: words between a number and a period, as in "120 a week", parted by bars; keep the English ones at the
 * end. */
#define PER_WORDS _ ("a|an|per|each|every")

/* TRANSLATORS: words for a day, week, month and year as typed after a number, parted by bars; keep the English ones
 * at the end. */
static const struct
{
  TlPeriod period;
  const char *words;
} period_words[] = {
  { TL_PERIOD_DAY, N_ ("day|days") },
  { TL_PERIOD_WEEK, N_ ("week|weeks") },
  { TL_PERIOD_MONTH, N_ ("month|months") },
  { TL_PERIOD_YEAR, N_ ("year|years") },
};

/* Matches all of @line against @pattern, in letters of any case. */
static gboolean
match (const char *line, const char *pattern, GMatchInfo **info)
{
  g_autoptr (GRegex) regex
      = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_ANCHORED | G_REGEX_DOLLAR_ENDONLY | G_REGEX_DOTALL, 0, NULL);

  return regex && g_utf8_validate (line, -1, NULL) && g_regex_match (regex, line, 0, info);
}

static char *
whole (const char *line)
{
  return g_strstrip (g_strdup (line));
}

/* "40%", "2/5", "0.4" or "1 in 5" behind words, or where @alone says so without any, which makes them "". Bare numbers
 * are parts of names: "Form 12".
 * Returns: (transfer full) (nullable): it, as quantity.h reads it */
static char *
take_ratio (const char *line, gboolean alone, char **words)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *pattern = g_strdup_printf ("\\s*(?<words>%s?)(?:%s)(?:(?<plain>" NUMBER "\\s*%%|0?[.,]\\d+|" NUMBER
                                              "\\s*/\\s*" NUMBER ")|(?<first>\\d+)\\s+(?:%s)\\s+(?<second>\\d+))\\s*$",
                                              alone ? ".*" : ".+", alone ? BETWEEN "+|^" : BETWEEN "+", IN_WORDS);

  if (!match (line, pattern, &info))
    return NULL;
  *words = g_match_info_fetch_named (info, "words");
  first = g_match_info_fetch_named (info, "first");
  second = g_match_info_fetch_named (info, "second");
  if (first && *first)
    return g_strconcat (first, "/", second, NULL);
  return g_match_info_fetch_named (info, "plain");
}

/**
 * tl_line_end_share:
 * @line: words with a share behind them, or either of the two alone
 * @share: (out): the share; NAN where it says none
 *
 * "yes 40%" is "yes" and 40 %; so are "yes 2/5", "yes 0.4" and "yes, 2 in 5". A bare number is a share where it
 * stands alone, as in tl_share_parse(), and part of the words where it does not.
 *
 * Returns: (transfer full): the words; empty where there are none
 */
char *
tl_line_end_share (const char *line, double *share)
{
  g_autofree char *words = NULL;
  g_autofree char *text = take_ratio (line, TRUE, &words);

  if (text && tl_share_parse (text, share, NULL))
    return g_steal_pointer (&words);
  if (tl_share_parse (line, share, NULL))
    return g_strdup ("");
  *share = NAN;
  return whole (line);
}

/**
 * tl_line_end_rate:
 * @line: a name, perhaps with how often behind it
 * @rate: (out): how often, each time; NAN where it does not say
 *
 * "Where is my engineer? 20%" is that name and 0.2; so are "1 in 5", "1/5" and "0.2" behind it. There must be a name
 * before it.
 *
 * Returns: (transfer full): the name
 */
char *
tl_line_end_rate (const char *line, double *rate)
{
  g_autofree char *name = NULL;
  g_autofree char *text = take_ratio (line, FALSE, &name);

  if (text && tl_rate_parse (text, rate, NULL))
    return g_steal_pointer (&name);
  *rate = NAN;
  return whole (line);
}

/* The word may have been any of them. */
static TlPeriod
period_by_word (const char *word, TlPeriod otherwise)
{
  for (guint i = 0; i < G_N_ELEMENTS (period_words); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("(?:%s)$", _ (period_words[i].words));
      g_autoptr (GMatchInfo) info = NULL;

      if (match (word, pattern, &info))
        return period_words[i].period;
    }
  return otherwise;
}

static char *
frequency_pattern (void)
{
  GString *periods = g_string_new (NULL);
  char *pattern;

  for (guint i = 0; i < G_N_ELEMENTS (period_words); i++)
    g_string_append_printf (periods, "%s%s", i > 0 ? "|" : "", _ (period_words[i].words));
  pattern
      = g_strdup_printf ("\\s*(?<name>.+?)(?:" BETWEEN "+(?<each>" NUMBER ")\\s*(?:/\\s*|\\s(?:%s)\\s+)(?<period>%s)"
                         "|(?:,\\s*|(?<=[?!])\\s+)(?<plain>" NUMBER "))\\s*$",
                         PER_WORDS, periods->str);
  g_string_free (periods, TRUE);
  return pattern;
}

/**
 * tl_line_end_frequency:
 * @line: what customers ask for, perhaps with how often behind it
 * @period: what the study counts by
 * @frequency: (out): how often in each @period; NAN where it does not say
 *
 * "My boiler is broken, 120" is that name and 120 times; so is a number behind a question or exclamation mark, and
 * "120 a week", "120/week" and "120 per week" where the study counts by weeks; other periods are converted. A bare
 * number behind words is a part of the name: "Form 12".
 *
 * Returns: (transfer full): the name
 */
char *
tl_line_end_frequency (const char *line, TlPeriod period, double *frequency)
{
  g_autofree char *pattern = frequency_pattern ();
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *each = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *word = NULL;

  *frequency = NAN;
  if (!match (line, pattern, &info))
    return whole (line);
  each = g_match_info_fetch_named (info, "each");
  plain = g_match_info_fetch_named (info, "plain");
  word = g_match_info_fetch_named (info, "period");
  if (!tl_amount_parse (each && *each ? each : plain, frequency, NULL))
    return whole (line);
  if (each && *each)
    *frequency *= tl_period_days (period) / tl_period_days (period_by_word (word, period));
  return g_match_info_fetch_named (info, "name");
}
