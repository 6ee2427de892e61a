/* menu-label.c: labels of menus from names that people gave. */
#include "app/menu-label.h"

/**
 * tl_menu_label:
 * @name: a name as somebody wrote it
 *
 * In the label of a menu's line an underscore marks a key; in a name it is an underscore.
 *
 * Returns: (transfer full): a label that shows @name
 */
char *
tl_menu_label (const char *name)
{
  GString *label = g_string_new (name);

  g_string_replace (label, "_", "__", 0);
  return g_string_free (label, FALSE);
}
