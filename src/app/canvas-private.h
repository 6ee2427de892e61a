/* canvas-private.h: what the files of the canvas share. Each file is one concern:
 * canvas.c the widget, canvas-follow.c following the document, canvas-view.c what is in sight, canvas-drawing.c what is
 * drawn, canvas-tiles.c the flow kept as painted tiles, canvas-frames.c how long a frame may paint, canvas-zoom.c
 * nearer and farther, canvas-pointer.c mouse and touch, canvas-tools.c which tool has the pointer, tool-….c what each
 * tool does with it (tool.h), canvas-keys.c keys, canvas-actions.c the actions that keys and menus name, canvas-edits.c
 * what they do to the flow, canvas-insert.c a step put between two others, canvas-arrange.c steps in line,
 * canvas-clipboard.c copied and pasted, canvas-select.c selected by what they have in common, canvas-find.c found,
 * canvas-connect.c connected, canvas-naming.c the name being typed, canvas-listing.c several names in it,
 * canvas-questions.c what questions have in common, canvas-values.c times, shares and roles asked for, canvas-demands.c
 * demands asked for, canvas-letters.c choices by one letter, canvas-drag.c steps being dragged, canvas-bar.c the bar
 * beside the selection, canvas-edge.c the sheet moving under a drag, canvas-home.c who gets the keyboard back,
 * canvas-speaking.c what is told to who hears the screen, canvas-tidy.c the flow made tidy, canvas-menu.c the menu
 * under the right button, canvas-camera.c the view while a flow is presented, canvas-front.c the button that adds a
 * demand, canvas-lens.c lenses, canvas-lanes.c lanes, and steps that come into them, canvas-legend.c the legend of a
 * lens, canvas-fit.c all of the flow shown, with nothing over it.
 */
#pragma once

#include <adwaita.h>

#include "app/canvas.h"
#include "app/prompt.h"
#include "app/tile-nodes.h"
#include "app/tool.h"
#include "app/viewport.h"
#include "layout/arrange.h"
#include "layout/flow-geometry.h"
#include "layout/flow-lanes.h"
#include "layout/lane-memory.h"
#include "paint/flow-picture.h"
#include "paint/frame-budget.h"
#include "paint/tile-store.h"
#include "paint/scene.h"
#include "study/flow-edits.h"

G_BEGIN_DECLS

/**
 * TlCanvasTiles:
 * @painted: (nullable): the picture that the tiles show; the canvas's own until an edit
 * @selected: what is selected on the tiles, where that is much
 * @apart: what is not on the tiles, as it is on the move
 * @drag: the number of the drag in which it is; 0 for none
 * @nodes: what GTK draws of them
 * @smooth: whether tiles that are scaled were smooth last
 * @painting: the tick that goes on painting
 *
 * The flow as it was painted. Private to canvas-tiles.c.
 */
typedef struct
{
  TlTileStore *store;
  TlFlowPicture *painted;
  TlFlow *flow;
  TlTheme theme;
  int scale;
  GHashTable *selected;
  GHashTable *apart;
  guint drag;
  TlTileNodes *nodes;
  gboolean smooth;
  TlTileView view; /* as drawn last */
  gint64 zoomed_at;
  gint64 drawn_at;
  TlTileWork work;
  guint painting;
} TlCanvasTiles;

/**
 * TlCanvasFrames:
 * @began: when the frame did, in the time of g_get_monotonic_time()
 * @painted: when it had painted all that it could; 0 before
 * @kind: of the frame
 * @budget: learnt from those before
 *
 * The frame that is being drawn. Private to canvas-frames.c.
 */
typedef struct
{
  gint64 began;
  gint64 painted;
  TlFrameKind kind;
  TlFrameBudget budget;
} TlCanvasFrames;

/**
 * TlCamera:
 * @animation: (nullable): moves it
 * @from: the place in the middle when the move began
 * @to: the place in the middle when it is done
 * @placed: whether it has looked anywhere yet
 */
typedef struct
{
  AdwAnimation *animation;
  TlPlace from;
  double from_zoom;
  TlPlace to;
  double to_zoom;
  gboolean placed;
} TlCamera;

/**
 * TlCanvasDrag:
 * @steps: (nullable) (element-type TlStep): what is being dragged
 * @apart: (nullable) (element-type TlItem): set of what moves with them: it is not on the tiles
 * @rests: the hand rests, and lines are led exactly
 * @timer: until it does
 *
 * Private to canvas-drag.c, but for reading.
 */
typedef struct
{
  GPtrArray *steps;
  GHashTable *apart;
  gboolean rests;
  guint timer;
} TlCanvasDrag;

typedef enum
{
  TL_LEGEND_BOTTOM_START,
  TL_LEGEND_TOP_START,
  TL_LEGEND_TOP_END, /* at the bottom stand the tools */
  TL_N_LEGEND_CORNERS,
} TlLegendCorner;

/**
 * TlLegendPlace:
 * @small: smaller than the room wishes, as the flow needs its room
 * @folded: not shown: it would cost the flow more than it says
 */
typedef struct
{
  TlLegendCorner corner;
  gboolean small;
  gboolean folded;
} TlLegendPlace;

/**
 * TlCanvasLegend:
 * @scenes: (nullable): the card, large and small; each %NULL until it is needed next
 * @place: where it stands
 * @card: what it lies over, as drawn last; width 0 while there is none
 * @pending: a place for it is to be found
 * @asked: somebody asked for it: it is shown whatever it costs
 */
typedef struct
{
  TlScene *scenes[2];
  TlLegendPlace place;
  TlBox card;
  gboolean pending;
  gboolean asked;
} TlCanvasLegend;

typedef struct _TlFound TlFound;
typedef struct _TlLetters TlLetters;
typedef struct _TlGlide TlGlide;

/**
 * TlCanvasTravel:
 * @start: the frame from which it goes on; 0 before its first
 * @seen: its last frame; 0 before its first
 * @time: how long it takes, in microseconds; 0 for one that goes on with a speed until it is spent
 * @tick: 0 where the view stands still
 *
 * A view on its way. Private to canvas-zoom.c.
 */
typedef struct
{
  TlViewport from;
  TlViewport to;
  gint64 start;
  gint64 seen;
  gint64 time;
  double speed_x;
  double speed_y;
  guint tick;
} TlCanvasTravel;

struct _TlCanvas
{
  GtkWidget parent_instance;

  TlDocument *document;
  TlFlow *flow; /* the one that is shown; to notice that it is another */
  TlFlowGeometry *geometry;
  TlFlowGeometry *before; /* the exact one before steps moved, while there is no newer one */
  TlGlide *glide;         /* while the flow is on its way to other places */
  TlFlowPicture *picture;
  gboolean picture_behind; /* steps have moved since */
  TlCanvasDrag drag;
  TlFlowLetters *letters; /* kept from picture to picture */
  TlCanvasTiles tiles;
  TlCanvasFrames frames;
  TlLens lens;       /* what is shown by colour and width */
  double river_room; /* how wide its ways are drawn, kept while steps move; 0 with another lens */
  gboolean hide_legend;
  TlLaneMemory *lane_memory; /* how the flow stood before lanes were shown; NULL before they were */
  TlViewport lane_view;      /* and how it was seen */
  gboolean lane_view_fitted;
  TlCanvasLegend legend;
  TlViewport viewport;
  TlCanvasTravel travel;
  double corner_width; /* of what lies over the right bottom corner */
  double corner_height;
  gboolean minimap;   /* whether a map is wanted */
  TlBox map_cover;    /* what the map lies over; width 0 while there is none */
  gboolean map_stale; /* what a map shows is other */
  guint view_idle;
  double text_scale;
  double covered; /* by a pane that lies over the side where reading begins, in pixels */
  gboolean fit_pending;
  gboolean fitted;   /* nobody has zoomed or panned since all was shown: it stays so */
  gboolean opening;  /* the next fit is the first look: readable rather than whole */
  GPtrArray *recent; /* steps that were selected, the newest last, to go on from */
  int width;
  int height;

  GtkWidget *empty_label;
  GtkWidget *name_entry;
  GtkWidget *name_hint; /* what is read from the name being typed */
  TlStep *naming;
  gboolean naming_new;
  char *pasted; /* lines that were pasted into the name, until they have become steps */
  guint pasted_idle;
  TlPrompt *prompt;
  GPtrArray *asked_about;
  GtkWidget *list;    /* (weak) the list of steps beside the canvas, whose keys act here */
  gboolean list_home; /* it had the keyboard when a question or name came up, and gets it back */
  TlStepList *steps;
  GtkWidget *speakers; /* the layer that speaks for what is drawn */
  GtkWidget *menu;
  GtkWidget *front; /* adds a demand at the flow's front */
  GtkWidget *bar;   /* beside the selection, for mouse and finger */
  gboolean bar_wanted;
  guint bar_idle;
  GtkWidget *letters_table; /* choices by one letter; NULL until they are asked for */
  const TlLetters *letters_shown;
  guint letters_untold; /* frames until they are told to who hears the screen; 0 once they are */
  TlFound *found;       /* while something is looked for */

  GPtrArray *tools;
  TlTool *tool;     /* the one that has the pointer, while it is pressed */
  TlTool *hovering; /* the one that would take a press where the pointer is */
  TlItem *hover;
  TlPointer pointer;
  guint drags;          /* numbers gestures, for their keys in the history */
  gboolean refused;     /* what was just asked for had nothing to act on */
  gboolean in_vain;     /* so what is typed on is no command either */
  guint32 in_vain_last; /* when the last of its letters came, in the time of events */
  gboolean space_held;
  gboolean middle_held;
  guint edge_tick; /* while the sheet moves under a drag */
  gint64 edge_time;
  double pinch_scale;
  double pinch_x; /* the middle of the fingers */
  double pinch_y;

  gboolean presented; /* the view is the camera's alone */
  TlCamera camera;
};

/* canvas-follow.c */
TlFlowPicture *tl_canvas_picture (TlCanvas *self);
TlFlowGeometry *tl_canvas_geometry (TlCanvas *self);
TlFlowGeometry *tl_canvas_settled_geometry (TlCanvas *self);
void tl_canvas_forget_picture (TlCanvas *self);
void tl_canvas_outdate_geometry (TlCanvas *self);
void tl_canvas_unfollow (TlCanvas *self);
TlStep *tl_canvas_last_step (TlCanvas *self);

/* canvas-drag.c */
gboolean tl_canvas_drags_quickly (TlCanvas *self);
void tl_canvas_keep_dragging (TlCanvas *self, GPtrArray *steps);
void tl_canvas_end_drag (TlCanvas *self);

/* canvas.c */
TlTheme tl_canvas_theme (void);
void tl_canvas_tell_view (TlCanvas *self);
void tl_canvas_say (TlCanvas *self, const char *words);
void tl_canvas_refuse (TlCanvas *self, const char *words);
TlHistory *tl_canvas_history (TlCanvas *self);
TlSelection *tl_canvas_selection (TlCanvas *self);
void tl_canvas_select (TlCanvas *self, gpointer item);

void tl_canvas_ask_find (TlCanvas *self);

/* canvas-view.c */
TlBox tl_canvas_box_of (TlCanvas *self, gpointer item);
void tl_canvas_find_something (TlCanvas *self, TlViewport *view, TlPlace place);
void tl_canvas_find_flow (TlCanvas *self, TlViewport *view);
void tl_canvas_follow_step (TlCanvas *self, TlStep *step);
void tl_canvas_follow_lanes (TlCanvas *self);
void tl_canvas_return_to (TlCanvas *self, const TlViewport *view, gboolean fitted);

/* canvas-fit.c */
gboolean tl_canvas_fit_between (TlCanvas *self, TlViewport *view, double least, double most);
void tl_canvas_fit (TlCanvas *self);
void tl_canvas_fit_box (TlCanvas *self, const TlBox *bounds, double margin, double most, TlViewport *view);
void tl_canvas_show_whole (TlCanvas *self);
TlBox tl_canvas_tools_cover (TlCanvas *self);
gboolean tl_canvas_is_covered (TlCanvas *self, const TlBox *seen);
void tl_canvas_lift_over_tools (TlCanvas *self, TlViewport *view, const TlBox *box);
void tl_canvas_replace_legend (TlCanvas *self);
void tl_canvas_place_legend (TlCanvas *self);

/* canvas-camera.c */
void tl_canvas_end_camera (TlCanvas *self);
/* canvas-zoom.c */
void tl_canvas_add_zooming (TlCanvas *self);
void tl_canvas_travel (TlCanvas *self, const TlViewport *to, gint64 time);
void tl_canvas_stop_travel (TlCanvas *self);
TlViewport tl_canvas_destination (TlCanvas *self);
void tl_canvas_zoom_in (TlCanvas *self);
void tl_canvas_zoom_out (TlCanvas *self);
void tl_canvas_zoom_100 (TlCanvas *self);
void tl_canvas_zoom_to_selection (TlCanvas *self);

/* canvas-lanes.c */
gboolean tl_canvas_shows_lanes (TlCanvas *self);
void tl_canvas_set_show_lanes (TlCanvas *self, gboolean show);
gboolean tl_canvas_has_lanes (TlCanvas *self);
TlStep *tl_canvas_put_step (TlCanvas *self, const char *name, TlPlace place);
TlPlace tl_canvas_place_after (TlCanvas *self, TlStep *after);
TlStep *tl_canvas_put_between (TlCanvas *self, TlConnector *connector, TlStep *step, GArray *shifts, TlPlace place);
void tl_canvas_let_into_lane (TlCanvas *self, const TlLane *lane, GPtrArray *steps);
void tl_canvas_settle_in_lanes (TlCanvas *self, TlFlowGeometry *before, GPtrArray *added, gboolean keep);

/* canvas-lens.c */
/* Its properties come after those of canvas.c. */
#define TL_CANVAS_FIRST_LENS_PROP 16
void tl_canvas_class_add_lens (GtkWidgetClass *widget_class);
void tl_canvas_get_lens_property (GObject *object, guint id, GValue *value, GParamSpec *pspec);
void tl_canvas_set_lens_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec);
void tl_canvas_draw_lens (TlCanvas *self, GtkSnapshot *snapshot);
const TlFlowDifferences *tl_canvas_marked_differences (TlCanvas *self);
void tl_canvas_notify_lanes (TlCanvas *self);

/* canvas-legend.c */
void tl_canvas_draw_legend (TlCanvas *self, GtkSnapshot *snapshot);
void tl_canvas_forget_legend (TlCanvas *self);
gboolean tl_canvas_legend_card (TlCanvas *self, const TlLegendPlace *place, TlBox *card);
gboolean tl_canvas_legend_may_fold (TlCanvas *self);

/* canvas-drawing.c */
void tl_canvas_draw (TlCanvas *self, GtkSnapshot *snapshot);

/* canvas-tiles.c */
void tl_canvas_tiles_init (TlCanvas *self);
void tl_canvas_tiles_clear (TlCanvas *self);
TlTileView tl_canvas_tile_view (TlCanvas *self);
gboolean tl_canvas_tiles_show_selection (TlCanvas *self);
void tl_canvas_tiles_move (TlCanvas *self, TlFlowGeometry *geometry);
void tl_canvas_tiles_draw (TlCanvas *self, GtkSnapshot *snapshot);

/* canvas-frames.c */
void tl_canvas_frames_init (TlCanvas *self);
TlTileTime tl_canvas_time_to_paint (TlCanvas *self, TlFrameKind kind, TlFrameKind kind_anew);
void tl_canvas_has_painted (TlCanvas *self, TlFrameKind kind);

/* canvas-pointer.c */
void tl_canvas_add_controllers (TlCanvas *self);
TlItem *tl_canvas_item_at (TlCanvas *self, double x, double y);

/* canvas-tools.c */
void tl_canvas_add_tools (TlCanvas *self);
void tl_canvas_forget_hover (TlCanvas *self);
void tl_canvas_hover (TlCanvas *self);
void tl_canvas_press (TlCanvas *self);
void tl_canvas_drag (TlCanvas *self);
void tl_canvas_release (TlCanvas *self);
void tl_canvas_pass_on (TlCanvas *self);
gboolean tl_canvas_cancel_tool (TlCanvas *self);
void tl_canvas_paint_tools (TlCanvas *self, cairo_t *cr, const TlTheme *theme);

/* canvas-edge.c */
void tl_canvas_watch_edge (TlCanvas *self);

/* canvas-bar.c */
void tl_canvas_create_bar (TlCanvas *self);
void tl_canvas_update_bar (TlCanvas *self);
void tl_canvas_want_bar (TlCanvas *self, gboolean wanted);
void tl_canvas_place_bar (TlCanvas *self);
gboolean tl_canvas_is_on_bar (TlCanvas *self, double x, double y);
void tl_canvas_class_add_bar_actions (GtkWidgetClass *widget_class);

/* canvas-actions.c */
void tl_canvas_class_add_actions (GtkWidgetClass *widget_class);

/* canvas-keys.c */
void tl_canvas_add_keys (TlCanvas *self);

/* canvas-menu.c */
void tl_canvas_show_menu (TlCanvas *self, double x, double y);
GMenuModel *tl_canvas_arrange_menu (void) G_GNUC_WARN_UNUSED_RESULT;

/* canvas-front.c */
void tl_canvas_create_front (TlCanvas *self);
void tl_canvas_place_front (TlCanvas *self);
gboolean tl_canvas_front_box (TlCanvas *self, const TlViewport *view, TlBox *box);

/* canvas-edits.c */
gboolean tl_canvas_can_edit (TlCanvas *self);
char *tl_canvas_adding_gesture (TlCanvas *self);
void tl_canvas_hold_places (TlCanvas *self);
TlStep *tl_canvas_add_step_at (TlCanvas *self, double x, double y);
TlStep *tl_canvas_add_step_after (TlCanvas *self, TlStep *after);
TlStep *tl_canvas_add_step_after_at (TlCanvas *self, TlStep *after, double x, double y);
void tl_canvas_add_branch (TlCanvas *self, TlStep *step);
void tl_canvas_add_note (TlCanvas *self);
void tl_canvas_delete_selected (TlCanvas *self);
void tl_canvas_splice_selected (TlCanvas *self);
void tl_canvas_mark (TlCanvas *self, TlStepClass class, TlWaste waste);
void tl_canvas_toggle_rework (TlCanvas *self);
void tl_canvas_move_selected (TlCanvas *self, double dx, double dy, const char *gesture);

/* canvas-insert.c */
TlStep *tl_canvas_insert (TlCanvas *self, TlConnector *connector, TlStep *step, const char *gesture);
void tl_canvas_insert_at_focus (TlCanvas *self);
void tl_canvas_shift (TlCanvas *self, GArray *shifts);

/* canvas-arrange.c */
void tl_canvas_arrange (TlCanvas *self, TlArrangement how);

/* canvas-clipboard.c */
void tl_canvas_copy (TlCanvas *self);
void tl_canvas_cut (TlCanvas *self);
void tl_canvas_paste (TlCanvas *self);
void tl_canvas_duplicate (TlCanvas *self);
GPtrArray *
tl_canvas_insert_list (TlCanvas *self, GPtrArray *steps, TlStep *last, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void tl_canvas_say_cut (TlCanvas *self);
void tl_canvas_say_told (TlCanvas *self, const char *text);

/* canvas-listing.c */
void tl_canvas_watch_name_pasting (TlCanvas *self);
void tl_canvas_forget_pasted (TlCanvas *self);
GPtrArray *tl_canvas_listed_name (TlCanvas *self, const TlStep *step) G_GNUC_WARN_UNUSED_RESULT;
TlStep *tl_canvas_keep_list (TlCanvas *self, TlStep *step, GPtrArray *steps, const char *gesture);

/* canvas-select.c */
void tl_canvas_select_alike (TlCanvas *self, const char *field);
void tl_canvas_select_downstream (TlCanvas *self);
void tl_canvas_select_others (TlCanvas *self);

/* canvas-find.c */
void tl_canvas_snapshot_found (TlCanvas *self, GtkSnapshot *snapshot);

/* canvas-home.c */
void tl_canvas_leave_home (TlCanvas *self);
void tl_canvas_go_home (TlCanvas *self);

/* canvas-speaking.c */
void tl_canvas_create_speakers (TlCanvas *self);
void tl_canvas_update_speakers (TlCanvas *self);
void tl_canvas_place_speakers (TlCanvas *self);
gboolean tl_canvas_has_keyboard (TlCanvas *self);
gboolean tl_canvas_take_keyboard (TlCanvas *self, gboolean (*otherwise) (GtkWidget *));
void tl_canvas_follow_selection (TlCanvas *self);

/* canvas-naming.c */
void tl_canvas_create_name_entry (TlCanvas *self);
void tl_canvas_start_naming (TlCanvas *self, TlStep *step, gboolean is_new);
void tl_canvas_type_into_name (TlCanvas *self, gunichar letter);
void tl_canvas_finish_naming (TlCanvas *self);
void tl_canvas_cancel_naming (TlCanvas *self);
void tl_canvas_place_name_entry (TlCanvas *self);

/* canvas-questions.c */
void tl_canvas_ask (TlCanvas *self, gpointer beside, GPtrArray *about, const TlQuestion *question, TlAnswered answered);
GPtrArray *tl_canvas_selected_steps (TlCanvas *self);
GPtrArray *tl_canvas_newest_step (TlCanvas *self);
const char **tl_canvas_names_of (GPtrArray *items, const char *last);
gpointer tl_canvas_chosen (GPtrArray *items, int suggestion, const char *name);

/* canvas-values.c */
void tl_canvas_ask_times (TlCanvas *self);
void tl_canvas_ask_share (TlCanvas *self);
void tl_canvas_ask_label (TlCanvas *self);
void tl_canvas_ask_role (TlCanvas *self);

/* canvas-demands.c */
void tl_canvas_ask_raise (TlCanvas *self);
void tl_canvas_ask_why (TlCanvas *self);
void tl_canvas_ask_demand (TlCanvas *self, TlDemand *demand);
void tl_canvas_ask_raise_rate (TlCanvas *self, TlStep *step, TlDemand *demand);
void tl_canvas_ask_entry (TlCanvas *self);
void tl_canvas_ask_entry_at (TlCanvas *self, TlStep *step);

/* canvas-connect.c */
void tl_canvas_connect (TlCanvas *self, TlStep *from, TlStep *to);
void tl_canvas_ask_connect (TlCanvas *self);
void tl_canvas_connect_in_order (TlCanvas *self);

/* canvas-tidy.c */
void tl_canvas_tidy (TlCanvas *self);
void tl_canvas_lay_out_without_lanes (TlCanvas *self);
void tl_canvas_tidy_selection (TlCanvas *self);
void tl_canvas_end_glide (TlCanvas *self);

/* canvas-letters.c */
void tl_canvas_place_letters (TlCanvas *self);
void tl_canvas_show_waste_hint (TlCanvas *self);
void tl_canvas_ask_kind (TlCanvas *self);

G_END_DECLS
