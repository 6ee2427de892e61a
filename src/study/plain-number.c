#include "plain-number.h"

#include <math.h>
#include <string.h>

/* Below this even zeros behind the mark are counted by nobody. */
#define SMALLEST_PLAIN 1e-9

const char *const tl_raised_digits[10] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

/* "e+22" behind a number as printf() writes it, as " × 10²²". */
static char *
as_power (const char *printed)
{
  const char *exponent = strchr (printed, 'e');
  GString *text = g_string_new_len (printed, exponent ? exponent - printed : (gssize) strlen (printed));

  if (!exponent)
    return g_string_free (text, FALSE);
  g_string_append (text, "\302\240×\302\240"
                         "10");
  if (*++exponent == '-')
    g_string_append (text, "⁻");
  for (exponent++; *exponent == '0' && exponent[1];)
    exponent++;
  for (; *exponent; exponent++)
    g_string_append (text, tl_raised_digits[*exponent - '0']);
  return g_string_free (text, FALSE);
}

/* Without zeros behind that say nothing; the mark may be any of a locale's. */
static char *
without_zeros (char *text)
{
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '0')
    text[--length] = '\0';
  return text;
}

/**
 * tl_plain_number:
 * @number: a finite number
 * @digits: how many of its digits count
 *
 * Returns: (transfer full): it in the user's locale, without zeros behind that say nothing: "1234.5", "0.00005",
 *   "1000000000000"; "1.25 × 10²²" from %TL_AMOUNT_LONG on. tl_typed_number_read() reads it again
 */
char *
tl_plain_number (double number, int digits)
{
  double size = fabs (number);
  g_autofree char *printed = NULL;

  if (size >= pow (10, digits) - 0.5 && size < TL_AMOUNT_LONG)
    return g_strdup_printf ("%.0f", number);
  if (size < 1e-4 && size >= SMALLEST_PLAIN)
    return without_zeros (g_strdup_printf ("%.*f", digits - 1 - (int) floor (log10 (size)), number));
  printed = g_strdup_printf ("%.*g", digits, number);
  return as_power (printed);
}
