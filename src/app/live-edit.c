#include "app/live-edit.h"

#include <math.h>

#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlLiveEdit
{
  TlHistory *history;
  TlItem *item;
  const TlField *field; /* NULL for a share of one demand */
  TlDemand *demand;
  char *name;
  char *gesture; /* NULL while nothing was typed */
  TlValue before;
};

static guint gestures;

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
  TlLiveEdit *self = g_new0 (TlLiveEdit, 1);

  self->history = g_object_ref (history);
  self->item = tl_item_ref (item);
  self->field = tl_item_field (self->item->kind, field);
  self->name = g_strdup (name);
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
  TlLiveEdit *self = g_new0 (TlLiveEdit, 1);

  self->history = g_object_ref (history);
  self->item = tl_item_ref (connector);
  self->demand = (TlDemand *) tl_item_ref (demand);
  self->name = g_strdup (_ ("Change share"));
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
  tl_item_unref (self->item);
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

/**
 * tl_live_edit_read:
 * @self: a live edit
 *
 * Returns: (transfer full): what the study holds now, to be given to tl_value_clear()
 */
TlValue
tl_live_edit_read (TlLiveEdit *self)
{
  TlShare *own;

  if (self->field)
    return tl_item_get (self->item, self->field);
  own = tl_connector_own_share ((TlConnector *) self->item, self->demand);
  return tl_value_number (own ? own->value : (double) NAN);
}

static void
put (TlLiveEdit *self, TlValue value)
{
  if (self->field)
    tl_history_apply (self->history, tl_edit_new_set (self->item, self->field, value));
  else
    tl_connector_set_share (self->history, (TlConnector *) self->item, self->demand, value.number);
}

static void
begin (TlLiveEdit *self)
{
  if (self->gesture)
    return;
  self->before = tl_live_edit_read (self);
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
  put (self, value);
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
  tl_value_clear (&self->before);
  tl_history_settle (self->history);
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
  TlValue now;

  if (!self->gesture)
    return FALSE;
  tl_history_begin (self->history, self->name, self->gesture);
  tl_history_cancel (self->history);
  /* Where the gesture was cut in two, by a save between two keystrokes, the first half stands. */
  now = tl_live_edit_read (self);
  if (!tl_value_equal (&now, &self->before))
    {
      tl_value_clear (&now);
      now = self->before;
      self->before = tl_value_number ((double) NAN);
      tl_live_edit_write (self, now);
    }
  else
    tl_value_clear (&now);
  tl_live_edit_keep (self);
  return TRUE;
}
