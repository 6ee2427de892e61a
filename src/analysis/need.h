/* need.h: the customer's clock out of the log: contacts of one customer about one need, until it is met.
 *
 * Contacts that bear the same thread are one need. Its days are those from the first contact to the
 * last: a need that is met on the day it was first said takes 0. Contacts without a thread, or without
 * a day that can be read, tell nothing of it.
 */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/**
 * TlNeed:
 * @thread: (nullable): its name; good until the next edit of the study
 * @contacts: how many were heard, with a day that can be read
 * @first: Julian day of the first
 * @last: Julian day of the last
 */
typedef struct
{
  const char *thread;
  guint contacts;
  guint32 first;
  guint32 last;
} TlNeed;

GArray *tl_needs_of (const TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_needs_as_points (const GArray *needs, guint32 after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
