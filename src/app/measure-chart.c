#include "app/measure-chart.h"

#include <math.h>

#include "app/appearance.h"
#include "app/held-chart.h"
#include "paint/words.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 280
#define LEAST_HEIGHT 260
#define NONE G_MAXUINT
/* Radius of the ring round the chosen point, and its line, at 100 %. */
#define RING 12.0
#define RING_LINE 3.0

struct _TlMeasureChart
{
  GtkWidget parent_instance;
  TlHeldChart held;
  TlPoint *chosen; /* kept, so that an undo of its deletion finds it again */
  char *spoken;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ANSWER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlMeasureChart, tl_measure_chart, GTK_TYPE_WIDGET)

static TlChart *
chart (TlMeasureChart *self)
{
  return tl_held_chart_get (&self->held, GTK_WIDGET (self));
}

/**
 * tl_measure_chart_get_point:
 * @self: a chart
 * @number: (out) (optional): its number, from 0
 *
 * Returns: (transfer none) (nullable): the chosen point; %NULL where none is
 */
TlPoint *
tl_measure_chart_get_point (TlMeasureChart *self, guint *number)
{
  TlMeasure *measure = self->held.document ? tl_document_measure (self->held.document) : NULL;
  guint at;

  if (!measure || !self->chosen || !g_ptr_array_find (measure->points, self->chosen, &at))
    return NULL;
  if (number)
    *number = at;
  return self->chosen;
}

static char *
rules_of (TlMeasureChart *self, guint number)
{
  const TlXmr *xmr = tl_document_xmr (self->held.document);
  GString *text = g_string_new (NULL);

  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    if (xmr->marks[number] & 1u << rule)
      {
        g_autofree char *words = tl_xmr_rule_words (rule, xmr->options.rules);

        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
      }
  return g_string_free (text, text->len == 0);
}

/**
 * tl_measure_chart_point_words:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): when, how much and what marked it, of the chosen point
 */
char *
tl_measure_chart_point_words (TlMeasureChart *self)
{
  guint number;
  const TlPoint *point = tl_measure_chart_get_point (self, &number);
  const char *unit;
  g_autofree char *value = NULL;
  g_autofree char *rules = NULL;
  g_autofree char *words = NULL;

  if (!point)
    return NULL;
  unit = tl_document_measure (self->held.document)->unit;
  value = isnan (point->value) ? g_strdup (_ ("missing")) : tl_amount_format (point->value);
  if (point->when)
    /* Translators: a date, a value and its unit */
    words = g_strdup_printf (_ ("%s: %s %s"), point->when, value, unit ? unit : "");
  else
    /* Translators: the number of a point, a value and its unit */
    words = g_strdup_printf (_ ("Point %u: %s %s"), number + 1, value, unit ? unit : "");
  rules = rules_of (self, number);
  g_strchomp (words);
  return rules ? g_strdup_printf ("%s · %s", words, rules) : g_steal_pointer (&words);
}

/* What a screen reader says. Who goes from point to point has heard the finding. */
static void
speak (TlMeasureChart *self)
{
  g_autofree char *point = tl_measure_chart_point_words (self);
  const char *title = chart (self) ? tl_chart_title (self->held.chart) : _ ("Capability");
  gboolean walking = point && gtk_widget_has_focus (GTK_WIDGET (self));
  g_autofree char *words = walking ? g_strdup (point)
                           : point ? g_strdup_printf ("%s. %s", point, title)
                                   : g_strdup (title);

  if (g_strcmp0 (words, self->spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
choose (TlMeasureChart *self, guint number)
{
  TlMeasure *measure = self->held.document ? tl_document_measure (self->held.document) : NULL;

  g_clear_pointer (&self->chosen, tl_item_unref);
  if (measure && number < measure->points->len)
    self->chosen = (TlPoint *) tl_item_ref (g_ptr_array_index (measure->points, number));
  speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* ---- drawing ---- */

/* Where many points share a pixel, that of the nearest that is drawn. */
static const TlSpot *
spot_of (TlMeasureChart *self, guint number)
{
  const GArray *spots = tl_chart_spots (self->held.chart);
  const TlSpot *found = NULL;

  for (guint i = 0; i < spots->len; i++)
    {
      const TlSpot *spot = &g_array_index (spots, TlSpot, i);

      if (!found || ABS ((int) spot->number - (int) number) < ABS ((int) found->number - (int) number))
        found = spot;
    }
  return found;
}

static void
paint_ring (TlMeasureChart *self, cairo_t *cr)
{
  TlTheme theme = tl_appearance_theme (tl_appearance_get_default ());
  TlColour colour = tl_theme_ink (&theme, TL_INK_TEXT);
  guint number;
  const TlSpot *spot = tl_measure_chart_get_point (self, &number) ? spot_of (self, number) : NULL;

  if (!spot)
    return;
  /* Where the last text ended no line begins. */
  cairo_new_path (cr);
  cairo_arc (cr, spot->x, spot->y, RING * theme.scale, 0, 2 * G_PI);
  cairo_set_line_width (cr, RING_LINE * theme.scale);
  tl_colour_set (cr, &colour);
  cairo_stroke (cr);
}

static void
tl_measure_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlMeasureChart *self = TL_MEASURE_CHART (widget);
  gboolean new = self->held.chart == NULL;
  cairo_t *cr = tl_held_chart_paint (&self->held, widget, snapshot);

  if (!cr)
    return;
  /* Only now there is room to say what it has found. */
  if (new)
    speak (self);
  paint_ring (self, cr);
  cairo_destroy (cr);
}

static void
tl_measure_chart_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  double scale = tl_appearance_theme (tl_appearance_get_default ()).scale;
  /* Lower, its letters would become the smaller the larger all else is. */
  int height = (int) (LEAST_HEIGHT * scale);

  *minimum = across ? LEAST_WIDTH : height;
  *natural = across ? 3 * LEAST_WIDTH : height;
}

static void
tl_measure_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  tl_held_chart_forget (&TL_MEASURE_CHART (widget)->held);
}

static void
on_numbers (TlMeasureChart *self)
{
  tl_held_chart_forget (&self->held);
  /* Nobody looks: it is laid out when somebody does. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
on_appearance (TlMeasureChart *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  on_numbers (self);
}

static void
tl_measure_chart_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_measure_chart_parent_class)->map (widget);
  on_numbers (TL_MEASURE_CHART (widget));
}

static gboolean
tl_measure_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  return tl_held_chart_tell (&TL_MEASURE_CHART (widget)->held, widget, x, y, tooltip);
}

/* ---- hands ---- */

/* The nearest point by its place from left to right: who points at a value need not hit it. */
static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, gpointer data)
{
  TlMeasureChart *self = data;
  const GArray *spots = chart (self) ? tl_chart_spots (self->held.chart) : NULL;
  const TlSpot *found = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  for (guint i = 0; spots && i < spots->len; i++)
    {
      const TlSpot *spot = &g_array_index (spots, TlSpot, i);

      if (!found || fabs (spot->x - x) < fabs (found->x - x))
        found = spot;
    }
  choose (self, found ? found->number : NONE);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  TlMeasureChart *self = data;
  TlMeasure *measure = self->held.document ? tl_document_measure (self->held.document) : NULL;
  guint count = measure ? measure->points->len : 0;
  guint number = NONE;
  gboolean any = tl_measure_chart_get_point (self, &number) != NULL;

  if (count == 0 || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
      choose (self, any ? number - MIN (number, 1) : count - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      choose (self, any ? MIN (number + 1, count - 1) : 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      choose (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      choose (self, count - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      choose (self, NONE);
      return any;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (any)
        g_signal_emit (self, signals[SIGNAL_ANSWER], 0);
      return any;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the class ---- */

static void
tl_measure_chart_dispose (GObject *object)
{
  TlMeasureChart *self = TL_MEASURE_CHART (object);

  tl_held_chart_set_document (&self->held, NULL, NULL, self);
  g_clear_pointer (&self->chosen, tl_item_unref);
  g_clear_pointer (&self->spoken, g_free);
  G_OBJECT_CLASS (tl_measure_chart_parent_class)->dispose (object);
}

static void
tl_measure_chart_class_init (TlMeasureChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_measure_chart_dispose;
  widget_class->map = tl_measure_chart_map;
  widget_class->measure = tl_measure_chart_measure;
  widget_class->query_tooltip = tl_measure_chart_query_tooltip;
  widget_class->size_allocate = tl_measure_chart_size_allocate;
  widget_class->snapshot = tl_measure_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[SIGNAL_CHOSEN]
      = g_signal_new ("chosen", TL_TYPE_MEASURE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ANSWER]
      = g_signal_new ("answer", TL_TYPE_MEASURE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_measure_chart_init (TlMeasureChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  self->held.view = TL_VIEW_CAPABILITY;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_appearance), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_measure_chart_new:
 *
 * Returns: (transfer floating): a chart without a document
 */
GtkWidget *
tl_measure_chart_new (void)
{
  return g_object_new (TL_TYPE_MEASURE_CHART, NULL);
}

/**
 * tl_measure_chart_set_document:
 * @self: a chart
 * @document: (nullable): whose measure it shows
 */
void
tl_measure_chart_set_document (TlMeasureChart *self, TlDocument *document)
{
  g_clear_pointer (&self->chosen, tl_item_unref);
  tl_held_chart_set_document (&self->held, document, G_CALLBACK (on_numbers), self);
  on_numbers (self);
}
