#include "app/contact-list.h"

#include <string.h>

/* Fewer contacts are gone through at once, within a frame. */
#define FEW 10000

/* ---- an entry ---- */

struct _TlContactEntry
{
  GObject parent_instance;
  TlContact *contact;
};

G_DEFINE_FINAL_TYPE (TlContactEntry, tl_contact_entry, G_TYPE_OBJECT)

static void
tl_contact_entry_finalize (GObject *object)
{
  g_clear_pointer (&TL_CONTACT_ENTRY (object)->contact, tl_item_unref);
  G_OBJECT_CLASS (tl_contact_entry_parent_class)->finalize (object);
}

static void
tl_contact_entry_class_init (TlContactEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_contact_entry_finalize;
}

static void
tl_contact_entry_init (TlContactEntry *self)
{
}

/* ---- looking for rows ---- */

/* One search. It is shared by the list and the thread: whoever is last frees it. */
typedef struct
{
  gint ref_count;
  TlStudy *study; /* not owned: the list holds its document until the thread is done */
  TlContactFilter filter;
  const TlField *field;
  gboolean descending;
  gboolean with_texts;
  GPtrArray *channels; /* NULL where they are known already; and places */
  GPtrArray *places;
  GCancellable *cancellable;
  GMutex lock;
  GCond done_changed;
  gboolean done;
  TlContactRows *rows; /* NULL where it was cancelled */
} Search;

struct _TlContactList
{
  GObject parent_instance;
  TlDocument *document;
  TlContactFilter filter;
  const TlField *field;
  gboolean descending;
  TlContactRows *rows;
  GPtrArray *channels; /* all that stand in the study */
  GPtrArray *places;
  gboolean texts_stale;  /* what stands in @channels and @places */
  guint n_items;         /* as was last told */
  guint n_contacts;      /* of the study, when the rows were found */
  gboolean came_or_went; /* contacts, since the rows were found */
  gboolean held;         /* rows stay where they are */
  gboolean stale;        /* the study changed while they were held */
  Search *search;        /* NULL where nothing is being looked for */
  guint start_source;
};

enum
{
  SIGNAL_REFRESHING,
  SIGNAL_REFRESHED,
  SIGNAL_BUSY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlContactList,
                               tl_contact_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
search_unref (gpointer data)
{
  Search *self = data;

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  tl_contact_filter_clear (&self->filter);
  g_clear_pointer (&self->rows, tl_contact_rows_free);
  g_clear_pointer (&self->channels, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->done_changed);
  g_free (self);
}

static Search *
search_new (TlContactList *list)
{
  Search *self = g_new0 (Search, 1);

  self->ref_count = 1;
  self->study = tl_document_study (list->document);
  tl_contact_filter_copy (&list->filter, &self->filter);
  self->field = list->field;
  self->descending = list->descending;
  self->with_texts = list->texts_stale;
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->done_changed);
  return self;
}

static GPtrArray *
texts_in (Search *self, const char *field)
{
  return tl_contact_texts (self->study, tl_item_field (TL_ITEM_CONTACT, field), self->cancellable);
}

static void
search_run (Search *self)
{
  g_autoptr (TlContactRows) rows = tl_contact_rows_new (self->study, &self->filter, self->cancellable);

  if (rows && self->field
      && !tl_contact_rows_sort (rows, self->study, self->field, self->descending, self->cancellable))
    g_clear_pointer (&rows, tl_contact_rows_free);
  if (rows && self->with_texts)
    {
      self->channels = texts_in (self, "channel");
      self->places = texts_in (self, "place");
    }
  g_mutex_lock (&self->lock);
  self->rows = g_steal_pointer (&rows);
  self->done = TRUE;
  g_cond_broadcast (&self->done_changed);
  g_mutex_unlock (&self->lock);
}

static void
search_wait (Search *self)
{
  g_mutex_lock (&self->lock);
  while (!self->done)
    g_cond_wait (&self->done_changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  search_run (data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
says_the_same (const TlContactRows *a, const TlContactRows *b)
{
  return a && b && a->n == b->n && memcmp (a->positions, b->positions, a->n * sizeof (guint32)) == 0;
}

static void
take_rows (TlContactList *self, TlContactRows *rows)
{
  gboolean same = says_the_same (self->rows, rows);
  guint before = self->n_items;

  if (!same)
    g_signal_emit (self, signals[SIGNAL_REFRESHING], 0, !self->came_or_went);
  g_clear_pointer (&self->rows, tl_contact_rows_free);
  self->rows = rows;
  self->n_items = rows ? rows->n : 0;
  self->n_contacts = rows ? tl_document_study (self->document)->contacts->len : 0;
  self->came_or_went = FALSE;
  if (!same)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}

static void
take_texts (TlContactList *self, Search *search)
{
  if (!search->with_texts)
    return;
  g_clear_pointer (&self->channels, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->channels = g_steal_pointer (&search->channels);
  self->places = g_steal_pointer (&search->places);
  self->texts_stale = FALSE;
}

static void
busy_changed (TlContactList *self)
{
  g_signal_emit (self, signals[SIGNAL_BUSY], 0);
}

/* The thread is done with @search, which may be one that nobody waits for any more. */
static void
end_search (TlContactList *self, Search *search)
{
  TlContactRows *rows;

  if (self->search != search)
    return;
  rows = g_steal_pointer (&search->rows);
  self->search = NULL;
  if (rows)
    {
      take_texts (self, search);
      take_rows (self, rows);
    }
  search_unref (search);
  busy_changed (self);
}

static void
on_found (GObject *object, GAsyncResult *result, gpointer data)
{
  end_search (TL_CONTACT_LIST (object), g_task_get_task_data (G_TASK (result)));
}

/* Returns: whether there was one */
static gboolean
stop_search (TlContactList *self)
{
  Search *search = g_steal_pointer (&self->search);

  g_clear_handle_id (&self->start_source, g_source_remove);
  if (!search)
    return FALSE;
  g_cancellable_cancel (search->cancellable);
  search_wait (search);
  search_unref (search);
  return TRUE;
}

static void
begin_search (TlContactList *self)
{
  g_autoptr (GTask) task = NULL;

  self->search = search_new (self);
  if (tl_document_study (self->document)->contacts->len < FEW)
    {
      search_run (self->search);
      end_search (self, self->search);
      return;
    }
  task = g_task_new (self, NULL, on_found, NULL);
  g_atomic_int_inc (&self->search->ref_count);
  g_task_set_task_data (task, self->search, search_unref);
  g_task_run_in_thread (task, run_in_thread);
  busy_changed (self);
}

static gboolean
start (gpointer data)
{
  TlContactList *self = data;

  self->start_source = 0;
  if (!self->search)
    begin_search (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that happens before the next frame. */
static void
look_again (TlContactList *self)
{
  stop_search (self);
  if (self->document)
    self->start_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, start, self, NULL);
  else
    take_rows (self, NULL);
}

/* ---- the study ---- */

static void
on_changing (TlContactList *self)
{
  stop_search (self);
}

/* Whether rows still mean the contacts that they were found for. */
static gboolean
stands (TlContactList *self)
{
  return self->rows && self->n_contacts == tl_document_study (self->document)->contacts->len;
}

static void
on_edited (TlDocument *document, guint scope, TlContactList *self)
{
  if (scope & TL_SCOPE_STRUCTURE)
    self->came_or_went = TRUE;
  if (scope & (TL_SCOPE_STRUCTURE | TL_SCOPE_WORDS))
    self->texts_stale = TRUE;
  if (self->n_items > 0 && tl_document_study (document)->contacts->len == 0)
    take_rows (self, NULL);
  if (self->held && stands (self))
    {
      self->stale = TRUE;
      g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
      return;
    }
  /* Where steps stand says nothing of contacts, but a search may have been stopped for it. */
  look_again (self);
}

static void
forget_document (TlContactList *self)
{
  stop_search (self);
  self->held = self->stale = FALSE;
  if (!self->document)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (tl_document_history (self->document), self);
  g_clear_object (&self->document);
}

/**
 * tl_contact_list_set_document:
 * @self: a list
 * @document: (nullable): whose contacts it lists
 */
void
tl_contact_list_set_document (TlContactList *self, TlDocument *document)
{
  forget_document (self);
  g_clear_pointer (&self->channels, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  self->texts_stale = TRUE;
  self->came_or_went = TRUE;
  take_rows (self, NULL);
  tl_contact_filter_clear (&self->filter);
  self->came_or_went = TRUE;
  if (!document)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_swapped (tl_document_history (document), "changing", G_CALLBACK (on_changing), self);
  g_signal_connect (document, "edited", G_CALLBACK (on_edited), self);
  look_again (self);
}

/**
 * tl_contact_list_set_filter:
 * @self: a list
 * @filter: which contacts it lists; copied
 */
void
tl_contact_list_set_filter (TlContactList *self, const TlContactFilter *filter)
{
  TlContactFilter copy;

  tl_contact_filter_copy (filter, &copy);
  tl_contact_filter_clear (&self->filter);
  self->filter = copy;
  look_again (self);
}

/**
 * tl_contact_list_set_order:
 * @self: a list
 * @field: (nullable): by which field of contacts; %NULL for the study's order
 * @descending: whether the last comes first
 */
void
tl_contact_list_set_order (TlContactList *self, const TlField *field, gboolean descending)
{
  if (self->field == field && self->descending == descending)
    return;
  self->field = field;
  self->descending = descending;
  look_again (self);
}

/**
 * tl_contact_list_hold:
 * @self: a list
 * @hold: whether rows stay where they are, whatever is changed of their contacts
 *
 * For who types in a row: it must not go to another place at every letter. When it is let go, rows are looked for
 * again.
 */
void
tl_contact_list_hold (TlContactList *self, gboolean hold)
{
  self->held = hold;
  if (!hold && self->stale)
    {
      self->stale = FALSE;
      look_again (self);
    }
}

/**
 * tl_contact_list_rows:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the rows as they were found last
 */
const TlContactRows *
tl_contact_list_rows (TlContactList *self)
{
  return self->rows;
}

/**
 * tl_contact_list_get:
 * @self: a list
 * @position: in the list
 *
 * While a search is on after contacts went, rows may stand for other contacts than they did.
 *
 * Returns: (transfer none) (nullable): the contact there
 */
TlContact *
tl_contact_list_get (TlContactList *self, guint position)
{
  GPtrArray *contacts = self->document ? tl_document_study (self->document)->contacts : NULL;

  if (!contacts || contacts->len == 0 || !self->rows || position >= self->rows->n)
    return NULL;
  return contacts->pdata[MIN (self->rows->positions[position], contacts->len - 1)];
}

/**
 * tl_contact_list_find:
 * @self: a list
 * @contact: a contact
 *
 * Goes through all rows.
 *
 * Returns: where it stands in the list; %G_MAXUINT where it does not
 */
guint
tl_contact_list_find (TlContactList *self, const TlContact *contact)
{
  for (guint row = 0; self->rows && row < self->rows->n; row++)
    if (tl_contact_list_get (self, row) == contact)
      return row;
  return G_MAXUINT;
}

/**
 * tl_contact_list_channels:
 * @self: a list
 *
 * Returns: (transfer none) (nullable) (element-type utf8): all channels that stand in the study, in the order of words,
 *   as they were found last
 */
const GPtrArray *
tl_contact_list_channels (TlContactList *self)
{
  return self->channels;
}

/**
 * tl_contact_list_places:
 * @self: a list
 *
 * Returns: (transfer none) (nullable) (element-type utf8): all places, as tl_contact_list_channels()
 */
const GPtrArray *
tl_contact_list_places (TlContactList *self)
{
  return self->places;
}

/**
 * tl_contact_list_is_busy:
 * @self: a list
 *
 * Returns: whether a search is on
 */
gboolean
tl_contact_list_is_busy (TlContactList *self)
{
  return self->search || self->start_source;
}

/**
 * tl_contact_list_finish:
 * @self: a list
 *
 * Waits for the search that is on, so that rows are what they say. For who acts on them.
 */
void
tl_contact_list_finish (TlContactList *self)
{
  if (self->start_source)
    {
      g_clear_handle_id (&self->start_source, g_source_remove);
      start (self);
    }
  if (!self->search)
    return;
  search_wait (self->search);
  end_search (self, self->search);
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_CONTACT_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return TL_CONTACT_LIST (model)->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlContact *contact = tl_contact_list_get (TL_CONTACT_LIST (model), position);
  TlContactEntry *entry;

  if (!contact)
    return NULL;
  entry = g_object_new (TL_TYPE_CONTACT_ENTRY, NULL);
  entry->contact = (TlContact *) tl_item_ref (contact);
  return entry;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
tl_contact_list_dispose (GObject *object)
{
  TlContactList *self = TL_CONTACT_LIST (object);

  forget_document (self);
  tl_contact_filter_clear (&self->filter);
  g_clear_pointer (&self->rows, tl_contact_rows_free);
  g_clear_pointer (&self->channels, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  G_OBJECT_CLASS (tl_contact_list_parent_class)->dispose (object);
}

static void
tl_contact_list_class_init (TlContactListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_contact_list_dispose;
  signals[SIGNAL_REFRESHING]
      = g_signal_new ("refreshing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_BUSY] = g_signal_new ("busy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_contact_list_init (TlContactList *self)
{
}

/**
 * tl_contact_list_new:
 *
 * Returns: (transfer full): a list of nothing
 */
TlContactList *
tl_contact_list_new (void)
{
  return g_object_new (TL_TYPE_CONTACT_LIST, NULL);
}
