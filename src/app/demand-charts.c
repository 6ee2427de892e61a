#include "app/demand-charts.h"

#include "app/chart-column.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlView views[]
    = { TL_VIEW_DEMAND, TL_VIEW_DEMAND_OVER_TIME, TL_VIEW_DEMAND_BY_HOUR, TL_VIEW_DEMAND_BY_WEEKDAY, TL_VIEW_NEEDS };

/* In the order in which they are offered. */
static const TlPeriod spells[] = { TL_PERIOD_DAY, TL_PERIOD_WEEK, TL_PERIOD_MONTH };
static const char *const spell_labels[] = { N_ ("Day by day"), N_ ("Week by week"), N_ ("Month by month"), NULL };

struct _TlDemandCharts
{
  GtkWidget parent_instance;
  GtkWidget *column;
  GtkWidget *spell;
  TlDocument *document;
};

G_DEFINE_FINAL_TYPE (TlDemandCharts, tl_demand_charts, GTK_TYPE_WIDGET)

static void
on_spell (TlDemandCharts *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->spell));

  if (self->document && chosen < G_N_ELEMENTS (spells))
    tl_document_set_spell (self->document, spells[chosen]);
}

static gboolean
tl_demand_charts_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_DEMAND_CHARTS (widget)->column);
}

static void
tl_demand_charts_dispose (GObject *object)
{
  TlDemandCharts *self = TL_DEMAND_CHARTS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->column, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_demand_charts_parent_class)->dispose (object);
}

static void
tl_demand_charts_class_init (TlDemandChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_demand_charts_dispose;
  widget_class->grab_focus = tl_demand_charts_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
build_spell (TlDemandCharts *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Over _time"));

  for (guint i = 0; i < G_N_ELEMENTS (spell_labels); i++)
    g_ptr_array_add (labels, spell_labels[i] ? (gpointer) _ (spell_labels[i]) : NULL);
  self->spell = gtk_drop_down_new_from_strings ((const char *const *) labels->pdata);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->spell), 1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->spell);
  g_signal_connect_swapped (self->spell, "notify::selected", G_CALLBACK (on_spell), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->spell);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  return box;
}

static void
tl_demand_charts_init (TlDemandCharts *self)
{
  self->column = tl_chart_column_new (_ ("Charts of demand"), views, G_N_ELEMENTS (views));
  tl_chart_column_add_top (TL_CHART_COLUMN (self->column), build_spell (self));
  gtk_widget_set_parent (self->column, GTK_WIDGET (self));
}

/**
 * tl_demand_charts_new:
 *
 * Returns: (transfer floating): charts without a document
 */
GtkWidget *
tl_demand_charts_new (void)
{
  return g_object_new (TL_TYPE_DEMAND_CHARTS, NULL);
}

/**
 * tl_demand_charts_set_document:
 * @self: the charts
 * @document: (nullable): whose demand they show
 */
void
tl_demand_charts_set_document (TlDemandCharts *self, TlDocument *document)
{
  g_set_object (&self->document, document);
  on_spell (self);
  tl_chart_column_set_document (TL_CHART_COLUMN (self->column), document);
}
