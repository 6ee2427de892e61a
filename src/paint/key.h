/* key.h: what the colours, hatches and letters of a chart mean, in words. */
#pragma once

#include "paint/scene.h"

G_BEGIN_DECLS

/* At 100 %. */
#define TL_SWATCH 22.0

void tl_key_add_swatch (TlScene *scene, TlBucket bucket, const TlBox *box);
double tl_key_height (const TlScene *scene, const gboolean wanted[TL_N_BUCKETS], double width);
double tl_key_add (TlScene *scene, const gboolean wanted[TL_N_BUCKETS], const TlBox *place);

G_END_DECLS
