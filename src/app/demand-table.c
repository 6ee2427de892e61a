#include "app/demand-table.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlDemandTable
{
  GtkWidget parent_instance;
  GtkWidget *scroll;
  GtkWidget *list;
  TlDocument *document;
};

G_DEFINE_FINAL_TYPE (TlDemandTable, tl_demand_table, GTK_TYPE_WIDGET)

static void
fill (TlDemandTable *self)
{
  GPtrArray *demands = self->document ? tl_document_study (self->document)->demands : NULL;
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (old));
  for (guint i = 0; demands && i < demands->len; i++)
    {
      const char *name = tl_item_name (g_ptr_array_index (demands, i));
      GtkWidget *label = gtk_label_new (*name ? name : _("without a name"));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
}

static void
on_edited (TlDemandTable *self)
{
  fill (self);
}

static gboolean
tl_demand_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (TL_DEMAND_TABLE (widget)->scroll, GTK_DIR_TAB_FORWARD);
}

static void
tl_demand_table_dispose (GObject *object)
{
  TlDemandTable *self = TL_DEMAND_TABLE (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->scroll, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_demand_table_parent_class)->dispose (object);
}

static void
tl_demand_table_class_init (TlDemandTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_demand_table_dispose;
  widget_class->grab_focus = tl_demand_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "demandtable");
}

static void
tl_demand_table_init (TlDemandTable *self)
{
  self->list = gtk_list_box_new ();
  self->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), self->list);
  gtk_widget_set_parent (self->scroll, GTK_WIDGET (self));
}

/**
 * tl_demand_table_new:
 *
 * Returns: (transfer floating): a table without a document
 */
GtkWidget *
tl_demand_table_new (void)
{
  return g_object_new (TL_TYPE_DEMAND_TABLE, NULL);
}

/**
 * tl_demand_table_set_document:
 * @self: a table
 * @document: (nullable): whose demands it shows
 */
void
tl_demand_table_set_document (TlDemandTable *self, TlDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document)
    g_signal_connect_swapped (document, "edited", G_CALLBACK (on_edited), self);
  fill (self);
}
