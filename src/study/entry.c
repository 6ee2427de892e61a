#include "entry.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlField entry_fields[] = {
  TL_REFERENCE (TlEntry, demand, "demand", TL_FIELD_REQUIRED, TL_ITEM_DEMAND),
  TL_REFERENCE (TlEntry, step, "step", TL_FIELD_REQUIRED, TL_ITEM_STEP),
  { .name = NULL },
};

static const TlItemList entry_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_entry_type = {
  .kind = TL_ITEM_ENTRY,
  .element = "entry",
  .id_prefix = 0,
  .size = sizeof (TlEntry),
  .fields = entry_fields,
  .lists = entry_lists,
  .label = N_ ("entry"),
};
