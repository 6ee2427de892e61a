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
  TL_TEXT (TlContact, when, "when", TL_FIELD_PLAIN),
  TL_REFERENCE (TlContact, demand, "demand", TL_FIELD_PLAIN, TL_ITEM_DEMAND),
  TL_CHOICE (TlContact, kind, "kind", TL_FIELD_PLAIN, contact_kind_words),
  TL_CHOICE (TlContact, second, "second-opinion", TL_FIELD_PLAIN, contact_kind_words),
  TL_NUMBER (TlContact, minutes, "minutes", TL_FIELD_PLAIN, 0, TL_NUMBER_MOST),
  TL_TEXT (TlContact, channel, "channel", TL_FIELD_PLAIN),
  TL_TEXT (TlContact, place, "place", TL_FIELD_PLAIN),
  TL_TEXT (TlContact, thread, "thread", TL_FIELD_PLAIN),
  TL_TEXT (TlContact, listener, "listener", TL_FIELD_PLAIN),
  TL_TEXT (TlContact, words, "words", TL_FIELD_CONTENT),
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
