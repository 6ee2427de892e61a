/* role-choice.h: who does some steps; a new role can be made on the way. */
#pragma once

#include "app/panel.h"

G_BEGIN_DECLS

GtkWidget *tl_role_choice_add (TlPanel *panel, GtkWidget *parent, GPtrArray *steps);

G_END_DECLS
