#include "paint/spoken.h"

#include <math.h>

#include "paint/words.h"
#include "study/connector.h"
#include "study/entry.h"
#include "study/quantity.h"
#include "study/raises.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In the middle of a sentence, so not as they stand in menus. */
static const char *const kind_words[] = {
  [TL_STEP_START] = NC_ ("spoken", "start"),
  [TL_STEP_DECISION] = NC_ ("spoken", "decision"),
  [TL_STEP_WAIT] = NC_ ("spoken", "wait"),
  [TL_STEP_END] = NC_ ("spoken", "end"),
};

static const char *const class_words[] = {
  [TL_CLASS_NONE] = NC_ ("spoken", "not yet judged"),
  [TL_CLASS_VALUE] = NC_ ("spoken", "value"),
  [TL_CLASS_WASTE] = NC_ ("spoken", "waste"),
};

static const char *const waste_words[] = {
  [TL_WASTE_HAND_OFF] = NC_ ("spoken", "hand-off"), [TL_WASTE_REWORK] = NC_ ("spoken", "rework"),
  [TL_WASTE_CHECKING] = NC_ ("spoken", "checking"), [TL_WASTE_SORTING] = NC_ ("spoken", "sorting"),
  [TL_WASTE_QUEUEING] = NC_ ("spoken", "queueing"), [TL_WASTE_DUPLICATING] = NC_ ("spoken", "duplicating"),
  [TL_WASTE_CHASING] = NC_ ("spoken", "chasing"),   [TL_WASTE_RECORDING] = NC_ ("spoken", "recording"),
  [TL_WASTE_OTHER] = NC_ ("spoken", "other waste"),
};

static const char *const demand_words[] = {
  [TL_DEMAND_UNSURE] = NC_ ("spoken", "demand of a kind not yet known"),
  [TL_DEMAND_VALUE] = NC_ ("spoken", "value demand"),
  [TL_DEMAND_FAILURE] = NC_ ("spoken", "failure demand"),
};

#define SPOKEN(words, value) g_dpgettext2 (GETTEXT_PACKAGE, "spoken", (words)[(value)])

/* ---- parts of a sentence ---- */

static void
take (GPtrArray *parts, char *part)
{
  if (part)
    g_ptr_array_add (parts, part);
}

static void
put (GPtrArray *parts, const char *part)
{
  take (parts, g_strdup (part));
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of what is read aloud of a step. */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static char *
name_of (gconstpointer item)
{
  return tl_words_name (tl_item_name (item));
}

/* ---- times ---- */

static char *
counted (int unit, int count)
{
  switch (unit)
    {
    case 0:
      return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) count), count);
    case 1:
      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) count), count);
    case 2:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) count), count);
    default:
      return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) count), count);
    }
}

/* Two units are as much as an ear keeps: the second is rounded. */
static char *
two_units (double minutes)
{
  static const double units[] = { 10080, 1440, 60, 1 };
  guint first = 0;
  double count, rest;
  g_autofree char *large = NULL;
  g_autofree char *small = NULL;

  while (first < 3 && minutes < units[first])
    first++;
  if (first == 3)
    return counted (3, (int) round (minutes));
  rest = round (fmod (minutes, units[first]) / units[first + 1]);
  count = floor (minutes / units[first]);
  if (rest * units[first + 1] >= units[first])
    {
      count++;
      rest = 0;
    }
  large = counted ((int) first, (int) MIN (count, G_MAXINT));
  if (rest < 1)
    return g_steal_pointer (&large);
  small = counted ((int) first + 1, (int) rest);
  return g_strdup_printf ("%s %s", large, small);
}

/**
 * tl_spoken_time:
 * @minutes: a time, not negative
 *
 * Returns: (transfer full): about how long, in whole words: "4 minutes", "1 hour 30 minutes"
 */
char *
tl_spoken_time (double minutes)
{
  int seconds = (int) round (minutes * 60);

  if (minutes < 1)
    return g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) seconds), seconds);
  /* What rounds up to a whole unit is told as one. */
  return two_units (minutes >= 59.5 && minutes < 60 ? 60 : minutes);
}

/* ---- steps ---- */

static void
add_class (GPtrArray *parts, const TlStep *step)
{
  if (step->kind != TL_STEP_WORK)
    put (parts, SPOKEN (kind_words, step->kind));
  put (parts, SPOKEN (class_words, step->class));
  if (step->class == TL_CLASS_WASTE && step->waste != TL_WASTE_NONE)
    put (parts, SPOKEN (waste_words, step->waste));
}

static void
add_times (GPtrArray *parts, const TlStep *step)
{
  g_autofree char *work = step->work_minutes > 0 ? tl_spoken_time (step->work_minutes) : NULL;
  g_autofree char *wait = step->wait_minutes > 0 ? tl_spoken_time (step->wait_minutes) : NULL;

  if (work)
    /* Translators: read aloud: "4 minutes of work" */
    take (parts, g_strdup_printf (_ ("%s of work"), work));
  if (wait)
    /* Translators: read aloud: "waits 2 hours" */
    take (parts, g_strdup_printf (_ ("waits %s"), wait));
}

static void
add_raises (GPtrArray *parts, const TlStepWays *ways, const TlStep *step)
{
  TlStepWaysIter iter;
  const TlRaises *raises;

  tl_step_ways_iter (ways, step, TL_WAY_RAISES, &iter);
  while ((raises = tl_step_ways_next (&iter)))
    {
      g_autofree char *name = name_of (raises->demand);
      /* Translators: read aloud of a step: it causes that failure demand */
      take (parts, g_strdup_printf (_ ("causes “%s”"), name));
    }
}

static void
describe_step (GPtrArray *parts, const TlStepWays *ways, const TlStep *step)
{
  take (parts, name_of (step));
  add_class (parts, step);
  add_times (parts, step);
  if (step->role && step->role->name)
    put (parts, step->role->name);
  add_raises (parts, ways, step);
}

/* ---- what joins them ---- */

static void
describe_connector (GPtrArray *parts, const TlConnector *connector)
{
  g_autofree char *from = name_of (connector->from);
  g_autofree char *to = name_of (connector->to);

  /* Translators: read aloud of a connector: the steps that it joins */
  take (parts, g_strdup_printf (_ ("from “%s” to “%s”"), from, to));
  if (connector->kind == TL_CONNECTOR_REWORK)
    put (parts, SPOKEN (waste_words, TL_WASTE_REWORK));
  if (!isnan (connector->share))
    take (parts, tl_share_format (connector->share));
  if (connector->label)
    put (parts, connector->label);
}

static void
describe_demand (GPtrArray *parts, const TlDemand *demand, TlPeriod period)
{
  take (parts, name_of (demand));
  put (parts, SPOKEN (demand_words, demand->kind));
  if (demand->frequency > 0)
    take (parts, tl_words_contacts (demand->frequency, period));
}

static char *
about_two (const char *format_name, gconstpointer first, gconstpointer second)
{
  g_autofree char *one = name_of (first);
  g_autofree char *two = name_of (second);
  g_auto (GStrv) halves = g_strsplit (format_name, "%s", 3);

  return g_strconcat (halves[0], one, halves[1], two, halves[2], NULL);
}

static void
describe_raises (GPtrArray *parts, const TlRaises *raises)
{
  /* Translators: read aloud: a step, and the failure demand that it causes */
  take (parts, about_two (_ ("“%s” causes “%s”"), raises->step, raises->demand));
  if (!isnan (raises->rate))
    take (parts, tl_share_format (raises->rate));
}

/**
 * tl_spoken_name:
 * @ways: what meets at the steps of the flow
 * @item: a step, connector, demand, entry or `raises` of it
 * @period: what the study counts by
 *
 * Returns: (transfer full): what it is: "Check the policy, waste, checking, 4 minutes of work, waits 2 hours,
 *   Call centre"
 */
char *
tl_spoken_name (const TlStepWays *ways, gconstpointer item, TlPeriod period)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const TlEntry *entry = item;

  switch ((int) TL_ITEM (item)->kind)
    {
    case TL_ITEM_STEP:
      describe_step (parts, ways, item);
      break;
    case TL_ITEM_CONNECTOR:
      describe_connector (parts, item);
      break;
    case TL_ITEM_DEMAND:
      describe_demand (parts, item, period);
      break;
    case TL_ITEM_ENTRY:
      /* Translators: read aloud: a demand, and the step where it enters */
      take (parts, about_two (_ ("“%s” enters at “%s”"), entry->demand, entry->step));
      break;
    case TL_ITEM_RAISES:
      describe_raises (parts, item);
      break;
    default:
      take (parts, name_of (item));
    }
  return join (parts);
}

/* "Visit 80 %" */
static char *
end_of (const TlConnector *connector, const TlStep *there)
{
  g_autofree char *name = name_of (there);
  /* Where each demand has a share of its own, one number would mislead. */
  g_autofree char *share = tl_share_format (connector->shares->len ? (double) NAN : connector->share);

  return *share ? g_strdup_printf ("%s %s", name, share) : g_steal_pointer (&name);
}

/* Returns: (nullable): the ends of all connectors of one kind, one after the other */
static char *
ends (const TlStepWays *ways, const TlStep *step, TlWay way, TlConnectorKind kind)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  TlStepWaysIter iter;
  const TlConnector *connector;

  tl_step_ways_iter (ways, step, way, &iter);
  while ((connector = tl_step_ways_next (&iter)))
    if (connector->kind == kind)
      take (parts, end_of (connector, way == TL_WAY_OUT ? connector->to : connector->from));
  return parts->len ? join (parts) : NULL;
}

static char *
entering (const TlStepWays *ways, const TlStep *step)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  TlStepWaysIter iter;
  const TlEntry *entry;

  tl_step_ways_iter (ways, step, TL_WAY_ENTRIES, &iter);
  while ((entry = tl_step_ways_next (&iter)))
    take (parts, name_of (entry->demand));
  return parts->len ? join (parts) : NULL;
}

/* Takes @names and puts them into @sentence. */
static void
say (GPtrArray *sentences, const char *sentence, char *names)
{
  g_auto (GStrv) halves = NULL;

  if (!names)
    return;
  halves = g_strsplit (sentence, "%s", 2);
  take (sentences, g_strconcat (halves[0], names, halves[1], NULL));
  g_free (names);
}

/**
 * tl_spoken_ways:
 * @ways: what meets at the steps of the flow
 * @step: a step of it
 *
 * Returns: (transfer full): where it stands in the flow: "Leads to Visit 80 %, Close 20 %. Comes after Call."
 */
char *
tl_spoken_ways (const TlStepWays *ways, const TlStep *step)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (tl_step_ways_is_loose (ways, step))
    put (sentences, _ ("Not connected."));
  /* Translators: %s are names of steps, read aloud of a step that work comes from */
  say (sentences, _ ("Leads to %s."), ends (ways, step, TL_WAY_OUT, TL_CONNECTOR_FLOW));
  say (sentences, _ ("Rework goes to %s."), ends (ways, step, TL_WAY_OUT, TL_CONNECTOR_REWORK));
  say (sentences, _ ("Comes after %s."), ends (ways, step, TL_WAY_IN, TL_CONNECTOR_FLOW));
  say (sentences, _ ("Rework comes from %s."), ends (ways, step, TL_WAY_IN, TL_CONNECTOR_REWORK));
  /* Translators: %s are names of demands */
  say (sentences, _ ("Customers come here with %s."), entering (ways, step));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/* ---- noticing a change ---- */

/* One more thing in a mark: FNV over whole words, mixed as splitmix64 does. */
static guint64
mixed (guint64 mark, guint64 more)
{
  mark = (mark ^ more) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return mark ^ (mark >> 29);
}

static guint64
with_name (guint64 mark, gconstpointer item)
{
  const char *name = item ? tl_item_name (item) : NULL;

  return mixed (mark, name ? g_str_hash (name) + 1ul : 0);
}

static guint64
with_number (guint64 mark, double number)
{
  union
  {
    double number;
    guint64 bits;
  } both = { .number = number };

  return mixed (mark, both.bits);
}

static guint64
with_ways (guint64 mark, const TlStepWays *ways, const TlStep *step, TlWay way)
{
  TlStepWaysIter iter;
  const TlConnector *connector;

  tl_step_ways_iter (ways, step, way, &iter);
  while ((connector = tl_step_ways_next (&iter)))
    {
      mark = with_name (mark, way == TL_WAY_OUT ? connector->to : connector->from);
      mark = with_number (mixed (mark, connector->kind + 1ul), connector->share);
    }
  return mixed (mark, way);
}

static guint64
with_demands (guint64 mark, const TlStepWays *ways, const TlStep *step)
{
  TlStepWaysIter iter;
  const TlEntry *entry;
  const TlRaises *raises;

  tl_step_ways_iter (ways, step, TL_WAY_ENTRIES, &iter);
  while ((entry = tl_step_ways_next (&iter)))
    mark = with_name (mark, entry->demand);
  mark = mixed (mark, TL_WAY_ENTRIES);
  tl_step_ways_iter (ways, step, TL_WAY_RAISES, &iter);
  while ((raises = tl_step_ways_next (&iter)))
    mark = with_name (mark, raises->demand);
  return mark;
}

/**
 * tl_spoken_mark:
 * @ways: what meets at the steps of the flow
 * @step: a step of it
 *
 * Making the words of thousands of steps takes longer than a frame; most edits change those of one.
 *
 * Returns: a number that is another when tl_spoken_name() or tl_spoken_ways() would be
 */
guint64
tl_spoken_mark (const TlStepWays *ways, const TlStep *step)
{
  guint64 mark = with_name (0, step);

  mark = mixed (mark, (guint64) step->kind << 16 | (guint64) step->class << 8 | (guint64) step->waste);
  mark = with_number (mark, step->work_minutes);
  mark = with_number (mark, step->wait_minutes);
  mark = with_name (mark, step->role);
  mark = with_ways (mark, ways, step, TL_WAY_OUT);
  mark = with_ways (mark, ways, step, TL_WAY_IN);
  return with_demands (mark, ways, step);
}
