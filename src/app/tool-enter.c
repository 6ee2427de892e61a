/* tool-enter.c: from a demand to the step where it enters the flow. */
#include "app/canvas-private.h"
#include "app/tool-link.h"

static void
drop (TlCanvas *canvas, TlItem *from, TlItem *target, TlPlace place)
{
  if (!target || !tl_canvas_can_edit (canvas))
    return;
  tl_flow_add_entry (tl_canvas_history (canvas), (TlDemand *) from, (TlStep *) target);
  tl_history_settle (tl_canvas_history (canvas));
  tl_canvas_select (canvas, from);
}

TlTool *
tl_enter_tool_new (void)
{
  static const TlLinkKind link = {
    .handle = TL_HANDLE_ENTER,
    .bucket = TL_N_BUCKETS,
    .sign = "+",
    .drop = drop,
  };

  return tl_link_tool_new (&link);
}
