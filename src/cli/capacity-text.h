/* capacity-text.h: the numbers of a flow as plain text for people. */
#pragma once

#include "analysis/capacity.h"
#include "analysis/leverage.h"

G_BEGIN_DECLS

/**
 * tl_capacity_text:
 * @study: whose numbers they are
 * @capacity: the numbers
 * @leverage: what removing each cause gives back
 *
 * The headline, and tables of hours, contacts, steps, roles and causes, in the user's language.
 *
 * Returns: (transfer full): lines of text
 */
char *tl_capacity_text (const TlStudy *study,
                        const TlCapacity *capacity,
                        const TlLeverage *leverage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
