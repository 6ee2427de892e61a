/* Why SAX2 and not xmlTextReader: the text reader builds a node for each element, forgets columns,
 * counts lines to 65,535 only, and runs ahead of what it reports. Here each start tag is seen while
 * the parser stands at its end. */
#include "reader.h"

#include <string.h>

#include "frame.h"
#include "item-reader.h"
#include "keeper.h"
#include "kept.h"
#include "study-version.h"
#include "study/item-build.h"
#include "throughline-config.h"
#include "xml-error.h"
#include "xml-text.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* A study nests five deep; what other programs put into it may nest deeper. libxml2 stops at 256. */
#define DEEPEST 200

/* More attributes or prefixes no element has. Older versions of libxml2 compare each with each. */
#define MOST_ATTRIBUTES 256

typedef struct
{
  xmlParserCtxtPtr parser;
  TlSource *source;
  TlProblems *problems;
  TlStudy *study;
  TlReferences *references;
  TlItemReader items;
  TlKeeper *keeper;
  GArray *frames;
  GString *text;
  char *namespace_uri; /* of this study; another where its version is newer */
  guint depth;
  gboolean has_begun;
  TlFileVersion version;
} TlReader;

static TlFrame *
top (TlReader *self)
{
  return self->frames->len ? &g_array_index (self->frames, TlFrame, self->frames->len - 1) : NULL;
}

static void
fail (TlReader *self, TlStorageError code, TlPlace place, const char *message)
{
  tl_problems_fail (self->problems, code, place, message);
  xmlStopParser (self->parser);
}

static void
fail_of_attributes (TlReader *self, TlPlace place)
{
  tl_problems_fail (self->problems, TL_STORAGE_ERROR_UNSAFE, place,
                    _ ("This element has more attributes than any of a study."));
}

static void
stop_if_over (TlReader *self)
{
  if (tl_problems_is_over (self->problems))
    xmlStopParser (self->parser);
}

/* Whether nothing is left of what could be read. */
static gboolean
has_read_all (TlReader *self)
{
  const xmlParserInput *input = self->parser->input;

  return !input || input->cur >= input->end;
}

/* ---- Elements ---- */

static void
open_frame (TlReader *self, TlFrame frame)
{
  g_array_append_val (self->frames, frame);
  if (frame.text)
    g_string_truncate (self->text, 0);
}

static void
keep_holder_attributes (TlReader *self, TlItem *item, const char *holder, int n_attributes, const xmlChar **attributes)
{
  g_autofree char *tag = NULL;

  if (n_attributes == 0)
    return;
  tl_keeper_start (self->keeper, (const xmlChar *) holder, NULL, (const xmlChar *) self->namespace_uri, 0, NULL,
                   n_attributes, attributes);
  tl_keeper_end (self->keeper);
  tag = tl_keeper_take (self->keeper);
  tag[strlen (tag) - strlen ("/>")] = '\0';
  tl_kept_note_attributes (item, holder, tag + strlen ("<") + strlen (holder));
}

static void
start_holder (TlReader *self, int row, const char *name, int n_attributes, const xmlChar **attributes)
{
  TlFrame *parent = top (self);
  const TlField *field = tl_frame_field_of_holder (parent, row, &name);
  guint64 bit = G_GUINT64_CONSTANT (1) << row;

  if (parent->seen & bit)
    tl_problems_add_about (self->problems, tl_place_of_tag (self->parser), parent->item,
                           _ ("there are two elements <%s>"), name);
  else
    keep_holder_attributes (self, parent->item, name, n_attributes, attributes);
  parent->seen |= bit;
  open_frame (self, (TlFrame){ .item = parent->item, .holder = name, .text = field });
}

static void
start_item (TlReader *self, const TlItemType *type, int n_attributes, const xmlChar **attributes)
{
  TlItem *parent = top (self)->item;
  TlItem *item = tl_item_new (type->kind);

  tl_item_append (parent, item);
  tl_item_reader_read (&self->items, item, n_attributes, attributes);
  open_frame (self, (TlFrame){ .item = item, .text = tl_item_type_content (type) });
}

static void
keep_namespaces (TlReader *self, int n_namespaces, const xmlChar **namespaces)
{
  for (int i = 0; i < n_namespaces; i++)
    {
      const char *prefix = (const char *) namespaces[2 * i];
      const char *uri = (const char *) namespaces[2 * i + 1];
      g_autofree char *name = prefix ? g_strconcat ("xmlns:", prefix, NULL) : NULL;

      if (name)
        tl_item_keep_attribute (self->study, name, uri, NULL, NULL);
    }
}

static void
start_study (TlReader *self,
             const char *name,
             const char *uri,
             int n_namespaces,
             const xmlChar **namespaces,
             int n_attributes,
             const xmlChar **attributes)
{
  TlPlace place = tl_place_of_tag (self->parser);
  guint64 by_namespace = tl_version_of_namespace (uri);
  guint64 version = tl_version_of_attributes (n_attributes, attributes);

  if (by_namespace == 0 || strcmp (name, "study") != 0)
    {
      g_autofree char *shown = tl_text_shortened (name);
      g_autofree char *message
          = g_strdup_printf (_ ("This is another kind of file: it begins with <%s>, and a study begins "
                                "with <study xmlns=\"%s\">."),
                             shown, TL_STUDY_NAMESPACE);

      fail (self, TL_STORAGE_ERROR_NOT_A_STUDY, place, message);
      return;
    }
  self->version = (TlFileVersion){ .number = MAX (by_namespace, version), .line = place.line };
  self->namespace_uri = g_strdup (uri);
  self->keeper = tl_keeper_new (uri);
  if (self->version.number > 1)
    tl_problems_tolerate (self->problems);
  if (version == 0)
    tl_problems_add (self->problems, place, _ ("The study must say version=\"%s\"."), TL_STUDY_VERSION);
  keep_namespaces (self, n_namespaces, namespaces);
  tl_item_reader_read (&self->items, TL_ITEM (self->study), n_attributes, attributes);
  open_frame (self, (TlFrame){ .item = TL_ITEM (self->study) });
}

static void
start_known_or_not (TlReader *self,
                    const xmlChar *name,
                    const xmlChar *prefix,
                    const xmlChar *uri,
                    int n_namespaces,
                    const xmlChar **namespaces,
                    int n_attributes,
                    const xmlChar **attributes)
{
  const TlFrame *frame = top (self);
  gboolean is_ours = g_strcmp0 ((const char *) uri, self->namespace_uri) == 0;
  gboolean can_be_known = is_ours && !(frame->text && frame->holder);
  const TlItemType *type = can_be_known ? tl_frame_find_child (frame, (const char *) name) : NULL;
  int row = can_be_known && !type ? tl_frame_find_holder (frame, (const char *) name) : -1;

  if (type)
    start_item (self, type, n_attributes, attributes);
  else if (row >= 0)
    start_holder (self, row, (const char *) name, n_attributes, attributes);
  else
    tl_keeper_start (self->keeper, name, prefix, uri, n_namespaces, namespaces, n_attributes, attributes);
}

static void
start_element (void *data,
               const xmlChar *name,
               const xmlChar *prefix,
               const xmlChar *uri,
               int n_namespaces,
               const xmlChar **namespaces,
               int n_attributes,
               int n_defaulted,
               const xmlChar **attributes)
{
  TlReader *self = data;

  /* A tag that the end of the file cuts off is reported before that is noticed: no “>” follows. */
  if (has_read_all (self))
    return;
  tl_source_mark (self->source);
  if (++self->depth > DEEPEST)
    fail (self, TL_STORAGE_ERROR_UNSAFE, tl_place_of_tag (self->parser),
          _ ("Elements are nested here deeper than any study's."));
  else if (n_attributes > MOST_ATTRIBUTES || n_namespaces > MOST_ATTRIBUTES)
    fail_of_attributes (self, tl_place_of_tag (self->parser));
  else if (!self->has_begun)
    {
      self->has_begun = TRUE;
      start_study (self, (const char *) name, (const char *) uri, n_namespaces, namespaces, n_attributes, attributes);
    }
  else if (tl_keeper_is_busy (self->keeper))
    tl_keeper_start (self->keeper, name, prefix, uri, n_namespaces, namespaces, n_attributes, attributes);
  else
    start_known_or_not (self, name, prefix, uri, n_namespaces, namespaces, n_attributes, attributes);
  stop_if_over (self);
}

static void
note_kept (TlReader *self)
{
  const TlFrame *frame = top (self);
  g_autofree char *xml = tl_keeper_take (self->keeper);

  tl_kept_note (frame->item, frame->holder, xml);
}

static void
close_frame (TlReader *self)
{
  const TlFrame *frame = top (self);

  if (frame->text && !tl_xml_is_blank (self->text->str))
    tl_item_set_slice (frame->item, frame->text, self->text->str, self->text->len);
  g_array_set_size (self->frames, self->frames->len - 1);
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  TlReader *self = data;

  tl_source_mark (self->source);
  self->depth--;
  if (!top (self))
    return;
  if (!tl_keeper_is_busy (self->keeper))
    close_frame (self);
  else if (tl_keeper_end (self->keeper))
    note_kept (self);
}

/* ---- What is not an element ---- */

static void
complain_of_text (TlReader *self, const xmlChar *text, int length)
{
  g_autofree char *whole = g_strndup ((const char *) text, (gsize) length);
  TlFrame *frame = top (self);

  if (frame->complained || tl_xml_is_blank (whole))
    return;
  frame->complained = TRUE;
  g_strstrip (whole);
  {
    g_autofree char *shown = tl_text_shortened (whole);
    tl_problems_add_about (self->problems, tl_place_of_text (self->parser, text, length), frame->item,
                           _ ("there is text where none belongs: “%s”"), shown);
  }
}

static gboolean
is_full (TlReader *self)
{
  if (self->text->len <= TL_SOURCE_MOST_AT_ONCE && !tl_keeper_is_full (self->keeper))
    return FALSE;
  fail (self, TL_STORAGE_ERROR_UNSAFE, tl_place_here (self->parser),
        _ ("There is more text here than a study can hold."));
  return TRUE;
}

static void
characters (void *data, const xmlChar *text, int length)
{
  TlReader *self = data;

  tl_source_mark (self->source);
  if (!top (self) || is_full (self))
    return;
  if (tl_keeper_is_busy (self->keeper))
    tl_keeper_text (self->keeper, text, length);
  else if (top (self)->text)
    g_string_append_len (self->text, (const char *) text, length);
  else
    complain_of_text (self, text, length);
  stop_if_over (self);
}

/* Before the study begins there is no frame and no keeper yet. */
static void
keep_outside (TlReader *self, const char *xml)
{
  tl_kept_note (TL_ITEM (self->study), TL_KEPT_BEFORE_ALL, xml);
}

static void
comment (void *data, const xmlChar *text)
{
  TlReader *self = data;

  tl_source_mark (self->source);
  if (!top (self))
    {
      g_autofree char *xml = g_strconcat ("<!--", (const char *) text, "-->", NULL);

      keep_outside (self, xml);
      return;
    }
  if (is_full (self))
    return;
  tl_keeper_comment (self->keeper, text);
  if (!tl_keeper_is_busy (self->keeper))
    note_kept (self);
}

static void
instruction (void *data, const xmlChar *target, const xmlChar *content)
{
  TlReader *self = data;

  tl_source_mark (self->source);
  if (!top (self))
    {
      g_autofree char *xml = g_strconcat ("<?", (const char *) target, content ? " " : "",
                                          content ? (const char *) content : "", "?>", NULL);

      keep_outside (self, xml);
      return;
    }
  if (is_full (self))
    return;
  tl_keeper_instruction (self->keeper, target, content);
  if (!tl_keeper_is_busy (self->keeper))
    note_kept (self);
}

/* Entities, bombs of them, files pulled in by them: all need a document type. A study has none. */
static void
document_type (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  TlReader *self = data;

  fail (self, TL_STORAGE_ERROR_UNSAFE, tl_place_of_tag (self->parser),
        _ ("A study can't have a document type (<!DOCTYPE…>) or entities of its own."));
}

static void
fail_of_source (TlReader *self, const GError *error)
{
  fail (self, error->domain == TL_STORAGE_ERROR ? (TlStorageError) error->code : TL_STORAGE_ERROR_IO,
        tl_place_here (self->parser), error->message);
}

static void
complaint (void *data, xmlErrorPtr error)
{
  TlReader *self = data;
  const GError *of_source = tl_source_error (self->source);
  TlPlace place = { .line = (guint) MAX (error->line, 0), .column = (guint) MAX (error->int2, 0) };
  g_autofree char *words = NULL;
  TlStorageError code;

  if (error->level <= XML_ERR_WARNING)
    return;
  /* The parser has read ahead: what it complains of may stand before that. */
  if (of_source && tl_xml_is_cut (self->parser))
    {
      fail_of_source (self, of_source);
      return;
    }
  code = tl_xml_error_explain (error, self->parser, tl_source_is_at_end (self->source), &words);
  fail (self, code, place, words);
}

/* ---- The whole ---- */

static xmlSAXHandler
make_handler (void)
{
  return (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC,
                          .internalSubset = document_type,
                          .startElementNs = start_element,
                          .endElementNs = end_element,
                          .characters = characters,
                          .ignorableWhitespace = characters,
                          .cdataBlock = characters,
                          .comment = comment,
                          .processingInstruction = instruction,
                          .serror = complaint };
}

/* Whether the tag that is being read is already too large. Newer versions do not need this. */
static gboolean
is_swollen (const xmlParserCtxt *parser)
{
#if LIBXML_VERSION < 21200
  return parser && (parser->maxatts > 5 * 4 * MOST_ATTRIBUTES || parser->nsNr > 2 * 4 * MOST_ATTRIBUTES);
#else
  return FALSE;
#endif
}

/* It can't stop the parser, whose buffer is on the move; but it can end the file. */
static int
read_bytes (void *data, char *buffer, int length)
{
  TlReader *self = data;

  if (is_swollen (self->parser))
    fail_of_attributes (self, tl_place_counted (self->parser));
  return tl_problems_is_over (self->problems) ? 0 : tl_source_read (self->source, buffer, length);
}

static void
reader_init (TlReader *self, TlSource *source, TlProblems *problems)
{
  xmlSAXHandler handler = make_handler ();

  xmlInitParser ();
  *self = (TlReader){ .source = source, .problems = problems };
  self->parser = xmlCreateIOParserCtxt (&handler, self, read_bytes, NULL, self, XML_CHAR_ENCODING_UTF8);
  if (!self->parser)
    g_error ("no memory for a parser");
  /* Without NOENT libxml2 leaves &amp; in a value as "&#38;". With it entities would be replaced, but
   * none can be declared: see document_type(). What encoding a file names has been looked at by the
   * source; the parser must not take another. */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
  self->study = tl_study_new ();
  self->references = tl_references_new (self->study, problems, self->parser);
  self->frames = g_array_new (FALSE, FALSE, sizeof (TlFrame));
  self->text = g_string_new (NULL);
  tl_item_reader_init (&self->items, self->parser, self->study, problems, self->references);
}

static void
reader_clear (TlReader *self)
{
  tl_item_reader_clear (&self->items);
  g_string_free (self->text, TRUE);
  g_array_unref (self->frames);
  g_clear_pointer (&self->keeper, tl_keeper_free);
  tl_references_free (self->references);
  g_clear_pointer (&self->study, tl_study_unref);
  g_free (self->namespace_uri);
  xmlFreeParserCtxt (self->parser);
}

/**
 * tl_reader_read: (skip)
 * @source: a file's bytes
 * @problems: (transfer none): where to note what is wrong
 * @version: (out): the major version that the file says it is of, and where
 *
 * Reads the whole file.
 *
 * Returns: (transfer full) (nullable): a study, %NULL where it could not be read to the end. It is good
 *   only where @problems has none.
 */
TlStudy *
tl_reader_read (TlSource *source, TlProblems *problems, TlFileVersion *version)
{
  TlReader self;
  TlStudy *study = NULL;

  reader_init (&self, source, problems);
  xmlParseDocument (self.parser);
  if (!tl_problems_is_over (problems) && !tl_source_finish (source) && tl_source_error (source))
    fail_of_source (&self, tl_source_error (source));
  if (!tl_problems_is_over (problems))
    {
      tl_references_settle (self.references);
      study = g_steal_pointer (&self.study);
    }
  *version = self.version;
  reader_clear (&self);
  return study;
}
