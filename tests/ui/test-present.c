/* Presenting: slides by keys and mouse, a team that changes its mind aloud, and the way back. */
#include "app/appearance.h"
#include "app/audience-window.h"
#include "app/canvas.h"
#include "app/present-controls.h"
#include "app/presenter-window.h"
#include "app/slide-stage.h"
#include "app/show.h"
#include "hands.h"
#include "paint/slide.h"
#include "stage.h"

static TlWindow *window;
static TlDocument *document;

static gboolean
has_audience (gpointer data)
{
  TlShow *show = tl_window_get_show (window);

  return show && gtk_widget_get_mapped (GTK_WIDGET (tl_show_audience (show)));
}

static GtkWidget *
audience (void)
{
  return GTK_WIDGET (tl_show_audience (tl_window_get_show (window)));
}

static TlPresentation *
presentation (void)
{
  return tl_show_presentation (tl_window_get_show (window));
}

static void
resize (int width, int height)
{
  tl_hands_resize (width, height);
  g_assert_cmpint (gtk_widget_get_width (audience ()), ==, width);
  g_assert_cmpint (gtk_widget_get_height (audience ()), ==, height);
}

static void
begin (const char *keys)
{
  window = tl_stage_open_sample ();
  document = tl_window_get_document (window);
  tl_hands_begin (GTK_WINDOW (window));
  tl_hands_keys (keys);
  tl_stage_wait (has_audience, NULL);
  tl_hands_begin (GTK_WINDOW (audience ()));
}

static void
end (void)
{
  tl_stage_close_all ();
  window = NULL;
}

static void
assert_page (const char *page)
{
  if (!tl_stage_says (audience (), page))
    g_error ("the page is not %s but %s", page, tl_presentation_page (presentation ()));
}

static void
test_keys (void)
{
  begin ("F5");
  assert_page ("1 / 13");
  tl_hands_keys ("Right space Page_Down");
  assert_page ("4 / 13");
  tl_hands_keys ("Left Page_Up");
  assert_page ("2 / 13");
  tl_hands_key ("End");
  assert_page ("13 / 13");
  tl_hands_key ("Right");
  assert_page ("13 / 13");
  tl_hands_key ("Home");
  assert_page ("1 / 13");
  tl_hands_key ("Left");
  assert_page ("1 / 13");
  tl_hands_keys ("Shift+Right Shift+Right Shift+Right Shift+Right");
  assert_page ("5 / 13");
  tl_hands_key ("Shift+Right");
  assert_page ("10 / 13");
  end ();
}

static TlStep *
walk_to (const char *name)
{
  for (guint i = 0; i < tl_presentation_size (presentation ()); i++)
    {
      TlStep *step = tl_presentation_step (presentation ());

      if (step && g_str_equal (step->name, name))
        return step;
      tl_hands_key ("Right");
    }
  g_error ("the walk does not come to “%s”", name);
}

static double
failure_share (void)
{
  return tl_capacity_share (tl_document_capacity (document), TL_BUCKET_FAILURE);
}

/* The keys of the canvas act on the step that the room looks at, and can be undone. */
static void
test_marking (void)
{
  TlStep *step;

  begin ("F5");
  tl_hands_key ("v");
  g_assert_false (tl_document_is_modified (document));
  step = walk_to ("Visit and fix");
  tl_hands_keys ("w c");
  g_assert_cmpint (step->class, ==, TL_CLASS_WASTE);
  g_assert_cmpint (step->waste, ==, TL_WASTE_CHECKING);
  tl_hands_key ("Control+z");
  g_assert_cmpint (step->class, ==, TL_CLASS_VALUE);
  tl_hands_key ("u");
  g_assert_cmpint (step->class, ==, TL_CLASS_NONE);
  tl_hands_key ("v");
  g_assert_cmpint (step->class, ==, TL_CLASS_VALUE);
  g_assert_true (step == tl_presentation_step (presentation ()));
  end ();
}

/* A letter after W is a kind of waste, even one that is a key of slides otherwise. */
static void
test_kind_of_waste_first (void)
{
  TlStep *step;
  gboolean dark = tl_appearance_theme (tl_appearance_get_default ()).dark;

  begin ("F5");
  step = walk_to ("Check the policy");
  tl_hands_keys ("w d");
  g_assert_cmpint (step->waste, ==, TL_WASTE_DUPLICATING);
  g_assert_true (tl_appearance_theme (tl_appearance_get_default ()).dark == dark);
  /* Whatever is no kind of waste means what it always means. */
  tl_hands_keys ("w Right");
  g_assert_true (tl_presentation_step (presentation ()) != step);
  end ();
}

static void
test_times (void)
{
  TlStep *step;
  double before;

  begin ("F5");
  step = walk_to ("Visit and fix");
  before = failure_share ();
  tl_hands_key ("t");
  tl_hands_key ("Control+a");
  tl_hands_type ("30m");
  tl_hands_key ("Return");
  g_assert_cmpfloat (step->work_minutes, ==, 30);
  g_assert_cmpfloat (failure_share (), !=, before);
  g_assert_true (step == tl_presentation_step (presentation ()));
  /* Who leaves the question with Escape has not left the slides. */
  tl_hands_keys ("t Escape");
  g_assert_nonnull (tl_window_get_show (window));
  tl_hands_key ("Right");
  g_assert_true (step != tl_presentation_step (presentation ()));
  end ();
}

/* Nothing that would edit the sheet blindly. */
static void
test_no_other_edits (void)
{
  guint steps;

  begin ("F5");
  walk_to ("Check the policy");
  steps = tl_document_flow (document)->steps->len;
  tl_hands_keys ("Tab Delete Control+a Control+d i c");
  g_assert_cmpuint (tl_document_flow (document)->steps->len, ==, steps);
  g_assert_false (tl_document_is_modified (document));
  end ();
}

static void
test_black (void)
{
  begin ("F5");
  tl_hands_keys ("Right b");
  g_assert_true (tl_presentation_is_black (presentation ()));
  tl_hands_key ("Right");
  g_assert_false (tl_presentation_is_black (presentation ()));
  assert_page ("2 / 13");
  tl_hands_key ("period");
  g_assert_true (tl_presentation_is_black (presentation ()));
  tl_hands_click (audience (), 300, 300);
  g_assert_false (tl_presentation_is_black (presentation ()));
  assert_page ("2 / 13");
  end ();
}

static void
test_timer_and_page (void)
{
  begin ("F5");
  g_assert_false (tl_stage_says (audience (), "0:0"));
  tl_hands_key ("k");
  g_assert_true (tl_stage_says (audience (), "0:0"));
  tl_hands_key ("p");
  g_assert_false (tl_stage_says (audience (), "1 / 13"));
  tl_hands_keys ("p k");
  g_assert_true (tl_stage_says (audience (), "1 / 13"));
  g_assert_false (tl_stage_says (audience (), "0:0"));
  end ();
}

/* Dark or light for the show; afterwards the window is as it was. */
static void
test_dark (void)
{
  TlAppearance *appearance = tl_appearance_get_default ();
  gboolean before = tl_appearance_theme (appearance).dark;

  begin ("F5 d");
  g_assert_true (tl_appearance_theme (appearance).dark != before);
  tl_hands_key ("Escape");
  tl_stage_settle ();
  g_assert_true (tl_appearance_theme (appearance).dark == before);
  g_assert_cmpint (tl_appearance_get_scheme (appearance), ==, TL_SCHEME_DESKTOP);
  end ();
  begin ("F5");
  g_assert_true (tl_appearance_theme (appearance).dark != before);
  tl_hands_keys ("d Escape");
  end ();
}

static const char *
visible_page (void)
{
  GtkWidget *pages = tl_stage_find (window, ADW_TYPE_VIEW_STACK, NULL);

  return adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (pages));
}

static gboolean
is_over (gpointer data)
{
  return tl_window_get_show (window) == NULL;
}

static void
test_way_back (void)
{
  TlSelection *selection;
  TlItem *chosen;

  begin ("Control+5 F5");
  selection = tl_document_selection (document);
  walk_to ("Visit and fix");
  tl_hands_key ("Escape");
  tl_stage_wait (is_over, NULL);
  g_assert_cmpstr (visible_page (), ==, "capacity");
  g_assert_cmpuint (tl_selection_size (selection), ==, 0);

  chosen = tl_study_find (tl_document_study (document), "s2");
  tl_selection_set (selection, chosen);
  tl_hands_begin (GTK_WINDOW (window));
  tl_hands_key ("F5");
  tl_stage_wait (has_audience, NULL);
  tl_hands_begin (GTK_WINDOW (audience ()));
  walk_to ("Visit and fix");
  tl_hands_key ("Escape");
  tl_stage_wait (is_over, NULL);
  g_assert_true (tl_selection_focus (selection) == chosen);
  end ();
}

/* To the step of which the room has just spoken, if one asks; and from one that is selected. */
static void
test_there_and_back (void)
{
  TlStep *step;

  begin ("Control+5 F5");
  step = walk_to ("Visit and fix");
  tl_hands_key ("Shift+Escape");
  tl_stage_wait (is_over, NULL);
  g_assert_cmpstr (visible_page (), ==, "flow");
  g_assert_true (tl_selection_focus (tl_document_selection (document)) == TL_ITEM (step));
  tl_hands_begin (GTK_WINDOW (window));
  tl_hands_key ("Shift+F5");
  tl_stage_wait (has_audience, NULL);
  g_assert_true (tl_presentation_step (presentation ()) == step);
  end ();
}

static gboolean
shows_controls (gpointer data)
{
  GtkWidget *controls = tl_stage_find (audience (), TL_TYPE_PRESENT_CONTROLS, NULL);

  return gtk_widget_get_mapped (controls)
         && gtk_revealer_get_child_revealed (GTK_REVEALER (gtk_widget_get_parent (controls)));
}

static void
click_with (guint button)
{
  tl_hands_press (button);
  tl_hands_release (button);
}

static void
test_mouse (void)
{
  TlStep *step;
  GtkWidget *button;

  begin ("F5");
  tl_hands_move (audience (), 200, 200);
  click_with (1);
  assert_page ("2 / 13");
  click_with (1);
  assert_page ("3 / 13");
  click_with (3);
  assert_page ("2 / 13");
  step = walk_to ("Visit and fix");
  g_assert_false (shows_controls (NULL));
  tl_hands_move (audience (), 240, 240);
  tl_stage_wait (shows_controls, NULL);
  button = tl_stage_find (audience (), GTK_TYPE_BUTTON, "W");
  tl_hands_click (button, 8, 8);
  g_assert_cmpint (step->class, ==, TL_CLASS_WASTE);
  g_assert_true (tl_presentation_step (presentation ()) == step);
  end ();
}

/* What stands at the bottom is large enough, and below all that is on a slide. */
static void
assert_foot (int width, int height)
{
  GtkWidget *page = tl_stage_find (audience (), GTK_TYPE_LABEL, "1 / 13");
  PangoContext *context = gtk_widget_get_pango_context (page);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double letters = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double x, y;

  if (!pango_font_description_get_size_is_absolute (font))
    letters *= 96.0 / 72.0;
  g_assert_cmpfloat (letters, >=, tl_slide_least_letters (width, height) - 0.01);
  g_assert_true (gtk_widget_translate_coordinates (page, audience (), 0, 0, &x, &y));
  g_assert_cmpfloat (y, >=, height - TL_SLIDE_BOTTOM * tl_slide_least_letters (width, height));
  g_assert_cmpfloat (y + gtk_widget_get_height (page), <=, height);
  g_assert_cmpfloat (x + gtk_widget_get_width (page), <=, width);
}

static void
test_screens (void)
{
  static const int sizes[][2] = { { 1024, 768 }, { 1920, 1080 }, { 3840, 2160 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *controls;
      int least;

      begin ("F5");
      resize (sizes[i][0], sizes[i][1]);
      assert_foot (sizes[i][0], sizes[i][1]);
      tl_presentation_go_to_step (presentation (), tl_study_find (tl_document_study (document), "s3"));
      controls = tl_stage_find (audience (), TL_TYPE_PRESENT_CONTROLS, NULL);
      gtk_widget_measure (controls, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, sizes[i][0]);
      tl_hands_keys ("w c t Escape End");
      assert_page ("13 / 13");
      end ();
    }
}

static void
test_nothing (void)
{
  window = tl_stage_new_window ();
  tl_hands_begin (GTK_WINDOW (window));
  tl_hands_keys ("F5 Control+n F5");
  document = tl_window_get_document (window);
  tl_stage_wait (has_audience, NULL);
  tl_hands_begin (GTK_WINDOW (audience ()));
  assert_page ("1 / 1");
  tl_hands_keys ("Right b b d d Escape");
  tl_stage_wait (is_over, NULL);
  end ();
}

static GListModel *
monitors (guint count)
{
  GListStore *store = g_list_store_new (GDK_TYPE_MONITOR);
  GListModel *all = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (all, 0);

  for (guint i = 0; i < count; i++)
    g_list_store_append (store, monitor);
  return G_LIST_MODEL (store);
}

/* Who presents sees the slide as large as the screen allows; what comes next, and notes, stand beside it. */
static void
assert_slide_is_large (GtkWidget *presenter)
{
  GtkWidget *stage = tl_stage_find (presenter, TL_TYPE_SLIDE_STAGE, NULL);

  g_assert_cmpint (gtk_widget_get_width (stage), >, gtk_widget_get_width (presenter) * 6 / 10);
}

/* A projector that is plugged in, and whose cable somebody stumbles over: the slides go on. */
static void
test_second_screen (void)
{
  g_autoptr (GListModel) one = monitors (1);
  g_autoptr (GListModel) two = monitors (2);
  g_autoptr (GListModel) none = monitors (0);
  TlShow *show;
  GtkWidget *presenter;

  begin ("F5 Right Right Right");
  show = tl_window_get_show (window);
  g_assert_null (tl_show_presenter (show));
  tl_show_arrange (show, two);
  tl_stage_settle ();
  presenter = GTK_WIDGET (tl_show_presenter (show));
  g_assert_true (gtk_widget_get_mapped (presenter));
  g_assert_true (tl_stage_says (presenter, "4 / 13"));
  g_assert_true (tl_stage_says (presenter, "Next: Take the call"));
  g_assert_true (tl_stage_says (presenter, "0:0"));
  assert_slide_is_large (presenter);
  /* Keys of who presents lead the room. */
  tl_hands_begin (GTK_WINDOW (presenter));
  tl_hands_key ("Right");
  assert_page ("5 / 13");
  g_assert_true (tl_stage_says (presenter, "Next: Check the policy"));
  tl_hands_keys ("w c");
  g_assert_cmpint (tl_presentation_step (presentation ())->waste, ==, TL_WASTE_CHECKING);
  tl_show_arrange (show, one);
  tl_stage_settle ();
  g_assert_null (tl_show_presenter (show));
  assert_page ("5 / 13");
  tl_show_arrange (show, none);
  tl_hands_begin (GTK_WINDOW (audience ()));
  tl_hands_key ("Right");
  assert_page ("6 / 13");
  tl_show_arrange (show, two);
  tl_hands_begin (GTK_WINDOW (tl_show_presenter (show)));
  tl_hands_key ("Escape");
  tl_stage_wait (is_over, NULL);
  end ();
}

/* A study that is closed while it is presented takes its slides with it. */
static void
test_study_goes (void)
{
  begin ("F5 Right");
  tl_window_set_document (window, NULL);
  tl_stage_wait (is_over, NULL);
  end ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/present/keys", test_keys);
  g_test_add_func ("/present/marking", test_marking);
  g_test_add_func ("/present/kind-of-waste-first", test_kind_of_waste_first);
  g_test_add_func ("/present/times", test_times);
  g_test_add_func ("/present/no-other-edits", test_no_other_edits);
  g_test_add_func ("/present/black", test_black);
  g_test_add_func ("/present/timer-and-page", test_timer_and_page);
  g_test_add_func ("/present/dark", test_dark);
  g_test_add_func ("/present/way-back", test_way_back);
  g_test_add_func ("/present/there-and-back", test_there_and_back);
  g_test_add_func ("/present/mouse", test_mouse);
  g_test_add_func ("/present/screens", test_screens);
  g_test_add_func ("/present/nothing", test_nothing);
  g_test_add_func ("/present/second-screen", test_second_screen);
  g_test_add_func ("/present/study-goes", test_study_goes);
  return g_test_run ();
}
