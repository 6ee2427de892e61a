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

/* Left of a step, or over it where the window ends there. */
static void
place_before (const TlBox *box, const GtkRequisition *size, double distance, double *x, double *y)
{
  *x = box->x - distance - size->width;
  *y = box->y + (box->height - size->height) / 2;
  if (*x >= 0)
    return;
  *x = MAX (box->x, 0);
  *y = box->y - distance - size->height;
}

static void
find_place (TlCanvas *self, const TlFlowFront *front, const GtkRequisition *size, double *x, double *y)
{
  TlBox box = tl_viewport_box_to_widget (&self->viewport, &front->box);
  double distance = DISTANCE * sqrt (self->text_scale);

  if (front->side == TL_FRONT_BEFORE)
    place_before (&box, size, distance, x, y);
  else if (front->side == TL_FRONT_BELOW)
    {
      *x = box.x + (box.width - size->width) / 2;
      *y = box.y + box.height + distance;
    }
  else
    {
      *x = box.x + box.width + distance;
      *y = box.y + (box.height - size->height) / 2;
    }
}

/* Puts it where one more demand would stand, in size_allocate. */
void
tl_canvas_place_front (TlCanvas *self)
{
  TlFlowFront front;
  gboolean wanted = is_wanted (self, &front);
  GtkRequisition size;
  double x, y;

  gtk_widget_get_preferred_size (self->front, NULL, &size);
  /* Wider than what it stands beside, it would be all that is seen. */
  wanted = wanted && front.box.width * self->viewport.zoom >= size.width;
  gtk_widget_set_child_visible (self->front, wanted);
  if (!wanted)
    return;
  find_place (self, &front, &size, &x, &y);
  gtk_widget_allocate (self->front, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}
