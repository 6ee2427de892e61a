/* bulk-edit.h: the part of an edit (edit.h) that changes many items at once. For edit.c alone.
 *
 * A log has a million contacts. One edit for each would hold ten times what it changes.
 */
#pragma once

#include "item.h"

G_BEGIN_DECLS

typedef enum
{
  TL_BULK_SET,
  TL_BULK_APPEND,
  TL_BULK_REMOVE,
} TlBulkType;

/**
 * TlBulkEdit:
 * @type: what it does
 * @items: (element-type TlItem): with which items; held
 * @field: for %TL_BULK_SET, which field it sets, else %NULL
 * @value: for %TL_BULK_SET, what it sets
 * @held: for %TL_BULK_SET while applied, what each item held before
 * @parent: in whose list the items come or from which they go
 * @positions: for %TL_BULK_REMOVE while applied, where they stood
 */
typedef struct
{
  TlBulkType type;
  GPtrArray *items;
  const TlField *field;
  TlValue value;
  TlValue *held;
  TlItem *parent;
  guint *positions;
} TlBulkEdit;

TlBulkEdit *tl_bulk_edit_new_set (GPtrArray *items, const TlField *field, TlValue value) G_GNUC_WARN_UNUSED_RESULT;
TlBulkEdit *tl_bulk_edit_new_append (gpointer parent, GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
TlBulkEdit *tl_bulk_edit_new_remove (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
void tl_bulk_edit_free (TlBulkEdit *self);
void tl_bulk_edit_apply (TlBulkEdit *self);
void tl_bulk_edit_undo (TlBulkEdit *self);
gboolean tl_bulk_edit_is_idle (const TlBulkEdit *self);
gsize tl_bulk_edit_size (const TlBulkEdit *self);

G_END_DECLS
