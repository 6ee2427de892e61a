/* label-seeker.h: finds the place of one label among what stands and runs about its path.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/box-grid.h"

G_BEGIN_DECLS

/* So far from its path a label may be where there is no room nearer. */
#define TL_LABEL_FAR 100.0

/**
 * TlLabelSeeker:
 * @boxes: steps and chips
 * @labels: those that have their place
 * @lines: parts of paths, each with its path's number; those near suffice
 */
typedef struct
{
  TlBoxGrid *boxes;
  TlBoxGrid *labels;
  TlBoxGrid *lines;
} TlLabelSeeker;

TlPlace tl_label_seek (const TlLabelSeeker *seeker, const TlPath *path, guint number);
TlBox tl_label_line (const TlPath *path, guint part);
TlBox tl_label_reach (const TlPath *path, guint part, gboolean far);
gboolean tl_label_is_far (const TlPath *path);

G_END_DECLS
