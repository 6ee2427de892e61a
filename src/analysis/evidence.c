#include "analysis/evidence.h"

#include <math.h>

#include "study/condition.h"
#include "study/flow.h"
#include "study/log-counts.h"
#include "study/measure.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const struct
{
  const char *words;
  const char *page;
  const char *nothing;
} questions[TL_N_QUESTIONS] = {
  { N_ ("What is the purpose, in the customer’s words?"), "purpose",
    N_ ("Nothing yet: say in one sentence what customers come for") },
  { N_ ("What do customers ask for, how often?"), "demand",
    N_ ("Nothing yet: listen to customers, and write down what they say") },
  { N_ ("What does the system predictably achieve?"), "capability",
    N_ ("Nothing yet: measure what matters to customers, over time") },
  { N_ ("How does the work flow?"), "flow", N_ ("Nothing yet: follow one customer’s request, and draw each step") },
  { N_ ("Why does it behave like this?"), "conditions",
    N_ ("Nothing yet: ask why at the waste and at the failure demand") },
  { N_ ("What thinking made it so?"), "conditions",
    N_ ("Nothing yet: ask of each condition what must have been believed") },
};

/* ---- counting ---- */

static void
count_contacts (TlEvidence *self, const TlStudy *study)
{
  const GPtrArray *cells = tl_study_log_counts (study)->by_day;

  self->contacts = study->contacts->len;
  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = g_ptr_array_index (cells, i);
      TlContactKind kind = tl_log_cell_judged (cell);

      self->unsure += kind == TL_CONTACT_UNSURE ? cell->n : 0;
      self->unjudged += kind == TL_CONTACT_AS_DEMAND ? cell->n : 0;
    }
}

static void
count_measures (TlEvidence *self, const GPtrArray *measures)
{
  self->measures = measures->len;
  for (guint i = 0; i < measures->len; i++)
    {
      const GPtrArray *points = ((TlMeasure *) g_ptr_array_index (measures, i))->points;

      for (guint k = 0; k < points->len; k++)
        self->values += !isnan (((TlPoint *) g_ptr_array_index (points, k))->value);
    }
}

/* Where nothing is done there is nothing to judge. */
static gboolean
waits_for_judgement (const TlStep *step)
{
  gboolean does = step->kind == TL_STEP_WORK || step->kind == TL_STEP_DECISION;

  return step->class == TL_CLASS_NONE && (does || step->work_minutes > 0);
}

static void
count_steps (TlEvidence *self, const GPtrArray *flows)
{
  for (guint i = 0; i < flows->len; i++)
    {
      const GPtrArray *steps = ((TlFlow *) g_ptr_array_index (flows, i))->steps;

      self->steps += steps->len;
      for (guint k = 0; k < steps->len; k++)
        self->unjudged_steps += waits_for_judgement (g_ptr_array_index (steps, k));
    }
}

static void
count_conditions (TlEvidence *self, const GPtrArray *conditions)
{
  self->conditions = conditions->len;
  for (guint i = 0; i < conditions->len; i++)
    {
      const TlCondition *condition = g_ptr_array_index (conditions, i);

      self->tied += condition->links->len > 0;
      self->thinking += condition->thinking != NULL;
    }
}

TlEvidence
tl_evidence_count (const TlStudy *study)
{
  TlEvidence self = {
    .has_statement = study->statement != NULL,
    .matters = study->matters->len,
    .demands = study->demands->len,
  };

  count_contacts (&self, study);
  count_measures (&self, study->measures);
  count_steps (&self, study->flows);
  count_conditions (&self, study->conditions);
  return self;
}

gboolean
tl_evidence_is_there (const TlEvidence *self, TlQuestionOfCheck question)
{
  const gboolean there[TL_N_QUESTIONS] = {
    [TL_QUESTION_PURPOSE] = self->has_statement || self->matters > 0,
    [TL_QUESTION_DEMAND] = self->demands > 0 || self->contacts > 0,
    [TL_QUESTION_CAPABILITY] = self->measures > 0,
    [TL_QUESTION_FLOW] = self->steps > 0,
    [TL_QUESTION_CONDITIONS] = self->conditions > 0,
    [TL_QUESTION_THINKING] = self->thinking > 0,
  };

  g_return_val_if_fail (question < TL_N_QUESTIONS, FALSE);
  return there[question];
}

/* ---- words ---- */

/* Adds a part of a list, and a comma before it. */
static void G_GNUC_PRINTF (2, 3) add (GString *words, const char *format, ...)
{
  g_autofree char *part = NULL;
  va_list arguments;

  va_start (arguments, format);
  part = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (words->len > 0)
    /* TRANSLATORS: between the parts of a list, as in "412 contacts, 37 not yet judged" */
    g_string_append (words, C_ ("list", ", "));
  g_string_append (words, part);
}

static void
add_purpose (const TlEvidence *self, GString *words)
{
  add (words, "%s", self->has_statement ? _ ("Said in one sentence") : _ ("Not said yet"));
  if (self->matters > 0)
    add (words, ngettext ("%u thing that matters to customers", "%u things that matter to customers", self->matters),
         self->matters);
  else
    add (words, "%s", _ ("nothing yet of what matters to customers"));
}

static void
add_demand (const TlEvidence *self, GString *words)
{
  add (words, ngettext ("%u type of demand", "%u types of demand", self->demands), self->demands);
  if (self->contacts == 0)
    {
      add (words, "%s", _ ("no contacts listened to yet"));
      return;
    }
  add (words, ngettext ("%u contact", "%u contacts", self->contacts), self->contacts);
  if (self->unjudged > 0)
    add (words, ngettext ("%u not yet judged", "%u not yet judged", self->unjudged), self->unjudged);
  if (self->unsure > 0)
    add (words, ngettext ("%u not sure", "%u not sure", self->unsure), self->unsure);
}

static void
add_capability (const TlEvidence *self, GString *words)
{
  add (words, ngettext ("%u measure", "%u measures", self->measures), self->measures);
  if (self->values > 0)
    add (words, ngettext ("%u value", "%u values", self->values), self->values);
  else
    add (words, "%s", _ ("no values yet"));
}

static void
add_flow (const TlEvidence *self, GString *words)
{
  add (words, ngettext ("%u step", "%u steps", self->steps), self->steps);
  if (self->unjudged_steps > 0)
    add (words, ngettext ("%u neither value nor waste yet", "%u neither value nor waste yet", self->unjudged_steps),
         self->unjudged_steps);
}

static void
add_conditions (const TlEvidence *self, GString *words)
{
  guint loose = self->conditions - self->tied;

  add (words, ngettext ("%u system condition", "%u system conditions", self->conditions), self->conditions);
  if (loose > 0)
    add (words, ngettext ("%u not tied to anything yet", "%u not tied to anything yet", loose), loose);
}

static void
add_thinking (const TlEvidence *self, GString *words)
{
  guint open = self->conditions - self->thinking;

  add (words, ngettext ("The thinking behind %u condition", "The thinking behind %u conditions", self->thinking),
       self->thinking);
  if (open > 0)
    add (words, ngettext ("%u still open", "%u still open", open), open);
}

char *
tl_evidence_words (const TlEvidence *self, TlQuestionOfCheck question)
{
  static void (*const adders[TL_N_QUESTIONS]) (const TlEvidence *, GString *) = {
    [TL_QUESTION_PURPOSE] = add_purpose,       [TL_QUESTION_DEMAND] = add_demand,
    [TL_QUESTION_CAPABILITY] = add_capability, [TL_QUESTION_FLOW] = add_flow,
    [TL_QUESTION_CONDITIONS] = add_conditions, [TL_QUESTION_THINKING] = add_thinking,
  };
  GString *words;

  g_return_val_if_fail (question < TL_N_QUESTIONS, NULL);
  if (!tl_evidence_is_there (self, question))
    return g_strdup (_ (questions[question].nothing));
  words = g_string_new (NULL);
  adders[question](self, words);
  return g_string_free (words, FALSE);
}

const char *
tl_question_words (TlQuestionOfCheck question)
{
  g_return_val_if_fail (question < TL_N_QUESTIONS, NULL);
  return _ (questions[question].words);
}

const char *
tl_question_page (TlQuestionOfCheck question)
{
  g_return_val_if_fail (question < TL_N_QUESTIONS, NULL);
  return questions[question].page;
}
