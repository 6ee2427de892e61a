/* typed-number.h: a number as people type it, with a decimal point or comma and parted thousands.
 *
 * For quantity.c, which knows what may follow the number.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_typed_number_read (const char **p, char own, double *number);

G_END_DECLS
