#include "app/outline.h"

#include "app/outline-row.h"
#include "app/step-list.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlOutline
{
  GtkWidget parent_instance;
  GtkWidget *column;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *view;
  TlDocument *document;
  TlCanvas *canvas; /* (weak) */
  TlStepList *list;
  GPtrArray *shown; /* (element-type GtkListItem): those that have a row now */
  gboolean had_keyboard;
  guint rest_source;
};

G_DEFINE_FINAL_TYPE (TlOutline, tl_outline, GTK_TYPE_WIDGET)

/* ---- rows ---- */

static TlPeriod
period (TlOutline *self)
{
  return self->document ? tl_document_study (self->document)->period : TL_PERIOD_WEEK;
}

static void
show (TlOutline *self, GtkListItem *item)
{
  tl_outline_row_show (TL_OUTLINE_ROW (gtk_list_item_get_child (item)), self->list, gtk_list_item_get_position (item),
                       period (self));
}

static void
on_setup (TlOutline *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, tl_outline_row_new ());
}

static void
on_bind (TlOutline *self, GtkListItem *item)
{
  g_ptr_array_add (self->shown, item);
  show (self, item);
}

static void
on_unbind (TlOutline *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->shown, item);
}

static GtkListItemFactory *
create_factory (TlOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

/* ---- the keyboard ---- */

static gboolean
has_keyboard (TlOutline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The row of GTK's list, which has the focus; our own stands in it. */
static GtkWidget *
row_at (TlOutline *self, guint position)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->shown, i);

      if (gtk_list_item_get_position (item) == position)
        return gtk_widget_get_parent (gtk_list_item_get_child (item));
    }
  return NULL;
}

/* Where the step that was selected last stands. */
static guint
focus_position (TlOutline *self)
{
  TlItem *focus = self->document ? tl_selection_focus (tl_document_selection (self->document)) : NULL;

  return tl_step_list_position (self->list, focus);
}

/* GTK 4.8 has no word for this but the action of its own keys. The row is there at once. */
static void
scroll_to (TlOutline *self, guint position)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* The keyboard goes to the selected step; where none is selected, to where it was. */
static gboolean
tl_outline_grab_focus (GtkWidget *widget)
{
  TlOutline *self = TL_OUTLINE (widget);
  guint position = focus_position (self);
  GtkWidget *row;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return FALSE;
  if (position == GTK_INVALID_LIST_POSITION)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  scroll_to (self, position);
  row = row_at (self, position);
  return gtk_widget_grab_focus (row ? row : GTK_WIDGET (self->view));
}

/* The list's own keys go from row to row. All others mean what they mean on the canvas. */
static gboolean
is_own_key (guint key, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key (TlOutline *self, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  if (!self->canvas || is_own_key (key, state))
    return GDK_EVENT_PROPAGATE;
  return tl_canvas_take_key (self->canvas, key, state, gtk_event_controller_get_current_event_time (controller));
}

/* ---- following the document ---- */

static void
show_selected (TlOutline *self)
{
  guint position = focus_position (self);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (has_keyboard (self))
    tl_outline_grab_focus (GTK_WIDGET (self));
  else
    scroll_to (self, position);
}

static void
on_picked (TlOutline *self)
{
  TlItem *focus = tl_selection_focus (tl_document_selection (self->document));

  if (focus && self->canvas)
    tl_canvas_reveal (self->canvas, focus);
}

static char *
count_words (TlOutline *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint loose = n - tl_step_list_n_connected (self->list);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);

  if (n == 0)
    return g_strdup ("");
  if (loose == 0 || n == 1)
    return g_steal_pointer (&steps);
  /* Translators: "12 steps, 2 not connected" */
  return g_strdup_printf (ngettext ("%s, %u not connected", "%s, %u not connected", loose), steps, loose);
}

static void
on_refreshing (TlOutline *self)
{
  self->had_keyboard = has_keyboard (self);
}

static gboolean
show_rest (gpointer data)
{
  TlOutline *self = data;

  self->rest_source = 0;
  for (guint i = 0; i < self->shown->len; i++)
    show (self, g_ptr_array_index (self->shown, i));
  return G_SOURCE_REMOVE;
}

/* An edit is most often of what is selected: that is shown with it. All other rows say what is new, if anything, after
 * the frame, which shows the flow and its numbers sooner for it. */
static void
show_selected_rows (TlOutline *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_list_item_get_selected (g_ptr_array_index (self->shown, i)))
      show (self, g_ptr_array_index (self->shown, i));
  if (!self->rest_source)
    self->rest_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, show_rest, self, NULL);
}

/* A row that went took the keyboard with it. */
static void
on_refreshed (TlOutline *self)
{
  g_autofree char *words = count_words (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  show_selected_rows (self);
  gtk_label_set_text (self->count, words);
  gtk_stack_set_visible_child_name (self->stack, n ? "steps" : "empty");
  if (self->had_keyboard && n == 0 && self->canvas)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else if (self->had_keyboard && !has_keyboard (self))
    tl_outline_grab_focus (GTK_WIDGET (self));
  else
    show_selected (self);
}

static void
disconnect_document (TlOutline *self)
{
  if (!self->document)
    return;
  g_signal_handlers_disconnect_by_data (tl_document_selection (self->document), self);
  g_clear_object (&self->document);
}

/* ---- the class ---- */

static void
tl_outline_dispose (GObject *object)
{
  TlOutline *self = TL_OUTLINE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  disconnect_document (self);
  tl_outline_set_canvas (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OUTLINE);
  G_OBJECT_CLASS (tl_outline_parent_class)->dispose (object);
}

static void
tl_outline_finalize (GObject *object)
{
  g_ptr_array_unref (TL_OUTLINE (object)->shown);
  G_OBJECT_CLASS (tl_outline_parent_class)->finalize (object);
}

static void
tl_outline_class_init (TlOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_outline_finalize;
  widget_class->grab_focus = tl_outline_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outline");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/outline.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOutline, column);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, count);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, stack);
  gtk_widget_class_bind_template_child (widget_class, TlOutline, view);
}

static void
tl_outline_init (TlOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  factory = create_factory (self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/**
 * tl_outline_new:
 *
 * Returns: (transfer floating): an outline without a document
 */
GtkWidget *
tl_outline_new (void)
{
  return g_object_new (TL_TYPE_OUTLINE, NULL);
}

/**
 * tl_outline_set_document:
 * @self: an outline with a canvas
 * @document: (nullable): what the canvas shows; it knows already
 */
void
tl_outline_set_document (TlOutline *self, TlDocument *document)
{
  disconnect_document (self);
  if (!document)
    return;
  self->document = g_object_ref (document);
  /* After the list, which then knows the new selection. */
  g_signal_connect_swapped (tl_document_selection (document), "changed", G_CALLBACK (show_selected), self);
  on_refreshed (self);
}

static void
leave_canvas (TlOutline *self)
{
  if (self->canvas)
    tl_canvas_set_list (self->canvas, NULL);
  g_clear_weak_pointer (&self->canvas);
  if (self->view)
    gtk_list_view_set_model (self->view, NULL);
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
}

/**
 * tl_outline_set_canvas:
 * @self: an outline
 * @canvas: (nullable): the canvas whose steps it lists, in the same window
 *
 * Keys act there, and what is selected here is brought into sight there.
 */
void
tl_outline_set_canvas (TlOutline *self, TlCanvas *canvas)
{
  leave_canvas (self);
  if (!canvas)
    return;
  g_set_weak_pointer (&self->canvas, canvas);
  tl_canvas_set_list (canvas, GTK_WIDGET (self));
  self->list = g_object_ref (tl_canvas_steps (canvas));
  g_signal_connect_swapped (self->list, "refreshing", G_CALLBACK (on_refreshing), self);
  g_signal_connect_swapped (self->list, "refreshed", G_CALLBACK (on_refreshed), self);
  g_signal_connect_swapped (self->list, "picked", G_CALLBACK (on_picked), self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->list));
}
