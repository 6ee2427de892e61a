/* The schema that is installed describes what is written, and refuses what the reader refuses. */
#include <libxml/relaxng.h>
#include <string.h>

#include "storage-testing.h"

static void
stay_quiet (void *data, xmlErrorPtr error)
{
}

static xmlRelaxNGPtr
load_schema (void)
{
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt (g_getenv ("TL_SCHEMA"));
  xmlRelaxNGPtr schema;

  g_assert_nonnull (parser);
  schema = xmlRelaxNGParse (parser);
  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (schema);
  return schema;
}

static gboolean
is_valid (const char *xml)
{
  xmlRelaxNGPtr schema = load_schema ();
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt (schema);
  xmlDocPtr document
      = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean valid = FALSE;

  xmlRelaxNGSetValidStructuredErrors (context, stay_quiet, NULL);
  if (document)
    valid = xmlRelaxNGValidateDoc (context, document) == 0;
  xmlFreeDoc (document);
  xmlRelaxNGFreeValidCtxt (context);
  xmlRelaxNGFree (schema);
  return valid;
}

static void
test_samples (void)
{
  g_autofree char *sample = tl_test_sample ();
  g_autofree char *everything = tl_test_data ("everything.throughline");

  g_assert_true (is_valid (sample));
  g_assert_true (is_valid (everything));
}

static void
test_what_is_written (void)
{
  g_autoptr (TlStudy) empty = tl_study_new ();
  g_autofree char *nothing = tl_test_write (empty);

  g_assert_true (is_valid (nothing));
  for (guint32 seed = 100; seed < 110; seed++)
    {
      g_autoptr (TlStudy) study = tl_test_random_study (seed, 20);
      g_autofree char *xml = tl_test_write (study);

      g_assert_true (is_valid (xml));
    }
}

/* Content of other programs may stand anywhere, and what is written of it is valid still. */
static void
test_unknown_content (void)
{
  g_autofree char *mess = tl_test_data ("unknown.throughline");
  g_autoptr (TlStudy) study = tl_test_read (mess);
  g_autofree char *xml = tl_test_write (study);

  g_assert_true (is_valid (mess));
  g_assert_true (is_valid (xml));
}

static void
test_refused (void)
{
  static const char *const names[] = {
    "bad-id",         "bad-link",       "bad-version",       "infinite-time",   "missing-rate", "missing-reference",
    "nan-time",       "negative-share", "negative-time",     "no-id",           "no-namespace", "no-version",
    "share-over-one", "stray-text",     "time-not-a-number", "time-with-comma", "two-wrappers", "unknown-class",
    "unknown-kind",   "wrong-element",  "wrong-namespace"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("broken/%s.throughline", names[i]);
      g_autofree char *xml = tl_test_data (name);

      g_test_message ("%s", names[i]);
      g_assert_false (is_valid (xml));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/storage/schema/samples", test_samples);
  g_test_add_func ("/storage/schema/what-is-written", test_what_is_written);
  g_test_add_func ("/storage/schema/unknown-content", test_unknown_content);
  g_test_add_func ("/storage/schema/refused", test_refused);
  return g_test_run ();
}
