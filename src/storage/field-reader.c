#include "field-reader.h"

#include <math.h>
#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define LONGEST_NUMBER 400
#define LONGEST_ID 100
#define XML_SPACES " \t\r\n"

/* Powers of ten that a double holds exactly. */
static const double powers_of_ten[]
    = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

/* Numbers of up to 15 digits without an exponent, which are nearly all: digits and power are exact as
 * doubles, so one division rounds correctly. Several times faster than strtod. */
static gboolean
read_plain_number (const char *text, double *number)
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

/* g_ascii_strtod() would also take hexadecimal, "inf" and "nan". */
static gboolean
read_number (const char *text, double *number)
{
  gsize length;
  char *end;

  text += strspn (text, XML_SPACES);
  if (read_plain_number (text, number))
    return TRUE;
  length = strspn (text, "+-.0123456789eE");
  if (length == 0 || length > LONGEST_NUMBER || text[length + strspn (text + length, XML_SPACES)])
    return FALSE;
  *number = g_ascii_strtod (text, &end) + 0.0;
  return end == text + length && isfinite (*number);
}

static char *
complain_of_range (const TlField *field, double number)
{
  char bound[G_ASCII_DTOSTR_BUF_SIZE];

  if (number < field->minimum && field->minimum == 0)
    return g_strdup (_ ("must not be negative"));
  if (number < field->minimum)
    return g_strdup_printf (_ ("must not be less than %s"),
                            g_ascii_formatd (bound, sizeof bound, "%.15g", field->minimum));
  return g_strdup_printf (_ ("must not be more than %s"),
                          g_ascii_formatd (bound, sizeof bound, "%.15g", field->maximum));
}

static gboolean
number_from (const TlField *field, const char *text, TlValue *value, char **complaint)
{
  double number;

  if (!read_number (text, &number))
    {
      *complaint = g_strdup (_ ("must be a number, with a point and without a unit"));
      return FALSE;
    }
  if (number < field->minimum || number > field->maximum)
    {
      *complaint = complain_of_range (field, number);
      return FALSE;
    }
  *value = tl_value_number (number == 0 ? 0 : number);
  return TRUE;
}

static gboolean
choice_from (const TlField *field, const char *text, TlValue *value, char **complaint)
{
  const TlChoice *choice = tl_choice_by_nick (field->choices, text);
  g_autoptr (GString) words = NULL;

  if (choice)
    {
      *value = tl_value_choice (choice->value);
      return TRUE;
    }
  words = g_string_new (NULL);
  for (choice = field->choices; choice->nick; choice++)
    g_string_append_printf (words, "%s%s", words->len ? ", " : "", choice->nick);
  *complaint = g_strdup_printf (_ ("must be one of: %s"), words->str);
  return FALSE;
}

/**
 * tl_field_read: (skip)
 * @field: a field that holds a number or a choice
 * @text: what stands in the file, decoded
 * @value: (out): what that says, where it says something
 * @complaint: (out): else what is wrong, in words that follow the field and the text
 *
 * Returns: whether @value was set
 */
gboolean
tl_field_read (const TlField *field, const char *text, TlValue *value, char **complaint)
{
  switch (field->type)
    {
    case TL_FIELD_NUMBER:
      return number_from (field, text, value, complaint);
    case TL_FIELD_CHOICE:
      return choice_from (field, text, value, complaint);
    case TL_FIELD_TEXT:
    case TL_FIELD_ITEM:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_id_is_good: (skip)
 * @id: an id as it stands in a file
 *
 * Returns: whether it is a letter, then letters, digits, "-", "_" and ".", 100 at most: ids stand in
 *   lists with spaces between them, on command lines and in names of files
 */
gboolean
tl_id_is_good (const char *id)
{
  const char *p = id;

  if (!g_ascii_isalpha (*p))
    return FALSE;
  while (g_ascii_isalnum (*p) || *p == '-' || *p == '_' || *p == '.')
    p++;
  return *p == '\0' && p - id <= LONGEST_ID;
}
