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

/* Of the height, for the flow. */
#define WINDOW 0.45
/* At 100 %: with it the smallest letters of a flow, 12 points, are as large as the smallest of a
 * slide. */
#define ZOOM 1.5
#define NAME 54.0
#define NAME_HEIGHT 104.0
#define GAP 22.0
#define FACT 34.0
#define FACT_LEAST 25.0
#define FACT_WRAPPED 22.0
#define FACT_GAP 36.0
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
add_window (TlSlideLayout *layout, const TlSubject *subject, const TlStep *step, gboolean alive)
{
  TlScene *scene = layout->scene;
  const TlStepBox *place = tl_flow_geometry_step (layout->flow, step);
  TlFlowWindow window = { .box = { 0, 0, scene->width, round (scene->height * WINDOW) },
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

/* What it is, on the left; on the right, how far the walk has come. Returns where the line ends. */
static double
add_class (TlScene *scene, const TlSlide *slide, const TlBox *room)
{
  TlBucket bucket = tl_step_bucket (slide->step);
  TlColour colour = tl_theme_bucket_text (&scene->theme, bucket);
  TlLabelStyle bold = { .size = 25, .bold = TRUE, .colour = &colour };
  TlLabelStyle quiet = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  g_autofree char *class = class_words (slide->step);
  /* TRANSLATORS: of the steps of a flow, as "Step 3 of 5" */
  g_autofree char *number = g_strdup_printf (_ ("Step %u of %u"), slide->number, slide->of);
  double swatch = tl_scene_unit (scene, 26);
  double gap = tl_scene_unit (scene, 12);
  TlLabel *right = tl_scene_measure (scene, &quiet, number, 0);
  TlLabel *left = tl_scene_measure (scene, &bold, class, room->width - right->width - swatch - 3 * gap);
  double height = MAX (left->height, swatch);

  tl_key_add_swatch (scene, bucket, &(TlBox){ room->x, room->y + (height - swatch) / 2, swatch, swatch });
  tl_scene_place (scene, left, room->x + swatch + gap, room->y + (height - left->height) / 2);
  tl_scene_place (scene, right, room->x + room->width - right->width, room->y + (height - right->height) / 2);
  return room->y + height + tl_scene_unit (scene, 6);
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

/* All values in letters of one size, in one line where there is no @most. Returns how wide they are
 * side by side. */
static double
measure_facts (TlScene *scene, const Fact *facts, guint n, double size, double most, FactLabels *labels)
{
  TlLabelStyle small = { .size = most > 0 ? TL_SIZE_SMALL : TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  TlLabelStyle large = { .size = size, .bold = TRUE, .ink = TL_INK_TEXT, .lines = 2 };
  double width = tl_scene_unit (scene, FACT_GAP) * (MAX (n, 1) - 1);

  for (guint i = 0; i < n; i++)
    {
      labels[i].head = tl_scene_measure (scene, &small, facts[i].label, most);
      labels[i].value = tl_scene_measure (scene, &large, facts[i].value, most);
      width += fact_width (&labels[i]);
    }
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

/* As large as there is room for all of them in one line; else each wraps in its part of the width.
 */
static void
fit_facts (TlScene *scene, const Fact *facts, guint n, double width, FactLabels *labels)
{
  double size = FACT;
  double gaps = tl_scene_unit (scene, FACT_GAP) * (MAX (n, 1) - 1);

  while (measure_facts (scene, facts, n, size, 0, labels) > width)
    {
      clear_labels (labels, n);
      if (size <= FACT_LEAST)
        {
          measure_facts (scene, facts, n, FACT_WRAPPED, (width - gaps) / n, labels);
          return;
        }
      size = MAX (size * 0.94, FACT_LEAST);
    }
}

/* Side by side. Returns where they end. */
static double
add_facts (TlScene *scene, const TlSubject *subject, const TlStep *step, const TlBox *room)
{
  Fact facts[FACTS];
  FactLabels labels[FACTS] = { { NULL } };
  guint n = collect_facts (facts, subject, step);
  double x = room->x;
  double bottom = room->y;

  fit_facts (scene, facts, n, room->width, labels);
  for (guint i = 0; i < n; i++)
    {
      double width = fact_width (&labels[i]);

      bottom = MAX (bottom, room->y + labels[i].head->height + labels[i].value->height);
      tl_scene_place (scene, labels[i].value, x, room->y + labels[i].head->height);
      tl_scene_place (scene, labels[i].head, x, room->y);
      x += width + tl_scene_unit (scene, FACT_GAP);
      g_free (facts[i].value);
    }
  return n > 0 ? bottom + tl_scene_unit (scene, GAP) : bottom;
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
raises_size (TlScene *scene,
             const TlSubject *subject,
             GPtrArray *list,
             guint count,
             const TlLabelStyle *style,
             double width,
             double height)
{
  double size = style->size;

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *words = raises_words (subject, g_ptr_array_index (list, i));
      g_autoptr (TlLabel) label = tl_slide_fit (scene, style, words, TL_SIZE_SMALL, width, height);

      size = MIN (size, label->letters / scene->theme.scale);
    }
  return size;
}

static void
add_raises (TlScene *scene, const TlSubject *subject, const TlStep *step, const TlBox *room)
{
  g_autoptr (GPtrArray) list = raised_by (subject->flow, step);
  TlColour colour = tl_theme_bucket_text (&scene->theme, TL_BUCKET_FAILURE);
  TlLabelStyle style = { .size = 25, .bold = TRUE, .colour = &colour, .sentence = TRUE };
  TlLabelStyle quiet = { .size = TL_SIZE_TEXT, .ink = TL_INK_QUIET };
  double swatch = tl_scene_unit (scene, 26);
  double left = swatch + tl_scene_unit (scene, 12);
  guint whole = MIN (list->len, MOST_RAISES);
  double more_height = list->len > whole ? tl_scene_unit (scene, 26) : 0;
  double pitch
      = MIN ((room->height - more_height) / MAX (whole, 1) - tl_scene_unit (scene, 4), tl_scene_unit (scene, 66));
  double y = room->y;

  style.size = raises_size (scene, subject, list, whole, &style, room->width - left, pitch);
  for (guint i = 0; i < whole; i++)
    {
      g_autofree char *words = raises_words (subject, g_ptr_array_index (list, i));
      TlLabel *label = tl_slide_fit (scene, &style, words, TL_SIZE_SMALL, room->width - left, pitch);

      tl_key_add_swatch (scene, TL_BUCKET_FAILURE, &(TlBox){ room->x, y, swatch, swatch });
      tl_scene_place (scene, label, room->x + left, y);
      y += MAX (label->height, swatch) + tl_scene_unit (scene, 4);
    }
  if (list->len > whole)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more", "and %u more", list->len - whole), list->len - whole);

      tl_scene_place (scene, tl_scene_measure (scene, &quiet, more, room->width - left), room->x + left, y);
    }
}

/* tl_slide_step: @alive: the flow is drawn by who calls. */
TlSlideLayout *
tl_slide_step (const TlSlide *slide, const TlSubject *subject, TlFlowGeometry *geometry, TlScene *scene, gboolean alive)
{
  TlSlideLayout *layout = tl_slide_layout_new (scene);
  TlLabelStyle huge = { .size = NAME, .bold = TRUE, .ink = TL_INK_TEXT, .sentence = TRUE };
  g_autofree char *name = tl_words_name (slide->step->name);
  TlBox room = tl_slide_body (scene);
  double bottom = room.y + room.height;
  TlLabel *label;

  layout->flow = tl_flow_geometry_ref (geometry);
  add_window (layout, subject, slide->step, alive);
  room.y = layout->window.height + tl_scene_unit (scene, 20);
  room.y = add_class (scene, slide, &room);
  label = tl_slide_fit (scene, &huge, name, TL_SLIDE_LARGE, room.width, tl_scene_unit (scene, NAME_HEIGHT));
  tl_scene_place (scene, label, room.x, room.y);
  room.y += label->height + tl_scene_unit (scene, 14);
  room.y = add_facts (scene, subject, slide->step, &room);
  room.height = MAX (1, bottom - room.y);
  add_raises (scene, subject, slide->step, &room);
  return layout;
}
