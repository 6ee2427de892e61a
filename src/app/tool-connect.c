/* tool-connect.c: from the disc on a step's side to another step, or to where a new one shall
 * stand. */
#include "app/canvas-private.h"
#include "app/tool-link.h"

static void
drop (TlCanvas *canvas, TlItem *from, TlItem *target, TlPlace place)
{
  if (target)
    tl_canvas_connect (canvas, (TlStep *) from, (TlStep *) target);
  else
    tl_canvas_add_step_after_at (canvas, (TlStep *) from, place.x, place.y);
}

static void
click (TlCanvas *canvas, TlItem *from)
{
  tl_canvas_add_step_after (canvas, (TlStep *) from);
}

TlTool *
tl_connect_tool_new (void)
{
  static const TlLinkKind link = {
    .handle = TL_HANDLE_CONNECT,
    .bucket = TL_N_BUCKETS,
    .sign = "+",
    .drop = drop,
    .click = click,
    .ghost_width = TL_STEP_WIDTH,
    .ghost_height = TL_STEP_HEIGHT,
  };

  return tl_link_tool_new (&link);
}
