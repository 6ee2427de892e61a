/* flow-problem.h: what keeps the numbers of a flow from being whole. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_PROBLEM_SHARES_OVER_100, /* given shares of a step add up to more than 1; results are provisional */
  TL_PROBLEM_ENDLESS_LOOP,    /* no way out of a loop; nothing is computed for who can reach it */
  TL_PROBLEM_ENDLESS_FAILURE, /* failure breeds failure; the flow has no numbers */
  TL_PROBLEM_NO_ENTRY,        /* contacts of a demand arrive, but do not enter the flow */
  TL_PROBLEM_TWO_ENTRIES,     /* a demand enters at more than one step; the first is taken */
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

void tl_flow_problem_free (TlFlowProblem *problem);

G_END_DECLS
