/* window-flows.h: what a window does with the flows of its study: show, copy, name, order, delete. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void tl_window_flows_add (TlWindow *self);
void tl_window_flows_update (TlWindow *self);

G_END_DECLS
