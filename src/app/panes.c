#include "app/panes.h"

/* Who wants both panes gets by with so much of what the canvas needs beside one. */
#define LEAST_BESIDE_BOTH 0.85

/**
 * tl_panes_arrange:
 * @wish: what is wanted, and the room there is
 *
 * Returns: what can be had: both panes beside the canvas, or the newest of them, or one over it
 */
TlPanes
tl_panes_arrange (const TlPanesWish *wish)
{
  double left = wish->room - wish->width[TL_PANE_OUTLINE] - wish->width[TL_PANE_INSPECTOR];
  gboolean both = left >= wish->canvas * LEAST_BESIDE_BOTH;
  gboolean all_wanted = wish->wanted[TL_PANE_OUTLINE] && wish->wanted[TL_PANE_INSPECTOR];
  TlPanes panes;

  for (int pane = 0; pane < TL_N_PANES; pane++)
    {
      panes.folded[pane] = wish->room - wish->width[pane] < wish->canvas;
      panes.shown[pane] = wish->wanted[pane] && !panes.folded[pane];
    }
  if (all_wanted && !both && panes.shown[TL_PANE_OUTLINE] && panes.shown[TL_PANE_INSPECTOR])
    panes.shown[wish->newest == TL_PANE_OUTLINE ? TL_PANE_INSPECTOR : TL_PANE_OUTLINE] = FALSE;
  if (wish->over < TL_N_PANES && panes.folded[wish->over])
    {
      panes.shown[TL_PANE_OUTLINE] = panes.shown[TL_PANE_INSPECTOR] = FALSE;
      panes.shown[wish->over] = TRUE;
    }
  return panes;
}
