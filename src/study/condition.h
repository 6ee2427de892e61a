/* condition.h: a system condition, why the flow behaves as it does, and the thinking behind it. */
#pragma once

#include "demand.h"
#include "matter.h"
#include "step.h"

G_BEGIN_DECLS

/**
 * TlConditionKind:
 *
 * What makes the flow behave as it does. "Other" is also what is meant where nobody said.
 */
typedef enum
{
  TL_CONDITION_OTHER,
  TL_CONDITION_MEASURE,
  TL_CONDITION_ROLE,
  TL_CONDITION_STRUCTURE,
  TL_CONDITION_POLICY,
  TL_CONDITION_IT,
  TL_CONDITION_CONTRACT,
  TL_CONDITION_BUDGET,
  TL_CONDITION_HABIT,
} TlConditionKind;

/**
 * TlLink:
 * @step: (nullable): a step
 * @demand: (nullable): a demand type
 * @matter: (nullable): what matters to customers
 *
 * Ties its parent to one other item: a condition to a step or a demand, a demand to a matter. One
 * of the three is set.
 */
typedef struct
{
  TlItem item;
  TlStep *step;
  TlDemand *demand;
  TlMatter *matter;
} TlLink;

/**
 * TlCondition:
 * @name: what it is, as "Every job needs approval"
 * @kind: what sort of condition
 * @thinking: the assumptions behind it
 * @links: (element-type TlLink): the steps and demands that it bears on
 */
typedef struct
{
  TlItem item;
  char *name;
  TlConditionKind kind;
  char *thinking;
  GPtrArray *links;
} TlCondition;

extern const TlItemType tl_condition_type;
extern const TlItemType tl_link_type;

const TlChoice *tl_condition_kind_choices (void);

G_END_DECLS
