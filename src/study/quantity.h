/* quantity.h: times, shares and numbers as people say them, and back.
 *
 * Times: "6m", "2 h", "1h 30m", "3d", "1w", "90" (minutes). A day has 24 hours, a week 7 days: the
 * customer's clock does not stop at night. Shares: "40%", "40 %", "0.4", "2/5". A decimal comma is
 * understood wherever a point is, and so are thousands ("1,000", "1.000" where the user's language
 * writes decimals with a comma, "1 000"). Not for files: those have number-text.h.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_QUANTITY_ERROR (tl_quantity_error_quark ())
GQuark tl_quantity_error_quark (void);

/**
 * TlQuantityError:
 * @TL_QUANTITY_ERROR_NOT_A_NUMBER: it can't be read as what was asked for
 * @TL_QUANTITY_ERROR_OUT_OF_RANGE: it can be read, but no study may hold it
 *
 * The message of each is for who typed.
 */
typedef enum
{
  TL_QUANTITY_ERROR_NOT_A_NUMBER,
  TL_QUANTITY_ERROR_OUT_OF_RANGE,
} TlQuantityError;

gboolean tl_minutes_parse (const char *text, double *minutes, GError **error);
gboolean tl_share_parse (const char *text, double *share, GError **error);
gboolean tl_rate_parse (const char *text, double *rate, GError **error);
gboolean tl_measured_parse (const char *text, char own, double *value, GError **error);
gboolean tl_amount_parse (const char *text, double *amount, GError **error);

char *tl_minutes_format (double minutes) G_GNUC_WARN_UNUSED_RESULT;
char *tl_minutes_format_short (double minutes) G_GNUC_WARN_UNUSED_RESULT;
char *tl_share_format (double share) G_GNUC_WARN_UNUSED_RESULT;
char *tl_amount_format (double amount) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
