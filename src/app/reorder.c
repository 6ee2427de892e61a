#include "app/reorder.h"

#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  TlDocument *document;
  TlItem *item;
} Place;

static void
place_free (gpointer data)
{
  Place *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->item);
  g_free (self);
}

static gboolean
can_edit (Place *self)
{
  return self->item->parent && !tl_document_is_read_only (self->document);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  Place *self = data;
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (held != GDK_ALT_MASK || (key != GDK_KEY_Up && key != GDK_KEY_Down) || !can_edit (self))
    return GDK_EVENT_PROPAGATE;
  tl_history_settle (tl_document_history (self->document));
  tl_item_shift (tl_document_history (self->document), self->item, key == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

/* What is dragged is named by its id, which another list does not know. */
static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, gpointer data)
{
  Place *self = data;

  return can_edit (self) ? gdk_content_provider_new_typed (G_TYPE_STRING, self->item->id) : NULL;
}

static void
on_begin (GtkDragSource *source, GdkDrag *drag, gpointer row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  Place *self = data;
  TlItem *dragged = tl_study_find (tl_document_study (self->document), g_value_get_string (value));

  if (!dragged || dragged == self->item || dragged->kind != self->item->kind || !can_edit (self)
      || dragged->parent != self->item->parent)
    return FALSE;
  tl_item_put_at (tl_document_history (self->document), dragged, tl_item_position (self->item));
  return TRUE;
}

static GtkWidget *
new_handle (void)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_widget_set_tooltip_text (handle, _ ("Drag to another place (Alt+Up, Alt+Down)"));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_add_css_class (handle, "drag-handle");
  gtk_accessible_update_state (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return handle;
}

/**
 * tl_reorder_add:
 * @row: a row of a list
 * @document: the document
 * @item: what @row stands for, in a list of the study
 *
 * Lets @item be moved among its siblings, and others be dropped where it stands.
 *
 * Returns: (transfer floating): a handle for the mouse, to be put into @row
 */
GtkWidget *
tl_reorder_add (GtkWidget *row, TlDocument *document, gpointer item)
{
  Place *place = g_new0 (Place, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *handle = new_handle ();

  *place = (Place){ g_object_ref (document), tl_item_ref (item) };
  g_object_set_data_full (G_OBJECT (row), "tl-place", place, place_free);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), place);
  gtk_widget_add_controller (row, keys);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), place);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), place);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  return handle;
}
