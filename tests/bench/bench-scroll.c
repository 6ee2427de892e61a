/* bench-scroll: how long frames take while a log of a million contacts is scrolled, in a real window under a real X
 * server: by the wheel, and by dragging the bar from one end to the other. From the frame clock, before-paint to
 * after-paint ("p50", "p95", "max"), and what of it this thread worked ("cpu").
 */
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

#include "../ui/hands.h"
#include "app/application.h"
#include "app/contacts-table.h"
#include "app/window.h"
#include "contact-log.h"
#include "in-window.h"

#define N_CONTACTS 1000000
#define SEED 20260401
#define WIDTH 1920
#define HEIGHT 1080
#define N_FRAMES 240
#define FRAME_MS (1000 / 60.)

typedef struct
{
  GtkWindow *window;
  GtkWidget *table;
  Display *display;
  gint64 began;
  double worked;
  double times[N_FRAMES];
  double work[N_FRAMES];
  guint n;
  void (*move) (guint frame);
} Bench;

static Bench bench;

static void
on_begin (GdkFrameClock *clock, gpointer data)
{
  bench.began = g_get_monotonic_time ();
  bench.worked = in_window_thread_ms ();
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  if (!bench.move || bench.n >= N_FRAMES)
    return;
  bench.times[bench.n] = (double) (g_get_monotonic_time () - bench.began) / 1000;
  bench.work[bench.n] = in_window_thread_ms () - bench.worked;
  bench.move (++bench.n);
  XFlush (bench.display);
}

static void
run (const char *name, void (*move) (guint frame))
{
  double cpu;

  bench.n = 0;
  bench.move = move;
  for (guint guard = 0; bench.n < N_FRAMES && guard < 3000; guard++)
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
  if (bench.n < N_FRAMES)
    g_error ("%s: only %u frames were drawn", name, bench.n);
  cpu = in_window_quantile (bench.work, N_FRAMES, 0.95);
  printf ("%-24s %8.2f %8.2f %8.2f %8.2f %8.2f  cpu p95 ÷ frame %.2f, most 1  %s\n", name,
          in_window_quantile (bench.times, N_FRAMES, 0.5), in_window_quantile (bench.times, N_FRAMES, 0.95),
          in_window_quantile (bench.times, N_FRAMES, 1), in_window_quantile (bench.work, N_FRAMES, 0.5), cpu,
          cpu / FRAME_MS, cpu <= FRAME_MS ? "pass" : "FAIL");
  fflush (stdout);
}

static void
turn_wheel (guint frame)
{
  XTestFakeButtonEvent (bench.display, 5, True, CurrentTime);
  XTestFakeButtonEvent (bench.display, 5, False, CurrentTime);
}

/* Down, and up again, as a hand drags the bar. */
static void
drag_bar (guint frame)
{
  XTestFakeRelativeMotionEvent (bench.display, 0, frame / 40 % 2 ? -12 : 12, CurrentTime);
}

/* The table's part of its page comes with it. */
static void
show_table (void)
{
  GtkWidget *part;

  gtk_widget_activate_action (GTK_WIDGET (bench.window), "win.page", "s", "demand");
  bench.table = in_window_find (GTK_WIDGET (bench.window), TL_TYPE_CONTACTS_TABLE);
  part = bench.table;
  while (!GTK_IS_STACK (gtk_widget_get_parent (part)))
    part = gtk_widget_get_parent (part);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (part)), part);
  in_window_wait (3000);
}

static void
open_window (TlApplication *application)
{
  g_autoptr (TlStudy) study = contact_log_make (N_CONTACTS, SEED);
  g_autoptr (TlDocument) document = tl_document_new_for_study (study, NULL, NULL, FALSE);
  GdkFrameClock *clock;

  bench.window = GTK_WINDOW (tl_window_new (GTK_APPLICATION (application)));
  gtk_window_set_default_size (bench.window, WIDTH, HEIGHT);
  gtk_window_set_decorated (bench.window, FALSE);
  tl_window_set_document (TL_WINDOW (bench.window), document);
  gtk_window_present (bench.window);
  tl_hands_begin (bench.window);
  bench.display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench.window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_begin), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
  in_window_wait (1500);
}

int
main (void)
{
  TlApplication *application;
  GtkWidget *view;
  double width, height;

  gtk_init ();
  application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  open_window (application);
  show_table ();
  view = in_window_find (bench.table, GTK_TYPE_COLUMN_VIEW);
  width = gtk_widget_get_width (view);
  height = gtk_widget_get_height (view);
  printf ("A log of %u contacts in a window of %d × %d; milliseconds a frame, %u frames each.\n\n", N_CONTACTS, WIDTH,
          HEIGHT, N_FRAMES);
  printf ("%-24s %8s %8s %8s %8s %8s\n", "", "p50", "p95", "max", "cpu p50", "cpu p95");
  tl_hands_move (view, width / 3, height / 2);
  run ("by the wheel", turn_wheel);
  tl_hands_move (view, width - 4, 60);
  in_window_wait (500);
  tl_hands_press (1);
  in_window_wait (300);
  run ("by dragging the bar", drag_bar);
  tl_hands_release (1);
  gtk_window_destroy (bench.window);
  return 0;
}
