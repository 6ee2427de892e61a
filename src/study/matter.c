#include "matter.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlField matter_fields[] = {
  TL_TEXT (TlMatter, text, "text", TL_FIELD_CONTENT),
  { .name = NULL },
};

static const TlItemList matter_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_matter_type = {
  .kind = TL_ITEM_MATTER,
  .element = "matter",
  .id_prefix = 'm',
  .size = sizeof (TlMatter),
  .fields = matter_fields,
  .lists = matter_lists,
  .label = N_ ("what matters"),
};
