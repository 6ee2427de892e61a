#include "app/flow-panel.h"

#include <math.h>

#include "app/choice-row.h"
#include "paint/words.h"
#include "study/flow-edits.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* One item of the study that is folded into its name until somebody wants to see more. */
typedef struct
{
  AdwExpanderRow *row;
  TlItem *item;
} Folded;

typedef struct
{
  GArray *folded;
  GHashTable *unfolded; /* items that are unfolded, new ones with themselves as the value; outlives
                           the panel */
} FlowParts;

static void
folded_clear (gpointer data)
{
  tl_item_unref (((Folded *) data)->item);
}

static void
flow_parts_free (gpointer data)
{
  FlowParts *self = data;

  g_array_unref (self->folded);
  g_hash_table_unref (self->unfolded);
  g_free (self);
}

/* ---- what a folded item says ---- */

static char *
role_summary (const TlRole *role)
{
  g_autofree char *people = isnan (role->people) ? NULL : tl_amount_format (role->people);
  g_autofree char *hours = isnan (role->hours) ? NULL : tl_amount_format (role->hours);
  g_autofree char *available = NULL;

  if (!people || !hours)
    return g_strdup (_ ("Say how many people, and their hours"));
  available = tl_words_hours (tl_role_available (role));
  return g_strdup_printf (_ ("%s people × %s h = %s"), people, hours, available);
}

/* How often a demand comes, what the flow itself raises included; NAN where that is not known. */
static double
arrivals_of (TlDocument *document, const TlDemand *demand)
{
  const TlCapacity *capacity = tl_document_capacity (document);

  for (guint i = 0; capacity && i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (capacity->demands, TlDemandNumbers, i);

      if (numbers->demand == demand)
        return numbers->arrivals;
    }
  return demand->frequency;
}

static char *
demand_summary (TlDocument *document, const TlDemand *demand)
{
  const TlChoice *kind = tl_choice_by_value (tl_demand_kind_choices (), (int) demand->kind);
  double arrivals = arrivals_of (document, demand);
  g_autofree char *often = NULL;

  if (isnan (arrivals) || (isnan (demand->frequency) && !(arrivals > 0)))
    return g_strdup (_ (kind->label));
  often = tl_words_times_per (arrivals, tl_document_study (document)->period);
  return g_strdup_printf ("%s · %s", _ (kind->label), often);
}

static void
show_folded (TlDocument *document, const Folded *folded)
{
  const char *name = tl_item_name (folded->item);
  g_autofree char *title = g_markup_escape_text (*name ? name : _ ("without a name"), -1);
  g_autofree char *plain = folded->item->kind == TL_ITEM_ROLE ? role_summary ((TlRole *) folded->item)
                                                              : demand_summary (document, (TlDemand *) folded->item);
  g_autofree char *summary = g_markup_escape_text (plain, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (folded->row), title);
  adw_expander_row_set_subtitle (folded->row, summary);
}

static void
refresh_parts (TlPanel *panel, gpointer data)
{
  FlowParts *self = data;

  for (guint i = 0; i < self->folded->len; i++)
    show_folded (tl_panel_get_document (panel), &g_array_index (self->folded, Folded, i));
}

static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, gpointer data)
{
  GHashTable *unfolded = data;
  gpointer item = g_object_get_data (G_OBJECT (row), "tl-item");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_insert (unfolded, tl_item_ref (item), NULL);
  else
    g_hash_table_remove (unfolded, item);
}

static GtkWidget *
add_folded (FlowParts *parts, GtkWidget *group, gpointer item)
{
  GtkWidget *row = adw_expander_row_new ();
  Folded folded = { ADW_EXPANDER_ROW (row), tl_item_ref (item) };

  tl_panel_add_row (group, row);
  g_object_set_data_full (G_OBJECT (row), "tl-item", tl_item_ref (item), tl_item_unref);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (parts->unfolded, item));
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (on_expanded), g_hash_table_ref (parts->unfolded),
                         (GClosureNotify) (void (*) (void)) g_hash_table_unref, 0);
  g_array_append_val (parts->folded, folded);
  return row;
}

/* Whether @item is new; it is not any more when asked again. */
static gboolean
is_new (FlowParts *parts, gpointer item)
{
  if (!g_hash_table_lookup (parts->unfolded, item))
    return FALSE;
  g_hash_table_insert (parts->unfolded, tl_item_ref (item), NULL);
  return TRUE;
}

/* ---- roles ---- */

static void
add_role (TlPanel *panel, FlowParts *parts, GtkWidget *group, TlRole *role)
{
  GtkWidget *row = add_folded (parts, group, role);
  GtkWidget *name = tl_panel_add_field (panel, row, _ ("Name"), TL_ENTRY_TEXT, role, "name", _ ("Rename"));

  if (is_new (parts, role))
    tl_panel_set_first (panel, name);
  tl_panel_add_field (panel, row, _ ("People"), TL_ENTRY_AMOUNT, role, "people", _ ("Change people"));
  tl_panel_add_field (panel, row, _ ("Hours of each"), TL_ENTRY_AMOUNT, role, "hours", _ ("Change hours"));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), tl_panel_delete_button (panel, _ ("Delete role"), role));
}

static GtkWidget *
add_button (const char *tip, GCallback callback, TlPanel *panel)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", callback, panel);
  return button;
}

/* A new item is unfolded, as it is about to be filled in, and its name is typed at once. */
static void
unfold (GtkButton *button, gpointer item)
{
  GHashTable *unfolded = g_object_get_data (G_OBJECT (button), "tl-unfolded");

  g_hash_table_insert (unfolded, tl_item_ref (item), item);
}

static void
on_add_role (GtkButton *button, TlPanel *panel)
{
  unfold (button, tl_study_add_role (tl_panel_get_history (panel), _ ("New role"), (double) NAN, (double) NAN));
}

static void
on_add_demand (GtkButton *button, TlPanel *panel)
{
  unfold (button, tl_study_add_demand (tl_panel_get_history (panel), _ ("New demand"), TL_DEMAND_VALUE, (double) NAN));
}

static void
set_adder (GtkWidget *group, GtkWidget *button, FlowParts *parts)
{
  g_object_set_data_full (G_OBJECT (button), "tl-unfolded", g_hash_table_ref (parts->unfolded),
                          (GDestroyNotify) g_hash_table_unref);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
}

static void
add_roles (TlPanel *panel, FlowParts *parts, TlStudy *study)
{
  GtkWidget *group = tl_panel_add_group (panel, _ ("Roles"),
                                         study->roles->len ? NULL : _ ("Who does the work, and the hours they have."));

  set_adder (group, add_button (_ ("Add a role"), G_CALLBACK (on_add_role), panel), parts);
  for (guint i = 0; i < study->roles->len; i++)
    add_role (panel, parts, group, g_ptr_array_index (study->roles, i));
}

/* ---- demands ---- */

static GtkWidget *
add_demand_fields (TlPanel *panel, GtkWidget *parent, TlDemand *demand)
{
  g_autoptr (GPtrArray) one = tl_panel_one (demand);
  GtkWidget *name
      = tl_panel_add_field (panel, parent, _ ("In the customer’s words"), TL_ENTRY_TEXT, demand, "name", _ ("Rename"));

  tl_panel_add_choice (panel, parent, _ ("Kind"), one, "kind", _ ("Change kind of demand"));
  tl_panel_add_field (panel, parent, _ ("How often, from outside"), TL_ENTRY_AMOUNT, demand, "frequency",
                      _ ("Change frequency"));
  tl_panel_add_choice (panel, parent, _ ("Predictable"), one, "predictable", _ ("Change predictable"));
  return name;
}

static void
add_demands (TlPanel *panel, FlowParts *parts, TlStudy *study)
{
  GtkWidget *group = tl_panel_add_group (panel, _ ("Demand"),
                                         study->demands->len ? NULL : _ ("What customers ask for, and how often."));

  set_adder (group, add_button (_ ("Add a demand"), G_CALLBACK (on_add_demand), panel), parts);
  for (guint i = 0; i < study->demands->len; i++)
    {
      TlDemand *demand = g_ptr_array_index (study->demands, i);
      GtkWidget *row = add_folded (parts, group, demand);
      GtkWidget *name = add_demand_fields (panel, row, demand);

      if (is_new (parts, demand))
        tl_panel_set_first (panel, name);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), tl_panel_delete_button (panel, _ ("Delete demand"), demand));
    }
}

/**
 * tl_demand_panel_new:
 * @document: the document
 * @demand: a #TlDemand of its study
 *
 * Returns: (transfer floating): a panel with all its fields
 */
TlPanel *
tl_demand_panel_new (TlDocument *document, TlItem *demand)
{
  TlPanel *panel = tl_panel_new (document);
  g_autoptr (GPtrArray) one = tl_panel_one (demand);

  tl_panel_add_heading (panel, _ ("Demand"));
  add_demand_fields (panel, tl_panel_add_group (panel, NULL, NULL), (TlDemand *) demand);
  tl_panel_add_delete (panel, _ ("Delete Demand"), one);
  return panel;
}

/* ---- which flow ---- */

static void
flow_words (GtkStringList *words, gpointer data)
{
  GPtrArray *flows = tl_document_study (data)->flows;

  for (guint i = 0; i < flows->len; i++)
    {
      const char *name = tl_item_name (g_ptr_array_index (flows, i));
      gtk_string_list_append (words, *name ? name : _ ("without a name"));
    }
}

static guint
flow_read (gpointer data)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_ptr_array_find (tl_document_study (data)->flows, tl_document_flow (data), &position);
  return position;
}

static void
flow_write (guint chosen, gpointer data)
{
  tl_document_set_flow (data, g_ptr_array_index (tl_document_study (data)->flows, chosen));
}

/* The action knows, and tells the switch, whether there are lanes. */
static void
add_lanes (GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *lanes = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Lanes by role"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (lanes), "win.lanes");
  gtk_widget_set_valign (lanes, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lanes);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), lanes);
  tl_panel_add_row (group, row);
}

static void
add_study (TlPanel *panel, TlDocument *document)
{
  static const TlChoiceSource source = { flow_words, flow_read, flow_write };
  TlStudy *study = tl_document_study (document);
  g_autoptr (GPtrArray) one = tl_panel_one (study);
  GtkWidget *group = tl_panel_add_group (panel, NULL, NULL);

  tl_panel_add_field (panel, group, _ ("Title"), TL_ENTRY_TEXT, study, "title", _ ("Change title"));
  tl_panel_add_choice (panel, group, _ ("Hours and frequencies per"), one, "period", _ ("Change period"));
  if (study->flows->len > 1)
    tl_panel_add_choice_row (panel, group,
                             tl_choice_row_new (_ ("Flow shown"), &source, g_object_ref (document), g_object_unref));
  if (!tl_document_flow (document))
    return;
  tl_panel_add_field (panel, group, _ ("Name of the flow"), TL_ENTRY_TEXT, tl_document_flow (document), "name",
                      _ ("Rename"));
  add_lanes (group);
}

/**
 * tl_flow_panel_new:
 * @document: the document
 * @unfolded: (element-type TlItem): which roles and demands are unfolded; kept up to date
 *
 * Returns: (transfer floating): a panel with the study, its roles and its demands
 */
TlPanel *
tl_flow_panel_new (TlDocument *document, GHashTable *unfolded)
{
  TlPanel *panel = tl_panel_new (document);
  TlStudy *study = tl_document_study (document);
  FlowParts *parts = g_new0 (FlowParts, 1);

  parts->folded = g_array_new (FALSE, FALSE, sizeof (Folded));
  g_array_set_clear_func (parts->folded, folded_clear);
  parts->unfolded = g_hash_table_ref (unfolded);
  tl_panel_add_heading (panel, _ ("Study"));
  add_study (panel, document);
  add_demands (panel, parts, study);
  add_roles (panel, parts, study);
  tl_panel_on_refresh (panel, refresh_parts, parts, flow_parts_free);
  return panel;
}
