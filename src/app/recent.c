#include "app/recent.h"

#include <glib/gstdio.h>

#include "app/menu-label.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define MEDIA_TYPE "application/x-throughline+xml"

/**
 * tl_recent_add:
 * @file: a study that was opened or saved
 */
void
tl_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) "Throughline",
    .app_exec = (char *) "throughline %f",
  };

  /* GTK warns where the folder of its list is not there yet, as for a new user. */
  if (g_mkdir_with_parents (g_get_user_data_dir (), 0700) != 0)
    return;
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * tl_recent_forget:
 * @file: a study that can't be opened any more
 */
void
tl_recent_forget (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *left = *(GtkRecentInfo *const *) a;
  GtkRecentInfo *right = *(GtkRecentInfo *const *) b;

  return g_date_time_compare (gtk_recent_info_get_visited (right), gtk_recent_info_get_visited (left));
}

/**
 * tl_recent_list:
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): studies that are still there, the newest
 *   first, at most %TL_RECENT_MOST
 */
GPtrArray *
tl_recent_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = all; l; l = l->next)
    {
      GtkRecentInfo *info = l->data;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), MEDIA_TYPE) == 0 && gtk_recent_info_exists (info))
        g_ptr_array_add (list, g_steal_pointer (&l->data));
      else
        gtk_recent_info_unref (info);
    }
  g_list_free (all);
  g_ptr_array_sort (list, newest_first);
  if (list->len > TL_RECENT_MOST)
    g_ptr_array_set_size (list, TL_RECENT_MOST);
  return list;
}

/**
 * tl_recent_menu:
 *
 * Returns: (transfer full): a menu of the same, with the action "win.open-recent"
 */
GMenuModel *
tl_recent_menu (void)
{
  g_autoptr (GPtrArray) list = tl_recent_list ();
  g_autoptr (GMenu) section = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < list->len; i++)
    {
      GtkRecentInfo *info = g_ptr_array_index (list, i);
      g_autofree char *label = tl_menu_label (gtk_recent_info_get_display_name (info));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (section, item);
    }
  if (list->len == 0)
    g_menu_append (section, _ ("No recent studies"), "win.nothing");
  g_menu_append_section (menu, _ ("Recent"), G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}
