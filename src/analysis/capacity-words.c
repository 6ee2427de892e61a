/* The sentences of capacity.h. */
#include "analysis/capacity.h"

#include <math.h>

#include "study/plain-number.h"
#include "study/quantity.h"
#include "study/sentence.h"
#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *
a_period (TlPeriod period)
{
  switch (period)
    {
    case TL_PERIOD_DAY:
      return _ ("a day");
    case TL_PERIOD_WEEK:
      return _ ("a week");
    case TL_PERIOD_MONTH:
      return _ ("a month");
    case TL_PERIOD_YEAR:
      return _ ("a year");
    default:
      g_return_val_if_reached ("");
    }
}

/* Whole numbers are what a room can read; a small one would lose its meaning without a decimal. */
static char *
say_number (double number)
{
  if (number > 0 && number < 0.05)
    return g_strdup (_ ("under 0.1"));
  if (number < 9.95 && fabs (number - rint (number)) >= 0.05)
    return g_strdup_printf ("%.1f", number);
  if (number >= TL_AMOUNT_LONG)
    return tl_amount_format (number);
  return g_strdup_printf ("%'.0f", number);
}

/* Never says 0 % or 100 % of what is only nearly nothing or all. */
static char *
say_share (double share)
{
  double percent = share * 100;

  if (percent > 0 && percent < 0.05)
    return g_strdup (_ ("under 0.1\302\240%"));
  if ((percent > 0 && percent < 0.5) || (percent >= 99.5 && percent < 99.95))
    /* Translators: a share, %.1f is a number; a no-break space stands before the sign */
    return g_strdup_printf (_ ("%.1f\302\240%%"), percent);
  if (percent >= 99.95 && percent < 100)
    return g_strdup (_ ("over 99.9\302\240%"));
  /* Translators: a share, %.0f is a whole number; a no-break space stands before the sign */
  return g_strdup_printf (_ ("%.0f\302\240%%"), percent);
}

/* The first demand type that comes and, where @enters, comes into the flow. */
static const TlDemandNumbers *
find_coming (const TlCapacity *self, gboolean enters)
{
  for (guint i = 0; i < self->demands->len; i++)
    {
      const TlDemandNumbers *numbers = &g_array_index (self->demands, TlDemandNumbers, i);

      if (numbers->frequency > 0 && (numbers->enters || !enters))
        return numbers;
    }
  return NULL;
}

/* What is missing, one thing at a time, in the order in which a team comes to it. */
static char *
say_no_hours (const TlCapacity *self)
{
  const TlDemandNumbers *coming, *entering;
  const char *name;

  if (self == NULL)
    return g_strdup (_ ("No numbers yet"));
  if (self->steps == NULL || self->steps->len == 0)
    return g_strdup (_ ("No hours yet: draw the steps that the work takes"));
  if (self->demands->len == 0)
    return g_strdup (_ ("No hours yet: say what customers ask for"));
  coming = find_coming (self, FALSE);
  if (coming == NULL)
    return g_strdup (_ ("No hours yet: say how often customers ask"));
  entering = find_coming (self, TRUE);
  if (entering && !entering->computed && self->problems->len > 0)
    return g_strdup (((TlFlowProblem *) g_ptr_array_index (self->problems, 0))->message);
  if (entering)
    return g_strdup (_ ("No hours yet: give the steps a time"));
  name = tl_item_name (coming->demand);
  /* Translators: %s is a demand, in the customer's words */
  return g_strdup_printf (_ ("“%s” enters the flow nowhere yet: select the step where it begins"),
                          *name ? name : _ ("without a name"));
}

char *
tl_capacity_headline_short (const TlCapacity *self)
{
  g_autofree char *share = NULL;

  if (self == NULL || !(self->used > 0))
    return say_no_hours (self);
  if (!(self->hours.hours[TL_BUCKET_FAILURE] > 0))
    return g_strdup (_ ("No failure demand in the hours worked"));

  share = say_share (tl_capacity_share (self, TL_BUCKET_FAILURE));
  /* Translators: %s is a share with its percent sign */
  return g_strdup_printf (_ ("Failure demand consumes %s of the hours worked"), share);
}

char *
tl_capacity_headline (const TlCapacity *self)
{
  g_autofree char *begin = tl_capacity_headline_short (self);
  g_autofree char *failure = NULL;
  g_autofree char *used = NULL;

  if (self == NULL || !(self->used > 0))
    return g_steal_pointer (&begin);

  used = say_number (self->used);
  if (!(self->hours.hours[TL_BUCKET_FAILURE] > 0))
    /* Translators: %s are a sentence, a number of hours, and "a week" or another period */
    return g_strdup_printf (_ ("%s (%s h %s)"), begin, used, a_period (self->period));

  failure = say_number (self->hours.hours[TL_BUCKET_FAILURE]);
  /* Translators: %s are a sentence, a number of hours, all hours, and "a week" or another period */
  return g_strdup_printf (_ ("%s (%s of %s h %s)"), begin, failure, used, a_period (self->period));
}

char *
tl_capacity_contacts_sentence (const TlCapacity *self)
{
  g_autofree char *share = NULL;
  g_autofree char *failure = NULL;
  g_autofree char *all = NULL;

  if (self == NULL || !(self->contacts > 0))
    return g_strdup (_ ("No contacts yet: give demands a frequency"));

  all = say_number (self->contacts);
  if (!(self->failure_contacts > 0))
    /* Translators: %s are a number of contacts, and "a week" or another period */
    return g_strdup_printf (_ ("No contacts are failure demand (%s %s)"), all, a_period (self->period));

  share = say_share (tl_capacity_failure_share_of_contacts (self));
  failure = say_number (self->failure_contacts);
  /* Translators: %s are a share, some contacts, all contacts, and "a week" or another period */
  return tl_sentence_new (g_strdup_printf (_ ("%s of contacts are failure demand (%s of %s %s)"), share, failure, all,
                                           a_period (self->period)));
}
