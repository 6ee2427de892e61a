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

double tl_buckets_sum (const TlBuckets *buckets);
const char *tl_bucket_nick (TlBucket bucket);  /* "value", as in the JSON of the command */
const char *tl_bucket_label (TlBucket bucket); /* "Value work", translated */

G_END_DECLS
