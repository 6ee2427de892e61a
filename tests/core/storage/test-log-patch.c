/* Of a long log only what changed is kept: what is found again is the study, to the last byte, whatever was done,
 * undone and done again since it was kept whole. */
#include <math.h>
#include <string.h>

#include "storage-testing.h"
#include "storage/recovery.h"
#include "study/contact-edits.h"
#include "study/deletion.h"
#include "study/item-build.h"

#define N_CONTACTS 60
#define N_TURNS 50

typedef struct
{
  GFile *folder;
  GFile *file;
  TlStudy *study;
  TlHistory *history;
  char *etag;
} Fixture;

static int
below (guint n)
{
  return g_test_rand_int_range (0, (gint32) n);
}

static TlContact *
new_contact (TlStudy *study)
{
  TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
  g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

  tl_item_set_id (contact, id);
  tl_item_set_text (contact, "words", id);
  if (study->demands->len > 0)
    tl_item_set_item (contact, "demand", study->demands->pdata[below (study->demands->len)]);
  return contact;
}

static void
fill (TlStudy *study)
{
  for (guint i = 0; i < 5; i++)
    {
      TlDemand *demand = tl_item_new (TL_ITEM_DEMAND);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_DEMAND);

      tl_item_set_id (demand, id);
      tl_item_append (study, demand);
    }
  for (guint i = 0; i < N_CONTACTS; i++)
    tl_item_append (study, new_contact (study));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  g_autoptr (GFile) root = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  self->folder = g_file_get_child (root, "recovery");
  self->file = g_file_get_child (root, "log.throughline");
  self->study = tl_study_new ();
  fill (self->study);
  self->history = tl_history_new (self->study);
  g_assert_true (tl_study_save (self->study, self->file, NULL, &self->etag, &error));
  tl_study_record_changes (self->study);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->history);
  tl_study_unref (self->study);
  g_object_unref (self->folder);
  g_object_unref (self->file);
  g_free (self->etag);
}

/* ---- what is done ---- */

static void
add (Fixture *self)
{
  g_autoptr (TlItem) contact = (TlItem *) new_contact (self->study);

  tl_history_apply (self->history, tl_edit_new_insert (self->study, contact, G_MAXUINT));
}

static void
change (Fixture *self)
{
  TlContact *contact;
  g_autofree char *words = g_strdup_printf ("said %d", below (1000));

  if (self->study->contacts->len == 0)
    return;
  contact = self->study->contacts->pdata[below (self->study->contacts->len)];
  tl_history_apply (self->history, tl_edit_new_set_text (contact, "words", words));
  tl_history_apply (self->history, tl_edit_new_set_choice (contact, "kind", below (4)));
}

static void
rename_demand (Fixture *self)
{
  g_autofree char *name = g_strdup_printf ("Type %d", below (1000));

  if (self->study->demands->len > 0)
    tl_history_apply (self->history, tl_edit_new_set_text (self->study->demands->pdata[0], "name", name));
}

static void
delete_some (Fixture *self)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = (guint) below (20); i < self->study->contacts->len; i += 1 + (guint) below (20))
    g_ptr_array_add (some, self->study->contacts->pdata[i]);
  if (below (8) == 0 && self->study->demands->len > 0)
    g_ptr_array_add (some, self->study->demands->pdata[below (self->study->demands->len)]);
  if (some->len > 0)
    tl_items_delete (self->history, some);
}

static void
take_a_turn (Fixture *self)
{
  static void (*const deeds[]) (Fixture *) = { add, add, change, change, change, rename_demand, delete_some };

  if (below (3) == 0)
    tl_history_undo (self->history);
  else if (below (3) == 0)
    tl_history_redo (self->history);
  else
    {
      tl_history_begin (self->history, "Do", NULL);
      deeds[below (G_N_ELEMENTS (deeds))](self);
      tl_history_end (self->history);
    }
}

/* ---- what is kept, and found ---- */

static void
keep_changes (Fixture *self, TlRecovery *recovery)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      tl_recovery_keep_changes (recovery, self->study, self->study->changes, self->file, self->etag, &error));
  g_assert_no_error (error);
}

static void
keep_whole (Fixture *self, TlRecovery *recovery)
{
  g_autoptr (GBytes) bytes = tl_study_to_bytes (self->study);

  g_assert_true (tl_recovery_keep (recovery, bytes, self->file, self->etag, NULL));
  tl_study_record_changes (self->study);
}

static void
keep_copy (Fixture *self, TlRecovery *recovery)
{
  g_autoptr (GFile) part = tl_recovery_part (recovery, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_recovery_copy (self->file, self->etag, part, NULL, &error));
  g_assert_true (tl_recovery_adopt (recovery, part, self->file, self->etag, &error));
  g_assert_no_error (error);
}

/* The program is gone, and its lock with it. */
static void
assert_found (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) found = tl_recovery_find (self->folder);
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  opened = tl_recovered_open (found->pdata[0], &error);
  g_assert_no_error (error);
  text = tl_test_write (opened->study);
  g_assert_cmpstr (text, ==, expected);
  tl_recovered_forget (found->pdata[0]);
}

static void
test_round (Fixture *self, gconstpointer data)
{
  gboolean of_file = GPOINTER_TO_INT (data);

  for (int turn = 0; turn < N_TURNS; turn++)
    {
      TlRecovery *recovery = tl_recovery_new (self->folder);
      g_autofree char *expected = NULL;

      if (of_file)
        keep_copy (self, recovery);
      else
        keep_whole (self, recovery);
      for (int n = 1 + below (4); n > 0; n--)
        take_a_turn (self);
      keep_changes (self, recovery);
      for (int n = below (4); n > 0; n--)
        take_a_turn (self);
      keep_changes (self, recovery);
      tl_recovery_free (recovery);
      expected = tl_test_write (self->study);
      assert_found (self, expected);
    }
}

static GFile *
changes_in (Fixture *self)
{
  g_autoptr (GDir) files = g_dir_open (g_file_peek_path (self->folder), 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)))
    if (g_str_has_suffix (name, ".changes"))
      return g_file_get_child (self->folder, name);
  return NULL;
}

/* Changes since an older whole mean nothing beside a newer one: the program may die between the two. */
static void
test_of_another_base (Fixture *self, gconstpointer data)
{
  TlRecovery *recovery = tl_recovery_new (self->folder);
  g_autofree char *expected = NULL;
  g_autoptr (GFile) changes = NULL;
  g_autoptr (GBytes) older = NULL;

  keep_whole (self, recovery);
  for (int n = 0; n < 10; n++)
    take_a_turn (self);
  keep_changes (self, recovery);
  changes = changes_in (self);
  older = g_file_load_bytes (changes, NULL, NULL, NULL);
  for (int n = 0; n < 10; n++)
    take_a_turn (self);
  keep_whole (self, recovery);
  g_assert_false (g_file_query_exists (changes, NULL));
  g_assert_true (g_file_replace_contents (changes, g_bytes_get_data (older, NULL), g_bytes_get_size (older), NULL,
                                          FALSE, 0, NULL, NULL, NULL));
  tl_recovery_free (recovery);
  expected = tl_test_write (self->study);
  assert_found (self, expected);
}

/* A file that somebody else has written to is no base. */
static void
test_changed_file (Fixture *self, gconstpointer data)
{
  g_autoptr (TlRecovery) recovery = tl_recovery_new (self->folder);
  g_autoptr (GFile) part = tl_recovery_part (recovery, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_replace_contents (self->file, "x", 1, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (tl_recovery_copy (self->file, self->etag, part, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_query_exists (part, NULL));
}

/* What a program left that died while copying goes. */
static void
test_half_a_copy (Fixture *self, gconstpointer data)
{
  TlRecovery *recovery = tl_recovery_new (self->folder);
  g_autoptr (GFile) part = tl_recovery_part (recovery, NULL);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (tl_recovery_copy (self->file, self->etag, part, NULL, NULL));
  tl_recovery_free (recovery);
  found = tl_recovery_find (self->folder);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_false (g_file_query_exists (part, NULL));
}

/* Beyond some number nothing more is noted, so that a change of all takes no memory for each. */
static void
test_too_many (Fixture *self, gconstpointer data)
{
  const TlLogChanges *changes = tl_study_record_changes (self->study);

  for (guint i = 0; i < TL_LOG_CHANGES_MOST; i++)
    tl_item_append (self->study, new_contact (self->study));
  g_assert_false (changes->too_many);
  g_assert_cmpuint (g_hash_table_size (changes->touched), ==, TL_LOG_CHANGES_MOST);
  tl_item_append (self->study, new_contact (self->study));
  g_assert_true (changes->too_many);
}

#define ADD(name, data, function) g_test_add ("/storage/log-patch/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("beside-a-whole", GINT_TO_POINTER (FALSE), test_round);
  ADD ("beside-a-copy", GINT_TO_POINTER (TRUE), test_round);
  ADD ("of-another-base", NULL, test_of_another_base);
  ADD ("changed-file", NULL, test_changed_file);
  ADD ("half-a-copy", NULL, test_half_a_copy);
  ADD ("too-many", NULL, test_too_many);
  return g_test_run ();
}
