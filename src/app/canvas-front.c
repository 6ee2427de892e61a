/* canvas-front.c: the button at the flow's front that adds what customers ask for, for mouse and finger. */
#include "app/canvas-private.h"

#include <math.h>

#include "layout/flow-front.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* From what it stands beside, in widget units at 100 % room scale. */
#define DISTANCE 10.0

static void
on_clicked (TlCanvas *self)
{
  TlFlowFront front;

  if (self->flow && tl_flow_front (tl_canvas_geometry (self), self->flow, &front))
    tl_canvas_ask_entry_at (self, front.step);
}

void
tl_canvas_create_front (TlCanvas *self)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Demand"));
  self->front = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->front), content);
  gtk_widget_add_css_class (self->front, "flow-front");
  gtk_widget_set_focusable (self->front, FALSE);
  gtk_widget_set_tooltip_text (self->front, _ ("Add what customers ask for"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->front), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add what customers ask for"), -1);
  g_signal_connect_swapped (self->front, "clicked", G_CALLBACK (on_clicked), self);
  gtk_widget_set_parent (self->front, GTK_WIDGET (self));
}

static gboolean
is_wanted (TlCanvas *self, TlFlowFront *front)
{
  return self->flow && !self->presented && self->document && !tl_document_is_read_only (self->document)
         && tl_flow_front (tl_canvas_geometry (self), self->flow, front);
}

/* Left of a step, or over it where the window ends there.
 * Returns: in the flow */
static TlBox
find_place (TlCanvas *self, TlFlowFront *front, const TlViewport *view)
{
  GtkRequisition size;
  double distance = DISTANCE * sqrt (self->text_scale) / view->zoom;
  TlBox place;

  gtk_widget_get_preferred_size (self->front, NULL, &size);
  place = tl_flow_front_place (tl_canvas_geometry (self), front, size.width / view->zoom, size.height / view->zoom,
                               distance);
  if (front->side != TL_FRONT_BEFORE || tl_viewport_box_to_widget (view, &place).x >= 0)
    return place;
  front->side = TL_FRONT_ABOVE;
  return tl_flow_front_place (tl_canvas_geometry (self), front, size.width / view->zoom, size.height / view->zoom,
                              distance);
}

/* Wider than what it stands beside, it would be all that is seen. */
static gboolean
is_shown (TlCanvas *self, TlFlowFront *front, const TlViewport *view)
{
  GtkRequisition size;

  if (!is_wanted (self, front))
    return FALSE;
  gtk_widget_get_preferred_size (self->front, NULL, &size);
  return front->box.width * view->zoom >= size.width;
}

/* Whether the button is shown where the flow is seen as @view says, and what of the flow it then covers. */
gboolean
tl_canvas_front_box (TlCanvas *self, const TlViewport *view, TlBox *box)
{
  TlFlowFront front;

  if (!is_shown (self, &front, view))
    return FALSE;
  *box = find_place (self, &front, view);
  return TRUE;
}

/* Puts it where one more demand would stand, in size_allocate. */
void
tl_canvas_place_front (TlCanvas *self)
{
  TlBox box;
  gboolean shown = tl_canvas_front_box (self, &self->viewport, &box);
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->front, NULL, &size);
  gtk_widget_set_child_visible (self->front, shown);
  if (!shown)
    return;
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  gtk_widget_allocate (
      self->front, size.width, size.height, -1,
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (box.x), (float) round (box.y))));
}
