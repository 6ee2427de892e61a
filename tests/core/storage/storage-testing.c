#include "storage-testing.h"

#include <math.h>
#include <string.h>

#include "study/condition.h"
#include "study/connector.h"
#include "study/contact.h"
#include "study/entry.h"
#include "study/flow.h"
#include "study/item-build.h"
#include "study/measure.h"
#include "study/raises.h"

static char *
contents_of (const char *folder_variable, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv (folder_variable), name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return contents;
}

/* A file of tests/data. */
char *
tl_test_data (const char *name)
{
  return contents_of ("TL_TEST_DATA", name);
}

char *
tl_test_sample (void)
{
  return contents_of ("TL_SAMPLES", "housing-repairs.throughline");
}

/* Reads what must be good. */
TlStudy *
tl_test_read (const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (opened);
  g_assert_false (opened->newer);
  return g_steal_pointer (&opened->study);
}

char *
tl_test_write (TlStudy *study)
{
  g_autoptr (GBytes) bytes = tl_study_to_bytes (study);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The whole files would fill screens. */
static void
fail_at_difference (const char *written, const char *expected)
{
  gsize at = 0;

  while (written[at] && written[at] == expected[at])
    at++;
  at -= MIN (at, 40);
  g_test_message ("written:  %.100s", written + at);
  g_test_message ("expected: %.100s", expected + at);
  g_test_fail_printf ("the file changed at byte %" G_GSIZE_FORMAT, at);
}

/* Opening and saving must give the same bytes. */
void
tl_test_same_bytes (const char *xml)
{
  g_autoptr (TlStudy) study = tl_test_read (xml);
  g_autofree char *written = tl_test_write (study);

  if (strcmp (written, xml) != 0)
    fail_at_difference (written, xml);
}

/* Opening must fail with exactly that message; also from a list of problems, where there is one. */
void
tl_test_refused (const char *xml, gssize length, TlStorageError code, const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, length < 0 ? strlen (xml) : (gsize) length);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, problems, &error);

  g_assert_null (opened);
  g_assert_error (error, TL_STORAGE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_nonnull (strstr (message, ((TlFileProblem *) g_ptr_array_index (problems, 0))->message));
}

/* A folder of this test's own. */
char *
tl_test_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("throughline-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Removes such a folder with the files in it. */
void
tl_test_remove (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileEnumerator) children
      = g_file_enumerate_children (file, "standard::name", G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) && child)
    {
      if (g_file_query_file_type (child, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_DIRECTORY)
        tl_test_remove (g_file_peek_path (child));
      else
        g_file_delete (child, NULL, NULL);
    }
  g_file_delete (file, NULL, NULL);
}

/* ---- A random study ---- */

static char *
random_text (GRand *rand)
{
  static const char *const pieces[] = { "a", "Z",  " ",  "é",  "漢",  "😀",     "&",        "<",  ">",   "\"",
                                        "'", "\n", "\t", "\r", "]]>", "&amp;", "\xC2\x85", "  ", "-->", "#" };
  GString *text = g_string_new ("x");

  for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static double
random_number (GRand *rand, const TlField *field)
{
  double low = MAX (field->minimum, -1e15);
  double high = MIN (field->maximum, 1e15);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return field->minimum;
    case 1:
      return field->maximum;
    case 2:
      return CLAMP (g_rand_int_range (rand, -1000, 1000) / 8.0, low, high);
    case 3:
      return CLAMP (pow (10, g_rand_double_range (rand, -300, 14)), low, high);
    default:
      return g_rand_double_range (rand, low, high);
    }
}

static int
random_choice (GRand *rand, const TlField *field)
{
  int n_choices = 0;

  while (field->choices[n_choices].nick)
    n_choices++;
  return field->choices[g_rand_int_range (rand, 0, n_choices)].value;
}

/* Any item of that kind, from the same flow where there is one. */
static TlItem *
random_target (GRand *rand, TlItem *item, TlItemKind kind)
{
  TlItem *flow = tl_item_ancestor (item, TL_ITEM_FLOW);
  GPtrArray *list = tl_item_list (kind == TL_ITEM_STEP && flow ? flow : TL_ITEM (tl_study_of (item)), kind);

  if (kind == TL_ITEM_STEP && !flow)
    list = tl_item_list (g_ptr_array_index (tl_study_of (item)->flows, 0), kind);
  return g_ptr_array_index (list, g_rand_int_range (rand, 0, (int) list->len));
}

static void
fill (GRand *rand, TlItem *item)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    {
      g_auto (TlValue) value = { .type = field->type };

      if (!(field->flags & TL_FIELD_REQUIRED) && g_rand_boolean (rand))
        continue;
      if (field->type == TL_FIELD_TEXT)
        value.text = random_text (rand);
      else if (field->type == TL_FIELD_NUMBER)
        value.number = random_number (rand, field);
      else if (field->type == TL_FIELD_CHOICE)
        value.choice = random_choice (rand, field);
      else
        value.item = random_target (rand, item, (TlItemKind) field->target);
      tl_item_set (item, field, &value);
    }
}

static void
add (GRand *rand, gpointer parent, TlItemKind kind, guint count)
{
  for (guint i = 0; i < count; i++)
    {
      TlItem *item = tl_item_new (kind);

      tl_item_append (parent, item);
      if (tl_item_type (kind)->id_prefix)
        {
          g_autofree char *id = tl_study_new_id (tl_study_of (parent), kind);
          g_assert_true (tl_item_set_id (item, id));
        }
      fill (rand, item);
    }
}

static void
add_link (gpointer parent, const char *field, gpointer target)
{
  TlItem *link = tl_item_new (TL_ITEM_LINK);

  tl_item_append (parent, link);
  tl_item_set_item (link, field, target);
}

static void
add_shares (GRand *rand, TlStudy *study, TlFlow *flow)
{
  for (guint i = 0; i < flow->connectors->len; i += 3)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      for (guint j = 0; j < study->demands->len; j += 2)
        {
          TlItem *share = tl_item_new (TL_ITEM_SHARE);

          tl_item_append (connector, share);
          tl_item_set_item (share, "demand", g_ptr_array_index (study->demands, j));
          tl_item_set_number (share, "value", g_rand_double (rand));
        }
    }
}

/* A study with every kind of item and every field, with texts and numbers that are hard to write. */
TlStudy *
tl_test_random_study (guint32 seed, guint n_steps)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TlStudy *study = tl_study_new ();

  fill (rand, TL_ITEM (study));
  tl_item_set_text (study, "spent-ids", "s12 c9");
  add (rand, study, TL_ITEM_MATTER, 3);
  add (rand, study, TL_ITEM_ROLE, 4);
  add (rand, study, TL_ITEM_DEMAND, 5);
  add_link (g_ptr_array_index (study->demands, 1), "matter", g_ptr_array_index (study->matters, 0));
  add (rand, study, TL_ITEM_CONTACT, n_steps);
  add (rand, study, TL_ITEM_FLOW, 2);
  for (guint i = 0; i < 2; i++)
    {
      TlFlow *flow = g_ptr_array_index (study->flows, i);

      add (rand, flow, TL_ITEM_STEP, n_steps);
      add (rand, flow, TL_ITEM_CONNECTOR, n_steps + n_steps / 2);
      add_shares (rand, study, flow);
      add (rand, flow, TL_ITEM_ENTRY, 5);
      add (rand, flow, TL_ITEM_RAISES, n_steps / 10);
    }
  add (rand, study, TL_ITEM_MEASURE, 2);
  add (rand, g_ptr_array_index (study->measures, 0), TL_ITEM_POINT, 30);
  add (rand, g_ptr_array_index (study->measures, 0), TL_ITEM_CHANGE, 2);
  add (rand, study, TL_ITEM_CONDITION, 3);
  add_link (g_ptr_array_index (study->conditions, 0), "step",
            g_ptr_array_index (((TlFlow *) g_ptr_array_index (study->flows, 0))->steps, 0));
  add_link (g_ptr_array_index (study->conditions, 0), "demand", g_ptr_array_index (study->demands, 0));
  return study;
}
