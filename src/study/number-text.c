#include "number-text.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define LONGEST_NUMBER 400
#define XML_SPACES " \t\r\n"

/* Whole numbers up to here are exact, and so are all their digits. */
#define MOST_WHOLE 1e15

/* Nearly all numbers are small and whole: printf() takes twenty times as long for them. */
static char *
write_whole (guint64 number, gboolean negative, char *buffer)
{
  char digits[TL_NUMBER_SIZE];
  guint n = 0;
  char *to = buffer;

  do
    digits[n++] = (char) ('0' + number % 10);
  while (number /= 10);
  if (negative)
    *to++ = '-';
  while (n > 0)
    *to++ = digits[--n];
  *to = '\0';
  return buffer;
}

static char *
write_any (double number, char buffer[TL_NUMBER_SIZE])
{
  /* 15 digits say any decimal of 15 digits or fewer again, without needless ones behind. Numbers
   * next to zero have less precision, and 15 digits would show what is not there. */
  int digits = fabs (number) < DBL_MIN ? 1 : DBL_DIG;
  char all[TL_NUMBER_SIZE];

  for (; digits <= DBL_DECIMAL_DIG; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, TL_NUMBER_SIZE, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  /* Whole numbers of 16 and 17 digits are shorter without an exponent. */
  if (fabs (number) >= 1e15 && fabs (number) < 1e17)
    {
      g_ascii_formatd (all, TL_NUMBER_SIZE, "%.17g", number);
      if (strlen (all) < strlen (buffer))
        g_strlcpy (buffer, all, TL_NUMBER_SIZE);
    }
  return buffer;
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
  double size = fabs (number);

  if (size < MOST_WHOLE && size == (double) (guint64) size)
    return write_whole ((guint64) size, signbit (number), buffer);
  return write_any (number, buffer);
}

/* Powers of ten that a double holds exactly. */
static const double powers_of_ten[]
    = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

/* Numbers of up to 15 digits without an exponent, which are nearly all: digits and power are exact as
 * doubles, so one division rounds correctly. Several times faster than strtod. */
static gboolean
read_plain (const char *text, double *number)
{
  guint64 digits = 0;
  guint n_digits = 0;
  guint n_decimals = 0;
  const char *point = NULL;

  for (; *text; text++)
    {
      if (*text == '.' && !point)
        {
          point = text;
          continue;
        }
      if (!g_ascii_isdigit (*text) || ++n_digits > 15)
        return FALSE;
      digits = digits * 10 + (guint64) (*text - '0');
      n_decimals += point != NULL;
    }
  *number = (double) digits / powers_of_ten[n_decimals];
  return n_digits > 0;
}

/**
 * tl_number_read:
 * @text: what tl_number_shortest() writes, perhaps with white space around it
 * @number: (out): what it says
 *
 * Unlike g_ascii_strtod() it takes no hexadecimal, no "inf" and no "nan".
 *
 * Returns: whether @text is a number and nothing else
 */
gboolean
tl_number_read (const char *text, double *number)
{
  gsize length;
  char *end;

  text += strspn (text, XML_SPACES);
  if (read_plain (text, number))
    return TRUE;
  length = strspn (text, "+-.0123456789eE");
  if (length == 0 || length > LONGEST_NUMBER || text[length + strspn (text + length, XML_SPACES)])
    return FALSE;
  *number = g_ascii_strtod (text, &end) + 0.0;
  return end == text + length && isfinite (*number);
}
