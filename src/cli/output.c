/* output.c: the two streams that a command speaks on: results, and what is wrong. */
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static gboolean
write_all (const char *bytes)
{
  g_autofree char *message = NULL;

  if (fputs (bytes, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;
  message = g_strdup_printf (_ ("The result could not be written: %s"), g_strerror (errno));
  tl_output_error (NULL, 0, message);
  return FALSE;
}

gboolean
tl_output_text (const char *text)
{
  const char *charset = NULL;
  g_autofree char *converted = NULL;

  if (g_get_charset (&charset))
    return write_all (text);
  /* A letter that the terminal doesn't have must not cost the whole text. */
  converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  return write_all (converted ? converted : text);
}

gboolean
tl_output_data (const char *text)
{
  return write_all (text);
}

static gboolean
is_plain (gunichar letter)
{
  const gboolean breaks_line = letter == 0x2028 || letter == 0x2029;
  const gboolean turns_text = (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);

  return !g_unichar_iscntrl (letter) && !breaks_line && !turns_text;
}

char *
tl_output_line (char *text)
{
  char *to = text;

  /* A space is never longer than what it stands for. */
  for (const char *from = text; *from;)
    {
      const char *next = g_utf8_next_char (from);

      if (is_plain (g_utf8_get_char (from)))
        while (from < next)
          *to++ = *from++;
      else
        *to++ = ' ';
      from = next;
    }
  *to = '\0';
  return text;
}

void
tl_output_error (const char *file, guint line, const char *message)
{
  g_autofree char *name = file ? tl_output_line (g_filename_display_name (file)) : NULL;
  g_autofree char *words = tl_output_line (g_utf8_make_valid (message, -1));

  if (name && line > 0)
    g_printerr ("throughline: %s:%u: %s\n", name, line, words);
  else if (name)
    g_printerr ("throughline: %s: %s\n", name, words);
  else
    g_printerr ("throughline: %s\n", words);
}

void
tl_output_hint (const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("%s\n", text);
}
