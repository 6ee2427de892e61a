#include "app/demand-row.h"

#include <math.h>

#include "app/field-entry.h"
#include "app/kind-buttons.h"
#include "paint/words.h"
#include "study/entry.h"
#include "study/flow-edits.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlDemandRow
{
  GtkListBoxRow parent_instance;
  TlDocument *document;
  TlDemand *demand;
  GtkWidget *cells[TL_N_DEMAND_COLUMNS];
};

G_DEFINE_FINAL_TYPE (TlDemandRow, tl_demand_row, GTK_TYPE_LIST_BOX_ROW)

/* ---- cells ---- */

static GtkWidget *
cell_label (GtkWidget *button)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "cell");
  return label;
}

static GtkWidget *
action_cell (TlDemandRow *self, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), cell_label (button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", self->demand->item.id);
  return button;
}

static void
set_cell (GtkWidget *button, const char *words, const char *tip, gboolean quiet)
{
  GtkWidget *label = GTK_IS_MENU_BUTTON (button) ? gtk_menu_button_get_child (GTK_MENU_BUTTON (button))
                                                 : gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_tooltip_text (button, tip);
  if (quiet)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static GtkWidget *
name_cell (TlDemandRow *self)
{
  TlHistory *history = tl_document_history (self->document);
  GtkWidget *entry = tl_field_entry_new (_ ("In the customer’s words"), TL_ENTRY_TEXT,
                                         tl_live_edit_new (history, self->demand, "name", _ ("Rename")));

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 18);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 44);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_add_css_class (entry, "name-cell");
  return entry;
}

static GtkWidget *
frequency_cell (TlDemandRow *self)
{
  TlHistory *history = tl_document_history (self->document);
  TlLiveEdit *edit = tl_live_edit_new (history, self->demand, "frequency", _ ("Change frequency"));
  GtkWidget *entry = tl_field_entry_new (_ ("How often, from outside"), TL_ENTRY_AMOUNT, edit);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 14);
  return entry;
}

static void
append (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/* Menus are made when they are opened: a table of hundreds of rows is there at once. */
static void
create_predictable (GtkMenuButton *button, gpointer data)
{
  TlDemandRow *self = data;
  const TlChoice *choices = tl_item_field (TL_ITEM_DEMAND, "predictable")->choices;
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; choices[i].nick; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "types.predictable", "(si)", self->demand->item.id, choices[i].value);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
predictable_cell (TlDemandRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), cell_label (button));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_predictable, self, NULL);
  return button;
}

static void
create_more (GtkMenuButton *button, gpointer data)
{
  const char *id = TL_DEMAND_ROW (data)->demand->item.id;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) shape = g_menu_new ();
  g_autoptr (GMenu) about = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  append (shape, _ ("_Merge into Another…"), "types.merge", id);
  append (shape, _ ("_Split by Words…"), "types.split", id);
  append (about, _ ("What _Matters Here…"), "types.matters", id);
  append (order, _ ("Move _Up"), "types.up", id);
  append (order, _ ("Move _Down"), "types.down", id);
  append (end, _ ("D_elete"), "types.delete", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (about));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shape));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
more_cell (TlDemandRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  const char *tip = _ ("What matters here, merge, split, move, delete");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_more, self, NULL);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
on_kind (TlDemandRow *self, int kind)
{
  tl_item_change (tl_document_history (self->document), self->demand, "kind", tl_value_choice (kind),
                  _ ("Change kind of demand"));
  tl_history_settle (tl_document_history (self->document));
}

static GtkWidget *
kind_cell (TlDemandRow *self)
{
  GtkWidget *buttons = tl_kind_buttons_new ();

  g_signal_connect_swapped (buttons, "chosen", G_CALLBACK (on_kind), self);
  return buttons;
}

/* ---- what they say ---- */

static char *
from_log_words (double rate, TlPeriod period)
{
  g_autofree char *contacts = tl_words_contacts (rate, period);

  /* Translators: "12 contacts a week" */
  return g_strdup_printf (_ ("%s, counted from the log"), contacts);
}

/* What is not typed is counted, and says so. */
static void
show_frequency (TlDemandRow *self, double rate)
{
  GtkWidget *cell = self->cells[TL_DEMAND_FREQUENCY];
  gboolean counted = isnan (self->demand->frequency) && rate > 0;
  g_autofree char *number = tl_words_number (rate);
  /* Translators: a number of contacts a period, counted and not typed. */
  g_autofree char *short_words = g_strdup_printf (_ ("%s (log)"), number);
  g_autofree char *whole = from_log_words (rate, tl_document_study (self->document)->period);

  tl_field_entry_refresh (TL_FIELD_ENTRY (cell));
  gtk_entry_set_placeholder_text (GTK_ENTRY (cell), counted ? short_words : _ ("not known"));
  if (counted)
    gtk_widget_set_tooltip_text (cell, whole);
}

static void
show_entry (TlDemandRow *self)
{
  TlFlow *flow = tl_document_flow (self->document);
  const char *tip = _ ("Where it enters the flow");

  for (guint i = 0; flow && i < flow->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);

      if (entry->demand == self->demand)
        {
          g_autofree char *name = tl_words_name (entry->step->name);

          set_cell (self->cells[TL_DEMAND_ENTRY], name, tip, FALSE);
          return;
        }
    }
  set_cell (self->cells[TL_DEMAND_ENTRY], _ ("nowhere yet"), tip, TRUE);
}

/* How many a period where the numbers say so, else how many each time the step is done. */
static char *
raised_words (TlDemandRow *self, const TlRaises *raises)
{
  const TlCapacity *capacity = tl_document_capacity (self->document);
  const TlVolume *volume = capacity ? tl_volumes_of_raises (capacity->volumes, raises) : NULL;
  g_autofree char *rate = NULL;

  if (volume && tl_volume_sum (volume) > 0)
    return tl_words_times_per (tl_volume_sum (volume), capacity->period);
  rate = tl_amount_format (raises->rate);
  return g_strdup_printf (_ ("%s per visit"), rate);
}

/* The steps of the flow that cause it, with how often. */
static void
show_raised (TlDemandRow *self)
{
  TlFlow *flow = tl_document_flow (self->document);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; flow && i < flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (flow->raises, i);
      g_autofree char *name = NULL, *often = NULL;

      if (raises->demand != self->demand)
        continue;
      name = tl_words_name (raises->step->name);
      often = raised_words (self, raises);
      if (words->len > 0)
        g_string_append (words, C_ ("list", ", "));
      g_string_append_printf (words, _ ("%s (%s)"), name, often);
    }
  set_cell (self->cells[TL_DEMAND_RAISED], words->len ? words->str : _ ("no step"),
            words->len ? words->str : _ ("Show the flow, where steps say what they cause"), words->len == 0);
}

static void
show_predictable (TlDemandRow *self)
{
  const TlField *field = tl_item_field (TL_ITEM_DEMAND, "predictable");
  const TlChoice *choice = tl_choice_by_value (field->choices, (int) self->demand->predictable);

  set_cell (self->cells[TL_DEMAND_PREDICTABLE], _ (choice->label),
            _ ("Whether the system makes it come again and again"),
            self->demand->predictable == TL_PREDICTABLE_UNKNOWN);
}

/* ---- the class ---- */

static void
tl_demand_row_dispose (GObject *object)
{
  TlDemandRow *self = TL_DEMAND_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  g_clear_object (&self->document);
  g_clear_pointer (&self->demand, tl_item_unref);
  G_OBJECT_CLASS (tl_demand_row_parent_class)->dispose (object);
}

static void
tl_demand_row_class_init (TlDemandRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_demand_row_dispose;
}

static void
tl_demand_row_init (TlDemandRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * tl_demand_row_new:
 * @document: the document
 * @demand: a demand type of its study
 * @columns: (array length=TL_N_DEMAND_COLUMNS): keep the cells of all rows under one another
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_demand_row_new (TlDocument *document, TlDemand *demand, GtkSizeGroup *const *columns)
{
  TlDemandRow *self = g_object_new (TL_TYPE_DEMAND_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->document = g_object_ref (document);
  self->demand = (TlDemand *) tl_item_ref (demand);
  self->cells[TL_DEMAND_KIND] = kind_cell (self);
  self->cells[TL_DEMAND_NAME] = name_cell (self);
  self->cells[TL_DEMAND_FREQUENCY] = frequency_cell (self);
  self->cells[TL_DEMAND_PREDICTABLE] = predictable_cell (self);
  self->cells[TL_DEMAND_ENTRY] = action_cell (self, "types.enter");
  self->cells[TL_DEMAND_RAISED] = action_cell (self, "types.show");
  /* Names of steps, and how often. */
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->cells[TL_DEMAND_RAISED]))), 44);
  self->cells[TL_DEMAND_MORE] = more_cell (self);
  for (int i = 0; i < TL_N_DEMAND_COLUMNS; i++)
    {
      gtk_size_group_add_widget (columns[i], self->cells[i]);
      gtk_widget_set_valign (self->cells[i], GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), self->cells[i]);
    }
  gtk_widget_add_css_class (box, "demand-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

/**
 * tl_demand_row_get_demand:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
TlDemand *
tl_demand_row_get_demand (TlDemandRow *self)
{
  return self->demand;
}

/**
 * tl_demand_row_get_cell:
 * @self: a row
 * @column: which cell
 *
 * Returns: (transfer none): the widget there
 */
GtkWidget *
tl_demand_row_get_cell (TlDemandRow *self, TlDemandColumn column)
{
  return self->cells[column];
}

/**
 * tl_demand_row_refresh:
 * @self: a row
 * @rate: how often the demand comes from outside, typed or counted
 *
 * Shows what the study holds now.
 */
void
tl_demand_row_refresh (TlDemandRow *self, double rate)
{
  const TlChoice *kind = tl_choice_by_value (tl_demand_kind_choices (), (int) self->demand->kind);
  const char *name = tl_item_name (self->demand);
  /* Translators: a demand's name, and its kind: what a screen reader says of a row. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s"), *name ? name : _ ("without a name"), _ (kind->label));

  tl_kind_buttons_set_kind (TL_KIND_BUTTONS (self->cells[TL_DEMAND_KIND]), (int) self->demand->kind);
  tl_field_entry_refresh (TL_FIELD_ENTRY (self->cells[TL_DEMAND_NAME]));
  show_frequency (self, rate);
  show_predictable (self);
  show_entry (self);
  show_raised (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
