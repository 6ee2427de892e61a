#include "app/document-private.h"

#include <string.h>

#include "app/before-frame.h"
#include "study/item-build.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

enum
{
  SIGNAL_EDITED,
  SIGNAL_NUMBERS,
  SIGNAL_STATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tl_document_dispose (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_clear_handle_id (&self->numbers_source, g_source_remove);
  g_clear_pointer (&self->leverage, tl_leverage_unref);
  g_clear_pointer (&self->leverage_model, tl_flow_model_unref);
  g_clear_pointer (&self->comparison, tl_comparison_free);
  g_clear_pointer (&self->differences, tl_flow_differences_free);
  g_clear_pointer (&self->capacity, tl_capacity_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->file);
  if (self->history)
    g_signal_handlers_disconnect_by_data (self->history, self);
  if (self->flow)
    tl_item_unref (self->flow);
  self->flow = NULL;
  g_clear_pointer (&self->compared, tl_item_unref);
  tl_document_forget_xmr (self);
  g_clear_pointer (&self->measure, tl_item_unref);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (tl_document_parent_class)->dispose (object);
}

static void
tl_document_finalize (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);

  g_free (self->etag);
  g_free (self->message);
  g_free (self->traced);
  G_OBJECT_CLASS (tl_document_parent_class)->finalize (object);
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_document_dispose;
  object_class->finalize = tl_document_finalize;

  /**
   * TlDocument::edited:
   * @self: the document
   * @scope: #TlEditScope flags: what was touched
   *
   * The study is another: after each edit, undo and redo.
   */
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * TlDocument::numbers:
   * @self: the document
   *
   * The capacity is another, or the leverage that was asked for has been worked out. At most once
   * a frame, before it is painted.
   */
  signals[SIGNAL_NUMBERS]
      = g_signal_new ("numbers", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlDocument::state:
   * @self: the document
   *
   * Its title, its file, whether it is saved, what can be undone, or the flow shown is another.
   */
  signals[SIGNAL_STATE]
      = g_signal_new ("state", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_document_init (TlDocument *self)
{
  self->selection = tl_selection_new ();
  self->numbers_stale = TRUE;
  self->leverage_stale = TRUE;
}

/* tl_document_announce_numbers: says that the capacity or the leverage is another. */
void
tl_document_announce_numbers (TlDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_NUMBERS], 0);
}

/* tl_document_announce_state: says that what the window tells of the document may be another. */
void
tl_document_announce_state (TlDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_STATE], 0);
}

static gboolean
announce_numbers (gpointer data)
{
  TlDocument *self = data;

  self->numbers_source = 0;
  tl_document_announce_numbers (self);
  return G_SOURCE_REMOVE;
}

static void
numbers_are_stale (TlDocument *self)
{
  self->numbers_stale = TRUE;
  self->leverage_stale = TRUE;
  self->comparison_stale = TRUE;
  tl_document_forget_xmr (self);
  self->differences_stale = TRUE;
  /* The frame that shows an edit shows its numbers. */
  if (!self->numbers_source)
    self->numbers_source = tl_before_frame_add (TL_BEFORE_FRAME_REST, announce_numbers, self);
}

static TlFlow *
first_flow (TlDocument *self)
{
  GPtrArray *flows = tl_document_study (self)->flows;

  return flows->len > 0 ? g_ptr_array_index (flows, 0) : NULL;
}

static void
show_flow (TlDocument *self, TlFlow *flow)
{
  TlFlow *old = self->flow;

  self->flow = flow ? (TlFlow *) tl_item_ref (flow) : NULL;
  if (old)
    tl_item_unref (old);
  tl_selection_clear (self->selection);
  numbers_are_stale (self);
}

/* Whether what is told of the history is as it was told last, as while a step is dragged. */
static gboolean
is_told (TlDocument *self, guint scope)
{
  TlDocumentTold now
      = { tl_history_length (self->history), tl_history_can_redo (self->history), tl_history_is_saved (self->history) };
  gboolean same = now.undos == self->told.undos && now.can_redo == self->told.can_redo && now.saved == self->told.saved;

  self->told = now;
  return same && scope == TL_SCOPE_PLACES && self->told_moves;
}

static void
on_history_changed (TlHistory *history, guint scope, TlDocument *self)
{
  gboolean told = is_told (self, scope);

  self->told_moves = scope == TL_SCOPE_PLACES;
  if (scope & TL_SCOPE_STRUCTURE)
    {
      tl_selection_prune (self->selection, tl_document_study (self));
      if (!self->flow || self->flow->item.parent != TL_ITEM (tl_document_study (self)))
        show_flow (self, first_flow (self));
    }
  /* Names stand on the charts as well, so words count. */
  if (scope & (TL_SCOPE_NUMBERS | TL_SCOPE_STRUCTURE | TL_SCOPE_WORDS))
    numbers_are_stale (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, scope);
  if (!told)
    tl_document_announce_state (self);
}

/* A team begins to draw at once, so there is always a flow to draw in. It is there before the
 * history is, as nobody would understand an undo that takes the paper away. */
static void
give_first_flow (TlStudy *study)
{
  TlItem *flow;
  g_autofree char *id = NULL;

  if (study->flows->len > 0)
    return;
  flow = tl_item_new (TL_ITEM_FLOW);
  id = tl_study_new_id (study, TL_ITEM_FLOW);
  tl_item_set_id (flow, id);
  tl_item_set_text (flow, "name", _ ("As it is"));
  tl_item_append (study, flow);
}

static void
take_study (TlDocument *self, TlStudy *study)
{
  give_first_flow (study);
  self->history = tl_history_new (study);
  g_signal_connect (self->history, "changed", G_CALLBACK (on_history_changed), self);
  g_signal_connect_swapped (self->history, "changing", G_CALLBACK (tl_document_let_write_out), self);
  g_signal_connect_swapped (self->history, "marked", G_CALLBACK (tl_document_announce_state), self);
  show_flow (self, first_flow (self));
}

/**
 * tl_document_new:
 *
 * Returns: (transfer full): an empty study with one empty flow, in no file yet
 */
TlDocument *
tl_document_new (void)
{
  TlDocument *self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  g_autoptr (TlStudy) study = tl_study_new ();

  take_study (self, study);
  return self;
}

/**
 * tl_document_new_for_study:
 * @study: (transfer none): a study; from now on it is changed through the document alone
 * @file: (nullable): where it was read; %NULL for a sample
 * @etag: (nullable): what tl_study_open() said of @file
 * @read_only: whether @file must not be written over, as a newer version wrote it
 *
 * Returns: (transfer full): a document that counts as saved
 */
TlDocument *
tl_document_new_for_study (TlStudy *study, GFile *file, const char *etag, gboolean read_only)
{
  TlDocument *self = g_object_new (TL_TYPE_DOCUMENT, NULL);

  g_set_object (&self->file, file);
  self->etag = g_strdup (etag);
  self->read_only = read_only;
  self->opened = TRUE;
  take_study (self, study);
  return self;
}

/**
 * tl_document_history:
 * @self: a document
 *
 * Returns: (transfer none): what all edits go through
 */
TlHistory *
tl_document_history (TlDocument *self)
{
  return self->history;
}

/**
 * tl_document_study:
 * @self: a document
 *
 * Returns: (transfer none): its study, for reading
 */
TlStudy *
tl_document_study (TlDocument *self)
{
  return tl_history_get_study (self->history);
}

/**
 * tl_document_selection:
 * @self: a document
 *
 * Returns: (transfer none): what is selected, shared by canvas and inspector
 */
TlSelection *
tl_document_selection (TlDocument *self)
{
  return self->selection;
}

/**
 * tl_document_flow:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the flow shown; %NULL where the study has none
 */
TlFlow *
tl_document_flow (TlDocument *self)
{
  return self->flow;
}

/**
 * tl_document_set_flow:
 * @self: a document
 * @flow: (nullable): a flow of its study
 *
 * Shows another flow; nothing is selected then.
 */
void
tl_document_set_flow (TlDocument *self, TlFlow *flow)
{
  if (flow == self->flow)
    return;
  show_flow (self, flow);
  tl_document_announce_state (self);
}

/**
 * tl_document_compared:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the flow shown is compared with: what was chosen, else what it is
 *   based on or what is based on it; %NULL where there is no other flow
 */
TlFlow *
tl_document_compared (TlDocument *self)
{
  TlFlow *before, *after;

  if (self->compared && self->compared != self->flow && tl_study_of (self->compared) == tl_document_study (self))
    return self->compared;
  if (!self->flow || !tl_comparison_pair (tl_document_study (self), self->flow, &before, &after))
    return NULL;
  return before == self->flow ? after : before;
}

/**
 * tl_document_set_compared:
 * @self: a document
 * @flow: (nullable): what to compare the flow shown with; %NULL: what is most natural
 */
void
tl_document_set_compared (TlDocument *self, TlFlow *flow)
{
  g_clear_pointer (&self->compared, tl_item_unref);
  if (flow && flow != self->flow)
    self->compared = (TlFlow *) tl_item_ref (flow);
  numbers_are_stale (self);
  tl_document_announce_state (self);
}

/**
 * tl_document_get_differing:
 * @self: a document
 *
 * Returns: whether what differs is to be marked on the flow shown
 */
gboolean
tl_document_get_differing (TlDocument *self)
{
  return self->differing;
}

/**
 * tl_document_set_differing:
 * @self: a document
 * @differing: whether what differs is to be marked on the flow shown
 */
void
tl_document_set_differing (TlDocument *self, gboolean differing)
{
  if (differing == self->differing)
    return;
  self->differing = differing;
  numbers_are_stale (self);
  tl_document_announce_state (self);
}

/**
 * tl_document_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it was read or last saved
 */
GFile *
tl_document_file (TlDocument *self)
{
  return self->file;
}

/**
 * tl_document_etag:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what its file was when it was read or last saved
 */
const char *
tl_document_etag (TlDocument *self)
{
  return self->etag;
}

/**
 * tl_document_is_read_only:
 * @self: a document
 *
 * Returns: whether its file must not be written over; it can be saved elsewhere
 */
gboolean
tl_document_is_read_only (TlDocument *self)
{
  return self->read_only;
}

/**
 * tl_document_is_modified:
 * @self: a document
 *
 * Returns: whether there is something that is in no file yet
 */
gboolean
tl_document_is_modified (TlDocument *self)
{
  return !tl_history_is_saved (self->history);
}

/**
 * tl_document_is_untouched:
 * @self: a document
 *
 * Returns: whether it was begun empty and nothing was ever done in it, so that nobody misses it
 */
gboolean
tl_document_is_untouched (TlDocument *self)
{
  return !self->opened && !self->file && !tl_history_can_undo (self->history) && !tl_history_can_redo (self->history);
}

static char *
name_without_suffix (GFile *file)
{
  char *name = g_file_get_basename (file);
  char *suffix;

  if (g_str_has_suffix (name, ".gz"))
    name[strlen (name) - strlen (".gz")] = '\0';
  suffix = g_strrstr (name, ".throughline");
  if (suffix && suffix != name)
    *suffix = '\0';
  return name;
}

/**
 * tl_document_display_name:
 * @self: a document
 *
 * Returns: (transfer full): what people call it: its title, else its file's name, else that it has
 *   none
 */
char *
tl_document_display_name (TlDocument *self)
{
  const char *title = tl_document_study (self)->title;

  if (title)
    return g_strdup (title);
  if (self->file)
    {
      g_autofree char *name = name_without_suffix (self->file);
      return g_filename_display_name (name);
    }
  return g_strdup (_ ("New study"));
}

/**
 * tl_document_file_title:
 * @self: a document
 *
 * Returns: (transfer full): as tl_document_display_name(), for the name of a file: a slash in a title is no folder
 */
char *
tl_document_file_title (TlDocument *self)
{
  return g_strdelimit (tl_document_display_name (self), "/\\:\n", '-');
}
