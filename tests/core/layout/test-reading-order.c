/* Flows as lists: what comes before what. */
#include "layout/reading-order.h"

#include <locale.h>
#include <string.h>

#include "drawn-flow.h"
#include "study/item-build.h"

/* "a>b" is a connector that goes on, "a~b" rework; a name alone is a step. Steps are made in the order
 * in which they are named. */
static TlStep *
step_named (TlStudy *study, const char *name)
{
  GPtrArray *steps = drawn_flow (study)->steps;

  for (guint i = 0; i < steps->len; i++)
    if (g_str_equal (((TlStep *) g_ptr_array_index (steps, i))->name, name))
      return g_ptr_array_index (steps, i);
  return drawn_step (study, name);
}

static TlStudy *
draw (const char *words)
{
  TlStudy *study = drawn_study_new ();
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i]; i++)
    {
      char *arrow = strpbrk (parts[i], ">~");
      TlConnectorKind kind = arrow && *arrow == '~' ? TL_CONNECTOR_REWORK : TL_CONNECTOR_FLOW;
      TlStep *from;

      if (arrow)
        *arrow = '\0';
      from = step_named (study, parts[i]);
      if (arrow)
        drawn_connector (study, from, step_named (study, arrow + 1), kind);
    }
  return study;
}

/* "a b c | d": d stands alone. */
static char *
read_aloud (TlStudy *study)
{
  g_autoptr (TlReadingOrder) order = tl_reading_order_new (drawn_flow (study));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->steps->len; i++)
    {
      if (i == order->n_connected)
        g_string_append (text, i ? " |" : "|");
      g_string_append_printf (text, "%s%s", text->len ? " " : "",
                              ((TlStep *) g_ptr_array_index (order->steps, i))->name);
    }
  return g_string_free (text, FALSE);
}

static void
assert_reads (const char *words, const char *expected)
{
  g_autoptr (TlStudy) study = draw (words);
  g_autofree char *text = read_aloud (study);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_ways (void)
{
  assert_reads ("", "");
  assert_reads ("a>b b>c", "a b c");
  /* Drawn backwards, read forwards. */
  assert_reads ("c b a a>b b>c", "a b c");
  /* Each way to where they join, the first connector's first. */
  assert_reads ("a>b a>c b>b2 c>c2 b2>d c2>d d>e", "a b b2 c c2 d e");
  /* A short cut does not bring its end forward. */
  assert_reads ("a>d a>b b>c c>d", "a b c d");
  /* Two beginnings: the first drawn comes first, the other before what it leads to. */
  assert_reads ("a>b b>c z>b", "a z b c");
}

static void
test_rework (void)
{
  assert_reads ("a>b b>c c~a b~b", "a b c");
  /* What only rework leads to stands where it leaves the flow, though it leads back. */
  assert_reads ("a>b b>c mend>b c~mend c>d", "a b c mend d");
  /* Rework that leads back to the second beginning does not turn the order round. */
  assert_reads ("s1>x s2>y y>x x~y", "s1 s2 y x");
  /* A circle that only rework closes begins where it leads, wherever that was drawn. */
  assert_reads ("c x a>b b>c c~a b~b", "a b c | x");
}

static void
test_circles (void)
{
  assert_reads ("a>b b>c c>b c>d", "a b c d");
  /* A circle that nothing leads into begins where it was drawn first, */
  assert_reads ("a>b b>c c>a", "a b c");
  /* and one that is entered from two sides is read from the first. */
  assert_reads ("a>b b>c c>d d>b z>d", "a b c z d");
}

static void
test_fronts (void)
{
  g_autoptr (TlStudy) study = draw ("a>b b>c c>a");
  g_autofree char *text = NULL;

  drawn_entry (study, drawn_demand (study, "Please", TL_DEMAND_VALUE), step_named (study, "b"));
  text = read_aloud (study);
  g_assert_cmpstr (text, ==, "b c a");
}

static void
test_loose (void)
{
  assert_reads ("x a>b y b>c", "a b c | x y");
  assert_reads ("x y", "| x y");
  /* Work that only comes back to where it is does not join anything. */
  assert_reads ("x~x a>b", "a b | x");
}

/* So that rework leads to no step that nothing else leads to: it would be read after it. */
static void
make_starts (GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    tl_item_set_choice (g_ptr_array_index (steps, i), "kind", TL_STEP_START);
}

/* Whatever is drawn: every step once, the connected ones first, and after all that lead to it unless
 * a circle forbids it. */
static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 60; seed++)
    {
      g_autoptr (TlStudy) study = random_study_new (seed, seed * 3, PLACES_NONE);
      g_autoptr (TlReadingOrder) order = NULL;
      g_autoptr (TlReadingOrder) again = NULL;
      g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
      GPtrArray *connectors = drawn_flow (study)->connectors;

      make_starts (drawn_flow (study)->steps);
      order = tl_reading_order_new (drawn_flow (study));
      again = tl_reading_order_new (drawn_flow (study));
      g_assert_cmpuint (order->steps->len, ==, seed * 3);
      for (guint i = 0; i < order->steps->len; i++)
        {
          g_assert_true (g_ptr_array_index (order->steps, i) == g_ptr_array_index (again->steps, i));
          g_assert_true (g_hash_table_insert (places, g_ptr_array_index (order->steps, i), GUINT_TO_POINTER (i)));
        }
      /* Connectors of these flows lead from earlier steps to later ones, so there is no circle. */
      for (guint i = 0; i < connectors->len; i++)
        {
          TlConnector *connector = g_ptr_array_index (connectors, i);
          guint from = GPOINTER_TO_UINT (g_hash_table_lookup (places, connector->from));
          guint to = GPOINTER_TO_UINT (g_hash_table_lookup (places, connector->to));

          if (connector->from != connector->to)
            g_assert_cmpuint (MAX (from, to), <, order->n_connected);
          if (connector->kind == TL_CONNECTOR_FLOW)
            g_assert_cmpuint (from, <, to);
        }
    }
}

/* A chain as long as no recursion would bear. */
static void
test_long (void)
{
  g_autoptr (TlStudy) study = drawn_study_new ();
  g_autoptr (TlReadingOrder) order = NULL;
  TlStep *last = NULL;

  for (guint i = 0; i < 60000; i++)
    {
      TlStep *step = drawn_step (study, "on");

      if (last)
        drawn_connector (study, last, step, TL_CONNECTOR_FLOW);
      last = step;
    }
  order = tl_reading_order_new (drawn_flow (study));
  g_assert_cmpuint (order->n_connected, ==, 60000);
  g_assert_true (g_ptr_array_index (order->steps, 59999) == last);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/reading-order/ways", test_ways);
  g_test_add_func ("/reading-order/rework", test_rework);
  g_test_add_func ("/reading-order/circles", test_circles);
  g_test_add_func ("/reading-order/fronts", test_fronts);
  g_test_add_func ("/reading-order/loose", test_loose);
  g_test_add_func ("/reading-order/random", test_random);
  g_test_add_func ("/reading-order/long", test_long);
  return g_test_run ();
}
