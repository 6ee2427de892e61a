#include "app/demand-menu.h"

#include <math.h>

#include "app/dialogs.h"
#include "app/menu-label.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlDocument *document;
  TlDemandKind kind;
  TlDemandChosen chosen;
  TlItem *item;
  GtkWidget *button; /* not owned: the actions belong to it; NULL while a name is asked for */
} DemandMenu;

static void
demand_menu_free (gpointer data)
{
  DemandMenu *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->item);
  g_free (self);
}

static DemandMenu *
demand_menu_copy (const DemandMenu *menu)
{
  DemandMenu *self = g_memdup2 (menu, sizeof *menu);

  g_object_ref (self->document);
  self->item = tl_item_ref (self->item);
  self->button = NULL;
  return self;
}

static void
on_named (const char *name, gpointer data)
{
  DemandMenu *self = data;
  TlHistory *history = tl_document_history (self->document);

  tl_history_begin (history, _ ("Add demand"), NULL);
  self->chosen (self->document, tl_study_add_demand (history, name, self->kind, (double) NAN), self->item);
  tl_history_end (history);
}

static void
on_chosen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DemandMenu *self = data;
  TlItem *demand = tl_study_find (tl_document_study (self->document), g_variant_get_string (parameter, NULL));

  if (demand && demand->kind == TL_ITEM_DEMAND)
    self->chosen (self->document, (TlDemand *) demand, self->item);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DemandMenu *self = data;
  GtkRoot *root = gtk_widget_get_root (self->button);

  tl_dialogs_ask_name (GTK_WINDOW (root),
                       self->kind == TL_DEMAND_FAILURE ? _ ("What do customers have to ask?")
                                                       : _ ("What do customers ask for?"),
                       _ ("In their words"), _ ("_Add Demand"), on_named, demand_menu_copy (self), demand_menu_free);
}

/* Failure demand is offered where something causes it; any may enter. */
static gboolean
is_offered (DemandMenu *self, const TlDemand *demand)
{
  return self->kind != TL_DEMAND_FAILURE || demand->kind != TL_DEMAND_VALUE;
}

static GMenuModel *
build_menu (DemandMenu *self)
{
  GPtrArray *demands = tl_document_study (self->document)->demands;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) fresh = g_menu_new ();

  for (guint i = 0; i < demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (demands, i);
      g_autofree char *label = tl_menu_label (tl_item_name (demand));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "demand.choose", "s", demand->item.id);
      if (is_offered (self, demand))
        g_menu_append_item (known, item);
    }
  g_menu_append (fresh, _ ("New demand…"), "demand.new");
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
add_actions (GtkWidget *button, DemandMenu *menu)
{
  static const GActionEntry entries[] = { { "choose", on_chosen, "s" }, { "new", on_new } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), menu);
  gtk_widget_insert_action_group (button, "demand", G_ACTION_GROUP (group));
}

/**
 * tl_demand_menu_new:
 * @document: the document
 * @tip: what choosing does
 * @kind: what a new demand is
 * @chosen: called with the demand and @item, in an entry of the history where the demand is new
 * @item: for @chosen
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
tl_demand_menu_new (TlDocument *document, const char *tip, TlDemandKind kind, TlDemandChosen chosen, gpointer item)
{
  GtkWidget *button = gtk_menu_button_new ();
  DemandMenu *menu = g_new0 (DemandMenu, 1);

  *menu = (DemandMenu){ g_object_ref (document), kind, chosen, tl_item_ref (item), button };
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  add_actions (button, menu);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup, menu, NULL);
  g_object_set_data_full (G_OBJECT (button), "tl-demand-menu", menu, demand_menu_free);
  return button;
}
