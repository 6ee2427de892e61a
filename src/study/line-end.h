/* line-end.h: a quantity that is typed behind words in one line: "yes 40%", "My boiler is broken, 120". */
#pragma once

#include <glib.h>

#include "study.h"

G_BEGIN_DECLS

char *tl_line_end_share (const char *line, double *share) G_GNUC_WARN_UNUSED_RESULT;
char *tl_line_end_rate (const char *line, double *rate) G_GNUC_WARN_UNUSED_RESULT;
char *tl_line_end_frequency (const char *line, TlPeriod period, double *frequency) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
