/* wrap-layout.h: children side by side, in further rows where one is too narrow for them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_WRAP_LAYOUT (tl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, TL, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tl_wrap_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
