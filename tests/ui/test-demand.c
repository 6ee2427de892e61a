/* The page of demand, by keyboard and mouse: types are added, judged, counted, ordered, merged, split and
 * deleted, each with one undo. */
#include <math.h>

#include "app/demand-row.h"
#include "app/demand-table.h"
#include "hands.h"
#include "stage.h"
#include "study/demand-edits.h"
#include "study/item-build.h"
#include "study/tying.h"

typedef struct
{
  TlWindow *window;
  TlStudy *study;
  TlHistory *history;
  GtkWidget *table;
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
  tl_hands_key ("Control+2");
  tl_stage_settle ();
  stage->table = tl_stage_find (stage->window, TL_TYPE_DEMAND_TABLE, NULL);
  g_assert_true (gtk_widget_get_mapped (stage->table));
}

static void
drop_curtain (Stage *stage, gconstpointer data)
{
  tl_stage_close_all ();
}

static TlDemand *
demand_at (Stage *stage, guint i)
{
  g_assert_cmpuint (i, <, stage->study->demands->len);
  return g_ptr_array_index (stage->study->demands, i);
}

static void
undo_all_but (Stage *stage, guint n)
{
  while (tl_history_length (stage->history) > n)
    tl_history_undo (stage->history);
  tl_stage_settle ();
}

static GtkWidget *
add_entry (Stage *stage)
{
  GtkWidget *child = gtk_widget_get_first_child (stage->table);

  while (child && !GTK_IS_ENTRY (child))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);
  return child;
}

/* What matters is ticked from the row too, by W and by its menu. */
static void
test_matters (Stage *stage, gconstpointer data)
{
  TlMatter *matter = tl_study_add_matter (stage->history, "Fix it the first time");

  tl_stage_settle ();
  tl_hands_key ("w");
  tl_stage_settle ();
  g_assert_true (tl_stage_says (stage->table, "Fix it the first time"));
  tl_hands_key ("space");
  tl_stage_settle ();
  g_assert_nonnull (tl_item_tie_to (demand_at (stage, 0), matter));
  tl_hands_click_on (tl_stage_find (stage->table, GTK_TYPE_CHECK_BUTTON, NULL));
  tl_stage_settle ();
  g_assert_null (tl_item_tie_to (demand_at (stage, 0), matter));
  tl_hands_key ("Escape");
  undo_all_but (stage, 0);
}

/* The keyboard is on the first row; letters judge it, Enter begins its name. */
static void
test_keys (Stage *stage, gconstpointer data)
{
  tl_hands_keys ("u Down v");
  tl_stage_settle ();
  g_assert_cmpint (demand_at (stage, 0)->kind, ==, TL_DEMAND_UNSURE);
  g_assert_cmpint (demand_at (stage, 1)->kind, ==, TL_DEMAND_VALUE);
  g_assert_cmpuint (tl_history_length (stage->history), ==, 2);
  tl_hands_key_down ("Alt_L");
  tl_hands_key ("Up");
  tl_hands_key_up ("Alt_L");
  tl_stage_settle ();
  g_assert_cmpstr (demand_at (stage, 0)->name, ==, "Where is my repair?");
  tl_hands_key ("Return");
  tl_hands_type ("where");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpstr (demand_at (stage, 0)->name, ==, "where");
  tl_hands_keys ("Tab");
  tl_hands_type ("1,5");
  tl_stage_settle ();
  g_assert_cmpfloat (demand_at (stage, 0)->frequency, ==, 1.5);
  undo_all_but (stage, 0);
  g_assert_cmpstr (demand_at (stage, 0)->name, ==, "Please fix something");
  g_assert_true (tl_history_is_saved (stage->history));
}

/* Typed at the bottom, again and again. */
static void
test_add (Stage *stage, gconstpointer data)
{
  tl_hands_click_on (add_entry (stage));
  tl_hands_type ("change my rent");
  tl_hands_key ("Return");
  tl_hands_type ("change MY rent");
  tl_hands_key ("Return");
  tl_hands_type ("a key");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->demands->len, ==, 5);
  g_assert_cmpstr (demand_at (stage, 3)->name, ==, "change my rent");
  g_assert_cmpint (demand_at (stage, 3)->kind, ==, TL_DEMAND_UNSURE);
  g_assert_true (isnan (demand_at (stage, 3)->frequency));
}

/* By the letters on the buttons, with the mouse. */
static void
test_mouse (Stage *stage, gconstpointer data)
{
  tl_hands_click_on (tl_stage_find (stage->table, GTK_TYPE_TOGGLE_BUTTON, "F"));
  tl_stage_settle ();
  g_assert_cmpint (demand_at (stage, 0)->kind, ==, TL_DEMAND_FAILURE);
}

static void
test_merge (Stage *stage, gconstpointer data)
{
  tl_hands_keys ("Down Down m");
  tl_stage_settle ();
  tl_hands_type ("where");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->demands->len, ==, 2);
  g_assert_cmpuint (tl_demand_ties (demand_at (stage, 1)).raises, ==, 2);
  g_assert_cmpuint (tl_history_length (stage->history), ==, 1);
  tl_hands_key ("Control+z");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->demands->len, ==, 3);
  g_assert_true (tl_history_is_saved (stage->history));
}

static void
add_contact (Stage *stage, const char *words)
{
  g_autoptr (TlItem) contact = tl_item_new (TL_ITEM_CONTACT);
  g_autofree char *id = tl_study_new_id (stage->study, TL_ITEM_CONTACT);

  tl_item_set_id (contact, id);
  tl_item_set_text (contact, "words", words);
  tl_item_set_item (contact, "demand", demand_at (stage, 0));
  tl_history_apply (stage->history, tl_edit_new_insert (stage->study, contact, G_MAXUINT));
}

/* What nothing says is said, and the question stays until it can be answered. */
static void
test_split (Stage *stage, gconstpointer data)
{
  tl_history_begin (stage->history, "Listen", NULL);
  add_contact (stage, "My tap drips");
  add_contact (stage, "the TAP again");
  add_contact (stage, "The boiler is cold");
  tl_history_end (stage->history);
  tl_stage_settle ();
  tl_hands_key ("s");
  tl_stage_settle ();
  tl_hands_type ("gas");
  tl_hands_key ("Tab");
  tl_hands_type ("Taps");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->demands->len, ==, 3);
  g_assert_true (tl_stage_says (stage->table, "None of its contacts says that"));
  tl_hands_key ("Shift+Tab");
  tl_hands_type ("tap");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpuint (stage->study->demands->len, ==, 4);
  g_assert_cmpstr (demand_at (stage, 1)->name, ==, "Taps");
  g_assert_cmpuint (tl_demand_ties (demand_at (stage, 1)).contacts, ==, 2);
  g_assert_cmpuint (tl_history_length (stage->history), ==, 2);
}

/* What hangs on it is said first; what nothing hangs on goes at once. */
static void
test_delete (Stage *stage, gconstpointer data)
{
  AdwMessageDialog *question;

  tl_hands_keys ("Down Delete");
  question = tl_stage_question ();
  g_assert_nonnull (question);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), "1 step no longer causes it"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), "2 connectors lose their share"));
  tl_stage_answer ("delete");
  g_assert_cmpuint (stage->study->demands->len, ==, 2);
  tl_history_undo (stage->history);
  g_assert_cmpuint (stage->study->demands->len, ==, 3);
}

#define ADD(name, test) g_test_add ("/ui/demand/" name, Stage, NULL, raise_curtain, test, drop_curtain)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("keys", test_keys);
  ADD ("matters", test_matters);
  ADD ("add", test_add);
  ADD ("mouse", test_mouse);
  ADD ("merge", test_merge);
  ADD ("split", test_split);
  ADD ("delete", test_delete);
  return g_test_run ();
}
