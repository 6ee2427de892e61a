#include "reconnection.h"

#include "connector.h"
#include "flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *
end_of (TlItemKind kind, gboolean tail)
{
  if (kind == TL_ITEM_CONNECTOR)
    return tail ? "from" : "to";
  if (kind == TL_ITEM_RAISES)
    return tail ? "step" : "demand";
  return kind == TL_ITEM_ENTRY && !tail ? "step" : NULL;
}

/**
 * tl_item_lead:
 * @history: the study's history
 * @item: a connector, an entry or raises
 * @tail: where it comes from is another one, not where it leads; not for an entry
 * @target: a step, or for the head of raises a failure demand
 *
 * All else that it says stays: its share, its kind, its rate. A connector that then leads back to
 * its own step is rework.
 */
void
tl_item_lead (TlHistory *history, gpointer item, gboolean tail, gpointer target)
{
  TlItem *self = item;
  const char *field = end_of (self->kind, tail);

  g_return_if_fail (field);
  tl_history_begin (history, self->kind == TL_ITEM_CONNECTOR ? _ ("Reconnect") : _ ("Lead elsewhere"), NULL);
  tl_history_apply (history, tl_edit_new_set_item (item, field, target));
  if (self->kind == TL_ITEM_CONNECTOR && ((TlConnector *) item)->from == ((TlConnector *) item)->to)
    tl_history_apply (history, tl_edit_new_set_choice (item, "kind", TL_CONNECTOR_REWORK));
  tl_history_end (history);
}
