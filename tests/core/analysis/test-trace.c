/* The way from failure demand to the thinking behind it, and what nobody has said yet. */
#include "analysis/trace.h"

#include "small-study.h"
#include "study/item-build.h"

typedef struct
{
  SmallStudy small;
  TlDemand *where;
  TlDemand *again;
  TlStep *check;
  TlStep *visit;
} Case;

static void
case_init (Case *self)
{
  small_study_init_repairs (&self->small);
  self->where = self->small.study->demands->pdata[1];
  self->again = self->small.study->demands->pdata[2];
  self->check = self->small.flow->steps->pdata[1];
  self->visit = self->small.flow->steps->pdata[2];
}

static void
case_clear (Case *self)
{
  small_study_clear (&self->small);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static TlCondition *
add_condition (Case *self, const char *thinking, const char *field, gpointer target)
{
  TlCondition *condition = tl_item_new (TL_ITEM_CONDITION);
  TlItem *link = tl_item_new (TL_ITEM_LINK);

  tl_item_set_text (condition, "thinking", thinking);
  tl_item_append (self->small.study, condition);
  tl_item_set_item (link, field, target);
  tl_item_append (condition, link);
  return condition;
}

static TlTrace *
trace_of (const Case *self, TlDemand *demand)
{
  return tl_trace_new (self->small.study, self->small.flow, demand);
}

static int
find (const TlTrace *trace, TlTraceColumn column, gconstpointer item)
{
  for (guint i = 0; i < trace->nodes->len; i++)
    if (tl_trace_node (trace, i)->column == column && tl_trace_node (trace, i)->item == item)
      return (int) i;
  return -1;
}

static gboolean
are_linked (const TlTrace *trace, int from, int to)
{
  for (guint i = 0; i < trace->links->len; i++)
    {
      const TlTraceLink *link = &g_array_index (trace->links, TlTraceLink, i);

      if ((int) link->from == from && (int) link->to == to)
        return TRUE;
    }
  return FALSE;
}

/* demand → step → what goes wrong → condition → thinking, each tied to the next. */
static void
test_way (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (TlTrace) trace = NULL;
  TlCondition *condition;
  int way[TL_N_TRACE_COLUMNS];

  case_init (&self);
  condition = add_condition (&self, "Busy people are productive", "step", self.visit);
  trace = trace_of (&self, self.where);
  way[0] = find (trace, TL_TRACE_DEMAND, self.where);
  way[1] = find (trace, TL_TRACE_STEP, self.visit);
  way[2] = find (trace, TL_TRACE_WASTE, self.visit);
  way[3] = find (trace, TL_TRACE_CONDITION, condition);
  way[4] = find (trace, TL_TRACE_THINKING, condition);
  g_assert_cmpuint (trace->nodes->len, ==, 5);
  g_assert_cmpuint (trace->links->len, ==, 4);
  for (int c = 0; c + 1 < TL_N_TRACE_COLUMNS; c++)
    {
      g_assert_true (are_linked (trace, way[c], way[c + 1]));
      g_assert_false (tl_trace_node (trace, (guint) way[c])->missing);
    }
  g_assert_cmpuint (trace->conditions, ==, 1);
  g_assert_cmpuint (trace->loose, ==, 0);
}

/* A condition tied to the demand itself stands behind it wherever it is raised. */
static void
test_tied_to_demand (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (TlTrace) trace = NULL;
  TlCondition *condition;

  case_init (&self);
  condition = add_condition (&self, NULL, "demand", self.where);
  trace = trace_of (&self, self.where);
  g_assert_true (
      are_linked (trace, find (trace, TL_TRACE_WASTE, self.visit), find (trace, TL_TRACE_CONDITION, condition)));
  g_assert_true (tl_trace_node (trace, (guint) find (trace, TL_TRACE_THINKING, condition))->missing);
}

static void
test_nobody_has_said (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (TlTrace) one = NULL;
  g_autoptr (TlTrace) none = NULL;
  TlDemand *fresh;

  case_init (&self);
  fresh = small_study_demand (&self.small, "Call me back", TL_DEMAND_FAILURE, 5);
  one = trace_of (&self, self.again);
  g_assert_true (tl_trace_node (one, one->nodes->len - 1)->missing);
  g_assert_cmpint (tl_trace_node (one, one->nodes->len - 1)->column, ==, TL_TRACE_CONDITION);
  g_assert_cmpuint (one->conditions, ==, 0);

  none = trace_of (&self, fresh);
  g_assert_cmpuint (none->rows->len, ==, 1);
  g_assert_true (tl_trace_node (none, (guint) find (none, TL_TRACE_STEP, fresh))->missing);
}

/* All failure demands, and waste that raises none but has a condition behind it; each thing once. */
static void
test_all (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (TlTrace) trace = NULL;
  TlCondition *shared, *loose;
  TlItem *link = tl_item_new (TL_ITEM_LINK);

  case_init (&self);
  shared = add_condition (&self, "Nobody can be trusted", "step", self.visit);
  tl_item_set_item (link, "step", self.check);
  tl_item_append (shared, link);
  loose = tl_item_new (TL_ITEM_CONDITION);
  tl_item_append (self.small.study, loose);

  trace = trace_of (&self, NULL);
  g_assert_cmpuint (trace->demands, ==, 2);
  g_assert_cmpuint (trace->conditions, ==, 1);
  g_assert_cmpuint (trace->loose, ==, 1);
  g_assert_cmpint (find (trace, TL_TRACE_CONDITION, loose), ==, -1);
  g_assert_true (
      are_linked (trace, find (trace, TL_TRACE_WASTE, self.check), find (trace, TL_TRACE_CONDITION, shared)));
  g_assert_true (
      are_linked (trace, find (trace, TL_TRACE_WASTE, self.visit), find (trace, TL_TRACE_CONDITION, shared)));
  g_assert_true (g_array_index (trace->rows, TlTraceRow, trace->rows->len - 1).demand == NULL);
}

/* What two ways share is drawn once, and a step that raises failure demand does not stand beside it as well. */
static void
test_once (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (TlTrace) trace = NULL;
  TlRaises *raises;

  case_init (&self);
  raises = small_study_raise (&self.small, self.visit, self.again, 0.1);
  g_assert_nonnull (raises);
  add_condition (&self, "Nobody can be trusted", "step", self.visit);
  trace = trace_of (&self, NULL);
  for (guint i = 0; i < trace->links->len; i++)
    for (guint j = i + 1; j < trace->links->len; j++)
      {
        const TlTraceLink *one = &g_array_index (trace->links, TlTraceLink, i);
        const TlTraceLink *other = &g_array_index (trace->links, TlTraceLink, j);

        g_assert_false (one->from == other->from && one->to == other->to);
      }
  for (guint i = 0; i < trace->rows->len; i++)
    if (g_array_index (trace->rows, TlTraceRow, i).step == self.visit)
      g_assert_nonnull (g_array_index (trace->rows, TlTraceRow, i).demand);
}

/* In the worked example the check sends back, and the visit is done again. */
static void
test_sends_back (void)
{
  g_auto (Case) self = { 0 };
  TlStep *call, *closing;

  case_init (&self);
  call = self.small.flow->steps->pdata[0];
  closing = self.small.flow->steps->pdata[3];
  g_assert_true (tl_step_sends_back (self.check, self.small.flow));
  g_assert_true (tl_step_sends_back (self.visit, self.small.flow));
  g_assert_false (tl_step_sends_back (call, self.small.flow));
  g_assert_false (tl_step_sends_back (closing, self.small.flow));
}

static void
test_empty (void)
{
  g_auto (SmallStudy) small;
  g_autoptr (TlTrace) trace = NULL;
  g_autoptr (TlTrace) without = NULL;

  small_study_init (&small);
  trace = tl_trace_new (small.study, small.flow, NULL);
  without = tl_trace_new (small.study, NULL, NULL);
  g_assert_cmpuint (trace->rows->len, ==, 0);
  g_assert_cmpuint (without->nodes->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/trace/way", test_way);
  g_test_add_func ("/trace/tied-to-demand", test_tied_to_demand);
  g_test_add_func ("/trace/nobody-has-said", test_nobody_has_said);
  g_test_add_func ("/trace/all", test_all);
  g_test_add_func ("/trace/once", test_once);
  g_test_add_func ("/trace/sends-back", test_sends_back);
  g_test_add_func ("/trace/empty", test_empty);
  return g_test_run ();
}
