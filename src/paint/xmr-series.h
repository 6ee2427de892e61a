/* xmr-series.h: the line of a series with its points, as one mark of a scene. */
#pragma once

#include "paint/axis.h"
#include "paint/scene.h"
#include "paint/xmr-columns.h"

G_BEGIN_DECLS

/* Radius of a point, and half the diagonal of one that belongs to a signal, at 100 %. */
#define TL_XMR_DOT 4.0
#define TL_XMR_DIAMOND 7.0

void tl_xmr_series_add (TlScene *scene, const GArray *columns, const TlAxis *axis, const TlBox *box);
double tl_xmr_series_y (const TlAxis *axis, const TlBox *box, double value);

G_END_DECLS
