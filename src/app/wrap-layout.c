#include "app/wrap-layout.h"

struct _TlWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
natural (GtkWidget *child, GtkOrientation orientation)
{
  int size;

  gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);
  return size;
}

/* Goes through the rows that fit into @width; where @widget is being allocated, gives each child its place.
 * Returns: the height of all */
static int
lay (GtkWidget *widget, int width, gboolean allocate)
{
  int x = 0, y = 0, row = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int across, down;

      if (!gtk_widget_should_layout (child))
        continue;
      across = natural (child, GTK_ORIENTATION_HORIZONTAL);
      down = natural (child, GTK_ORIENTATION_VERTICAL);
      if (x > 0 && x + across > width)
        {
          x = 0;
          y += row;
          row = 0;
        }
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, across, down }, -1);
      x += across;
      row = MAX (row, down);
    }
  return y + row;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural_size,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural_size = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural_size = lay (widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int across = natural (child, GTK_ORIENTATION_HORIZONTAL);

        *minimum = MAX (*minimum, across);
        *natural_size += across;
      }
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay (widget, width, TRUE);
}

static void
tl_wrap_layout_class_init (TlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
tl_wrap_layout_init (TlWrapLayout *self)
{
}

/**
 * tl_wrap_layout_new:
 *
 * Returns: (transfer full): a layout that gives each child its natural size, in as many rows as it takes
 */
GtkLayoutManager *
tl_wrap_layout_new (void)
{
  return g_object_new (TL_TYPE_WRAP_LAYOUT, NULL);
}
