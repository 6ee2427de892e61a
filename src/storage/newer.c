#include "newer.h"

#include "study-file.h"
#include "study/item-build.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* With more than this left out it would not be the same study. */
#define MOST_LEFT_OUT 1000

static gboolean
lacks_what_it_needs (const TlItem *item)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    if ((field->flags & TL_FIELD_REQUIRED) && tl_item_is_default (item, field))
      return TRUE;
  return FALSE;
}

static gboolean
look_at (TlItem *item, gpointer data)
{
  GPtrArray *left_out = data;

  if (lacks_what_it_needs (item))
    g_ptr_array_add (left_out, tl_item_ref (item));
  return left_out->len <= MOST_LEFT_OUT;
}

static gboolean
give_id (TlItem *item, gpointer data)
{
  TlStudy *study = data;

  if (tl_item_type (item->kind)->id_prefix && !item->id)
    {
      g_autofree char *id = tl_study_new_id (study, item->kind);

      if (!tl_item_set_id (item, id))
        g_assert_not_reached ();
    }
  return TRUE;
}

/**
 * tl_newer_study_tidy: (skip)
 * @study: read from a file of a newer version, in which much was not understood
 * @error: set where too much was not
 *
 * Takes out items without the fields that all others rely on, and gives an id to what has none.
 *
 * Returns: whether there is a study to look at
 */
gboolean
tl_newer_study_tidy (TlStudy *study, GError **error)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (tl_item_unref);

  if (!tl_item_walk (study, look_at, left_out))
    {
      g_set_error_literal (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_NOT_A_STUDY,
                           _ ("This study was made by a newer version, and this one can't show it."));
      return FALSE;
    }
  for (guint i = 0; i < left_out->len; i++)
    {
      TlItem *item = g_ptr_array_index (left_out, i);

      if (item->parent)
        tl_item_take_out (item);
    }
  tl_item_walk (study, give_id, study);
  return TRUE;
}
