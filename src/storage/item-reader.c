#include "item-reader.h"

#include <string.h>

#include "field-reader.h"
#include "study/item-build.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Indices into what libxml2's SAX2 says of one attribute. */
enum
{
  NAME,
  PREFIX,
  URI,
  VALUE,
  VALUE_END,
  N_PARTS,
};

/* The parser keeps one copy of each name, so that two names are the same where their pointers are. */
static void
intern_names (TlItemReader *self)
{
  xmlDictPtr dict = self->parser->dict;

  self->id_name = xmlDictLookup (dict, (const xmlChar *) "id", -1);
  for (guint kind = 0; kind < TL_N_ITEM_KINDS; kind++)
    {
      const TlField *fields = tl_item_type ((TlItemKind) kind)->fields;

      for (guint i = 0; fields[i].name; i++)
        {
          g_assert (i < TL_MOST_FIELDS);
          if (!(fields[i].flags & (TL_FIELD_CONTENT | TL_FIELD_CHILD)))
            self->names[kind][i] = xmlDictLookup (dict, (const xmlChar *) fields[i].name, -1);
        }
    }
}

/* tl_item_reader_init: @self reads items of @study from now on. */
void
tl_item_reader_init (TlItemReader *self,
                     xmlParserCtxtPtr parser,
                     TlStudy *study,
                     TlProblems *problems,
                     TlReferences *references)
{
  *self = (TlItemReader){ .parser = parser,
                          .study = study,
                          .problems = problems,
                          .references = references,
                          .scratch = g_string_new (NULL),
                          .texts = tl_text_cache_new (),
                          .shared_demands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  intern_names (self);
}

void
tl_item_reader_clear (TlItemReader *self)
{
  g_string_free (self->scratch, TRUE);
  tl_text_cache_free (self->texts);
  g_hash_table_unref (self->shared_demands);
}

/* The value with a NUL behind it; good until the next call. */
static const char *
value_of (TlItemReader *self, const xmlChar **attribute)
{
  g_string_truncate (self->scratch, 0);
  g_string_append_len (self->scratch, (const char *) attribute[VALUE], attribute[VALUE_END] - attribute[VALUE]);
  return self->scratch->str;
}

static gboolean
is_named (const xmlChar **attribute, const char *name)
{
  return !attribute[PREFIX] && strcmp ((const char *) attribute[NAME], name) == 0;
}

static gboolean
is_id (const TlItemReader *self, const TlItem *item, const xmlChar **attribute)
{
  return attribute[NAME] == self->id_name && !attribute[PREFIX] && tl_item_type (item->kind)->id_prefix;
}

/* Without a complaint, if it can be had: what is wrong with an id is said when it is its turn. */
static void
read_id_quietly (TlItemReader *self, TlItem *item, const xmlChar **attribute)
{
  const char *id = value_of (self, attribute);

  if (!item->id && tl_id_is_good (id))
    tl_item_set_id (item, id);
}

static const TlField *find_field (TlItemReader *self, const TlField *from, const xmlChar **attribute);

static void
set_text (TlItemReader *self, TlItem *item, const TlField *field, const xmlChar **attribute)
{
  tl_text_cache_set (self->texts, item, field, (const char *) attribute[VALUE],
                     (gsize) (attribute[VALUE_END] - attribute[VALUE]));
}

/* Messages name an item by its name and id, which may stand behind what they complain of. */
static void
read_names (TlItemReader *self)
{
  const TlItemType *type = tl_item_type (self->item->kind);

  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + N_PARTS * i;
      const TlField *field = find_field (self, type->fields, attribute);

      if (field && field->type == TL_FIELD_TEXT)
        set_text (self, self->item, field, attribute);
      else if (is_id (self, self->item, attribute))
        read_id_quietly (self, self->item, attribute);
    }
}

static void
complain (TlItemReader *self, const TlItem *about, const xmlChar **attribute, const char *value, const char *words)
{
  g_autofree char *shown = tl_text_shortened (value);

  read_names (self);
  tl_problems_add_about (self->problems, tl_place_of_value (self->parser, attribute[VALUE]), about, "%s=\"%s\" %s",
                         (const char *) attribute[NAME], shown, words);
}

static void
complain_of_taken_id (TlItemReader *self, TlItem *item, const xmlChar **attribute)
{
  g_autofree char *id = g_strdup (value_of (self, attribute));
  g_autofree char *name = tl_item_describe (tl_study_find (self->study, id));
  g_autofree char *words = g_strdup_printf (_ ("is taken already, by %s"), name);

  complain (self, item, attribute, id, words);
}

static void
read_id (TlItemReader *self, TlItem *item, const xmlChar **attribute)
{
  const char *id = value_of (self, attribute);

  if (!tl_id_is_good (id))
    complain (self, item, attribute, id,
              _ ("is not a good id; one is a letter and then letters, digits, “-”, “_” or “.”"));
  else if (!tl_item_set_id (item, id))
    complain_of_taken_id (self, item, attribute);
}

/* Attributes mostly come in the order of the table, so the search goes on where the last one ended. */
static const TlField *
find_field (TlItemReader *self, const TlField *from, const xmlChar **attribute)
{
  const TlField *fields = tl_item_type (self->item->kind)->fields;
  const xmlChar **names = self->names[self->item->kind];

  if (attribute[PREFIX])
    return NULL;
  for (const TlField *field = from; field->name; field++)
    if (names[field - fields] == attribute[NAME])
      return field;
  for (const TlField *field = fields; field < from; field++)
    if (names[field - fields] == attribute[NAME])
      return field;
  return NULL;
}

static void
keep (TlItemReader *self, TlItem *item, const xmlChar **attribute)
{
  const char *prefix = (const char *) attribute[PREFIX];
  const char *name = (const char *) attribute[NAME];
  g_autofree char *whole = prefix ? g_strconcat (prefix, ":", name, NULL) : NULL;

  if (item->kind == TL_ITEM_STUDY && is_named (attribute, "version"))
    return;
  tl_item_keep_attribute (item, whole ? whole : name, value_of (self, attribute),
                          g_strcmp0 (prefix, "xml") == 0 ? NULL : prefix, (const char *) attribute[URI]);
}

static void
read_field (TlItemReader *self, TlItem *item, const TlField *field, const xmlChar **attribute)
{
  TlValue value = { .type = TL_FIELD_TEXT };
  g_autofree char *complaint = NULL;

  if (field->type == TL_FIELD_TEXT)
    set_text (self, item, field, attribute);
  else if (field->type == TL_FIELD_ITEM)
    tl_references_add (self->references, item, field, value_of (self, attribute), attribute[VALUE]);
  else if (tl_field_read (field, value_of (self, attribute), &value, &complaint))
    tl_item_set (item, field, &value);
  else
    complain (self, item, attribute, value_of (self, attribute), complaint);
}

/* Returns a bit for each field that was given. */
static guint64
read_attributes (TlItemReader *self, TlItem *item, gboolean *has_id)
{
  const TlItemType *type = tl_item_type (item->kind);
  const TlField *next = type->fields;
  guint64 given = 0;

  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + N_PARTS * i;
      const TlField *field;

      if (is_id (self, item, attribute))
        {
          *has_id = TRUE;
          read_id (self, item, attribute);
        }
      else if ((field = find_field (self, next, attribute)))
        {
          next = field + 1;
          given |= G_GUINT64_CONSTANT (1) << (field - type->fields);
          read_field (self, item, field, attribute);
        }
      else
        keep (self, item, attribute);
    }
  return given;
}

static void
complain_of_no_id (TlItemReader *self, const TlItem *item)
{
  g_autofree char *name = tl_item_describe (item);

  /* Translators: %s is an item, as 'step “Take the call”' */
  tl_problems_add (self->problems, tl_place_of_tag (self->parser), _ ("%s has no id"), name);
}

static void
check_required (TlItemReader *self, const TlItem *item, guint64 given)
{
  const TlItemType *type = tl_item_type (item->kind);

  for (const TlField *field = type->fields; field->name; field++)
    if ((field->flags & TL_FIELD_REQUIRED) && !(given >> (field - type->fields) & 1))
      tl_problems_add_about (self->problems, tl_place_of_tag (self->parser), item, _ ("%s=\"…\" is missing"),
                             field->name);
}

static gboolean
is_given (const TlItem *item, guint64 given, const char *name)
{
  const TlItemType *type = tl_item_type (item->kind);

  return given >> (tl_item_field (item->kind, name) - type->fields) & 1;
}

static void
check_link (TlItemReader *self, const TlItem *link, guint64 given)
{
  gboolean step = is_given (link, given, "step");
  gboolean demand = is_given (link, given, "demand");
  gboolean matter = is_given (link, given, "matter");
  TlPlace place = tl_place_of_tag (self->parser);

  if (link->parent->kind == TL_ITEM_DEMAND && (!matter || step || demand))
    tl_problems_add_about (self->problems, place, link->parent,
                           _ ("each of its links must have matter=\"…\" and nothing else"));
  if (link->parent->kind == TL_ITEM_CONDITION && (matter || step == demand))
    tl_problems_add_about (self->problems, place, link->parent,
                           _ ("each of its links must have either step=\"…\" or demand=\"…\""));
}

/* Two shares for one demand contradict each other. */
static void
check_share (TlItemReader *self, const TlItem *share)
{
  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + N_PARTS * i;
      const char *id;

      if (!is_named (attribute, "demand"))
        continue;
      id = value_of (self, attribute);
      if (!g_hash_table_add (self->shared_demands, g_strdup (id)))
        complain (self, share->parent, attribute, id, _ ("has two shares here"));
    }
}

/**
 * tl_item_reader_read: (skip)
 * @self: a reader
 * @item: an item that stands in the study, still empty
 * @n_attributes: how many attributes its element has
 * @attributes: them, as libxml2's SAX2 reports them
 *
 * Fills @item, and notes what is wrong with it.
 */
void
tl_item_reader_read (TlItemReader *self, TlItem *item, int n_attributes, const xmlChar **attributes)
{
  gboolean has_id = FALSE;
  guint64 given;

  self->item = item;
  self->n_attributes = n_attributes;
  self->attributes = attributes;
  given = read_attributes (self, item, &has_id);
  check_required (self, item, given);
  if (tl_item_type (item->kind)->id_prefix && !has_id)
    complain_of_no_id (self, item);
  if (item->kind == TL_ITEM_LINK)
    check_link (self, item, given);
  if (item->kind == TL_ITEM_CONNECTOR)
    g_hash_table_remove_all (self->shared_demands);
  if (item->kind == TL_ITEM_SHARE)
    check_share (self, item);
}
