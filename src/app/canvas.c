#include "app/canvas-private.h"

#include <adwaita.h>
#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define FIT_MARGIN 36.0
#define REVEAL_MARGIN 24.0
/* Under this zoom, at 100 % room scale, nobody reads a name from the back of the room. */
#define READABLE 0.6
#define MOST_RECENT 64

G_DEFINE_FINAL_TYPE (TlCanvas, tl_canvas, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SAID,
  N_SIGNALS,
};

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

static TlTheme
current_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return (TlTheme){
    .dark = adw_style_manager_get_dark (style),
    .high_contrast = adw_style_manager_get_high_contrast (style),
    .scale = 1,
  };
}

/* Returns: (transfer none): the geometry of the flow as it is now. */
TlFlowGeometry *
tl_canvas_geometry (TlCanvas *self)
{
  if (!self->geometry && self->flow)
    self->geometry = tl_flow_geometry_new (tl_document_study (self->document), self->flow);
  return self->geometry;
}

static TlFlowPicture *
picture (TlCanvas *self)
{
  TlTheme theme = current_theme ();

  if (!self->picture && self->flow)
    self->picture = tl_flow_picture_new (tl_document_study (self->document), self->flow,
                                         tl_canvas_geometry (self),
                                         tl_document_capacity (self->document), &theme, self->letters);
  return self->picture;
}

/* What is drawn is out of date, though every step stands where it stood. */
void
tl_canvas_forget_picture (TlCanvas *self)
{
  g_clear_pointer (&self->picture, tl_flow_picture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_geometry (TlCanvas *self)
{
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  tl_canvas_forget_picture (self);
}

static TlBox
box_of_path (const TlPath *path)
{
  const TlPlace *first = &g_array_index (path->points, TlPlace, 0);
  double left = first->x, right = first->x, top = first->y, bottom = first->y;

  for (guint i = 1; i < path->points->len; i++)
    {
      const TlPlace *point = &g_array_index (path->points, TlPlace, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
    }
  return (TlBox){ left, top, right - left, bottom - top };
}

/* Returns: where an item stands in the flow; width 0 for what is not on the canvas. */
TlBox
tl_canvas_box_of (TlCanvas *self, gpointer item)
{
  TlFlowGeometry *geometry = tl_canvas_geometry (self);

  if (geometry && TL_ITEM (item)->kind == TL_ITEM_STEP)
    {
      const TlStepBox *step = tl_flow_geometry_step (geometry, item);
      return step ? step->box : (TlBox){ 0 };
    }
  for (guint i = 0; geometry && i < geometry->chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (geometry->chips, TlChipBox, i);

      if (TL_ITEM (chip->demand) == item)
        return chip->box;
    }
  for (guint i = 0; geometry && i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      if (path->item == item && path->points->len)
        return box_of_path (path);
    }
  return (TlBox){ 0 };
}

static gboolean
is_in_sight (TlCanvas *self, const TlBox *box)
{
  TlBox seen = tl_viewport_box_to_widget (&self->viewport, box);

  return seen.x >= 0 && seen.y >= 0 && seen.x + seen.width <= self->width
         && seen.y + seen.height <= self->height;
}

/* Shows all of the flow, but no larger than @most and no smaller than @least.
 * Returns: whether it could; else nothing has changed */
static gboolean
fit_between (TlCanvas *self, double least, double most)
{
  TlViewport fitted = self->viewport;
  const TlBox *bounds = &tl_canvas_geometry (self)->bounds;

  tl_viewport_fit (&fitted, bounds, self->width, self->height, FIT_MARGIN);
  if (fitted.zoom < least)
    return FALSE;
  if (fitted.zoom > most)
    tl_viewport_zoom_at (&fitted, most / fitted.zoom, self->width / 2.0, self->height / 2.0);
  self->viewport = fitted;
  return TRUE;
}

/* Brings an item into sight: by making room for it where the view shows all, else by panning as
 * little as needed. */
void
tl_canvas_reveal (TlCanvas *self, gpointer item)
{
  TlBox box = tl_canvas_box_of (self, item);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (box.width <= 0 || self->width <= 0 || is_in_sight (self, &box))
    return;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->fitted && fit_between (self, READABLE * self->text_scale, self->text_scale))
    return;
  tl_viewport_reveal (&self->viewport, &box, self->width, self->height, REVEAL_MARGIN);
  self->fitted = FALSE;
}

/* Makes room for what was added beside the steps, where the view shows all. */
void
tl_canvas_show_whole (TlCanvas *self)
{
  if (self->fitted && self->width > 0
      && fit_between (self, READABLE * self->text_scale, self->text_scale))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
stands_here (TlCanvas *self, TlStep *step)
{
  return step->item.parent == TL_ITEM (self->flow);
}

/* Returns: (nullable): the step to go on from: the selected one, the one selected last, or the last */
TlStep *
tl_canvas_last_step (TlCanvas *self)
{
  for (guint i = self->recent->len; i-- > 0;)
    if (stands_here (self, g_ptr_array_index (self->recent, i)))
      return g_ptr_array_index (self->recent, i);
  return self->flow->steps->len
           ? g_ptr_array_index (self->flow->steps, self->flow->steps->len - 1)
           : NULL;
}

static void
on_selection (TlCanvas *self)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));

  if (focus && focus->kind == TL_ITEM_STEP)
    {
      g_ptr_array_remove (self->recent, focus);
      if (self->recent->len >= MOST_RECENT)
        g_ptr_array_remove_index (self->recent, 0);
      g_ptr_array_add (self->recent, tl_item_ref (focus));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* When an undo takes the selected step away, the one selected before is selected again: who types
 * goes on from there. */
static void
mend_selection (TlCanvas *self)
{
  TlSelection *selection = tl_canvas_selection (self);
  TlStep *newest = self->recent->len ? g_ptr_array_index (self->recent, self->recent->len - 1) : NULL;

  if (!self->flow || !newest || stands_here (self, newest) || tl_selection_size (selection) > 0)
    return;
  while (self->recent->len
         && !stands_here (self, g_ptr_array_index (self->recent, self->recent->len - 1)))
    g_ptr_array_remove_index (self->recent, self->recent->len - 1);
  if (self->recent->len)
    tl_selection_set (selection, g_ptr_array_index (self->recent, self->recent->len - 1));
}

static void
update_empty (TlCanvas *self)
{
  gtk_widget_set_visible (self->empty_label, self->flow && self->flow->steps->len == 0);
}

static void
show_flow (TlCanvas *self)
{
  TlFlow *flow = self->document ? tl_document_flow (self->document) : NULL;

  if (flow != self->flow)
    {
      tl_canvas_finish_naming (self);
      self->flow = flow;
      self->fit_pending = TRUE;
      self->opening = TRUE;
    }
  self->hover = NULL;
  self->handle = NULL;
  forget_geometry (self);
  update_empty (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_edited (TlCanvas *self, guint scope, TlDocument *document)
{
  if (self->naming && !tl_study_of (self->naming))
    tl_canvas_cancel_naming (self);
  show_flow (self);
  mend_selection (self);
}

static void
on_state (TlCanvas *self, TlDocument *document)
{
  if (tl_document_flow (document) != self->flow)
    show_flow (self);
}

static void
disconnect_document (TlCanvas *self)
{
  if (!self->document)
    return;
  tl_canvas_cancel_naming (self);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (tl_document_selection (self->document), self);
  g_clear_object (&self->document);
}

/**
 * tl_canvas_set_document:
 * @self: a canvas
 * @document: (nullable): the document whose flow is shown and edited
 */
void
tl_canvas_set_document (TlCanvas *self, TlDocument *document)
{
  disconnect_document (self);
  self->flow = NULL;
  if (document)
    {
      self->document = g_object_ref (document);
      g_signal_connect_swapped (document, "edited", G_CALLBACK (on_edited), self);
      g_signal_connect_swapped (document, "numbers", G_CALLBACK (tl_canvas_forget_picture), self);
      g_signal_connect_swapped (document, "state", G_CALLBACK (on_state), self);
      g_signal_connect_swapped (tl_document_selection (document), "changed",
                                G_CALLBACK (on_selection), self);
    }
  g_ptr_array_set_size (self->recent, 0);
  show_flow (self);
  self->fit_pending = TRUE;
  self->opening = TRUE;
}

/**
 * tl_canvas_set_text_scale:
 * @self: a canvas
 * @scale: the room scale, 1 for 100 %
 *
 * What is seen grows about the middle; a view that shows all goes on showing all.
 */
void
tl_canvas_set_text_scale (TlCanvas *self, double scale)
{
  if (self->fitted)
    self->fit_pending = TRUE;
  else
    tl_viewport_zoom_at (&self->viewport, scale / self->text_scale, self->width / 2.0,
                         self->height / 2.0);
  self->text_scale = scale;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_canvas_zoom_to_fit:
 * @self: a canvas
 *
 * Shows the whole flow.
 */
void
tl_canvas_zoom_to_fit (TlCanvas *self)
{
  self->fit_pending = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tl_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: widget units a point of the flow
 */
double
tl_canvas_get_zoom (TlCanvas *self)
{
  return self->viewport.zoom;
}

/**
 * tl_canvas_name_entry:
 * @self: a canvas
 *
 * Returns: (transfer none): the entry in which names are typed; hidden while none is
 */
GtkWidget *
tl_canvas_name_entry (TlCanvas *self)
{
  return self->name_entry;
}

/**
 * tl_canvas_place_of:
 * @self: a canvas
 * @step: an item of the flow shown
 * @x: (out): its middle, in the widget
 * @y: (out): its middle, in the widget
 *
 * Returns: whether it is on the canvas
 */
gboolean
tl_canvas_place_of (TlCanvas *self, gconstpointer step, double *x, double *y)
{
  TlBox box = tl_canvas_box_of (self, (gpointer) step);
  TlPlace middle = { box.x + box.width / 2, box.y + box.height / 2 };
  TlPlace at = tl_viewport_to_widget (&self->viewport, middle);

  *x = at.x;
  *y = at.y;
  return box.width > 0;
}

static void
draw_band (TlCanvas *self, cairo_t *cr, const TlColour *accent)
{
  double x = MIN (self->press_x, self->pointer_x), y = MIN (self->press_y, self->pointer_y);
  double width = fabs (self->pointer_x - self->press_x);
  double height = fabs (self->pointer_y - self->press_y);

  cairo_rectangle (cr, x + 0.5, y + 0.5, width, height);
  cairo_set_source_rgba (cr, accent->red, accent->green, accent->blue, 0.12);
  cairo_fill_preserve (cr);
  tl_colour_set (cr, accent);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_new_connector (TlCanvas *self, cairo_t *cr, const TlColour *accent)
{
  cairo_move_to (cr, self->press_x, self->press_y);
  cairo_line_to (cr, self->pointer_x, self->pointer_y);
  cairo_set_line_width (cr, 2.5);
  tl_colour_set (cr, accent);
  cairo_stroke (cr);
  cairo_arc (cr, self->pointer_x, self->pointer_y, 5, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* The small disc on a step's side from which a connector is drawn. */
static void
draw_handle (TlCanvas *self, cairo_t *cr, TlStep *step, const TlTheme *theme)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);
  double x, y;

  tl_canvas_handle_place (self, step, &x, &y);
  cairo_arc (cr, x, y, self->handle == step ? 10 : 8, 0, 2 * G_PI);
  tl_colour_set (cr, &accent);
  cairo_fill (cr);
  tl_colour_set (cr, &ground);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, x - 3.5, y);
  cairo_line_to (cr, x + 3.5, y);
  cairo_move_to (cr, x, y - 3.5);
  cairo_line_to (cr, x, y + 3.5);
  cairo_stroke (cr);
}

static void
draw_flow (TlCanvas *self, cairo_t *cr)
{
  TlBox visible = tl_viewport_visible (&self->viewport, self->width, self->height);
  TlFlowMarks marks = { 0 };

  marks.selected = tl_selection_table (tl_canvas_selection (self));
  marks.hover = self->hover;
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    marks.focus = tl_selection_focus (tl_canvas_selection (self));
  cairo_save (cr);
  cairo_translate (cr, self->viewport.x, self->viewport.y);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  tl_flow_picture_paint (picture (self), cr, &visible, self->viewport.zoom, &marks);
  cairo_restore (cr);
}

static void
draw_tools (TlCanvas *self, cairo_t *cr, const TlTheme *theme)
{
  TlColour accent = tl_theme_ink (theme, TL_INK_ACCENT);
  TlItem *hover = self->hover;

  if (self->grip == TL_GRIP_BAND)
    draw_band (self, cr, &accent);
  else if (self->grip == TL_GRIP_CONNECT)
    draw_new_connector (self, cr, &accent);
  else if (self->handle)
    draw_handle (self, cr, self->handle, theme);
  else if (self->grip == TL_GRIP_NONE && hover && hover->kind == TL_ITEM_STEP)
    draw_handle (self, cr, (TlStep *) hover, theme);
}

static void
tl_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlTheme theme = current_theme ();
  TlColour ground = tl_theme_ink (&theme, TL_INK_GROUND);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  GtkWidget *child;
  cairo_t *cr;

  gtk_snapshot_push_clip (snapshot, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  if (self->flow)
    {
      draw_flow (self, cr);
      draw_tools (self, cr, &theme);
    }
  cairo_destroy (cr);
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
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (self->width - width) / 2,
                                                               (float) (self->height - height) / 2));
  gtk_widget_allocate (self->empty_label, width, height, -1, place);
}

/* At first look a long flow begins at its front, large enough to be read; later, on demand, all of it
 * is shown however small. */
static void
fit (TlCanvas *self)
{
  const TlBox *bounds = &tl_canvas_geometry (self)->bounds;
  double least = self->opening ? READABLE * self->text_scale : 0;

  self->fit_pending = FALSE;
  self->opening = FALSE;
  if (bounds->width <= 0)
    {
      /* Where the first step will stand: a flow goes on to the right and down. */
      self->viewport = (TlViewport){ self->text_scale, self->width * 0.1, self->height * 0.4 };
      self->fitted = TRUE;
      return;
    }
  self->fitted = fit_between (self, least, TL_ZOOM_FIT_MOST);
  if (!self->fitted)
    {
      self->viewport.zoom = least;
      self->viewport.x = FIT_MARGIN - bounds->x * least;
      self->viewport.y = self->height / 2.0 - (bounds->y + bounds->height / 2) * least;
    }
}

static void
tl_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->fitted && (width != self->width || height != self->height))
    self->fit_pending = TRUE;
  /* What is in the middle stays there when the window grows. */
  if (self->width > 0)
    tl_viewport_pan (&self->viewport, (width - self->width) / 2.0, (height - self->height) / 2.0);
  self->width = width;
  self->height = height;
  if (self->fit_pending && tl_canvas_geometry (self))
    fit (self);
  if (gtk_widget_get_visible (self->empty_label))
    allocate_empty_label (self);
  tl_canvas_place_name_entry (self);
  gtk_popover_present (GTK_POPOVER (self->prompt));
  if (self->waste_hint)
    gtk_popover_present (GTK_POPOVER (self->waste_hint));
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
on_style (TlCanvas *self)
{
  tl_canvas_forget_picture (self);
}

static void
create_empty_label (TlCanvas *self)
{
  self->empty_label = gtk_label_new (_("Double-click, or press Tab, to draw the first step.\n"
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

  disconnect_document (self);
  self->flow = NULL;
  g_clear_pointer (&self->picture, tl_flow_picture_free);
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  g_clear_pointer (&self->letters, tl_flow_letters_unref);
  g_clear_pointer (&self->asked_about, g_ptr_array_unref);
  g_clear_pointer (&self->empty_label, gtk_widget_unparent);
  g_clear_pointer (&self->name_entry, gtk_widget_unparent);
  g_clear_pointer (&self->waste_hint, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  if (self->prompt)
    gtk_widget_unparent (GTK_WIDGET (self->prompt));
  self->prompt = NULL;
  G_OBJECT_CLASS (tl_canvas_parent_class)->dispose (object);
}

static void
tl_canvas_class_init (TlCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_canvas_dispose;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->measure = tl_canvas_measure;
  widget_class->size_allocate = tl_canvas_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  tl_canvas_class_add_actions (widget_class);

  /**
   * TlCanvas::said:
   * @self: the canvas
   * @words: something to tell the team, translated
   */
  signals[SIGNAL_SAID] = g_signal_new ("said", TL_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_canvas_init (TlCanvas *self)
{
  self->viewport.zoom = 1;
  self->text_scale = 1;
  self->fit_pending = TRUE;
  self->letters = tl_flow_letters_new ();
  self->recent = g_ptr_array_new_with_free_func (tl_item_unref);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Flow"), -1);
  create_empty_label (self);
  tl_canvas_create_name_entry (self);
  self->prompt = tl_prompt_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->prompt), GTK_WIDGET (self));
  tl_canvas_add_controllers (self);
  tl_canvas_add_keys (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_style),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (on_style), self, G_CONNECT_SWAPPED);
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
