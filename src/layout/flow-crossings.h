/* flow-crossings.h: how many edges cross between ordered layers. Private to the layout. */
#pragma once

#include "layout/flow-layers.h"

G_BEGIN_DECLS

/**
 * TlGain:
 * @before: crossings saved between a layer and the one before it
 * @after: and between it and the next
 */
typedef struct
{
  int before;
  int after;
} TlGain;

static inline int
tl_gain (TlGain gain)
{
  return gain.before + gain.after;
}

guint64 tl_layers_crossings (const TlLayers *layers);
guint64 tl_layers_crossings_after (const TlLayers *layers, guint layer);
TlGain tl_layers_gain_of_swap (const TlLayers *layers, guint first, guint second);

void tl_layers_transpose (TlLayers *layers);
gboolean tl_layers_sift_cell (TlLayers *layers, guint cell, guint farthest, guint64 *looked, TlGain *gain);
void tl_layers_sift (TlLayers *layers, gboolean passing_only);
gboolean tl_layers_reroute (TlLayers *layers);
void tl_layers_shake (TlLayers *layers, guint64 work, gboolean passing_only);

G_END_DECLS
