/* trace-layout.h: places for the nodes of a trace, column by column. Pure geometry. */
#pragma once

#include "analysis/trace.h"
#include "layout/flow-geometry.h"

G_BEGIN_DECLS

/**
 * TlTracePlaces:
 * @boxes: (array): of each node of the trace; of those without room the height is 0
 * @hidden: (array): how many nodes of each column have no room
 */
typedef struct
{
  TlBox *boxes;
  guint hidden[TL_N_TRACE_COLUMNS];
} TlTracePlaces;

TlTracePlaces *tl_trace_places_new (const TlTrace *trace,
                                    const double *heights,
                                    const TlBox *body,
                                    double gap_x,
                                    double gap_y) G_GNUC_WARN_UNUSED_RESULT;
void tl_trace_places_free (TlTracePlaces *places);

double tl_trace_column_width (double width, double gap_x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTracePlaces, tl_trace_places_free)

G_END_DECLS
