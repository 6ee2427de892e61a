/* How much of their width lines have room for: side by side, beside steps, and with what is moved aside. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/ribbon-room.h"

/* Between two ribbons some ground stays. */
#define GROUND 1.5

/* Lines by hand: each straight from a place to another, so wide and moved aside so far. */
typedef struct
{
  TlPlace a;
  TlPlace b;
  double width;
  double shift;
  gboolean bent; /* comes from the origin */
} Line;

static double
room_of (const Line *lines, guint n, const TlBox *step)
{
  const TlPlace origin = { 0, 0 };
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (TlStepBox));
  g_autoptr (GArray) paths = g_array_new (FALSE, FALSE, sizeof (TlPath));
  TlFlowGeometry geometry = { .steps = steps, .paths = paths, .bounds = { -500, -500, 2000, 2000 } };
  g_autofree double *widths = g_new (double, n);
  g_autofree double *shifts = g_new (double, n);
  double room;

  if (step != NULL)
    g_array_append_val (steps, ((TlStepBox){ .box = *step }));
  for (guint i = 0; i < n; i++)
    {
      TlPath path = { .points = g_array_new (FALSE, FALSE, sizeof (TlPlace)) };

      if (lines[i].bent)
        g_array_append_val (path.points, origin);
      g_array_append_val (path.points, lines[i].a);
      g_array_append_val (path.points, lines[i].b);
      g_array_append_val (paths, path);
      widths[i] = lines[i].width;
      shifts[i] = lines[i].shift;
    }
  room = tl_ribbon_room (&geometry, widths, shifts, 0.1);
  for (guint i = 0; i < n; i++)
    g_array_unref (g_array_index (paths, TlPath, i).points);
  return room;
}

/* The same lines turned by a right angle: what is level is upright. */
static double
room_of_turned (const Line *lines, guint n, const TlBox *step)
{
  g_autofree Line *turned = g_new (Line, n);
  TlBox box = step != NULL ? (TlBox){ step->y, step->x, step->height, step->width } : (TlBox){ 0 };

  /* Mirrored, what was left of a line is right of it. */
  for (guint i = 0; i < n; i++)
    turned[i] = (Line){
      { lines[i].a.y, lines[i].a.x }, { lines[i].b.y, lines[i].b.x }, lines[i].width, -lines[i].shift, lines[i].bent
    };
  return room_of (turned, n, step != NULL ? &box : NULL);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *what;
    Line lines[2];
    double room;
  } rows[] = {
    { "far apart", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 0, 40 }, { 200, 40 }, 26, 0 } }, 1 },
    { "close", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 0, 12 }, { 200, 12 }, 26, 0 } }, (12 - GROUND) / 26 },
    { "one thin", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 0, 12 }, { 200, 12 }, 0, 0 } }, (12 - GROUND) / 13 },
    { "both thin", { { { 0, 0 }, { 200, 0 }, 6, 0 }, { { 0, 12 }, { 200, 12 }, 8, 0 } }, 1 },
    { "the other way", { { { 200, 0 }, { 0, 0 }, 26, 0 }, { { 0, 12 }, { 150, 12 }, 26, 0 } }, (12 - GROUND) / 26 },
    { "one after the other", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 204, 12 }, { 400, 12 }, 26, 0 } }, 1 },
    { "one on the other", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 50, 0 }, { 300, 0 }, 26, 0 } }, 1 },
    { "across", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 50, 6 }, { 50, 300 }, 26, 0 } }, 1 },
    { "of one end", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 0, 12 }, { 200, 12 }, 26, 0, TRUE } }, 1 },
    { "very close", { { { 0, 0 }, { 200, 0 }, 26, 0 }, { { 0, 2 }, { 200, 2 }, 26, 0 } }, 0.1 },
    /* Left of what runs to the right is above, of what runs to the left below. */
    { "moved to it", { { { 0, 0 }, { 200, 0 }, 10, -5 }, { { 0, 12 }, { 200, 12 }, 10, 0 } }, (12 - GROUND) / 15 },
    { "moved off", { { { 0, 0 }, { 200, 0 }, 10, 5 }, { { 0, 8 }, { 200, 8 }, 10, 0 } }, 1 },
    { "far moved", { { { 0, 10 }, { 200, 10 }, 26, -20 }, { { 0, 48 }, { 200, 48 }, 26, 0 } }, (38 - GROUND) / 46 },
    { "back, to it", { { { 200, 0 }, { 0, 0 }, 10, 5 }, { { 0, 12 }, { 200, 12 }, 10, 0 } }, (12 - GROUND) / 15 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double room = room_of (rows[i].lines, 2, NULL), turned = room_of_turned (rows[i].lines, 2, NULL);

      if (fabs (room - rows[i].room) > 1e-9 || fabs (turned - rows[i].room) > 1e-9)
        g_error ("%s: %g and upright %g, not %g", rows[i].what, room, turned, rows[i].room);
    }
}

/* Each side of a step is as good as a line; what runs to it ends there. */
static void
test_steps (void)
{
  static const TlBox step = { 100, 100, TL_STEP_WIDTH, TL_STEP_HEIGHT };
  static const double below = 100 + TL_STEP_HEIGHT;
  const struct
  {
    const char *what;
    Line line;
    double room;
  } rows[] = {
    { "above", { { 0, 92 }, { 400, 92 }, 26, 0 }, (8 - GROUND) / 13 },
    { "below", { { 0, below + 8 }, { 400, below + 8 }, 26, 0 }, (8 - GROUND) / 13 },
    { "higher", { { 0, 80 }, { 400, 80 }, 26, 0 }, 1 },
    { "ends there", { { 0, 108 }, { 100, 108 }, 26, 0 }, 1 },
    { "through it", { { 0, 108 }, { 400, 108 }, 26, 0 }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double room = room_of (&rows[i].line, 1, &step), turned = room_of_turned (&rows[i].line, 1, &step);

      if (fabs (room - rows[i].room) > 1e-9 || fabs (turned - rows[i].room) > 1e-9)
        g_error ("%s: %g and upright %g, not %g", rows[i].what, room, turned, rows[i].room);
    }
}

/* What lies between a straight piece and its neighbours, all compared with all. */
static double
room_by_hand (const Line *lines, guint n)
{
  double room = 1;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        double apart = lines[j].a.y - lines[i].a.y, needed = (lines[i].width + lines[j].width) / 2;

        if (apart >= 1 && MIN (lines[i].b.x, lines[j].b.x) - MAX (lines[i].a.x, lines[j].a.x) >= 8)
          room = MIN (room, (apart - MIN (GROUND, apart / 4)) / needed);
      }
  return MAX (room, 0.1);
}

/* Whatever row they fall into, and whoever of two is the wider one. */
static void
test_many (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n = (guint) g_rand_int_range (rand, 2, 20);
      double top = g_rand_double_range (rand, -600, 1500);
      g_autofree Line *lines = g_new0 (Line, n);

      for (guint i = 0; i < n; i++)
        {
          double x = g_rand_double_range (rand, 0, 1000), y = top + g_rand_double_range (rand, 0, n * 12.0);

          lines[i] = (Line){
            { x, y }, { x + g_rand_double_range (rand, 10, 300), y }, g_rand_double_range (rand, 0, 26), 0
          };
        }
      g_assert_cmpfloat_with_epsilon (room_of (lines, n, NULL), room_by_hand (lines, n), 1e-9);
      g_assert_cmpfloat_with_epsilon (room_of_turned (lines, n, NULL), room_by_hand (lines, n), 1e-9);
    }
}

/* Whole flows, as large and as small as they come. */
static void
test_flows (void)
{
  static const guint sizes[] = { 0, 1, 12, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TlStudy) study = random_study_new (i, sizes[i], PLACES_SOME);
      g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
      guint n = geometry->paths->len + 1;
      g_autofree double *widths = g_new0 (double, n);
      g_autofree double *shifts = g_new0 (double, n);

      g_assert_cmpfloat (tl_ribbon_room (geometry, widths, shifts, 0.4), ==, 1);
      for (guint p = 0; p < n; p++)
        widths[p] = 200;
      g_assert_cmpfloat (tl_ribbon_room (geometry, widths, shifts, 0.4), ==, sizes[i] == 0 ? 1 : 0.4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ribbon-room/lines", test_lines);
  g_test_add_func ("/ribbon-room/steps", test_steps);
  g_test_add_func ("/ribbon-room/many", test_many);
  g_test_add_func ("/ribbon-room/flows", test_flows);
  return g_test_run ();
}
