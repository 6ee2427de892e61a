/* deck.h: which slides a study makes, in the order of Check. What it does not hold makes none.
 *
 * A value: it keeps a reference to the steps, and is made anew when the study has changed.
 */
#pragma once

#include "paint/chart.h"
#include "study/demand.h"
#include "study/step.h"

G_BEGIN_DECLS

typedef enum
{
  TL_SLIDE_NOTHING, /* a study that holds nothing yet: what to do next */
  TL_SLIDE_PURPOSE,
  TL_SLIDE_DEMAND,
  TL_SLIDE_DEMAND_SHARES,
  TL_SLIDE_DEMAND_OVER_TIME,
  TL_SLIDE_CAPABILITY,
  TL_SLIDE_MEASURE,
  TL_SLIDE_FLOW,
  TL_SLIDE_STEP,
  TL_SLIDE_CAPACITY,
  TL_SLIDE_BY_STEP,
  TL_SLIDE_CLOCK,
  TL_SLIDE_CONDITIONS,
  TL_SLIDE_THINKING,
  TL_SLIDE_TRACE,
  TL_SLIDE_BY_CONDITION,
  TL_SLIDE_LEVERAGE,
  TL_SLIDE_COMPARE,
  TL_N_SLIDE_KINDS,
} TlSlideKind;

/**
 * TlSlide:
 * @kind: what it shows
 * @step: (nullable): the step that is walked through, of a %TL_SLIDE_STEP
 * @number: of that step in the order of the work, from 1; of a list that fills several slides,
 * which of them, from 1
 * @of: how many steps there are; how many slides the list fills
 * @measure: (nullable): whose chart is shown, of a %TL_SLIDE_MEASURE
 * @demand: (nullable): where the way begins, of a %TL_SLIDE_TRACE; %NULL for the one of all
 */
typedef struct
{
  TlSlideKind kind;
  TlStep *step;
  guint number;
  guint of;
  TlMeasure *measure;
  TlDemand *demand;
} TlSlide;

/**
 * TlDeck:
 * @slides: (element-type TlSlide): never empty
 */
typedef struct
{
  GArray *slides;
} TlDeck;

TlDeck *tl_deck_new (const TlSubject *subject) G_GNUC_WARN_UNUSED_RESULT;
void tl_deck_free (TlDeck *deck);

guint tl_deck_size (const TlDeck *deck);
const TlSlide *tl_deck_slide (const TlDeck *deck, guint index);
guint tl_deck_find (const TlDeck *deck, const TlSlide *slide, guint otherwise);
guint tl_deck_chapter (const TlDeck *deck, guint from, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDeck, tl_deck_free)

G_END_DECLS
