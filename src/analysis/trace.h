/* trace.h: the way from a failure demand to the thinking that made it so.
 *
 * A demand is raised at steps; what is wrong there has system conditions behind it, and these have
 * thinking behind them. What nobody has said yet has its place, too.
 */
#pragma once

#include "study/condition.h"
#include "study/flow.h"
#include "study/raises.h"
#include "study/study.h"

G_BEGIN_DECLS

typedef enum
{
  TL_TRACE_DEMAND,
  TL_TRACE_STEP,
  TL_TRACE_WASTE,
  TL_TRACE_CONDITION,
  TL_TRACE_THINKING,
  TL_N_TRACE_COLUMNS,
} TlTraceColumn;

/**
 * TlTraceRow:
 * @demand: (nullable): a failure demand; %NULL for a step that raises none
 * @raises: (nullable): what raises it; %NULL where that is not said
 * @step: (nullable): where
 * @condition: (nullable): why; %NULL where that is not said
 *
 * One way through the trace.
 */
typedef struct
{
  TlDemand *demand;
  TlRaises *raises;
  TlStep *step;
  TlCondition *condition;
} TlTraceRow;

/**
 * TlTraceNode:
 * @column: what it stands for
 * @item: what that is about: a demand, a step or a condition; what is missing is missing of this
 * @missing: nobody has said it yet
 */
typedef struct
{
  TlTraceColumn column;
  TlItem *item;
  gboolean missing;
} TlTraceNode;

/**
 * TlTraceLink:
 * @from: the place of a node
 * @to: the place of a node in a later column
 */
typedef struct
{
  guint from;
  guint to;
} TlTraceLink;

/**
 * TlTrace:
 * @rows: (element-type TlTraceRow): all ways, by demand, step and condition in the study's order
 * @nodes: (element-type TlTraceNode): each thing once, as the rows come to it
 * @links: (element-type TlTraceLink): each once
 * @demands: how many demands it begins at
 * @conditions: how many conditions it leads to
 * @loose: conditions of the study that are tied to nothing
 *
 * Good until the next edit.
 */
typedef struct
{
  GArray *rows;
  GArray *nodes;
  GArray *links;
  guint demands;
  guint conditions;
  guint loose;
} TlTrace;

/**
 * tl_trace_new:
 * @study: (nullable): a study
 * @flow: (nullable): one of its flows
 * @demand: (nullable): where to begin; %NULL for all failure demand, and for steps that conditions are
 *   tied to though they raise none
 *
 * Returns: (transfer full): the trace, perhaps empty
 */
TlTrace *tl_trace_new (const TlStudy *study, const TlFlow *flow, TlDemand *demand) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_step_sends_back:
 * @step: a step
 * @flow: its flow
 *
 * Returns: whether a rework connector begins at @step
 */
gboolean tl_step_sends_back (const TlStep *step, const TlFlow *flow);

/**
 * tl_trace_free:
 * @trace: (transfer full) (nullable): a trace
 */
void tl_trace_free (TlTrace *trace);

/**
 * tl_trace_node:
 * @trace: a trace
 * @index: less than the number of its nodes
 *
 * Returns: (transfer none): the node
 */
const TlTraceNode *tl_trace_node (const TlTrace *trace, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTrace, tl_trace_free)

G_END_DECLS
