/* step-list.h: the steps that a pasted text lists, with what it says of each. */
#pragma once

#include "study.h"

G_BEGIN_DECLS

/**
 * TlListedStep:
 * @name: what is done
 * @work: minutes of work, NAN where it does not say
 * @wait: minutes of waiting, NAN where it does not say
 * @role: (nullable): the name of who does it
 * @notes: (nullable): what else stands there
 * @way: which of the lines that have arrows it stands in, from 1; 0 where its line has none
 */
typedef struct
{
  char *name;
  double work;
  double wait;
  char *role;
  char *notes;
  guint way;
} TlListedStep;

void tl_listed_step_free (TlListedStep *step);
GPtrArray *tl_step_list_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *tl_step_list_told (const char *text) G_GNUC_WARN_UNUSED_RESULT;
TlStudy *tl_step_list_fragment (GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlListedStep, tl_listed_step_free)

G_END_DECLS
