/* flow-lanes.c: which horizontal band of a flow belongs to which role. */
#include "layout/flow-lanes.h"

#include <math.h>

/* Under this, one lane's steps do not stand clearly below another's: they stand side by side. */
#define CLEARLY TL_STEP_HEIGHT
/* More bands than this are no picture of who does what. */
#define MOST_LANES 200

/* A step by its lane and height. */
typedef struct
{
  guint lane;
  TlBox box;
} Stood;

/* What lanes are made of, while they are. */
typedef struct
{
  GPtrArray *roles;    /* in order; NULL is no role */
  GHashTable *numbers; /* role → its place in @roles */
  GArray *stood;
  guint n_used; /* lanes with a step; the others come after them */
} Maker;

static double
middle (const Stood *stood)
{
  return stood->box.y + stood->box.height / 2;
}

static int
by_height (gconstpointer a, gconstpointer b)
{
  double first = middle (a), second = middle (b);

  return first < second ? -1 : first > second;
}

/* The study's roles, then none; those without a step in the flow behind all others. */
static void
list_roles (Maker *maker, const TlStudy *study, const TlFlow *flow)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < flow->steps->len; i++)
    g_hash_table_add (used, ((TlStep *) g_ptr_array_index (flow->steps, i))->role);
  for (guint i = 0; i < study->roles->len; i++)
    if (g_hash_table_contains (used, g_ptr_array_index (study->roles, i)))
      g_ptr_array_add (maker->roles, g_ptr_array_index (study->roles, i));
  if (g_hash_table_contains (used, NULL))
    g_ptr_array_add (maker->roles, NULL);
  maker->n_used = maker->roles->len;
  for (guint i = 0; i < study->roles->len; i++)
    if (!g_hash_table_contains (used, g_ptr_array_index (study->roles, i)))
      g_ptr_array_add (maker->roles, g_ptr_array_index (study->roles, i));
}

static void
number_roles (Maker *maker)
{
  for (guint i = 0; i < maker->roles->len; i++)
    g_hash_table_insert (maker->numbers, g_ptr_array_index (maker->roles, i), GUINT_TO_POINTER (i));
}

static void
add_stood (Maker *maker, const TlStep *step, const TlBox *box)
{
  Stood stood = { GPOINTER_TO_UINT (g_hash_table_lookup (maker->numbers, step->role)), *box };

  g_array_append_val (maker->stood, stood);
}

/* Returns: the height that half of a lane's steps stand above; NAN where none stands */
static double
median_of (const Maker *maker, guint lane)
{
  guint count = 0, seen = 0;

  for (guint i = 0; i < maker->stood->len; i++)
    count += g_array_index (maker->stood, Stood, i).lane == lane;
  for (guint i = 0; i < maker->stood->len; i++)
    {
      const Stood *stood = &g_array_index (maker->stood, Stood, i);

      if (stood->lane == lane && ++seen > (count - 1) / 2)
        return middle (stood);
    }
  return NAN;
}

/* Lanes change places where their steps have. Every exchange makes one pair right, so it ends. */
static void
order_by_height (Maker *maker)
{
  g_autofree double *medians = g_new (double, maker->roles->len + 1);
  gboolean changed = TRUE;

  for (guint l = 0; l < maker->n_used; l++)
    medians[l] = median_of (maker, l);
  while (changed)
    {
      changed = FALSE;
      for (guint l = 1; l < maker->n_used; l++)
        if (medians[l - 1] > medians[l] + CLEARLY)
          {
            double median = medians[l];
            gpointer role = maker->roles->pdata[l];

            medians[l] = medians[l - 1];
            medians[l - 1] = median;
            maker->roles->pdata[l] = maker->roles->pdata[l - 1];
            maker->roles->pdata[l - 1] = role;
            changed = TRUE;
          }
    }
}

static void
maker_clear (Maker *maker)
{
  g_clear_pointer (&maker->roles, g_ptr_array_unref);
  g_clear_pointer (&maker->numbers, g_hash_table_unref);
  g_clear_pointer (&maker->stood, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static void
maker_init (Maker *maker, const TlStudy *study, const TlFlow *flow)
{
  maker->roles = g_ptr_array_new ();
  maker->numbers = g_hash_table_new (NULL, NULL);
  maker->stood = g_array_new (FALSE, FALSE, sizeof (Stood));
  list_roles (maker, study, flow);
  number_roles (maker);
}

/* The numbers of lanes are those before they changed places; so what stands gets new ones. */
static void
settle_order (Maker *maker)
{
  g_autoptr (GPtrArray) before = g_ptr_array_copy (maker->roles, NULL, NULL);

  g_array_sort (maker->stood, by_height);
  order_by_height (maker);
  number_roles (maker);
  for (guint i = 0; i < maker->stood->len; i++)
    {
      Stood *stood = &g_array_index (maker->stood, Stood, i);

      stood->lane = GPOINTER_TO_UINT (g_hash_table_lookup (maker->numbers, g_ptr_array_index (before, stood->lane)));
    }
}

/**
 * tl_flow_lanes_order:
 * @study: a study
 * @flow: one of its flows
 *
 * The order in which lanes lie under one another, from the places that steps have of their own;
 * steps without one have no say.
 *
 * Returns: (transfer container) (element-type TlRole): the roles with a step in @flow, first lane
 *   first; %NULL among them stands for steps without a role
 */
GPtrArray *
tl_flow_lanes_order (TlStudy *study, TlFlow *flow)
{
  g_auto (Maker) maker = { NULL };

  maker_init (&maker, study, flow);
  for (guint i = 0; i < flow->steps->len; i++)
    {
      const TlStep *step = g_ptr_array_index (flow->steps, i);
      TlBox box = { step->x, step->y, 0, 0 };

      if (tl_step_is_placed (step))
        add_stood (&maker, step, &box);
    }
  if (maker.roles->len <= MOST_LANES)
    settle_order (&maker);
  g_ptr_array_set_size (maker.roles, (int) maker.n_used);
  return g_steal_pointer (&maker.roles);
}

/* Between the step @above and the one @below it, either of which may be missing: the room that a
 * lane wants under and over its steps, in that proportion where there is less. */
static double
cut_between (const Stood *above, const Stood *below)
{
  double bottom, room, wanted = TL_LANE_TOP + TL_LANE_BOTTOM;

  if (above == NULL)
    return below->box.y - TL_LANE_TOP;
  bottom = above->box.y + above->box.height;
  if (below == NULL)
    return bottom + TL_LANE_BOTTOM;
  room = below->box.y - bottom;
  if (room >= wanted)
    return bottom + TL_LANE_BOTTOM + (room - wanted) / 2;
  return room > 0 ? bottom + room * TL_LANE_BOTTOM / wanted : (middle (above) + middle (below)) / 2;
}

static const Stood *
stood_or_none (const Maker *maker, guint i)
{
  return i < maker->stood->len ? &g_array_index (maker->stood, Stood, i) : NULL;
}

static double
gap_at (const Maker *maker, guint i)
{
  const Stood *above = i > 0 ? stood_or_none (maker, i - 1) : NULL;
  const Stood *below = stood_or_none (maker, i);

  return above != NULL && below != NULL ? middle (below) - middle (above) : 0;
}

/* Where lane @lane ends: with the fewest steps of it and of those over it below that, and of the
 * others above; of such places, in the widest gap. */
static double
end_of_lane (const Maker *maker, guint lane)
{
  guint best = 0, wrong = 0, least;

  for (guint i = 0; i < maker->stood->len; i++)
    wrong += stood_or_none (maker, i)->lane <= lane;
  least = wrong;
  for (guint i = 1; i <= maker->stood->len; i++)
    {
      if (stood_or_none (maker, i - 1)->lane <= lane)
        wrong--;
      else
        wrong++;
      if (wrong < least || (wrong == least && gap_at (maker, i) > gap_at (maker, best)))
        {
          least = wrong;
          best = i;
        }
    }
  return cut_between (best > 0 ? stood_or_none (maker, best - 1) : NULL, stood_or_none (maker, best));
}

static void
clear_lane (gpointer data)
{
  TlLane *lane = data;

  if (lane->role != NULL)
    tl_item_unref (lane->role);
}

static void
add_lane (GArray *lanes, TlRole *role, const TlBox *box)
{
  TlLane lane = { role, *box };

  if (role != NULL)
    lane.role = (TlRole *) tl_item_ref (role);
  g_array_append_val (lanes, lane);
}

/* From left to right over all steps. */
static TlBox
reach_of (const Maker *maker)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  for (guint i = 0; i < maker->stood->len; i++)
    {
      const TlBox *box = &stood_or_none (maker, i)->box;

      left = MIN (left, box->x);
      right = MAX (right, box->x + box->width);
    }
  return (TlBox){ left - TL_LANE_BESIDE, cut_between (NULL, stood_or_none (maker, 0)),
                  right - left + 2 * TL_LANE_BESIDE, 0 };
}

static void
stack (const Maker *maker, GArray *lanes)
{
  TlBox box = reach_of (maker);
  double bottom = box.y;

  for (guint i = 0; i < maker->stood->len; i++)
    bottom = MAX (bottom, cut_between (stood_or_none (maker, i), NULL));
  for (guint l = 0; l < maker->roles->len; l++)
    {
      double end = l + 1 < maker->n_used ? end_of_lane (maker, l) : bottom;

      if (l >= maker->n_used)
        end = 0;
      box.height = MAX (end - box.y, TL_LANE_LEAST);
      add_lane (lanes, g_ptr_array_index (maker->roles, l), &box);
      box.y += box.height;
    }
}

/**
 * tl_flow_lanes_new:
 * @study: a study
 * @flow: one of its flows
 * @geometry: where the steps of @flow stand
 *
 * Returns: (transfer full) (element-type TlLane): the lanes of @flow, first one first; empty where
 *   @flow shows no lanes or has no steps, and where there are more than 200 roles
 */
GArray *
tl_flow_lanes_new (TlStudy *study, TlFlow *flow, const TlFlowGeometry *geometry)
{
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (TlLane));
  g_auto (Maker) maker = { NULL };

  g_array_set_clear_func (lanes, clear_lane);
  if (flow->lanes != TL_YES || geometry->steps->len == 0 || study->roles->len > MOST_LANES)
    return lanes;
  maker_init (&maker, study, flow);
  for (guint i = 0; i < geometry->steps->len; i++)
    {
      const TlStepBox *step = &g_array_index (geometry->steps, TlStepBox, i);

      add_stood (&maker, step->step, &step->box);
    }
  settle_order (&maker);
  stack (&maker, lanes);
  return lanes;
}

/**
 * tl_flow_lanes_at:
 * @lanes: (element-type TlLane): the lanes of a geometry
 * @y: of the middle of a step
 *
 * Over the first lane is the first, under the last is the last.
 *
 * Returns: (transfer none) (nullable): the lane there; %NULL where no lanes are shown
 */
const TlLane *
tl_flow_lanes_at (const GArray *lanes, double y)
{
  for (guint l = 0; l < lanes->len; l++)
    {
      const TlLane *lane = &g_array_index (lanes, TlLane, l);

      if (y < lane->box.y + lane->box.height || l + 1 == lanes->len)
        return lane;
    }
  return NULL;
}

/**
 * tl_flow_lanes_of:
 * @lanes: (element-type TlLane): the lanes of a geometry
 * @role: (nullable): a role; %NULL for none
 *
 * Returns: (transfer none) (nullable): its lane
 */
const TlLane *
tl_flow_lanes_of (const GArray *lanes, const TlRole *role)
{
  for (guint l = 0; l < lanes->len; l++)
    if (g_array_index (lanes, TlLane, l).role == role)
      return &g_array_index (lanes, TlLane, l);
  return NULL;
}

/**
 * tl_lane_room_across:
 * @lane: where a lane lies
 * @height: of what stands in it
 * @first: (out): where that may begin, with the room over it that a lane wants, or that there is
 * @last: (out): the same, with the room under it
 *
 * Returns: whether the lane is high enough; else it has to grow
 */
gboolean
tl_lane_room_across (const TlBox *lane, double height, double *first, double *last)
{
  double spare = lane->height - height, wanted = TL_LANE_TOP + TL_LANE_BOTTOM;

  *first = *last = lane->y + TL_LANE_TOP;
  if (spare < 0)
    return FALSE;
  if (spare < wanted)
    *first = *last = lane->y + spare * TL_LANE_TOP / wanted;
  else
    *last = lane->y + spare - TL_LANE_BOTTOM;
  return TRUE;
}

/**
 * tl_flow_geometry_keep_lanes:
 * @geometry: a geometry that nobody else has seen yet
 * @before: the one from before a step was dragged
 *
 * While a step is dragged lanes lie still, wherever it is now, and are drawn from end to end.
 */
void
tl_flow_geometry_keep_lanes (TlFlowGeometry *geometry, const TlFlowGeometry *before)
{
  GArray *lanes = g_array_ref (before->lanes);

  g_array_unref (geometry->lanes);
  geometry->lanes = lanes;
  for (guint i = 0; i < lanes->len; i++)
    tl_box_enclose (&geometry->bounds, &g_array_index (lanes, TlLane, i).box);
}
