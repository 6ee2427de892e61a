/* import-dialog.h: contacts out of a table that another program wrote: which column is what, a look at how the first
 * rows will be read, then all of them; what can't be read is listed, never dropped unseen.
 */
#pragma once

#include <adwaita.h>

#include "app/document.h"

G_BEGIN_DECLS

#define TL_TYPE_IMPORT_DIALOG (tl_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlImportDialog, tl_import_dialog, TL, IMPORT_DIALOG, AdwWindow)

void tl_import_dialog_ask (GtkWindow *parent, TlDocument *document);
TlImportDialog *tl_import_dialog_new (GtkWindow *parent, TlDocument *document, GFile *file);

G_END_DECLS
