/* flow-reach.h: where work can come to. */
#pragma once

#include "flow.h"
#include "step.h"

G_BEGIN_DECLS

gboolean tl_flow_leads_to (TlFlow *flow, const TlStep *from, const TlStep *to);

G_END_DECLS
