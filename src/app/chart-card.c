#include "app/chart-card.h"

#include "app/chart-view.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlChartCard
{
  GtkWidget parent_instance;
  GtkWidget *overlay;
  GtkWidget *chart;
};

G_DEFINE_FINAL_TYPE (TlChartCard, tl_chart_card, GTK_TYPE_WIDGET)

static void
tl_chart_card_dispose (GObject *object)
{
  TlChartCard *self = TL_CHART_CARD (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_chart_card_parent_class)->dispose (object);
}

static void
tl_chart_card_class_init (TlChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_chart_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartcard");
}

static void
tl_chart_card_init (TlChartCard *self)
{
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
append (GMenu *menu, const char *label, const char *action, TlView view, const char *suffix)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (suffix)
    g_menu_item_set_action_and_target (item, action, "(ss)", tl_view_nick (view), suffix);
  else
    g_menu_item_set_action_and_target (item, action, "s", tl_view_nick (view));
  g_menu_append_item (menu, item);
}

/**
 * tl_chart_card_menu:
 * @view: a chart
 *
 * Returns: (transfer full): what can be done with it: save it, copy it
 */
GMenuModel *
tl_chart_card_menu (TlView view)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  append (files, _ ("Save as _PNG…"), "win.save-picture", view, "png");
  append (files, _ ("Save as _SVG…"), "win.save-picture", view, "svg");
  append (files, _ ("Save as P_DF…"), "win.save-picture", view, "pdf");
  append (files, _ ("Save _Numbers as CSV…"), "win.save-picture", view, "csv");
  append (others, _ ("_Copy as Picture"), "win.copy-picture", view, NULL);
  append (others, _ ("Size and _Colours…"), "win.export-view", view, NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
build_button (TlView view)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = tl_chart_card_menu (view);
  g_autofree char *tip = g_strdup_printf (_ ("Save or copy “%s”"), tl_view_label (view));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "chart-menu");
  return button;
}

/**
 * tl_chart_card_new:
 * @view: what it shows
 *
 * Returns: (transfer floating): a card without a document
 */
GtkWidget *
tl_chart_card_new (TlView view)
{
  TlChartCard *self = g_object_new (TL_TYPE_CHART_CARD, NULL);

  self->chart = tl_chart_view_new (view);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->chart);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), build_button (view));
  return GTK_WIDGET (self);
}

/**
 * tl_chart_card_set_document:
 * @self: a card
 * @document: (nullable): whose numbers it shows
 */
void
tl_chart_card_set_document (TlChartCard *self, TlDocument *document)
{
  tl_chart_view_set_document (TL_CHART_VIEW (self->chart), document);
}

/**
 * tl_chart_card_set_in_view:
 * @self: a card
 * @in_view: whether any of it can be seen where the page is scrolled to
 */
void
tl_chart_card_set_in_view (TlChartCard *self, gboolean in_view)
{
  tl_chart_view_set_in_view (TL_CHART_VIEW (self->chart), in_view);
}
