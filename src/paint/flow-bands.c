/* flow-bands.c: draws the lanes of a flow: calm bands, each with the name of who works there. */
#include "paint/flow-bands.h"

#include <math.h>

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
/* So far from lines, and so much farther right rather than under the steps. */
#define BESIDE 3.0
#define NEAR 60.0
/* So far from the left, of what is seen of a lane, to be over no line. */
#define REACH 0.4
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
draw_plate (const TlFlowBrush *brush, const TlBox *plate, double opacity)
{
  TlColour surface = tl_theme_ink (brush->theme, TL_INK_SURFACE);
  TlColour faint = tl_theme_ink (brush->theme, brush->theme->high_contrast ? TL_INK_LINE : TL_INK_FAINT);

  tl_shape_add_round (brush->cr, plate, 6);
  cairo_set_source_rgba (brush->cr, surface.red, surface.green, surface.blue, opacity);
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
  gboolean shines_through; /* what lies under it can be seen */
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

  draw_plate (brush, plate, self->shines_through ? 0.7 : 0.92);
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

static void
add_in_row (GArray *boxes, const TlBox *row, const TlBox *box)
{
  if (overlap (box, row))
    g_array_append_vals (boxes, box, 1);
}

/* Returns: (transfer full) (element-type TlBox): the steps and words in a row, and, where @beside is not negative,
 * lines with that much beside them */
static GArray *
in_row (const TlFlowBrush *brush, const TlBox *row, double beside)
{
  const GArray *steps = brush->geometry->steps, *paths = brush->geometry->paths;
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (TlBox));

  for (guint i = 0; i < steps->len; i++)
    add_in_row (boxes, row, &g_array_index (steps, TlStepBox, i).box);
  for (guint i = 0; i < paths->len; i++)
    {
      const TlPath *path = &g_array_index (paths, TlPath, i);
      const TlPlace *points = (const TlPlace *) (gpointer) path->points->data;
      TlBox label = tl_path_label_box (path);

      if (path->label_width > 0)
        add_in_row (boxes, row, &label);
      for (guint p = 1; beside >= 0 && p < path->points->len; p++)
        {
          TlBox line = tl_box_between (points[p - 1], points[p], beside);

          add_in_row (boxes, row, &line);
        }
    }
  return boxes;
}

static gboolean
moved_off_any (const GArray *boxes, TlBox *box)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const TlBox *other = &g_array_index (boxes, TlBox, i);

      if (!overlap (box, other))
        continue;
      box->x = other->x + other->width + 1;
      return TRUE;
    }
  return FALSE;
}

/* Moves @box to the right until it lies over none of @boxes. Returns: whether that is before @right */
static gboolean
find_gap (const GArray *boxes, TlBox *box, double right)
{
  while (box->x + box->width <= right && moved_off_any (boxes, box))
    ;
  return box->x + box->width <= right;
}

static TlBox
plate_in (const LaneName *name, const TlBox *seen, double unit)
{
  const TlBox *plate = &name->plate;

  return (TlBox){ seen->x + plate->x * unit, seen->y + plate->y * unit, plate->width * unit, plate->height * unit };
}

/* Looks in the room over the steps of a lane and in that under them, for where no line is hidden: as near to the left
 * top of what is seen as can be. Returns: whether there is such a place within @reach */
static gboolean
find_clear (const TlFlowBrush *brush, const LaneName *name, const TlBox *seen, double unit, double reach, TlBox *box)
{
  g_autoptr (GArray) boxes = in_row (brush, seen, BESIDE * unit);
  TlBox wish = plate_in (name, seen, unit);
  double right = MIN (seen->x + seen->width, wish.x + wish.width + reach), least = G_MAXDOUBLE;
  double over = seen->y + TL_LANE_TOP - wish.height, under = seen->y + seen->height - wish.height - BESIDE / 2;

  for (double y = wish.y; y <= under; y = y < over ? MIN (y + BESIDE, over) : y < under ? under : G_MAXDOUBLE)
    {
      TlBox there = { wish.x, y, wish.width, wish.height };
      double far;

      if (!find_gap (boxes, &there, right))
        continue;
      far = there.x - wish.x + MIN (y - wish.y, NEAR * unit);
      if (far >= least)
        continue;
      least = far;
      *box = there;
    }
  return least < G_MAXDOUBLE;
}

static void
leave_out_hours (LaneName *name)
{
  g_clear_object (&name->hours);
  name->plate.width = tl_flow_text_width (name->name) + 2 * PAD;
}

/* Rather at the left without hours than elsewhere with them. Returns: whether there is a place near where it hides no
 * line
 */
static gboolean
find_near (const TlFlowBrush *brush, LaneName *name, const TlBox *seen, double unit, TlBox *box)
{
  if (find_clear (brush, name, seen, unit, 0, box))
    return TRUE;
  leave_out_hours (name);
  return find_clear (brush, name, seen, unit, REACH * seen->width, box);
}

/* A line over which it lies shines through. Returns: whether there is a place at all */
static gboolean
find_any (const TlFlowBrush *brush, LaneName *name, const TlBox *seen, double unit, TlBox *box)
{
  g_autoptr (GArray) boxes = NULL;

  leave_out_hours (name);
  name->shines_through = TRUE;
  *box = plate_in (name, seen, unit);
  boxes = in_row (brush, seen, -1);
  return find_gap (boxes, box, seen->x + seen->width);
}

/* At @unit; over a line only @anywhere. Returns: whether there is a place for it in @seen */
static gboolean
write_name (const TlFlowBrush *brush, const TlLane *lane, const TlBox *seen, double unit, gboolean anywhere)
{
  g_auto (LaneName) name = { NULL };
  TlBox box;

  lane_name_init (&name, brush, lane, seen->width / unit, seen->height / unit);
  if (anywhere ? !find_any (brush, &name, seen, unit, &box) : !find_near (brush, &name, seen, unit, &box))
    return FALSE;
  cairo_save (brush->cr);
  cairo_translate (brush->cr, box.x - name.plate.x * unit, box.y - name.plate.y * unit);
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
 * room, if that can still be read. It keeps off lines as well, where there is room for that over or under the steps,
 * not far from the left end; for that it may be as small as @least.
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
      if (write_name (brush, lane, &seen, unit, FALSE)
          || (least > 0 && least < unit && write_name (brush, lane, &seen, least, FALSE))
          || write_name (brush, lane, &seen, unit, TRUE))
        continue;
      if (small < unit && small >= READABLE * least)
        write_name (brush, lane, &seen, small, TRUE);
    }
}
