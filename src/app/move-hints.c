#include "app/move-hints.h"

#include <math.h>

#include "app/tool-paint.h"
#include "layout/guides.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In widget units: how near snaps, at any zoom. */
#define SNAP 7.0
#define TICK 8.0
#define LINE 1.5
/* Inside this a line still runs along the side of a box. */
#define EDGE 0.5

struct _TlMoveHints
{
  TlFlowGeometry *before; /* where all stood when the drag began */
  GPtrArray *steps;
  GHashTable *moving;
  TlBox start; /* what encloses all that moves, when the drag began */
  TlBox now;
  TlGuides *guides;
  GArray *boxes; /* (element-type TlBox): of the steps that guides lead by, and what moves */
  TlFlowDrop drop;
};

static void
enclose (TlBox *whole, const TlBox *box)
{
  double right = MAX (whole->x + whole->width, box->x + box->width);
  double bottom = MAX (whole->y + whole->height, box->y + box->height);

  if (whole->width <= 0)
    {
      *whole = *box;
      return;
    }
  whole->x = MIN (whole->x, box->x);
  whole->y = MIN (whole->y, box->y);
  whole->width = right - whole->x;
  whole->height = bottom - whole->y;
}

/**
 * tl_move_hints_new:
 * @before: the geometry when the drag begins
 * @steps: (element-type TlStep): what is dragged
 *
 * Returns: (transfer full): hints for one drag
 */
TlMoveHints *
tl_move_hints_new (TlFlowGeometry *before, GPtrArray *steps)
{
  TlMoveHints *self = g_new0 (TlMoveHints, 1);

  self->before = tl_flow_geometry_ref (before);
  self->steps = g_ptr_array_ref (steps);
  self->moving = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < steps->len; i++)
    {
      const TlStepBox *step = tl_flow_geometry_step (before, g_ptr_array_index (steps, i));

      g_hash_table_add (self->moving, g_ptr_array_index (steps, i));
      if (step)
        enclose (&self->start, &step->box);
    }
  self->now = self->start;
  return self;
}

/**
 * tl_move_hints_free:
 * @self: (transfer full): hints
 */
void
tl_move_hints_free (TlMoveHints *self)
{
  g_clear_pointer (&self->guides, tl_guides_free);
  g_clear_pointer (&self->boxes, g_array_unref);
  tl_flow_geometry_unref (self->before);
  g_ptr_array_unref (self->steps);
  g_hash_table_unref (self->moving);
  g_free (self);
}

/* Lining up with what is not seen would be a riddle. */
static GArray *
boxes_in_sight (TlMoveHints *self, const TlBox *visible)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint i = 0; i < self->before->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (self->before->steps, TlStepBox, i);
      const TlBox *box = &step->box;

      if (!g_hash_table_contains (self->moving, step->step) && box->x < visible->x + visible->width
          && box->x + box->width > visible->x && box->y < visible->y + visible->height
          && box->y + box->height > visible->y)
        g_array_append_val (boxes, *box);
    }
  return boxes;
}

/* Shift holds to the axis along which it has been dragged farther. */
static TlGuideAxes
hold_axis (GdkModifierType state, double *dx, double *dy)
{
  if (!(state & GDK_SHIFT_MASK))
    return TL_GUIDES_ACROSS | TL_GUIDES_DOWN;
  if (fabs (*dx) >= fabs (*dy))
    {
      *dy = 0;
      return TL_GUIDES_ACROSS;
    }
  *dx = 0;
  return TL_GUIDES_DOWN;
}

/**
 * tl_move_hints_update:
 * @self: hints
 * @visible: the part of the flow that is seen
 * @zoom: widget units a point
 * @state: Shift holds to one axis; Alt or Ctrl keep guides off, and steps out of connectors
 * @dx: (inout): how far the hand has dragged them since the beginning, in points; then how far they
 * go
 * @dy: (inout): the same, downwards
 */
void
tl_move_hints_update (TlMoveHints *self,
                      const TlBox *visible,
                      double zoom,
                      GdkModifierType state,
                      double *dx,
                      double *dy)
{
  gboolean free_hand = (state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0;
  TlGuideAxes axes = hold_axis (state, dx, dy);

  g_clear_pointer (&self->guides, tl_guides_free);
  self->now = self->start;
  self->now.x += *dx;
  self->now.y += *dy;
  if (!free_hand)
    {
      g_clear_pointer (&self->boxes, g_array_unref);
      self->boxes = boxes_in_sight (self, visible);
      self->guides = tl_guides_new (self->boxes, self->now, SNAP / zoom, axes);
      *dx += self->guides->dx;
      *dy += self->guides->dy;
      self->now.x += self->guides->dx;
      self->now.y += self->guides->dy;
      g_array_append_val (self->boxes, self->now);
    }
  self->drop = tl_flow_drop_find (self->before, self->steps,
                                  (TlPlace){ self->now.x + self->now.width / 2, self->now.y + self->now.height / 2 });
  if (free_hand)
    self->drop.connector = NULL;
}

/**
 * tl_move_hints_drop:
 * @self: hints
 *
 * Returns: (transfer none): what letting go now would do
 */
const TlFlowDrop *
tl_move_hints_drop (TlMoveHints *self)
{
  return &self->drop;
}

/* A level or upright line, as a node that is as thin as the line. */
static void
append_line (GtkSnapshot *snapshot, const GdkRGBA *colour, TlPlace from, TlPlace to)
{
  double left = round (MIN (from.x, to.x)) + 0.5, top = round (MIN (from.y, to.y)) + 0.5;
  double right = round (MAX (from.x, to.x)) + 0.5, bottom = round (MAX (from.y, to.y)) + 0.5;
  double wide = right > left ? 0 : LINE / 2, high = bottom > top ? 0 : LINE / 2;

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) (left - wide), (float) (top - high),
                                                  (float) (right - left + 2 * wide),
                                                  (float) (bottom - top + 2 * high)));
}

/* Where along an upright line, or else a level one, a box lies under it.
 * Returns: whether it does */
static gboolean
lies_under (const TlBox *box, TlPlace line, gboolean down, double *start, double *end)
{
  *start = down ? box->y : box->x;
  *end = *start + (down ? box->height : box->width);
  return down ? line.x > box->x + EDGE && line.x < box->x + box->width - EDGE
              : line.y > box->y + EDGE && line.y < box->y + box->height - EDGE;
}

/* From @at on: behind the box that lies there, else @at itself, with @next at the next box.
 * Returns: where the line can be seen again */
static double
behind_box (const GArray *boxes, TlPlace line, gboolean down, double at, double *next)
{
  double start, end;

  for (guint i = 0; i < boxes->len; i++)
    {
      if (!lies_under (&g_array_index (boxes, TlBox, i), line, down, &start, &end))
        continue;
      if (start <= at && end > at)
        return end;
      if (start > at)
        *next = MIN (*next, start);
    }
  return at;
}

/* A guide only goes between boxes: across one it would strike through the name. */
static void
append_guide (TlMoveHints *self,
              GtkSnapshot *snapshot,
              const GdkRGBA *colour,
              const TlGuideLine *line,
              const TlViewport *viewport)
{
  gboolean down = fabs (line->to.y - line->from.y) > fabs (line->to.x - line->from.x);
  double at = down ? line->from.y : line->from.x, end = down ? line->to.y : line->to.x;

  while (at < end)
    {
      double next = end;
      double behind = behind_box (self->boxes, line->from, down, at, &next);
      TlPlace from = down ? (TlPlace){ line->from.x, at } : (TlPlace){ at, line->from.y };
      TlPlace to = down ? (TlPlace){ line->from.x, next } : (TlPlace){ next, line->from.y };

      if (behind > at)
        {
          at = behind;
          continue;
        }
      append_line (snapshot, colour, tl_viewport_to_widget (viewport, from), tl_viewport_to_widget (viewport, to));
      at = next;
    }
}

/* A bar from box to box with a tick at each end. */
static void
append_gap (GtkSnapshot *snapshot, const GdkRGBA *colour, TlPlace from, TlPlace to)
{
  gboolean down = fabs (to.y - from.y) > fabs (to.x - from.x);
  double tx = down ? TICK : 0, ty = down ? 0 : TICK;

  append_line (snapshot, colour, from, to);
  append_line (snapshot, colour, (TlPlace){ from.x - tx, from.y - ty }, (TlPlace){ from.x + tx, from.y + ty });
  append_line (snapshot, colour, (TlPlace){ to.x - tx, to.y - ty }, (TlPlace){ to.x + tx, to.y + ty });
}

/**
 * tl_move_hints_snapshot:
 * @self: hints
 * @snapshot: of the canvas
 * @theme: light or dark
 * @viewport: where the flow lies
 *
 * Shows what lines up. Guides may reach from one end of the canvas to the other.
 */
void
tl_move_hints_snapshot (TlMoveHints *self, GtkSnapshot *snapshot, const TlTheme *theme, const TlViewport *viewport)
{
  /* Like all that the hand does: the colours of work mean something. */
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  GdkRGBA colour = { (float) accent.red, (float) accent.green, (float) accent.blue, 1 };

  /* Where it would be put into a connector the flow makes a place for it. */
  if (!self->guides || self->drop.connector)
    return;
  for (guint i = 0; i < self->guides->lines->len; i++)
    append_guide (self, snapshot, &colour, &g_array_index (self->guides->lines, TlGuideLine, i), viewport);
  for (guint i = 0; i < self->guides->gaps->len; i++)
    {
      const TlGuideGap *gap = &g_array_index (self->guides->gaps, TlGuideGap, i);

      append_gap (snapshot, &colour, tl_viewport_to_widget (viewport, gap->from),
                  tl_viewport_to_widget (viewport, gap->to));
    }
}

static void
paint_lane (TlMoveHints *self, cairo_t *cr, const TlTheme *theme, const TlViewport *viewport)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  TlBox box = tl_viewport_box_to_widget (viewport, &self->drop.lane->box);

  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.10);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.8);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static char *
words_for (TlMoveHints *self)
{
  if (self->drop.connector)
    return g_strdup (_ ("Let go to put it in here"));
  if (self->drop.lane && self->drop.lane->role)
    return g_strdup_printf (_ ("Let go to give it to “%s”"), tl_item_name (self->drop.lane->role));
  return self->drop.lane ? g_strdup (_ ("Let go to take its role away")) : NULL;
}

/**
 * tl_move_hints_paint:
 * @self: hints
 * @cr: a context
 * @theme: light or dark
 * @viewport: where the flow lies
 * @scale: the room scale
 */
void
tl_move_hints_paint (TlMoveHints *self, cairo_t *cr, const TlTheme *theme, const TlViewport *viewport, double scale)
{
  g_autofree char *words = words_for (self);
  TlBox now = tl_viewport_box_to_widget (viewport, &self->now);

  if (self->drop.lane)
    paint_lane (self, cr, theme, viewport);
  if (words)
    tl_tool_paint_words (cr, theme, (TlPlace){ now.x + now.width / 2, now.y + now.height + 10 }, words, scale);
}
