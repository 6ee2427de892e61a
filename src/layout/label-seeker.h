/* label-seeker.h: finds the place of one label among what stands and runs about its path.
 *
 * Private to the layout.
 */
#pragma once

#include "layout/box-grid.h"

G_BEGIN_DECLS

/* Room for a label is looked for so far from its line first, and no farther than this at last. */
#define TL_LABEL_FAR 100.0
#define TL_LABEL_FARTHEST 1600.0

/**
 * TlLabelSeeker:
 * @boxes: steps and chips
 * @labels: those that have their place, and their leaders
 * @lines: parts of paths, each with its path's number; those near suffice
 */
typedef struct
{
  TlBoxGrid *boxes;
  TlBoxGrid *labels;
  TlBoxGrid *lines;
} TlLabelSeeker;

gboolean tl_label_seek (const TlLabelSeeker *seeker, TlPath *path, guint number);
gboolean tl_label_seek_led (const TlLabelSeeker *seeker, TlPath *path, guint number, double most);
TlBox tl_label_line (const TlPath *path, guint part);
gboolean tl_label_leader (TlPlace from, TlPlace to, guint i, TlBox *piece);
TlBox tl_label_reach (const TlPath *path, guint part, double off);

G_END_DECLS
