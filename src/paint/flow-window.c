#include "paint/flow-window.h"

typedef struct
{
  TlFlowWindow window;
  TlFlowPicture *picture;
  GHashTable *selected;
} View;

static void
view_free (gpointer data)
{
  View *view = data;

  tl_flow_picture_free (view->picture);
  g_hash_table_unref (view->selected);
  g_free (view);
}

static void
paint_view (cairo_t *cr, gpointer data)
{
  View *view = data;
  const TlFlowWindow *window = &view->window;
  const TlBox *box = &window->box;
  TlFlowMarks marks = { .selected = view->selected, .wordless = window->wordless };
  TlBox visible = { window->centre.x - box->width / window->zoom / 2, window->centre.y - box->height / window->zoom / 2,
                    box->width / window->zoom, box->height / window->zoom };

  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_translate (cr, box->x + box->width / 2, box->y + box->height / 2);
  cairo_scale (cr, window->zoom, window->zoom);
  cairo_translate (cr, -window->centre.x, -window->centre.y);
  tl_flow_picture_paint (view->picture, cr, &visible, window->zoom, &marks);
}

/**
 * tl_flow_window_add:
 * @scene: a scene
 * @subject: the flow and its numbers
 * @geometry: of the flow
 * @window: where, and how it is seen
 *
 * Adds the part of the flow that is seen through the window.
 */
void
tl_flow_window_add (TlScene *scene, const TlSubject *subject, TlFlowGeometry *geometry, const TlFlowWindow *window)
{
  View *view = g_new0 (View, 1);

  view->window = *window;
  view->picture = tl_flow_picture_new (subject->study, subject->flow, geometry, subject->capacity, &scene->theme, NULL);
  view->selected = g_hash_table_new (NULL, NULL);
  if (window->step)
    g_hash_table_add (view->selected, (gpointer) window->step);
  tl_scene_add_picture (scene, paint_view, view, view_free);
}

/**
 * tl_flow_window_place:
 * @window: a window
 * @box: in the flow
 *
 * Returns: where it lies in the scene
 */
TlBox
tl_flow_window_place (const TlFlowWindow *window, const TlBox *box)
{
  const TlBox *frame = &window->box;

  return (TlBox){ frame->x + frame->width / 2 + (box->x - window->centre.x) * window->zoom,
                  frame->y + frame->height / 2 + (box->y - window->centre.y) * window->zoom, box->width * window->zoom,
                  box->height * window->zoom };
}
