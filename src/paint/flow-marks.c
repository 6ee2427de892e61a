/* flow-marks.c: what is selected, pointed at, has the keyboard or is on the move, drawn over a flow that
 * stands.
 *
 * A canvas keeps its flow as pixels and draws over them what changes with each move of the pointer.
 * It looks as if all had been painted in one go: lines under the steps at their ends, labels on
 * top. Where a line goes is far more than where it is drawn: so an overlay says where that is, box by box, and
 * a canvas draws no more than those.
 */
#include "layout/flow-label.h"
#include "paint/flow-line.h"
#include "paint/flow-picture-private.h"

struct _TlFlowOverlay
{
  TlFlowPicture *picture;
  TlFlowMarks marks;
  double zoom;
  gboolean selected_too;
  GArray *boxes; /* TlBox: where it is drawn */
  GArray *lines; /* guint: numbers of what is drawn, in the order in which that is done */
  GArray *chips;
  GArray *steps;
  GArray *labels;
};

/* What is at hand while one is put together. */
typedef struct
{
  TlFlowOverlay *overlay;
  const TlBox *visible;
  GArray *drawn;      /* TlBox: labels that lie there are drawn again */
  GHashTable *beside; /* steps at the ends of lines that are drawn */
} Pass;

static gboolean
has (GHashTable *set, gconstpointer item)
{
  return set != NULL && g_hash_table_contains (set, item);
}

static gboolean
wants (const Pass *pass, gconstpointer item, const TlBox *box)
{
  const TlFlowOverlay *overlay = pass->overlay;
  const TlFlowMarks *marks = &overlay->marks;

  if (!tl_flow_box_is_seen (box, pass->visible, TL_FLOW_AROUND))
    return FALSE;
  return marks->hover == item || marks->focus == item || has (marks->apart, item)
         || (overlay->selected_too && has (marks->selected, item));
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
add_box (const TlBox *box, gboolean fine_only, gpointer data)
{
  g_array_append_vals (data, box, 1);
}

static void
add_around (Pass *pass, const TlBox *box)
{
  TlBox around = { box->x - TL_FLOW_AROUND, box->y - TL_FLOW_AROUND, box->width + 2 * TL_FLOW_AROUND,
                   box->height + 2 * TL_FLOW_AROUND };

  add_box (&around, FALSE, pass->overlay->boxes);
}

static void
take_lines (Pass *pass)
{
  const TlFlowPicture *picture = pass->overlay->picture;

  for (guint i = 0; i < picture->geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (picture->geometry->paths, TlPath, i);

      if (!wants (pass, path->item, &picture->path_boxes[i]))
        continue;
      remember_ends (pass, path->item);
      tl_flow_picture_path_parts (path, picture->around_lines, add_box, pass->overlay->boxes);
      g_array_append_val (pass->drawn, picture->path_boxes[i]);
      g_array_append_val (pass->overlay->lines, i);
    }
}

static void
take_chips (Pass *pass)
{
  const GArray *chips = pass->overlay->picture->geometry->chips;

  for (guint i = 0; i < chips->len; i++)
    {
      const TlChipBox *chip = &g_array_index (chips, TlChipBox, i);

      if (!wants (pass, chip->demand, &chip->box))
        continue;
      add_around (pass, &chip->box);
      g_array_append_val (pass->overlay->chips, i);
    }
}

static void
take_steps (Pass *pass)
{
  const GArray *steps = pass->overlay->picture->geometry->steps;

  for (guint i = 0; i < steps->len; i++)
    {
      const TlStepBox *box = &g_array_index (steps, TlStepBox, i);

      if (!wants (pass, box->step, &box->box)
          && !(has (pass->beside, box->step) && tl_flow_box_is_seen (&box->box, pass->visible, TL_FLOW_AROUND)))
        continue;
      add_around (pass, &box->box);
      g_array_append_val (pass->drawn, box->box);
      g_array_append_val (pass->overlay->steps, i);
    }
}

static gboolean
is_drawn_over (const Pass *pass, const TlPath *path)
{
  TlBox box = tl_path_label_box (path);

  for (guint i = 0; i < pass->drawn->len; i++)
    if (tl_flow_box_is_seen (&box, &g_array_index (pass->drawn, TlBox, i), TL_FLOW_AROUND))
      return TRUE;
  return FALSE;
}

static void
take_labels (Pass *pass)
{
  const TlFlowPicture *picture = pass->overlay->picture;

  for (guint i = 0; pass->drawn->len > 0 && i < picture->geometry->paths->len; i++)
    if (tl_flow_box_is_seen (&picture->path_boxes[i], pass->visible, 0)
        && is_drawn_over (pass, &g_array_index (picture->geometry->paths, TlPath, i)))
      g_array_append_val (pass->overlay->labels, i);
}

/**
 * tl_flow_overlay_new:
 * @picture: a picture, which is painted already without @marks; it must live as long as the overlay
 * @visible: (nullable): the part that can be seen
 * @zoom: as it was painted
 * @marks: what is marked or on the move
 * @selected_too: whether to draw what is selected; else only hover, focus and what is on the move, where
 * the flow was painted with its selection
 *
 * Returns: (transfer full): the parts of the flow to be painted again
 */
TlFlowOverlay *
tl_flow_overlay_new (TlFlowPicture *picture,
                     const TlBox *visible,
                     double zoom,
                     const TlFlowMarks *marks,
                     gboolean selected_too)
{
  TlFlowOverlay *overlay = g_new0 (TlFlowOverlay, 1);
  Pass pass = { overlay, visible };

  overlay->picture = picture;
  overlay->marks = *marks;
  overlay->zoom = zoom;
  overlay->selected_too = selected_too;
  overlay->boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));
  overlay->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  overlay->chips = g_array_new (FALSE, FALSE, sizeof (guint));
  overlay->steps = g_array_new (FALSE, FALSE, sizeof (guint));
  overlay->labels = g_array_new (FALSE, FALSE, sizeof (guint));
  pass.drawn = g_array_new (FALSE, FALSE, sizeof (TlBox));
  pass.beside = g_hash_table_new (NULL, NULL);
  take_lines (&pass);
  take_chips (&pass);
  take_steps (&pass);
  take_labels (&pass);
  g_hash_table_unref (pass.beside);
  g_array_unref (pass.drawn);
  return overlay;
}

/**
 * tl_flow_overlay_free:
 * @overlay: (transfer full): an overlay
 */
void
tl_flow_overlay_free (TlFlowOverlay *overlay)
{
  g_array_unref (overlay->boxes);
  g_array_unref (overlay->lines);
  g_array_unref (overlay->chips);
  g_array_unref (overlay->steps);
  g_array_unref (overlay->labels);
  g_free (overlay);
}

/**
 * tl_flow_overlay_boxes:
 * @overlay: an overlay
 *
 * Returns: (transfer none) (element-type TlBox): where it differs from the picture under it; they may
 * overlap
 */
const GArray *
tl_flow_overlay_boxes (const TlFlowOverlay *overlay)
{
  return overlay->boxes;
}

static guint
number (const GArray *numbers, guint i)
{
  return g_array_index (numbers, guint, i);
}

static void
paint_lines (const TlFlowOverlay *overlay, const TlFlowBrush *brush, const TlBox *visible)
{
  for (guint i = 0; i < overlay->lines->len; i++)
    {
      guint path = number (overlay->lines, i);

      if (tl_flow_box_is_seen (&overlay->picture->path_boxes[path], visible, 0))
        tl_line_draw (brush, &g_array_index (overlay->picture->geometry->paths, TlPath, path));
    }
}

static void
paint_boxes (const TlFlowOverlay *overlay, const TlFlowBrush *brush, const TlBox *visible)
{
  const TlFlowGeometry *geometry = overlay->picture->geometry;

  for (guint i = 0; i < overlay->chips->len; i++)
    {
      guint chip = number (overlay->chips, i);

      if (tl_flow_box_is_seen (&g_array_index (geometry->chips, TlChipBox, chip).box, visible, TL_FLOW_AROUND))
        tl_flow_picture_paint_chip (overlay->picture, brush, chip);
    }
  for (guint i = 0; i < overlay->steps->len; i++)
    {
      guint step = number (overlay->steps, i);

      if (tl_flow_box_is_seen (&g_array_index (geometry->steps, TlStepBox, step).box, visible, TL_FLOW_AROUND))
        tl_flow_picture_paint_step (overlay->picture, brush, step);
    }
}

static void
paint_labels (const TlFlowOverlay *overlay, const TlFlowBrush *brush, const TlBox *visible)
{
  for (guint i = 0; brush->words && brush->small && i < overlay->labels->len; i++)
    {
      guint path = number (overlay->labels, i);

      if (tl_flow_box_is_seen (&overlay->picture->path_boxes[path], visible, 0))
        tl_flow_picture_paint_label (overlay->picture, brush, path);
    }
}

/**
 * tl_flow_overlay_paint:
 * @overlay: an overlay
 * @cr: where the picture is painted already, in the geometry's units
 * @visible: (nullable): the part that is wanted
 *
 * Paints again, with their marks, the parts that have one.
 */
void
tl_flow_overlay_paint (const TlFlowOverlay *overlay, cairo_t *cr, const TlBox *visible)
{
  TlFlowBrush brush = tl_flow_picture_brush (overlay->picture, cr, overlay->zoom, &overlay->marks);

  cairo_save (cr);
  cairo_new_path (cr);
  if (!brush.fine)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  paint_lines (overlay, &brush, visible);
  paint_boxes (overlay, &brush, visible);
  paint_labels (overlay, &brush, visible);
  cairo_restore (cr);
}
