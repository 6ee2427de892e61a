/* panes.h: which of the panes beside the canvas have room, worked out without a display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_PANE_OUTLINE,
  TL_PANE_INSPECTOR,
  TL_N_PANES,
} TlPane;

/**
 * TlPanesWish:
 * @room: width of all, in pixels
 * @width: of each pane
 * @canvas: the least that the canvas needs beside one pane
 * @wanted: panes that shall be there where there is room
 * @newest: the one that was asked for last: it comes first where there is room for one only
 * @over: the one that was asked for where there is no room for any: it lies over the canvas; or %TL_N_PANES
 */
typedef struct
{
  double room;
  double width[TL_N_PANES];
  double canvas;
  gboolean wanted[TL_N_PANES];
  TlPane newest;
  TlPane over;
} TlPanesWish;

/**
 * TlPanes:
 * @shown: what is to be seen
 * @folded: what has no room beside the canvas, and lies over it when it is shown
 */
typedef struct
{
  gboolean shown[TL_N_PANES];
  gboolean folded[TL_N_PANES];
} TlPanes;

TlPanes tl_panes_arrange (const TlPanesWish *wish);

G_END_DECLS
