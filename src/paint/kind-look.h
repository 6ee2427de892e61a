/* kind-look.h: how value demand, failure demand and what is not judged look: the buckets that stand for them. */
#pragma once

#include "analysis/buckets.h"
#include "study/contact.h"

G_BEGIN_DECLS

TlBucket tl_kind_bucket (TlDemandKind kind);
TlBucket tl_judged_bucket (TlContactKind judged);

G_END_DECLS
