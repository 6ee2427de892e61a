/* A tidy flow: in layers, in lanes, in few crossings, wrapped where it is long. */
#include <math.h>

#include "drawn-flow.h"
#include "layout/flow-geometry.h"
#include "layout/flow-lanes.h"
#include "study/item-build.h"
#include "tidy-flow.h"

typedef TlTidyPlace Place;

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
        drawn_connector (study, tidy_step (study, (guint) atoi (edges[e])), tidy_step (study, (guint) atoi (to + 1)),
                         TL_CONNECTOR_FLOW);
    }
  return study;
}

static void
test_empty (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autoptr (GArray) places = tl_flow_tidy (study, drawn_flow (study), &tidy_wrapped);

  g_assert_cmpuint (places->len, ==, 0);
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
    drawn_connector (study, tidy_step (study, order[(i - 1) / 2]), tidy_step (study, order[i]), TL_CONNECTOR_FLOW);
  tidy_flow (study, &tidy_plain);
  g_assert_cmpuint (count_crossings (drawn_flow (study)), ==, 0);
  tidy_assert_apart (drawn_flow (study));
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

  tidy_flow (full, &tidy_plain);
  g_assert_cmpuint (count_crossings (drawn_flow (full)), ==, 9);
  tidy_flow (ladder, &tidy_plain);
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
          g_autoptr (GArray) first = tl_flow_tidy (study, drawn_flow (study), &tidy_plain);
          g_autoptr (GArray) again = tl_flow_tidy (study, drawn_flow (study), &tidy_plain);

          g_assert_cmpuint (first->len, ==, sizes[i]);
          g_assert_cmpmem (first->data, first->len * sizeof (Place), again->data, again->len * sizeof (Place));
          tidy_put (first);
          tidy_assert_apart (drawn_flow (study));
          assert_ways (drawn_flow (study));
        }
}

/* From top to bottom the same holds, turned. */
static void
test_down (void)
{
  g_autoptr (TlStudy) study = random_study_new (4, 40, PLACES_NONE);
  TlFlow *flow = drawn_flow (study);

  tidy_flow (study, &(TlTidyOptions){ .down = TRUE });
  tidy_assert_apart (flow);
  for (guint c = 0; c < flow->connectors->len; c++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, c);

      if (connector->kind == TL_CONNECTOR_FLOW && connector->from != connector->to)
        g_assert_cmpfloat (connector->from->y, <, connector->to->y);
    }
}

/* In lanes no step stands outside its role's, and no two lanes share any height; they run from left to right, whatever
 * is asked for. */
static void
test_lanes (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 25, seed % 2 ? PLACES_NONE : PLACES_ALL);
      TlFlow *flow = drawn_flow (study);
      TlTidyOptions options = { .wrap = TRUE, .down = seed > 4 };
      double low[5], high[5];

      tidy_share_lanes (study, 4);
      tidy_flow (study, &options);
      tidy_assert_apart (flow);
      assert_ways (flow);
      for (guint r = 0; r < 5; r++)
        {
          low[r] = G_MAXDOUBLE;
          high[r] = -G_MAXDOUBLE;
        }
      for (guint s = 0; s < flow->steps->len; s++)
        {
          low[s * 7 % 5] = MIN (low[s * 7 % 5], tidy_step (study, s)->y - TL_STEP_HEIGHT / 2);
          high[s * 7 % 5] = MAX (high[s * 7 % 5], tidy_step (study, s)->y + TL_STEP_HEIGHT / 2);
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

  tidy_flow (study, &tidy_wrapped);
  size_of (drawn_flow (study), &width, &height);
  g_assert_cmpfloat (width / height, >, 16. / 9 / 1.6);
  g_assert_cmpfloat (width / height, <, 16. / 9 * 1.6);
  for (guint i = 1; i < 20; i++)
    {
      const TlStep *before = tidy_step (study, i - 1), *step = tidy_step (study, i);

      g_assert_true (step->y > before->y || (step->y == before->y && step->x > before->x));
    }
  tidy_assert_apart (drawn_flow (study));
  tidy_flow (study, &tidy_plain);
  size_of (drawn_flow (study), &width, &height);
  g_assert_cmpfloat (height, ==, TL_STEP_HEIGHT);
  tidy_flow (shorter, &tidy_wrapped);
  size_of (drawn_flow (shorter), &width, &height);
  g_assert_cmpfloat (height, ==, TL_STEP_HEIGHT);
}

/* A chain that a hand drew stands in one line with equal gaps then, even if it was nearly so before. */
static void
test_even (void)
{
  static const double xs[] = { 0, 251, 522, 770, 1040 }, ys[] = { 0, 7, -9, 4, 0 };
  g_autoptr (TlStudy) study = drawn_study_new ();

  for (guint i = 0; i < G_N_ELEMENTS (xs); i++)
    {
      TlStep *step = drawn_step_at (study, "Step", xs[i], ys[i]);

      if (i > 0)
        drawn_connector (study, tidy_step (study, i - 1), step, TL_CONNECTOR_FLOW);
    }
  tidy_flow (study, &tidy_wrapped);
  for (guint i = 1; i < G_N_ELEMENTS (xs); i++)
    {
      g_assert_cmpfloat (tidy_step (study, i)->y, ==, tidy_step (study, 0)->y);
      g_assert_cmpfloat (tidy_step (study, i)->x - tidy_step (study, i - 1)->x, ==, TL_STEP_WIDTH + TL_STEP_GAP_X);
    }
}

/* Two branches all along: both go on in the next row. */
static void
test_wrap_branches (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  double width, height;

  for (guint i = 0; i < 28; i++)
    {
      TlStep *step = drawn_step (study, "Step");

      if (i == 1)
        drawn_connector (study, tidy_step (study, 0), step, TL_CONNECTOR_FLOW);
      if (i > 1)
        drawn_connector (study, tidy_step (study, i - 2), step, TL_CONNECTOR_FLOW);
    }
  tidy_flow (study, &tidy_wrapped);
  tidy_assert_apart (drawn_flow (study));
  size_of (drawn_flow (study), &width, &height);
  g_assert_cmpfloat (width / height, >, 16. / 9 / 1.6);
  g_assert_cmpfloat (width / height, <, 16. / 9 * 1.6);
}

/* A start comes first and an end last, in its part. */
static void
test_starts_and_ends (void)
{
  g_autoptr (TlStudy) study = study_of (7, "0>1 1>2 2>3 3>4 5>3 1>6");

  tl_item_set_choice (tidy_step (study, 5), "kind", TL_STEP_START);
  tl_item_set_choice (tidy_step (study, 6), "kind", TL_STEP_END);
  tidy_flow (study, &tidy_wrapped);
  g_assert_cmpfloat (tidy_step (study, 5)->x, ==, tidy_step (study, 0)->x);
  g_assert_cmpfloat (tidy_step (study, 6)->x, ==, tidy_step (study, 4)->x);
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
  tidy_flow (study, &tidy_wrapped);
  tidy_assert_apart (drawn_flow (study));
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
      drawn_connector (study, tidy_step (study, i), tidy_step (study, (i * 3 + j * 11) % 40),
                       j == 3 ? TL_CONNECTOR_REWORK : TL_CONNECTOR_FLOW);
  tidy_flow (study, &tidy_wrapped);
  tidy_assert_apart (drawn_flow (study));
}

/* A chain of thousands, a star, and a line that passes all of a chain: no recursion, no explosion.
 */
static void
test_large (void)
{
  g_autoptr (TlStudy) chain = chain_of (5000);
  g_autoptr (TlStudy) star = drawn_study_new ();
  g_autoptr (TlStudy) passed = chain_of (600);
  g_autoptr (GArray) places = tl_flow_tidy (chain, drawn_flow (chain), &tidy_wrapped);
  g_autoptr (GArray) line = tl_flow_tidy (chain, drawn_flow (chain), &tidy_plain);
  TlStep *hub = drawn_step (star, "Hub");

  g_assert_cmpuint (places->len, ==, 5000);
  g_assert_cmpfloat (g_array_index (line, Place, 4999).x, >, 4998 * TL_STEP_WIDTH);
  for (guint i = 0; i < 1500; i++)
    drawn_connector (star, hub, drawn_step (star, "Ray"), TL_CONNECTOR_FLOW);
  tidy_flow (star, &tidy_wrapped);
  for (guint i = 0; i < 300; i++)
    drawn_connector (passed, tidy_step (passed, i), tidy_step (passed, 599 - i), TL_CONNECTOR_FLOW);
  tidy_flow (passed, &tidy_wrapped);
  tidy_assert_apart (drawn_flow (passed));
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const TlStep *one = *(const TlStep *const *) a, *other = *(const TlStep *const *) b;

  return (one->y > other->y) - (one->y < other->y);
}

/* No strip without any step goes through all of it that is higher than what a few lines need: before that was
 * seen to, one of these flows had one of 2,300 points. */
static void
test_no_empty_strip (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, 60, PLACES_NONE);
      g_autoptr (GPtrArray) steps = g_ptr_array_new ();

      tidy_flow (study, &tidy_plain);
      for (guint i = 0; i < drawn_flow (study)->steps->len; i++)
        g_ptr_array_add (steps, tidy_step (study, i));
      g_ptr_array_sort (steps, compare_heights);
      for (guint i = 1; i < steps->len; i++)
        {
          const TlStep *above = g_ptr_array_index (steps, i - 1), *below = g_ptr_array_index (steps, i);

          g_test_message ("%.0f", below->y - above->y);
          g_assert_cmpfloat (below->y - above->y, <, TL_STEP_HEIGHT + 8 * TL_STEP_GAP_Y);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/layout/tidy/empty", test_empty);
  g_test_add_func ("/layout/tidy/tree", test_tree);
  g_test_add_func ("/layout/tidy/few-crossings", test_few_crossings);
  g_test_add_func ("/layout/tidy/random", test_random);
  g_test_add_func ("/layout/tidy/down", test_down);
  g_test_add_func ("/layout/tidy/lanes", test_lanes);
  g_test_add_func ("/layout/tidy/wrap", test_wrap);
  g_test_add_func ("/layout/tidy/even", test_even);
  g_test_add_func ("/layout/tidy/wrap-branches", test_wrap_branches);
  g_test_add_func ("/layout/tidy/starts-and-ends", test_starts_and_ends);
  g_test_add_func ("/layout/tidy/parts", test_parts);
  g_test_add_func ("/layout/tidy/circles", test_circles);
  g_test_add_func ("/layout/tidy/large", test_large);
  g_test_add_func ("/layout/tidy/no-empty-strip", test_no_empty_strip);
  return g_test_run ();
}
