/* value.h: what one field of an item holds, and how fields are described.
 *
 * A study is described by tables (see item.h). The tables are the one place that knows which
 * attributes a step or a demand has: the reader, the writer, the edits, copy and paste and the
 * tests all work from them, so that a new field is one new row.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlItem TlItem;

/**
 * TlFieldType:
 * @TL_FIELD_TEXT: a text
 * @TL_FIELD_NUMBER: a number that is finite
 * @TL_FIELD_CHOICE: one of a table of words
 * @TL_FIELD_ITEM: a reference to another item
 *
 * What a field holds. How it lies in the struct stands beside each.
 */
typedef enum
{
  TL_FIELD_TEXT,   /* char *, NULL where absent; never the empty string; UTF-8 that XML can hold */
  TL_FIELD_NUMBER, /* double, NAN where absent */
  TL_FIELD_CHOICE, /* an enum (int); 0 where absent */
  TL_FIELD_ITEM,   /* pointer to another item of the same study, NULL where absent; not owned */
} TlFieldType;

/**
 * TlChoice:
 * @value: the enum's value
 * @nick: the word in the file
 * @label: the word on the screen, to be translated with gettext
 *
 * One word that a field of type %TL_FIELD_CHOICE can hold. Tables end with a row whose @nick is %NULL.
 */
typedef struct
{
  int value;
  const char *nick;
  const char *label;
} TlChoice;

/**
 * TlFieldFlags:
 * @TL_FIELD_PLAIN: an attribute, written where it is not absent
 * @TL_FIELD_REQUIRED: never absent in a study
 * @TL_FIELD_ALWAYS: written in any case
 * @TL_FIELD_CONTENT: the text of the element
 * @TL_FIELD_CHILD: a child element
 * @TL_FIELD_SHARED: a text that many items have in common
 * @TL_FIELD_SMALL: a short text that nearly every one of very many items has
 *
 * How a field is written and kept, and whether it may be absent.
 */
typedef enum
{
  TL_FIELD_PLAIN = 0,
  TL_FIELD_REQUIRED = 1 << 0, /* without it the item means nothing, the reader refuses it */
  TL_FIELD_ALWAYS = 1 << 1,   /* written even where it holds its default */
  TL_FIELD_CONTENT = 1 << 2,  /* stands in the file as the text of the element, not as an attribute */
  TL_FIELD_CHILD = 1 << 3,    /* stands in the file as a child element of that name with text */
  TL_FIELD_SHARED = 1 << 4,   /* kept once for all who say the same (g_ref_string_new_intern()) */
  TL_FIELD_SMALL = 1 << 5,    /* kept in a pool (pool.h) */
} TlFieldFlags;

/**
 * TlField:
 * @name: its name, in the file and in every call that takes a field by name
 * @type: what it holds
 * @flags: how it is written and kept, and whether it may be absent
 * @offset: where it lies in the item's struct
 * @choices: for %TL_FIELD_CHOICE, its words
 * @target: for %TL_FIELD_ITEM, the #TlItemKind it refers to
 * @minimum: for %TL_FIELD_NUMBER, the smallest number allowed
 * @maximum: for %TL_FIELD_NUMBER, the largest number allowed
 * @within: (nullable): for %TL_FIELD_CHILD, the wrapper element that it stands in
 */
typedef struct
{
  const char *name;
  TlFieldType type;
  TlFieldFlags flags;
  gsize offset;
  const TlChoice *choices;
  int target;
  double minimum;
  double maximum;
  const char *within;
} TlField;

/**
 * TlValue:
 *
 * The content of one field as a value of its own. Text is owned by the value, an item is not.
 */
typedef struct
{
  TlFieldType type;
  union
  {
    char *text;
    double number;
    int choice;
    TlItem *item;
  };
} TlValue;

/* A million millions: more than any service has of anything. It keeps what is computed
 * from such numbers far from where doubles end. */
#define TL_NUMBER_MOST 1e12

/* Rows of field tables. */
#define TL_TEXT(Struct, member, name_, flags_)                                                                         \
  {                                                                                                                    \
    .name = name_, .type = TL_FIELD_TEXT, .flags = flags_, .offset = G_STRUCT_OFFSET (Struct, member)                  \
  }
#define TL_NUMBER(Struct, member, name_, flags_, minimum_, maximum_)                                                   \
  {                                                                                                                    \
    .name = name_, .type = TL_FIELD_NUMBER, .flags = flags_, .offset = G_STRUCT_OFFSET (Struct, member),               \
    .minimum = minimum_, .maximum = maximum_                                                                           \
  }
#define TL_CHOICE(Struct, member, name_, flags_, choices_)                                                             \
  {                                                                                                                    \
    .name = name_, .type = TL_FIELD_CHOICE, .flags = flags_, .offset = G_STRUCT_OFFSET (Struct, member),               \
    .choices = choices_                                                                                                \
  }
#define TL_REFERENCE(Struct, member, name_, flags_, target_)                                                           \
  {                                                                                                                    \
    .name = name_, .type = TL_FIELD_ITEM, .flags = flags_, .offset = G_STRUCT_OFFSET (Struct, member),                 \
    .target = target_                                                                                                  \
  }

TlValue tl_value_text (const char *text);
TlValue tl_value_number (double number);
TlValue tl_value_choice (int choice);
TlValue tl_value_item (gpointer item);
TlValue tl_value_copy (const TlValue *value) G_GNUC_WARN_UNUSED_RESULT;
void tl_value_clear (TlValue *value);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlValue, tl_value_clear)
gboolean tl_value_equal (const TlValue *a, const TlValue *b);
gboolean tl_field_accepts (const TlField *field, const TlValue *value);

const TlChoice *tl_choice_by_nick (const TlChoice *choices, const char *nick);
const TlChoice *tl_choice_by_value (const TlChoice *choices, int value);

G_END_DECLS
