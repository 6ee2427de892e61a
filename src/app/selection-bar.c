#include "app/selection-bar.h"

#include "app/wrap-layout.h"
#include "study/connector.h"
#include "study/demand.h"
#include "study/step.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A button of the bar. It has an icon or a label; the keyboard stays with the canvas. */
typedef struct
{
  const char *label;
  const char *icon;
  const char *tip;
  const char *action;
  const char *target; /* nullable: of the action */
  const char *style;  /* nullable: a class for CSS */
} BarButton;

static const BarButton naming_buttons[] = {
  { N_ ("Done"), NULL, N_ ("Keep the name (Enter)"), "canvas.finish-name", NULL, NULL },
  { N_ ("Next step"), NULL, N_ ("Keep the name and add the next step (Tab)"), "canvas.add-step", NULL,
    "suggested-action" },
};

static const BarButton step_buttons[] = {
  { N_ ("Value"), NULL, N_ ("It does what the customer needs (V)"), "canvas.mark-value", NULL, "value-class" },
  { N_ ("Waste"), NULL, N_ ("The customer would not miss it (W)"), "canvas.mark-waste", NULL, "waste-class" },
  { "?", NULL, N_ ("Nobody has judged it yet (U)"), "canvas.mark-none", NULL, "no-class" },
  { NULL, "preferences-system-time-symbolic", N_ ("How long does it take? (T)"), "canvas.times", NULL, NULL },
  { NULL, "avatar-default-symbolic", N_ ("Who does it? (L)"), "canvas.role", NULL, NULL },
};

static const BarButton one_step_buttons[] = {
  { NULL, "chat-message-new-symbolic", N_ ("What do customers ask for here? (E)"), "canvas.let-enter", NULL, NULL },
  { "F", NULL, N_ ("What failure demand does it cause? (F)"), "canvas.raise-failure", NULL, "failure-button" },
  { NULL, "list-add-symbolic", N_ ("Next step (Tab)"), "canvas.add-step", NULL, NULL },
};

static const BarButton connector_buttons[] = {
  { "%", NULL, N_ ("How much of the work goes this way? (S)"), "canvas.share", NULL, NULL },
  { N_ ("Rework"), NULL, N_ ("Work that comes back because it was not right (R)"), "canvas.toggle-rework", NULL,
    "rework-button" },
  { NULL, "list-add-symbolic", N_ ("Insert a step here (I)"), "canvas.insert", NULL, NULL },
};

static const BarButton demand_buttons[] = {
  { N_ ("Value"), NULL, N_ ("What the service is there for"), "canvas.demand-kind", "value", "value-class" },
  { N_ ("Failure"), NULL, N_ ("It comes because something was not done, or not done right"), "canvas.demand-kind",
    "failure", "failure-class" },
  { "?", NULL, N_ ("Not sure"), "canvas.demand-kind", "unsure", "no-class" },
  { N_ ("How often"), NULL, N_ ("What they ask, and how often"), "canvas.demand", NULL, NULL },
};

static const BarButton raises_buttons[] = {
  { "%", NULL, N_ ("How often does it cause it?"), "canvas.rate", NULL, NULL },
};

static const BarButton last_buttons[] = {
  { NULL, "view-more-symbolic", N_ ("More"), "canvas.menu", NULL, NULL },
  { NULL, "user-trash-symbolic", N_ ("Delete"), "canvas.delete", NULL, NULL },
};

/* The parts of the bar, in their order. */
typedef enum
{
  PART_NAMING,
  PART_STEP,
  PART_KIND,
  PART_ONE_STEP,
  PART_STEPS,
  PART_CONNECTOR,
  PART_DEMAND,
  PART_RAISES,
  PART_LAST,
  N_PARTS,
} Part;

struct _TlSelectionBar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *parts[N_PARTS];
  GtkMenuButton *kind;
};

G_DEFINE_FINAL_TYPE (TlSelectionBar, tl_selection_bar, GTK_TYPE_WIDGET)

static GtkWidget *
create_button (const BarButton *button)
{
  GtkWidget *widget
      = button->icon ? gtk_button_new_from_icon_name (button->icon) : gtk_button_new_with_label (_ (button->label));

  gtk_button_set_has_frame (GTK_BUTTON (widget), FALSE);
  gtk_widget_set_focusable (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, _ (button->tip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (button->tip), -1);
  if (button->target)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", button->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), button->action);
  if (button->style)
    gtk_widget_add_css_class (widget, button->style);
  return widget;
}

static void
add_part (TlSelectionBar *self, Part part, const BarButton *buttons, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), create_button (&buttons[i]));
  gtk_box_append (GTK_BOX (self->box), box);
  self->parts[part] = box;
}

/* What kind of step it is stands on the button, and its menu changes it. */
static void
add_kind (TlSelectionBar *self)
{
  GMenu *menu = g_menu_new ();

  for (const TlChoice *choice = tl_step_kind_choices (); choice->nick; choice++)
    {
      g_autofree char *action = g_strdup_printf ("canvas.step-kind::%s", choice->nick);

      g_menu_append (menu, _ (choice->label), action);
    }
  self->kind = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_menu_model (self->kind, G_MENU_MODEL (menu));
  gtk_menu_button_set_has_frame (self->kind, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->kind), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->kind), _ ("Kind of step"));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->kind));
  self->parts[PART_KIND] = GTK_WIDGET (self->kind);
  g_object_unref (menu);
}

/* How several steps stand to one another. */
static void
add_arrange (TlSelectionBar *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "throughline-align-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, _ ("Align and distribute"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Align and distribute"),
                                  -1);
  gtk_box_append (GTK_BOX (self->box), button);
  self->parts[PART_STEPS] = button;
}

static void
tl_selection_bar_dispose (GObject *object)
{
  g_clear_pointer (&TL_SELECTION_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_selection_bar_parent_class)->dispose (object);
}

static void
tl_selection_bar_class_init (TlSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_selection_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "selectionbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

#define ADD(part, buttons) add_part (self, part, buttons, G_N_ELEMENTS (buttons))

static void
tl_selection_bar_init (TlSelectionBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  /* On a small screen, or at a large room scale, its parts go on in a second row. */
  gtk_widget_set_layout_manager (self->box, tl_wrap_layout_new ());
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  ADD (PART_NAMING, naming_buttons);
  ADD (PART_STEP, step_buttons);
  add_kind (self);
  ADD (PART_ONE_STEP, one_step_buttons);
  add_arrange (self);
  ADD (PART_CONNECTOR, connector_buttons);
  ADD (PART_DEMAND, demand_buttons);
  ADD (PART_RAISES, raises_buttons);
  ADD (PART_LAST, last_buttons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("For the selection"), -1);
}

/**
 * tl_selection_bar_new:
 * @arrange: what can be done with how several steps stand
 *
 * Returns: (transfer floating): a bar; its buttons activate actions of a canvas above it
 */
GtkWidget *
tl_selection_bar_new (GMenuModel *arrange)
{
  TlSelectionBar *self = g_object_new (TL_TYPE_SELECTION_BAR, NULL);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->parts[PART_STEPS]), arrange);
  return GTK_WIDGET (self);
}

/* Shows which of a part's buttons say what is so already. */
static void
mark_current (TlSelectionBar *self, Part part, int current)
{
  int i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (self->parts[part]); button;
       button = gtk_widget_get_next_sibling (button), i++)
    if (i == current)
      gtk_widget_add_css_class (button, "current");
    else
      gtk_widget_remove_css_class (button, "current");
}

/* The value that a field has in all of @items, or -1 where they differ. */
static int
common_choice (GPtrArray *items, const char *field)
{
  TlItem *first = g_ptr_array_index (items, 0);
  const TlField *described = tl_item_field (first->kind, field);
  int common = tl_item_get (first, described).choice;

  for (guint i = 1; i < items->len; i++)
    if (tl_item_get (g_ptr_array_index (items, i), described).choice != common)
      return -1;
  return common;
}

static void
show_steps (TlSelectionBar *self, GPtrArray *steps)
{
  int class = common_choice (steps, "class");
  int kind = common_choice (steps, "kind");

  mark_current (self, PART_STEP,
                class == TL_CLASS_VALUE   ? 0
                : class == TL_CLASS_WASTE ? 1
                : class == TL_CLASS_NONE  ? 2
                                          : -1);
  gtk_menu_button_set_label (self->kind,
                             kind < 0 ? _ ("Kind") : _ (tl_choice_by_value (tl_step_kind_choices (), kind)->label));
}

static void
show_connectors (TlSelectionBar *self, GPtrArray *connectors)
{
  mark_current (self, PART_CONNECTOR, common_choice (connectors, "kind") == TL_CONNECTOR_REWORK ? 1 : -1);
}

static void
show_demands (TlSelectionBar *self, GPtrArray *demands)
{
  int kind = common_choice (demands, "kind");

  mark_current (self, PART_DEMAND,
                kind == TL_DEMAND_VALUE     ? 0
                : kind == TL_DEMAND_FAILURE ? 1
                : kind == TL_DEMAND_UNSURE  ? 2
                                            : -1);
}

static void
show_parts (TlSelectionBar *self, guint shown)
{
  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_set_visible (self->parts[i], (shown & (1u << i)) != 0);
}

/**
 * tl_selection_bar_show:
 * @self: a bar
 * @selection: what is selected
 * @naming: whether a name is being typed
 *
 * Shows what can be done with the selection: with its steps, where there are any, else with its
 * connectors, else with its demands.
 *
 * Returns: whether there is anything
 */
gboolean
tl_selection_bar_show (TlSelectionBar *self, TlSelection *selection, gboolean naming)
{
  g_autoptr (GPtrArray) steps = tl_selection_of_kind (selection, TL_ITEM_STEP);
  g_autoptr (GPtrArray) connectors = tl_selection_of_kind (selection, TL_ITEM_CONNECTOR);
  g_autoptr (GPtrArray) demands = tl_selection_of_kind (selection, TL_ITEM_DEMAND);
  g_autoptr (GPtrArray) raises = tl_selection_of_kind (selection, TL_ITEM_RAISES);
  guint shown = 1u << PART_LAST;

  if (naming)
    {
      show_parts (self, 1u << PART_NAMING);
      return TRUE;
    }
  if (steps->len)
    {
      show_steps (self, steps);
      shown |= 1u << PART_STEP | 1u << PART_KIND;
      if (tl_selection_size (selection) == 1)
        shown |= 1u << PART_ONE_STEP;
      else if (steps->len > 1)
        shown |= 1u << PART_STEPS;
    }
  else if (connectors->len)
    {
      show_connectors (self, connectors);
      shown |= 1u << PART_CONNECTOR;
    }
  else if (demands->len)
    {
      show_demands (self, demands);
      shown |= 1u << PART_DEMAND;
    }
  else if (raises->len)
    shown |= 1u << PART_RAISES;
  show_parts (self, shown);
  return tl_selection_size (selection) > 0;
}
