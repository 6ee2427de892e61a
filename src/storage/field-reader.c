#include "field-reader.h"

#include <string.h>

#include "study/number-text.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define LONGEST_ID 100

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

  if (!tl_number_read (text, &number))
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
