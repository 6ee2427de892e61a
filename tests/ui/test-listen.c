/* Listening: words typed while somebody talks, judged by one key or one press, and never lost. */
#include <math.h>
#include <string.h>

#include "app/listen-page.h"
#include "hands.h"
#include "stage.h"
#include "storage/recovery.h"
#include "storage/study-file.h"
#include "study/contact.h"
#include "study/item-build.h"

typedef struct
{
  TlWindow *window;
  TlStudy *study;
  TlHistory *history;
  GtkWidget *page;
} Stage;

static void
raise_curtain (Stage *stage, gconstpointer data)
{
  TlDocument *document;

  stage->window = tl_stage_open_sample ();
  document = tl_window_get_document (stage->window);
  stage->study = tl_document_study (document);
  stage->history = tl_document_history (document);
  tl_hands_begin (GTK_WINDOW (stage->window));
  tl_hands_key ("F8");
  tl_stage_settle ();
  stage->page = tl_stage_find (stage->window, TL_TYPE_LISTEN_PAGE, NULL);
  g_assert_true (gtk_widget_get_mapped (stage->page));
}

static void
drop_curtain (Stage *stage, gconstpointer data)
{
  tl_stage_close_all ();
}

static TlContact *
contact (Stage *stage, guint i)
{
  g_assert_cmpuint (i, <, stage->study->contacts->len);
  return g_ptr_array_index (stage->study->contacts, i);
}

static void
alt (const char *key)
{
  tl_hands_key_down ("Alt_L");
  tl_hands_key (key);
  tl_hands_key_up ("Alt_L");
}

/* Words, a key, Enter; and the next one. */
static void
test_keys (Stage *stage, gconstpointer data)
{
  tl_hands_type ("where is he");
  tl_stage_settle ();
  g_assert_cmpstr (contact (stage, 0)->words, ==, "where is he");
  alt ("f");
  tl_hands_key ("Return");
  tl_hands_type ("fix my tap");
  alt ("v");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->contacts->len, ==, 2);
  g_assert_cmpint (contact (stage, 0)->kind, ==, TL_CONTACT_FAILURE);
  g_assert_cmpstr (contact (stage, 1)->words, ==, "fix my tap");
  g_assert_cmpint (contact (stage, 1)->kind, ==, TL_CONTACT_VALUE);
  g_assert_cmpfloat (contact (stage, 1)->minutes, >, 0);
  g_assert_cmpuint (strlen (contact (stage, 1)->when), ==, strlen ("2026-03-02T09:01:05"));
  g_assert_cmpuint (tl_history_length (stage->history), ==, 2);
  tl_hands_key ("Control+z");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->contacts->len, ==, 1);
  tl_hands_key ("Escape");
  tl_stage_settle ();
  g_assert_false (gtk_widget_get_mapped (stage->page));
  g_assert_cmpuint (stage->study->contacts->len, ==, 1);
}

/* Some of its name finds a type; what nothing is called makes one. */
static void
test_types (Stage *stage, gconstpointer data)
{
  tl_hands_type ("when");
  alt ("t");
  tl_hands_type ("repair");
  tl_hands_key ("Return");
  tl_hands_key ("Return");
  tl_hands_type ("rent");
  alt ("t");
  tl_hands_type ("change my rent");
  tl_hands_key ("Return");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->contacts->len, ==, 2);
  g_assert_cmpstr (contact (stage, 0)->demand->name, ==, "Where is my repair?");
  g_assert_cmpint (contact (stage, 0)->kind, ==, TL_CONTACT_AS_DEMAND);
  g_assert_cmpint (tl_contact_judged (contact (stage, 0)), ==, TL_CONTACT_FAILURE);
  g_assert_cmpuint (stage->study->demands->len, ==, 4);
  g_assert_cmpstr (contact (stage, 1)->demand->name, ==, "change my rent");
  g_assert_cmpint (contact (stage, 1)->demand->kind, ==, TL_DEMAND_UNSURE);
}

static void
test_minutes (Stage *stage, gconstpointer data)
{
  tl_hands_type ("a long one");
  alt ("m");
  tl_hands_type ("1h");
  tl_hands_key ("Return");
  tl_stage_settle ();
  tl_hands_click_on (tl_stage_find (stage->page, GTK_TYPE_BUTTON, "_Keep"));
  tl_stage_settle ();
  g_assert_cmpfloat (contact (stage, 0)->minutes, ==, 60);
  tl_hands_type ("x");
  tl_stage_settle ();
  g_assert_cmpfloat (contact (stage, 1)->minutes, <, 60);
}

/* With large buttons alone: judged, and kept without a word. */
static void
test_mouse (Stage *stage, gconstpointer data)
{
  tl_hands_click_on (tl_stage_find (stage->page, GTK_TYPE_TOGGLE_BUTTON, "Not sure (Alt+U)"));
  tl_stage_settle ();
  tl_hands_click_on (tl_stage_find (stage->page, GTK_TYPE_BUTTON, "_Keep"));
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->contacts->len, ==, 1);
  g_assert_cmpint (contact (stage, 0)->kind, ==, TL_CONTACT_UNSURE);
}

/* An undo in the middle of a word takes all of it; what is typed then is another contact. */
static void
test_undo (Stage *stage, gconstpointer data)
{
  tl_hands_type ("oh no");
  tl_hands_key ("Control+z");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->contacts->len, ==, 0);
  tl_hands_type ("better");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->contacts->len, ==, 1);
  g_assert_cmpstr (contact (stage, 0)->words, ==, "better");
}

/* What is kept in files with that ending, if any is. */
static char *
kept_with (const char *ending)
{
  g_autoptr (GFile) folder = tl_recovery_folder ();
  g_autoptr (GDir) files = g_dir_open (g_file_peek_path (folder), 0, NULL);
  const char *name;

  while (files && (name = g_dir_read_name (files)))
    {
      g_autofree char *path = g_build_filename (g_file_peek_path (folder), name, NULL);
      char *text = NULL;

      if (*name != '.' && g_str_has_suffix (name, ending) && g_file_get_contents (path, &text, NULL, NULL))
        return text;
    }
  return NULL;
}

static gboolean
is_kept (gpointer words)
{
  g_autofree char *text = kept_with (".throughline");

  return text && strstr (text, words);
}

static gboolean
is_change_kept (gpointer words)
{
  g_autofree char *text = kept_with (".changes");

  return text && strstr (text, words);
}

/* The words that are being typed are where they are found when the program is killed, without any key that
 * keeps them; and gone from there when the study was put away. That a killed program leaves them is tested in
 * storage-recovery. */
static void
test_kept_while_typing (Stage *stage, gconstpointer data)
{
  char words[] = "half a sent";

  tl_hands_type (words);
  tl_stage_wait (is_kept, words);
  tl_stage_close_all ();
  g_assert_false (is_kept (words));
}

/* Of a long log the file is copied as it is, and what changed stands beside it. */
static void
test_long_log (Stage *stage, gconstpointer data)
{
  g_autoptr (GFile) file = tl_stage_file ("long.throughline");
  g_autoptr (TlDocument) document = tl_stage_long_log (file);
  TlHistory *history = tl_document_history (document);
  g_autofree char *original = NULL;
  g_autofree char *kept = NULL;
  char words[] = "the boiler again";

  tl_stage_close_all ();
  tl_window_set_document (tl_stage_new_window (), document);
  tl_history_begin (history, "Write", NULL);
  tl_history_apply (history, tl_edit_new_set_text (tl_document_study (document)->contacts->pdata[7], "words", words));
  tl_history_end (history);
  tl_stage_wait (is_change_kept, words);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &original, NULL, NULL));
  kept = kept_with (".throughline");
  g_assert_cmpstr (kept, ==, original);
  g_assert_false (strstr (original, words));
  tl_history_undo (history);
  g_assert_false (is_change_kept (words));
  tl_stage_close_all ();
}

#define ADD(name, test) g_test_add ("/ui/listen/" name, Stage, NULL, raise_curtain, test, drop_curtain)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("keys", test_keys);
  ADD ("types", test_types);
  ADD ("minutes", test_minutes);
  ADD ("mouse", test_mouse);
  ADD ("undo", test_undo);
  ADD ("kept-while-typing", test_kept_while_typing);
  ADD ("long-log", test_long_log);
  return g_test_run ();
}
