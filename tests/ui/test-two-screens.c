/* Two real screens: one for the room, one for who presents; and a cable that somebody stumbles over. Runs in what
 * two-screens.sh sets up. */
#include <gdk/x11/gdkx.h>
#include <string.h>

#include "app/audience-window.h"
#include "app/presenter-window.h"
#include "app/show.h"
#include "hands.h"
#include "stage.h"

#define WIDTH 1024
#define HEIGHT 768

static TlWindow *window;

static TlShow *
show (void)
{
  return tl_window_get_show (window);
}

static TlPresentation *
presentation (void)
{
  return tl_show_presentation (show ());
}

static void
run (const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int status = 0;

  g_assert_true (g_spawn_command_line_sync (command, &said, NULL, &status, &error));
  g_assert_true (g_spawn_check_wait_status (status, &error));
}

static void
plug (void)
{
  run ("xrandr --output DUMMY1 --mode 1024x768 --right-of DUMMY0");
}

static void
unplug (void)
{
  run ("xrandr --output DUMMY1 --off");
}

/* Where the X server says that a window is: what the window itself believes is not asked. */
static int
number_after (const char *words, const char *label)
{
  const char *at = strstr (words, label);

  return at ? atoi (at + strlen (label)) : G_MININT;
}

static gboolean
fills (gpointer window_on, int left)
{
  GdkSurface *surface = window_on ? gtk_native_get_surface (GTK_NATIVE (window_on)) : NULL;
  g_autofree char *command = NULL;
  g_autofree char *said = NULL;

  if (!surface || !gtk_widget_get_mapped (window_on) || gtk_widget_get_width (window_on) != WIDTH)
    return FALSE;
  command = g_strdup_printf ("xwininfo -id %lu", gdk_x11_surface_get_xid (surface));
  g_assert_true (g_spawn_command_line_sync (command, &said, NULL, NULL, NULL));
  return number_after (said, "Absolute upper-left X:") == left && number_after (said, "Absolute upper-left Y:") == 0
         && number_after (said, "Width:") == WIDTH && number_after (said, "Height:") == HEIGHT;
}

static gboolean
room_is_right (gpointer data)
{
  return show () && fills (tl_show_audience (show ()), WIDTH) && fills (tl_show_presenter (show ()), 0);
}

static gboolean
room_is_left (gpointer data)
{
  return show () && fills (tl_show_audience (show ()), 0) && fills (tl_show_presenter (show ()), WIDTH);
}

static gboolean
room_alone (gpointer data)
{
  return show () && !tl_show_presenter (show ()) && fills (tl_show_audience (show ()), 0);
}

static gboolean
is_over (gpointer data)
{
  return show () == NULL;
}

static gboolean
has_screens (gpointer count)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gdk_display_get_default ())) == GPOINTER_TO_UINT (count);
}

/* The driver for no hardware knows of its plugs only when it is asked. */
static void
have (guint screens)
{
  if (screens == 2)
    plug ();
  else
    unplug ();
  run ("xrandr --query");
  tl_stage_wait (has_screens, GUINT_TO_POINTER (screens));
}

static void
begin (guint screens)
{
  have (screens);
  window = tl_stage_open_sample ();
  tl_hands_begin (GTK_WINDOW (window));
  tl_hands_key ("F5");
  tl_stage_wait (screens == 2 ? room_is_right : room_alone, NULL);
}

static void
end (void)
{
  tl_hands_key ("Escape");
  tl_stage_wait (is_over, NULL);
  tl_stage_close_all ();
  window = NULL;
}

static void
assert_at (guint slide)
{
  g_autofree char *page = g_strdup_printf ("%u / %u", slide, tl_presentation_size (presentation ()));

  g_assert_cmpuint (tl_presentation_at (presentation ()) + 1, ==, slide);
  g_assert_true (tl_stage_says (tl_show_audience (show ()), page));
}

/* Returns: the number of the first slide from here on that shows a step */
static guint
go_to_step (void)
{
  while (!tl_presentation_step (presentation ()))
    {
      g_assert_cmpuint (tl_presentation_at (presentation ()) + 1, <, tl_presentation_size (presentation ()));
      tl_hands_key ("Right");
    }
  return tl_presentation_at (presentation ()) + 1;
}

/* Keys in either window lead both. */
static void
test_one_each (void)
{
  g_autofree char *page = NULL;

  begin (2);
  tl_hands_begin (GTK_WINDOW (tl_show_presenter (show ())));
  tl_hands_keys ("Right Right");
  assert_at (3);
  tl_hands_begin (GTK_WINDOW (tl_show_audience (show ())));
  tl_hands_key ("Right");
  assert_at (4);
  page = g_strdup_printf ("4 / %u", tl_presentation_size (presentation ()));
  g_assert_true (tl_stage_says (tl_show_presenter (show ()), page));
  end ();
}

/* The wrong way round is put right by a key, and back. */
static void
test_swap (void)
{
  begin (2);
  tl_hands_begin (GTK_WINDOW (tl_show_presenter (show ())));
  tl_hands_key ("x");
  tl_stage_wait (room_is_left, NULL);
  tl_hands_key ("x");
  tl_stage_wait (room_is_right, NULL);
  end ();
}

/* The room's screen goes: the slides go on where the team sits; and back when it is there again. */
static void
test_cable (void)
{
  guint step;

  begin (2);
  tl_hands_begin (GTK_WINDOW (tl_show_presenter (show ())));
  tl_hands_keys ("Right Right Right");
  have (1);
  tl_stage_wait (room_alone, NULL);
  assert_at (4);
  tl_hands_begin (GTK_WINDOW (tl_show_audience (show ())));
  step = go_to_step ();
  tl_hands_keys ("w c");
  assert_at (step);
  g_assert_cmpint (tl_presentation_step (presentation ())->waste, ==, TL_WASTE_CHECKING);
  have (2);
  tl_stage_wait (room_is_right, NULL);
  assert_at (step);
  tl_hands_begin (GTK_WINDOW (tl_show_presenter (show ())));
  tl_hands_key ("Right");
  assert_at (step + 1);
  end ();
}

/* A projector that is switched on when the slides run already. */
static void
test_late_screen (void)
{
  begin (1);
  have (2);
  tl_stage_wait (room_is_right, NULL);
  have (1);
  tl_stage_wait (room_alone, NULL);
  tl_hands_begin (GTK_WINDOW (tl_show_audience (show ())));
  end ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/two-screens/one-each", test_one_each);
  g_test_add_func ("/two-screens/swap", test_swap);
  g_test_add_func ("/two-screens/cable", test_cable);
  g_test_add_func ("/two-screens/late-screen", test_late_screen);
  return g_test_run ();
}
