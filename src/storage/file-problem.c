#include "study-file.h"

/**
 * tl_file_problem_free:
 * @problem: (transfer full): a problem
 */
void
tl_file_problem_free (TlFileProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}
