#include "app/demand-changes.h"

#include <math.h>

#include "analysis/demand-rate.h"
#include "app/dialogs.h"
#include "paint/words.h"
#include "study/demand-edits.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What a question is about; lives as long as the prompt asks it, or the next one. */
typedef struct
{
  TlDocument *document;
  TlDemand *demand;
  GPtrArray *targets; /* (element-type TlItem): what the suggestions stand for */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_object_unref (self->document);
  tl_item_unref (self->demand);
  g_ptr_array_unref (self->targets);
  g_free (self);
}

static Asked *
asked_new (gpointer owner, TlDocument *document, TlDemand *demand)
{
  Asked *self = g_new0 (Asked, 1);

  self->document = g_object_ref (document);
  self->demand = (TlDemand *) tl_item_ref (demand);
  self->targets = g_ptr_array_new_with_free_func (tl_item_unref);
  if (owner)
    g_object_set_data_full (owner, "tl-asked", self, asked_free);
  return self;
}

/* Names for the suggestions; each stands for the item of the same index. */
static GPtrArray *
names_of (GPtrArray *items, gconstpointer but, GPtrArray *targets)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);

      if (item == but)
        continue;
      g_ptr_array_add (targets, tl_item_ref (item));
      g_ptr_array_add (names, tl_words_name (tl_item_name (item)));
    }
  g_ptr_array_add (names, NULL);
  return names;
}

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, words);
  return FALSE;
}

/* ---- merging ---- */

static double
rate_of (TlStudy *study, const TlDemand *demand)
{
  double rate = tl_demand_rate (study, demand);

  return isnan (demand->frequency) && !(rate > 0) ? (double) NAN : rate;
}

static gboolean
on_merge (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  Asked *self = data;
  TlStudy *study = tl_document_study (self->document);
  TlDemand *into = suggestion >= 0 ? g_ptr_array_index (self->targets, suggestion) : NULL;

  if (!into)
    return refuse (error, _ ("Choose one of the types in the list"));
  tl_demand_merge (tl_document_history (self->document), into, self->demand, rate_of (study, into),
                   rate_of (study, self->demand));
  return TRUE;
}

/**
 * tl_demand_ask_merge:
 * @prompt: where to ask
 * @document: the document
 * @demand: the type that goes
 *
 * Asks into which other type it shall be merged.
 */
void
tl_demand_ask_merge (TlPrompt *prompt, TlDocument *document, TlDemand *demand)
{
  Asked *self = asked_new (prompt, document, demand);
  g_autoptr (GPtrArray) names = names_of (tl_document_study (document)->demands, demand, self->targets);
  g_autofree char *name = tl_words_name (demand->name);
  g_autofree char *title = g_strdup_printf (_ ("Merge “%s” into"), name);
  TlQuestion question
      = { .title = title, .first_label = _ ("Type"), .suggestions = (const char *const *) names->pdata };

  question.hint = _ ("Its contacts and all that hangs on it move along; frequencies add up.");
  tl_prompt_ask (prompt, &question, on_merge, self);
}

/* ---- splitting ---- */

static gboolean
on_split (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  Asked *self = data;
  g_autofree char *name = g_strstrip (g_strdup (second));
  g_autoptr (GPtrArray) contacts = NULL;
  guint all;

  if (!*first)
    return refuse (error, _ ("Which words tell them apart?"));
  if (!*name)
    return refuse (error, _ ("What are they about? The new type needs a name"));
  contacts = tl_demand_contacts_saying (self->demand, first);
  all = tl_demand_ties (self->demand).contacts;
  if (contacts->len == 0)
    return refuse (error, _ ("None of its contacts says that"));
  if (contacts->len == all)
    return refuse (error, _ ("All of its contacts say that: rename the type instead"));
  tl_demand_split (tl_document_history (self->document), self->demand, contacts, name);
  return TRUE;
}

/**
 * tl_demand_ask_split:
 * @prompt: where to ask
 * @document: the document
 * @demand: the type to be split
 *
 * Asks which of its contacts, by what they say, are about something else, and what that is.
 */
void
tl_demand_ask_split (TlPrompt *prompt, TlDocument *document, TlDemand *demand)
{
  Asked *self = asked_new (prompt, document, demand);
  g_autofree char *name = tl_words_name (demand->name);
  g_autofree char *title = g_strdup_printf (_ ("Split “%s”"), name);
  guint n = tl_demand_ties (demand).contacts;
  g_autofree char *hint = g_strdup_printf (ngettext ("It has %u contact.", "It has %u contacts.", n), n);
  TlQuestion question = { .title = title, .hint = hint };

  question.first_label = _ ("Contacts that say");
  question.second_label = _ ("are about");
  question.second_hint = _ ("name of the new type");
  tl_prompt_ask (prompt, &question, on_split, self);
}

/* ---- where it enters ---- */

static void
leave_flow (TlHistory *history, TlFlow *flow, TlDemand *demand)
{
  for (guint i = flow->entries->len; i-- > 0;)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);

      if (entry->demand == demand)
        tl_item_delete (history, entry);
    }
}

static gboolean
on_entry (const char *first, const char *second, int suggestion, gpointer data, GError **error)
{
  Asked *self = data;
  TlHistory *history = tl_document_history (self->document);

  if (suggestion < 0 && *first)
    return refuse (error, _ ("There is no step of that name"));
  tl_history_begin (history, _ ("Change where a demand enters"), NULL);
  if (suggestion >= 0)
    tl_flow_add_entry (history, self->demand, g_ptr_array_index (self->targets, suggestion));
  else
    leave_flow (history, tl_document_flow (self->document), self->demand);
  tl_history_end (history);
  return TRUE;
}

/**
 * tl_demand_ask_entry:
 * @prompt: where to ask
 * @document: the document
 * @demand: a demand type
 *
 * Asks at which step of the flow shown it enters.
 */
void
tl_demand_ask_entry (TlPrompt *prompt, TlDocument *document, TlDemand *demand)
{
  Asked *self = asked_new (prompt, document, demand);
  TlFlow *flow = tl_document_flow (document);
  g_autoptr (GPtrArray) names = flow ? names_of (flow->steps, NULL, self->targets) : NULL;
  TlQuestion question = { .title = _ ("Where does it enter the flow?"), .first_label = _ ("Step") };

  if (!flow)
    return;
  question.suggestions = (const char *const *) names->pdata;
  question.hint = _ ("Left empty it enters nowhere.");
  tl_prompt_ask (prompt, &question, on_entry, self);
}

/* ---- deleting ---- */

static void
add_line (GString *text, guint n, char *line)
{
  g_autofree char *own = line;

  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", own);
}

static char *
tie_words (const TlDemandTies *ties)
{
  GString *text = g_string_new (NULL);

  add_line (text, ties->contacts,
            g_strdup_printf (ngettext ("%u contact stays in the log, without a type.",
                                       "%u contacts stay in the log, without a type.", ties->contacts),
                             ties->contacts));
  add_line (text, ties->entries,
            g_strdup_printf (ngettext ("It no longer enters %u flow.", "It no longer enters %u flows.", ties->entries),
                             ties->entries));
  add_line (text, ties->raises,
            g_strdup_printf (ngettext ("%u step no longer causes it.", "%u steps no longer cause it.", ties->raises),
                             ties->raises));
  add_line (text, ties->shares,
            g_strdup_printf (ngettext ("%u connector loses its share for it.", "%u connectors lose their share for it.",
                                       ties->shares),
                             ties->shares));
  add_line (text, ties->links,
            g_strdup_printf (ngettext ("%u system condition is no longer tied to it.",
                                       "%u system conditions are no longer tied to it.", ties->links),
                             ties->links));
  return g_string_free (text, FALSE);
}

static void
on_delete (const char *reply, gpointer data)
{
  Asked *self = data;

  if (g_str_equal (reply, "delete"))
    tl_item_delete (tl_document_history (self->document), self->demand);
}

/**
 * tl_demand_ask_delete:
 * @parent: the window
 * @document: the document
 * @demand: a demand type
 *
 * Deletes it; where something hangs on it, says what, and asks first.
 */
void
tl_demand_ask_delete (GtkWindow *parent, TlDocument *document, TlDemand *demand)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "delete", _ ("_Delete"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };
  TlDemandTies ties = tl_demand_ties (demand);
  g_autofree char *body = tie_words (&ties);
  g_autofree char *name = tl_words_name (demand->name);
  g_autofree char *heading = g_strdup_printf (_ ("Delete “%s”?"), name);

  if (*body)
    tl_dialogs_ask (parent, heading, body, replies, on_delete, asked_new (NULL, document, demand), asked_free);
  else
    tl_item_delete (tl_document_history (document), demand);
}
