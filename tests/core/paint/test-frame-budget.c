/* How long frames paint, on machines of all speeds: played, without a clock. */
#include "paint/frame-budget.h"

#define FRAME 16700
#define FRAMES 240

/**
 * Machine:
 * @rest: what a frame does after painting, in microseconds
 * @before: what it does before
 * @strip: the least that is painted at once
 *
 * A machine and what it takes to show tiles.
 */
typedef struct
{
  gint64 rest;
  gint64 before;
  gint64 strip;
} Machine;

/* Returns: how long the frame took. */
static gint64
play (TlFrameBudget *budget, TlFrameKind kind, const Machine *machine, gint64 began, gint64 *painted)
{
  gint64 now = began + machine->before;
  gint64 until = tl_frame_budget_until (budget, kind, began, now);

  while (now < until)
    {
      now += machine->strip;
      *painted += machine->strip;
    }
  tl_frame_budget_note (budget, kind, now, now + machine->rest);
  return now + machine->rest - began;
}

static void
test_all_frames_are_in_time (void)
{
  static const Machine machines[] = {
    { 2000, 300, 300 },
    { 6000, 1000, 500 },
    { 9500, 1500, 800 },
    { 12000, 1500, 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (machines); i++)
    for (guint kind = 0; kind < TL_FRAME_KINDS; kind++)
      {
        TlFrameBudget budget;
        gint64 painted = 0;

        tl_frame_budget_init (&budget);
        for (guint frame = 0; frame < FRAMES; frame++)
          {
            gint64 took = play (&budget, kind, &machines[i], 1000000 + frame * FRAME, &painted);

            /* The first few of a slow machine teach it. */
            if (frame >= 4)
              g_assert_cmpint (took, <=, FRAME);
          }
        /* And something was painted in each, but where the zoom goes on and on. */
        if (kind != TL_FRAME_SCALED)
          g_assert_cmpint (painted, >=, FRAMES * 1000);
      }
}

/* What is left of a frame is painted, not idled away. */
static void
test_quick_machine_paints_much (void)
{
  const Machine quick = { 2000, 300, 300 };
  TlFrameBudget budget;
  gint64 painted = 0;

  tl_frame_budget_init (&budget);
  for (guint frame = 0; frame < FRAMES; frame++)
    play (&budget, TL_FRAME_SCALED, &quick, 1000000 + frame * FRAME, &painted);
  g_assert_cmpint (painted, >, FRAMES * 6000);
}

/* One frame that waited for something else does not stop the painting of those to come. */
static void
test_interruption_is_forgotten (void)
{
  const Machine quick = { 3000, 300, 300 };
  TlFrameBudget budget;
  gint64 painted = 0;

  tl_frame_budget_init (&budget);
  tl_frame_budget_note (&budget, TL_FRAME_MOVED, 1000000, 1000000 + 4 * G_USEC_PER_SEC);
  for (guint frame = 0; frame < 30; frame++)
    play (&budget, TL_FRAME_MOVED, &quick, 1000000 + frame * FRAME, &painted);
  painted = 0;
  play (&budget, TL_FRAME_MOVED, &quick, 9000000, &painted);
  g_assert_cmpint (painted, >, 5000);
}

/* What is not in sight can wait for as long as frames have no time. */
static void
test_nothing_ahead_without_time (void)
{
  TlFrameBudget budget;

  tl_frame_budget_init (&budget);
  g_assert_cmpint (tl_frame_budget_until_ahead (&budget, TL_FRAME_STILL, 1000000), >, 1000000 + 3000);
  for (guint i = 0; i < 20; i++)
    tl_frame_budget_note (&budget, TL_FRAME_STILL, 1000000, 1000000 + 11000);
  g_assert_cmpint (tl_frame_budget_until_ahead (&budget, TL_FRAME_STILL, 1000000), <, 1000000 + 100);
  g_assert_cmpint (tl_frame_budget_until (&budget, TL_FRAME_STILL, 1000000, 1002000), ==, 1003000);
}

/* Scaling says nothing of copying. */
static void
test_kinds_learn_apart (void)
{
  TlFrameBudget budget;
  gint64 before;

  tl_frame_budget_init (&budget);
  before = tl_frame_budget_until (&budget, TL_FRAME_MOVED, 1000000, 1000000);
  for (guint i = 0; i < 20; i++)
    tl_frame_budget_note (&budget, TL_FRAME_SMOOTH, 1000000, 1000000 + 11000);
  g_assert_cmpint (tl_frame_budget_until (&budget, TL_FRAME_MOVED, 1000000, 1000000), ==, before);
  g_assert_cmpint (tl_frame_budget_until (&budget, TL_FRAME_SMOOTH, 1000000, 1000000), <, 1000000 + 2000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame-budget/all-frames-are-in-time", test_all_frames_are_in_time);
  g_test_add_func ("/frame-budget/quick-machine-paints-much", test_quick_machine_paints_much);
  g_test_add_func ("/frame-budget/interruption-is-forgotten", test_interruption_is_forgotten);
  g_test_add_func ("/frame-budget/nothing-ahead-without-time", test_nothing_ahead_without_time);
  g_test_add_func ("/frame-budget/kinds-learn-apart", test_kinds_learn_apart);
  return g_test_run ();
}
