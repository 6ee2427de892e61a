/* listening.h: writing down contacts one after another, while listening to them.
 *
 * A contact is in the study from its first letter on, so that saving and recovery know it; until it is kept
 * it is one open gesture of the history, and can be dropped without a trace.
 */
#pragma once

#include "contact.h"
#include "history.h"

G_BEGIN_DECLS

typedef struct _TlListening TlListening;

/**
 * TlListeningClock:
 * @data: as given to tl_listening_new()
 *
 * Returns: (transfer full): what time it is, where the contacts are heard
 */
typedef GDateTime *(*TlListeningClock) (gpointer data);

TlListening *tl_listening_new (TlHistory *history, TlListeningClock clock, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void tl_listening_free (TlListening *self);

TlContact *tl_listening_draft (TlListening *self);
void tl_listening_write (TlListening *self, const char *words);
void tl_listening_choose (TlListening *self, TlDemand *demand);
void tl_listening_judge (TlListening *self, TlContactKind kind);
TlContactKind tl_listening_kind (TlListening *self);
TlDemand *tl_listening_demand (TlListening *self);
void tl_listening_set_minutes (TlListening *self, double minutes);
double tl_listening_minutes (TlListening *self);
void tl_listening_set_text (TlListening *self, const char *field, const char *text);
gboolean tl_listening_keep (TlListening *self);
void tl_listening_drop (TlListening *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlListening, tl_listening_free)

G_END_DECLS
