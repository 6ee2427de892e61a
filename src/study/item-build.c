#include "item-build.h"

#include <string.h>

#include "log-changes.h"
#include "log-counts.h"
#include "pool.h"
#include "study.h"

/* Remembers the highest number in use, so that new ids are higher. */
static void
note_number (TlStudy *study, const TlItem *item)
{
  TlItemKind kind;
  guint64 number;

  if (tl_id_parse (item->id, &kind, &number))
    study->last_id[kind] = MAX (study->last_id[kind], number);
}

static gboolean
register_id (TlItem *item, gpointer data)
{
  TlStudy *study = data;

  if (!item->id)
    return TRUE;
  if (!g_hash_table_add (study->by_id, item))
    g_critical ("the id “%s” is taken", item->id);
  note_number (study, item);
  return TRUE;
}

static gboolean
forget_id (TlItem *item, gpointer data)
{
  TlStudy *study = data;

  if (item->id)
    g_hash_table_remove (study->by_id, item);
  return TRUE;
}

/* An id whose number is higher than all of its kind is new: no need to look for it, and a log of a million contacts
 * has a million such ids. */
static TlItem *
holder_of (TlStudy *study, const char *id)
{
  TlItemKind kind;
  guint64 number;

  if (tl_id_parse (id, &kind, &number) && number > study->last_id[kind])
    return NULL;
  return tl_study_find (study, id);
}

/* A child has come: what stands in a study is counted, and noted, where somebody has asked for that. */
static void
note_arrival (TlItem *child)
{
  TlStudy *study = (TlStudy *) child->parent;

  if (child->kind != TL_ITEM_CONTACT)
    return;
  if (study->log)
    tl_log_counts_add (study->log, (const TlContact *) child);
  if (study->changes)
    tl_log_changes_touch (study->changes, (TlContact *) child);
}

/* A child is about to go. */
static void
note_leave (TlItem *child)
{
  TlStudy *study = (TlStudy *) child->parent;

  if (child->kind != TL_ITEM_CONTACT)
    return;
  if (study->log)
    tl_log_counts_remove (study->log, (const TlContact *) child);
  if (study->changes)
    tl_log_changes_lose (study->changes, (TlContact *) child);
}

static void
expect_many (TlStudy *study, const GPtrArray *children)
{
  if (study && TL_ITEM (children->pdata[0])->kind == TL_ITEM_CONTACT)
    tl_log_counts_expect (study, children->len);
}

/**
 * tl_item_set_id:
 * @item: an item
 * @id: (nullable): its new id
 *
 * Returns: %FALSE, without a change, where another item of the same study has that id
 */
gboolean
tl_item_set_id (gpointer item, const char *id)
{
  TlItem *self = item;
  TlStudy *study = tl_study_of (self);
  TlItem *holder = study && id ? holder_of (study, id) : NULL;
  char *held;

  if (holder)
    return holder == self;
  if (study && self->id)
    g_hash_table_remove (study->by_id, self);
  held = self->id;
  self->id = tl_pool_strdup (id);
  tl_pool_strfree (held);
  if (study && id)
    register_id (self, study);
  return TRUE;
}

/**
 * tl_item_insert:
 * @parent: an item that can hold @child
 * @child: an item that stands nowhere; @parent takes a reference of its own
 * @position: from 0; anything beyond the end means at the end
 *
 * The ids of @child and all below it must be free in the study.
 */
void
tl_item_insert (gpointer parent, gpointer child, guint position)
{
  TlItem *self = child;
  GPtrArray *list = tl_item_list (parent, self->kind);
  TlStudy *study = tl_study_of (parent);

  g_return_if_fail (list && !self->parent);
  g_ptr_array_insert (list, (int) MIN (position, list->len), tl_item_ref (self));
  self->parent = parent;
  note_arrival (self);
  if (study)
    tl_item_walk (self, register_id, study);
}

/**
 * tl_item_append:
 * @parent: an item that can hold @child
 * @child: (transfer full): an item that stands nowhere
 */
void
tl_item_append (gpointer parent, gpointer child)
{
  tl_item_insert (parent, child, G_MAXUINT);
  tl_item_unref (child);
}

/**
 * tl_item_take_out:
 * @child: an item that stands in a list
 *
 * Takes it out; it is freed if nobody holds a reference. References to it from other items are not
 * looked for: that is for tl_items_delete().
 */
void
tl_item_take_out (gpointer child)
{
  TlItem *self = child;
  GPtrArray *list = tl_item_siblings (self);
  TlStudy *study = tl_study_of (self);
  guint position;

  g_return_if_fail (list);
  if (study)
    tl_item_walk (self, forget_id, study);
  position = tl_item_position (self);
  note_leave (self);
  self->parent = NULL;
  g_ptr_array_remove_index (list, position);
}

static void
enter (TlItem *child, gpointer parent, TlStudy *study)
{
  g_return_if_fail (!child->parent);
  child->parent = parent;
  note_arrival (child);
  if (study)
    tl_item_walk (child, register_id, study);
}

/**
 * tl_items_put_in:
 * @parent: an item that can hold @children
 * @children: (element-type TlItem): items of one kind that stand nowhere, one at least; @parent takes
 *   references of its own
 * @positions: where each shall stand afterwards, ascending
 *
 * As tl_item_insert() for each, in time that does not depend on where they go.
 */
void
tl_items_put_in (gpointer parent, GPtrArray *children, const guint *positions)
{
  GPtrArray *list = tl_item_list (parent, TL_ITEM (children->pdata[0])->kind);
  TlStudy *study = tl_study_of (parent);
  guint from = list->len, to = list->len + children->len;

  expect_many (study, children);
  g_ptr_array_set_size (list, (int) to);
  for (guint i = children->len; i-- > 0;)
    {
      guint tail = to - 1 - positions[i];

      memmove (list->pdata + positions[i] + 1, list->pdata + from - tail, tail * sizeof (gpointer));
      list->pdata[positions[i]] = tl_item_ref (children->pdata[i]);
      from -= tail;
      to = positions[i];
    }
  for (guint i = 0; i < children->len; i++)
    enter (children->pdata[i], parent, study);
}

/**
 * tl_items_append:
 * @parent: an item that can hold @children
 * @children: (element-type TlItem): items of one kind that stand nowhere, one at least
 *
 * As tl_items_put_in(), at the end.
 */
void
tl_items_append (gpointer parent, GPtrArray *children)
{
  GPtrArray *list = tl_item_list (parent, TL_ITEM (children->pdata[0])->kind);
  TlStudy *study = tl_study_of (parent);

  expect_many (study, children);
  for (guint i = 0; i < children->len; i++)
    {
      g_ptr_array_add (list, tl_item_ref (children->pdata[i]));
      enter (children->pdata[i], parent, study);
    }
}

/* Brings those of @leaving to the end of @list, in their order. Returns: (transfer full): where they stood */
static guint *
part (GPtrArray *list, GHashTable *leaving)
{
  guint n = g_hash_table_size (leaving);
  guint *positions = g_new (guint, n);
  g_autofree gpointer *gone = g_new (gpointer, n);
  guint kept = 0, found = 0;

  for (guint i = 0; i < list->len; i++)
    {
      gpointer item = list->pdata[i];

      if (found < n && g_hash_table_contains (leaving, item))
        {
          positions[found] = i;
          gone[found++] = item;
        }
      else
        list->pdata[kept++] = item;
    }
  g_assert (found == n);
  memcpy (list->pdata + kept, gone, n * sizeof (gpointer));
  return positions;
}

static void
leave (TlItem *child, TlStudy *study)
{
  if (study)
    tl_item_walk (child, forget_id, study);
  note_leave (child);
  child->parent = NULL;
}

/**
 * tl_items_take_out:
 * @children: (element-type TlItem): items of one list, each once, one at least; they must be held by who calls,
 *   and are put into the list's order
 *
 * As tl_item_take_out() for each, in time that does not depend on where they stand.
 *
 * Returns: (transfer full): where each of @children stood, ascending
 */
guint *
tl_items_take_out (GPtrArray *children)
{
  GPtrArray *list = tl_item_siblings (children->pdata[0]);
  TlStudy *study = tl_study_of (children->pdata[0]);
  g_autoptr (GHashTable) leaving = g_hash_table_new (NULL, NULL);
  guint *positions;

  expect_many (study, children);
  for (guint i = 0; i < children->len; i++)
    {
      g_hash_table_add (leaving, children->pdata[i]);
      leave (children->pdata[i], study);
    }
  g_assert (g_hash_table_size (leaving) == children->len);
  positions = part (list, leaving);
  memcpy (children->pdata, list->pdata + list->len - children->len, children->len * sizeof (gpointer));
  g_ptr_array_set_size (list, (int) (list->len - children->len));
  return positions;
}

/**
 * tl_item_move:
 * @child: an item that stands in a list
 * @position: where it shall stand afterwards, from 0
 */
void
tl_item_move (gpointer child, guint position)
{
  GPtrArray *list = tl_item_siblings (child);
  guint from = tl_item_position (child);
  gpointer *items = list->pdata;

  position = MIN (position, list->len - 1);
  if (position < from)
    memmove (items + position + 1, items + position, (from - position) * sizeof (gpointer));
  else
    memmove (items + from, items + from + 1, (position - from) * sizeof (gpointer));
  items[position] = child;
}

static void
keep (GPtrArray **array, const char *text)
{
  if (!*array)
    *array = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*array, g_strdup (text));
}

static TlUnknown *
unknown_of (TlItem *item)
{
  if (!item->unknown)
    item->unknown = g_new0 (TlUnknown, 1);
  return item->unknown;
}

/**
 * tl_item_keep_attribute:
 * @item: an item
 * @name: an attribute's name, with its prefix where it has one
 * @value: its value
 * @prefix: (nullable): the prefix in @name
 * @namespace_uri: (nullable): what @prefix stands for
 *
 * Keeps an attribute that this version does not know, to be written back.
 */
void
tl_item_keep_attribute (gpointer item,
                        const char *name,
                        const char *value,
                        const char *prefix,
                        const char *namespace_uri)
{
  TlUnknown *unknown = unknown_of (item);

  keep (&unknown->attributes, name);
  keep (&unknown->attributes, value);
  if (!prefix || !namespace_uri)
    return;
  for (guint i = 0; unknown->namespaces && i + 1 < unknown->namespaces->len; i += 2)
    if (strcmp (g_ptr_array_index (unknown->namespaces, i), prefix) == 0)
      return;
  keep (&unknown->namespaces, prefix);
  keep (&unknown->namespaces, namespace_uri);
}

/**
 * tl_item_keep_element:
 * @item: an item
 * @xml: a whole element or comment as XML text
 *
 * Keeps content that this version does not know, to be written back.
 */
void
tl_item_keep_element (gpointer item, const char *xml)
{
  keep (&unknown_of (item)->elements, xml);
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

static GPtrArray *
texts_copy (GPtrArray *texts)
{
  return texts ? g_ptr_array_copy (texts, copy_text, NULL) : NULL;
}

static TlUnknown *
unknown_copy (const TlUnknown *unknown)
{
  TlUnknown *copy = g_new0 (TlUnknown, 1);

  copy->attributes = texts_copy (unknown->attributes);
  copy->namespaces = texts_copy (unknown->namespaces);
  copy->elements = texts_copy (unknown->elements);
  return copy;
}

/* @copies: from each original to its copy */
static TlItem *
copy_tree (const TlItem *self, GHashTable *copies)
{
  const TlItemType *type = tl_item_type (self->kind);
  TlItem *copy = tl_item_new (self->kind);

  g_hash_table_insert (copies, (gpointer) self, copy);
  for (const TlField *field = type->fields; field->name; field++)
    {
      g_auto (TlValue) value = tl_item_get (self, field);

      tl_item_set (copy, field, &value);
    }
  if (self->unknown)
    copy->unknown = unknown_copy (self->unknown);
  for (const TlItemList *list = type->lists; list->offset; list++)
    {
      GPtrArray *children = tl_item_list (self, list->kind);

      for (guint i = 0; i < children->len; i++)
        tl_item_append (copy, copy_tree (g_ptr_array_index (children, i), copies));
    }
  return copy;
}

static gboolean
refer_to_copies (TlItem *item, gpointer copies)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    if (field->type == TL_FIELD_ITEM)
      {
        TlValue value = tl_item_get (item, field);

        value.item = g_hash_table_lookup (copies, value.item);
        if (value.item)
          tl_item_set (item, field, &value);
      }
  return TRUE;
}

/**
 * tl_item_copy:
 * @item: an item
 *
 * Returns: (transfer full): a copy of it and all below it, in no study, without ids. References
 *   among what is copied point to the copies; others still point to what the original refers to
 */
gpointer
tl_item_copy (gconstpointer item)
{
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  TlItem *copy = copy_tree (item, copies);

  tl_item_walk (copy, refer_to_copies, copies);
  return copy;
}
