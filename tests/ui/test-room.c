/* Room scale and colours: everything is larger, and nothing is cut off. */
#include "app/appearance.h"
#include "app/chart-view.h"
#include "app/flow-bar.h"
#include "app/inspector.h"
#include "app/panel.h"
#include "app/strip-view.h"
#include "stage.h"
#include "study/flow-edits.h"
#include "study/redesign.h"

/* Widgets that a person reads or presses; what libraries put inside them is theirs. */
static gboolean
is_read (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget) || ADW_IS_PREFERENCES_ROW (widget) || TL_IS_STRIP_VIEW (widget)
         || TL_IS_CHART_VIEW (widget) || TL_IS_INSPECTOR (widget);
}

static void
assert_fits (GtkWidget *widget, const char *where)
{
  GtkWidget *child;
  int minimum, room;

  if (!gtk_widget_get_mapped (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  room = gtk_widget_get_allocated_width (widget) + gtk_widget_get_margin_start (widget)
         + gtk_widget_get_margin_end (widget);
  if (is_read (widget) && room < minimum)
    g_error ("%s: a %s in a %s, “%s”, is %d wide and needs %d", where, G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
             GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : gtk_widget_get_tooltip_text (widget),
             room, minimum);
  if (ADW_IS_ENTRY_ROW (widget))
    return;
  for (child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    assert_fits (child, where);
}

static void
assert_window_fits (TlWindow *window, const char *where)
{
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  int minimum;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > 1280)
    g_error ("%s: the window needs a width of %d", where, minimum);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, 1280, &minimum, NULL, NULL, NULL);
  if (minimum > 720)
    g_error ("%s: the window needs a height of %d", where, minimum);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), >=, 1200);
  assert_fits (content, where);
}

/* What is in the inspector is as wide as the inspector, whatever is selected. */
static void
assert_inspector_fits (TlWindow *window, const char *where)
{
  GtkWidget *inspector = tl_stage_find (window, TL_TYPE_INSPECTOR, NULL);
  GtkWidget *panel = tl_stage_find (inspector, TL_TYPE_PANEL, NULL);
  int room, needed;

  gtk_widget_measure (inspector, GTK_ORIENTATION_HORIZONTAL, -1, &room, NULL, NULL, NULL);
  gtk_widget_measure (panel, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  if (needed > room)
    g_error ("%s: the inspector is %d wide and needs %d", where, room, needed);
}

static void
act (TlWindow *window, const char *action, const char *target)
{
  if (target)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  tl_stage_settle ();
}

static void
test_nothing_cut_off (void)
{
  static const double scales[] = { 1.0, 1.25, 1.5, 2.0, 2.5 };
  static const char *const pages[] = { "flow", "capacity" };
  TlWindow *window = tl_stage_open_sample ();
  TlDocument *document = tl_window_get_document (window);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
      {
        g_autofree char *where = g_strdup_printf ("%s at %g", pages[j], scales[i]);

        tl_appearance_set_scale (tl_appearance_get_default (), scales[i]);
        act (window, "win.page", pages[j]);
        tl_selection_clear (tl_document_selection (document));
        tl_stage_settle ();
        assert_window_fits (window, where);
        assert_inspector_fits (window, where);
        tl_selection_set (tl_document_selection (document), tl_study_find (tl_document_study (document), "s3"));
        tl_stage_settle ();
        assert_window_fits (window, where);
        assert_inspector_fits (window, where);
      }
  tl_appearance_set_scale (tl_appearance_get_default (), 1);
  tl_stage_close_all ();
}

/* A small screen at a large scale: the window is never wider than it, and the canvas has the room. */
static void
test_small_screen (void)
{
  static const double scales[] = { 1.5, 2.0, 2.5 };
  TlWindow *window = tl_stage_open_sample ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 768);
  tl_stage_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int page = 0; page < 2; page++)
      {
        int minimum;

        tl_appearance_set_scale (tl_appearance_get_default (), scales[i]);
        act (window, "win.page", page ? "capacity" : "flow");
        gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
        g_test_message ("%g: %d", scales[i], minimum);
        g_assert_cmpint (minimum, <=, 1024);
        g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 1024);
      }
  tl_appearance_set_scale (tl_appearance_get_default (), 1);
  tl_stage_close_all ();
}

/* Whether who points at it is told something. */
static gboolean
has_tip (GtkWidget *widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean tells = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &tells);
  return tells;
}

/* Names as long as people make them widen no window, and what is shortened is told to who points there. */
static void
test_long_names (void)
{
  static const char *const pages[] = { "purpose", "demand", "capability", "flow", "capacity", "conditions" };
  static const char name[]
      = "Check that the tenancy agreement, the repairs policy and the list of excluded works allow it "
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesprüfungsvorbereitung";
  TlWindow *window = tl_stage_open_sample ();
  TlDocument *document = tl_window_get_document (window);
  GtkWidget *bar = tl_stage_find (window, TL_TYPE_FLOW_BAR, NULL);
  GtkWidget *label;

  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 768);
  tl_flow_redesign (tl_document_history (document), tl_document_flow (document), name, name);
  tl_document_set_flow (document, g_ptr_array_index (tl_document_study (document)->flows, 1));
  tl_appearance_set_scale (tl_appearance_get_default (), 2);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int minimum;

      act (window, "win.page", pages[i]);
      gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", pages[i], minimum);
      g_assert_cmpint (minimum, <=, 1024);
    }
  act (window, "win.page", "flow");
  label = tl_stage_find (bar, GTK_TYPE_LABEL, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, name);
  g_assert_true (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_true (gtk_widget_get_has_tooltip (label));
  g_assert_true (has_tip (label));
  tl_item_rename (tl_document_history (document), tl_document_flow (document), "Short");
  tl_stage_settle ();
  g_assert_false (has_tip (label));
  tl_appearance_set_scale (tl_appearance_get_default (), 1);
  tl_stage_close_all ();
}

/* Beside the canvas while there is room for both; otherwise over it, when somebody asks. */
static void
test_inspector_folds (void)
{
  TlWindow *window = tl_stage_open_sample ();
  TlAppearance *appearance = tl_appearance_get_default ();
  GtkWidget *inspector = tl_stage_find (window, TL_TYPE_INSPECTOR, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  tl_stage_settle ();
  g_assert_true (gtk_widget_get_mapped (inspector));
  tl_appearance_set_scale (appearance, 1.5);
  tl_stage_settle ();
  g_assert_false (gtk_widget_get_mapped (inspector));
  act (window, "win.inspector", NULL);
  g_assert_true (gtk_widget_get_mapped (inspector));
  act (window, "win.inspector", NULL);
  g_assert_false (gtk_widget_get_mapped (inspector));
  tl_appearance_set_scale (appearance, 1);
  tl_stage_settle ();
  g_assert_true (gtk_widget_get_mapped (inspector));
  tl_stage_close_all ();
}

/* Text is as much larger as was asked for, and as small as before afterwards. */
static void
test_text_grows (void)
{
  TlWindow *window = tl_stage_open_sample ();
  GtkWidget *label = tl_stage_find (window, GTK_TYPE_LABEL, "Fix my home, right first time, when it suits me");
  int before, large, after;

  g_assert_nonnull (label);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  tl_appearance_set_scale (tl_appearance_get_default (), 2);
  tl_stage_settle ();
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &large, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (large / (double) before, 2, 0.1);
  act (window, "win.room-usual", NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, ==, before);
  tl_stage_close_all ();
}

static void
test_steps_of_scale (void)
{
  TlWindow *window = tl_stage_open_sample ();
  TlAppearance *appearance = tl_appearance_get_default ();

  act (window, "win.room-smaller", NULL);
  g_assert_cmpfloat (tl_appearance_get_scale (appearance), ==, 1);
  for (int i = 0; i < 20; i++)
    tl_appearance_step_scale (appearance, 1);
  g_assert_cmpfloat (tl_appearance_get_scale (appearance), ==, TL_ROOM_SCALE_MOST);
  act (window, "win.room-usual", NULL);
  g_assert_cmpfloat (tl_appearance_get_scale (appearance), ==, 1);
  tl_stage_close_all ();
}

static void
test_dark (void)
{
  TlWindow *window = tl_stage_open_sample ();

  act (window, "win.colours", "dark");
  g_assert_true (tl_appearance_theme (tl_appearance_get_default ()).dark);
  act (window, "win.colours", "light");
  g_assert_false (tl_appearance_theme (tl_appearance_get_default ()).dark);
  act (window, "win.colours", "desktop");
  tl_stage_close_all ();
}

/* Every button without a word on it says what it does, to the eye and to a screen reader. */
static void
assert_buttons_speak (GtkWidget *widget)
{
  GtkWidget *child;

  if ((GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)))
      || (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget))))
    if (gtk_widget_get_mapped (widget) && !gtk_widget_get_tooltip_text (widget)
        && !gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS)
        && !(gtk_widget_get_parent (widget) && ADW_IS_SPLIT_BUTTON (gtk_widget_get_parent (widget)))
        && !gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW))
      g_error ("a button with the icon %s says nothing",
               GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget))
                                      : gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)));
  for (child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    assert_buttons_speak (child);
}

static void
test_buttons_speak (void)
{
  TlWindow *window = tl_stage_open_sample ();

  assert_buttons_speak (GTK_WIDGET (window));
  act (window, "win.page", "capacity");
  assert_buttons_speak (GTK_WIDGET (window));
  tl_stage_close_all ();
}

/* The keys fit on a small screen, at every room scale: what has no room is scrolled to. */
static void
test_keys_fit (void)
{
  TlWindow *window = tl_stage_open_sample ();
  GtkWidget *keys = GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  int width, height;

  for (int scale = 0; scale < 8; scale++)
    {
      gtk_widget_measure (keys, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (keys, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 1024);
      g_assert_cmpint (height, <=, 768);
      act (window, "win.room-larger", NULL);
    }
  tl_appearance_set_scale (tl_appearance_get_default (), 1);
  tl_stage_close_all ();
}

/* The windows that help open without a complaint. */
static void
test_helpers_open (void)
{
  TlWindow *window = tl_stage_open_sample ();

  act (window, "win.show-help-overlay", NULL);
  act (window, "win.about", NULL);
  act (window, "win.export", NULL);
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/room/nothing-cut-off", test_nothing_cut_off);
  g_test_add_func ("/room/small-screen", test_small_screen);
  g_test_add_func ("/room/long-names", test_long_names);
  g_test_add_func ("/room/inspector-folds", test_inspector_folds);
  g_test_add_func ("/room/text-grows", test_text_grows);
  g_test_add_func ("/room/steps-of-scale", test_steps_of_scale);
  g_test_add_func ("/room/dark", test_dark);
  g_test_add_func ("/room/buttons-speak", test_buttons_speak);
  g_test_add_func ("/room/keys-fit", test_keys_fit);
  g_test_add_func ("/room/helpers-open", test_helpers_open);
  return g_test_run ();
}
