#include "item-type.h"

#include <string.h>

#include "condition.h"
#include "connector.h"
#include "contact.h"
#include "demand.h"
#include "entry.h"
#include "flow.h"
#include "matter.h"
#include "measure.h"
#include "raises.h"
#include "role.h"
#include "step.h"
#include "study.h"

static const TlItemType *const types[TL_N_ITEM_KINDS] = {
  [TL_ITEM_STUDY] = &tl_study_type,         [TL_ITEM_MATTER] = &tl_matter_type,
  [TL_ITEM_ROLE] = &tl_role_type,           [TL_ITEM_DEMAND] = &tl_demand_type,
  [TL_ITEM_CONTACT] = &tl_contact_type,     [TL_ITEM_FLOW] = &tl_flow_type,
  [TL_ITEM_STEP] = &tl_step_type,           [TL_ITEM_CONNECTOR] = &tl_connector_type,
  [TL_ITEM_SHARE] = &tl_share_type,         [TL_ITEM_ENTRY] = &tl_entry_type,
  [TL_ITEM_RAISES] = &tl_raises_type,       [TL_ITEM_MEASURE] = &tl_measure_type,
  [TL_ITEM_POINT] = &tl_point_type,         [TL_ITEM_CHANGE] = &tl_change_type,
  [TL_ITEM_CONDITION] = &tl_condition_type, [TL_ITEM_LINK] = &tl_link_type,
};

/**
 * tl_item_type:
 * @kind: a kind of item
 *
 * Returns: (transfer none): its description
 */
const TlItemType *
tl_item_type (TlItemKind kind)
{
  g_assert (kind < TL_N_ITEM_KINDS);
  return types[kind];
}

/**
 * tl_item_field:
 * @kind: a kind of item
 * @name: a field's name, as "work-minutes"
 *
 * Returns: (transfer none) (nullable): the field, %NULL where that kind has none of that name
 */
const TlField *
tl_item_field (TlItemKind kind, const char *name)
{
  for (const TlField *field = tl_item_type (kind)->fields; field->name; field++)
    if (strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

/**
 * tl_item_name_field:
 * @kind: a kind of item
 *
 * Returns: (transfer none) (nullable): the field with what people call it, %NULL for kinds without
 */
const TlField *
tl_item_name_field (TlItemKind kind)
{
  static const char *const names[] = { "name", "title", "text", "label", "what" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TlField *field = tl_item_field (kind, names[i]);

      if (field)
        return field;
    }
  return NULL;
}

/**
 * tl_item_keeps_name:
 * @kind: a kind of item
 * @field: one of its fields
 *
 * Returns: whether it is the name by which people know such an item: who empties it while typing has not said what it
 *   is called now, and the old name stays. The label of a connector and the title of a study can be taken away
 */
gboolean
tl_item_keeps_name (TlItemKind kind, const TlField *field)
{
  return kind != TL_ITEM_CONNECTOR && kind != TL_ITEM_STUDY && field == tl_item_name_field (kind);
}

/* Nearly all numbers of ids have a few digits: GLib takes ten times as long for them. */
static gboolean
read_digits (const char *text, guint64 *number)
{
  const char *at = text;

  for (*number = 0; g_ascii_isdigit (*at) && at - text < 18; at++)
    *number = *number * 10 + (guint64) (*at - '0');
  return (at > text && *at == '\0') || g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, number, NULL);
}

/**
 * tl_id_parse:
 * @id: an id
 * @kind: (out): the kind whose ids begin with that letter
 * @number: (out): the number behind it
 *
 * Ids are free text in a file; those of the usual form count when new ones are made.
 *
 * Returns: whether @id is a letter and a number, as "s12"
 */
gboolean
tl_id_parse (const char *id, TlItemKind *kind, guint64 *number)
{
  for (guint i = 0; *id && i < TL_N_ITEM_KINDS; i++)
    if (types[i]->id_prefix == *id)
      {
        *kind = (TlItemKind) i;
        return read_digits (id + 1, number);
      }
  return FALSE;
}
