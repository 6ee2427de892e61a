#include "list-marker.h"

#include <string.h>

#define LONGEST_ROMAN 5

/* - * • – · — ‣ ◦ ▪ ● ○ ■ □ ☐ ☑ ✓ ➢, and the letters of symbol fonts that word processors copy as they are. */
static gboolean
is_bullet (gunichar c)
{
  static const gunichar bullets[] = { '-',    '*',    0x2022, 0x2013, 0xb7,   0x2014, 0x2023, 0x25e6, 0x25aa,
                                      0x25cf, 0x25cb, 0x25a0, 0x25a1, 0x2610, 0x2611, 0x2713, 0x27a2 };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (c == bullets[i])
      return TRUE;
  return c >= 0xf020 && c <= 0xf0ff;
}

/* "1", "1.2": where it ends. */
static const char *
after_number (const char *p)
{
  while (g_ascii_isdigit (*p))
    p += g_ascii_isdigit (p[1]) || p[1] != '.' || !g_ascii_isdigit (p[2]) ? 1 : 2;
  return p;
}

/* "a", "iv": where it ends. */
static const char *
after_letters (const char *p)
{
  gsize length = strspn (p, "ivx");

  if (length == 0)
    length = strspn (p, "IVX");
  if (length > 1 && length <= LONGEST_ROMAN)
    return p + length;
  return g_ascii_isalpha (*p) ? p + 1 : p;
}

/* "1.", "2)", "(3)", "1.2.", "a)", "(iv)": where it ends. "a." is how a name may begin: "A. Smith signs". Before a tab
 * it is no name. */
static const char *
after_count (const char *line)
{
  gboolean in_brackets = *line == '(';
  const char *start = in_brackets ? line + 1 : line;
  const char *end = after_number (start);
  gboolean is_number = end > start;

  if (!is_number)
    end = after_letters (start);
  if (end == start)
    return line;
  if (*end == ')')
    return end + 1;
  if (in_brackets)
    return line;
  if (*end == '.' && (is_number || end[1] == '\t'))
    return end + 1;
  return is_number && memchr (start, '.', (gsize) (end - start)) && *end == '\t' ? end : line;
}

/* "1" in a column of its own counts the rows; before another number it is no count but a time. */
static gboolean
is_row_number (const char *line)
{
  const char *end = line;

  while (g_ascii_isdigit (*end))
    end++;
  return end > line && *end == '\t' && end[1] && !g_ascii_isdigit (end[1]) && !g_ascii_isspace (end[1]);
}

/**
 * tl_list_marker_skip:
 * @line: a line of a list
 *
 * "1. Call", "2) Call", "(a) Call", "- Call", "• Call" are all "Call"; as word processors copy them, a tab parts
 * marker and words, and sub-items begin with tabs.
 *
 * Returns: (transfer none): where the words of @line begin
 */
const char *
tl_list_marker_skip (const char *line)
{
  const char *start = line, *end;

  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = after_count (start);
  if (is_bullet (g_utf8_get_char (start)))
    end = g_utf8_next_char (start);
  else if (start[0] == 'o' && start[1] == '\t') /* Word's bullet of the second level */
    end = start + 1;
  else if (start == line && is_row_number (line))
    end = strchr (line, '\t');
  if (end == start || !g_unichar_isspace (g_utf8_get_char (end)))
    return start;
  while (g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end;
}
