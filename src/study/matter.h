/* matter.h: something that matters to customers, in their words. */
#pragma once

#include "item.h"

G_BEGIN_DECLS

/**
 * TlMatter:
 * @text: in the customers' words
 */
typedef struct
{
  TlItem item;
  char *text;
} TlMatter;

extern const TlItemType tl_matter_type;

G_END_DECLS
