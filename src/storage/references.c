#include "references.h"

#include "study/item-build.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

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
  GArray *pending;
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
 *
 * Returns: (transfer full): no references yet
 */
TlReferences *
tl_references_new (TlStudy *study, TlProblems *problems)
{
  TlReferences *self = g_new0 (TlReferences, 1);

  self->study = study;
  self->problems = problems;
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

/* What stands in a flow can only speak of steps of that flow. */
static gboolean
is_of_another_flow (const TlItem *item, const TlItem *target)
{
  return target->kind == TL_ITEM_STEP && item->parent->kind == TL_ITEM_FLOW
         && target->parent != item->parent;
}

static void
complain (TlReferences *self, const Pending *reference, const char *words)
{
  g_autofree char *id = tl_text_shortened (reference->id);

  tl_problems_add_about (self->problems, reference->place, reference->item, "%s=\"%s\" %s",
                         reference->field->name, id, words);
}

static void
complain_of_kind (TlReferences *self, const Pending *reference, const TlItem *target)
{
  const char *is = _ (tl_item_type (target->kind)->label);
  const char *must_be = _ (tl_item_type ((TlItemKind) reference->field->target)->label);
  g_autofree char *words = NULL;

  /* Translators: as in: role="d1" leads to the wrong kind of thing (demand, where role is meant) */
  words = g_strdup_printf (_ ("leads to the wrong kind of thing (%s, where %s is meant)"), is, must_be);
  complain (self, reference, words);
}

static void
tie (TlReferences *self, const Pending *reference, TlItem *target)
{
  if ((int) target->kind != reference->field->target)
    complain_of_kind (self, reference, target);
  else if (is_of_another_flow (reference->item, target))
    complain (self, reference, _ ("leads to a step of another flow"));
  else
    {
      TlValue value = tl_value_item (target);

      tl_item_set (reference->item, reference->field, &value);
    }
}

/**
 * tl_references_add: (skip)
 * @self: references
 * @item: the item that refers; stands in the study
 * @field: by which field
 * @id: to which id
 * @place: where that is said
 *
 * Sets the field, now or, where nothing has that id yet, in tl_references_settle().
 */
void
tl_references_add (TlReferences *self,
                   TlItem *item,
                   const TlField *field,
                   const char *id,
                   TlPlace place)
{
  Pending pending = { .item = item, .field = field, .id = (char *) id, .place = place };
  TlItem *target = tl_study_find (self->study, id);

  if (target)
    {
      tie (self, &pending, target);
      return;
    }
  pending.id = g_strdup (id);
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

      if (target)
        tie (self, pending, target);
      else
        complain (self, pending, _ ("leads nowhere; nothing in the file has that id"));
    }
  g_array_set_size (self->pending, 0);
}
