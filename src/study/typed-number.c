#include "typed-number.h"

#include <math.h>
#include <string.h>

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
  *number = g_ascii_strtod (plain->str, NULL);
  return isfinite (*number);
}
