#include "quantity.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "plain-number.h"
#include "typed-number.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* The name becomes a string as it stands. */
/* clang-format off */
G_DEFINE_QUARK (tl-quantity-error-quark, tl_quantity_error)
/* clang-format on */

/* As word processors write it. */
#define MINUS "\342\210\222"

typedef struct
{
  double minutes;
  const char *words; /* what people write, parted by bars; the first is what is shown */
} TimeUnit;

/* Largest first. */
static const TimeUnit time_units[] = {
  /* TRANSLATORS: words for a week, day, hour, minute and second as typed after a number, parted by
   * bars. The first is shown; keep the English ones at the end. */
  { 10080, N_ ("w|wk|wks|week|weeks") },
  { 1440, N_ ("d|day|days") },
  { 60, N_ ("h|hr|hrs|hour|hours") },
  { 1, N_ ("min|m|mins|minute|minutes") },
  { 1.0 / 60, N_ ("s|sec|secs|second|seconds") },
};

static char *
shown_unit (const TimeUnit *unit)
{
  const char *words = _ (unit->words);

  return g_strndup (words, strcspn (words, "|"));
}

/* Whether @word is one of @words, which are parted by bars. */
static gboolean
is_among (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *p = words; p; p = strchr (p, '|'))
    {
      p += *p == '|';
      if (strncmp (p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static const TimeUnit *
unit_by_word (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (time_units); i++)
    {
      g_autofree char *words = g_utf8_casefold (_ (time_units[i].words), -1);

      if (is_among (words, folded))
        return &time_units[i];
    }
  return NULL;
}

/* Reads a number from *@p, moves *@p behind it. */
static gboolean
read_number (const char **p, double *number)
{
  return tl_typed_number_read (p, *localeconv ()->decimal_point == ',' ? ',' : '.', number);
}

static void
skip_space (const char **p)
{
  while (**p && g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

/* Moves *@p to where @text begins to say something; bytes that are not UTF-8 say nothing. */
static gboolean
begin (const char *text, const char **p)
{
  *p = text;
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  skip_space (p);
  return TRUE;
}

static gboolean
not_a_number (GError **error, const char *message)
{
  g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_NOT_A_NUMBER, message);
  return FALSE;
}

static gboolean
out_of_range (GError **error, const char *message)
{
  g_set_error_literal (error, TL_QUANTITY_ERROR, TL_QUANTITY_ERROR_OUT_OF_RANGE, message);
  return FALSE;
}

/* Reads a word for a unit from *@p, moves *@p behind it. Without a word, *@unit is %NULL. */
static gboolean
read_unit (const char **p, const TimeUnit **unit)
{
  const char *start;
  g_autofree char *word = NULL;

  skip_space (p);
  start = *p;
  *unit = NULL;
  while (**p && g_unichar_isalpha (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  if (*p == start)
    return TRUE;
  word = g_strndup (start, (gsize) (*p - start));
  if (**p == '.')
    (*p)++;
  *unit = unit_by_word (word);
  return *unit != NULL;
}

/* Reads one part of a time ("30m" of "1h 30m") from *@p and adds it. Only the last may be without a
 * unit: "1 30" could mean anything. */
static gboolean
read_part (const char **p, double *minutes)
{
  const TimeUnit *unit;
  double number;

  if (!read_number (p, &number) || !read_unit (p, &unit))
    return FALSE;
  skip_space (p);
  *minutes += number * (unit ? unit->minutes : 1);
  return unit || !**p;
}

/**
 * tl_minutes_parse:
 * @text: "6m", "2 h", "1h 30m", "3d", "1w", "90"; the empty text means absent
 * @minutes: (out): the minutes; NAN for absent
 * @error: return location for a #GError of #TL_QUANTITY_ERROR, with words for who typed it
 *
 * A number without a unit is minutes.
 *
 * Returns: whether @text is a time
 */
gboolean
tl_minutes_parse (const char *text, double *minutes, GError **error)
{
  const char *p;
  double sum = 0;

  if (!begin (text, &p))
    return not_a_number (error, _ ("Type a time as 6m, 2h, 3d or 1w"));
  if (!*p)
    {
      *minutes = NAN;
      return TRUE;
    }
  if (*p == '-')
    return out_of_range (error, _ ("A time can't be negative"));
  while (*p)
    if (!read_part (&p, &sum))
      return not_a_number (error, _ ("Type a time as 6m, 2h, 3d or 1w"));
  if (!isfinite (sum))
    return out_of_range (error, _ ("That time is too long"));
  *minutes = sum;
  return TRUE;
}

/**
 * tl_amount_parse:
 * @text: a number that is not negative, with a decimal point or comma; empty means absent
 * @amount: (out): the number; NAN for absent
 * @error: return location for a #GError of #TL_QUANTITY_ERROR
 *
 * Returns: whether @text is a number
 */
gboolean
tl_amount_parse (const char *text, double *amount, GError **error)
{
  const char *p;
  double number;

  if (!begin (text, &p))
    return not_a_number (error, _ ("Type a number, as 12 or 0.5"));
  if (!*p)
    {
      *amount = NAN;
      return TRUE;
    }
  if (*p == '-')
    return out_of_range (error, _ ("This can't be negative"));
  if (!read_number (&p, &number))
    return not_a_number (error, _ ("Type a number, as 12 or 0.5"));
  skip_space (&p);
  if (*p)
    return not_a_number (error, _ ("Type a number, as 12 or 0.5"));
  *amount = number;
  return TRUE;
}

/**
 * tl_measured_parse:
 * @text: what was measured: a number, perhaps negative, perhaps with a percent sign behind it, with a
 * decimal point or comma; empty means absent
 * @own: the decimal mark that is meant where both could be, a point or a comma; 0 for that of the
 * user's language
 * @value: (out): the number as it stands: 24 for "24 %"; NAN for absent
 * @error: return location for a #GError of #TL_QUANTITY_ERROR
 *
 * Returns: whether @text is a number
 */
gboolean
tl_measured_parse (const char *text, char own, double *value, GError **error)
{
  const char *wrong = _ ("Type a number, as 12 or 0.5");
  double sign = 1;
  const char *p;

  *value = NAN;
  if (!begin (text, &p))
    return not_a_number (error, wrong);
  if (!*p)
    return TRUE;
  if (*p == '-' || g_str_has_prefix (p, MINUS))
    {
      p += *p == '-' ? 1 : strlen (MINUS);
      sign = -1;
    }
  if (own ? !tl_typed_number_read (&p, own, value) : !read_number (&p, value))
    return not_a_number (error, wrong);
  skip_space (&p);
  if (*p == '%')
    p++;
  skip_space (&p);
  if (*p)
    {
      *value = NAN;
      return not_a_number (error, wrong);
    }
  *value *= sign;
  return TRUE;
}

/* Reads all of a share or rate: a number, with a percent sign, over another number, or alone. */
static gboolean
read_ratio (const char *p, double *ratio, gboolean *alone)
{
  double second;

  if (!read_number (&p, ratio))
    return FALSE;
  skip_space (&p);
  *alone = *p == '\0';
  if (*p == '%')
    {
      p++;
      *ratio /= 100;
    }
  else if (*p == '/')
    {
      p++;
      skip_space (&p);
      if (!read_number (&p, &second) || second <= 0)
        return FALSE;
      *ratio /= second;
    }
  skip_space (&p);
  return *p == '\0' && isfinite (*ratio);
}

/**
 * tl_share_parse:
 * @text: "40%", "40 %", "0.4" or "2/5"; "40" is taken for 40 %, but "1" for all; the empty text
 *   means absent
 * @share: (out): 0..1; NAN for absent
 * @error: return location for a #GError of #TL_QUANTITY_ERROR
 *
 * Returns: whether @text is a share
 */
gboolean
tl_share_parse (const char *text, double *share, GError **error)
{
  const char *p;
  double result;
  gboolean alone;

  if (!begin (text, &p))
    return not_a_number (error, _ ("Type a share as 40%, 0.4 or 2/5"));
  if (!*p)
    {
      *share = NAN;
      return TRUE;
    }
  if (*p == '-')
    return out_of_range (error, _ ("A share lies between 0 and 100 %"));
  if (!read_ratio (p, &result, &alone))
    return not_a_number (error, _ ("Type a share as 40%, 0.4 or 2/5"));
  /* Nobody means 4,000 % by "40". */
  if (alone && result > 1 && result <= 100)
    result /= 100;
  if (result > 1)
    return out_of_range (error, _ ("A share lies between 0 and 100 %"));
  *share = result;
  return TRUE;
}

/**
 * tl_rate_parse:
 * @text: "35%", "0.35", "1/3" or "2": how often, each time; the empty text is refused
 * @rate: (out): 0 or more
 * @error: return location for a #GError of #TL_QUANTITY_ERROR
 *
 * Unlike a share, a rate may be above 1: "2" means twice each time.
 *
 * Returns: whether @text is a rate
 */
gboolean
tl_rate_parse (const char *text, double *rate, GError **error)
{
  const char *p;
  double result;
  gboolean alone;

  if (!begin (text, &p))
    return not_a_number (error, _ ("Type how often as 35%, 0.35 or 1/3"));
  if (*p == '-')
    return out_of_range (error, _ ("This can't be negative"));
  if (!read_ratio (p, &result, &alone))
    return not_a_number (error, _ ("Type how often as 35%, 0.35 or 1/3"));
  *rate = result;
  return TRUE;
}

/* From here on a number that is only read, not typed again, has its thousands parted. */
#define GROUPED 1000.0

/* The two parts of a number in text and its unit do not part at a line's end. */
#define NO_BREAK_SPACE "\302\240"

static void
append_part (GString *text, double number, const TimeUnit *unit)
{
  g_autofree char *amount = tl_amount_format (number);
  g_autofree char *word = shown_unit (unit);

  if (text->len)
    g_string_append_c (text, ' ');
  g_string_append (text, amount);
  g_string_append (text, NO_BREAK_SPACE);
  g_string_append (text, word);
}

/* Weeks, days, hours and what is left in minutes. */
static void
append_parts (GString *text, double minutes)
{
  /* To what will be shown, so that it does not end in "60 min". Beyond that doubles are coarser. */
  double rest = minutes < 1e10 ? round (minutes * 1e4) / 1e4 : minutes;

  for (guint i = 0; i < 3; i++)
    {
      double whole = floor (rest / time_units[i].minutes);

      if (whole < 1)
        continue;
      append_part (text, whole, &time_units[i]);
      rest = MAX (0, rest - whole * time_units[i].minutes);
    }
  if (text->len == 0 || rest > 5e-5)
    append_part (text, rest, &time_units[3]);
}

/**
 * tl_minutes_format:
 * @minutes: a time that is not negative, or NAN
 *
 * Returns: (transfer full): it as people say it: "1 h 30 min", "2 w"; the empty text for NAN. What
 *   comes out can be typed again, and means the same to a ten-thousandth of a minute
 */
char *
tl_minutes_format (double minutes)
{
  GString *text = g_string_new (NULL);

  if (minutes > 0 && minutes < 1)
    append_part (text, minutes * 60, &time_units[4]);
  else if (isfinite (minutes))
    append_parts (text, minutes);
  return g_string_free (text, FALSE);
}

/**
 * tl_minutes_format_short:
 * @minutes: a time, or NAN
 *
 * Returns: (transfer full): about how long, in one unit with at most one decimal: "1.5 h", "14.4 d";
 *   for pictures and sentences. The empty text for NAN.
 */
char *
tl_minutes_format_short (double minutes)
{
  guint i = 3;
  g_autofree char *amount = NULL;
  g_autofree char *word = NULL;
  double number;

  if (isnan (minutes))
    return g_strdup ("");
  /* Days up to four weeks: "14 d" says more than "2 w" where parts of weeks matter. */
  if (minutes >= 4 * 10080)
    i = 0;
  else if (minutes >= 2 * 1440)
    i = 1;
  else if (minutes >= 90)
    i = 2;
  else if (minutes > 0 && minutes < 1)
    i = 4;
  number = round (minutes / time_units[i].minutes * 10) / 10;
  amount = number < GROUPED || number >= TL_AMOUNT_LONG ? tl_amount_format (number) : g_strdup_printf ("%'.0f", number);
  word = shown_unit (&time_units[i]);
  return g_strconcat (amount, NO_BREAK_SPACE, word, NULL);
}

/**
 * tl_share_format:
 * @share: 0..1, or NAN
 *
 * Returns: (transfer full): "40 %", "12.5 %", to four digits, in the user's locale; the empty text
 *   for NAN
 */
char *
tl_share_format (double share)
{
  g_autofree char *percent = NULL;

  if (isnan (share))
    return g_strdup ("");
  percent = tl_plain_number (share * 100, 4);
  return g_strconcat (percent, NO_BREAK_SPACE "%", NULL);
}

/**
 * tl_amount_format:
 * @amount: a number, or NAN
 *
 * Returns: (transfer full): it with up to six digits, or all before the decimal mark, in the user's
 *   locale (tl_plain_number()); the empty text for NAN
 */
char *
tl_amount_format (double amount)
{
  if (isnan (amount))
    return g_strdup ("");
  return tl_plain_number (amount, 6);
}
