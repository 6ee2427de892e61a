/* The studies that come with the program: sound, and written as the program writes. */
#include <gio/gio.h>
#include <string.h>

#include "analysis/capacity.h"
#include "analysis/comparison.h"
#include "analysis/xmr.h"
#include "storage/study-file.h"
#include "study/condition.h"
#include "study/contact.h"
#include "study/measure.h"

static const char *const names[] = {
  "adult-social-care", "assessment-and-care",   "field-visits",
  "housing-repairs",   "housing-repairs-study", "service-with-contact-centre",
};

static GBytes *
read_sample (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".throughline", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TL_SAMPLES"), file, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static TlOpened *
open_sample (const char *name)
{
  g_autoptr (GBytes) bytes = read_sample (name);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (GError) error = NULL;
  TlOpened *opened = tl_study_open_bytes (bytes, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  return opened;
}

/* Nobody who opens one is told of something to mend, and saving it changes what was changed only. */
static void
test_sound (gconstpointer name)
{
  g_autoptr (TlOpened) opened = open_sample (name);

  for (guint i = 0; i < opened->study->flows->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlCapacity) capacity
          = tl_capacity_compute (opened->study, g_ptr_array_index (opened->study->flows, i), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (capacity->problems->len, ==, 0);
    }
}

/* The small one is shown in the manual as somebody would write it by hand. */
static void
test_same_bytes (gconstpointer name)
{
  g_autoptr (GBytes) bytes = read_sample (name);
  g_autoptr (TlOpened) opened = open_sample (name);
  g_autoptr (GBytes) again = tl_study_to_bytes (opened->study);

  g_assert_cmpstr (g_bytes_get_data (again, NULL), ==, g_bytes_get_data (bytes, NULL));
}

/* The whole study has the numbers of the worked example. */
static void
test_repairs (void)
{
  g_autoptr (TlOpened) whole = open_sample ("housing-repairs-study");
  g_autoptr (TlOpened) small = open_sample ("housing-repairs");
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (whole->study, whole->study->flows->pdata[0], NULL);
  g_autoptr (TlCapacity) worked = tl_capacity_compute (small->study, small->study->flows->pdata[0], NULL);

  for (int b = 0; b < TL_N_BUCKETS; b++)
    g_assert_cmpfloat (capacity->hours.hours[b], ==, worked->hours.hours[b]);
  g_assert_cmpfloat (capacity->spare, ==, worked->spare);
  g_assert_cmpfloat (capacity->contacts, ==, worked->contacts);
  g_assert_cmpfloat_with_epsilon (capacity->used, 689.459017, 5.1e-7);
}

/* Of its log each demand has the share that it has of the flow's arrivals, to one contact. */
static void
test_log (void)
{
  g_autoptr (TlOpened) opened = open_sample ("housing-repairs-study");
  g_autoptr (TlCapacity) capacity = tl_capacity_compute (opened->study, opened->study->flows->pdata[0], NULL);
  const GPtrArray *contacts = opened->study->contacts;
  guint judged = 0;
  guint counts[3] = { 0 };

  g_assert_cmpuint (contacts->len, ==, 300);
  for (guint i = 0; i < contacts->len; i++)
    {
      const TlContact *contact = g_ptr_array_index (contacts, i);

      g_assert_nonnull (contact->words);
      g_assert_cmpstr (contact->when, >=, "2026-01-05");
      g_assert_cmpstr (contact->when, <, "2026-02-14");
      if (contact->demand)
        {
          counts[tl_item_position (contact->demand)]++;
          judged++;
        }
    }
  g_assert_cmpuint (judged, <, contacts->len);
  for (guint d = 0; d < 3; d++)
    g_assert_cmpfloat_with_epsilon (
        counts[d], judged * g_array_index (capacity->demands, TlDemandNumbers, d).arrivals / capacity->contacts, 1);
}

/* Every answer of Check has something to look at. */
static void
test_whole (void)
{
  g_autoptr (TlOpened) opened = open_sample ("housing-repairs-study");
  TlStudy *study = opened->study;
  const TlMeasure *days = g_ptr_array_index (study->measures, 0);
  TlFlow *redesign = g_ptr_array_index (study->flows, 1);
  g_autoptr (TlComparison) comparison = tl_comparison_new (study, study->flows->pdata[0], redesign, NULL);

  g_assert_nonnull (study->statement);
  g_assert_nonnull (strstr (study->notes, "invented"));
  g_assert_cmpuint (study->matters->len, >=, 3);
  g_assert_cmpuint (days->points->len, ==, 60);
  g_assert_cmpuint (days->changes->len, ==, 1);
  for (guint i = 0; i < study->conditions->len; i++)
    {
      const TlCondition *condition = g_ptr_array_index (study->conditions, i);

      g_assert_nonnull (condition->thinking);
      g_assert_cmpuint (condition->links->len, >, 0);
    }
  g_assert_nonnull (redesign->serves);
  g_assert_cmpfloat (comparison->freed, >, 0);
}

/* Reported figures as they were reported, and not one more. */
static void
test_care (void)
{
  static const double reported[][2] = { { 24.1, 10.9 }, { 100, 72 }, { 12, 9.7 }, { 100, 52 }, { 100, 70 } };
  g_autoptr (TlOpened) opened = open_sample ("adult-social-care");
  const GPtrArray *measures = opened->study->measures;

  g_assert_nonnull (strstr (opened->study->notes, "reported"));
  g_assert_cmpuint (measures->len, ==, G_N_ELEMENTS (reported));
  for (guint i = 0; i < measures->len; i++)
    {
      const GPtrArray *points = ((TlMeasure *) g_ptr_array_index (measures, i))->points;

      g_assert_cmpuint (points->len, ==, 2);
      for (guint p = 0; p < 2; p++)
        g_assert_cmpfloat (((TlPoint *) g_ptr_array_index (points, p))->value, ==, reported[i][p]);
    }
  g_assert_cmpuint (opened->study->contacts->len, ==, 0);
}

/* A frame says nothing that a team has to find out. */
static void
test_frames (void)
{
  static const char *const frames[] = { "assessment-and-care", "field-visits", "service-with-contact-centre" };

  for (guint f = 0; f < G_N_ELEMENTS (frames); f++)
    {
      g_autoptr (TlOpened) opened = open_sample (frames[f]);
      g_autoptr (TlCapacity) capacity = tl_capacity_compute (opened->study, opened->study->flows->pdata[0], NULL);

      g_assert_cmpfloat (capacity->contacts, ==, 0);
      g_assert_cmpfloat (capacity->available, ==, 0);
      g_assert_cmpuint (opened->study->demands->len, >, 0);
      g_assert_null (opened->study->statement);
      for (guint i = 0; i < capacity->steps->len; i++)
        g_assert_cmpint (g_array_index (capacity->steps, TlStepNumbers, i).step->class, ==, TL_CLASS_NONE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *sound = g_strconcat ("/samples/sound/", names[i], NULL);
      g_autofree char *bytes = g_strconcat ("/samples/same-bytes/", names[i], NULL);

      g_test_add_data_func (sound, names[i], test_sound);
      if (!g_str_equal (names[i], "housing-repairs"))
        g_test_add_data_func (bytes, names[i], test_same_bytes);
    }
  g_test_add_func ("/samples/repairs", test_repairs);
  g_test_add_func ("/samples/log", test_log);
  g_test_add_func ("/samples/whole", test_whole);
  g_test_add_func ("/samples/care", test_care);
  g_test_add_func ("/samples/frames", test_frames);
  return g_test_run ();
}
