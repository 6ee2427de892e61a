#include "quantity.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (tl-quantity-error-quark, tl_quantity_error)

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
  const char *words = _(unit->words);

  return g_strndup (words, strcspn (words, "|"));
}

static const TimeUnit *
unit_by_word (const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (time_units); i++)
    {
      g_auto (GStrv) words = g_strsplit (_(time_units[i].words), "|", -1);

      for (guint j = 0; words[j]; j++)
        {
          g_autofree char *candidate = g_utf8_casefold (words[j], -1);

          if (strcmp (candidate, folded) == 0)
            return &time_units[i];
        }
    }
  return NULL;
}

static gboolean
locale_has_decimal_comma (void)
{
  return strcmp (localeconv ()->decimal_point, ",") == 0;
}

/* "1,000" means a thousand to who writes decimals with a point; "1,5" can only be a decimal. */
static gboolean
comma_groups (const char *digits, const char *comma)
{
  gsize after = strspn (comma + 1, "0123456789");

  return !locale_has_decimal_comma () && after == 3 && digits[0] != '0' && comma > digits
         && comma - digits <= 3;
}

/* Reads digits with one point or comma from *@p, moves *@p behind them. */
static gboolean
read_number (const char **p, double *number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *start = *p;
  gboolean point = FALSE;

  for (; g_ascii_isdigit (**p) || **p == '.' || **p == ','; (*p)++)
    {
      if (g_ascii_isdigit (**p))
        g_string_append_c (text, **p);
      else if (**p == ',' && comma_groups (start, *p))
        start = *p + 1;
      else if (!point && (point = TRUE))
        g_string_append_c (text, '.');
      else
        return FALSE;
    }
  if (!text->len || strcmp (text->str, ".") == 0)
    return FALSE;
  *number = g_ascii_strtod (text->str, NULL);
  return isfinite (*number);
}

static void
skip_space (const char **p)
{
  while (**p && g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
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

static const TimeUnit *
read_unit (const char **p)
{
  const char *start;
  g_autofree char *word = NULL;

  skip_space (p);
  start = *p;
  while (**p && g_unichar_isalpha (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  if (*p == start)
    return &time_units[3];
  word = g_strndup (start, (gsize) (*p - start));
  if (**p == '.')
    (*p)++;
  return unit_by_word (word);
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
  const char *p = text;
  double sum = 0;

  skip_space (&p);
  if (!*p)
    {
      *minutes = NAN;
      return TRUE;
    }
  if (*p == '-')
    return out_of_range (error, _("A time can't be negative"));
  while (*p)
    {
      const TimeUnit *unit;
      double number;

      if (!read_number (&p, &number) || !(unit = read_unit (&p)))
        return not_a_number (error, _("Type a time as 6m, 2h, 3d or 1w"));
      sum += number * unit->minutes;
      skip_space (&p);
    }
  if (!isfinite (sum))
    return out_of_range (error, _("That time is too long"));
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
  const char *p = text;
  double number;

  skip_space (&p);
  if (!*p)
    {
      *amount = NAN;
      return TRUE;
    }
  if (*p == '-')
    return out_of_range (error, _("This can't be negative"));
  if (!read_number (&p, &number))
    return not_a_number (error, _("Type a number, as 12 or 0.5"));
  skip_space (&p);
  if (*p)
    return not_a_number (error, _("Type a number, as 12 or 0.5"));
  *amount = number;
  return TRUE;
}

/* What follows the first number of a share or rate: a percent sign, a fraction's bar, or nothing. */
static gboolean
finish_ratio (const char *p, double first, double *ratio)
{
  double second;

  skip_space (&p);
  *ratio = first;
  if (*p == '%')
    {
      p++;
      *ratio = first / 100;
    }
  else if (*p == '/')
    {
      p++;
      skip_space (&p);
      if (!read_number (&p, &second) || second <= 0)
        return FALSE;
      *ratio = first / second;
    }
  skip_space (&p);
  return *p == '\0';
}

/**
 * tl_share_parse:
 * @text: "40%", "40 %", "0.4" or "2/5"; "40" is taken for 40 %; the empty text means absent
 * @share: (out): 0..1; NAN for absent
 * @error: return location for a #GError of #TL_QUANTITY_ERROR
 *
 * Returns: whether @text is a share
 */
gboolean
tl_share_parse (const char *text, double *share, GError **error)
{
  const char *p = text;
  double number;
  double result;

  skip_space (&p);
  if (!*p)
    {
      *share = NAN;
      return TRUE;
    }
  if (*p == '-')
    return out_of_range (error, _("A share lies between 0 and 100 %"));
  if (!read_number (&p, &number) || !finish_ratio (p, number, &result))
    return not_a_number (error, _("Type a share as 40%, 0.4 or 2/5"));
  /* Nobody means 4,000 % by "40". */
  if (result > 1 && result <= 100 && result == number)
    result /= 100;
  if (result > 1)
    return out_of_range (error, _("A share lies between 0 and 100 %"));
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
  const char *p = text;
  double number;
  double result;

  skip_space (&p);
  if (*p == '-')
    return out_of_range (error, _("This can't be negative"));
  if (!read_number (&p, &number) || !finish_ratio (p, number, &result))
    return not_a_number (error, _("Type how often as 35%, 0.35 or 1/3"));
  *rate = result;
  return TRUE;
}

/* The two parts of a number in text and its unit do not part at a line's end. */
#define NO_BREAK_SPACE "\302\240"

static void
append_part (GString *text, double number, const TimeUnit *unit)
{
  g_autofree char *word = shown_unit (unit);

  g_string_append_printf (text, "%s%.6g" NO_BREAK_SPACE "%s", text->len ? " " : "", number, word);
}

/**
 * tl_minutes_format:
 * @minutes: a time, or NAN
 *
 * Returns: (transfer full): it as people say it: "1 h 30 min", "2 w"; the empty text for NAN. What
 *   comes out can be typed again, and means the same to the 6 digits of its smallest part.
 */
char *
tl_minutes_format (double minutes)
{
  GString *text = g_string_new (NULL);
  double rest = minutes;

  if (isnan (minutes))
    return g_string_free (text, FALSE);
  if (minutes > 0 && minutes < 1)
    append_part (text, minutes * 60, &time_units[4]);
  for (guint i = 0; i < 3 && minutes >= 1; i++)
    {
      double whole = floor (rest / time_units[i].minutes + 1e-9);

      if (whole < 1)
        continue;
      append_part (text, whole, &time_units[i]);
      rest = MAX (0, rest - whole * time_units[i].minutes);
    }
  if (text->len == 0 || rest > 5e-7)
    if (minutes >= 1 || minutes == 0)
      append_part (text, rest, &time_units[3]);
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
  word = shown_unit (&time_units[i]);
  return g_strdup_printf ("%.6g" NO_BREAK_SPACE "%s", number, word);
}

/**
 * tl_share_format:
 * @share: 0..1, or NAN
 *
 * Returns: (transfer full): "40 %", "12.5 %"; the empty text for NAN
 */
char *
tl_share_format (double share)
{
  if (isnan (share))
    return g_strdup ("");
  return g_strdup_printf ("%.4g" NO_BREAK_SPACE "%%", share * 100);
}

/**
 * tl_amount_format:
 * @amount: a number, or NAN
 *
 * Returns: (transfer full): it with up to six digits, in the user's locale; the empty text for NAN
 */
char *
tl_amount_format (double amount)
{
  if (isnan (amount))
    return g_strdup ("");
  if (fabs (amount) >= 1e6 && fabs (amount) < 1e15)
    return g_strdup_printf ("%.0f", amount);
  return g_strdup_printf ("%.6g", amount);
}

/**
 * tl_number_shortest:
 * @number: a finite number
 * @buffer: where it is written
 *
 * Writes a number with the fewest digits that read back exactly, with a point, in any locale.
 *
 * Returns: (transfer none): @buffer
 */
char *
tl_number_shortest (double number, char buffer[TL_NUMBER_SIZE])
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, TL_NUMBER_SIZE, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return buffer;
}
