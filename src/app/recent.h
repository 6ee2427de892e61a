/* recent.h: the studies that were opened or saved lately, as the desktop remembers them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_RECENT_MOST 8

void tl_recent_add (GFile *file);
void tl_recent_forget (GFile *file);
GPtrArray *tl_recent_list (void) G_GNUC_WARN_UNUSED_RESULT;
GMenuModel *tl_recent_menu (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
