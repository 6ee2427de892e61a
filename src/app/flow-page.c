#include "app/flow-page.h"

#include <adwaita.h>
#include <math.h>

#include "app/appearance.h"
#include "app/assistive.h"
#include "app/canvas-tidy.h"
#include "app/find-bar.h"
#include "app/flow-bar.h"
#include "app/inspector.h"
#include "app/minimap.h"
#include "app/outline.h"
#include "app/panes.h"
#include "app/settings.h"
#include "app/zoom-menu.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What is left for the canvas, in pixels at 100 %; with less a pane lies over it. At room scale it needs more in both
 * ways: its letters are larger, and so many steps as at a desk are to be seen. */
#define CANVAS_WIDTH 700.0
/* Where nobody has said yet how much room there is, there is enough. */
#define ANY_ROOM 100000.0

/* Of each pane, in pixels at 100 %. At room scale they grow, but the flow is what the room looks at. */
static const struct
{
  double width;
  double most;
} sizes[TL_N_PANES] = {
  [TL_PANE_OUTLINE] = { 288, 480 },
  [TL_PANE_INSPECTOR] = { 376, 640 },
};

struct _TlFlowPage
{
  GtkWidget parent_instance;
  GtkWidget *column;
  TlFlowBar *flow_bar;
  AdwFlap *flap;
  AdwFlap *outline_flap;
  TlCanvas *canvas;
  TlOutline *outline;
  TlFindBar *find_bar;
  TlInspector *inspector;
  GtkWidget *tools;
  TlMinimap *minimap;
  TlZoomMenu *zoom_menu;
  int width; /* of the page */
  gboolean wanted[TL_N_PANES];
  TlPane newest;
  TlPane over;
  TlPanes panes; /* as they are now */
};

G_DEFINE_FINAL_TYPE (TlFlowPage, tl_flow_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHOW_INSPECTOR,
  PROP_SHOW_OUTLINE,
  N_PROPS,
};

enum
{
  SIGNAL_SAID,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_said (TlFlowPage *self, const char *words)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0, words);
}

static AdwFlap *
flap_of (TlFlowPage *self, TlPane pane)
{
  return pane == TL_PANE_OUTLINE ? self->outline_flap : self->flap;
}

static GtkWidget *
widget_of (TlFlowPage *self, TlPane pane)
{
  return pane == TL_PANE_OUTLINE ? GTK_WIDGET (self->outline) : GTK_WIDGET (self->inspector);
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, widget);
}

static void
show_pane (TlFlowPage *self, TlPane pane)
{
  AdwFlap *flap = flap_of (self, pane);
  gboolean shown = self->panes.shown[pane];

  /* A pane that goes must not take the keyboard with it. */
  if (!shown && has_keyboard (widget_of (self, pane)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  adw_flap_set_fold_policy (flap, self->panes.folded[pane] ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (flap, shown);
}

/* A pane comes and goes beside what has the keyboard. */
static void
tell_pane (TlFlowPage *self, TlPane pane)
{
  gboolean shown = self->panes.shown[pane];

  if (pane == TL_PANE_OUTLINE)
    tl_assistive_tell (GTK_WIDGET (self), shown ? _ ("The list of steps is shown") : _ ("The list of steps is hidden"));
  else
    tl_assistive_tell (GTK_WIDGET (self), shown ? _ ("What is selected is shown beside the flow")
                                                : _ ("What is selected is no longer shown beside the flow"));
}

/* Lays out the panes by what is wanted and what has room. */
static void
arrange (TlFlowPage *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());
  TlPanesWish wish = { .room = self->width > 0 ? self->width : ANY_ROOM, .canvas = CANVAS_WIDTH * scale * scale };
  TlPanes old = self->panes;

  wish.newest = self->newest;
  wish.over = self->over;
  for (int pane = 0; pane < TL_N_PANES; pane++)
    {
      wish.wanted[pane] = self->wanted[pane];
      wish.width[pane] = MIN (MIN (sizes[pane].width * scale, sizes[pane].most), wish.room);
      gtk_widget_set_size_request (widget_of (self, (TlPane) pane), (int) lround (wish.width[pane]), -1);
    }
  self->panes = tl_panes_arrange (&wish);
  for (int pane = 0; pane < TL_N_PANES; pane++)
    show_pane (self, (TlPane) pane);
  tl_canvas_set_covered (self->canvas, self->panes.shown[TL_PANE_OUTLINE] && self->panes.folded[TL_PANE_OUTLINE]
                                           ? wish.width[TL_PANE_OUTLINE]
                                           : 0);
  if (old.shown[TL_PANE_INSPECTOR] != self->panes.shown[TL_PANE_INSPECTOR])
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_INSPECTOR]);
  if (old.shown[TL_PANE_OUTLINE] != self->panes.shown[TL_PANE_OUTLINE])
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_OUTLINE]);
}

static void
set_shown (TlFlowPage *self, TlPane pane, gboolean shown)
{
  GSettings *settings = tl_settings_get ();

  if (shown == self->panes.shown[pane])
    return;
  if (self->panes.folded[pane])
    self->over = shown ? pane : TL_N_PANES;
  else
    {
      self->wanted[pane] = shown;
      self->over = TL_N_PANES;
      if (pane == TL_PANE_OUTLINE && settings)
        g_settings_set_boolean (settings, "show-outline", shown);
    }
  if (shown)
    self->newest = pane;
  arrange (self);
  tell_pane (self, pane);
}

/* A click on what a pane lies over puts it away, without asking here. */
static void
on_reveal (TlFlowPage *self)
{
  for (int pane = 0; pane < TL_N_PANES; pane++)
    if (self->panes.shown[pane] && !adw_flap_get_reveal_flap (flap_of (self, (TlPane) pane)))
      set_shown (self, (TlPane) pane, FALSE);
}

static void
on_appearance (TlFlowPage *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());

  arrange (self);
  tl_canvas_set_text_scale (self->canvas, scale);
}

/* Who is done in a pane goes back to drawing, and one that lies over the canvas goes. */
static void
leave_pane (TlFlowPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (self->over < TL_N_PANES)
    set_shown (self, self->over, FALSE);
}

static gboolean
on_inspector_key (TlFlowPage *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  leave_pane (self);
  return GDK_EVENT_STOP;
}

/* In the list beside the canvas Escape means what it means on the canvas: nothing is selected. */
static gboolean
on_outline_key (TlFlowPage *self, guint key)
{
  return self->over == TL_PANE_OUTLINE ? on_inspector_key (self, key) : GDK_EVENT_PROPAGATE;
}

static void
add_pane_keys (TlFlowPage *self)
{
  GtkEventController *inspector = gtk_event_controller_key_new ();
  GtkEventController *outline = gtk_event_controller_key_new ();

  g_signal_connect_swapped (inspector, "key-pressed", G_CALLBACK (on_inspector_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->inspector), inspector);
  gtk_event_controller_set_propagation_phase (outline, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (outline, "key-pressed", G_CALLBACK (on_outline_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->outline), outline);
}

/* The page's focus is the canvas: keys draw. */
static gboolean
tl_flow_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_FLOW_PAGE (widget)->canvas));
}

static void
tl_flow_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_INSPECTOR)
    g_value_set_boolean (value, tl_flow_page_get_show_inspector (TL_FLOW_PAGE (object)));
  else if (id == PROP_SHOW_OUTLINE)
    g_value_set_boolean (value, tl_flow_page_get_show_outline (TL_FLOW_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_flow_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_INSPECTOR)
    tl_flow_page_set_show_inspector (TL_FLOW_PAGE (object), g_value_get_boolean (value));
  else if (id == PROP_SHOW_OUTLINE)
    tl_flow_page_set_show_outline (TL_FLOW_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_flow_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FLOW_PAGE);
  G_OBJECT_CLASS (tl_flow_page_parent_class)->dispose (object);
}

static void
tl_flow_page_class_init (TlFlowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_flow_page_dispose;
  object_class->get_property = tl_flow_page_get_property;
  object_class->set_property = tl_flow_page_set_property;
  widget_class->grab_focus = tl_flow_page_grab_focus;

  /**
   * TlFlowPage:show-inspector:
   *
   * Whether the inspector is beside the canvas.
   */
  props[PROP_SHOW_INSPECTOR] = g_param_spec_boolean (
      "show-inspector", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * TlFlowPage:show-outline:
   *
   * Whether the list of steps is beside the canvas.
   */
  props[PROP_SHOW_OUTLINE] = g_param_spec_boolean (
      "show-outline", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * TlFlowPage::said:
   * @self: the page
   * @words: something to tell the team, translated
   */
  signals[SIGNAL_SAID]
      = g_signal_new ("said", TL_TYPE_FLOW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_CANVAS);
  g_type_ensure (TL_TYPE_FIND_BAR);
  g_type_ensure (TL_TYPE_FLOW_BAR);
  g_type_ensure (TL_TYPE_INSPECTOR);
  g_type_ensure (TL_TYPE_OUTLINE);
  g_type_ensure (TL_TYPE_MINIMAP);
  g_type_ensure (TL_TYPE_ZOOM_MENU);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "flowpage");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/flow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, column);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, flow_bar);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, outline_flap);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, outline);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, tools);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, minimap);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, zoom_menu);
}

/* The end of a flow that is shown as a whole does not lie under the tools. */
static void
keep_clear_of_tools (TlFlowPage *self)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->tools, NULL, &size);
  tl_canvas_set_corner (self->canvas, size.width, size.height);
}

static void
remember_minimap (TlFlowPage *self)
{
  if (tl_settings_get ())
    g_settings_bind (tl_settings_get (), "minimap", self->canvas, "minimap", G_SETTINGS_BIND_DEFAULT);
}

static void
tl_flow_page_init (TlFlowPage *self)
{
  g_autoptr (GSimpleActionGroup) tidy = NULL;
  GSettings *settings = tl_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tidy = tl_canvas_tidy_actions (self->canvas);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tidy", G_ACTION_GROUP (tidy));
  self->over = TL_N_PANES;
  self->newest = TL_PANE_INSPECTOR;
  self->wanted[TL_PANE_INSPECTOR] = TRUE;
  self->wanted[TL_PANE_OUTLINE] = settings && g_settings_get_boolean (settings, "show-outline");
  tl_outline_set_canvas (self->outline, self->canvas);
  for (int pane = 0; pane < TL_N_PANES; pane++)
    g_signal_connect_swapped (flap_of (self, (TlPane) pane), "notify::reveal-flap", G_CALLBACK (on_reveal), self);
  add_pane_keys (self);
  tl_find_bar_set_canvas (self->find_bar, self->canvas);
  g_signal_connect_swapped (self->canvas, "find", G_CALLBACK (tl_find_bar_open), self->find_bar);
  g_signal_connect_swapped (self->canvas, "said", G_CALLBACK (on_said), self);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_appearance), self,
                           G_CONNECT_SWAPPED);
  tl_minimap_set_canvas (self->minimap, self->canvas);
  tl_zoom_menu_set_canvas (self->zoom_menu, self->canvas);
  g_signal_connect_swapped (self->canvas, "view", G_CALLBACK (keep_clear_of_tools), self);
  remember_minimap (self);
  on_appearance (self);
}

/**
 * tl_flow_page_new:
 *
 * Returns: (transfer floating): a page without a document
 */
GtkWidget *
tl_flow_page_new (void)
{
  return g_object_new (TL_TYPE_FLOW_PAGE, NULL);
}

/**
 * tl_flow_page_set_document:
 * @self: a page
 * @document: (nullable): what is drawn here
 */
void
tl_flow_page_set_document (TlFlowPage *self, TlDocument *document)
{
  tl_flow_bar_set_document (self->flow_bar, document);
  tl_canvas_set_document (self->canvas, document);
  tl_outline_set_document (self->outline, document);
  tl_inspector_set_document (self->inspector, document);
}

/**
 * tl_flow_page_set_room:
 * @self: a page
 * @width: how wide the page is about to be, in pixels
 *
 * Lays the panes beside the canvas where there is room, and folds them away otherwise.
 */
void
tl_flow_page_set_room (TlFlowPage *self, int width)
{
  if (width == self->width)
    return;
  self->width = width;
  self->over = TL_N_PANES;
  arrange (self);
}

/**
 * tl_flow_page_get_canvas:
 * @self: a page
 *
 * Returns: (transfer none): its canvas
 */
TlCanvas *
tl_flow_page_get_canvas (TlFlowPage *self)
{
  return self->canvas;
}

/**
 * tl_flow_page_set_show_inspector:
 * @self: a page
 * @show: whether the inspector is beside the canvas
 */
void
tl_flow_page_set_show_inspector (TlFlowPage *self, gboolean show)
{
  set_shown (self, TL_PANE_INSPECTOR, show);
}

/**
 * tl_flow_page_get_show_inspector:
 * @self: a page
 *
 * Returns: whether the inspector is beside the canvas
 */
gboolean
tl_flow_page_get_show_inspector (TlFlowPage *self)
{
  return self->panes.shown[TL_PANE_INSPECTOR];
}

/**
 * tl_flow_page_set_show_outline:
 * @self: a page
 * @show: whether the list of steps is beside the canvas; remembered
 */
void
tl_flow_page_set_show_outline (TlFlowPage *self, gboolean show)
{
  set_shown (self, TL_PANE_OUTLINE, show);
}

/**
 * tl_flow_page_get_show_outline:
 * @self: a page
 *
 * Returns: whether the list of steps is beside the canvas
 */
gboolean
tl_flow_page_get_show_outline (TlFlowPage *self)
{
  return self->panes.shown[TL_PANE_OUTLINE];
}

/**
 * tl_flow_page_panes:
 * @self: a page
 *
 * Returns: (transfer container) (element-type GtkWidget): what the keyboard goes through here, in reading order
 */
GPtrArray *
tl_flow_page_panes (TlFlowPage *self)
{
  GPtrArray *panes = g_ptr_array_new ();

  g_ptr_array_add (panes, self->outline);
  g_ptr_array_add (panes, self->canvas);
  g_ptr_array_add (panes, self->inspector);
  return panes;
}
