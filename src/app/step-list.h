/* step-list.h: the steps of the flow shown, as a list model that shares the document's selection.
 *
 * The steps stand in the order in which the work goes (layout/reading-order.h), those that nothing joins at the
 * end. After an edit only what differs is taken out and put in. Selecting in the list selects in the document,
 * and the other way round: there is one selection, this is a view of it.
 */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"
#include "layout/step-ways.h"

G_BEGIN_DECLS

#define TL_TYPE_STEP_LIST (tl_step_list_get_type ())
G_DECLARE_FINAL_TYPE (TlStepList, tl_step_list, TL, STEP_LIST, GObject)

/* Signals: "refreshing" before the list follows an edit, "refreshed" when it has, and what is said of its steps
 * may be other; "picked" when somebody has selected in the list. */

TlStepList *tl_step_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tl_step_list_set_document (TlStepList *self, TlDocument *document);
TlStep *tl_step_list_get (TlStepList *self, guint position);
guint tl_step_list_position (TlStepList *self, gconstpointer item);
guint tl_step_list_n_connected (TlStepList *self);
const TlStepWays *tl_step_list_ways (TlStepList *self);

G_END_DECLS
