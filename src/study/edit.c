#include "edit.h"

#include <string.h>

#include "bulk-edit.h"
#include "item-build.h"
#include "study.h"

typedef enum
{
  EDIT_SET,
  EDIT_INSERT,
  EDIT_REMOVE,
  EDIT_MOVE,
  EDIT_BULK,
} EditType;

/* What is needed to go one way is swapped, in applying and undoing, with what is needed to go back:
 * @value holds the other content of the field, @position the other place in the list. */
struct _TlEdit
{
  EditType type;
  gboolean applied;
  TlItem *item;
  TlItem *parent;
  const TlField *field;
  TlValue value;
  guint position;
  char *spent_ids;
  TlBulkEdit *bulk; /* for EDIT_BULK; @item is then the first of its items */
};

static TlEdit *
edit_new (EditType type, gpointer item)
{
  TlEdit *self = g_new0 (TlEdit, 1);

  self->type = type;
  self->item = tl_item_ref (item);
  return self;
}

/**
 * tl_edit_new_set:
 * @item: an item
 * @field: one of its kind's fields
 * @value: (transfer full): what it shall hold; a number outside of the field's range is brought
 *   into it
 *
 * Returns: (transfer full): an edit that changes one field
 */
TlEdit *
tl_edit_new_set (gpointer item, const TlField *field, TlValue value)
{
  TlEdit *self = edit_new (EDIT_SET, item);

  g_assert (field && field->type == value.type);
  self->field = field;
  self->value = value;
  /* Adding zero makes 0 of -0, which would be written as "-0". NAN stays. */
  if (field->type == TL_FIELD_NUMBER)
    self->value.number = CLAMP (value.number, field->minimum, field->maximum) + 0.0;
  return self;
}

static TlEdit *
set_by_name (gpointer item, const char *field, TlValue value)
{
  const TlItem *self = item;

  return tl_edit_new_set (item, tl_item_field (self->kind, field), value);
}

/**
 * tl_edit_new_set_text:
 * @item: an item
 * @field: the name of a text field
 * @text: (nullable): what it shall hold
 *
 * Returns: (transfer full): an edit
 */
TlEdit *
tl_edit_new_set_text (gpointer item, const char *field, const char *text)
{
  return set_by_name (item, field, tl_value_text (text));
}

/**
 * tl_edit_new_set_number:
 * @item: an item
 * @field: the name of a number field
 * @number: what it shall hold; NAN for absent
 *
 * Returns: (transfer full): an edit
 */
TlEdit *
tl_edit_new_set_number (gpointer item, const char *field, double number)
{
  return set_by_name (item, field, tl_value_number (number));
}

/**
 * tl_edit_new_set_choice:
 * @item: an item
 * @field: the name of a choice field
 * @choice: what it shall hold
 *
 * Returns: (transfer full): an edit
 */
TlEdit *
tl_edit_new_set_choice (gpointer item, const char *field, int choice)
{
  return set_by_name (item, field, tl_value_choice (choice));
}

/**
 * tl_edit_new_set_item:
 * @item: an item
 * @field: the name of a field that refers to an item
 * @target: (nullable): what it shall refer to
 *
 * Returns: (transfer full): an edit
 */
TlEdit *
tl_edit_new_set_item (gpointer item, const char *field, gpointer target)
{
  return set_by_name (item, field, tl_value_item (target));
}

/**
 * tl_edit_new_insert:
 * @parent: where it goes
 * @child: an item that stands nowhere, with its id, if its kind has ids
 * @position: from 0; anything beyond the end means at the end
 *
 * Returns: (transfer full): an edit that puts @child into @parent
 */
TlEdit *
tl_edit_new_insert (gpointer parent, gpointer child, guint position)
{
  TlEdit *self = edit_new (EDIT_INSERT, child);

  self->parent = tl_item_ref (parent);
  self->position = position;
  return self;
}

/**
 * tl_edit_new_remove:
 * @child: an item that stands in a list, to which nothing refers any more
 *
 * Returns: (transfer full): an edit that takes it out, with all below it
 */
TlEdit *
tl_edit_new_remove (gpointer child)
{
  return edit_new (EDIT_REMOVE, child);
}

/**
 * tl_edit_new_move:
 * @child: an item that stands in a list
 * @position: where it shall stand in it, from 0
 *
 * Returns: (transfer full): an edit that changes the order of a list
 */
TlEdit *
tl_edit_new_move (gpointer child, guint position)
{
  TlEdit *self = edit_new (EDIT_MOVE, child);

  self->position = position;
  return self;
}

static TlEdit *
edit_new_bulk (TlBulkEdit *bulk)
{
  TlEdit *self = edit_new (EDIT_BULK, g_ptr_array_index (bulk->items, 0));

  self->bulk = bulk;
  return self;
}

/**
 * tl_edit_new_set_all:
 * @items: (element-type TlItem): items of one kind, one at least
 * @field: one of that kind's fields
 * @value: (transfer full): what each of them shall hold
 *
 * Where many items get the same: one edit for all holds a small part of what one for each would.
 *
 * Returns: (transfer full): an edit that changes one field of many items
 */
TlEdit *
tl_edit_new_set_all (GPtrArray *items, const TlField *field, TlValue value)
{
  g_assert (items->len > 0 && field && field->type == value.type);
  return edit_new_bulk (tl_bulk_edit_new_set (items, field, value));
}

/**
 * tl_edit_new_append_all:
 * @parent: where they go
 * @items: (element-type TlItem): items of one kind, one at least, that stand nowhere, with their ids
 *
 * Returns: (transfer full): an edit that puts many items at the end of @parent's list
 */
TlEdit *
tl_edit_new_append_all (gpointer parent, GPtrArray *items)
{
  g_assert (items->len > 0);
  return edit_new_bulk (tl_bulk_edit_new_append (parent, items));
}

/**
 * tl_edit_new_remove_all:
 * @items: (element-type TlItem): items that stand in one list, each once, one at least; nothing refers to
 *   them any more
 *
 * Takes time in proportion to the list, wherever in it they stand.
 *
 * Returns: (transfer full): an edit that takes many items out of a list, with all below them
 */
TlEdit *
tl_edit_new_remove_all (GPtrArray *items)
{
  g_assert (items->len > 0);
  return edit_new_bulk (tl_bulk_edit_new_remove (items));
}

/**
 * tl_edit_free:
 * @edit: (transfer full): an edit
 */
void
tl_edit_free (TlEdit *edit)
{
  tl_value_clear (&edit->value);
  g_clear_pointer (&edit->parent, tl_item_unref);
  g_clear_pointer (&edit->bulk, tl_bulk_edit_free);
  g_free (edit->spent_ids);
  tl_item_unref (edit->item);
  g_free (edit);
}

static void
swap_value (TlEdit *self)
{
  TlValue held = tl_item_get (self->item, self->field);

  tl_item_set (self->item, self->field, &self->value);
  tl_value_clear (&self->value);
  self->value = held;
}

static void
swap_position (TlEdit *self)
{
  guint position = tl_item_position (self->item);

  tl_item_move (self->item, self->position);
  self->position = position;
}

static void
swap_spent_ids (TlEdit *self, TlStudy *study)
{
  char *held = study->spent_ids;

  study->spent_ids = self->spent_ids;
  self->spent_ids = held;
}

static gboolean
spend (guint64 *highest, const char *id)
{
  TlItemKind kind;
  guint64 number;

  if (!tl_id_parse (id, &kind, &number))
    return FALSE;
  highest[kind] = MAX (highest[kind], number);
  return TRUE;
}

static gboolean
spend_id_of (TlItem *item, gpointer highest)
{
  if (item->id)
    spend (highest, item->id);
  return TRUE;
}

static void
append_word (GString *text, const char *word)
{
  if (text->len)
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

/* Of what goes, the highest number of each kind. */
static void
spend_leaving (TlEdit *self, guint64 *highest)
{
  if (!self->bulk)
    tl_item_walk (self->item, spend_id_of, highest);
  for (guint i = 0; self->bulk && i < self->bulk->items->len; i++)
    tl_item_walk (g_ptr_array_index (self->bulk->items, i), spend_id_of, highest);
}

/* "s12 c9": what was spent before and what goes now, the higher number of each kind. Words that
 * mean nothing here, perhaps from a newer version, stay. */
static char *
spent_with (const TlStudy *study, TlEdit *self)
{
  guint64 highest[TL_N_ITEM_KINDS] = { 0 };
  g_auto (GStrv) before = g_strsplit (study->spent_ids ? study->spent_ids : "", " ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; before[i]; i++)
    if (*before[i] && !spend (highest, before[i]))
      append_word (text, before[i]);
  spend_leaving (self, highest);
  for (guint kind = 0; kind < TL_N_ITEM_KINDS; kind++)
    if (highest[kind])
      {
        g_autofree char *id
            = g_strdup_printf ("%c%" G_GUINT64_FORMAT, tl_item_type ((TlItemKind) kind)->id_prefix, highest[kind]);
        append_word (text, id);
      }
  return g_string_free (text, text->len == 0);
}

static void
spend_ids (TlEdit *self, TlStudy *study)
{
  g_free (self->spent_ids);
  self->spent_ids = spent_with (study, self);
  swap_spent_ids (self, study);
}

static void
take_out (TlEdit *self)
{
  TlStudy *study = tl_study_of (self->item);

  if (self->parent != self->item->parent)
    {
      g_clear_pointer (&self->parent, tl_item_unref);
      self->parent = tl_item_ref (self->item->parent);
    }
  self->position = tl_item_position (self->item);
  if (self->type == EDIT_REMOVE && study)
    spend_ids (self, study);
  tl_item_take_out (self->item);
}

static void
put_in (TlEdit *self)
{
  TlStudy *study = tl_study_of (self->parent);

  tl_item_insert (self->parent, self->item, self->position);
  if (self->type == EDIT_REMOVE && study)
    swap_spent_ids (self, study);
}

static void
apply_bulk (TlEdit *self)
{
  TlStudy *study = tl_study_of (self->item);

  if (self->bulk->type == TL_BULK_REMOVE && study)
    spend_ids (self, study);
  tl_bulk_edit_apply (self->bulk);
}

static void
undo_bulk (TlEdit *self)
{
  TlStudy *study;

  tl_bulk_edit_undo (self->bulk);
  study = tl_study_of (self->item);
  if (self->bulk->type == TL_BULK_REMOVE && study)
    swap_spent_ids (self, study);
}

/**
 * tl_edit_apply:
 * @edit: an edit that is not applied
 *
 * For the history.
 */
void
tl_edit_apply (TlEdit *edit)
{
  g_return_if_fail (!edit->applied);
  edit->applied = TRUE;
  switch (edit->type)
    {
    case EDIT_SET:
      swap_value (edit);
      break;
    case EDIT_INSERT:
      put_in (edit);
      break;
    case EDIT_REMOVE:
      take_out (edit);
      break;
    case EDIT_MOVE:
      swap_position (edit);
      break;
    case EDIT_BULK:
      apply_bulk (edit);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_edit_undo:
 * @edit: an edit that is applied, with none applied after it
 *
 * For the history.
 */
void
tl_edit_undo (TlEdit *edit)
{
  g_return_if_fail (edit->applied);
  edit->applied = FALSE;
  switch (edit->type)
    {
    case EDIT_SET:
      swap_value (edit);
      break;
    case EDIT_INSERT:
      take_out (edit);
      break;
    case EDIT_REMOVE:
      put_in (edit);
      break;
    case EDIT_MOVE:
      swap_position (edit);
      break;
    case EDIT_BULK:
      undo_bulk (edit);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_edit_is_idle:
 * @edit: an edit that is not applied
 *
 * Returns: whether applying it would change nothing
 */
gboolean
tl_edit_is_idle (const TlEdit *edit)
{
  if (edit->type == EDIT_SET)
    {
      g_auto (TlValue) held = tl_item_get (edit->item, edit->field);
      return tl_value_equal (&held, &edit->value);
    }
  if (edit->type == EDIT_MOVE)
    return MIN (edit->position, tl_item_siblings (edit->item)->len - 1) == tl_item_position (edit->item);
  if (edit->type == EDIT_BULK)
    return tl_bulk_edit_is_idle (edit->bulk);
  return FALSE;
}

/**
 * tl_edit_is_sound:
 * @edit: an edit that is not applied
 *
 * Returns: whether a study with it applied can be written and read again; see tl_field_accepts()
 */
gboolean
tl_edit_is_sound (const TlEdit *edit)
{
  if (edit->type == EDIT_BULK && edit->bulk->type == TL_BULK_SET)
    return tl_field_accepts (edit->bulk->field, &edit->bulk->value);
  return edit->type != EDIT_SET || tl_field_accepts (edit->field, &edit->value);
}

/* Removing items changes that field as well, so an edit of it does not stand for all later ones. */
static gboolean
holds_spent_ids (const TlEdit *edit)
{
  return edit->item->kind == TL_ITEM_STUDY && edit->field->offset == G_STRUCT_OFFSET (TlStudy, spent_ids);
}

/**
 * tl_edit_absorb:
 * @edit: an applied edit
 * @later: an edit applied after it
 *
 * Whether @edit, when undone, also undoes @later, as two changes of the same field do: then @later
 * need not be kept.
 *
 * Returns: whether @later can be dropped
 */
gboolean
tl_edit_absorb (const TlEdit *edit, const TlEdit *later)
{
  return edit->type == EDIT_SET && later->type == EDIT_SET && edit->item == later->item && edit->field == later->field
         && !holds_spent_ids (edit);
}

/* What a team says of a step all the time: no line goes elsewhere for it. */
static gboolean
is_mark (const TlEdit *edit, const TlField *field)
{
  static const char *const marks[]
      = { "class", "waste", "work-minutes", "wait-minutes", "complete-and-accurate", "repeats", "notes", NULL };

  return edit->item->kind == TL_ITEM_STEP && g_strv_contains (marks, field->name);
}

/**
 * tl_edit_scope:
 * @edit: an edit
 *
 * Returns: what it touches
 */
TlEditScope
tl_edit_scope (const TlEdit *edit)
{
  const TlField *field = edit->bulk ? edit->bulk->field : edit->field;
  TlEditScope routes;

  if (!field)
    return TL_SCOPE_STRUCTURE | TL_SCOPE_NUMBERS | TL_SCOPE_ROUTES;
  if (strcmp (field->name, "x") == 0 || strcmp (field->name, "y") == 0)
    return TL_SCOPE_PLACES;
  routes = is_mark (edit, field) ? 0 : TL_SCOPE_ROUTES;
  if (field->type != TL_FIELD_TEXT)
    return TL_SCOPE_NUMBERS | routes;
  /* Days of contacts are text, and frequencies are counted from them. */
  if (edit->item->kind == TL_ITEM_CONTACT || edit->item->kind == TL_ITEM_STUDY)
    return TL_SCOPE_WORDS | TL_SCOPE_NUMBERS | routes;
  return TL_SCOPE_WORDS | routes;
}

/**
 * tl_edit_item:
 * @edit: an edit
 *
 * Returns: (transfer none): the item that it changes, puts in, takes out or moves; the first where it
 *   does so with many
 */
gpointer
tl_edit_item (const TlEdit *edit)
{
  return edit->item;
}

/**
 * tl_edit_size:
 * @edit: an edit
 *
 * Returns: about how many bytes it holds
 */
gsize
tl_edit_size (const TlEdit *edit)
{
  gsize size = sizeof *edit;

  if (edit->value.type == TL_FIELD_TEXT && edit->value.text)
    size += strlen (edit->value.text) + 1;
  if (edit->type == EDIT_INSERT || edit->type == EDIT_REMOVE)
    size += tl_item_size (edit->item);
  if (edit->bulk)
    size += tl_bulk_edit_size (edit->bulk);
  return size;
}
