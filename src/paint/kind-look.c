#include "paint/kind-look.h"

#include "paint/theme.h"

/**
 * tl_kind_bucket:
 * @kind: of a demand type
 *
 * Returns: the bucket whose colour, hatch and letter stand for it
 */
TlBucket
tl_kind_bucket (TlDemandKind kind)
{
  switch (kind)
    {
    case TL_DEMAND_VALUE:
      return TL_BUCKET_VALUE;
    case TL_DEMAND_FAILURE:
      return TL_BUCKET_FAILURE;
    case TL_DEMAND_UNSURE:
    default:
      return TL_BUCKET_UNCLASSIFIED;
    }
}

/**
 * tl_judged_bucket:
 * @judged: what tl_contact_judged() says of a contact
 *
 * Returns: the bucket, or %TL_LOOK_UNJUDGED, whose colour, hatch and letter stand for it
 */
TlBucket
tl_judged_bucket (TlContactKind judged)
{
  switch (judged)
    {
    case TL_CONTACT_VALUE:
      return TL_BUCKET_VALUE;
    case TL_CONTACT_FAILURE:
      return TL_BUCKET_FAILURE;
    case TL_CONTACT_UNSURE:
      return TL_BUCKET_UNCLASSIFIED;
    case TL_CONTACT_AS_DEMAND:
    default:
      return TL_LOOK_UNJUDGED;
    }
}
