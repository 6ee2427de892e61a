/* matter-ties.h: a small button that says which demands are about something that matters, and lets them be chosen. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "study/matter.h"

G_BEGIN_DECLS

#define TL_TYPE_MATTER_TIES (tl_matter_ties_get_type ())
G_DECLARE_FINAL_TYPE (TlMatterTies, tl_matter_ties, TL, MATTER_TIES, GtkWidget)

GtkWidget *tl_matter_ties_new (TlDocument *document, TlMatter *matter);

G_END_DECLS
