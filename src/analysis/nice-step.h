/* nice-step.h: steps that people count in: 1, 2 or 5 times a power of ten. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double tl_nice_step (double least);

G_END_DECLS
