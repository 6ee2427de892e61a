/* tie-prompt.h: what a condition is tied to, found by typing its name. */
#pragma once

#include <adwaita.h>

#include "app/document.h"
#include "study/condition.h"

G_BEGIN_DECLS

GtkWidget *tl_tie_prompt_row_new (TlDocument *document, TlCondition *condition);

G_END_DECLS
