#include "app/canvas-private.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What the right button offers: the same actions as the keys, for who would rather point. A row
 * without a label begins a new section. */
typedef struct
{
  const char *label;
  const char *action;
} Row;

static const Row step_rows[] = {
  { N_ ("Rename"), "canvas.rename" },
  { NULL, "" },
  { N_ ("Value"), "canvas.mark-value" },
  { N_ ("Waste…"), "canvas.mark-waste" },
  { N_ ("Not yet judged"), "canvas.mark-none" },
  { NULL, "" },
  { N_ ("Times…"), "canvas.times" },
  { N_ ("Role…"), "canvas.role" },
  { N_ ("Demand that enters…"), "canvas.let-enter" },
  { N_ ("Failure demand it causes…"), "canvas.raise-failure" },
  { NULL, "" },
  { N_ ("Next step"), "canvas.add-step" },
  { N_ ("Insert a step after it"), "canvas.insert" },
  { N_ ("Connect to…"), "canvas.connect" },
  { N_ ("Delete"), "canvas.delete" },
  { NULL, NULL },
};

static const Row connector_rows[] = {
  { N_ ("Share…"), "canvas.share" },
  { N_ ("Rework on or off"), "canvas.toggle-rework" },
  { N_ ("Insert a step"), "canvas.insert" },
  { NULL, "" },
  { N_ ("Delete"), "canvas.delete" },
  { NULL, NULL },
};

static const Row other_rows[] = {
  { N_ ("Delete"), "canvas.delete" },
  { NULL, NULL },
};

static const Row sheet_rows[] = {
  { N_ ("New step"), "canvas.add-step" },
  { N_ ("Paste a list as steps"), "canvas.paste" },
  { NULL, "" },
  { N_ ("Select all"), "canvas.select-all" },
  { N_ ("The whole flow"), "canvas.zoom-fit" },
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
    if (rows->label)
      g_menu_append (section, _(rows->label), rows->action);
    else
      {
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        g_object_unref (section);
        section = g_menu_new ();
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
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
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
