#include "app/flow-bar.h"

#include "app/menu-label.h"
#include "app/whole-text.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlFlowBar
{
  GtkWidget parent_instance;
  GtkWidget *row;
  GtkWidget *choice;
  GtkLabel *choice_label;
  GtkWidget *serves;
  GtkLabel *serves_label;
  TlDocument *document;
  char *shown_names; /* what the menu was made from */
};

G_DEFINE_FINAL_TYPE (TlFlowBar, tl_flow_bar, GTK_TYPE_WIDGET)

static char *
shown_name (const TlFlow *flow)
{
  return g_strdup (flow->name ? flow->name : _ ("without a name"));
}

static char *
menu_label (const TlFlow *flow)
{
  g_autofree char *name = shown_name (flow);

  return tl_menu_label (name);
}

static GMenuModel *
flows_section (TlStudy *study, const char *action, const TlFlow *without)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < study->flows->len; i++)
    {
      const TlFlow *flow = g_ptr_array_index (study->flows, i);
      g_autofree char *label = menu_label (flow);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (flow == without)
        continue;
      g_menu_item_set_action_and_target (item, action, "s", flow->item.id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
actions_section (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy to a _Redesign…"), "win.redesign");
  g_menu_append (menu, _ ("New _Empty Flow…"), "win.add-flow");
  g_menu_append (menu, _ ("_Name and Purpose…"), "win.edit-flow");
  g_menu_append (menu, _ ("_Show What Differs"), "win.show-differing");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
order_section (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("Move _Up"), "win.flow-earlier");
  g_menu_append (menu, _ ("Move _Down"), "win.flow-later");
  g_menu_append (menu, _ ("_Delete…"), "win.delete-flow");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
build_menu (TlDocument *document)
{
  TlStudy *study = tl_document_study (document);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) flows = flows_section (study, "win.flow", NULL);
  g_autoptr (GMenuModel) actions = actions_section ();
  g_autoptr (GMenuModel) order = order_section ();

  g_menu_append_section (menu, NULL, flows);
  if (study->flows->len > 2)
    {
      g_autoptr (GMenuModel) others = flows_section (study, "win.compare-with", tl_document_flow (document));

      g_menu_append_submenu (menu, _ ("_Compare With"), others);
    }
  g_menu_append_section (menu, NULL, actions);
  g_menu_append_section (menu, NULL, order);
  return G_MENU_MODEL (menu);
}

/* A menu that is open must not be built anew under the pointer, so only where names or flows are others. */
static void
refresh_menu (TlFlowBar *self)
{
  TlStudy *study = tl_document_study (self->document);
  const TlFlow *shown = tl_document_flow (self->document);
  g_autoptr (GString) names = g_string_new (shown->item.id);
  g_autoptr (GMenuModel) menu = NULL;

  for (guint i = 0; i < study->flows->len; i++)
    {
      const TlFlow *flow = g_ptr_array_index (study->flows, i);

      g_string_append_printf (names, "\n%s %s", flow->item.id, flow->name ? flow->name : "");
    }
  if (g_strcmp0 (self->shown_names, names->str) == 0)
    return;
  g_free (self->shown_names);
  self->shown_names = g_strdup (names->str);
  menu = build_menu (self->document);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->choice), menu);
}

/* Only a redesign is asked how it serves the purpose; as it is, it is as it is. */
static void
refresh_serves (TlFlowBar *self, const TlFlow *flow)
{
  gboolean redesign = flow->based_on || flow->serves;

  gtk_widget_set_visible (self->serves, redesign);
  gtk_label_set_text (self->serves_label, flow->serves ? flow->serves : _ ("How does it serve the purpose?"));
  if (flow->serves)
    gtk_widget_remove_css_class (GTK_WIDGET (self->serves_label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->serves_label), "dim-label");
  gtk_widget_set_tooltip_text (self->serves, _ ("Say how it serves the purpose"));
}

static void
refresh (TlFlowBar *self)
{
  const TlFlow *flow = self->document ? tl_document_flow (self->document) : NULL;
  g_autofree char *name = flow ? shown_name (flow) : NULL;

  /* With one flow there is nothing to choose, and the room is the canvas's. */
  gtk_widget_set_visible (GTK_WIDGET (self), flow && tl_document_study (self->document)->flows->len > 1);
  if (!flow)
    return;
  gtk_label_set_text (self->choice_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  refresh_menu (self);
  refresh_serves (self, flow);
}

static void
tl_flow_bar_dispose (GObject *object)
{
  TlFlowBar *self = TL_FLOW_BAR (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_pointer (&self->shown_names, g_free);
  G_OBJECT_CLASS (tl_flow_bar_parent_class)->dispose (object);
}

static void
tl_flow_bar_class_init (TlFlowBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_flow_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "flowbar");
}

static void
build_serves (TlFlowBar *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->serves_label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->serves_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->serves_label, 0);
  tl_whole_text_of_label (self->serves_label);
  self->serves = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->serves), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->serves), "win.edit-flow");
  gtk_widget_add_css_class (self->serves, "flat");
  gtk_widget_add_css_class (self->serves, "flow-serves");
  gtk_widget_set_hexpand (self->serves, TRUE);
}

/* However long its name, a flow makes no window wider. */
static void
build_choice (TlFlowBar *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->choice_label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->choice_label, PANGO_ELLIPSIZE_END);
  tl_whole_text_of_label (self->choice_label);
  self->choice = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->choice), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->choice), TRUE);
  gtk_widget_add_css_class (self->choice, "flat");
  gtk_widget_add_css_class (self->choice, "flow-choice");
  gtk_widget_set_tooltip_text (self->choice, _ ("Which flow (Ctrl+Page Up, Ctrl+Page Down)"));
}

static void
tl_flow_bar_init (TlFlowBar *self)
{
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  build_choice (self);
  build_serves (self);
  gtk_box_append (GTK_BOX (self->row), self->choice);
  gtk_box_append (GTK_BOX (self->row), self->serves);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_flow_bar_new:
 *
 * Returns: (transfer floating): a bar without a document
 */
GtkWidget *
tl_flow_bar_new (void)
{
  return g_object_new (TL_TYPE_FLOW_BAR, NULL);
}

/**
 * tl_flow_bar_set_document:
 * @self: a bar
 * @document: (nullable): whose flows it shows
 */
void
tl_flow_bar_set_document (TlFlowBar *self, TlDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_clear_pointer (&self->shown_names, g_free);
  if (document)
    g_signal_connect_swapped (document, "state", G_CALLBACK (refresh), self);
  refresh (self);
}
