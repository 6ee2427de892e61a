/* box-grid.h: many boxes in a plane, and quick answers to what stands in an area.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

#define TL_GRID_NOBODY G_MAXUINT
/* Where more boxes than this stand about one line, it finds no good way whatever is known of them.
 */
#define TL_GRID_CROWD 1000

typedef struct _TlBoxGrid TlBoxGrid;

TlBoxGrid *tl_box_grid_new (TlBox area, guint about) G_GNUC_WARN_UNUSED_RESULT;
void tl_box_grid_free (TlBoxGrid *grid);
void tl_box_grid_add (TlBoxGrid *grid, TlBox box, guint number);
gboolean tl_box_grid_is_free (const TlBoxGrid *grid, TlBox area, guint except, guint except_too);
gboolean tl_box_grid_is_far (const TlBoxGrid *grid, TlBox area);
void tl_box_grid_collect (TlBoxGrid *grid, TlBox area, guint most, GArray *boxes);
void tl_box_grid_numbers (TlBoxGrid *grid, TlBox area, GArray *numbers);
guint tl_box_grid_count (TlBoxGrid *grid, TlBox area, guint most, guint except);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlBoxGrid, tl_box_grid_free)

G_END_DECLS
