#include "app/strip-view.h"

#include <math.h>

#include "app/appearance.h"
#include "paint/strip.h"

/* Narrower than this no bar says anything. */
#define LEAST_WIDTH 280

struct _TlStripView
{
  GtkWidget parent_instance;
  TlDocument *document;
  char *headline;
};

G_DEFINE_FINAL_TYPE (TlStripView, tl_strip_view, GTK_TYPE_WIDGET)

static void
tl_strip_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TlTheme theme = tl_appearance_theme (tl_appearance_get_default ());

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = (int) ceil (tl_strip_height (&theme));
}

static void
tl_strip_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlStripView *self = TL_STRIP_VIEW (widget);
  TlTheme theme = tl_appearance_theme (tl_appearance_get_default ());
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  TlSubject subject;
  cairo_t *cr;

  if (!self->document)
    return;
  tl_document_fill_subject (self->document, TL_VIEW_CAPACITY, &subject);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  tl_strip_paint (&subject, &theme, cr, width, height);
  cairo_destroy (cr);
}

/* What is drawn is also said: to a screen reader, and as a tooltip with the share of contacts. */
static void
say_headline (TlStripView *self)
{
  const TlCapacity *capacity = self->document ? tl_document_capacity (self->document) : NULL;
  g_autofree char *contacts = NULL;
  g_autofree char *both = NULL;

  g_free (self->headline);
  if (capacity)
    {
      self->headline = tl_capacity_headline (capacity);
      contacts = tl_capacity_contacts_sentence (capacity);
    }
  else
    self->headline = g_strdup (self->document ? tl_document_capacity_message (self->document) : NULL);
  both = contacts ? g_strjoin ("\n", self->headline, contacts, NULL) : g_strdup (self->headline);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->headline ? self->headline : "", -1);
}

static void
on_numbers (TlStripView *self)
{
  say_headline (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tl_strip_view_dispose (GObject *object)
{
  TlStripView *self = TL_STRIP_VIEW (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->headline, g_free);
  G_OBJECT_CLASS (tl_strip_view_parent_class)->dispose (object);
}

static void
tl_strip_view_class_init (TlStripViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_strip_view_dispose;
  widget_class->measure = tl_strip_view_measure;
  widget_class->snapshot = tl_strip_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_strip_view_init (TlStripView *self)
{
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_strip_view_new:
 *
 * Returns: (transfer floating): a strip without a document
 */
GtkWidget *
tl_strip_view_new (void)
{
  return g_object_new (TL_TYPE_STRIP_VIEW, NULL);
}

/**
 * tl_strip_view_set_document:
 * @self: a strip
 * @document: (nullable): whose numbers it shows
 */
void
tl_strip_view_set_document (TlStripView *self, TlDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document)
    g_signal_connect_swapped (document, "numbers", G_CALLBACK (on_numbers), self);
  on_numbers (self);
}

/**
 * tl_strip_view_get_headline:
 * @self: a strip
 *
 * Returns: (transfer none) (nullable): the sentence that it shows
 */
const char *
tl_strip_view_get_headline (TlStripView *self)
{
  return self->headline;
}
