/* rescuer.h: keeps what is not saved yet where it is found again when the program or the machine dies. */
#pragma once

#include "app/document.h"

G_BEGIN_DECLS

typedef struct _TlRescuer TlRescuer;

TlRescuer *tl_rescuer_new (TlDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void tl_rescuer_free (TlRescuer *self);
gboolean tl_rescuer_keep_now (TlRescuer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRescuer, tl_rescuer_free)

G_END_DECLS
