#include "raises.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlField raises_fields[] = {
  TL_REFERENCE (TlRaises, step, "step", TL_FIELD_REQUIRED, TL_ITEM_STEP),
  TL_REFERENCE (TlRaises, demand, "demand", TL_FIELD_REQUIRED, TL_ITEM_DEMAND),
  TL_NUMBER (TlRaises, rate, "rate", TL_FIELD_REQUIRED, 0, TL_NUMBER_MOST),
  { .name = NULL },
};

static const TlItemList raises_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_raises_type = {
  .kind = TL_ITEM_RAISES,
  .element = "raises",
  .id_prefix = 0,
  .size = sizeof (TlRaises),
  .fields = raises_fields,
  .lists = raises_lists,
  .label = N_ ("raised demand"),
};
