#include "app/canvas-private.h"

#include "paint/flow-differing.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A lane's name where there is little room above its steps. */
#define LEAST_NAME 0.72

enum
{
  PROP_LENS = TL_CANVAS_FIRST_LENS_PROP,
  PROP_SHOW_LEGEND,
  PROP_SHOW_LANES,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* Returns: (transfer none) (nullable): what is marked on the flow as another than elsewhere */
const TlFlowDifferences *
tl_canvas_marked_differences (TlCanvas *self)
{
  return self->document && tl_document_get_differing (self->document) ? tl_document_differences (self->document) : NULL;
}

/* The names of lanes stay at the left, however the canvas is panned. */
static void
draw_lane_names (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlBox visible = tl_viewport_visible (&self->viewport, self->width, self->height);
  double zoom = self->viewport.zoom;
  cairo_t *cr;

  if (tl_canvas_geometry (self)->lanes->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  cairo_translate (cr, self->viewport.x, self->viewport.y);
  cairo_scale (cr, zoom, zoom);
  tl_flow_picture_paint_lane_names (tl_canvas_picture (self), cr, &visible, self->text_scale / zoom,
                                    LEAST_NAME * self->text_scale / zoom);
  cairo_destroy (cr);
}

/* Over the flow, so that its tiles stay as they are. */
static void
draw_differing (TlCanvas *self, GtkSnapshot *snapshot)
{
  const TlFlowDifferences *differences = tl_canvas_marked_differences (self);
  TlBox visible = tl_viewport_visible (&self->viewport, self->width, self->height);
  TlTheme theme = tl_canvas_theme ();
  cairo_t *cr;

  if (!differences || differences->after != self->flow)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));
  cairo_translate (cr, self->viewport.x, self->viewport.y);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  tl_flow_differing_paint (tl_canvas_geometry (self), differences, &theme, cr, &visible, self->viewport.zoom);
  cairo_destroy (cr);
}

/* What lies over the flow and is not part of it: what differs, the names of lanes, and the legend. */
void
tl_canvas_draw_lens (TlCanvas *self, GtkSnapshot *snapshot)
{
  draw_differing (self, snapshot);
  draw_lane_names (self, snapshot);
  tl_canvas_draw_legend (self, snapshot);
}

/* ---- the lens ---- */

static void
set_lens (TlCanvas *self, TlLens lens)
{
  if (lens == self->lens)
    return;
  self->lens = lens;
  tl_canvas_forget_picture (self);
  tl_canvas_replace_legend (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LENS]);
}

static void
set_show_legend (TlCanvas *self, gboolean show)
{
  if (show == !self->hide_legend)
    return;
  self->hide_legend = !show;
  self->legend.asked = show;
  tl_canvas_forget_legend (self);
  tl_canvas_replace_legend (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_LEGEND]);
}

/* ---- lanes ---- */

/* Lanes were shown or hidden, by whatever edit or undo. */
void
tl_canvas_notify_lanes (TlCanvas *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_LANES]);
}

/* ---- actions and properties ---- */

#define LENS_ACTION(name, lens)                                                                                        \
  static void show_##name (GtkWidget *widget, const char *action, GVariant *parameter)                                 \
  {                                                                                                                    \
    set_lens (TL_CANVAS (widget), lens);                                                                               \
  }

LENS_ACTION (class, TL_LENS_CLASS)
LENS_ACTION (river, TL_LENS_RIVER)
LENS_ACTION (hours, TL_LENS_HOURS)
LENS_ACTION (wait, TL_LENS_WAIT)
LENS_ACTION (role, TL_LENS_ROLE)

static void
toggle_legend (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  set_show_legend (self, self->hide_legend);
}

static void
toggle_lanes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  tl_canvas_set_show_lanes (self, !tl_canvas_shows_lanes (self));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "canvas.lens-class", show_class }, { "canvas.lens-river", show_river }, { "canvas.lens-hours", show_hours },
  { "canvas.lens-wait", show_wait },   { "canvas.lens-role", show_role },   { "canvas.lanes", toggle_lanes },
  { "canvas.legend", toggle_legend },
};

/* Reads a property that tl_canvas_class_add_lens() has given the class. */
void
tl_canvas_get_lens_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  switch (id)
    {
    case PROP_LENS:
      g_value_set_string (value, tl_lens_nick (self->lens));
      break;
    case PROP_SHOW_LEGEND:
      g_value_set_boolean (value, !self->hide_legend);
      break;
    case PROP_SHOW_LANES:
      g_value_set_boolean (value, tl_canvas_shows_lanes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Sets a property that tl_canvas_class_add_lens() has given the class. */
void
tl_canvas_set_lens_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);
  TlLens lens;

  switch (id)
    {
    case PROP_LENS:
      if (g_value_get_string (value) && tl_lens_from_nick (g_value_get_string (value), &lens))
        set_lens (self, lens);
      break;
    case PROP_SHOW_LEGEND:
      set_show_legend (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_LANES:
      tl_canvas_set_show_lanes (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Gives the class what shows lenses, legend and lanes. */
void
tl_canvas_class_add_lens (GtkWidgetClass *widget_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);

  /**
   * TlCanvas:lens:
   *
   * What the flow shows by colour and width: a word of tl_lens_nick().
   */
  props[PROP_LENS] = g_param_spec_string ("lens", NULL, NULL, "class", flags);
  /**
   * TlCanvas:show-legend:
   *
   * Whether the legend of the lens is shown.
   */
  props[PROP_SHOW_LEGEND] = g_param_spec_boolean ("show-legend", NULL, NULL, TRUE, flags);
  /**
   * TlCanvas:show-lanes:
   *
   * Whether the flow has lanes by role. It is of the study: setting it is an edit.
   */
  props[PROP_SHOW_LANES] = g_param_spec_boolean ("show-lanes", NULL, NULL, FALSE, flags);
  for (guint id = PROP_LENS; id < N_PROPS; id++)
    g_object_class_install_property (object_class, id, props[id]);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/**
 * tl_canvas_get_lens:
 * @self: a canvas
 *
 * Returns: what it shows by colour and width
 */
TlLens
tl_canvas_get_lens (TlCanvas *self)
{
  return self->lens;
}

/**
 * tl_canvas_river_width:
 * @self: a canvas
 *
 * Returns: how wide the widest way of the river is drawn, at 100 %; 0 with another lens
 */
double
tl_canvas_river_width (TlCanvas *self)
{
  return tl_canvas_picture (self) ? self->river_room * TL_RIBBON_MOST : 0;
}
