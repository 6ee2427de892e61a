/* Writing down contacts while listening: what is in the study at each letter, and what one undo takes back. */
#include <math.h>

#include "small-study.h"
#include "study/flow-edits.h"
#include "study/listening.h"

typedef struct
{
  TlHistory *history;
  TlStudy *study;
  TlListening *listening;
  gint64 now; /* seconds after nine o'clock */
  char *before;
} Fixture;

static GDateTime *
tell_time (gpointer data)
{
  g_autoptr (GDateTime) nine = g_date_time_new_local (2026, 3, 2, 9, 0, 0);

  return g_date_time_add_seconds (nine, (double) ((Fixture *) data)->now);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->history = small_history_new ();
  self->study = tl_history_get_study (self->history);
  self->listening = tl_listening_new (self->history, tell_time, self);
  self->before = study_text (self->study);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  tl_listening_free (self->listening);
  g_object_unref (self->history);
  g_free (self->before);
}

static TlContact *
last (Fixture *self)
{
  return g_ptr_array_index (self->study->contacts, self->study->contacts->len - 1);
}

static void
type (Fixture *self, const char *words)
{
  for (const char *end = words; *end; end++)
    {
      g_autofree char *so_far = g_strndup (words, (gsize) (end + 1 - words));

      tl_listening_write (self->listening, so_far);
      self->now++;
    }
}

static void
assert_as_before (Fixture *self)
{
  g_autofree char *now = study_text (self->study);

  g_assert_cmpstr (now, ==, self->before);
}

static void
test_keep (Fixture *self, gconstpointer data)
{
  self->now = 65;
  type (self, "Where is he");
  g_assert_true (tl_listening_draft (self->listening) == last (self));
  g_assert_cmpstr (last (self)->words, ==, "Where is he");
  self->now = 65 + 90;
  g_assert_true (tl_listening_keep (self->listening));
  g_assert_cmpstr (last (self)->when, ==, "2026-03-02T09:01:05");
  g_assert_cmpfloat (last (self)->minutes, ==, 1.5);
  g_assert_null (last (self)->demand);
  g_assert_cmpint (tl_contact_judged (last (self)), ==, TL_CONTACT_AS_DEMAND);
  g_assert_null (tl_listening_draft (self->listening));
  g_assert_false (tl_listening_keep (self->listening));
  g_assert_cmpuint (tl_history_length (self->history), ==, 1);
  assert_undone_and_redone (self->history, self->before);
}

/* Each contact is an entry of its own. */
static void
test_two (Fixture *self, gconstpointer data)
{
  type (self, "one");
  tl_listening_keep (self->listening);
  type (self, "two");
  tl_listening_keep (self->listening);
  g_assert_cmpuint (tl_history_length (self->history), ==, 2);
  tl_history_undo (self->history);
  g_assert_cmpstr (last (self)->words, ==, "one");
}

static void
test_judge (Fixture *self, gconstpointer data)
{
  TlDemand *chase = tl_study_find (self->study, "d2");

  tl_listening_choose (self->listening, chase);
  g_assert_cmpint (tl_listening_kind (self->listening), ==, TL_CONTACT_FAILURE);
  type (self, "When");
  g_assert_true (last (self)->demand == chase);
  tl_listening_judge (self->listening, TL_CONTACT_FAILURE);
  g_assert_cmpint (last (self)->kind, ==, TL_CONTACT_AS_DEMAND);
  tl_listening_judge (self->listening, TL_CONTACT_VALUE);
  g_assert_cmpint (last (self)->kind, ==, TL_CONTACT_VALUE);
  tl_listening_choose (self->listening, NULL);
  g_assert_null (last (self)->demand);
  g_assert_cmpint (last (self)->kind, ==, TL_CONTACT_VALUE);
  tl_listening_keep (self->listening);
  /* The next one is another. */
  g_assert_null (tl_listening_demand (self->listening));
  g_assert_cmpint (tl_listening_kind (self->listening), ==, TL_CONTACT_AS_DEMAND);
  g_assert_cmpuint (tl_history_length (self->history), ==, 1);
  assert_undone_and_redone (self->history, self->before);
}

static void
test_remembered (Fixture *self, gconstpointer data)
{
  tl_listening_set_text (self->listening, "channel", "phone");
  type (self, "one");
  tl_listening_set_text (self->listening, "place", "Swansea");
  tl_listening_set_text (self->listening, "listener", "AB");
  tl_listening_keep (self->listening);
  type (self, "two");
  g_assert_cmpstr (last (self)->channel, ==, "phone");
  g_assert_cmpstr (last (self)->place, ==, "Swansea");
  g_assert_cmpstr (last (self)->listener, ==, "AB");
  tl_listening_set_text (self->listening, "place", "");
  g_assert_null (last (self)->place);
}

/* Typed minutes are what counts, until the clock is asked again. */
static void
test_minutes (Fixture *self, gconstpointer data)
{
  g_assert_true (isnan (tl_listening_minutes (self->listening)));
  type (self, "one");
  tl_listening_set_minutes (self->listening, 4);
  self->now += 600;
  g_assert_cmpfloat (tl_listening_minutes (self->listening), ==, 4);
  tl_listening_set_minutes (self->listening, (double) NAN);
  g_assert_cmpfloat_with_epsilon (tl_listening_minutes (self->listening), 10, 0.1);
  tl_listening_set_minutes (self->listening, 7);
  tl_listening_keep (self->listening);
  g_assert_cmpfloat (last (self)->minutes, ==, 7);
  type (self, "x");
  g_assert_cmpfloat (last (self)->minutes, ==, 0.1);
}

static void
test_drop (Fixture *self, gconstpointer data)
{
  type (self, "never mind");
  tl_listening_drop (self->listening);
  assert_as_before (self);
  g_assert_cmpuint (tl_history_length (self->history), ==, 0);
  tl_listening_drop (self->listening);
  type (self, "saved");
  tl_history_mark_saved (self->history);
  type (self, "saved and more");
  tl_listening_drop (self->listening);
  g_assert_cmpuint (self->study->contacts->len, ==, 1);
  g_assert_null (tl_listening_draft (self->listening));
}

/* An undo while a contact is being written takes it away; the next letter begins another. */
static void
test_undo_while_writing (Fixture *self, gconstpointer data)
{
  type (self, "oh");
  tl_history_undo (self->history);
  g_assert_null (tl_listening_draft (self->listening));
  assert_as_before (self);
  type (self, "again");
  g_assert_cmpstr (last (self)->words, ==, "again");
  tl_listening_keep (self->listening);
  g_assert_cmpuint (tl_history_length (self->history), ==, 1);
}

/* Words that were all deleted again are a contact without words, as long as it is open. */
static void
test_emptied (Fixture *self, gconstpointer data)
{
  tl_listening_write (self->listening, "");
  assert_as_before (self);
  type (self, "a");
  tl_listening_write (self->listening, "");
  g_assert_null (last (self)->words);
  tl_listening_drop (self->listening);
  assert_as_before (self);
}

/* Judged in passing, without a word. */
static void
test_wordless (Fixture *self, gconstpointer data)
{
  tl_listening_judge (self->listening, TL_CONTACT_FAILURE);
  g_assert_true (tl_listening_keep (self->listening));
  g_assert_null (last (self)->words);
  g_assert_cmpint (last (self)->kind, ==, TL_CONTACT_FAILURE);
  g_assert_true (isnan (last (self)->minutes));
  g_assert_cmpint (tl_listening_kind (self->listening), ==, TL_CONTACT_AS_DEMAND);
  assert_undone_and_redone (self->history, self->before);
}

#define ADD(name, function) g_test_add ("/study/listening/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("keep", test_keep);
  ADD ("two", test_two);
  ADD ("judge", test_judge);
  ADD ("remembered", test_remembered);
  ADD ("minutes", test_minutes);
  ADD ("drop", test_drop);
  ADD ("undo-while-writing", test_undo_while_writing);
  ADD ("emptied", test_emptied);
  ADD ("wordless", test_wordless);
  return g_test_run ();
}
