/* item-type.h: the kinds of items, and the tables that describe them. */
#pragma once

#include "value.h"

G_BEGIN_DECLS

/**
 * TlItemKind:
 *
 * The kinds of items. A kind is an index into the table of types and a bit in sets of kinds, so
 * there may be 32 at most.
 */
typedef enum
{
  TL_ITEM_STUDY,
  TL_ITEM_MATTER,
  TL_ITEM_ROLE,
  TL_ITEM_DEMAND,
  TL_ITEM_CONTACT,
  TL_ITEM_FLOW,
  TL_ITEM_STEP,
  TL_ITEM_CONNECTOR,
  TL_ITEM_SHARE,
  TL_ITEM_ENTRY,
  TL_ITEM_RAISES,
  TL_ITEM_MEASURE,
  TL_ITEM_POINT,
  TL_ITEM_CHANGE,
  TL_ITEM_CONDITION,
  TL_ITEM_LINK,
  TL_N_ITEM_KINDS,
} TlItemKind;

/**
 * TlItemList:
 * @kind: what the list holds
 * @offset: where its #GPtrArray pointer lies in the item's struct; the array is never %NULL
 * @element: (nullable): the element that wraps the list in the file, %NULL where items stand bare
 */
typedef struct
{
  TlItemKind kind;
  gsize offset;
  const char *element;
} TlItemList;

/**
 * TlItemType:
 * @kind: the kind described
 * @element: its element in the file
 * @id_prefix: the letter its ids begin with, 0 for kinds without ids
 * @size: of its struct
 * @fields: its fields, in the order they are written; ends with a row whose name is %NULL
 * @lists: its lists, in the order they are written; ends with a row whose offset is 0
 * @label: what a person calls it, to be translated with gettext
 */
typedef struct
{
  TlItemKind kind;
  const char *element;
  char id_prefix;
  gsize size;
  const TlField *fields;
  const TlItemList *lists;
  const char *label;
} TlItemType;

const TlItemType *tl_item_type (TlItemKind kind);
const TlField *tl_item_field (TlItemKind kind, const char *name);
const TlField *tl_item_name_field (TlItemKind kind);
gboolean tl_item_keeps_name (TlItemKind kind, const TlField *field);
gboolean tl_id_parse (const char *id, TlItemKind *kind, guint64 *number);

G_END_DECLS
