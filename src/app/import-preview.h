/* import-preview.h: what the first rows of a table say, in words, while a person says how it is to be read. */
#pragma once

#include "storage/contact-batch.h"

G_BEGIN_DECLS

GBytes *tl_import_preview_head (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_import_preview_samples (GBytes *head, const TlContactBatch *batch) G_GNUC_WARN_UNUSED_RESULT;
char *tl_import_preview_details (const TlContact *contact) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
