/* hands.h: presses keys and moves the mouse as a person would, through the X server's XTEST.
 *
 * What a test does goes the whole way: server, GDK, focus, controllers. Waiting is always bounded.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_hands_begin (GtkWindow *window);
void tl_hands_resize (int width, int height);
void tl_hands_key (const char *name);
void tl_hands_key_down (const char *name);
void tl_hands_key_up (const char *name);
void tl_hands_keys (const char *names);
void tl_hands_type (const char *text);
void tl_hands_move (GtkWidget *widget, double x, double y);
void tl_hands_nudge (int dx, int dy);
void tl_hands_press (guint button);
void tl_hands_release (guint button);
void tl_hands_click (GtkWidget *widget, double x, double y);
void tl_hands_double_click (GtkWidget *widget, double x, double y);
void tl_hands_drag (GtkWidget *widget, double from_x, double from_y, double to_x, double to_y);
void tl_hands_click_on (GtkWidget *widget);
guint tl_hands_keys_pressed (void);
guint tl_hands_clicks (void);
void tl_hands_hold (GtkWidget *widget, double from_x, double from_y, double to_x, double to_y);
void tl_hands_scroll (GtkWidget *widget, double x, double y, int clicks, gboolean control);
void tl_hands_settle (void);

G_END_DECLS
