#include "analysis/flow-problem.h"

TlFlowProblem *
tl_flow_problem_new (TlFlowProblemKind kind, char *message, char **ids)
{
  TlFlowProblem *problem = g_new (TlFlowProblem, 1);

  problem->kind = kind;
  problem->message = message;
  problem->ids = ids != NULL ? ids : g_new0 (char *, 1);
  return problem;
}

void
tl_flow_problem_free (TlFlowProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->message);
  g_strfreev (problem->ids);
  g_free (problem);
}
