#include "app/canvas-private.h"

#include <adwaita.h>
#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TlCanvas, tl_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MINIMAP,
  N_PROPS,
};

enum
{
  SIGNAL_SAID,
  SIGNAL_FIND,
  SIGNAL_VIEW,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* Returns: the history of the document on the canvas; there is one whenever a key or click acts. */
TlHistory *
tl_canvas_history (TlCanvas *self)
{
  return tl_document_history (self->document);
}

TlSelection *
tl_canvas_selection (TlCanvas *self)
{
  return tl_document_selection (self->document);
}

/* Selects one item alone and brings it into sight. */
void
tl_canvas_select (TlCanvas *self, gpointer item)
{
  tl_selection_set (tl_canvas_selection (self), item);
  tl_canvas_reveal (self, item);
}

/* Tells the team something, by a toast of the window. */
void
tl_canvas_say (TlCanvas *self, const char *words)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0, words);
}

/* Says what to select first. What is typed on was meant for the question that did not come (canvas-keys.c). */
void
tl_canvas_refuse (TlCanvas *self, const char *words)
{
  self->refused = TRUE;
  tl_canvas_say (self, words);
}

/* Asks the page for the bar in which to type what is looked for. */
void
tl_canvas_ask_find (TlCanvas *self)
{
  if (self->flow)
    g_signal_emit (self, signals[SIGNAL_FIND], 0);
}

static gboolean
tell_view (gpointer data)
{
  TlCanvas *self = data;
  gboolean flow_changed = self->map_stale;

  self->view_idle = 0;
  self->map_stale = FALSE;
  g_signal_emit (self, signals[SIGNAL_VIEW], 0, flow_changed);
  return G_SOURCE_REMOVE;
}

/* Tells who shows more of it, as a map does. Not at once: it comes while widgets are laid out, when
 * nothing may ask for another size; but before the next frame. */
void
tl_canvas_tell_view (TlCanvas *self)
{
  if (!self->view_idle)
    self->view_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_view, self, NULL);
}

/* Returns: light or dark, as the window is; a flow is made larger by zooming. */
TlTheme
tl_canvas_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return (TlTheme){
    .dark = adw_style_manager_get_dark (style),
    .high_contrast = adw_style_manager_get_high_contrast (style),
    .scale = 1,
  };
}

static gboolean
tl_canvas_grab_focus (GtkWidget *widget)
{
  return tl_canvas_take_keyboard (TL_CANVAS (widget), GTK_WIDGET_CLASS (tl_canvas_parent_class)->grab_focus);
}

/* Keys that go from widget to widget stop here once, however many speakers can have the keyboard; in the prompt
 * they go on. */
static gboolean
tl_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  TlCanvas *self = TL_CANVAS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child && child != self->speakers)
    return GTK_WIDGET_CLASS (tl_canvas_parent_class)->focus (widget, direction);
  return !child && !gtk_widget_has_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
tl_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  GtkWidget *child;

  gtk_snapshot_push_clip (snapshot, &bounds);
  tl_canvas_draw (self, snapshot);
  tl_canvas_snapshot_found (self, snapshot);
  for (child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      gtk_widget_snapshot_child (widget, child, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
tl_canvas_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 480;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_empty_label (TlCanvas *self)
{
  int minimum, width, height;
  GskTransform *place;

  gtk_widget_measure (self->empty_label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &width, NULL, NULL);
  width = MAX (minimum, MIN (width, self->width - 48));
  gtk_widget_measure (self->empty_label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  place = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float) (self->width - width) / 2, (float) (self->height - height) / 2));
  gtk_widget_allocate (self->empty_label, width, height, -1, place);
}

static void
tl_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (width != self->width || height != self->height)
    tl_canvas_end_glide (self);
  if (self->fitted && (width != self->width || height != self->height))
    self->fit_pending = TRUE;
  /* What is in the middle stays there when the window grows. */
  if (self->width > 0)
    tl_viewport_pan (&self->viewport, (width - self->width) / 2.0, (height - self->height) / 2.0);
  if (width != self->width || height != self->height)
    tl_canvas_forget_legend (self);
  self->width = width;
  self->height = height;
  if (self->fit_pending && !self->presented && tl_canvas_geometry (self))
    tl_canvas_fit (self);
  else if (self->legend.pending && !self->presented)
    tl_canvas_place_legend (self);
  if (gtk_widget_get_visible (self->empty_label))
    allocate_empty_label (self);
  tl_canvas_place_name_entry (self);
  tl_canvas_place_speakers (self);
  tl_canvas_place_front (self);
  tl_canvas_place_bar (self);
  tl_canvas_place_letters (self);
  gtk_popover_present (GTK_POPOVER (self->prompt));
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
  tl_canvas_tell_view (self);
}

static void
on_style (TlCanvas *self)
{
  tl_canvas_forget_picture (self);
}

static void
create_empty_label (TlCanvas *self)
{
  self->empty_label = gtk_label_new (_ ("Double-click, or press Tab, to draw the first step.\n"
                                        "Begin where the customer begins."));
  gtk_label_set_justify (GTK_LABEL (self->empty_label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (self->empty_label), TRUE);
  gtk_widget_set_can_target (self->empty_label, FALSE);
  gtk_widget_add_css_class (self->empty_label, "title-2");
  gtk_widget_set_parent (self->empty_label, GTK_WIDGET (self));
}

static void
tl_canvas_dispose (GObject *object)
{
  TlCanvas *self = TL_CANVAS (object);

  tl_canvas_end_camera (self);
  tl_canvas_end_drag (self);
  tl_canvas_unfollow (self);
  self->flow = NULL;
  g_clear_handle_id (&self->view_idle, g_source_remove);
  g_clear_pointer (&self->tools, g_ptr_array_unref);
  tl_canvas_forget_picture (self);
  tl_canvas_tiles_clear (self);
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  g_clear_pointer (&self->before, tl_flow_geometry_unref);
  g_clear_pointer (&self->letters, tl_flow_letters_unref);
  tl_canvas_forget_legend (self);
  g_clear_pointer (&self->lane_memory, tl_lane_memory_free);
  g_clear_pointer (&self->asked_about, g_ptr_array_unref);
  g_clear_pointer (&self->speakers, gtk_widget_unparent);
  g_clear_object (&self->steps);
  g_clear_pointer (&self->empty_label, gtk_widget_unparent);
  tl_canvas_forget_pasted (self);
  g_clear_pointer (&self->name_entry, gtk_widget_unparent);
  g_clear_pointer (&self->name_hint, gtk_widget_unparent);
  g_clear_pointer (&self->letters_table, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_handle_id (&self->bar_idle, g_source_remove);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->front, gtk_widget_unparent);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_weak_pointer (&self->list);
  if (self->prompt)
    {
      g_signal_handlers_disconnect_by_data (self->prompt, self);
      gtk_widget_unparent (GTK_WIDGET (self->prompt));
    }
  self->prompt = NULL;
  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MINIMAP)
    g_value_set_boolean (value, TL_CANVAS (object)->minimap);
  else
    tl_canvas_get_lens_property (object, id, value, pspec);
}

static void
tl_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TlCanvas *self = TL_CANVAS (object);

  if (id != PROP_MINIMAP)
    tl_canvas_set_lens_property (object, id, value, pspec);
  else if (self->minimap != g_value_get_boolean (value))
    {
      self->minimap = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_canvas_dispose;
  G_OBJECT_CLASS (klass)->get_property = tl_canvas_get_property;
  G_OBJECT_CLASS (klass)->set_property = tl_canvas_set_property;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->measure = tl_canvas_measure;
  widget_class->size_allocate = tl_canvas_size_allocate;
  widget_class->grab_focus = tl_canvas_grab_focus;
  widget_class->focus = tl_canvas_focus;
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * TlCanvas:minimap:
   *
   * Whether a map is wanted where some of the flow is out of sight.
   */
  props[PROP_MINIMAP] = g_param_spec_boolean ("minimap", NULL, NULL, TRUE,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  tl_canvas_class_add_actions (widget_class);
  tl_canvas_class_add_bar_actions (widget_class);
  tl_canvas_class_add_lens (widget_class);

  /**
   * TlCanvas::view:
   * @self: the canvas
   * @flow_changed: whether the flow itself is other
   *
   * What part of the flow is shown, or how large, is other.
   */
  signals[SIGNAL_VIEW]
      = g_signal_new ("view", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * TlCanvas::said:
   * @self: the canvas
   * @words: something to tell the team, translated
   */
  signals[SIGNAL_SAID]
      = g_signal_new ("said", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlCanvas::find:
   * @self: the canvas
   *
   * Somebody wants to look for something on the canvas.
   */
  signals[SIGNAL_FIND] = g_signal_new ("find", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_canvas_init (TlCanvas *self)
{
  self->viewport.zoom = 1;
  self->minimap = TRUE;
  self->text_scale = 1;
  self->fit_pending = TRUE;
  self->bar_wanted = TRUE;
  self->letters = tl_flow_letters_new ();
  self->recent = g_ptr_array_new_with_free_func (tl_item_unref);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Flow"), -1);
  tl_canvas_create_speakers (self);
  create_empty_label (self);
  tl_canvas_create_front (self);
  tl_canvas_create_bar (self);
  /* Over all of these: it may be wider than its step. */
  tl_canvas_create_name_entry (self);
  self->prompt = tl_prompt_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->prompt), GTK_WIDGET (self));
  tl_canvas_add_tools (self);
  g_signal_connect_swapped (self->prompt, "closed", G_CALLBACK (tl_canvas_go_home), self);
  tl_canvas_add_controllers (self);
  tl_canvas_add_keys (self);
  tl_canvas_tiles_init (self);
  tl_canvas_frames_init (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (on_style), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_canvas_get_minimap:
 * @self: a canvas
 *
 * Returns: whether a map is wanted
 */
gboolean
tl_canvas_get_minimap (TlCanvas *self)
{
  return self->minimap;
}

/**
 * tl_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a document
 */
GtkWidget *
tl_canvas_new (void)
{
  return g_object_new (TL_TYPE_CANVAS, NULL);
}
