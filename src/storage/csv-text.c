#include "csv-text.h"

#include <string.h>

#include "study-file.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What spreadsheets on Windows write where they are not told otherwise. */
#define USUAL_OLD "WINDOWS-1252"
/* So much of a file tells what parts its columns. */
#define GUESS_BYTES 65536

static const char delimiters[] = { ',', ';', '\t', '|' };

static const struct
{
  const char *mark;
  gsize length;
  const char *encoding;
} marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

/* Text in UTF-16 without a mark has a NUL in every other byte, as most letters are Latin. */
static const char *
guess_wide (const char *data, gsize length)
{
  gsize even = 0, odd = 0, looked = MIN (length, GUESS_BYTES);

  for (gsize i = 0; i < looked; i++)
    if (data[i] == '\0')
      *(i % 2 == 0 ? &even : &odd) += 1;
  if (odd > looked / 4 && even <= looked / 16)
    return "UTF-16LE";
  if (even > looked / 4 && odd <= looked / 16)
    return "UTF-16BE";
  return NULL;
}

static const char *
guess_encoding (const char *data, gsize length, gsize *mark)
{
  const char *wide;

  *mark = 0;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        *mark = marks[i].length;
        return marks[i].encoding;
      }
  wide = guess_wide (data, length);
  if (wide)
    return wide;
  return g_utf8_validate_len (data, length, NULL) ? "UTF-8" : USUAL_OLD;
}

/* NULs and other control characters are in no text that a person wrote, and XML can't hold them, nor U+FFFE and
 * U+FFFF. */
static void
clean (char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] < 0x20 && text[i] != '\n' && text[i] != '\r' && text[i] != '\t')
      text[i] = ' ';
    else if (text[i] == '\xef' && i + 2 < length && text[i + 1] == '\xbf' && (guchar) text[i + 2] >= 0xbe)
      memset (text + i, ' ', 3);
}

static gboolean
is_utf8 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

/* Zeros end texts for GLib, which holds what is behind them for no part of it. */
static gboolean
is_valid_but_for_zeros (const char *data, gsize length)
{
  const char *end = data + length, *at = data;

  while (at < end && (g_utf8_validate_len (at, (gsize) (end - at), &at) || *at == '\0'))
    at += at < end ? 1 : 0;
  return at >= end;
}

/* Converting UTF-8 to itself takes ten times as long. Returns: (nullable): a copy; %NULL where it is none */
static char *
copy_of (const char *data, gsize length, gsize *copied)
{
  char *copy;

  /* Zeros are cleaned away later. */
  if (!g_utf8_validate_len (data, length, NULL) && !is_valid_but_for_zeros (data, length))
    return NULL;
  copy = g_malloc (length + 1);
  memcpy (copy, data, length);
  copy[length] = '\0';
  *copied = length;
  return copy;
}

/**
 * tl_csv_text_new:
 * @bytes: the file
 * @encoding: (nullable): what a person says that it is in; %NULL to find out: by a byte order mark,
 * as UTF-16 by its zeros, as UTF-8 where it is valid, else as Windows-1252
 * @error: that the bytes are no text in @encoding, in words
 *
 * Control characters become spaces.
 *
 * Returns: (transfer full) (nullable): the text
 */
TlCsvText *
tl_csv_text_new (GBytes *bytes, const char *encoding, GError **error)
{
  g_autoptr (TlCsvText) result = g_new0 (TlCsvText, 1);
  g_autoptr (GError) failed = NULL;
  gsize length, mark;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *guessed = guess_encoding (data ? data : "", length, &mark);

  result->encoding = g_strdup (encoding ? encoding : guessed);
  if (length == mark)
    {
      result->text = g_strdup ("");
      return g_steal_pointer (&result);
    }
  result->text = is_utf8 (result->encoding) ? copy_of (data + mark, length - mark, &result->length)
                                            : g_convert (data + mark, (gssize) (length - mark), "UTF-8",
                                                         result->encoding, NULL, &result->length, &failed);
  if (!result->text)
    {
      g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
                   _ ("The file can't be read as %s; say in which encoding it is"), result->encoding);
      return NULL;
    }
  clean (result->text, result->length);
  return g_steal_pointer (&result);
}

/**
 * tl_csv_text_free:
 * @text: (transfer full): a text
 */
void
tl_csv_text_free (TlCsvText *text)
{
  g_free (text->text);
  g_free (text->encoding);
  g_free (text);
}

/* Of each candidate, how often it stands in the lines outside of quotes: the first line's number,
 * and in how many lines it is the same. */
static guint
score (const char *text, gsize length, char delimiter)
{
  guint in_line = 0, in_first = 0, alike = 0;
  gboolean quoted = FALSE, first = TRUE;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && text[i] == delimiter)
        in_line++;
      else if (!quoted && text[i] == '\n')
        {
          in_first = first ? in_line : in_first;
          alike += in_line == in_first ? 1 : 0;
          first = FALSE;
          in_line = 0;
        }
    }
  in_first = first ? in_line : in_first;
  return in_first > 0 ? in_first + 16 * alike : 0;
}

/**
 * tl_csv_text_guess_delimiter:
 * @text: a table
 *
 * Returns: what parts its columns: a comma, semicolon, tab or bar; a comma where nothing does
 */
char
tl_csv_text_guess_delimiter (const TlCsvText *text)
{
  gsize looked = MIN (text->length, GUESS_BYTES);
  guint best = 0;
  char found = ',';

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint points = score (text->text, looked, delimiters[i]);

      if (points > best)
        {
          best = points;
          found = delimiters[i];
        }
    }
  return found;
}
