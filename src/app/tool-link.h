/* tool-link.h: what all tools have in common that lead from a handle to something. */
#pragma once

#include "app/tool.h"
#include "layout/flow-handles.h"

G_BEGIN_DECLS

/**
 * TlLinkKind:
 * @handle: what is taken hold of
 * @bucket: whose colour it has, or #TL_N_BUCKETS for the accent
 * @sign: (nullable): on its disc; %NULL for a ring
 * @drop: it is let go over @target, which it accepts; or over nothing (%NULL), at @place of the
 * flow
 * @click: (nullable): it was pressed, but not dragged
 * @ghost_width: of what letting go over nothing makes, in points; 0 where it makes nothing
 * @ghost_height: of the same
 */
typedef struct
{
  TlHandle handle;
  TlBucket bucket;
  const char *sign;
  void (*drop) (TlCanvas *canvas, TlItem *from, TlItem *target, TlPlace place);
  void (*click) (TlCanvas *canvas, TlItem *from);
  double ghost_width;
  double ghost_height;
} TlLinkKind;

/* @link must be static. */
TlTool *tl_link_tool_new (const TlLinkKind *link) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
