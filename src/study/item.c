#include "item.h"

#include <math.h>
#include <string.h>

#include "contact.h"
#include "item-build.h"
#include "log-changes.h"
#include "log-counts.h"
#include "pool.h"
#include "study.h"

#define MEMBER(item, at, Type) ((Type *) G_STRUCT_MEMBER_P (item, at))

/* A field that refers to an item is a "TlRole *" in one struct and a "TlStep *" in another. A
 * compiler takes those for different things that can't overlap; void pointers may overlap all. */
#define MEMBER_ITEM(item, at) MEMBER (item, at, gpointer)

/* A study finds its items by their ids; the items themselves are the keys, which halves that table. */
static guint
hash_of_id (gconstpointer item)
{
  return g_str_hash (((const TlItem *) item)->id);
}

static gboolean
has_same_id (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TlItem *) a)->id, ((const TlItem *) b)->id) == 0;
}

/**
 * tl_item_new:
 * @kind: what to make
 *
 * Returns: (transfer full): an item of that kind with all fields absent, in no study and without an id
 */
gpointer
tl_item_new (TlItemKind kind)
{
  const TlItemType *type = tl_item_type (kind);
  TlItem *self = tl_pool_alloc0 (type->size);

  self->kind = kind;
  self->ref_count = 1;
  for (const TlField *field = type->fields; field->name; field++)
    if (field->type == TL_FIELD_NUMBER)
      *MEMBER (self, field->offset, double) = NAN;
  for (const TlItemList *list = type->lists; list->offset; list++)
    *MEMBER (self, list->offset, GPtrArray *) = g_ptr_array_new_with_free_func (tl_item_unref);
  if (kind == TL_ITEM_STUDY)
    ((TlStudy *) self)->by_id = g_hash_table_new (hash_of_id, has_same_id);
  return self;
}

/**
 * tl_item_ref:
 * @item: an item
 *
 * Returns: (transfer full): @item
 */
TlItem *
tl_item_ref (gpointer item)
{
  TlItem *self = item;

  self->ref_count++;
  return self;
}

static void
unknown_free (TlUnknown *unknown)
{
  g_clear_pointer (&unknown->attributes, g_ptr_array_unref);
  g_clear_pointer (&unknown->namespaces, g_ptr_array_unref);
  g_clear_pointer (&unknown->elements, g_ptr_array_unref);
  g_free (unknown);
}

static char *
intern (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);

  return g_ref_string_new_intern (copy);
}

/* How a text is kept depends on its field. */
static char *
text_keep (const TlField *field, const char *text, gsize length)
{
  if (length == 0)
    return NULL;
  if (field->flags & TL_FIELD_SHARED)
    return intern (text, length);
  return field->flags & TL_FIELD_SMALL ? tl_pool_strndup (text, length) : g_strndup (text, length);
}

static void
text_drop (const TlField *field, char *text)
{
  if (text && (field->flags & TL_FIELD_SHARED))
    g_ref_string_release (text);
  else if (field->flags & TL_FIELD_SMALL)
    tl_pool_strfree (text);
  else
    g_free (text);
}

static void
study_clear (TlStudy *self)
{
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->log, tl_log_counts_free);
  g_clear_pointer (&self->changes, tl_log_changes_free);
}

static void
item_free (TlItem *self)
{
  const TlItemType *type = tl_item_type (self->kind);

  for (const TlItemList *list = type->lists; list->offset; list++)
    {
      GPtrArray *children = *MEMBER (self, list->offset, GPtrArray *);

      for (guint i = 0; i < children->len; i++)
        TL_ITEM (g_ptr_array_index (children, i))->parent = NULL;
      g_ptr_array_unref (children);
    }
  for (const TlField *field = type->fields; field->name; field++)
    if (field->type == TL_FIELD_TEXT)
      text_drop (field, *MEMBER (self, field->offset, char *));
  if (self->kind == TL_ITEM_STUDY)
    study_clear ((TlStudy *) self);
  g_clear_pointer (&self->unknown, unknown_free);
  tl_pool_strfree (self->id);
  tl_pool_free (self, type->size);
}

/**
 * tl_item_unref:
 * @item: (transfer full): an item
 *
 * Gives back a reference. Items are used from one thread at a time, so the count is a plain number.
 */
void
tl_item_unref (gpointer item)
{
  TlItem *self = item;

  g_assert (self->ref_count > 0);
  if (--self->ref_count == 0)
    item_free (self);
}

/**
 * tl_item_get:
 * @item: an item
 * @field: one of its kind's fields
 *
 * Returns: (transfer full): a copy of what the field holds, to be given to tl_value_clear()
 */
TlValue
tl_item_get (gconstpointer item, const TlField *field)
{
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      return (TlValue){ .type = TL_FIELD_TEXT, .text = g_strdup (*MEMBER (item, field->offset, char *)) };
    case TL_FIELD_NUMBER:
      return tl_value_number (*MEMBER (item, field->offset, double));
    case TL_FIELD_CHOICE:
      return tl_value_choice (*MEMBER (item, field->offset, int));
    case TL_FIELD_ITEM:
      return tl_value_item (*MEMBER_ITEM (item, field->offset));
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_item_is_default:
 * @item: an item
 * @field: one of its kind's fields
 *
 * Returns: whether the field is absent
 */
gboolean
tl_item_is_default (gconstpointer item, const TlField *field)
{
  switch (field->type)
    {
    case TL_FIELD_TEXT:
      return *MEMBER (item, field->offset, char *) == NULL;
    case TL_FIELD_NUMBER:
      return isnan (*MEMBER (item, field->offset, double));
    case TL_FIELD_CHOICE:
      return *MEMBER (item, field->offset, int) == 0;
    case TL_FIELD_ITEM:
      return *MEMBER_ITEM (item, field->offset) == NULL;
    default:
      g_assert_not_reached ();
    }
}

/* Returns: (nullable): what must know that @field of @self becomes another */
static TlLogCounts *
counts_of (const TlItem *self, const TlField *field)
{
  if (self->kind != TL_ITEM_CONTACT || !self->parent || !tl_log_counts_field (field))
    return NULL;
  return ((const TlStudy *) self->parent)->log;
}

/* A field of @self has become another. */
static void
note_change (TlItem *self)
{
  if (self->kind == TL_ITEM_CONTACT && self->parent && ((TlStudy *) self->parent)->changes)
    tl_log_changes_touch (((TlStudy *) self->parent)->changes, (TlContact *) self);
}

/* @kept: (transfer full): as text_keep() gives it */
static void
take_text (TlItem *self, const TlField *field, char *kept)
{
  TlLogCounts *counts = counts_of (self, field);
  char **member = MEMBER (self, field->offset, char *);
  char *held = *member;

  if (counts)
    tl_log_counts_remove (counts, (const TlContact *) self);
  *member = kept;
  if (counts)
    tl_log_counts_add (counts, (const TlContact *) self);
  text_drop (field, held);
  note_change (self);
}

/**
 * tl_item_set_slice:
 * @item: an item
 * @field: one of its kind's text fields
 * @text: what it shall hold, UTF-8 that XML can hold; it need not end with a zero, and may be what the field holds
 * @length: of @text, 0 for absent
 *
 * As tl_item_set(), for who knows the length.
 */
void
tl_item_set_slice (gpointer item, const TlField *field, const char *text, gsize length)
{
  take_text (item, field, text_keep (field, text, length));
}

/**
 * tl_item_set_shared:
 * @item: an item
 * @field: one of its kind's fields whose texts are shared (%TL_FIELD_SHARED)
 * @text: what it shall hold, interned
 */
void
tl_item_set_shared (gpointer item, const TlField *field, GRefString *text)
{
  g_return_if_fail (field->flags & TL_FIELD_SHARED);
  take_text (item, field, g_ref_string_acquire (text));
}

static void
set_plain (TlItem *self, const TlField *field, const TlValue *value)
{
  switch (field->type)
    {
    case TL_FIELD_NUMBER:
      *MEMBER (self, field->offset, double) = value->number;
      break;
    case TL_FIELD_CHOICE:
      *MEMBER (self, field->offset, int) = value->choice;
      break;
    case TL_FIELD_ITEM:
      g_return_if_fail (!value->item || (int) value->item->kind == field->target);
      *MEMBER_ITEM (self, field->offset) = value->item;
      break;
    case TL_FIELD_TEXT:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_item_set:
 * @item: an item
 * @field: one of its kind's fields
 * @value: what it shall hold; copied
 */
void
tl_item_set (gpointer item, const TlField *field, const TlValue *value)
{
  TlLogCounts *counts;

  g_return_if_fail (field->type == value->type);
  if (field->type == TL_FIELD_TEXT)
    {
      tl_item_set_slice (item, field, value->text, value->text ? strlen (value->text) : 0);
      return;
    }
  counts = counts_of (item, field);
  if (counts)
    tl_log_counts_remove (counts, item);
  set_plain (item, field, value);
  if (counts)
    tl_log_counts_add (counts, item);
  note_change (item);
}

static const TlField *
field_or_die (gconstpointer item, const char *name)
{
  const TlItem *self = item;
  const TlField *field = tl_item_field (self->kind, name);

  if (!field)
    g_error ("a %s has no field “%s”", tl_item_type (self->kind)->element, name);
  return field;
}

/**
 * tl_item_set_text:
 * @item: an item
 * @field: the name of a text field
 * @text: (nullable): what it shall hold
 */
void
tl_item_set_text (gpointer item, const char *field, const char *text)
{
  g_auto (TlValue) value = tl_value_text (text);

  tl_item_set (item, field_or_die (item, field), &value);
}

/**
 * tl_item_set_number:
 * @item: an item
 * @field: the name of a number field
 * @number: what it shall hold; NAN for absent
 */
void
tl_item_set_number (gpointer item, const char *field, double number)
{
  TlValue value = tl_value_number (number);

  tl_item_set (item, field_or_die (item, field), &value);
}

/**
 * tl_item_set_choice:
 * @item: an item
 * @field: the name of a choice field
 * @choice: what it shall hold
 */
void
tl_item_set_choice (gpointer item, const char *field, int choice)
{
  TlValue value = tl_value_choice (choice);

  tl_item_set (item, field_or_die (item, field), &value);
}

/**
 * tl_item_set_item:
 * @item: an item
 * @field: the name of a field that refers to an item
 * @target: (nullable): what it shall refer to
 */
void
tl_item_set_item (gpointer item, const char *field, gpointer target)
{
  TlValue value = tl_value_item (target);

  tl_item_set (item, field_or_die (item, field), &value);
}

/**
 * tl_item_list:
 * @item: an item
 * @kind: a kind of its children
 *
 * Returns: (transfer none) (nullable): the list of children of that kind, %NULL where @item has none
 */
GPtrArray *
tl_item_list (gconstpointer item, TlItemKind kind)
{
  for (const TlItemList *list = tl_item_type (((const TlItem *) item)->kind)->lists; list->offset; list++)
    if (list->kind == kind)
      return *MEMBER (item, list->offset, GPtrArray *);
  return NULL;
}

/**
 * tl_item_siblings:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): the list that it stands in
 */
GPtrArray *
tl_item_siblings (gconstpointer item)
{
  const TlItem *self = item;

  return self->parent ? tl_item_list (self->parent, self->kind) : NULL;
}

/**
 * tl_item_position:
 * @item: an item that stands in a list
 *
 * Searches from the end, where new items stand, and where deleting many and undoing many begin.
 *
 * Returns: its place in that list, from 0; takes time in proportion to what follows it
 */
guint
tl_item_position (gconstpointer item)
{
  const GPtrArray *list = tl_item_siblings (item);
  guint position = list->len;

  while (position-- > 0)
    if (g_ptr_array_index (list, position) == item)
      return position;
  g_assert_not_reached ();
}

/**
 * tl_item_ancestor:
 * @item: an item
 * @kind: a kind
 *
 * Returns: (transfer none) (nullable): @item or the nearest item above it that is of that kind
 */
TlItem *
tl_item_ancestor (gpointer item, TlItemKind kind)
{
  TlItem *self = item;

  while (self && self->kind != kind)
    self = self->parent;
  return self;
}

/**
 * tl_item_name:
 * @item: an item
 *
 * Returns: (transfer none): what people call it; the empty text for what has no name
 */
const char *
tl_item_name (gconstpointer item)
{
  const TlField *field = tl_item_name_field (((const TlItem *) item)->kind);
  const char *name = field ? *MEMBER (item, field->offset, char *) : NULL;

  return name ? name : "";
}

/**
 * tl_item_walk:
 * @root: an item
 * @visit: called for @root and for all below it, parents first, in the order of the file
 * @data: for @visit
 *
 * Returns: %FALSE where @visit stopped the walk
 */
gboolean
tl_item_walk (gpointer root, TlItemVisitor visit, gpointer data)
{
  TlItem *self = root;

  if (!visit (self, data))
    return FALSE;
  for (const TlItemList *list = tl_item_type (self->kind)->lists; list->offset; list++)
    {
      GPtrArray *children = *MEMBER (self, list->offset, GPtrArray *);

      for (guint i = 0; i < children->len; i++)
        if (!tl_item_walk (g_ptr_array_index (children, i), visit, data))
          return FALSE;
    }
  return TRUE;
}

static gboolean
add_size (TlItem *item, gpointer data)
{
  const TlItemType *type = tl_item_type (item->kind);
  gsize *size = data;

  *size += type->size;
  for (const TlField *field = type->fields; field->name; field++)
    if (field->type == TL_FIELD_TEXT && !tl_item_is_default (item, field))
      *size += strlen (*MEMBER (item, field->offset, char *)) + 1;
  return TRUE;
}

/**
 * tl_item_size:
 * @item: an item
 *
 * Returns: about how many bytes it and all below it take
 */
gsize
tl_item_size (gconstpointer item)
{
  gsize size = 0;

  tl_item_walk ((gpointer) item, add_size, &size);
  return size;
}
