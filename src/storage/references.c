#include "references.h"

#include <string.h>

#include "study/item-build.h"
#include "study/text-cache.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Of a log of a million contacts each says one of a few demands. A power of two. */
#define N_RECENT 256

/* A reference to what has not been read yet. */
typedef struct
{
  TlItem *item;
  const TlField *field;
  char *id;
  TlPlace place;
} Pending;

struct _TlReferences
{
  TlStudy *study;
  TlProblems *problems;
  xmlParserCtxtPtr parser;
  GArray *pending;
  TlItem *recent[N_RECENT]; /* that were referred to, by their ids */
};

static void
pending_clear (Pending *pending)
{
  g_free (pending->id);
}

/**
 * tl_references_new: (skip)
 * @study: (transfer none): the study that is being read; must outlive what is returned
 * @problems: (transfer none): where to note references that lead nowhere
 * @parser: (transfer none): the parser that reads it
 *
 * Returns: (transfer full): no references yet
 */
TlReferences *
tl_references_new (TlStudy *study, TlProblems *problems, xmlParserCtxtPtr parser)
{
  TlReferences *self = g_new0 (TlReferences, 1);

  self->study = study;
  self->problems = problems;
  self->parser = parser;
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (self->pending, (GDestroyNotify) pending_clear);
  return self;
}

void
tl_references_free (TlReferences *self)
{
  g_array_unref (self->pending);
  g_free (self);
}

/* What stands in a flow can only speak of steps of that flow, but a step may say of which one it is a copy. */
static gboolean
is_of_another_flow (const TlItem *item, const TlItem *target)
{
  return target->kind == TL_ITEM_STEP && item->kind != TL_ITEM_STEP && item->parent->kind == TL_ITEM_FLOW
         && target->parent != item->parent;
}

/* What keeps @item from referring to @target, NULL where nothing does. */
static char *
objection (const TlItem *item, const TlField *field, const TlItem *target)
{
  if ((int) target->kind != field->target)
    /* Translators: as in: role="d1" leads to the wrong kind of thing (demand, where role is meant) */
    return g_strdup_printf (_ ("leads to the wrong kind of thing (%s, where %s is meant)"),
                            _ (tl_item_type (target->kind)->label),
                            _ (tl_item_type ((TlItemKind) field->target)->label));
  if (is_of_another_flow (item, target))
    return g_strdup (_ ("leads to a step of another flow"));
  return NULL;
}

static void
complain (TlReferences *self, const Pending *reference, const char *words)
{
  g_autofree char *id = tl_text_shortened (reference->id);

  tl_problems_add_about (self->problems, reference->place, reference->item, "%s=\"%s\" %s", reference->field->name, id,
                         words);
}

static gboolean
tie (TlItem *item, const TlField *field, TlItem *target, char **words)
{
  TlValue value = tl_value_item (target);

  *words = objection (item, field, target);
  if (!*words)
    tl_item_set (item, field, &value);
  return !*words;
}

static TlItem *
find_target (TlReferences *self, const char *id)
{
  TlItem **place = &self->recent[tl_text_hash (id, strlen (id)) % N_RECENT];

  if (!*place || strcmp ((*place)->id, id) != 0)
    *place = tl_study_find (self->study, id);
  return *place;
}

/**
 * tl_references_add: (skip)
 * @self: references
 * @item: the item that refers; stands in the study
 * @field: by which field
 * @id: to which id
 * @at: the attribute's value, as the parser gave it, to know its place
 *
 * Sets the field, now or, where nothing has that id yet, in tl_references_settle(). Messages wait until
 * then in any case: the item may not have got its name yet.
 */
void
tl_references_add (TlReferences *self, TlItem *item, const TlField *field, const char *id, const xmlChar *at)
{
  TlItem *target = find_target (self, id);
  g_autofree char *words = NULL;
  Pending pending;

  if (target && tie (item, field, target, &words))
    return;
  pending
      = (Pending){ .item = item, .field = field, .id = g_strdup (id), .place = tl_place_of_value (self->parser, at) };
  g_array_append_val (self->pending, pending);
}

/**
 * tl_references_settle: (skip)
 * @self: references, after the whole file was read
 *
 * Ties what was left open, and notes what leads nowhere.
 */
void
tl_references_settle (TlReferences *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const Pending *pending = &g_array_index (self->pending, Pending, i);
      TlItem *target = tl_study_find (self->study, pending->id);
      g_autofree char *words = NULL;

      if (!target)
        complain (self, pending, _ ("leads nowhere; nothing in the file has that id"));
      else if (!tie (pending->item, pending->field, target, &words))
        complain (self, pending, words);
    }
  g_array_set_size (self->pending, 0);
}
