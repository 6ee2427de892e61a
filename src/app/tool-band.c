/* tool-band.c: a rubber band over the open sheet selects the steps that it touches. */
#include <math.h>

#include "app/canvas-private.h"

typedef struct
{
  TlTool tool;
  GPtrArray *before; /* what was selected */
  TlBox band;        /* in the widget */
} BandTool;

static gboolean
is_adding (const TlPointer *pointer)
{
  return (pointer->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
}

static gboolean
press (TlTool *tool, const TlPointer *pointer)
{
  BandTool *self = (BandTool *) tool;

  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = tl_selection_items (tl_canvas_selection (tool->canvas));
  self->band = (TlBox){ pointer->x, pointer->y, 0, 0 };
  return TRUE;
}

/* Begins anew with each move: a band that is drawn smaller again lets go of what it had. */
static void
select_in (BandTool *self, gboolean adding)
{
  TlCanvas *canvas = self->tool.canvas;
  TlSelection *selection = tl_canvas_selection (canvas);
  TlPlace at = tl_viewport_to_flow (&canvas->viewport, self->band.x, self->band.y);
  double zoom = canvas->viewport.zoom;
  g_autoptr (GPtrArray) steps = tl_flow_geometry_steps_in (
      tl_canvas_geometry (canvas), (TlBox){ at.x, at.y, self->band.width / zoom, self->band.height / zoom });

  if (!adding)
    {
      tl_selection_set_items (selection, steps);
      return;
    }
  tl_selection_set_items (selection, self->before);
  for (guint i = 0; i < steps->len; i++)
    tl_selection_add (selection, g_ptr_array_index (steps, i));
}

static void
move (TlTool *tool, const TlPointer *pointer)
{
  BandTool *self = (BandTool *) tool;
  TlPlace start = tl_viewport_to_widget (&tool->canvas->viewport, pointer->press_place);

  self->band = (TlBox){ MIN (start.x, pointer->x), MIN (start.y, pointer->y), fabs (pointer->x - start.x),
                        fabs (pointer->y - start.y) };
  if (tl_pointer_has_moved (pointer))
    select_in (self, is_adding (pointer));
}

static void
release (TlTool *tool, const TlPointer *pointer)
{
  if (!tl_pointer_has_moved (pointer) && !is_adding (pointer))
    tl_selection_clear (tl_canvas_selection (tool->canvas));
}

static void
cancel (TlTool *tool)
{
  tl_selection_set_items (tl_canvas_selection (tool->canvas), ((BandTool *) tool)->before);
}

static void
paint (TlTool *tool, cairo_t *cr, const TlTheme *theme)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  const TlBox *band = &((BandTool *) tool)->band;

  cairo_rectangle (cr, band->x + 0.5, band->y + 0.5, band->width, band->height);
  cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.12);
  cairo_fill_preserve (cr);
  tl_colour_set (cr, &accent);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
band_free (TlTool *tool)
{
  g_clear_pointer (&((BandTool *) tool)->before, g_ptr_array_unref);
}

static const TlToolClass klass = {
  .scrolls = TRUE,
  .press = press,
  .move = move,
  .release = release,
  .cancel = cancel,
  .paint = paint,
  .free = band_free,
};

TlTool *
tl_band_tool_new (void)
{
  BandTool *self = g_new0 (BandTool, 1);

  self->tool.klass = &klass;
  return &self->tool;
}
