/* buckets.h: the five buckets that the hours of a flow fall into. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TL_BUCKET_VALUE,
  TL_BUCKET_REWORK,
  TL_BUCKET_WASTE,
  TL_BUCKET_FAILURE,
  TL_BUCKET_UNCLASSIFIED,
  TL_N_BUCKETS,
} TlBucket;

/**
 * TlBuckets:
 * @hours: per period, indexed by #TlBucket
 */
typedef struct
{
  double hours[TL_N_BUCKETS];
} TlBuckets;

/**
 * tl_buckets_sum:
 * @buckets: buckets
 *
 * Returns: all hours together
 */
double tl_buckets_sum (const TlBuckets *buckets);

/**
 * tl_bucket_nick:
 * @bucket: a bucket
 *
 * Returns: (transfer none): its word in files and commands, as "value"; never translated
 */
const char *tl_bucket_nick (TlBucket bucket);

/**
 * tl_bucket_label:
 * @bucket: a bucket
 *
 * Returns: (transfer none): its name on the screen, as "Value work"; translated
 */
const char *tl_bucket_label (TlBucket bucket);

G_END_DECLS
