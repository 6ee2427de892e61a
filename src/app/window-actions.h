/* window-actions.h: what menus, buttons and keys of a window do. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void tl_window_actions_add (TlWindow *window);
void tl_window_actions_update (TlWindow *window);

G_END_DECLS
