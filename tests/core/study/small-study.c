#include "small-study.h"

#include "study/connector.h"
#include "study/condition.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/item-build.h"
#include "study/number-text.h"
#include "study/raises.h"

static gpointer
put (gpointer parent, TlItemKind kind, const char *id, const char *name)
{
  TlItem *item = tl_item_new (kind);

  if (id)
    g_assert_true (tl_item_set_id (item, id));
  if (name)
    tl_item_set (item, tl_item_name_field (kind), &(TlValue){ TL_FIELD_TEXT, { (char *) name } });
  tl_item_append (parent, item);
  return item;
}

static void
tie (gpointer item, const char *field, const char *id)
{
  TlItem *target = tl_study_find (tl_study_of (item), id);

  g_assert_nonnull (target);
  tl_item_set_item (item, field, target);
}

static void
put_connector (gpointer flow, const char *id, const char *from, const char *to, double share)
{
  TlItem *connector = put (flow, TL_ITEM_CONNECTOR, id, NULL);

  tie (connector, "from", from);
  tie (connector, "to", to);
  tl_item_set_number (connector, "share", share);
}

static void
put_flow (TlStudy *study)
{
  static const char *const names[] = { "Take the call", "Check", "Fix", "Close", "Answer" };
  TlFlow *flow = put (study, TL_ITEM_FLOW, "f1", "As it is");
  TlItem *item;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i + 1);

      item = put (flow, TL_ITEM_STEP, id, names[i]);
      tie (item, "role", i == 2 ? "r2" : "r1");
      tl_item_set_number (item, "work-minutes", 10 * i);
      tl_item_set_number (item, "x", 200 * i);
      tl_item_set_number (item, "y", 100);
    }
  put_connector (flow, "c1", "s1", "s2", 0.9);
  put_connector (flow, "c2", "s1", "s5", 0.1);
  put_connector (flow, "c3", "s2", "s3", 1);
  put_connector (flow, "c4", "s3", "s4", 0.8);
  put_connector (flow, "c5", "s3", "s3", 0.2);
  item = put (tl_study_find (study, "c1"), TL_ITEM_SHARE, NULL, NULL);
  tie (item, "demand", "d2");
  tl_item_set_number (item, "value", 0);
  for (guint i = 0; i < 2; i++)
    {
      item = put (flow, TL_ITEM_ENTRY, NULL, NULL);
      tie (item, "demand", i ? "d2" : "d1");
      tie (item, "step", i ? "s5" : "s1");
    }
  item = put (flow, TL_ITEM_RAISES, NULL, NULL);
  tie (item, "step", "s3");
  tie (item, "demand", "d2");
  tl_item_set_number (item, "rate", 0.35);
  tie (put (study, TL_ITEM_FLOW, "f2", "Redesign"), "based-on", "f1");
}

static void
put_rest (TlStudy *study)
{
  TlItem *measure = put (study, TL_ITEM_MEASURE, "x1", "Days");
  TlItem *condition = put (study, TL_ITEM_CONDITION, "n1", "Policy says check all");
  TlItem *point = put (measure, TL_ITEM_POINT, NULL, NULL);

  tl_item_set_text (point, "when", "2026-01-05");
  tl_item_set_number (point, "value", 12.5);
  put (measure, TL_ITEM_CHANGE, NULL, "New depot");
  tie (put (condition, TL_ITEM_LINK, NULL, NULL), "step", "s2");
  tie (put (condition, TL_ITEM_LINK, NULL, NULL), "demand", "d2");
}

TlStudy *
small_study_new (void)
{
  TlStudy *study = tl_study_new ();

  tl_item_set_text (study, "title", "Repairs");
  put (study, TL_ITEM_MATTER, "m1", "Right first time");
  put (study, TL_ITEM_ROLE, "r1", "Call centre");
  put (study, TL_ITEM_ROLE, "r2", "Trades");
  put (study, TL_ITEM_DEMAND, "d1", "Please fix it");
  put (study, TL_ITEM_DEMAND, "d2", "Where is my repair?");
  tl_item_set_number (tl_study_find (study, "d1"), "frequency", 325);
  tl_item_set_choice (tl_study_find (study, "d1"), "kind", TL_DEMAND_VALUE);
  tl_item_set_choice (tl_study_find (study, "d2"), "kind", TL_DEMAND_FAILURE);
  tie (put (tl_study_find (study, "d1"), TL_ITEM_LINK, NULL, NULL), "matter", "m1");
  tie (put (study, TL_ITEM_CONTACT, "k1", NULL), "demand", "d2");
  put_flow (study);
  put_rest (study);
  return study;
}

static void
append_value (GString *text, const TlItem *item, const TlField *field)
{
  gconstpointer member = G_STRUCT_MEMBER_P (item, field->offset);
  const TlItem *target;
  char number[TL_NUMBER_SIZE];

  g_string_append (text, " ");
  g_string_append (text, field->name);
  g_string_append (text, "=");
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      g_string_append (text, *(char *const *) member);
      break;
    case TL_FIELD_NUMBER:
      g_string_append (text, tl_number_shortest (*(const double *) member, number));
      break;
    case TL_FIELD_CHOICE:
      g_string_append_printf (text, "%d", *(const int *) member);
      break;
    case TL_FIELD_ITEM:
      target = *(const gpointer *) member;
      g_string_append (text, target->id);
      g_string_append (text, tl_study_of (target) ? "(here)" : "(GONE)");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_kept (GString *text, GPtrArray *kept)
{
  for (guint i = 0; kept && i < kept->len; i++)
    g_string_append_printf (text, " {%s}", (const char *) g_ptr_array_index (kept, i));
}

static gboolean
append_item (TlItem *item, gpointer data)
{
  GString *text = data;
  const TlItemType *type = tl_item_type (item->kind);

  g_string_append_printf (text, "%s %s", type->element, item->id ? item->id : "-");
  for (const TlField *field = type->fields; field->name; field++)
    if (!tl_item_is_default (item, field))
      append_value (text, item, field);
  if (item->unknown)
    {
      append_kept (text, item->unknown->attributes);
      append_kept (text, item->unknown->namespaces);
      append_kept (text, item->unknown->elements);
    }
  g_string_append_c (text, '\n');
  if (item->id)
    g_assert_true (tl_study_find (tl_study_of (item), item->id) == item);
  return TRUE;
}

char *
study_text (TlStudy *study)
{
  GString *text = g_string_new (NULL);

  tl_item_walk (study, append_item, text);
  return g_string_free (text, FALSE);
}

TlHistory *
small_history_new (void)
{
  g_autoptr (TlStudy) study = small_study_new ();

  return tl_history_new (study);
}

TlHistory *
empty_history_new (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();

  put (study, TL_ITEM_FLOW, "f1", NULL);
  return tl_history_new (study);
}

void
assert_undone_and_redone (TlHistory *history, const char *before)
{
  TlStudy *study = tl_history_get_study (history);
  g_autofree char *after = study_text (study);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (before, !=, after);
  g_assert_true (tl_history_undo (history));
  undone = study_text (study);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (tl_history_redo (history));
  redone = study_text (study);
  g_assert_cmpstr (redone, ==, after);
}
