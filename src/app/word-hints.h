/* word-hints.h: says gently where words are the organisation's own, and why that matters. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_WORD_HINTS (tl_word_hints_get_type ())
G_DECLARE_FINAL_TYPE (TlWordHints, tl_word_hints, TL, WORD_HINTS, GtkWidget)

void tl_word_hints_set_all (TlWordHints *self, gboolean all);
void tl_word_hints_set_text (TlWordHints *self, const char *text);

G_END_DECLS
