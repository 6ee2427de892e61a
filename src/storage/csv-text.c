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

/* ---- whether bytes are text ---- */

/**
 * Survey:
 * @is_utf8: every byte belongs to a character; zeros count as such
 * @is_clean: and every character may stand in a study
 */
typedef struct
{
  gboolean is_utf8;
  gboolean is_clean;
} Survey;

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Eight bytes of ASCII, no control character among them: so are nearly all of most tables. */
static gboolean
is_plain (const char *at)
{
  guint64 word;

  memcpy (&word, at, sizeof word);
  return ((word | (word - EACH_BYTE (0x20))) & EACH_BYTE (0x80)) == 0;
}

/* Control characters are in no text that a person wrote, and XML can't hold them. */
static gboolean
is_control (char c)
{
  return (guchar) c < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

/* U+FFFE and U+FFFF: XML can't hold those either. */
static gboolean
is_noncharacter (const char *at, const char *end)
{
  return *at == '\xef' && end - at > 2 && at[1] == '\xbf' && (guchar) at[2] >= 0xbe;
}

/* Past the characters beyond ASCII at @at. */
static const char *
survey_foreign (Survey *survey, const char *at, const char *end)
{
  const char *begin = at;

  for (; at < end && (guchar) *at >= 0x80; at++)
    survey->is_clean &= !is_noncharacter (at, end);
  survey->is_utf8 &= g_utf8_validate_len (begin, (gsize) (at - begin), NULL);
  return at;
}

static Survey
survey_bytes (const char *data, gsize length)
{
  Survey survey = { TRUE, TRUE };

  for (const char *at = data, *end = data + length; at < end && survey.is_utf8;)
    if (end - at >= 8 && is_plain (at))
      at += 8;
    else if ((guchar) *at >= 0x80)
      at = survey_foreign (&survey, at, end);
    else
      survey.is_clean &= !is_control (*at++);
  survey.is_clean &= survey.is_utf8;
  return survey;
}

/* What a study can't hold becomes spaces. */
static void
clean (char *text, gsize length)
{
  const char *end = text + length;

  for (char *at = text; at < end; at++)
    if (is_control (*at))
      *at = ' ';
    else if (is_noncharacter (at, end))
      memset (at, ' ', 3);
}

/* ---- in what they are ---- */

static const char *
guess_encoding (const char *data, gsize length, const Survey *survey, gsize *mark)
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
  return survey->is_utf8 ? "UTF-8" : USUAL_OLD;
}

static gboolean
is_utf8 (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

/* Converting UTF-8 to itself takes ten times as long. Returns: (nullable): a copy; %NULL where it is none */
static char *
to_utf8 (const char *data, gsize length, const char *encoding, const Survey *survey, gsize *converted)
{
  if (!is_utf8 (encoding))
    return g_convert (data, (gssize) length, "UTF-8", encoding, NULL, converted, NULL);
  *converted = length;
  return survey->is_utf8 ? g_memdup2 (data, length) : NULL;
}

static gboolean
convert (TlCsvText *self, const char *data, gsize length, const Survey *survey)
{
  char *text = to_utf8 (data, length, self->encoding, survey, &self->length);

  if (!text)
    return FALSE;
  clean (text, self->length);
  self->text = text;
  self->held = g_bytes_new_take (text, self->length);
  return TRUE;
}

/**
 * tl_csv_text_new:
 * @bytes: the file
 * @encoding: (nullable): what a person says that it is in; %NULL to find out: by a byte order mark,
 * as UTF-16 by its zeros, as UTF-8 where it is valid, else as Windows-1252
 * @error: that the bytes are no text in @encoding, in words
 *
 * Control characters become spaces. Where there is nothing to convert and nothing to clean, as in most files, the
 * text is @bytes itself.
 *
 * Returns: (transfer full) (nullable): the text
 */
TlCsvText *
tl_csv_text_new (GBytes *bytes, const char *encoding, GError **error)
{
  g_autoptr (TlCsvText) result = g_new0 (TlCsvText, 1);
  gsize length, mark;
  const char *data = g_bytes_get_data (bytes, &length);
  Survey survey = survey_bytes (data, length);
  const char *guessed = guess_encoding (data ? data : "", length, &survey, &mark);

  result->encoding = g_strdup (encoding ? encoding : guessed);
  result->text = data ? data + mark : "";
  result->length = length - mark;
  if (survey.is_clean && is_utf8 (result->encoding))
    result->held = g_bytes_ref (bytes);
  else if (length > mark && !convert (result, data + mark, length - mark, &survey))
    {
      g_set_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID,
                   _ ("The file can't be read as %s; say in which encoding it is"), result->encoding);
      return NULL;
    }
  return g_steal_pointer (&result);
}

/**
 * tl_csv_text_free:
 * @text: (transfer full): a text
 */
void
tl_csv_text_free (TlCsvText *text)
{
  g_clear_pointer (&text->held, g_bytes_unref);
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
