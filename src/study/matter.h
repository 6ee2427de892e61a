/* matter.h: something that matters to customers, in their words. */
#pragma once

#include "item.h"

G_BEGIN_DECLS

typedef struct
{
  TlItem item;
  char *text;
} TlMatter;

extern const TlItemType tl_matter_type;

G_END_DECLS
