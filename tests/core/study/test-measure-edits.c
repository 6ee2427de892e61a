/* test-measure-edits.c: points and changes of a measure, and back. */
#include <math.h>

#include "study/item-build.h"
#include "study/measure-edits.h"

static char *
describe (const TlMeasure *measure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < measure->points->len; i++)
    {
      const TlPoint *point = g_ptr_array_index (measure->points, i);

      g_string_append_printf (text, "%s=%g ", point->when ? point->when : "-", point->value);
    }
  for (guint i = 0; i < measure->changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (measure->changes, i);

      g_string_append_printf (text, "%s:%s ", change->when, change->what);
    }
  return g_string_free (text, FALSE);
}

static void
assert_is (const TlMeasure *measure, const char *expected)
{
  g_autofree char *text = describe (measure);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_order (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlHistory) history = tl_history_new (study);
  TlMeasure *measure = tl_study_add_measure (history, "Days");
  TlPoint *first = tl_measure_add_point (history, measure, "2026-01-12", 2);
  guint length;

  g_assert_cmpint (measure->about_purpose, ==, TL_YES);
  tl_measure_add_point (history, measure, "2026-01-05", 1);
  tl_measure_add_point (history, measure, "2026-01-12", 3);
  tl_measure_add_point (history, measure, NULL, 9);
  assert_is (measure, "2026-01-05=1 2026-01-12=2 2026-01-12=3 -=9 ");
  length = tl_history_length (history);
  tl_point_set_when (history, first, "2026-02-01");
  assert_is (measure, "2026-01-05=1 2026-01-12=3 2026-02-01=2 -=9 ");
  g_assert_cmpuint (tl_history_length (history), ==, length + 1);
  tl_point_set_when (history, first, NULL);
  assert_is (measure, "2026-01-05=1 2026-01-12=3 -=2 -=9 ");
  tl_history_undo (history);
  tl_history_undo (history);
  assert_is (measure, "2026-01-05=1 2026-01-12=2 2026-01-12=3 -=9 ");
}

static void
test_many (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlHistory) history = tl_history_new (study);
  TlMeasure *measure = tl_study_add_measure (history, "Days");
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (tl_item_unref);
  static const char *const whens[] = { "2026-03-01", "2026-01-01", "2026-02-01" };

  tl_measure_add_point (history, measure, "2026-01-15", 5);
  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      gpointer point = tl_item_new (TL_ITEM_POINT);

      tl_item_set_text (point, "when", whens[i]);
      tl_item_set_number (point, "value", i);
      g_ptr_array_add (points, point);
    }
  tl_measure_add_points (history, measure, points);
  assert_is (measure, "2026-01-01=1 2026-01-15=5 2026-02-01=2 2026-03-01=0 ");
  tl_history_undo (history);
  assert_is (measure, "2026-01-15=5 ");
}

static void
test_changes (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlHistory) history = tl_history_new (study);
  TlMeasure *measure = tl_study_add_measure (history, "Days");

  tl_measure_declare_change (history, measure, "2026-03-01", "b");
  tl_measure_declare_change (history, measure, "2026-01-01", "a");
  assert_is (measure, "2026-01-01:a 2026-03-01:b ");
  tl_history_undo (history);
  assert_is (measure, "2026-03-01:b ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/measure-edits/order", test_order);
  g_test_add_func ("/measure-edits/many", test_many);
  g_test_add_func ("/measure-edits/changes", test_changes);
  return g_test_run ();
}
