/* item-menu.h: a small button that offers items of the study by name, and to make a new one. */
#pragma once

#include <gtk/gtk.h>

#include "app/document.h"

G_BEGIN_DECLS

/**
 * TlItemMenuType:
 * @new_label: of the entry that makes a new item, to be translated with gettext
 * @name_label: over the entry in which its name is typed, likewise
 * @accept: of the button that makes it, likewise
 * @question: asked above, translated
 * @offered: (transfer container) (element-type TlItem): which items are offered
 * @chosen: one of them was chosen
 * @named: a new one is to be made
 */
typedef struct
{
  const char *new_label;
  const char *name_label;
  const char *accept;
  const char *(*question) (gpointer data);
  GPtrArray *(*offered) (TlDocument *document, gpointer data);
  void (*chosen) (TlDocument *document, TlItem *item, gpointer data);
  void (*named) (TlDocument *document, const char *name, gpointer data);
} TlItemMenuType;

GtkWidget *tl_item_menu_new (TlDocument *document,
                             const TlItemMenuType *type,
                             const char *tip,
                             gpointer data,
                             GDestroyNotify destroy);

G_END_DECLS
