#include "text-fold.h"

#include <string.h>

#include "flow-search.h"

/* Letters of Europe, and the marks that stand in its texts. */
#define N_KEPT 0x2100

/* Folding looks at one character at a time, so that what becomes of the usual ones is worked out once. */
static const char *const *
kept_letters (void)
{
  static char **letters;

  if (g_once_init_enter (&letters))
    {
      char **made = g_new0 (char *, N_KEPT);

      for (gunichar c = 1; c < N_KEPT; c++)
        {
          char text[8] = { 0 };

          g_unichar_to_utf8 (c, text);
          made[c] = tl_text_fold (text);
        }
      g_once_init_leave (&letters, made);
    }
  return (const char *const *) letters;
}

static void
append_letter (GString *buffer, const char *at, gunichar c)
{
  if (c < N_KEPT)
    g_string_append (buffer, kept_letters ()[c]);
  else
    {
      g_autofree char *letter = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      g_autofree char *folded = tl_text_fold (letter);

      g_string_append (buffer, folded);
    }
}

/* Room for one more byte and the zero behind it. */
static void
make_room (GString *buffer)
{
  gsize length = buffer->len;

  g_string_set_size (buffer, 2 * length + 64);
  buffer->len = length;
}

static char
lower (char c)
{
  return (guchar) (c - 'A') < 26 ? (char) (c + ('a' - 'A')) : c;
}

/* As many letters of ASCII as follow. Returns: past them */
static const char *
append_plain (GString *buffer, const char *text, gsize most)
{
  while (*text && (guchar) *text < 0x80 && buffer->len < most)
    {
      if (buffer->len + 1 >= buffer->allocated_len)
        make_room (buffer);
      buffer->str[buffer->len++] = lower (*text++);
    }
  buffer->str[buffer->len] = '\0';
  return text;
}

/**
 * tl_text_fold_into:
 * @buffer: where to; what it held is gone
 * @text: UTF-8
 * @most: enough bytes; it may become some more, as letters stay whole
 *
 * As tl_text_fold(), without memory of its own.
 *
 * Returns: the length of what stands in @buffer
 */
gsize
tl_text_fold_into (GString *buffer, const char *text, gsize most)
{
  g_string_truncate (buffer, 0);
  for (const char *p = append_plain (buffer, text, most); *p && buffer->len < most; p = append_plain (buffer, p, most))
    {
      append_letter (buffer, p, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  return buffer->len;
}
