#include "step-names.h"

#include <string.h>

#include "list-marker.h"

/* What parts steps that are written in one line. The arrow signs are U+2192 and U+21D2. */
static const char *const arrows[] = { "->", "=>", ">", "\xe2\x86\x92", "\xe2\x87\x92" };

static const char *
next_arrow (const char *text, gsize *length)
{
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      const char *found = strstr (text, arrows[i]);

      /* "->" before ">", which is a part of it. */
      if (found && (!first || found < first))
        {
          first = found;
          *length = strlen (arrows[i]);
        }
    }
  return first;
}

/* Too long a name ends with a sign that there was more. */
static char *
shortened (const char *name)
{
  const char *end = name;

  for (guint i = 0; i < TL_STEP_NAME_LONGEST; i++, end = g_utf8_next_char (end))
    if (!*end)
      return g_strdup (name);
  return *end ? g_strdup_printf ("%.*s…", (int) (end - name), name) : g_strdup (name);
}

static void
add_name (GPtrArray *names, const char *start, gsize length)
{
  g_autofree char *part = g_strndup (start, length);
  const char *name = tl_list_marker_skip (part);

  g_strchomp (part);
  if (name < part + strlen (part) && names->len <= TL_STEP_NAMES_MOST)
    g_ptr_array_add (names, shortened (name));
}

static void
add_line (GPtrArray *names, const char *line)
{
  const char *arrow;
  gsize length = 0;

  while ((arrow = next_arrow (line, &length)))
    {
      add_name (names, line, (gsize) (arrow - line));
      line = arrow + length;
    }
  add_name (names, line, strlen (line));
}

/**
 * tl_step_names_parse:
 * @text: some text, as a person pastes it
 *
 * Takes a list of lines, or steps parted by arrows ("A > B > C"), for the steps of a chain. Bullets,
 * numbers before a line (list-marker.h) and empty lines are left out.
 *
 * Returns: (transfer full) (element-type utf8): the names; one more than %TL_STEP_NAMES_MOST where there are more,
 *   so that this can be said
 */
GPtrArray *
tl_step_names_parse (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\n\r", -1);

  for (guint i = 0; lines[i]; i++)
    add_line (names, lines[i]);
  return names;
}

/**
 * tl_step_names_are_chain:
 * @line: what a person types for a name
 *
 * "Call > Check" is a chain; "Age >18", "a->b" and "> 5 days" are names.
 *
 * Returns: whether it has an arrow with a space on both sides, and names before and after it
 */
gboolean
tl_step_names_are_chain (const char *line)
{
  g_autoptr (GPtrArray) names = tl_step_names_parse (line);
  const char *arrow = line;
  gsize length = 0;

  for (; names->len > 1 && (arrow = next_arrow (arrow, &length)); arrow += length)
    if (arrow > line && arrow[-1] == ' ' && arrow[length] == ' ')
      return TRUE;
  return FALSE;
}
