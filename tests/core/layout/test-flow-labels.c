/* Labels of paths can be read: they lie on no step, chip, other label or line of others. */
#include <gio/gio.h>
#include <math.h>

#include "drawn-flow.h"
#include "label-count.h"
#include "storage/study-file.h"
#include "study/item-build.h"

static LabelCount
count_random (Places places)
{
  static const guint sizes[] = { 12, 50, 200 };
  LabelCount count = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 2; seed++)
      {
        g_autoptr (TlStudy) study = random_study_new (seed, sizes[i], places);
        g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));

        labels_count (geometry, &count);
      }
  return count;
}

static void
check_random (Places places)
{
  LabelCount count = count_random (places);

  g_assert_cmpuint (count.labels, >, 450);
  g_assert_cmpuint (count.on_boxes, ==, 0);
  g_assert_cmpuint (count.on_labels, ==, 0);
  g_assert_cmpuint (count.on_lines, ==, 0);
}

static void
test_laid_out (void)
{
  check_random (PLACES_NONE);
}

static void
test_some_placed (void)
{
  check_random (PLACES_SOME);
}

static void
test_placed (void)
{
  check_random (PLACES_ALL);
}

static void
forget_places (TlFlow *flow)
{
  for (guint i = 0; i < flow->steps->len; i++)
    {
      tl_item_set_number (g_ptr_array_index (flow->steps, i), "x", NAN);
      tl_item_set_number (g_ptr_array_index (flow->steps, i), "y", NAN);
    }
}

/* As they come and laid out anew. */
static void
check_sample (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open (file, problems, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2 * opened->study->flows->len; i++)
    {
      TlFlow *flow = g_ptr_array_index (opened->study->flows, i / 2);
      g_autoptr (TlFlowGeometry) geometry = NULL;
      LabelCount count = { 0 };

      if (i % 2 == 1)
        forget_places (flow);
      geometry = tl_flow_geometry_new (opened->study, flow);
      labels_count (geometry, &count);
      g_assert_cmpuint (count.on_boxes, ==, 0);
      g_assert_cmpuint (count.on_labels, ==, 0);
      g_assert_cmpuint (count.on_lines, ==, 0);
    }
}

static void
test_samples (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (g_getenv ("TL_SAMPLES"), 0, &error);
  const char *name;
  guint count = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".throughline"))
      {
        g_autofree char *path = g_build_filename (g_getenv ("TL_SAMPLES"), name, NULL);

        check_sample (path);
        count++;
      }
  g_assert_cmpuint (count, >, 4);
}

static gboolean
is_on_line (const TlPath *path, TlPlace at)
{
  for (guint i = 0; i + 1 < path->points->len; i++)
    {
      TlPlace a = g_array_index (path->points, TlPlace, i), b = g_array_index (path->points, TlPlace, i + 1);

      if (at.x >= MIN (a.x, b.x) - 0.01 && at.x <= MAX (a.x, b.x) + 0.01 && at.y >= MIN (a.y, b.y) - 0.01
          && at.y <= MAX (a.y, b.y) + 0.01)
        return TRUE;
    }
  return FALSE;
}

/* From its own line a leader leads to each label that stands off; most are short. */
static void
test_led (void)
{
  guint led = 0, distant = 0;

  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 50, PLACES_ALL);
      g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));

      for (guint i = 0; i < geometry->paths->len; i++)
        {
          const TlPath *path = &g_array_index (geometry->paths, TlPath, i);
          double length = hypot (path->label.x - path->leader.x, path->label.y - path->leader.y);

          if (!tl_path_label_is_led (path))
            continue;
          g_assert_true (is_on_line (path, path->leader));
          g_assert_false (is_on_line (path, path->label));
          led++;
          distant += length > 250;
        }
    }
  g_assert_cmpuint (led, >, 10);
  g_assert_cmpuint (distant, <, led / 10);
}

/* Two steps so near that no label finds room on the way between them: it stands beside. */
static void
test_no_room (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *first = drawn_step_at (study, "First", 0, 0);
  TlStep *second = drawn_step_at (study, "Second", TL_STEP_WIDTH + 4, 0);
  LabelCount count = { 0 };

  for (guint i = 0; i < 3; i++)
    tl_item_set_number (drawn_connector (study, first, second, TL_CONNECTOR_FLOW), "share", 0.3);
  drawn_step_at (study, "Above", TL_STEP_WIDTH / 2, -TL_STEP_HEIGHT - 4);
  drawn_step_at (study, "Below", TL_STEP_WIDTH / 2, TL_STEP_HEIGHT + 4);
  {
    g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (study, drawn_flow (study));

    labels_count (geometry, &count);
  }
  g_assert_cmpuint (count.labels, ==, 3);
  g_assert_cmpuint (count.on_boxes, ==, 0);
  g_assert_cmpuint (count.on_labels, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/labels/laid-out", test_laid_out);
  g_test_add_func ("/layout/labels/some-placed", test_some_placed);
  g_test_add_func ("/layout/labels/placed", test_placed);
  g_test_add_func ("/layout/labels/samples", test_samples);
  g_test_add_func ("/layout/labels/led", test_led);
  g_test_add_func ("/layout/labels/no-room", test_no_room);
  return g_test_run ();
}
