/* flow-columns.h: coordinates for ordered layers. Private to the layout. */
#pragma once

#include "layout/flow-layers.h"

G_BEGIN_DECLS

double tl_layers_cost (const TlLayers *layers);
gboolean tl_layers_place_across (TlLayers *layers, const TlPlacing *placing);
double *tl_layers_place_along (const TlLayers *layers, const TlPlacing *placing) G_GNUC_WARN_UNUSED_RESULT;
void tl_layers_wrap (const TlLayers *layers, double *along, double *across, gboolean down);
void tl_part_unwrap (TlFlowGraph *graph, const TlPart *part, gboolean down);
double tl_layers_distance (const TlLayers *layers, guint above, guint below);

/**
 * TlBand:
 * @lane: its number
 * @low: where its first cell may begin, across
 * @high: where its last cell ends at most
 */
typedef struct
{
  int lane;
  double low;
  double high;
} TlBand;

GArray *tl_layers_bands (const TlLayers *layers) G_GNUC_WARN_UNUSED_RESULT;
const TlBand *tl_bands_find (const GArray *bands, int lane);

G_END_DECLS
