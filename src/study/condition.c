#include "condition.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlChoice condition_kind_words[] = {
  { TL_CONDITION_OTHER, "other", N_ ("Other") },
  { TL_CONDITION_MEASURE, "measure", N_ ("Measure or target") },
  { TL_CONDITION_ROLE, "role", N_ ("Role") },
  { TL_CONDITION_STRUCTURE, "structure", N_ ("Structure") },
  { TL_CONDITION_POLICY, "policy", N_ ("Policy") },
  { TL_CONDITION_IT, "it", N_ ("IT") },
  { TL_CONDITION_CONTRACT, "contract", N_ ("Contract") },
  { TL_CONDITION_BUDGET, "budget", N_ ("Budget") },
  { TL_CONDITION_HABIT, "habit", N_ ("Habit") },
  { 0 },
};

static const TlField condition_fields[] = {
  TL_TEXT (TlCondition, name, "name", TL_FIELD_PLAIN),
  TL_CHOICE (TlCondition, kind, "kind", TL_FIELD_PLAIN, condition_kind_words),
  TL_TEXT (TlCondition, thinking, "thinking", TL_FIELD_CHILD),
  { .name = NULL },
};

static const TlItemList condition_lists[] = {
  { TL_ITEM_LINK, G_STRUCT_OFFSET (TlCondition, links), NULL },
  { .offset = 0 },
};

const TlItemType tl_condition_type = {
  .kind = TL_ITEM_CONDITION,
  .element = "condition",
  .id_prefix = 'n',
  .size = sizeof (TlCondition),
  .fields = condition_fields,
  .lists = condition_lists,
  .label = N_ ("system condition"),
};

static const TlField link_fields[] = {
  TL_REFERENCE (TlLink, step, "step", TL_FIELD_PLAIN, TL_ITEM_STEP),
  TL_REFERENCE (TlLink, demand, "demand", TL_FIELD_PLAIN, TL_ITEM_DEMAND),
  TL_REFERENCE (TlLink, matter, "matter", TL_FIELD_PLAIN, TL_ITEM_MATTER),
  { .name = NULL },
};

static const TlItemList link_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_link_type = {
  .kind = TL_ITEM_LINK,
  .element = "link",
  .id_prefix = 0,
  .size = sizeof (TlLink),
  .fields = link_fields,
  .lists = link_lists,
  .label = N_ ("link"),
};

/**
 * tl_condition_kind_choices:
 *
 * Returns: (transfer none): the words for #TlConditionKind
 */
const TlChoice *
tl_condition_kind_choices (void)
{
  return condition_kind_words;
}
