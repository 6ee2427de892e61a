#include "app/inspector.h"

#include "app/before-frame.h"
#include "app/connector-panel.h"
#include "app/flow-panel.h"
#include "app/step-panel.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlInspector
{
  GtkWidget parent_instance;
  GtkWidget *scroll;
  TlDocument *document;
  TlPanel *panel;
  GPtrArray *shown;     /* items that @panel is built for */
  GHashTable *unfolded; /* roles and demands that are unfolded */
  guint refresh_source;
};

G_DEFINE_FINAL_TYPE (TlInspector, tl_inspector, GTK_TYPE_WIDGET)

/* ---- what is to be shown ---- */

static void
add_all (GPtrArray *items, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (items, g_ptr_array_index (more, i));
}

/* All items whose coming or going asks for another panel. */
static GPtrArray *
items_to_show (TlInspector *self)
{
  TlSelection *selection = tl_document_selection (self->document);
  TlStudy *study = tl_document_study (self->document);
  g_autoptr (GPtrArray) selected = tl_selection_items (selection);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  GPtrArray *result = g_ptr_array_new_with_free_func (tl_item_unref);

  g_ptr_array_add (items, study);
  add_all (items, selected);
  if (selected->len == 1 && TL_ITEM (g_ptr_array_index (selected, 0))->kind == TL_ITEM_STEP)
    tl_step_panel_list (self->document, g_ptr_array_index (selected, 0), items);
  if (tl_document_flow (self->document))
    g_ptr_array_add (items, tl_document_flow (self->document));
  add_all (items, study->flows);
  add_all (items, study->demands);
  if (selected->len == 0)
    add_all (items, study->roles);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (result, tl_item_ref (g_ptr_array_index (items, i)));
  return result;
}

static TlPanel *
several_panel (TlDocument *document)
{
  g_autoptr (GPtrArray) steps = tl_selection_of_kind (tl_document_selection (document), TL_ITEM_STEP);
  g_autoptr (GPtrArray) all = tl_selection_items (tl_document_selection (document));
  TlPanel *panel;

  if (steps->len > 0)
    return tl_steps_panel_new (document, steps);
  panel = tl_panel_new (document);
  tl_panel_add_heading (panel, _ ("Several things"));
  tl_panel_add_delete (panel, _ ("Delete All"), all);
  return panel;
}

static TlPanel *
build_panel (TlInspector *self)
{
  TlSelection *selection = tl_document_selection (self->document);
  TlItem *item = tl_selection_focus (selection);

  if (!item)
    return tl_flow_panel_new (self->document, self->unfolded);
  if (tl_selection_size (selection) > 1)
    return several_panel (self->document);
  switch ((int) item->kind)
    {
    case TL_ITEM_STEP:
      return tl_step_panel_new (self->document, (TlStep *) item);
    case TL_ITEM_CONNECTOR:
      return tl_connector_panel_new (self->document, item);
    case TL_ITEM_ENTRY:
      return tl_entry_panel_new (self->document, item);
    case TL_ITEM_RAISES:
      return tl_raises_panel_new (self->document, item);
    case TL_ITEM_DEMAND:
      return tl_demand_panel_new (self->document, item);
    default:
      return tl_flow_panel_new (self->document, self->unfolded);
    }
}

/* ---- keeping up ---- */

static gboolean
same_items (GPtrArray *a, GPtrArray *b)
{
  if (!a || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

static void
drop_panel (TlInspector *self)
{
  self->panel = NULL;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (self->scroll)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), NULL);
}

/* Whether the same things are selected, so that the view stays where it was scrolled to. */
static gboolean
same_selection (TlInspector *self, GPtrArray *items)
{
  guint selected = tl_selection_size (tl_document_selection (self->document));

  for (guint i = 0; i <= selected; i++)
    if (!self->shown || i >= self->shown->len || g_ptr_array_index (self->shown, i) != g_ptr_array_index (items, i))
      return FALSE;
  return TRUE;
}

static void
rebuild (TlInspector *self, GPtrArray *items)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroll));
  double place = same_selection (self, items) ? gtk_adjustment_get_value (adjustment) : 0;

  drop_panel (self);
  self->shown = g_ptr_array_ref (items);
  self->panel = build_panel (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), GTK_WIDGET (self->panel));
  gtk_adjustment_set_value (adjustment, place);
  tl_panel_focus_first (self->panel);
}

static gboolean
refresh (gpointer data)
{
  TlInspector *self = data;
  g_autoptr (GPtrArray) items = NULL;

  self->refresh_source = 0;
  if (!self->document)
    return G_SOURCE_REMOVE;
  items = items_to_show (self);
  if (same_items (self->shown, items))
    tl_panel_refresh (self->panel);
  else
    rebuild (self, items);
  return G_SOURCE_REMOVE;
}

/* Not at once: a row that has just made an edit must not go while it does. Still in this frame. */
static void
queue_refresh (TlInspector *self)
{
  if (!self->refresh_source)
    self->refresh_source = tl_before_frame_add (TL_BEFORE_FRAME_REST, refresh, self);
}

/* Where a step stands is not told here. */
static void
on_edited (TlInspector *self, guint scope)
{
  if (scope & ~(guint) TL_SCOPE_PLACES)
    queue_refresh (self);
}

static void
disconnect_document (TlInspector *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  drop_panel (self);
  g_hash_table_remove_all (self->unfolded);
  if (!self->document)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (tl_document_selection (self->document), self);
  g_clear_object (&self->document);
}

static void
tl_inspector_dispose (GObject *object)
{
  TlInspector *self = TL_INSPECTOR (object);

  disconnect_document (self);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_inspector_parent_class)->dispose (object);
}

static void
tl_inspector_finalize (GObject *object)
{
  g_hash_table_unref (TL_INSPECTOR (object)->unfolded);
  G_OBJECT_CLASS (tl_inspector_parent_class)->finalize (object);
}

static void
tl_inspector_class_init (TlInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_inspector_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static void
tl_inspector_init (TlInspector *self)
{
  self->unfolded = g_hash_table_new_full (NULL, NULL, tl_item_unref, NULL);
  self->scroll = gtk_scrolled_window_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroll), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What is selected"),
                                  -1);
  /* Whatever it shows, it is as wide as the page made it: the canvas beside it never jumps. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroll), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
}

/**
 * tl_inspector_new:
 *
 * Returns: (transfer floating): an inspector without a document
 */
GtkWidget *
tl_inspector_new (void)
{
  return g_object_new (TL_TYPE_INSPECTOR, NULL);
}

/**
 * tl_inspector_set_document:
 * @self: an inspector
 * @document: (nullable): whose selection it shows
 */
void
tl_inspector_set_document (TlInspector *self, TlDocument *document)
{
  disconnect_document (self);
  if (!document)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_swapped (document, "edited", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (document, "numbers", G_CALLBACK (queue_refresh), self);
  g_signal_connect_swapped (document, "state", G_CALLBACK (queue_refresh), self);
  g_signal_connect_swapped (tl_document_selection (document), "changed", G_CALLBACK (queue_refresh), self);
  refresh (self);
}
