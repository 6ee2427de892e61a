/* log-changes.h: which contacts of a study have changed since somebody began to record that.
 *
 * For keeping unsaved work of a long log: writing what changed takes milliseconds, where writing all takes seconds.
 * What is noted is noted by whatever changes contacts (item-build.h), so that edits, undo and redo are all seen.
 */
#pragma once

#include "contact.h"
#include "study.h"

G_BEGIN_DECLS

/* When more contacts than these have changed, nothing more is noted: to write all of them is better then. */
#define TL_LOG_CHANGES_MOST 50000

/**
 * TlLogChanges:
 * @touched: (element-type TlContact): that have come, or are not as they were; each is in the study
 * @gone: (element-type utf8): ids of those that went
 * @too_many: there were more than %TL_LOG_CHANGES_MOST; the other members mean nothing
 */
typedef struct
{
  GHashTable *touched;
  GHashTable *gone;
  gboolean too_many;
} TlLogChanges;

const TlLogChanges *tl_study_record_changes (TlStudy *study);
void tl_study_stop_recording (TlStudy *study);

/*< private >*/
void tl_log_changes_touch (TlLogChanges *self, TlContact *contact);
void tl_log_changes_lose (TlLogChanges *self, TlContact *contact);
void tl_log_changes_free (TlLogChanges *self);

G_END_DECLS
