#include "csv-reader.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_csv_reader_new:
 * @text: UTF-8; is cut into fields in place, and must outlive the reader
 * @length: of @text, in bytes; a NUL stands after it
 * @delimiter: what parts columns
 *
 * Returns: (transfer full): a reader before the first row
 */
TlCsvReader *
tl_csv_reader_new (char *text, gsize length, char delimiter)
{
  TlCsvReader *self = g_new0 (TlCsvReader, 1);

  self->fields = g_ptr_array_new ();
  self->at = text;
  self->end = text + length;
  self->delimiter = delimiter;
  self->next_line = 1;
  return self;
}

/**
 * tl_csv_reader_free:
 * @self: (transfer full): a reader
 */
void
tl_csv_reader_free (TlCsvReader *self)
{
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/* Past the end of a line, be it \n, \r\n or \r. */
static void
skip_end_of_line (TlCsvReader *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->next_line++;
}

static gboolean
at_end_of_line (const TlCsvReader *self)
{
  return self->at == self->end || *self->at == '\n' || *self->at == '\r';
}

static void
skip_line (TlCsvReader *self)
{
  while (!at_end_of_line (self))
    self->at++;
  skip_end_of_line (self);
}

/* Returns: (nullable): past the quote that closes the field which begins at @from; two quotes are
 * one in it. Writes the field's text to where it began. */
static char *
unquote (TlCsvReader *self, char *from, guint *lines)
{
  char *to = from;
  char *at = from;

  for (;;)
    {
      char *quote = memchr (at, '"', (gsize) (self->end - at));
      gsize length;

      if (!quote)
        return NULL;
      length = (gsize) (quote - at);
      for (const char *c = memchr (at, '\n', length); c; c = memchr (c + 1, '\n', (gsize) (quote - c - 1)))
        *lines += 1;
      memmove (to, at, length);
      to += length;
      if (quote + 1 < self->end && quote[1] == '"')
        {
          *to++ = '"';
          at = quote + 2;
          continue;
        }
      *to = '\0';
      return quote + 1;
    }
}

/* Whether the quote at @from is closed before the file ends: looked at before anything is moved. */
static gboolean
is_closed (const TlCsvReader *self, const char *from)
{
  for (const char *at = from;;)
    {
      const char *quote = memchr (at, '"', (gsize) (self->end - at));

      if (!quote)
        return FALSE;
      if (quote + 1 == self->end || quote[1] != '"')
        return TRUE;
      at = quote + 2;
    }
}

static gboolean
read_quoted (TlCsvReader *self)
{
  char *from = self->at + 1;

  if (!is_closed (self, from))
    {
      self->problem = _ ("a quotation mark is opened and never closed");
      return FALSE;
    }
  g_ptr_array_add (self->fields, from);
  self->at = unquote (self, from, &self->next_line);
  if (at_end_of_line (self) || *self->at == self->delimiter)
    return TRUE;
  self->problem = _ ("text follows a closing quotation mark");
  return FALSE;
}

static void
read_plain (TlCsvReader *self)
{
  g_ptr_array_add (self->fields, self->at);
  while (!at_end_of_line (self) && *self->at != self->delimiter)
    self->at++;
}

/* Reads a field; what ends it is overwritten with the NUL that ends its text.
 *
 * Returns: whether another field follows in this row */
static gboolean
read_field (TlCsvReader *self)
{
  gboolean more;

  if (self->at < self->end && *self->at == '"')
    {
      if (!read_quoted (self))
        {
          skip_line (self);
          return FALSE;
        }
    }
  else
    read_plain (self);
  more = !at_end_of_line (self);
  if (more)
    *self->at++ = '\0';
  else if (self->at < self->end)
    {
      char *ends = self->at;

      skip_end_of_line (self);
      *ends = '\0';
    }
  return more;
}

/**
 * tl_csv_reader_next:
 * @self: a reader
 *
 * Goes to the next row. Empty lines are none. After a row that can't be read it goes on with the
 * line after the one where that was found.
 *
 * Returns: whether there is one
 */
gboolean
tl_csv_reader_next (TlCsvReader *self)
{
  while (self->at < self->end && at_end_of_line (self))
    skip_end_of_line (self);
  if (self->at == self->end)
    return FALSE;
  g_ptr_array_set_size (self->fields, 0);
  self->problem = NULL;
  self->line = self->next_line;
  while (read_field (self))
    ;
  return TRUE;
}
