/* writer.h: a study as the bytes of a file. */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

GString *tl_writer_write (TlStudy *study, const TlItem **too_long) G_GNUC_WARN_UNUSED_RESULT;
GString *tl_writer_write_only (TlStudy *study, GPtrArray *contacts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
