#include "app/class-badge.h"

#include <math.h>

#include "app/appearance.h"
#include "paint/badge.h"

/* In pixels at 100 %. */
#define SIZE 22.0

struct _TlClassBadge
{
  GtkWidget parent_instance;
  TlBucket bucket;
};

G_DEFINE_FINAL_TYPE (TlClassBadge, tl_class_badge, GTK_TYPE_WIDGET)

static void
tl_class_badge_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = (int) ceil (SIZE * tl_appearance_get_scale (tl_appearance_get_default ()));
}

static void
tl_class_badge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlTheme theme = tl_appearance_theme (tl_appearance_get_default ());
  int size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  tl_badge_paint (&theme, cr, TL_CLASS_BADGE (widget)->bucket, size);
  cairo_destroy (cr);
}

static void
tl_class_badge_class_init (TlClassBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tl_class_badge_measure;
  widget_class->snapshot = tl_class_badge_snapshot;
  /* Whoever carries a badge says in words what it says. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_class_badge_init (TlClassBadge *self)
{
  self->bucket = TL_BUCKET_UNCLASSIFIED;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_class_badge_new:
 *
 * Returns: (transfer floating): a badge that says "not yet judged"
 */
GtkWidget *
tl_class_badge_new (void)
{
  return g_object_new (TL_TYPE_CLASS_BADGE, NULL);
}

/**
 * tl_class_badge_set_bucket:
 * @self: a badge
 * @bucket: what it says
 */
void
tl_class_badge_set_bucket (TlClassBadge *self, TlBucket bucket)
{
  if (bucket == self->bucket)
    return;
  self->bucket = bucket;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
