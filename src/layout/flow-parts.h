/* flow-parts.h: the parts of routes between their ends, and which of them run near one another.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-route.h"

G_BEGIN_DECLS

/**
 * TlPart:
 * @route: number of its route
 * @bend: number of the bend whose coordinate it is
 * @level: it runs from left to right; @at is its y then, else its x
 * @low: where it begins
 * @high: where it ends
 * @low_turn: at @low the route goes on to smaller (−1) or larger (1) coordinates
 * @low_far: and runs as far as there before it turns again
 * @thick: how much wider it may be drawn than others
 * @tree: number of the dock with whose other routes it shares a track, or a number of its own
 * @group: number of a part of the group that it belongs to
 * @size: how many parts that group has
 * @place: where it is laid in the end
 */
typedef struct
{
  guint route;
  guint bend;
  gboolean level;
  double at;
  double low;
  double high;
  int low_turn;
  int high_turn;
  double thick;
  double low_far;
  double high_far;
  guint tree;
  guint group;
  guint size;
  double place;
} TlPart;

/**
 * TlParts:
 * @parts: (element-type TlPart): by route, then by bend
 * @first: (element-type guint): of each route, the number of its first part
 * @order: (element-type guint): numbers of the parts that are not alone, those of a group side by
 * side, of these those of a tree
 */
typedef struct
{
  GArray *parts;
  GArray *first;
  GArray *order;
} TlParts;

#define tl_part(of, number) (&g_array_index ((of)->parts, TlPart, (number)))

TlParts *tl_parts_new (const GArray *routes) G_GNUC_WARN_UNUSED_RESULT;
void tl_parts_free (TlParts *parts);
void tl_parts_measure (TlParts *parts, const GArray *routes, gboolean level);
gboolean tl_parts_run_together (const TlPart *a, const TlPart *b);
const TlPart *tl_parts_find (const TlParts *parts, guint route, guint bend);

TlParts *tl_routes_part (TlBoxGrid *grid, GArray *routes, const TlParts *before, const TlBoxGrid *dirt)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlParts, tl_parts_free)

G_END_DECLS
