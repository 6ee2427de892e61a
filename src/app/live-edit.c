#include "app/live-edit.h"

#include <math.h>

#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlLiveEdit
{
  TlHistory *history;
  GPtrArray *items;     /* of one kind, at least one */
  const TlField *field; /* NULL for a share of one demand */
  TlDemand *demand;
  char *name;
  char *gesture;     /* NULL while nothing was typed */
  GArray *before;    /* (element-type TlValue): of each item, when the gesture began */
  gboolean differed; /* whether those were different */
};

static guint gestures;

static TlLiveEdit *
create (TlHistory *history, GPtrArray *items, const char *name)
{
  TlLiveEdit *self = g_new0 (TlLiveEdit, 1);

  self->history = g_object_ref (history);
  self->items = g_ptr_array_new_with_free_func (tl_item_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, tl_item_ref (g_ptr_array_index (items, i)));
  self->name = g_strdup (name);
  self->before = g_array_new (FALSE, FALSE, sizeof (TlValue));
  g_array_set_clear_func (self->before, (GDestroyNotify) tl_value_clear);
  return self;
}

/**
 * tl_live_edit_new:
 * @history: what edits go through
 * @item: an item of its study
 * @field: the name of one of the item's fields
 * @name: what the entry of the history is called, translated
 *
 * Returns: (transfer full): a field to be typed in
 */
TlLiveEdit *
tl_live_edit_new (TlHistory *history, gpointer item, const char *field, const char *name)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  return tl_live_edit_new_for_all (history, items, field, name);
}

/**
 * tl_live_edit_new_for_all:
 * @history: what edits go through
 * @items: (element-type TlItem): items of its study, of one kind; at least one
 * @field: the name of one of their fields
 * @name: what the entry of the history is called, translated
 *
 * Returns: (transfer full): a field to be typed in, in all of @items at once
 */
TlLiveEdit *
tl_live_edit_new_for_all (TlHistory *history, GPtrArray *items, const char *field, const char *name)
{
  TlLiveEdit *self = create (history, items, name);

  self->field = tl_item_field (TL_ITEM (g_ptr_array_index (items, 0))->kind, field);
  g_assert (self->field);
  return self;
}

/**
 * tl_live_edit_new_for_share:
 * @history: what edits go through
 * @connector: a connector
 * @demand: a demand type
 *
 * Returns: (transfer full): the share of @connector for @demand alone, which may be absent
 */
TlLiveEdit *
tl_live_edit_new_for_share (TlHistory *history, TlConnector *connector, TlDemand *demand)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  TlLiveEdit *self;

  g_ptr_array_add (items, connector);
  self = create (history, items, _ ("Change share"));
  self->demand = (TlDemand *) tl_item_ref (demand);
  return self;
}

/**
 * tl_live_edit_free:
 * @self: (transfer full): a live edit; what was typed is kept
 */
void
tl_live_edit_free (TlLiveEdit *self)
{
  tl_live_edit_keep (self);
  g_object_unref (self->history);
  g_ptr_array_unref (self->items);
  g_array_unref (self->before);
  if (self->demand)
    tl_item_unref (self->demand);
  g_free (self->name);
  g_free (self);
}

/**
 * tl_live_edit_is_required:
 * @self: a live edit
 *
 * Returns: whether the item means nothing without it, so that it can't be left blank
 */
gboolean
tl_live_edit_is_required (TlLiveEdit *self)
{
  return self->field && (self->field->flags & TL_FIELD_REQUIRED);
}

static TlValue
read_of (TlLiveEdit *self, TlItem *item)
{
  TlShare *own;

  if (self->field)
    return tl_item_get (item, self->field);
  own = tl_connector_own_share ((TlConnector *) item, self->demand);
  return tl_value_number (own ? own->value : (double) NAN);
}

/**
 * tl_live_edit_read:
 * @self: a live edit
 *
 * Returns: (transfer full): what the study holds now, to be given to tl_value_clear(); of several items, that of the
 *   first (tl_live_edit_differs())
 */
TlValue
tl_live_edit_read (TlLiveEdit *self)
{
  return read_of (self, g_ptr_array_index (self->items, 0));
}

/**
 * tl_live_edit_differs:
 * @self: a live edit
 *
 * Returns: whether its items do not all hold the same now
 */
gboolean
tl_live_edit_differs (TlLiveEdit *self)
{
  g_auto (TlValue) first = tl_live_edit_read (self);

  for (guint i = 1; i < self->items->len; i++)
    {
      g_auto (TlValue) other = read_of (self, g_ptr_array_index (self->items, i));

      if (!tl_value_equal (&first, &other))
        return TRUE;
    }
  return FALSE;
}

/* What the first item held before anything was typed. */
static gboolean
had_words (TlLiveEdit *self)
{
  g_auto (TlValue) now = tl_live_edit_read (self);
  const char *words = self->gesture ? g_array_index (self->before, TlValue, 0).text : now.text;

  return words && *words;
}

/**
 * tl_live_edit_outlives_blank:
 * @self: a live edit
 *
 * Returns: whether an entry that is left blank changes nothing: what has a name keeps it, and of several items that
 *   differ each keeps its own
 */
gboolean
tl_live_edit_outlives_blank (TlLiveEdit *self)
{
  TlItem *first = g_ptr_array_index (self->items, 0);

  if (self->gesture ? self->differed : tl_live_edit_differs (self))
    return TRUE;
  return self->field && tl_item_keeps_name (first->kind, self->field) && had_words (self);
}

static void
put (TlLiveEdit *self, TlItem *item, TlValue value)
{
  if (self->field)
    tl_history_apply (self->history, tl_edit_new_set (item, self->field, value));
  else
    tl_connector_set_share (self->history, (TlConnector *) item, self->demand, value.number);
}

static void
begin (TlLiveEdit *self)
{
  if (self->gesture)
    return;
  self->differed = tl_live_edit_differs (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      TlValue value = read_of (self, g_ptr_array_index (self->items, i));

      g_array_append_val (self->before, value);
    }
  self->gesture = g_strdup_printf ("typing %u", ++gestures);
}

/**
 * tl_live_edit_write:
 * @self: a live edit
 * @value: (transfer full): what the study shall hold
 */
void
tl_live_edit_write (TlLiveEdit *self, TlValue value)
{
  begin (self);
  tl_history_begin (self->history, self->name, self->gesture);
  for (guint i = 1; i < self->items->len; i++)
    put (self, g_ptr_array_index (self->items, i), tl_value_copy (&value));
  put (self, g_ptr_array_index (self->items, 0), value);
  tl_history_end (self->history);
}

/**
 * tl_live_edit_keep:
 * @self: a live edit
 *
 * Ends the gesture: what is typed next is undone apart.
 */
void
tl_live_edit_keep (TlLiveEdit *self)
{
  if (!self->gesture)
    return;
  g_clear_pointer (&self->gesture, g_free);
  g_array_set_size (self->before, 0);
  tl_history_settle (self->history);
}

/* Where the gesture was cut in two, by a save between two keystrokes, the first half stands: it is written over. */
static void
put_before (TlLiveEdit *self)
{
  tl_history_begin (self->history, self->name, self->gesture);
  for (guint i = 0; i < self->items->len; i++)
    {
      const TlValue *before = &g_array_index (self->before, TlValue, i);
      g_auto (TlValue) now = read_of (self, g_ptr_array_index (self->items, i));

      if (!tl_value_equal (&now, before))
        put (self, g_ptr_array_index (self->items, i), tl_value_copy (before));
    }
  tl_history_end (self->history);
}

/**
 * tl_live_edit_restore:
 * @self: a live edit
 *
 * Takes back what was typed since the last tl_live_edit_keep(), as if it had never been.
 *
 * Returns: whether there was anything to take back
 */
gboolean
tl_live_edit_restore (TlLiveEdit *self)
{
  if (!self->gesture)
    return FALSE;
  tl_history_begin (self->history, self->name, self->gesture);
  tl_history_cancel (self->history);
  put_before (self);
  tl_live_edit_keep (self);
  return TRUE;
}
