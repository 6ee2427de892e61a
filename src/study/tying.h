/* tying.h: conditions and what matters, and what they are tied to, each as one entry of the history.
 *
 * A tie is a #TlLink in the list of a condition (to a step or a demand) or of a demand (to a matter).
 */
#pragma once

#include "condition.h"
#include "history.h"

G_BEGIN_DECLS

TlCondition *tl_study_add_condition (TlHistory *history, const char *name);
TlMatter *tl_study_add_matter (TlHistory *history, const char *text);

TlLink *tl_item_tie_to (gconstpointer item, gconstpointer target);
gpointer tl_link_target (const TlLink *link);
void tl_item_tie (TlHistory *history, gpointer item, gpointer target);
void tl_item_untie (TlHistory *history, gpointer item, gpointer target);

GPtrArray *tl_study_conditions_of (const TlStudy *study, gconstpointer target) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_item_shift (TlHistory *history, gpointer item, int by);
void tl_item_put_at (TlHistory *history, gpointer item, guint position);

G_END_DECLS
