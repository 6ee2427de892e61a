#include "xml-text.h"

#include <string.h>

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

/* What can stand neither in a text nor in a value as it is. Tabs and line ends may in a text, but a
 * reader turns each carriage return into a line feed. */
static const char *
escape_of (const char *p, gboolean is_value)
{
  guchar c = (guchar) *p;

  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return is_value ? NULL : "&gt;";
    case '"':
      return is_value ? "&quot;" : NULL;
    case '\t':
      return is_value ? "&#9;" : NULL;
    case '\n':
      return is_value ? "&#10;" : NULL;
    case '\r':
      return "&#13;";
    default:
      return c < 0x20 ? REPLACEMENT : NULL;
    }
}

/* U+FFFE and U+FFFF are good UTF-8 but no characters of XML. */
static gboolean
is_noncharacter (const char *p, const char *end)
{
  return end - p >= 3 && p[0] == '\xEF' && p[1] == '\xBF' && (p[2] == '\xBE' || p[2] == '\xBF');
}

/* Most bytes are none of those: a look into a table passes over them. */
static const guint8 may_need_escape[256] = {
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,         1,         1,         1,         1,          1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1, [0xEF] = 1,
};

static void
append_escaped (GString *xml, const char *text, gsize length, gboolean is_value)
{
  const char *end = text + length;
  const char *run = text;

  for (const char *p = text; p < end; p++)
    {
      gboolean is_long;
      const char *escape;

      if (!may_need_escape[(guchar) *p])
        continue;
      is_long = is_noncharacter (p, end);
      escape = is_long ? REPLACEMENT : escape_of (p, is_value);
      if (!escape)
        continue;
      g_string_append_len (xml, run, p - run);
      g_string_append (xml, escape);
      p += is_long ? 2 : 0;
      run = p + 1;
    }
  g_string_append_len (xml, run, end - run);
}

static void
append (GString *xml, const char *text, gssize length, gboolean is_value)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *valid = NULL;

  if (!g_utf8_validate_len (text, bytes, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize) bytes);
      append_escaped (xml, valid, strlen (valid), is_value);
    }
  else
    append_escaped (xml, text, bytes, is_value);
}

/**
 * tl_xml_append_text: (skip)
 * @xml: where to append
 * @text: any bytes
 * @length: how many, -1 where they end with a NUL
 *
 * Appends @text as the text of an element. What XML can't hold, control characters and bytes that are
 * not UTF-8, becomes U+FFFD.
 */
void
tl_xml_append_text (GString *xml, const char *text, gssize length)
{
  append (xml, text, length, FALSE);
}

/**
 * tl_xml_append_value: (skip)
 * @xml: where to append
 * @text: any bytes
 * @length: how many, -1 where they end with a NUL
 *
 * Appends @text as an attribute's value, without the quotes, such that it reads back unchanged.
 */
void
tl_xml_append_value (GString *xml, const char *text, gssize length)
{
  append (xml, text, length, TRUE);
}

/**
 * tl_xml_append_attribute: (skip)
 * @xml: where to append
 * @name: an attribute's name
 * @value: its value
 *
 * Appends ' name="value"'.
 */
void
tl_xml_append_attribute (GString *xml, const char *name, const char *value)
{
  g_string_append_c (xml, ' ');
  g_string_append (xml, name);
  g_string_append (xml, "=\"");
  tl_xml_append_value (xml, value, -1);
  g_string_append_c (xml, '"');
}

/**
 * tl_xml_is_blank: (skip)
 * @text: (nullable): some text
 *
 * Returns: whether it is absent or has nothing but white space. Such an element's text can't be told
 *   from indentation, so it counts as absent in the file.
 */
gboolean
tl_xml_is_blank (const char *text)
{
  while (text && (*text == ' ' || *text == '\t' || *text == '\r' || *text == '\n'))
    text++;
  return !text || !*text;
}
