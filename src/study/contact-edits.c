#include "contact-edits.h"

#include <math.h>
#include <string.h>

#include "flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static void
set_all (TlHistory *history, GPtrArray *contacts, const char *field, TlValue value, const char *name)
{
  if (contacts->len == 0)
    {
      tl_value_clear (&value);
      return;
    }
  tl_history_begin (history, name, NULL);
  tl_history_apply (history, tl_edit_new_set_all (contacts, tl_item_field (TL_ITEM_CONTACT, field), value));
  tl_history_end (history);
}

static const char *
judging_name (TlContactKind kind)
{
  switch (kind)
    {
    case TL_CONTACT_VALUE:
      return _ ("Mark contacts as value");
    case TL_CONTACT_FAILURE:
      return _ ("Mark contacts as failure");
    case TL_CONTACT_UNSURE:
      return _ ("Mark contacts as not sure");
    case TL_CONTACT_AS_DEMAND:
    default:
      return _ ("Judge contacts as their type");
    }
}

/**
 * tl_contacts_judge:
 * @history: the study's history
 * @contacts: (element-type TlContact): some of its contacts
 * @kind: what they are, whatever their types say; %TL_CONTACT_AS_DEMAND for what their types say
 */
void
tl_contacts_judge (TlHistory *history, GPtrArray *contacts, TlContactKind kind)
{
  set_all (history, contacts, "kind", tl_value_choice ((int) kind), judging_name (kind));
}

/**
 * tl_contacts_retype:
 * @history: the study's history
 * @contacts: (element-type TlContact): some of its contacts
 * @demand: (nullable): the type they are of; %NULL for none yet
 */
void
tl_contacts_retype (TlHistory *history, GPtrArray *contacts, TlDemand *demand)
{
  set_all (history, contacts, "demand", tl_value_item (demand),
           demand ? _ ("Change type of contacts") : _ ("Take contacts out of their type"));
}

/**
 * tl_contacts_retype_new:
 * @history: the study's history
 * @contacts: (element-type TlContact): some of its contacts
 * @name: of a type that is not there yet
 *
 * Makes the type and gives it to @contacts, as one entry.
 *
 * Returns: (transfer none): the type, which nobody has judged yet
 */
TlDemand *
tl_contacts_retype_new (TlHistory *history, GPtrArray *contacts, const char *name)
{
  TlDemand *demand;

  tl_history_begin (history, _ ("Change type of contacts"), NULL);
  demand = tl_study_add_demand (history, name, TL_DEMAND_UNSURE, (double) NAN);
  tl_contacts_retype (history, contacts, demand);
  tl_history_end (history);
  return demand;
}

static gboolean
has_thread (const TlStudy *study, const char *thread)
{
  for (guint i = 0; i < study->contacts->len; i++)
    if (g_strcmp0 (((TlContact *) study->contacts->pdata[i])->thread, thread) == 0)
      return TRUE;
  return FALSE;
}

/* The highest number among names that end in one, as "Need 12". */
static guint64
highest_number (const TlStudy *study)
{
  guint64 highest = 0;

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const char *thread = ((TlContact *) study->contacts->pdata[i])->thread;
      const char *number = thread ? strrchr (thread, ' ') : NULL;

      if (number && strlen (number) < 12)
        highest = MAX (highest, g_ascii_strtoull (number + 1, NULL, 10));
    }
  return highest;
}

/**
 * tl_contacts_suggest_thread:
 * @study: a study
 * @contacts: (element-type TlContact): contacts of one need
 *
 * Returns: (transfer full): what the need may be called: as one of them says already, else a name that no
 *   need has
 */
char *
tl_contacts_suggest_thread (const TlStudy *study, GPtrArray *contacts)
{
  guint64 number;
  char *name = NULL;

  for (guint i = 0; i < contacts->len; i++)
    {
      const TlContact *contact = contacts->pdata[i];

      if (contact->thread)
        return g_strdup (contact->thread);
    }
  number = highest_number (study);
  do
    {
      g_free (name);
      /* Translators: a name for contacts of one customer about one need, until they give it a better one */
      name = g_strdup_printf (_ ("Need %d"), (int) MIN (++number, G_MAXINT));
    }
  while (has_thread (study, name));
  return name;
}

/**
 * tl_contacts_thread:
 * @history: the study's history
 * @contacts: (element-type TlContact): contacts of one customer
 * @thread: (nullable): what their need is called; %NULL where they are not of one need after all
 */
void
tl_contacts_thread (TlHistory *history, GPtrArray *contacts, const char *thread)
{
  set_all (history, contacts, "thread", tl_value_text (thread),
           thread ? _ ("Make contacts one need") : _ ("Take contacts apart"));
}
