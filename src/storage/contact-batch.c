#include "contact-batch.h"

#include "study/item-build.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_contact_batch_new:
 *
 * Returns: (transfer full): nothing read yet
 */
TlContactBatch *
tl_contact_batch_new (void)
{
  TlContactBatch *batch = g_new0 (TlContactBatch, 1);

  batch->demands = g_ptr_array_new_with_free_func (tl_item_unref);
  batch->contacts = g_ptr_array_new_with_free_func (tl_item_unref);
  batch->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  batch->table_headings = g_ptr_array_new_with_free_func (g_free);
  return batch;
}

static void
give_ids (TlStudy *study, GPtrArray *items, TlItemKind kind)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *id = tl_study_new_id (study, kind);

      tl_item_set_id (items->pdata[i], id);
    }
}

/**
 * tl_contact_batch_add:
 * @batch: what was read for the history's study; it gives its contacts and types away
 * @history: the study's history
 * @name: of the entry, translated
 *
 * Adds all contacts and new types to the study, as one entry of the history.
 */
void
tl_contact_batch_add (TlContactBatch *batch, TlHistory *history, const char *name)
{
  TlStudy *study = tl_history_get_study (history);

  give_ids (study, batch->demands, TL_ITEM_DEMAND);
  give_ids (study, batch->contacts, TL_ITEM_CONTACT);
  tl_history_begin (history, name, NULL);
  if (batch->demands->len > 0)
    tl_history_apply (history, tl_edit_new_append_all (study, batch->demands));
  if (batch->contacts->len > 0)
    tl_history_apply (history, tl_edit_new_append_all (study, batch->contacts));
  tl_history_end (history);
  g_ptr_array_set_size (batch->demands, 0);
  g_ptr_array_set_size (batch->contacts, 0);
}

/**
 * tl_contact_batch_list_problems:
 * @batch: what was read
 *
 * Returns: (transfer full): the rows that could not be read, one a line: its line in the file and why
 */
char *
tl_contact_batch_list_problems (const TlContactBatch *batch)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < batch->problems->len; i++)
    {
      const TlFileProblem *problem = batch->problems->pdata[i];

      g_string_append_printf (list, _ ("Line %u: %s"), problem->line, problem->message);
      g_string_append_c (list, '\n');
    }
  return g_string_free (list, FALSE);
}

/**
 * tl_contact_batch_free:
 * @batch: (transfer full): what was read
 */
void
tl_contact_batch_free (TlContactBatch *batch)
{
  g_ptr_array_unref (batch->contacts);
  g_ptr_array_unref (batch->demands);
  g_ptr_array_unref (batch->problems);
  g_ptr_array_unref (batch->table_headings);
  g_free (batch->encoding);
  g_free (batch);
}
