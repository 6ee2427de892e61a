/* bench-frames: how long frames of the canvas take, in a real window under a real X server.
 *
 * A flow of two thousand steps is panned, zoomed, and one of its steps dragged, by the mouse
 * (XTEST), and the frame clock says how long each frame took: from before-paint to after-paint, which is
 * laying out, painting, and giving it to the X server. Beside it what of that this thread worked ("cpu"): on a
 * machine that does other things too it tells slow code from waiting; the same from the end of one frame to
 * the end of the next ("busy"), with the events between them; and how far apart frames began ("gap"). Last, what
 * painting the same scene anew would take in each frame, without anything kept.
 *
 * Then a step is marked by keys, in this flow and in one of two hundred steps: what this thread works from the key
 * to the end of the frame that shows the mark and all numbers that follow from it ("p50", "p95"), and until
 * nothing more is drawn of it ("all").
 */
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>
#include <string.h>

#include "../ui/hands.h"
#include "app/application.h"
#include "app/flow-page.h"
#include "app/window.h"
#include "in-window.h"
#include "layered-flow.h"
#include "paint/flow-picture.h"

#define N_STEPS 2000
#define N_STEPS_SMALL 200
#define ROWS 40
#define SEED 20260401
#define WIDTH 1920
#define HEIGHT 1080
#define N_FRAMES 240
/* Of a renderer that draws by software what is meant for a GPU. */
#define N_FRAMES_SLOW 24
#define N_NAIVE 7
#define N_KEYS 40
/* Without a frame for so many milliseconds nothing more comes of a key. */
#define QUIET 150
#define FRAME_MS (1000 / 60.)

typedef struct
{
  GtkWindow *window;
  TlCanvas *canvas;
  TlDocument *document;
  Display *display;
  GdkFrameClock *clock;
  guint n_frames; /* of each run */
  gint64 began;
  double worked;
  double ended; /* work at the end of the frame before */
  double times[N_FRAMES];
  double work[N_FRAMES]; /* of this thread alone */
  double busy[N_FRAMES]; /* with the events before the frame */
  double gaps[N_FRAMES];
  gint64 last;
  guint n;
  gboolean keys;     /* the run presses keys: one after the other, each to its end */
  gboolean numbered; /* the key's numbers have come */
  gboolean shown;    /* and its picture has been drawn */
  double key_work;   /* at the key */
  double first[N_KEYS];
  double all[N_KEYS];
  guint n_key_frames;
  const char *only; /* runs whose name has this */
  void (*move) (guint frame);
} Bench;

static Bench bench;

/* As far apart as the layout would place them. */
static TlStudy *
make_study (guint n_steps)
{
  LayeredFlow shape = { .n_steps = n_steps, .width = ROWS, .most_back = 3, .raised = 0.3 };
  TlStudy *study = layered_flow_make (&shape, SEED);
  TlFlow *flow = study->flows->pdata[0];

  for (guint i = 0; i < flow->steps->len; i++)
    {
      TlStep *step = flow->steps->pdata[i];

      step->x = (TL_STEP_WIDTH + TL_STEP_GAP_X) * (i / ROWS);
      step->y = (TL_STEP_HEIGHT + TL_STEP_GAP_Y) * (i % ROWS);
    }
  return study;
}

/* ---- one run ---- */

static void
on_begin (GdkFrameClock *clock, gpointer data)
{
  bench.began = g_get_monotonic_time ();
  bench.worked = in_window_thread_ms ();
}

static void
on_numbers (void)
{
  bench.numbered = TRUE;
}

static void
note_key_frame (gint64 now, double worked)
{
  bench.n_key_frames++;
  bench.last = now;
  bench.all[bench.n] = worked - bench.key_work;
  if (!bench.shown)
    bench.first[bench.n] = bench.all[bench.n];
  bench.shown |= bench.numbered && tl_canvas_is_sharp (bench.canvas);
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  double worked = in_window_thread_ms ();

  if (bench.keys)
    note_key_frame (now, worked);
  if (!bench.move || bench.n >= bench.n_frames)
    return;
  bench.times[bench.n] = (double) (now - bench.began) / 1000;
  bench.work[bench.n] = worked - bench.worked;
  bench.busy[bench.n] = worked - bench.ended;
  bench.ended = worked;
  bench.gaps[bench.n] = (double) (bench.began - bench.last) / 1000;
  bench.last = bench.began;
  bench.n++;
  bench.move (bench.n);
  XFlush (bench.display);
}

/* The scene that the canvas shows, painted anew as a whole. */
static double
paint_naively (void)
{
  g_autoptr (TlFlowLetters) letters = tl_flow_letters_new ();
  TlStudy *study = tl_document_study (bench.document);
  TlFlow *flow = tl_document_flow (bench.document);
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, flow);
  g_autoptr (TlFlowPicture) picture
      = tl_flow_picture_new (study, flow, geometry, tl_document_capacity (bench.document), &theme, letters);
  int width = gtk_widget_get_width (GTK_WIDGET (bench.canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (bench.canvas));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  double zoom = tl_canvas_get_zoom (bench.canvas);
  const TlStepBox *first = &g_array_index (geometry->steps, TlStepBox, 0);
  double times[N_NAIVE], x, y;
  TlBox visible;

  tl_canvas_place_of (bench.canvas, first->step, &x, &y);
  x -= (first->box.x + first->box.width / 2) * zoom;
  y -= (first->box.y + first->box.height / 2) * zoom;
  visible = (TlBox){ -x / zoom, -y / zoom, width / zoom, height / zoom };
  for (guint i = 0; i < N_NAIVE; i++)
    {
      cairo_t *cr = cairo_create (surface);
      double start = in_window_thread_ms ();

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_translate (cr, x, y);
      cairo_scale (cr, zoom, zoom);
      tl_flow_picture_paint (picture, cr, &visible, zoom, NULL);
      cairo_surface_flush (surface);
      times[i] = in_window_thread_ms () - start;
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  return in_window_quantile (times, N_NAIVE, 0.5);
}

static void
run (const char *name, void (*move) (guint frame))
{
  double naive = bench.only && !strstr (name, bench.only) ? -1 : paint_naively ();
  double zoom = tl_canvas_get_zoom (bench.canvas);
  guint n = bench.n_frames, guard = 0;

  if (naive < 0)
    return;
  bench.n = 0;
  bench.move = move;
  bench.last = g_get_monotonic_time ();
  bench.ended = in_window_thread_ms ();
  move (0);
  XFlush (bench.display);
  while (bench.n < n && guard++ < 3000)
    {
      guint before = bench.n;

      in_window_wait (20);
      if (bench.n == before)
        {
          move (bench.n);
          XFlush (bench.display);
        }
    }
  bench.move = NULL;
  if (bench.n < n)
    g_error ("%s: only %u frames were drawn", name, bench.n);
  printf ("%-26s %4.0f%% %8.2f %8.2f %8.2f", name, zoom * 100, in_window_quantile (bench.times, n, 0.5),
          in_window_quantile (bench.times, n, 0.95), in_window_quantile (bench.times, n, 1));
  printf (" %8.2f %8.2f %8.2f %8.2f", in_window_quantile (bench.work, n, 0.5), in_window_quantile (bench.work, n, 0.95),
          in_window_quantile (bench.work, n, 1), in_window_quantile (bench.busy, n, 0.95));
  printf (" %8.2f %8.2f %9.2f %9.2f\n", in_window_quantile (bench.gaps, n, 0.95), naive,
          in_window_quantile (bench.work, n, 0.95) / naive, in_window_quantile (bench.times, n, 0.95) / FRAME_MS);
  fflush (stdout);
}

/* ---- hands ---- */

static void
roll (int dx, int dy)
{
  XTestFakeRelativeMotionEvent (bench.display, dx, dy, CurrentTime);
}

/* To and fro, as far as a hand moves in a sixtieth of a second. */
static void
sweep (guint frame)
{
  int way = frame / 20 % 2 ? -1 : 1;

  roll (way * 24, way * 9);
}

static void
nudge (guint frame)
{
  int way = frame / 30 % 2 ? -1 : 1;

  roll (way * 6, way * 4);
}

static void
turn_wheel (guint frame)
{
  guint button = frame / 16 % 2 ? 5 : 4;

  if (frame % 2)
    return roll (frame / 2 % 2 ? 1 : -1, 0);
  XTestFakeButtonEvent (bench.display, button, True, CurrentTime);
  XTestFakeButtonEvent (bench.display, button, False, CurrentTime);
}

static void
control (gboolean down)
{
  XTestFakeKeyEvent (bench.display, XKeysymToKeycode (bench.display, GDK_KEY_Control_L), down, CurrentTime);
  XFlush (bench.display);
}

static void
act (const char *action, guint times)
{
  while (times--)
    gtk_widget_activate_action (GTK_WIDGET (bench.canvas), action, NULL);
  in_window_wait (700);
}

static void
to_middle (void)
{
  tl_hands_move (GTK_WIDGET (bench.canvas), gtk_widget_get_width (GTK_WIDGET (bench.canvas)) / 2.0,
                 gtk_widget_get_height (GTK_WIDGET (bench.canvas)) / 2.0);
}

static void
pan (const char *name)
{
  to_middle ();
  tl_hands_press (2);
  run (name, sweep);
  tl_hands_release (2);
  in_window_wait (300);
}

static void
zoom (const char *name)
{
  to_middle ();
  control (TRUE);
  run (name, turn_wheel);
  control (FALSE);
  in_window_wait (300);
}

/* The step nearest the middle. */
static TlStep *
middle_step (void)
{
  GPtrArray *steps = tl_document_flow (bench.document)->steps;
  double least = G_MAXDOUBLE;
  TlStep *nearest = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      double x, y, away;

      tl_canvas_place_of (bench.canvas, steps->pdata[i], &x, &y);
      x -= gtk_widget_get_width (GTK_WIDGET (bench.canvas)) / 2.0;
      y -= gtk_widget_get_height (GTK_WIDGET (bench.canvas)) / 2.0;
      away = x * x + y * y;
      if (away < least)
        nearest = steps->pdata[i];
      least = MIN (away, least);
    }
  return nearest;
}

static void
drag (const char *name)
{
  double x, y;

  tl_canvas_place_of (bench.canvas, middle_step (), &x, &y);
  /* By its left end: at the right one is the handle that connects. */
  x -= TL_STEP_WIDTH * 0.42 * tl_canvas_get_zoom (bench.canvas);
  tl_hands_move (GTK_WIDGET (bench.canvas), x, y);
  tl_hands_press (1);
  roll (8, 8);
  in_window_wait (100);
  run (name, nudge);
  tl_hands_release (1);
  in_window_wait (300);
}

static void
point (const char *name)
{
  to_middle ();
  run (name, sweep);
}

/* How the canvas is brought to a zoom. */
typedef struct
{
  const char *first;
  guint smaller;
} Zoom;

static const Zoom from_afar = { "canvas.zoom-fit", 0 };
static const Zoom names_in_sight = { "canvas.zoom-100", 4 };
static const Zoom all_texts = { "canvas.zoom-100", 0 };

static void
run_at (const Zoom *zoom_to, const char *where)
{
  static void (*const runs[]) (const char *name) = { point, pan, zoom, drag };
  static const char *const names[] = { "point", "pan", "zoom", "drag" };

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s, %s", names[i], where);

      act ("canvas.zoom-fit", 1);
      act (zoom_to->first, 1);
      act ("canvas.zoom-out", zoom_to->smaller);
      runs[i](name);
    }
}

/* ---- keys ---- */

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
press_key (guint key)
{
  guint code = XKeysymToKeycode (bench.display, key);

  bench.n_key_frames = 0;
  bench.numbered = bench.shown = FALSE;
  bench.key_work = in_window_thread_ms ();
  bench.last = g_get_monotonic_time ();
  XTestFakeKeyEvent (bench.display, code, True, CurrentTime);
  XTestFakeKeyEvent (bench.display, code, False, CurrentTime);
  XFlush (bench.display);
  while (bench.n_key_frames == 0 || g_get_monotonic_time () - bench.last < QUIET * G_TIME_SPAN_MILLISECOND)
    g_main_context_iteration (NULL, TRUE);
}

/* Value, and not judged, in turn: each is an edit, new numbers, and a new picture of both. */
static void
mark (const char *name)
{
  guint waker = g_timeout_add (20, wake, NULL);
  guint frames = 0;

  if (bench.only && !strstr (name, bench.only))
    return;
  tl_selection_set (tl_document_selection (bench.document), middle_step ());
  gtk_widget_grab_focus (GTK_WIDGET (bench.canvas));
  in_window_wait (1000);
  bench.keys = TRUE;
  for (bench.n = 0; bench.n < N_KEYS; bench.n++)
    {
      press_key (bench.n % 2 ? GDK_KEY_u : GDK_KEY_v);
      frames += bench.n_key_frames;
    }
  bench.keys = FALSE;
  g_source_remove (waker);
  printf ("%-26s %4.0f%% %8.2f %8.2f %8.2f %8.2f %8.1f\n", name, tl_canvas_get_zoom (bench.canvas) * 100,
          in_window_quantile (bench.first, N_KEYS, 0.5), in_window_quantile (bench.first, N_KEYS, 0.95),
          in_window_quantile (bench.all, N_KEYS, 0.5), in_window_quantile (bench.all, N_KEYS, 0.95),
          (double) frames / N_KEYS);
  fflush (stdout);
}

static void
mark_at_all_zooms (guint n_steps)
{
  static const Zoom *const zooms[] = { &from_afar, &names_in_sight, &all_texts };
  static const char *const where[] = { "all in sight", "names", "all texts" };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *name = g_strdup_printf ("mark, %u, %s", n_steps, where[i]);

      act ("canvas.zoom-fit", 1);
      act (zooms[i]->first, 1);
      act ("canvas.zoom-out", zooms[i]->smaller);
      mark (name);
    }
}

static void
print_marks_head (void)
{
  printf ("\nMilliseconds of this thread from a key that marks a step, %u keys each.\n\n", N_KEYS);
  printf ("%-26s %5s %8s %8s %8s %8s %8s\n", "", "zoom", "p50", "p95", "all p50", "all p95", "frames");
}

static void
open_window (TlApplication *application, guint n_steps)
{
  g_autoptr (TlStudy) study = make_study (n_steps);

  bench.window = GTK_WINDOW (tl_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (bench.window, WIDTH, HEIGHT);
  gtk_window_set_decorated (bench.window, FALSE);
  bench.document = tl_document_new_for_study (study, NULL, NULL, FALSE);
  tl_window_set_document (TL_WINDOW (bench.window), bench.document);
  g_signal_connect (bench.document, "numbers", G_CALLBACK (on_numbers), NULL);
  gtk_window_present (bench.window);
  tl_hands_begin (bench.window);
  bench.canvas = TL_CANVAS (in_window_find (GTK_WIDGET (bench.window), TL_TYPE_CANVAS));
  bench.display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  bench.clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench.window));
  g_signal_connect (bench.clock, "before-paint", G_CALLBACK (on_begin), NULL);
  g_signal_connect (bench.clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
  in_window_wait (1500);
}

int
main (int argc, char **argv)
{
  TlApplication *application;
  const char *renderer;

  bench.only = argc > 1 ? argv[1] : NULL;
  gtk_init ();
  application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  open_window (application, N_STEPS);
  renderer = G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (bench.window)));
  bench.n_frames = g_str_equal (renderer, "GskCairoRenderer") ? N_FRAMES : N_FRAMES_SLOW;
  printf ("%s, a window of %d × %d, %u steps and %u connectors; milliseconds a frame, %u frames "
          "each.\n\n",
          renderer, WIDTH, HEIGHT, N_STEPS, tl_document_flow (bench.document)->connectors->len, bench.n_frames);
  printf ("%-26s %5s %8s %8s %8s %8s %8s %8s %8s %8s %8s %9s %9s\n", "", "zoom", "p50", "p95", "max", "cpu p50",
          "cpu p95", "cpu max", "busy p95", "gap p95", "naive", "cpu/naive", "p95/frame");
  run_at (&from_afar, "all in sight");
  run_at (&names_in_sight, "names in sight");
  run_at (&all_texts, "all texts");
  print_marks_head ();
  mark_at_all_zooms (N_STEPS);
  gtk_window_destroy (bench.window);
  open_window (application, N_STEPS_SMALL);
  mark_at_all_zooms (N_STEPS_SMALL);
  gtk_window_destroy (bench.window);
  return 0;
}
