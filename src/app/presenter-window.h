/* presenter-window.h: on the screen that the room does not see: what is shown, what comes, notes, time. */
#pragma once

#include "app/slide-stage.h"

G_BEGIN_DECLS

#define TL_TYPE_PRESENTER_WINDOW (tl_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (TlPresenterWindow, tl_presenter_window, TL, PRESENTER_WINDOW, GtkWindow)

TlPresenterWindow *tl_presenter_window_new (TlPresentation *presentation);
void tl_presenter_window_set_shape (TlPresenterWindow *self, int width, int height);

G_END_DECLS
