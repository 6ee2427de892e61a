/* flow-label.h: what is written on a path, and about how large that is.
 *
 * Known to the layout so that it keeps room, and to the painter so that it writes the same.
 */
#pragma once

#include "layout/flow-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  double width;
  double height;
} TlLabelSize;

/* A longer label has two lines; what is longer than these the painter shortens. */
#define TL_LABEL_WIDTH_MOST 130.0
#define TL_LABEL_HEIGHT 20.0
/* Of its plate, left and right of the text. */
#define TL_LABEL_PAD 4.0
/* Under the rate of what is raised, the painter writes how many that is. */
#define TL_LABEL_TWO_LINES 36.0

gboolean tl_path_has_label (const TlItem *item);
char *tl_path_label_text (const TlPath *path) G_GNUC_WARN_UNUSED_RESULT;
TlBox tl_path_label_box (const TlPath *path);
TlLabelSize tl_path_label_size (const TlPath *path);

G_END_DECLS
