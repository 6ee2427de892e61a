/* test-chart.c: every view, at every size, of easy and of difficult studies. */
#include "subjects.h"

#include <string.h>

#include "paint/reading.h"
#include "paint/strip.h"

typedef struct
{
  int width;
  int height;
} Size;

static const Size sizes[]
    = { { 640, 360 }, { 1024, 768 }, { 1280, 720 }, { 1920, 1080 }, { 3840, 2160 }, { 800, 1200 } };

/* A box of text has room for the tallest letters; neighbours may share a hair of it. */
#define TOLERANCE 1.0
/* No text is smaller: its line is higher than its letters. */
#define LEAST_LINE 11.0

static gboolean
overlap (const TlTextBox *a, const TlTextBox *b)
{
  return a->x + TOLERANCE < b->x + b->width && b->x + TOLERANCE < a->x + a->width && a->y + TOLERANCE < b->y + b->height
         && b->y + TOLERANCE < a->y + a->height;
}

static void
assert_within (const TlTextBox *box, double width, double height, const char *what)
{
  if (box->x < -TOLERANCE || box->y < -TOLERANCE || box->x + box->width > width + TOLERANCE
      || box->y + box->height > height + TOLERANCE)
    g_error ("%s: “%s” leaves the surface: %g, %g, %g × %g", what, box->text, box->x, box->y, box->width, box->height);
}

static void
assert_apart (const GPtrArray *texts, double width, double height, const char *what)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);

      assert_within (box, width, height, what);
      for (guint j = i + 1; j < texts->len; j++)
        {
          const TlTextBox *other = g_ptr_array_index (texts, j);

          if (overlap (box, other))
            g_error ("%s: “%s” (%g, %g, %g × %g) lies over “%s” (%g, %g, %g × %g)", what, box->text, box->x, box->y,
                     box->width, box->height, other->text, other->x, other->y, other->width, other->height);
        }
    }
}

static void
check_chart (TlView view, const TlSubject *subject, const TlTheme *theme, Size size, const char *name)
{
  g_autoptr (TlChart) chart = tl_chart_new (view, subject, theme, size.width, size.height);
  g_autofree char *what
      = g_strdup_printf ("%s of %s at %d × %d, %g", tl_view_nick (view), name, size.width, size.height, theme->scale);
  const GPtrArray *texts = tl_chart_texts (chart);

  g_assert_nonnull (tl_chart_title (chart));
  g_assert_cmpuint (strlen (tl_chart_title (chart)), >, 0);
  g_assert_cmpuint (texts->len, >, 0);
  assert_apart (texts, size.width, size.height, what);
  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);

      g_assert_true (g_utf8_validate (box->text, -1, NULL));
      /* Of the flow these are the places of its steps: it draws its own letters. */
      if (view != TL_VIEW_FLOW)
        g_assert_cmpfloat (box->height, >, LEAST_LINE);
    }
}

/* Every size for the ordinary study and for the difficult one. The others differ from these in words
 * and numbers: for them every other size, the least always. */
static gboolean
is_worth (SubjectKind kind, guint size)
{
  return kind == SUBJECT_SAMPLE || kind == SUBJECT_MANY || size % 2 == 0;
}

static void
test_layout (gconstpointer data)
{
  SubjectKind kind = GPOINTER_TO_INT (data);
  g_autoptr (TestSubject) test = test_subject_new (kind);

  for (int view = 0; view < TL_N_VIEWS; view++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        TlTheme theme = { .dark = (i / 2 + view + kind) % 2, .scale = 1 };

        if (!is_worth (kind, i))
          continue;
        check_chart (view, &test->subject, &theme, sizes[i], test_subject_name (kind));
      }
}

/* Light or dark, all stands in the same place: what is checked of one holds for the other. */
static void
test_dark_stands_alike (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_MANY);
  TlTheme light = { .scale = 1 };
  TlTheme dark = { .dark = TRUE, .scale = 1 };

  for (int view = 0; view < TL_N_VIEWS; view++)
    {
      g_autoptr (TlChart) one = tl_chart_new (view, &test->subject, &light, 1280, 720);
      g_autoptr (TlChart) two = tl_chart_new (view, &test->subject, &dark, 1280, 720);
      const GPtrArray *texts = tl_chart_texts (one);
      const GPtrArray *others = tl_chart_texts (two);

      g_assert_cmpuint (texts->len, ==, others->len);
      for (guint i = 0; i < texts->len; i++)
        {
          const TlTextBox *box = g_ptr_array_index (texts, i);
          const TlTextBox *other = g_ptr_array_index (others, i);

          g_assert_cmpstr (box->text, ==, other->text);
          g_assert_cmpfloat (box->x, ==, other->x);
          g_assert_cmpfloat (box->y, ==, other->y);
        }
    }
}

/* Room scale: twice the letters, the same promises. */
static void
test_room_scale (void)
{
  TlTheme theme = { .scale = 2 };

  for (int kind = 0; kind < N_SUBJECTS; kind++)
    {
      g_autoptr (TestSubject) test = test_subject_new (kind);

      for (int view = 0; view < TL_N_VIEWS; view++)
        {
          int height = (int) tl_chart_natural_height (view, &test->subject, &theme, 1200);

          check_chart (view, &test->subject, &theme, sizes[kind % 4], test_subject_name (kind));
          check_chart (view, &test->subject, &theme, (Size){ 1200, height }, test_subject_name (kind));
        }
    }
}

static double
title_height (TlView view, const TlSubject *subject, double scale, int width, int height)
{
  TlTheme theme = { .scale = scale };
  g_autoptr (TlChart) chart = tl_chart_new (view, subject, &theme, width, height);
  const TlTextBox *title = g_ptr_array_index (tl_chart_texts (chart), 0);

  g_assert_cmpstr (title->text, ==, tl_chart_title (chart));
  return title->height;
}

/* The same chart three times as large has letters three times as large. */
static void
test_text_grows (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  double small = title_height (TL_VIEW_CLOCK, &test->subject, 1, 1280, 720);
  double large = title_height (TL_VIEW_CLOCK, &test->subject, 1, 3840, 2160);

  g_assert_cmpfloat_with_epsilon (large / small, 3, 0.05);
}

/* At its natural height a chart is drawn at the size of text that the room scale asks for. */
static void
test_natural_height (void)
{
  for (int view = TL_VIEW_CAPACITY; view < TL_N_VIEWS; view++)
    {
      gboolean of_conditions = view == TL_VIEW_TRACE || view == TL_VIEW_LEVERAGE_BY_CONDITION;
      g_autoptr (TestSubject) test = test_subject_new (of_conditions ? SUBJECT_CONDITIONS : SUBJECT_SAMPLE);
      TlTheme plain = { .scale = 1 };
      TlTheme twice = { .scale = 2 };
      int one = (int) tl_chart_natural_height (view, &test->subject, &plain, 2400);
      int two = (int) tl_chart_natural_height (view, &test->subject, &twice, 2400);
      double letters = title_height (view, &test->subject, 1, 2400, one);
      double larger = title_height (view, &test->subject, 2, 2400, two);

      g_assert_cmpint (two, >, one);
      g_assert_cmpfloat (larger, >, 1.9 * letters);
    }
}

static gboolean
some_text (const GPtrArray *texts, const char *part)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);
      const char *text = box->whole ? box->whole : box->text;

      if (strstr (text, part))
        return TRUE;
    }
  return FALSE;
}

static void
assert_says (SubjectKind kind, TlView view, const char *part)
{
  g_autoptr (TestSubject) test = test_subject_new (kind);
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlChart) chart = tl_chart_new (view, &test->subject, &theme, 1280, 720);

  if (!some_text (tl_chart_texts (chart), part))
    g_error ("%s of %s does not say “%s”", tl_view_nick (view), test_subject_name (kind), part);
}

static void
test_findings (void)
{
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CAPACITY, "Failure demand consumes 19\302\240% of the hours worked (128 of 689");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CAPACITY, "45\302\240% of contacts are failure demand");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CAPACITY, "131\302\240h spare of 820\302\240h available");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CAPACITY_BY_STEP, "“Visit and fix” takes the most hours: 539");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CAPACITY_BY_ROLE, "“Trades” is the tightest role: 539 of 640");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CLOCK, "A customer waits 17.6\302\240d for");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_LEVERAGE, "right first time gives back 115\302\240h a week");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_COMPARE, "“Decided where the work is” frees");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_COMPARE, "It is mended on the day that suits");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_COMPARE, "Gone: “Check the policy”");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_COMPARE, "was “Take the call”");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_FLOW, "3 of 5 steps are waste");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CLOCK, "1 January 2026");
  assert_says (SUBJECT_SAMPLE, TL_VIEW_CAPACITY_BY_STEP, "591 contacts a week");
}

static void
assert_reads (TlView view, int width, int height, const char *line)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlChart) chart = tl_chart_new (view, &test->subject, &theme, width, height);
  g_auto (GStrv) lines = tl_reading_lines (tl_chart_texts (chart), 1);

  if (!g_strv_contains ((const char *const *) lines, line))
    g_error ("%s at %d × %d does not read “%s”, but “%s”", tl_view_nick (view), width, height, line,
             g_strjoinv ("”, “", lines));
}

/* Who hears a chart hears a row as one: its name and its numbers, whatever the size; a name that is drawn shortened is
 * read whole. The numbers are those of the worked example. */
static void
test_read_aloud (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      assert_reads (TL_VIEW_CLOCK, sizes[i].width, sizes[i].height,
                    "Close the works order, 5\302\240min, 0\302\240min");
      assert_reads (TL_VIEW_LEVERAGE, sizes[i].width, sizes[i].height, "Rework at “Visit and fix”, R, 115\302\240h");
    }
  assert_reads (TL_VIEW_CAPACITY, 1280, 720,
                "V, Value work, 412\302\240h, 60\302\240%, What customers come for, done for the first time");
}

/* Whether there is anything that could be provisional. */
static gboolean
draws_something (SubjectKind kind, TlView view)
{
  g_autoptr (TestSubject) test = test_subject_new (kind);
  g_autofree char *nothing = tl_chart_nothing (view, &test->subject);

  return !nothing;
}

static void
test_limits_are_said (void)
{
  assert_says (SUBJECT_OVERLOAD, TL_VIEW_CAPACITY, "overload 29\302\240h");
  assert_says (SUBJECT_OVERLOAD, TL_VIEW_CAPACITY_BY_ROLE, "overload 59\302\240h");
  assert_says (SUBJECT_NO_ROLES, TL_VIEW_CAPACITY, "what is spare is not known");
  assert_says (SUBJECT_NO_FAILURE, TL_VIEW_CAPACITY, "No failure demand");
  assert_says (SUBJECT_NO_FAILURE, TL_VIEW_CAPACITY_BY_STEP, "not timed yet");
  for (int view = 0; view < TL_N_VIEWS; view++)
    if (!tl_view_is_of_study (view) && draws_something (SUBJECT_PROVISIONAL, view))
      assert_says (SUBJECT_PROVISIONAL, view, "rovisional");
  assert_says (SUBJECT_MANY, TL_VIEW_CAPACITY_BY_STEP, "more steps");
  assert_says (SUBJECT_MANY, TL_VIEW_CLOCK, "more steps");
  assert_says (SUBJECT_ERROR, TL_VIEW_CAPACITY, "without end");
  for (int view = 0; view < TL_N_VIEWS; view++)
    if (!tl_view_is_of_study (view) && view != TL_VIEW_DEMAND && view != TL_VIEW_TRACE)
      assert_says (SUBJECT_EMPTY, view, "first step");
  assert_says (SUBJECT_EMPTY, TL_VIEW_TRACE, "Mark what customers have to ask");
  assert_says (SUBJECT_EMPTY, TL_VIEW_DEMAND, "Nobody has written down yet");
}

static void
test_too_many_causes (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  TlLeverage none = { .ref_count = 1, .left_out = 2345 };
  g_autofree char *why = NULL;

  none.causes = g_array_new (FALSE, FALSE, sizeof (TlCause));
  test->subject.leverage = &none;
  why = tl_chart_nothing (TL_VIEW_LEVERAGE, &test->subject);
  g_assert_nonnull (strstr (why, "2345"));
  g_array_unref (none.causes);
}

/* A subject without flow, study or numbers is what a window has before anything is open. */
static void
test_nothing_at_all (void)
{
  TlSubject subject = { NULL };
  TlTheme theme = { .scale = 1 };

  g_date_clear (&subject.date, 1);
  for (int view = 0; view < TL_N_VIEWS; view++)
    check_chart (view, &subject, &theme, sizes[0], "nothing");
}

static void
paint_at (TlView view, const TlSubject *subject, Size size)
{
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlChart) chart = tl_chart_new (view, subject, &theme, size.width, size.height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size.width, size.height);
  cairo_t *cr = cairo_create (surface);

  tl_chart_paint (chart, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* No finite size breaks it. The difficult study meets them all, each other study two. */
static void
test_odd_sizes (void)
{
  static const Size odd[] = { { 64, 64 }, { 64, 2000 }, { 3000, 64 }, { 300, 200 } };

  for (int kind = 0; kind < N_SUBJECTS; kind++)
    {
      g_autoptr (TestSubject) test = test_subject_new (kind);

      for (int view = 0; view < TL_N_VIEWS; view++)
        {
          paint_at (view, &test->subject, (Size){ 1, 1 });
          for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
            if (kind == SUBJECT_MANY || i == kind % G_N_ELEMENTS (odd))
              paint_at (view, &test->subject, odd[i]);
        }
    }
}

static void
test_pick (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_MANY);
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlChart) chart = tl_chart_new (TL_VIEW_CAPACITY_BY_ROLE, &test->subject, &theme, 640, 360);
  const GPtrArray *texts = tl_chart_texts (chart);
  guint shortened = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);

      if (!box->whole)
        continue;
      shortened++;
      g_assert_cmpstr (box->whole, !=, box->text);
      g_assert_true (tl_chart_pick (chart, box->x + box->width / 2, box->y + box->height / 2) == box);
    }
  g_assert_cmpuint (shortened, >, 0);
  g_assert_null (tl_chart_pick (chart, 639, 1));
}

static void
test_views_by_name (void)
{
  for (int i = 0; i < TL_N_VIEWS; i++)
    {
      TlView view;

      g_assert_true (tl_view_from_nick (tl_view_nick (i), &view));
      g_assert_cmpint (view, ==, i);
      g_assert_cmpuint (strlen (tl_view_label (i)), >, 0);
    }
  g_assert_false (tl_view_from_nick ("pie", &(TlView){ 0 }));
}

static void
test_strip (void)
{
  static const int widths[] = { 300, 640, 1280, 1920, 3840 };

  for (int kind = 0; kind < N_SUBJECTS; kind++)
    {
      g_autoptr (TestSubject) test = test_subject_new (kind);

      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        for (int scale = 1; scale <= 2; scale++)
          {
            TlTheme theme = { .scale = scale };
            double height = tl_strip_height (&theme);
            g_autoptr (TlScene) scene = tl_strip_lay_out (&test->subject, &theme, widths[i], height);

            g_assert_cmpuint (scene->texts->len, >, 0);
            assert_apart (scene->texts, widths[i], height, test_subject_name (kind));
          }
    }
}

/* Narrow or wide: the share of failure demand and what is wrong are said. */
static void
test_strip_says (void)
{
  static const struct
  {
    SubjectKind kind;
    int width;
    const char *words;
  } rows[] = { { SUBJECT_SAMPLE, 300, "19\302\240%" },
               { SUBJECT_SAMPLE, 640, "(128 of 689" },
               { SUBJECT_SAMPLE, 1280, "131\302\240h spare" },
               { SUBJECT_OVERLOAD, 300, "19\302\240%" },
               { SUBJECT_OVERLOAD, 300, "overload 29\302\240h" },
               { SUBJECT_OVERLOAD, 640, "overload 29\302\240h" },
               { SUBJECT_PROVISIONAL, 640, "provisional" },
               { SUBJECT_ERROR, 640, "without end" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestSubject) test = test_subject_new (rows[i].kind);
      TlTheme theme = { .scale = 1 };
      g_autoptr (TlScene) scene = tl_strip_lay_out (&test->subject, &theme, rows[i].width, 64);

      for (guint j = 0; j < scene->texts->len; j++)
        g_assert_null (((const TlTextBox *) g_ptr_array_index (scene->texts, j))->whole);
      if (!some_text (scene->texts, rows[i].words))
        g_error ("a strip of %d does not say “%s”", rows[i].width, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int kind = 0; kind < N_SUBJECTS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/layout/%s", test_subject_name (kind));

      g_test_add_data_func (path, GINT_TO_POINTER (kind), test_layout);
    }
  g_test_add_func ("/chart/dark-stands-alike", test_dark_stands_alike);
  g_test_add_func ("/chart/room-scale", test_room_scale);
  g_test_add_func ("/chart/text-grows", test_text_grows);
  g_test_add_func ("/chart/natural-height", test_natural_height);
  g_test_add_func ("/chart/findings", test_findings);
  g_test_add_func ("/chart/read-aloud", test_read_aloud);
  g_test_add_func ("/chart/limits-are-said", test_limits_are_said);
  g_test_add_func ("/chart/too-many-causes", test_too_many_causes);
  g_test_add_func ("/chart/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/chart/odd-sizes", test_odd_sizes);
  g_test_add_func ("/chart/pick", test_pick);
  g_test_add_func ("/chart/views-by-name", test_views_by_name);
  g_test_add_func ("/chart/strip", test_strip);
  g_test_add_func ("/chart/strip-says", test_strip_says);
  return g_test_run ();
}
