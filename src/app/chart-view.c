#include "app/chart-view.h"

#include <math.h>

#include "app/appearance.h"
#include "app/chart-steer.h"
#include "app/held-chart.h"
#include "paint/reading.h"

#define LEAST_WIDTH 320
/* Where GTK asks for a height without saying a width. */
#define USUAL_WIDTH 960

struct _TlChartView
{
  GtkWidget parent_instance;
  TlHeldChart held;
  gboolean in_view;
  gboolean stale; /* the numbers changed while it was out of view */
  int height;     /* natural, for @height_width; 0 where that has to be worked out */
  int height_width;
  int target; /* where the keyboard is, of the chart's targets; −1 for nowhere */
};

G_DEFINE_FINAL_TYPE (TlChartView, tl_chart_view, GTK_TYPE_WIDGET)

/* Who hears the page gets the finding, and then what the chart says row by row. */
static void
say_chart (TlChartView *self)
{
  g_auto (GStrv) lines = tl_reading_lines (tl_chart_texts (self->held.chart), 1);
  g_autofree char *rows = g_strjoinv ("\n", lines);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_chart_title (self->held.chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows, -1);
}

/* Sizes are asked for while the page is hidden as well; numbers are worked out only when seen. */
static TlChart *
chart (TlChartView *self)
{
  gboolean new = self->held.chart == NULL;

  if (tl_held_chart_get (&self->held, GTK_WIDGET (self)) && new)
    say_chart (self);
  return self->held.chart;
}

static int
height_for (TlChartView *self, int width)
{
  TlTheme theme = tl_held_chart_theme (width);
  TlSubject subject;

  if (!self->held.document)
    return 0;
  if (self->height > 0 && self->height_width == width)
    return self->height;
  tl_document_fill_subject (self->held.document, self->held.view, &subject);
  self->height = (int) ceil (tl_chart_natural_height (self->held.view, &subject, &theme, width));
  self->height_width = width;
  return self->height;
}

static void
tl_chart_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TlChartView *self = TL_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = USUAL_WIDTH;
    }
  else
    *minimum = *natural = height_for (self, for_size > 0 ? for_size : USUAL_WIDTH);
}

static GtkSizeRequestMode
tl_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  tl_held_chart_forget (&TL_CHART_VIEW (widget)->held);
}

/* A frame round the place where the keyboard is. */
static void
paint_focus (TlChartView *self, cairo_t *cr)
{
  const GPtrArray *targets = tl_chart_targets (self->held.chart);
  TlTheme theme = tl_held_chart_theme (gtk_widget_get_width (GTK_WIDGET (self)));
  TlColour accent = tl_theme_ink (&theme, TL_INK_ACCENT);
  const TlChartTarget *target;

  if (self->target < 0 || self->target >= (int) targets->len)
    return;
  target = g_ptr_array_index (targets, (guint) self->target);
  tl_colour_set (cr, &accent);
  cairo_set_line_width (cr, 3);
  cairo_rectangle (cr, target->x - 3.5, target->y - 3.5, target->width + 7, target->height + 7);
  cairo_stroke (cr);
}

static void
tl_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlChartView *self = TL_CHART_VIEW (widget);
  cairo_t *cr;

  if (!self->in_view || !chart (self))
    return;
  cr = tl_held_chart_paint (&self->held, widget, snapshot);
  if (gtk_widget_has_focus (widget))
    paint_focus (self, cr);
  cairo_destroy (cr);
}

/* ---- places that stand for items: by mouse and by keys ---- */

static const TlChartTarget *
target_at (TlChartView *self, int index)
{
  const GPtrArray *targets = chart (self) ? tl_chart_targets (self->held.chart) : NULL;

  return targets && index >= 0 && index < (int) targets->len ? g_ptr_array_index (targets, (guint) index) : NULL;
}

static void
go_to_target (TlChartView *self, const TlChartTarget *target)
{
  g_autofree char *id = g_strdup (target->id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "s", id);
}

static int
place_at (TlChartView *self, double x, double y)
{
  return chart (self) ? tl_chart_target_at (tl_chart_targets (self->held.chart), x, y) : -1;
}

static void
on_click (GtkGestureClick *click, int times, double x, double y, TlChartView *self)
{
  const TlChartTarget *target = target_at (self, place_at (self, x, y));

  if (target)
    go_to_target (self, target);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, TlChartView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), place_at (self, x, y) >= 0 ? "pointer" : NULL);
}

static void
say_target (TlChartView *self)
{
  const TlChartTarget *target = target_at (self, self->target);

  if (target)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, target->words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlChartView *self)
{
  static const struct
  {
    guint key;
    int dx;
    int dy;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
  };
  const TlChartTarget *target = target_at (self, self->target);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (target && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space))
    {
      go_to_target (self, target);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (arrows) && chart (self); i++)
    if (arrows[i].key == key)
      {
        int before = self->target;

        self->target = tl_chart_steer (tl_chart_targets (self->held.chart), before, arrows[i].dx, arrows[i].dy);
        say_target (self);
        /* At the rim the page scrolls on. */
        return self->target != before;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
on_focus (TlChartView *self)
{
  if (!target_at (self, self->target))
    self->target = 0;
  say_target (self);
}

static void
add_steering (TlChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static gboolean
tl_chart_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  return tl_held_chart_tell (&TL_CHART_VIEW (widget)->held, widget, x, y, tooltip);
}

/* Lays out anew what is seen; the page moves only where the height is another. */
static void
bring_up_to_date (TlChartView *self)
{
  int old = self->height;

  self->stale = FALSE;
  tl_held_chart_forget (&self->held);
  self->height = 0;
  if (old > 0 && height_for (self, self->height_width) == old)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_numbers (TlChartView *self)
{
  if (self->in_view && gtk_widget_get_mapped (GTK_WIDGET (self)))
    bring_up_to_date (self);
  else
    {
      tl_held_chart_forget (&self->held);
      self->stale = TRUE;
    }
}

static void
on_changed (TlChartView *self)
{
  tl_held_chart_forget (&self->held);
  self->height = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* While hidden nothing was measured anew. */
static void
tl_chart_view_map (GtkWidget *widget)
{
  on_changed (TL_CHART_VIEW (widget));
  gtk_widget_queue_resize (widget);
  GTK_WIDGET_CLASS (tl_chart_view_parent_class)->map (widget);
}

static void
tl_chart_view_dispose (GObject *object)
{
  TlChartView *self = TL_CHART_VIEW (object);

  tl_held_chart_set_document (&self->held, NULL, NULL, self);
  G_OBJECT_CLASS (tl_chart_view_parent_class)->dispose (object);
}

static void
tl_chart_view_class_init (TlChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_chart_view_dispose;
  widget_class->get_request_mode = tl_chart_view_get_request_mode;
  widget_class->map = tl_chart_view_map;
  widget_class->measure = tl_chart_view_measure;
  widget_class->query_tooltip = tl_chart_view_query_tooltip;
  widget_class->size_allocate = tl_chart_view_size_allocate;
  widget_class->snapshot = tl_chart_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_chart_view_init (TlChartView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  /* A screen reader reads what the keyboard comes to; a chart farther down has not been laid out before. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (chart), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * tl_chart_view_new:
 * @view: what it shows
 *
 * Returns: (transfer floating): a chart without a document
 */
GtkWidget *
tl_chart_view_new (TlView view)
{
  TlChartView *self = g_object_new (TL_TYPE_CHART_VIEW, NULL);

  self->held.view = view;
  self->target = -1;
  if (tl_view_has_targets (view))
    add_steering (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tl_view_label (view), -1);
  return GTK_WIDGET (self);
}

/**
 * tl_chart_view_set_document:
 * @self: a chart
 * @document: (nullable): whose numbers it shows
 */
void
tl_chart_view_set_document (TlChartView *self, TlDocument *document)
{
  tl_held_chart_set_document (&self->held, document, G_CALLBACK (on_numbers), self);
  on_changed (self);
}

/**
 * tl_chart_view_set_in_view:
 * @self: a chart
 * @in_view: whether any of it can be seen where the page is scrolled to
 *
 * A chart out of view costs nothing when a number changes.
 */
void
tl_chart_view_set_in_view (TlChartView *self, gboolean in_view)
{
  if (in_view == self->in_view)
    return;
  self->in_view = in_view;
  if (in_view && self->stale)
    bring_up_to_date (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_chart_view_get_view:
 * @self: a chart
 *
 * Returns: what it shows
 */
TlView
tl_chart_view_get_view (TlChartView *self)
{
  return self->held.view;
}

/**
 * tl_chart_view_get_title:
 * @self: a chart that is on the screen
 *
 * Returns: (transfer none) (nullable): the finding, as the chart says it
 */
const char *
tl_chart_view_get_title (TlChartView *self)
{
  return chart (self) ? tl_chart_title (self->held.chart) : NULL;
}
