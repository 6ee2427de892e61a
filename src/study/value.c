#include "value.h"

#include <math.h>
#include <string.h>

#include "item.h"

/* The characters of XML 1.0, section 2.2. */
static gboolean
can_be_written (gunichar c)
{
  return c < 0x20 ? c == '\t' || c == '\n' || c == '\r' : c != 0xfffe && c != 0xffff;
}

static gboolean
is_clean (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p; p++)
    if ((*p < 0x20 && !can_be_written (*p)) || (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe))
      return FALSE;
  return g_utf8_validate (text, -1, NULL);
}

static char *
cleaned (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    if (can_be_written (g_utf8_get_char (p)))
      g_string_append_unichar (clean, g_utf8_get_char (p));
  return g_string_free (clean, clean->len == 0);
}

/**
 * tl_value_text:
 * @text: (nullable): some text; the empty text counts as absent
 *
 * Bytes that are not UTF-8 become U+FFFD, and characters that no XML file can hold are left out: a
 * name that is pasted from anywhere must not make a study that can't be opened again.
 *
 * Returns: a value with a copy of @text
 */
TlValue
tl_value_text (const char *text)
{
  TlValue value = { .type = TL_FIELD_TEXT };

  if (text && *text)
    value.text = is_clean (text) ? g_strdup (text) : cleaned (text);
  return value;
}

/**
 * tl_value_number:
 * @number: a number, NAN for absent
 *
 * Returns: it as a value
 */
TlValue
tl_value_number (double number)
{
  return (TlValue){ .type = TL_FIELD_NUMBER, .number = number };
}

/**
 * tl_value_choice:
 * @choice: a value of the field's enum
 *
 * Returns: it as a value
 */
TlValue
tl_value_choice (int choice)
{
  return (TlValue){ .type = TL_FIELD_CHOICE, .choice = choice };
}

/**
 * tl_value_item:
 * @item: (nullable): an item of the same study
 *
 * Returns: a value that points to it, without owning it
 */
TlValue
tl_value_item (gpointer item)
{
  return (TlValue){ .type = TL_FIELD_ITEM, .item = item };
}

/**
 * tl_value_copy:
 * @value: a value
 *
 * Returns: the same, with a copy of what @value owns
 */
TlValue
tl_value_copy (const TlValue *value)
{
  return value->type == TL_FIELD_TEXT ? tl_value_text (value->text) : *value;
}

/**
 * tl_value_clear:
 * @value: a value
 *
 * Frees what @value owns and makes it absent.
 */
void
tl_value_clear (TlValue *value)
{
  if (value->type == TL_FIELD_TEXT)
    g_clear_pointer (&value->text, g_free);
}

/**
 * tl_value_equal:
 * @a: a value
 * @b: a value of the same type
 *
 * Returns: whether they say the same; two absent numbers are equal
 */
gboolean
tl_value_equal (const TlValue *a, const TlValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case TL_FIELD_TEXT:
      return g_strcmp0 (a->text, b->text) == 0;
    case TL_FIELD_NUMBER:
      return a->number == b->number || (isnan (a->number) && isnan (b->number));
    case TL_FIELD_CHOICE:
      return a->choice == b->choice;
    case TL_FIELD_ITEM:
      return a->item == b->item;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_field_accepts:
 * @field: a field
 * @value: what it might hold
 *
 * Returns: whether a study may hold @value there: of the right type and kind, not absent where the
 *   field is required, a number within the field's range, a choice that has a word
 */
gboolean
tl_field_accepts (const TlField *field, const TlValue *value)
{
  gboolean optional = !(field->flags & TL_FIELD_REQUIRED);

  if (field->type != value->type)
    return FALSE;
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      return optional || value->text;
    case TL_FIELD_NUMBER:
      return isnan (value->number) ? optional : value->number >= field->minimum && value->number <= field->maximum;
    case TL_FIELD_CHOICE:
      return tl_choice_by_value (field->choices, value->choice) != NULL;
    case TL_FIELD_ITEM:
      return value->item ? (int) value->item->kind == field->target : optional;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_choice_by_nick:
 * @choices: a table of words
 * @nick: the word in the file
 *
 * Returns: (nullable): the row, %NULL where there is no such word
 */
const TlChoice *
tl_choice_by_nick (const TlChoice *choices, const char *nick)
{
  for (; choices->nick; choices++)
    if (strcmp (choices->nick, nick) == 0)
      return choices;
  return NULL;
}

/**
 * tl_choice_by_value:
 * @choices: a table of words
 * @value: a value of the enum
 *
 * Returns: (nullable): the row
 */
const TlChoice *
tl_choice_by_value (const TlChoice *choices, int value)
{
  for (; choices->nick; choices++)
    if (choices->value == value)
      return choices;
  return NULL;
}
