/* free-place.c: where there is room for one more step. */
#include "layout/flow-columns.h"
#include "layout/flow-geometry.h"

#define ROOM 20.0
#define MOST_TRIES 10000

static gboolean
is_free (const TlFlowGeometry *geometry, TlPlace middle)
{
  TlBox box = { middle.x - TL_STEP_WIDTH / 2 - ROOM, middle.y - TL_STEP_HEIGHT / 2 - ROOM, TL_STEP_WIDTH + 2 * ROOM,
                TL_STEP_HEIGHT + 2 * ROOM };

  for (guint i = 0; i < geometry->steps->len; i++)
    if (tl_boxes_meet (&g_array_index (geometry->steps, TlStepBox, i).box, &box))
      return FALSE;
  for (guint i = 0; i < geometry->chips->len; i++)
    if (tl_boxes_meet (&g_array_index (geometry->chips, TlChipBox, i).box, &box))
      return FALSE;
  return TRUE;
}

static TlPlace
place_at_the_end (const TlFlowGeometry *geometry)
{
  const TlStepBox *last = NULL;
  TlPlace place = { TL_STEP_WIDTH / 2, TL_STEP_HEIGHT / 2 };

  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);

      if (last == NULL || step->box.x > last->box.x)
        last = step;
    }
  if (last != NULL)
    {
      place.x = last->box.x + last->box.width + TL_STEP_GAP_X + TL_STEP_WIDTH / 2;
      place.y = last->box.y + last->box.height / 2;
    }
  return place;
}

/* Whether work goes on from the end of a row at the beginning of the next. */
static gboolean
begins_row (const TlBox *from, const TlBox *to)
{
  return to->y >= from->y + from->height && to->x < from->x - TL_STEP_WIDTH;
}

static gboolean
follows_in_row (const TlBox *from, const TlBox *to)
{
  return to->x >= from->x + from->width;
}

/* What surrounds the step after which a new one comes. */
typedef struct
{
  const TlFlowGeometry *geometry;
  guint after;
  guint *part;            /* for each step, one that stands for all that it is connected with */
  guint *row;             /* the same within its row */
  GArray *row_ends;       /* (element-type guint): steps from which work goes on in the next row */
  const TlBox *next;      /* what the step leads to in the next row; NULL if nothing */
  gboolean is_at_row_end; /* it leads to nothing in its row */
} Surroundings;

static const TlBox *
box_of (const TlFlowGeometry *geometry, guint step)
{
  return &g_array_index (geometry->steps, TlStepBox, step).box;
}

static guint
find_group (guint *groups, guint step)
{
  while (groups[step] != step)
    step = groups[step] = groups[groups[step]];
  return step;
}

static void
look_along (Surroundings *self, const TlConnector *connector)
{
  guint from = GPOINTER_TO_UINT (g_hash_table_lookup (self->geometry->step_index, connector->from)) - 1;
  guint to = GPOINTER_TO_UINT (g_hash_table_lookup (self->geometry->step_index, connector->to)) - 1;
  const TlBox *from_box = box_of (self->geometry, from), *to_box = box_of (self->geometry, to);

  self->part[find_group (self->part, from)] = find_group (self->part, to);
  if (follows_in_row (from_box, to_box))
    self->row[find_group (self->row, from)] = find_group (self->row, to);
  if (begins_row (from_box, to_box))
    g_array_append_val (self->row_ends, from);
  if (from != self->after)
    return;
  self->is_at_row_end &= !follows_in_row (from_box, to_box);
  if (begins_row (from_box, to_box))
    self->next = to_box;
}

static void
look_around (Surroundings *self, const TlStep *after)
{
  const TlFlowGeometry *geometry = self->geometry;

  self->after = GPOINTER_TO_UINT (g_hash_table_lookup (geometry->step_index, after)) - 1;
  self->is_at_row_end = TRUE;
  self->part = g_new (guint, geometry->steps->len);
  self->row = g_new (guint, geometry->steps->len);
  self->row_ends = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < geometry->steps->len; i++)
    self->part[i] = self->row[i] = i;
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlConnector *connector = (TlConnector *) g_array_index (geometry->paths, TlPath, i).item;

      if (connector->item.kind == TL_ITEM_CONNECTOR && connector->kind == TL_CONNECTOR_FLOW)
        look_along (self, connector);
    }
}

/* What encloses all steps of the same group as the one after which a new one comes. */
static TlBox
extent_of (const Surroundings *self, guint *groups)
{
  TlBox extent = *box_of (self->geometry, self->after);

  for (guint i = 0; i < self->geometry->steps->len; i++)
    if (find_group (groups, i) == find_group (groups, self->after))
      tl_box_enclose (&extent, box_of (self->geometry, i));
  return extent;
}

/* Whether some row of the flow goes on in another. */
static gboolean
is_wrapped (const Surroundings *self)
{
  for (guint i = 0; i < self->row_ends->len; i++)
    if (find_group (self->part, g_array_index (self->row_ends, guint, i)) == find_group (self->part, self->after))
      return TRUE;
  return FALSE;
}

/* Where the layout would go on behind the end of a row: in the row while that is no longer than the longest, then where
 * the next one begins, with what begins there already. */
static TlPlace
place_behind_row (const Surroundings *self, TlPlace right)
{
  TlBox all = extent_of (self, self->part), row = extent_of (self, self->row);
  TlPlace place = { row.x + TL_STEP_WIDTH / 2, row.y + row.height + TL_GAP_ROWS + TL_STEP_HEIGHT / 2 };

  if (self->next)
    place = (TlPlace){ self->next->x + self->next->width / 2,
                       self->next->y + self->next->height + TL_STEP_GAP_Y + TL_STEP_HEIGHT / 2 };
  if (is_free (self->geometry, right)
      && (right.x + TL_STEP_WIDTH / 2 <= all.x + all.width + ROOM || !is_free (self->geometry, place)))
    return right;
  for (int i = 0; i < MOST_TRIES && !is_free (self->geometry, place); i++)
    place.y += TL_STEP_GAP_Y;
  return place;
}

/* Returns: whether @after ends a row of a flow that goes on in rows, so that @place follows it */
static gboolean
place_in_rows (const TlFlowGeometry *geometry, const TlStep *after, TlPlace right, TlPlace *place)
{
  Surroundings surroundings = { .geometry = geometry };
  gboolean ends_row;

  if (geometry->lanes->len > 0)
    return FALSE;
  look_around (&surroundings, after);
  ends_row = surroundings.is_at_row_end && is_wrapped (&surroundings);
  if (ends_row)
    *place = place_behind_row (&surroundings, right);
  g_free (surroundings.part);
  g_free (surroundings.row);
  g_array_unref (surroundings.row_ends);
  return ends_row;
}

/**
 * tl_flow_geometry_free_place:
 * @geometry: a geometry
 * @after: (nullable): the step that a new one follows
 *
 * Looks right of @after first, then below and above that place, ever farther. At the end of a row of a flow that goes
 * on in rows, where it would be longer than all of them, it looks where the next one begins.
 *
 * Returns: the centre for a new step that overlaps nothing; without @after, right of everything
 */
TlPlace
tl_flow_geometry_free_place (const TlFlowGeometry *geometry, const TlStep *after)
{
  const TlStepBox *from = after != NULL ? tl_flow_geometry_step (geometry, after) : NULL;
  double step_y = TL_STEP_HEIGHT + TL_STEP_GAP_Y;
  TlPlace first, place;

  if (from == NULL)
    return place_at_the_end (geometry);
  first.x = from->box.x + from->box.width + TL_STEP_GAP_X + TL_STEP_WIDTH / 2;
  first.y = from->box.y + from->box.height / 2;
  if (place_in_rows (geometry, after, first, &place))
    return place;
  place = first;
  for (int i = 0; i < MOST_TRIES && !is_free (geometry, place); i++)
    place.y = first.y + (i % 2 == 0 ? i / 2 + 1 : -(i / 2 + 1)) * step_y;
  return place;
}

/**
 * tl_flow_geometry_free_note:
 * @geometry: a geometry
 * @area: what is in sight
 *
 * Looks for a place for a note that belongs to nothing yet: along rows from the left, from the top
 * down, as notes are stuck on a wall.
 *
 * Returns: the centre for a new step that overlaps nothing; below everything where @area is full
 */
TlPlace
tl_flow_geometry_free_note (const TlFlowGeometry *geometry, TlBox area)
{
  TlPlace place;

  for (place.y = area.y + ROOM + TL_STEP_HEIGHT / 2; place.y + TL_STEP_HEIGHT / 2 + ROOM <= area.y + area.height;
       place.y += TL_STEP_HEIGHT / 2)
    for (place.x = area.x + ROOM + TL_STEP_WIDTH / 2; place.x + TL_STEP_WIDTH / 2 + ROOM <= area.x + area.width;
         place.x += TL_STEP_WIDTH / 4)
      if (is_free (geometry, place))
        return place;
  place.x = geometry->bounds.x + TL_STEP_WIDTH / 2;
  place.y = geometry->bounds.y + geometry->bounds.height + TL_STEP_GAP_Y + TL_STEP_HEIGHT / 2;
  return place;
}
