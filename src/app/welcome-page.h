/* welcome-page.h: what a window shows while no study is open. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_WELCOME_PAGE (tl_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TlWelcomePage, tl_welcome_page, TL, WELCOME_PAGE, GtkWidget)

GtkWidget *tl_welcome_page_new (void);
void tl_welcome_page_set_room (TlWelcomePage *self, int height);

G_END_DECLS
