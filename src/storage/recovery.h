/* recovery.h: what was not saved when the program or the machine died, kept in a folder of its own.
 *
 * A study that is open has a file there, held by a lock of the operating system: the lock goes with the
 * process, so a file that nobody holds is one that somebody may miss.
 *
 * A long log is kept once, as a copy of the study's file or written out; after that only what changed in it
 * (log-patch.h), which takes milliseconds.
 */
#pragma once

#include "study-file.h"
#include "study/log-changes.h"

G_BEGIN_DECLS

typedef struct _TlRecovery TlRecovery;

/**
 * TlRecovered:
 * @content: the study as it was kept last, whole; tl_recovered_open() knows what changed since
 * @origin: (nullable): the file that it was read from or saved to
 * @etag: (nullable): what that file was then
 *
 * A study that was open when its program died.
 */
typedef struct
{
  GFile *content;
  GFile *origin;
  char *etag;
  /*< private >*/
  TlRecovery *held;
} TlRecovered;

GFile *tl_recovery_folder (void) G_GNUC_WARN_UNUSED_RESULT;
TlRecovery *tl_recovery_new (GFile *folder) G_GNUC_WARN_UNUSED_RESULT;
void tl_recovery_free (TlRecovery *self);
gboolean tl_recovery_keep (TlRecovery *self, GBytes *content, GFile *origin, const char *etag, GError **error);
gboolean tl_recovery_keep_changes (TlRecovery *self,
                                   TlStudy *study,
                                   const TlLogChanges *changes,
                                   GFile *origin,
                                   const char *etag,
                                   GError **error);
GFile *tl_recovery_part (TlRecovery *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_recovery_copy (GFile *origin, const char *etag, GFile *part, GCancellable *cancellable, GError **error);
gboolean tl_recovery_adopt (TlRecovery *self, GFile *part, GFile *origin, const char *etag, GError **error);
void tl_recovery_forget (TlRecovery *self);

GPtrArray *tl_recovery_find (GFile *folder) G_GNUC_WARN_UNUSED_RESULT;
TlOpened *tl_recovered_open (TlRecovered *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tl_recovered_free (TlRecovered *self);
void tl_recovered_forget (TlRecovered *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecovery, tl_recovery_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecovered, tl_recovered_free)

G_END_DECLS
