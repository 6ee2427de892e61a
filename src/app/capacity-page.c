#include "app/capacity-page.h"

#include <adwaita.h>

#include "app/chart-column.h"
#include "app/flow-bar.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* From the answer to what can be done about it. */
static const TlView views[] = {
  TL_VIEW_CAPACITY, TL_VIEW_CAPACITY_BY_STEP, TL_VIEW_CAPACITY_BY_ROLE,
  TL_VIEW_CLOCK,    TL_VIEW_LEVERAGE,         TL_VIEW_COMPARE,
};

struct _TlCapacityPage
{
  GtkWidget parent_instance;
  GtkWidget *whole;
  GtkWidget *flow_bar;
  GtkWidget *stack;
  AdwStatusPage *nothing; /* instead of charts that would all say that there are no numbers */
  GtkWidget *to_flow;
  TlDocument *document;
  GtkWidget *charts;
};

G_DEFINE_FINAL_TYPE (TlCapacityPage, tl_capacity_page, GTK_TYPE_WIDGET)

static void
on_numbers (TlCapacityPage *self)
{
  const TlCapacity *capacity = self->document ? tl_document_capacity (self->document) : NULL;
  g_autofree char *words = NULL;

  tl_chart_column_set_shown (TL_CHART_COLUMN (self->charts), TL_VIEW_COMPARE,
                             self->document && tl_document_compared (self->document));
  if (capacity && capacity->used > 0)
    {
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->charts);
      return;
    }
  words = capacity ? tl_capacity_headline (capacity)
                   : g_strdup (self->document ? tl_document_capacity_message (self->document) : NULL);
  /* Markup is read in it. */
  if (words)
    {
      g_autofree char *escaped = g_markup_escape_text (words, -1);
      adw_status_page_set_description (self->nothing, escaped);
    }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), GTK_WIDGET (self->nothing));
}

/* So that the arrow keys scroll, or Enter goes where the numbers are made. */
static gboolean
tl_capacity_page_grab_focus (GtkWidget *widget)
{
  TlCapacityPage *self = TL_CAPACITY_PAGE (widget);

  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->charts)
    return gtk_widget_grab_focus (self->charts);
  return gtk_widget_grab_focus (self->to_flow);
}

static void
build_nothing (TlCapacityPage *self)
{
  self->nothing = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->nothing, "throughline-capacity-symbolic");
  adw_status_page_set_title (self->nothing, _ ("No Numbers Yet"));
  self->to_flow = gtk_button_new_with_mnemonic (_ ("_Go to Flow"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->to_flow), "win.page::flow");
  gtk_widget_set_halign (self->to_flow, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->to_flow, "pill");
  gtk_widget_add_css_class (self->to_flow, "suggested-action");
  adw_status_page_set_child (self->nothing, self->to_flow);
}

static void
tl_capacity_page_dispose (GObject *object)
{
  TlCapacityPage *self = TL_CAPACITY_PAGE (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->whole, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_capacity_page_parent_class)->dispose (object);
}

static void
tl_capacity_page_class_init (TlCapacityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_capacity_page_dispose;
  widget_class->grab_focus = tl_capacity_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "capacitypage");
}

static void
tl_capacity_page_init (TlCapacityPage *self)
{
  self->charts = tl_chart_column_new (_ ("Capacity"), views, G_N_ELEMENTS (views));
  build_nothing (self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->charts);
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->nothing));
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->flow_bar = tl_flow_bar_new ();
  gtk_box_append (GTK_BOX (self->whole), self->flow_bar);
  gtk_box_append (GTK_BOX (self->whole), self->stack);
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * tl_capacity_page_new:
 *
 * Returns: (transfer floating): a page without a document
 */
GtkWidget *
tl_capacity_page_new (void)
{
  return g_object_new (TL_TYPE_CAPACITY_PAGE, NULL);
}

/**
 * tl_capacity_page_set_document:
 * @self: a page
 * @document: (nullable): whose numbers it shows
 */
void
tl_capacity_page_set_document (TlCapacityPage *self, TlDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document)
    g_signal_connect_swapped (document, "numbers", G_CALLBACK (on_numbers), self);
  tl_chart_column_set_document (TL_CHART_COLUMN (self->charts), document);
  tl_flow_bar_set_document (TL_FLOW_BAR (self->flow_bar), document);
  on_numbers (self);
}
