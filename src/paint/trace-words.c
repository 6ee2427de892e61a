#include "paint/trace-words.h"

#include <math.h>

#include "paint/step-words.h"
#include "paint/words.h"
#include "study/connector.h"
#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define PARTED_BY " \302\267 "

/**
 * tl_trace_column_words:
 * @column: a column
 *
 * Returns: (transfer none): what stands over it, translated
 */
const char *
tl_trace_column_words (TlTraceColumn column)
{
  static const char *const words[TL_N_TRACE_COLUMNS] = {
    [TL_TRACE_DEMAND] = N_ ("Failure demand"),           [TL_TRACE_STEP] = N_ ("Step that raises it"),
    [TL_TRACE_WASTE] = N_ ("What goes wrong there"),     [TL_TRACE_CONDITION] = N_ ("Why: the system condition"),
    [TL_TRACE_THINKING] = N_ ("The thinking behind it"),
  };

  return _ (words[column]);
}

static void
append_part (GString *text, const char *part)
{
  if (!part || !*part)
    return;
  if (text->len > 0)
    g_string_append (text, PARTED_BY);
  g_string_append (text, part);
}

/* ---- what goes wrong ---- */

static char *
rework_words (const TlConnector *connector)
{
  g_autofree char *to = tl_words_name (connector->to ? connector->to->name : NULL);
  g_autofree char *share = isnan (connector->share) ? NULL : tl_words_share (connector->share);

  if (connector->from == connector->to)
    return share ? g_strdup_printf (_ ("%s is done again"), share) : g_strdup (_ ("It is done again"));
  if (share)
    /* TRANSLATORS: a share as "10 %", and the name of a step */
    return g_strdup_printf (_ ("%s goes back to “%s”"), share, to);
  return g_strdup_printf (_ ("Work goes back to “%s”"), to);
}

static void
append_rework (GString *text, const TlFlow *flow, const TlStep *step)
{
  for (guint i = 0; flow && i < flow->connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, i);
      g_autofree char *words = NULL;

      if (connector->from != step || connector->kind != TL_CONNECTOR_REWORK)
        continue;
      words = rework_words (connector);
      append_part (text, words);
    }
}

static char *
waste_words (const TlStep *step, const TlFlow *flow)
{
  GString *text = g_string_new (NULL);
  const char *kind = tl_step_waste_word (step);

  if (kind)
    {
      /* TRANSLATORS: a kind of waste, as "checking" */
      g_autofree char *words = g_strdup_printf (_ ("Waste: %s"), kind);
      append_part (text, words);
    }
  else if (step->class == TL_CLASS_WASTE)
    append_part (text, _ ("Waste"));
  append_rework (text, flow, step);
  if (text->len == 0)
    g_string_append (text, step->class == TL_CLASS_VALUE ? _ ("Value work that does not always do what matters")
                                                         : _ ("Nobody has said yet whether it is value or waste"));
  return g_string_free (text, FALSE);
}

/**
 * tl_trace_node_words:
 * @node: a node of a trace
 * @subject: what it is a trace of
 *
 * Returns: (transfer full): what it says
 */
char *
tl_trace_node_words (const TlTraceNode *node, const TlSubject *subject)
{
  const TlCondition *condition = (const TlCondition *) node->item;

  switch (node->column)
    {
    case TL_TRACE_STEP:
      if (node->missing)
        return g_strdup (_ ("Nobody has said yet which step raises it"));
      return tl_words_name (tl_item_name (node->item));
    case TL_TRACE_WASTE:
      return waste_words ((const TlStep *) node->item, subject->flow);
    case TL_TRACE_CONDITION:
      if (node->missing)
        return g_strdup (_ ("Nobody has said yet why"));
      return tl_words_name (condition->name);
    case TL_TRACE_THINKING:
      if (node->missing)
        return g_strdup (_ ("Nobody has said yet what thinking made it so"));
      return g_strdup_printf (_ ("“%s”"), condition->thinking);
    case TL_TRACE_DEMAND:
    case TL_N_TRACE_COLUMNS:
    default:
      return tl_words_name (tl_item_name (node->item));
    }
}

/* ---- in quiet ---- */

static char *
demand_more (const TlDemand *demand, const TlSubject *subject)
{
  const TlCapacity *capacity = subject->capacity;

  for (guint i = 0; capacity && i < capacity->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (capacity->demands, TlDemandNumbers, i);

      if (numbers->demand == demand)
        return tl_words_contacts (numbers->arrivals, capacity->period);
    }
  return NULL;
}

/* What going without it gives back; NULL where that is not known, or nothing. */
static char *
cause_hours (const TlSubject *subject, const TlRaises *raises)
{
  for (guint i = 0; subject->leverage && i < subject->leverage->causes->len; i++)
    {
      const TlCause *cause = &g_array_index (subject->leverage->causes, TlCause, i);

      if (cause->item == &raises->item && cause->hours > 0)
        return tl_words_hours_per (cause->hours, subject->leverage->period);
    }
  return NULL;
}

static char *
raised_words (const TlRaises *raises, const TlSubject *subject)
{
  g_autofree char *rate = raises->rate <= 1 ? tl_words_share (raises->rate) : tl_words_number (raises->rate);
  g_autofree char *often = raises->rate <= 1 ? g_strdup_printf (_ ("at %s of its visits"), rate)
                                             : g_strdup_printf (_ ("%s at each visit"), rate);
  g_autofree char *hours = cause_hours (subject, raises);

  if (!hours)
    return g_steal_pointer (&often);
  /* TRANSLATORS: how often a step raises a failure demand, as "at 35 % of its visits", and hours as
   * "63 h a week" */
  return g_strdup_printf (_ ("%s, takes %s"), often, hours);
}

static gboolean
is_traced (const TlRaises *raises, const TlStep *step, const TlSubject *subject)
{
  return raises->step == step && raises->rate > 0 && raises->demand
         && (!subject->demand || raises->demand == subject->demand);
}

static guint
count_traced (const TlStep *step, const TlSubject *subject)
{
  guint n = 0;

  for (guint i = 0; i < subject->flow->raises->len; i++)
    n += is_traced (g_ptr_array_index (subject->flow->raises, i), step, subject);
  return n;
}

/* A step that raises several demands says each by its name. */
static char *
step_more (const TlStep *step, const TlSubject *subject)
{
  GString *text = g_string_new (NULL);
  gboolean several = count_traced (step, subject) > 1;

  for (guint i = 0; i < subject->flow->raises->len; i++)
    {
      const TlRaises *raises = g_ptr_array_index (subject->flow->raises, i);
      g_autofree char *words = NULL;
      g_autofree char *name = NULL;

      if (!is_traced (raises, step, subject))
        continue;
      words = raised_words (raises, subject);
      name = tl_words_name (tl_item_name (raises->demand));
      if (text->len > 0)
        g_string_append (text, PARTED_BY);
      if (several)
        /* TRANSLATORS: the name of a failure demand, and how often a step raises it */
        g_string_append_printf (text, _ ("“%s” %s"), name, words);
      else
        g_string_append (text, words);
    }
  return g_string_free (text, FALSE);
}

static char *
condition_more (const TlCondition *condition, const TlSubject *subject)
{
  const TlConditionLeverage *one = subject->leverage ? tl_leverage_condition (subject->leverage, condition) : NULL;
  g_autofree char *hours = one && one->hours > 0 ? tl_words_hours_per (one->hours, subject->leverage->period) : NULL;
  g_autofree char *back = hours ? g_strdup_printf (_ ("changing it gives back %s"), hours) : NULL;
  GString *text = g_string_new (NULL);

  if (condition->kind != TL_CONDITION_OTHER)
    append_part (text, _ (tl_choice_by_value (tl_condition_kind_choices (), condition->kind)->label));
  append_part (text, back);
  return g_string_free (text, FALSE);
}

/**
 * tl_trace_node_more:
 * @node: a node of a trace
 * @subject: what it is a trace of, with the numbers that there are
 *
 * Returns: (transfer full) (nullable): what there is to say below, in quiet
 */
char *
tl_trace_node_more (const TlTraceNode *node, const TlSubject *subject)
{
  if (node->missing)
    return NULL;
  if (node->column == TL_TRACE_DEMAND)
    return demand_more ((const TlDemand *) node->item, subject);
  if (node->column == TL_TRACE_STEP)
    return step_more ((const TlStep *) node->item, subject);
  if (node->column == TL_TRACE_CONDITION)
    return condition_more ((const TlCondition *) node->item, subject);
  return NULL;
}

/* ---- the whole ---- */

/**
 * tl_trace_nothing:
 * @trace: a trace
 * @subject: what it is of
 *
 * Returns: (transfer full) (nullable): what to do first, where there is nothing to draw
 */
char *
tl_trace_nothing (const TlTrace *trace, const TlSubject *subject)
{
  if (trace->rows->len > 0)
    return NULL;
  if (subject->study && subject->study->conditions->len > 0)
    return g_strdup (_ ("The system conditions are not tied to anything in this flow yet. Tie each to "
                        "the steps and the demands that it bears on."));
  return g_strdup (_ ("Mark what customers have to ask because something went wrong as failure demand, "
                      "and say which step raises it: the way from there to the thinking behind it "
                      "appears here."));
}

static char *
finding_of_one (const TlTrace *trace, const TlSubject *subject)
{
  g_autofree char *name = tl_words_name (tl_item_name (subject->demand));

  if (trace->conditions == 0)
    /* TRANSLATORS: the name of a failure demand */
    return g_strdup_printf (_ ("Nobody has said yet why “%s” comes"), name);
  return g_strdup_printf (
      ngettext ("Behind “%s” stands %u system condition", "Behind “%s” stand %u system conditions", trace->conditions),
      name, trace->conditions);
}

/**
 * tl_trace_finding:
 * @trace: a trace with rows
 * @subject: what it is of
 *
 * Returns: (transfer full): what it shows, in a sentence
 */
char *
tl_trace_finding (const TlTrace *trace, const TlSubject *subject)
{
  if (subject->demand)
    return finding_of_one (trace, subject);
  if (trace->conditions == 0)
    return g_strdup (_ ("Nobody has said yet why failure demand comes"));
  if (trace->demands == 0)
    return g_strdup_printf (ngettext ("%u system condition stands behind the waste",
                                      "%u system conditions stand behind the waste", trace->conditions),
                            trace->conditions);
  return g_strdup_printf (ngettext ("%u system condition stands behind failure demand and waste",
                                    "%u system conditions stand behind failure demand and waste", trace->conditions),
                          trace->conditions);
}

/**
 * tl_trace_count:
 * @trace: a trace
 *
 * Returns: (transfer full): how much it is of, for the footer
 */
char *
tl_trace_count (const TlTrace *trace)
{
  GString *text = g_string_new (NULL);
  g_autofree char *demands
      = g_strdup_printf (ngettext ("%u failure demand", "%u failure demands", trace->demands), trace->demands);
  g_autofree char *loose = g_strdup_printf (
      ngettext ("%u condition tied to nothing yet", "%u conditions tied to nothing yet", trace->loose), trace->loose);

  append_part (text, trace->demands > 0 ? demands : NULL);
  append_part (text, trace->loose > 0 ? loose : NULL);
  return g_string_free (text, FALSE);
}
