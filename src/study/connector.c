#include "connector.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlChoice connector_kind_words[] = {
  { TL_CONNECTOR_FLOW, "flow", N_ ("Flow") },
  { TL_CONNECTOR_REWORK, "rework", N_ ("Rework") },
  { 0 },
};

static const TlField connector_fields[] = {
  TL_REFERENCE (TlConnector, from, "from", TL_FIELD_REQUIRED, TL_ITEM_STEP),
  TL_REFERENCE (TlConnector, to, "to", TL_FIELD_REQUIRED, TL_ITEM_STEP),
  TL_NUMBER (TlConnector, share, "share", TL_FIELD_PLAIN, 0, 1),
  TL_CHOICE (TlConnector, kind, "kind", TL_FIELD_PLAIN, connector_kind_words),
  TL_TEXT (TlConnector, label, "label", TL_FIELD_PLAIN),
  { .name = NULL },
};

static const TlItemList connector_lists[] = {
  { TL_ITEM_SHARE, G_STRUCT_OFFSET (TlConnector, shares), NULL },
  { .offset = 0 },
};

const TlItemType tl_connector_type = {
  .kind = TL_ITEM_CONNECTOR,
  .element = "connector",
  .id_prefix = 'c',
  .size = sizeof (TlConnector),
  .fields = connector_fields,
  .lists = connector_lists,
  .label = N_ ("connector"),
};

static const TlField share_fields[] = {
  TL_REFERENCE (TlShare, demand, "demand", TL_FIELD_REQUIRED, TL_ITEM_DEMAND),
  TL_NUMBER (TlShare, value, "value", TL_FIELD_REQUIRED, 0, 1),
  { .name = NULL },
};

static const TlItemList share_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_share_type = {
  .kind = TL_ITEM_SHARE,
  .element = "share",
  .id_prefix = 0,
  .size = sizeof (TlShare),
  .fields = share_fields,
  .lists = share_lists,
  .label = N_ ("share of a demand"),
};

/**
 * tl_connector_own_share:
 * @connector: a connector
 * @demand: a demand type
 *
 * Returns: (transfer none) (nullable): its share for just that demand type, if it has one
 */
TlShare *
tl_connector_own_share (const TlConnector *connector, const TlDemand *demand)
{
  for (guint i = 0; i < connector->shares->len; i++)
    {
      TlShare *share = g_ptr_array_index (connector->shares, i);

      if (share->demand == demand)
        return share;
    }
  return NULL;
}

/**
 * tl_connector_share_for:
 * @connector: a connector
 * @demand: a demand type
 *
 * Returns: the share that is given for @demand: its own, else the connector's; NAN where blank
 */
double
tl_connector_share_for (const TlConnector *connector, const TlDemand *demand)
{
  const TlShare *own = tl_connector_own_share (connector, demand);

  return own ? own->value : connector->share;
}
