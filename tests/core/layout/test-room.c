/* Room for a step between two: what moves, by how much, and what stays. */
#include "drawn-flow.h"
#include "layout/flow-geometry.h"
#include "study/item-build.h"
#include "layout/room.h"
#include "tidy-flow.h"

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

static TlPlace
place_after (const TlStep *step, const GArray *shifts)
{
  TlPlace place = { step->x, step->y };

  for (guint s = 0; s < shifts->len; s++)
    {
      const TlShift *shift = &g_array_index (shifts, TlShift, s);

      if (shift->step != step)
        continue;
      g_assert_cmpfloat (shift->dx + shift->dy, <, 0);
      place = (TlPlace){ place.x + shift->dx, place.y + shift->dy };
    }
  return place;
}

static void
assert_apart_when_closed (const TlFlowGeometry *geometry, const GArray *shifts, const TlStep *gone)
{
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStep *step = g_array_index (geometry->steps, TlStepBox, i).step;
      TlPlace place = place_after (step, shifts);

      for (guint j = 0; j < i; j++)
        {
          const TlStep *other = g_array_index (geometry->steps, TlStepBox, j).step;

          g_assert_true (step == gone || other == gone || !overlaps (place, place_after (other, shifts)));
        }
    }
}

/* Takes @step out and lets what follows close up. */
static void
close_up (Fixture *fixture, TlStep *step, TlStep *other)
{
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
  g_autoptr (GPtrArray) going = g_ptr_array_new ();

  g_ptr_array_add (going, step);
  if (other)
    g_ptr_array_add (going, other);
  g_clear_pointer (&fixture->shifts, g_array_unref);
  fixture->shifts = tl_room_closed (geometry, going);
}

/* A row of steps, each leading to the next; ends with 0 for the last distance. */
static void
put_row (Fixture *fixture, TlStep **steps, const double *distances)
{
  double x = 0;

  steps[0] = at (fixture, 0, 0);
  for (guint i = 0; distances[i] > 0; i++)
    {
      x += distances[i];
      steps[i + 1] = at (fixture, x, 0);
      lead (fixture, steps[i], steps[i + 1]);
    }
}

/* What follows goes back by one place, and what stands before it or in another row stays. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  TlStep *row[5], *next_row;

  put_row (fixture, row, (double[]){ PITCH, PITCH, PITCH, PITCH, 0 });
  next_row = at (fixture, 0, 2 * ROW);
  lead (fixture, row[4], next_row);
  lead (fixture, next_row, at (fixture, PITCH, 2 * ROW));
  close_up (fixture, row[1], NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 3);
  for (guint i = 2; i < 5; i++)
    g_assert_cmpfloat (shift_of (fixture, row[i]), ==, -PITCH);
  close_up (fixture, row[1], row[2]);
  g_assert_cmpuint (fixture->shifts->len, ==, 2);
  g_assert_cmpfloat (shift_of (fixture, row[3]), ==, -2 * PITCH);
  close_up (fixture, row[1], row[3]);
  g_assert_cmpfloat (shift_of (fixture, row[2]), ==, -PITCH);
  g_assert_cmpfloat (shift_of (fixture, row[4]), ==, -2 * PITCH);
  /* At the beginning of a row the next one takes its place; at the front of the flow nothing is missing. */
  close_up (fixture, next_row, NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 1);
  g_assert_cmpfloat (g_array_index (fixture->shifts, TlShift, 0).dx, ==, -PITCH);
  close_up (fixture, row[0], NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 0);
}

/* Of the gaps beside the step the wider one stays: lines or a label may stand in it. */
static void
test_close_gaps (Fixture *fixture, gconstpointer data)
{
  TlStep *row[4];

  put_row (fixture, row, (double[]){ PITCH, PITCH + 40, PITCH + 20, 0 });
  close_up (fixture, row[1], NULL);
  g_assert_cmpfloat (shift_of (fixture, row[2]), ==, -PITCH);
  g_assert_cmpfloat (shift_of (fixture, row[3]), ==, -PITCH);
  close_up (fixture, row[2], NULL);
  g_assert_cmpfloat (shift_of (fixture, row[3]), ==, -PITCH - 20);
}

/* What was put somewhere by hand stays there, and what follows it. */
static void
test_close_by_hand (Fixture *fixture, gconstpointer data)
{
  TlStep *row[6];

  put_row (fixture, row, (double[]){ PITCH, PITCH + 250, PITCH, PITCH + 250, PITCH, 0 });
  close_up (fixture, row[1], NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 0);
  close_up (fixture, row[2], NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 1);
  g_assert_cmpfloat (shift_of (fixture, row[3]), ==, -PITCH);
}

/* What two branches lead to goes back as far as both let it, and what stands in its column with it. */
static void
test_close_branches (Fixture *fixture, gconstpointer data)
{
  TlStep *fork = at (fixture, 0, 0);
  TlStep *upper = at (fixture, PITCH, -ROW);
  TlStep *next = at (fixture, 2 * PITCH, -ROW);
  TlStep *lower = at (fixture, 2 * PITCH, ROW);
  TlStep *join = at (fixture, 3 * PITCH, 0);

  lead (fixture, fork, upper);
  lead (fixture, upper, next);
  lead (fixture, next, join);
  lead (fixture, fork, lower);
  lead (fixture, lower, join);
  close_up (fixture, upper, NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 1);
  g_assert_cmpfloat (shift_of (fixture, next), ==, -PITCH);
  close_up (fixture, fork, NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 0);
  lead (fixture, at (fixture, -PITCH, 0), fork);
  close_up (fixture, fork, NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 4);
  g_assert_cmpfloat (shift_of (fixture, lower), ==, -PITCH);
  g_assert_cmpfloat (shift_of (fixture, join), ==, -PITCH);
}

/* Nobody is drawn over who only stands there. */
static void
test_close_strangers (Fixture *fixture, gconstpointer data)
{
  TlStep *row[4], *stranger;

  put_row (fixture, row, (double[]){ PITCH + 90, PITCH + 90, PITCH + 90, 0 });
  stranger = at (fixture, 1.5 * (PITCH + 90), 70);
  close_up (fixture, row[1], NULL);
  g_assert_cmpfloat (shift_of (fixture, stranger), ==, 0);
  g_assert_cmpfloat (shift_of (fixture, row[2]), ==, 0);
  g_assert_cmpfloat (shift_of (fixture, row[3]), ==, 0);
}

static void
test_close_downwards (Fixture *fixture, gconstpointer data)
{
  TlStep *a = at (fixture, 0, 0);
  TlStep *b = at (fixture, 0, ROW);
  TlStep *c = at (fixture, 0, 2 * ROW);

  lead (fixture, a, b);
  lead (fixture, b, c);
  close_up (fixture, b, NULL);
  g_assert_cmpuint (fixture->shifts->len, ==, 1);
  g_assert_cmpfloat (g_array_index (fixture->shifts, TlShift, 0).dx, ==, 0);
  g_assert_cmpfloat (g_array_index (fixture->shifts, TlShift, 0).dy, ==, -ROW);
}

/* What insert has made room for is as it was when the step is taken out again. */
static void
test_close_after_insert (Fixture *fixture, gconstpointer data)
{
  for (guint way = 0; way < 5; way++)
    {
      TlStep *row[6];
      TlConnector *connector;

      tear_down (fixture, NULL);
      set_up (fixture, NULL);
      put_row (fixture, row, (double[]){ PITCH, PITCH, PITCH, PITCH, PITCH, 0 });
      lead (fixture, row[0], at (fixture, PITCH, ROW));
      connector = g_ptr_array_index (drawn_flow (fixture->study)->connectors, way);
      make_room (fixture, connector, NULL);
      for (guint i = 0; i < fixture->shifts->len; i++)
        {
          const TlShift *shift = &g_array_index (fixture->shifts, TlShift, i);
          tl_item_set_number (shift->step, "x", shift->step->x + shift->dx);
        }
      row[0] = at (fixture, fixture->place.x, fixture->place.y);
      lead (fixture, row[0], connector->to);
      tl_item_set_item (connector, "to", row[0]);
      close_up (fixture, row[0], NULL);
      g_assert_cmpuint (fixture->shifts->len, ==, 5 - way);
      for (guint i = way + 1; i < 6; i++)
        g_assert_cmpfloat (shift_of (fixture, row[i]) + row[i]->x, ==, i * PITCH);
    }
}

/* Whoever is taken out of a flow: all move back or stay, and nobody stands over anybody. */
static void
test_close_random (Fixture *fixture, gconstpointer data)
{
  guint n_closed = 0;

  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 30, seed % 4 ? PLACES_NONE : PLACES_ALL);
      g_autoptr (TlFlowGeometry) geometry = NULL;
      GPtrArray *steps = drawn_flow (study)->steps;

      if (seed % 4)
        tidy_flow (study, seed % 4 == 1 ? &tidy_plain : &tidy_wrapped);
      geometry = tl_flow_geometry_new (study, drawn_flow (study));
      for (guint i = 0; i < steps->len; i++)
        {
          g_autoptr (GPtrArray) going = g_ptr_array_new ();
          g_autoptr (GArray) shifts = NULL;

          g_ptr_array_add (going, g_ptr_array_index (steps, i));
          shifts = tl_room_closed (geometry, going);
          n_closed += shifts->len > 0;
          assert_apart_when_closed (geometry, shifts, g_ptr_array_index (steps, i));
        }
    }
  g_assert_cmpuint (n_closed, >, 60);
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
  add ("/layout/room/close", test_close);
  add ("/layout/room/close-gaps", test_close_gaps);
  add ("/layout/room/close-by-hand", test_close_by_hand);
  add ("/layout/room/close-branches", test_close_branches);
  add ("/layout/room/close-strangers", test_close_strangers);
  add ("/layout/room/close-downwards", test_close_downwards);
  add ("/layout/room/close-after-insert", test_close_after_insert);
  add ("/layout/room/close-random", test_close_random);
  return g_test_run ();
}
