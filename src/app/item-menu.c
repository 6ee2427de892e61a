#include "app/item-menu.h"

#include "app/dialogs.h"
#include "app/menu-label.h"
#include "paint/words.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Held by the button, and by the dialog that asks for a name: the button may go meanwhile. */
typedef struct
{
  TlDocument *document;
  const TlItemMenuType *type;
  gpointer data;
  GDestroyNotify destroy;
} ItemMenu;

static void
item_menu_clear (gpointer data)
{
  ItemMenu *self = data;

  g_object_unref (self->document);
  self->destroy (self->data);
}

static void
item_menu_unref (gpointer data)
{
  g_rc_box_release_full (data, item_menu_clear);
}

static void
on_named (const char *name, gpointer data)
{
  ItemMenu *self = data;

  self->type->named (self->document, name, self->data);
}

static void
on_chosen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ItemMenu *self = data;
  TlItem *item = tl_study_find (tl_document_study (self->document), g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) offered = self->type->offered (self->document, self->data);

  if (item && g_ptr_array_find (offered, item, NULL))
    self->type->chosen (self->document, item, self->data);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ItemMenu *self = data;
  GtkWidget *button = g_object_get_data (G_OBJECT (action), "tl-button");

  tl_dialogs_ask_name (GTK_WINDOW (gtk_widget_get_root (button)), self->type->question (self->data),
                       _ (self->type->name_label), _ (self->type->accept), on_named, g_rc_box_acquire (self),
                       item_menu_unref);
}

static GMenuModel *
build_menu (ItemMenu *self)
{
  g_autoptr (GPtrArray) offered = self->type->offered (self->document, self->data);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) fresh = g_menu_new ();

  for (guint i = 0; i < offered->len; i++)
    {
      TlItem *item = g_ptr_array_index (offered, i);
      g_autofree char *name = tl_words_name (tl_item_name (item));
      g_autofree char *label = tl_menu_label (name);
      g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (entry, "items.choose", "s", item->id);
      g_menu_append_item (known, entry);
    }
  g_menu_append (fresh, _ (self->type->new_label), "items.new");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fresh));
  return G_MENU_MODEL (menu);
}

/* Built when it is opened, so that it holds what the study holds then. */
static void
create_popup (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = build_menu (data);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
add_actions (GtkWidget *button, ItemMenu *menu)
{
  static const GActionEntry entries[] = { { "choose", on_chosen, "s" }, { "new", on_new } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), menu);
  g_object_set_data (G_OBJECT (g_action_map_lookup_action (G_ACTION_MAP (group), "new")), "tl-button", button);
  gtk_widget_insert_action_group (button, "items", G_ACTION_GROUP (group));
}

/**
 * tl_item_menu_new:
 * @document: the document
 * @type: what is offered and made
 * @tip: what choosing does
 * @data: (transfer full): for the functions of @type
 * @destroy: frees @data
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
tl_item_menu_new (TlDocument *document,
                  const TlItemMenuType *type,
                  const char *tip,
                  gpointer data,
                  GDestroyNotify destroy)
{
  GtkWidget *button = gtk_menu_button_new ();
  ItemMenu *menu = g_rc_box_new0 (ItemMenu);

  *menu = (ItemMenu){ g_object_ref (document), type, data, destroy };
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  add_actions (button, menu);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup, menu, NULL);
  g_object_set_data_full (G_OBJECT (button), "tl-item-menu", menu, item_menu_unref);
  return button;
}
