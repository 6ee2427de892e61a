/* step.h: a node of the flow. */
#pragma once

#include "role.h"

G_BEGIN_DECLS

/**
 * TlStepKind:
 * @TL_STEP_WORK: somebody does something
 * @TL_STEP_START: where work comes in
 * @TL_STEP_DECISION: where ways part
 * @TL_STEP_WAIT: nothing is done, the customer waits
 * @TL_STEP_END: where the customer has what was asked for, or not
 *
 * How a step is drawn. The arithmetic is the same for all.
 */
typedef enum
{
  TL_STEP_WORK,
  TL_STEP_START,
  TL_STEP_DECISION,
  TL_STEP_WAIT,
  TL_STEP_END,
} TlStepKind;

/**
 * TlStepClass:
 * @TL_CLASS_NONE: not yet judged
 * @TL_CLASS_VALUE: does what matters to the customer
 * @TL_CLASS_WASTE: does not
 */
typedef enum
{
  TL_CLASS_NONE, /* not yet judged */
  TL_CLASS_VALUE,
  TL_CLASS_WASTE,
} TlStepClass;

/**
 * TlWaste:
 *
 * What kind of waste a step is; means something only for those of class waste.
 */
typedef enum
{
  TL_WASTE_NONE,
  TL_WASTE_HAND_OFF,
  TL_WASTE_REWORK,
  TL_WASTE_CHECKING,
  TL_WASTE_SORTING,
  TL_WASTE_QUEUEING,
  TL_WASTE_DUPLICATING,
  TL_WASTE_CHASING,
  TL_WASTE_RECORDING,
  TL_WASTE_OTHER,
} TlWaste;

/**
 * TlRepeats:
 *
 * What a second visit of the same case to a value step is.
 */
typedef enum
{
  TL_REPEATS_REWORK, /* doing it again is rework */
  TL_REPEATS_VALUE,  /* doing it again is value, as a course of treatment */
} TlRepeats;

typedef struct _TlStep TlStep;

/**
 * TlStep:
 * @name: what is done
 * @kind: how it is drawn
 * @class: value or waste
 * @waste: the kind of waste
 * @repeats: what doing it again is
 * @role: (nullable): who does it
 * @work_minutes: of work, each visit
 * @wait_minutes: that the customer waits, each visit; a day has 24 hours
 * @accurate: complete and accurate, 0..1
 * @x: of its centre, in points; absent: not placed yet
 * @y: of its centre, in points, downwards
 * @copied_from: (nullable): the step of another flow that it was when that was copied to a redesign
 */
struct _TlStep
{
  TlItem item;
  char *name;
  TlStepKind kind;
  TlStepClass class;
  TlWaste waste;
  TlRepeats repeats;
  TlRole *role;
  double work_minutes;
  double wait_minutes;
  double accurate;
  char *notes;
  double x;
  double y;
  TlStep *copied_from;
};

extern const TlItemType tl_step_type;

const TlChoice *tl_step_kind_choices (void);
const TlChoice *tl_step_class_choices (void);
const TlChoice *tl_waste_choices (void);

gboolean tl_step_is_placed (const TlStep *step);

G_END_DECLS
