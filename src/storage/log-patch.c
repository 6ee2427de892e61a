#include "log-patch.h"

#include <string.h>

#include "kept.h"
#include "study/item-build.h"
#include "writer.h"

#define TARGET "throughline-patch"

/* Between a contact and the one that it follows; it is in no id. */
#define FOLLOWED_BY ':'

static const char *
id_before (const TlStudy *study, guint position)
{
  return position > 0 ? TL_ITEM (study->contacts->pdata[position - 1])->id : "";
}

/* Those that changed come in runs. Each is written behind the contact it follows, which did not change.
 *
 * Returns: (transfer full) (element-type TlContact): them, in the study's order */
static GPtrArray *
list_touched (const TlStudy *study, GHashTable *touched, GString *places)
{
  GPtrArray *listed = g_ptr_array_new ();
  gboolean in_run = FALSE;

  for (guint i = 0; i < study->contacts->len && listed->len < g_hash_table_size (touched); i++)
    {
      TlItem *contact = study->contacts->pdata[i];
      gboolean is_touched = g_hash_table_contains (touched, contact);

      if (is_touched && !in_run)
        g_string_append_printf (places, " %s%c%s", id_before (study, i), FOLLOWED_BY, contact->id);
      if (is_touched)
        g_ptr_array_add (listed, contact);
      in_run = is_touched;
    }
  return listed;
}

/**
 * tl_log_patch_new: (skip)
 * @study: a study
 * @changes: of its contacts, those that are not as in the base
 * @base: a mark of the base, see tl_etag_of_file()
 *
 * Returns: (transfer full): the bytes of a patch
 */
GBytes *
tl_log_patch_new (TlStudy *study, const TlLogChanges *changes, const char *base)
{
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GPtrArray) touched = list_touched (study, changes->touched, places);
  GString *xml = tl_writer_write_only (study, touched);
  GHashTableIter iter;
  gpointer id;

  g_string_append_printf (xml, "<?" TARGET " %s%s", base, places->str);
  g_hash_table_iter_init (&iter, changes->gone);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_string_append_printf (xml, " %s", (const char *) id);
  g_string_append (xml, "?>\n");
  return g_string_free_to_bytes (xml);
}

/* Takes the instruction out of what the study keeps. Returns: (transfer full) (nullable): its words; the first is
 * empty, the second the mark of the base, the others places of runs and ids of what went */
static char **
take_words (TlStudy *patch)
{
  GPtrArray *kept = patch->item.unknown ? patch->item.unknown->elements : NULL;

  for (guint i = kept ? kept->len : 0; i-- > 0;)
    {
      const char *xml = tl_kept_content (kept->pdata[i], TL_KEPT_BEFORE_ALL);
      g_autofree char *words = NULL;

      if (!xml || !g_str_has_prefix (xml, "<?" TARGET " "))
        continue;
      words = g_strndup (xml + strlen ("<?" TARGET), strlen (xml) - strlen ("<?" TARGET "?>"));
      g_ptr_array_remove_index (kept, i);
      return g_strsplit (words, " ", -1);
    }
  return NULL;
}

/* Takes all contacts out of a study. Returns: (transfer full) (element-type TlContact) */
static GPtrArray *
take_contacts (TlStudy *study)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func (tl_item_unref);

  for (guint i = 0; i < study->contacts->len; i++)
    g_ptr_array_add (contacts, tl_item_ref (study->contacts->pdata[i]));
  if (contacts->len > 0)
    g_free (tl_items_take_out (contacts));
  return contacts;
}

/* A contact of the base speaks of the base's type; the patch has one of the same id. */
static void
settle (TlContact *contact, TlStudy *patch)
{
  TlItem *demand = contact->demand ? tl_study_find (patch, contact->demand->item.id) : NULL;
  TlValue value = tl_value_item (demand && demand->kind == TL_ITEM_DEMAND ? demand : NULL);

  tl_item_set (contact, tl_item_field (TL_ITEM_CONTACT, "demand"), &value);
}

/**
 * Merge:
 * @ours: (element-type TlContact): of the patch
 * @leaving: (element-type utf8): ids of contacts that are not taken from the base
 * @runs: from the id of a contact to the number, from 1, in @ours of the one behind it
 * @starts: (element-type TlContact): with which runs begin
 * @merged: (element-type TlContact): all, in their order
 */
typedef struct
{
  GPtrArray *ours;
  GHashTable *leaving;
  GHashTable *runs;
  GHashTable *starts;
  GPtrArray *merged;
} Merge;

static void
merge_clear (Merge *self)
{
  g_clear_pointer (&self->ours, g_ptr_array_unref);
  g_clear_pointer (&self->leaving, g_hash_table_unref);
  g_clear_pointer (&self->runs, g_hash_table_unref);
  g_clear_pointer (&self->starts, g_hash_table_unref);
  g_clear_pointer (&self->merged, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/* @words: ids of what went, and places, as "k13:k14"; they are cut at the colons */
static void
merge_init (Merge *self, GPtrArray *ours, char **words)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  *self = (Merge){ ours, g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (g_str_hash, g_str_equal),
                   g_hash_table_new (NULL, NULL), g_ptr_array_new () };
  for (guint i = 0; i < ours->len; i++)
    {
      g_hash_table_insert (numbers, TL_ITEM (ours->pdata[i])->id, GUINT_TO_POINTER (i + 1));
      g_hash_table_add (self->leaving, TL_ITEM (ours->pdata[i])->id);
    }
  for (; *words; words++)
    {
      char *colon = strchr (*words, FOLLOWED_BY);
      gpointer number = colon ? g_hash_table_lookup (numbers, colon + 1) : NULL;

      if (!colon)
        g_hash_table_add (self->leaving, *words);
      if (!number)
        continue;
      *colon = '\0';
      g_hash_table_insert (self->runs, *words, number);
      g_hash_table_add (self->starts, ours->pdata[GPOINTER_TO_UINT (number) - 1]);
    }
}

/* The run that stands behind a contact, if any does. */
static void
add_run (Merge *self, const char *id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->runs, id));

  if (number == 0)
    return;
  do
    g_ptr_array_add (self->merged, self->ours->pdata[number - 1]);
  while (number++ < self->ours->len && !g_hash_table_contains (self->starts, self->ours->pdata[number - 1]));
}

/* What did not change kept its order, so that all places are known by what they are behind. */
static void
merge (Merge *self, TlStudy *patch, GPtrArray *theirs)
{
  add_run (self, "");
  for (guint i = 0; i < theirs->len; i++)
    {
      TlContact *contact = theirs->pdata[i];

      if (g_hash_table_contains (self->leaving, contact->item.id))
        continue;
      settle (contact, patch);
      g_ptr_array_add (self->merged, contact);
      add_run (self, contact->item.id);
    }
}

/**
 * tl_log_patch_apply: (skip)
 * @patch: (transfer none): what was read from a patch; it is changed
 * @base: (transfer none): what was read from a file; its contacts are taken away
 * @etag: the mark of that file
 *
 * Returns: (transfer full): the whole study; @base itself where @patch is none, or one of another file
 */
TlStudy *
tl_log_patch_apply (TlStudy *patch, TlStudy *base, const char *etag)
{
  g_auto (GStrv) words = take_words (patch);
  g_auto (Merge) merged = { 0 };
  g_autoptr (GPtrArray) theirs = NULL;

  if (!words || !words[0] || g_strcmp0 (words[1], etag) != 0)
    return tl_study_ref (base);
  merge_init (&merged, take_contacts (patch), words + 2);
  theirs = take_contacts (base);
  merge (&merged, patch, theirs);
  if (merged.merged->len > 0)
    tl_items_append (patch, merged.merged);
  return tl_study_ref (patch);
}
