/* demand-rate.h: how often customers ask, from outside. */
#pragma once

#include "study/demand.h"
#include "study/study.h"

G_BEGIN_DECLS

/**
 * tl_demand_rates:
 * @study: a study
 *
 * How many demands of each type arrive in a period of the study. Where a person typed a frequency,
 * it counts; where not, the contacts of the type are counted, over the days that were listened to:
 * from listened_from to listened_to, both included, or where they are absent from the day of the
 * first contact to that of the last. Contacts outside those days do not count; those without a
 * readable day do. A type without a frequency and without contacts has 0, and so have all where no
 * day is known.
 *
 * Returns: (transfer full) (array): arrivals a period, for each of the study's demands
 */
double *tl_demand_rates (const TlStudy *study) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_demand_rate:
 * @study: a study
 * @demand: one of its demand types
 *
 * Returns: arrivals of @demand in a period, as in tl_demand_rates()
 */
double tl_demand_rate (const TlStudy *study, const TlDemand *demand);

/**
 * tl_study_days_listened:
 * @study: a study
 *
 * Returns: the days over which contacts were listened to; 0 where no day is known
 */
int tl_study_days_listened (const TlStudy *study);

G_END_DECLS
