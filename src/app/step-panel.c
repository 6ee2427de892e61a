#include "app/step-panel.h"

#include "app/choice-row.h"
#include "app/class-buttons.h"
#include "app/condition-menu.h"
#include "app/demand-menu.h"
#include "app/difference-note.h"
#include "app/role-choice.h"
#include "paint/words.h"
#include "study/flow-edits.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What of a panel changes beside its rows. */
typedef struct
{
  GPtrArray *steps;
  TlClassButtons *buttons;
  GtkWidget *class_group;
  GtkWidget *waste_row;
  AdwPreferencesGroup *work_group; /* NULL for several steps */
} StepParts;

static void
step_parts_free (gpointer data)
{
  StepParts *self = data;

  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* "Done 632 times a week, 63 h", spelt as in the charts */
static char *
numbers_of (TlDocument *document, TlStep *step)
{
  const TlCapacity *capacity = tl_document_capacity (document);
  const TlStepNumbers *numbers = capacity ? tl_capacity_step (capacity, step) : NULL;
  g_autofree char *visits = NULL;
  g_autofree char *hours = NULL;

  if (!numbers)
    return NULL;
  visits = tl_words_number (numbers->visits);
  hours = tl_words_number (tl_buckets_sum (&numbers->hours));
  switch (capacity->period)
    {
    case TL_PERIOD_DAY:
      return g_strdup_printf (_ ("Done %s times a day, %s h"), visits, hours);
    case TL_PERIOD_MONTH:
      return g_strdup_printf (_ ("Done %s times a month, %s h"), visits, hours);
    case TL_PERIOD_YEAR:
      return g_strdup_printf (_ ("Done %s times a year, %s h"), visits, hours);
    case TL_PERIOD_WEEK:
    default:
      return g_strdup_printf (_ ("Done %s times a week, %s h"), visits, hours);
    }
}

static char *
numbers_and_difference (TlDocument *document, TlStep *step)
{
  g_autofree char *numbers = numbers_of (document, step);
  g_autofree char *difference = tl_difference_note (document, step);

  if (!numbers || !difference)
    return numbers ? g_steal_pointer (&numbers) : g_steal_pointer (&difference);
  return g_strjoin ("\n", numbers, difference, NULL);
}

/* Where the steps differ no button is down, and it is said why. */
static void
refresh_class (StepParts *self)
{
  TlStepClass class = ((TlStep *) g_ptr_array_index (self->steps, 0))->class;
  gboolean differ = FALSE;

  tl_class_buttons_refresh (self->buttons);
  for (guint i = 1; i < self->steps->len; i++)
    differ = differ || ((TlStep *) g_ptr_array_index (self->steps, i))->class != class;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->class_group), differ ? _ ("differs") : NULL);
  gtk_widget_set_visible (self->waste_row, !differ && class == TL_CLASS_WASTE);
}

static void
refresh_parts (TlPanel *panel, gpointer data)
{
  StepParts *self = data;

  refresh_class (self);
  if (self->work_group)
    {
      g_autofree char *words
          = numbers_and_difference (tl_panel_get_document (panel), g_ptr_array_index (self->steps, 0));
      g_autofree char *escaped = words ? g_markup_escape_text (words, -1) : NULL;

      adw_preferences_group_set_description (self->work_group, escaped);
    }
}

static StepParts *
add_class (TlPanel *panel, GPtrArray *steps)
{
  GtkWidget *group = tl_panel_add_group (panel, _ ("For the customer"), NULL);
  GtkWidget *buttons = tl_class_buttons_new (tl_panel_get_history (panel), steps);
  GtkWidget *row = adw_preferences_row_new ();
  StepParts *parts = g_new0 (StepParts, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Value or waste"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), buttons);
  tl_panel_add_row (group, row);
  parts->steps = g_ptr_array_ref (steps);
  parts->class_group = group;
  parts->buttons = TL_CLASS_BUTTONS (buttons);
  parts->waste_row
      = tl_panel_add_choice (panel, group, _ ("Kind of waste"), steps, "waste", _ ("Change kind of waste"));
  return parts;
}

static AdwPreferencesGroup *
add_work (TlPanel *panel, GPtrArray *steps)
{
  GtkWidget *group = tl_panel_add_group (panel, _ ("Work"), NULL);

  tl_role_choice_add (panel, group, steps);
  tl_panel_add_field_of_all (panel, group, _ ("Work each time"), TL_ENTRY_MINUTES, steps, "work-minutes",
                             _ ("Change work time"));
  tl_panel_add_field_of_all (panel, group, _ ("The customer waits"), TL_ENTRY_MINUTES, steps, "wait-minutes",
                             _ ("Change waiting time"));
  return ADW_PREFERENCES_GROUP (group);
}

/* ---- what it raises, and what enters here ---- */

static TlFlow *
flow_of (TlStep *step)
{
  return (TlFlow *) tl_item_ancestor (step, TL_ITEM_FLOW);
}

static void
on_raise (TlDocument *document, TlDemand *demand, gpointer step)
{
  tl_flow_add_raises (tl_document_history (document), step, demand, 1);
}

static void
on_enter (TlDocument *document, TlDemand *demand, gpointer step)
{
  tl_flow_add_entry (tl_document_history (document), demand, step);
}

static void
add_raises_row (TlPanel *panel, GtkWidget *group, TlRaises *raises)
{
  g_autofree char *title = g_strdup_printf (_ ("“%s”, each time"), tl_item_name (raises->demand));
  GtkWidget *row = tl_panel_add_field (panel, group, title, TL_ENTRY_RATE, raises, "rate", _ ("Change rate"));

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), tl_panel_delete_button (panel, _ ("It does not cause this"), raises));
}

static void
add_raised (TlPanel *panel, TlStep *step)
{
  GtkWidget *group = tl_panel_add_group (panel, _ ("Failure demand it causes"), NULL);
  TlFlow *flow = flow_of (step);
  guint found = 0;

  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                           tl_demand_menu_new (tl_panel_get_document (panel),
                                                               _ ("Add a failure demand that this step causes"),
                                                               TL_DEMAND_FAILURE, on_raise, step));
  for (guint i = 0; flow && i < flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (flow->raises, i);

      if (raises->step != step)
        continue;
      add_raises_row (panel, group, raises);
      found++;
    }
  if (!found)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("None that anybody has noticed."));
}

static void
add_entry_row (TlPanel *panel, GtkWidget *group, TlEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tl_item_name (entry->demand));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tl_panel_delete_button (panel, _ ("It does not enter here"), entry));
  tl_panel_add_row (group, row);
}

static void
add_entering (TlPanel *panel, TlStep *step)
{
  GtkWidget *group = tl_panel_add_group (panel, _ ("Demand that enters here"), NULL);
  TlFlow *flow = flow_of (step);

  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group),
                                           tl_demand_menu_new (tl_panel_get_document (panel),
                                                               _ ("Let a demand enter at this step"), TL_DEMAND_VALUE,
                                                               on_enter, step));
  for (guint i = 0; flow && i < flow->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);

      if (entry->step == step)
        add_entry_row (panel, group, entry);
    }
}

/* Returns: the group */
static GtkWidget *
add_more (TlPanel *panel, GPtrArray *steps)
{
  GtkWidget *group = tl_panel_add_group (panel, _ ("More"), NULL);

  tl_panel_add_field_of_all (panel, group, _ ("Arrives complete and accurate"), TL_ENTRY_SHARE, steps,
                             "complete-and-accurate", _ ("Change complete and accurate"));
  tl_panel_add_choice (panel, group, _ ("Repeats"), steps, "repeats", _ ("Change what repeats are"));
  return group;
}

/**
 * tl_step_panel_new:
 * @document: the document
 * @step: a step of its flow
 *
 * Returns: (transfer floating): a panel with all fields of @step
 */
TlPanel *
tl_step_panel_new (TlDocument *document, TlStep *step)
{
  TlPanel *panel = tl_panel_new (document);
  g_autoptr (GPtrArray) steps = tl_panel_one (step);
  GtkWidget *group;
  StepParts *parts;

  tl_panel_add_heading (panel, _ ("Step"));
  group = tl_panel_add_group (panel, NULL, NULL);
  tl_panel_add_field (panel, group, _ ("Name"), TL_ENTRY_TEXT, step, "name", _ ("Rename"));
  tl_panel_add_choice (panel, group, _ ("Kind"), steps, "kind", _ ("Change kind of step"));
  parts = add_class (panel, steps);
  parts->work_group = add_work (panel, steps);
  add_raised (panel, step);
  add_entering (panel, step);
  tl_condition_menu_add_group (panel, step);
  tl_panel_add_notes (panel, add_more (panel, steps), step);
  tl_panel_add_delete (panel, _ ("Delete Step"), steps);
  tl_panel_on_refresh (panel, refresh_parts, parts, step_parts_free);
  return panel;
}

/**
 * tl_step_panel_list:
 * @document: the document
 * @step: a step of its flow
 * @items: where to add the items that the step's panel shows besides @step
 */
void
tl_step_panel_list (TlDocument *document, TlStep *step, GPtrArray *items)
{
  TlFlow *flow = flow_of (step);

  for (guint i = 0; flow && i < flow->raises->len; i++)
    if (((TlRaises *) g_ptr_array_index (flow->raises, i))->step == step)
      g_ptr_array_add (items, g_ptr_array_index (flow->raises, i));
  for (guint i = 0; flow && i < flow->entries->len; i++)
    if (((TlEntry *) g_ptr_array_index (flow->entries, i))->step == step)
      g_ptr_array_add (items, g_ptr_array_index (flow->entries, i));
  tl_condition_menu_list (document, step, items);
}

/**
 * tl_steps_panel_new:
 * @document: the document
 * @steps: (element-type TlStep): several steps
 *
 * Returns: (transfer floating): a panel with what can be said of all of them at once
 */
TlPanel *
tl_steps_panel_new (TlDocument *document, GPtrArray *steps)
{
  TlPanel *panel = tl_panel_new (document);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u step", "%u steps", steps->len), steps->len);
  StepParts *parts;
  GtkWidget *group;

  tl_panel_add_heading (panel, heading);
  group = tl_panel_add_group (panel, NULL, NULL);
  tl_panel_add_choice (panel, group, _ ("Kind"), steps, "kind", _ ("Change kind of steps"));
  parts = add_class (panel, steps);
  add_work (panel, steps);
  add_more (panel, steps);
  tl_panel_add_delete (panel, _ ("Delete Steps"), steps);
  tl_panel_on_refresh (panel, refresh_parts, parts, step_parts_free);
  return panel;
}
