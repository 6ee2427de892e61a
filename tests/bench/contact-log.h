/* contact-log.h: a log of contacts by chance, as large as wanted. */
#pragma once

#include "study/study.h"

TlStudy *contact_log_make (guint n_contacts, guint32 seed) G_GNUC_WARN_UNUSED_RESULT;
