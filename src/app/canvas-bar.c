/* canvas-bar.c: the bar beside the selection: when it is there, where it stands, what its own
 * actions do. */
#include <math.h>

#include "app/bar-place.h"
#include "app/canvas-private.h"
#include "app/selection-bar.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* From what is selected, with its handles, in widget units at 100 % room scale. */
#define DISTANCE 16.0
#define DISTANCE_BELOW 30.0
#define MARGIN 6.0

static gboolean
is_dragging (TlCanvas *self)
{
  return self->tool && tl_pointer_has_moved (&self->pointer);
}

static void
update (TlCanvas *self)
{
  gboolean show = self->bar_wanted && !self->presented && self->document && self->flow && !is_dragging (self)
                  && !tl_document_is_read_only (self->document);

  if (show)
    show = tl_selection_bar_show (TL_SELECTION_BAR (self->bar), tl_canvas_selection (self), self->naming != NULL);
  if (show || gtk_widget_get_visible (self->bar))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_set_visible (self->bar, show);
}

static gboolean
on_idle (gpointer data)
{
  TlCanvas *self = data;

  self->bar_idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Shows or hides the bar, and what it says, as things are. Not at once: it is often one of its own
 * buttons that has changed things, and GTK loses count of what is pressed if that button goes away
 * while it is. */
void
tl_canvas_update_bar (TlCanvas *self)
{
  if (self->bar && !self->bar_idle)
    self->bar_idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_idle, self, NULL);
}

/* Who selects by mouse or finger wants it; who then takes the keyboard does not. */
void
tl_canvas_want_bar (TlCanvas *self, gboolean wanted)
{
  self->bar_wanted = wanted;
  tl_canvas_update_bar (self);
}

static void
enclose (TlBox *whole, TlBox box)
{
  double right = MAX (whole->x + whole->width, box.x + box.width);
  double bottom = MAX (whole->y + whole->height, box.y + box.height);

  if (whole->width <= 0)
    {
      *whole = box;
      return;
    }
  whole->x = MIN (whole->x, box.x);
  whole->y = MIN (whole->y, box.y);
  whole->width = right - whole->x;
  whole->height = bottom - whole->y;
}

/* What the bar must not cover, in the widget. A path may run all over the sheet: its label stands
 * for it. */
static TlBox
anchor (TlCanvas *self)
{
  g_autoptr (GPtrArray) items = tl_selection_items (tl_canvas_selection (self));
  TlFlowGeometry *geometry = tl_canvas_geometry (self);
  TlBox whole = { 0 };

  for (guint i = 0; i < items->len; i++)
    {
      TlItem *item = g_ptr_array_index (items, i);

      if (item->kind == TL_ITEM_STEP || item->kind == TL_ITEM_DEMAND)
        enclose (&whole, tl_canvas_box_of (self, item));
    }
  for (guint i = 0; whole.width <= 0 && i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      if (tl_selection_has (tl_canvas_selection (self), path->item))
        whole = (TlBox){ path->label.x - 30, path->label.y - 12, 60, 24 };
    }
  return tl_viewport_box_to_widget (&self->viewport, &whole);
}

static int
height_for (GtkWidget *bar, int width)
{
  int height;

  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* As wide as it likes to be, where there is so much room; else in rows, and no wider than these need. */
static int
bar_width (TlCanvas *self)
{
  int least, width, most = self->width - 2 * (int) MARGIN;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, &width, NULL, NULL);
  if (width <= most || most <= least)
    return MIN (width, MAX (least, most));
  for (width = most; least < width;)
    {
      int middle = (least + width) / 2;

      if (height_for (self->bar, middle) > height_for (self->bar, most))
        least = middle + 1;
      else
        width = middle;
    }
  return width;
}

static void
add_seen (TlCanvas *self, TlItem *item, const TlBox *box, GArray *selected, GArray *others)
{
  TlBox seen = tl_viewport_box_to_widget (&self->viewport, box);

  if (tl_selection_has (tl_canvas_selection (self), item))
    g_array_append_val (selected, seen);
  else if (tl_viewport_sees (&self->viewport, box, self->width, self->height))
    g_array_append_val (others, seen);
}

/* What stands around the bar: what is selected and what lies over the canvas, which it never covers where it can be
 * helped, and the rest of the flow. */
static void
look_around (TlCanvas *self, GArray *never, GArray *others)
{
  const TlFlowGeometry *geometry = tl_canvas_geometry (self);
  TlBox tools = tl_canvas_tools_cover (self);

  g_array_append_val (never, tools);
  g_array_append_val (never, self->map_cover);
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);
      add_seen (self, TL_ITEM (step->step), &step->box, never, others);
    }
  for (guint i = 0; i < geometry->chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (geometry->chips, TlChipBox, i);
      add_seen (self, TL_ITEM (chip->demand), &chip->box, never, others);
    }
}

/* Beside what is selected, where it covers least; always within the canvas. */
void
tl_canvas_place_bar (TlCanvas *self)
{
  double scale = sqrt (self->text_scale);
  g_autoptr (GArray) never = g_array_new (FALSE, FALSE, sizeof (TlBox));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (TlBox));
  TlBarWish wish = { .room = { MARGIN, MARGIN, self->width - 2 * MARGIN, self->height - 2 * MARGIN },
                     .above = DISTANCE * scale,
                     .below = DISTANCE_BELOW * scale,
                     .never = never,
                     .rather_not = others };
  int width, height;
  GskTransform *place;
  TlPlace at;

  if (!self->bar || !gtk_widget_get_visible (self->bar) || !self->flow)
    return;
  width = bar_width (self);
  height = height_for (self->bar, width);
  wish.width = width;
  wish.height = height;
  wish.anchor = anchor (self);
  look_around (self, never, others);
  g_array_append_val (never, wish.anchor);
  at = tl_bar_place (&wish);
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (at.x), (float) round (at.y)));
  gtk_widget_allocate (self->bar, width, height, -1, place);
}

static gboolean
is_within (GtkWidget *widget, GtkWidget *whole)
{
  return widget && whole && (widget == whole || gtk_widget_is_ancestor (widget, whole));
}

/* Returns: whether a press there is for a widget on the canvas, not for the canvas */
gboolean
tl_canvas_is_on_bar (TlCanvas *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return is_within (picked, self->bar) || is_within (picked, self->front) || is_within (picked, self->letters_table);
}

void
tl_canvas_create_bar (TlCanvas *self)
{
  g_autoptr (GMenuModel) arrange = tl_canvas_arrange_menu ();

  self->bar = tl_selection_bar_new (arrange);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

/* ---- actions ---- */

static void
finish_name (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_canvas_finish_naming (TL_CANVAS (widget));
  tl_canvas_update_bar (TL_CANVAS (widget));
}

static void
set_choice (TlCanvas *self, TlItemKind kind, const char *name, const TlChoice *choice)
{
  g_autoptr (GPtrArray) items = NULL;
  TlHistory *history;

  if (!choice || !tl_canvas_can_edit (self))
    return;
  history = tl_canvas_history (self);
  items = tl_selection_of_kind (tl_canvas_selection (self), kind);
  tl_history_begin (history, name, NULL);
  for (guint i = 0; i < items->len; i++)
    tl_history_apply (history, tl_edit_new_set_choice (g_ptr_array_index (items, i), "kind", choice->value));
  tl_history_end (history);
}

static void
step_kind (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_choice (TL_CANVAS (widget), TL_ITEM_STEP, _ ("Change kind of step"),
              tl_choice_by_nick (tl_step_kind_choices (), g_variant_get_string (parameter, NULL)));
}

static void
demand_kind (GtkWidget *widget, const char *action, GVariant *parameter)
{
  set_choice (TL_CANVAS (widget), TL_ITEM_DEMAND, _ ("Change kind of demand"),
              tl_choice_by_nick (tl_demand_kind_choices (), g_variant_get_string (parameter, NULL)));
}

static void
ask_demand (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;

  if (focus && focus->kind == TL_ITEM_DEMAND)
    tl_canvas_ask_demand (self, (TlDemand *) focus);
}

static void
ask_rate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;

  if (focus && focus->kind == TL_ITEM_RAISES)
    tl_canvas_ask_raise_rate (self, ((TlRaises *) focus)->step, ((TlRaises *) focus)->demand);
}

/* Returns: where a menu about what is selected goes: beside it, or in the middle where that is out of sight */
static TlPlace
place_of_menu (TlCanvas *self)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));
  TlBox box = focus ? tl_canvas_box_of (self, focus) : (TlBox){ 0 };
  TlBox seen = tl_viewport_box_to_widget (&self->viewport, &box);

  if (box.width <= 0 || !tl_viewport_sees (&self->viewport, &box, self->width, self->height))
    return (TlPlace){ self->width / 2.0, self->height / 2.0 };
  return (TlPlace){ CLAMP (seen.x + seen.width + 4, 0, self->width - 1), CLAMP (seen.y, 0, self->height - 1) };
}

/* The menu of the right button, for who has none: by the bar, or beside what is selected. */
static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  graphene_rect_t bounds;
  TlPlace place;

  if (!self->flow || self->presented)
    return;
  place = place_of_menu (self);
  if (gtk_widget_get_mapped (self->bar) && gtk_widget_compute_bounds (self->bar, widget, &bounds))
    tl_canvas_show_menu (self, (double) (bounds.origin.x + bounds.size.width) - 40,
                         (double) (bounds.origin.y + bounds.size.height) + 2);
  else
    tl_canvas_show_menu (self, place.x, place.y);
}

/* Installs the actions that only the bar has. */
void
tl_canvas_class_add_bar_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.finish-name", NULL, finish_name);
  gtk_widget_class_install_action (widget_class, "canvas.step-kind", "s", step_kind);
  gtk_widget_class_install_action (widget_class, "canvas.demand-kind", "s", demand_kind);
  gtk_widget_class_install_action (widget_class, "canvas.demand", NULL, ask_demand);
  gtk_widget_class_install_action (widget_class, "canvas.rate", NULL, ask_rate);
  gtk_widget_class_install_action (widget_class, "canvas.menu", NULL, show_menu);
}
