#include "contact-rows.h"

#include <string.h>

#include "analysis/agreement.h"
#include "study/flow-search.h"
#include "study/day.h"
#include "study/text-fold.h"

/* So many contacts are looked at between two looks at whether the answer is still wanted. */
#define LOOK_EVERY 4096

/**
 * tl_contact_filter_copy:
 * @filter: a filter
 * @copy: (out caller-allocates): one that owns its texts; for tl_contact_filter_clear()
 */
void
tl_contact_filter_copy (const TlContactFilter *filter, TlContactFilter *copy)
{
  *copy = *filter;
  copy->text = g_strdup (filter->text);
  copy->channel = g_strdup (filter->channel);
  copy->place = g_strdup (filter->place);
  copy->thread = g_strdup (filter->thread);
}

/**
 * tl_contact_filter_clear:
 * @filter: one that owns its texts; lets all through afterwards
 */
void
tl_contact_filter_clear (TlContactFilter *filter)
{
  g_free (filter->text);
  g_free (filter->channel);
  g_free (filter->place);
  g_free (filter->thread);
  *filter = (TlContactFilter){ 0 };
}

static gboolean
asks_for_words (const TlContactFilter *filter)
{
  return filter->text && *filter->text;
}

/**
 * tl_contact_filter_is_open:
 * @filter: a filter
 *
 * Returns: whether it lets all contacts through
 */
gboolean
tl_contact_filter_is_open (const TlContactFilter *filter)
{
  return !asks_for_words (filter) && filter->judged == TL_JUDGED_ANY && !filter->without_demand && !filter->demand
         && !filter->channel && !filter->place && !filter->thread && filter->threads == TL_THREADS_ANY
         && !filter->disputed && !filter->from && !filter->to;
}

/**
 * Search:
 * @words: (nullable): folded; all of them must be there
 * @buffer: for folded texts of a contact
 */
typedef struct
{
  const TlContactFilter *filter;
  char **words;
  GString *buffer;
  GString *all;
} Search;

static gboolean
is_judged (const TlContact *contact, TlJudgedChoice choice)
{
  static const TlContactKind kinds[] = {
    [TL_JUDGED_VALUE] = TL_CONTACT_VALUE,
    [TL_JUDGED_FAILURE] = TL_CONTACT_FAILURE,
    [TL_JUDGED_UNSURE] = TL_CONTACT_UNSURE,
    [TL_JUDGED_NOT_YET] = TL_CONTACT_AS_DEMAND,
  };

  return choice == TL_JUDGED_ANY || tl_contact_judged (contact) == kinds[choice];
}

static gboolean
is_within_days (const TlContact *contact, const TlContactFilter *filter)
{
  guint32 day;

  if (!filter->from && !filter->to)
    return TRUE;
  day = tl_day_read (contact->when);
  return day && (!filter->from || day >= filter->from) && (!filter->to || day <= filter->to);
}

static gboolean
is_same (const char *wanted, const char *text)
{
  return !wanted || g_strcmp0 (wanted, text) == 0;
}

static gboolean
is_of_type (const TlContact *contact, const TlContactFilter *filter)
{
  return filter->without_demand ? !contact->demand : !filter->demand || contact->demand == filter->demand;
}

static gboolean
is_of_threads (const TlContact *contact, TlThreadChoice choice)
{
  return choice == TL_THREADS_ANY || (choice == TL_THREADS_WITH) == (contact->thread != NULL);
}

static void
add_text (Search *self, const char *text)
{
  if (!text)
    return;
  tl_text_fold_into (self->buffer, text, G_MAXSIZE);
  g_string_append_len (self->all, self->buffer->str, (gssize) self->buffer->len);
  g_string_append_c (self->all, '\n');
}

static gboolean
has_words (Search *self, const TlContact *contact)
{
  if (!self->words)
    return TRUE;
  g_string_truncate (self->all, 0);
  add_text (self, contact->words);
  add_text (self, contact->demand ? contact->demand->name : NULL);
  add_text (self, contact->channel);
  add_text (self, contact->place);
  add_text (self, contact->thread);
  add_text (self, contact->listener);
  for (guint i = 0; self->words[i]; i++)
    if (!strstr (self->all->str, self->words[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_wanted (Search *self, const TlContact *contact)
{
  const TlContactFilter *filter = self->filter;

  return is_judged (contact, filter->judged) && is_of_type (contact, filter)
         && is_same (filter->channel, contact->channel) && is_same (filter->place, contact->place)
         && is_same (filter->thread, contact->thread) && is_of_threads (contact, filter->threads)
         && (!filter->disputed || tl_contact_is_disputed (contact)) && is_within_days (contact, filter)
         && has_words (self, contact);
}

static void
search_init (Search *self, const TlContactFilter *filter)
{
  *self = (Search){ .filter = filter, .buffer = g_string_new (NULL), .all = g_string_new (NULL) };
  if (asks_for_words (filter))
    {
      g_autofree char *folded = tl_text_fold (filter->text);

      self->words = g_strsplit_set (folded, " \t\n", -1);
    }
}

static void
search_clear (Search *self)
{
  g_strfreev (self->words);
  g_string_free (self->buffer, TRUE);
  g_string_free (self->all, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/**
 * tl_contact_rows_new:
 * @study: a study
 * @filter: which of its contacts
 * @cancellable: (nullable): to be told that nobody wants to know any more
 *
 * Returns: (transfer full) (nullable): them, in the study's order; %NULL where it was cancelled
 */
TlContactRows *
tl_contact_rows_new (const TlStudy *study, const TlContactFilter *filter, GCancellable *cancellable)
{
  g_autoptr (TlContactRows) rows = g_new0 (TlContactRows, 1);
  g_auto (Search) search = { 0 };

  search_init (&search, filter);
  rows->positions = g_new (guint32, study->contacts->len + 1);
  for (guint i = 0; i < study->contacts->len; i++)
    {
      const TlContact *contact = study->contacts->pdata[i];

      if (i % LOOK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (!is_wanted (&search, contact))
        continue;
      rows->positions[rows->n++] = i;
      rows->judged[tl_contact_judged (contact)]++;
    }
  return g_steal_pointer (&rows);
}

/**
 * tl_contact_rows_free:
 * @rows: (transfer full): rows
 */
void
tl_contact_rows_free (TlContactRows *rows)
{
  g_free (rows->positions);
  g_free (rows);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tl_contact_texts:
 * @study: a study
 * @field: a text field of contacts, as their channel
 * @cancellable: (nullable): to be told that nobody wants to know any more
 *
 * Returns: (transfer full) (element-type utf8): each different text that stands there, in the order of words
 */
GPtrArray *
tl_contact_texts (const TlStudy *study, const TlField *field, GCancellable *cancellable)
{
  /* Of what is shared there is one copy of each. */
  gboolean is_shared = field->flags & TL_FIELD_SHARED;
  g_autoptr (GHashTable) seen = is_shared ? g_hash_table_new (NULL, NULL) : g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *last = NULL;

  for (guint i = 0; i < study->contacts->len; i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, study->contacts->pdata[i], field->offset);

      if (i % LOOK_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      if (!text || text == last || !g_hash_table_add (seen, (gpointer) text))
        continue;
      last = text;
      g_ptr_array_add (texts, g_strdup (text));
    }
  g_ptr_array_sort (texts, compare_texts);
  return texts;
}
