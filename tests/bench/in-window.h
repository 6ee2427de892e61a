/* in-window.h: what the benchmarks in a real window share. */
#pragma once

#include <gtk/gtk.h>

double in_window_thread_ms (void);
void in_window_wait (guint ms);
double in_window_quantile (double *values, guint n, double part);
GtkWidget *in_window_find (GtkWidget *root, GType type);
