/* flow-differences.h: what is another in a redesign than in the flow that it is compared with.
 *
 * Steps are matched by what they were copied from (also over several copies), and those that no copy ties
 * together by their name. Connectors are the same where they lead between matched steps, what a step raises
 * where it is the same failure demand, entries where it is the same demand. docs/arithmetic.md, "Two flows".
 */
#pragma once

#include "study/connector.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/raises.h"

G_BEGIN_DECLS

/**
 * TlAspect:
 *
 * What can be another in two items that are matched.
 */
typedef enum
{
  TL_ASPECT_NAME = 1 << 0,  /* of a step, or the label of a connector */
  TL_ASPECT_KIND = 1 << 1,  /* of a step or a connector */
  TL_ASPECT_CLASS = 1 << 2, /* value or waste, the kind of waste, what doing it again is */
  TL_ASPECT_ROLE = 1 << 3,
  TL_ASPECT_WORK = 1 << 4,  /* minutes a visit */
  TL_ASPECT_WAIT = 1 << 5,  /* minutes a visit */
  TL_ASPECT_SHARE = 1 << 6, /* of a connector: for all, or for single demands */
  TL_ASPECT_RATE = 1 << 7,  /* of raises */
  TL_ASPECT_STEP = 1 << 8,  /* where a demand enters */
} TlAspect;

/**
 * TlDifference:
 * @before: (nullable): what it was; %NULL for what is new
 * @after: (nullable): what it is; %NULL for what is gone
 * @aspects: #TlAspect flags: what is another; 0 for what is new or gone
 */
typedef struct
{
  TlItem *before;
  TlItem *after;
  guint aspects;
} TlDifference;

/**
 * TlFlowDifferences:
 * @before: the flow compared with
 * @after: the flow that is looked at
 * @list: (element-type TlDifference): steps, connectors, entries, raises, in the order of @after; of each kind what
 *   is gone comes last
 *
 * A value: it holds what it speaks of, and stays as it is when the study changes.
 */
typedef struct
{
  TlFlow *before;
  TlFlow *after;
  GArray *list;
  /*< private >*/
  GHashTable *places;   /* item of @after → its place in @list, plus 1 */
  GHashTable *partners; /* step of @before → step of @after, and the other way round */
} TlFlowDifferences;

TlFlowDifferences *tl_flow_differences_new (TlFlow *before, TlFlow *after) G_GNUC_WARN_UNUSED_RESULT;
void tl_flow_differences_free (TlFlowDifferences *differences);
const TlDifference *tl_flow_differences_of (const TlFlowDifferences *differences, gconstpointer item);
gboolean tl_flow_differences_follows (const TlFlowDifferences *differences, const TlDifference *difference);
TlStep *tl_flow_differences_partner (const TlFlowDifferences *differences, const TlStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowDifferences, tl_flow_differences_free)

G_END_DECLS
