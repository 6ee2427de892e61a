#include "contact.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlChoice contact_kind_words[] = {
  { TL_CONTACT_AS_DEMAND, "as-demand", N_ ("As its demand") },
  { TL_CONTACT_VALUE, "value", N_ ("Value") },
  { TL_CONTACT_FAILURE, "failure", N_ ("Failure") },
  { TL_CONTACT_UNSURE, "unsure", N_ ("Not sure") },
  { 0 },
};

static const TlField contact_fields[] = {
  TL_TEXT (TlContact, when, "when", TL_FIELD_SMALL),
  TL_REFERENCE (TlContact, demand, "demand", TL_FIELD_PLAIN, TL_ITEM_DEMAND),
  TL_CHOICE (TlContact, kind, "kind", TL_FIELD_PLAIN, contact_kind_words),
  TL_CHOICE (TlContact, second, "second-opinion", TL_FIELD_PLAIN, contact_kind_words),
  TL_NUMBER (TlContact, minutes, "minutes", TL_FIELD_PLAIN, 0, TL_NUMBER_MOST),
  TL_TEXT (TlContact, channel, "channel", TL_FIELD_SHARED),
  TL_TEXT (TlContact, place, "place", TL_FIELD_SHARED),
  TL_TEXT (TlContact, thread, "thread", TL_FIELD_SMALL),
  TL_TEXT (TlContact, listener, "listener", TL_FIELD_SHARED),
  TL_TEXT (TlContact, words, "words", TL_FIELD_CONTENT | TL_FIELD_SMALL),
  { .name = NULL },
};

static const TlItemList contact_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_contact_type = {
  .kind = TL_ITEM_CONTACT,
  .element = "contact",
  .id_prefix = 'k',
  .size = sizeof (TlContact),
  .fields = contact_fields,
  .lists = contact_lists,
  .label = N_ ("contact"),
};

/**
 * tl_contact_judged:
 * @contact: a contact
 *
 * What counts for a contact: its own kind, else that of its type. That who listened is not sure is an answer
 * too; that nobody has said anything yet is none.
 *
 * Returns: %TL_CONTACT_VALUE, %TL_CONTACT_FAILURE, %TL_CONTACT_UNSURE, or %TL_CONTACT_AS_DEMAND where it has
 *   no kind of its own, and no type or one that is not judged itself
 */
TlContactKind
tl_contact_judged (const TlContact *contact)
{
  return tl_contact_kind_judged (contact->kind, contact->demand);
}

/**
 * tl_contact_kind_judged:
 * @kind: a contact's own kind
 * @demand: (nullable): its type
 *
 * Returns: what counts for it, as tl_contact_judged() says
 */
TlContactKind
tl_contact_kind_judged (TlContactKind kind, const TlDemand *demand)
{
  if (kind != TL_CONTACT_AS_DEMAND || !demand)
    return kind;
  switch (demand->kind)
    {
    case TL_DEMAND_VALUE:
      return TL_CONTACT_VALUE;
    case TL_DEMAND_FAILURE:
      return TL_CONTACT_FAILURE;
    case TL_DEMAND_UNSURE:
    default:
      return TL_CONTACT_AS_DEMAND;
    }
}
