/* Lenses on a flow: what they show, to scale, readable, and with a legend that says over what. */
#include <math.h>
#include <string.h>

#include "drawn-flow.h"
#include "layout/flow-lanes.h"
#include "paint/flow-look.h"
#include "paint/flow-picture.h"
#include "paint/role-look.h"
#include "study/item-build.h"
#include "subjects.h"

static void
test_nicks (void)
{
  for (int i = 0; i < TL_N_LENSES; i++)
    {
      TlLens lens = TL_N_LENSES;

      g_assert_true (tl_lens_from_nick (tl_lens_nick (i), &lens));
      g_assert_cmpint (lens, ==, i);
    }
  g_assert_false (tl_lens_from_nick ("lake", &(TlLens){ 0 }));
}

/* ---- charts: finding and legend ---- */

static gboolean
says (TlChart *chart, const char *part)
{
  const GPtrArray *texts = tl_chart_texts (chart);

  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);

      if (strstr (box->whole != NULL ? box->whole : box->text, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static TlChart *
chart_of (TestSubject *test, TlLens lens, double width, double height)
{
  const TlTheme theme = { FALSE, FALSE, 1 };

  test->subject.lens = lens;
  return tl_chart_new (TL_VIEW_FLOW, &test->subject, &theme, width, height);
}

static void
test_legends (void)
{
  static const struct
  {
    TlLens lens;
    const char *parts[4];
  } rows[] = {
    { TL_LENS_CLASS, { "3 of 5 steps are waste", "not judged yet", "the widest is 162 a week" } },
    { TL_LENS_RIVER, { "45\302\240% of contacts", "for failure demand", "the widest is 410 a week" } },
    { TL_LENS_HOURS,
      { "“Visit and fix” takes 78\302\240%", "539\302\240h a week", "of 689\302\240h a week, over all demand" } },
    { TL_LENS_WAIT, { "at “Visit and fix”", "17.5\302\240d", "a value demand waits on average" } },
    { TL_LENS_ROLE, { "work changes hands: 2", "Call centre, 151 of 180\302\240h a week", "Trades, 539 of 640" } },
  };
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TlChart) chart = chart_of (test, rows[i].lens, 1280, 720);

      g_assert_true (says (chart, tl_lens_question (rows[i].lens)));
      for (guint p = 0; rows[i].parts[p] != NULL; p++)
        if (!says (chart, rows[i].parts[p]))
          g_error ("the lens %s does not say “%s”", tl_lens_nick (rows[i].lens), rows[i].parts[p]);
    }
}

/* What is missing is said with the key that adds it. */
static void
test_missing (void)
{
  static const struct
  {
    SubjectKind kind;
    TlLens lens;
    const char *part;
  } rows[] = {
    { SUBJECT_ERROR, TL_LENS_RIVER, "No demand flows here yet" },
    { SUBJECT_NO_HOURS, TL_LENS_HOURS, "(T)" },
    { SUBJECT_NO_HOURS, TL_LENS_WAIT, "(T)" },
    { SUBJECT_NO_ROLES, TL_LENS_HOURS, "Shares are of" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestSubject) test = test_subject_new (rows[i].kind);
      g_autoptr (TlChart) chart = chart_of (test, rows[i].lens, 1280, 720);

      if (!says (chart, rows[i].part))
        g_error ("%s, lens %s: does not say “%s”", test_subject_name (rows[i].kind), tl_lens_nick (rows[i].lens),
                 rows[i].part);
    }
}

static void
test_fits (gconstpointer data)
{
  g_autoptr (TestSubject) test = test_subject_new (GPOINTER_TO_INT (data));
  const double sizes[][2] = { { 640, 360 }, { 1024, 768 }, { 1920, 1080 } };

  for (int lens = 0; lens < TL_N_LENSES; lens++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (TlChart) chart = chart_of (test, lens, sizes[s][0], sizes[s][1]);
        const GPtrArray *texts = tl_chart_texts (chart);
        cairo_surface_t *surface
            = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) sizes[s][0], (int) sizes[s][1]);
        cairo_t *cr = cairo_create (surface);

        for (guint i = 0; i < texts->len; i++)
          {
            const TlTextBox *box = g_ptr_array_index (texts, i);

            g_assert_cmpfloat (box->x, >=, -1);
            g_assert_cmpfloat (box->x + box->width, <=, sizes[s][0] + 1);
          }
        tl_chart_paint (chart, cr);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

/* ---- the picture ---- */

typedef struct
{
  TlStudy *study;
  cairo_surface_t *surface;
  TlBox bounds;
} Shot;

static void
shot_clear (Shot *shot)
{
  cairo_surface_destroy (shot->surface);
  tl_study_unref (shot->study);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shot, shot_clear)

/* 100 a week; three quarters go on above, a quarter below, where the step causes failure demand
 * that comes in at the first step. */
static TlStudy *
fork_study (void)
{
  TlStudy *study = drawn_study_new ();
  TlStep *first = drawn_step_at (study, "Take the call", 0, 0);
  TlStep *above = drawn_step_at (study, "Fix it", 500, 0);
  TlStep *below = drawn_step_at (study, "Pass it on", 500, 400);
  TlDemand *value = drawn_demand (study, "Please", TL_DEMAND_VALUE);

  tl_item_set_number (drawn_connector (study, first, above, TL_CONNECTOR_FLOW), "share", 0.75);
  tl_item_set_number (drawn_connector (study, first, below, TL_CONNECTOR_FLOW), "share", 0.25);
  tl_item_set_number (above, "work-minutes", 60);
  tl_item_set_number (below, "work-minutes", 6);
  drawn_entry (study, value, first);
  return study;
}

static Shot
shoot (TlStudy *study, TlLens lens)
{
  const TlTheme theme = { FALSE, FALSE, 1 };
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (study, drawn_flow (study), NULL);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), geometry, capacity, &theme, NULL);
  TlBox bounds = geometry->bounds;
  Shot shot
      = { study, cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) bounds.width + 80, (int) bounds.height + 80),
          bounds };
  cairo_t *cr = cairo_create (shot.surface);
  TlColour ground = tl_theme_ink (&theme, TL_INK_GROUND);

  tl_flow_picture_set_lens (picture, lens);
  tl_colour_set (cr, &ground);
  cairo_paint (cr);
  cairo_translate (cr, 40 - bounds.x, 40 - bounds.y);
  tl_flow_picture_paint (picture, cr, NULL, 1, NULL);
  tl_flow_picture_paint_lane_names (picture, cr, NULL, 1, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (shot.surface);
  return shot;
}

static gboolean
is_colour (const Shot *shot, double x, double y, TlColour colour)
{
  const guchar *line = cairo_image_surface_get_data (shot->surface)
                       + (gsize) (y - shot->bounds.y + 40) * (gsize) cairo_image_surface_get_stride (shot->surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) line)[(gsize) (x - shot->bounds.x + 40)];

  return ABS ((pixel >> 16 & 0xff) / 255.0 - colour.red) < 0.03
         && ABS ((pixel >> 8 & 0xff) / 255.0 - colour.green) < 0.03
         && ABS ((pixel & 0xff) / 255.0 - colour.blue) < 0.03;
}

/* How much of the colour lies on the upright line at @x, between two heights. */
static double
thickness (const Shot *shot, double x, double from, double to, TlBucket bucket)
{
  TlColour colour = tl_theme_bucket (&(TlTheme){ 0 }, bucket);
  double count = 0;

  for (double y = from; y < to; y++)
    count += is_colour (shot, x, y, colour);
  return count;
}

/* The widest way has the full width, the others in proportion; off the label, short of the head. */
static void
test_river_is_to_scale (void)
{
  g_auto (Shot) shot = shoot (fork_study (), TL_LENS_RIVER);
  double all = 0, most = 0, part = 0;

  for (double x = -165; x < -100; x++)
    all = MAX (all, thickness (&shot, x, -80, 80, TL_BUCKET_VALUE));
  for (double x = 330; x < 390; x++)
    {
      most = MAX (most, thickness (&shot, x, -40, 40, TL_BUCKET_VALUE));
      part = MAX (part, thickness (&shot, x, 360, 440, TL_BUCKET_VALUE));
    }
  g_assert_cmpfloat (all, >=, TL_RIBBON_MOST - 1.5);
  g_assert_cmpfloat (fabs (most - TL_RIBBON_MOST * 0.75), <=, 2);
  g_assert_cmpfloat (fabs (part - TL_RIBBON_MOST * 0.25), <=, 2);
}

/* Work for failure demand runs beside that for value demand. */
static void
test_river_parts_kinds (void)
{
  TlStudy *study = fork_study ();
  TlFlow *flow = drawn_flow (study);
  TlDemand *failure = drawn_demand (study, "Where is it?", TL_DEMAND_FAILURE);
  g_auto (Shot) shot = { NULL };
  double value = 0, fail = 0;

  drawn_entry (study, failure, g_ptr_array_index (flow->steps, 0));
  shot = shoot (study, TL_LENS_RIVER);
  for (double x = 330; x < 390; x++)
    {
      value = MAX (value, thickness (&shot, x, -40, 40, TL_BUCKET_VALUE));
      fail = MAX (fail, thickness (&shot, x, -40, 40, TL_BUCKET_FAILURE));
    }
  /* 150 a week go here, more than any other way; half of them for failure demand. */
  g_assert_cmpfloat (fabs (value - TL_RIBBON_MOST / 2), <=, 2);
  g_assert_cmpfloat (fabs (fail - value), <=, 2);
}

static double
widest (TlFlowPicture *picture, const TlFlow *flow)
{
  double most = 0;

  for (guint i = 0; i < flow->connectors->len; i++)
    most = MAX (most, tl_flow_lens_width (tl_flow_picture_get_lens (picture), flow->connectors->pdata[i]));
  return most;
}

/* Demand comes in by lines that end close beside one another: all ways are narrower alike. Another lens has no river,
 * and one that goes on from a picture before keeps its width. */
static void
test_river_has_room (void)
{
  const TlTheme theme = { FALSE, FALSE, 1 };
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  TlStudy *study = test->subject.study;
  TlFlow *flow = test->subject.flow;
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, flow);
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, flow, geometry, test->capacity, &theme, NULL);
  double room;

  g_assert_cmpfloat (tl_flow_picture_get_lens (picture)->room, ==, 1);
  tl_flow_picture_set_lens (picture, TL_LENS_RIVER);
  room = tl_flow_picture_get_lens (picture)->room;
  g_assert_cmpfloat (room, <, 0.95);
  g_assert_cmpfloat (room, >=, TL_RIBBON_ROOM_LEAST);
  g_assert_cmpfloat_with_epsilon (widest (picture, flow), TL_RIBBON_MOST * room, 1e-9);
  tl_flow_picture_set_river (picture, 0.95);
  g_assert_cmpfloat_with_epsilon (widest (picture, flow), TL_RIBBON_MOST * 0.95, 1e-9);
}

/* A loop of failure demand is as wide as there is much of it, with every lens. */
static void
test_loops_are_to_scale (void)
{
  g_autoptr (TlStudy) study = fork_study ();
  TlFlow *flow = drawn_flow (study);
  TlDemand *failure = drawn_demand (study, "Where is it?", TL_DEMAND_FAILURE);
  TlRaises *much = drawn_raises (study, g_ptr_array_index (flow->steps, 1), failure, 0.8);
  TlRaises *some = drawn_raises (study, g_ptr_array_index (flow->steps, 2), failure, 1.6);
  TlRaises *little = drawn_raises (study, g_ptr_array_index (flow->steps, 2), failure, 0.0001);
  g_autoptr (TlCapacity) capacity = NULL;
  g_autoptr (TlFlowLens) lens = NULL;

  capacity = tl_capacity_compute (study, flow, NULL);
  lens = tl_flow_lens_new (TL_LENS_HOURS, study, flow, capacity);
  /* 200 come from outside; of the 100 that go through, 75 visit the one and 25 the other. */
  g_assert_cmpfloat_with_epsilon (tl_flow_lens_width (lens, TL_ITEM (much)), TL_LOOP_MOST * 0.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_flow_lens_width (lens, TL_ITEM (some)), TL_LOOP_MOST * 0.2, 1e-9);
  g_assert_cmpfloat (tl_flow_lens_width (lens, TL_ITEM (little)), ==, TL_LOOP_LEAST);
  g_assert_cmpfloat (tl_flow_lens_width (lens, g_ptr_array_index (flow->connectors, 0)), ==, 0);
}

static void
test_hours_shade (void)
{
  const TlTheme theme = { 0 };
  g_auto (Shot) shot = shoot (fork_study (), TL_LENS_HOURS);
  TlColour most = tl_lens_shade (&theme, TL_LENS_HOURS, 1);
  TlColour little = tl_lens_shade (&theme, TL_LENS_HOURS, 2.5 / 75);

  /* Right of the middle of the box, between name and figure. */
  g_assert_true (is_colour (&shot, 500, 12, most));
  g_assert_true (is_colour (&shot, 500, 412, little));
}

static void
test_ranks (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlFlowLens) lens
      = tl_flow_lens_new (TL_LENS_HOURS, test->subject.study, test->subject.flow, test->capacity);
  const GPtrArray *steps = test->subject.flow->steps;

  g_assert_true (tl_flow_lens_first (lens) == g_ptr_array_index (steps, 2));
  g_assert_cmpuint (tl_flow_lens_rank (lens, g_ptr_array_index (steps, 2)), ==, 1);
  g_assert_cmpuint (tl_flow_lens_rank (lens, g_ptr_array_index (steps, 0)), ==, 2);
  g_assert_cmpuint (tl_flow_lens_rank (lens, g_ptr_array_index (steps, 1)), ==, 0);
  g_assert_cmpfloat_with_epsilon (lens->total, test->capacity->used, 1e-9);
}

/* ---- readable by everybody ---- */

static double
lightness (TlColour colour)
{
  return tl_colour_contrast (&colour, &(TlColour){ 0, 0, 0, 1 });
}

/* Text reads on every shade, and grey print keeps the order. */
static void
test_shades (void)
{
  for (int i = 0; i < 4; i++)
    for (int lens = TL_LENS_HOURS; lens <= TL_LENS_WAIT; lens++)
      {
        const TlTheme theme = { i % 2, i / 2, 1 };
        double before = lightness (tl_lens_shade (&theme, lens, 0));

        for (int part = 1; part <= 50; part++)
          {
            TlColour shade = tl_lens_shade (&theme, lens, part / 50.0);
            TlColour ink = tl_theme_text_on (&shade);

            g_assert_cmpfloat (tl_colour_contrast (&shade, &ink), >=, theme.high_contrast ? 7 : 4.5);
            if (theme.dark)
              g_assert_cmpfloat (lightness (shade), >, before);
            else
              g_assert_cmpfloat (lightness (shade), <, before);
            before = lightness (shade);
          }
      }
}

static void
test_role_colours (void)
{
  for (int i = 0; i < 4; i++)
    for (int place = -1; place < 12; place++)
      {
        const TlTheme theme = { i % 2, i / 2, 1 };
        TlColour plate = tl_role_colour (&theme, place);
        TlColour on_plate = tl_theme_text_on (&plate);
        TlColour tint = tl_role_tint (&theme, place);
        TlColour ink = tl_theme_ink (&theme, TL_INK_TEXT);

        g_assert_cmpfloat (tl_colour_contrast (&plate, &on_plate), >=, 4.5);
        g_assert_cmpfloat (tl_colour_contrast (&tint, &ink), >=, theme.high_contrast ? 7 : 4.5);
      }
}

static void
test_initials (void)
{
  static const char *const names[]
      = { "Call centre", "Trades", "Customer care", "call  Centre", "", "Élodie's team", "…", "受付", "X" };
  static const char *const wanted[] = { "CC", "Tr", "C2", "C3", "?", "ÉT", "2", "受付", "X" };
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func (tl_item_unref);
  g_autoptr (GPtrArray) initials = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TlRole *role = tl_item_new (TL_ITEM_ROLE);

      tl_item_set_text (role, "name", names[i]);
      g_ptr_array_add (roles, role);
    }
  initials = tl_roles_initials (roles);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (g_ptr_array_index (initials, i), ==, wanted[i]);
}

/* A band is under every step of its role, and its name is written. */
static void
test_lanes (void)
{
  TlStudy *study = fork_study ();
  const TlTheme theme = { 0 };
  TlColour ground = tl_theme_ink (&theme, TL_INK_GROUND);
  g_auto (Shot) without = shoot (tl_study_ref (study), TL_LENS_CLASS);
  g_auto (Shot) with = { NULL };
  TlRole *role = tl_item_new (TL_ITEM_ROLE);

  tl_item_set_text (role, "name", "Office");
  tl_item_append (study, role);
  tl_item_set_item (g_ptr_array_index (drawn_flow (study)->steps, 0), "role", role);
  tl_item_set_choice (drawn_flow (study), "lanes", TL_YES);
  with = shoot (study, TL_LENS_CLASS);
  g_assert_true (is_colour (&without, 110, -70, ground));
  g_assert_false (is_colour (&with, 110, -70, ground));
  g_assert_true (is_colour (&with, -104, -80, tl_theme_ink (&theme, TL_INK_SURFACE)));
}

static gboolean
is_blank (cairo_surface_t *surface, const TlBox *box)
{
  for (double y = box->y; y < box->y + box->height; y++)
    for (double x = box->x; x < box->x + box->width; x++)
      {
        const guchar *line
            = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

        if (((const guint32 *) (gconstpointer) line)[(gsize) x] >> 24 != 0)
          return FALSE;
      }
  return TRUE;
}

/* However far one looks from, the name of a lane lies over no step and no words; and where it can be read it is
 * written. */
static void
test_lane_names_cover_nothing (void)
{
  TlStudy *study = drawn_study_new ();
  TlRole *role = tl_item_new (TL_ITEM_ROLE);
  TlConnector *again;
  g_autoptr (TlFlowGeometry) geometry = NULL;
  g_autoptr (TlFlowPicture) picture = NULL;
  const TlTheme theme = { .scale = 1 };
  const TlPath *path;
  TlBox words;

  tl_item_set_text (role, "name", "Call centre and reception");
  tl_item_append (study, role);
  for (guint i = 0; i < 9; i++)
    tl_item_set_item (drawn_step_at (study, "Step", 250 * i + (i > 4 ? 900 : 0), 0), "role", role);
  again = drawn_connector (study, g_ptr_array_index (drawn_flow (study)->steps, 1),
                           g_ptr_array_index (drawn_flow (study)->steps, 0), TL_CONNECTOR_REWORK);
  tl_item_set_text (again, "label", "wrong code");
  tl_item_set_choice (drawn_flow (study), "lanes", TL_YES);
  geometry = tl_flow_geometry_new (study, drawn_flow (study));
  picture = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, &theme, NULL);
  path = &g_array_index (geometry->paths, TlPath, 0);
  words = (TlBox){ path->label.x - path->label_width / 2 + 202, path->label.y - path->label_height / 2 + 302,
                   path->label_width - 4, path->label_height - 4 };
  for (double zoom = 0.1; zoom < 1.3; zoom += 0.1)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 4000, 600);
      cairo_t *cr = cairo_create (surface);
      guint written = 0;

      cairo_translate (cr, 200, 300);
      tl_flow_picture_paint_lane_names (picture, cr, NULL, 1 / zoom, 0.72 / zoom);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (guint i = 0; i < geometry->steps->len; i++)
        {
          TlBox box = g_array_index (geometry->steps, TlStepBox, i).box;

          g_assert_true (is_blank (surface, &(TlBox){ box.x + 202, box.y + 302, box.width - 4, box.height - 4 }));
        }
      g_assert_true (is_blank (surface, &words));
      for (int x = 0; x < 4000; x += 100)
        written += !is_blank (surface, &(TlBox){ x, 0, 100, 600 });
      g_assert_true (written > 0 || zoom < 0.25);
      cairo_surface_destroy (surface);
    }
  tl_study_unref (study);
}

/* Two lanes of four steps; from the last of the first one work goes back to the first of the second, along the room
 * that lanes have for their names. */
static TlStudy *
lanes_study (void)
{
  TlStudy *study = drawn_study_new ();
  TlStep *before = NULL;

  for (guint i = 0; i < 8; i++)
    {
      TlStep *step = drawn_step_at (study, "Step", 256 * (i % 4), i / 4 * 158.0);

      if (i % 4 == 0)
        {
          TlRole *role = tl_item_new (TL_ITEM_ROLE);

          tl_item_set_text (role, "name", i == 0 ? "Call centre" : "Plumbers and heating engineers");
          tl_item_append (study, role);
        }
      tl_item_set_item (step, "role", g_ptr_array_index (study->roles, i / 4));
      if (before)
        drawn_connector (study, before, step, TL_CONNECTOR_FLOW);
      before = step;
    }
  tl_item_set_choice (drawn_flow (study), "lanes", TL_YES);
  return study;
}

/* Where a lane has room for its name beside lines, the name hides none. */
static void
test_lane_names_keep_off_lines (void)
{
  TlStudy *study = lanes_study ();
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  const TlTheme theme = { .scale = 1 };
  g_autoptr (TlFlowPicture) picture = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, &theme, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1400, 700);
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, 200, 300);
  tl_flow_picture_paint_lane_names (picture, cr, NULL, 1, 0.72);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < geometry->lanes->len; i++)
    {
      TlBox box = g_array_index (geometry->lanes, TlLane, i).box;

      g_assert_false (is_blank (surface, &(TlBox){ box.x + 201, box.y + 301, box.width / 2, box.height - 2 }));
    }
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const GArray *points = g_array_index (geometry->paths, TlPath, i).points;

      for (guint p = 1; p < points->len; p++)
        {
          const TlPlace *from = &g_array_index (points, TlPlace, p - 1), *to = &g_array_index (points, TlPlace, p);

          g_assert_true (is_blank (surface, &(TlBox){ MIN (from->x, to->x) + 199, MIN (from->y, to->y) + 299,
                                                      fabs (to->x - from->x) + 2, fabs (to->y - from->y) + 2 }));
        }
    }
  cairo_surface_destroy (surface);
  tl_study_unref (study);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens/nicks", test_nicks);
  g_test_add_func ("/lens/legends", test_legends);
  g_test_add_func ("/lens/missing", test_missing);
  g_test_add_data_func ("/lens/fits/sample", GINT_TO_POINTER (SUBJECT_SAMPLE), test_fits);
  g_test_add_data_func ("/lens/fits/many", GINT_TO_POINTER (SUBJECT_MANY), test_fits);
  g_test_add_data_func ("/lens/fits/huge", GINT_TO_POINTER (SUBJECT_HUGE), test_fits);
  g_test_add_func ("/lens/river/scale", test_river_is_to_scale);
  g_test_add_func ("/lens/river/kinds", test_river_parts_kinds);
  g_test_add_func ("/lens/river/room", test_river_has_room);
  g_test_add_func ("/lens/loops", test_loops_are_to_scale);
  g_test_add_func ("/lens/hours/shade", test_hours_shade);
  g_test_add_func ("/lens/hours/ranks", test_ranks);
  g_test_add_func ("/lens/shades", test_shades);
  g_test_add_func ("/lens/roles/colours", test_role_colours);
  g_test_add_func ("/lens/roles/initials", test_initials);
  g_test_add_func ("/lens/lanes", test_lanes);
  g_test_add_func ("/lens/lane-names-cover-nothing", test_lane_names_cover_nothing);
  g_test_add_func ("/lens/lane-names-keep-off-lines", test_lane_names_keep_off_lines);
  return g_test_run ();
}
