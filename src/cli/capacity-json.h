/* capacity-json.h: the numbers of a flow for other programs. */
#pragma once

#include "analysis/capacity.h"
#include "analysis/leverage.h"

G_BEGIN_DECLS

/**
 * tl_capacity_json:
 * @capacity: the numbers
 * @leverage: what removing each cause gives back
 *
 * The object that throughline(1) describes. Numbers have all their digits and a point in every
 * locale; what has no number is null, so that it is valid JSON whatever the study says.
 *
 * Returns: (transfer full): JSON with a newline at its end
 */
char *tl_capacity_json (const TlCapacity *capacity, const TlLeverage *leverage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
