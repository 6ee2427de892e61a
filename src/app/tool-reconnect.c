/* tool-reconnect.c: an end of the selected connector, entry or raises is taken to another place. */
#include "app/canvas-private.h"
#include "app/tool-link.h"
#include "study/reconnection.h"

static void
lead (TlCanvas *canvas, TlItem *item, gboolean tail, TlItem *target)
{
  if (!target || !tl_canvas_can_edit (canvas))
    return;
  tl_item_lead (tl_canvas_history (canvas), item, tail, target);
  tl_canvas_select (canvas, item);
}

static void
drop_tail (TlCanvas *canvas, TlItem *item, TlItem *target, TlPlace place)
{
  lead (canvas, item, TRUE, target);
}

static void
drop_head (TlCanvas *canvas, TlItem *item, TlItem *target, TlPlace place)
{
  lead (canvas, item, FALSE, target);
}

TlTool *
tl_tail_tool_new (void)
{
  static const TlLinkKind link = {
    .handle = TL_HANDLE_TAIL,
    .bucket = TL_N_BUCKETS,
    .drop = drop_tail,
  };

  return tl_link_tool_new (&link);
}

TlTool *
tl_head_tool_new (void)
{
  static const TlLinkKind link = {
    .handle = TL_HANDLE_HEAD,
    .bucket = TL_N_BUCKETS,
    .drop = drop_head,
  };

  return tl_link_tool_new (&link);
}
