/* frame.h: what stands round every chart: its finding above, what it is of below. */
#pragma once

#include "paint/view.h"

G_BEGIN_DECLS

/**
 * TlFrame:
 * @body: what is left for the view
 * @fits: the finding stands there whole and leaves enough room
 */
typedef struct
{
  TlBox body;
  gboolean fits;
} TlFrame;

TlFrame tl_frame_add (TlScene *scene, const TlSubject *subject, const char *title, const char *count);
void tl_frame_add_sentence (TlScene *scene, const TlSubject *subject, const char *heading, const char *sentence);

G_END_DECLS
