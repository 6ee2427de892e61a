/* flow-columns.h: coordinates for ordered layers. Private to the layout. */
#pragma once

#include "layout/flow-layers.h"

G_BEGIN_DECLS

/* Between rows of a long chain: the line that leads to the next row passes there. */
#define TL_GAP_ROWS 100.0

double tl_layers_cost (const TlLayers *layers);
gboolean tl_layers_are_as_well (const TlLayers *layers, const TlLayers *best);
gboolean tl_layers_place_across (TlLayers *layers, const TlPlacing *placing);
double *tl_layers_place_along (const TlLayers *layers, const TlPlacing *placing) G_GNUC_WARN_UNUSED_RESULT;
void tl_layers_wrap (const TlLayers *layers, double *along, double *across, gboolean down);
gboolean tl_picture_is_worth (const TlBox *new, const TlBox *old);
void tl_part_unwrap (TlFlowGraph *graph, const TlPart *part);
TlLayers *tl_part_standing (TlFlowGraph *graph, const TlPart *part, const TlPlacing *placing) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_layers_stand_along (const TlLayers *standing, const double *along, const TlPlacing *placing);
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
