/* tool-raise.c: from under a step to the failure demand that it causes, or to where there is none
 * yet. */
#include "app/canvas-private.h"
#include "app/tool-link.h"

static void
drop (TlCanvas *canvas, TlItem *from, TlItem *target, TlPlace place)
{
  tl_canvas_select (canvas, from);
  if (target)
    tl_canvas_ask_raise_rate (canvas, (TlStep *) from, (TlDemand *) target);
  else
    tl_canvas_ask_raise (canvas);
}

static void
click (TlCanvas *canvas, TlItem *from)
{
  tl_canvas_select (canvas, from);
  tl_canvas_ask_raise (canvas);
}

TlTool *
tl_raise_tool_new (void)
{
  static const TlLinkKind link = {
    .handle = TL_HANDLE_RAISE,
    .bucket = TL_BUCKET_FAILURE,
    .sign = "F",
    .drop = drop,
    .click = click,
    .ghost_width = TL_CHIP_WIDTH,
    .ghost_height = TL_CHIP_HEIGHT,
  };

  return tl_link_tool_new (&link);
}
