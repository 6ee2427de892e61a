#include "app/canvas-private.h"

#include <math.h>

#include "paint/flow-differing.h"
#include "paint/flow-legend.h"
#include "paint/flow-shape.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Of the legend's card, at 100 % room scale. */
#define MARGIN 12.0
#define PAD 11.0
#define MOST_WIDTH 620.0
/* The buttons in the other corner. */
#define TOOLS_WIDTH 400.0
/* Of a canvas on which the letters of value and waste are explained. */
#define LETTERS_WIDTH 700.0
#define LEAST_WIDTH 250.0
/* Of the canvas, at most so much is covered. */
#define MOST_HEIGHT 0.34
#define SHRINK 0.9
#define LEAST_SCALE 0.7
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
static const TlFlowDifferences *
marked_differences (TlCanvas *self)
{
  return self->document && tl_document_get_differing (self->document) ? tl_document_differences (self->document) : NULL;
}

/* ---- the legend ---- */

/* What the lens shows, and under it what the signs of a comparison mean. Returns: the height that it takes */
static double
add_legend (TlCanvas *self, TlScene *scene, const TlBox *place, double *width)
{
  const TlFlowLens *lens = tl_flow_picture_get_lens (tl_canvas_picture (self));
  const TlFlowDifferences *differences = marked_differences (self);
  double height = tl_flow_legend_add (scene, lens, place, width);
  double gap = tl_scene_unit (scene, PAD);
  TlBox below = { place->x, place->y + height + gap, place->width, 0 };
  double more;

  if (!differences)
    return height;
  height += gap + tl_flow_differing_legend (scene, differences, &below, &more);
  if (width)
    *width = MAX (*width, more);
  return height;
}

static TlScene *
try_legend (TlCanvas *self, double scale, double most)
{
  TlTheme theme = tl_canvas_theme ();
  double pad = PAD * scale;
  TlBox place = { pad, pad, most - 2 * pad, 0 };
  g_autoptr (TlScene) scratch = tl_scene_new (&theme, scale, most, self->height);
  double width, height = add_legend (self, scratch, &place, &width);
  TlScene *scene = tl_scene_new (&theme, scale, ceil (width + 2 * pad), ceil (height + 2 * pad));

  add_legend (self, scene, &place, NULL);
  return scene;
}

/* As large as the room wishes, but no larger than the canvas bears. */
static TlScene *
make_legend (TlCanvas *self)
{
  double scale = self->text_scale * 0.9;
  double most = CLAMP (self->width - TOOLS_WIDTH * self->text_scale, LEAST_WIDTH, MOST_WIDTH * self->text_scale);
  TlScene *scene = try_legend (self, scale, most);

  while (scene->height > MOST_HEIGHT * self->height && scale * SHRINK >= LEAST_SCALE)
    {
      tl_scene_free (scene);
      scale *= SHRINK;
      scene = try_legend (self, scale, most);
    }
  return scene;
}

static char *
words_of (TlScene *scene)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlTextBox *text = g_ptr_array_index (scene->texts, i);

      if (words->len)
        g_string_append (words, " · ");
      g_string_append (words, text->whole ? text->whole : text->text);
    }
  return g_string_free (words, FALSE);
}

/* Value and waste say by their letters what they are: where there is little room, nobody needs it said. */
static gboolean
wants_legend (TlCanvas *self)
{
  return !self->hide_legend
         && (self->lens != TL_LENS_CLASS || marked_differences (self)
             || self->width >= LETTERS_WIDTH * self->text_scale);
}

static TlScene *
legend (TlCanvas *self)
{
  if (!wants_legend (self) || !self->flow || self->flow->steps->len == 0 || self->width <= 0)
    return NULL;
  if (!self->legend)
    {
      g_autofree char *words = NULL;

      self->legend = make_legend (self);
      words = words_of (self->legend);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  return self->legend;
}

/* The legend is out of date, as the picture is, or has another room. */
void
tl_canvas_forget_legend (TlCanvas *self)
{
  g_clear_pointer (&self->legend, tl_scene_free);
}

/* Returns: the height at the bottom that the legend covers; a flow that is made to fit ends above it */
double
tl_canvas_legend_height (TlCanvas *self)
{
  TlScene *scene = legend (self);

  return scene && scene->height < self->height / 2.0 ? scene->height + MARGIN : 0;
}

static void
paint_legend (TlCanvas *self, cairo_t *cr, const TlBox *card)
{
  TlTheme theme = tl_canvas_theme ();
  TlColour line = tl_theme_ink (&theme, theme.high_contrast ? TL_INK_LINE : TL_INK_FAINT);

  cairo_save (cr);
  tl_shape_add_round (cr, card, 9);
  cairo_clip (cr);
  cairo_translate (cr, card->x, card->y);
  tl_scene_paint (self->legend, cr);
  cairo_restore (cr);
  tl_shape_add_round (cr, card, 9);
  tl_colour_set (cr, &line);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_legend (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlScene *scene = legend (self);
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  TlBox card;
  cairo_t *cr;

  if (!scene)
    return;
  card = (TlBox){ MARGIN, self->height - MARGIN - scene->height, scene->width, scene->height };
  /* In the other corner stand the tools. */
  if (right_to_left)
    card.x = self->width - MARGIN - scene->width;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) card.x - 1, (float) card.y - 1,
                                                                 (float) card.width + 2, (float) card.height + 2));
  paint_legend (self, cr, &card);
  cairo_destroy (cr);
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
  const TlFlowDifferences *differences = marked_differences (self);
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
  draw_legend (self, snapshot);
}

/* ---- the lens ---- */

static void
set_lens (TlCanvas *self, TlLens lens)
{
  if (lens == self->lens)
    return;
  self->lens = lens;
  tl_canvas_forget_picture (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LENS]);
}

static void
set_show_legend (TlCanvas *self, gboolean show)
{
  if (show == !self->hide_legend)
    return;
  self->hide_legend = !show;
  tl_canvas_forget_legend (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
 * tl_canvas_legend_words:
 * @self: a canvas
 *
 * Returns: (transfer full): what the legend says; the empty text where it is hidden
 */
char *
tl_canvas_legend_words (TlCanvas *self)
{
  TlScene *scene = legend (self);

  return scene ? words_of (scene) : g_strdup ("");
}
