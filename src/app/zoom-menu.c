#include "app/zoom-menu.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlZoomMenu
{
  GtkWidget parent_instance;
  TlCanvas *canvas;
  GtkWidget *button;
  GtkWidget *label;
  int percent;
};

G_DEFINE_FINAL_TYPE (TlZoomMenu, tl_zoom_menu, GTK_TYPE_WIDGET)

/* By the window's action, as buttons outside the canvas do not see its own. */
static void
append (GMenu *menu, const char *words, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, "win.canvas", "s", action);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sizes = g_menu_new ();
  g_autoptr (GMenu) map = g_menu_new ();

  append (sizes, _ ("The whole flow (Home)"), "canvas.zoom-fit");
  append (sizes, _ ("What is selected (Z)"), "canvas.zoom-selection");
  append (sizes, _ ("100 % (0)"), "canvas.zoom-100");
  append (map, _ ("Map of the flow, on or off (M)"), "canvas.minimap");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sizes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (map));
  return G_MENU_MODEL (menu);
}

/* Of the size that everything in the window has. */
static void
on_view (TlZoomMenu *self)
{
  int percent = (int) lround (100 * tl_canvas_get_zoom (self->canvas) / tl_canvas_get_text_scale (self->canvas));
  g_autofree char *words = NULL;

  if (percent == self->percent)
    return;
  self->percent = percent;
  /* Translators: how large the flow is shown, as in "80 %" */
  words = g_strdup_printf (_ ("%d %%"), percent);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
tl_zoom_menu_dispose (GObject *object)
{
  TlZoomMenu *self = TL_ZOOM_MENU (object);

  tl_zoom_menu_set_canvas (self, NULL);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_zoom_menu_parent_class)->dispose (object);
}

static void
tl_zoom_menu_class_init (TlZoomMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_zoom_menu_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "zoommenu");
}

static void
tl_zoom_menu_init (TlZoomMenu *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();

  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (_ ("100 %"));
  /* Wide enough for the largest: the tool bar stays as it is. */
  gtk_label_set_width_chars (GTK_LABEL (self->label), 6);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_tooltip_text (self->button, _ ("How large the flow is shown"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * tl_zoom_menu_new:
 *
 * Returns: (transfer floating): a button that speaks of no canvas yet
 */
GtkWidget *
tl_zoom_menu_new (void)
{
  return g_object_new (TL_TYPE_ZOOM_MENU, NULL);
}

/**
 * tl_zoom_menu_set_canvas:
 * @self: a button
 * @canvas: (nullable): whose zoom it says
 */
void
tl_zoom_menu_set_canvas (TlZoomMenu *self, TlCanvas *canvas)
{
  if (self->canvas)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_set_weak_pointer (&self->canvas, canvas);
  if (!canvas)
    return;
  g_signal_connect_swapped (canvas, "view", G_CALLBACK (on_view), self);
  on_view (self);
}
