/* newer.h: makes a study of what could be understood of a file of a newer version. */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

gboolean tl_newer_study_tidy (TlStudy *study, GError **error);

G_END_DECLS
