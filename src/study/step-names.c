#include "step-names.h"

#include <string.h>

#include "list-marker.h"

/* What parts steps that are written in one line. The arrow signs are U+2192 and U+21D2. */
static const char *const arrows[] = { "->", "=>", ">", "\xe2\x86\x92", "\xe2\x87\x92" };

/* The next of them, whatever stands around it. */
static const char *
next_sign (const char *text, gsize *length)
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

static gboolean
space_before (const char *line, const char *arrow)
{
  return arrow == line || g_unichar_isspace (g_utf8_get_char (g_utf8_find_prev_char (line, arrow)));
}

static gboolean
space_behind (const char *end)
{
  return !*end || g_unichar_isspace (g_utf8_get_char (end));
}

/* ">18", "> 5 days", ">= 3": more than, where nothing stands before it or a space does not part it. */
static gboolean
compares (const char *arrow)
{
  const char *p = arrow + 1;

  if (*arrow != '>')
    return FALSE;
  while (g_ascii_isspace (*p))
    p++;
  return g_ascii_isdigit (*p) || *p == '=';
}

/* Whether the line is written with spaces around its arrows: then no other sign parts names. */
static gboolean
has_spaced (const char *line)
{
  const char *arrow = line;
  gsize length = 0;

  for (; (arrow = next_sign (arrow, &length)); arrow += length)
    if (arrow > line && arrow[length] && space_before (line, arrow) && space_behind (arrow + length))
      return TRUE;
  return FALSE;
}

/* "A > B" is parted, and so is "A>B"; "Age >18 > Check" is parted once, and "Age >18" and "Age>18" are names. What
 * begins a line is the mark of a quotation. */
static gboolean
parts (const char *line, const char *arrow, gsize length, gboolean spaced)
{
  gboolean before = space_before (line, arrow), behind = space_behind (arrow + length);

  if (arrow == line)
    return !compares (arrow);
  if (spaced)
    return before && behind;
  return *arrow != '>' || !(compares (arrow) || (before && !behind));
}

/* The next arrow from @from on that parts names of @line. */
static const char *
next_arrow (const char *line, const char *from, gboolean spaced, gsize *length)
{
  const char *arrow = from;

  while ((arrow = next_sign (arrow, length)) && !parts (line, arrow, *length, spaced))
    arrow += *length;
  return arrow;
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

/* Without the spaces of any kind that stand around it. */
static char *
take_part (const char *start, gsize length)
{
  const char *end = start + length;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (start < end && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, (gsize) (end - start));
}

static void
add_name (GPtrArray *names, const char *start, gsize length)
{
  g_autofree char *part = take_part (start, length);
  const char *name = tl_list_marker_skip (part);

  if (*name && names->len <= TL_STEP_NAMES_MOST)
    g_ptr_array_add (names, shortened (name));
}

static void
add_line (GPtrArray *names, const char *line)
{
  gboolean spaced = has_spaced (line);
  const char *from = line, *arrow;
  gsize length = 0;

  while ((arrow = next_arrow (line, from, spaced, &length)))
    {
      add_name (names, from, (gsize) (arrow - from));
      from = arrow + length;
    }
  add_name (names, from, strlen (from));
}

/**
 * tl_step_names_parse:
 * @text: some text, as a person pastes it
 *
 * Takes a list of lines, or steps parted by arrows ("A > B > C", "A>B>C"), for the steps of a chain. Where a line has
 * arrows with a space on both sides only these part its steps: "Age >18 > Check" is two. Bullets, numbers before a line
 * (list-marker.h) and empty lines are left out.
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

  return names->len > 1 && has_spaced (line);
}
