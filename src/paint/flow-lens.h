/* flow-lens.h: a lens on one flow: what is compared with what, before anything is drawn.
 *
 * A value: made once from a flow and its numbers, read by the painters of steps, lines and the
 * legend.
 */
#pragma once

#include "analysis/capacity.h"
#include "layout/flow-geometry.h"
#include "paint/lens.h"

G_BEGIN_DECLS

/* The thickest ribbon of the river, and the thickest loop of raised demand elsewhere: at 100 %. A
 * step is 92 high, and ribbons must leave it readable. */
#define TL_RIBBON_MOST 26.0
/* However close lines are, the widest is so much of that: widths still can be told apart. */
#define TL_RIBBON_ROOM_LEAST 0.4
#define TL_LOOP_MOST 14.0
#define TL_LOOP_LEAST 2.0
/* The largest few are numbered. */
#define TL_LENS_RANKS 3

/**
 * TlFlowLens:
 * @lens: which one
 * @capacity: (nullable): the numbers
 * @period: what volumes and hours are per
 * @roles: (element-type TlRole): the study's, in its order
 * @initials: (element-type utf8): of each role, no two the same
 * @has_unroled: some step has no role
 * @most: of what steps are compared by, the largest: hours a period or minutes; 0 where nothing is
 * known
 * @total: of all steps together
 * @each_visit: minutes are those of one visit as typed, as no value demand comes yet
 * @most_volume: of the river, the most that takes one way in a period
 * @room: of the river, how much of #TL_RIBBON_MOST its widest way takes, so that ways side by side fit: 1 or less
 * @most_raised: of all raises, the most contacts a period
 * @whole_loop: as many contacts a period as the thickest loop stands for: all that come from outside, which is the
 * same in a redesign, so that its loops can be held against those of today; or more, where one loop is more
 * @missing: (nullable): why the lens has nothing to show, in words for the team
 */
typedef struct
{
  TlLens lens;
  TlCapacity *capacity;
  TlPeriod period;
  GPtrArray *roles;
  GPtrArray *initials;
  gboolean has_unroled;
  double most;
  double total;
  gboolean each_visit;
  double most_volume;
  double room;
  double most_raised;
  double whole_loop;
  char *missing;
  /*< private >*/
  GHashTable *ranks;
  GHashTable *role_places;
  GHashTable *arrivals;
} TlFlowLens;

TlFlowLens *
tl_flow_lens_new (TlLens lens, TlStudy *study, TlFlow *flow, const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;
void tl_flow_lens_free (TlFlowLens *lens);

double tl_flow_lens_measure (const TlFlowLens *lens, const TlStep *step);
guint tl_flow_lens_rank (const TlFlowLens *lens, const TlStep *step);
int tl_flow_lens_role (const TlFlowLens *lens, const TlRole *role);
const TlStep *tl_flow_lens_first (const TlFlowLens *lens);
TlVolume tl_flow_lens_volume (const TlFlowLens *lens, const TlItem *item);
double tl_flow_lens_width (const TlFlowLens *lens, const TlItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowLens, tl_flow_lens_free)

G_END_DECLS
