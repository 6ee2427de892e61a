#include "app/inspector.h"

struct _TlInspector
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TlInspector, tl_inspector, GTK_TYPE_WIDGET)

static void
tl_inspector_class_init (TlInspectorClass *klass)
{
}

static void
tl_inspector_init (TlInspector *self)
{
}

GtkWidget *
tl_inspector_new (void)
{
  return g_object_new (TL_TYPE_INSPECTOR, NULL);
}

void
tl_inspector_set_document (TlInspector *self, TlDocument *document)
{
}
