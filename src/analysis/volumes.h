/* volumes.h: how much work takes each way through a flow in a period, by kind of demand.
 *
 * X[s,d] visits to a step a period, times the share of d's work that takes a connector; docs/arithmetic.md,
 * "Volumes". What enters a step, by connectors and from outside, is what visits it.
 */
#pragma once

#include "analysis/flow-model.h"
#include "analysis/routing.h"

G_BEGIN_DECLS

#define TL_N_DEMAND_KINDS (TL_DEMAND_FAILURE + 1)

/**
 * TlVolume:
 * @by_kind: per period, by the #TlDemandKind of the demand that it is for
 */
typedef struct
{
  double by_kind[TL_N_DEMAND_KINDS];
} TlVolume;

/**
 * TlVolumes:
 * @steps: (array): visits to each step of the model
 * @edges: (array): what takes each edge of the model
 * @raises: (array): contacts that each raises of the model causes, by what its step was visited for
 */
typedef struct
{
  TlVolume *steps;
  TlVolume *edges;
  TlVolume *raises;
  /*< private >*/
  GHashTable *places;
} TlVolumes;

/**
 * tl_volume_sum:
 * @volume: (nullable): a volume
 *
 * Returns: of all kinds together; 0 for %NULL
 */
double tl_volume_sum (const TlVolume *volume);

/**
 * tl_volumes_new:
 * @model: a flow
 *
 * Returns: (transfer full): volumes of @model, all of them 0
 */
TlVolumes *tl_volumes_new (const TlFlowModel *model) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_volumes_add:
 * @volumes: volumes of @model
 * @model: a flow
 * @routing: one of its routings
 * @kind: of demand that is routed so
 * @visits: (array): that it pays to each step in a period
 */
void tl_volumes_add (TlVolumes *volumes,
                     const TlFlowModel *model,
                     const TlRouting *routing,
                     TlDemandKind kind,
                     const double *visits);

/**
 * tl_volumes_of_connector:
 * @volumes: volumes
 * @connector: a connector
 *
 * Takes constant time.
 *
 * Returns: (transfer none) (nullable): what takes it; %NULL if it was not in the flow
 */
const TlVolume *tl_volumes_of_connector (const TlVolumes *volumes, const TlConnector *connector);

/**
 * tl_volumes_of_raises:
 * @volumes: volumes
 * @raises: where a step causes failure demand
 *
 * Takes constant time.
 *
 * Returns: (transfer none) (nullable): the contacts that it causes; %NULL if it was not in the flow
 */
const TlVolume *tl_volumes_of_raises (const TlVolumes *volumes, const TlRaises *raises);

/**
 * tl_volumes_by_demand:
 * @model: a flow
 * @arrivals: (array): of each demand type of @model, a period
 * @connector: one of the flow's connectors
 *
 * Solves the flow for each demand type, so it is for one connector at a time. A demand that does not
 * enter the flow, or can reach a loop without end, has 0.
 *
 * Returns: (transfer full) (array) (nullable): what takes @connector, of each demand type of @model; %NULL
 *   if it is not in the flow
 */
double *tl_volumes_by_demand (const TlFlowModel *model,
                              const double *arrivals,
                              const TlConnector *connector) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_volumes_free:
 * @volumes: (transfer full) (nullable): volumes
 */
void tl_volumes_free (TlVolumes *volumes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlVolumes, tl_volumes_free)

G_END_DECLS
