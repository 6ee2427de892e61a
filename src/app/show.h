/* show.h: the windows of a presentation, on the screens that there are.
 *
 * With one screen there is the audience's window alone. With two, who presents has one as well. When a
 * screen comes or goes meanwhile, the show goes on with those that are there.
 */
#pragma once

#include "app/audience-window.h"
#include "app/presenter-window.h"

G_BEGIN_DECLS

#define TL_TYPE_SHOW (tl_show_get_type ())
G_DECLARE_FINAL_TYPE (TlShow, tl_show, TL, SHOW, GObject)

/* Signal "over" (gboolean stay): the windows are gone; @stay: go on at the step that is selected. */

TlShow *tl_show_new (TlDocument *document, GtkWindow *home) G_GNUC_WARN_UNUSED_RESULT;
void tl_show_begin (TlShow *self);
TlPresentation *tl_show_presentation (TlShow *self);
TlAudienceWindow *tl_show_audience (TlShow *self);
TlPresenterWindow *tl_show_presenter (TlShow *self);
void tl_show_arrange (TlShow *self, GListModel *monitors);

G_END_DECLS
