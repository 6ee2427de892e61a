#include "paint/svg-titles.h"

#include <math.h>
#include <string.h>

#include "paint/reading.h"
#include "study/number-text.h"

/* XML 1.0 has no place for most control characters, not even escaped. */
static void
append_escaped (GString *xml, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == '&')
        g_string_append (xml, "&amp;");
      else if (letter == '<')
        g_string_append (xml, "&lt;");
      else if (letter == '>')
        g_string_append (xml, "&gt;");
      else if (letter == '"')
        g_string_append (xml, "&quot;");
      else if (letter == 0xfffe || letter == 0xffff || letter == 0x7f || letter < 0x20)
        g_string_append_c (xml, ' ');
      else
        g_string_append_unichar (xml, letter);
    }
}

static void
append_attribute (GString *xml, const char *name, double value)
{
  char number[TL_NUMBER_SIZE];

  g_string_append_printf (xml, " %s=\"%s\"", name, tl_number_shortest (round (value * 100) / 100, number));
}

/* All texts of the chart in words: letters are drawn as shapes, which no one can search or hear. */
static void
append_head (GString *xml, TlChart *chart)
{
  g_auto (GStrv) lines = tl_reading_lines (tl_chart_texts (chart), 0);

  g_string_append (xml, "\n<title>");
  append_escaped (xml, tl_chart_title (chart));
  g_string_append (xml, "</title>\n<desc>");
  for (guint i = 0; lines[i]; i++)
    {
      append_escaped (xml, lines[i]);
      g_string_append_c (xml, '\n');
    }
  g_string_append (xml, "</desc>");
}

/* A place that shows nothing, but tells the whole text to who points at it. */
static void
append_place (GString *xml, const TlTextBox *box)
{
  g_string_append (xml, "<g><title>");
  append_escaped (xml, box->whole);
  g_string_append (xml, "</title><rect fill=\"none\" pointer-events=\"all\"");
  append_attribute (xml, "x", box->x);
  append_attribute (xml, "y", box->y);
  append_attribute (xml, "width", box->width);
  append_attribute (xml, "height", box->height);
  g_string_append (xml, "/></g>\n");
}

static void
append_places (GString *xml, TlChart *chart)
{
  const GPtrArray *texts = tl_chart_texts (chart);

  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);

      if (box->whole)
        append_place (xml, box);
    }
}

/* Cairo counts surfaces over the life of the program and names groups after the count; nothing
 * refers to that of the page. Without it the same chart gives the same bytes. */
static void
drop_page_name (GString *xml)
{
  const char *found = strstr (xml->str, "<g id=\"surface");
  const char *end = found ? strchr (found, '>') : NULL;
  gssize from;

  if (!end)
    return;
  from = found - xml->str;
  g_string_erase (xml, from, end + 1 - found);
  g_string_insert (xml, from, "<g>");
}

/**
 * tl_svg_add_titles:
 * @svg: a picture as cairo writes it
 * @chart: what it shows
 *
 * Gives the picture a title (the finding), a description (all its texts) and, where a text is
 * shortened, the whole of it for who points there.
 *
 * Returns: (transfer full): the picture with them
 */
GBytes *
tl_svg_add_titles (GBytes *svg, TlChart *chart)
{
  gsize length;
  const char *data = g_bytes_get_data (svg, &length);
  GString *xml = g_string_new_len (data, (gssize) length);
  const char *root = strstr (xml->str, "<svg ");
  const char *root_end = root ? strchr (root, '>') : NULL;
  g_autoptr (GString) head = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  char *end;

  append_head (head, chart);
  append_places (places, chart);
  if (root_end)
    g_string_insert (xml, root_end + 1 - xml->str, head->str);
  end = g_strrstr (xml->str, "</svg>");
  if (end)
    g_string_insert (xml, end - xml->str, places->str);
  drop_page_name (xml);
  return g_string_free_to_bytes (xml);
}
