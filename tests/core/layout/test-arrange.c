/* Steps in line and at equal distances. */
#include "drawn-flow.h"
#include "layout/arrange.h"

typedef struct
{
  TlStudy *study;
  TlStep *steps[3];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = drawn_study_new ();
  fixture->steps[0] = drawn_step_at (fixture->study, "a", 100, 0);
  fixture->steps[1] = drawn_step_at (fixture->study, "b", 0, 200);
  fixture->steps[2] = drawn_step_at (fixture->study, "c", 700, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_study_unref (fixture->study);
}

/* The places after it, as "x,y x,y x,y". */
static void
check (Fixture *fixture, guint n, TlArrangement how, const char *expected)
{
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (fixture->study, drawn_flow (fixture->study));
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GArray) shifts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (steps, fixture->steps[i]);
  shifts = tl_arrange (geometry, steps, how);
  for (guint i = 0; i < 3; i++)
    {
      double x = fixture->steps[i]->x, y = fixture->steps[i]->y;

      for (guint s = 0; s < shifts->len; s++)
        if (g_array_index (shifts, TlShift, s).step == fixture->steps[i])
          {
            x += g_array_index (shifts, TlShift, s).dx;
            y += g_array_index (shifts, TlShift, s).dy;
          }
      g_string_append_printf (text, "%s%g,%g", i ? " " : "", x, y);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_align (Fixture *fixture, gconstpointer data)
{
  check (fixture, 3, TL_ARRANGE_LEFT, "0,0 0,200 0,500");
  check (fixture, 3, TL_ARRANGE_CENTRE, "350,0 350,200 350,500");
  check (fixture, 3, TL_ARRANGE_RIGHT, "700,0 700,200 700,500");
  check (fixture, 2, TL_ARRANGE_CENTRE, "50,0 50,200 700,500");
}

static void
test_distribute (Fixture *fixture, gconstpointer data)
{
  check (fixture, 3, TL_ARRANGE_ACROSS, "350,0 0,200 700,500");
  check (fixture, 3, TL_ARRANGE_DOWN, "100,0 0,250 700,500");
}

/* In line, "a" and "b" would stand over one another: both go aside, half as far each. */
static void
test_no_overlap (Fixture *fixture, gconstpointer data)
{
  check (fixture, 3, TL_ARRANGE_TOP, "148,0 -48,0 700,0");
  check (fixture, 3, TL_ARRANGE_MIDDLE, "148,250 -48,250 700,250");
  check (fixture, 3, TL_ARRANGE_BOTTOM, "148,500 -48,500 700,500");
}

static void
test_too_few (Fixture *fixture, gconstpointer data)
{
  check (fixture, 1, TL_ARRANGE_LEFT, "100,0 0,200 700,500");
  check (fixture, 2, TL_ARRANGE_ACROSS, "100,0 0,200 700,500");
  g_assert_cmpuint (tl_arrange_least (TL_ARRANGE_BOTTOM), ==, 2);
  g_assert_cmpuint (tl_arrange_least (TL_ARRANGE_DOWN), ==, 3);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/layout/arrange/align", test_align);
  add ("/layout/arrange/distribute", test_distribute);
  add ("/layout/arrange/no-overlap", test_no_overlap);
  add ("/layout/arrange/too-few", test_too_few);
  return g_test_run ();
}
