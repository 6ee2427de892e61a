/* test-slides.c: every slide of easy and difficult studies, on every screen: legible from the back.
 */
#include "subjects.h"

#include <string.h>

#include "analysis/trace.h"
#include "paint/slide.h"
#include "study/deletion.h"
#include "study/history.h"
#include "study/item-build.h"
#include "study/raises.h"

typedef struct
{
  int width;
  int height;
} Size;

static const Size screens[]
    = { { 1024, 768 }, { 1920, 1080 }, { 3840, 2160 }, { 1280, 800 }, { 2560, 1080 }, { 1080, 1920 } };

#define TOLERANCE 1.0

static gboolean
overlap (const TlTextBox *a, const TlTextBox *b)
{
  return a->x + TOLERANCE < b->x + b->width && b->x + TOLERANCE < a->x + a->width && a->y + TOLERANCE < b->y + b->height
         && b->y + TOLERANCE < a->y + a->height;
}

static void
check_text (const TlTextBox *box, const TlScene *scene, const char *what)
{
  double least = TL_SLIDE_LETTERS * MIN (scene->height, scene->width * 0.75);

  if (box->x < -TOLERANCE || box->y < -TOLERANCE || box->x + box->width > scene->width + TOLERANCE
      || box->y + box->height > scene->height + TOLERANCE)
    g_error ("%s: “%s” leaves the screen: %g, %g, %g × %g", what, box->text, box->x, box->y, box->width, box->height);
  if (box->y + box->height > scene->height - TL_SLIDE_BOTTOM * least + TOLERANCE)
    g_error ("%s: “%s” reaches down to where the page stands", what, box->text);
  if (box->letters < least - 0.01)
    g_error ("%s: “%s” has letters of %g, and %g is the least", what, box->text, box->letters, least);
}

static void
check_slide (const TlSlide *slide, const TlSubject *subject, Size size, const char *name)
{
  TlTheme theme = { .scale = 1, .dark = size.width % 3 == 0 };
  g_autoptr (TlSlideLayout) layout = tl_slide_lay_out (slide, subject, NULL, &theme, size.width, size.height, FALSE);
  g_autofree char *title = tl_slide_title (slide, subject);
  g_autofree char *what = g_strdup_printf ("slide %d.%u, “%s”, of %s at %d × %d", slide->kind, slide->number, title,
                                           name, size.width, size.height);
  const GPtrArray *texts = layout->scene->texts;

  g_assert_cmpuint (strlen (title), >, 0);
  for (guint i = 0; i < texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (texts, i);

      /* What is told to who points somewhere is drawn nowhere. */
      if (box->letters == 0)
        continue;
      check_text (box, layout->scene, what);
      for (guint j = i + 1; j < texts->len; j++)
        if (((TlTextBox *) g_ptr_array_index (texts, j))->letters > 0 && overlap (box, g_ptr_array_index (texts, j)))
          {
            const TlTextBox *other = g_ptr_array_index (texts, j);

            g_error ("%s: “%s” (%g, %g, %g × %g) lies over “%s” (%g, %g, %g × %g)", what, box->text, box->x, box->y,
                     box->width, box->height, other->text, other->x, other->y, other->width, other->height);
          }
    }
}

static void
give_more (TlStudy *study, const char *text, guint n)
{
  tl_item_set_text (study, "statement", text);
  tl_item_set_text (study, "organisation", text);
  for (guint i = 0; i < n; i++)
    {
      gpointer matter = tl_item_new (TL_ITEM_MATTER);
      gpointer measure = tl_item_new (TL_ITEM_MEASURE);
      gpointer condition = tl_item_new (TL_ITEM_CONDITION);
      gpointer demand = tl_item_new (TL_ITEM_DEMAND);

      tl_item_set_text (matter, "text", text);
      tl_item_set_text (measure, "name", text);
      tl_item_set_text (measure, "unit", text);
      tl_item_set_text (condition, "name", text);
      tl_item_set_text (condition, "thinking", text);
      tl_item_set_text (demand, "name", text);
      tl_item_append (study, matter);
      tl_item_append (study, measure);
      tl_item_append (study, condition);
      tl_item_append (study, demand);
    }
}

#define LONG_GERMAN                                                                                                    \
  "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz: repariert meine Wohnung, "                       \
  "gleich beim ersten Mal richtig, zu einer Zeit, die mir passt, und sagt mir vorher Bescheid"

/* Every screen for the ordinary study; for the others, which differ in words and numbers, the
 * smallest and one more. Of a long walk some steps are enough: the names repeat. */
static void
check_deck (const TlSubject *subject, SubjectKind kind, const char *name)
{
  g_autoptr (TlDeck) deck = tl_deck_new (subject);
  guint walked = 0;

  for (guint i = 0; i < tl_deck_size (deck); i++)
    {
      const TlSlide *slide = tl_deck_slide (deck, i);

      if (slide->kind == TL_SLIDE_STEP && ++walked > 10)
        continue;
      for (guint s = 0; s < G_N_ELEMENTS (screens); s++)
        if (kind == SUBJECT_SAMPLE || s == 0 || s == kind % G_N_ELEMENTS (screens))
          check_slide (slide, subject, screens[s], name);
    }
}

static void
test_legible (gconstpointer data)
{
  SubjectKind kind = GPOINTER_TO_INT (data);
  g_autoptr (TestSubject) test = test_subject_new (kind);

  check_deck (&test->subject, kind, test_subject_name (kind));
}

/* However long the words of a language, and however many there are. */
static void
test_long_words (void)
{
  static const SubjectKind kinds[] = { SUBJECT_SAMPLE, SUBJECT_EMPTY };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TestSubject) test = test_subject_new (kinds[i]);

      give_more (test->subject.study, "a", 1);
      check_deck (&test->subject, kinds[i], "a study with short words");
      give_more (test->subject.study, LONG_GERMAN, 9);
      check_deck (&test->subject, kinds[i], "a study with long words");
    }
}

static guint
count_kind (const TlDeck *deck, TlSlideKind kind)
{
  guint n = 0;

  for (guint i = 0; i < tl_deck_size (deck); i++)
    n += tl_deck_slide (deck, i)->kind == kind;
  return n;
}

/* Check's order, and only what there is. */
static void
test_deck_of_sample (void)
{
  static const TlSlideKind kinds[]
      = { TL_SLIDE_PURPOSE, TL_SLIDE_DEMAND,   TL_SLIDE_DEMAND_SHARES, TL_SLIDE_DEMAND_OVER_TIME,
          TL_SLIDE_FLOW,    TL_SLIDE_STEP,     TL_SLIDE_STEP,          TL_SLIDE_STEP,
          TL_SLIDE_STEP,    TL_SLIDE_STEP,     TL_SLIDE_CAPACITY,      TL_SLIDE_BY_STEP,
          TL_SLIDE_CLOCK,   TL_SLIDE_LEVERAGE, TL_SLIDE_COMPARE };
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);

  g_assert_cmpuint (tl_deck_size (deck), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (tl_deck_slide (deck, i)->kind, ==, kinds[i]);
  g_assert_cmpstr (tl_deck_slide (deck, 5)->step->name, ==, "Take the call");
  g_assert_cmpuint (tl_deck_slide (deck, 9)->number, ==, 5);
  give_more (test->subject.study, "It matters", 5);
  g_clear_pointer (&deck, tl_deck_free);
  deck = tl_deck_new (&test->subject);
  g_assert_cmpuint (count_kind (deck, TL_SLIDE_CAPABILITY), ==, 2);
  g_assert_cmpuint (count_kind (deck, TL_SLIDE_CONDITIONS), ==, 2);
}

static gboolean
says (const TlScene *scene, const char *part)
{
  for (guint i = 0; i < scene->texts->len; i++)
    if (strstr (((const TlTextBox *) g_ptr_array_index (scene->texts, i))->text, part))
      return TRUE;
  return FALSE;
}

static void
assert_says (const TlSubject *subject, const TlSlide *slide, const char *const *parts)
{
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlSlideLayout) layout = tl_slide_lay_out (slide, subject, NULL, &theme, 1920, 1080, TRUE);

  for (; *parts; parts++)
    if (!says (layout->scene, *parts))
      g_error ("slide %d does not say “%s”", slide->kind, *parts);
}

/* Each measure about the purpose that has values has its chart, large. */
static void
test_measure_slides (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  const TlSubject subject = { .study = test->measures, .date = test->subject.date, .histogram = TRUE };
  const TlMeasure *measure = g_ptr_array_index (test->measures->measures, 0);
  static const char *const own[] = { "rules: Nelson", "How often", "median ", NULL };
  g_autoptr (TlDeck) deck = NULL;

  deck = tl_deck_new (&subject);
  g_assert_cmpuint (count_kind (deck, TL_SLIDE_MEASURE), ==, 0);
  g_clear_pointer (&deck, tl_deck_free);
  tl_item_set_choice (g_ptr_array_index (test->measures->measures, 0), "about-purpose", TL_YES);
  deck = tl_deck_new (&subject);
  g_assert_cmpuint (tl_deck_size (deck), ==, 2);
  g_assert_true (tl_deck_slide (deck, 1)->measure == measure);
  tl_item_set_choice (g_ptr_array_index (test->measures->measures, 0), "rules", TL_XMR_NELSON);
  tl_item_set_choice (g_ptr_array_index (test->measures->measures, 0), "centre", TL_CENTRE_MEDIAN);
  assert_says (&subject, tl_deck_slide (deck, 1), own);
  check_deck (&subject, SUBJECT_SAMPLE, "measures");
}

static const TlSlide *
slide_of (const TlDeck *deck, const char *step)
{
  for (guint i = 0; i < tl_deck_size (deck); i++)
    if (tl_deck_slide (deck, i)->step && g_str_equal (tl_deck_slide (deck, i)->step->name, step))
      return tl_deck_slide (deck, i);
  g_error ("no slide walks through “%s”", step);
}

/* The way from failure demand to thinking: all in one picture, then each demand in its own, by its name. */
static void
test_trace_slides (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_CONDITIONS);
  g_autoptr (TlTrace) all = tl_trace_new (test->subject.study, test->subject.flow, NULL);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);
  guint own = 0;

  g_assert_cmpuint (all->rows->len, >, 3);
  for (guint i = 0; i < tl_deck_size (deck); i++)
    {
      const TlSlide *slide = tl_deck_slide (deck, i);

      if (slide->kind != TL_SLIDE_TRACE)
        continue;
      g_assert_cmpuint (tl_deck_find (deck, slide, 0), ==, i);
      own += slide->demand != NULL;
    }
  g_assert_cmpuint (count_kind (deck, TL_SLIDE_TRACE), ==, own + 1);
  g_assert_cmpuint (own, >, 1);
}

/* What belongs to a step is read to its end: names of 120 letters, and a role of 50. */
static void
test_long_step (void)
{
  static const char name[]
      = "Answer whoever asks where the repair is that was promised for last week, and say sorry on "
        "behalf of all the other trades.";
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);
  const TlSlide *slide = slide_of (deck, "Visit and fix");
  TlTheme theme = { .scale = 1 };

  g_assert_cmpuint (strlen (name), >=, 120);
  tl_item_set_text (slide->step, "name", name);
  tl_item_set_text (slide->step->role, "name", "Trades, in-house and of contractors, of the north");
  for (guint i = 0; i < test->subject.flow->raises->len; i++)
    tl_item_set_text (((TlRaises *) g_ptr_array_index (test->subject.flow->raises, i))->demand, "name", name);
  for (guint s = 0; s < 3; s++)
    {
      g_autoptr (TlSlideLayout) layout
          = tl_slide_lay_out (slide, &test->subject, NULL, &theme, screens[s].width, screens[s].height, TRUE);

      check_slide (slide, &test->subject, screens[s], "a step with long names");
      for (guint i = 0; i < layout->scene->texts->len; i++)
        {
          const TlTextBox *text = g_ptr_array_index (layout->scene->texts, i);

          if (text->whole)
            g_error ("“%s” is cut at %d × %d", text->text, screens[s].width, screens[s].height);
        }
    }
}

static void
test_deck_of_nothing (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  TlSubject subject = { .study = study };
  g_autoptr (TlDeck) deck = tl_deck_new (&subject);

  g_assert_cmpuint (tl_deck_size (deck), ==, 1);
  g_assert_cmpint (tl_deck_slide (deck, 0)->kind, ==, TL_SLIDE_NOTHING);
  check_deck (&subject, SUBJECT_SAMPLE, "nothing");
}

/* An edit makes a new deck; who presents stays where they are. */
static void
test_find_again (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) before = tl_deck_new (&test->subject);
  g_autoptr (TlDeck) after = NULL;
  TlStep *third = tl_deck_slide (before, 7)->step;
  TlStep *first = tl_deck_slide (before, 5)->step;
  g_autoptr (TlHistory) history = NULL;
  g_autoptr (GPtrArray) doomed = g_ptr_array_new ();

  give_more (test->subject.study, "It matters", 5);
  after = tl_deck_new (&test->subject);
  g_assert_true (tl_deck_slide (after, tl_deck_find (after, tl_deck_slide (before, 7), 7))->step == third);
  g_assert_cmpint (tl_deck_slide (after, tl_deck_find (after, tl_deck_slide (before, 10), 10))->kind, ==,
                   TL_SLIDE_CAPACITY);
  /* As whoever deletes it does: with all that leads to it and from it. */
  history = tl_history_new (test->subject.study);
  g_ptr_array_add (doomed, first);
  tl_items_delete (history, doomed);
  g_clear_pointer (&after, tl_deck_free);
  after = tl_deck_new (&test->subject);
  g_assert_cmpuint (tl_deck_find (after, tl_deck_slide (before, 5), 5), ==, 5);
  tl_history_undo (history);
}

static void
test_chapters (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);

  g_assert_cmpuint (tl_deck_chapter (deck, 6, 1), ==, 10);
  g_assert_cmpuint (tl_deck_chapter (deck, 6, -1), ==, 4);
  g_assert_cmpuint (tl_deck_chapter (deck, 11, -1), ==, 10);
  g_assert_cmpuint (tl_deck_chapter (deck, 10, -1), ==, 5);
  g_assert_cmpuint (tl_deck_chapter (deck, 13, 1), ==, 14);
  g_assert_cmpuint (tl_deck_chapter (deck, 14, 1), ==, 14);
  g_assert_cmpuint (tl_deck_chapter (deck, 0, -1), ==, 0);
}

/* What the room is to read of a step. */
static void
test_step_says (void)
{
  static const char *const visit[] = { "Visit and fix",
                                       "Value",
                                       "Step 3 of 5",
                                       "1\302\240h 10\302\240min",
                                       "Trades",
                                       "78\302\240% · 539\302\240h",
                                       "Where is my repair?",
                                       "162 contacts a week",
                                       "35\302\240%",
                                       NULL };
  static const char *const check[] = { "Check the policy", "Waste", "4\302\240min", NULL };
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);

  assert_says (&test->subject, slide_of (deck, "Visit and fix"), visit);
  assert_says (&test->subject, slide_of (deck, "Check the policy"), check);
}

static void
test_others_say (void)
{
  static const char *const demand[]
      = { "45\302\240% of contacts are failure demand", "Please fix something", "325 (55\302\240%)", NULL };
  static const char *const purpose[] = { "Fix my home", "On time", NULL };
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);

  assert_says (&test->subject, tl_deck_slide (deck, 1), demand);
  give_more (test->subject.study, "On time", 1);
  tl_item_set_text (test->subject.study, "statement", "Fix my home");
  assert_says (&test->subject, tl_deck_slide (deck, 0), purpose);
}

/* The step that is walked to stands in the middle, large enough to be read, and whole. */
static void
test_camera (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);
  TlTheme theme = { .scale = 1 };

  for (guint i = 5; i < 10; i++)
    for (guint s = 0; s < G_N_ELEMENTS (screens); s++)
      {
        const TlSlide *slide = tl_deck_slide (deck, i);
        g_autoptr (TlSlideLayout) layout
            = tl_slide_lay_out (slide, &test->subject, NULL, &theme, screens[s].width, screens[s].height, TRUE);
        const TlStepBox *box = tl_flow_geometry_step (layout->flow, slide->step);

        g_assert_cmpfloat_with_epsilon (box->box.x + box->box.width / 2, layout->centre.x, 1e-6);
        g_assert_cmpfloat_with_epsilon (box->box.y + box->box.height / 2, layout->centre.y, 1e-6);
        g_assert_cmpfloat (box->box.width * layout->zoom, <, layout->window.width);
        g_assert_cmpfloat (box->box.height * layout->zoom, <, layout->window.height);
        /* The smallest letters of a flow are of 12 points. */
        g_assert_cmpfloat (12 * layout->zoom, >=, tl_slide_least_letters (screens[s].width, screens[s].height));
      }
}

static double
lowest (const TlScene *scene)
{
  double y = 0;

  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (scene->texts, i);

      y = MAX (y, box->y + box->height);
    }
  return y;
}

/* Little to say is said in larger letters; from the back of the room an empty third of a slide helps nobody. */
static void
test_room_is_used (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);
  TlTheme theme = { .scale = 1 };

  for (guint i = 0; i < tl_deck_size (deck); i++)
    for (guint s = 0; s < 3; s++)
      {
        const TlSlide *slide = tl_deck_slide (deck, i);
        g_autoptr (TlSlideLayout) layout
            = tl_slide_lay_out (slide, &test->subject, NULL, &theme, screens[s].width, screens[s].height, TRUE);

        if (slide->kind == TL_SLIDE_STEP)
          g_assert_cmpfloat (lowest (layout->scene), >, screens[s].height * 0.84);
        if (slide->kind == TL_SLIDE_DEMAND)
          g_assert_cmpfloat (lowest (layout->scene), >, screens[s].height * 0.7);
      }
}

static double
letters_of (const TlScene *scene, const char *part)
{
  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlTextBox *box = g_ptr_array_index (scene->texts, i);

      if (strstr (box->text, part))
        return box->letters;
    }
  return 0;
}

/* All names of a list are of one size, on all its slides, and the slides are as full as each other. */
static void
test_lists_alike (void)
{
  static const char *const names[]
      = { "One",   "Two, at length: what is not asked for on the form is not known to who decides, so they ask again",
          "Three", "Four",
          "Five",  "Six" };
  g_autoptr (TlStudy) study = tl_study_new ();
  TlSubject subject = { .study = study };
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlDeck) deck = NULL;
  double size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gpointer condition = tl_item_new (TL_ITEM_CONDITION);

      tl_item_set_text (condition, "name", names[i]);
      tl_item_append (study, condition);
    }
  deck = tl_deck_new (&subject);
  g_assert_cmpuint (count_kind (deck, TL_SLIDE_CONDITIONS), ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TlSlideLayout) layout
          = tl_slide_lay_out (tl_deck_slide (deck, i / 3), &subject, NULL, &theme, 1024, 768, TRUE);
      double letters = letters_of (layout->scene, names[i]);

      g_assert_cmpfloat (letters, >, 30);
      if (size > 0)
        g_assert_cmpfloat (letters, ==, size);
      size = letters;
    }
}

/* Where boxes are too small for names they have numbers, and what those stand for is below. */
static void
test_legend (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  static const TlSlide slide = { .kind = TL_SLIDE_FLOW };
  TlTheme theme = { .scale = 1 };
  g_autoptr (TlSlideLayout) layout = tl_slide_lay_out (&slide, &test->subject, NULL, &theme, 1024, 768, FALSE);

  g_assert_true (says (layout->scene, "policy"));
  g_assert_false (says (layout->scene, "2\302\240\302\240Check the policy"));
  g_assert_true (says (layout->scene, "F2"));
  g_assert_true (says (layout->scene, "F2\302\240\302\240You did not finish the job"));
  tl_item_set_text (g_ptr_array_index (test->subject.flow->steps, 0), "name",
                    "Take the call and hear what has happened");
  g_clear_pointer (&layout, tl_slide_layout_free);
  layout = tl_slide_lay_out (&slide, &test->subject, NULL, &theme, 1024, 768, FALSE);
  g_assert_true (says (layout->scene, "1\302\240\302\240Take the call and hear what has happened"));
  g_assert_true (says (layout->scene, "2\302\240\302\240Check the policy"));
}

/* Painting it leaves the surface well, light and dark. */
static void
test_paints (void)
{
  g_autoptr (TestSubject) test = test_subject_new (SUBJECT_SAMPLE);
  g_autoptr (TlDeck) deck = tl_deck_new (&test->subject);

  for (guint i = 0; i < tl_deck_size (deck); i++)
    {
      TlTheme theme = { .scale = 1, .dark = i % 2 };
      g_autoptr (TlSlideLayout) layout
          = tl_slide_lay_out (tl_deck_slide (deck, i), &test->subject, NULL, &theme, 640, 480, FALSE);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 640, 480);
      cairo_t *cr = cairo_create (surface);

      tl_scene_paint (layout->scene, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int kind = 0; kind < N_SUBJECTS; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/slides/legible/%s", test_subject_name (kind));

      g_test_add_data_func (path, GINT_TO_POINTER (kind), test_legible);
    }
  g_test_add_func ("/slides/long-words", test_long_words);
  g_test_add_func ("/slides/deck-of-sample", test_deck_of_sample);
  g_test_add_func ("/slides/deck-of-nothing", test_deck_of_nothing);
  g_test_add_func ("/slides/measures", test_measure_slides);
  g_test_add_func ("/slides/trace", test_trace_slides);
  g_test_add_func ("/slides/long-step", test_long_step);
  g_test_add_func ("/slides/find-again", test_find_again);
  g_test_add_func ("/slides/chapters", test_chapters);
  g_test_add_func ("/slides/step-says", test_step_says);
  g_test_add_func ("/slides/others-say", test_others_say);
  g_test_add_func ("/slides/camera", test_camera);
  g_test_add_func ("/slides/room-is-used", test_room_is_used);
  g_test_add_func ("/slides/lists-alike", test_lists_alike);
  g_test_add_func ("/slides/legend", test_legend);
  g_test_add_func ("/slides/paints", test_paints);
  return g_test_run ();
}
