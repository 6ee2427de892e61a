/* flow-bands.c: how much room across each lane needs, and where it lies. */
#include "layout/flow-columns.h"
#include "layout/flow-lanes.h"

#include <math.h>

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const TlBand *first = a, *second = b;

  return first->lane < second->lane ? -1 : first->lane > second->lane;
}

/**
 * tl_bands_find:
 * @bands: (element-type TlBand): in the order of their lanes
 * @lane: a lane
 *
 * Returns: (transfer none) (nullable): its band
 */
const TlBand *
tl_bands_find (const GArray *bands, int lane)
{
  TlBand wanted = { .lane = lane };

  return bsearch (&wanted, bands->data, bands->len, sizeof (TlBand), compare_bands);
}

static GArray *
find_lanes (const TlLayers *layers)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (TlBand));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint c = 0; c < layers->cells->len; c++)
    {
      TlBand band = { tl_cell (layers, c)->lane, 0, 0 };

      if (g_hash_table_add (known, GINT_TO_POINTER (band.lane + 1)))
        g_array_append_val (bands, band);
    }
  g_array_sort (bands, compare_bands);
  return bands;
}

/* Each layer's cells, packed: the widest layer says how wide a lane is. */
static void
measure (const TlLayers *layers, GArray *bands)
{
  for (guint l = 0; l < layers->n_layers; l++)
    {
      double room = 0;

      for (guint i = layers->start[l]; i < layers->start[l + 1]; i++)
        {
          guint cell = layers->order[i];
          TlBand *band = (TlBand *) tl_bands_find (bands, tl_cell (layers, cell)->lane);
          gboolean first = i == layers->start[l] || tl_cell (layers, layers->order[i - 1])->lane != band->lane;

          room = first ? tl_cell (layers, cell)->size / 2
                       : room + tl_layers_distance (layers, layers->order[i - 1], cell);
          band->high = MAX (band->high, room + tl_cell (layers, cell)->size / 2);
        }
    }
}

/**
 * tl_layers_bands:
 * @layers: ordered layers
 *
 * Returns: (transfer full) (element-type TlBand): where the lanes lie, in their order, the first
 *   from 0 on
 */
GArray *
tl_layers_bands (const TlLayers *layers)
{
  GArray *bands = find_lanes (layers);
  double low = 0;

  measure (layers, bands);
  for (guint b = 0; b < bands->len; b++)
    {
      TlBand *band = &g_array_index (bands, TlBand, b);
      double room = MAX (band->high, TL_STEP_HEIGHT);

      band->low = low;
      band->high = low + room;
      low += room + TL_LANE_BOTTOM + TL_LANE_TOP;
    }
  return bands;
}
