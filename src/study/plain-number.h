/* plain-number.h: numbers of any size as people write them: never "1e+15". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on a number is written as a power of ten, as all texts should: nobody counts such digits. */
#define TL_AMOUNT_LONG 1e13
/* "⁰" … "⁹", as in " × 10²²" */
extern const char *const tl_raised_digits[10];

char *tl_plain_number (double number, int digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
