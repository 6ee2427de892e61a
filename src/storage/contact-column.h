/* contact-column.h: what a column of a table can be of a contact. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlContactColumn:
 *
 * What a column of a table can be of a contact.
 */
typedef enum
{
  TL_COLUMN_WHEN,
  TL_COLUMN_WORDS,
  TL_COLUMN_DEMAND, /* the name of a demand type */
  TL_COLUMN_KIND,   /* value, failure or unsure; V, F, U */
  TL_COLUMN_MINUTES,
  TL_COLUMN_CHANNEL,
  TL_COLUMN_PLACE,
  TL_COLUMN_THREAD,
  TL_COLUMN_LISTENER,
  TL_COLUMN_SECOND, /* a second listener's kind */
  TL_N_COLUMNS,
} TlContactColumn;

const char *tl_contact_column_nick (TlContactColumn column); /* "when" */
gboolean tl_contact_column_from_nick (const char *nick, TlContactColumn *column);
const char *const *tl_contact_column_names (TlContactColumn column);

#define TL_NO_COLUMN G_MAXUINT

G_END_DECLS
