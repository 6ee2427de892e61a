/* tool.h: one thing that mouse or touch does to a flow: move steps, connect them, pan …
 *
 * A tool is asked, in the order of tl_canvas_add_tools(), whether it takes a press; the first that
 * does has the pointer until the release, or until the press is called off. It changes the study by
 * one entry of the history at most, and leaves none when it is called off.
 */
#pragma once

#include <gtk/gtk.h>

#include "layout/flow-geometry.h"
#include "paint/theme.h"

G_BEGIN_DECLS

typedef struct _TlCanvas TlCanvas;
typedef struct _TlTool TlTool;

/**
 * TlPointer:
 * @x: now, in the widget
 * @y: now, in the widget
 * @press_x: where it was pressed, in the widget
 * @press_y: where it was pressed, in the widget
 * @press_place: where it was pressed, in the flow: there it stays when the sheet moves
 * @state: the keys that are held
 */
typedef struct
{
  double x;
  double y;
  double press_x;
  double press_y;
  TlPlace press_place;
  GdkModifierType state;
} TlPointer;

/**
 * TlToolClass:
 * @cursor: (nullable): while it works
 * @hover_cursor: (nullable): where it would take a press
 * @scrolls: whether the sheet moves while it works near the border
 * @hover: (nullable): whether it would take a press there; asked while nothing is pressed
 * @press: whether it takes this press
 * @move: (nullable): the pointer has moved
 * @release: (nullable): it is done; the pointer has its last place
 * @cancel: (nullable): called off: everything is as it was before the press
 * @paint: (nullable): what it shows over the flow while it works
 * @snapshot: (nullable): the same, for what reaches far and is thin: nodes of its own
 * @hint: (nullable): what it shows while nothing is pressed: a handle to take hold of
 * @free: (nullable): what it owns besides itself
 *
 * What a tool can do. Places for painting are those of the widget.
 */
typedef struct
{
  const char *cursor;
  const char *hover_cursor;
  gboolean scrolls;
  gboolean (*hover) (TlTool *self, const TlPointer *pointer);
  gboolean (*press) (TlTool *self, const TlPointer *pointer);
  void (*move) (TlTool *self, const TlPointer *pointer);
  void (*release) (TlTool *self, const TlPointer *pointer);
  void (*cancel) (TlTool *self);
  void (*paint) (TlTool *self, cairo_t *cr, const TlTheme *theme);
  void (*snapshot) (TlTool *self, GtkSnapshot *snapshot, const TlTheme *theme);
  void (*hint) (TlTool *self, cairo_t *cr, const TlTheme *theme);
  void (*free) (TlTool *self);
} TlToolClass;

struct _TlTool
{
  const TlToolClass *klass;
  TlCanvas *canvas;
};

/* In widget units: a press that moves less far is a click. */
#define TL_DRAG_THRESHOLD 5.0

/* Returns: whether the pointer has moved far enough to be a drag */
gboolean tl_pointer_has_moved (const TlPointer *pointer);

TlTool *tl_band_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlTool *tl_connect_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlTool *tl_enter_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlTool *tl_head_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlTool *tl_move_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlTool *tl_pan_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlTool *tl_raise_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;
TlTool *tl_tail_tool_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
