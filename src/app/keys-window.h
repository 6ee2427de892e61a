/* keys-window.h: the window that shows all keys, on any screen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_keys_window_fit (GtkWindow *keys);

G_END_DECLS
