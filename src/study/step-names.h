/* step-names.h: the steps that a pasted text lists. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More lines than this are no flow but a document that was pasted by mistake. */
#define TL_STEP_NAMES_MOST 500

/* Letters of a name. A longer one is a text without line ends: a picture of it would take minutes. */
#define TL_STEP_NAME_LONGEST 500

GPtrArray *tl_step_names_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_step_names_are_chain (const char *line);

G_END_DECLS
