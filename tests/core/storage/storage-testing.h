/* storage-testing.h: what the tests of study files share. */
#pragma once

#include "storage/study-file.h"

G_BEGIN_DECLS

#define STUDY_START                                                                                                    \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                       \
  "<study xmlns=\"urn:throughline:study:1\" version=\"1\" period=\"week\""

char *tl_test_data (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *tl_test_sample (void) G_GNUC_WARN_UNUSED_RESULT;
TlStudy *tl_test_read (const char *xml) G_GNUC_WARN_UNUSED_RESULT;
char *tl_test_write (TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;
void tl_test_same_bytes (const char *xml);
void tl_test_refused (const char *xml, gssize length, TlStorageError code, const char *message);
char *tl_test_folder (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_test_remove (const char *folder);
TlStudy *tl_test_random_study (guint32 seed, guint n_steps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
