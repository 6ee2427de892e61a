/* How often customers ask, typed or counted. */
#include <math.h>

#include "analysis/demand-rate.h"
#include "small-study.h"
#include "study/item-build.h"

typedef struct
{
  SmallStudy small;
  TlDemand *counted;
  TlDemand *typed;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  small_study_init (&self->small);
  self->counted = small_study_demand (&self->small, "counted", TL_DEMAND_VALUE, NAN);
  self->typed = small_study_demand (&self->small, "typed", TL_DEMAND_VALUE, 12);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  small_study_clear (&self->small);
}

static double
rate (Fixture *self, TlDemand *demand)
{
  return tl_demand_rate (self->small.study, demand);
}

static void
test_typed (Fixture *self, gconstpointer data)
{
  small_study_contact (&self->small, self->typed, "2026-03-01");
  small_study_contact (&self->small, self->typed, "2026-03-02");
  g_assert_cmpfloat (rate (self, self->typed), ==, 12);
}

static void
test_no_contacts (Fixture *self, gconstpointer data)
{
  g_assert_cmpfloat (rate (self, self->counted), ==, 0);
  g_assert_cmpint (tl_study_days_listened (self->small.study), ==, 0);
}

/* Ten days from the first contact of any kind to the last, both included, whatever their order. */
static void
test_counted_between_contacts (Fixture *self, gconstpointer data)
{
  small_study_contact (&self->small, self->counted, "2026-03-10T17:59");
  small_study_contact (&self->small, self->counted, "2026-03-03");
  small_study_contact (&self->small, self->typed, "2026-03-01T09:00:00Z");
  small_study_contact (&self->small, NULL, "2026-03-05");
  g_assert_cmpint (tl_study_days_listened (self->small.study), ==, 10);
  assert_same (rate (self, self->counted), 2 * 7. / 10);
}

static void
test_one_day (Fixture *self, gconstpointer data)
{
  small_study_contact (&self->small, self->counted, "2026-03-10");
  assert_same (rate (self, self->counted), 7);
}

static void
test_declared_span (Fixture *self, gconstpointer data)
{
  tl_item_set_text (self->small.study, "listened-from", "2026-02-01");
  tl_item_set_text (self->small.study, "listened-to", "2026-02-28");
  small_study_contact (&self->small, self->counted, "2026-02-01");
  small_study_contact (&self->small, self->counted, "2026-02-28T23:59");
  small_study_contact (&self->small, self->counted, NULL);
  small_study_contact (&self->small, self->counted, "2026-03-01");
  small_study_contact (&self->small, self->counted, "2026-01-31");
  g_assert_cmpint (tl_study_days_listened (self->small.study), ==, 28);
  assert_same (rate (self, self->counted), 3 * 7. / 28);
}

static void
test_half_declared (Fixture *self, gconstpointer data)
{
  tl_item_set_text (self->small.study, "listened-from", "2026-03-01");
  small_study_contact (&self->small, self->counted, "2026-03-14");
  g_assert_cmpint (tl_study_days_listened (self->small.study), ==, 14);
  assert_same (rate (self, self->counted), 7. / 14);
}

static void
test_periods (Fixture *self, gconstpointer data)
{
  static const double days[]
      = { [TL_PERIOD_WEEK] = 7, [TL_PERIOD_DAY] = 1, [TL_PERIOD_MONTH] = 365.25 / 12, [TL_PERIOD_YEAR] = 365.25 };

  small_study_contact (&self->small, self->counted, "2026-03-01");
  small_study_contact (&self->small, self->counted, "2026-03-02");
  for (guint period = 0; period < G_N_ELEMENTS (days); period++)
    {
      tl_item_set_choice (self->small.study, "period", (int) period);
      assert_same (rate (self, self->counted), days[period]);
    }
}

/* Days that no calendar has say nothing about the span, and break nothing. */
static void
test_strange_days (Fixture *self, gconstpointer data)
{
  static const char *const days[] = { "2026-02-30", "yesterday", "2026", "2026-3-1", "2026-", "" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    small_study_contact (&self->small, self->counted, days[i][0] != '\0' ? days[i] : NULL);
  g_assert_cmpint (tl_study_days_listened (self->small.study), ==, 0);
  g_assert_cmpfloat (rate (self, self->counted), ==, 0);

  tl_item_set_text (self->small.study, "listened-from", "2026-03-02");
  tl_item_set_text (self->small.study, "listened-to", "2026-03-01");
  g_assert_cmpfloat (rate (self, self->counted), ==, 0);
}

#define ADD(path, test) g_test_add ("/analysis/demand-rate/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("typed", test_typed);
  ADD ("no-contacts", test_no_contacts);
  ADD ("counted-between-contacts", test_counted_between_contacts);
  ADD ("one-day", test_one_day);
  ADD ("declared-span", test_declared_span);
  ADD ("half-declared", test_half_declared);
  ADD ("periods", test_periods);
  ADD ("strange-days", test_strange_days);
  return g_test_run ();
}
