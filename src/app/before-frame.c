#include "app/before-frame.h"

/* GDK_PRIORITY_REDRAW - 2: after the events of a frame, as far as an idle can tell. */
#define PRIORITY_FIRST (G_PRIORITY_HIGH_IDLE + 18)

typedef struct
{
  guint id; /* of its source */
  TlBeforeFrame turn;
  GSourceFunc func;
  gpointer data;
} Work;

/* Waits, in the order in which it will be done. */
static GQueue waiting = G_QUEUE_INIT;

static gboolean
on_idle (gpointer data)
{
  Work *work = data;

  g_queue_remove (&waiting, work);
  work->func (work->data);
  return G_SOURCE_REMOVE;
}

static void
work_free (gpointer data)
{
  g_queue_remove (&waiting, data);
  g_free (data);
}

static gint
by_turn (gconstpointer a, gconstpointer b, gpointer data)
{
  const Work *x = a, *y = b;

  /* The newest goes behind those of the same turn. */
  return x->turn <= y->turn ? -1 : 1;
}

/**
 * tl_before_frame_add:
 * @turn: what it has to come before
 * @func: called once; what it returns does not matter
 * @data: for @func
 *
 * Returns: the number of a source, for g_source_remove(), which makes it undone; no longer good when @func is called
 */
guint
tl_before_frame_add (TlBeforeFrame turn, GSourceFunc func, gpointer data)
{
  Work *work = g_new (Work, 1);

  *work = (Work){ 0, turn, func, data };
  work->id = g_idle_add_full (PRIORITY_FIRST + (int) turn, on_idle, work, work_free);
  g_queue_insert_sorted (&waiting, work, by_turn, NULL);
  return work->id;
}

/**
 * tl_before_frame_do:
 *
 * Does all that waits, and what comes to wait meanwhile: a window calls it when its frame begins.
 */
void
tl_before_frame_do (void)
{
  const Work *next;

  while ((next = g_queue_peek_head (&waiting)))
    {
      GSourceFunc func = next->func;
      gpointer data = next->data;

      g_source_remove (next->id);
      func (data);
    }
}
