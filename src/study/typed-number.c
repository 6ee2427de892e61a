#include "typed-number.h"

#include <math.h>
#include <string.h>

#include "plain-number.h"

#define DIGITS "0123456789"

/* The length of a space that parts thousands, as in "10 000": three digits follow it, no more. */
static gsize
group_space (const char *p, gsize digits_before)
{
  /* plain, no-break, narrow no-break and thin */
  static const char *const spaces[] = { " ", "\302\240", "\342\200\257", "\342\200\211" };

  for (guint i = 0; digits_before > 0 && digits_before <= 3 && i < G_N_ELEMENTS (spaces); i++)
    if (g_str_has_prefix (p, spaces[i]) && strspn (p + strlen (spaces[i]), DIGITS) == 3)
      return strlen (spaces[i]);
  return 0;
}

/* Takes digits, points and commas from *@p, without spaces between thousands, and moves *@p on. */
static char *
take_digits (const char **p)
{
  GString *taken = g_string_new (NULL);
  gsize run = 0;
  gsize space;

  while (TRUE)
    {
      if (g_ascii_isdigit (**p))
        run++;
      else if (**p == '.' || **p == ',')
        run = 4; /* no thousands behind a mark */
      else if ((space = group_space (*p, run)))
        {
          *p += space;
          run = 0;
          continue;
        }
      else
        return g_string_free (taken, FALSE);
      g_string_append_c (taken, *(*p)++);
    }
}

static guint
count_char (const char *text, char c)
{
  guint n = 0;

  for (; *text; text++)
    n += *text == c;
  return n;
}

/* "1,000,000" */
static gboolean
is_grouped (const char *text, gsize length, char mark)
{
  gsize first = strspn (text, DIGITS);

  if (first < 1 || first > 3 || text[0] == '0')
    return FALSE;
  for (gsize at = first; at < length; at += 4)
    if (text[at] != mark || strspn (text + at + 1, DIGITS) != 3)
      return FALSE;
  return TRUE;
}

/* Which of the marks in @text is the decimal one: *@decimal, 0 for none. With both, it is the later
 * one. One alone is read as the user's language has it (@own): "1,000" means a thousand to who
 * writes decimals with a point, "1.000" to who writes them with a comma; "1,5" can only be a
 * decimal.
 *
 * Returns: %FALSE where it can't be made out */
static gboolean
find_decimal (const char *text, char own, char *decimal)
{
  const char *point = strrchr (text, '.');
  const char *comma = strrchr (text, ',');
  const char *last = !comma || (point && point > comma) ? point : comma;
  char other;

  *decimal = last ? *last : '\0';
  if (!last)
    return TRUE;
  other = *last == '.' ? ',' : '.';
  if (point && comma)
    return count_char (text, *last) == 1 && is_grouped (text, (gsize) (last - text), other);
  if ((count_char (text, *last) > 1 || *last != own) && is_grouped (text, strlen (text), *last))
    *decimal = '\0';
  else if (count_char (text, *last) > 1)
    return FALSE;
  return TRUE;
}

/* "e+06", as very large and very small numbers are shown. */
static gsize
exponent_length (const char *p)
{
  gsize sign = p[0] && (p[1] == '+' || p[1] == '-');
  gsize digits;

  if (*p != 'e' && *p != 'E')
    return 0;
  digits = strspn (p + 1 + sign, DIGITS);
  return digits ? 1 + sign + digits : 0;
}

/* Takes *@sign from *@p, with spaces before it. */
static gboolean
take_sign (const char **p, const char *sign)
{
  const char *at = *p;

  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (!g_str_has_prefix (at, sign))
    return FALSE;
  *p = at + strlen (sign);
  return TRUE;
}

static int
take_raised (const char **p)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (tl_raised_digits); i++)
    if (g_str_has_prefix (*p, tl_raised_digits[i]))
      {
        *p += strlen (tl_raised_digits[i]);
        return i;
      }
  return -1;
}

/* " × 10²²", as tl_plain_number() writes it. Appends it as "e22" and moves *@p behind it. */
static void
take_power (const char **p, GString *plain)
{
  const char *at = *p;
  gboolean negative;
  int digit;

  if (!take_sign (&at, "×") || !take_sign (&at, "10"))
    return;
  negative = take_sign (&at, "⁻");
  if ((digit = take_raised (&at)) < 0)
    return;
  g_string_append (plain, negative ? "e-" : "e");
  for (; digit >= 0; digit = take_raised (&at))
    g_string_append_c (plain, (char) ('0' + digit));
  *p = at;
}

/**
 * tl_typed_number_read:
 * @p: (inout): where a number should begin; moved behind it
 * @own: the decimal mark of the user's language, a point or a comma
 * @number: (out): the number, finite and not negative
 *
 * Returns: whether there is one
 */
gboolean
tl_typed_number_read (const char **p, char own, double *number)
{
  g_autofree char *taken = take_digits (p);
  g_autoptr (GString) plain = g_string_new (NULL);
  gsize exponent;
  char decimal;

  if (!strpbrk (taken, DIGITS) || !find_decimal (taken, own, &decimal))
    return FALSE;
  for (const char *c = taken; *c; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (plain, *c);
    else if (*c == decimal)
      g_string_append_c (plain, '.');
  exponent = exponent_length (*p);
  g_string_append_len (plain, *p, (gssize) exponent);
  *p += exponent;
  if (!exponent)
    take_power (p, plain);
  *number = g_ascii_strtod (plain->str, NULL);
  return isfinite (*number);
}
