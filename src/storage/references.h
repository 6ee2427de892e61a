/* references.h: ties items of a file to each other, also where one is mentioned before it is defined. */
#pragma once

#include "problems.h"
#include "study/study.h"

G_BEGIN_DECLS

typedef struct _TlReferences TlReferences;

TlReferences *
tl_references_new (TlStudy *study, TlProblems *problems, xmlParserCtxtPtr parser) G_GNUC_WARN_UNUSED_RESULT;
void tl_references_free (TlReferences *self);

void tl_references_add (TlReferences *self, TlItem *item, const TlField *field, const char *id, const xmlChar *at);
void tl_references_settle (TlReferences *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReferences, tl_references_free)

G_END_DECLS
