#include "app/flow-page.h"

#include <adwaita.h>
#include <math.h>

#include "app/appearance.h"
#include "app/inspector.h"

/* Of the inspector, in pixels at 100 %. */
#define INSPECTOR_WIDTH 376.0
/* At room scale it grows, but the flow is what the room looks at. */
#define INSPECTOR_MOST_WIDTH 640.0
/* What is left for the canvas, in pixels at 100 %; with less the inspector lies over it. */
#define CANVAS_WIDTH 500.0

struct _TlFlowPage
{
  GtkWidget parent_instance;
  GtkWidget *column;
  AdwFlap *flap;
  TlCanvas *canvas;
  TlInspector *inspector;
  GtkWidget *tools;
  int width;           /* of the page */
  gboolean was_shown;  /* the inspector, before it was folded away */
};

G_DEFINE_FINAL_TYPE (TlFlowPage, tl_flow_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SHOW_INSPECTOR,
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

static void
on_reveal (TlFlowPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW_INSPECTOR]);
}

/* Where there is no room beside the canvas the inspector folds away, and comes back with the room. */
static void
set_folded (TlFlowPage *self, gboolean folded)
{
  if (folded == (adw_flap_get_fold_policy (self->flap) == ADW_FLAP_FOLD_POLICY_ALWAYS))
    return;
  if (folded)
    self->was_shown = adw_flap_get_reveal_flap (self->flap);
  adw_flap_set_fold_policy (self->flap, folded ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                               : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !folded && self->was_shown);
}

static void
fit (TlFlowPage *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());
  double width = MIN (INSPECTOR_WIDTH * scale, INSPECTOR_MOST_WIDTH);

  if (self->width > 0)
    {
      set_folded (self, self->width - width < CANVAS_WIDTH * scale);
      width = MIN (width, self->width);
    }
  gtk_widget_set_size_request (GTK_WIDGET (self->inspector), (int) lround (width), -1);
}

static void
on_appearance (TlFlowPage *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());

  fit (self);
  tl_canvas_set_text_scale (self->canvas, scale);
}

/* Who is done with a field goes back to drawing. */
static gboolean
on_inspector_key (GtkEventControllerKey *keys,
                  guint key,
                  guint code,
                  GdkModifierType state,
                  TlFlowPage *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return GDK_EVENT_STOP;
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
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tl_flow_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_INSPECTOR)
    tl_flow_page_set_show_inspector (TL_FLOW_PAGE (object), g_value_get_boolean (value));
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
  props[PROP_SHOW_INSPECTOR] = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                       | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * TlFlowPage::said:
   * @self: the page
   * @words: something to tell the team, translated
   */
  signals[SIGNAL_SAID] = g_signal_new ("said", TL_TYPE_FLOW_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_CANVAS);
  g_type_ensure (TL_TYPE_INSPECTOR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "flowpage");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/flow-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, column);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, TlFlowPage, tools);
}

static void
tl_flow_page_init (TlFlowPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_inspector_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->inspector), keys);
  g_signal_connect_swapped (self->canvas, "said", G_CALLBACK (on_said), self);
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal), self);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_appearance), self,
                           G_CONNECT_SWAPPED);
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
  tl_canvas_set_document (self->canvas, document);
  tl_inspector_set_document (self->inspector, document);
}

/**
 * tl_flow_page_set_room:
 * @self: a page
 * @width: how wide the page is about to be, in pixels
 *
 * Lays the inspector beside the canvas where there is room for both, and folds it away otherwise.
 */
void
tl_flow_page_set_room (TlFlowPage *self, int width)
{
  if (width == self->width)
    return;
  self->width = width;
  fit (self);
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
  adw_flap_set_reveal_flap (self->flap, show);
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
  return adw_flap_get_reveal_flap (self->flap);
}
