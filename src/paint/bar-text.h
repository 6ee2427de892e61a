/* bar-text.h: what stands written on a part of a bar. */
#pragma once

#include "paint/scene.h"

G_BEGIN_DECLS

/**
 * TlBarText:
 * @bucket: what the part stands for
 * @words: (nullable): its hours, in words
 * @named: says the name of the bucket, too, where there is room
 * @at_start: stands at the beginning of the part, not in its middle
 */
typedef struct
{
  TlBucket bucket;
  const char *words;
  gboolean named;
  gboolean at_start;
} TlBarText;

void tl_bar_text_add (TlScene *scene, const TlBarText *text, const TlBox *part);

G_END_DECLS
