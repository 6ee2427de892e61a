/* recovery.h: what was not saved when the program or the machine died, kept in a folder of its own.
 *
 * A study that is open has a file there, held by a lock of the operating system: the lock goes with the
 * process, so a file that nobody holds is one that somebody may miss.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TlRecovery TlRecovery;

/**
 * TlRecovered:
 * @content: the study as it was kept last
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
void tl_recovery_forget (TlRecovery *self);

GPtrArray *tl_recovery_find (GFile *folder) G_GNUC_WARN_UNUSED_RESULT;
void tl_recovered_free (TlRecovered *self);
void tl_recovered_forget (TlRecovered *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecovery, tl_recovery_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecovered, tl_recovered_free)

G_END_DECLS
