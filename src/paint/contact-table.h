/* contact-table.h: the log of contacts as a table that other programs read, and that tl_contacts_import() reads
 * back as it was.
 */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/**
 * TlContactTableFlags:
 * @TL_CONTACT_TABLE_ALL: all that a contact holds
 * @TL_CONTACT_TABLE_WITHOUT_WORDS: without what was said, which is private
 */
typedef enum
{
  TL_CONTACT_TABLE_ALL = 0,
  TL_CONTACT_TABLE_WITHOUT_WORDS = 1 << 0,
} TlContactTableFlags;

GBytes *tl_contacts_to_csv (const TlStudy *study, TlContactTableFlags flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
