/* What it costs to draw a flow by keys alone, as a team would: key presses beyond the words and numbers
 * that are typed.
 */
#include "app/capacity-page.h"
#include "app/window.h"
#include "drawing-room.h"
#include "stage.h"

#define MOST_PRESSES 60

static guint presses;

/* Keys that are no part of a word: each counts, with the modifiers that it is pressed with as one. */
static void
keys (const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  presses += g_strv_length (split);
  tl_hands_keys (names);
}

/* Names and numbers. */
static void
words (const char *text)
{
  tl_hands_type (text);
}

static TlStep *
named (TlFlow *flow, const char *name)
{
  for (guint i = 0; i < flow->steps->len; i++)
    if (g_strcmp0 (((TlStep *) g_ptr_array_index (flow->steps, i))->name, name) == 0)
      return g_ptr_array_index (flow->steps, i);
  g_error ("there is no step “%s”", name);
}

static TlConnector *
way (TlFlow *flow, const char *from, const char *to)
{
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from == named (flow, from) && connector->to == named (flow, to))
        return connector;
    }
  g_error ("nothing leads from “%s” to “%s”", from, to);
}

/* Eleven steps in a row, with their times, as they are told. */
static void
draw_the_way (void)
{
  static const char *const lines[] = {
    "take the call 6m", "check the details 10m", "can we help 2m",     "book a visit 5m 3d",    "visit 40m",
    "fix it 1h",        "order parts 15m 4d",    "record the job 10m", "check the work 20m 1d", "send the bill 5m",
    "close 2m",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      /* On the empty sheet the first letter begins the first step. */
      if (i > 0)
        keys ("Tab");
      words (lines[i]);
    }
  keys ("Return");
}

/* Most is value; what is not is waste, of a kind. From the end back to the choice. */
static void
judge (void)
{
  keys ("Control+a v");
  keys ("Left w e Left w c Left w e");
}

static void
rework_and_failure (void)
{
  /* From "order parts" back to the visit. */
  keys ("Left w q c");
  words ("visit");
  keys ("Return s");
  words ("25%");
  keys ("Return");
  /* "visit" causes that people call again. */
  keys ("Right f");
  words ("where is my repair");
  keys ("Tab");
  words ("20%");
  keys ("Return");
}

static void
choice_and_demand (void)
{
  keys ("Left Left k d Tab");
  words ("say no 4m");
  keys ("Return w o s");
  words ("15%");
  keys ("Return Left Left Left e");
  words ("please fix it");
  keys ("Tab");
  words ("325");
  keys ("Return");
}

static void
check (TlDocument *document)
{
  TlFlow *flow = tl_document_flow (document);
  const TlCapacity *capacity;
  TlRaises *raises;
  TlEntry *entry;

  g_assert_cmpuint (flow->steps->len, ==, 12);
  for (guint i = 0; i < flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (flow->steps, i);

      g_assert_nonnull (step->name);
      g_assert_cmpint (step->class, !=, TL_CLASS_NONE);
      g_assert_cmpfloat (step->work_minutes, >, 0);
    }
  g_assert_cmpfloat (named (flow, "book a visit")->wait_minutes, ==, 3 * 1440);
  g_assert_cmpint (named (flow, "can we help")->kind, ==, TL_STEP_DECISION);
  g_assert_cmpfloat (way (flow, "can we help", "say no")->share, ==, 0.15);
  g_assert_cmpint (way (flow, "order parts", "visit")->kind, ==, TL_CONNECTOR_REWORK);
  g_assert_cmpfloat (way (flow, "order parts", "visit")->share, ==, 0.25);
  g_assert_cmpuint (flow->raises->len, ==, 1);
  raises = g_ptr_array_index (flow->raises, 0);
  g_assert_true (raises->step == named (flow, "visit"));
  g_assert_cmpfloat (raises->rate, ==, 0.2);
  entry = g_ptr_array_index (flow->entries, flow->entries->len - 1);
  g_assert_true (entry->step == named (flow, "take the call"));
  capacity = tl_document_capacity (document);
  g_assert_nonnull (capacity);
  g_assert_cmpfloat (capacity->hours.hours[TL_BUCKET_FAILURE], >, 0);
  g_assert_cmpuint (capacity->problems->len, ==, 0);
}

static void
test_effort (void)
{
  TlWindow *window = tl_stage_new_window ();

  tl_hands_begin (GTK_WINDOW (window));
  /* "Draw a flow now", on the page that greets. */
  keys ("Control+n");
  tl_stage_settle ();
  draw_the_way ();
  judge ();
  rework_and_failure ();
  choice_and_demand ();
  keys ("Control+5");
  tl_stage_settle ();
  check (tl_window_get_document (window));
  g_assert_true (gtk_widget_get_mapped (tl_stage_find (window, TL_TYPE_CAPACITY_PAGE, NULL)));
  g_print ("# %u key presses beyond words and numbers\n", presses);
  g_assert_cmpuint (presses, <=, MOST_PRESSES);
  tl_stage_close_all ();
}

int
main (int argc, char **argv)
{
  tl_stage_init (&argc, &argv);
  g_test_add_func ("/effort/keys", test_effort);
  return g_test_run ();
}
