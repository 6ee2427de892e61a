/* canvas-actions.c: the actions of the canvas, for keys, menus and buttons alike. */
#include "app/canvas-private.h"

#include "layout/arrange.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static void
add_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  tl_canvas_finish_naming (self);
  if (self->flow)
    tl_canvas_add_step_after (self, tl_canvas_last_step (self));
}

static void
add_branch (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  tl_canvas_finish_naming (self);
  if (self->flow)
    tl_canvas_add_branch (self, tl_canvas_last_step (self));
}

static void
add_note (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  tl_canvas_finish_naming (self);
  if (self->flow)
    tl_canvas_add_note (self);
}

/* A step is named; a connector says its words and its share; a demand is best changed beside the canvas. */
static void
edit_focus (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlItem *focus = self->flow ? tl_selection_focus (tl_canvas_selection (self)) : NULL;

  if (focus && focus->kind == TL_ITEM_STEP)
    tl_canvas_start_naming (self, (TlStep *) focus, FALSE);
  else if (focus && focus->kind == TL_ITEM_CONNECTOR)
    tl_canvas_ask_label (self);
}

static void
mark_value (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_canvas_mark (TL_CANVAS (widget), TL_CLASS_VALUE, TL_WASTE_NONE);
}

static void
mark_waste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  tl_canvas_mark (self, TL_CLASS_WASTE, TL_WASTE_NONE);
  tl_canvas_show_waste_hint (self);
}

static void
mark_none (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_canvas_mark (TL_CANVAS (widget), TL_CLASS_NONE, TL_WASTE_NONE);
}

static void
select_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->flow)
    tl_selection_set_items (tl_canvas_selection (self), self->flow->steps);
}

static void
select_none (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (self->document)
    tl_selection_clear (tl_canvas_selection (self));
}

static void
zoom_fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_canvas_zoom_to_fit (TL_CANVAS (widget));
  gtk_widget_queue_draw (widget);
}

#define ASKING(name, ask)                                                                                              \
  static void name (GtkWidget *widget, const char *action, GVariant *parameter) { ask (TL_CANVAS (widget)); }

ASKING (zoom_in, tl_canvas_zoom_in)
ASKING (zoom_out, tl_canvas_zoom_out)
ASKING (zoom_100, tl_canvas_zoom_100)
ASKING (zoom_selection, tl_canvas_zoom_to_selection)
ASKING (times, tl_canvas_ask_times)
ASKING (share, tl_canvas_ask_share)
ASKING (role, tl_canvas_ask_role)
ASKING (raise_failure, tl_canvas_ask_raise)
ASKING (connect_to, tl_canvas_ask_connect)
ASKING (let_enter, tl_canvas_ask_entry)
ASKING (why, tl_canvas_ask_why)
ASKING (toggle_rework, tl_canvas_toggle_rework)
ASKING (insert, tl_canvas_insert_at_focus)
ASKING (kind, tl_canvas_ask_kind)
ASKING (connect_in_order, tl_canvas_connect_in_order)
ASKING (splice, tl_canvas_splice_selected)
ASKING (copy, tl_canvas_copy)
ASKING (cut, tl_canvas_cut)
ASKING (paste, tl_canvas_paste)
ASKING (duplicate, tl_canvas_duplicate)
ASKING (select_others, tl_canvas_select_others)
ASKING (select_downstream, tl_canvas_select_downstream)
ASKING (tidy, tl_canvas_tidy)
ASKING (tidy_selection, tl_canvas_tidy_selection)
ASKING (delete_selected, tl_canvas_delete_selected)

#define ARRANGING(name, how)                                                                                           \
  static void name (GtkWidget *widget, const char *action, GVariant *parameter)                                        \
  {                                                                                                                    \
    tl_canvas_arrange (TL_CANVAS (widget), how);                                                                       \
  }

ARRANGING (align_left, TL_ARRANGE_LEFT)
ARRANGING (align_centre, TL_ARRANGE_CENTRE)
ARRANGING (align_right, TL_ARRANGE_RIGHT)
ARRANGING (align_top, TL_ARRANGE_TOP)
ARRANGING (align_middle, TL_ARRANGE_MIDDLE)
ARRANGING (align_bottom, TL_ARRANGE_BOTTOM)
ARRANGING (distribute_across, TL_ARRANGE_ACROSS)
ARRANGING (distribute_down, TL_ARRANGE_DOWN)

#define SELECTING(name, field)                                                                                         \
  static void name (GtkWidget *widget, const char *action, GVariant *parameter)                                        \
  {                                                                                                                    \
    tl_canvas_select_alike (TL_CANVAS (widget), field);                                                                \
  }

SELECTING (select_role, "role")
SELECTING (select_class, "class")
SELECTING (select_waste, "waste")
SELECTING (select_kind, "kind")

static void
find (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_canvas_ask_find (TL_CANVAS (widget));
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "canvas.add-step", add_step },
  { "canvas.add-branch", add_branch },
  { "canvas.add-note", add_note },
  { "canvas.insert", insert },
  { "canvas.copy", copy },
  { "canvas.cut", cut },
  { "canvas.paste", paste },
  { "canvas.duplicate", duplicate },
  { "canvas.find", find },
  { "canvas.rename", edit_focus },
  { "canvas.delete", delete_selected },
  { "canvas.splice", splice },
  { "canvas.connect", connect_to },
  { "canvas.connect-in-order", connect_in_order },
  { "canvas.mark-value", mark_value },
  { "canvas.mark-waste", mark_waste },
  { "canvas.mark-none", mark_none },
  { "canvas.kind", kind },
  { "canvas.times", times },
  { "canvas.share", share },
  { "canvas.role", role },
  { "canvas.raise-failure", raise_failure },
  { "canvas.let-enter", let_enter },
  { "canvas.why", why },
  { "canvas.toggle-rework", toggle_rework },
  { "canvas.tidy", tidy },
  { "canvas.tidy-selection", tidy_selection },
  { "canvas.select-all", select_all },
  { "canvas.select-none", select_none },
  { "canvas.select-others", select_others },
  { "canvas.select-downstream", select_downstream },
  { "canvas.select-same-role", select_role },
  { "canvas.select-same-class", select_class },
  { "canvas.select-same-waste", select_waste },
  { "canvas.select-same-kind", select_kind },
  { "canvas.align-left", align_left },
  { "canvas.align-centre", align_centre },
  { "canvas.align-right", align_right },
  { "canvas.align-top", align_top },
  { "canvas.align-middle", align_middle },
  { "canvas.align-bottom", align_bottom },
  { "canvas.distribute-across", distribute_across },
  { "canvas.distribute-down", distribute_down },
  { "canvas.zoom-in", zoom_in },
  { "canvas.zoom-out", zoom_out },
  { "canvas.zoom-100", zoom_100 },
  { "canvas.zoom-fit", zoom_fit },
  { "canvas.zoom-selection", zoom_selection },
};

/* Installs the actions of the class. */
void
tl_canvas_class_add_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "canvas.minimap", "minimap");
}
