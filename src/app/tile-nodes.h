/* tile-nodes.h: the tiles of a flow, as what GTK draws: as few as can be are drawn in a frame. */
#pragma once

#include <gtk/gtk.h>

#include "paint/tile-store.h"

G_BEGIN_DECLS

/**
 * TlTileLook:
 * @ground: where there are no tiles
 * @scale: pixels a unit of the widget
 * @with_cairo: whether the window is drawn by cairo; else by a GPU
 * @smooth: whether tiles that are scaled are smooth; that takes longer
 *
 * How tiles are drawn.
 */
typedef struct
{
  GdkRGBA ground;
  float scale;
  gboolean with_cairo;
  gboolean smooth;
} TlTileLook;

typedef struct _TlTileNodes TlTileNodes;

TlTileNodes *tl_tile_nodes_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_tile_nodes_free (TlTileNodes *nodes);
void tl_tile_nodes_clear (TlTileNodes *nodes);
void tl_tile_nodes_draw (TlTileNodes *nodes,
                         TlTileStore *store,
                         const TlTileView *view,
                         const TlTileLook *look,
                         GtkSnapshot *snapshot);

G_END_DECLS
