/* program.h: runs the built program as a user does, without a display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Answer:
 * @exit: the exit code, -1 where it crashed
 * @out: all of its standard output
 * @err: all of its standard error
 */
typedef struct
{
  int exit;
  char *out;
  char *err;
} Answer;

Answer *program_run (const char *input, const char *const *words) G_GNUC_WARN_UNUSED_RESULT;
Answer *program_ask (const char *word, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
void answer_free (Answer *answer);

char *program_sample (void) G_GNUC_WARN_UNUSED_RESULT;
char *program_folder (void) G_GNUC_WARN_UNUSED_RESULT;
char *program_study (const char *folder, const char *name, const char *inside) G_GNUC_WARN_UNUSED_RESULT;

/* One assertion that shows the whole answer where it fails. */
#define assert_says(text, part)                                                                                        \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    if (!strstr (text, part))                                                                                          \
      g_error ("“%s” is not in:\n%s", part, text);                                                                     \
  }                                                                                                                    \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

G_END_DECLS
