/* capacity.h: where the hours of a flow go. docs/arithmetic.md has the formulas and their sources.
 *
 * Results are values: they hold no pointer into the study except the items of @demands, @steps and
 * @roles, which they keep a reference to, and stay good when the study changes. They can be
 * computed on any thread; the last reference must be given back on the thread that owns the study.
 */
#pragma once

#include <gio/gio.h>

#include "analysis/buckets.h"
#include "analysis/flow-model.h"
#include "analysis/flow-problem.h"
#include "analysis/volumes.h"
#include "study/demand.h"
#include "study/flow.h"
#include "study/role.h"
#include "study/step.h"
#include "study/study.h"

G_BEGIN_DECLS

#define TL_ANALYSIS_ERROR (tl_analysis_error_quark ())
GQuark tl_analysis_error_quark (void);

/**
 * TlAnalysisError:
 * @TL_ANALYSIS_ERROR_ENDLESS_FAILURE: failure demand raises itself at least once over
 * @TL_ANALYSIS_ERROR_TOO_LARGE: more than can be computed
 */
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
 * @work_minutes: expected work of one arrival; 0 where it does not enter the flow
 * @wait_minutes: expected waiting of one arrival
 * @value_minutes: expected value work of one arrival: first visits (or all, where repeats are
 * value) to steps of class value by value demand; 0 for demand of another kind
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
 * @role: (nullable): %NULL for steps without a role; that row is last and only there if it has
 * hours
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
 * @volumes: how much work takes each connector, and how many contacts each raises causes
 */
typedef struct
{
  int ref_count;
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
  TlVolumes *volumes;
  /*< private >*/
  TlFlowModel *model;
} TlCapacity;

/**
 * tl_capacity_compute:
 * @study: a study
 * @flow: (nullable): one of its flows; %NULL for a study without any
 * @error: place for an error
 *
 * Where the hours of a flow go. Errors: %TL_ANALYSIS_ERROR_ENDLESS_FAILURE,
 * %TL_ANALYSIS_ERROR_TOO_LARGE. Everything less is listed in the result's problems.
 *
 * Returns: (transfer full) (nullable): the numbers, %NULL with @error set
 */
TlCapacity *tl_capacity_compute (TlStudy *study, TlFlow *flow, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_capacity_compute_model:
 * @model: a flow, as it was when the model was made
 * @error: place for an error
 *
 * The same as tl_capacity_compute(), on any thread.
 *
 * Returns: (transfer full) (nullable): the numbers, %NULL with @error set
 */
TlCapacity *tl_capacity_compute_model (TlFlowModel *model, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_capacity_ref:
 * @capacity: numbers
 *
 * Returns: (transfer full): @capacity
 */
TlCapacity *tl_capacity_ref (TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_capacity_unref:
 * @capacity: (transfer full) (nullable): numbers
 */
void tl_capacity_unref (TlCapacity *capacity);

/**
 * tl_capacity_share:
 * @capacity: numbers
 * @bucket: a bucket
 *
 * Returns: the share of the hours used that lies in @bucket, 0..1; 0 where no hours are used
 */
double tl_capacity_share (const TlCapacity *capacity, TlBucket bucket);

/**
 * tl_capacity_failure_share_of_contacts:
 * @capacity: numbers
 *
 * Returns: the share of contacts that are failure demand, 0..1; 0 where there are none
 */
double tl_capacity_failure_share_of_contacts (const TlCapacity *capacity);

/**
 * tl_capacity_step:
 * @capacity: numbers
 * @step: (nullable): a step
 *
 * Takes constant time.
 *
 * Returns: (transfer none) (nullable): the numbers of @step, %NULL if they were computed without it
 */
const TlStepNumbers *tl_capacity_step (const TlCapacity *capacity, const TlStep *step);

/**
 * tl_capacity_by_demand:
 * @capacity: numbers
 * @connector: a connector
 *
 * Solves the flow anew: for one connector at a time.
 *
 * Returns: (transfer full) (array) (nullable): how much work takes @connector a period, of each of the
 *   demands of @capacity; %NULL if the numbers were computed without it
 */
double *tl_capacity_by_demand (const TlCapacity *capacity, const TlConnector *connector) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_demand_flow_efficiency:
 * @numbers: the numbers of a demand type
 *
 * Returns: the share of the customer's time that is value work, 0..1: value ÷ (work + wait); %NAN
 * where there is no time
 */
double tl_demand_flow_efficiency (const TlDemandNumbers *numbers);

/**
 * tl_capacity_headline:
 * @capacity: (nullable): numbers; %NULL where there are none
 *
 * What the team should see first, as "Failure demand consumes 19 % of the hours worked (128 of 689
 * h a week)"; another true sentence where there is no failure demand, or nothing to tell yet.
 *
 * Returns: (transfer full): a sentence without a full stop, translated
 */
char *tl_capacity_headline (const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_capacity_headline_short:
 * @capacity: (nullable): numbers; %NULL where there are none
 *
 * Returns: (transfer full): the headline without what stands in brackets
 */
char *tl_capacity_headline_short (const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_capacity_contacts_sentence:
 * @capacity: (nullable): numbers; %NULL where there are none
 *
 * What stands beside the headline, because a share of contacts is not a share of hours, as "45 % of
 * contacts are failure demand (266 of 591 a week)".
 *
 * Returns: (transfer full): a sentence without a full stop, translated
 */
char *tl_capacity_contacts_sentence (const TlCapacity *capacity) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCapacity, tl_capacity_unref)

G_END_DECLS
