/* Many items changed at once are what the same items changed one by one would be, and come back. */
#include <glib.h>

#include "study/contact.h"
#include "study/deletion.h"
#include "study/history.h"
#include "study/item-build.h"

#define N_CONTACTS 60

static TlStudy *
make_log (guint n)
{
  TlStudy *study = tl_study_new ();

  for (guint i = 0; i < n; i++)
    {
      TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);
      g_autofree char *words = g_strdup_printf ("What contact %u said", i);

      tl_item_set_id (contact, id);
      tl_item_set_text (contact, "words", words);
      tl_item_set_choice (contact, "kind", i % 4);
      tl_item_append (study, contact);
    }
  return study;
}

/* All that a study holds of its contacts, and what ids it has spent. */
static char *
tell (TlStudy *study)
{
  GString *text = g_string_new (study->spent_ids);

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];

      g_assert_true (tl_study_find (study, contact->item.id) == contact);
      g_assert_true (contact->item.parent == TL_ITEM (study));
      g_string_append_printf (text, "\n%s %d %s %s", contact->item.id, (int) contact->kind,
                              contact->thread ? contact->thread : "-", contact->words);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
pick (TlStudy *study, GRand *random, double share)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < study->contacts->len; i++)
    if (g_rand_double (random) < share)
      g_ptr_array_insert (picked, g_rand_int_range (random, 0, (gint32) picked->len + 1), study->contacts->pdata[i]);
  if (picked->len == 0)
    g_ptr_array_add (picked, study->contacts->pdata[0]);
  return picked;
}

static void
undo_and_redo (TlHistory *history, const char *before)
{
  TlStudy *study = tl_history_get_study (history);
  g_autofree char *after = tell (study);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL, *redone = NULL;

      g_assert_true (tl_history_undo (history));
      undone = tell (study);
      g_assert_cmpstr (undone, ==, before);
      g_assert_true (tl_history_redo (history));
      redone = tell (study);
      g_assert_cmpstr (redone, ==, after);
    }
}

static void
test_set (void)
{
  g_autoptr (TlStudy) study = make_log (N_CONTACTS);
  g_autoptr (TlHistory) history = tl_history_new (study);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) picked = pick (study, random, 0.5);
  g_autofree char *before = tell (study);

  tl_history_begin (history, "Thread", NULL);
  tl_history_apply (history, tl_edit_new_set_all (picked, tl_item_field (TL_ITEM_CONTACT, "thread"),
                                                  tl_value_text ("Mrs Jones’ boiler")));
  tl_history_apply (history, tl_edit_new_set_all (picked, tl_item_field (TL_ITEM_CONTACT, "kind"),
                                                  tl_value_choice (TL_CONTACT_FAILURE)));
  tl_history_end (history);
  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];
      gboolean is_picked = g_ptr_array_find (picked, contact, NULL);

      g_assert_cmpstr (contact->thread, ==, is_picked ? "Mrs Jones’ boiler" : NULL);
      g_assert_cmpint (contact->kind, ==, is_picked ? TL_CONTACT_FAILURE : i % 4);
    }
  undo_and_redo (history, before);
}

/* What would change nothing leaves no entry. */
static void
test_set_idle (void)
{
  g_autoptr (TlStudy) study = make_log (N_CONTACTS);
  g_autoptr (TlHistory) history = tl_history_new (study);

  tl_history_begin (history, "Thread", NULL);
  tl_history_apply (
      history, tl_edit_new_set_all (study->contacts, tl_item_field (TL_ITEM_CONTACT, "thread"), tl_value_text (NULL)));
  tl_history_end (history);
  g_assert_false (tl_history_can_undo (history));
}

static void
remove_singly (TlHistory *history, GPtrArray *items)
{
  tl_history_begin (history, "Delete", NULL);
  for (guint i = 0; i < items->len; i++)
    tl_history_apply (history, tl_edit_new_remove (items->pdata[i]));
  tl_history_end (history);
}

static void
test_remove (gconstpointer share)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (TlStudy) study = make_log (N_CONTACTS), other = make_log (N_CONTACTS);
      g_autoptr (TlHistory) history = tl_history_new (study), others = tl_history_new (other);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) picked = pick (study, random, *(const double *) share);
      g_autoptr (GPtrArray) same = g_ptr_array_new ();
      g_autofree char *before = tell (study), *singly = NULL, *at_once = NULL;

      for (guint i = 0; i < picked->len; i++)
        g_ptr_array_add (same, tl_study_find (other, TL_ITEM (picked->pdata[i])->id));
      remove_singly (others, same);
      tl_items_delete (history, picked);
      singly = tell (other);
      at_once = tell (study);
      g_assert_cmpstr (at_once, ==, singly);
      undo_and_redo (history, before);
    }
}

static void
test_append (void)
{
  g_autoptr (TlStudy) study = make_log (3);
  g_autoptr (TlHistory) history = tl_history_new (study);
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (tl_item_unref);
  g_autofree char *before = tell (study);

  for (guint i = 0; i < 5; i++)
    {
      TlItem *contact = tl_item_new (TL_ITEM_CONTACT);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

      tl_item_set_id (contact, id);
      g_ptr_array_add (more, contact);
    }
  tl_history_begin (history, "Import", NULL);
  tl_history_apply (history, tl_edit_new_append_all (study, more));
  tl_history_end (history);
  g_assert_cmpuint (study->contacts->len, ==, 8);
  g_assert_true (study->contacts->pdata[7] == more->pdata[4]);
  g_assert_null (study->spent_ids);
  undo_and_redo (history, before);
}

static void
count (TlHistory *history, gpointer data)
{
  *(guint *) data += 1;
}

/* Who reads on another thread is warned before anything changes, once for each gesture. */
static void
test_warned (void)
{
  g_autoptr (TlStudy) study = make_log (3);
  g_autoptr (TlHistory) history = tl_history_new (study);
  guint warnings = 0;

  g_signal_connect (history, "changing", G_CALLBACK (count), &warnings);
  tl_items_delete (history, study->contacts);
  g_assert_cmpuint (warnings, ==, 1);
  tl_history_undo (history);
  g_assert_cmpuint (warnings, ==, 2);
  tl_history_redo (history);
  g_assert_cmpuint (warnings, ==, 3);
  tl_history_begin (history, "Nothing", NULL);
  tl_history_end (history);
  g_assert_cmpuint (warnings, ==, 3);
}

int
main (int argc, char *argv[])
{
  static const double few = 0.05, half = 0.5, all = 1;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bulk-edit/set", test_set);
  g_test_add_func ("/bulk-edit/set-idle", test_set_idle);
  g_test_add_data_func ("/bulk-edit/remove-few", &few, test_remove);
  g_test_add_data_func ("/bulk-edit/remove-half", &half, test_remove);
  g_test_add_data_func ("/bulk-edit/remove-all", &all, test_remove);
  g_test_add_func ("/bulk-edit/append", test_append);
  g_test_add_func ("/bulk-edit/warned", test_warned);
  return g_test_run ();
}
