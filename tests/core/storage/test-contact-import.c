/* test-contact-import.c: contacts out of tables as other programs write them. */
#include <string.h>

#include "storage/contact-import.h"
#include "storage/csv-reader.h"
#include "storage/csv-text.h"

/* Rows as "line:field|field;", unreadable ones as "line!". */
static char *
read_all (const char *table, char delimiter)
{
  g_autofree char *text = g_strdup (table);
  g_autoptr (TlCsvReader) reader = tl_csv_reader_new (text, strlen (text), delimiter);
  GString *said = g_string_new (NULL);

  while (tl_csv_reader_next (reader))
    {
      g_string_append_printf (said, "%u%c", reader->line, reader->problem ? '!' : ':');
      for (guint i = 0; !reader->problem && i < reader->fields->len; i++)
        g_string_append_printf (said, "%s%s", i > 0 ? "|" : "", (const char *) g_ptr_array_index (reader->fields, i));
      g_string_append_c (said, ';');
    }
  return g_string_free (said, FALSE);
}

static void
check_rows (const char *table, char delimiter, const char *expected)
{
  g_autofree char *said = read_all (table, delimiter);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_rows (void)
{
  check_rows ("", ',', "");
  check_rows ("a,b\n1,2\n", ',', "1:a|b;2:1|2;");
  check_rows ("a,b\r\n1,2\r\n", ',', "1:a|b;2:1|2;");
  check_rows ("a,b\r1,2", ',', "1:a|b;2:1|2;");
  check_rows ("a\n\n\nb", ',', "1:a;4:b;");
  check_rows ("a,,\n,,\n", ',', "1:a||;2:||;");
  check_rows ("a;b,c\n", ';', "1:a|b,c;");
}

static void
test_quotes (void)
{
  check_rows ("\"a,b\",c\n", ',', "1:a,b|c;");
  check_rows ("\"say \"\"no\"\"\"\n2", ',', "1:say \"no\";2:2;");
  check_rows ("\"two\nlines\",x\nnext\n", ',', "1:two\nlines|x;3:next;");
  check_rows ("\"\",\"\"\n", ',', "1:|;");
  check_rows ("it is 5\" wide,x\n", ',', "1:it is 5\" wide|x;");
}

/* What can't be read is told with its line, and reading goes on after it. */
static void
test_broken_rows (void)
{
  check_rows ("a\n\"b\"c\nd\n", ',', "1:a;2!;3:d;");
  check_rows ("a\n\"never closed\nd\n", ',', "1:a;2!;3:d;");
}

static void
check_text (const char *bytes, gsize length, const char *encoding, const char *text, const char *found)
{
  g_autoptr (GBytes) given = g_bytes_new_static (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCsvText) read = tl_csv_text_new (given, encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (read->text, read->length, text, strlen (text));
  g_assert_cmpstr (read->encoding, ==, found);
}

static void
test_encodings (void)
{
  g_autoptr (GBytes) bad = g_bytes_new_static ("\x81", 1);
  g_autoptr (GError) error = NULL;

  check_text ("Gr\xc3\xb6\xc3\x9f"
              "e",
              7, NULL, "Größe", "UTF-8");
  check_text ("\xef\xbb\xbfMax", 6, NULL, "Max", "UTF-8");
  check_text ("Gr\xf6\xdf"
              "e \x80",
              7, NULL, "Größe €", "WINDOWS-1252");
  check_text ("\xff\xfe"
              "a\0;\0\xf6\0",
              8, NULL, "a;ö", "UTF-16LE");
  check_text ("a\0,\0b\0\n\0", 8, NULL, "a,b\n", "UTF-16LE");
  check_text ("\0a\0,\0b\0\n", 8, NULL, "a,b\n", "UTF-16BE");
  check_text ("\xa4", 1, "ISO-8859-15", "€", "ISO-8859-15");
  check_text ("", 0, NULL, "", "UTF-8");
  check_text ("a\x01"
              "b",
              3, NULL, "a b", "UTF-8");
  g_assert_null (tl_csv_text_new (bad, NULL, &error));
  g_assert_error (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_INVALID);
}

/* Texts are looked at in pieces of eight bytes: what does not belong is found wherever in one it stands. */
static void
test_unclean_anywhere (void)
{
  static const struct
  {
    const char *bytes;
    const char *encoding;
    const char *becomes;
  } cases[] = {
    { "\x1f", "UTF-8", " " },           { "\t", "UTF-8", "\t" },         { "\xc3\xb6", "UTF-8", "ö" },
    { "\xef\xbf\xbf", "UTF-8", "   " }, { "\xf6", "WINDOWS-1252", "ö" }, { "\xef\xbf\xbd", "UTF-8", "\xef\xbf\xbd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int before = 0; before < 20; before++)
      for (int behind = 0; behind < 20; behind++)
        {
          g_autofree char *given = g_strdup_printf ("%*s%s%*s", before, "", cases[i].bytes, behind, "");
          g_autofree char *text = g_strdup_printf ("%*s%s%*s", before, "", cases[i].becomes, behind, "");

          check_text (given, strlen (given), NULL, text, cases[i].encoding);
        }
}

/* Fields of all lengths, some with what must stand in quotes, come back as they were written. */
static void
test_random_rows (void)
{
  static const char *const pieces[] = { "a", "bc", "def", "ö", "“", " ", ";", "\"", "\n", "\r\n", "a longer piece" };
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TlCsvReader) reader = NULL;
  guint next = 0;

  for (guint row = 0; row < 300; row++)
    for (guint column = 0; column < 50; column++)
      {
        g_autoptr (GString) field = g_string_new (column == 0 ? "x" : "");
        g_auto (GStrv) parts = NULL;
        g_autofree char *doubled = NULL;

        for (gint32 n = g_test_rand_int_range (0, 12); n > 0; n--)
          g_string_append (field, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
        parts = g_strsplit (field->str, "\"", -1);
        doubled = g_strjoinv ("\"\"", parts);
        g_string_append_printf (table, strpbrk (field->str, ";\"\r\n") ? "\"%s\"%s" : "%s%s", doubled,
                                column < 49 ? ";" : "\n");
        g_ptr_array_add (fields, g_strdup (field->str));
      }
  reader = tl_csv_reader_new (table->str, table->len, ';');
  while (tl_csv_reader_next (reader))
    {
      g_assert_null (reader->problem);
      g_assert_cmpuint (reader->fields->len, ==, 50);
      for (guint i = 0; i < 50; i++, next++)
        g_assert_cmpmem (reader->fields->pdata[i], reader->lengths[i], fields->pdata[next],
                         strlen (fields->pdata[next]));
    }
  g_assert_cmpuint (next, ==, fields->len);
}

/* A date that is taken as it stands is the one that would be written, and every such is taken. */
static void
test_written_dates (void)
{
  static const char *const dates[]
      = { "2026-03-01",          "2026-03-01T09:30", "2026-03-01T09:30:15", "2026-02-30",       "2026-3-1",
          "2026-03-01 09:30",    "0000-01-01",       "2026-13-01",          "2026-03-01T24:00", "2026-03-01T09:3x",
          "2026-03-01T09:30:61", "2026/03/01",       "01.03.2026",          "2026-03-01T09:60", "" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *read = tl_date_read (dates[i], TL_DATES_DAY_FIRST);

      g_assert_cmpint (tl_date_is_written (dates[i], strlen (dates[i])), ==, g_strcmp0 (read, dates[i]) == 0);
    }
}

static void
check_delimiter (const char *table, char expected)
{
  TlCsvText text = { (char *) table, strlen (table), NULL };

  g_assert_cmpint (tl_csv_text_guess_delimiter (&text), ==, expected);
}

static void
test_delimiters (void)
{
  check_delimiter ("a,b\n1,2\n", ',');
  check_delimiter ("a;b\n1,5;2,5\n", ';');
  check_delimiter ("a\tb, c\n1\t2\n", '\t');
  check_delimiter ("a|b\n1|2\n", '|');
  check_delimiter ("a;\"x,y,z\"\nb;\"x,y,z\"\n", ';');
  check_delimiter ("alone\n", ',');
}

static void
check_date (const char *text, TlDateOrder order, const char *expected)
{
  g_autofree char *read = tl_date_read (text, order);

  g_assert_cmpstr (read, ==, expected);
}

static void
test_dates (void)
{
  check_date ("2026-12-31", TL_DATES_UNKNOWN, "2026-12-31");
  check_date ("2026/1/2", TL_DATES_MONTH_FIRST, "2026-01-02");
  check_date ("2026-12-31T09:30:15.25+01:00", TL_DATES_UNKNOWN, "2026-12-31T09:30:15");
  check_date ("2026-12-31 09:30", TL_DATES_UNKNOWN, "2026-12-31T09:30");
  check_date ("31.12.2026", TL_DATES_MONTH_FIRST, "2026-12-31");
  check_date ("1/2/2026", TL_DATES_DAY_FIRST, "2026-02-01");
  check_date ("1/2/2026", TL_DATES_MONTH_FIRST, "2026-01-02");
  check_date ("1/2/26 12:05 AM", TL_DATES_MONTH_FIRST, "2026-01-02T00:05");
  check_date ("1/2/99 3:05 pm", TL_DATES_MONTH_FIRST, "1999-01-02T15:05");
  check_date ("29.2.2024", TL_DATES_UNKNOWN, "2024-02-29");
  check_date ("29.2.2025", TL_DATES_UNKNOWN, NULL);
  check_date ("13/13/2026", TL_DATES_DAY_FIRST, NULL);
  check_date ("2026-12-31 25:00", TL_DATES_UNKNOWN, NULL);
  check_date ("yesterday", TL_DATES_UNKNOWN, NULL);
  check_date ("31-12/2026", TL_DATES_DAY_FIRST, NULL);
  check_date ("", TL_DATES_UNKNOWN, NULL);
}

static void
test_date_order (void)
{
  TlDateClues clues = { 0 };
  TlDateOrder order;

  g_assert_true (tl_date_clues_tell (&clues, &order));
  tl_date_clues_add (&clues, "3/4/2026");
  g_assert_false (tl_date_clues_tell (&clues, &order));
  tl_date_clues_add (&clues, "3/14/2026");
  g_assert_true (tl_date_clues_tell (&clues, &order));
  g_assert_cmpint (order, ==, TL_DATES_MONTH_FIRST);
  clues = (TlDateClues){ 0 };
  tl_date_clues_add (&clues, "5/5/2026");
  tl_date_clues_add (&clues, "2026-01-02");
  g_assert_true (tl_date_clues_tell (&clues, &order));
}

static TlContactBatch *
import (TlStudy *study, const char *table, const TlImportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (table, strlen (table));

  return tl_contacts_import (study, bytes, options, error);
}

static const TlContact *
contact (const TlContactBatch *batch, guint number)
{
  g_assert_cmpuint (number, <, batch->contacts->len);
  return g_ptr_array_index (batch->contacts, number);
}

static void
test_contacts (void)
{
  const TlImportOptions options = { .by_name = TRUE };
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlContactBatch) batch = import (study,
                                             "Date;Type;Words;Kind;Minutes;Other\n"
                                             "14/3/2026;Chaser; \"Where is it?\";F;6 m;x\n"
                                             "15/3/2026;Repair;;;;\n"
                                             "16/3/2026;Chaser;;unsure;1,5;\n",
                                             &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->n_rows, ==, 3);
  g_assert_cmpuint (batch->contacts->len, ==, 3);
  g_assert_cmpuint (batch->demands->len, ==, 2);
  g_assert_cmpstr (contact (batch, 0)->when, ==, "2026-03-14");
  g_assert_cmpint (contact (batch, 0)->kind, ==, TL_CONTACT_FAILURE);
  g_assert_cmpfloat (contact (batch, 0)->minutes, ==, 6);
  g_assert_cmpstr (contact (batch, 0)->demand->name, ==, "Chaser");
  g_assert_null (contact (batch, 1)->words);
  g_assert_true (contact (batch, 2)->demand == contact (batch, 0)->demand);
  g_assert_cmpint (contact (batch, 0)->demand->kind, ==, TL_DEMAND_UNSURE);
}

static void
test_nothing_is_dropped (void)
{
  const TlImportOptions options = { .by_name = TRUE };
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlContactBatch) batch = import (study,
                                             "when,words,kind,minutes\n"
                                             "2026-01-01,fine,value,1\n"
                                             "soon,what,value,1\n"
                                             "2026-01-02,what,perhaps,1\n"
                                             "2026-01-02,what,value,long\n"
                                             "2026-01-02,too,few\n"
                                             "2026-01-02,\"broken\" off,value,1\n"
                                             "2026-01-03,fine,value,1\n",
                                             &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (batch->n_rows, ==, 7);
  g_assert_cmpuint (batch->contacts->len, ==, 2);
  g_assert_cmpuint (batch->problems->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const TlFileProblem *problem = g_ptr_array_index (batch->problems, i);

      g_assert_cmpuint (problem->line, ==, i + 3);
      g_assert_cmpint ((int) strlen (problem->message), >, 5);
    }
}

/* Spreadsheets leave such rows behind; a table that is our own keeps a contact of which nothing is known. */
static void
test_rows_of_nothing (void)
{
  const TlImportOptions options = { .by_name = TRUE };
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (TlContactBatch) batch = import (study, "words,kind\nfine,value\n,\n \t,  \n", &options, NULL);
  g_autoptr (TlContactBatch) own = import (study,
                                           "when,demand,kind,minutes,channel,place,thread,listener,second-opinion\n"
                                           ",,,,,,,,\n",
                                           &options, NULL);

  g_assert_cmpuint (batch->n_rows, ==, 1);
  g_assert_cmpuint (batch->contacts->len, ==, 1);
  g_assert_cmpuint (batch->problems->len, ==, 0);
  g_assert_cmpuint (own->contacts->len, ==, 1);
}

static void
check_refused (const char *table, const TlImportOptions *options, TlStorageError code, const char *words)
{
  g_autoptr (TlStudy) study = tl_study_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlContactBatch) batch = import (study, table, options, &error);

  g_assert_null (batch);
  g_assert_error (error, TL_STORAGE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  const TlImportOptions by_name = { .by_name = TRUE };
  TlImportOptions mapped = { 0 };

  mapped.headings[TL_COLUMN_WHEN] = "opened";
  check_refused ("", &by_name, TL_STORAGE_ERROR_INVALID, "empty");
  check_refused ("x,y\n1,2\n", &by_name, TL_STORAGE_ERROR_INVALID, "x, y");
  check_refused ("x,y\n1,2\n", &mapped, TL_STORAGE_ERROR_INVALID, "“opened”");
  check_refused ("date\n1/2/2026\n3/4/2026\n", &by_name, TL_STORAGE_ERROR_AMBIGUOUS, "2 dates");
  check_refused ("\"date\n1/2/2026\n", &by_name, TL_STORAGE_ERROR_INVALID, "never closed");
}

static void
test_known_demands (void)
{
  const TlImportOptions options = { .by_name = TRUE };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlOpened) opened = NULL;
  g_autoptr (TlContactBatch) batch = NULL;
  static const char text[] = "<study xmlns=\"urn:throughline:study:1\" version=\"1\"><demands>"
                             "<demand id=\"d7\" name=\"Chaser\" kind=\"failure\"/></demands></study>";

  bytes = g_bytes_new_static (text, strlen (text));
  opened = tl_study_open_bytes (bytes, NULL, NULL);
  batch = import (opened->study, "when,demand\n2026-01-01,Chaser\n", &options, NULL);
  g_assert_cmpuint (batch->demands->len, ==, 0);
  g_assert_cmpstr (contact (batch, 0)->demand->item.id, ==, "d7");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/contact-import/rows", test_rows);
  g_test_add_func ("/contact-import/quotes", test_quotes);
  g_test_add_func ("/contact-import/broken-rows", test_broken_rows);
  g_test_add_func ("/contact-import/encodings", test_encodings);
  g_test_add_func ("/contact-import/unclean-anywhere", test_unclean_anywhere);
  g_test_add_func ("/contact-import/random-rows", test_random_rows);
  g_test_add_func ("/contact-import/written-dates", test_written_dates);
  g_test_add_func ("/contact-import/delimiters", test_delimiters);
  g_test_add_func ("/contact-import/dates", test_dates);
  g_test_add_func ("/contact-import/date-order", test_date_order);
  g_test_add_func ("/contact-import/contacts", test_contacts);
  g_test_add_func ("/contact-import/nothing-is-dropped", test_nothing_is_dropped);
  g_test_add_func ("/contact-import/rows-of-nothing", test_rows_of_nothing);
  g_test_add_func ("/contact-import/refused", test_refused);
  g_test_add_func ("/contact-import/known-demands", test_known_demands);
  return g_test_run ();
}
