/* flow-marks.c: what is selected, pointed at or has the keyboard, drawn over a flow that stands.
 *
 * A canvas keeps its flow as pixels and draws over them what changes with each move of the pointer.
 * It looks as if all had been painted in one go: lines under the steps at their ends, labels on
 * top.
 */
#include "layout/flow-label.h"
#include "paint/flow-line.h"
#include "paint/flow-picture-private.h"

typedef struct
{
  TlFlowPicture *picture;
  const TlFlowBrush *brush;
  const TlBox *visible;
  gboolean selected_too;
  GArray *drawn;      /* TlBox: labels that lie there are drawn again */
  GHashTable *beside; /* steps at the ends of lines that are marked */
} Pass;

static gboolean
is_marked (const TlFlowMarks *marks, gconstpointer item, gboolean selected_too)
{
  return marks->hover == item || marks->focus == item
         || (selected_too && marks->selected != NULL
             && g_hash_table_contains (marks->selected, item));
}

static gboolean
wants (const Pass *pass, gconstpointer item, const TlBox *box)
{
  return is_marked (pass->brush->marks, item, pass->selected_too)
         && tl_flow_box_is_seen (box, pass->visible, TL_FLOW_AROUND);
}

static void
remember_ends (Pass *pass, const TlItem *item)
{
  if (item->kind == TL_ITEM_CONNECTOR)
    {
      g_hash_table_add (pass->beside, ((const TlConnector *) item)->from);
      g_hash_table_add (pass->beside, ((const TlConnector *) item)->to);
    }
  else if (item->kind == TL_ITEM_ENTRY)
    g_hash_table_add (pass->beside, ((const TlEntry *) item)->step);
  else if (item->kind == TL_ITEM_RAISES)
    g_hash_table_add (pass->beside, ((const TlRaises *) item)->step);
}

static void
paint_lines (Pass *pass)
{
  const GArray *paths = pass->picture->geometry->paths;

  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *path = &g_array_index (paths, TlPath, i);

      if (!wants (pass, path->item, &pass->picture->path_boxes[i]))
        continue;
      tl_line_draw (pass->brush, path);
      remember_ends (pass, path->item);
      g_array_append_val (pass->drawn, pass->picture->path_boxes[i]);
    }
}

static void
paint_chips (Pass *pass)
{
  const GArray *chips = pass->picture->geometry->chips;

  for (guint i = 0; i < chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (chips, TlChipBox, i);

      if (wants (pass, chip->demand, &chip->box))
        tl_flow_picture_paint_chip (pass->picture, pass->brush, i);
    }
}

static void
paint_steps (Pass *pass)
{
  const GArray *steps = pass->picture->geometry->steps;

  for (guint i = 0; i < steps->len; i++)
    {
      const TlStepBox *box = &g_array_index (steps, TlStepBox, i);

      if (!wants (pass, box->step, &box->box) && !g_hash_table_contains (pass->beside, box->step))
        continue;
      tl_flow_picture_paint_step (pass->picture, pass->brush, i);
      g_array_append_val (pass->drawn, box->box);
    }
}

static gboolean
is_drawn_over (const Pass *pass, const TlPath *path)
{
  TlLabelSize size = tl_path_label_size (path);
  TlBox box = { path->label.x - size.width / 2, path->label.y - size.height / 2, size.width,
                size.height };

  for (guint i = 0; i < pass->drawn->len; i++)
    if (tl_flow_box_is_seen (&box, &g_array_index (pass->drawn, TlBox, i), TL_FLOW_AROUND))
      return TRUE;
  return FALSE;
}

static void
paint_labels (Pass *pass)
{
  const GArray *paths = pass->picture->geometry->paths;

  for (guint i = 0; pass->brush->words && pass->brush->small && i < paths->len; i++)
    if (tl_flow_box_is_seen (&pass->picture->path_boxes[i], pass->visible, 0)
        && is_drawn_over (pass, &g_array_index (paths, TlPath, i)))
      tl_flow_picture_paint_label (pass->picture, pass->brush, i);
}

/**
 * tl_flow_picture_paint_marks:
 * @picture: a picture
 * @cr: where it is painted already without these marks, in the geometry's units
 * @visible: (nullable): the part that can be seen
 * @zoom: as it was painted
 * @marks: what is marked
 * @selected_too: whether to paint what is selected; else only hover and focus, where the flow was
 * painted with its selection
 *
 * Paints again, with their marks, the parts that have one.
 */
void
tl_flow_picture_paint_marks (TlFlowPicture *picture,
                             cairo_t *cr,
                             const TlBox *visible,
                             double zoom,
                             const TlFlowMarks *marks,
                             gboolean selected_too)
{
  TlFlowBrush brush = tl_flow_picture_brush (picture, cr, zoom, marks);
  Pass pass = { picture, &brush, visible, selected_too };

  pass.drawn = g_array_new (FALSE, FALSE, sizeof (TlBox));
  pass.beside = g_hash_table_new (NULL, NULL);
  cairo_save (cr);
  cairo_new_path (cr);
  if (!brush.fine)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  paint_lines (&pass);
  paint_chips (&pass);
  paint_steps (&pass);
  paint_labels (&pass);
  cairo_restore (cr);
  g_hash_table_unref (pass.beside);
  g_array_unref (pass.drawn);
}

static void
enclose (TlBox *all, const TlBox *box)
{
  double right = MAX (all->x + all->width, box->x + box->width);
  double bottom = MAX (all->y + all->height, box->y + box->height);

  if (all->width <= 0)
    {
      *all = *box;
      return;
    }
  all->x = MIN (all->x, box->x);
  all->y = MIN (all->y, box->y);
  all->width = right - all->x;
  all->height = bottom - all->y;
}

/**
 * tl_flow_picture_marks_box:
 * @picture: a picture
 * @marks: what is marked
 * @selected_too: as for tl_flow_picture_paint_marks()
 *
 * Returns: what encloses all that tl_flow_picture_paint_marks() paints; width 0 for nothing
 */
TlBox
tl_flow_picture_marks_box (TlFlowPicture *picture, const TlFlowMarks *marks, gboolean selected_too)
{
  const TlFlowGeometry *geometry = picture->geometry;
  TlBox all = { 0 };

  for (guint i = 0; i < geometry->paths->len; i++)
    if (is_marked (marks, g_array_index (geometry->paths, TlPath, i).item, selected_too))
      enclose (&all, &picture->path_boxes[i]);
  for (guint i = 0; i < geometry->chips->len; i++)
    if (is_marked (marks, g_array_index (geometry->chips, TlChipBox, i).demand, selected_too))
      enclose (&all, &g_array_index (geometry->chips, TlChipBox, i).box);
  for (guint i = 0; i < geometry->steps->len; i++)
    if (is_marked (marks, g_array_index (geometry->steps, TlStepBox, i).step, selected_too))
      enclose (&all, &g_array_index (geometry->steps, TlStepBox, i).box);
  if (all.width > 0)
    all = (TlBox){ all.x - TL_STEP_WIDTH, all.y - TL_STEP_HEIGHT, all.width + 2 * TL_STEP_WIDTH,
                   all.height + 2 * TL_STEP_HEIGHT };
  return all;
}
