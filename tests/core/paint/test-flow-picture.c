/* The picture of a flow: drawn without complaint whatever the flow, and saying by colour what it
 * should. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-label.h"
#include "shot.h"
#include "study/item-build.h"

static void
test_classes (gconstpointer data)
{
  const TlTheme *theme = data;
  g_autoptr (TlStudy) study = shot_study ();
  g_auto (Shot) shot = shot_new (study, theme, 1, NULL);
  TlColour value = tl_theme_bucket (theme, TL_BUCKET_VALUE);
  TlColour waste = tl_theme_bucket (theme, TL_BUCKET_WASTE);
  TlColour grey = tl_theme_bucket (theme, TL_BUCKET_UNCLASSIFIED);

  g_assert_true (shot_shows (&shot, shot_left_edge (0, 0), value));
  g_assert_false (shot_shows (&shot, shot_left_edge (0, 0), waste));
  g_assert_true (shot_shows (&shot, shot_left_edge (300, 0), waste));
  g_assert_false (shot_shows (&shot, shot_left_edge (300, 0), value));
  g_assert_true (shot_shows (&shot, shot_left_edge (600, 0), grey));
}

/* Text is there, dark on light or light on dark; afar it is left out. */
static void
test_text (gconstpointer data)
{
  const TlTheme *theme = data;
  g_autoptr (TlStudy) study = shot_study ();
  g_auto (Shot) near = shot_new (study, theme, 1, NULL);
  g_auto (Shot) far = shot_new (study, theme, 0.3, NULL);
  TlBox name = { -60, -30, 110, 60 };
  TlColour ink = tl_theme_ink (theme, TL_INK_TEXT);

  g_assert_true (shot_shows (&near, name, ink));
  g_assert_false (shot_shows (&far, name, ink));
  g_assert_true (shot_shows (&far, shot_left_edge (300, 0), tl_theme_bucket (theme, TL_BUCKET_WASTE)));
}

static void
test_lines (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  g_auto (Shot) shot = shot_new (study, &shot_light, 1, NULL);
  TlBox first = { 90, -3, 120, 6 };
  TlBox second = { 390, -3, 120, 6 };

  g_assert_true (shot_shows (&shot, first, tl_theme_ink (&shot_light, TL_INK_LINE)));
  g_assert_false (shot_shows (&shot, first, tl_theme_bucket_text (&shot_light, TL_BUCKET_REWORK)));
  g_assert_true (shot_shows (&shot, second, tl_theme_bucket_text (&shot_light, TL_BUCKET_REWORK)));
}

static void
test_failure_is_told (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  TlDemand *chased = drawn_demand (study, "Where is it?", TL_DEMAND_FAILURE);
  TlColour failure = tl_theme_bucket (&shot_light, TL_BUCKET_FAILURE);
  g_auto (Shot) without = shot_new (study, &shot_light, 1, NULL);
  g_auto (Shot) with = { NULL };

  drawn_raises (study, shot_step (study, 0), chased, 0.35);
  with = shot_new (study, &shot_light, 1, NULL);
  g_assert_false (shot_shows (&without, without.bounds, failure));
  g_assert_true (shot_shows (&with, with.bounds, failure));
}

/* Each mark changes what is seen, and each in its own way. */
static void
test_marks (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  TlFlowMarks marks[] = {
    { NULL },
    { .selected = selected },
    { .hover = TL_ITEM (shot_step (study, 1)) },
    { .focus = TL_ITEM (shot_step (study, 1)) },
    { .without = TL_ITEM (shot_step (study, 1)) },
  };
  Shot shots[G_N_ELEMENTS (marks)];

  g_hash_table_add (selected, shot_step (study, 1));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    shots[i] = shot_new (study, &shot_light, 1, &marks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (shot_count_differences (&shots[i], &shots[j]), >, 100);
  g_assert_false (shot_shows (&shots[4], shot_left_edge (300, 0), tl_theme_bucket (&shot_light, TL_BUCKET_WASTE)));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    shot_clear (&shots[i]);
}

/* From afar as well a selected step keeps the colours of its class, in a ring that is seen. */
static void
test_selected_from_afar (void)
{
  static const double zooms[] = { 0.3, 0.1, 0.05 };
  g_autoptr (TlStudy) study = shot_study ();
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  TlFlowMarks marks = { .selected = selected };
  TlBox inside = { 300 - TL_STEP_WIDTH / 2, -TL_STEP_HEIGHT / 2, TL_STEP_WIDTH, TL_STEP_HEIGHT };
  TlColour accent = tl_theme_ink (&shot_light, TL_INK_ACCENT);

  g_hash_table_add (selected, shot_step (study, 1));
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_auto (Shot) plain = shot_new (study, &shot_light, zooms[i], NULL);
      g_auto (Shot) shot = shot_new (study, &shot_light, zooms[i], &marks);

      for (double x = inside.x + 1; x < inside.x + inside.width - 1; x++)
        for (double y = inside.y + 1; y < inside.y + inside.height - 1; y++)
          g_assert_cmpfloat (shot_difference (shot_colour (&shot, x, y), shot_colour (&plain, x, y)), <, 0.02);
      g_assert_true (shot_shows (&shot, shot_left_edge (300, 0), tl_theme_bucket (&shot_light, TL_BUCKET_WASTE)));
      g_assert_cmpfloat (shot_difference (shot_colour (&shot, 300, inside.y - 2), accent), <, 0.06);
      g_assert_cmpfloat (shot_difference (shot_colour (&shot, inside.x - 2, 0), accent), <, 0.06);
    }
}

static void
test_marked_connector (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  g_autoptr (GHashTable) selected = g_hash_table_new (NULL, NULL);
  TlFlowMarks marks = { .selected = selected };
  TlBox line = { 90, -3, 120, 6 };

  g_hash_table_add (selected, g_ptr_array_index (drawn_flow (study)->connectors, 0));
  {
    g_auto (Shot) shot = shot_new (study, &shot_light, 1, &marks);

    g_assert_true (shot_shows (&shot, line, tl_theme_ink (&shot_light, TL_INK_ACCENT)));
  }
}

/* What lies outside the visible part is not drawn, what lies in it is. */
static void
test_culling (void)
{
  g_autoptr (TlStudy) study = shot_study ();
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_autoptr (TlFlowPicture) picture
      = tl_flow_picture_new (study, drawn_flow (study), geometry, NULL, &shot_light, NULL);
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

static void
check_study (TlStudy *study)
{
  static const double zooms[] = { 1, 0.3, 0.1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_auto (Shot) bright = shot_new (study, &shot_light, zooms[i], NULL);
      g_auto (Shot) night = shot_new (study, &shot_dark, zooms[i], NULL);
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
    g_auto (Shot) shot = shot_new (study, &shot_light, 1, NULL);
    TlColour ink = tl_theme_ink (&shot_light, TL_INK_TEXT);

    g_assert_false (shot_shows (&shot, right, ink));
    g_assert_false (shot_shows (&shot, below, ink));
  }
}

/* What a person would say beside a way is not cut: it goes on in a second line, and there is room for it. */
static void
test_long_label (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *first = drawn_step_at (study, "Is it urgent?", 0, 0);
  TlStep *second = drawn_step_at (study, "Book a visit", 3 * TL_STEP_WIDTH, 0);
  TlColour ink = tl_theme_ink (&shot_light, TL_INK_TEXT);
  TlBox upper, lower;

  tl_item_set_text (drawn_connector (study, first, second, TL_CONNECTOR_FLOW), "label", "no, can wait until next week");
  {
    g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
    g_auto (Shot) shot = shot_new (study, &shot_light, 1, NULL);

    upper = lower = tl_path_label_box (&g_array_index (geometry->paths, TlPath, 0));
    /* A line alone would lie across the middle. */
    upper.height = lower.height = upper.height / 4;
    lower.y += 3 * lower.height;
    g_assert_true (shot_shows (&shot, upper, ink));
    g_assert_true (shot_shows (&shot, lower, ink));
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
    g_auto (Shot) before = shot_new (study, &shot_light, 1, NULL), after = { 0 };

    tl_item_set_number (connector, "share", 0.77);
    after = shot_new (study, &shot_light, 1, NULL);
    for (double y = box.y; y < box.y + box.height; y++)
      for (double x = box.x; x < box.x + box.width; x++)
        most = MAX (most, shot_difference (shot_colour (&before, x, y), shot_colour (&after, x, y)));
  }
  g_assert_cmpfloat (most, >, 0.3);
}

/* In a throng some labels find no room by their line: along all of the way to such a one runs a thin line. */
static void
test_leader (void)
{
  g_autoptr (TlStudy) study = random_study_new (1, 50, PLACES_ALL);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));
  g_auto (Shot) shot = shot_new (study, &shot_light, 1, NULL);
  TlColour ground = tl_theme_ink (&shot_light, TL_INK_GROUND);
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
          TlColour drawn = shot_colour (&shot, path->leader.x + dx * part, path->leader.y + dy * part);
          gboolean at_words
              = fabs (dx) * (1 - part) < path->label_width / 2 && fabs (dy) * (1 - part) < path->label_height / 2;

          g_assert_true (at_words || shot_difference (drawn, ground) > 0.2);
        }
    }
  g_assert_cmpuint (led, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/paint/flow-picture/classes/light", &shot_light, test_classes);
  g_test_add_data_func ("/paint/flow-picture/classes/dark", &shot_dark, test_classes);
  g_test_add_data_func ("/paint/flow-picture/text/light", &shot_light, test_text);
  g_test_add_data_func ("/paint/flow-picture/text/dark", &shot_dark, test_text);
  g_test_add_func ("/paint/flow-picture/lines", test_lines);
  g_test_add_func ("/paint/flow-picture/long-label", test_long_label);
  g_test_add_func ("/paint/flow-picture/label-keeps-share", test_label_keeps_share);
  g_test_add_func ("/paint/flow-picture/leader", test_leader);
  g_test_add_func ("/paint/flow-picture/failure-is-told", test_failure_is_told);
  g_test_add_func ("/paint/flow-picture/marks", test_marks);
  g_test_add_func ("/paint/flow-picture/selected-from-afar", test_selected_from_afar);
  g_test_add_func ("/paint/flow-picture/marked-connector", test_marked_connector);
  g_test_add_func ("/paint/flow-picture/culling", test_culling);
  g_test_add_func ("/paint/flow-picture/sizes", test_sizes);
  g_test_add_func ("/paint/flow-picture/odd-words", test_odd_words);
  g_test_add_func ("/paint/flow-picture/names-stay-inside", test_names_stay_inside);
  return g_test_run ();
}
