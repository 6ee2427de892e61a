/* The numbers of a document: worked out when somebody asks for them. */
#include "app/document-private.h"

#include "paint/export.h"

/* Up to this many connectors leverage is worked out at once: it takes less than a frame. Above, on
 * another thread. */
#define LEVERAGE_AT_ONCE 150

static void
compute (TlDocument *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->capacity, tl_capacity_unref);
  g_clear_pointer (&self->message, g_free);
  self->numbers_stale = FALSE;
  if (!self->flow)
    return;
  self->capacity = tl_capacity_compute (tl_document_study (self), self->flow, &error);
  if (!self->capacity)
    self->message = g_strdup (error->message);
}

/**
 * tl_document_capacity:
 * @self: a document
 *
 * Computed when asked for, if the study has changed since.
 *
 * Returns: (transfer none) (nullable): the numbers of the flow shown, good until the next edit; %NULL
 *   where it has none
 */
const TlCapacity *
tl_document_capacity (TlDocument *self)
{
  if (self->numbers_stale)
    compute (self);
  return self->capacity;
}

/**
 * tl_document_capacity_message:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why there are no numbers, in words
 */
const char *
tl_document_capacity_message (TlDocument *self)
{
  if (self->numbers_stale)
    compute (self);
  return self->message;
}

/* ---- two flows ---- */

/* A redesign is looked at from where it comes from, so that what it frees reads as freed. */
static void
order_pair (TlFlow *shown, TlFlow *other, TlFlow **before, TlFlow **after)
{
  gboolean shown_is_older
      = other->based_on == shown || (shown->based_on != other && tl_item_position (shown) < tl_item_position (other));

  *before = shown_is_older ? shown : other;
  *after = shown_is_older ? other : shown;
}

/**
 * tl_document_comparison:
 * @self: a document
 *
 * Worked out when asked for, if the study has changed since.
 *
 * Returns: (transfer none) (nullable): the flow shown and what it is compared with, good until the next edit;
 *   %NULL where there is one flow alone, or no numbers
 */
const TlComparison *
tl_document_comparison (TlDocument *self)
{
  TlFlow *other, *before, *after;

  if (!self->comparison_stale)
    return self->comparison;
  g_clear_pointer (&self->comparison, tl_comparison_free);
  self->comparison_stale = FALSE;
  other = tl_document_compared (self);
  if (!other)
    return NULL;
  order_pair (self->flow, other, &before, &after);
  self->comparison = tl_comparison_new (tl_document_study (self), before, after, NULL);
  return self->comparison;
}

/**
 * tl_document_differences:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what is another in the flow shown than in what it is compared with, good until
 *   the next edit; %NULL where there is one flow alone
 */
const TlFlowDifferences *
tl_document_differences (TlDocument *self)
{
  TlFlow *other;

  if (!self->differences_stale)
    return self->differences;
  g_clear_pointer (&self->differences, tl_flow_differences_free);
  self->differences_stale = FALSE;
  other = tl_document_compared (self);
  if (other)
    self->differences = tl_flow_differences_new (other, self->flow);
  return self->differences;
}

/* ---- leverage, on another thread for large flows ---- */

static void
work_out_leverage (GTask *task, gpointer source, gpointer model, GCancellable *cancellable)
{
  GError *error = NULL;
  TlLeverage *leverage = tl_leverage_compute_model (model, cancellable, &error);

  if (leverage)
    g_task_return_pointer (task, leverage, (GDestroyNotify) tl_leverage_unref);
  else
    g_task_return_error (task, error);
}

static void start_leverage (TlDocument *self);

static void
on_leverage (GObject *source, GAsyncResult *result, gpointer data)
{
  TlDocument *self = TL_DOCUMENT (source);
  TlLeverage *leverage = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->leverage_work);
  g_clear_pointer (&self->leverage_model, tl_flow_model_unref);
  if (!self->history || self->leverage_stale)
    {
      /* An edit came meanwhile: these are the numbers of yesterday. */
      g_clear_pointer (&leverage, tl_leverage_unref);
      if (self->history)
        start_leverage (self);
      return;
    }
  g_clear_pointer (&self->leverage, tl_leverage_unref);
  self->leverage = leverage;
  tl_document_announce_numbers (self);
}

/* At most one thread works; when an edit has overtaken it, on_leverage() starts again. */
static void
start_leverage (TlDocument *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->leverage_work)
    {
      g_cancellable_cancel (self->leverage_work);
      return;
    }
  self->leverage_stale = FALSE;
  self->leverage_work = g_cancellable_new ();
  self->leverage_model = tl_flow_model_new (tl_document_study (self), self->flow);
  task = g_task_new (self, self->leverage_work, on_leverage, NULL);
  g_task_set_task_data (task, self->leverage_model, NULL);
  g_task_run_in_thread (task, work_out_leverage);
}

static void
compute_leverage_now (TlDocument *self)
{
  g_clear_pointer (&self->leverage, tl_leverage_unref);
  if (self->flow && tl_document_capacity (self))
    self->leverage = tl_leverage_compute (tl_document_study (self), self->flow, NULL, NULL);
  self->leverage_stale = self->leverage_work != NULL;
}

/**
 * tl_document_leverage:
 * @self: a document
 *
 * Worked out when asked for: at once for a small flow, else on another thread. Meanwhile the last
 * result stands.
 *
 * Returns: (transfer none) (nullable): what removing each cause gives back; %NULL where there are no
 *   numbers, and while they are worked out for the first time: "numbers" tells when they are there
 */
const TlLeverage *
tl_document_leverage (TlDocument *self)
{
  if (!self->leverage_stale)
    return self->leverage;
  if (self->flow && self->flow->connectors->len > LEVERAGE_AT_ONCE && tl_document_capacity (self))
    start_leverage (self);
  else
    compute_leverage_now (self);
  return self->leverage;
}

/**
 * tl_document_wait_for_leverage:
 * @self: a document
 *
 * Works it out now, however long it takes: for an export, which can't be mended later.
 */
void
tl_document_wait_for_leverage (TlDocument *self)
{
  if (self->leverage_stale || self->leverage_work)
    compute_leverage_now (self);
}

/**
 * tl_document_traced:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where the trace begins; %NULL for all failure demand
 */
TlDemand *
tl_document_traced (TlDocument *self)
{
  TlItem *item = self->traced ? tl_study_find (tl_document_study (self), self->traced) : NULL;

  return item && item->kind == TL_ITEM_DEMAND ? (TlDemand *) item : NULL;
}

/**
 * tl_document_set_traced:
 * @self: a document
 * @demand: (nullable): where the trace shall begin; %NULL for all failure demand
 */
void
tl_document_set_traced (TlDocument *self, TlDemand *demand)
{
  g_free (self->traced);
  self->traced = demand ? g_strdup (demand->item.id) : NULL;
  tl_document_announce_numbers (self);
}

/**
 * tl_document_fill_subject:
 * @self: a document
 * @view: what is to be drawn
 * @subject: (out caller-allocates): what to draw it from, good until the next edit
 */
void
tl_document_fill_subject (TlDocument *self, TlView view, TlSubject *subject)
{
  *subject = (TlSubject){
    .study = tl_document_study (self),
    .flow = self->flow,
    .capacity = tl_document_capacity (self),
    .measure = tl_document_measure (self),
    .xmr = view == TL_VIEW_CAPABILITY ? tl_document_xmr (self) : NULL,
    .histogram = !self->no_histogram,
    .leverage = tl_view_needs_leverage (view) ? tl_document_leverage (self) : NULL,
    .differs_from = view == TL_VIEW_FLOW && self->differing ? tl_document_compared (self) : NULL,
    .comparison = view == TL_VIEW_COMPARE ? tl_document_comparison (self) : NULL,
    .message = tl_document_capacity_message (self),
    .date = tl_export_today (),
    .by = self->spell,
    .demand = view == TL_VIEW_TRACE ? tl_document_traced (self) : NULL,
  };
}

/**
 * tl_document_set_spell:
 * @self: a document
 * @spell: by what demand over time is shown: day, week or month
 */
void
tl_document_set_spell (TlDocument *self, TlPeriod spell)
{
  if (spell == self->spell)
    return;
  self->spell = spell;
  tl_document_announce_numbers (self);
}
