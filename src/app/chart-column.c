#include "app/chart-column.h"

#include <adwaita.h>
#include <math.h>

#include "app/appearance.h"
#include "app/chart-card.h"

/* Wider than this, at 100 %, the eye has to travel from a name to its number. */
#define MOST_WIDTH 1180.0

struct _TlChartColumn
{
  GtkWidget parent_instance;
  GtkWidget *scroll;
  GtkWidget *clamp;
  GtkWidget *column;
  GPtrArray *cards; /* (element-type GtkWidget): of @column, not owned */
  GArray *views;    /* (element-type TlView): what each of them shows */
  guint look_source;
};

G_DEFINE_FINAL_TYPE (TlChartColumn, tl_chart_column, GTK_TYPE_WIDGET)

/* Tells each chart whether it can be seen, a little ahead of being scrolled to. */
static void
find_what_is_seen (TlChartColumn *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  double page = gtk_adjustment_get_page_size (adjustment);
  double top = gtk_adjustment_get_value (adjustment) - page / 2;
  double bottom = top + 2 * page;

  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);
      graphene_rect_t box;
      gboolean in_view = gtk_widget_get_visible (card) && gtk_widget_compute_bounds (card, self->column, &box)
                         && (double) box.origin.y <= bottom && (double) (box.origin.y + box.size.height) >= top;

      tl_chart_card_set_in_view (TL_CHART_CARD (card), in_view);
    }
}

static gboolean
look_again (gpointer data)
{
  TlChartColumn *self = data;

  self->look_source = 0;
  find_what_is_seen (self);
  return G_SOURCE_REMOVE;
}

/* At once for what was scrolled, and once more when the charts have their new places. */
static void
on_scrolled (TlChartColumn *self)
{
  find_what_is_seen (self);
  if (!self->look_source)
    self->look_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, look_again, self, NULL);
}

static void
on_appearance (TlChartColumn *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), (int) lround (MOST_WIDTH * scale));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), (int) lround (MOST_WIDTH * scale));
}

/* So that the arrow keys scroll. */
static gboolean
tl_chart_column_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_CHART_COLUMN (widget)->scroll);
}

static void
tl_chart_column_dispose (GObject *object)
{
  TlChartColumn *self = TL_CHART_COLUMN (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_ptr_array_set_size (self->cards, 0);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_chart_column_parent_class)->dispose (object);
}

static void
tl_chart_column_finalize (GObject *object)
{
  g_ptr_array_unref (TL_CHART_COLUMN (object)->cards);
  g_array_unref (TL_CHART_COLUMN (object)->views);
  G_OBJECT_CLASS (tl_chart_column_parent_class)->finalize (object);
}

static void
tl_chart_column_class_init (TlChartColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_chart_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_chart_column_finalize;
  widget_class->grab_focus = tl_chart_column_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_chart_column_init (TlChartColumn *self)
{
  GtkAdjustment *adjustment;

  self->cards = g_ptr_array_new ();
  self->views = g_array_new (FALSE, FALSE, sizeof (TlView));
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->column, "charts");
  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->column);
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->clamp);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (self->scroll, TRUE);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_appearance), self,
                           G_CONNECT_SWAPPED);
  on_appearance (self);
}

/**
 * tl_chart_column_new:
 * @label: what they are of, for who hears the screen
 * @views: (array length=n): the charts, from the top
 * @n: how many
 *
 * Returns: (transfer floating): charts without a document
 */
GtkWidget *
tl_chart_column_new (const char *label, const TlView *views, guint n)
{
  TlChartColumn *self = g_object_new (TL_TYPE_CHART_COLUMN, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroll), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_array_append_vals (self->views, views, n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *card = tl_chart_card_new (views[i]);

      gtk_box_append (GTK_BOX (self->column), card);
      g_ptr_array_add (self->cards, card);
    }
  return GTK_WIDGET (self);
}

/**
 * tl_chart_column_set_document:
 * @self: charts
 * @document: (nullable): whose numbers they show
 */
void
tl_chart_column_set_document (TlChartColumn *self, TlDocument *document)
{
  for (guint i = 0; i < self->cards->len; i++)
    tl_chart_card_set_document (TL_CHART_CARD (g_ptr_array_index (self->cards, i)), document);
}

/**
 * tl_chart_column_add_top:
 * @self: charts
 * @widget: (transfer floating): what stands over them, and scrolls with them
 */
void
tl_chart_column_add_top (TlChartColumn *self, GtkWidget *widget)
{
  gtk_box_prepend (GTK_BOX (self->column), widget);
}

/**
 * tl_chart_column_set_shown:
 * @self: charts
 * @view: one of them
 * @shown: whether it is there
 */
void
tl_chart_column_set_shown (TlChartColumn *self, TlView view, gboolean shown)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (g_array_index (self->views, TlView, i) == view)
      gtk_widget_set_visible (g_ptr_array_index (self->cards, i), shown);
}
