/* drawn-flow.c: flows to lay out and to draw: a small one by hand, and random ones. */
#include "drawn-flow.h"

#include <math.h>

#include "study/item-build.h"

TlStudy *
drawn_study_new (void)
{
  TlStudy *study = tl_study_new ();

  tl_item_append (study, tl_item_new (TL_ITEM_FLOW));
  return study;
}

TlFlow *
drawn_flow (TlStudy *study)
{
  return g_ptr_array_index (study->flows, 0);
}

TlStep *
drawn_step (TlStudy *study, const char *name)
{
  TlStep *step = tl_item_new (TL_ITEM_STEP);

  tl_item_set_text (step, "name", name);
  tl_item_append (drawn_flow (study), step);
  return step;
}

TlStep *
drawn_step_at (TlStudy *study, const char *name, double x, double y)
{
  TlStep *step = drawn_step (study, name);

  tl_item_set_number (step, "x", x);
  tl_item_set_number (step, "y", y);
  return step;
}

TlConnector *
drawn_connector (TlStudy *study, TlStep *from, TlStep *to, TlConnectorKind kind)
{
  TlConnector *connector = tl_item_new (TL_ITEM_CONNECTOR);

  tl_item_set_item (connector, "from", from);
  tl_item_set_item (connector, "to", to);
  tl_item_set_choice (connector, "kind", (int) kind);
  tl_item_append (drawn_flow (study), connector);
  return connector;
}

TlDemand *
drawn_demand (TlStudy *study, const char *name, TlDemandKind kind)
{
  TlDemand *demand = tl_item_new (TL_ITEM_DEMAND);

  tl_item_set_text (demand, "name", name);
  tl_item_set_choice (demand, "kind", (int) kind);
  tl_item_set_number (demand, "frequency", 100);
  tl_item_append (study, demand);
  return demand;
}

TlEntry *
drawn_entry (TlStudy *study, TlDemand *demand, TlStep *step)
{
  TlEntry *entry = tl_item_new (TL_ITEM_ENTRY);

  tl_item_set_item (entry, "demand", demand);
  tl_item_set_item (entry, "step", step);
  tl_item_append (drawn_flow (study), entry);
  return entry;
}

TlRaises *
drawn_raises (TlStudy *study, TlStep *step, TlDemand *demand, double rate)
{
  TlRaises *raises = tl_item_new (TL_ITEM_RAISES);

  tl_item_set_item (raises, "step", step);
  tl_item_set_item (raises, "demand", demand);
  tl_item_set_number (raises, "rate", rate);
  tl_item_append (drawn_flow (study), raises);
  return raises;
}

static TlStep *
step_number (TlStudy *study, guint number)
{
  return g_ptr_array_index (drawn_flow (study)->steps, number);
}

/* Placed steps stand on a loose grid, so that they don't overlap, and not in the flow's order. */
static void
add_random_step (TlStudy *study, GRand *rand, guint i, guint n_steps, Places places)
{
  g_autofree char *name = g_strdup_printf ("Step %u of a flow with names that wrap", i);
  TlStep *step = drawn_step (study, name);
  guint columns = (guint) ceil (sqrt (n_steps));
  guint cell = i * 7 % n_steps;

  tl_item_set_choice (step, "kind", g_rand_int_range (rand, TL_STEP_WORK, TL_STEP_END + 1));
  tl_item_set_choice (step, "class", g_rand_int_range (rand, TL_CLASS_NONE, TL_CLASS_WASTE + 1));
  tl_item_set_choice (step, "waste", g_rand_int_range (rand, TL_WASTE_NONE, TL_WASTE_OTHER + 1));
  tl_item_set_number (step, "work-minutes", g_rand_int_range (rand, 0, 500));
  if (places == PLACES_NONE || (places == PLACES_SOME && g_rand_boolean (rand)))
    return;
  tl_item_set_number (step, "x", cell % columns * 260.0 + g_rand_int_range (rand, -30, 30));
  tl_item_set_number (step, "y", cell / columns * 150.0 + g_rand_int_range (rand, -20, 20));
}

static void
add_random_connectors (TlStudy *study, GRand *rand, guint n_steps)
{
  for (guint i = 1; i < n_steps; i++)
    {
      int before = g_rand_int_range (rand, (int) (i > 4 ? i - 4 : 0), (int) i);
      TlStep *step = step_number (study, i);

      /* Some steps stay loose. */
      if (g_rand_int_range (rand, 0, 12) == 0)
        continue;
      tl_item_set_number (drawn_connector (study, step_number (study, (guint) before), step, TL_CONNECTOR_FLOW),
                          "share", 0.9);
      if (g_rand_int_range (rand, 0, 10) < 3)
        drawn_connector (study, step_number (study, (guint) g_rand_int_range (rand, 0, (int) i)), step,
                         TL_CONNECTOR_FLOW);
      if (g_rand_int_range (rand, 0, 10) < 2)
        drawn_connector (study, step, step_number (study, (guint) g_rand_int_range (rand, 0, (int) i + 1)),
                         TL_CONNECTOR_REWORK);
    }
}

/* The same seed gives the same flow: with forks, merges, loops, loose steps, demands and failures.
 */
TlStudy *
random_study_new (guint32 seed, guint n_steps, Places places)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TlStudy *study = drawn_study_new ();
  TlDemand *asked = drawn_demand (study, "Please do something", TL_DEMAND_VALUE);
  TlDemand *chased = drawn_demand (study, "Where is it?", TL_DEMAND_FAILURE);
  TlDemand *other = drawn_demand (study, "Something else altogether", TL_DEMAND_UNSURE);

  for (guint i = 0; i < n_steps; i++)
    add_random_step (study, rand, i, n_steps, places);
  if (n_steps == 0)
    return study;
  add_random_connectors (study, rand, n_steps);
  drawn_entry (study, asked, step_number (study, 0));
  drawn_entry (study, chased, step_number (study, 0));
  drawn_entry (study, other, step_number (study, n_steps / 2));
  drawn_raises (study, step_number (study, n_steps - 1), chased, 0.35);
  return study;
}
