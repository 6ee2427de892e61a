/* window-go.c: from one page to where something is worked on. */
#include "app/window-private.h"

static void
show (TlWindow *self, const char *page)
{
  if (adw_view_stack_get_child_by_name (self->pages, page))
    adw_view_stack_set_visible_child_name (self->pages, page);
}

/* On the canvas, whatever flow it is in. */
static void
go_to_flow (TlWindow *self, TlItem *item)
{
  TlItem *flow = tl_item_ancestor (item, TL_ITEM_FLOW);

  if (flow)
    tl_document_set_flow (self->document, (TlFlow *) flow);
  tl_selection_set (tl_document_selection (self->document), item);
  show (self, "flow");
  tl_canvas_show_selected (tl_flow_page_get_canvas (self->flow_page));
}

/* tl_window_go_to: shows where @item, of the study that is open, is worked on, and takes the keyboard there. */
void
tl_window_go_to (TlWindow *self, TlItem *item)
{
  switch ((int) item->kind)
    {
    case TL_ITEM_CONDITION:
      show (self, "conditions");
      tl_conditions_page_show (self->conditions_page, (TlCondition *) item);
      break;
    case TL_ITEM_MATTER:
      show (self, "purpose");
      break;
    case TL_ITEM_DEMAND:
    case TL_ITEM_STEP:
    case TL_ITEM_CONNECTOR:
      go_to_flow (self, item);
      break;
    default:
      break;
    }
}
