#include "flow.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

const TlChoice tl_yes_no_words[] = {
  { TL_NO, "no", N_ ("No") },
  { TL_YES, "yes", N_ ("Yes") },
  { 0 },
};

static const TlField flow_fields[] = {
  TL_TEXT (TlFlow, name, "name", TL_FIELD_PLAIN),
  TL_REFERENCE (TlFlow, based_on, "based-on", TL_FIELD_PLAIN, TL_ITEM_FLOW),
  TL_TEXT (TlFlow, serves, "serves", TL_FIELD_PLAIN),
  TL_CHOICE (TlFlow, lanes, "lanes", TL_FIELD_PLAIN, tl_yes_no_words),
  { .name = NULL },
};

static const TlItemList flow_lists[] = {
  { TL_ITEM_STEP, G_STRUCT_OFFSET (TlFlow, steps), NULL },
  { TL_ITEM_CONNECTOR, G_STRUCT_OFFSET (TlFlow, connectors), NULL },
  { TL_ITEM_ENTRY, G_STRUCT_OFFSET (TlFlow, entries), NULL },
  { TL_ITEM_RAISES, G_STRUCT_OFFSET (TlFlow, raises), NULL },
  { .offset = 0 },
};

const TlItemType tl_flow_type = {
  .kind = TL_ITEM_FLOW,
  .element = "flow",
  .id_prefix = 'f',
  .size = sizeof (TlFlow),
  .fields = flow_fields,
  .lists = flow_lists,
  .label = N_ ("flow"),
};
