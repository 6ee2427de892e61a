#include "deletion.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  GHashTable *doomed; /* items that go */
  guint kinds;        /* bits: kinds of items that people want gone, those below them included */
  GPtrArray *order;   /* items that go, in the order of the study */
  GPtrArray *blanked; /* edits that blank references to what goes */
} Deletion;

static gboolean
is_doomed (Deletion *self, gpointer item)
{
  for (TlItem *at = item; at; at = at->parent)
    if (g_hash_table_contains (self->doomed, at))
      return TRUE;
  return FALSE;
}

static gboolean
note_kind (TlItem *item, gpointer data)
{
  *(guint *) data |= 1u << item->kind;
  return TRUE;
}

/* Whether items of that kind, or below it, can be of a kind that goes or refer to one: a log of a
 * million contacts is not searched because a step goes. */
static gboolean
is_concerned (TlItemKind kind, guint kinds)
{
  const TlItemType *type = tl_item_type (kind);

  if (kinds & (1u << kind))
    return TRUE;
  for (const TlField *field = type->fields; field->name; field++)
    if (field->type == TL_FIELD_ITEM && (kinds & (1u << field->target)))
      return TRUE;
  for (const TlItemList *list = type->lists; list->offset; list++)
    if (is_concerned (list->kind, kinds))
      return TRUE;
  return FALSE;
}

/* A link without what it links to says nothing, so its references count as required. */
static gboolean
means_nothing_without (const TlItem *item, const TlField *field)
{
  return (field->flags & TL_FIELD_REQUIRED) || item->kind == TL_ITEM_LINK;
}

static void
examine (Deletion *self, TlItem *item)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    {
      TlValue value;

      if (field->type != TL_FIELD_ITEM || !(self->kinds & (1u << field->target)))
        continue;
      value = tl_item_get (item, field);
      if (!value.item || !is_doomed (self, value.item))
        continue;
      if (means_nothing_without (item, field))
        g_hash_table_add (self->doomed, item);
      else
        g_ptr_array_add (self->blanked, tl_edit_new_set (item, field, tl_value_item (NULL)));
    }
}

/* Goes through the study once. Nothing refers to what goes because of a reference (connectors,
 * entries, raises, shares and links), so it is enough to look for what people want gone. */
static void
search (Deletion *self, TlItem *item)
{
  examine (self, item);
  if (g_hash_table_contains (self->doomed, item))
    {
      g_ptr_array_add (self->order, item);
      return;
    }
  for (const TlItemList *list = tl_item_type (item->kind)->lists; list->offset; list++)
    {
      GPtrArray *children = tl_item_list (item, list->kind);

      for (guint i = 0; is_concerned (list->kind, self->kinds) && i < children->len; i++)
        search (self, g_ptr_array_index (children, i));
    }
}

static const char *
deletion_name (GPtrArray *items)
{
  TlItemKind kind = TL_ITEM (g_ptr_array_index (items, 0))->kind;

  if (items->len > 1)
    return _ ("Delete selection");
  switch ((int) kind)
    {
    case TL_ITEM_FLOW:
      return _ ("Delete flow");
    case TL_ITEM_STEP:
      return _ ("Delete step");
    case TL_ITEM_CONNECTOR:
      return _ ("Delete connector");
    case TL_ITEM_ROLE:
      return _ ("Delete role");
    case TL_ITEM_DEMAND:
      return _ ("Delete demand");
    default:
      return _ ("Delete");
    }
}

static void
doom (Deletion *self, TlStudy *study, TlItem *item)
{
  if (item == TL_ITEM (study) || tl_study_of (item) != study)
    return;
  g_hash_table_add (self->doomed, item);
  tl_item_walk (item, note_kind, &self->kinds);
}

static gboolean
stand_in_one_list (gconstpointer a, gconstpointer b)
{
  return tl_item_siblings (a) == tl_item_siblings (b);
}

/* All of a list as one edit: one for each would search the list for each. In the order of the study, those
 * of a list stand together. */
static void
delete_doomed (Deletion *self, TlHistory *history)
{
  for (guint i = 0; i < self->blanked->len; i++)
    tl_history_apply (history, g_ptr_array_index (self->blanked, i));
  for (guint end = self->order->len; end > 0;)
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      guint begin = end - 1;

      while (begin > 0 && stand_in_one_list (self->order->pdata[begin - 1], self->order->pdata[end - 1]))
        begin--;
      for (guint i = begin; i < end; i++)
        g_ptr_array_add (items, self->order->pdata[i]);
      tl_history_apply (history, tl_edit_new_remove_all (items));
      end = begin;
    }
}

/**
 * tl_items_delete:
 * @history: the study's history
 * @items: (element-type TlItem): items; those that are not in the study any more are passed over
 *
 * Deletes items with all that means nothing without them: a step takes its connectors, entries,
 * raises and links along, a demand its entries, raises, shares and links; elsewhere a reference to
 * what goes is left blank. Undo brings all back.
 */
void
tl_items_delete (TlHistory *history, GPtrArray *items)
{
  TlStudy *study = tl_history_get_study (history);
  Deletion self = { 0 };

  if (items->len == 0)
    return;
  self.doomed = g_hash_table_new (NULL, NULL);
  self.order = g_ptr_array_new ();
  self.blanked = g_ptr_array_new ();
  for (guint i = 0; i < items->len; i++)
    doom (&self, study, g_ptr_array_index (items, i));
  search (&self, TL_ITEM (study));

  tl_history_begin (history, deletion_name (items), NULL);
  delete_doomed (&self, history);
  tl_history_end (history);

  g_ptr_array_unref (self.blanked);
  g_ptr_array_unref (self.order);
  g_hash_table_unref (self.doomed);
}

/**
 * tl_item_delete:
 * @history: the study's history
 * @item: an item of the study
 *
 * As tl_items_delete(), for one.
 */
void
tl_item_delete (TlHistory *history, gpointer item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  tl_items_delete (history, items);
}
