/* canvas-legend.c: what a lens shows, said on a card in a corner of the canvas: how large, in which corner, and when it
 * is worth its room. */
#include "app/canvas-private.h"

#include <math.h>

#include "paint/flow-differing.h"
#include "paint/flow-legend.h"
#include "paint/flow-shape.h"

/* Of the legend's card, at 100 % room scale. */
#define MARGIN 12.0
#define PAD 11.0
#define MOST_WIDTH 620.0
/* The buttons in another corner. */
#define TOOLS_WIDTH 400.0
/* Of a canvas on which the letters of value and waste are explained. */
#define LETTERS_WIDTH 700.0
#define LEAST_WIDTH 250.0
/* Of the canvas, at most so much is covered. */
#define MOST_HEIGHT 0.34
#define SHRINK 0.9
#define LEAST_SCALE 0.7
/* Of the room scale, where the flow needs the room more; what is small on a desk stays as large. */
#define SMALL 0.6
#define USUAL_SCALE 0.9

/* What the lens shows, and under it what the signs of a comparison mean. Returns: the height that it takes */
static double
add_legend (TlCanvas *self, TlScene *scene, const TlBox *place, double *width)
{
  const TlFlowLens *lens = tl_flow_picture_get_lens (tl_canvas_picture (self));
  const TlFlowDifferences *differences = tl_canvas_marked_differences (self);
  double height = tl_flow_legend_add (scene, lens, place, width);
  double gap = tl_scene_unit (scene, PAD);
  TlBox below = { place->x, place->y + height + gap, place->width, 0 };
  double more;

  if (!differences)
    return height;
  height += gap + tl_flow_differing_legend (scene, differences, &below, &more);
  if (width)
    *width = MAX (*width, more);
  return height;
}

static TlScene *
try_legend (TlCanvas *self, double scale, double most)
{
  TlTheme theme = tl_canvas_theme ();
  double pad = PAD * scale;
  TlBox place = { pad, pad, most - 2 * pad, 0 };
  g_autoptr (TlScene) scratch = tl_scene_new (&theme, scale, most, self->height);
  double width, height = add_legend (self, scratch, &place, &width);
  TlScene *scene = tl_scene_new (&theme, scale, ceil (width + 2 * pad), ceil (height + 2 * pad));

  add_legend (self, scene, &place, NULL);
  return scene;
}

/* As large as the room wishes, but no larger than the canvas bears. */
static TlScene *
make_legend (TlCanvas *self, gboolean small)
{
  double wished = self->text_scale * USUAL_SCALE;
  double scale = small ? MAX (MIN (wished, USUAL_SCALE), wished * SMALL) : wished;
  double most = CLAMP (self->width - TOOLS_WIDTH * self->text_scale, LEAST_WIDTH, MOST_WIDTH * self->text_scale);
  TlScene *scene = try_legend (self, scale, most);

  while (scene->height > MOST_HEIGHT * self->height && scale * SHRINK >= LEAST_SCALE)
    {
      tl_scene_free (scene);
      scale *= SHRINK;
      scene = try_legend (self, scale, most);
    }
  return scene;
}

static char *
words_of (TlScene *scene)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlTextBox *text = g_ptr_array_index (scene->texts, i);

      if (words->len)
        g_string_append (words, " · ");
      g_string_append (words, text->whole ? text->whole : text->text);
    }
  return g_string_free (words, FALSE);
}

/* Returns: whether the flow can be read without: value and waste say by their letters what they are */
static gboolean
is_optional (TlCanvas *self)
{
  return self->lens == TL_LENS_CLASS && !self->legend.asked && !tl_canvas_marked_differences (self);
}

static gboolean
wants_legend (TlCanvas *self)
{
  return !self->hide_legend && (!is_optional (self) || self->width >= LETTERS_WIDTH * self->text_scale);
}

/* Returns: (transfer none) (nullable): the card, large or small; %NULL where none is wanted */
static TlScene *
card_scene (TlCanvas *self, gboolean small)
{
  TlScene **scene = &self->legend.scenes[small ? 1 : 0];

  if (!wants_legend (self) || !self->flow || self->flow->steps->len == 0 || self->width <= 0)
    return NULL;
  if (!*scene)
    {
      g_autofree char *words = NULL;

      *scene = make_legend (self, small);
      words = words_of (*scene);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  return *scene;
}

/* The legend is out of date, as the picture is, or has another room. */
void
tl_canvas_forget_legend (TlCanvas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->legend.scenes); i++)
    g_clear_pointer (&self->legend.scenes[i], tl_scene_free);
}

/* What the legend would cover at @place; nothing where it is folded. Returns: whether one is wanted at all */
gboolean
tl_canvas_legend_card (TlCanvas *self, const TlLegendPlace *place, TlBox *card)
{
  TlScene *scene = card_scene (self, place->small);
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean at_end = place->corner == TL_LEGEND_TOP_END;

  *card = (TlBox){ 0 };
  if (!scene)
    return FALSE;
  if (place->folded)
    return TRUE;
  *card = (TlBox){ MARGIN, MARGIN, scene->width, scene->height };
  if (place->corner == TL_LEGEND_BOTTOM_START)
    card->y = self->height - MARGIN - scene->height;
  if (at_end != right_to_left)
    card->x = self->width - MARGIN - scene->width;
  return TRUE;
}

/* Where the flow can be read without the legend, it gives way to the flow. */
gboolean
tl_canvas_legend_may_fold (TlCanvas *self)
{
  return is_optional (self);
}

static void
paint_legend (TlScene *scene, cairo_t *cr, const TlBox *card)
{
  TlTheme theme = tl_canvas_theme ();
  TlColour line = tl_theme_ink (&theme, theme.high_contrast ? TL_INK_LINE : TL_INK_FAINT);

  cairo_save (cr);
  tl_shape_add_round (cr, card, 9);
  cairo_clip (cr);
  cairo_translate (cr, card->x, card->y);
  tl_scene_paint (scene, cr);
  cairo_restore (cr);
  tl_shape_add_round (cr, card, 9);
  tl_colour_set (cr, &line);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static gboolean
covers_focus (TlCanvas *self, const TlBox *card)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));
  TlBox box = focus ? tl_canvas_box_of (self, focus) : (TlBox){ 0 };
  TlBox seen = tl_viewport_box_to_widget (&self->viewport, &box);

  return box.width > 0 && tl_boxes_meet (&seen, card);
}

/* In its corner; in another one while what the keys act on would lie under it. */
static gboolean
find_card (TlCanvas *self, TlBox *card)
{
  TlLegendPlace place = self->legend.place;

  if (!tl_canvas_legend_card (self, &place, card) || place.folded)
    return FALSE;
  if (!covers_focus (self, card))
    return TRUE;
  for (int corner = 0; corner < TL_N_LEGEND_CORNERS; corner++)
    {
      TlBox other;

      place.corner = (TlLegendCorner) corner;
      tl_canvas_legend_card (self, &place, &other);
      if (covers_focus (self, &other))
        continue;
      *card = other;
      return TRUE;
    }
  return TRUE;
}

/* Draws the legend, where there is one. */
void
tl_canvas_draw_legend (TlCanvas *self, GtkSnapshot *snapshot)
{
  TlBox card;
  cairo_t *cr;

  if (!find_card (self, &card))
    card = (TlBox){ 0 };
  self->legend.card = card;
  if (card.width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) card.x - 1, (float) card.y - 1,
                                                                 (float) card.width + 2, (float) card.height + 2));
  paint_legend (card_scene (self, self->legend.place.small), cr, &card);
  cairo_destroy (cr);
}

/**
 * tl_canvas_legend_words:
 * @self: a canvas
 *
 * Returns: (transfer full): what the legend says; the empty text where it is hidden
 */
char *
tl_canvas_legend_words (TlCanvas *self)
{
  TlScene *scene = card_scene (self, self->legend.place.small);

  return scene ? words_of (scene) : g_strdup ("");
}
