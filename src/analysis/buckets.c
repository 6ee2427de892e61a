#include "analysis/buckets.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *const nicks[TL_N_BUCKETS] = { "value", "rework", "waste", "failure", "unclassified" };

static const char *const labels[TL_N_BUCKETS]
    = { N_ ("Value work"), N_ ("Rework"), N_ ("Waste"), N_ ("Failure demand"), N_ ("Not yet judged") };

double
tl_buckets_sum (const TlBuckets *buckets)
{
  double sum = 0;

  for (int b = 0; b < TL_N_BUCKETS; b++)
    sum += buckets->hours[b];
  return sum;
}

const char *
tl_bucket_nick (TlBucket bucket)
{
  g_return_val_if_fail (bucket < TL_N_BUCKETS, NULL);
  return nicks[bucket];
}

const char *
tl_bucket_label (TlBucket bucket)
{
  g_return_val_if_fail (bucket < TL_N_BUCKETS, NULL);
  return _ (labels[bucket]);
}
