/* Thousands of random edits, undone and redone: the study writes the same bytes at each state,
 * whatever way it was reached. */
#include "chaos.h"
#include "storage-testing.h"

#define N_EDITS 10000

/* Every so many entries the bytes are compared; each time would be slow with sanitizers. */
#define SAMPLE 40

typedef struct
{
  Chaos chaos;
  GHashTable *written; /* from a state of the history to a checksum of the bytes */
  guint n_compared;
} Trial;

static char *
checksum (TlStudy *study)
{
  g_autoptr (GBytes) bytes = tl_study_to_bytes (study);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA1, bytes);
}

/* Notes what this state writes, or asserts that it writes what it did before. */
static void
compare (Trial *self)
{
  guint64 state = tl_history_state (self->chaos.history);
  g_autofree char *now = checksum (self->chaos.study);
  const char *before = g_hash_table_lookup (self->written, &state);

  if (before)
    {
      g_assert_cmpstr (now, ==, before);
      self->n_compared++;
    }
  else
    g_hash_table_insert (self->written, g_memdup2 (&state, sizeof state), g_steal_pointer (&now));
}

static void
compare_if_known (Trial *self)
{
  guint64 state = tl_history_state (self->chaos.history);

  if (g_hash_table_contains (self->written, &state))
    compare (self);
}

static void
set_up (Trial *self, gconstpointer seed)
{
  g_autofree char *sample = tl_test_sample ();

  self->chaos.rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  self->chaos.study = tl_test_read (sample);
  self->chaos.history = tl_history_new (self->chaos.study);
  self->written = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  compare (self);
}

static void
tear_down (Trial *self, gconstpointer seed)
{
  g_hash_table_unref (self->written);
  g_object_unref (self->chaos.history);
  tl_study_unref (self->chaos.study);
  g_rand_free (self->chaos.rand);
}

static void
make_edits (Trial *self, guint n)
{
  for (guint i = 0; self->chaos.n_applied < n; i++)
    {
      chaos_do_gesture (&self->chaos);
      if (chaos_once_in (&self->chaos, 20))
        tl_history_settle (self->chaos.history);
      if (chaos_once_in (&self->chaos, 50))
        tl_history_mark_saved (self->chaos.history);
      if (i % SAMPLE == 0)
        compare (self);
    }
  compare (self);
}

static void
undo_all (Trial *self)
{
  while (tl_history_undo (self->chaos.history))
    compare_if_known (self);
}

static void
redo_all (Trial *self)
{
  while (tl_history_redo (self->chaos.history))
    compare_if_known (self);
}

static gboolean
count (TlItem *item, gpointer data)
{
  ++*(guint *) data;
  return TRUE;
}

static void
assert_reads_back (TlStudy *study)
{
  guint n_items = 0;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (GBytes) bytes = tl_study_to_bytes (study);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, problems, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  tl_item_walk (study, count, &n_items);
  g_test_message ("%u items, %" G_GSIZE_FORMAT " bytes", n_items, g_bytes_get_size (bytes));
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", ((TlFileProblem *) g_ptr_array_index (problems, i))->message);
  g_assert_cmpuint (problems->len, ==, 0);
  again = tl_study_to_bytes (opened->study);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_bytes_get_data (again, NULL),
                   g_bytes_get_size (again));
}

static void
test_undo_to_the_first (Trial *self, gconstpointer seed)
{
  g_autofree char *first = checksum (self->chaos.study);
  g_autofree char *last = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  make_edits (self, N_EDITS);
  g_assert_cmpuint (tl_history_length (self->chaos.history), >, N_EDITS / 8);
  last = checksum (self->chaos.study);
  g_assert_cmpstr (last, !=, first);
  g_test_message ("%u entries of %" G_GSIZE_FORMAT " bytes", tl_history_length (self->chaos.history),
                  tl_history_size (self->chaos.history));
  undo_all (self);
  undone = checksum (self->chaos.study);
  g_assert_cmpstr (undone, ==, first);
  redo_all (self);
  redone = checksum (self->chaos.study);
  g_assert_cmpstr (redone, ==, last);
  undo_all (self);
  g_assert_cmpuint (self->n_compared, >, 100);
  g_test_message ("%u states compared", self->n_compared);
}

/* Back and forth between edits, so that what was undone is dropped at every depth. */
static void
test_back_and_forth (Trial *self, gconstpointer seed)
{
  while (self->chaos.n_applied < N_EDITS / 4)
    {
      for (int n = chaos_below (&self->chaos, 12); n > 0; n--)
        chaos_do_gesture (&self->chaos);
      for (int n = chaos_below (&self->chaos, 10); n > 0; n--)
        tl_history_undo (self->chaos.history);
      compare_if_known (self);
      for (int n = chaos_below (&self->chaos, 6); n > 0; n--)
        tl_history_redo (self->chaos.history);
      if (chaos_once_in (&self->chaos, 8))
        compare (self);
    }
  redo_all (self);
  undo_all (self);
  compare (self);
  g_assert_cmpuint (tl_history_state (self->chaos.history), ==, 0);
}

/* Whatever was typed, what is written can be read, and says the same. */
static void
test_reads_back (Trial *self, gconstpointer seed)
{
  while (self->chaos.n_applied < N_EDITS / 4)
    {
      make_edits (self, self->chaos.n_applied + N_EDITS / 100);
      assert_reads_back (self->chaos.study);
    }
}

#define ADD(name, seed, function)                                                                                      \
  g_test_add ("/storage/random-edits/" name, Trial, GUINT_TO_POINTER (seed), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("undo-to-the-first", 20260101, test_undo_to_the_first);
  ADD ("back-and-forth", 7, test_back_and_forth);
  ADD ("reads-back", 11, test_reads_back);
  return g_test_run ();
}
