/* Edits as values: applied, undone, applied again, exactly. */
#include <math.h>

#include "small-study.h"
#include "study/edit.h"
#include "study/flow.h"
#include "study/item-build.h"
#include "study/step.h"
#include "study/study.h"

/* Applies, undoes and applies @edit again; the study is as before and as after. */
static void
go_round (TlStudy *study, TlEdit *edit)
{
  g_autofree char *before = study_text (study);
  g_autofree char *after = NULL;

  g_assert_false (tl_edit_is_idle (edit));
  g_assert_true (tl_edit_is_sound (edit));
  tl_edit_apply (edit);
  after = study_text (study);
  g_assert_cmpstr (before, !=, after);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *again = NULL;

      tl_edit_undo (edit);
      undone = study_text (study);
      g_assert_cmpstr (undone, ==, before);
      tl_edit_apply (edit);
      again = study_text (study);
      g_assert_cmpstr (again, ==, after);
    }
  tl_edit_free (edit);
}

static void
test_set (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlStep *step = tl_study_find (study, "s2");

  go_round (study, tl_edit_new_set_text (step, "name", "Prüfen"));
  g_assert_cmpstr (step->name, ==, "Prüfen");
  go_round (study, tl_edit_new_set_text (step, "name", NULL));
  g_assert_null (step->name);
  go_round (study, tl_edit_new_set_text (step, "notes", "Why?"));
  go_round (study, tl_edit_new_set_number (step, "work-minutes", 0.1));
  g_assert_cmpfloat (step->work_minutes, ==, 0.1);
  go_round (study, tl_edit_new_set_number (step, "work-minutes", NAN));
  go_round (study, tl_edit_new_set_choice (step, "class", TL_CLASS_WASTE));
  go_round (study, tl_edit_new_set_item (step, "role", tl_study_find (study, "r2")));
  g_assert_true (step->role == tl_study_find (study, "r2"));
  go_round (study, tl_edit_new_set_item (step, "role", NULL));
}

static void
test_idle (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlStep *step = tl_study_find (study, "s2");
  TlEdit *const idle[] = {
    tl_edit_new_set_text (step, "name", "Check"),
    tl_edit_new_set_text (step, "notes", ""),
    tl_edit_new_set_number (step, "work-minutes", 10),
    tl_edit_new_set_number (step, "wait-minutes", NAN),
    tl_edit_new_set_choice (step, "class", TL_CLASS_NONE),
    tl_edit_new_set_item (step, "role", step->role),
    tl_edit_new_move (step, 1),
    tl_edit_new_move (tl_study_find (study, "s5"), 1000),
  };

  for (guint i = 0; i < G_N_ELEMENTS (idle); i++)
    {
      g_assert_true (tl_edit_is_idle (idle[i]));
      tl_edit_free (idle[i]);
    }
}

static void
test_range (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlStep *step = tl_study_find (study, "s2");

  go_round (study, tl_edit_new_set_number (step, "work-minutes", -1));
  g_assert_cmpfloat (step->work_minutes, ==, 0);
  go_round (study, tl_edit_new_set_number (step, "work-minutes", INFINITY));
  g_assert_cmpfloat (step->work_minutes, ==, TL_NUMBER_MOST);
  go_round (study, tl_edit_new_set_number (step, "complete-and-accurate", 7));
  g_assert_cmpfloat (step->accurate, ==, 1);
  go_round (study, tl_edit_new_set_number (step, "x", -0.0));
  g_assert_false (signbit (step->x));
}

static void
test_unsound (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlItem *connector = tl_study_find (study, "c1");
  TlEdit *const unsound[] = {
    tl_edit_new_set_item (connector, "from", NULL),
    tl_edit_new_set_item (connector, "to", tl_study_find (study, "r1")),
    tl_edit_new_set_choice (connector, "kind", 9),
  };

  for (guint i = 0; i < G_N_ELEMENTS (unsound); i++)
    {
      g_assert_false (tl_edit_is_sound (unsound[i]));
      tl_edit_free (unsound[i]);
    }
}

static void
test_insert (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlFlow *flow = tl_study_find (study, "f1");
  const guint places[] = { 0, 3, G_MAXUINT };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (TlItem) step = tl_item_new (TL_ITEM_STEP);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_STEP);

      tl_item_set_id (step, id);
      go_round (study, tl_edit_new_insert (flow, step, places[i]));
      g_assert_cmpuint (tl_item_position (step), ==, MIN (places[i], flow->steps->len - 1));
    }
}

static void
test_remove (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlFlow *flow = tl_study_find (study, "f2");

  tl_item_keep_element (flow, "<sketch xmlns='urn:other'/>");
  go_round (study, tl_edit_new_remove (flow));
  g_assert_cmpuint (study->flows->len, ==, 1);
  go_round (study, tl_edit_new_remove (tl_study_find (study, "k1")));
  go_round (study, tl_edit_new_remove (tl_study_find (study, "m1")));
}

/* What is removed lives on in the edit, and comes back as the very same item. */
static void
test_same_item_back (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlItem *role = tl_study_find (study, "r2");
  TlEdit *edit = tl_edit_new_remove (role);

  tl_edit_apply (edit);
  g_assert_null (tl_study_find (study, "r2"));
  g_assert_cmpstr (role->id, ==, "r2");
  tl_edit_undo (edit);
  g_assert_true (tl_study_find (study, "r2") == role);
  tl_edit_free (edit);
}

static void
test_move (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlItem *step = tl_study_find (study, "s2");

  go_round (study, tl_edit_new_move (step, 4));
  g_assert_cmpuint (tl_item_position (step), ==, 4);
  go_round (study, tl_edit_new_move (step, 0));
  g_assert_cmpuint (tl_item_position (step), ==, 0);
  go_round (study, tl_edit_new_move (step, G_MAXUINT));
  g_assert_cmpuint (tl_item_position (step), ==, 4);
}

static void
assert_scope (TlEdit *edit, TlEditScope scope)
{
  g_assert_cmpuint (tl_edit_scope (edit), ==, scope);
  tl_edit_free (edit);
}

static void
test_scope (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlItem *step = tl_study_find (study, "s2");

  assert_scope (tl_edit_new_set_text (step, "name", "a"), TL_SCOPE_WORDS | TL_SCOPE_ROUTES);
  assert_scope (tl_edit_new_set_number (step, "x", 1), TL_SCOPE_PLACES);
  assert_scope (tl_edit_new_set_number (step, "work-minutes", 1), TL_SCOPE_NUMBERS);
  assert_scope (tl_edit_new_set_choice (step, "class", 1), TL_SCOPE_NUMBERS);
  assert_scope (tl_edit_new_set_item (step, "role", NULL), TL_SCOPE_NUMBERS | TL_SCOPE_ROUTES);
  assert_scope (tl_edit_new_remove (step), TL_SCOPE_STRUCTURE | TL_SCOPE_NUMBERS | TL_SCOPE_ROUTES);
  assert_scope (tl_edit_new_move (step, 0), TL_SCOPE_STRUCTURE | TL_SCOPE_NUMBERS | TL_SCOPE_ROUTES);
  assert_scope (tl_edit_new_set_text (tl_study_find (study, "k1"), "when", "2026-01-02"),
                TL_SCOPE_WORDS | TL_SCOPE_NUMBERS | TL_SCOPE_ROUTES);
}

static void
test_absorb (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  TlItem *step = tl_study_find (study, "s2");
  g_autoptr (TlEdit) name = tl_edit_new_set_text (step, "name", "a");
  g_autoptr (TlEdit) later = tl_edit_new_set_text (step, "name", "b");
  g_autoptr (TlEdit) notes = tl_edit_new_set_text (step, "notes", "c");
  g_autoptr (TlEdit) other = tl_edit_new_set_text (tl_study_find (study, "s1"), "name", "b");
  g_autoptr (TlEdit) move = tl_edit_new_move (step, 0);

  g_assert_true (tl_edit_absorb (name, later));
  g_assert_false (tl_edit_absorb (name, notes));
  g_assert_false (tl_edit_absorb (name, other));
  g_assert_false (tl_edit_absorb (name, move));
  g_assert_false (tl_edit_absorb (move, move));
}

static void
test_size (void)
{
  g_autoptr (TlStudy) study = small_study_new ();
  g_autoptr (TlEdit) name = tl_edit_new_set_text (tl_study_find (study, "s2"), "name", "a");
  g_autoptr (TlEdit) flow = tl_edit_new_remove (tl_study_find (study, "f1"));

  g_assert_cmpuint (tl_edit_size (name), >, 0);
  g_assert_cmpuint (tl_edit_size (flow), >, 5 * sizeof (TlStep));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/study/edit/set", test_set);
  g_test_add_func ("/study/edit/idle", test_idle);
  g_test_add_func ("/study/edit/range", test_range);
  g_test_add_func ("/study/edit/unsound", test_unsound);
  g_test_add_func ("/study/edit/insert", test_insert);
  g_test_add_func ("/study/edit/remove", test_remove);
  g_test_add_func ("/study/edit/same-item-back", test_same_item_back);
  g_test_add_func ("/study/edit/move", test_move);
  g_test_add_func ("/study/edit/scope", test_scope);
  g_test_add_func ("/study/edit/absorb", test_absorb);
  g_test_add_func ("/study/edit/size", test_size);
  return g_test_run ();
}
