/* audience-window.h: the slides, over a whole screen and with nothing beside them. */
#pragma once

#include "app/slide-stage.h"

G_BEGIN_DECLS

#define TL_TYPE_AUDIENCE_WINDOW (tl_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (TlAudienceWindow, tl_audience_window, TL, AUDIENCE_WINDOW, GtkWindow)

TlAudienceWindow *tl_audience_window_new (TlPresentation *presentation);
void tl_audience_window_say (TlAudienceWindow *self, const char *words);

G_END_DECLS
