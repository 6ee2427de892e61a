/* viewport.h: which part of the flow a canvas shows, and how large. Plain arithmetic. */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/* Nobody goes farther away by hand; a flow that is larger still is shown smaller when all of it is asked for. */
#define TL_ZOOM_LEAST 0.01
#define TL_ZOOM_MOST 8.0
/* A flow of three steps does not fill a wall: fitting stops here, at 100 % room scale. */
#define TL_ZOOM_FIT_MOST 1.6

/**
 * TlViewport:
 * @zoom: widget units a point
 * @x: of the flow's origin in the widget
 * @y: of the flow's origin in the widget
 */
typedef struct
{
  double zoom;
  double x;
  double y;
} TlViewport;

TlPlace tl_viewport_to_flow (const TlViewport *self, double x, double y);
TlPlace tl_viewport_to_widget (const TlViewport *self, TlPlace place);
TlBox tl_viewport_box_to_widget (const TlViewport *self, const TlBox *box);
TlBox tl_viewport_visible (const TlViewport *self, double width, double height);
void tl_viewport_zoom_at (TlViewport *self, double factor, double x, double y);
void tl_viewport_pan (TlViewport *self, double dx, double dy);
void tl_viewport_fit (TlViewport *self, const TlBox *bounds, double width, double height, double margin, double most);
TlViewport tl_viewport_between (const TlViewport *from, const TlViewport *to, double part);
gboolean tl_viewport_reveal (TlViewport *self, const TlBox *box, double width, double height, double margin);
void tl_viewport_fill (TlViewport *self, const TlBox *box, double width, double height, double margin);
void tl_viewport_centre (TlViewport *self, const TlBox *box, double x, double y);
gboolean tl_viewport_sees (const TlViewport *self, const TlBox *box, double width, double height);
double tl_viewport_pull (double at, double room, double zone);

G_END_DECLS
