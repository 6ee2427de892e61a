/* flow-passage.h: the way of an edge to the right past other columns of boxes.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-route.h"
#include "layout/flow-toll.h"
#include "layout/flow-web.h"

G_BEGIN_DECLS

/* In points of length that one would walk to avoid it. */
#define TL_COST_BEND 60.0
#define TL_COST_CROSSING 500.0
/* Of what leads back, or runs round others. */
#define TL_COST_CROSSING_BACK 200.0

typedef enum
{
  TL_PASSAGE_NONE,   /* no box is near: the two are neighbours */
  TL_PASSAGE_BARRED, /* there are boxes, and no simple way past them */
  TL_PASSAGE_FOUND,
} TlPassage;

TlPassage tl_passage_find (TlBoxGrid *grid, const TlToll *toll, TlWeb *web, TlRoute *route, TlBox *seen, double *cost)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
