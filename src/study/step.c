#include "step.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const TlChoice step_kind_words[] = {
  { TL_STEP_WORK, "work", N_ ("Work") },
  { TL_STEP_START, "start", N_ ("Start") },
  { TL_STEP_DECISION, "decision", N_ ("Decision") },
  { TL_STEP_WAIT, "wait", N_ ("Wait") },
  { TL_STEP_END, "end", N_ ("End") },
  { 0 },
};

static const TlChoice step_class_words[] = {
  { TL_CLASS_NONE, "none", N_ ("Not yet judged") },
  { TL_CLASS_VALUE, "value", N_ ("Value") },
  { TL_CLASS_WASTE, "waste", N_ ("Waste") },
  { 0 },
};

static const TlChoice waste_words[] = {
  { TL_WASTE_NONE, "none", N_ ("Not said") },
  { TL_WASTE_HAND_OFF, "hand-off", N_ ("Hand-off") },
  { TL_WASTE_REWORK, "rework", N_ ("Rework") },
  { TL_WASTE_CHECKING, "checking", N_ ("Checking") },
  { TL_WASTE_SORTING, "sorting", N_ ("Sorting") },
  { TL_WASTE_QUEUEING, "queueing", N_ ("Queueing") },
  { TL_WASTE_DUPLICATING, "duplicating", N_ ("Duplicating") },
  { TL_WASTE_CHASING, "chasing", N_ ("Chasing") },
  { TL_WASTE_RECORDING, "recording", N_ ("Recording") },
  { TL_WASTE_OTHER, "other", N_ ("Other waste") },
  { 0 },
};

static const TlChoice repeats_words[] = {
  { TL_REPEATS_REWORK, "rework", N_ ("Doing it again is rework") },
  { TL_REPEATS_VALUE, "value", N_ ("Doing it again is value") },
  { 0 },
};

static const TlField step_fields[] = {
  TL_TEXT (TlStep, name, "name", TL_FIELD_PLAIN),
  TL_CHOICE (TlStep, kind, "kind", TL_FIELD_PLAIN, step_kind_words),
  TL_CHOICE (TlStep, class, "class", TL_FIELD_PLAIN, step_class_words),
  TL_CHOICE (TlStep, waste, "waste", TL_FIELD_PLAIN, waste_words),
  TL_REFERENCE (TlStep, role, "role", TL_FIELD_PLAIN, TL_ITEM_ROLE),
  TL_NUMBER (TlStep, work_minutes, "work-minutes", TL_FIELD_PLAIN, 0, TL_NUMBER_MOST),
  TL_NUMBER (TlStep, wait_minutes, "wait-minutes", TL_FIELD_PLAIN, 0, TL_NUMBER_MOST),
  TL_NUMBER (TlStep, accurate, "complete-and-accurate", TL_FIELD_PLAIN, 0, 1),
  TL_CHOICE (TlStep, repeats, "repeats", TL_FIELD_PLAIN, repeats_words),
  TL_TEXT (TlStep, notes, "notes", TL_FIELD_PLAIN),
  TL_NUMBER (TlStep, x, "x", TL_FIELD_PLAIN, -1e9, 1e9),
  TL_NUMBER (TlStep, y, "y", TL_FIELD_PLAIN, -1e9, 1e9),
  TL_REFERENCE (TlStep, copied_from, "copied-from", TL_FIELD_PLAIN, TL_ITEM_STEP),
  { .name = NULL },
};

static const TlItemList step_lists[] = {
  { .offset = 0 },
};

const TlItemType tl_step_type = {
  .kind = TL_ITEM_STEP,
  .element = "step",
  .id_prefix = 's',
  .size = sizeof (TlStep),
  .fields = step_fields,
  .lists = step_lists,
  .label = N_ ("step"),
};

/**
 * tl_step_kind_choices:
 *
 * Returns: (transfer none): the words for #TlStepKind
 */
const TlChoice *
tl_step_kind_choices (void)
{
  return step_kind_words;
}

/**
 * tl_step_class_choices:
 *
 * Returns: (transfer none): the words for #TlStepClass
 */
const TlChoice *
tl_step_class_choices (void)
{
  return step_class_words;
}

/**
 * tl_waste_choices:
 *
 * Returns: (transfer none): the words for #TlWaste
 */
const TlChoice *
tl_waste_choices (void)
{
  return waste_words;
}

/**
 * tl_step_is_placed:
 * @step: a step
 *
 * Returns: whether somebody has given it a place
 */
gboolean
tl_step_is_placed (const TlStep *step)
{
  return !isnan (step->x) && !isnan (step->y);
}
