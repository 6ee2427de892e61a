#include "hands.h"

#include <X11/XKBlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>
#include <string.h>

static GtkWindow *window;
static Display *display;
static Window xid;
static guint keys_pressed; /* but for texts */
static guint buttons_pressed;
static gint64 last_press; /* when GTK had seen it */

static gboolean
ring (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* How long anything may take, on a slow machine that does much else. */
#define PATIENCE (20 * G_USEC_PER_SEC)

/* Lets the main loop run for so many milliseconds. */
static void
run_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  gboolean rung = FALSE;

  g_timeout_add (milliseconds, ring, &rung);
  while (!rung && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  if (!rung)
    g_error ("the main loop did not get to a timer of %u ms within 20 seconds", milliseconds);
}

/* Lets the main loop run for a moment, and until a frame has been drawn of what happened in it. */
void
tl_hands_settle (void)
{
  gint64 end;

  XSync (display, False);
  run_for (25);
  end = g_get_monotonic_time () + G_USEC_PER_SEC;
  while (g_main_context_pending (NULL) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
give_up (gpointer data)
{
  g_error ("the window did not get the keyboard within 20 seconds");
  return G_SOURCE_REMOVE;
}

/* Takes the keyboard for @a_window, which must be shown. There is no window manager to ask. */
void
tl_hands_begin (GtkWindow *a_window)
{
  guint guard = g_timeout_add_seconds (20, give_up, NULL);
  GdkSurface *surface;

  window = a_window;
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  display = gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
  xid = gdk_x11_surface_get_xid (surface);
  tl_hands_settle ();
  XMoveWindow (display, xid, 0, 0);
  XSetInputFocus (display, xid, RevertToParent, CurrentTime);
  while (!gtk_window_is_active (window))
    {
      XFlush (display);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (guard);
  tl_hands_settle ();
}

/* Makes the window so large, whatever the size of the screen. */
void
tl_hands_resize (int width, int height)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  XResizeWindow (display, xid, (unsigned int) width, (unsigned int) height);
  while (gtk_widget_get_width (GTK_WIDGET (window)) != width || gtk_widget_get_height (GTK_WIDGET (window)) != height)
    {
      XFlush (display);
      if (g_get_monotonic_time () > end)
        g_error ("the window did not become %d × %d", width, height);
      g_main_context_iteration (NULL, TRUE);
    }
  tl_hands_settle ();
}

static void
press_code (KeyCode code, gboolean shift, gboolean control)
{
  KeyCode shift_code = XKeysymToKeycode (display, GDK_KEY_Shift_L);
  KeyCode control_code = XKeysymToKeycode (display, GDK_KEY_Control_L);

  if (control)
    XTestFakeKeyEvent (display, control_code, True, CurrentTime);
  if (shift)
    XTestFakeKeyEvent (display, shift_code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, False, CurrentTime);
  if (shift)
    XTestFakeKeyEvent (display, shift_code, False, CurrentTime);
  if (control)
    XTestFakeKeyEvent (display, control_code, False, CurrentTime);
  tl_hands_settle ();
}

static void
press_keysym (guint keysym, gboolean shift, gboolean control)
{
  KeyCode code = XKeysymToKeycode (display, keysym);

  if (!code)
    g_error ("this keyboard has no key “%s”", gdk_keyval_name (keysym));
  if (XkbKeycodeToKeysym (display, code, 0, 0) != keysym)
    shift = TRUE;
  press_code (code, shift, control);
}

/* "Tab", "v", "Shift+Right", "Control+z", "Control+Shift+z". */
void
tl_hands_key (const char *name)
{
  gboolean shift = FALSE, control = FALSE;

  for (;;)
    if (g_str_has_prefix (name, "Shift+"))
      {
        shift = TRUE;
        name += strlen ("Shift+");
      }
    else if (g_str_has_prefix (name, "Control+"))
      {
        control = TRUE;
        name += strlen ("Control+");
      }
    else
      break;
  if (gdk_keyval_from_name (name) == GDK_KEY_VoidSymbol)
    g_error ("there is no key “%s”", name);
  keys_pressed++;
  press_keysym (gdk_keyval_from_name (name), shift, control);
}

static void
fake_key (const char *name, gboolean down)
{
  XTestFakeKeyEvent (display, XKeysymToKeycode (display, gdk_keyval_from_name (name)), down, CurrentTime);
  tl_hands_settle ();
}

/* Holds a key, as "Shift_L", until tl_hands_key_up(). */
void
tl_hands_key_down (const char *name)
{
  fake_key (name, TRUE);
}

void
tl_hands_key_up (const char *name)
{
  fake_key (name, FALSE);
}

/* Several keys, parted by spaces. */
void
tl_hands_keys (const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  for (guint i = 0; split[i]; i++)
    tl_hands_key (split[i]);
}

/* A text of characters that the keyboard has. */
void
tl_hands_type (const char *text)
{
  for (; *text; text = g_utf8_next_char (text))
    press_keysym (gdk_unicode_to_keyval (g_utf8_get_char (text)), FALSE, FALSE);
}

/* Moves the pointer to a place in a widget. */
void
tl_hands_move (GtkWidget *widget, double x, double y)
{
  double offset_x, offset_y, in_window_x, in_window_y;
  int root_x, root_y;
  Window child;

  if (!gtk_widget_translate_coordinates (widget, GTK_WIDGET (window), x, y, &in_window_x, &in_window_y))
    g_error ("the widget is not in the window");
  gtk_native_get_surface_transform (GTK_NATIVE (window), &offset_x, &offset_y);
  XTranslateCoordinates (display, xid, DefaultRootWindow (display), (int) (in_window_x + offset_x),
                         (int) (in_window_y + offset_y), &root_x, &root_y, &child);
  XTestFakeMotionEvent (display, -1, root_x, root_y, CurrentTime);
  tl_hands_settle ();
}

/* Moves the pointer by some pixels from where it is. */
void
tl_hands_nudge (int dx, int dy)
{
  XTestFakeRelativeMotionEvent (display, dx, dy, CurrentTime);
  tl_hands_settle ();
}

void
tl_hands_press (guint button)
{
  buttons_pressed++;
  XTestFakeButtonEvent (display, button, True, CurrentTime);
  tl_hands_settle ();
  last_press = g_get_monotonic_time ();
}

void
tl_hands_release (guint button)
{
  XTestFakeButtonEvent (display, button, False, CurrentTime);
  tl_hands_settle ();
}

/* Two clicks of a test must not be taken for a double click. */
static void
wait_out_double_click (void)
{
  int time;
  gint64 rest;

  if (!last_press)
    return;
  g_object_get (gtk_settings_get_default (), "gtk-double-click-time", &time, NULL);
  rest = last_press + (time + 20) * G_TIME_SPAN_MILLISECOND - g_get_monotonic_time ();
  if (rest > 0)
    run_for ((guint) (rest / G_TIME_SPAN_MILLISECOND) + 1);
  else
    tl_hands_settle ();
}

void
tl_hands_click (GtkWidget *widget, double x, double y)
{
  wait_out_double_click ();
  tl_hands_move (widget, x, y);
  tl_hands_press (1);
  tl_hands_release (1);
}

/* Clicks the middle of a widget, wherever it is shown: in a popover as well. */
void
tl_hands_click_on (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Window surface = gdk_x11_surface_get_xid (gtk_native_get_surface (native)), child;
  double offset_x, offset_y, x, y;
  int root_x, root_y;

  if (!gtk_widget_get_mapped (widget)
      || !gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), gtk_widget_get_width (widget) / 2.0,
                                            gtk_widget_get_height (widget) / 2.0, &x, &y))
    g_error ("the widget is not to be seen");
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  XTranslateCoordinates (display, surface, DefaultRootWindow (display), (int) (x + offset_x), (int) (y + offset_y),
                         &root_x, &root_y, &child);
  XTestFakeMotionEvent (display, -1, root_x, root_y, CurrentTime);
  tl_hands_settle ();
  tl_hands_press (1);
  tl_hands_release (1);
}

/* How many keys have been pressed since the program began, letters of texts not counted. */
guint
tl_hands_keys_pressed (void)
{
  return keys_pressed;
}

/* How often a mouse button has been pressed. */
guint
tl_hands_clicks (void)
{
  return buttons_pressed;
}

void
tl_hands_double_click (GtkWidget *widget, double x, double y)
{
  tl_hands_click (widget, x, y);
  tl_hands_press (1);
  tl_hands_release (1);
}

/* Begins to drag with the main button, in some steps as a hand does, and keeps the button down. */
void
tl_hands_hold (GtkWidget *widget, double from_x, double from_y, double to_x, double to_y)
{
  wait_out_double_click ();
  tl_hands_move (widget, from_x, from_y);
  tl_hands_press (1);
  for (int i = 1; i <= 4; i++)
    tl_hands_move (widget, from_x + (to_x - from_x) * i / 4, from_y + (to_y - from_y) * i / 4);
}

/* Drags with the main button. */
void
tl_hands_drag (GtkWidget *widget, double from_x, double from_y, double to_x, double to_y)
{
  tl_hands_hold (widget, from_x, from_y, to_x, to_y);
  tl_hands_release (1);
}

/* Turns the wheel; positive is down. */
void
tl_hands_scroll (GtkWidget *widget, double x, double y, int clicks, gboolean control)
{
  KeyCode control_code = XKeysymToKeycode (display, GDK_KEY_Control_L);

  tl_hands_move (widget, x, y);
  if (control)
    XTestFakeKeyEvent (display, control_code, True, CurrentTime);
  for (int i = 0; i < ABS (clicks); i++)
    {
      XTestFakeButtonEvent (display, clicks > 0 ? 5 : 4, True, CurrentTime);
      XTestFakeButtonEvent (display, clicks > 0 ? 5 : 4, False, CurrentTime);
    }
  if (control)
    XTestFakeKeyEvent (display, control_code, False, CurrentTime);
  tl_hands_settle ();
}
