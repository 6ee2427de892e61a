/* frame-budget.h: how long a frame may go on painting what can wait. Plain numbers.
 *
 * After the painting of tiles a frame has more to do: it copies them, or scales them, draws the other
 * widgets, and hands all to the screen. How long that takes depends on the machine, on the size of the
 * window and on what is drawn. So it is measured, frame by frame, and what is left is for painting: a slow
 * machine paints less in each frame and is sharp some frames later, but shows every frame in time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlFrameKind:
 * @TL_FRAME_STILL: shows what the frame before did, but for what has been painted since
 * @TL_FRAME_MOVED: tiles are copied to other places
 * @TL_FRAME_SCALED: tiles are scaled in a hurry
 * @TL_FRAME_SMOOTH: tiles are scaled with care
 * @TL_FRAME_KINDS: how many there are
 *
 * By what a frame has to do after painting.
 */
typedef enum
{
  TL_FRAME_STILL,
  TL_FRAME_MOVED,
  TL_FRAME_SCALED,
  TL_FRAME_SMOOTH,
  TL_FRAME_KINDS,
} TlFrameKind;

/**
 * TlFrameBudget:
 * @rest: what follows the painting in a frame of each kind, in microseconds, as it was of late
 */
typedef struct
{
  double rest[TL_FRAME_KINDS];
} TlFrameBudget;

void tl_frame_budget_init (TlFrameBudget *budget);
gint64 tl_frame_budget_until_ahead (const TlFrameBudget *budget, TlFrameKind kind, gint64 began);
gint64 tl_frame_budget_until (const TlFrameBudget *budget, TlFrameKind kind, gint64 began, gint64 now);
void tl_frame_budget_note (TlFrameBudget *budget, TlFrameKind kind, gint64 painted, gint64 ended);

G_END_DECLS
