/* canvas-find.c: what is found on the canvas, and going from one to the next. */
#include "app/canvas-private.h"

#include "study/flow-search.h"

#define FRAME_GAP 7.0
#define FRAME_WIDTH 4.0
#define FRAME_RADIUS 14.0

/* Where one was before one began to look. */
struct _TlFound
{
  GPtrArray *items;
  guint at; /* which of them is shown */
  TlViewport viewport;
  gboolean fitted;
  GPtrArray *selected;
};

static void
found_free (TlFound *found)
{
  g_ptr_array_unref (found->items);
  g_ptr_array_unref (found->selected);
  g_free (found);
}

static void
show_found (TlCanvas *self)
{
  if (self->found->items->len)
    tl_canvas_select (self, g_ptr_array_index (self->found->items, self->found->at));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_canvas_find_begin:
 * @self: a canvas
 *
 * Remembers where one is, to come back to.
 */
void
tl_canvas_find_begin (TlCanvas *self)
{
  if (!self->document || self->found)
    return;
  tl_canvas_want_bar (self, FALSE);
  self->found = g_new0 (TlFound, 1);
  self->found->items = g_ptr_array_new_with_free_func (tl_item_unref);
  self->found->viewport = self->viewport;
  self->found->fitted = self->fitted;
  self->found->selected = tl_selection_items (tl_canvas_selection (self));
}

/* Back to where one was, as far as it is still there. */
static void
go_back (TlCanvas *self)
{
  TlStudy *study = tl_document_study (self->document);
  TlFound *found = self->found;

  for (guint i = found->selected->len; i-- > 0;)
    if (tl_study_of (g_ptr_array_index (found->selected, i)) != study)
      g_ptr_array_remove_index (found->selected, i);
  tl_selection_set_items (tl_canvas_selection (self), found->selected);
  self->viewport = found->viewport;
  self->fitted = found->fitted;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tl_canvas_find_end:
 * @self: a canvas
 * @stay: whether what was found stays selected; else one is back where one was
 */
void
tl_canvas_find_end (TlCanvas *self, gboolean stay)
{
  if (!self->found)
    return;
  if (!stay && self->document)
    go_back (self);
  g_clear_pointer (&self->found, found_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_canvas_find:
 * @self: a canvas on which tl_canvas_find_begin() was called
 * @text: what is looked for
 *
 * Marks all that has @text and goes to the first.
 *
 * Returns: how many there are
 */
guint
tl_canvas_find (TlCanvas *self, const char *text)
{
  g_autoptr (GPtrArray) items = NULL;

  if (!self->found || !self->flow)
    return 0;
  items = tl_flow_find (tl_document_study (self->document), self->flow, text);
  g_ptr_array_set_size (self->found->items, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->found->items, tl_item_ref (g_ptr_array_index (items, i)));
  self->found->at = 0;
  show_found (self);
  return items->len;
}

/**
 * tl_canvas_find_next:
 * @self: a canvas
 * @by: 1 for the next, −1 for the one before
 *
 * Goes on among what is found, and round at the ends.
 *
 * Returns: which of them is shown now, from 0
 */
guint
tl_canvas_find_next (TlCanvas *self, int by)
{
  guint n = self->found ? self->found->items->len : 0;

  if (n == 0)
    return 0;
  self->found->at = (guint) (((int) self->found->at + by + (int) n) % (int) n);
  show_found (self);
  return self->found->at;
}

static void
frame (cairo_t *cr, TlBox box)
{
  double left = box.x - FRAME_GAP, top = box.y - FRAME_GAP;
  double right = box.x + box.width + FRAME_GAP, bottom = box.y + box.height + FRAME_GAP;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - FRAME_RADIUS, top + FRAME_RADIUS, FRAME_RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right - FRAME_RADIUS, bottom - FRAME_RADIUS, FRAME_RADIUS, 0, G_PI_2);
  cairo_arc (cr, left + FRAME_RADIUS, bottom - FRAME_RADIUS, FRAME_RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, left + FRAME_RADIUS, top + FRAME_RADIUS, FRAME_RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Marks what is found: a frame around each, unlike any other mark on the canvas. */
void
tl_canvas_snapshot_found (TlCanvas *self, GtkSnapshot *snapshot)
{
  gboolean dark = tl_canvas_theme ().dark;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  cairo_t *cr;

  if (!self->found || self->found->items->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, self->viewport.x, self->viewport.y);
  cairo_scale (cr, self->viewport.zoom, self->viewport.zoom);
  for (guint i = 0; i < self->found->items->len; i++)
    {
      TlBox box = tl_canvas_box_of (self, g_ptr_array_index (self->found->items, i));

      if (box.width > 0)
        frame (cr, box);
    }
  cairo_set_line_width (cr, FRAME_WIDTH);
  if (dark)
    cairo_set_source_rgb (cr, 0.96, 0.83, 0.18);
  else
    cairo_set_source_rgb (cr, 0.42, 0.13, 0.62);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
