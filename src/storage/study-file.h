/* study-file.h: reading and writing study files (docs/format.md).
 *
 * Reading is streaming and hardened; a file is taken whole or not at all. Writing is atomic: the old
 * file stands until the new one is whole and on the disk. Names that end in ".gz" are written
 * compressed; compressed files are recognised by their first bytes when read.
 */
#pragma once

#include <gio/gio.h>

#include "study/study.h"

G_BEGIN_DECLS

#define TL_STORAGE_ERROR (tl_storage_error_quark ())
GQuark tl_storage_error_quark (void);

/**
 * TlStorageError:
 * @TL_STORAGE_ERROR_NOT_XML: the bytes are not well-formed XML, or not UTF-8, or end in the middle
 * @TL_STORAGE_ERROR_UNSAFE: entities, nesting or sizes that no study needs
 * @TL_STORAGE_ERROR_NOT_A_STUDY: XML, but another kind of document
 * @TL_STORAGE_ERROR_INVALID: a study that says something that can't be
 * @TL_STORAGE_ERROR_READ_ONLY: from a newer version, must not be written over
 * @TL_STORAGE_ERROR_IO: the disk or the folder said no
 * @TL_STORAGE_ERROR_CHANGED: somebody else has changed the file since it was read
 * @TL_STORAGE_ERROR_AMBIGUOUS: dates of a table that could be either way round: a person must say
 */
typedef enum
{
  TL_STORAGE_ERROR_NOT_XML,
  TL_STORAGE_ERROR_UNSAFE,
  TL_STORAGE_ERROR_NOT_A_STUDY,
  TL_STORAGE_ERROR_INVALID,
  TL_STORAGE_ERROR_READ_ONLY,
  TL_STORAGE_ERROR_IO,
  TL_STORAGE_ERROR_CHANGED,
  TL_STORAGE_ERROR_AMBIGUOUS,
} TlStorageError;

/**
 * TlFileProblem:
 * @line: 1-based, 0 where it concerns the whole file
 * @column: 1-based, 0 where unknown
 * @message: for a person, translated
 *
 * One thing that is wrong in a file.
 */
typedef struct
{
  guint line;
  guint column;
  char *message;
} TlFileProblem;

void tl_file_problem_free (TlFileProblem *problem);

/**
 * TlOpened:
 * @study: what was read
 * @version: the major version of the format that the file says it is of
 * @version_line: the line in which it says so
 * @newer: the file is of a newer major version: it may be looked at, not written over
 * @etag: (nullable): tells whether the file was changed by somebody else since; for tl_study_save()
 */
typedef struct
{
  TlStudy *study;
  guint64 version;
  guint version_line;
  gboolean newer;
  char *etag;
} TlOpened;

void tl_opened_free (TlOpened *opened);
char *tl_opened_describe_version (const TlOpened *opened) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_opened_check_writable (const TlOpened *opened, GError **error);

TlOpened *
tl_study_open (GFile *file, GPtrArray *problems, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TlOpened *tl_study_open_bytes (GBytes *bytes, GPtrArray *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes *tl_study_to_bytes (TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;
GBytes *tl_study_to_readable_bytes (TlStudy *study, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_study_save_bytes (GBytes *bytes, GFile *file, const char *expected_etag, char **new_etag, GError **error);
gboolean tl_study_save (TlStudy *study, GFile *file, const char *expected_etag, char **new_etag, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOpened, tl_opened_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFileProblem, tl_file_problem_free)

G_END_DECLS
