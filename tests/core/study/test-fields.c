/* The tables that describe items agree with the structs and with themselves. */
#include <math.h>
#include <string.h>

#include "small-study.h"
#include "study/condition.h"
#include "study/contact.h"
#include "study/item-build.h"
#include "study/measure.h"
#include "study/step.h"
#include "study/connector.h"
#include "study/study.h"

static gsize
field_size (const TlField *field)
{
  switch (field->type)
    {
    case TL_FIELD_TEXT:
    case TL_FIELD_ITEM:
      return sizeof (gpointer);
    case TL_FIELD_NUMBER:
      return sizeof (double);
    case TL_FIELD_CHOICE:
      return sizeof (int);
    default:
      g_assert_not_reached ();
    }
}

/* No two fields or lists of a kind share a byte, and none lies outside of the struct. */
static void
test_layout (void)
{
  for (int kind = 0; kind < TL_N_ITEM_KINDS; kind++)
    {
      const TlItemType *type = tl_item_type ((TlItemKind) kind);
      g_autofree guint8 *used = g_malloc0 (type->size);

      g_assert_cmpint (type->kind, ==, kind);
      memset (used, 1, sizeof (TlItem));
      for (const TlField *field = type->fields; field->name; field++)
        for (gsize i = 0; i < field_size (field); i++)
          {
            g_assert_cmpuint (field->offset + i, <, type->size);
            g_assert_cmpuint (used[field->offset + i]++, ==, 0);
          }
      for (const TlItemList *list = type->lists; list->offset; list++)
        for (gsize i = 0; i < sizeof (GPtrArray *); i++)
          g_assert_cmpuint (used[list->offset + i]++, ==, 0);
    }
}

static void
test_names (void)
{
  g_autoptr (GHashTable) prefixes = g_hash_table_new (NULL, NULL);

  for (int kind = 0; kind < TL_N_ITEM_KINDS; kind++)
    {
      const TlItemType *type = tl_item_type ((TlItemKind) kind);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_nonnull (type->element);
      g_assert_nonnull (type->label);
      if (type->id_prefix)
        g_assert_true (g_hash_table_add (prefixes, GINT_TO_POINTER ((int) type->id_prefix)));
      for (const TlField *field = type->fields; field->name; field++)
        {
          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          g_assert_true (tl_item_field (type->kind, field->name) == field);
          g_assert_cmpstr (field->name, !=, "id");
        }
      g_assert_null (tl_item_field (type->kind, "no-such-field"));
    }
}

static void
check_choices (const TlChoice *choices)
{
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) values = g_hash_table_new (NULL, NULL);

  g_assert_nonnull (choices);
  for (const TlChoice *choice = choices; choice->nick; choice++)
    {
      g_assert_true (g_hash_table_add (nicks, (gpointer) choice->nick));
      g_assert_true (g_hash_table_add (values, GINT_TO_POINTER (choice->value)));
      g_assert_cmpstr (choice->label, !=, "");
      g_assert_true (tl_choice_by_nick (choices, choice->nick) == choice);
      g_assert_true (tl_choice_by_value (choices, choice->value) == choice);
    }
  /* 0 is what an absent choice holds, so it needs a word. */
  g_assert_nonnull (tl_choice_by_value (choices, 0));
  g_assert_null (tl_choice_by_nick (choices, "no-such-word"));
  g_assert_null (tl_choice_by_value (choices, 99));
}

static void
test_rows (void)
{
  for (int kind = 0; kind < TL_N_ITEM_KINDS; kind++)
    for (const TlField *field = tl_item_type ((TlItemKind) kind)->fields; field->name; field++)
      {
        if (field->type == TL_FIELD_CHOICE)
          check_choices (field->choices);
        if (field->type == TL_FIELD_NUMBER)
          g_assert_cmpfloat (field->minimum, <, field->maximum);
        if (field->type == TL_FIELD_ITEM)
          g_assert_true (tl_item_type ((TlItemKind) field->target)->id_prefix);
      }
}

static void
check_set_and_get (TlItem *item, const TlField *field, TlItem *target)
{
  g_auto (TlValue) value = { .type = field->type };
  g_auto (TlValue) back = { 0 };

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      value.text = g_strdup ("Où est ma réparation ?");
      break;
    case TL_FIELD_NUMBER:
      value.number = 0.5;
      break;
    case TL_FIELD_CHOICE:
      value.choice = 1;
      break;
    case TL_FIELD_ITEM:
      value.item = target;
      break;
    default:
      g_assert_not_reached ();
    }
  g_assert_true (tl_field_accepts (field, &value));
  g_assert_true (tl_item_is_default (item, field));
  tl_item_set (item, field, &value);
  g_assert_false (tl_item_is_default (item, field));
  back = tl_item_get (item, field);
  g_assert_true (tl_value_equal (&value, &back));
}

/* Each field of each kind is set on its own, and all others stay absent. */
static void
test_set_and_get (void)
{
  for (int kind = 0; kind < TL_N_ITEM_KINDS; kind++)
    for (const TlField *field = tl_item_type ((TlItemKind) kind)->fields; field->name; field++)
      {
        g_autoptr (TlItem) item = tl_item_new ((TlItemKind) kind);
        g_autoptr (TlItem) target = tl_item_new ((TlItemKind) field->target);

        check_set_and_get (item, field, target);
        for (const TlField *other = tl_item_type (item->kind)->fields; other->name; other++)
          g_assert_true (other == field || tl_item_is_default (item, other));
      }
}

/* A member that stands in the wrong row would pass all of the above. */
static void
test_members (void)
{
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_STEP);
  g_autoptr (TlItem) role = tl_item_new (TL_ITEM_ROLE);
  g_autoptr (TlItem) contact = tl_item_new (TL_ITEM_CONTACT);
  g_autoptr (TlItem) measure = tl_item_new (TL_ITEM_MEASURE);
  TlStep *step = (TlStep *) item;

  tl_item_set_text (step, "name", "Fix");
  tl_item_set_text (step, "notes", "Twice");
  tl_item_set_choice (step, "kind", TL_STEP_WAIT);
  tl_item_set_choice (step, "class", TL_CLASS_WASTE);
  tl_item_set_choice (step, "waste", TL_WASTE_CHASING);
  tl_item_set_choice (step, "repeats", TL_REPEATS_VALUE);
  tl_item_set_item (step, "role", role);
  tl_item_set_number (step, "work-minutes", 1);
  tl_item_set_number (step, "wait-minutes", 2);
  tl_item_set_number (step, "complete-and-accurate", 0.25);
  tl_item_set_number (step, "x", 3);
  tl_item_set_number (step, "y", 4);
  g_assert_cmpstr (step->name, ==, "Fix");
  g_assert_cmpstr (step->notes, ==, "Twice");
  g_assert_cmpint (step->kind, ==, TL_STEP_WAIT);
  g_assert_cmpint (step->class, ==, TL_CLASS_WASTE);
  g_assert_cmpint (step->waste, ==, TL_WASTE_CHASING);
  g_assert_cmpint (step->repeats, ==, TL_REPEATS_VALUE);
  g_assert_true (TL_ITEM (step->role) == role);
  g_assert_cmpfloat (step->work_minutes, ==, 1);
  g_assert_cmpfloat (step->wait_minutes, ==, 2);
  g_assert_cmpfloat (step->accurate, ==, 0.25);
  g_assert_cmpfloat (step->x, ==, 3);
  g_assert_cmpfloat (step->y, ==, 4);

  tl_item_set_choice (contact, "second-opinion", TL_CONTACT_VALUE);
  tl_item_set_text (contact, "listener", "AB");
  g_assert_cmpint (((TlContact *) contact)->second, ==, TL_CONTACT_VALUE);
  g_assert_cmpstr (((TlContact *) contact)->listener, ==, "AB");
  tl_item_set_choice (measure, "floor-at-zero", TL_YES);
  g_assert_cmpint (((TlMeasure *) measure)->floor_at_zero, ==, TL_YES);
  g_assert_cmpint (((TlMeasure *) measure)->about_purpose, ==, TL_NO);
  tl_item_set_choice (measure, "rules", TL_XMR_NELSON);
  tl_item_set_choice (measure, "centre", TL_CENTRE_MEDIAN);
  g_assert_cmpint (((TlMeasure *) measure)->rules, ==, TL_XMR_NELSON);
  g_assert_cmpint (((TlMeasure *) measure)->centre, ==, TL_CENTRE_MEDIAN);
}

static void
test_accepts (void)
{
  const TlField *share = tl_item_field (TL_ITEM_CONNECTOR, "share");
  const TlField *from = tl_item_field (TL_ITEM_CONNECTOR, "from");
  const TlField *rate = tl_item_field (TL_ITEM_RAISES, "rate");
  const TlField *class = tl_item_field (TL_ITEM_STEP, "class");
  g_autoptr (TlItem) role = tl_item_new (TL_ITEM_ROLE);

#define ACCEPTS(field, value) tl_field_accepts (field, &(TlValue[]){ value }[0])
  g_assert_true (ACCEPTS (share, tl_value_number (1)));
  g_assert_true (ACCEPTS (share, tl_value_number (NAN)));
  g_assert_false (ACCEPTS (share, tl_value_number (1.01)));
  g_assert_false (ACCEPTS (share, tl_value_number (-0.01)));
  g_assert_false (ACCEPTS (rate, tl_value_number (NAN)));
  g_assert_false (ACCEPTS (rate, tl_value_number (INFINITY)));
  g_assert_false (ACCEPTS (from, tl_value_item (NULL)));
  g_assert_false (ACCEPTS (from, tl_value_item (role)));
  g_assert_false (ACCEPTS (class, tl_value_choice (77)));
  g_assert_false (ACCEPTS (class, tl_value_number (1)));
#undef ACCEPTS
}

static void
test_text_values (void)
{
  const struct
  {
    const char *typed;
    const char *held;
  } rows[] = {
    { NULL, NULL },
    { "", NULL },
    { "Grüße\n\tan “alle” 🏠", "Grüße\n\tan “alle” 🏠" },
    { "a\001b\033c", "abc" },
    { "\001", NULL },
    { "a\357\277\277b\357\277\276", "ab" },
    { "\357\277\275", "\357\277\275" },
    { "caf\351", "caf\357\277\275" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (TlValue) value = tl_value_text (rows[i].typed);
      g_assert_cmpstr (value.text, ==, rows[i].held);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/fields/layout", test_layout);
  g_test_add_func ("/study/fields/names", test_names);
  g_test_add_func ("/study/fields/rows", test_rows);
  g_test_add_func ("/study/fields/set-and-get", test_set_and_get);
  g_test_add_func ("/study/fields/members", test_members);
  g_test_add_func ("/study/fields/accepts", test_accepts);
  g_test_add_func ("/study/fields/text-values", test_text_values);
  return g_test_run ();
}
