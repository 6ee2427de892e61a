/* slide-step.c: one step of the walk: where it stands in the flow, and below what there is to know.
 */
#include "paint/slide-parts.h"

#include <math.h>

#include "paint/flow-window.h"
#include "paint/key.h"
#include "paint/step-words.h"
#include "paint/words.h"
#include "study/raises.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Of the height, for the flow; and where the words need more room. */
#define WINDOW 0.45
#define WINDOW_LEAST 0.34
/* At 100 %: with it the smallest letters of a flow, 12 points, are as large as the smallest of a
 * slide. */
#define ZOOM 1.5
#define NAME 54.0
#define NAME_HEIGHT 104.0
#define CLASS 25.0
#define GAP 22.0
#define FACT 34.0
#define FACT_LEAST 25.0
#define FACT_WRAPPED 22.0
#define FACT_GAP 36.0
#define WRAPPED_LINES 4
#define RAISES_HEIGHT 66.0
/* So much larger is all of it where there is little to say, and what is tried next where that is too much. */
#define GROW 1.7
#define GROW_STEP 0.1
#define FACT_ROWS 10.0
#define HEAD_GROW 1.3
#define FACTS 4
#define MOST_RAISES 2

static char *
class_words (const TlStep *step)
{
  const TlChoice *kind = tl_choice_by_value (tl_waste_choices (), (int) step->waste);

  if (step->class == TL_CLASS_VALUE)
    return g_strdup (_ ("Value"));
  if (step->class == TL_CLASS_NONE)
    return g_strdup (_ ("Not judged yet"));
  if (step->waste == TL_WASTE_NONE || !kind)
    return g_strdup (_ ("Waste"));
  /* TRANSLATORS: a kind of waste, as "Waste: checking" */
  return g_strdup_printf (_ ("Waste: %s"), _ (kind->label));
}

static void
add_window (TlSlideLayout *layout, const TlSubject *subject, const TlStep *step, double part, gboolean alive)
{
  TlScene *scene = layout->scene;
  const TlStepBox *place = tl_flow_geometry_step (layout->flow, step);
  TlFlowWindow window = { .box = { 0, 0, scene->width, round (scene->height * part) },
                          .zoom = tl_scene_unit (scene, ZOOM),
                          .step = step };

  if (place)
    window.centre = (TlPlace){ place->box.x + place->box.width / 2, place->box.y + place->box.height / 2 };
  layout->window = window.box;
  layout->centre = window.centre;
  layout->zoom = window.zoom;
  if (!alive)
    tl_flow_window_add (scene, subject, layout->flow, &window);
  tl_scene_add_line (scene, TL_INK_FAINT, 1.5, 0, window.box.height, scene->width, window.box.height);
}

/* What there is to say, and how large. */
typedef struct
{
  TlScene *scene;
  const TlSlide *slide;
  const TlSubject *subject;
  TlBox room; /* what is left of it, downwards */
  double grow;
  guint fact_rows; /* 0: one, in which facts may be smaller than all else */
  gboolean fits;
} Words;

static double
unit (const Words *words, double length)
{
  return tl_scene_unit (words->scene, length * words->grow);
}

static void
go_down (Words *words, double height)
{
  words->room.y += height;
  words->room.height -= height;
}

/* What it is, on the left; on the right, how far the walk has come. */
static void
add_class (Words *words)
{
  TlScene *scene = words->scene;
  const TlSlide *slide = words->slide;
  const TlBox *room = &words->room;
  TlBucket bucket = tl_step_bucket (slide->step);
  TlColour colour = tl_theme_bucket_text (&scene->theme, bucket);
  TlLabelStyle bold = { .size = CLASS * words->grow, .bold = TRUE, .colour = &colour };
  TlLabelStyle quiet = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  g_autofree char *class = class_words (slide->step);
  /* TRANSLATORS: of the steps of a flow, as "Step 3 of 5" */
  g_autofree char *number = g_strdup_printf (_ ("Step %u of %u"), slide->number, slide->of);
  double swatch = unit (words, CLASS + 1);
  double gap = unit (words, 12);
  TlLabel *right = tl_scene_measure (scene, &quiet, number, 0);
  TlLabel *left = tl_scene_measure (scene, &bold, class, room->width - right->width - swatch - 3 * gap);
  double height = MAX (left->height, swatch);

  tl_key_add_swatch (scene, bucket, &(TlBox){ room->x, room->y + (height - swatch) / 2, swatch, swatch });
  tl_scene_place (scene, left, room->x + swatch + gap, room->y + (height - left->height) / 2);
  tl_scene_place (scene, right, room->x + room->width - right->width, room->y + (height - right->height) / 2);
  go_down (words, height + unit (words, 6));
}

static void
add_name (Words *words)
{
  TlLabelStyle huge = { .size = NAME * words->grow, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
  g_autofree char *name = tl_words_name (words->slide->step->name);
  TlLabel *label
      = tl_slide_fit (words->scene, &huge, name, TL_SLIDE_LARGE, words->room.width, unit (words, NAME_HEIGHT));

  /* Where it has to be smaller than it is at its least, growing would help the rest only. */
  if (label->letters < tl_scene_unit (words->scene, NAME))
    words->fits = FALSE;
  tl_scene_place (words->scene, label, words->room.x, words->room.y);
  go_down (words, label->height + unit (words, 14));
}

typedef struct
{
  const char *label;
  char *value;
} Fact;

static char *
hours_words (const TlSubject *subject, const TlStep *step)
{
  const TlStepNumbers *numbers = subject->capacity ? tl_capacity_step (subject->capacity, step) : NULL;
  double hours = numbers ? tl_buckets_sum (&numbers->hours) : 0;
  g_autofree char *share = NULL;
  g_autofree char *amount = NULL;

  if (!(hours > 0) || !(subject->capacity->used > 0))
    return NULL;
  share = tl_words_share (hours / subject->capacity->used);
  amount = tl_words_hours (hours);
  return g_strdup_printf ("%s \302\267 %s", share, amount);
}

/* What nobody has said yet is not there. */
static guint
collect_facts (Fact facts[FACTS], const TlSubject *subject, const TlStep *step)
{
  guint n = 0;
  char *hours = hours_words (subject, step);

  if (step->work_minutes > 0)
    facts[n++] = (Fact){ _ ("Work"), tl_words_time (step->work_minutes) };
  if (step->wait_minutes > 0)
    facts[n++] = (Fact){ _ ("The customer waits"), tl_words_time (step->wait_minutes) };
  if (hours)
    facts[n++] = (Fact){ _ ("Of the hours worked"), hours };
  if (step->role)
    facts[n++] = (Fact){ _ ("Who does it"), tl_words_name (step->role->name) };
  return n;
}

typedef struct
{
  TlLabel *head;
  TlLabel *value;
} FactLabels;

static double
fact_width (const FactLabels *labels)
{
  return MAX (labels->head->width, labels->value->width);
}

static double
fact_gap (const Words *words)
{
  return words->fact_rows > 0 ? unit (words, FACT_GAP) : tl_scene_unit (words->scene, FACT_GAP);
}

static double
column_width (const FactLabels *labels, guint n, guint columns, guint column)
{
  double width = 0;

  for (guint i = column; i < n; i += columns)
    width = MAX (width, fact_width (&labels[i]));
  return width;
}

/* All values in letters of one size, in one line where there is no @most. Returns how wide they are
 * in so many columns. */
static double
measure_facts (const Words *words,
               const Fact *facts,
               guint n,
               guint columns,
               double size,
               double most,
               FactLabels *labels)
{
  TlScene *scene = words->scene;
  double head = words->fact_rows > 0 ? TL_SIZE_TEXT * MIN (words->grow, HEAD_GROW) : TL_SIZE_TEXT;
  TlLabelStyle small = { .size = head, .ink = TL_INK_QUIET };
  TlLabelStyle large = { .size = size, .bold = TRUE, .ink = TL_INK_TEXT, .lines = most > 0 ? WRAPPED_LINES : 1 };
  double width = fact_gap (words) * (MAX (columns, 1) - 1);

  for (guint i = 0; i < n; i++)
    {
      labels[i].head = tl_scene_measure (scene, &small, facts[i].label, most);
      labels[i].value = tl_scene_measure (scene, &large, facts[i].value, most);
    }
  for (guint c = 0; c < columns; c++)
    width += column_width (labels, n, columns, c);
  return width;
}

static void
clear_labels (FactLabels *labels, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&labels[i].head, tl_label_free);
      g_clear_pointer (&labels[i].value, tl_label_free);
    }
}

/* Facts beside which a long one has less than a third of the width. */
#define LONG_CROWD 3

/* What is short keeps its width; what is long shares the rest, and wraps there. */
static void
wrap_facts (Words *words, const Fact *facts, guint n, double room, FactLabels *labels)
{
  FactLabels wrapped[FACTS] = { { NULL } };
  double left = room;
  guint n_long = 0;

  measure_facts (words, facts, n, n, FACT_WRAPPED, 0, labels);
  for (guint i = 0; i < n; i++)
    if (labels[i].value->width <= room / n)
      left -= fact_width (&labels[i]);
    else
      n_long++;
  if (n_long == 0)
    return;
  measure_facts (words, facts, n, n, n_long * n > LONG_CROWD ? TL_SIZE_TEXT : FACT_WRAPPED, left / n_long, wrapped);
  for (guint i = 0; i < n; i++)
    if (labels[i].value->width > room / n)
      {
        FactLabels whole = labels[i];

        labels[i] = wrapped[i];
        wrapped[i] = whole;
      }
  clear_labels (wrapped, n);
}

/* As large as there is room for all of them side by side; else the long ones wrap. */
static void
squeeze_facts (Words *words, const Fact *facts, guint n, FactLabels *labels)
{
  double width = words->room.width;
  double size = FACT * words->grow;
  double gaps = fact_gap (words) * (MAX (n, 1) - 1);

  while (measure_facts (words, facts, n, n, size, 0, labels) > width)
    {
      clear_labels (labels, n);
      if (size <= FACT_LEAST)
        {
          words->fits = FALSE;
          wrap_facts (words, facts, n, width - gaps, labels);
          return;
        }
      size = MAX (size * 0.94, FACT_LEAST);
    }
  if (size < FACT)
    words->fits = FALSE;
}

/* Returns how many there are in a row. */
static guint
fit_facts (Words *words, const Fact *facts, guint n, FactLabels *labels)
{
  guint columns = words->fact_rows > 0 ? (n + words->fact_rows - 1) / words->fact_rows : n;

  if (measure_facts (words, facts, n, columns, FACT * words->grow, 0, labels) <= words->room.width)
    return columns;
  clear_labels (labels, n);
  if (words->fact_rows > 0)
    words->fits = FALSE;
  squeeze_facts (words, facts, n, labels);
  return n;
}

static void
add_facts (Words *words)
{
  Fact facts[FACTS];
  FactLabels labels[FACTS] = { { NULL } };
  guint n = collect_facts (facts, words->subject, words->slide->step);
  guint columns = fit_facts (words, facts, n, labels);

  for (guint first = 0; first < n; first += columns)
    {
      double x = words->room.x;
      double height = 0;

      for (guint i = first; i < MIN (first + columns, n); i++)
        {
          double head = labels[i].head->height;
          double width = column_width (labels, n, columns, i - first);

          height = MAX (height, head + labels[i].value->height);
          tl_scene_place (words->scene, labels[i].value, x, words->room.y + head);
          tl_scene_place (words->scene, labels[i].head, x, words->room.y);
          x += width + fact_gap (words);
        }
      go_down (words, height + unit (words, first + columns < n ? FACT_ROWS : GAP));
    }
  for (guint i = 0; i < n; i++)
    g_free (facts[i].value);
}

static char *
raises_words (const TlSubject *subject, const TlRaises *raises)
{
  const TlStepNumbers *numbers = subject->capacity ? tl_capacity_step (subject->capacity, raises->step) : NULL;
  g_autofree char *name = tl_words_name (raises->demand ? raises->demand->name : NULL);
  g_autofree char *rate = tl_words_share (raises->rate);
  g_autofree char *contacts = NULL;

  if (!numbers || !(numbers->visits > 0) || !isfinite (numbers->visits))
    /* TRANSLATORS: the name of a failure demand, and a share of the visits to a step */
    return g_strdup_printf (_ ("Raises “%s”: %s of the times it is done"), name, rate);
  contacts = tl_words_contacts (numbers->visits * raises->rate, subject->capacity->period);
  /* TRANSLATORS: the name of a failure demand, as "165 contacts a week", and a share of the visits
   */
  return g_strdup_printf (_ ("Raises “%s”: %s (%s of the times it is done)"), name, contacts, rate);
}

static GPtrArray *
raised_by (const TlFlow *flow, const TlStep *step)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (flow->raises, i);

      if (raises->step == step && raises->rate > 0)
        g_ptr_array_add (list, raises);
    }
  return list;
}

/* One size for all of them. */
static double
raises_size (const Words *words, GPtrArray *list, guint count, const TlLabelStyle *style, double width, double height)
{
  double size = style->size;

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *text = raises_words (words->subject, g_ptr_array_index (list, i));
      g_autoptr (TlLabel) label = tl_slide_fit (words->scene, style, text, TL_SIZE_SMALL, width, height);

      size = MIN (size, label->letters / words->scene->theme.scale);
    }
  return size;
}

static void
add_raises (Words *words)
{
  TlScene *scene = words->scene;
  const TlBox *room = &words->room;
  g_autoptr (GPtrArray) list = raised_by (words->subject->flow, words->slide->step);
  TlColour colour = tl_theme_bucket_text (&scene->theme, TL_BUCKET_FAILURE);
  TlLabelStyle style = { .size = CLASS * words->grow, .bold = TRUE, .colour = &colour, .sentence = TRUE };
  TlLabelStyle quiet = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  double swatch = unit (words, CLASS + 1);
  double left = swatch + unit (words, 12);
  double gap = tl_scene_unit (scene, 4);
  guint whole = MIN (list->len, MOST_RAISES);
  double more_height = list->len > whole ? tl_scene_unit (scene, 26) : 0;
  double pitch = MIN ((MAX (room->height, 1) - more_height) / MAX (whole, 1) - gap, unit (words, RAISES_HEIGHT));

  style.size = raises_size (words, list, whole, &style, room->width - left, pitch);
  if (whole > 0 && style.size < CLASS)
    words->fits = FALSE;
  for (guint i = 0; i < whole; i++)
    {
      g_autofree char *text = raises_words (words->subject, g_ptr_array_index (list, i));
      TlLabel *label = tl_slide_fit (scene, &style, text, TL_SIZE_SMALL, room->width - left, pitch);

      tl_key_add_swatch (scene, TL_BUCKET_FAILURE, &(TlBox){ room->x, room->y, swatch, swatch });
      tl_scene_place (scene, label, room->x + left, room->y);
      go_down (words, MAX (label->height, swatch) + gap);
    }
  if (list->len > whole)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more", "and %u more", list->len - whole), list->len - whole);
      TlLabel *label = tl_scene_measure (scene, &quiet, more, room->width - left);

      tl_scene_place (scene, label, room->x + left, room->y);
      go_down (words, label->height);
    }
}

static void (*const parts[]) (Words *words) = { add_class, add_name, add_facts, add_raises };

static gboolean
try_all (const Words *words, double grow, guint fact_rows)
{
  g_autoptr (TlScene) sheet = tl_slide_scene (&words->scene->theme, words->scene->width, words->scene->height);
  Words tried = *words;

  tried.scene = sheet;
  tried.grow = grow;
  tried.fact_rows = fact_rows;
  tried.fits = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i](&tried);
      if (!tried.fits || tried.room.height < 0)
        return FALSE;
    }
  return TRUE;
}

/* As large as all of it has room: laid out on sheets that are thrown away, until it fits. */
static void
find_grow (Words *words)
{
  static const guint fact_rows[] = { 1, 2, 0 };

  for (double grow = GROW; grow > 1; grow -= GROW_STEP)
    for (guint i = 0; i < G_N_ELEMENTS (fact_rows); i++)
      if (try_all (words, grow, fact_rows[i]))
        {
          words->grow = grow;
          words->fact_rows = fact_rows[i];
          return;
        }
}

static void
start_below (Words *words, double part)
{
  words->room = tl_slide_body (words->scene);
  go_down (words, round (words->scene->height * part) + tl_scene_unit (words->scene, 20) - words->room.y);
}

/* Whether something is cut, or leaves the room, with letters at their least beside a flow so high. */
static gboolean
is_crowded (const Words *words, double part)
{
  g_autoptr (TlScene) sheet = tl_slide_scene (&words->scene->theme, words->scene->width, words->scene->height);
  Words tried = *words;
  gboolean cut = FALSE;

  tried.scene = sheet;
  start_below (&tried, part);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i](&tried);
  for (guint i = 0; i < sheet->texts->len; i++)
    cut |= ((TlTextBox *) g_ptr_array_index (sheet->texts, i))->whole != NULL;
  return cut || tried.room.height < 0;
}

/* tl_slide_step: @alive: the flow is drawn by who calls. */
TlSlideLayout *
tl_slide_step (const TlSlide *slide, const TlSubject *subject, TlFlowGeometry *geometry, TlScene *scene, gboolean alive)
{
  TlSlideLayout *layout = tl_slide_layout_new (scene);
  Words words = { .scene = scene, .slide = slide, .subject = subject, .grow = 1 };
  double part = is_crowded (&words, WINDOW) ? WINDOW_LEAST : WINDOW;

  layout->flow = tl_flow_geometry_ref (geometry);
  add_window (layout, subject, slide->step, part, alive);
  start_below (&words, part);
  find_grow (&words);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i](&words);
  return layout;
}
