/* What the canvas keeps as painted tiles looks as if it were painted anew: pixel by pixel, whatever was done
 * before. */
#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "drawing-room.h"
#include "hands.h"
#include "paint/flow-picture.h"
#include "stage.h"
#include "storage/study-file.h"

/* In one of the three colours of a pixel, of 255: where lines lie over one another they are smoothed
 * against another ground. */
#define TOLERANCE 40
/* The handles of a selected step, and the place for one more demand, lie over it: some hundred pixels. */
#define MOST_DIFFERENT 0.0014

typedef struct
{
  TlDrawingRoom room;
  TlDocument *sample;
} Studio;

static TlDocument *
open_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TL_SAMPLES"), "housing-repairs.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return tl_document_new_for_study (opened->study, NULL, NULL, FALSE);
}

static void
enter (Studio *studio, gconstpointer data)
{
  tl_drawing_room_enter (&studio->room, NULL);
  /* It lies over the tiles. */
  g_object_set (studio->room.canvas, "show-legend", FALSE, NULL);
  studio->sample = open_sample ();
  tl_canvas_set_document (studio->room.canvas, studio->sample);
  tl_hands_settle ();
}

static void
leave (Studio *studio, gconstpointer data)
{
  tl_drawing_room_leave (&studio->room, NULL);
  g_object_unref (studio->sample);
}

static gboolean
is_sharp (gpointer canvas)
{
  return tl_canvas_is_sharp (canvas);
}

/* What the widget draws, as the window's own renderer has it. */
static cairo_surface_t *
shoot (Studio *studio)
{
  GtkWidget *widget = GTK_WIDGET (studio->room.canvas);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *shot = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  tl_hands_settle ();
  tl_stage_wait (is_sharp, widget);
  tl_hands_settle ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_download (texture, cairo_image_surface_get_data (shot), (gsize) cairo_image_surface_get_stride (shot));
  cairo_surface_mark_dirty (shot);
  return shot;
}

/* Whole pixels, as the canvas draws. */
static TlPlace
origin_of (Studio *studio, TlFlowGeometry *geometry)
{
  const TlStepBox *first = &g_array_index (geometry->steps, TlStepBox, 0);
  double zoom = tl_canvas_get_zoom (studio->room.canvas);
  double x, y;

  tl_canvas_place_of (studio->room.canvas, first->step, &x, &y);
  return (TlPlace){ floor (x - (first->box.x + first->box.width / 2) * zoom + 0.5),
                    floor (y - (first->box.y + first->box.height / 2) * zoom + 0.5) };
}

static cairo_surface_t *
paint_anew (Studio *studio)
{
  GtkWidget *widget = GTK_WIDGET (studio->room.canvas);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_surface_t *shot = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (shot);
  TlStudy *study = tl_document_study (studio->sample);
  TlFlow *flow = tl_document_flow (studio->sample);
  TlTheme theme = { adw_style_manager_get_dark (adw_style_manager_get_default ()), FALSE, 1 };
  TlColour ground = tl_theme_ink (&theme, TL_INK_GROUND);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, flow);
  g_autoptr (TlFlowPicture) picture
      = tl_flow_picture_new (study, flow, geometry, tl_document_capacity (studio->sample), &theme, NULL);
  TlSelection *selection = tl_document_selection (studio->sample);
  TlFlowMarks marks = { .selected = tl_selection_table (selection) };
  TlPlace origin = origin_of (studio, geometry);
  double zoom = tl_canvas_get_zoom (studio->room.canvas);

  if (gtk_widget_has_focus (widget))
    marks.focus = tl_selection_focus (selection);
  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, zoom, zoom);
  tl_flow_picture_paint (picture, cr, NULL, zoom, &marks);
  cairo_destroy (cr);
  return shot;
}

static gboolean
is_other (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > TOLERANCE)
      return TRUE;
  return FALSE;
}

static void
keep (cairo_surface_t *shot, const char *name, const char *part)
{
  g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", g_get_tmp_dir (), name, part);

  if (cairo_surface_write_to_png (shot, path) == CAIRO_STATUS_SUCCESS)
    g_test_message ("see %s", path);
}

static void
assert_as_painted (Studio *studio, const char *name)
{
  cairo_surface_t *kept = shoot (studio), *anew = paint_anew (studio);
  guint n = (guint) (cairo_image_surface_get_width (anew) * cairo_image_surface_get_height (anew));
  const guint32 *a, *b;
  guint different = 0;

  cairo_surface_flush (anew);
  a = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (kept);
  b = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (anew);
  for (guint i = 0; i < n; i++)
    different += is_other (a[i], b[i]);
  if (different > MOST_DIFFERENT * n)
    {
      keep (kept, name, "kept");
      keep (anew, name, "anew");
      g_error ("%s: %u of %u pixels are not as if painted anew", name, different, n);
    }
  cairo_surface_destroy (kept);
  cairo_surface_destroy (anew);
}

static void
select_step (Studio *studio, guint index)
{
  tl_selection_set (tl_document_selection (studio->sample),
                    g_ptr_array_index (tl_document_flow (studio->sample)->steps, index));
}

/* Where no step is, so that none is under the pointer. */
static void
point_aside (Studio *studio)
{
  tl_hands_move (GTK_WIDGET (studio->room.canvas), 4, 4);
}

static void
test_view (Studio *studio, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (studio->room.canvas);

  point_aside (studio);
  assert_as_painted (studio, "opened");
  tl_hands_scroll (widget, 5, 5, 3, FALSE);
  assert_as_painted (studio, "panned");
  tl_hands_scroll (widget, 500, 300, -4, TRUE);
  point_aside (studio);
  assert_as_painted (studio, "zoomed in");
  tl_hands_scroll (widget, 500, 300, 9, TRUE);
  point_aside (studio);
  assert_as_painted (studio, "zoomed out");
  tl_hands_key ("Home");
  assert_as_painted (studio, "whole");
}

static void
test_edits (Studio *studio, gconstpointer data)
{
  TlHistory *history = tl_document_history (studio->sample);

  point_aside (studio);
  assert_as_painted (studio, "before");
  select_step (studio, 3);
  tl_hands_keys ("w Escape v");
  assert_as_painted (studio, "marked");
  tl_hands_keys ("Control+Right Control+Right Control+Down Control+Down Control+Down");
  assert_as_painted (studio, "moved");
  tl_hands_key ("Delete");
  assert_as_painted (studio, "deleted");
  while (tl_history_undo (history))
    ;
  assert_as_painted (studio, "undone");
  while (tl_history_redo (history))
    ;
  assert_as_painted (studio, "done again");
}

/* What is dragged leaves the tiles and comes back to them; where the hand rests all is as it should be. Ctrl keeps
 * guides away. */
static void
test_drag (Studio *studio, gconstpointer data)
{
  TlHistory *history = tl_document_history (studio->sample);
  TlStep *step = g_ptr_array_index (tl_document_flow (studio->sample)->steps, 3);
  GtkWidget *widget = GTK_WIDGET (studio->room.canvas);
  double x, y, before = step->x;

  point_aside (studio);
  assert_as_painted (studio, "before a drag");
  tl_canvas_place_of (studio->room.canvas, step, &x, &y);
  tl_hands_move (widget, x - 20, y);
  tl_hands_press (1);
  tl_hands_key_down ("Control_L");
  tl_hands_move (widget, x + 20, y - 30);
  tl_hands_move (widget, x + 60, y - 50);
  assert_as_painted (studio, "a hand that rests");
  tl_hands_move (widget, x + 30, y + 40);
  tl_hands_release (1);
  tl_hands_key_up ("Control_L");
  point_aside (studio);
  tl_hands_key ("Home");
  g_assert_cmpfloat (step->x, !=, before);
  assert_as_painted (studio, "after a drag");
  g_assert_true (tl_history_undo (history));
  assert_as_painted (studio, "a drag undone");
}

/* Hours stand on many steps, and a change of one time changes them all. */
static void
test_numbers (Studio *studio, gconstpointer data)
{
  TlHistory *history = tl_document_history (studio->sample);
  TlStudy *study = tl_document_study (studio->sample);

  point_aside (studio);
  assert_as_painted (studio, "hours before");
  tl_history_begin (history, "Test", NULL);
  tl_history_apply (history, tl_edit_new_set_number (g_ptr_array_index (study->demands, 0), "frequency", 999));
  tl_history_end (history);
  assert_as_painted (studio, "hours after");
}

static void
test_selection (Studio *studio, gconstpointer data)
{
  GPtrArray *steps = tl_document_flow (studio->sample)->steps;

  point_aside (studio);
  /* Who uses keys gets no bar of buttons at the selection. */
  tl_hands_key ("Home");
  for (guint i = 0; i < steps->len; i++)
    {
      tl_selection_add (tl_document_selection (studio->sample), g_ptr_array_index (steps, i));
      if (i % 4 == 0)
        assert_as_painted (studio, "selected");
    }
  tl_hands_key ("Escape");
  assert_as_painted (studio, "selected none");
}

static void
test_dark (Studio *studio, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  point_aside (studio);
  assert_as_painted (studio, "light");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_as_painted (studio, "dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_as_painted (studio, "light again");
}

#define STUDIO_TEST(path, test) g_test_add (path, Studio, NULL, enter, test, leave)

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  STUDIO_TEST ("/drawing/view", test_view);
  STUDIO_TEST ("/drawing/edits", test_edits);
  STUDIO_TEST ("/drawing/drag", test_drag);
  STUDIO_TEST ("/drawing/numbers", test_numbers);
  STUDIO_TEST ("/drawing/selection", test_selection);
  STUDIO_TEST ("/drawing/dark", test_dark);
  return g_test_run ();
}
