/* problems.h: collects what is wrong in one file. */
#pragma once

#include "place.h"
#include "study-file.h"

G_BEGIN_DECLS

typedef struct _TlProblems TlProblems;

TlProblems *tl_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_problems_free (TlProblems *self);

void tl_problems_tolerate (TlProblems *self);

void tl_problems_add (TlProblems *self, TlPlace place, const char *format, ...) G_GNUC_PRINTF (3, 4);
void tl_problems_add_about (TlProblems *self, TlPlace place, gconstpointer item, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
void tl_problems_fail (TlProblems *self, TlStorageError code, TlPlace place, const char *message);

gboolean tl_problems_is_over (const TlProblems *self);
gboolean tl_problems_report (TlProblems *self, GPtrArray *problems, GError **error);

char *tl_item_describe (gconstpointer item) G_GNUC_WARN_UNUSED_RESULT;
char *tl_text_shortened (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProblems, tl_problems_free)

G_END_DECLS
