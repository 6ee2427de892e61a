/* What it costs to route a flow, and to route it again for each movement of a step that is dragged.
 * A frame at 60 Hz is the reference: routing is one part of what has to fit into it.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "layered-flow.h"
#include "layout/flow-geometry.h"
#include "study/item-build.h"

#define N_MOVES 400
#define MOVES_A_DRAG 20
#define FRAME_MS (1000.0 / 60)

static int
compare (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
forget_places (TlFlow *flow)
{
  for (guint i = 0; i < flow->steps->len; i++)
    {
      tl_item_set_number (g_ptr_array_index (flow->steps, i), "x", NAN);
      tl_item_set_number (g_ptr_array_index (flow->steps, i), "y", NAN);
    }
}

static void
hold_places (const TlFlowGeometry *geometry)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *box = &g_array_index (geometry->steps, TlStepBox, i);

      tl_item_set_number (box->step, "x", box->box.x + box->box.width / 2);
      tl_item_set_number (box->step, "y", box->box.y + box->box.height / 2);
    }
}

/* Steps taken at random, each dragged some way in a straight line. */
static void
drag (TlStudy *study, TlFlow *flow, TlFlowGeometry **geometry, double times[N_MOVES])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  TlStep *step = NULL;
  double dx = 0, dy = 0;

  for (guint i = 0; i < N_MOVES; i++)
    {
      TlFlowGeometry *moved;
      TlBox changed;
      gint64 start;

      if (i % MOVES_A_DRAG == 0)
        {
          step = g_ptr_array_index (flow->steps, g_rand_int_range (rand, 0, (int) flow->steps->len));
          dx = g_rand_double_range (rand, -12, 12);
          dy = g_rand_double_range (rand, -12, 12);
        }
      tl_item_set_number (step, "x", step->x + dx);
      tl_item_set_number (step, "y", step->y + dy);
      start = g_get_monotonic_time ();
      moved = tl_flow_geometry_new_moved (*geometry, study, flow, &changed);
      times[i] = since (start);
      tl_flow_geometry_unref (*geometry);
      *geometry = moved;
    }
}

static void
measure (guint n_steps)
{
  LayeredFlow shape = { .n_steps = n_steps, .width = 20, .most_back = 3, .raised = 0.3 };
  g_autoptr (TlStudy) study = layered_flow_make (&shape, 20260401);
  TlFlow *flow = study->flows->pdata[0];
  static double times[N_MOVES];
  TlFlowGeometry *geometry;
  gint64 start;
  double whole;

  forget_places (flow);
  geometry = tl_flow_geometry_new (study, flow);
  hold_places (geometry);
  tl_flow_geometry_unref (geometry);
  start = g_get_monotonic_time ();
  geometry = tl_flow_geometry_new (study, flow);
  whole = since (start);
  drag (study, flow, &geometry, times);
  tl_flow_geometry_unref (geometry);
  qsort (times, N_MOVES, sizeof *times, compare);
  printf ("%8u %12.2f %9.2f %9.2f %12.2f %12.2f\n", n_steps, whole, times[N_MOVES / 2], times[N_MOVES * 95 / 100],
          times[N_MOVES / 2] / FRAME_MS, times[N_MOVES * 95 / 100] / FRAME_MS);
}

int
main (void)
{
  printf ("Routing all, and again while one step is dragged. Milliseconds, %d movements.\n\n", N_MOVES);
  printf ("%8s %12s %9s %9s %12s %12s\n", "steps", "all", "drag", "p95", "drag/frame", "p95/frame");
  measure (200);
  measure (2000);
  measure (5000);
  return 0;
}
