#include "paint/reading.h"

static double
middle (const TlTextBox *box)
{
  return box->y + box->height / 2;
}

static int
by_middle (gconstpointer a, gconstpointer b)
{
  const TlTextBox *one = *(const TlTextBox *const *) a;
  const TlTextBox *other = *(const TlTextBox *const *) b;

  return (middle (one) > middle (other)) - (middle (one) < middle (other));
}

static int
by_left (gconstpointer a, gconstpointer b)
{
  const TlTextBox *one = *(const TlTextBox *const *) a;
  const TlTextBox *other = *(const TlTextBox *const *) b;

  return (one->x > other->x) - (one->x < other->x);
}

/* Text whose middle is within the height of the last text of the line stands beside it. */
static gboolean
is_beside (const TlTextBox *last, const TlTextBox *box)
{
  return middle (box) < last->y + last->height && middle (box) - middle (last) < MIN (last->height, box->height) / 2;
}

static char *
join (GPtrArray *line)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_ptr_array_sort (line, by_left);
  for (guint i = 0; i < line->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (line, i);

      g_strv_builder_add (words, box->whole ? box->whole : box->text);
    }
  all = g_strv_builder_end (words);
  g_ptr_array_set_size (line, 0);
  return g_strjoinv (", ", all);
}

static void
add_line (GStrvBuilder *lines, GPtrArray *line)
{
  g_autofree char *joined = line->len ? join (line) : NULL;

  if (joined)
    g_strv_builder_add (lines, joined);
}

/**
 * tl_reading_lines:
 * @texts: (element-type TlTextBox): of a laid out picture
 * @first: the first of them that counts: 1 where the finding is said elsewhere
 *
 * What the eye reads, in the eye's order: a row of a chart is a line, with its name, its numbers and its notes from
 * left to right, and nothing shortened.
 *
 * Returns: (transfer full): the lines
 */
char **
tl_reading_lines (const GPtrArray *texts, guint first)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (GPtrArray) line = g_ptr_array_new ();

  for (guint i = first; i < texts->len; i++)
    g_ptr_array_add (boxes, g_ptr_array_index (texts, i));
  g_ptr_array_sort (boxes, by_middle);
  for (guint i = 0; i < boxes->len; i++)
    {
      if (line->len && !is_beside (g_ptr_array_index (line, line->len - 1), g_ptr_array_index (boxes, i)))
        add_line (lines, line);
      g_ptr_array_add (line, g_ptr_array_index (boxes, i));
    }
  add_line (lines, line);
  return g_strv_builder_end (lines);
}
