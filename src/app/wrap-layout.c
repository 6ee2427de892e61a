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

/* Those that stand in one row, and what they take. */
typedef struct
{
  GtkWidget *end; /* the first that does not, or NULL */
  int across;
  int down;
  int n;
} Row;

static Row
row_from (GtkWidget *child, int width)
{
  Row row = { child, 0, 0, 0 };

  for (; row.end; row.end = gtk_widget_get_next_sibling (row.end))
    {
      int across;

      if (!gtk_widget_should_layout (row.end))
        continue;
      across = natural (row.end, GTK_ORIENTATION_HORIZONTAL);
      if (row.n > 0 && row.across + across > width)
        break;
      row.across += across;
      row.down = MAX (row.down, natural (row.end, GTK_ORIENTATION_VERTICAL));
      row.n++;
    }
  return row;
}

/* Children that expand share the room that is left. */
static void
place_row (GtkWidget *child, const Row *row, int width, int y)
{
  gboolean rtl = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  int x = 0, left = MAX (0, width - row->across), n = row->n;

  for (; child != row->end; child = gtk_widget_get_next_sibling (child))
    {
      int across, more;

      if (!gtk_widget_should_layout (child))
        continue;
      more = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL) ? left / n : 0;
      across = natural (child, GTK_ORIENTATION_HORIZONTAL) + more;
      gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - x - across : x, y, across, row->down }, -1);
      x += across;
      left -= more;
      n--;
    }
}

/* Goes through the rows that fit into @width; where @widget is being allocated, gives each child its place.
 * Returns: the height of all */
static int
lay (GtkWidget *widget, int width, gboolean allocate)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;)
    {
      Row row = row_from (child, width);

      if (allocate)
        place_row (child, &row, width, y);
      y += row.down;
      child = row.end;
    }
  return y;
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
 * Returns: (transfer full): a layout that gives each child its natural size, or more where it expands, in as many rows
 *   as it takes
 */
GtkLayoutManager *
tl_wrap_layout_new (void)
{
  return g_object_new (TL_TYPE_WRAP_LAYOUT, NULL);
}
