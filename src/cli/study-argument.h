/* study-argument.h: the study and the flow that a command line names. */
#pragma once

#include "cli/commands.h"
#include "storage/study-file.h"
#include "study/flow.h"

G_BEGIN_DECLS

/**
 * tl_study_argument_open:
 * @file: (type filename): a path, a URI, or "-" for standard input
 * @exit: (out): %TL_EXIT_PROBLEMS where anything is wrong with the file, else %TL_EXIT_DONE
 *
 * Opens the study that a command works on, and says on standard error all that is wrong with it.
 *
 * Returns: (transfer full) (nullable): %NULL when it can't be opened
 */
TlOpened *tl_study_argument_open (const char *file, TlExit *exit) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_study_argument_flow:
 * @study: the study
 * @file: (type filename): its name, for the error
 * @id: (nullable): what --flow says; %NULL means the first flow
 * @flow: (out) (transfer none) (nullable): the flow; %NULL in a study that has none
 *
 * Returns: %FALSE, and says so on standard error, where there is no flow @id
 */
gboolean tl_study_argument_flow (TlStudy *study, const char *file, const char *id, TlFlow **flow);

/**
 * tl_study_argument_pair:
 * @study: the study
 * @file: (type filename): its name, for the error
 * @id: (nullable): what --flow says; %NULL where it does not
 * @with_id: (nullable): what --with says; %NULL where it does not
 * @before: (out) (transfer none): the flow compared with
 * @after: (out) (transfer none): the flow that is compared
 *
 * What is not said is chosen as tl_comparison_pair() does.
 *
 * Returns: %FALSE, and says so on standard error, where there are no such two flows
 */
gboolean tl_study_argument_pair (TlStudy *study,
                                 const char *file,
                                 const char *id,
                                 const char *with_id,
                                 TlFlow **before,
                                 TlFlow **after);

/**
 * tl_study_argument_complain:
 * @file: (type filename): the study's name
 * @problems: (element-type TlFlowProblem): of its flow
 *
 * Says the problems on standard error, one a line.
 *
 * Returns: %TL_EXIT_PROBLEMS if there are any, else %TL_EXIT_DONE
 */
TlExit tl_study_argument_complain (const char *file, const GPtrArray *problems);

G_END_DECLS
