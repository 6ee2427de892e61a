/* A log written as a table and read again is the same log, whatever was said in it. */
#include <math.h>
#include <string.h>

#include "paint/contact-table.h"
#include "storage/contact-import.h"
#include "study/item-build.h"

static const char *const pieces[] = { "a",  "\"", ",", ";", "\n", "\r\n", "'",         "=", "+1",         "-", "@x",
                                      "\t", " ",  "é", "😀", "|",  "''=",  "Wo bleibt", "“", "12/03/2026", "\\" };

static char *
random_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  gint32 n = g_rand_int_range (random, 0, 7);

  for (gint32 i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static TlStudy *
random_log (guint32 seed)
{
  static const char *const texts[] = { "when", "words", "channel", "place", "thread", "listener" };
  TlStudy *study = tl_study_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 3; i++)
    {
      TlItem *demand = tl_item_new (TL_ITEM_DEMAND);
      g_autofree char *id = tl_study_new_id (study, TL_ITEM_DEMAND), *text = random_text (random);
      g_autofree char *name = g_strdup_printf ("%s %u", text, i);

      tl_item_set_id (demand, id);
      tl_item_set_text (demand, "name", name);
      tl_item_append (study, demand);
    }
  for (guint i = 0; i < 40; i++)
    {
      TlContact *contact = tl_item_new (TL_ITEM_CONTACT);

      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          g_autofree char *text = random_text (random);

          tl_item_set_text (contact, texts[t], text);
        }
      tl_item_set_choice (contact, "kind", g_rand_int_range (random, 0, 4));
      tl_item_set_choice (contact, "second-opinion", g_rand_int_range (random, 0, 4));
      if (g_rand_boolean (random))
        tl_item_set_number (contact, "minutes", g_rand_double (random) * pow (10, g_rand_int_range (random, -6, 9)));
      if (g_rand_boolean (random))
        tl_item_set_item (contact, "demand", study->demands->pdata[g_rand_int_range (random, 0, 3)]);
      tl_item_append (study, contact);
    }
  return study;
}

static void
assert_same (const TlContact *a, const TlContact *b, gboolean with_words)
{
  for (const TlField *field = tl_contact_type.fields; field->name; field++)
    {
      g_auto (TlValue) first = tl_item_get (a, field), second = tl_item_get (b, field);

      if (!with_words && (field->flags & TL_FIELD_CONTENT))
        g_assert_null (second.text);
      else if (!tl_value_equal (&first, &second))
        g_error ("%s differs: “%s”, “%s”", field->name, first.type == TL_FIELD_TEXT ? first.text : "",
                 second.type == TL_FIELD_TEXT ? second.text : "");
    }
}

static void
test_round_trip (gconstpointer flags)
{
  TlContactTableFlags leave_out = (TlContactTableFlags) GPOINTER_TO_UINT (flags);

  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (TlStudy) study = random_log (seed);
      g_autoptr (GBytes) table = tl_contacts_to_csv (study, leave_out);
      g_autoptr (GError) error = NULL;
      TlImportOptions options = { .by_name = TRUE };
      g_autoptr (TlContactBatch) batch = tl_contacts_import (study, table, &options, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (batch->problems->len, ==, 0);
      g_assert_cmpuint (batch->demands->len, ==, 0);
      g_assert_cmpuint (batch->contacts->len, ==, study->contacts->len);
      for (guint i = 0; i < study->contacts->len; i++)
        assert_same (study->contacts->pdata[i], batch->contacts->pdata[i], !leave_out);
    }
}

/* No spreadsheet runs what somebody said. */
static void
test_no_formula (void)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  TlContact *contact = tl_item_new (TL_ITEM_CONTACT);
  g_autoptr (GBytes) table = NULL;
  g_autofree char *text = NULL;

  tl_item_set_text (contact, "words", "=HYPERLINK(1)");
  tl_item_append (study, contact);
  table = tl_contacts_to_csv (study, TL_CONTACT_TABLE_ALL);
  text = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));
  g_assert_nonnull (strstr (text, ",'=HYPERLINK(1),"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/contact-table/round-trip", GUINT_TO_POINTER (TL_CONTACT_TABLE_ALL), test_round_trip);
  g_test_add_data_func ("/contact-table/round-trip-without-words", GUINT_TO_POINTER (TL_CONTACT_TABLE_WITHOUT_WORDS),
                        test_round_trip);
  g_test_add_func ("/contact-table/no-formula", test_no_formula);
  return g_test_run ();
}
