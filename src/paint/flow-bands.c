/* flow-bands.c: draws the lanes of a flow: calm bands, each with the name of who works there. */
#include "paint/flow-bands.h"

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
  g_autofree char *name
      = lane->role != NULL ? tl_words_name (lane->role->name) : g_strdup (_ ("No role yet"));

  return tl_flow_text_new (brush, &font_name, name, room);
}

static void
draw_plate (const TlFlowBrush *brush, const TlBox *plate)
{
  TlColour surface = tl_theme_ink (brush->theme, TL_INK_SURFACE);
  TlColour faint
      = tl_theme_ink (brush->theme, brush->theme->high_contrast ? TL_INK_LINE : TL_INK_FAINT);

  tl_shape_add_round (brush->cr, plate, 6);
  cairo_set_source_rgba (brush->cr, surface.red, surface.green, surface.blue, 0.92);
  cairo_fill_preserve (brush->cr);
  tl_colour_set (brush->cr, &faint);
  cairo_set_line_width (brush->cr, 1);
  cairo_stroke (brush->cr);
}

/* In points of text, from the left top corner of what is seen of a lane. */
static void
draw_name (const TlFlowBrush *brush, const TlLane *lane, double width, double height)
{
  TlColour ink = tl_theme_ink (brush->theme, TL_INK_TEXT);
  TlColour quiet = tl_theme_ink (brush->theme, TL_INK_QUIET);
  g_autoptr (PangoLayout) name = name_text (brush, lane, MAX (40, width / 2));
  g_autofree char *words = hours_of (brush, lane->role);
  g_autoptr (PangoLayout) hours
      = words != NULL ? tl_flow_text_new (brush, &font_hours, words, width) : NULL;
  double left = INSET + PAD, name_width = tl_flow_text_width (name);
  double more = hours != NULL ? GAP + tl_flow_text_width (hours) : 0;
  TlBox plate = { INSET, MIN (4, (height - HEIGHT) / 2), 0, HEIGHT };

  if (left + name_width + more + PAD > width)
    more = 0;
  plate.width = name_width + more + 2 * PAD;
  draw_plate (brush, &plate);
  tl_flow_text_draw (brush, name, &ink, left, plate.y + (HEIGHT - tl_flow_text_height (name)) / 2);
  if (more > 0)
    tl_flow_text_draw (brush, hours, &quiet, left + name_width + GAP,
                       plate.y + (HEIGHT - tl_flow_text_height (hours)) / 2);
}

/**
 * tl_bands_draw_names:
 * @brush: a brush
 * @visible: the part that can be seen
 * @wanted: of the geometry, one point of text
 * @least: the same where there is little room
 *
 * Writes the names of lanes, at the left end of what is seen of them, and where that can be read,
 * no larger than the room above their steps.
 */
void
tl_bands_draw_names (const TlFlowBrush *brush, const TlBox *visible, double wanted, double least)
{
  double unit = MAX (MIN (wanted, ROOM / HEIGHT), least);

  for (guint i = 0; i < brush->geometry->lanes->len; i++)
    {
      const TlLane *lane = lane_at (brush, i);
      double left = MAX (lane->box.x, visible->x);
      double right = MIN (lane->box.x + lane->box.width, visible->x + visible->width);
      double top = MAX (lane->box.y, visible->y);
      double bottom = MIN (lane->box.y + lane->box.height, visible->y + visible->height);

      if (right <= left || (bottom - top) / unit < LEAST)
        continue;
      cairo_save (brush->cr);
      cairo_translate (brush->cr, left, top);
      cairo_scale (brush->cr, unit, unit);
      draw_name (brush, lane, (right - left) / unit, (bottom - top) / unit);
      cairo_restore (brush->cr);
    }
}
