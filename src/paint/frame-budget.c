/* frame-budget.c: how long a frame may go on painting what can wait. */
#include "paint/frame-budget.h"

/* Of the 16.7 ms of a frame: the screen's own work, and what this machine does beside, need some too. */
#define WHOLE 10000
/* Something is painted in each frame, or nothing would ever be on a machine that is slow. Not while a team zooms: what
 * is scaled is made sharp when it stops. */
#define LEAST 1000
/* A frame that took longer counts at once by half, so that the next is in time; one that was shorter may
 * have been chance. */
#define LONGER 0.5
#define SHORTER 0.125

/**
 * tl_frame_budget_init:
 * @budget: (out): as on a machine like most, before anything is measured
 */
void
tl_frame_budget_init (TlFrameBudget *budget)
{
  *budget = (TlFrameBudget){ {
      [TL_FRAME_STILL] = 4000,
      [TL_FRAME_MOVED] = 5000,
      [TL_FRAME_SCALED] = 7000,
      [TL_FRAME_SMOOTH] = 9000,
  } };
}

/**
 * tl_frame_budget_until_ahead:
 * @budget: a budget
 * @kind: of the frame
 * @began: when the frame began, in the time of g_get_monotonic_time()
 *
 * Returns: when painting what may be in sight later should end; it may be past already
 */
gint64
tl_frame_budget_until_ahead (const TlFrameBudget *budget, TlFrameKind kind, gint64 began)
{
  return began + WHOLE - (gint64) budget->rest[kind];
}

/**
 * tl_frame_budget_until:
 * @budget: a budget
 * @kind: of the frame
 * @began: when the frame began, in the time of g_get_monotonic_time()
 * @now: the time, as painting begins
 *
 * Returns: when painting what is in sight should end
 */
gint64
tl_frame_budget_until (const TlFrameBudget *budget, TlFrameKind kind, gint64 began, gint64 now)
{
  gint64 least = kind == TL_FRAME_SCALED ? 0 : LEAST;

  return MAX (tl_frame_budget_until_ahead (budget, kind, began), now + least);
}

/**
 * tl_frame_budget_note:
 * @budget: a budget
 * @kind: of the frame
 * @painted: when painting ended
 * @ended: when the frame did
 *
 * Learns from a frame that is over. One that was interrupted by something else counts no more than a
 * whole frame.
 */
void
tl_frame_budget_note (TlFrameBudget *budget, TlFrameKind kind, gint64 painted, gint64 ended)
{
  double rest = (double) CLAMP (ended - painted, 0, WHOLE);
  double more = rest - budget->rest[kind];

  budget->rest[kind] += more * (more > 0 ? LONGER : SHORTER);
}
