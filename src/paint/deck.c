#include "paint/deck.h"

#include "analysis/trace.h"
#include "layout/reading-order.h"
#include "paint/slide-list.h"

static void
clear_slide (gpointer data)
{
  TlSlide *slide = data;

  if (slide->step)
    tl_item_unref (slide->step);
  if (slide->measure)
    tl_item_unref (slide->measure);
  if (slide->demand)
    tl_item_unref (slide->demand);
}

static void
add (TlDeck *deck, TlSlideKind kind, TlStep *step, guint number, guint of)
{
  TlSlide slide = { kind, step ? (TlStep *) tl_item_ref (step) : NULL, number, of, NULL, NULL };

  g_array_append_val (deck->slides, slide);
}

static void
add_one (TlDeck *deck, TlSlideKind kind)
{
  add (deck, kind, NULL, 1, 1);
}

static void
add_chart (TlDeck *deck, TlSlideKind kind, TlView view, const TlSubject *subject)
{
  g_autofree char *nothing = tl_chart_nothing (view, subject);

  if (!nothing)
    add_one (deck, kind);
}

/* What a list has to say, as many slides as it takes. */
static void
add_list (TlDeck *deck, TlSlideKind kind, guint count)
{
  guint of = tl_slide_list_pages (count);

  for (guint i = 1; i <= of; i++)
    add (deck, kind, NULL, i, of);
}

/* Types of demand first, as the room calls them; then what was counted of them, where it was. */
static void
add_demand (TlDeck *deck, const TlSubject *subject)
{
  if (subject->study->demands->len > 0)
    add_one (deck, TL_SLIDE_DEMAND);
  add_chart (deck, TL_SLIDE_DEMAND_SHARES, TL_VIEW_DEMAND, subject);
  add_chart (deck, TL_SLIDE_DEMAND_OVER_TIME, TL_VIEW_DEMAND_OVER_TIME, subject);
}

/* The charts of those that are about the purpose, and have values. */
static void
add_measures (TlDeck *deck, const TlSubject *subject)
{
  const GPtrArray *measures = subject->study->measures;

  for (guint i = 0; i < measures->len; i++)
    {
      TlMeasure *measure = g_ptr_array_index (measures, i);
      TlSlide slide = { .kind = TL_SLIDE_MEASURE, .number = i + 1, .of = measures->len };

      if (measure->about_purpose != TL_YES || !tl_xmr_has_values (measure))
        continue;
      slide.measure = (TlMeasure *) tl_item_ref (measure);
      g_array_append_val (deck->slides, slide);
    }
}

/* The whole first, then along the work. */
static void
add_flow (TlDeck *deck, const TlSubject *subject)
{
  g_autoptr (TlReadingOrder) order = NULL;

  if (!subject->flow || subject->flow->steps->len == 0)
    return;
  order = tl_reading_order_new (subject->flow);
  add_one (deck, TL_SLIDE_FLOW);
  for (guint i = 0; i < order->steps->len; i++)
    add (deck, TL_SLIDE_STEP, g_ptr_array_index (order->steps, i), i + 1, order->steps->len);
}

/* More rows than this in one picture have no room for their words. */
#define MOST_ROWS 3

/* All ways in one picture; where they are many, then each failure demand has its own, in which words have room. */
static void
add_traces (TlDeck *deck, const TlSubject *subject, const TlTrace *trace)
{
  const GPtrArray *demands = subject->study->demands;

  add_one (deck, TL_SLIDE_TRACE);
  for (guint i = 0; i < demands->len && trace->demands > 1 && trace->rows->len > MOST_ROWS; i++)
    {
      TlDemand *demand = g_ptr_array_index (demands, i);
      g_autoptr (TlTrace) own = tl_trace_new (subject->study, subject->flow, demand);
      TlSlide slide = { .kind = TL_SLIDE_TRACE, .number = i + 2, .of = demands->len + 1 };

      if (demand->kind != TL_DEMAND_FAILURE || own->conditions == 0)
        continue;
      slide.demand = (TlDemand *) tl_item_ref (demand);
      g_array_append_val (deck->slides, slide);
    }
}

/* The last two questions of Check; what ties them to the flow only where something does. */
static void
add_conditions (TlDeck *deck, const TlSubject *subject)
{
  const GPtrArray *conditions = subject->study->conditions;
  g_autoptr (GPtrArray) thought = tl_slide_thought_conditions (subject->study);
  g_autoptr (TlTrace) trace = tl_trace_new (subject->study, subject->flow, NULL);

  add_list (deck, TL_SLIDE_CONDITIONS, conditions->len);
  add_list (deck, TL_SLIDE_THINKING, thought->len);
  if (trace->conditions > 0)
    add_traces (deck, subject, trace);
  if (conditions->len > 0)
    add_chart (deck, TL_SLIDE_BY_CONDITION, TL_VIEW_LEVERAGE_BY_CONDITION, subject);
}

static void
add_slides (TlDeck *deck, const TlSubject *subject)
{
  const TlStudy *study = subject->study;

  if (study->statement || study->title || study->matters->len > 0)
    add_one (deck, TL_SLIDE_PURPOSE);
  add_demand (deck, subject);
  add_list (deck, TL_SLIDE_CAPABILITY, study->measures->len);
  add_measures (deck, subject);
  add_flow (deck, subject);
  add_chart (deck, TL_SLIDE_CAPACITY, TL_VIEW_CAPACITY, subject);
  add_chart (deck, TL_SLIDE_BY_STEP, TL_VIEW_CAPACITY_BY_STEP, subject);
  add_chart (deck, TL_SLIDE_CLOCK, TL_VIEW_CLOCK, subject);
  add_conditions (deck, subject);
  add_chart (deck, TL_SLIDE_LEVERAGE, TL_VIEW_LEVERAGE, subject);
  if (subject->comparison)
    add_chart (deck, TL_SLIDE_COMPARE, TL_VIEW_COMPARE, subject);
}

/**
 * tl_deck_new:
 * @subject: a study, the flow that is shown, and its numbers with leverage; read here
 *
 * Returns: (transfer full): its slides
 */
TlDeck *
tl_deck_new (const TlSubject *subject)
{
  TlDeck *deck = g_new0 (TlDeck, 1);

  deck->slides = g_array_new (FALSE, FALSE, sizeof (TlSlide));
  g_array_set_clear_func (deck->slides, clear_slide);
  if (subject->study)
    add_slides (deck, subject);
  if (deck->slides->len == 0)
    add_one (deck, TL_SLIDE_NOTHING);
  return deck;
}

/**
 * tl_deck_free:
 * @deck: (transfer full) (nullable): slides
 */
void
tl_deck_free (TlDeck *deck)
{
  if (!deck)
    return;
  g_array_unref (deck->slides);
  g_free (deck);
}

/**
 * tl_deck_size:
 * @deck: slides
 *
 * Returns: how many there are, at least 1
 */
guint
tl_deck_size (const TlDeck *deck)
{
  return deck->slides->len;
}

/**
 * tl_deck_slide:
 * @deck: slides
 * @index: from 0; beyond the last means the last
 *
 * Returns: (transfer none): the slide
 */
const TlSlide *
tl_deck_slide (const TlDeck *deck, guint index)
{
  return &g_array_index (deck->slides, TlSlide, MIN (index, deck->slides->len - 1));
}

/**
 * tl_deck_find:
 * @deck: slides, perhaps of the study after an edit
 * @slide: one that was shown
 * @otherwise: where it stood
 *
 * Returns: where the same slide stands now; where it has gone, the one that took its place
 */
guint
tl_deck_find (const TlDeck *deck, const TlSlide *slide, guint otherwise)
{
  for (guint i = 0; i < deck->slides->len; i++)
    {
      const TlSlide *other = tl_deck_slide (deck, i);
      gboolean alike = slide->measure                 ? other->measure == slide->measure
                       : slide->demand                ? other->demand == slide->demand
                       : slide->kind == TL_SLIDE_STEP ? other->step == slide->step
                                                      : other->number == slide->number;

      if (other->kind == slide->kind && alike)
        return i;
    }
  return MIN (otherwise, deck->slides->len - 1);
}

/**
 * tl_deck_chapter:
 * @deck: slides
 * @from: the slide that is shown
 * @direction: 1 for the next, −1 for the one before
 *
 * Slides of one kind are a chapter: this is the way past a walk through many steps.
 *
 * Returns: the first slide of another chapter; where there is none, the last or the first slide
 */
guint
tl_deck_chapter (const TlDeck *deck, guint from, int direction)
{
  TlSlideKind kind = tl_deck_slide (deck, from)->kind;
  guint at = MIN (from, deck->slides->len - 1);

  if (direction > 0)
    {
      while (at + 1 < deck->slides->len && tl_deck_slide (deck, at)->kind == kind)
        at++;
      return at;
    }
  while (at > 0 && tl_deck_slide (deck, at)->kind == kind)
    at--;
  kind = tl_deck_slide (deck, at)->kind;
  while (at > 0 && tl_deck_slide (deck, at - 1)->kind == kind)
    at--;
  return at;
}
