#include "app/show.h"

#include "app/appearance.h"
#include "app/screens.h"

/* Milliseconds until a screen that was plugged in has its size, and the window manager knows of it. */
#define SETTLE_TIME 300

struct _TlShow
{
  GObject parent_instance;
  TlPresentation *presentation;
  GtkWindow *home;              /* where the team works */
  TlAudienceWindow *audience;   /* (weak) */
  TlPresenterWindow *presenter; /* (weak) NULL where there is one screen */
  gboolean swapped;
  gboolean over;
  guint settling;
};

G_DEFINE_FINAL_TYPE (TlShow, tl_show, G_TYPE_OBJECT)

enum
{
  SIGNAL_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- screens ---- */

static GListModel *
monitors_of (TlShow *self)
{
  return gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self->home)));
}

static GdkMonitor *
monitor_of (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
}

static int
find_home (TlShow *self, GListModel *monitors)
{
  GdkMonitor *monitor = monitor_of (self->home);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) other = g_list_model_get_item (monitors, i);

      if (other == monitor)
        return (int) i;
    }
  return TL_SCREEN_NONE;
}

/* As large as the screen in any case: where nobody arranges windows, that has to do. */
static void
put_on (GtkWindow *window, GListModel *monitors, int number)
{
  g_autoptr (GdkMonitor) monitor = number >= 0 ? g_list_model_get_item (monitors, (guint) number) : NULL;
  GdkRectangle area;

  if (!monitor)
    {
      gtk_window_fullscreen (window);
      return;
    }
  gdk_monitor_get_geometry (monitor, &area);
  if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_window_set_default_size (window, area.width, area.height);
  else if (monitor_of (window) != monitor)
    /* Window managers don't move what fills a screen. */
    gtk_window_unfullscreen (window);
  gtk_window_fullscreen_on_monitor (window, monitor);
}

static void
shape_presenter (TlShow *self, GListModel *monitors, int audience)
{
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, (guint) audience);
  GdkRectangle area;

  if (!monitor)
    return;
  gdk_monitor_get_geometry (monitor, &area);
  tl_presenter_window_set_shape (self->presenter, area.width, area.height);
}

static void
show_presenter (TlShow *self, GListModel *monitors, const TlScreens *screens)
{
  if (!self->presenter)
    {
      g_set_weak_pointer (&self->presenter, tl_presenter_window_new (self->presentation));
      gtk_window_set_application (GTK_WINDOW (self->presenter), gtk_window_get_application (self->home));
    }
  shape_presenter (self, monitors, screens->audience);
  put_on (GTK_WINDOW (self->presenter), monitors, screens->presenter);
  gtk_window_present (GTK_WINDOW (self->presenter));
}

static void
drop_presenter (TlShow *self)
{
  TlPresenterWindow *presenter = self->presenter;

  g_clear_weak_pointer (&self->presenter);
  if (presenter)
    gtk_window_destroy (GTK_WINDOW (presenter));
}

/**
 * tl_show_arrange:
 * @self: a show
 * @monitors: (element-type GdkMonitor): the screens that there are
 *
 * Gives each window its screen, and the keyboard to who presents.
 */
void
tl_show_arrange (TlShow *self, GListModel *monitors)
{
  TlScreens screens
      = tl_screens_choose (g_list_model_get_n_items (monitors), find_home (self, monitors), self->swapped);

  put_on (GTK_WINDOW (self->audience), monitors, screens.audience);
  gtk_window_present (GTK_WINDOW (self->audience));
  if (screens.presenter == TL_SCREEN_NONE)
    drop_presenter (self);
  else
    show_presenter (self, monitors, &screens);
}

static gboolean
on_settled (gpointer data)
{
  TlShow *self = data;

  self->settling = 0;
  tl_show_arrange (self, monitors_of (self));
  return G_SOURCE_REMOVE;
}

static void
on_monitors (GListModel *monitors, guint position, guint removed, guint added, TlShow *self)
{
  if (self->over)
    return;
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_TIME, on_settled, self);
}

static void
on_swap (TlShow *self)
{
  self->swapped = !self->swapped;
  tl_show_arrange (self, monitors_of (self));
}

/* ---- beginning and end ---- */

static void
close_windows (TlShow *self)
{
  TlAudienceWindow *audience = self->audience;

  g_clear_handle_id (&self->settling, g_source_remove);
  drop_presenter (self);
  g_clear_weak_pointer (&self->audience);
  if (audience)
    gtk_window_destroy (GTK_WINDOW (audience));
  tl_appearance_end_presented (tl_appearance_get_default ());
}

static void
on_over (TlShow *self, gboolean stay)
{
  g_autoptr (TlShow) held = g_object_ref (self);

  if (self->over)
    return;
  self->over = TRUE;
  close_windows (self);
  g_signal_emit (held, signals[SIGNAL_OVER], 0, stay);
}

static void
tl_show_dispose (GObject *object)
{
  TlShow *self = TL_SHOW (object);

  if (self->presentation)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  if (!self->over)
    {
      self->over = TRUE;
      close_windows (self);
    }
  g_clear_object (&self->presentation);
  G_OBJECT_CLASS (tl_show_parent_class)->dispose (object);
}

static void
tl_show_class_init (TlShowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_show_dispose;

  /**
   * TlShow::over:
   * @self: the show
   * @stay: whether to go on at the step that is selected; else where one was before
   */
  signals[SIGNAL_OVER]
      = g_signal_new ("over", TL_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
tl_show_init (TlShow *self)
{
}

/**
 * tl_show_new:
 * @document: what is presented
 * @home: the window in which the team works; outlives the show
 *
 * Returns: (transfer full): a show that has not begun
 */
TlShow *
tl_show_new (TlDocument *document, GtkWindow *home)
{
  TlShow *self = g_object_new (TL_TYPE_SHOW, NULL);

  self->home = home;
  self->presentation = tl_presentation_new (document);
  g_signal_connect_swapped (self->presentation, "over", G_CALLBACK (on_over), self);
  g_signal_connect_swapped (self->presentation, "swap", G_CALLBACK (on_swap), self);
  return self;
}

/**
 * tl_show_begin:
 * @self: a show
 *
 * Opens its windows.
 */
void
tl_show_begin (TlShow *self)
{
  tl_appearance_begin_presented (tl_appearance_get_default ());
  g_set_weak_pointer (&self->audience, tl_audience_window_new (self->presentation));
  gtk_window_set_application (GTK_WINDOW (self->audience), gtk_window_get_application (self->home));
  tl_show_arrange (self, monitors_of (self));
  g_signal_connect_object (monitors_of (self), "items-changed", G_CALLBACK (on_monitors), self, 0);
}

/**
 * tl_show_presentation:
 * @self: a show
 *
 * Returns: (transfer none): what is presented, and where it has come to
 */
TlPresentation *
tl_show_presentation (TlShow *self)
{
  return self->presentation;
}

/**
 * tl_show_audience:
 * @self: a show
 *
 * Returns: (transfer none) (nullable): the window that the room sees; %NULL before and after
 */
TlAudienceWindow *
tl_show_audience (TlShow *self)
{
  return self->audience;
}

/**
 * tl_show_presenter:
 * @self: a show
 *
 * Returns: (transfer none) (nullable): the window of who presents; %NULL where there is one screen
 */
TlPresenterWindow *
tl_show_presenter (TlShow *self)
{
  return self->presenter;
}
