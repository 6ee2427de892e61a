#include "analysis/demand-rate.h"

#include <math.h>

#include "study/day.h"
#include "study/log-counts.h"

typedef struct
{
  guint32 first; /* Julian days, 0 where unknown */
  guint32 last;
} Span;

static Span
span_listened (const TlStudy *study)
{
  Span span = { tl_day_read (study->listened_from), tl_day_read (study->listened_to) };
  const GPtrArray *cells = tl_study_log_counts (study)->by_day;
  gboolean from = span.first != 0;
  gboolean to = span.last != 0;

  for (guint i = 0; i < cells->len && !(from && to); i++)
    {
      guint32 day = ((const TlLogCell *) cells->pdata[i])->when;

      if (day == 0)
        continue;
      if (!from && (span.first == 0 || day < span.first))
        span.first = day;
      if (!to && day > span.last)
        span.last = day;
    }

  return span;
}

static int
days_of (Span span)
{
  return span.first == 0 || span.last < span.first ? 0 : (int) (span.last - span.first + 1);
}

int
tl_study_days_listened (const TlStudy *study)
{
  g_return_val_if_fail (study != NULL, 0);
  return days_of (span_listened (study));
}

static gboolean
is_within (const Span *span, guint32 day)
{
  return day == 0 || (day >= span->first && day <= span->last);
}

static GHashTable *
places_to_count (const TlStudy *study, const double *rates)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint d = 0; d < study->demands->len; d++)
    if (isnan (rates[d]))
      g_hash_table_insert (places, study->demands->pdata[d], GUINT_TO_POINTER (d));
  return places;
}

static void
count_contacts (const TlStudy *study, GHashTable *places, double *rates)
{
  const GPtrArray *cells = tl_study_log_counts (study)->by_day;
  Span span = span_listened (study);
  int days = days_of (span);
  double weight = days > 0 ? tl_period_days (study->period) / days : 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const TlLogCell *cell = cells->pdata[i];
      gpointer place;

      if (cell->demand && g_hash_table_lookup_extended (places, cell->demand, NULL, &place)
          && is_within (&span, cell->when))
        rates[GPOINTER_TO_UINT (place)] += cell->n;
    }

  for (guint d = 0; d < study->demands->len; d++)
    if (g_hash_table_contains (places, study->demands->pdata[d]))
      rates[d] *= weight;
}

double *
tl_demand_rates (const TlStudy *study)
{
  double *rates;
  g_autoptr (GHashTable) places = NULL;

  g_return_val_if_fail (study != NULL, NULL);

  rates = g_new (double, study->demands->len + 1);
  for (guint d = 0; d < study->demands->len; d++)
    rates[d] = ((const TlDemand *) study->demands->pdata[d])->frequency;

  places = places_to_count (study, rates);
  for (guint d = 0; d < study->demands->len; d++)
    if (isnan (rates[d]))
      rates[d] = 0;
  if (g_hash_table_size (places) > 0 && study->contacts->len > 0)
    count_contacts (study, places, rates);

  return rates;
}

double
tl_demand_rate (const TlStudy *study, const TlDemand *demand)
{
  g_autofree double *rates = NULL;
  guint place;

  g_return_val_if_fail (study != NULL && demand != NULL, 0);

  if (!isnan (demand->frequency))
    return demand->frequency;
  if (!g_ptr_array_find (study->demands, demand, &place))
    return 0;
  rates = tl_demand_rates (study);
  return rates[place];
}
