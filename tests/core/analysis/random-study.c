#include "random-study.h"

#include <math.h>

#include "study/item-build.h"

static gboolean
chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

static gpointer
any (GRand *rand, GPtrArray *items)
{
  return items->pdata[g_rand_int_range (rand, 0, (int) items->len)];
}

static void
add_demands (SmallStudy *self, GRand *rand, const RandomShape *shape)
{
  int n = g_rand_int_range (rand, 1, shape->most_demands + 1);

  for (int i = 0; i < n; i++)
    {
      TlDemandKind kind = (TlDemandKind) g_rand_int_range (rand, TL_DEMAND_UNSURE, TL_DEMAND_FAILURE + 1);
      double frequency = chance (rand, 0.2) ? (double) NAN : g_rand_int_range (rand, 0, 400);

      small_study_demand (self, "demand", kind, frequency);
    }
}

static void
add_steps (SmallStudy *self, GRand *rand, const RandomShape *shape)
{
  int n = g_rand_int_range (rand, 1, shape->most_steps + 1);

  for (int i = 0; i < 2; i++)
    small_study_role (self, g_rand_int_range (rand, 0, 9), chance (rand, 0.8) ? 37.5 : (double) NAN);
  for (int i = 0; i < n; i++)
    {
      TlStepClass class = (TlStepClass) g_rand_int_range (rand, TL_CLASS_NONE, TL_CLASS_WASTE + 1);
      double work = chance (rand, 0.15) ? (double) NAN : g_rand_double_range (rand, 0, 90);
      TlStep *step = small_study_step (self, "step", class, work);

      if (chance (rand, 0.5))
        tl_item_set_number (step, "wait-minutes", g_rand_double_range (rand, 0, 20000));
      if (chance (rand, 0.2))
        tl_item_set_choice (step, "repeats", TL_REPEATS_VALUE);
      if (chance (rand, 0.7))
        tl_item_set_item (step, "role", any (rand, self->study->roles));
    }
}

/* Steps of 5 %: far enough from an endless loop that 1e-9 can be asked for. */
static double
some_share (GRand *rand, gboolean tidy)
{
  return 0.05 * g_rand_int_range (rand, 0, tidy ? 7 : 12);
}

static void
add_connectors (SmallStudy *self, GRand *rand, const RandomShape *shape)
{
  for (guint s = 0; s < self->flow->steps->len; s++)
    {
      TlStep *from = self->flow->steps->pdata[s];
      int n = g_rand_int_range (rand, 0, 4);

      if (shape->tidy)
        n = MIN (n, 3);
      for (int i = 0; i < n; i++)
        {
          gboolean blank = !shape->tidy && chance (rand, 0.35);
          double share = blank ? (double) NAN : some_share (rand, shape->tidy);
          TlStep *to = any (rand, self->flow->steps);
          TlConnector *connector = chance (rand, 0.3) ? small_study_rework (self, from, to, share)
                                                      : small_study_connect (self, from, to, share);

          for (guint d = 0; d < self->study->demands->len; d++)
            if (chance (rand, 0.15))
              small_study_share (connector, self->study->demands->pdata[d], some_share (rand, shape->tidy));
        }
    }
}

static void
add_raises (SmallStudy *self, GRand *rand, const RandomShape *shape)
{
  for (guint s = 0; s < self->flow->steps->len; s++)
    for (int i = 0; i < 2 && chance (rand, 0.3); i++)
      small_study_raise (self, self->flow->steps->pdata[s], any (rand, self->study->demands),
                         g_rand_double_range (rand, 0, shape->tidy ? 0.15 : 0.3));
}

void
small_study_init_random (SmallStudy *self, GRand *rand, const RandomShape *shape)
{
  small_study_init (self);
  add_demands (self, rand, shape);
  add_steps (self, rand, shape);
  add_connectors (self, rand, shape);
  for (guint d = 0; d < self->study->demands->len; d++)
    if (chance (rand, 0.9))
      small_study_enter (self, self->study->demands->pdata[d], any (rand, self->flow->steps));
  add_raises (self, rand, shape);
}
