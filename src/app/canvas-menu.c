#include "app/canvas-private.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What the right button offers: the same actions as the keys, for who would rather point. A row
 * without a label begins a new section; one with rows of its own opens them. */
typedef struct _Row Row;

struct _Row
{
  const char *label;
  const char *action;
  const Row *rows;
};

static const Row select_rows[] = {
  { N_ ("Of the same class"), "canvas.select-same-class" },
  { N_ ("Of the same kind of waste"), "canvas.select-same-waste" },
  { N_ ("Of the same role"), "canvas.select-same-role" },
  { N_ ("Of the same kind"), "canvas.select-same-kind" },
  { NULL, "" },
  { N_ ("All that follows"), "canvas.select-downstream" },
  { N_ ("All others"), "canvas.select-others" },
  { NULL, NULL },
};

static const Row arrange_rows[] = {
  { N_ ("Tidy the selection"), "canvas.tidy-selection" },
  { NULL, "" },
  { N_ ("Align left"), "canvas.align-left" },
  { N_ ("Align in the centre"), "canvas.align-centre" },
  { N_ ("Align right"), "canvas.align-right" },
  { NULL, "" },
  { N_ ("Align at the top"), "canvas.align-top" },
  { N_ ("Align in the middle"), "canvas.align-middle" },
  { N_ ("Align at the bottom"), "canvas.align-bottom" },
  { NULL, "" },
  { N_ ("Equal gaps across"), "canvas.distribute-across" },
  { N_ ("Equal gaps down"), "canvas.distribute-down" },
  { NULL, NULL },
};

static const Row way_rows[] = {
  { N_ ("Another way on from before"), "canvas.add-branch" },
  { N_ ("Insert a step after it"), "canvas.insert" },
  { N_ ("Connect the selected in order"), "canvas.connect-in-order" },
  { NULL, NULL },
};

static const Row copy_rows[] = {
  { N_ ("Cut"), "canvas.cut" },
  { N_ ("Copy"), "canvas.copy" },
  { N_ ("Duplicate"), "canvas.duplicate" },
  { NULL, NULL },
};

static const Row step_rows[] = {
  { N_ ("Rename"), "canvas.rename" },
  { NULL, "" },
  { N_ ("Value"), "canvas.mark-value" },
  { N_ ("Waste…"), "canvas.mark-waste" },
  { N_ ("Not yet judged"), "canvas.mark-none" },
  { NULL, "" },
  { N_ ("Times…"), "canvas.times" },
  { N_ ("Kind…"), "canvas.kind" },
  { N_ ("Role…"), "canvas.role" },
  { N_ ("Demand that enters…"), "canvas.let-enter" },
  { N_ ("Failure demand it causes…"), "canvas.raise-failure" },
  { N_ ("Why? Tie to a condition…"), "canvas.why" },
  { NULL, "" },
  { N_ ("Next step"), "canvas.add-step" },
  { N_ ("Connect to…"), "canvas.connect" },
  { N_ ("More ways on"), "", way_rows },
  { NULL, "" },
  { N_ ("Copy"), "", copy_rows },
  { N_ ("Select steps"), "", select_rows },
  { N_ ("Arrange"), "", arrange_rows },
  { NULL, "" },
  { N_ ("Take out and join its neighbours"), "canvas.splice" },
  { N_ ("Delete"), "canvas.delete" },
  { NULL, NULL },
};

static const Row connector_rows[] = {
  { N_ ("Label…"), "canvas.rename" },
  { N_ ("Share…"), "canvas.share" },
  { N_ ("Rework on or off"), "canvas.toggle-rework" },
  { N_ ("Insert a step"), "canvas.insert" },
  { NULL, "" },
  { N_ ("Delete"), "canvas.delete" },
  { NULL, NULL },
};

static const Row other_rows[] = {
  { N_ ("Why? Tie to a condition…"), "canvas.why" },
  { NULL, "" },
  { N_ ("Delete"), "canvas.delete" },
  { NULL, NULL },
};

static const Row sheet_rows[] = {
  { N_ ("Next step"), "canvas.add-step" },
  { N_ ("Loose note"), "canvas.add-note" },
  { N_ ("Paste steps or a list"), "canvas.paste" },
  { NULL, "" },
  { N_ ("Tidy the flow"), "canvas.tidy" },
  { N_ ("Select all"), "canvas.select-all" },
  { N_ ("Find…"), "canvas.find" },
  { N_ ("The whole flow"), "canvas.zoom-fit" },
  { N_ ("Lanes by role, or none"), "canvas.lanes" },
  { NULL, NULL },
};

static const Row *
rows_for (const TlItem *focus)
{
  if (!focus)
    return sheet_rows;
  if (focus->kind == TL_ITEM_STEP)
    return step_rows;
  return focus->kind == TL_ITEM_CONNECTOR ? connector_rows : other_rows;
}

static GMenuModel *
build (const Row *rows)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (; rows->action; rows++)
    if (rows->rows)
      {
        g_autoptr (GMenuModel) submenu = build (rows->rows);

        g_menu_append_submenu (section, _ (rows->label), submenu);
      }
    else if (rows->label)
      g_menu_append (section, _ (rows->label), rows->action);
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): how several steps can be placed, as a menu of its own */
GMenuModel *
tl_canvas_arrange_menu (void)
{
  return build (arrange_rows);
}

/* Shows what can be done with the selection, at a place of the widget. */
void
tl_canvas_show_menu (TlCanvas *self, double x, double y)
{
  g_autoptr (GMenuModel) model = build (rows_for (tl_selection_focus (tl_canvas_selection (self))));

  if (!self->menu)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      /* Beside the pointer it may slide up as far as a low screen asks for; below it could not. */
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_RIGHT);
      gtk_widget_set_valign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
