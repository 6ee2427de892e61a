/* What differs between two flows is marked on the one that is looked at, and said in its legend. */
#include <math.h>
#include <string.h>

#include "paint/difference-words.h"
#include "paint/flow-differing.h"
#include "storage/study-file.h"
#include "study/flow-edits.h"
#include "subjects.h"

static gboolean
some_text (const GPtrArray *texts, const char *part)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);

      if (strstr (box->whole ? box->whole : box->text, part))
        return TRUE;
    }
  return FALSE;
}

/* The subject's redesign, compared with what it is based on. */
static TlSubject
looked_at (const TestSubject *test, gboolean marked)
{
  TlSubject subject = test->subject;

  subject.flow = test->comparison->after->flow;
  subject.capacity = test->comparison->after;
  subject.differs_from = marked ? test->comparison->before->flow : NULL;
  return subject;
}

static void
test_legend (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  TlTheme theme = { .scale = 1 };
  TlSubject plain = looked_at (test, FALSE);
  TlSubject marked = looked_at (test, TRUE);
  g_autoptr (TlChart) without = tl_chart_new (TL_VIEW_FLOW, &plain, &theme, 1280, 720);
  g_autoptr (TlChart) with = tl_chart_new (TL_VIEW_FLOW, &marked, &theme, 1280, 720);

  g_assert_false (some_text (tl_chart_texts (without), "Other than in"));
  g_assert_true (some_text (tl_chart_texts (with), "Other than in “"));
  g_assert_true (some_text (tl_chart_texts (with), "new"));
  g_assert_true (some_text (tl_chart_texts (with), "changed"));
  g_assert_true (some_text (tl_chart_texts (with), "Gone: “Check the policy”"));
}

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
} Sheet;

static Sheet
sheet_new (const TlFlowGeometry *geometry)
{
  Sheet sheet;

  sheet.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) geometry->bounds.width + 80,
                                              (int) geometry->bounds.height + 80);
  sheet.cr = cairo_create (sheet.surface);
  cairo_translate (sheet.cr, 40 - geometry->bounds.x, 40 - geometry->bounds.y);
  return sheet;
}

/* How many pixels are inked round the box of a step, where only a mark can be. */
static guint
inked_round (const Sheet *sheet, const TlFlowGeometry *geometry, const TlBox *box)
{
  const guchar *pixels = cairo_image_surface_get_data (sheet->surface);
  int stride = cairo_image_surface_get_stride (sheet->surface);
  int left = (int) (box->x - geometry->bounds.x) + 40 - 10;
  int top = (int) (box->y - geometry->bounds.y) + 40 - 10;
  guint inked = 0;

  for (int y = top; y < top + (int) box->height + 20; y++)
    for (int x = left; x < left + (int) box->width + 20; x++)
      inked += pixels[y * stride + 4 * x + 3] > 128;
  return inked;
}

/* Marks stand where something differs, and nowhere else; new and changed do not look alike without colour. */
static void
test_marks (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  TlFlow *after = test->comparison->after->flow;
  TlHistory *history = tl_history_new (test->subject.study);
  TlStep *added = tl_flow_add_step (history, after, "Stay until it is done", NAN, NAN);
  g_autoptr (TlFlowDifferences) differences = tl_flow_differences_new (test->comparison->before->flow, after);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (test->subject.study, after);
  TlTheme theme = { .scale = 1 };
  Sheet sheet = sheet_new (geometry);
  guint new_ink, changed_ink;

  tl_flow_differing_paint (geometry, differences, &theme, sheet.cr, NULL, 1);
  cairo_surface_flush (sheet.surface);
  new_ink = inked_round (&sheet, geometry, &tl_flow_geometry_step (geometry, added)->box);
  changed_ink
      = inked_round (&sheet, geometry, &tl_flow_geometry_step (geometry, g_ptr_array_index (after->steps, 0))->box);
  g_assert_cmpuint (changed_ink, >, 200);
  g_assert_cmpuint (new_ink, >, changed_ink);
  for (guint i = 1; i + 1 < after->steps->len; i++)
    g_assert_cmpuint (
        inked_round (&sheet, geometry, &tl_flow_geometry_step (geometry, g_ptr_array_index (after->steps, i))->box), <,
        200);
  cairo_destroy (sheet.cr);
  cairo_surface_destroy (sheet.surface);
  g_object_unref (history);
}

/* The pixels under the words of a way, less a rim. */
static guint
inked_under_label (const Sheet *sheet, const TlFlowGeometry *geometry, const TlPath *path)
{
  const guchar *pixels = cairo_image_surface_get_data (sheet->surface);
  int stride = cairo_image_surface_get_stride (sheet->surface);
  int left = (int) (path->label.x - path->label_width / 2 - geometry->bounds.x) + 40;
  int top = (int) (path->label.y - path->label_height / 2 - geometry->bounds.y) + 40;
  guint inked = 0;

  for (int y = MAX (top, 0); y < top + (int) path->label_height; y++)
    for (int x = MAX (left, 0); x < left + (int) path->label_width; x++)
      inked += pixels[y * stride + 4 * x + 3] > 128;
  return inked;
}

/* The whole sample's redesign, where ways with words are another. */
static void
test_signs_beside_words (void)
{
  g_autofree char *file = g_build_filename (g_getenv ("TL_SAMPLES"), "housing-repairs-study.throughline", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (file);
  g_autoptr (TlOpened) opened = tl_study_open (source, NULL, NULL, NULL);
  TlFlow *before = opened->study->flows->pdata[0], *after = opened->study->flows->pdata[1];
  g_autoptr (TlFlowDifferences) differences = tl_flow_differences_new (before, after);
  g_autoptr (TlFlowGeometry) geometry = tl_flow_geometry_new (opened->study, after);
  TlTheme theme = { .scale = 1 };
  Sheet sheet = sheet_new (geometry);
  guint with_words = 0;

  tl_flow_differing_paint (geometry, differences, &theme, sheet.cr, NULL, 1);
  cairo_surface_flush (sheet.surface);
  for (guint i = 0; i < geometry->paths->len; i++)
    {
      const TlPath *path = &g_array_index (geometry->paths, TlPath, i);

      if (path->label_width > 0)
        /* The outline round a step may graze words beside it; half a sign covers more. */
        g_assert_cmpuint (inked_under_label (&sheet, geometry, path), <, 100);
      with_words += path->label_width > 0 && tl_flow_differences_of (differences, path->item);
    }
  g_assert_cmpuint (with_words, >=, 3);
  cairo_destroy (sheet.cr);
  cairo_surface_destroy (sheet.surface);
}

static void
test_words (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  TlFlow *after = test->comparison->after->flow;
  TlHistory *history = tl_history_new (test->subject.study);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (TlFlowDifferences) differences = NULL;
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;

  g_ptr_array_add (one, g_ptr_array_index (after->steps, 0));
  tl_steps_set_times (history, one, 9, ((TlStep *) g_ptr_array_index (one, 0))->wait_minutes);
  tl_steps_set_class (history, one, TL_CLASS_WASTE, TL_WASTE_SORTING);
  differences = tl_flow_differences_new (test->comparison->before->flow, after);
  words = tl_difference_words (tl_flow_differences_of (differences, g_ptr_array_index (after->steps, 0)));
  g_assert_cmpstr (
      words, ==, "“Agree it with the customer”: was “Take the call”, Value → Waste, work 6\302\240min → 9\302\240min");
  lines = tl_differences_lines (differences);
  g_assert_cmpstr (lines[0], ==, "Gone: “Check the policy”");
  /* The ways to and from the step that has gone go without saying. */
  for (guint i = 0; lines[i]; i++)
    g_assert_null (strstr (lines[i], "Way gone"));
  g_object_unref (history);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differing/legend", test_legend);
  g_test_add_func ("/differing/marks", test_marks);
  g_test_add_func ("/differing/signs-beside-words", test_signs_beside_words);
  g_test_add_func ("/differing/words", test_words);
  return g_test_run ();
}
