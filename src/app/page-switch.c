#include "app/page-switch.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlPageSwitch
{
  GtkWidget parent_instance;
  AdwViewStack *stack;
  GtkWidget *squeezer;
  GtkWidget *words;   /* the usual switcher */
  GtkWidget *icons;   /* one toggle a page */
  GtkWidget *menu;    /* where there is room for one button only */
  gboolean following; /* toggles change because the page has */
};

G_DEFINE_FINAL_TYPE (TlPageSwitch, tl_page_switch, GTK_TYPE_WIDGET)

/* A page's title without the mnemonic of the switcher. */
static char *
plain_title (AdwViewStackPage *page)
{
  g_auto (GStrv) parts = g_strsplit (adw_view_stack_page_get_title (page), "_", -1);

  return g_strjoinv (NULL, parts);
}

static void
on_toggled (GtkToggleButton *toggle, gpointer data)
{
  TlPageSwitch *self = data;

  if (!self->following && gtk_toggle_button_get_active (toggle))
    adw_view_stack_set_visible_child_name (self->stack, gtk_widget_get_name (GTK_WIDGET (toggle)));
}

static void
on_page (TlPageSwitch *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);
  GtkWidget *toggle;

  self->following = TRUE;
  for (toggle = gtk_widget_get_first_child (self->icons); toggle; toggle = gtk_widget_get_next_sibling (toggle))
    if (g_strcmp0 (gtk_widget_get_name (toggle), name) == 0)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
        gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), gtk_button_get_icon_name (GTK_BUTTON (toggle)));
      }
  self->following = FALSE;
}

static void
add_toggle (TlPageSwitch *self, AdwViewStackPage *page)
{
  GtkWidget *first = gtk_widget_get_first_child (self->icons);
  GtkWidget *toggle = gtk_toggle_button_new ();
  g_autofree char *title = plain_title (page);

  gtk_widget_set_name (toggle, adw_view_stack_page_get_name (page));
  gtk_button_set_icon_name (GTK_BUTTON (toggle), adw_view_stack_page_get_icon_name (page));
  gtk_widget_set_tooltip_text (toggle, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (first)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (first));
  g_signal_connect (toggle, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self->icons), toggle);
}

static void
add_pages (TlPageSwitch *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);
  g_autoptr (GMenu) menu = g_menu_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      g_autoptr (GMenuItem) item = g_menu_item_new (adw_view_stack_page_get_title (page), NULL);

      add_toggle (self, page);
      g_menu_item_set_action_and_target (item, "win.page", "s", adw_view_stack_page_get_name (page));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
}

static void
tl_page_switch_dispose (GObject *object)
{
  TlPageSwitch *self = TL_PAGE_SWITCH (object);

  if (self->stack)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  g_clear_object (&self->stack);
  g_clear_pointer (&self->squeezer, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_page_switch_parent_class)->dispose (object);
}

static void
tl_page_switch_class_init (TlPageSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_page_switch_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pageswitch");
}

static void
tl_page_switch_init (TlPageSwitch *self)
{
  self->squeezer = adw_squeezer_new ();
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (self->squeezer), FALSE);
  self->words = adw_view_switcher_new ();
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (self->words), ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->words);
  self->icons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_halign (self->icons, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->icons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->icons, "linked");
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->icons);
  self->menu = gtk_menu_button_new ();
  gtk_widget_set_halign (self->menu, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->menu, GTK_ALIGN_CENTER);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->menu), TRUE);
  gtk_widget_set_tooltip_text (self->menu, _ ("Pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  adw_squeezer_add (ADW_SQUEEZER (self->squeezer), self->menu);
  gtk_widget_set_parent (self->squeezer, GTK_WIDGET (self));
}

/**
 * tl_page_switch_set_stack:
 * @self: a switch without pages
 * @stack: all its pages, each with a name, a title and an icon
 */
void
tl_page_switch_set_stack (TlPageSwitch *self, AdwViewStack *stack)
{
  g_return_if_fail (self->stack == NULL);
  self->stack = g_object_ref (stack);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->words), stack);
  add_pages (self);
  g_signal_connect_swapped (stack, "notify::visible-child-name", G_CALLBACK (on_page), self);
  on_page (self);
}
