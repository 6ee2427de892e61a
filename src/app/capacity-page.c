#include "app/capacity-page.h"

#include <adwaita.h>
#include <math.h>

#include "app/appearance.h"
#include "app/chart-card.h"
#include "app/flow-bar.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Wider than this, at 100 %, the eye has to travel from a name to its number. */
#define MOST_WIDTH 1180.0

/* From the answer to what can be done about it. */
static const TlView views[] = {
  TL_VIEW_CAPACITY, TL_VIEW_CAPACITY_BY_STEP, TL_VIEW_CAPACITY_BY_ROLE, TL_VIEW_CLOCK,
  TL_VIEW_LEVERAGE, TL_VIEW_COMPARE,
};
#define COMPARE (G_N_ELEMENTS (views) - 1)

struct _TlCapacityPage
{
  GtkWidget parent_instance;
  GtkWidget *whole;
  GtkWidget *flow_bar;
  GtkWidget *stack;
  AdwStatusPage *nothing; /* instead of charts that would all say that there are no numbers */
  GtkWidget *to_flow;
  TlDocument *document;
  GtkWidget *scroll;
  GtkWidget *clamp;
  GtkWidget *column;
  GtkWidget *cards[G_N_ELEMENTS (views)];
  guint look_source;
};

G_DEFINE_FINAL_TYPE (TlCapacityPage, tl_capacity_page, GTK_TYPE_WIDGET)

/* Tells each chart whether it can be seen, a little ahead of being scrolled to. */
static void
find_what_is_seen (TlCapacityPage *self)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  double page = gtk_adjustment_get_page_size (adjustment);
  double top = gtk_adjustment_get_value (adjustment) - page / 2;
  double bottom = top + 2 * page;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      graphene_rect_t box;
      gboolean in_view = gtk_widget_get_visible (self->cards[i])
                         && gtk_widget_compute_bounds (self->cards[i], self->column, &box)
                         && (double) box.origin.y <= bottom
                         && (double) (box.origin.y + box.size.height) >= top;

      tl_chart_card_set_in_view (TL_CHART_CARD (self->cards[i]), in_view);
    }
}

static gboolean
look_again (gpointer data)
{
  TlCapacityPage *self = data;

  self->look_source = 0;
  find_what_is_seen (self);
  return G_SOURCE_REMOVE;
}

/* At once for what was scrolled, and once more when the charts have their new places. */
static void
on_scrolled (TlCapacityPage *self)
{
  find_what_is_seen (self);
  if (!self->look_source)
    self->look_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, look_again, self, NULL);
}

static void
on_appearance (TlCapacityPage *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), (int) lround (MOST_WIDTH * scale));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), (int) lround (MOST_WIDTH * scale));
}

static void
on_numbers (TlCapacityPage *self)
{
  const TlCapacity *capacity = self->document ? tl_document_capacity (self->document) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->cards[COMPARE], self->document && tl_document_compared (self->document));
  if (capacity && capacity->used > 0)
    {
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->scroll);
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

  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->scroll)
    return gtk_widget_grab_focus (self->scroll);
  return gtk_widget_grab_focus (self->to_flow);
}

static void
build_nothing (TlCapacityPage *self)
{
  self->nothing = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->nothing, "throughline-capacity-symbolic");
  adw_status_page_set_title (self->nothing, _("No Numbers Yet"));
  self->to_flow = gtk_button_new_with_mnemonic (_("_Go to Flow"));
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

  g_clear_handle_id (&self->look_source, g_source_remove);
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
  GtkAdjustment *adjustment;

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      self->cards[i] = tl_chart_card_new (views[i]);
      gtk_box_append (GTK_BOX (self->column), self->cards[i]);
    }
  gtk_widget_add_css_class (self->column, "charts");
  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->column);
  self->scroll = gtk_scrolled_window_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroll), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Capacity"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->clamp);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (self->scroll, TRUE);
  build_nothing (self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->scroll);
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->nothing));
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->flow_bar = tl_flow_bar_new ();
  gtk_box_append (GTK_BOX (self->whole), self->flow_bar);
  gtk_box_append (GTK_BOX (self->whole), self->stack);
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_appearance), self,
                           G_CONNECT_SWAPPED);
  on_appearance (self);
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
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    tl_chart_card_set_document (TL_CHART_CARD (self->cards[i]), document);
  tl_flow_bar_set_document (TL_FLOW_BAR (self->flow_bar), document);
  on_numbers (self);
}
