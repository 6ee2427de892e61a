#include "app/panel-page.h"

#include <math.h>
#include <string.h>

#include "app/appearance.h"
#include "app/before-frame.h"

/* Wider than this, at 100 %, lines are hard to read. */
#define MOST_WIDTH 1180.0
#define KEY "tl-thing"

typedef struct
{
  GtkWidget *scroll;
  GtkWidget *clamp;
  GtkWidget *column;
  GtkWidget *holder; /* of the panel */
  TlDocument *document;
  TlPanel *panel;
  GPtrArray *shown;     /* items that @panel is built for */
  gconstpointer wanted; /* what the keyboard goes to when the panel is there; only compared */
  guint refresh_source;
} TlPanelPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TlPanelPage, tl_panel_page, GTK_TYPE_WIDGET)

static TlPanelPagePrivate *
of (TlPanelPage *self)
{
  return tl_panel_page_get_instance_private (self);
}

/* ---- where the keyboard is ---- */

/**
 * tl_panel_page_mark:
 * @row: a row of the panel
 * @thing: what it stands for: an item, or any address that is its own
 *
 * Marks a row, so that the keyboard finds it again.
 */
void
tl_panel_page_mark (GtkWidget *row, gconstpointer thing)
{
  g_object_set_data (G_OBJECT (row), KEY, (gpointer) thing);
}

static gconstpointer
thing_with_keyboard (TlPanelPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!focus || !gtk_widget_is_ancestor (focus, of (self)->holder))
    return NULL;
  for (GtkWidget *at = focus; at != of (self)->holder; at = gtk_widget_get_parent (at))
    if (g_object_get_data (G_OBJECT (at), KEY))
      return g_object_get_data (G_OBJECT (at), KEY);
  return NULL;
}

static GtkWidget *
find_marked (GtkWidget *widget, gconstpointer thing)
{
  if (g_object_get_data (G_OBJECT (widget), KEY) == thing)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_marked (child, thing);

      if (found)
        return found;
    }
  return NULL;
}

/* Not before the rows have their places, so that the page scrolls to the right one. */
static gboolean
focus_wanted (gpointer data)
{
  TlPanelPage *self = data;
  gconstpointer thing = of (self)->wanted;
  GtkWidget *row = of (self)->panel && thing ? find_marked (GTK_WIDGET (of (self)->panel), thing) : NULL;

  of (self)->wanted = NULL;
  if (row && gtk_widget_get_mapped (row) && !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/**
 * tl_panel_page_focus:
 * @self: a page
 * @thing: what a row was marked with; perhaps not there before the panel is built anew
 *
 * Takes the keyboard there.
 */
void
tl_panel_page_focus (TlPanelPage *self, gconstpointer thing)
{
  of (self)->wanted = thing;
  g_idle_add_full (GDK_PRIORITY_REDRAW + 1, focus_wanted, g_object_ref (self), g_object_unref);
}

/* ---- keeping up ---- */

static void
drop_panel (TlPanelPage *self)
{
  if (of (self)->panel)
    gtk_box_remove (GTK_BOX (of (self)->holder), GTK_WIDGET (of (self)->panel));
  of (self)->panel = NULL;
  g_clear_pointer (&of (self)->shown, g_ptr_array_unref);
}

static GPtrArray *
items_to_show (TlPanelPage *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GPtrArray *items = g_ptr_array_new_with_free_func (tl_item_unref);

  TL_PANEL_PAGE_GET_CLASS (self)->list (self, found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, tl_item_ref (g_ptr_array_index (found, i)));
  return items;
}

static gboolean
same_items (const GPtrArray *a, const GPtrArray *b)
{
  return a && a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

static void
rebuild (TlPanelPage *self, GPtrArray *items)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (of (self)->scroll));
  double place = gtk_adjustment_get_value (adjustment);
  gconstpointer thing = of (self)->wanted ? of (self)->wanted : thing_with_keyboard (self);

  drop_panel (self);
  of (self)->shown = g_ptr_array_ref (items);
  of (self)->panel = TL_PANEL_PAGE_GET_CLASS (self)->build (self);
  gtk_widget_add_css_class (GTK_WIDGET (of (self)->panel), "page-panel");
  gtk_box_append (GTK_BOX (of (self)->holder), GTK_WIDGET (of (self)->panel));
  gtk_adjustment_set_value (adjustment, place);
  if (thing)
    tl_panel_page_focus (self, thing);
}

static gboolean
refresh (gpointer data)
{
  TlPanelPage *self = data;
  g_autoptr (GPtrArray) items = NULL;

  of (self)->refresh_source = 0;
  if (!of (self)->document || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  items = items_to_show (self);
  if (same_items (of (self)->shown, items))
    tl_panel_refresh (of (self)->panel);
  else
    rebuild (self, items);
  if (TL_PANEL_PAGE_GET_CLASS (self)->refresh)
    TL_PANEL_PAGE_GET_CLASS (self)->refresh (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a row that has just made an edit must not go while it does. Still in this frame. */
static void
queue_refresh (TlPanelPage *self)
{
  if (!of (self)->refresh_source)
    of (self)->refresh_source = tl_before_frame_add (TL_BEFORE_FRAME_REST, refresh, self);
}

/* While hidden it was not kept up. */
static void
tl_panel_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_panel_page_parent_class)->map (widget);
  g_clear_handle_id (&of (TL_PANEL_PAGE (widget))->refresh_source, g_source_remove);
  refresh (widget);
}

static void
on_appearance (TlPanelPage *self)
{
  int width = (int) lround (MOST_WIDTH * tl_appearance_get_scale (tl_appearance_get_default ()));

  adw_clamp_set_maximum_size (ADW_CLAMP (of (self)->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (of (self)->clamp), width);
}

/* ---- the class ---- */

/* So that the arrow keys scroll, and no key changes anything that nobody has chosen yet. */
static gboolean
tl_panel_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (of (TL_PANEL_PAGE (widget))->scroll);
}

static void
tl_panel_page_dispose (GObject *object)
{
  TlPanelPage *self = TL_PANEL_PAGE (object);

  if (of (self)->scroll)
    tl_panel_page_set_document (self, NULL);
  g_clear_pointer (&of (self)->scroll, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_panel_page_parent_class)->dispose (object);
}

static void
tl_panel_page_class_init (TlPanelPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_panel_page_dispose;
  widget_class->grab_focus = tl_panel_page_grab_focus;
  widget_class->map = tl_panel_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "panelpage");
}

static void
tl_panel_page_init (TlPanelPage *self)
{
  TlPanelPagePrivate *parts = of (self);

  parts->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  parts->holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (parts->column, "page-column");
  gtk_box_append (GTK_BOX (parts->column), parts->holder);
  parts->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (parts->clamp), parts->column);
  parts->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (parts->scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (parts->scroll), parts->clamp);
  gtk_widget_set_focusable (parts->scroll, TRUE);
  gtk_widget_set_parent (parts->scroll, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_appearance), self,
                           G_CONNECT_SWAPPED);
  on_appearance (self);
}

/**
 * tl_panel_page_get_document:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlDocument *
tl_panel_page_get_document (TlPanelPage *self)
{
  return of (self)->document;
}

/**
 * tl_panel_page_set_document:
 * @self: a page
 * @document: (nullable): what it shows
 */
void
tl_panel_page_set_document (TlPanelPage *self, TlDocument *document)
{
  g_clear_handle_id (&of (self)->refresh_source, g_source_remove);
  drop_panel (self);
  of (self)->wanted = NULL;
  if (of (self)->document)
    g_signal_handlers_disconnect_by_data (of (self)->document, self);
  g_set_object (&of (self)->document, document);
  if (!document)
    return;
  g_signal_connect_swapped (document, "edited", G_CALLBACK (queue_refresh), self);
  g_signal_connect_swapped (document, "numbers", G_CALLBACK (queue_refresh), self);
  g_signal_connect_swapped (document, "state", G_CALLBACK (queue_refresh), self);
  refresh (self);
}

/**
 * tl_panel_page_set_above:
 * @self: a page
 * @widget: what stands above the panel
 */
void
tl_panel_page_set_above (TlPanelPage *self, GtkWidget *widget)
{
  gtk_box_prepend (GTK_BOX (of (self)->column), widget);
}

/**
 * tl_panel_page_set_below:
 * @self: a page
 * @widget: what stands below the panel
 */
void
tl_panel_page_set_below (TlPanelPage *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (of (self)->column), widget);
}
