#include "frame.h"

#include <string.h>

/* Whether @name is the element of @field's text, or the wrapper in which that stands. */
static gboolean
is_of_field (const TlFrame *self, const TlField *field, const char *name)
{
  if (!(field->flags & TL_FIELD_CHILD))
    return FALSE;
  if (g_strcmp0 (field->within, self->holder) == 0 && strcmp (field->name, name) == 0)
    return TRUE;
  return !self->holder && g_strcmp0 (field->within, name) == 0;
}

/**
 * tl_frame_find_holder: (skip)
 * @self: an open element
 * @name: of an element in it
 *
 * Returns: which wrapper or element with one text that is, as the number of the first row of the item's
 *   tables, fields and then lists, that names it; -1 where it is none
 */
int
tl_frame_find_holder (const TlFrame *self, const char *name)
{
  const TlItemType *type = tl_item_type (self->item->kind);
  int row = 0;

  for (const TlField *field = type->fields; field->name; field++, row++)
    if (is_of_field (self, field, name))
      return row;
  for (const TlItemList *list = type->lists; list->offset; list++, row++)
    if (!self->holder && g_strcmp0 (list->element, name) == 0)
      return row;
  return -1;
}

/**
 * tl_frame_find_child: (skip)
 * @self: an open element
 * @name: of an element in it
 *
 * Returns: (nullable): the kind of item that it is
 */
const TlItemType *
tl_frame_find_child (const TlFrame *self, const char *name)
{
  for (const TlItemList *list = tl_item_type (self->item->kind)->lists; list->offset; list++)
    if (g_strcmp0 (list->element, self->holder) == 0 && strcmp (tl_item_type (list->kind)->element, name) == 0)
      return tl_item_type (list->kind);
  return NULL;
}

/**
 * tl_frame_field_of_holder: (skip)
 * @self: an open element
 * @row: what tl_frame_find_holder() returned
 * @name: (inout): the name it was asked for; becomes the same one in the tables, which stays
 *
 * Returns: (nullable): the field whose text the element holds, %NULL where it is a wrapper
 */
const TlField *
tl_frame_field_of_holder (const TlFrame *self, int row, const char **name)
{
  const TlItemType *type = tl_item_type (self->item->kind);
  const TlField *field = type->fields + row;
  int n_fields = 0;

  while (type->fields[n_fields].name)
    n_fields++;
  if (row >= n_fields)
    {
      *name = type->lists[row - n_fields].element;
      return NULL;
    }
  if (strcmp (field->name, *name) == 0 && g_strcmp0 (field->within, self->holder) == 0)
    {
      *name = field->name;
      return field;
    }
  *name = field->within;
  return NULL;
}

/**
 * tl_item_type_content: (skip)
 * @type: a kind of item
 *
 * Returns: (nullable): the field that is the text of its element
 */
const TlField *
tl_item_type_content (const TlItemType *type)
{
  for (const TlField *field = type->fields; field->name; field++)
    if (field->flags & TL_FIELD_CONTENT)
      return field;
  return NULL;
}
