/* Several steps typed or pasted where the name of one is asked for, lists with branches, and a new step by its name
 * alone. */
#include <math.h>

#include "app/document.h"
#include "hands.h"
#include "sheet.h"
#include "stage.h"
#include "study/connector.h"
#include "study/role.h"

static void
paste (Sheet *sheet, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (sheet->canvas), text);
  tl_hands_key ("Control+v");
  tl_hands_settle ();
}

/* Names, and which is followed by which. */
static void
assert_flow (Sheet *sheet, const char *expected)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < sheet_flow (sheet)->steps->len; i++)
    g_string_append_printf (said, "%s%s", i ? "," : "", sheet_step (sheet, i)->name);
  for (guint i = 0; i < sheet_flow (sheet)->connectors->len; i++)
    {
      TlConnector *connector = sheet_connector (sheet, i);

      g_string_append_printf (said, " %s>%s", connector->from->name, connector->to->name);
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_lines_into_new_name (Sheet *sheet, gconstpointer data)
{
  g_autofree char *before = sheet_text (sheet);
  g_autofree char *after = NULL;

  tl_hands_key ("Tab");
  paste (sheet, "1.\tTake call\t6m\tClerk\n2.\tLog it\n\n3.\tVisit\tclerk\n");
  assert_flow (sheet, "Take call,Log it,Visit Log it>Visit Take call>Log it");
  g_assert_cmpfloat (sheet_step (sheet, 0)->work_minutes, ==, 6);
  g_assert_cmpstr (sheet_step (sheet, 0)->role->name, ==, "Clerk");
  g_assert_true (sheet_step (sheet, 2)->role == sheet_step (sheet, 0)->role);
  g_assert_cmpfloat (sheet_step (sheet, 1)->x, >, sheet_step (sheet, 0)->x + TL_STEP_WIDTH);
  /* On from the last. */
  tl_hands_key ("Tab");
  tl_hands_type ("Close");
  tl_hands_key ("Return");
  assert_flow (sheet, "Take call,Log it,Visit,Close Log it>Visit Take call>Log it Visit>Close");
  tl_history_undo (sheet->history);
  tl_history_undo (sheet->history);
  after = sheet_text (sheet);
  g_assert_cmpstr (after, ==, before);
}

static void
test_lines_into_old_name (Sheet *sheet, gconstpointer data)
{
  TlStep *step = sheet_add (sheet, "Old", 0, 0);
  g_autofree char *before = sheet_text (sheet);
  g_autofree char *after = NULL;

  sheet_show (sheet);
  tl_selection_set (tl_document_selection (sheet->document), step);
  tl_hands_key ("Return");
  tl_hands_key ("End");
  paste (sheet, " call\r\nVisit");
  assert_flow (sheet, "Old call,Visit Old call>Visit");
  tl_history_undo (sheet->history);
  after = sheet_text (sheet);
  g_assert_cmpstr (after, ==, before);
}

static void
test_one_line_into_name (Sheet *sheet, gconstpointer data)
{
  tl_hands_key ("Tab");
  paste (sheet, "\tTake\tcall\n");
  tl_hands_type (" now");
  tl_hands_key ("Return");
  assert_flow (sheet, "Take call now");
}

static void
test_chain_typed (Sheet *sheet, gconstpointer data)
{
  tl_hands_key ("Tab");
  tl_hands_type ("Call > Check 5m > Visit");
  tl_hands_key ("Tab");
  tl_hands_type ("Close");
  tl_hands_key ("Return");
  assert_flow (sheet, "Call,Check,Visit,Close Check>Visit Call>Check Visit>Close");
  g_assert_cmpfloat (sheet_step (sheet, 1)->work_minutes, ==, 5);
  tl_history_undo (sheet->history);
  tl_history_undo (sheet->history);
  g_assert_cmpuint (sheet_flow (sheet)->steps->len, ==, 0);
}

/* Elsewhere is clicked: what was typed is kept, and what was clicked is selected. */
static void
test_chain_left (Sheet *sheet, gconstpointer data)
{
  TlStep *other = sheet_add (sheet, "Other", 0, 0);
  double x, y;

  sheet_show (sheet);
  tl_hands_key ("n");
  tl_hands_type ("Call > Check");
  sheet_place (sheet, other, &x, &y);
  tl_hands_click (sheet->canvas, x, y);
  assert_flow (sheet, "Other,Call,Check Call>Check");
  g_assert_true (tl_selection_focus (tl_document_selection (sheet->document)) == TL_ITEM (other));
}

static void
on_said (GtkWidget *canvas, const char *words, gpointer said)
{
  g_string_append_printf (said, "%s\n", words);
}

/* Which column was taken as what is said, on the canvas and in a name. */
static void
test_headings_told (Sheet *sheet, gconstpointer data)
{
  const char *table = "Who\tTime\tStep\nClerk\t6\tCall\nTrades\t1h\tVisit";
  g_autoptr (GString) said = g_string_new (NULL);

  g_signal_connect (sheet->canvas, "said", G_CALLBACK (on_said), said);
  paste (sheet, table);
  assert_flow (sheet, "Call,Visit Call>Visit");
  g_assert_cmpfloat (sheet_step (sheet, 1)->work_minutes, ==, 60);
  tl_hands_key ("n");
  paste (sheet, table);
  assert_flow (sheet, "Call,Visit,Call,Visit Call>Visit Call>Visit");
  paste (sheet, "Call\tClerk");
  g_assert_cmpstr (said->str, ==,
                   "Taken by the table’s headings: name, work, role\n"
                   "Taken by the table’s headings: name, work, role\n");
  g_signal_handlers_disconnect_by_data (sheet->canvas, said);
}

static void
test_comparison_pasted (Sheet *sheet, gconstpointer data)
{
  paste (sheet, "Age >18 > Check");
  assert_flow (sheet, "Age >18,Check Age >18>Check");
}

static void
test_arrows_in_names (Sheet *sheet, gconstpointer data)
{
  TlStep *step = sheet_add (sheet, "A > B", 0, 0);

  sheet_show (sheet);
  tl_selection_set (tl_document_selection (sheet->document), step);
  tl_hands_key ("Return");
  tl_hands_key ("Return");
  tl_hands_key ("Tab");
  tl_hands_type ("Age >18");
  tl_hands_key ("Return");
  assert_flow (sheet, "A > B,Age >18 A > B>Age >18");
}

static void
test_branches (Sheet *sheet, gconstpointer data)
{
  sheet_add (sheet, "Here", 0, 0);
  sheet_show (sheet);
  paste (sheet, "A > B\nA > C");
  assert_flow (sheet, "Here,A,B,C A>B A>C");
  g_assert_cmpfloat (sheet_step (sheet, 2)->x, >, sheet_step (sheet, 1)->x + TL_STEP_WIDTH);
  g_assert_cmpfloat (fabs (sheet_step (sheet, 2)->y - sheet_step (sheet, 3)->y), >, TL_STEP_HEIGHT);
}

static void
test_connect_to_new (Sheet *sheet, gconstpointer data)
{
  sheet_add (sheet, "A", 0, 0);
  sheet_add (sheet, "B", 0, 200);
  sheet_show (sheet);
  tl_selection_set_items (tl_document_selection (sheet->document), sheet_flow (sheet)->steps);
  tl_hands_key ("c");
  tl_hands_type ("New");
  tl_hands_key ("Return");
  assert_flow (sheet, "A,B,New A>New B>New");
  tl_history_undo (sheet->history);
  assert_flow (sheet, "A,B");
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  sheet_add_test ("/pasting/lines-into-new-name", test_lines_into_new_name);
  sheet_add_test ("/pasting/lines-into-old-name", test_lines_into_old_name);
  sheet_add_test ("/pasting/one-line-into-name", test_one_line_into_name);
  sheet_add_test ("/pasting/chain-typed", test_chain_typed);
  sheet_add_test ("/pasting/chain-left", test_chain_left);
  sheet_add_test ("/pasting/arrows-in-names", test_arrows_in_names);
  sheet_add_test ("/pasting/comparison", test_comparison_pasted);
  sheet_add_test ("/pasting/headings-told", test_headings_told);
  sheet_add_test ("/pasting/branches", test_branches);
  sheet_add_test ("/pasting/connect-to-new", test_connect_to_new);
  return g_test_run ();
}
