/* present-keys.h: keys while presenting: those of slides, and those that mark the step that is shown.
 *
 * Presenter remotes are keyboards with Page Up, Page Down, F5, Escape and the period.
 */
#pragma once

#include "app/slide-stage.h"

G_BEGIN_DECLS

void tl_present_keys_add (GtkWindow *window, TlSlideStage *stage, TlPresentation *presentation);
void tl_present_show_keys (GtkWindow *window);

G_END_DECLS
