/* frame.h: an element that is open while a file is read, and what may stand in it by the tables. */
#pragma once

#include "study/item.h"

G_BEGIN_DECLS

/**
 * TlFrame:
 * @item: the item whose element it is, or in whose element it stands
 * @holder: (nullable): its name where it is a wrapper or holds one text, as <roles> or <notes>
 * @text: (nullable): the field that its text goes to
 * @seen: a bit for each holder that stood in it
 * @complained: whether text in it, where none belongs, was complained of
 */
typedef struct
{
  TlItem *item;
  const char *holder;
  const TlField *text;
  guint64 seen;
  gboolean complained;
} TlFrame;

const TlItemType *tl_frame_find_child (const TlFrame *self, const char *name);
int tl_frame_find_holder (const TlFrame *self, const char *name);
const TlField *tl_frame_field_of_holder (const TlFrame *self, int row, const char **name);
const TlField *tl_item_type_content (const TlItemType *type);

G_END_DECLS
