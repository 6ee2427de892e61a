/* splicing.h: taking steps out of a flow so that what stood before and after them is joined. */
#pragma once

#include "history.h"
#include "step.h"

G_BEGIN_DECLS

/**
 * TlSpliced:
 * @entries_parted: demands that entered at a step with several ways on; they now enter at the main one
 * @entries_lost: demands that entered at a step with no way on; they enter nowhere now
 * @raises_lost: failure demands that the steps caused, which are gone with them
 *
 * What taking steps out could not keep as it was.
 */
typedef struct
{
  guint entries_parted;
  guint entries_lost;
  guint raises_lost;
} TlSpliced;

void tl_steps_splice_out (TlHistory *history, GPtrArray *steps, TlSpliced *spliced);

G_END_DECLS
