/* rescue-offer.h: what was open when the program died is offered when it is begun again. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

void tl_rescue_offer (TlWindow *window);

G_END_DECLS
