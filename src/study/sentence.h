/* sentence.h: a sentence that a number begins, for people. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_sentence_new (char *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
