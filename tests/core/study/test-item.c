/* Items: their lists, order, copies, names and what is kept without being known. */
#include <math.h>
#include <string.h>

#include "small-study.h"
#include "study/condition.h"
#include "study/connector.h"
#include "study/flow.h"
#include "study/item-build.h"
#include "study/study.h"

static void
test_absent (void)
{
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_STEP);
  TlStep *step = (TlStep *) item;

  g_assert_null (step->name);
  g_assert_null (step->role);
  g_assert_true (isnan (step->work_minutes));
  g_assert_cmpint (step->kind, ==, TL_STEP_WORK);
  g_assert_cmpint (step->class, ==, TL_CLASS_NONE);
  g_assert_false (tl_step_is_placed (step));
  g_assert_null (item->id);
  g_assert_null (item->parent);
  tl_item_set_text (step, "name", "");
  g_assert_null (step->name);
  tl_item_set_text (step, "name", "Fix");
  tl_item_set_text (step, "name", step->name);
  g_assert_cmpstr (step->name, ==, "Fix");
}

static char *
order (GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s ", TL_ITEM (g_ptr_array_index (list, i))->id);
  return g_string_free (text, FALSE);
}

static void
assert_order (GPtrArray *list, const char *expected)
{
  g_autofree char *found = order (list);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_lists (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlFlow *flow = tl_study_find (study, "f1");
  TlItem *step = tl_study_find (study, "s3");
  g_autoptr (TlItem) held = tl_item_ref (step);

  g_assert_true (tl_item_list (flow, TL_ITEM_STEP) == flow->steps);
  g_assert_null (tl_item_list (flow, TL_ITEM_ROLE));
  g_assert_true (tl_item_siblings (step) == flow->steps);
  g_assert_null (tl_item_siblings (study));
  g_assert_cmpuint (tl_item_position (step), ==, 2);
  g_assert_true (tl_item_ancestor (step, TL_ITEM_FLOW) == TL_ITEM (flow));
  g_assert_true (tl_item_ancestor (step, TL_ITEM_STEP) == step);
  g_assert_null (tl_item_ancestor (step, TL_ITEM_ROLE));

  tl_item_move (step, 0);
  assert_order (flow->steps, "s3 s1 s2 s4 s5 ");
  tl_item_move (step, 3);
  assert_order (flow->steps, "s1 s2 s4 s3 s5 ");
  tl_item_move (step, 99);
  assert_order (flow->steps, "s1 s2 s4 s5 s3 ");
  tl_item_take_out (step);
  assert_order (flow->steps, "s1 s2 s4 s5 ");
  g_assert_null (step->parent);
  g_assert_null (tl_study_of (step));
  g_assert_null (tl_study_find (study, "s3"));
  tl_item_insert (flow, step, 1);
  assert_order (flow->steps, "s1 s3 s2 s4 s5 ");
  g_assert_true (tl_study_find (study, "s3") == step);
}

/* Ids below an item come and go with it. */
static void
test_ids_of_a_tree (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  g_autoptr (TlItem) flow = tl_item_ref (tl_study_find (study, "f1"));

  tl_item_take_out (flow);
  g_assert_null (tl_study_find (study, "s1"));
  g_assert_null (tl_study_find (study, "c1"));
  tl_item_insert (study, flow, 0);
  g_assert_nonnull (tl_study_find (study, "s1"));
  g_assert_nonnull (tl_study_find (study, "c1"));
}

static void
test_set_id (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlItem *step = tl_study_find (study, "s1");

  g_assert_false (tl_item_set_id (step, "s2"));
  g_assert_cmpstr (step->id, ==, "s1");
  g_assert_true (tl_item_set_id (step, "s1"));
  g_assert_true (tl_item_set_id (step, "call"));
  g_assert_null (tl_study_find (study, "s1"));
  g_assert_true (tl_study_find (study, "call") == step);
}

static gboolean
has_no_id (TlItem *item, gpointer data)
{
  g_assert_null (item->id);
  return TRUE;
}

static void
test_copy (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlFlow *flow = tl_study_find (study, "f1");
  g_autoptr (TlItem) copied = NULL;
  TlFlow *copy;
  TlConnector *first;

  tl_item_keep_element (flow, "<note/>");
  tl_item_keep_attribute (flow, "y:by", "me", "y", "urn:y");
  copied = tl_item_copy (flow);
  copy = (TlFlow *) copied;
  tl_item_walk (copy, has_no_id, NULL);
  g_assert_null (copied->parent);
  g_assert_cmpstr (copy->name, ==, "As it is");
  g_assert_cmpuint (copy->steps->len, ==, 5);
  g_assert_cmpuint (copy->connectors->len, ==, 5);
  first = g_ptr_array_index (copy->connectors, 0);
  g_assert_true (first->from == g_ptr_array_index (copy->steps, 0));
  g_assert_true (first->to == g_ptr_array_index (copy->steps, 1));
  g_assert_true (first->from->role == tl_study_find (study, "r1"));
  g_assert_cmpuint (first->shares->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (copied->unknown->elements, 0), ==, "<note/>");
  g_assert_cmpstr (g_ptr_array_index (copied->unknown->namespaces, 1), ==, "urn:y");
  g_assert_true (copied->unknown->attributes != flow->item.unknown->attributes);
}

/* A copy of a study stands on its own, also when the original is gone. */
static void
test_copy_study (void)
{
  TlStudy *study = small_study_new ();
  g_autoptr (TlStudy) copy = tl_item_copy (study);
  TlFlow *redesign = g_ptr_array_index (copy->flows, 1);
  TlDemand *demand = g_ptr_array_index (copy->demands, 0);

  tl_study_unref (study);
  g_assert_true (redesign->based_on == g_ptr_array_index (copy->flows, 0));
  g_assert_true (((TlLink *) g_ptr_array_index (demand->links, 0))->matter == g_ptr_array_index (copy->matters, 0));
  g_assert_true (tl_item_set_id (redesign, "f2"));
  g_assert_true (tl_study_find (copy, "f2") == redesign);
}

static void
test_unknown (void)
{
  g_autoptr (TlItem) item = tl_item_new (TL_ITEM_STEP);

  g_assert_null (item->unknown);
  tl_item_keep_attribute (item, "z:a", "1", "z", "urn:z");
  tl_item_keep_attribute (item, "z:b", "2", "z", "urn:z");
  tl_item_keep_attribute (item, "c", "3", NULL, NULL);
  tl_item_keep_element (item, "<!-- kept -->");
  g_assert_cmpuint (item->unknown->attributes->len, ==, 6);
  g_assert_cmpuint (item->unknown->namespaces->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (item->unknown->attributes, 4), ==, "c");
  g_assert_cmpstr (g_ptr_array_index (item->unknown->elements, 0), ==, "<!-- kept -->");
}

static void
test_names (void)
{
  g_autoptr (TlStudy) study = small_study_new ();

  g_assert_cmpstr (tl_item_name (study), ==, "Repairs");
  g_assert_cmpstr (tl_item_name (tl_study_find (study, "s3")), ==, "Fix");
  g_assert_cmpstr (tl_item_name (tl_study_find (study, "m1")), ==, "Right first time");
  g_assert_cmpstr (tl_item_name (tl_study_find (study, "c1")), ==, "");
  g_assert_cmpstr (tl_item_name (tl_study_find (study, "k1")), ==, "");
  g_assert_null (tl_item_name_field (TL_ITEM_LINK));
}

static gboolean
add_element (TlItem *item, gpointer data)
{
  g_string_append_printf (data, "%s ", tl_item_type (item->kind)->element);
  return item->kind != TL_ITEM_DEMAND;
}

static void
test_walk (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  GString *seen = g_string_new (NULL);

  g_assert_false (tl_item_walk (study, add_element, seen));
  g_assert_cmpstr (seen->str, ==, "study matter role role demand ");
  g_string_truncate (seen, 0);
  g_assert_true (tl_item_walk (tl_study_find (study, "n1"), add_element, seen));
  g_assert_cmpstr (seen->str, ==, "condition link link ");
  g_string_free (seen, TRUE);
}

static void
test_id_parse (void)
{
  const struct
  {
    const char *id;
    TlItemKind kind;
    guint64 number;
  } good[] = { { "s12", TL_ITEM_STEP, 12 }, { "k0", TL_ITEM_CONTACT, 0 }, { "f007", TL_ITEM_FLOW, 7 } };
  const char *const bad[] = { "", "s", "12", "q1", "s-1", "s1x", "s 1", "call", "s99999999999999999999" };
  TlItemKind kind;
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (tl_id_parse (good[i].id, &kind, &number));
      g_assert_cmpint (kind, ==, good[i].kind);
      g_assert_cmpuint (number, ==, good[i].number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tl_id_parse (bad[i], &kind, &number));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/item/absent", test_absent);
  g_test_add_func ("/study/item/lists", test_lists);
  g_test_add_func ("/study/item/ids-of-a-tree", test_ids_of_a_tree);
  g_test_add_func ("/study/item/set-id", test_set_id);
  g_test_add_func ("/study/item/copy", test_copy);
  g_test_add_func ("/study/item/copy-study", test_copy_study);
  g_test_add_func ("/study/item/unknown", test_unknown);
  g_test_add_func ("/study/item/names", test_names);
  g_test_add_func ("/study/item/walk", test_walk);
  g_test_add_func ("/study/item/id-parse", test_id_parse);
  return g_test_run ();
}
