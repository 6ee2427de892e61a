/* page-switch.h: the way from one page of the window to another: words, icons or a menu, as there is room.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_PAGE_SWITCH (tl_page_switch_get_type ())
G_DECLARE_FINAL_TYPE (TlPageSwitch, tl_page_switch, TL, PAGE_SWITCH, GtkWidget)

void tl_page_switch_set_stack (TlPageSwitch *self, AdwViewStack *stack);

G_END_DECLS
