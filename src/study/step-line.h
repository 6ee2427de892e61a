/* step-line.h: a step as it is typed in one line: what is done, and how long it takes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_step_line_parse (const char *line, double *work, double *wait) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
