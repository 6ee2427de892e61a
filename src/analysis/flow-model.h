/* flow-model.h: what the arithmetic reads of a flow, as plain arrays.
 *
 * A model is taken from a study on the thread that owns the study. From then on it does not look
 * into the study any more, so numbers can be computed from it on any thread while the study
 * changes.
 */
#pragma once

#include "analysis/graph.h"
#include "study/condition.h"
#include "study/connector.h"
#include "study/demand.h"
#include "study/flow.h"
#include "study/raises.h"
#include "study/role.h"
#include "study/step.h"
#include "study/study.h"

G_BEGIN_DECLS

/**
 * TlModelStep:
 * @work: minutes a visit, 0 where absent
 * @wait: minutes a visit, 0 where absent
 * @role: its place among the model's roles, −1 for none
 * @class: value, waste or none yet
 * @repeats_are_value: doing it again is value
 * @name: for messages; its id where it has none
 */
typedef struct
{
  TlStep *step;
  double work;
  double wait;
  int role;
  TlStepClass class;
  gboolean repeats_are_value;
  const char *name;
} TlModelStep;

/**
 * TlModelDemand:
 * @frequency: arrivals a period from outside
 * @entry: the step where it enters, −1 where it does not
 * @entries: how many entries it has in this flow
 */
typedef struct
{
  TlDemand *demand;
  TlDemandKind kind;
  double frequency;
  int entry;
  guint entries;
  const char *name;
} TlModelDemand;

/**
 * TlModelEdge:
 * @from: the step where it begins
 * @given: the share that stands on the connector, %NAN where blank
 * @removed: nothing takes it any more; the others of its step have grown to the same sum
 */
typedef struct
{
  TlConnector *connector;
  int from;
  double given;
  gboolean rework;
  gboolean removed;
} TlModelEdge;

/**
 * TlModelShare:
 *
 * The share of an edge for one demand type.
 */
typedef struct
{
  int demand;
  int edge;
  double value;
} TlModelShare;

/**
 * TlModelRaises:
 * @rate: demands raised a visit, 0 where absent
 */
typedef struct
{
  TlRaises *raises;
  int step;
  int demand;
  double rate;
} TlModelRaises;

/**
 * TlModelRole:
 * @available: hours a period
 */
typedef struct
{
  TlRole *role;
  double available;
} TlModelRole;

/**
 * TlModelTie:
 * @condition: its place among the model's conditions
 * @step: the step that it is tied to, −1 for none in this flow
 * @demand: the demand type that it is tied to, −1 for none
 */
typedef struct
{
  int condition;
  int step;
  int demand;
} TlModelTie;

/**
 * TlFlowModel:
 * @flow: (nullable): what it is of
 * @period: of the study
 * @graph: steps and connectors; the edge of each connector is its place in @edges
 * @steps: in the flow's order
 * @demands: in the study's order
 * @edges: by step, the connectors of a step in the flow's order
 * @connector_edges: edges in the order in which their connectors stand in the flow
 * @own_shares: by demand, then by edge
 * @raises: in the flow's order
 * @roles: in the study's order
 * @conditions: in the study's order
 * @ties: what the conditions are tied to, in the order of the conditions
 *
 * For reading only. Connectors, entries and raises without both ends in the flow are left out.
 */
typedef struct
{
  int ref_count;
  TlFlow *flow;
  TlPeriod period;
  guint n_steps;
  guint n_demands;
  guint n_edges;
  guint n_own_shares;
  guint n_raises;
  guint n_roles;
  guint n_conditions;
  guint n_ties;
  TlGraph *graph;
  TlModelStep *steps;
  TlModelDemand *demands;
  TlModelEdge *edges;
  int *connector_edges;
  TlModelShare *own_shares;
  TlModelRaises *raises;
  TlModelRole *roles;
  TlCondition **conditions;
  TlModelTie *ties;
  /*< private >*/
  void *origin; /* of a copy: the model that owns all but what the copy may change */
  GHashTable *step_places;
  GStringChunk *words;
  GPtrArray *items;
} TlFlowModel;

/**
 * tl_flow_model_new:
 * @study: a study
 * @flow: (nullable): one of its flows; %NULL for a study without any
 *
 * Must be called, and the last reference be given back, on the thread that owns @study.
 *
 * Returns: (transfer full): the model
 */
TlFlowModel *tl_flow_model_new (TlStudy *study, TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_flow_model_copy:
 * @model: a model
 *
 * Can be called on any thread.
 *
 * Returns: (transfer full): a model of the same flow whose steps, demands, edges and raises can be
 *   changed before anybody else sees it
 */
TlFlowModel *tl_flow_model_copy (TlFlowModel *model) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_flow_model_ref:
 * @model: a model
 *
 * Can be called on any thread.
 *
 * Returns: (transfer full): @model
 */
TlFlowModel *tl_flow_model_ref (TlFlowModel *model) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_flow_model_unref:
 * @model: (transfer full) (nullable): a model
 */
void tl_flow_model_unref (TlFlowModel *model);

/**
 * tl_flow_model_place:
 * @model: a model
 * @step: a step
 *
 * Takes constant time.
 *
 * Returns: the place of @step among the model's steps, −1 if it is not among them
 */
int tl_flow_model_place (const TlFlowModel *model, const TlStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowModel, tl_flow_model_unref)

G_END_DECLS
