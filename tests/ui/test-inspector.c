/* The inspector: every field of every kind of item, typed as a person does. */
#include <math.h>
#include <string.h>

#include "app/class-buttons.h"
#include "app/field-row.h"
#include "app/inspector.h"
#include "app/notes-row.h"
#include "hands.h"
#include "stage.h"
#include "storage/study-file.h"
#include "study/connector.h"
#include "study/entry.h"
#include "study/raises.h"

typedef struct
{
  TlWindow *window;
  TlDocument *document;
  GBytes *before;
} Stage;

static void
enter (Stage *stage, gconstpointer data)
{
  stage->window = tl_stage_open_sample ();
  stage->document = tl_window_get_document (stage->window);
  stage->before = tl_study_to_bytes (tl_document_study (stage->document));
}

static void
leave (Stage *stage, gconstpointer data)
{
  g_bytes_unref (stage->before);
  tl_stage_close_all ();
}

static gpointer
item (Stage *stage, const char *id)
{
  gpointer found = tl_study_find (tl_document_study (stage->document), id);

  g_assert_nonnull (found);
  return found;
}

static void
choose (Stage *stage, gpointer what)
{
  tl_selection_set (tl_document_selection (stage->document), what);
  tl_stage_settle ();
}

static GtkWidget *
inspector (Stage *stage)
{
  return tl_stage_find (stage->window, TL_TYPE_INSPECTOR, NULL);
}

static GtkWidget *
row (Stage *stage, GType type, const char *title)
{
  GtkWidget *found = tl_stage_find (inspector (stage), type, title);

  if (!found)
    g_error ("the inspector has no row “%s”", title);
  return found;
}

static void
type_in (Stage *stage, const char *title, const char *text)
{
  GtkWidget *field = row (stage, TL_TYPE_FIELD_ROW, title);

  gtk_editable_set_text (GTK_EDITABLE (field), text);
  tl_stage_settle ();
}

static void
pick (Stage *stage, const char *title, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (stage, ADW_TYPE_COMBO_ROW, title)), position);
  tl_stage_settle ();
}

static void
press (Stage *stage, const char *label)
{
  GtkWidget *button = row (stage, GTK_TYPE_BUTTON, label);

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  tl_stage_settle ();
}

/* Undoes all: whatever a test did must come back to the very bytes it began with. */
static void
undo_all (Stage *stage)
{
  TlHistory *history = tl_document_history (stage->document);
  g_autoptr (GBytes) after = NULL;

  while (tl_history_undo (history))
    tl_stage_settle ();
  after = tl_study_to_bytes (tl_document_study (stage->document));
  g_assert_true (g_bytes_equal (after, stage->before));
}

static void
test_step (Stage *stage, gconstpointer data)
{
  TlStep *step = item (stage, "s2");
  GtkTextBuffer *notes;

  choose (stage, step);
  type_in (stage, "Name", "Look it up");
  g_assert_cmpstr (step->name, ==, "Look it up");
  pick (stage, "Kind", 2);
  g_assert_cmpint (step->kind, ==, TL_STEP_DECISION);
  pick (stage, "Kind of waste", TL_WASTE_CHECKING);
  g_assert_cmpint (step->waste, ==, TL_WASTE_CHECKING);
  press (stage, "Value");
  g_assert_cmpint (step->class, ==, TL_CLASS_VALUE);
  g_assert_cmpint (step->waste, ==, TL_WASTE_NONE);
  press (stage, "Not judged");
  g_assert_cmpint (step->class, ==, TL_CLASS_NONE);
  pick (stage, "Role", 2);
  g_assert_true (step->role == item (stage, "r2"));
  pick (stage, "Role", 0);
  g_assert_null (step->role);
  type_in (stage, "Work each time", "1h 30m");
  g_assert_cmpfloat (step->work_minutes, ==, 90);
  type_in (stage, "The customer waits", "2d");
  g_assert_cmpfloat (step->wait_minutes, ==, 2 * 24 * 60);
  type_in (stage, "Arrives complete and accurate", "3/4");
  g_assert_cmpfloat (step->accurate, ==, 0.75);
  pick (stage, "Repeats", 1);
  g_assert_cmpint (step->repeats, ==, TL_REPEATS_VALUE);
  notes = gtk_text_view_get_buffer (GTK_TEXT_VIEW (tl_stage_find (inspector (stage), GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (notes, "Why?\nNobody knows.", -1);
  g_assert_cmpstr (step->notes, ==, "Why?\nNobody knows.");
  undo_all (stage);
}

/* A time that is none is said in words, changes nothing, and Escape brings back what was there. */
static void
test_error_in_words (Stage *stage, gconstpointer data)
{
  TlStep *step = item (stage, "s2");
  GtkWidget *field;

  choose (stage, step);
  field = row (stage, TL_TYPE_FIELD_ROW, "Work each time");
  tl_hands_begin (GTK_WINDOW (stage->window));
  gtk_widget_grab_focus (field);
  tl_hands_type ("soon");
  g_assert_cmpfloat (step->work_minutes, ==, 4);
  g_assert_true (tl_stage_says (field, "Type a time"));
  g_assert_true (gtk_widget_has_css_class (field, "error"));
  tl_hands_key ("Escape");
  g_assert_false (gtk_widget_has_css_class (field, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "4\302\240min");
  g_assert_false (tl_document_is_modified (stage->document));
}

/* Letters typed one by one are one undo; Escape leaves no trace; Enter keeps. */
static void
test_typing_is_one_gesture (Stage *stage, gconstpointer data)
{
  TlStep *step = item (stage, "s2");
  GtkWidget *field;

  choose (stage, step);
  field = row (stage, TL_TYPE_FIELD_ROW, "Work each time");
  tl_hands_begin (GTK_WINDOW (stage->window));
  gtk_widget_grab_focus (field);
  gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
  tl_hands_type ("45m");
  g_assert_cmpfloat (step->work_minutes, ==, 45);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "45m");
  tl_hands_key ("Escape");
  g_assert_cmpfloat (step->work_minutes, ==, 4);
  g_assert_false (tl_history_can_undo (tl_document_history (stage->document)));

  gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
  tl_hands_type ("45m");
  tl_hands_key ("Return");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "45\302\240min");
  gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
  tl_hands_type ("50");
  tl_hands_key ("Return");
  g_assert_cmpuint (tl_history_length (tl_document_history (stage->document)), ==, 2);
  tl_hands_key ("Control+z");
  g_assert_cmpfloat (step->work_minutes, ==, 45);
  tl_hands_key ("Control+z");
  g_assert_cmpfloat (step->work_minutes, ==, 4);
}

static void
test_raises_of_step (Stage *stage, gconstpointer data)
{
  TlFlow *flow = tl_document_flow (stage->document);
  TlRaises *raises = g_ptr_array_index (flow->raises, 0);

  choose (stage, item (stage, "s3"));
  type_in (stage, "“Where is my repair?”, each time", "0.5");
  g_assert_cmpfloat (raises->rate, ==, 0.5);
  type_in (stage, "“Where is my repair?”, each time", "35%");
  g_assert_cmpfloat (raises->rate, ==, 0.35);
  type_in (stage, "“Where is my repair?”, each time", "1/4");
  g_assert_cmpfloat (raises->rate, ==, 0.25);
  type_in (stage, "“Where is my repair?”, each time", "2");
  g_assert_cmpfloat (raises->rate, ==, 2);
  type_in (stage, "“Where is my repair?”, each time", "0.5");
  tl_history_settle (tl_document_history (stage->document));
  type_in (stage, "“Where is my repair?”, each time", "");
  g_assert_cmpfloat (raises->rate, >, 0);
  press (stage, "It does not cause this");
  g_assert_cmpuint (flow->raises->len, ==, 1);
  g_assert_null (tl_stage_find (inspector (stage), TL_TYPE_FIELD_ROW, "“Where is my repair?”, each time"));
  choose (stage, item (stage, "s1"));
  press (stage, "It does not enter here");
  g_assert_cmpuint (flow->entries->len, ==, 2);
  undo_all (stage);
}

static void
test_connector (Stage *stage, gconstpointer data)
{
  TlConnector *connector = item (stage, "c3");
  TlShare *share;

  choose (stage, connector);
  type_in (stage, "Share of the work", "40 %");
  g_assert_cmpfloat (connector->share, ==, 0.4);
  pick (stage, "Kind", 0);
  g_assert_cmpint (connector->kind, ==, TL_CONNECTOR_FLOW);
  type_in (stage, "Label", "not covered");
  g_assert_cmpstr (connector->label, ==, "not covered");
  type_in (stage, "Where is my repair?", "1/4");
  share = tl_connector_own_share (connector, item (stage, "d2"));
  g_assert_nonnull (share);
  g_assert_cmpfloat (share->value, ==, 0.25);
  type_in (stage, "Where is my repair?", "");
  g_assert_null (tl_connector_own_share (connector, item (stage, "d2")));
  undo_all (stage);
}

static void
test_entry_and_raises (Stage *stage, gconstpointer data)
{
  TlFlow *flow = tl_document_flow (stage->document);
  TlEntry *entry = g_ptr_array_index (flow->entries, 1);
  TlRaises *raises = g_ptr_array_index (flow->raises, 1);

  choose (stage, entry);
  pick (stage, "At the step", 4);
  g_assert_true (entry->step == item (stage, "s5"));
  choose (stage, raises);
  pick (stage, "The step", 2);
  g_assert_true (raises->step == item (stage, "s3"));
  type_in (stage, "How many, each time", "0,2");
  g_assert_cmpfloat (raises->rate, ==, 0.2);
  undo_all (stage);
}

static void
test_roles_and_demands (Stage *stage, gconstpointer data)
{
  TlStudy *study = tl_document_study (stage->document);
  TlRole *role;
  TlDemand *demand;

  choose (stage, NULL);
  type_in (stage, "Title", "Repairs");
  g_assert_cmpstr (study->title, ==, "Repairs");
  pick (stage, "Hours and frequencies per", 2);
  g_assert_cmpint (study->period, ==, TL_PERIOD_MONTH);
  press (stage, "Add a role");
  g_assert_cmpuint (study->roles->len, ==, 3);
  role = g_ptr_array_index (study->roles, 2);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row (stage, ADW_TYPE_EXPANDER_ROW, "Call centre")), TRUE);
  type_in (stage, "People", "7.5");
  g_assert_cmpfloat (((TlRole *) item (stage, "r1"))->people, ==, 7.5);
  type_in (stage, "Hours of each", "35");
  g_assert_cmpfloat (((TlRole *) item (stage, "r1"))->hours, ==, 35);
  press (stage, "Add a demand");
  demand = g_ptr_array_index (study->demands, 3);
  choose (stage, demand);
  type_in (stage, "In the customer’s words", "Is it safe?");
  pick (stage, "Kind", TL_DEMAND_VALUE);
  type_in (stage, "How often, from outside", "12");
  pick (stage, "Predictable", TL_PREDICTABLE_YES);
  g_assert_cmpstr (demand->name, ==, "Is it safe?");
  g_assert_cmpint (demand->kind, ==, TL_DEMAND_VALUE);
  g_assert_cmpfloat (demand->frequency, ==, 12);
  g_assert_cmpint (demand->predictable, ==, TL_PREDICTABLE_YES);
  press (stage, "Delete Demand");
  g_assert_cmpuint (study->demands->len, ==, 3);
  g_assert_nonnull (role);
  undo_all (stage);
}

/* A demand that goes takes its entries, raises and shares along; a role leaves its steps to nobody. */
static void
test_deleting_cascades (Stage *stage, gconstpointer data)
{
  TlFlow *flow = tl_document_flow (stage->document);

  choose (stage, item (stage, "d2"));
  press (stage, "Delete Demand");
  g_assert_cmpuint (flow->entries->len, ==, 2);
  g_assert_cmpuint (flow->raises->len, ==, 1);
  g_assert_cmpuint (tl_selection_size (tl_document_selection (stage->document)), ==, 0);
  press (stage, "Delete role");
  g_assert_null (((TlStep *) item (stage, "s1"))->role);
  undo_all (stage);
}

static void
test_several_steps (Stage *stage, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);
      g_ptr_array_add (steps, item (stage, id));
    }
  tl_selection_set_items (tl_document_selection (stage->document), steps);
  tl_stage_settle ();
  g_assert_true (tl_stage_says (inspector (stage), "5 steps"));
  press (stage, "Waste");
  pick (stage, "Kind of waste", TL_WASTE_CHASING);
  pick (stage, "Role", 2);
  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (steps, i);

      g_assert_cmpint (step->class, ==, TL_CLASS_WASTE);
      g_assert_cmpint (step->waste, ==, TL_WASTE_CHASING);
      g_assert_true (step->role == item (stage, "r2"));
    }
  g_assert_cmpuint (tl_history_length (tl_document_history (stage->document)), ==, 3);
  undo_all (stage);
}

/* Selects the first two steps that are looked at here; both have work, and not the same. */
static void
choose_two (Stage *stage)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_ptr_array_add (steps, item (stage, "s1"));
  g_ptr_array_add (steps, item (stage, "s2"));
  tl_selection_set_items (tl_document_selection (stage->document), steps);
  tl_stage_settle ();
}

/* Where they differ it is said, and nothing changes until something is typed; that is one undo for all. */
static void
test_times_of_several (Stage *stage, gconstpointer data)
{
  TlStep *one = item (stage, "s1"), *two = item (stage, "s2");
  double before = one->work_minutes;
  GtkWidget *field;

  g_assert_cmpfloat (before, !=, two->work_minutes);
  choose_two (stage);
  field = row (stage, TL_TYPE_FIELD_ROW, "Work each time · differs");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "");
  tl_hands_begin (GTK_WINDOW (stage->window));
  gtk_widget_grab_focus (field);
  tl_hands_key ("Return");
  tl_hands_type ("7");
  g_assert_cmpfloat (one->work_minutes, ==, 7);
  g_assert_cmpfloat (two->work_minutes, ==, 7);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (field)), ==, "Work each time");
  /* What is blank again says nothing. */
  tl_hands_key ("BackSpace");
  g_assert_cmpfloat (one->work_minutes, ==, before);
  g_assert_cmpfloat (two->work_minutes, ==, 4);
  tl_hands_type ("1h");
  tl_hands_key ("Escape");
  g_assert_cmpfloat (one->work_minutes, ==, before);
  g_assert_false (tl_document_is_modified (stage->document));
  tl_hands_type ("12m");
  tl_hands_key ("Return");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "12\302\240min");
  g_assert_cmpfloat (one->work_minutes, ==, 12);
  g_assert_cmpfloat (two->work_minutes, ==, 12);
  g_assert_cmpuint (tl_history_length (tl_document_history (stage->document)), ==, 1);
  tl_hands_key ("Control+z");
  tl_stage_settle ();
  g_assert_cmpfloat (one->work_minutes, ==, before);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (field)), ==, "Work each time · differs");
  type_in (stage, "Arrives complete and accurate", "90%");
  g_assert_cmpfloat (one->accurate, ==, 0.9);
  g_assert_cmpfloat (two->accurate, ==, 0.9);
  undo_all (stage);
}

/* A choice in which they differ says so as well; what is waste already stays the kind that it is. */
static void
test_choices_of_several (Stage *stage, gconstpointer data)
{
  TlStep *one = item (stage, "s1"), *two = item (stage, "s2");
  GtkWidget *kind;

  choose (stage, one);
  pick (stage, "Kind", TL_STEP_WAIT);
  press (stage, "Waste");
  pick (stage, "Kind of waste", TL_WASTE_CHASING);
  choose (stage, two);
  press (stage, "Value");
  choose_two (stage);
  kind = row (stage, ADW_TYPE_COMBO_ROW, "Kind");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (kind)), ==, "differs");
  g_assert_true (tl_stage_says (inspector (stage), "differs"));
  press (stage, "Waste");
  g_assert_cmpint (one->waste, ==, TL_WASTE_CHASING);
  g_assert_cmpint (two->class, ==, TL_CLASS_WASTE);
  pick (stage, "Kind", TL_STEP_WORK);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (kind)), ==, "");
  undo_all (stage);
}

/* Empties the entry by hand and presses Enter. */
static void
empty (GtkWidget *field)
{
  gtk_widget_grab_focus (field);
  gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
  tl_hands_key ("BackSpace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "");
  tl_hands_key ("Return");
  tl_stage_settle ();
}

/* What has a name keeps it when that is emptied, and leaves no trace of it; a label may go. */
static void
test_name_emptied (Stage *stage, gconstpointer data)
{
  TlStep *step = item (stage, "s2");
  g_autofree char *name = g_strdup (step->name);
  GtkWidget *field;

  tl_hands_begin (GTK_WINDOW (stage->window));
  choose (stage, step);
  field = row (stage, TL_TYPE_FIELD_ROW, "Name");
  empty (field);
  g_assert_cmpstr (step->name, ==, name);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, name);
  gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
  tl_hands_type ("New ");
  gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
  tl_hands_key ("space");
  g_assert_cmpstr (step->name, ==, name);
  tl_hands_key ("Escape");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, name);
  choose (stage, item (stage, "d2"));
  empty (row (stage, TL_TYPE_FIELD_ROW, "In the customer’s words"));
  g_assert_cmpstr (((TlDemand *) item (stage, "d2"))->name, ==, "Where is my repair?");
  choose (stage, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row (stage, ADW_TYPE_EXPANDER_ROW, "Call centre")), TRUE);
  empty (row (stage, TL_TYPE_FIELD_ROW, "Name"));
  g_assert_cmpstr (((TlRole *) item (stage, "r1"))->name, ==, "Call centre");
  empty (row (stage, TL_TYPE_FIELD_ROW, "Name of the flow"));
  g_assert_false (tl_document_is_modified (stage->document));
  type_in (stage, "Title", "");
  g_assert_null (tl_document_study (stage->document)->title);
  undo_all (stage);
}

static void
test_new_role (Stage *stage, gconstpointer data)
{
  TlStep *step = item (stage, "s2");
  AdwMessageDialog *question;

  choose (stage, step);
  pick (stage, "Role", 3);
  question = tl_stage_question ();
  g_assert_nonnull (question);
  gtk_editable_set_text (GTK_EDITABLE (tl_stage_find (question, GTK_TYPE_ENTRY, NULL)), "Surveyors");
  tl_stage_answer ("accept");
  g_assert_cmpstr (step->role->name, ==, "Surveyors");
  g_assert_cmpuint (tl_history_length (tl_document_history (stage->document)), ==, 1);
  undo_all (stage);
}

static gboolean
is_typing (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus && gtk_widget_get_ancestor (focus, TL_TYPE_FIELD_ROW);
}

/* A new demand is what customers want until somebody says otherwise, and its name is typed at once. */
static void
test_new_demand (Stage *stage, gconstpointer data)
{
  TlStudy *study = tl_document_study (stage->document);
  TlDemand *demand;

  tl_hands_begin (GTK_WINDOW (stage->window));
  press (stage, "Add a demand");
  demand = g_ptr_array_index (study->demands, study->demands->len - 1);
  g_assert_cmpint (demand->kind, ==, TL_DEMAND_VALUE);
  tl_stage_wait (is_typing, stage->window);
  tl_hands_type ("mend my tap");
  tl_hands_key ("Return");
  tl_stage_settle ();
  g_assert_cmpstr (demand->name, ==, "mend my tap");
  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  press (stage, "Add a role");
  tl_stage_wait (is_typing, stage->window);
  tl_hands_type ("plumbers");
  tl_stage_settle ();
  g_assert_cmpstr (tl_item_name (g_ptr_array_index (study->roles, study->roles->len - 1)), ==, "plumbers");
  undo_all (stage);
}

#define ADD(path, test) g_test_add (path, Stage, NULL, enter, test, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  ADD ("/inspector/step", test_step);
  ADD ("/inspector/error-in-words", test_error_in_words);
  ADD ("/inspector/typing-is-one-gesture", test_typing_is_one_gesture);
  ADD ("/inspector/raises-of-step", test_raises_of_step);
  ADD ("/inspector/connector", test_connector);
  ADD ("/inspector/entry-and-raises", test_entry_and_raises);
  ADD ("/inspector/roles-and-demands", test_roles_and_demands);
  ADD ("/inspector/deleting-cascades", test_deleting_cascades);
  ADD ("/inspector/several-steps", test_several_steps);
  ADD ("/inspector/times-of-several", test_times_of_several);
  ADD ("/inspector/choices-of-several", test_choices_of_several);
  ADD ("/inspector/name-emptied", test_name_emptied);
  ADD ("/inspector/new-role", test_new_role);
  ADD ("/inspector/new-demand", test_new_demand);
  return g_test_run ();
}
