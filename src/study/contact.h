/* contact.h: one thing a customer said, once. */
#pragma once

#include "demand.h"

G_BEGIN_DECLS

/**
 * TlContactKind:
 * @TL_CONTACT_AS_DEMAND: what its demand type says
 * @TL_CONTACT_VALUE: value, whatever its type says
 * @TL_CONTACT_FAILURE: failure, whatever its type says
 * @TL_CONTACT_UNSURE: who listened is not sure
 */
typedef enum
{
  TL_CONTACT_AS_DEMAND, /* what its demand type says */
  TL_CONTACT_VALUE,
  TL_CONTACT_FAILURE,
  TL_CONTACT_UNSURE,
} TlContactKind;

/**
 * TlContact:
 * @when: ISO date, or date and time
 * @words: what was said, verbatim
 * @demand: the type it belongs to, %NULL while not classified
 * @kind: its own kind, where it differs from that of its type
 * @minutes: spent on it
 * @channel: how it came, as "phone"
 * @place: where it was heard
 * @thread: a name shared by the contacts of one customer about one need
 * @listener: initials of who listened
 * @second: kind that a second listener gave, for agreement
 */
typedef struct
{
  TlItem item;
  char *when;
  char *words;
  char *channel;
  char *place;
  char *thread;
  char *listener;
  TlDemand *demand;
  TlContactKind kind;
  TlContactKind second;
  double minutes;
} TlContact;

extern const TlItemType tl_contact_type;

TlContactKind tl_contact_judged (const TlContact *contact);
TlContactKind tl_contact_kind_judged (TlContactKind kind, const TlDemand *demand);

G_END_DECLS
