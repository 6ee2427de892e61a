/* reader.h: makes a study from the bytes of a file. */
#pragma once

#include "problems.h"
#include "source.h"
#include "study-version.h"
#include "study/study.h"

G_BEGIN_DECLS

TlStudy *tl_reader_read (TlSource *source, TlProblems *problems, TlFileVersion *version) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
