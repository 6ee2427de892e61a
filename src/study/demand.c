#include "demand.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlChoice demand_kind_words[] = {
  { TL_DEMAND_UNSURE, "unsure", N_ ("Not sure") },
  { TL_DEMAND_VALUE, "value", N_ ("Value demand") },
  { TL_DEMAND_FAILURE, "failure", N_ ("Failure demand") },
  { 0 },
};

static const TlChoice predictable_words[] = {
  { TL_PREDICTABLE_UNKNOWN, "unknown", N_ ("Not known") },
  { TL_PREDICTABLE_YES, "yes", N_ ("Predictable") },
  { TL_PREDICTABLE_NO, "no", N_ ("Not predictable") },
  { 0 },
};

static const TlField demand_fields[] = {
  TL_TEXT (TlDemand, name, "name", TL_FIELD_PLAIN),
  TL_CHOICE (TlDemand, kind, "kind", TL_FIELD_ALWAYS, demand_kind_words),
  TL_CHOICE (TlDemand, predictable, "predictable", TL_FIELD_PLAIN, predictable_words),
  TL_NUMBER (TlDemand, frequency, "frequency", TL_FIELD_PLAIN, 0, TL_NUMBER_MOST),
  { .name = NULL },
};

static const TlItemList demand_lists[] = {
  { TL_ITEM_LINK, G_STRUCT_OFFSET (TlDemand, links), NULL },
  { .offset = 0 },
};

const TlItemType tl_demand_type = {
  .kind = TL_ITEM_DEMAND,
  .element = "demand",
  .id_prefix = 'd',
  .size = sizeof (TlDemand),
  .fields = demand_fields,
  .lists = demand_lists,
  .label = N_ ("demand"),
};

/**
 * tl_demand_kind_choices:
 *
 * Returns: (transfer none): the words for #TlDemandKind
 */
const TlChoice *
tl_demand_kind_choices (void)
{
  return demand_kind_words;
}
