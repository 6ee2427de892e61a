/* measure-argument.h: the measure that a command line names, and how its chart is worked out. */
#pragma once

#include "analysis/xmr.h"
#include "cli/command.h"
#include "study/study.h"

G_BEGIN_DECLS

/**
 * tl_measure_argument_find:
 * @study: the study
 * @file: (type filename): its name, for the error
 * @id: (nullable): what --measure says; %NULL means the first
 *
 * Returns: (transfer none) (nullable): the measure; %NULL, and says so on standard error, where
 * there is none
 */
const TlMeasure *tl_measure_argument_find (TlStudy *study, const char *file, const char *id);

/**
 * tl_measure_argument_rules:
 * @word: (nullable): what --rules says
 * @options: where the rule set goes; left alone where @word is %NULL
 *
 * Returns: (transfer full) (nullable): what is wrong with @word, in words; %NULL where nothing is
 */
char *tl_measure_argument_rules (const char *word, TlXmrOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
