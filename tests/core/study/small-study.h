/* small-study.h: a study with items of every kind for tests, and all that a study holds as text. */
#pragma once

#include "study/history.h"

G_BEGIN_DECLS

TlStudy *small_study_new (void) G_GNUC_WARN_UNUSED_RESULT;
char *study_text (TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;

/* A history over small_study_new(), or over nothing but one flow "f1" without steps. */
TlHistory *small_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlHistory *empty_history_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Undoes and redoes the last entry and asserts that the study comes back whole each time. @before
 * is what study_text() said before the entry. */
void assert_undone_and_redone (TlHistory *history, const char *before);

G_END_DECLS
