#include "value.h"

#include <math.h>
#include <string.h>

/**
 * tl_value_text:
 * @text: (nullable): some text; the empty text counts as absent
 *
 * Returns: a value with a copy of @text
 */
TlValue
tl_value_text (const char *text)
{
  return (TlValue){ .type = TL_FIELD_TEXT, .text = text && *text ? g_strdup (text) : NULL };
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
