/* step-panel.h: all fields of one step, or what several steps have in common. */
#pragma once

#include "app/panel.h"

G_BEGIN_DECLS

TlPanel *tl_step_panel_new (TlDocument *document, TlStep *step);
void tl_step_panel_list (TlDocument *document, TlStep *step, GPtrArray *items);
TlPanel *tl_steps_panel_new (TlDocument *document, GPtrArray *steps);

G_END_DECLS
