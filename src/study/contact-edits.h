/* contact-edits.h: what a person does to many contacts at once, each one entry of the history. */
#pragma once

#include "contact.h"
#include "history.h"

G_BEGIN_DECLS

void tl_contacts_judge (TlHistory *history, GPtrArray *contacts, TlContactKind kind);
void tl_contacts_retype (TlHistory *history, GPtrArray *contacts, TlDemand *demand);
TlDemand *tl_contacts_retype_new (TlHistory *history, GPtrArray *contacts, const char *name);
char *tl_contacts_suggest_thread (const TlStudy *study, GPtrArray *contacts) G_GNUC_WARN_UNUSED_RESULT;
void tl_contacts_thread (TlHistory *history, GPtrArray *contacts, const char *thread);

G_END_DECLS
