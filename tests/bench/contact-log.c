#include "contact-log.h"

#include "study/contact.h"
#include "study/item-build.h"

#define N_DEMANDS 24
#define N_PLACES 60
/* About every third contact belongs to a need, of three contacts each. */
#define A_NEED 9

static const char *const vocabulary[] = {
  "where",   "is",   "my",     "repair", "the",  "boiler",   "nobody",  "came",   "again",   "please",
  "tell",    "me",   "when",   "I",      "was",  "told",     "Tuesday", "leak",   "kitchen", "still",
  "waiting", "form", "letter", "rent",   "my",   "mother’s", "flat",    "window", "broken",  "since",
  "last",    "week", "can",    "you",    "send", "somebody", "payment", "wrong",
};

static char *
make_words (GRand *random)
{
  GString *words = g_string_new (NULL);
  gint32 n = g_rand_int_range (random, 5, 15);

  for (gint32 i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, vocabulary[g_rand_int_range (random, 0, G_N_ELEMENTS (vocabulary))]);
    }
  return g_string_free (words, FALSE);
}

static char *
make_when (GRand *random)
{
  return g_strdup_printf ("2025-%02d-%02dT%02d:%02d", g_rand_int_range (random, 1, 13),
                          g_rand_int_range (random, 1, 29), g_rand_int_range (random, 8, 18),
                          g_rand_int_range (random, 0, 60));
}

static void
add_demands (TlStudy *study)
{
  for (guint i = 0; i < N_DEMANDS; i++)
    {
      TlDemand *demand = tl_item_new (TL_ITEM_DEMAND);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_DEMAND);
      g_autofree char *name = g_strdup_printf ("“%s %s” %u", vocabulary[i], vocabulary[i + 7], i);

      tl_item_set_id (demand, id);
      tl_item_set_text (demand, "name", name);
      tl_item_set_choice (demand, "kind", (int) (i % 3));
      tl_item_append (study, demand);
    }
}

static void
fill (TlContact *contact, TlStudy *study, guint number, GRand *random)
{
  static const char *const channels[] = { "phone", "e-mail", "counter", "letter" };
  g_autofree char *when = make_when (random), *words = make_words (random);
  g_autofree char *place = g_strdup_printf ("Office %d", g_rand_int_range (random, 0, N_PLACES));

  tl_item_set_text (contact, "when", when);
  tl_item_set_text (contact, "words", words);
  tl_item_set_text (contact, "channel", channels[g_rand_int_range (random, 0, G_N_ELEMENTS (channels))]);
  tl_item_set_text (contact, "place", place);
  tl_item_set_number (contact, "minutes", g_rand_int_range (random, 1, 40));
  if (g_rand_int_range (random, 0, 10) > 0)
    tl_item_set_item (contact, "demand", study->demands->pdata[g_rand_int_range (random, 0, N_DEMANDS)]);
  if (g_rand_int_range (random, 0, 10) == 0)
    tl_item_set_choice (contact, "kind", g_rand_int_range (random, 1, 4));
  if (number % A_NEED < 3)
    {
      g_autofree char *thread = g_strdup_printf ("case %u", number / A_NEED);

      tl_item_set_text (contact, "thread", thread);
    }
}

TlStudy *
contact_log_make (guint n_contacts, guint32 seed)
{
  TlStudy *study = tl_study_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  add_demands (study);
  for (guint i = 0; i < n_contacts; i++)
    {
      TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_CONTACT);

      tl_item_set_id (contact, id);
      fill (contact, study, i, random);
      tl_item_append (study, contact);
    }
  return study;
}
