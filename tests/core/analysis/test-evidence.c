/* What a study holds so far for each question of Check, in numbers and in words. */
#include "analysis/evidence.h"

#include "small-study.h"
#include "study/condition.h"
#include "study/contact.h"
#include "study/item-build.h"
#include "study/measure.h"

static gpointer
add (gpointer parent, TlItemKind kind)
{
  gpointer item = tl_item_new (kind);

  tl_item_append (parent, item);
  return item;
}

static void
assert_words (const SmallStudy *small, TlQuestionOfCheck question, const char *expected)
{
  TlEvidence evidence = tl_evidence_count (small->study);
  g_autofree char *words = tl_evidence_words (&evidence, question);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_nothing (void)
{
  g_auto (SmallStudy) small;

  small_study_init (&small);
  for (int q = 0; q < TL_N_QUESTIONS; q++)
    {
      TlEvidence evidence = tl_evidence_count (small.study);
      g_autofree char *words = tl_evidence_words (&evidence, (TlQuestionOfCheck) q);

      g_assert_false (tl_evidence_is_there (&evidence, (TlQuestionOfCheck) q));
      g_assert_true (g_str_has_prefix (words, "Nothing yet: "));
      g_assert_nonnull (tl_question_words ((TlQuestionOfCheck) q));
      g_assert_nonnull (tl_question_page ((TlQuestionOfCheck) q));
    }
}

static void
test_purpose (void)
{
  g_auto (SmallStudy) small;

  small_study_init (&small);
  tl_item_set_text (small.study, "statement", "Fix my home");
  assert_words (&small, TL_QUESTION_PURPOSE, "Said in one sentence, nothing yet of what matters to customers");
  add (small.study, TL_ITEM_MATTER);
  assert_words (&small, TL_QUESTION_PURPOSE, "Said in one sentence, 1 thing that matters to customers");
}

/* Judged by its type or by itself; "not sure" is an answer. */
static void
test_contacts (void)
{
  g_auto (SmallStudy) small;
  TlDemand *value, *unsure;

  small_study_init (&small);
  value = small_study_demand (&small, "Fix it", TL_DEMAND_VALUE, 3);
  unsure = small_study_demand (&small, "Hm", TL_DEMAND_UNSURE, 3);
  assert_words (&small, TL_QUESTION_DEMAND, "2 types of demand, no contacts listened to yet");
  tl_item_set_item (add (small.study, TL_ITEM_CONTACT), "demand", value);
  tl_item_set_item (add (small.study, TL_ITEM_CONTACT), "demand", unsure);
  add (small.study, TL_ITEM_CONTACT);
  tl_item_set_choice (add (small.study, TL_ITEM_CONTACT), "kind", TL_CONTACT_FAILURE);
  tl_item_set_choice (add (small.study, TL_ITEM_CONTACT), "kind", TL_CONTACT_UNSURE);
  assert_words (&small, TL_QUESTION_DEMAND, "2 types of demand, 5 contacts, 2 not yet judged, 1 not sure");
}

static void
test_measures (void)
{
  g_auto (SmallStudy) small;
  gpointer measure;

  small_study_init (&small);
  measure = add (small.study, TL_ITEM_MEASURE);
  assert_words (&small, TL_QUESTION_CAPABILITY, "1 measure, no values yet");
  tl_item_set_number (add (measure, TL_ITEM_POINT), "value", 3);
  tl_item_set_number (add (measure, TL_ITEM_POINT), "value", 4);
  add (measure, TL_ITEM_POINT); /* a missing value */
  assert_words (&small, TL_QUESTION_CAPABILITY, "1 measure, 2 values");
}

static void
test_steps (void)
{
  g_auto (SmallStudy) small;
  TlStep *end;

  small_study_init (&small);
  small_study_step (&small, "Fix", TL_CLASS_VALUE, 5);
  assert_words (&small, TL_QUESTION_FLOW, "1 step");
  small_study_step (&small, "Check", TL_CLASS_NONE, 5);
  end = small_study_step (&small, "Done", TL_CLASS_NONE, 0);
  tl_item_set_choice (end, "kind", TL_STEP_END);
  assert_words (&small, TL_QUESTION_FLOW, "3 steps, 1 neither value nor waste yet");
}

static void
test_conditions (void)
{
  g_auto (SmallStudy) small;
  TlStep *step;
  gpointer tied;

  small_study_init (&small);
  step = small_study_step (&small, "Check", TL_CLASS_WASTE, 5);
  tied = add (small.study, TL_ITEM_CONDITION);
  tl_item_set_item (add (tied, TL_ITEM_LINK), "step", step);
  assert_words (&small, TL_QUESTION_CONDITIONS, "1 system condition");
  add (small.study, TL_ITEM_CONDITION);
  assert_words (&small, TL_QUESTION_CONDITIONS, "2 system conditions, 1 not tied to anything yet");
  assert_words (&small, TL_QUESTION_THINKING, "Nothing yet: ask of each condition what must have been believed");
  tl_item_set_text (tied, "thinking", "People can’t be trusted");
  assert_words (&small, TL_QUESTION_THINKING, "The thinking behind 1 condition, 1 still open");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/evidence/nothing", test_nothing);
  g_test_add_func ("/evidence/purpose", test_purpose);
  g_test_add_func ("/evidence/contacts", test_contacts);
  g_test_add_func ("/evidence/measures", test_measures);
  g_test_add_func ("/evidence/steps", test_steps);
  g_test_add_func ("/evidence/conditions", test_conditions);
  return g_test_run ();
}
