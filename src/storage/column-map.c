#include "column-map.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static guint
find_heading (const GPtrArray *headings, const char *name)
{
  for (guint i = 0; i < headings->len; i++)
    {
      g_autofree char *heading = g_strstrip (g_strdup (g_ptr_array_index (headings, i)));

      if (g_ascii_strcasecmp (heading, name) == 0)
        return i;
    }
  return TL_NO_COLUMN;
}

static guint
guess_column (const GPtrArray *headings, TlContactColumn column)
{
  const char *const *names = tl_contact_column_names (column);
  guint found = TL_NO_COLUMN;

  for (guint n = 0; names[n] && found == TL_NO_COLUMN; n++)
    found = find_heading (headings, names[n]);
  return found;
}

static char *
list_headings (const GPtrArray *headings)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < headings->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (headings, i));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Whether those are the headings of tl_contacts_to_csv(), with what was said or without, and each is taken for what
 * it is. */
static gboolean
is_own_table (const TlColumnMap *self, const GPtrArray *headings)
{
  guint at = 0;

  for (guint i = 0; i < TL_N_COLUMNS; i++)
    if (at < headings->len && strcmp (headings->pdata[at], tl_contact_column_nick (i)) == 0 && self->columns[i] == at)
      at++;
    else if (i != TL_COLUMN_WORDS)
      return FALSE;
  return at == headings->len;
}

static guint
column_for (const GPtrArray *headings, const TlImportOptions *options, TlContactColumn column)
{
  if (options->by_column)
    return options->columns[column];
  if (options->headings[column])
    return find_heading (headings, options->headings[column]);
  return options->by_name ? guess_column (headings, column) : TL_NO_COLUMN;
}

/**
 * tl_column_map_find:
 * @self: (out): the map
 * @headings: (element-type utf8): of the table
 * @options: what a person said about it; a look at it (@most_rows) needs no column that is known
 * @error: that a heading is not there, or that no column says what it is; in words
 *
 * Returns: whether it was found what the columns are
 */
gboolean
tl_column_map_find (TlColumnMap *self, const GPtrArray *headings, const TlImportOptions *options, GError **error)
{
  g_autofree char *list = list_headings (headings);
  gboolean some = FALSE;

  for (guint i = 0; i < TL_N_COLUMNS; i++)
    {
      const char *heading = options->headings[i];

      self->columns[i] = column_for (headings, options, i);
      if (heading && self->columns[i] == TL_NO_COLUMN)
        {
          g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID, _ ("There is no column “%s”; there is %s"),
                       heading, list);
          return FALSE;
        }
      some |= self->columns[i] != TL_NO_COLUMN;
    }
  self->n_columns = headings->len;
  self->is_own = is_own_table (self, headings);
  if (some || options->most_rows)
    return TRUE;
  g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
               _ ("No column says by its name what it is; say it, of %s"), list);
  return FALSE;
}
