/* measure-argument.h: the measure that a command line names, and how its chart is worked out. */
#pragma once

#include "analysis/xmr.h"
#include "cli/command.h"
#include "study/study.h"

G_BEGIN_DECLS

/**
 * TlMeasureArgument:
 * @id: (nullable): what --measure says; %NULL means the first
 * @rules: (nullable): what --rules says; %NULL means those that the measure carries
 * @mean: whether --mean stands there
 * @median: whether --median stands there; without either it is as the measure says
 * @screened: whether --screened stands there
 */
typedef struct
{
  char *id;
  char *rules;
  gboolean mean;
  gboolean median;
  gboolean screened;
} TlMeasureArgument;

void tl_measure_argument_clear (TlMeasureArgument *argument);

/**
 * tl_measure_argument_wrong:
 * @argument: what the command line says
 *
 * Returns: (transfer full) (nullable): what can't be understood of it, in words; %NULL where all can
 */
char *tl_measure_argument_wrong (const TlMeasureArgument *argument) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_measure_argument_find:
 * @argument: what the command line says, with nothing wrong
 * @study: the study
 * @file: (type filename): its name, for the error
 *
 * Returns: (transfer none) (nullable): the measure; %NULL, and says so on standard error, where
 * there is none
 */
const TlMeasure *tl_measure_argument_find (const TlMeasureArgument *argument, TlStudy *study, const char *file);

/**
 * tl_measure_argument_compute:
 * @argument: what the command line says, with nothing wrong
 * @measure: a measure
 *
 * Returns: (transfer full): the numbers of its chart: as the measure says, where the command line does not say
 *   otherwise
 */
TlXmr *tl_measure_argument_compute (const TlMeasureArgument *argument,
                                    const TlMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlMeasureArgument, tl_measure_argument_clear)

G_END_DECLS
