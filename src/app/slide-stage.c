#include "app/slide-stage.h"

#include "app/appearance.h"
#include "paint/reading.h"
#include "paint/slide.h"

struct _TlSlideStage
{
  GtkWidget parent_instance;
  TlPresentation *presentation;
  guint ahead;
  TlSlideLayout *layout; /* for the size that the widget has; NULL where it is to be made anew */
  TlCanvas *canvas;      /* NULL where the slide is only a preview */
};

G_DEFINE_FINAL_TYPE (TlSlideStage, tl_slide_stage, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say_slide (TlSlideStage *self, const char *title)
{
  g_auto (GStrv) lines = tl_reading_lines (self->layout->scene->texts, 0);
  g_autofree char *words = g_strjoinv ("\n", lines);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
lay_out (TlSlideStage *self, int width, int height)
{
  TlTheme theme = tl_appearance_theme (tl_appearance_get_default ());
  const TlSlide *slide = tl_presentation_slide (self->presentation, self->ahead);
  g_autofree char *title = NULL;
  TlSubject subject;

  g_clear_pointer (&self->layout, tl_slide_layout_free);
  if (!slide || width <= 0 || height <= 0)
    return;
  tl_presentation_fill_subject (self->presentation, &subject);
  self->layout = tl_slide_lay_out (slide, &subject, tl_presentation_geometry (self->presentation), &theme, width,
                                   height, self->canvas != NULL);
  title = tl_slide_title (slide, &subject);
  say_slide (self, title);
}

static gboolean
shows_canvas (TlSlideStage *self)
{
  return self->canvas && self->layout && tl_presentation_step (self->presentation);
}

/* From the flow as a whole the camera comes nearer; from step to step it moves. */
static void
show_canvas (TlSlideStage *self)
{
  const TlSlideLayout *layout = self->layout;
  const TlBox *box = &layout->window;
  GskTransform *place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) box->x, (float) box->y));

  gtk_widget_set_child_visible (GTK_WIDGET (self->canvas), TRUE);
  gtk_widget_allocate (GTK_WIDGET (self->canvas), (int) box->width, (int) box->height, -1, place);
  tl_canvas_look_at (self->canvas, layout->centre, layout->zoom);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->canvas)) && gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
hide_canvas (TlSlideStage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->canvas)
    return;
  if (root && gtk_root_get_focus (root) == GTK_WIDGET (self->canvas))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_child_visible (GTK_WIDGET (self->canvas), FALSE);
  /* The walk begins where the whole flow was seen before. */
  if (self->layout && self->layout->flow)
    tl_canvas_look_from (self->canvas, self->layout->centre, self->layout->zoom);
}

static void
tl_slide_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlSlideStage *self = TL_SLIDE_STAGE (widget);

  lay_out (self, width, height);
  if (shows_canvas (self))
    show_canvas (self);
  else
    hide_canvas (self);
}

static void
tl_slide_stage_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  TlSlideStage *self = TL_SLIDE_STAGE (widget);
  int least = 0;

  /* GTK wants to be asked before it allocates. */
  if (self->canvas)
    gtk_widget_measure (GTK_WIDGET (self->canvas), orientation, -1, &least, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 120;
  *natural = *minimum * 2;
  *minimum_baseline = *natural_baseline = -1;
}

static void
tl_slide_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlSlideStage *self = TL_SLIDE_STAGE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (!self->layout)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  tl_scene_paint (self->layout->scene, cr);
  cairo_destroy (cr);
  if (shows_canvas (self))
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->canvas), snapshot);
}

static void
on_changed (TlSlideStage *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_said (TlSlideStage *self, const char *words)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0, words);
}

static gboolean
tl_slide_stage_grab_focus (GtkWidget *widget)
{
  TlSlideStage *self = TL_SLIDE_STAGE (widget);

  if (shows_canvas (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return GTK_WIDGET_CLASS (tl_slide_stage_parent_class)->grab_focus (widget);
}

static void
tl_slide_stage_dispose (GObject *object)
{
  TlSlideStage *self = TL_SLIDE_STAGE (object);

  if (self->presentation)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  if (self->canvas)
    {
      tl_canvas_set_document (self->canvas, NULL);
      gtk_widget_unparent (GTK_WIDGET (self->canvas));
    }
  self->canvas = NULL;
  g_clear_pointer (&self->layout, tl_slide_layout_free);
  g_clear_object (&self->presentation);
  G_OBJECT_CLASS (tl_slide_stage_parent_class)->dispose (object);
}

static void
tl_slide_stage_class_init (TlSlideStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_slide_stage_dispose;
  widget_class->grab_focus = tl_slide_stage_grab_focus;
  widget_class->measure = tl_slide_stage_measure;
  widget_class->size_allocate = tl_slide_stage_size_allocate;
  widget_class->snapshot = tl_slide_stage_snapshot;
  gtk_widget_class_set_css_name (widget_class, "slide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * TlSlideStage::said:
   * @self: the stage
   * @words: something to tell the team, translated
   */
  signals[SIGNAL_SAID] = g_signal_new ("said", TL_TYPE_SLIDE_STAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_STRING);
}

static void
tl_slide_stage_init (TlSlideStage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
create_canvas (TlSlideStage *self)
{
  GtkWidget *canvas = tl_canvas_new ();

  self->canvas = TL_CANVAS (canvas);
  tl_canvas_set_presented (self->canvas, TRUE);
  tl_canvas_set_document (self->canvas, tl_presentation_document (self->presentation));
  gtk_widget_set_parent (canvas, GTK_WIDGET (self));
  gtk_widget_set_child_visible (canvas, FALSE);
  /* A click is for the next slide. */
  gtk_widget_set_can_target (canvas, FALSE);
  g_signal_connect_swapped (canvas, "said", G_CALLBACK (on_said), self);
}

/**
 * tl_slide_stage_new:
 * @presentation: what is presented
 * @ahead: 0 for the slide that is shown, 1 for a preview of the next
 *
 * Returns: (transfer floating): a stage
 */
GtkWidget *
tl_slide_stage_new (TlPresentation *presentation, guint ahead)
{
  TlSlideStage *self = g_object_new (TL_TYPE_SLIDE_STAGE, NULL);

  self->presentation = g_object_ref (presentation);
  self->ahead = ahead;
  if (ahead == 0)
    create_canvas (self);
  else
    gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (on_changed), self);
  return GTK_WIDGET (self);
}

/**
 * tl_slide_stage_canvas:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): the canvas on which the flow is walked; %NULL of a preview
 */
TlCanvas *
tl_slide_stage_canvas (TlSlideStage *self)
{
  return self->canvas;
}

/**
 * tl_slide_stage_is_walking:
 * @self: a stage
 *
 * Returns: whether a step is walked through, so that keys may mark it
 */
gboolean
tl_slide_stage_is_walking (TlSlideStage *self)
{
  return self->canvas && tl_presentation_step (self->presentation) != NULL;
}
