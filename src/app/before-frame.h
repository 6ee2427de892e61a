/* before-frame.h: what one or many edits make necessary once, before the next frame is laid out and painted.
 *
 * An idle of a priority before GDK_PRIORITY_REDRAW is not enough: GDK paints as soon as it has given out the events of
 * a frame, before any idle. So what waits is done by the window, too, when its frame begins (tl_before_frame_do());
 * else, where no window is drawn, by an idle. Needs no display.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlBeforeFrame:
 * @TL_BEFORE_FRAME_LISTS: lists of what there is, which others look things up in
 * @TL_BEFORE_FRAME_REST: all else
 *
 * What comes first.
 */
typedef enum
{
  TL_BEFORE_FRAME_LISTS,
  TL_BEFORE_FRAME_REST,
} TlBeforeFrame;

guint tl_before_frame_add (TlBeforeFrame turn, GSourceFunc func, gpointer data);
void tl_before_frame_do (void);

G_END_DECLS
