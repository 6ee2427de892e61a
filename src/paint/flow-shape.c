/* flow-shape.c: rounded boxes, and the outlines of steps and chips, as cairo paths. */
#include "paint/flow-shape.h"

#include <math.h>

#define ROUND 10.0
/* How far the points of a decision reach in. */
#define SLANT 16.0
#define PILL (TL_STEP_HEIGHT / 2)

/**
 * tl_shape_add_round:
 * @cr: where to draw
 * @box: a box
 * @radius: of its corners
 *
 * Adds a box with rounded corners to the path.
 */
void
tl_shape_add_round (cairo_t *cr, const TlBox *box, double radius)
{
  double most = MIN (box->width, box->height) / 2;
  double r = MIN (radius, most);
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, box->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, box->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Six corners, the left and right one pointed. */
static void
add_hexagon (cairo_t *cr, const TlBox *box)
{
  double middle = box->y + box->height / 2;
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_new_sub_path (cr);
  cairo_move_to (cr, box->x, middle);
  cairo_line_to (cr, box->x + SLANT, box->y);
  cairo_line_to (cr, right - SLANT, box->y);
  cairo_line_to (cr, right, middle);
  cairo_line_to (cr, right - SLANT, bottom);
  cairo_line_to (cr, box->x + SLANT, bottom);
  cairo_close_path (cr);
}

/**
 * tl_shape_add_step:
 * @cr: where to draw
 * @box: where a step stands
 * @kind: of the step
 * @grow: how much larger than the box on each side, for outlines around it
 *
 * Adds the outline of a step to the path: pills start and end, a decision is pointed.
 */
void
tl_shape_add_step (cairo_t *cr, const TlBox *box, TlStepKind kind, double grow)
{
  TlBox grown = { box->x - grow, box->y - grow, box->width + 2 * grow, box->height + 2 * grow };

  switch (kind)
    {
    case TL_STEP_DECISION:
      grown.x -= grow * 0.2;
      grown.width += grow * 0.4;
      add_hexagon (cr, &grown);
      break;
    case TL_STEP_START:
    case TL_STEP_END:
      tl_shape_add_round (cr, &grown, PILL + grow);
      break;
    case TL_STEP_WORK:
    case TL_STEP_WAIT:
    default:
      tl_shape_add_round (cr, &grown, ROUND + grow);
      break;
    }
}

/**
 * tl_shape_add_speech:
 * @cr: where to draw
 * @box: where a chip stands
 * @grow: how much larger than the box on each side
 *
 * Adds a speech bubble to the path: demand is what customers say.
 */
void
tl_shape_add_speech (cairo_t *cr, const TlBox *box, double grow)
{
  double r = ROUND + 2 + grow;
  double left = box->x - grow;
  double top = box->y - grow;
  double right = box->x + box->width + grow;
  double bottom = box->y + box->height + grow;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, top + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_line_to (cr, left + r + 18 + grow / 2, bottom);
  cairo_line_to (cr, left + r + 4, bottom + 8);
  cairo_line_to (cr, left + r + 6 - grow / 2, bottom);
  cairo_arc (cr, left + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, left + r, top + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * tl_shape_step_inset:
 * @kind: of a step
 * @off_middle: how far above or below its middle
 *
 * Returns: how far the left and right outlines lie inside the box there: for what docks to them
 */
double
tl_shape_step_inset (TlStepKind kind, double off_middle)
{
  double off = MIN (fabs (off_middle), PILL);

  if (kind == TL_STEP_DECISION)
    return SLANT * off / PILL;
  if (kind == TL_STEP_START || kind == TL_STEP_END)
    return PILL - sqrt (PILL * PILL - off * off);
  return 0;
}

/**
 * tl_shape_step_margin:
 * @kind: of a step
 *
 * Returns: what text keeps off the sides because of the outline
 */
double
tl_shape_step_margin (TlStepKind kind)
{
  switch (kind)
    {
    case TL_STEP_START:
    case TL_STEP_END:
      return 12;
    case TL_STEP_DECISION:
      return 9;
    case TL_STEP_WORK:
    case TL_STEP_WAIT:
    default:
      return 0;
    }
}
