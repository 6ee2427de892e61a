#include "analysis/agreement.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/**
 * tl_contact_is_judged_twice:
 * @contact: a contact
 *
 * Returns: whether two listeners have judged it
 */
gboolean
tl_contact_is_judged_twice (const TlContact *contact)
{
  return contact->second != TL_CONTACT_AS_DEMAND && tl_contact_judged (contact) != TL_CONTACT_AS_DEMAND;
}

/**
 * tl_contact_is_disputed:
 * @contact: a contact
 *
 * Returns: whether two listeners have judged it, and not alike
 */
gboolean
tl_contact_is_disputed (const TlContact *contact)
{
  return tl_contact_is_judged_twice (contact) && tl_contact_judged (contact) != contact->second;
}

static double
chance_of (const TlAgreement *self)
{
  double sum = 0;

  for (guint kind = TL_CONTACT_VALUE; kind <= TL_CONTACT_UNSURE; kind++)
    {
      double first = 0, second = 0;

      for (guint other = TL_CONTACT_VALUE; other <= TL_CONTACT_UNSURE; other++)
        {
          first += self->table[kind][other];
          second += self->table[other][kind];
        }
      sum += first * second;
    }
  return sum / ((double) self->n * self->n);
}

/**
 * tl_agreement_compute:
 * @study: a study
 * @agreement: (out caller-allocates): how far two listeners agree on its contacts
 */
void
tl_agreement_compute (const TlStudy *study, TlAgreement *agreement)
{
  *agreement = (TlAgreement){ .share = (double) NAN, .by_chance = (double) NAN, .kappa = (double) NAN };
  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];

      if (!tl_contact_is_judged_twice (contact))
        continue;
      agreement->n++;
      agreement->agreed += tl_contact_is_disputed (contact) ? 0 : 1;
      agreement->table[tl_contact_judged (contact)][contact->second]++;
    }
  if (agreement->n == 0)
    return;
  agreement->share = (double) agreement->agreed / agreement->n;
  agreement->by_chance = chance_of (agreement);
  if (agreement->by_chance < 1)
    agreement->kappa = (agreement->share - agreement->by_chance) / (1 - agreement->by_chance);
}

/**
 * tl_agreement_describe:
 * @agreement: how far two listeners agree
 *
 * Returns: (transfer full): that in sentences for a person, also where there is no number to it
 */
char *
tl_agreement_describe (const TlAgreement *agreement)
{
  g_autofree char *agreed = NULL;

  if (agreement->n == 0)
    return g_strdup (_ ("Nobody has given a second opinion yet."));
  agreed = g_strdup_printf (ngettext ("Two listeners agree on %u of %u contact (%.0f %%).",
                                      "Two listeners agree on %u of %u contacts (%.0f %%).", agreement->n),
                            agreement->agreed, agreement->n, 100 * agreement->share);
  if (isnan (agreement->kappa))
    return g_strdup_printf (_ ("%s Both said the same of all, so there is no kappa: it needs something to tell "
                               "apart."),
                            agreed);
  return g_strdup_printf (_ ("%s By chance it would be %.0f %%. Cohen’s kappa is %.2f, where 1 is always and 0 is as "
                             "chance has it."),
                          agreed, 100 * agreement->by_chance, agreement->kappa + 0.0);
}

/**
 * tl_contacts_sample:
 * @study: a study
 * @size: how many, at most
 * @seed: the same gives the same contacts, as long as the log is the same
 *
 * Draws contacts that somebody has judged and that have words, each as likely as any other, without putting back.
 * The way is that of a selection sample (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S), then
 * shuffled, so that the order tells nothing.
 *
 * Returns: (transfer full) (element-type TlContact): them
 */
GPtrArray *
tl_contacts_sample (const TlStudy *study, guint size, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GPtrArray *sample = g_ptr_array_new ();
  guint left = 0;

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];

      left += contact->words && tl_contact_judged (contact) != TL_CONTACT_AS_DEMAND ? 1 : 0;
    }
  for (guint i = 0; i < study->contacts->len && sample->len < size; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];

      if (!contact->words || tl_contact_judged (contact) == TL_CONTACT_AS_DEMAND)
        continue;
      if (g_rand_double (random) * left < size - sample->len)
        g_ptr_array_add (sample, (gpointer) contact);
      left--;
    }
  for (guint i = sample->len; i-- > 1;)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
      gpointer held = sample->pdata[i];

      sample->pdata[i] = sample->pdata[other];
      sample->pdata[other] = held;
    }
  return sample;
}
