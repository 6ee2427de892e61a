/* evidence.h: the six questions of Check, and what a study holds so far to answer each. */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

typedef enum
{
  TL_QUESTION_PURPOSE,
  TL_QUESTION_DEMAND,
  TL_QUESTION_CAPABILITY,
  TL_QUESTION_FLOW,
  TL_QUESTION_CONDITIONS,
  TL_QUESTION_THINKING,
  TL_N_QUESTIONS,
} TlQuestionOfCheck;

/**
 * TlEvidence:
 * @has_statement: the purpose is written down
 * @matters: what matters to customers
 * @demands: types of demand
 * @contacts: in the log
 * @unjudged: contacts of which nobody has said yet whether they are value or failure
 * @unsure: contacts of which somebody said that they are not sure; a real answer
 * @measures: series against purpose
 * @values: of all measures; missing ones do not count
 * @steps: of all flows
 * @unjudged_steps: steps with work that are neither value nor waste yet
 * @conditions: system conditions
 * @tied: conditions that are tied to some step or demand
 * @thinking: conditions whose thinking is written down
 *
 * Counts of what there is.
 */
typedef struct
{
  gboolean has_statement;
  guint matters;
  guint demands;
  guint contacts;
  guint unjudged;
  guint unsure;
  guint measures;
  guint values;
  guint steps;
  guint unjudged_steps;
  guint conditions;
  guint tied;
  guint thinking;
} TlEvidence;

/**
 * tl_evidence_count:
 * @study: a study
 *
 * Goes through all of it once.
 *
 * Returns: what it holds
 */
TlEvidence tl_evidence_count (const TlStudy *study);

/**
 * tl_evidence_is_there:
 * @evidence: counts
 * @question: one of the six
 *
 * Returns: whether there is anything yet to answer @question with
 */
gboolean tl_evidence_is_there (const TlEvidence *evidence, TlQuestionOfCheck question);

/**
 * tl_evidence_words:
 * @evidence: counts
 * @question: one of the six
 *
 * Returns: (transfer full): what there is, in plain words, as "412 contacts, 37 not yet judged"; where
 *   there is nothing, what to do about it; translated
 */
char *tl_evidence_words (const TlEvidence *evidence, TlQuestionOfCheck question) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_question_words:
 * @question: one of the six
 *
 * Returns: (transfer none): the question, translated
 */
const char *tl_question_words (TlQuestionOfCheck question);

/**
 * tl_question_page:
 * @question: one of the six
 *
 * Returns: (transfer none): the name of the page of the window where it is answered
 */
const char *tl_question_page (TlQuestionOfCheck question);

G_END_DECLS
