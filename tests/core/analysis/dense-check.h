/* dense-check.h: the arithmetic of docs/arithmetic.md a second time, slowly and plainly.
 *
 * Dense matrices, Gauss with pivots, and the whole inverse for first visits; nothing is shared with
 * the code under test but the study.
 */
#pragma once

#include "analysis/buckets.h"
#include "small-study.h"

typedef struct
{
  guint n_steps;
  guint n_demands;
  gboolean endless_failure;
  double *arrivals;         /* of each demand */
  gboolean *computed;       /* of each demand */
  double *work;             /* of each demand, minutes */
  double *wait;             /* of each demand, minutes */
  double *value;            /* of each demand, minutes */
  double *right_first_time; /* of each demand */
  double *visits;           /* of each step */
  TlBuckets *step_hours;    /* of each step */
  TlBuckets hours;
  double used;
} DenseCheck;

/**
 * DenseWithout:
 *
 * What to leave out. @rework is for one connector; @all (element-type TlItem) for raises, connectors,
 * steps and demands that go together.
 */
typedef struct
{
  const TlRaises *raises;
  const TlConnector *rework;
  const TlStep *waste;
  const TlDemand *outside;
  GPtrArray *all;
} DenseWithout;

DenseCheck *dense_check_new (const SmallStudy *small, const DenseWithout *without);
void dense_check_free (DenseCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DenseCheck, dense_check_free)
