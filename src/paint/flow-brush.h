/* flow-brush.h: what the painters of a flow's parts share while one picture is painted.
 *
 * Private to the flow picture.
 */
#pragma once

#include "paint/flow-lens.h"
#include "paint/flow-picture.h"

G_BEGIN_DECLS

/* Under this one the lines of a hatch run together. */
#define TL_ZOOM_HATCH 0.6
/* Under this one only names are written: what is small could not be read. */
#define TL_ZOOM_SMALL 0.5
/* Under this one a name is two bars that say how long it is: its letters, 16 points large, would be under 6 pixels. */
#define TL_ZOOM_NAME 0.36

/**
 * TlFlowBrush:
 * @cr: in the geometry's units
 * @letters: for the texts
 * @lens: what is shown by colour and width
 * @shifts: (nullable): of the river, how far each path is moved aside
 * @zoom: pixels a point
 * @fine: corners are round, and there are badges
 * @words: text is drawn
 * @small: and not only names
 * @bars: bars stand for names
 * @hatched: hatches are drawn
 */
typedef struct
{
  cairo_t *cr;
  TlFlowLetters *letters;
  const TlTheme *theme;
  const TlFlowGeometry *geometry;
  const TlFlowMarks *marks;
  const TlCapacity *capacity;
  const TlFlowLens *lens;
  const double *shifts;
  TlPeriod period;
  double zoom;
  gboolean fine;
  gboolean words;
  gboolean small;
  gboolean bars;
  gboolean hatched;
} TlFlowBrush;

/* Width and height of a badge. */
#define TL_BADGE 19.0

/* How an item is marked, strongest first. */
typedef enum
{
  TL_MARK_NONE,
  TL_MARK_HOVER,
  TL_MARK_SELECTED,
} TlMark;

TlMark tl_flow_brush_mark (const TlFlowBrush *brush, gconstpointer item);
gboolean tl_flow_brush_has_focus (const TlFlowBrush *brush, gconstpointer item);
void tl_flow_brush_width (const TlFlowBrush *brush, double width);
double tl_flow_brush_plate_width (const TlFlowBrush *brush, const char *letters);
void
tl_flow_brush_plate (const TlFlowBrush *brush, const TlColour *colour, const char *letters, double right, double y);
void tl_flow_brush_badge (const TlFlowBrush *brush, TlBucket bucket, double x, double y);
TlBucket tl_demand_bucket (const TlDemand *demand);

guint64 tl_print_text (guint64 print, const char *text);
guint64 tl_print_number (guint64 print, double number);

G_END_DECLS
