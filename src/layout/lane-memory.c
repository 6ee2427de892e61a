#include "layout/lane-memory.h"

#include <math.h>

#include "study/step.h"

typedef struct
{
  TlStep *step;
  double x, y;           /* before; NAN where nobody had placed it */
  double lane_x, lane_y; /* once lanes were shown */
} Memory;

struct _TlLaneMemory
{
  TlFlow *flow;
  GArray *steps; /* (element-type Memory) */
};

static void
clear_memory (gpointer data)
{
  tl_item_unref (((Memory *) data)->step);
}

/**
 * tl_lane_memory_new:
 * @flow: a flow that is about to be shown in lanes
 *
 * Returns: (transfer full): where its steps stand, until tl_lane_memory_settle()
 */
TlLaneMemory *
tl_lane_memory_new (TlFlow *flow)
{
  TlLaneMemory *self = g_new0 (TlLaneMemory, 1);

  self->flow = (TlFlow *) tl_item_ref (flow);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Memory));
  g_array_set_clear_func (self->steps, clear_memory);
  for (guint i = 0; i < flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (flow->steps, i);
      Memory memory = { (TlStep *) tl_item_ref (step), step->x, step->y, step->x, step->y };

      g_array_append_val (self->steps, memory);
    }
  return self;
}

/**
 * tl_lane_memory_free:
 * @self: (transfer full): a memory
 */
void
tl_lane_memory_free (TlLaneMemory *self)
{
  tl_item_unref (self->flow);
  g_array_unref (self->steps);
  g_free (self);
}

/**
 * tl_lane_memory_settle:
 * @self: a memory
 *
 * The flow is shown in lanes now: this is how it stands there.
 */
void
tl_lane_memory_settle (TlLaneMemory *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      Memory *memory = &g_array_index (self->steps, Memory, i);

      memory->lane_x = memory->step->x;
      memory->lane_y = memory->step->y;
    }
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) < 0.01 || (isnan (a) && isnan (b));
}

/**
 * tl_lane_memory_holds:
 * @self: a memory
 * @flow: a flow
 *
 * Returns: whether it is of @flow, and no step of that has been moved, added or taken away since
 */
gboolean
tl_lane_memory_holds (const TlLaneMemory *self, const TlFlow *flow)
{
  if (self->flow != flow || self->steps->len != flow->steps->len)
    return FALSE;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Memory *memory = &g_array_index (self->steps, Memory, i);

      if (memory->step->item.parent != TL_ITEM (flow) || !is_same (memory->step->x, memory->lane_x)
          || !is_same (memory->step->y, memory->lane_y))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_lane_memory_restore:
 * @self: a memory that holds
 * @history: of the study, with an entry begun
 *
 * Lets each step stand where it stood before.
 */
void
tl_lane_memory_restore (const TlLaneMemory *self, TlHistory *history)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Memory *memory = &g_array_index (self->steps, Memory, i);

      if (!is_same (memory->step->x, memory->x))
        tl_history_apply (history, tl_edit_new_set_number (memory->step, "x", memory->x));
      if (!is_same (memory->step->y, memory->y))
        tl_history_apply (history, tl_edit_new_set_number (memory->step, "y", memory->y));
    }
}

/**
 * tl_lane_memory_is_laid_out:
 * @self: a memory
 * @flow: a flow
 *
 * Returns: whether it is of @flow, and it was not a person who placed most of its steps as they stand in lanes
 */
gboolean
tl_lane_memory_is_laid_out (const TlLaneMemory *self, const TlFlow *flow)
{
  guint count = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const Memory *memory = &g_array_index (self->steps, Memory, i);

      count += isnan (memory->x) || !is_same (memory->x, memory->lane_x) || !is_same (memory->y, memory->lane_y);
    }
  return self->flow == flow && 2 * count >= self->steps->len;
}
