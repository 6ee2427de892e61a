#include "contact-column.h"

/* The first of each row is its name; the others are what programs call such a column. */
static const char *const names[TL_N_COLUMNS][9] = {
  [TL_COLUMN_WHEN] = { "when", "date", "time", "opened", "opendate", "created", "received" },
  [TL_COLUMN_WORDS] = { "words", "verbatim", "description", "text", "what", "comment" },
  [TL_COLUMN_DEMAND] = { "demand", "demand type", "type", "category", "complaint_type", "reason" },
  [TL_COLUMN_KIND] = { "kind", "value or failure" },
  [TL_COLUMN_MINUTES] = { "minutes", "duration" },
  [TL_COLUMN_CHANNEL] = { "channel" },
  [TL_COLUMN_PLACE] = { "place", "location" },
  [TL_COLUMN_THREAD] = { "thread", "case" },
  [TL_COLUMN_LISTENER] = { "listener" },
  [TL_COLUMN_SECOND] = { "second-opinion", "second opinion" },
};

/**
 * tl_contact_column_nick:
 * @column: a column
 *
 * Returns: its name on the command line
 */
const char *
tl_contact_column_nick (TlContactColumn column)
{
  return names[column][0];
}

/**
 * tl_contact_column_from_nick:
 * @nick: a name
 * @column: (out): what it means
 *
 * Returns: whether it means something
 */
gboolean
tl_contact_column_from_nick (const char *nick, TlContactColumn *column)
{
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    if (g_str_equal (nick, names[i][0]))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_contact_column_names:
 * @column: a column
 *
 * Returns: (array zero-terminated=1): what tables call it, its name on the command line first
 */
const char *const *
tl_contact_column_names (TlContactColumn column)
{
  return names[column];
}
