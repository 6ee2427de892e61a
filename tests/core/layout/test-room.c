/* Room for a step between two: what moves, by how much, and what stays. */
#include "drawn-flow.h"
#include "layout/flow-geometry.h"
#include "layout/room.h"

/* What the layered placing leaves from one step to the next. */
#define PITCH (TL_STEP_WIDTH + TL_STEP_GAP_X)
#define ROW (TL_STEP_HEIGHT + TL_STEP_GAP_Y)

typedef struct
{
  TlStudy *study;
  TlPlace place;
  GArray *shifts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = drawn_study_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->shifts, g_array_unref);
  tl_study_unref (fixture->study);
}

static TlStep *
at (Fixture *fixture, double x, double y)
{
  return drawn_step_at (fixture->study, "Step", x, y);
}

static TlConnector *
lead (Fixture *fixture, TlStep *from, TlStep *to)
{
  return drawn_connector (fixture->study, from, to, TL_CONNECTOR_FLOW);
}

static void
make_room (Fixture *fixture, TlConnector *connector, TlStep *guest)
{
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));

  g_clear_pointer (&fixture->shifts, g_array_unref);
  fixture->shifts = tl_room_between (geometry, connector, guest, &fixture->place);
}

/* How far a step has to go, to the right or down; 0 for one that stays. */
static double
shift_of (Fixture *fixture, TlStep *step)
{
  for (guint i = 0; i < fixture->shifts->len; i++)
    {
      TlShift *shift = &g_array_index (fixture->shifts, TlShift, i);

      if (shift->step == step)
        return shift->dx + shift->dy;
    }
  return 0;
}

/* In a chain all that follows goes on by one place. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  TlStep *a = at (fixture, 0, 0);
  TlStep *b = at (fixture, PITCH, 0);
  TlStep *c = at (fixture, 2 * PITCH, 0);
  TlConnector *connector = lead (fixture, a, b);

  lead (fixture, b, c);
  make_room (fixture, connector, NULL);
  g_assert_cmpfloat (fixture->place.x, ==, PITCH);
  g_assert_cmpfloat (fixture->place.y, ==, 0);
  g_assert_cmpuint (fixture->shifts->len, ==, 2);
  g_assert_cmpfloat (shift_of (fixture, b), ==, PITCH);
  g_assert_cmpfloat (shift_of (fixture, c), ==, PITCH);
}

/* A wide gap is used up before anybody moves, there and farther on. */
static void
test_wide_gaps (Fixture *fixture, gconstpointer data)
{
  TlStep *a = at (fixture, 0, 0);
  TlStep *b = at (fixture, 2 * PITCH, 0);
  TlStep *c = at (fixture, 3 * PITCH, 0);
  TlStep *d = at (fixture, 4 * PITCH + 200, 0);
  TlConnector *first = lead (fixture, a, b);
  TlConnector *second = lead (fixture, b, c);

  lead (fixture, c, d);
  make_room (fixture, first, NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 0);
  g_assert_cmpfloat (fixture->place.x, ==, PITCH);
  make_room (fixture, second, NULL);
  g_assert_cmpfloat (shift_of (fixture, c), ==, PITCH);
  g_assert_cmpfloat (shift_of (fixture, d), ==, PITCH - 200);
}

/* The other branch is not in the way; what both lead to is. */
static void
test_branches (Fixture *fixture, gconstpointer data)
{
  TlStep *fork = at (fixture, 0, 0);
  TlStep *upper = at (fixture, PITCH, -ROW);
  TlStep *lower = at (fixture, PITCH, ROW);
  TlStep *join = at (fixture, 2 * PITCH, 0);
  TlStep *apart = at (fixture, 2 * PITCH, 4 * ROW);
  TlConnector *connector = lead (fixture, fork, upper);

  lead (fixture, fork, lower);
  lead (fixture, upper, join);
  lead (fixture, lower, join);
  make_room (fixture, connector, NULL);
  g_assert_cmpfloat (fixture->place.y, ==, -ROW);
  g_assert_cmpfloat (shift_of (fixture, upper), ==, PITCH);
  g_assert_cmpfloat (shift_of (fixture, join), ==, PITCH);
  g_assert_cmpfloat (shift_of (fixture, lower), ==, 0);
  g_assert_cmpfloat (shift_of (fixture, apart), ==, 0);
}

/* Who only stands in the way is pushed no farther than out of it. */
static void
test_strangers (Fixture *fixture, gconstpointer data)
{
  TlStep *a = at (fixture, 0, 0);
  TlStep *b = at (fixture, PITCH, 0);
  TlStep *near = at (fixture, 2 * PITCH, 20);
  TlStep *far = at (fixture, 4 * PITCH, 0);

  make_room (fixture, lead (fixture, a, b), NULL);
  g_assert_cmpfloat (shift_of (fixture, b), ==, PITCH);
  g_assert_cmpfloat (shift_of (fixture, near), >, 0);
  g_assert_cmpfloat (shift_of (fixture, near), <, PITCH);
  g_assert_cmpfloat (shift_of (fixture, far), ==, 0);
}

static void
test_downwards (Fixture *fixture, gconstpointer data)
{
  TlStep *a = at (fixture, 0, 0);
  TlStep *b = at (fixture, 0, ROW);

  make_room (fixture, lead (fixture, a, b), NULL);
  g_assert_cmpfloat (fixture->place.x, ==, 0);
  g_assert_cmpfloat (fixture->place.y, ==, ROW);
  g_assert_cmpfloat (g_array_index (fixture->shifts, TlShift, 0).dy, ==, ROW);
}

/* A way back, to itself or into the next row moves nobody. */
static void
test_no_room_needed (Fixture *fixture, gconstpointer data)
{
  TlStep *a = at (fixture, 0, 0);
  TlStep *b = at (fixture, PITCH, 0);
  TlStep *next_row = at (fixture, -PITCH, ROW);

  make_room (fixture, drawn_connector (fixture->study, b, a, TL_CONNECTOR_REWORK), NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 0);
  g_assert_cmpfloat (fixture->place.x, ==, PITCH / 2);
  g_assert_cmpfloat (fixture->place.y, >, TL_STEP_HEIGHT);
  make_room (fixture, drawn_connector (fixture->study, b, b, TL_CONNECTOR_REWORK), NULL);
  g_assert_cmpfloat (fixture->place.y, >, TL_STEP_HEIGHT);
  make_room (fixture, lead (fixture, b, next_row), NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 0);
  g_assert_cmpfloat (fixture->place.x, ==, 2 * PITCH);
  g_assert_cmpfloat (fixture->place.y, ==, 0);
}

/* Who goes between is nobody's obstacle, wherever it stood. */
static void
test_guest (Fixture *fixture, gconstpointer data)
{
  TlStep *a = at (fixture, 0, 0);
  TlStep *b = at (fixture, PITCH, 0);
  TlStep *guest = at (fixture, 2 * PITCH, 10);

  make_room (fixture, lead (fixture, a, b), guest);
  g_assert_cmpfloat (fixture->place.x, ==, PITCH);
  g_assert_cmpfloat (fixture->place.y, ==, 0);
  g_assert_cmpuint (fixture->shifts->len, ==, 1);
  g_assert_true (g_array_index (fixture->shifts, TlShift, 0).step == b);
}

static gboolean
overlaps (TlPlace a, TlPlace b)
{
  return ABS (a.x - b.x) < TL_STEP_WIDTH && ABS (a.y - b.y) < TL_STEP_HEIGHT;
}

/* Wherever a step is put into a flow: nobody stands over anybody who did not before. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 40, PLACES_ALL);
      g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
      GPtrArray *connectors = drawn_flow (study)->connectors;

      for (guint c = 0; c < connectors->len; c++)
        {
          TlPlace place;
          g_autoptr (GArray) shifts = tl_room_between (geometry, g_ptr_array_index (connectors, c), NULL, &place);
          g_autofree TlPlace *places = g_new (TlPlace, geometry->steps->len);

          for (guint i = 0; i < geometry->steps->len; i++)
            {
              const TlStep *step = g_array_index (geometry->steps, TlStepBox, i).step;

              places[i] = (TlPlace){ step->x, step->y };
              for (guint s = 0; s < shifts->len; s++)
                if (g_array_index (shifts, TlShift, s).step == step)
                  places[i].x += g_array_index (shifts, TlShift, s).dx,
                      places[i].y += g_array_index (shifts, TlShift, s).dy;
            }
          for (guint i = 0; i < geometry->steps->len; i++)
            {
              g_assert_false (overlaps (place, places[i]));
              for (guint j = 0; j < i; j++)
                g_assert_false (overlaps (places[i], places[j]));
            }
        }
    }
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/layout/room/chain", test_chain);
  add ("/layout/room/wide-gaps", test_wide_gaps);
  add ("/layout/room/branches", test_branches);
  add ("/layout/room/strangers", test_strangers);
  add ("/layout/room/downwards", test_downwards);
  add ("/layout/room/no-room-needed", test_no_room_needed);
  add ("/layout/room/guest", test_guest);
  add ("/layout/room/random", test_random);
  return g_test_run ();
}
