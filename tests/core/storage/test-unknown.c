/* What this version does not know comes back out of it. */
#include <libxml/parser.h>
#include <string.h>

#include "storage-testing.h"
#include "study/item-build.h"

/* How often a thing stands in a document, anywhere: elements, attributes, comments and instructions of
 * other programs, each as one line. */
static void
count_things (const xmlNode *node, GHashTable *counts)
{
  for (; node; node = node->next)
    {
      g_autofree char *thing = NULL;

      if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE)
        thing = g_strdup_printf ("<%s %s>", node->name, node->content);
      if (node->type == XML_ELEMENT_NODE)
        thing = g_strdup_printf ("{%s}%s", node->ns ? (const char *) node->ns->href : "", node->name);
      if (thing)
        g_hash_table_insert (counts, g_strdup (thing),
                             GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, thing)) + 1));
      for (const xmlAttr *a = node->type == XML_ELEMENT_NODE ? node->properties : NULL; a; a = a->next)
        {
          const char *value = a->children ? (const char *) a->children->content : "";
          char *key = g_strdup_printf ("%s {%s}%s=%s", thing, a->ns ? (const char *) a->ns->href : "", a->name, value);

          g_hash_table_insert (counts, key, GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1));
        }
      if (node->type == XML_ELEMENT_NODE)
        count_things (node->children, counts);
    }
}

static GHashTable *
things_in (const char *xml)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlDocPtr document = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOENT);

  g_assert_nonnull (document);
  count_things (document->children, counts);
  xmlFreeDoc (document);
  return counts;
}

static void
assert_nothing_lost (const char *before, const char *after)
{
  g_autoptr (GHashTable) old = things_in (before);
  g_autoptr (GHashTable) new = things_in (after);
  GHashTableIter iter;
  gpointer thing, count;

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &thing, &count))
    /* A number is written in its own way, and what says nothing new is left out. */
    if (!strstr (thing, "value=.5") && g_hash_table_lookup (new, thing) != count)
      g_error ("%s: %d before, %d after", (char *) thing, GPOINTER_TO_INT (count),
               GPOINTER_TO_INT (g_hash_table_lookup (new, thing)));
}

static void
test_nothing_lost (void)
{
  g_autofree char *before = tl_test_data ("unknown.throughline");
  g_autoptr (TlStudy) study = tl_test_read (before);
  g_autofree char *after = tl_test_write (study);

  assert_nothing_lost (before, after);
}

/* It settles at once: what was saved does not change any more. */
static void
test_settles (void)
{
  g_autofree char *before = tl_test_data ("unknown.throughline");
  g_autoptr (TlStudy) study = tl_test_read (before);
  g_autofree char *after = tl_test_write (study);

  tl_test_same_bytes (after);
}

/* An item that moves into another study takes what it has along, prefixes and all. */
static void
test_into_another_study (void)
{
  g_autofree char *before = tl_test_data ("unknown.throughline");
  g_autoptr (TlStudy) study = tl_test_read (before);
  g_autoptr (TlStudy) other = tl_study_new ();
  TlItem *flow = tl_item_copy (g_ptr_array_index (study->flows, 0));
  g_autofree char *after = NULL;

  tl_item_append (other, flow);
  after = tl_test_write (other);
  g_assert_nonnull (strstr (after, "x:zoom=\"1.5\""));
  g_assert_nonnull (strstr (after, "xmlns:x=\"urn:example:x\""));
  g_hash_table_unref (things_in (after));
}

static void
test_places (void)
{
  g_autofree char *before = tl_test_data ("unknown.throughline");
  g_autoptr (TlStudy) study = tl_test_read (before);
  g_autofree char *after = tl_test_write (study);
  static const char *const lines[] = {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Written by another program: another order, "
    "other "
    "prefixes, and things of its own everywhere. -->\n<?other tool?>\n",
    "  <notes xmlns:t=\"urn:throughline:study:1\" t:own=\"1\"><x:p",
    "    <statement xml:lang=\"cy\">Trwsio<x:note xmlns:x=\"urn:example:x\"/></statement>\n",
    "  <roles>\n    <x:only-this xmlns:x=\"urn:example:x\"/>\n  </roles>\n",
    "\"k1\">before  after<x:em xmlns:x=\"urn:example:x\">loud</x:em><!-- sic --></contact>\n",
    "<thinking xmlns:x=\"urn:example:x\" x:by=\"AB\">Targets<x:q "
    "xmlns:x=\"urn:example:x\"/></thinking>",
    "  <roles xmlns=\"urn:example:other\"><role/></roles>\n",
    "<x:icon xmlns:x=\"urn:example:x\">&lt;svg&gt; &amp; co</x:icon>",
    "<step id=\"s2\" tint=\"a&#10;b&#9;c\"/>",
    "    <lane/>\n",
    "  <plain xmlns=\"\"/>\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!strstr (after, lines[i]))
      g_error ("not found: %s\nin: %s", lines[i], after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/storage/unknown/nothing-lost", test_nothing_lost);
  g_test_add_func ("/storage/unknown/settles", test_settles);
  g_test_add_func ("/storage/unknown/into-another-study", test_into_another_study);
  g_test_add_func ("/storage/unknown/places", test_places);
  return g_test_run ();
}
