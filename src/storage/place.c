#include "place.h"

#include <string.h>

static guint
count_characters (const xmlChar *from, const xmlChar *to)
{
  guint count = 0;

  for (; from < to; from++)
    count += (*from & 0xC0) != 0x80;
  return count;
}

/* The parser counts lines up to @counted. What lies before that in its buffer tells the rest; it keeps
 * the end of what is used up, and drops more than that, so the line's beginning may be gone. */
static TlPlace
place_of (const xmlParserInput *input, const xmlChar *at, const xmlChar *counted)
{
  const xmlChar *line_start = at;
  TlPlace place = { .line = (guint) MAX (input->line, 1) };

  for (const xmlChar *p = at; p < counted; p++)
    place.line -= *p == '\n' && place.line > 1;
  while (line_start > input->base && line_start[-1] != '\n')
    line_start--;
  if (line_start > input->base || input->consumed == 0)
    place.column = count_characters (line_start, at) + 1;
  else if (place.line == (guint) input->line)
    place.column = (guint) MAX (input->col - (int) count_characters (at, counted), 1);
  return place;
}

/**
 * tl_place_of_tag:
 * @parser: a parser that is reporting a start tag or a document type
 *
 * Returns: where that tag's “<” stands. No “<” can stand within a tag, so it is the last one.
 */
TlPlace
tl_place_of_tag (xmlParserCtxtPtr parser)
{
  const xmlParserInput *input = parser->input;
  const xmlChar *tag = memrchr (input->base, '<', (gsize) (input->cur - input->base));

  return tag ? place_of (input, tag, input->cur) : tl_place_here (parser);
}

/**
 * tl_place_of_value:
 * @parser: a parser that is reporting a start tag
 * @value: an attribute's value, as the parser gave it
 *
 * Returns: where the value stands; where the tag does, if the value needed decoding and so is a copy
 */
TlPlace
tl_place_of_value (xmlParserCtxtPtr parser, const xmlChar *value)
{
  const xmlParserInput *input = parser->input;

  if (value >= input->base && value < input->cur)
    return place_of (input, value, input->cur);
  return tl_place_of_tag (parser);
}

/**
 * tl_place_of_text:
 * @parser: a parser that is reporting text
 * @text: the text, as the parser gave it
 * @length: of the text, in bytes
 *
 * Returns: where its first word stands
 */
TlPlace
tl_place_of_text (xmlParserCtxtPtr parser, const xmlChar *text, int length)
{
  const xmlParserInput *input = parser->input;
  const xmlChar *end = text + length;

  if (text < input->base || text >= input->end)
    return tl_place_here (parser);
  while (text < end && g_ascii_isspace ((char) *text))
    text++;
  return place_of (input, text, MAX (end, input->cur));
}

/**
 * tl_place_here:
 * @parser: a parser
 *
 * Returns: how far it has read
 */
TlPlace
tl_place_here (xmlParserCtxtPtr parser)
{
  const xmlParserInput *input = parser->input;

  if (!input || !input->cur)
    return (TlPlace){ 0 };
  return place_of (input, input->cur, input->cur);
}

/**
 * tl_place_counted:
 * @parser: a parser, which may be in the midst of moving its buffer
 *
 * Returns: how far it has read, by its own count, without a look at the text
 */
TlPlace
tl_place_counted (xmlParserCtxtPtr parser)
{
  const xmlParserInput *input = parser->input;

  if (!input)
    return (TlPlace){ 0 };
  return (TlPlace){ .line = (guint) MAX (input->line, 1), .column = (guint) MAX (input->col, 1) };
}
