#include "csv-reader.h"

#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Of a row, at first. */
#define ROW_SIZE 1024
#define N_FIELDS 32

/**
 * tl_csv_reader_new:
 * @text: UTF-8; must outlive the reader
 * @length: of @text, in bytes
 * @delimiter: what parts columns
 *
 * Returns: (transfer full): a reader before the first row
 */
TlCsvReader *
tl_csv_reader_new (const char *text, gsize length, char delimiter)
{
  TlCsvReader *self = g_new0 (TlCsvReader, 1);

  self->fields = g_ptr_array_new ();
  self->at = text;
  self->end = text + length;
  self->delimiter = delimiter;
  self->next_line = 1;
  self->row = g_malloc (self->row_size = ROW_SIZE);
  self->lengths = g_new (gsize, self->most_fields = N_FIELDS);
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
  g_free (self->lengths);
  g_free (self->row);
  g_free (self);
}

/* ---- lines ---- */

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

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (guchar) (byte))
#define HAS_ZERO(word) (((word) -EACH_BYTE (1)) & ~(word) &EACH_BYTE (0x80))

/* Past eight bytes at once that hold neither an end of line nor what parts columns. */
static const char *
skip_plain (const TlCsvReader *self, const char *at)
{
  const guint64 delimiters = EACH_BYTE (self->delimiter);

  for (; self->end - at >= 8; at += 8)
    {
      guint64 word;

      memcpy (&word, at, sizeof word);
      if (HAS_ZERO (word ^ delimiters) | HAS_ZERO (word ^ EACH_BYTE ('\n')) | HAS_ZERO (word ^ EACH_BYTE ('\r')))
        break;
    }
  return at;
}

/* ---- fields ---- */

/* Room for so many bytes more and a zero. What was read of the row may move. */
static void
make_room (TlCsvReader *self, gsize length)
{
  char *row = self->row;

  if (self->row_used + length < self->row_size)
    return;
  self->row_size = 2 * (self->row_used + length + 1);
  self->row = g_realloc (self->row, self->row_size);
  for (guint i = 0; i < self->fields->len; i++)
    self->fields->pdata[i] = self->row + ((char *) self->fields->pdata[i] - row);
}

static void
begin_field (TlCsvReader *self)
{
  if (self->fields->len == self->most_fields)
    self->lengths = g_renew (gsize, self->lengths, self->most_fields *= 2);
  g_ptr_array_add (self->fields, self->row + self->row_used);
}

static void
append (TlCsvReader *self, const char *text, gsize length)
{
  make_room (self, length + 1);
  memcpy (self->row + self->row_used, text, length);
  self->row_used += length;
}

static void
end_field (TlCsvReader *self)
{
  guint last = self->fields->len - 1;

  make_room (self, 1);
  self->lengths[last] = (gsize) (self->row + self->row_used - (char *) self->fields->pdata[last]);
  self->row[self->row_used++] = '\0';
}

/* From behind the quote that opens a field to behind the one that closes it; two quotes are one in it. */
static const char *
unquote (TlCsvReader *self, const char *at)
{
  for (;;)
    {
      const char *quote = memchr (at, '"', (gsize) (self->end - at));
      gsize length;

      if (!quote)
        return NULL;
      length = (gsize) (quote - at);
      for (const char *c = memchr (at, '\n', length); c; c = memchr (c + 1, '\n', (gsize) (quote - c - 1)))
        self->next_line += 1;
      append (self, at, length);
      if (quote + 1 == self->end || quote[1] != '"')
        return quote + 1;
      append (self, quote, 1);
      at = quote + 2;
    }
}

static gboolean
read_quoted (TlCsvReader *self)
{
  guint line = self->next_line;
  const char *past = unquote (self, self->at + 1);

  if (!past)
    {
      self->next_line = line;
      self->problem = _ ("a quotation mark is opened and never closed");
      return FALSE;
    }
  self->at = past;
  if (at_end_of_line (self) || *self->at == self->delimiter)
    return TRUE;
  self->problem = _ ("text follows a closing quotation mark");
  return FALSE;
}

static void
read_plain (TlCsvReader *self)
{
  const char *from = self->at;

  self->at = skip_plain (self, self->at);
  while (!at_end_of_line (self) && *self->at != self->delimiter)
    self->at++;
  append (self, from, (gsize) (self->at - from));
}

/* Reads a field and what ends it.
 *
 * Returns: whether another field follows in this row */
static gboolean
read_field (TlCsvReader *self)
{
  gboolean more;

  begin_field (self);
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
  end_field (self);
  more = !at_end_of_line (self);
  if (more)
    self->at++;
  else if (self->at < self->end)
    skip_end_of_line (self);
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
  self->row_used = 0;
  self->problem = NULL;
  self->line = self->next_line;
  while (read_field (self))
    ;
  return TRUE;
}
