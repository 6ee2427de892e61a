/* The measure of a document that is shown, and the numbers of its chart. */
#include "app/document-private.h"

/* tl_document_forget_xmr: the study has changed. */
void
tl_document_forget_xmr (TlDocument *self)
{
  g_clear_pointer (&self->xmr, tl_xmr_free);
}

/**
 * tl_document_measure:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the measure that is shown: the one chosen, as long as the study
 *   has it, else the first; %NULL in a study that has none
 */
TlMeasure *
tl_document_measure (TlDocument *self)
{
  GPtrArray *measures = tl_document_study (self)->measures;

  if (self->measure && g_ptr_array_find (measures, self->measure, NULL))
    return self->measure;
  return measures->len > 0 ? g_ptr_array_index (measures, 0) : NULL;
}

static void
chart_changed (TlDocument *self)
{
  tl_document_forget_xmr (self);
  tl_document_announce_numbers (self);
}

/**
 * tl_document_set_measure:
 * @self: a document
 * @measure: (nullable): one of its study, to be shown
 */
void
tl_document_set_measure (TlDocument *self, TlMeasure *measure)
{
  TlMeasure *old = self->measure;

  if (measure == old)
    return;
  self->measure = measure ? (TlMeasure *) tl_item_ref (measure) : NULL;
  if (old)
    tl_item_unref (old);
  chart_changed (self);
}

/**
 * tl_document_set_histogram:
 * @self: a document
 * @shown: whether charts of measures show, beside, how often which values came; they do at first
 */
void
tl_document_set_histogram (TlDocument *self, gboolean shown)
{
  if (self->no_histogram == !shown)
    return;
  self->no_histogram = !shown;
  tl_document_announce_numbers (self);
}

/**
 * tl_document_xmr:
 * @self: a document
 *
 * Worked out when asked for, if the study has changed since.
 *
 * Returns: (transfer none) (nullable): the numbers of the measure that is shown, good until the next
 *   edit; %NULL where there is none
 */
const TlXmr *
tl_document_xmr (TlDocument *self)
{
  TlMeasure *measure = tl_document_measure (self);

  if (!self->xmr && measure)
    self->xmr = tl_xmr_for_measure (measure, NULL);
  return self->xmr;
}
