#include "app/demand-page.h"

#include "app/contacts-table.h"
#include "app/demand-charts.h"
#include "app/demand-table.h"

struct _TlDemandPage
{
  GtkWidget parent_instance;
  GtkWidget *column;
  GtkStack *parts;
  TlDemandTable *types;
  TlContactsTable *contacts;
  TlDemandCharts *charts;
};

G_DEFINE_FINAL_TYPE (TlDemandPage, tl_demand_page, GTK_TYPE_WIDGET)

/* The keyboard goes to the part that is seen. */
static gboolean
tl_demand_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (TL_DEMAND_PAGE (widget)->parts));
}

static void
tl_demand_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_DEMAND_PAGE);
  G_OBJECT_CLASS (tl_demand_page_parent_class)->dispose (object);
}

static void
tl_demand_page_class_init (TlDemandPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_demand_page_dispose;
  widget_class->grab_focus = tl_demand_page_grab_focus;
  g_type_ensure (TL_TYPE_CONTACTS_TABLE);
  g_type_ensure (TL_TYPE_DEMAND_CHARTS);
  g_type_ensure (TL_TYPE_DEMAND_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "demandpage");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/demand-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDemandPage, column);
  gtk_widget_class_bind_template_child (widget_class, TlDemandPage, parts);
  gtk_widget_class_bind_template_child (widget_class, TlDemandPage, types);
  gtk_widget_class_bind_template_child (widget_class, TlDemandPage, contacts);
  gtk_widget_class_bind_template_child (widget_class, TlDemandPage, charts);
}

static void
tl_demand_page_init (TlDemandPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_demand_page_new:
 *
 * Returns: (transfer floating): a page without a document
 */
GtkWidget *
tl_demand_page_new (void)
{
  return g_object_new (TL_TYPE_DEMAND_PAGE, NULL);
}

/**
 * tl_demand_page_set_document:
 * @self: a page
 * @document: (nullable): whose demands it shows
 */
void
tl_demand_page_set_document (TlDemandPage *self, TlDocument *document)
{
  tl_demand_table_set_document (self->types, document);
  tl_contacts_table_set_document (self->contacts, document);
  tl_demand_charts_set_document (self->charts, document);
}
