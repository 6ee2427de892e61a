#include "in-window.h"

#include <stdlib.h>
#include <time.h>

/* in_window_thread_ms: Returns: what this thread has worked so far, in milliseconds */
double
in_window_thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* in_window_wait: lets the window live for so many milliseconds */
void
in_window_wait (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

static int
compare (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* in_window_quantile: Returns: the value below which so large a part of @values lies; they are put in order */
double
in_window_quantile (double *values, guint n, double part)
{
  qsort (values, n, sizeof *values, compare);
  return values[(guint) (part * (n - 1))];
}

/* in_window_find: Returns: (nullable): the first widget of that type in @root */
GtkWidget *
in_window_find (GtkWidget *root, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = in_window_find (child, type);
  return found;
}
