/* flow-problem.h: what keeps the numbers of a flow from being whole. */
#pragma once

#include "study/flow.h"
#include "study/study.h"

G_BEGIN_DECLS

typedef enum
{
  TL_PROBLEM_SHARES_OVER_100, /* shares of a step add up to more than 1; results are provisional */
  TL_PROBLEM_ENDLESS_LOOP,    /* no way out of a loop; nothing is computed for who can reach it */
  TL_PROBLEM_ENDLESS_FAILURE, /* failure breeds failure; the flow has no numbers */
  TL_PROBLEM_NO_ENTRY,        /* contacts of a demand arrive, but do not enter the flow */
  TL_PROBLEM_TWO_ENTRIES,     /* a demand enters at more than one step; the first is taken */
  TL_PROBLEM_TOO_LARGE,       /* more than can be computed; the flow has no numbers */
} TlFlowProblemKind;

/**
 * TlFlowProblem:
 * @kind: what is wrong
 * @message: for a person, translated, names the culprits
 * @ids: (array zero-terminated=1): ids of the culprits, steps first
 */
typedef struct
{
  TlFlowProblemKind kind;
  char *message;
  char **ids;
} TlFlowProblem;

/**
 * tl_flow_problem_new:
 * @kind: what is wrong
 * @message: (transfer full): for a person
 * @ids: (transfer full) (nullable): ids of the culprits, %NULL for none
 *
 * Returns: (transfer full): the problem
 */
TlFlowProblem *tl_flow_problem_new (TlFlowProblemKind kind, char *message, char **ids) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_flow_problem_free:
 * @problem: (transfer full) (nullable): a problem
 */
void tl_flow_problem_free (TlFlowProblem *problem);

/**
 * tl_flow_problems:
 * @study: a study
 * @flow: one of its flows
 *
 * Everything that is wrong with the numbers of a flow, also what makes tl_capacity_compute() fail.
 *
 * Returns: (transfer full) (element-type TlFlowProblem): the problems, none if all is well
 */
GPtrArray *tl_flow_problems (TlStudy *study, TlFlow *flow) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowProblem, tl_flow_problem_free)

G_END_DECLS
