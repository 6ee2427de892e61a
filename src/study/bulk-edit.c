#include "bulk-edit.h"

#include <string.h>

#include "item-build.h"
#include "log-counts.h"

static gpointer
hold (gconstpointer item, gpointer data)
{
  return tl_item_ref ((gpointer) item);
}

static TlBulkEdit *
bulk_new (TlBulkType type, GPtrArray *items)
{
  TlBulkEdit *self = g_new0 (TlBulkEdit, 1);

  self->type = type;
  self->items = g_ptr_array_copy (items, hold, NULL);
  g_ptr_array_set_free_func (self->items, tl_item_unref);
  return self;
}

/* tl_bulk_edit_new_set: see tl_edit_new_set_all(). */
TlBulkEdit *
tl_bulk_edit_new_set (GPtrArray *items, const TlField *field, TlValue value)
{
  TlBulkEdit *self = bulk_new (TL_BULK_SET, items);

  self->field = field;
  self->value = value;
  if (field->type == TL_FIELD_NUMBER)
    self->value.number = CLAMP (value.number, field->minimum, field->maximum) + 0.0;
  return self;
}

/* tl_bulk_edit_new_append: see tl_edit_new_append_all(). */
TlBulkEdit *
tl_bulk_edit_new_append (gpointer parent, GPtrArray *items)
{
  TlBulkEdit *self = bulk_new (TL_BULK_APPEND, items);

  self->parent = tl_item_ref (parent);
  return self;
}

/* tl_bulk_edit_new_remove: see tl_edit_new_remove_all(). */
TlBulkEdit *
tl_bulk_edit_new_remove (GPtrArray *items)
{
  TlBulkEdit *self = bulk_new (TL_BULK_REMOVE, items);

  self->parent = tl_item_ref (TL_ITEM (items->pdata[0])->parent);
  return self;
}

static void
drop_held (TlBulkEdit *self)
{
  for (guint i = 0; self->held && i < self->items->len; i++)
    tl_value_clear (&self->held[i]);
  g_clear_pointer (&self->held, g_free);
}

void
tl_bulk_edit_free (TlBulkEdit *self)
{
  drop_held (self);
  tl_value_clear (&self->value);
  g_free (self->positions);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->parent, tl_item_unref);
  g_free (self);
}

static void
expect_change (TlBulkEdit *self)
{
  TlItem *first = self->items->pdata[0];

  if (first->kind == TL_ITEM_CONTACT && first->parent && tl_log_counts_field (self->field))
    tl_log_counts_expect ((TlStudy *) first->parent, self->items->len);
}

static void
set_all (TlBulkEdit *self)
{
  expect_change (self);
  self->held = g_new (TlValue, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      self->held[i] = tl_item_get (self->items->pdata[i], self->field);
      tl_item_set (self->items->pdata[i], self->field, &self->value);
    }
}

/* From the end: an item that stands in the list twice gets back what it held at first. */
static void
set_back (TlBulkEdit *self)
{
  expect_change (self);
  for (guint i = self->items->len; i-- > 0;)
    tl_item_set (self->items->pdata[i], self->field, &self->held[i]);
  drop_held (self);
}

static void
take_out (TlBulkEdit *self)
{
  g_free (self->positions);
  self->positions = tl_items_take_out (self->items);
}

/* tl_bulk_edit_apply: does it, the first time or again. */
void
tl_bulk_edit_apply (TlBulkEdit *self)
{
  switch (self->type)
    {
    case TL_BULK_SET:
      set_all (self);
      break;
    case TL_BULK_APPEND:
      tl_items_append (self->parent, self->items);
      break;
    case TL_BULK_REMOVE:
      take_out (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* tl_bulk_edit_undo: takes it back. */
void
tl_bulk_edit_undo (TlBulkEdit *self)
{
  switch (self->type)
    {
    case TL_BULK_SET:
      set_back (self);
      break;
    case TL_BULK_APPEND:
      take_out (self);
      break;
    case TL_BULK_REMOVE:
      tl_items_put_in (self->parent, self->items, self->positions);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* tl_bulk_edit_is_idle: whether all items hold already what they shall hold. */
gboolean
tl_bulk_edit_is_idle (const TlBulkEdit *self)
{
  for (guint i = 0; self->type == TL_BULK_SET && i < self->items->len; i++)
    {
      g_auto (TlValue) held = tl_item_get (self->items->pdata[i], self->field);

      if (!tl_value_equal (&held, &self->value))
        return FALSE;
    }
  return self->type == TL_BULK_SET;
}

/* tl_bulk_edit_size: about how many bytes it holds. */
gsize
tl_bulk_edit_size (const TlBulkEdit *self)
{
  gsize size = sizeof *self + self->items->len * sizeof (gpointer);

  if (self->type != TL_BULK_SET)
    for (guint i = 0; i < self->items->len; i++)
      size += tl_item_size (self->items->pdata[i]) + sizeof (guint);
  if (self->held)
    size += self->items->len * sizeof (TlValue);
  for (guint i = 0; self->held && i < self->items->len; i++)
    if (self->field->type == TL_FIELD_TEXT && self->held[i].text)
      size += strlen (self->held[i].text) + 1;
  return size;
}
