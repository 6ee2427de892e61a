/* capacity.h: where the hours of a flow go. docs/arithmetic.md has the formulas and their sources.
 *
 * Results are values: they hold no pointer into the study except the items of @demands, @steps and
 * @roles, which they keep a reference to, and stay good when the study changes.
 */
#pragma once

#include <gio/gio.h>

#include "analysis/buckets.h"
#include "analysis/flow-problem.h"
#include "study/demand.h"
#include "study/flow.h"
#include "study/role.h"
#include "study/step.h"
#include "study/study.h"

G_BEGIN_DECLS

#define TL_ANALYSIS_ERROR (tl_analysis_error_quark ())
GQuark tl_analysis_error_quark (void);

typedef enum
{
  TL_ANALYSIS_ERROR_ENDLESS_FAILURE,
  TL_ANALYSIS_ERROR_TOO_LARGE,
} TlAnalysisError;

/**
 * TlDemandNumbers:
 * @demand: the type
 * @frequency: arrivals a period from outside
 * @arrivals: per period, those raised by the flow included
 * @enters: whether it enters this flow
 * @computed: %FALSE where it can reach an endless loop: the numbers below are NAN then
 * @work_minutes: expected work of one arrival
 * @wait_minutes: expected waiting of one arrival
 * @value_minutes: expected work on first visits to value steps of one arrival
 * @right_first_time: chance 0..1; NAN where it does not enter the flow
 * @used: hours a period, of this demand
 */
typedef struct
{
  TlDemand *demand;
  double frequency;
  double arrivals;
  gboolean enters;
  gboolean computed;
  double work_minutes;
  double wait_minutes;
  double value_minutes;
  double right_first_time;
  double used;
} TlDemandNumbers;

/**
 * TlStepNumbers:
 * @visits: per period, by all demands
 * @hours: per period, by bucket
 * @wait_minutes: per arrival of a value demand, weighted by arrivals: for the customer's clock
 * @work_minutes: the same of work
 */
typedef struct
{
  TlStep *step;
  double visits;
  TlBuckets hours;
  double work_minutes;
  double wait_minutes;
} TlStepNumbers;

/**
 * TlRoleNumbers:
 * @role: (nullable): %NULL for steps without a role; that row is last and only there if it has hours
 * @available: hours a period, 0 where the role does not say
 * @hours: per period, by bucket
 */
typedef struct
{
  TlRole *role;
  double available;
  TlBuckets hours;
} TlRoleNumbers;

/**
 * TlCapacity:
 * @flow: (nullable): what it is of
 * @period: what hours and frequencies are per
 * @hours: used, by bucket
 * @used: their sum
 * @available: of all roles
 * @spare: @available − @used; negative: overload
 * @contacts: arrivals per period of all demand types
 * @failure_contacts: of them, failure demand
 * @provisional: some shares were over 100 %
 * @demands: (element-type TlDemandNumbers): in the study's order
 * @steps: (element-type TlStepNumbers): in the flow's order
 * @roles: (element-type TlRoleNumbers): in the study's order
 * @problems: (element-type TlFlowProblem) pointers
 */
typedef struct
{
  guint ref_count;
  TlFlow *flow;
  TlPeriod period;
  TlBuckets hours;
  double used;
  double available;
  double spare;
  double contacts;
  double failure_contacts;
  gboolean provisional;
  GArray *demands;
  GArray *steps;
  GArray *roles;
  GPtrArray *problems;
} TlCapacity;

TlCapacity *tl_capacity_compute (TlStudy *study, TlFlow *flow, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TlCapacity *tl_capacity_ref (TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;
void tl_capacity_unref (TlCapacity *capacity);

double tl_capacity_share (const TlCapacity *capacity, TlBucket bucket);
double tl_capacity_failure_share_of_contacts (const TlCapacity *capacity);
const TlStepNumbers *tl_capacity_step (const TlCapacity *capacity, const TlStep *step);
char *tl_capacity_headline (const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;
char *tl_capacity_headline_short (const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;
char *tl_capacity_contacts_sentence (const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCapacity, tl_capacity_unref)

G_END_DECLS
