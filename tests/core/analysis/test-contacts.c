/* Agreement, and which contacts are looked at in which order: against what is worked out by hand. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/contact-rows.h"
#include "study/day.h"
#include "study/flow-search.h"
#include "study/item-build.h"

static TlContact *
add (TlStudy *study, const char *when, const char *words, TlContactKind kind)
{
  TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
  g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

  tl_item_set_id (contact, id);
  tl_item_set_text (contact, "when", when);
  tl_item_set_text (contact, "words", words);
  tl_item_set_choice (contact, "kind", (int) kind);
  tl_item_append (study, contact);
  return contact;
}

static TlDemand *
add_demand (TlStudy *study, const char *name, TlDemandKind kind)
{
  TlDemand *demand = tl_item_new (TL_ITEM_DEMAND);
  g_autofree char *id = tl_study_new_id (study, TL_ITEM_DEMAND);

  tl_item_set_id (demand, id);
  tl_item_set_text (demand, "name", name);
  tl_item_set_choice (demand, "kind", (int) kind);
  tl_item_append (study, demand);
  return demand;
}

static void
add_judged (TlStudy *study, TlContactKind first, TlContactKind second, guint n)
{
  for (guint i = 0; i < n; i++)
    tl_item_set_choice (add (study, NULL, "Hello", first), "second-opinion", (int) second);
}

static void
assert_near (double number, double expected)
{
  g_assert_cmpfloat_with_epsilon (number, expected, 1e-12);
}

/* ---- what counts ---- */

static void
test_judged (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  TlContact *contact = add (study, NULL, NULL, TL_CONTACT_AS_DEMAND);

  g_assert_cmpint (tl_contact_judged (contact), ==, TL_CONTACT_AS_DEMAND);
  tl_item_set_item (contact, "demand", add_demand (study, "?", TL_DEMAND_UNSURE));
  g_assert_cmpint (tl_contact_judged (contact), ==, TL_CONTACT_AS_DEMAND);
  tl_item_set_item (contact, "demand", add_demand (study, "?", TL_DEMAND_FAILURE));
  g_assert_cmpint (tl_contact_judged (contact), ==, TL_CONTACT_FAILURE);
  tl_item_set_choice (contact, "kind", TL_CONTACT_VALUE);
  g_assert_cmpint (tl_contact_judged (contact), ==, TL_CONTACT_VALUE);
  tl_item_set_choice (contact, "kind", TL_CONTACT_UNSURE);
  g_assert_cmpint (tl_contact_judged (contact), ==, TL_CONTACT_UNSURE);
}

/* ---- agreement ---- */

/* The example of https://en.wikipedia.org/wiki/Cohen%27s_kappa: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: agree
 * 0.7, by chance 0.5, kappa 0.4. */
static void
test_kappa (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  TlAgreement agreement;

  add_judged (study, TL_CONTACT_VALUE, TL_CONTACT_VALUE, 20);
  add_judged (study, TL_CONTACT_VALUE, TL_CONTACT_FAILURE, 5);
  add_judged (study, TL_CONTACT_FAILURE, TL_CONTACT_VALUE, 10);
  add_judged (study, TL_CONTACT_FAILURE, TL_CONTACT_FAILURE, 15);
  /* Those that one of them has not judged do not count. */
  add_judged (study, TL_CONTACT_AS_DEMAND, TL_CONTACT_FAILURE, 7);
  add_judged (study, TL_CONTACT_FAILURE, TL_CONTACT_AS_DEMAND, 9);
  tl_agreement_compute (study, &agreement);
  g_assert_cmpuint (agreement.n, ==, 50);
  g_assert_cmpuint (agreement.agreed, ==, 35);
  g_assert_cmpuint (agreement.table[TL_CONTACT_FAILURE][TL_CONTACT_VALUE], ==, 10);
  assert_near (agreement.share, 0.7);
  assert_near (agreement.by_chance, 0.5);
  assert_near (agreement.kappa, 0.4);
}

/* Three answers, by hand: 4 4 2 in the diagonal of 13, rows 5 5 3, columns 5 6 2: po 10/13, pe (25+30+6)/169. */
static void
test_kappa_of_three (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  TlAgreement agreement;

  add_judged (study, TL_CONTACT_VALUE, TL_CONTACT_VALUE, 4);
  add_judged (study, TL_CONTACT_VALUE, TL_CONTACT_FAILURE, 1);
  add_judged (study, TL_CONTACT_FAILURE, TL_CONTACT_FAILURE, 4);
  add_judged (study, TL_CONTACT_FAILURE, TL_CONTACT_VALUE, 1);
  add_judged (study, TL_CONTACT_UNSURE, TL_CONTACT_UNSURE, 2);
  add_judged (study, TL_CONTACT_UNSURE, TL_CONTACT_FAILURE, 1);
  tl_agreement_compute (study, &agreement);
  assert_near (agreement.kappa, (10.0 / 13 - 61.0 / 169) / (1 - 61.0 / 169));
}

static void
test_kappa_without_number (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  TlAgreement agreement;
  g_autofree char *none = NULL, *same = NULL;

  tl_agreement_compute (study, &agreement);
  none = tl_agreement_describe (&agreement);
  g_assert_true (isnan (agreement.share) && isnan (agreement.kappa));
  g_assert_cmpstr (none, ==, "Nobody has given a second opinion yet.");
  add_judged (study, TL_CONTACT_FAILURE, TL_CONTACT_FAILURE, 6);
  tl_agreement_compute (study, &agreement);
  same = tl_agreement_describe (&agreement);
  assert_near (agreement.share, 1);
  g_assert_true (isnan (agreement.kappa));
  g_assert_nonnull (strstr (same, "agree on 6 of 6 contacts (100 %)"));
  g_assert_nonnull (strstr (same, "no kappa"));
}

static void
test_sample (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GPtrArray) one = NULL, again = NULL, other = NULL, all = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean differs = FALSE;

  for (guint i = 0; i < 200; i++)
    add (study, NULL, i % 4 == 0 ? NULL : "Hello", i % 4 == 1 ? TL_CONTACT_AS_DEMAND : TL_CONTACT_VALUE);
  one = tl_contacts_sample (study, 20, 7);
  again = tl_contacts_sample (study, 20, 7);
  other = tl_contacts_sample (study, 20, 8);
  all = tl_contacts_sample (study, 1000, 7);
  g_assert_cmpuint (one->len, ==, 20);
  g_assert_cmpuint (all->len, ==, 100);
  for (guint i = 0; i < 20; i++)
    {
      g_assert_true (one->pdata[i] == again->pdata[i]);
      g_assert_true (g_hash_table_add (seen, one->pdata[i]));
      g_assert_nonnull (((TlContact *) one->pdata[i])->words);
      differs |= one->pdata[i] != other->pdata[i];
    }
  g_assert_true (differs);
}

/* ---- what is looked at ---- */

static TlStudy *
make_log (guint n, guint32 seed)
{
  static const char *const words[] = { "Boiler kaputt",
                                       "wo bleibt der Rückruf",
                                       "Wo ist MEIN Rückruf?",
                                       "boiler",
                                       "",
                                       "Ärger",
                                       "zebra",
                                       "a much longer text that goes on and on 1",
                                       "a much longer text that goes on and on 2" };
  static const char *const channels[] = { "phone", "mail", "", "Phone" };
  TlStudy *study = tl_study_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  TlDemand *demands[]
      = { add_demand (study, "Repairs", TL_DEMAND_VALUE), add_demand (study, "Chasing", TL_DEMAND_FAILURE), NULL };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *when = g_strdup_printf ("20%02d-%02d-%02dT%02d:00", g_rand_int_range (random, 20, 30),
                                               g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29),
                                               g_rand_int_range (random, 0, 24));
      TlContact *contact = add (study, g_rand_int_range (random, 0, 9) ? when : NULL,
                                words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                                (TlContactKind) g_rand_int_range (random, 0, 4));

      tl_item_set_item (contact, "demand", demands[g_rand_int_range (random, 0, 3)]);
      tl_item_set_text (contact, "channel", channels[g_rand_int_range (random, 0, 4)]);
      tl_item_set_number (contact, "minutes", i % 7 ? g_rand_int_range (random, 0, 30) : (double) NAN);
    }
  return study;
}

static TlContact *
contact_at (TlStudy *study, const TlContactRows *rows, guint i)
{
  return study->contacts->pdata[rows->positions[i]];
}

static void
test_filter_words (void)
{
  g_autoptr (TlStudy) study = make_log (500, 3);
  TlContactFilter filter = { .text = (char *) "RUCKRUF wo" };
  g_autoptr (TlContactRows) rows = tl_contact_rows_new (study, &filter, NULL);
  guint expected = 0, judged = 0;

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];

      expected += contact->words && strstr (contact->words, "Rückruf") ? 1 : 0;
    }
  g_assert_cmpuint (expected, >, 10);
  g_assert_cmpuint (rows->n, ==, expected);
  for (guint kind = 0; kind < G_N_ELEMENTS (rows->judged); kind++)
    judged += rows->judged[kind];
  g_assert_cmpuint (judged, ==, rows->n);
}

/* All at once, against a look at each contact. */
static void
test_filter_rest (void)
{
  g_autoptr (TlStudy) study = make_log (800, 4);
  TlContactFilter filter = { .judged = TL_JUDGED_FAILURE, .channel = (char *) "phone" };
  g_autoptr (TlContactRows) rows = NULL;
  guint next = 0;

  filter.demand = study->demands->pdata[1];
  filter.from = tl_day_read ("2022-01-01");
  filter.to = tl_day_read ("2025-06-30");
  rows = tl_contact_rows_new (study, &filter, NULL);
  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];
      gboolean wanted = contact->demand == filter.demand
                        && (contact->kind == TL_CONTACT_FAILURE || contact->kind == TL_CONTACT_AS_DEMAND)
                        && g_strcmp0 (contact->channel, "phone") == 0 && contact->when
                        && strncmp (contact->when, "2022-01-01", 10) >= 0
                        && strncmp (contact->when, "2025-06-30", 10) <= 0;

      if (wanted)
        g_assert_cmpuint (rows->positions[next++], ==, i);
    }
  g_assert_cmpuint (next, >, 3);
  g_assert_cmpuint (rows->n, ==, next);
}

/* Less than nothing stands for what is absent, which comes last. */
static int
compare_texts (const char *a, const char *b)
{
  g_autofree char *first = a ? tl_text_fold (a) : NULL, *second = b ? tl_text_fold (b) : NULL;

  if (!a || !b)
    return (a == NULL) - (b == NULL);
  return strcmp (first, second);
}

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return (isnan (a) ? 1 : 0) - (isnan (b) ? 1 : 0);
  return (a > b) - (a < b);
}

static int
compare (const TlContact *a, const TlContact *b, const char *field)
{
  if (g_str_equal (field, "minutes"))
    return compare_numbers (a->minutes, b->minutes);
  if (g_str_equal (field, "demand"))
    return compare_texts (a->demand ? a->demand->name : NULL, b->demand ? b->demand->name : NULL);
  if (g_str_equal (field, "when"))
    return compare_texts (a->when, b->when);
  return compare_texts (g_str_equal (field, "words") ? a->words : a->channel,
                        g_str_equal (field, "words") ? b->words : b->channel);
}

static gboolean
is_absent (const TlContact *contact, const char *field)
{
  g_auto (TlValue) value = tl_item_get (contact, tl_item_field (TL_ITEM_CONTACT, field));

  return value.type == TL_FIELD_NUMBER ? isnan (value.number)
         : value.type == TL_FIELD_ITEM ? value.item == NULL
                                       : value.text == NULL;
}

static void
test_order (gconstpointer field)
{
  for (guint n = 0; n < 3000; n = n * 3 + 20)
    for (int descending = 0; descending < 2; descending++)
      {
        g_autoptr (TlStudy) study = make_log (n, n);
        g_autoptr (TlContactRows) rows = tl_contact_rows_new (study, &(TlContactFilter){ 0 }, NULL);
        g_autofree guint8 *seen = g_new0 (guint8, n + 1);

        g_assert_true (tl_contact_rows_sort (rows, study, tl_item_field (TL_ITEM_CONTACT, field), descending, NULL));
        g_assert_cmpuint (rows->n, ==, n);
        for (guint i = 0; i < n; i++)
          g_assert_cmpuint (seen[rows->positions[i]]++, ==, 0);
        for (guint i = 1; i < n; i++)
          {
            const TlContact *before = contact_at (study, rows, i - 1), *after = contact_at (study, rows, i);
            int order = compare (before, after, field);

            if (order == 0)
              continue;
            /* What is absent is last either way. */
            g_assert_true (descending && !is_absent (after, field) ? order > 0 : order < 0);
          }
      }
}

static void
test_order_keeps (void)
{
  g_autoptr (TlStudy) study = make_log (1000, 5);
  g_autoptr (TlContactRows) rows = tl_contact_rows_new (study, &(TlContactFilter){ 0 }, NULL);

  tl_contact_rows_sort (rows, study, tl_item_field (TL_ITEM_CONTACT, "words"), FALSE, NULL);
  for (guint i = 1; i < rows->n; i++)
    if (g_strcmp0 (contact_at (study, rows, i - 1)->words, contact_at (study, rows, i)->words) == 0)
      g_assert_cmpuint (rows->positions[i - 1], <, rows->positions[i]);
}

static void
test_cancelled (void)
{
  g_autoptr (TlStudy) study = make_log (100, 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_contact_rows_new (study, &(TlContactFilter){ 0 }, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/contacts/judged", test_judged);
  g_test_add_func ("/contacts/kappa", test_kappa);
  g_test_add_func ("/contacts/kappa-of-three", test_kappa_of_three);
  g_test_add_func ("/contacts/kappa-without-number", test_kappa_without_number);
  g_test_add_func ("/contacts/sample", test_sample);
  g_test_add_func ("/contacts/filter-words", test_filter_words);
  g_test_add_func ("/contacts/filter-rest", test_filter_rest);
  g_test_add_data_func ("/contacts/order-when", "when", test_order);
  g_test_add_data_func ("/contacts/order-words", "words", test_order);
  g_test_add_data_func ("/contacts/order-demand", "demand", test_order);
  g_test_add_data_func ("/contacts/order-minutes", "minutes", test_order);
  g_test_add_data_func ("/contacts/order-channel", "channel", test_order);
  g_test_add_func ("/contacts/order-keeps", test_order_keeps);
  g_test_add_func ("/contacts/cancelled", test_cancelled);
  return g_test_run ();
}
