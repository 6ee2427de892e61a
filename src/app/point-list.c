#include "app/point-list.h"

struct _TlPointRow
{
  GObject parent_instance;
  TlPoint *point; /* NULL: the empty row at the end */
};

G_DEFINE_FINAL_TYPE (TlPointRow, tl_point_row, G_TYPE_OBJECT)

static void
tl_point_row_finalize (GObject *object)
{
  g_clear_pointer (&TL_POINT_ROW (object)->point, tl_item_unref);
  G_OBJECT_CLASS (tl_point_row_parent_class)->finalize (object);
}

static void
tl_point_row_class_init (TlPointRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_point_row_finalize;
}

static void
tl_point_row_init (TlPointRow *self)
{
}

/**
 * tl_point_row_get_point:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its point; %NULL for the empty row at the end
 */
TlPoint *
tl_point_row_get_point (TlPointRow *self)
{
  return self->point;
}

struct _TlPointList
{
  GObject parent_instance;
  GPtrArray *points; /* as they were told to who listens */
  gboolean open;     /* there is a measure: the empty row is there */
};

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_POINT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  TlPointList *self = TL_POINT_LIST (model);

  return self->points->len + (self->open ? 1 : 0);
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlPointList *self = TL_POINT_LIST (model);
  TlPointRow *row;

  if (position >= get_n_items (model))
    return NULL;
  row = g_object_new (TL_TYPE_POINT_ROW, NULL);
  if (position < self->points->len)
    row->point = (TlPoint *) tl_item_ref (g_ptr_array_index (self->points, position));
  return row;
}

static void
init_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPointList,
                               tl_point_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_model))

static void
tl_point_list_finalize (GObject *object)
{
  g_ptr_array_unref (TL_POINT_LIST (object)->points);
  G_OBJECT_CLASS (tl_point_list_parent_class)->finalize (object);
}

static void
tl_point_list_class_init (TlPointListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_point_list_finalize;
}

static void
tl_point_list_init (TlPointList *self)
{
  self->points = g_ptr_array_new_with_free_func (tl_item_unref);
}

/**
 * tl_point_list_new:
 *
 * Returns: (transfer full): an empty list
 */
TlPointList *
tl_point_list_new (void)
{
  return g_object_new (TL_TYPE_POINT_LIST, NULL);
}

static GPtrArray *
copy_points (const TlMeasure *measure)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (tl_item_unref);

  for (guint i = 0; measure && i < measure->points->len; i++)
    g_ptr_array_add (points, tl_item_ref (g_ptr_array_index (measure->points, i)));
  return points;
}

/**
 * tl_point_list_show:
 * @self: a list
 * @measure: (nullable): whose points it has from now on
 *
 * Tells only of what is another, so that a row in which somebody types stays as it is.
 */
void
tl_point_list_show (TlPointList *self, const TlMeasure *measure)
{
  g_autoptr (GPtrArray) old = self->points;
  gboolean was_open = self->open;
  guint same = 0, tail = 0, removed, added;

  self->points = copy_points (measure);
  self->open = measure != NULL;
  while (same < MIN (old->len, self->points->len) && old->pdata[same] == self->points->pdata[same])
    same++;
  while (tail < MIN (old->len, self->points->len) - same
         && old->pdata[old->len - 1 - tail] == self->points->pdata[self->points->len - 1 - tail])
    tail++;
  removed = old->len - same - tail;
  added = self->points->len - same - tail;
  if (was_open != self->open)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len + (was_open ? 1 : 0),
                                get_n_items (G_LIST_MODEL (self)));
  else if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), same, removed, added);
}
