/* Fit: all of a flow, as large as the room wishes and the window bears, and nothing lies over it. */
#include "app/appearance.h"
#include "app/canvas-private.h"
#include "app/settings.h"
#include "stage.h"

/* A chain with a demand at its front and a loop, as teams draw them. */
static GFile *
write_flow (guint n)
{
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                           "<study xmlns=\"urn:throughline:study:1\" version=\"1\" period=\"week\">"
                                           "<purpose><statement>Fix my home</statement></purpose>"
                                           "<demands><demand id=\"d1\" name=\"Please fix something\" kind=\"value\" "
                                           "frequency=\"325\"/><demand id=\"d2\" name=\"Where is my repair?\" "
                                           "kind=\"failure\" frequency=\"60\"/></demands><flow id=\"f1\">");
  g_autofree char *name = g_strdup_printf ("flow-%u.throughline", n);
  GFile *file = tl_stage_file (name);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "<step id=\"s%u\" name=\"Step %u\" class=\"%s\" work-minutes=\"%u\"/>", i, i,
                            i % 3 ? "waste" : "value", 4 + i);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "<connector id=\"c%u\" from=\"s%u\" to=\"s%u\"/>", i, i, i + 1);
  g_string_append_printf (text,
                          "<entry demand=\"d1\" step=\"s1\"/><entry demand=\"d2\" step=\"s1\"/>"
                          "<raises step=\"s%u\" demand=\"d2\" rate=\"0.3\"/></flow></study>",
                          n - 1);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return file;
}

static gboolean
has_document (gpointer window)
{
  return tl_window_get_document (window) != NULL;
}

static TlCanvas *
open_flow (guint n, int width, int height)
{
  g_autoptr (GFile) file = write_flow (n);
  TlWindow *window;

  g_settings_set_int (tl_settings_get (), "window-width", width);
  g_settings_set_int (tl_settings_get (), "window-height", height);
  window = tl_application_open_file (tl_stage_application (), file, NULL);
  tl_stage_wait (has_document, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "flow"));
  tl_stage_settle ();
  return TL_CANVAS (tl_stage_find (window, TL_TYPE_CANVAS, NULL));
}

/* Returns: how wide a step is on the screen */
static double
step_at_fit (TlCanvas *canvas, double scale)
{
  tl_appearance_set_scale (tl_appearance_get_default (), scale);
  tl_stage_settle ();
  tl_canvas_zoom_to_fit (canvas);
  tl_stage_settle ();
  return tl_canvas_get_zoom (canvas) * TL_STEP_WIDTH;
}

typedef struct
{
  int width;
  int height;
  double least; /* of the size at 100 % that is left at 200 % */
} Screen;

/* Who makes everything larger for the back of the room does not make the flow smaller: panes and bars give way. */
static void
test_room_scale (void)
{
  static const Screen screens[] = { { 1920, 1080, 0.84 }, { 1024, 768, 0.7 } };
  static const guint sizes[] = { 5, 12, 30 };

  for (guint s = 0; s < G_N_ELEMENTS (screens); s++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        TlCanvas *canvas = open_flow (sizes[i], screens[s].width, screens[s].height);
        double usual = step_at_fit (canvas, 1);
        double large = step_at_fit (canvas, 1.5), larger = step_at_fit (canvas, 2);

        g_test_message ("%u steps, %d × %d: a step is %.0f wide, at 150 %% %.0f, at 200 %% %.0f", sizes[i],
                        screens[s].width, screens[s].height, usual, large, larger);
        g_assert_cmpfloat (large, >=, usual * screens[s].least);
        g_assert_cmpfloat (larger, >=, usual * screens[s].least);
        tl_appearance_set_scale (tl_appearance_get_default (), 1);
        tl_stage_close_all ();
      }
}

static void
assert_nothing_covered (TlCanvas *canvas, const char *what)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (canvas);

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);
      TlBox seen = tl_viewport_box_to_widget (&canvas->viewport, &step->box);

      if (tl_canvas_is_covered (canvas, &seen))
        g_error ("%s: something lies over “%s”", what, step->step->name);
      if (seen.x < 0 || seen.y < 0 || seen.x + seen.width > canvas->width || seen.y + seen.height > canvas->height)
        g_error ("%s: “%s” is out of sight", what, step->step->name);
    }
}

static gboolean
has_legend (TlCanvas *canvas)
{
  TlBox card;

  return tl_canvas_legend_card (canvas, &canvas->legend.place, &card) && card.width > 0;
}

/* Neither tools nor legend lie over a flow that is shown as a whole; lenses whose legend says what the flow does not
 * always have it. */
static void
test_nothing_covered (void)
{
  static const char *const lenses[] = { "class", "river", "hours", "wait", "role" };
  static const guint sizes[] = { 2, 5, 12, 60 };
  static const double scales[] = { 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      TlCanvas *canvas = open_flow (sizes[i], 1280, 800);

      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        for (guint l = 0; l < G_N_ELEMENTS (lenses); l++)
          {
            g_autofree char *what = g_strdup_printf ("%u steps at %g, %s", sizes[i], scales[s], lenses[l]);

            step_at_fit (canvas, scales[s]);
            g_object_set (canvas, "lens", lenses[l], NULL);
            tl_stage_settle ();
            assert_nothing_covered (canvas, what);
            g_assert_true (has_legend (canvas) || l == 0);
          }
      tl_appearance_set_scale (tl_appearance_get_default (), 1);
      tl_stage_close_all ();
    }
}

/* Who asks for the legend gets it, whatever it covers. */
static void
test_legend_asked (void)
{
  TlCanvas *canvas = open_flow (12, 1024, 768);

  step_at_fit (canvas, 2);
  g_assert_false (has_legend (canvas));
  g_object_set (canvas, "show-legend", FALSE, NULL);
  g_object_set (canvas, "show-legend", TRUE, NULL);
  tl_stage_settle ();
  g_assert_true (has_legend (canvas));
  assert_nothing_covered (canvas, "with the legend that was asked for");
  tl_appearance_set_scale (tl_appearance_get_default (), 1);
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/fit/room-scale", test_room_scale);
  g_test_add_func ("/fit/nothing-covered", test_nothing_covered);
  g_test_add_func ("/fit/legend-asked", test_legend_asked);
  return g_test_run ();
}
