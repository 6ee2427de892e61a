/* What a key press costs while a team annotates: the edit, the new numbers, the new geometry, and
 * the canvas and the strip painted with them. A frame at 60 Hz is the reference: all of it must fit
 * into one. The canvas is painted whole, at the zoom that shows text.
 */
#include <stdio.h>
#include <stdlib.h>

#include "analysis/capacity.h"
#include "layered-flow.h"
#include "layout/flow-geometry.h"
#include "paint/flow-picture.h"
#include "paint/strip.h"
#include "storage/study-file.h"
#include "study/flow-edits.h"

#define N_RUNS 101
#define FRAME_MS (1000.0 / 60)
#define WIDTH 1920
#define HEIGHT 1080

typedef struct
{
  TlHistory *history;
  TlStudy *study;
  TlFlow *flow;
  cairo_surface_t *surface;
  TlTheme theme;
  TlFlowLetters *letters;
} Canvas;

static void
paint (Canvas *self, TlFlowGeometry *geometry, TlCapacity *capacity)
{
  g_autoptr (TlFlowPicture) picture
      = tl_flow_picture_new (self->study, self->flow, geometry, capacity, &self->theme, self->letters);
  TlBox visible = { geometry->bounds.x, geometry->bounds.y, WIDTH, HEIGHT };
  TlSubject subject = { .study = self->study, .flow = self->flow, .capacity = capacity };
  cairo_t *cr = cairo_create (self->surface);

  g_date_set_dmy (&subject.date, 1, 1, 2026);
  cairo_translate (cr, -visible.x, -visible.y);
  tl_flow_picture_paint (picture, cr, &visible, 1, NULL);
  cairo_identity_matrix (cr);
  tl_strip_paint (&subject, &self->theme, cr, WIDTH, tl_strip_height (&self->theme));
  cairo_destroy (cr);
}

typedef enum
{
  PART_NUMBERS, /* the edit, and the hours computed anew */
  PART_PLACES,
  PART_PAINT,
  PART_ALL,
  N_PARTS,
} Part;

static double
since (gint64 *start)
{
  gint64 now = g_get_monotonic_time ();
  double ms = (double) (now - *start) / 1000;

  *start = now;
  return ms;
}

static void
press_a_key (Canvas *self, guint run, double times[N_PARTS])
{
  gint64 start = g_get_monotonic_time ();
  TlStep *step = g_ptr_array_index (self->flow->steps, run % self->flow->steps->len);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCapacity) capacity = NULL;
  g_autoptr (TlFlowGeometry) geometry = NULL;

  g_ptr_array_add (steps, step);
  tl_steps_set_class (self->history, steps, step->class == TL_CLASS_WASTE ? TL_CLASS_VALUE : TL_CLASS_WASTE,
                      TL_WASTE_NONE);
  capacity = tl_capacity_compute (self->study, self->flow, &error);
  if (!capacity)
    g_error ("%s", error->message);
  times[PART_NUMBERS] = since (&start);
  geometry = tl_flow_geometry_new (self->study, self->flow);
  times[PART_PLACES] = since (&start);
  paint (self, geometry, capacity);
  times[PART_PAINT] = since (&start);
  times[PART_ALL] = times[PART_NUMBERS] + times[PART_PLACES] + times[PART_PAINT];
}

static int
compare (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
quantile_of (double times[N_RUNS][N_PARTS], Part part, double quantile)
{
  double sorted[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    sorted[i] = times[i][part];
  qsort (sorted, N_RUNS, sizeof *sorted, compare);
  return sorted[(guint) (quantile * (N_RUNS - 1))];
}

static void
measure (guint n_steps)
{
  LayeredFlow shape = { .n_steps = n_steps, .width = 20, .most_back = 3, .raised = 0.3 };
  g_autoptr (TlStudy) study = layered_flow_make (&shape, 20260401);
  g_autoptr (TlHistory) history = tl_history_new (study);
  Canvas canvas = { .history = history, .study = study, .flow = study->flows->pdata[0] };
  static double times[N_RUNS][N_PARTS];

  canvas.theme.scale = 1;
  canvas.letters = tl_flow_letters_new ();
  canvas.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  press_a_key (&canvas, 0, times[0]); /* fonts are loaded, texts are set */
  for (guint i = 0; i < N_RUNS; i++)
    press_a_key (&canvas, i, times[i]);
  printf ("%8u %9.2f %9.2f %9.2f %9.2f %9.2f %12.2f %12.2f\n", n_steps, quantile_of (times, PART_NUMBERS, 0.5),
          quantile_of (times, PART_PLACES, 0.5), quantile_of (times, PART_PAINT, 0.5),
          quantile_of (times, PART_ALL, 0.5), quantile_of (times, PART_ALL, 0.95),
          quantile_of (times, PART_ALL, 0.5) / FRAME_MS, quantile_of (times, PART_ALL, 0.95) / FRAME_MS);
  tl_flow_letters_unref (canvas.letters);
  cairo_surface_destroy (canvas.surface);
}

int
main (void)
{
  printf ("One key press: edit and numbers, places, canvas and strip. Milliseconds, %d runs.\n\n", N_RUNS);
  printf ("%8s %9s %9s %9s %9s %9s %12s %12s\n", "steps", "numbers", "places", "paint", "all", "p95", "all/frame",
          "p95/frame");
  measure (20);
  measure (200);
  measure (2000);
  return 0;
}
