/* log-patch.h: a study without most of its log, and how to put that back from an older file.
 *
 * A patch is a study file with all of a study but the contacts that are as they were in another file, its base. An
 * instruction behind the study says which file that is, and which contacts of it went.
 */
#pragma once

#include "study-file.h"
#include "study/log-changes.h"

G_BEGIN_DECLS

GBytes *tl_log_patch_new (TlStudy *study, const TlLogChanges *changes, const char *base) G_GNUC_WARN_UNUSED_RESULT;
TlStudy *tl_log_patch_apply (TlStudy *patch, TlStudy *base, const char *etag) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
