/* wilson.h: how sure one can be of a share that was counted in a sample.
 *
 * The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927) 209–212, without continuity correction. Unlike the
 * usual one it stays within 0..1, and says something for 0 of 20 as well. R. G. Newcombe, Statistics in
 * Medicine 17 (1998) 857–872, compares seven; this is his method 3.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlInterval:
 * @low: its lower end
 * @high: its upper end
 *
 * Both NAN where nothing was counted.
 */
typedef struct
{
  double low;
  double high;
} TlInterval;

TlInterval tl_wilson_interval (double hits, double n);

G_END_DECLS
