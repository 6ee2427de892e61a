/* flow-changes.c: tells which parts of a flow look other than before.
 *
 * An edit changes few of the things that are drawn. Who keeps a painted flow paints only those
 * again.
 */
#include "layout/flow-label.h"
#include "layout/flow-lanes.h"
#include "paint/flow-line.h"
#include "paint/flow-picture-private.h"

static guint64
print_lanes (const GArray *lanes, const TlFlowLens *lens)
{
  guint64 print = tl_print_number (lanes->len, lens->lens == TL_LENS_ROLE);

  for (guint i = 0; i < lanes->len; i++)
    {
      const TlLane *lane = &g_array_index (lanes, TlLane, i);

      print = tl_print_text (print, lane->role != NULL ? lane->role->name : NULL);
      print = tl_print_number (print, tl_flow_lens_role (lens, lane->role));
      print = tl_print_number (tl_print_number (print, lane->box.x), lane->box.y);
      print = tl_print_number (tl_print_number (print, lane->box.width), lane->box.height);
    }
  return print;
}

static void
print_path (TlFlowPicture *picture, const TlFlowBrush *brush, guint i)
{
  const TlPath *path = &g_array_index (picture->geometry->paths, TlPath, i);

  picture->path_prints[i].plain = tl_line_print (brush, path, FALSE);
  picture->path_prints[i].fine = tl_line_print (brush, path, TRUE);
}

/* tl_flow_picture_take_prints: notes how each part looks, as the items themselves go on changing.
 */
void
tl_flow_picture_take_prints (TlFlowPicture *picture)
{
  const TlFlowGeometry *geometry = picture->geometry;
  TlFlowBrush brush = tl_flow_picture_brush (picture, NULL, 1, NULL);

  g_free (picture->step_prints);
  g_free (picture->chip_prints);
  g_free (picture->path_prints);
  picture->lanes_print = print_lanes (geometry->lanes, picture->lens);
  picture->step_prints = g_new (TlFlowPrint, geometry->steps->len + 1);
  picture->chip_prints = g_new (TlFlowPrint, geometry->chips->len + 1);
  picture->path_prints = g_new (TlFlowPrint, geometry->paths->len + 1);
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStep *step = g_array_index (geometry->steps, TlStepBox, i).step;

      picture->step_prints[i].plain = tl_step_print (&brush, step, FALSE);
      picture->step_prints[i].fine = tl_step_print (&brush, step, TRUE);
    }
  for (guint i = 0; i < geometry->chips->len; i++)
    {
      const TlDemand *demand = g_array_index (geometry->chips, TlChipBox, i).demand;

      picture->chip_prints[i].plain = tl_chip_print (&brush, demand, FALSE);
      picture->chip_prints[i].fine = tl_chip_print (&brush, demand, TRUE);
    }
  for (guint i = 0; i < geometry->paths->len; i++)
    print_path (picture, &brush, i);
}

/**
 * Part:
 *
 * One thing that is drawn, whatever it is.
 */
typedef struct
{
  gconstpointer item;
  TlBox box;
  TlFlowPrint print;
} Part;

typedef Part (*PartAt) (const TlFlowPicture *picture, guint index);

/* Who is told of changes. */
typedef struct
{
  TlFlowChanged changed;
  gpointer data;
} Ear;

static TlBox
wider (TlBox box)
{
  return (TlBox){ box.x - TL_FLOW_AROUND, box.y - TL_FLOW_AROUND, box.width + 2 * TL_FLOW_AROUND,
                  box.height + 2 * TL_FLOW_AROUND };
}

static Part
step_at (const TlFlowPicture *picture, guint index)
{
  const TlStepBox *step = &g_array_index (picture->geometry->steps, TlStepBox, index);

  return (Part){ step->step, wider (step->box), picture->step_prints[index] };
}

static Part
chip_at (const TlFlowPicture *picture, guint index)
{
  const TlChipBox *chip = &g_array_index (picture->geometry->chips, TlChipBox, index);

  return (Part){ chip->demand, wider (chip->box), picture->chip_prints[index] };
}

static Part
path_at (const TlFlowPicture *picture, guint index)
{
  return (Part){ g_array_index (picture->geometry->paths, TlPath, index).item, picture->path_boxes[index],
                 picture->path_prints[index] };
}

/* As it was laid out: its words may be others by now, and fewer. */
static TlBox
label_box (const TlPath *path)
{
  return wider (tl_path_label_box (path));
}

/* tl_flow_picture_path_parts: tells where a path is drawn, part by part, its label last: a line that
 * goes round much encloses much, and touches little of it. */
void
tl_flow_picture_path_parts (const TlPath *path, double around, TlFlowChanged part, gpointer data)
{
  TlBox label = label_box (path);

  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlBox box = tl_box_between (g_array_index (path->points, TlPlace, i),
                                  g_array_index (path->points, TlPlace, i + 1), around);

      part (&box, FALSE, data);
    }
  if (tl_path_label_is_led (path))
    {
      TlBox leader = tl_box_between (path->leader, path->label, around);
      part (&leader, FALSE, data);
    }
  part (&label, FALSE, data);
}

static void
tell_path (const Ear *ear, const TlPath *path, double around, gboolean fine_only)
{
  TlBox label = label_box (path);

  if (fine_only)
    ear->changed (&label, TRUE, ear->data);
  else
    tl_flow_picture_path_parts (path, around, ear->changed, ear->data);
}

static void
tell (const Ear *ear, const TlFlowPicture *picture, PartAt part_at, guint index, gboolean fine_only)
{
  Part part = part_at (picture, index);

  if (part_at == path_at)
    tell_path (ear, &g_array_index (picture->geometry->paths, TlPath, index), picture->around_lines, fine_only);
  else
    ear->changed (&part.box, fine_only, ear->data);
}

static gboolean
same_box (const TlBox *a, const TlBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* Where items stand in the same order, as they do after nearly every edit, no table is needed. */
static guint
same_front (const TlFlowPicture *before, guint n_before, const TlFlowPicture *after, guint n_after, PartAt part_at)
{
  guint n = 0;

  while (n < n_before && n < n_after && part_at (before, n).item == part_at (after, n).item)
    n++;
  return n;
}

typedef struct
{
  const TlFlowPicture *picture;
  guint n;
} Side;

static void
compare_part (const Ear *ear, Side before, guint then, Side after, guint now, PartAt part_at)
{
  Part old = part_at (before.picture, then), new = part_at (after.picture, now);
  gboolean stands = same_box (&old.box, &new.box);
  gboolean plain = stands && old.print.plain == new.print.plain;

  if (plain && old.print.fine == new.print.fine)
    return;
  tell (ear, before.picture, part_at, then, plain);
  if (part_at == path_at || !stands)
    tell (ear, after.picture, part_at, now, plain);
}

static void
compare_kind (const Ear *ear, Side before, Side after, PartAt part_at)
{
  guint front = same_front (before.picture, before.n, after.picture, after.n, part_at);
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer place;

  for (guint i = front; i < before.n; i++)
    g_hash_table_insert (left, (gpointer) part_at (before.picture, i).item, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < after.n; i++)
    {
      gconstpointer item = part_at (after.picture, i).item;

      place = i < front ? GUINT_TO_POINTER (i + 1) : g_hash_table_lookup (left, item);
      if (place == NULL)
        tell (ear, after.picture, part_at, i, FALSE);
      else
        compare_part (ear, before, GPOINTER_TO_UINT (place) - 1, after, i, part_at);
      g_hash_table_remove (left, item);
    }
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    tell (ear, before.picture, part_at, GPOINTER_TO_UINT (place) - 1, FALSE);
}

static void
tell_lanes (const Ear *ear, const GArray *lanes)
{
  for (guint i = 0; i < lanes->len; i++)
    ear->changed (&g_array_index (lanes, TlLane, i).box, FALSE, ear->data);
}

/**
 * tl_flow_picture_compare:
 * @before: a picture
 * @after: one of the same flow, made later, in the same colours
 * @changed: called for each part that looks other than before, where it was and where it is
 * @data: for @changed
 */
void
tl_flow_picture_compare (TlFlowPicture *before, TlFlowPicture *after, TlFlowChanged changed, gpointer data)
{
  const TlFlowGeometry *then = before->geometry, *now = after->geometry;

  const Ear ear = { changed, data };

  compare_kind (&ear, (Side){ before, then->steps->len }, (Side){ after, now->steps->len }, step_at);
  compare_kind (&ear, (Side){ before, then->chips->len }, (Side){ after, now->chips->len }, chip_at);
  compare_kind (&ear, (Side){ before, then->paths->len }, (Side){ after, now->paths->len }, path_at);
  if (before->lanes_print == after->lanes_print)
    return;
  tell_lanes (&ear, then->lanes);
  tell_lanes (&ear, now->lanes);
}

/* ---- a picture that follows steps that moved ---- */

static void
tell_moved (const Ear *ear, const TlBox *from, const TlBox *to)
{
  TlBox old = wider (*from), new = wider (*to);

  if (same_box (from, to))
    return;
  ear->changed (&old, FALSE, ear->data);
  ear->changed (&new, FALSE, ear->data);
}

static void
move_steps (const Ear *ear, const TlFlowPicture *picture, const TlFlowGeometry *now)
{
  const TlFlowGeometry *then = picture->geometry;

  for (guint i = 0; ear->changed != NULL && i < now->steps->len; i++)
    {
      TlBox old = g_array_index (then->steps, TlStepBox, i).box;
      TlBox new = g_array_index (now->steps, TlStepBox, i).box;

      tell_moved (ear, &old, &new);
    }
}

static void
move_chips (const Ear *ear, const TlFlowPicture *picture, const TlFlowGeometry *now)
{
  const TlFlowGeometry *then = picture->geometry;

  for (guint i = 0; ear->changed != NULL && i < now->chips->len; i++)
    {
      TlBox old = g_array_index (then->chips, TlChipBox, i).box;
      TlBox new = g_array_index (now->chips, TlChipBox, i).box;

      tell_moved (ear, &old, &new);
    }
}

static gboolean
same_place (TlPlace a, TlPlace b)
{
  return a.x == b.x && a.y == b.y;
}

/* Its ends lie on the outlines of steps, so a line that stays belongs to steps that stay. */
static gboolean
stands (const TlPath *old, const TlPath *new)
{
  return old->points == new->points &&same_place (old->label, new->label) && same_place (old->leader, new->leader);
}

/* Adds the numbers of those that are elsewhere to @moved. */
static void
move_paths (const Ear *ear, TlFlowPicture *picture, const TlFlowGeometry *now, GArray *moved)
{
  for (guint i = 0; i < now->paths->len; i++)
    {
      const TlPath *old = &g_array_index (picture->geometry->paths, TlPath, i);
      const TlPath *new = &g_array_index (now->paths, TlPath, i);

      if (stands (old, new))
        continue;
      g_array_append_val (moved, i);
      picture->path_boxes[i] = tl_flow_picture_path_box (new, picture->around_lines);
      if (ear->changed == NULL)
        continue;
      tell_path (ear, old, picture->around_lines, FALSE);
      tell_path (ear, new, picture->around_lines, FALSE);
    }
}

/**
 * tl_flow_picture_move:
 * @picture: a picture
 * @geometry: (transfer none): of the same items in the same order, some of which stand elsewhere
 * @changed: (nullable): called for each part that is elsewhere, where it was and where it is
 * @data: for @changed
 *
 * Lets a picture show that steps moved, without looking at anything else: much quicker than a new one. How
 * far ribbons of the river are moved aside stays as it was.
 */
void
tl_flow_picture_move (TlFlowPicture *picture, TlFlowGeometry *geometry, TlFlowChanged changed, gpointer data)
{
  guint64 lanes = print_lanes (geometry->lanes, picture->lens);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (guint));
  const Ear ear = { changed, data };
  TlFlowBrush brush;

  move_steps (&ear, picture, geometry);
  move_chips (&ear, picture, geometry);
  move_paths (&ear, picture, geometry, moved);
  if (changed != NULL && lanes != picture->lanes_print)
    {
      tell_lanes (&ear, picture->geometry->lanes);
      tell_lanes (&ear, geometry->lanes);
    }
  picture->lanes_print = lanes;
  geometry = tl_flow_geometry_ref (geometry);
  tl_flow_geometry_unref (picture->geometry);
  picture->geometry = geometry;
  brush = tl_flow_picture_brush (picture, NULL, 1, NULL);
  for (guint i = 0; i < moved->len; i++)
    print_path (picture, &brush, g_array_index (moved, guint, i));
}

static gboolean
has (GHashTable *set, gconstpointer item)
{
  return set != NULL && g_hash_table_contains (set, item);
}

static void
compare_marks_of (const Ear *ear, Side side, PartAt part_at, GHashTable *before, GHashTable *after)
{
  for (guint i = 0; i < side.n; i++)
    {
      gconstpointer item = part_at (side.picture, i).item;

      if (has (before, item) != has (after, item))
        tell (ear, side.picture, part_at, i, FALSE);
    }
}

/**
 * tl_flow_picture_compare_marks:
 * @picture: a picture
 * @before: (nullable) (element-type TlItem): what was selected
 * @after: (nullable) (element-type TlItem): what is
 * @changed: called for each part that is selected now and was not, or the other way round
 * @data: for @changed
 */
void
tl_flow_picture_compare_marks (TlFlowPicture *picture,
                               GHashTable *before,
                               GHashTable *after,
                               TlFlowChanged changed,
                               gpointer data)
{
  const TlFlowGeometry *geometry = picture->geometry;
  const Ear ear = { changed, data };

  compare_marks_of (&ear, (Side){ picture, geometry->steps->len }, step_at, before, after);
  compare_marks_of (&ear, (Side){ picture, geometry->chips->len }, chip_at, before, after);
  compare_marks_of (&ear, (Side){ picture, geometry->paths->len }, path_at, before, after);
}
