/* item.h: what everything in a study has in common.
 *
 * A study is a tree of items. Each kind of item is a plain struct that begins with a #TlItem and is
 * described by a #TlItemType: its fields, and the lists of other items that it holds. Structs are
 * public for reading. They change only through edits (edit.h) that go through the history
 * (history.h); a reader that builds a study which nobody else sees yet uses item-build.h.
 *
 * Items are counted references: an edit keeps a deleted item alive and puts the very same one back,
 * so a pointer to an item stays good as long as the history that deleted it does.
 */
#pragma once

#include "item-type.h"

G_BEGIN_DECLS

/**
 * TlUnknown:
 * @attributes: (element-type utf8): names and values in turn, in the file's order; a name may have a prefix
 * @namespaces: (element-type utf8): prefix and URI in turn, for the prefixes of @attributes
 * @elements: (element-type utf8): whole child elements and comments, each as XML text; those of an element that
 *   has no item of its own begin with that element's name (storage/kept.h)
 *
 * What this version does not know about an item but keeps, to write it back. An array may be %NULL.
 */
typedef struct
{
  GPtrArray *attributes;
  GPtrArray *namespaces;
  GPtrArray *elements;
} TlUnknown;

/**
 * TlItem:
 * @kind: which struct this is the beginning of
 * @ref_count: private
 * @parent: the item in whose list it stands, %NULL for the study itself and for what is not in a study
 * @id: its id ("s12"), unique in its study; %NULL for kinds without one and before it is given
 * @unknown: (nullable): content that this version keeps without knowing it
 */
struct _TlItem
{
  TlItemKind kind;
  guint ref_count;
  TlItem *parent;
  char *id;
  TlUnknown *unknown;
};

#define TL_ITEM(p) ((TlItem *) (p))

TlItem *tl_item_ref (gpointer item) G_GNUC_WARN_UNUSED_RESULT;
void tl_item_unref (gpointer item);

TlValue tl_item_get (gconstpointer item, const TlField *field) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_item_is_default (gconstpointer item, const TlField *field);

GPtrArray *tl_item_list (gconstpointer item, TlItemKind kind);
GPtrArray *tl_item_siblings (gconstpointer item);
guint tl_item_position (gconstpointer item);
TlItem *tl_item_ancestor (gpointer item, TlItemKind kind);

const char *tl_item_name (gconstpointer item);
gpointer tl_item_copy (gconstpointer item) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TlItemVisitor:
 * @item: an item of the tree
 * @data: as given to tl_item_walk()
 *
 * Returns: %FALSE to stop the walk
 */
typedef gboolean (*TlItemVisitor) (TlItem *item, gpointer data);
gboolean tl_item_walk (gpointer root, TlItemVisitor visit, gpointer data);
gsize tl_item_size (gconstpointer item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlItem, tl_item_unref)

G_END_DECLS
