/* import-job.h: a table read on another thread, with progress, until it is done or called off. */
#pragma once

#include "storage/contact-import.h"

G_BEGIN_DECLS

/* @batch is (transfer full), or %NULL with @error. */
typedef void (*TlImportDone) (TlContactBatch *batch, const GError *error, gpointer data);

typedef struct _TlImportJob TlImportJob;

TlImportJob *tl_import_job_start (TlStudy *study,
                                  GBytes *bytes,
                                  const TlImportOptions *options,
                                  TlImportDone done,
                                  gpointer data) G_GNUC_WARN_UNUSED_RESULT;
double tl_import_job_progress (TlImportJob *self);
void tl_import_job_cancel (TlImportJob *self);

G_END_DECLS
