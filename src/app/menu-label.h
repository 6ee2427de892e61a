/* menu-label.h: labels of menus from names that people gave. */
#pragma once

#include <glib.h>

char *tl_menu_label (const char *name) G_GNUC_WARN_UNUSED_RESULT;
