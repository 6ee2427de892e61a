/* Numbers of the log that are kept while contacts change are those of a log counted anew, whatever was done, undone
 * and done again. The other count is made here, contact by contact. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/demand-mix.h"
#include "analysis/demand-rate.h"
#include "analysis/demand-times.h"
#include "analysis/evidence.h"
#include "small-study.h"
#include "study/contact-edits.h"
#include "study/day.h"
#include "study/deletion.h"
#include "study/item-build.h"

#define N_TURNS 1500

typedef struct
{
  SmallStudy small;
  TlStudy *study;
  TlHistory *history;
} Log;

static int
below (int n)
{
  return g_test_rand_int_range (0, n);
}

static gpointer
any_of (GPtrArray *items)
{
  return items->len > 0 ? items->pdata[below ((int) items->len)] : NULL;
}

static TlContact *
new_contact (Log *log)
{
  TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
  g_autofree char *id = tl_study_new_id (log->study, TL_ITEM_CONTACT);

  tl_item_set_id (contact, id);
  return contact;
}

static char *
any_moment (void)
{
  static const char *const others[] = { NULL, "some day", "2026-02-30", "2026-01-07", "2026-01-07T" };

  if (below (5) == 0)
    return g_strdup (others[below (G_N_ELEMENTS (others))]);
  return g_strdup_printf ("2026-%02d-%02dT%02d:30", 1 + below (3), 1 + below (28), below (26));
}

static GPtrArray *
some_contacts (Log *log)
{
  GPtrArray *some = g_ptr_array_new ();
  guint step = 1 + (guint) below (5);

  for (guint i = (guint) below (3); i < log->study->contacts->len; i += step)
    g_ptr_array_add (some, log->study->contacts->pdata[i]);
  return some;
}

/* ---- what is done ---- */

static void
add_one (Log *log)
{
  g_autoptr (TlItem) contact = (TlItem *) new_contact (log);
  g_autofree char *when = any_moment ();

  tl_item_set_text (contact, "when", when);
  tl_history_apply (log->history,
                    tl_edit_new_insert (log->study, contact, (guint) below ((int) log->study->contacts->len + 1)));
}

static void
add_many (Log *log)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (tl_item_unref);

  for (int n = 1 + below (20); n > 0; n--)
    {
      TlContact *contact = new_contact (log);
      g_autofree char *when = any_moment ();

      tl_item_set_text (contact, "when", when);
      tl_item_set_number (contact, "minutes", below (60) / 4.);
      tl_item_set_item (contact, "demand", any_of (log->study->demands));
      g_ptr_array_add (many, contact);
    }
  tl_history_apply (log->history, tl_edit_new_append_all (log->study, many));
}

static void
change_one (Log *log)
{
  TlContact *contact = any_of (log->study->contacts);
  g_autofree char *when = any_moment ();

  if (!contact)
    return;
  tl_history_apply (log->history, tl_edit_new_set_text (contact, "when", when));
  if (below (2))
    tl_history_apply (log->history,
                      tl_edit_new_set_number (contact, "minutes", below (3) ? below (90) / 8. : (double) NAN));
  if (below (2))
    tl_history_apply (log->history, tl_edit_new_set_choice (contact, "kind", below (4)));
  if (below (2))
    tl_history_apply (log->history,
                      tl_edit_new_set_item (contact, "demand", below (3) ? any_of (log->study->demands) : NULL));
  tl_history_apply (log->history, tl_edit_new_set_text (contact, "words", "anything"));
}

static void
judge_demand (Log *log)
{
  TlDemand *demand = any_of (log->study->demands);

  if (demand)
    tl_history_apply (log->history, tl_edit_new_set_choice (demand, "kind", below (3)));
}

static void
change_many (Log *log)
{
  g_autoptr (GPtrArray) some = some_contacts (log);

  if (some->len == 0)
    return;
  if (below (2))
    tl_contacts_judge (log->history, some, (TlContactKind) below (4));
  else
    tl_contacts_retype (log->history, some, any_of (log->study->demands));
}

static void
delete_some (Log *log)
{
  g_autoptr (GPtrArray) some = below (2) ? some_contacts (log) : g_ptr_array_new ();

  if (below (6) == 0 && log->study->demands->len > 2)
    g_ptr_array_add (some, any_of (log->study->demands));
  else if (some->len == 0 && log->study->contacts->len > 0)
    g_ptr_array_add (some, any_of (log->study->contacts));
  if (some->len > 0)
    tl_items_delete (log->history, some);
}

static void
do_something (Log *log)
{
  static void (*const deeds[]) (Log *)
      = { add_one, add_many, change_one, change_one, judge_demand, change_many, delete_some };

  tl_history_begin (log->history, "Do something", NULL);
  for (int n = 1 + below (3); n > 0; n--)
    deeds[below (G_N_ELEMENTS (deeds))](log);
  if (below (5) == 0)
    tl_history_cancel (log->history);
  else
    tl_history_end (log->history);
}

static void
take_a_turn (Log *log)
{
  if (below (3) == 0)
    for (int n = below (6); n > 0; n--)
      tl_history_undo (log->history);
  else if (below (4) == 0)
    for (int n = below (6); n > 0; n--)
      tl_history_redo (log->history);
  else
    do_something (log);
}

/* ---- the other count ---- */

static guint32
day_of (const TlContact *contact)
{
  g_autofree char *day = contact->when && strlen (contact->when) >= 10 ? g_strndup (contact->when, 10) : NULL;
  GDate date;
  int year, month, number;

  if (!day || sscanf (day, "%4d-%2d-%2d", &year, &month, &number) != 3
      || !g_date_valid_dmy ((GDateDay) number, month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static double
rate_of (const TlStudy *study, const TlDemand *demand)
{
  guint32 first = G_MAXUINT32, last = 0;
  double n = 0;

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];
      guint32 day = day_of (contact);

      n += contact->demand == demand ? 1 : 0;
      first = day ? MIN (first, day) : first;
      last = MAX (last, day);
    }
  return last > 0 ? n * 7 / (last - first + 1) : 0;
}

static void
check_rates (Log *log)
{
  g_autofree double *rates = tl_demand_rates (log->study);

  for (guint i = 0; i < log->study->demands->len; i++)
    assert_same (rates[i], rate_of (log->study, log->study->demands->pdata[i]));
}

static void
check_mix (Log *log)
{
  g_autoptr (TlDemandMix) mix = tl_demand_mix_new (log->study, NULL);
  double minutes[4] = { 0 };
  guint n[4] = { 0 };

  for (guint i = 0; i < log->study->contacts->len; i++)
    {
      const TlContact *contact = log->study->contacts->pdata[i];

      n[tl_contact_judged (contact)]++;
      minutes[tl_contact_judged (contact)] += isnan (contact->minutes) ? 0 : contact->minutes;
    }
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    {
      assert_same (mix->contacts[i], n[i]);
      assert_same (mix->hours[i], minutes[i] / 60);
    }
}

static void
check_times (Log *log)
{
  g_autoptr (TlDemandTimes) times = tl_demand_times_new (log->study, TL_PERIOD_DAY);
  guint weekdays[TL_DAYS_A_WEEK] = { 0 }, hours[TL_HOURS_A_DAY] = { 0 }, n_days = 0;

  for (guint i = 0; i < log->study->contacts->len; i++)
    {
      const TlContact *contact = log->study->contacts->pdata[i];
      guint32 day = day_of (contact);
      int hour;

      if (!day)
        continue;
      n_days++;
      weekdays[(day - 1) % 7]++;
      if (sscanf (contact->when + 10, "T%2d:", &hour) == 1 && hour < 24)
        hours[hour]++;
    }
  g_assert_cmpuint (times->n_days, ==, n_days);
  for (guint i = 0; i < TL_DAYS_A_WEEK; i++)
    g_assert_cmpuint (times->weekdays[i].n, ==, weekdays[i]);
  for (guint i = 0; i < TL_HOURS_A_DAY; i++)
    g_assert_cmpuint (times->hours[i].n, ==, hours[i]);
}

static void
check_evidence (Log *log)
{
  TlEvidence evidence = tl_evidence_count (log->study);
  guint unjudged = 0;

  for (guint i = 0; i < log->study->contacts->len; i++)
    unjudged += tl_contact_judged (log->study->contacts->pdata[i]) == TL_CONTACT_AS_DEMAND;
  g_assert_cmpuint (evidence.unjudged, ==, unjudged);
}

static void
test_kept_while_changing (void)
{
  Log log = { 0 };

  small_study_init (&log.small);
  log.study = log.small.study;
  for (guint i = 0; i < 6; i++)
    small_study_demand (&log.small, "A type", (TlDemandKind) (i % 3), (double) NAN);
  log.history = tl_history_new (log.study);
  for (int turn = 0; turn < N_TURNS; turn++)
    {
      take_a_turn (&log);
      check_rates (&log);
      if (log.study->contacts->len > 0)
        check_mix (&log);
      check_times (&log);
      check_evidence (&log);
    }
  g_object_unref (log.history);
  small_study_clear (&log.small);
}

/* Where a large part of a long log changes at once, all is counted anew instead. */
static void
test_large_part (void)
{
  Log log = { 0 };
  g_autoptr (GPtrArray) most = g_ptr_array_new ();

  small_study_init (&log.small);
  log.study = log.small.study;
  small_study_demand (&log.small, "A type", TL_DEMAND_VALUE, (double) NAN);
  for (guint i = 0; i < 6000; i++)
    small_study_contact (&log.small, log.study->demands->pdata[0], "2026-03-01T09:30");
  log.history = tl_history_new (log.study);
  check_mix (&log);
  for (guint i = 0; i < 5000; i++)
    g_ptr_array_add (most, log.study->contacts->pdata[i]);
  tl_contacts_judge (log.history, most, TL_CONTACT_FAILURE);
  check_mix (&log);
  tl_items_delete (log.history, most);
  check_mix (&log);
  while (tl_history_undo (log.history))
    check_mix (&log);
  while (tl_history_redo (log.history))
    check_mix (&log);
  g_object_unref (log.history);
  small_study_clear (&log.small);
}

/* All days of four thousand years, and those that there are not, as GLib has them. */
static void
test_days (void)
{
  for (guint year = 0; year <= 4000; year++)
    for (guint month = 0; month <= 13; month++)
      for (guint day = 0; day <= 32; day++)
        {
          char text[16];
          guint32 expected = 0;
          GDate date;

          g_snprintf (text, sizeof text, "%04u-%02u-%02u", year, month, day);
          if (g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
            {
              g_date_clear (&date, 1);
              g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
              expected = g_date_get_julian (&date);
            }
          g_assert_cmpuint (tl_day_read (text), ==, expected);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/log-counts/days", test_days);
  g_test_add_func ("/log-counts/kept-while-changing", test_kept_while_changing);
  g_test_add_func ("/log-counts/large-part", test_large_part);
  return g_test_run ();
}
