/* second-opinion-dialog.h: a second listener judges some contacts without seeing what the first one said. */
#pragma once

#include <adwaita.h>

#include "app/document.h"

G_BEGIN_DECLS

/* The person wants to look at the contacts on which the two differ. */
typedef void (*TlShowDisputed) (gpointer data);

#define TL_TYPE_SECOND_OPINION_DIALOG (tl_second_opinion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlSecondOpinionDialog, tl_second_opinion_dialog, TL, SECOND_OPINION_DIALOG, AdwWindow)

TlSecondOpinionDialog *
tl_second_opinion_dialog_new (GtkWindow *parent, TlDocument *document, TlShowDisputed show, gpointer data);

G_END_DECLS
