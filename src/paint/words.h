/* words.h: numbers of charts as words of a sentence, in the user's language.
 *
 * Rounded for reading: whoever needs all digits takes the CSV.
 */
#pragma once

#include <glib.h>

#include "study/study.h"

G_BEGIN_DECLS

char *tl_words_number (double number) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_near (double number, double unit) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_hours (double hours) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_hours_per (double hours, TlPeriod period) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_hours_of (double used, double available) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_hours_of_per (double used, double available, TlPeriod period) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_share (double share) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_contacts (double contacts, TlPeriod period) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_times_per (double times, TlPeriod period) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_time (double minutes) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_date (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
char *tl_words_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
