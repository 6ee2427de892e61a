/* flow-bands.c: draws the lanes of a flow: calm bands, each with the name of who works there. */
#include "paint/flow-bands.h"

#include "layout/flow-label.h"
#include "layout/flow-lanes.h"
#include "paint/flow-shape.h"
#include "paint/flow-text.h"
#include "paint/role-look.h"
#include "paint/words.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In points of text. */
#define PAD 8.0
#define INSET 10.0
#define GAP 10.0
#define HEIGHT 21.0
/* A band that is lower than this has no room for its name. */
#define LEAST 12.0
/* What of the room above a lane's steps a name may fill, in the flow's units. */
#define ROOM (TL_LANE_TOP - 8)

/* Smaller than so much of the least size of text a name is but a smear. */
#define READABLE 0.55

static const TlFlowFont font_name = { 14, PANGO_WEIGHT_BOLD, 1 };
static const TlFlowFont font_hours = { 13, PANGO_WEIGHT_NORMAL, 1 };

static const TlLane *
lane_at (const TlFlowBrush *brush, guint i)
{
  return &g_array_index (brush->geometry->lanes, TlLane, i);
}

static gboolean
is_seen (const TlBox *band, const TlBox *visible)
{
  return visible == NULL
         || (band->y <= visible->y + visible->height && visible->y <= band->y + band->height
             && band->x <= visible->x + visible->width && visible->x <= band->x + band->width);
}

/* Every other band is a little darker than the ground; in the lens of roles each has its colour. */
static void
fill_band (const TlFlowBrush *brush, guint i)
{
  const TlLane *lane = lane_at (brush, i);
  TlColour ground = tl_theme_ink (brush->theme, TL_INK_GROUND);
  TlColour faint = tl_theme_ink (brush->theme, TL_INK_FAINT);
  TlColour fill = tl_colour_mix (&ground, &faint, i % 2 == 0 ? 0.42 : 0.14);

  if (brush->theme->high_contrast)
    fill = ground;
  else if (brush->lens->lens == TL_LENS_ROLE)
    {
      faint = tl_role_colour (brush->theme, tl_flow_lens_role (brush->lens, lane->role));
      fill = tl_colour_mix (&ground, &faint, 0.09);
    }
  cairo_rectangle (brush->cr, lane->box.x, lane->box.y, lane->box.width, lane->box.height);
  tl_colour_set (brush->cr, &fill);
  cairo_fill (brush->cr);
}

static void
draw_border (const TlFlowBrush *brush, const TlBox *band, gboolean last)
{
  TlColour faint = tl_theme_ink (brush->theme, TL_INK_FAINT);
  TlColour line = tl_theme_ink (brush->theme, TL_INK_LINE);
  TlColour border = tl_colour_mix (&faint, &line, brush->theme->high_contrast ? 1 : 0.25);

  tl_colour_set (brush->cr, &border);
  tl_flow_brush_width (brush, 1);
  cairo_move_to (brush->cr, band->x, band->y);
  cairo_line_to (brush->cr, band->x + band->width, band->y);
  if (last)
    {
      cairo_move_to (brush->cr, band->x, band->y + band->height);
      cairo_line_to (brush->cr, band->x + band->width, band->y + band->height);
    }
  cairo_stroke (brush->cr);
}

/**
 * tl_bands_draw:
 * @brush: a brush
 * @visible: (nullable): the part that can be seen
 *
 * Draws the bands, to lie under everything else.
 */
void
tl_bands_draw (const TlFlowBrush *brush, const TlBox *visible)
{
  guint n = brush->geometry->lanes->len;

  for (guint i = 0; i < n; i++)
    if (is_seen (&lane_at (brush, i)->box, visible))
      fill_band (brush, i);
  for (guint i = 0; i < n; i++)
    if (is_seen (&lane_at (brush, i)->box, visible))
      draw_border (brush, &lane_at (brush, i)->box, i + 1 == n);
}

/* Returns: (nullable): "215 of 180 h a week" */
static char *
hours_of (const TlFlowBrush *brush, const TlRole *role)
{
  for (guint i = 0; brush->capacity != NULL && i < brush->capacity->roles->len; i++)
    {
      const TlRoleNumbers *numbers = &g_array_index (brush->capacity->roles, TlRoleNumbers, i);
      double used = tl_buckets_sum (&numbers->hours);

      if (numbers->role != role)
        continue;
      if (numbers->available > 0)
        return tl_words_hours_of_per (used, numbers->available, brush->period);
      return used > 0 ? tl_words_hours_per (used, brush->period) : NULL;
    }
  return NULL;
}

/* At most half of what is seen is covered by a name. */
static PangoLayout *
name_text (const TlFlowBrush *brush, const TlLane *lane, double room)
{
  g_autofree char *name = lane->role != NULL ? tl_words_name (lane->role->name) : g_strdup (_ ("No role yet"));

  return tl_flow_text_new (brush, &font_name, name, room);
}

static void
draw_plate (const TlFlowBrush *brush, const TlBox *plate)
{
  TlColour surface = tl_theme_ink (brush->theme, TL_INK_SURFACE);
  TlColour faint = tl_theme_ink (brush->theme, brush->theme->high_contrast ? TL_INK_LINE : TL_INK_FAINT);

  tl_shape_add_round (brush->cr, plate, 6);
  cairo_set_source_rgba (brush->cr, surface.red, surface.green, surface.blue, 0.92);
  cairo_fill_preserve (brush->cr);
  tl_colour_set (brush->cr, &faint);
  cairo_set_line_width (brush->cr, 1);
  cairo_stroke (brush->cr);
}

/* A name at the top of what is seen of a lane. In points of text. */
typedef struct
{
  PangoLayout *name;
  PangoLayout *hours; /* NULL where there are none, or no room */
  TlBox plate;
} LaneName;

static void
lane_name_clear (LaneName *self)
{
  g_clear_object (&self->name);
  g_clear_object (&self->hours);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LaneName, lane_name_clear)

static void
lane_name_init (LaneName *self, const TlFlowBrush *brush, const TlLane *lane, double width, double height)
{
  g_autofree char *words = hours_of (brush, lane->role);
  double more = 0;

  self->name = name_text (brush, lane, MAX (40, width / 2));
  self->hours = words != NULL ? tl_flow_text_new (brush, &font_hours, words, width) : NULL;
  self->plate = (TlBox){ INSET, MIN (4, (height - HEIGHT) / 2), tl_flow_text_width (self->name) + 2 * PAD, HEIGHT };
  if (self->hours != NULL)
    more = GAP + tl_flow_text_width (self->hours);
  if (INSET + self->plate.width + more > width)
    g_clear_object (&self->hours);
  else
    self->plate.width += more;
}

static void
lane_name_draw (const LaneName *self, const TlFlowBrush *brush)
{
  TlColour ink = tl_theme_ink (brush->theme, TL_INK_TEXT);
  TlColour quiet = tl_theme_ink (brush->theme, TL_INK_QUIET);
  const TlBox *plate = &self->plate;

  draw_plate (brush, plate);
  tl_flow_text_draw (brush, self->name, &ink, plate->x + PAD,
                     plate->y + (HEIGHT - tl_flow_text_height (self->name)) / 2);
  if (self->hours != NULL)
    tl_flow_text_draw (brush, self->hours, &quiet, plate->x + PAD + tl_flow_text_width (self->name) + GAP,
                       plate->y + (HEIGHT - tl_flow_text_height (self->hours)) / 2);
}

static gboolean
overlap (const TlBox *a, const TlBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Moves @box to the right of what it lies over. Returns: whether it lay over it */
static gboolean
moved_off (TlBox *box, const TlBox *other)
{
  if (!overlap (box, other))
    return FALSE;
  box->x = other->x + other->width + 1;
  return TRUE;
}

static gboolean
moved_off_any (const TlFlowBrush *brush, TlBox *box)
{
  const GArray *steps = brush->geometry->steps, *paths = brush->geometry->paths;

  for (guint i = 0; i < steps->len; i++)
    if (moved_off (box, &g_array_index (steps, TlStepBox, i).box))
      return TRUE;
  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *path = &g_array_index (paths, TlPath, i);
      TlBox label = tl_path_label_box (path);

      if (path->label_width > 0 && moved_off (box, &label))
        return TRUE;
    }
  return FALSE;
}

/* Moves @box to the right until it lies over no step and no words. Returns: whether that is before @right */
static gboolean
find_gap (const TlFlowBrush *brush, TlBox *box, double right)
{
  while (box->x + box->width <= right && moved_off_any (brush, box))
    ;
  return box->x + box->width <= right;
}

static TlBox
plate_in (const LaneName *name, const TlBox *seen, double unit)
{
  const TlBox *plate = &name->plate;

  return (TlBox){ seen->x + plate->x * unit, seen->y + plate->y * unit, plate->width * unit, plate->height * unit };
}

/* At @unit, where that lies over no step and no words: rather at the left without hours than elsewhere with them.
 * Returns: whether there is such a place in @seen */
static gboolean
write_name (const TlFlowBrush *brush, const TlLane *lane, const TlBox *seen, double unit)
{
  g_auto (LaneName) name = { NULL };
  double right = seen->x + seen->width;
  gboolean fits;
  TlBox box, wish;

  lane_name_init (&name, brush, lane, seen->width / unit, seen->height / unit);
  box = wish = plate_in (&name, seen, unit);
  fits = find_gap (brush, &box, right);
  if (name.hours != NULL && (!fits || box.x > wish.x))
    {
      g_clear_object (&name.hours);
      name.plate.width = tl_flow_text_width (name.name) + 2 * PAD;
      box = plate_in (&name, seen, unit);
      fits = find_gap (brush, &box, right);
    }
  if (!fits)
    return FALSE;
  cairo_save (brush->cr);
  cairo_translate (brush->cr, box.x - name.plate.x * unit, seen->y);
  cairo_scale (brush->cr, unit, unit);
  lane_name_draw (&name, brush);
  cairo_restore (brush->cr);
  return TRUE;
}

/**
 * tl_bands_draw_names:
 * @brush: a brush
 * @visible: the part that can be seen
 * @wanted: of the geometry, one point of text
 * @least: the same where there is little room
 *
 * Writes the names of lanes, at the left end of what is seen of them. A name lies over no step and no words: where it
 * needs more than the room above them it stands in a gap between them; where there is none, it is as small as that
 * room, if that can still be read.
 */
void
tl_bands_draw_names (const TlFlowBrush *brush, const TlBox *visible, double wanted, double least)
{
  double small = MIN (wanted, ROOM / HEIGHT), unit = MAX (small, least);

  for (guint i = 0; i < brush->geometry->lanes->len; i++)
    {
      const TlLane *lane = lane_at (brush, i);
      TlBox seen = { MAX (lane->box.x, visible->x), MAX (lane->box.y, visible->y), 0, 0 };

      seen.width = MIN (lane->box.x + lane->box.width, visible->x + visible->width) - seen.x;
      seen.height = MIN (lane->box.y + lane->box.height, visible->y + visible->height) - seen.y;
      if (seen.width <= 0 || seen.height / unit < LEAST)
        continue;
      if (!write_name (brush, lane, &seen, unit) && small < unit && small >= READABLE * least)
        write_name (brush, lane, &seen, small);
    }
}
