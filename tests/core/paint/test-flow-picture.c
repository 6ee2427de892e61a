/* The picture of a flow: drawn without complaint whatever the flow, and saying by colour what it
 * should. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-label.h"
#include "paint/flow-picture.h"
#include "study/item-build.h"

#define MARGIN 40.0

typedef struct
{
  cairo_surface_t *surface;
  TlBox bounds;
} Shot;

static const TlTheme light = { FALSE, FALSE, 1 };
static const TlTheme dark = { TRUE, FALSE, 1 };

static void
shot_clear (Shot *shot)
{
  cairo_surface_destroy (shot->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shot, shot_clear)

/* Paints a flow at 100 %, all of it visible. */
static Shot
shoot (TlStudy *study, const TlTheme *theme, double zoom, const TlFlowMarks *marks)
{
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, theme, NULL);
  TlBox bounds = geometry->bounds;
  int width = (int) (bounds.width + 2 * MARGIN);
  int height = (int) (bounds.height + 2 * MARGIN);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  TlColour ground = tl_theme_ink (theme, TL_INK_GROUND);

  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN - bounds.x, MARGIN - bounds.y);
  tl_flow_picture_paint (picture, cr, &bounds, zoom, marks);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return (Shot){ surface, bounds };
}

static TlColour
colour_at (const Shot *shot, double x, double y)
{
  int column = (int) (x - shot->bounds.x + MARGIN);
  int row = (int) (y - shot->bounds.y + MARGIN);
  const guchar *line = cairo_image_surface_get_data (shot->surface)
                       + (gsize) row * (gsize) cairo_image_surface_get_stride (shot->surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) line)[column];

  return (TlColour){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0, 1 };
}

static double
difference (TlColour a, TlColour b)
{
  return ABS (a.red - b.red) + ABS (a.green - b.green) + ABS (a.blue - b.blue);
}

/* Whether some pixel of the area is of that colour: hatches and corners leave enough of it. */
static gboolean
shows (const Shot *shot, TlBox area, TlColour colour)
{
  for (double y = area.y; y < area.y + area.height; y++)
    for (double x = area.x; x < area.x + area.width; x++)
      if (difference (colour_at (shot, x, y), colour) < 0.06)
        return TRUE;
  return FALSE;
}

static guint
count_beyond (const Shot *a, const Shot *b, double limit)
{
  guint count = 0;

  for (double y = a->bounds.y - MARGIN; y < a->bounds.y + a->bounds.height + MARGIN - 1; y++)
    for (double x = a->bounds.x - MARGIN; x < a->bounds.x + a->bounds.width + MARGIN - 1; x++)
      count += difference (colour_at (a, x, y), colour_at (b, x, y)) > limit;
  return count;
}

static guint
count_differences (const Shot *a, const Shot *b)
{
  return count_beyond (a, b, 0.02);
}

static TlStudy *
three_steps (void)
{
  TlStudy *study = drawn_study_new ();
  TlStep *value = drawn_step_at (study, "Fix it", 0, 0);
  TlStep *waste = drawn_step_at (study, "Check it", 300, 0);
  TlStep *unjudged = drawn_step_at (study, "File it", 600, 0);

  tl_item_set_choice (value, "class", TL_CLASS_VALUE);
  tl_item_set_choice (waste, "class", TL_CLASS_WASTE);
  tl_item_set_choice (waste, "waste", TL_WASTE_CHECKING);
  drawn_connector (study, value, waste, TL_CONNECTOR_FLOW);
  drawn_connector (study, waste, unjudged, TL_CONNECTOR_REWORK);
  return study;
}

static TlStep *
step (TlStudy *study, guint i)
{
  return g_ptr_array_index (drawn_flow (study)->steps, i);
}

static TlBox
left_edge (double x, double y)
{
  return (TlBox){ x - TL_STEP_WIDTH / 2, y - 20, 9, 40 };
}

static void
test_classes (gconstpointer data)
{
  const TlTheme *theme = data;
  g_autoptr (TlStudy) study = three_steps ();
  g_auto (Shot) shot = shoot (study, theme, 1, NULL);
  TlColour value = tl_theme_bucket (theme, TL_BUCKET_VALUE);
  TlColour waste = tl_theme_bucket (theme, TL_BUCKET_WASTE);
  TlColour grey = tl_theme_bucket (theme, TL_BUCKET_UNCLASSIFIED);

  g_assert_true (shows (&shot, left_edge (0, 0), value));
  g_assert_false (shows (&shot, left_edge (0, 0), waste));
  g_assert_true (shows (&shot, left_edge (300, 0), waste));
  g_assert_false (shows (&shot, left_edge (300, 0), value));
  g_assert_true (shows (&shot, left_edge (600, 0), grey));
}

/* Text is there, dark on light or light on dark; afar it is left out. */
static void
test_text (gconstpointer data)
{
  const TlTheme *theme = data;
  g_autoptr (TlStudy) study = three_steps ();
  g_auto (Shot) near = shoot (study, theme, 1, NULL);
  g_auto (Shot) far = shoot (study, theme, 0.3, NULL);
  TlBox name = { -60, -30, 110, 60 };
  TlColour ink = tl_theme_ink (theme, TL_INK_TEXT);

  g_assert_true (shows (&near, name, ink));
  g_assert_false (shows (&far, name, ink));
  g_assert_true (shows (&far, left_edge (300, 0), tl_theme_bucket (theme, TL_BUCKET_WASTE)));
}

static void
test_lines (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  g_auto (Shot) shot = shoot (study, &light, 1, NULL);
  TlBox first = { 90, -3, 120, 6 };
  TlBox second = { 390, -3, 120, 6 };

  g_assert_true (shows (&shot, first, tl_theme_ink (&light, TL_INK_LINE)));
  g_assert_false (shows (&shot, first, tl_theme_bucket_text (&light, TL_BUCKET_REWORK)));
  g_assert_true (shows (&shot, second, tl_theme_bucket_text (&light, TL_BUCKET_REWORK)));
}

static void
test_failure_is_told (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  TlDemand *chased = drawn_demand (study, "Where is it?", TL_DEMAND_FAILURE);
  TlColour failure = tl_theme_bucket (&light, TL_BUCKET_FAILURE);
  g_auto (Shot) without = shoot (study, &light, 1, NULL);
  g_auto (Shot) with = { NULL };

  drawn_raises (study, step (study, 0), chased, 0.35);
  with = shoot (study, &light, 1, NULL);
  g_assert_false (shows (&without, without.bounds, failure));
  g_assert_true (shows (&with, with.bounds, failure));
}

/* Each mark changes what is seen, and each in its own way. */
static void
test_marks (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  TlFlowMarks marks[] = {
    { NULL },
    { .selected = selected },
    { .hover = TL_ITEM (step (study, 1)) },
    { .focus = TL_ITEM (step (study, 1)) },
    { .without = TL_ITEM (step (study, 1)) },
  };
  Shot shots[G_N_ELEMENTS (marks)];

  g_hash_table_add (selected, step (study, 1));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    shots[i] = shoot (study, &light, 1, &marks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (count_differences (&shots[i], &shots[j]), >, 100);
  g_assert_false (shows (&shots[4], left_edge (300, 0), tl_theme_bucket (&light, TL_BUCKET_WASTE)));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    shot_clear (&shots[i]);
}

/* From afar as well a selected step keeps the colours of its class, in a ring that is seen. */
static void
test_selected_from_afar (void)
{
  static const double zooms[] = { 0.3, 0.1, 0.05 };
  g_autoptr (TlStudy) study = three_steps ();
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  TlFlowMarks marks = { .selected = selected };
  TlBox inside = { 300 - TL_STEP_WIDTH / 2, -TL_STEP_HEIGHT / 2, TL_STEP_WIDTH, TL_STEP_HEIGHT };
  TlColour accent = tl_theme_ink (&light, TL_INK_ACCENT);

  g_hash_table_add (selected, step (study, 1));
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_auto (Shot) plain = shoot (study, &light, zooms[i], NULL);
      g_auto (Shot) shot = shoot (study, &light, zooms[i], &marks);

      for (double x = inside.x + 1; x < inside.x + inside.width - 1; x++)
        for (double y = inside.y + 1; y < inside.y + inside.height - 1; y++)
          g_assert_cmpfloat (difference (colour_at (&shot, x, y), colour_at (&plain, x, y)), <, 0.02);
      g_assert_true (shows (&shot, left_edge (300, 0), tl_theme_bucket (&light, TL_BUCKET_WASTE)));
      g_assert_cmpfloat (difference (colour_at (&shot, 300, inside.y - 2), accent), <, 0.06);
      g_assert_cmpfloat (difference (colour_at (&shot, inside.x - 2, 0), accent), <, 0.06);
    }
}

static void
test_marked_connector (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  TlFlowMarks marks = { .selected = selected };
  TlBox line = { 90, -3, 120, 6 };

  g_hash_table_add (selected, g_ptr_array_index (drawn_flow (study)->connectors, 0));
  {
    g_auto (Shot) shot = shoot (study, &light, 1, &marks);

    g_assert_true (shows (&shot, line, tl_theme_ink (&light, TL_INK_ACCENT)));
  }
}

/* What lies outside the visible part is not drawn, what lies in it is. */
static void
test_culling (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, &light, NULL);
  TlBox nowhere = { 10000, 10000, 100, 100 };
  TlBox here = { -10, -10, 20, 20 };
  double x, y, width, height;

  for (guint i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);

      tl_flow_picture_paint (picture, cr, i == 0 ? &nowhere : &here, 1, NULL);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      if (i == 0)
        g_assert_cmpfloat (width, ==, 0);
      else
        g_assert_cmpfloat (width, >=, TL_STEP_WIDTH);
      g_assert_cmpfloat (x + width, <, 300 + TL_STEP_WIDTH);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* ---- what moves ---- */

static Shot
blank (TlBox bounds)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (bounds.width + 2 * MARGIN),
                                                         (int) (bounds.height + 2 * MARGIN));

  return (Shot){ surface, bounds };
}

static cairo_t *
pen (const Shot *shot)
{
  cairo_t *cr = cairo_create (shot->surface);

  cairo_translate (cr, MARGIN - shot->bounds.x, MARGIN - shot->bounds.y);
  return cr;
}

static void
paint_all (const Shot *shot, TlFlowPicture *picture, const TlFlowMarks *marks)
{
  TlColour ground = tl_theme_ink (&light, TL_INK_GROUND);
  cairo_t *cr = pen (shot);

  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  tl_flow_picture_paint (picture, cr, NULL, 1, marks);
  cairo_destroy (cr);
  cairo_surface_flush (shot->surface);
}

/* What is left out where the flow is painted, and drawn over it, makes the same picture. */
static void
test_apart (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, &light, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GHashTable) apart = NULL;
  g_autoptr (TlFlowOverlay) overlay = NULL;
  g_auto (Shot) whole = blank (geometry->bounds);
  g_auto (Shot) parted = blank (geometry->bounds);
  TlFlowMarks marks = { NULL };
  cairo_t *cr = pen (&parted);

  g_ptr_array_add (steps, step (study, 1));
  apart = marks.apart = tl_flow_geometry_moving (geometry, steps);
  paint_all (&whole, picture, NULL);
  paint_all (&parted, picture, &marks);
  g_assert_false (shows (&parted, left_edge (300, 0), tl_theme_bucket (&light, TL_BUCKET_WASTE)));
  g_assert_cmpuint (count_differences (&whole, &parted), >, 1000);
  overlay = tl_flow_overlay_new (picture, NULL, 1, &marks, TRUE);
  for (guint i = 0; i < tl_flow_overlay_boxes (overlay)->len; i++)
    {
      const TlBox *box = &g_array_index (tl_flow_overlay_boxes (overlay), TlBox, i);

      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
    }
  cairo_clip (cr);
  tl_flow_overlay_paint (overlay, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (parted.surface);
  /* Borders of the steps beside are smoothed twice. */
  g_assert_cmpuint (count_beyond (&whole, &parted, 0.5), <, 40);
}

/* In whole pixels, as the tiles do. */
static void
add_region (const TlBox *box, gboolean fine_only, gpointer cr)
{
  double left = floor (box->x), top = floor (box->y);

  cairo_rectangle (cr, left, top, ceil (box->x + box->width) - left, ceil (box->y + box->height) - top);
}

static void
count_change (const TlBox *box, gboolean fine_only, gpointer count)
{
  (*(guint *) count)++;
}

/* A picture that follows a step that moved is as a new one, and tells all that is other. */
static void
test_move (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  g_autoptr (TlFlowGeometry) before = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), before, NULL, &light, NULL);
  g_autoptr (TlFlowGeometry) after = NULL;
  g_autoptr (TlFlowPicture) anew = NULL;
  TlBox bounds = { -100, -60, 820, 330 };
  g_auto (Shot) kept = blank (bounds);
  g_auto (Shot) wanted = blank (bounds);
  TlColour ground = tl_theme_ink (&light, TL_INK_GROUND);
  cairo_t *cr = pen (&kept);
  guint changes = 0;

  paint_all (&kept, picture, NULL);
  tl_item_set_number (step (study, 1), "y", 190);
  after = tl_flow_geometry_new_moved (before, study, drawn_flow (study), NULL);
  tl_flow_picture_move (picture, after, add_region, cr);
  cairo_clip (cr);
  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  tl_flow_picture_paint (picture, cr, NULL, 1, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (kept.surface);
  anew = tl_flow_picture_new (study, drawn_flow (study), after, NULL, &light, NULL);
  paint_all (&wanted, anew, NULL);
  g_assert_cmpuint (count_differences (&kept, &wanted), ==, 0);
  g_assert_true (shows (&kept, left_edge (300, 190), tl_theme_bucket (&light, TL_BUCKET_WASTE)));
  tl_flow_picture_compare (picture, anew, count_change, &changes);
  g_assert_cmpuint (changes, ==, 0);
}

/* Whoever keeps what was painted, and paints anew only what an edit has changed, shows nothing of what was there: of
 * words that were longer, either. */
static void
test_words_that_were_longer (void)
{
  g_autoptr (TlStudy) study = three_steps ();
  TlItem *way = g_ptr_array_index (drawn_flow (study)->connectors, 0);
  g_autoptr (TlFlowGeometry) then = NULL;
  g_autoptr (TlFlowGeometry) now = NULL;
  g_autoptr (TlFlowPicture) before = NULL;
  g_autoptr (TlFlowPicture) after = NULL;
  TlBox bounds = { -100, -200, 820, 470 };
  g_auto (Shot) kept = blank (bounds);
  g_auto (Shot) wanted = blank (bounds);
  TlColour ground = tl_theme_ink (&light, TL_INK_GROUND);
  cairo_t *cr = pen (&kept);

  tl_item_set_text (way, "label", "when the customer has not yet paid the second invoice in full");
  then = tl_flow_geometry_new (study, drawn_flow (study));
  before = tl_flow_picture_new (study, drawn_flow (study), then, NULL, &light, NULL);
  paint_all (&kept, before, NULL);
  tl_item_set_text (way, "label", "no");
  now = tl_flow_geometry_new (study, drawn_flow (study));
  after = tl_flow_picture_new (study, drawn_flow (study), now, NULL, &light, NULL);
  tl_flow_picture_compare (before, after, add_region, cr);
  cairo_clip (cr);
  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  tl_flow_picture_paint (after, cr, NULL, 1, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (kept.surface);
  paint_all (&wanted, after, NULL);
  /* Where a part ends in the middle of a letter, smoothing is a trace other. */
  g_assert_cmpuint (count_beyond (&kept, &wanted, 0.1), ==, 0);
}

static void
check_study (TlStudy *study)
{
  static const double zooms[] = { 1, 0.3, 0.1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_auto (Shot) bright = shoot (study, &light, zooms[i], NULL);
      g_auto (Shot) night = shoot (study, &dark, zooms[i], NULL);
    }
}

static void
test_sizes (void)
{
  static const guint sizes[] = { 0, 1, 12, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TlStudy) study = random_study_new (i + 1, sizes[i], PLACES_NONE);
      check_study (study);
    }
}

/* Names as people and other programs write them. */
static void
test_odd_words (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autofree char *endless = g_strnfill (100000, 'x');
  const char *names[] = { endless,
                          "line\nbreak\ttab",
                          "<b>not markup</b> & so on",
                          "שלום עולם",
                          "修理の依頼を受ける",
                          "👩‍🔧🚿",
                          "\xff\xfe not UTF-8",
                          "%s%n",
                          NULL };
  TlStep *last = NULL;
  TlDemand *demand = drawn_demand (study, endless, TL_DEMAND_UNSURE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TlStep *named = drawn_step (study, names[i]);

      tl_item_set_number (named, "work-minutes", 1e12);
      tl_item_set_number (named, "wait-minutes", 1e-6);
      if (last != NULL)
        tl_item_set_text (drawn_connector (study, last, named, TL_CONNECTOR_FLOW), "label", names[i]);
      last = named;
    }
  drawn_entry (study, demand, last);
  check_study (study);
}

/* Nothing of a name leaves its box. */
static void
test_names_stay_inside (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autofree char *endless = g_strnfill (3000, 'W');
  TlBox right = { TL_STEP_WIDTH / 2 + 3, -40, 30, 80 };
  TlBox below = { -80, TL_STEP_HEIGHT / 2 + 3, 160, 30 };

  drawn_step_at (study, endless, 0, 0);
  {
    g_auto (Shot) shot = shoot (study, &light, 1, NULL);
    TlColour ink = tl_theme_ink (&light, TL_INK_TEXT);

    g_assert_false (shows (&shot, right, ink));
    g_assert_false (shows (&shot, below, ink));
  }
}

/* What a person would say beside a way is not cut: it goes on in a second line, and there is room for it. */
static void
test_long_label (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *first = drawn_step_at (study, "Is it urgent?", 0, 0);
  TlStep *second = drawn_step_at (study, "Book a visit", 3 * TL_STEP_WIDTH, 0);
  TlColour ink = tl_theme_ink (&light, TL_INK_TEXT);
  TlBox upper, lower;

  tl_item_set_text (drawn_connector (study, first, second, TL_CONNECTOR_FLOW), "label", "no, can wait until next week");
  {
    g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
    g_auto (Shot) shot = shoot (study, &light, 1, NULL);

    upper = lower = tl_path_label_box (&g_array_index (geometry->paths, TlPath, 0));
    /* A line alone would lie across the middle. */
    upper.height = lower.height = upper.height / 4;
    lower.y += 3 * lower.height;
    g_assert_true (shows (&shot, upper, ink));
    g_assert_true (shows (&shot, lower, ink));
  }
}

/* However long the words, how much goes that way can be read behind them. */
static void
test_label_keeps_share (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *first = drawn_step_at (study, "Is it urgent?", 0, 0);
  TlStep *second = drawn_step_at (study, "Book a visit", 3 * TL_STEP_WIDTH, 0);
  TlConnector *connector = drawn_connector (study, first, second, TL_CONNECTOR_FLOW);
  g_autoptr (TlFlowGeometry) geometry = NULL;
  double most = 0;
  TlBox box;

  tl_item_set_text (connector, "label", "no, it can wait until they have a day off and somebody is in to open");
  tl_item_set_number (connector, "share", 0.44);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  box = tl_path_label_box (&g_array_index (geometry->paths, TlPath, 0));
  {
    g_auto (Shot) before = shoot (study, &light, 1, NULL), after = { 0 };

    tl_item_set_number (connector, "share", 0.77);
    after = shoot (study, &light, 1, NULL);
    for (double y = box.y; y < box.y + box.height; y++)
      for (double x = box.x; x < box.x + box.width; x++)
        most = MAX (most, difference (colour_at (&before, x, y), colour_at (&after, x, y)));
  }
  g_assert_cmpfloat (most, >, 0.3);
}

/* In a throng some labels find no room by their line: along all of the way to such a one runs a thin line. */
static void
test_leader (void)
{
  g_autoptr (TlStudy) study = random_study_new (1, 50, PLACES_ALL);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_auto (Shot) shot = shoot (study, &light, 1, NULL);
  TlColour ground = tl_theme_ink (&light, TL_INK_GROUND);
  guint led = 0;

  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);
      double dx = path->label.x - path->leader.x, dy = path->label.y - path->leader.y;

      if (!tl_path_label_is_led (path))
        continue;
      led++;
      for (double part = 0.1; part < 1; part += 0.1)
        {
          TlColour drawn = colour_at (&shot, path->leader.x + dx * part, path->leader.y + dy * part);
          gboolean at_words
              = fabs (dx) * (1 - part) < path->label_width / 2 && fabs (dy) * (1 - part) < path->label_height / 2;

          g_assert_true (at_words || difference (drawn, ground) > 0.2);
        }
    }
  g_assert_cmpuint (led, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/paint/flow-picture/classes/light", &light, test_classes);
  g_test_add_data_func ("/paint/flow-picture/classes/dark", &dark, test_classes);
  g_test_add_data_func ("/paint/flow-picture/text/light", &light, test_text);
  g_test_add_data_func ("/paint/flow-picture/text/dark", &dark, test_text);
  g_test_add_func ("/paint/flow-picture/lines", test_lines);
  g_test_add_func ("/paint/flow-picture/long-label", test_long_label);
  g_test_add_func ("/paint/flow-picture/label-keeps-share", test_label_keeps_share);
  g_test_add_func ("/paint/flow-picture/leader", test_leader);
  g_test_add_func ("/paint/flow-picture/failure-is-told", test_failure_is_told);
  g_test_add_func ("/paint/flow-picture/marks", test_marks);
  g_test_add_func ("/paint/flow-picture/selected-from-afar", test_selected_from_afar);
  g_test_add_func ("/paint/flow-picture/marked-connector", test_marked_connector);
  g_test_add_func ("/paint/flow-picture/culling", test_culling);
  g_test_add_func ("/paint/flow-picture/apart", test_apart);
  g_test_add_func ("/paint/flow-picture/move", test_move);
  g_test_add_func ("/paint/flow-picture/words-that-were-longer", test_words_that_were_longer);
  g_test_add_func ("/paint/flow-picture/sizes", test_sizes);
  g_test_add_func ("/paint/flow-picture/odd-words", test_odd_words);
  g_test_add_func ("/paint/flow-picture/names-stay-inside", test_names_stay_inside);
  return g_test_run ();
}
