/* spread.h: puts things in a row as near as can be to where they want to be, without overlap. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_spread (double *places, const double *wanted, const double *weights, const double *gaps, guint count);

G_END_DECLS
