/* rivals.h: the same graphs laid out by other programs. */
#pragma once

#include "drawing.h"

/* Each returns: (transfer full) (nullable): the drawing; NULL where the program is not there, or did
 * not do it in the time it was given */
Drawing *draw_with_us (const PlainGraph *graph, double *placing_ms) G_GNUC_WARN_UNUSED_RESULT;
Drawing *draw_with_dot (const PlainGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
Drawing *draw_with_node (const PlainGraph *graph, const char *script, const char *modules, const char *engine)
    G_GNUC_WARN_UNUSED_RESULT;
