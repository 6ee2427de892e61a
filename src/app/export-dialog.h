/* export-dialog.h: which view to export, as what, how large and how dark. */
#pragma once

#include <adwaita.h>

#include "app/document.h"
#include "paint/lens.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPORT_DIALOG (tl_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlExportDialog, tl_export_dialog, TL, EXPORT_DIALOG, AdwWindow)

TlExportDialog *tl_export_dialog_new (GtkWindow *parent, TlDocument *document, TlView view, TlLens lens);

G_END_DECLS
