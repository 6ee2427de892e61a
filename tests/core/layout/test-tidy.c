/* A tidy flow: in layers, in lanes, in few crossings, and no more moved than must be. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-blend.h"
#include "layout/flow-geometry.h"
#include "layout/flow-lanes.h"
#include "layout/tidy.h"
#include "study/item-build.h"

static const TlTidyOptions plain = { 0 };
static const TlTidyOptions wrapped = { .wrap = TRUE };

typedef TlTidyPlace Place;

static const Place *
place_of (const GArray *places, const TlStep *step)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, Place, i).step == step)
      return &g_array_index (places, Place, i);
  g_assert_not_reached ();
}

static void
put (const GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      tl_item_set_number (place->step, "x", place->x);
      tl_item_set_number (place->step, "y", place->y);
    }
}

static void
tidy (TlStudy *study, const TlTidyOptions *options)
{
  g_autoptr (GArray) places = tl_flow_tidy (study, drawn_flow (study), options);
  put (places);
}

static TlStep *
step_number (TlStudy *study, guint number)
{
  return g_ptr_array_index (drawn_flow (study)->steps, number);
}

static void
assert_apart (const TlFlow *flow)
{
  for (guint i = 0; i < flow->steps->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const TlStep *a = g_ptr_array_index (flow->steps, i);
        const TlStep *b = g_ptr_array_index (flow->steps, j);

        g_assert_true (fabs (a->x - b->x) >= TL_STEP_WIDTH || fabs (a->y - b->y) >= TL_STEP_HEIGHT);
      }
}

/* Straight from middle to middle: what a tree has none of. */
static gboolean
cross (const TlConnector *one, const TlConnector *other)
{
  const TlStep *points[4] = { one->from, one->to, other->from, other->to };
  double side[4];

  if (one->from == other->from || one->to == other->to || one->from == other->to || one->to == other->from)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      const TlStep *a = i < 2 ? other->from : one->from, *b = i < 2 ? other->to : one->to;
      side[i] = (b->x - a->x) * (points[i]->y - a->y) - (b->y - a->y) * (points[i]->x - a->x);
    }
  return side[0] * side[1] < 0 && side[2] * side[3] < 0;
}

static guint
count_crossings (const TlFlow *flow)
{
  guint count = 0;

  for (guint i = 0; i < flow->connectors->len; i++)
    for (guint j = 0; j < i; j++)
      count += cross (g_ptr_array_index (flow->connectors, i), g_ptr_array_index (flow->connectors, j));
  return count;
}

/* @text: lines of numbers "0>3 1>2", from step to step */
static TlStudy *
study_of (guint n_steps, const char *text)
{
  TlStudy *study = drawn_study_new ();
  g_auto (GStrv) edges = g_strsplit (text, " ", -1);

  for (guint i = 0; i < n_steps; i++)
    drawn_step (study, "Step");
  for (guint e = 0; edges[e] != NULL; e++)
    {
      char *to = strchr (edges[e], '>');

      if (to != NULL)
        drawn_connector (study, step_number (study, (guint) atoi (edges[e])),
                         step_number (study, (guint) atoi (to + 1)), TL_CONNECTOR_FLOW);
    }
  return study;
}

static void
test_empty (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autoptr (GArray) places = tl_flow_tidy (study, drawn_flow (study), &wrapped);

  g_assert_cmpuint (places->len, ==, 0);
}

/* One step stays where it stands, whatever hangs on it. */
static void
test_one_step (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *step = drawn_step_at (study, "Visit", 300, -70);

  drawn_connector (study, step, step, TL_CONNECTOR_REWORK);
  tidy (study, &wrapped);
  g_assert_cmpfloat (step->x, ==, 300);
  g_assert_cmpfloat (step->y, ==, -70);
}

/* A tree can be drawn without any crossing; children are given out of order. */
static void
test_tree (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  guint order[31];

  for (guint i = 0; i < 31; i++)
    {
      drawn_step (study, "Step");
      order[i] = i;
    }
  for (guint i = 30; i > 0; i--)
    {
      guint j = 1 + i * 17 % i, swap = order[i];

      order[i] = order[j % 31];
      order[j % 31] = swap;
    }
  for (guint i = 1; i < 31; i++)
    drawn_connector (study, step_number (study, order[(i - 1) / 2]), step_number (study, order[i]), TL_CONNECTOR_FLOW);
  tidy (study, &plain);
  g_assert_cmpuint (count_crossings (drawn_flow (study)), ==, 0);
  assert_apart (drawn_flow (study));
}

/* Families of programs that grew from one another: planar but for few lines. The number is the
 * fewest that a search through all orders of their layers finds. */
static void
test_few_crossings (void)
{
  /* K3,3 in two layers has 9 at best: every pair of pairs crosses. */
  g_autoptr (TlStudy) full = study_of (6, "0>3 0>4 0>5 1>3 1>4 1>5 2>3 2>4 2>5");
  /* Two ladders whose rungs are given crosswise, joined at both ends: none. */
  g_autoptr (TlStudy) ladder = study_of (10, "0>1 0>2 1>6 2>5 1>5 5>3 6>4 3>7 4>8 7>9 8>9 5>4");

  tidy (full, &plain);
  g_assert_cmpuint (count_crossings (drawn_flow (full)), ==, 9);
  tidy (ladder, &plain);
  g_assert_cmpuint (count_crossings (drawn_flow (ladder)), ==, 0);
}

static gboolean
leads_to (const TlFlow *flow, const TlStep *from, const TlStep *to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, (gpointer) from);
  for (guint i = 0; i < queue->len; i++)
    {
      if (g_ptr_array_index (queue, i) == to)
        return TRUE;
      for (guint c = 0; c < flow->connectors->len; c++)
        {
          TlConnector *connector = g_ptr_array_index (flow->connectors, c);

          if (connector->from == g_ptr_array_index (queue, i) && connector->kind == TL_CONNECTOR_FLOW
              && g_hash_table_add (seen, connector->to))
            g_ptr_array_add (queue, connector->to);
        }
    }
  return FALSE;
}

/* Work goes to the right, rework to the left unless the flow itself leads from its tail to its
 * head. */
static void
assert_ways (const TlFlow *flow)
{
  for (guint c = 0; c < flow->connectors->len; c++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, c);

      if (connector->from == connector->to)
        continue;
      if (connector->kind == TL_CONNECTOR_FLOW)
        g_assert_cmpfloat (connector->from->x, <, connector->to->x);
      else if (!leads_to (flow, connector->from, connector->to))
        g_assert_cmpfloat (connector->from->x, >, connector->to->x);
    }
}

/* Flows whose connectors all lead to later steps, and rework to any. */
static void
test_random (void)
{
  static const guint sizes[] = { 2, 3, 7, 12, 30, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint32 seed = 1; seed <= 3; seed++)
      for (Places places = PLACES_NONE; places <= PLACES_ALL; places++)
        {
          g_autoptr (TlStudy) study = random_study_new (seed, sizes[i], places);
          g_autoptr (GArray) first = tl_flow_tidy (study, drawn_flow (study), &plain);
          g_autoptr (GArray) again = tl_flow_tidy (study, drawn_flow (study), &plain);

          g_assert_cmpuint (first->len, ==, sizes[i]);
          g_assert_cmpmem (first->data, first->len * sizeof (Place), again->data, again->len * sizeof (Place));
          put (first);
          assert_apart (drawn_flow (study));
          assert_ways (drawn_flow (study));
        }
}

/* From top to bottom the same holds, turned. */
static void
test_down (void)
{
  g_autoptr (TlStudy) study = random_study_new (4, 40, PLACES_NONE);
  TlFlow *flow = drawn_flow (study);

  tidy (study, &(TlTidyOptions){ .down = TRUE });
  assert_apart (flow);
  for (guint c = 0; c < flow->connectors->len; c++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, c);

      if (connector->kind == TL_CONNECTOR_FLOW && connector->from != connector->to)
        g_assert_cmpfloat (connector->from->y, <, connector->to->y);
    }
}

static void
add_roles (TlStudy *study, guint n_roles)
{
  for (guint r = 0; r < n_roles; r++)
    tl_item_append (study, tl_item_new (TL_ITEM_ROLE));
}

/* In lanes no step stands outside its role's, and no two lanes share any height. */
static void
test_lanes (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 25, seed % 2 ? PLACES_NONE : PLACES_ALL);
      TlFlow *flow = drawn_flow (study);
      double low[5], high[5];

      add_roles (study, 4);
      for (guint s = 0; s < flow->steps->len; s++)
        if (s * 7 % 5 < 4)
          tl_item_set_item (step_number (study, s), "role", study->roles->pdata[s * 7 % 5]);
      tl_item_set_choice (flow, "lanes", TL_YES);
      tidy (study, &wrapped);
      assert_apart (flow);
      assert_ways (flow);
      for (guint r = 0; r < 5; r++)
        {
          low[r] = G_MAXDOUBLE;
          high[r] = -G_MAXDOUBLE;
        }
      for (guint s = 0; s < flow->steps->len; s++)
        {
          low[s * 7 % 5] = MIN (low[s * 7 % 5], step_number (study, s)->y - TL_STEP_HEIGHT / 2);
          high[s * 7 % 5] = MAX (high[s * 7 % 5], step_number (study, s)->y + TL_STEP_HEIGHT / 2);
        }
      for (guint a = 0; a < 5; a++)
        for (guint b = 0; b < 5; b++)
          g_assert_true (a == b || high[a] + TL_LANE_TOP + TL_LANE_BOTTOM <= low[b] + 1
                         || high[b] + TL_LANE_TOP + TL_LANE_BOTTOM <= low[a] + 1);
    }
}

static TlStudy *
chain_of (guint n_steps)
{
  TlStudy *study = drawn_study_new ();
  TlStep *last = NULL;

  for (guint i = 0; i < n_steps; i++)
    {
      TlStep *step = drawn_step (study, "Step");

      if (last != NULL)
        drawn_connector (study, last, step, TL_CONNECTOR_FLOW);
      last = step;
    }
  return study;
}

static void
size_of (const TlFlow *flow, double *width, double *height)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < flow->steps->len; i++)
    {
      const TlStep *step = g_ptr_array_index (flow->steps, i);

      left = MIN (left, step->x);
      right = MAX (right, step->x);
      top = MIN (top, step->y);
      bottom = MAX (bottom, step->y);
    }
  *width = right - left + TL_STEP_WIDTH;
  *height = bottom - top + TL_STEP_HEIGHT;
}

/* A chain of 20 has about the shape of a projector's picture, is read row by row, and is one line
 * where that is asked for. */
static void
test_wrap (void)
{
  g_autoptr (TlStudy) study = chain_of (20);
  g_autoptr (TlStudy) shorter = chain_of (7);
  double width, height;

  tidy (study, &wrapped);
  size_of (drawn_flow (study), &width, &height);
  g_assert_cmpfloat (width / height, >, 16. / 9 / 1.6);
  g_assert_cmpfloat (width / height, <, 16. / 9 * 1.6);
  for (guint i = 1; i < 20; i++)
    {
      const TlStep *before = step_number (study, i - 1), *step = step_number (study, i);

      g_assert_true (step->y > before->y || (step->y == before->y && step->x > before->x));
    }
  assert_apart (drawn_flow (study));
  tidy (study, &plain);
  size_of (drawn_flow (study), &width, &height);
  g_assert_cmpfloat (height, ==, TL_STEP_HEIGHT);
  tidy (shorter, &wrapped);
  size_of (drawn_flow (shorter), &width, &height);
  g_assert_cmpfloat (height, ==, TL_STEP_HEIGHT);
}

/* What is tidy stays where it is, to the point. */
static void
test_again (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 30, PLACES_NONE);
      g_autoptr (GArray) first = tl_flow_tidy (study, drawn_flow (study), &wrapped);
      g_autoptr (GArray) again = NULL;

      put (first);
      again = tl_flow_tidy (study, drawn_flow (study), &wrapped);
      g_assert_cmpmem (first->data, first->len * sizeof (Place), again->data, again->len * sizeof (Place));
    }
}

/* One step more in a tidy flow of 30: most of the others stay to the point, and all but few keep
 * their height. */
static void
test_one_more (void)
{
  guint n_still = 0, n_level = 0, n_steps = 0;

  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 30, PLACES_NONE);
      g_autoptr (GArray) before = tl_flow_tidy (study, drawn_flow (study), &plain);
      g_autoptr (GArray) after = NULL;

      put (before);
      drawn_connector (study, step_number (study, 5 + seed), drawn_step (study, "New"), TL_CONNECTOR_FLOW);
      after = tl_flow_tidy (study, drawn_flow (study), &plain);
      for (guint s = 0; s < before->len; s++)
        {
          const Place *old = &g_array_index (before, Place, s);
          const Place *now = place_of (after, old->step);

          n_steps++;
          n_level += fabs (now->y - old->y) < 1;
          n_still += fabs (now->y - old->y) < 1 && fabs (now->x - old->x) < 1;
        }
      put (after);
      assert_apart (drawn_flow (study));
    }
  g_test_message ("of %u steps %u stay, %u stay level", n_steps, n_still, n_level);
  g_assert_cmpuint (n_still * 100, >, n_steps * 80);
  g_assert_cmpuint (n_level * 100, >, n_steps * 85);
}

/* Who stands above whom stays so where it costs no crossing. */
static void
test_keeps_order (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  TlStep *call = drawn_step_at (study, "Call", 0, 0);
  TlStep *third = drawn_step_at (study, "Third", 260, 210);
  TlStep *first = drawn_step_at (study, "First", 240, -190);
  TlStep *second = drawn_step_at (study, "Second", 275, 33);

  drawn_connector (study, call, third, TL_CONNECTOR_FLOW);
  drawn_connector (study, call, first, TL_CONNECTOR_FLOW);
  drawn_connector (study, call, second, TL_CONNECTOR_FLOW);
  tidy (study, &wrapped);
  g_assert_cmpfloat (first->y, <, second->y);
  g_assert_cmpfloat (second->y, <, third->y);
  g_assert_cmpfloat (first->x, ==, third->x);
}

/* Of a selection the others stay; it stands near where it was, and on nobody. */
static void
test_selection (void)
{
  for (guint32 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 24, PLACES_ALL);
      g_autoptr (GPtrArray) only = g_ptr_array_new ();
      g_autoptr (GArray) places = NULL;
      TlTidyOptions options = { .wrap = TRUE, .only = only };

      for (guint s = 4; s < 14; s++)
        g_ptr_array_add (only, step_number (study, s));
      for (guint s = 0; s < 24; s++)
        {
          tl_item_set_number (step_number (study, s), "x", s % 6 * 230.0);
          tl_item_set_number (step_number (study, s), "y", s / 6 * 140.0);
        }
      places = tl_flow_tidy (study, drawn_flow (study), &options);
      g_assert_cmpuint (places->len, ==, 10);
      for (guint i = 0; i < places->len; i++)
        {
          g_assert_true (g_array_index (places, Place, i).step == g_ptr_array_index (only, i));
          g_assert_cmpfloat (fabs (g_array_index (places, Place, i).x), <, 4000);
          g_assert_cmpfloat (fabs (g_array_index (places, Place, i).y), <, 4000);
        }
      put (places);
      assert_apart (drawn_flow (study));
    }
}

/* A start comes first and an end last, in its part. */
static void
test_starts_and_ends (void)
{
  g_autoptr (TlStudy) study = study_of (7, "0>1 1>2 2>3 3>4 5>3 1>6");

  tl_item_set_choice (step_number (study, 5), "kind", TL_STEP_START);
  tl_item_set_choice (step_number (study, 6), "kind", TL_STEP_END);
  tidy (study, &wrapped);
  g_assert_cmpfloat (step_number (study, 5)->x, ==, step_number (study, 0)->x);
  g_assert_cmpfloat (step_number (study, 6)->x, ==, step_number (study, 4)->x);
}

/* Parts and loose notes fill a picture, not a line. */
static void
test_parts (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  double width, height;

  for (guint part = 0; part < 24; part++)
    drawn_connector (study, drawn_step (study, "From"), drawn_step (study, "To"), TL_CONNECTOR_FLOW);
  for (guint note = 0; note < 10; note++)
    drawn_step (study, "Note");
  tidy (study, &wrapped);
  assert_apart (drawn_flow (study));
  size_of (drawn_flow (study), &width, &height);
  g_assert_cmpfloat (width / height, >, 0.8);
  g_assert_cmpfloat (width / height, <, 3);
}

/* Everything leads back to everything: circles are broken, nothing hangs. */
static void
test_circles (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();

  for (guint i = 0; i < 40; i++)
    drawn_step (study, "Step");
  for (guint i = 0; i < 40; i++)
    for (guint j = 1; j < 4; j++)
      drawn_connector (study, step_number (study, i), step_number (study, (i * 3 + j * 11) % 40),
                       j == 3 ? TL_CONNECTOR_REWORK : TL_CONNECTOR_FLOW);
  tidy (study, &wrapped);
  assert_apart (drawn_flow (study));
}

/* A chain of thousands, a star, and a line that passes all of a chain: no recursion, no explosion.
 */
static void
test_large (void)
{
  g_autoptr (TlStudy) chain = chain_of (5000);
  g_autoptr (TlStudy) star = drawn_study_new ();
  g_autoptr (TlStudy) passed = chain_of (600);
  g_autoptr (GArray) places = tl_flow_tidy (chain, drawn_flow (chain), &wrapped);
  g_autoptr (GArray) line = tl_flow_tidy (chain, drawn_flow (chain), &plain);
  TlStep *hub = drawn_step (star, "Hub");

  g_assert_cmpuint (places->len, ==, 5000);
  g_assert_cmpfloat (g_array_index (line, Place, 4999).x, >, 4998 * TL_STEP_WIDTH);
  for (guint i = 0; i < 1500; i++)
    drawn_connector (star, hub, drawn_step (star, "Ray"), TL_CONNECTOR_FLOW);
  tidy (star, &wrapped);
  for (guint i = 0; i < 300; i++)
    drawn_connector (passed, step_number (passed, i), step_number (passed, 599 - i), TL_CONNECTOR_FLOW);
  tidy (passed, &wrapped);
  assert_apart (drawn_flow (passed));
}

/* As one entry of the history; where all stand well there is none. */
static void
test_apply (void)
{
  g_autoptr (TlStudy) study = random_study_new (3, 12, PLACES_ALL);
  g_autoptr (TlHistory) history = tl_history_new (study);
  g_autoptr (GArray) places = tl_flow_tidy (study, drawn_flow (study), &wrapped);
  double x = step_number (study, 3)->x, y = step_number (study, 3)->y;

  tl_tidy_apply (history, places, "Tidy");
  g_assert_cmpfloat (step_number (study, 3)->x, ==, place_of (places, step_number (study, 3))->x);
  tl_tidy_apply (history, places, "Tidy");
  g_assert_cmpstr (tl_history_undo_name (history), ==, "Tidy");
  g_assert_true (tl_history_undo (history));
  g_assert_false (tl_history_can_undo (history));
  g_assert_cmpfloat (step_number (study, 3)->x, ==, x);
  g_assert_cmpfloat (step_number (study, 3)->y, ==, y);
}

/* On its way a flow is between where it was and where it goes, and it ends there. */
static void
test_blend (void)
{
  g_autoptr (TlStudy) study = random_study_new (2, 14, PLACES_ALL);
  TlFlow *flow = drawn_flow (study);
  g_autoptr (TlFlowGeometry) from = tl_flow_geometry_new (study, flow);
  g_autoptr (TlFlowGeometry) to = NULL, half = NULL, end = NULL;

  tidy (study, &wrapped);
  to = tl_flow_geometry_new (study, flow);
  half = tl_flow_geometry_blend (from, to, 0.5);
  end = tl_flow_geometry_blend (from, to, 1);
  g_assert_true (end == to);
  g_assert_cmpuint (half->paths->len, ==, to->paths->len);
  for (guint i = 0; i < 14; i++)
    g_assert_cmpfloat_with_epsilon (
        g_array_index (half->steps, TlStepBox, i).box.x * 2,
        g_array_index (from->steps, TlStepBox, i).box.x + g_array_index (to->steps, TlStepBox, i).box.x, 1e-6);
  for (guint p = 0; p < to->paths->len; p++)
    {
      const GArray *a = g_array_index (from->paths, TlPath, p).points;
      const GArray *b = g_array_index (to->paths, TlPath, p).points;
      const GArray *line = g_array_index (half->paths, TlPath, p).points;

      g_assert_cmpfloat_with_epsilon (
          g_array_index (line, TlPlace, line->len - 1).x * 2,
          g_array_index (a, TlPlace, a->len - 1).x + g_array_index (b, TlPlace, b->len - 1).x, 1e-6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/tidy/empty", test_empty);
  g_test_add_func ("/layout/tidy/one-step", test_one_step);
  g_test_add_func ("/layout/tidy/tree", test_tree);
  g_test_add_func ("/layout/tidy/few-crossings", test_few_crossings);
  g_test_add_func ("/layout/tidy/random", test_random);
  g_test_add_func ("/layout/tidy/down", test_down);
  g_test_add_func ("/layout/tidy/lanes", test_lanes);
  g_test_add_func ("/layout/tidy/wrap", test_wrap);
  g_test_add_func ("/layout/tidy/again", test_again);
  g_test_add_func ("/layout/tidy/one-more", test_one_more);
  g_test_add_func ("/layout/tidy/keeps-order", test_keeps_order);
  g_test_add_func ("/layout/tidy/selection", test_selection);
  g_test_add_func ("/layout/tidy/starts-and-ends", test_starts_and_ends);
  g_test_add_func ("/layout/tidy/parts", test_parts);
  g_test_add_func ("/layout/tidy/circles", test_circles);
  g_test_add_func ("/layout/tidy/large", test_large);
  g_test_add_func ("/layout/tidy/apply", test_apply);
  g_test_add_func ("/layout/tidy/blend", test_blend);
  return g_test_run ();
}
