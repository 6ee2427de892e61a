/* document-private.h: what the files of the document share. */
#pragma once

#include "app/document.h"

G_BEGIN_DECLS

/* What of the history was told last. */
typedef struct
{
  guint undos;
  gboolean can_redo;
  gboolean saved;
} TlDocumentTold;

struct _TlDocument
{
  GObject parent_instance;
  TlHistory *history;
  TlSelection *selection;
  TlFlow *flow;
  TlFlow *compared; /* what a person wants @flow compared with; NULL where nobody said */
  GFile *file;
  char *etag;
  gpointer saving; /* what is on its way to the disk; NULL where nothing is */
  gboolean read_only;
  gboolean opened; /* read from somewhere, not begun empty */

  char *traced; /* id of the demand at which the trace begins; NULL for all failure demand */
  TlCapacity *capacity;
  char *message;
  gboolean numbers_stale;
  TlComparison *comparison;
  gboolean comparison_stale;
  TlPeriod spell;     /* by which demand over time is shown */
  gboolean differing; /* what differs is marked on the flow */
  TlFlowDifferences *differences;
  gboolean differences_stale;
  TlLeverage *leverage;
  gboolean leverage_stale;
  TlFlowModel *leverage_model; /* what the other thread reads; given back on this one */
  GCancellable *leverage_work; /* NULL where nothing is being worked out */
  guint numbers_source;
  TlDocumentTold told;
  gboolean told_moves; /* the edit before moved steps and did nothing else */
  TlMeasure *measure;  /* NULL: the first */
  gboolean no_histogram;
  TlXmr *xmr; /* of the measure shown; NULL where it has to be worked out anew */
};

void tl_document_forget_xmr (TlDocument *self);
void tl_document_announce_numbers (TlDocument *self);
void tl_document_announce_state (TlDocument *self);
void tl_document_let_write_out (TlDocument *self);

G_END_DECLS
