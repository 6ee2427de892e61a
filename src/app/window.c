#include "app/window-private.h"

#include "app/appearance.h"
#include "app/assistive.h"
#include "app/before-frame.h"
#include "app/dialogs.h"
#include "app/keys-window.h"
#include "app/plain-names.h"
#include "app/recent.h"
#include "app/samples.h"
#include "app/saver.h"
#include "app/settings.h"
#include "app/window-actions.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define USUAL_WIDTH 1280
#define USUAL_HEIGHT 800
/* Seconds that a toast stays. */
#define TOAST_TIME 3
/* With less width, in pixels at 100 %, buttons say with an icon what they say with a word. */
#define WORDY_WIDTH 840.0

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- what is shown ---- */

static void
show_title (TlWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (!self->document)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Throughline"));
      return;
    }
  name = tl_document_display_name (self->document);
  /* Translators: a window's title; the dot says that something is not saved yet. */
  title = tl_document_is_modified (self->document) ? g_strdup_printf (_ ("• %s"), name) : g_strdup (name);
  /* What is the same would be read aloud anew. */
  if (g_strcmp0 (title, gtk_window_get_title (GTK_WINDOW (self))) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
}

static const char *
state_name (TlWindow *self)
{
  if (self->document)
    return self->listening ? "listen" : "study";
  return self->opening ? "opening" : "welcome";
}

/* The strip is under the pages on which its numbers are made. */
static void
show_page (TlWindow *self)
{
  static const char *const with_strip[] = { "demand", "flow", NULL };
  const char *page = adw_view_stack_get_visible_child_name (self->pages);

  gtk_widget_set_visible (GTK_WIDGET (self->strip),
                          self->document && !self->listening && page && g_strv_contains (with_strip, page));
  /* On its own page the purpose stands larger. */
  gtk_widget_set_visible (GTK_WIDGET (self->purpose),
                          self->document && (self->listening || g_strcmp0 (page, "purpose") != 0));
}

/* Shows what fits the document, or its absence. */
void
tl_window_show_state (TlWindow *self)
{
  gboolean open = self->document != NULL;

  gtk_stack_set_visible_child_name (self->states, state_name (self));
  gtk_spinner_set_spinning (self->spinner, self->opening != NULL);
  gtk_widget_set_visible (self->undo_button, open);
  gtk_widget_set_visible (self->redo_button, open);
  gtk_widget_set_visible (self->save_button, open);
  gtk_widget_set_visible (self->present_button, open);
  gtk_widget_set_visible (self->new_button, open && self->wordy);
  gtk_stack_set_visible_child_name (self->titles, open && !self->listening ? "pages" : "title");
  gtk_info_bar_set_revealed (self->newer_bar, open && tl_document_is_read_only (self->document));
  show_title (self);
  show_page (self);
  tl_window_actions_update (self);
}

static void
focus_page (TlWindow *self)
{
  if (self->listening)
    gtk_widget_grab_focus (GTK_WIDGET (self->listen_page));
  else if (self->document)
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->pages));
}

/* Focus alone tells who hears the window little of where they are. */
static void
tell_page (TlWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->pages);
  const char *title = child ? adw_view_stack_page_get_title (adw_view_stack_get_page (self->pages, child)) : NULL;
  g_autofree char *plain = title ? tl_plain_name (title) : NULL;

  if (plain && tl_assistive_reads_screen ())
    tl_assistive_announce (GTK_WINDOW (self), plain);
}

static void
on_page (TlWindow *self)
{
  if (!self->document)
    return;
  tell_page (self);
  show_page (self);
  tl_window_actions_update (self);
  focus_page (self);
}

/* Who has put a menu away goes on where they were: keys draw. */
static void
on_menu_closed (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!focus || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->header)))
    focus_page (self);
}

static void
watch_menu (TlWindow *self, GtkPopover *menu)
{
  if (menu)
    g_signal_connect_object (menu, "closed", G_CALLBACK (on_menu_closed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
refresh_recent (TlWindow *self)
{
  g_autoptr (GMenuModel) menu = tl_recent_menu ();

  tl_samples_offer (G_MENU (menu));
  adw_split_button_set_menu_model (self->open_button, menu);
  watch_menu (self, adw_split_button_get_popover (self->open_button));
}

/* ---- room ---- */

/* The size that a window on this display can have. */
static void
monitor_size (TlWindow *self, int *width, int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  g_autoptr (GdkMonitor) first = g_list_model_get_item (monitors, 0);
  GdkMonitor *monitor = NULL;
  GdkRectangle area = { 0, 0, USUAL_WIDTH, USUAL_HEIGHT };

  if (surface)
    monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (!monitor)
    monitor = first;
  if (monitor)
    gdk_monitor_get_geometry (monitor, &area);
  *width = area.width;
  *height = area.height;
}

/* Words give way to icons where they have no room, so that the window fits every monitor. */
static void
set_wordy (TlWindow *self, gboolean wordy)
{
  /* Called while the window is laid out: what stays as it is must not ask for another layout. */
  if (wordy == self->wordy)
    return;
  self->wordy = wordy;
  if (wordy)
    {
      adw_split_button_set_label (self->open_button, _ ("_Open"));
      gtk_button_set_label (GTK_BUTTON (self->save_button), _ ("_Save"));
    }
  else
    {
      adw_split_button_set_icon_name (self->open_button, "document-open-symbolic");
      gtk_button_set_icon_name (GTK_BUTTON (self->save_button), "document-save-symbolic");
    }
  gtk_button_set_use_underline (GTK_BUTTON (self->save_button), wordy);
  adw_split_button_set_use_underline (self->open_button, wordy);
  tl_plain_names_give (self->save_button);
  adw_header_bar_set_centering_policy (self->header, wordy ? ADW_CENTERING_POLICY_STRICT : ADW_CENTERING_POLICY_LOOSE);
  gtk_widget_set_visible (self->new_button, wordy && self->document);
}

static void
fit (TlWindow *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  int width, height, most_width, most_height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  monitor_size (self, &most_width, &most_height);
  if (surface && gdk_surface_get_width (surface) > 1)
    {
      width = gdk_surface_get_width (surface);
      height = gdk_surface_get_height (surface);
    }
  width = MIN (width, most_width);
  set_wordy (self, width >= WORDY_WIDTH * scale);
  tl_flow_page_set_room (self->flow_page, width);
  tl_welcome_page_set_room (self->welcome, MIN (height, most_height));
}

static void
tl_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_window_parent_class)->realize (widget);
  g_signal_connect (gtk_widget_get_frame_clock (widget), "before-paint", G_CALLBACK (tl_before_frame_do), NULL);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (fit), widget,
                           G_CONNECT_SWAPPED);
}

/* ---- closing ---- */

static void
on_saved_before_closing (gboolean saved, gpointer data)
{
  g_autoptr (TlWindow) self = data;

  if (!saved)
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_close_reply (const char *reply, gpointer data)
{
  TlWindow *self = data;

  if (g_str_equal (reply, "save"))
    tl_saver_save (GTK_WINDOW (self), self->document, FALSE, on_saved_before_closing, g_object_ref (self));
  else if (g_str_equal (reply, "discard"))
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_before_closing (TlWindow *self)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  g_autofree char *name = tl_document_display_name (self->document);
  g_autofree char *heading = g_strdup_printf (_ ("Save changes to “%s”?"), name);

  tl_dialogs_ask (GTK_WINDOW (self), heading, _ ("What is not saved is lost."), replies, on_close_reply,
                  g_object_ref (self), g_object_unref);
}

static void
remember_size (TlWindow *self)
{
  GSettings *settings = tl_settings_get ();
  int width, height;

  if (!settings)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

/* To what had the keyboard, or what it was in where it is gone, as the entry of a name. */
static void
give_focus_back (GtkWindow *window, GtkWidget *widget)
{
  while (widget && !gtk_widget_get_mapped (widget))
    widget = gtk_widget_get_parent (widget);
  if (!widget)
    return;
  if (gtk_widget_get_focusable (widget))
    gtk_window_set_focus (window, widget);
  else
    gtk_widget_grab_focus (widget);
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  TlWindow *self = TL_WINDOW (window);
  GtkWidget *focus = gtk_window_get_focus (window);
  g_autoptr (GtkWidget) had = focus ? g_object_ref (focus) : NULL;

  /* A name that is being typed is kept, as everywhere that loses the focus. */
  gtk_window_set_focus (window, NULL);
  if (!self->may_close && self->document && tl_document_is_modified (self->document))
    {
      give_focus_back (window, had);
      ask_before_closing (self);
      return TRUE;
    }
  remember_size (self);
  g_cancellable_cancel (self->opening_work);
  return GTK_WINDOW_CLASS (tl_window_parent_class)->close_request (window);
}

/* ---- the class ---- */

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_clear_object (&self->show);
  if (self->document)
    tl_window_set_document (self, NULL);
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_work);
  g_clear_weak_pointer (&self->toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WINDOW);
  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, new_from_menu);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, outline_button);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, page_switch);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, newer_bar);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, purpose);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, states);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, opening_label);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, purpose_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, demand_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, listen_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, capability_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, conditions_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, flow_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, capacity_page);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, strip);
  gtk_widget_class_bind_template_callback (widget_class, on_page);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_window_dispose;
  widget_class->realize = tl_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_window_close_request;
  g_type_ensure (TL_TYPE_CAPABILITY_PAGE);
  g_type_ensure (TL_TYPE_CAPACITY_PAGE);
  g_type_ensure (TL_TYPE_PURPOSE_PAGE);
  g_type_ensure (TL_TYPE_DEMAND_PAGE);
  g_type_ensure (TL_TYPE_CONDITIONS_PAGE);
  g_type_ensure (TL_TYPE_FLOW_PAGE);
  g_type_ensure (TL_TYPE_LISTEN_PAGE);
  g_type_ensure (TL_TYPE_PAGE_SWITCH);
  g_type_ensure (TL_TYPE_PURPOSE_BAR);
  g_type_ensure (TL_TYPE_STRIP_VIEW);
  g_type_ensure (TL_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/window.ui");
  bind_children (widget_class);
}

static void
restore_size (TlWindow *self)
{
  GSettings *settings = tl_settings_get ();
  int width = settings ? g_settings_get_int (settings, "window-width") : USUAL_WIDTH;
  int height = settings ? g_settings_get_int (settings, "window-height") : USUAL_HEIGHT;
  int most_width, most_height;

  monitor_size (self, &most_width, &most_height);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, most_width), MIN (height, most_height));
  if (settings && g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
tl_window_init (TlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wordy = TRUE;
  tl_page_switch_set_stack (self->page_switch, self->pages);
  g_signal_connect_swapped (self->flow_page, "said", G_CALLBACK (tl_window_say), self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (refresh_recent), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->purpose, "done", G_CALLBACK (focus_page), self);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (fit), self, G_CONNECT_SWAPPED);
  tl_window_actions_add (self);
  restore_size (self);
  fit (self);
  refresh_recent (self);
  tl_samples_offer (self->new_from_menu);
  watch_menu (self, gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button)));
  tl_window_show_state (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->welcome));
}

/**
 * tl_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window that shows the welcome page
 */
TlWindow *
tl_window_new (GtkApplication *application)
{
  TlWindow *self = g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
  GtkShortcutsWindow *keys = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self));

  /* What people look up are the keys that draw. */
  if (keys)
    {
      g_object_set (keys, "section-name", "drawing", NULL);
      tl_keys_window_fit (GTK_WINDOW (keys));
    }
  return self;
}

/**
 * tl_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is open in it
 */
TlDocument *
tl_window_get_document (TlWindow *self)
{
  return self->document;
}

/* Takes back what was said: it has been heard, or something newer is true. */
static void
dismiss (TlWindow *self)
{
  AdwToast *toast = self->toast;

  g_clear_weak_pointer (&self->toast);
  if (toast)
    adw_toast_dismiss (toast);
}

/**
 * tl_window_set_document:
 * @self: a window
 * @document: (nullable): what to open in it; %NULL for the welcome page
 */
void
tl_window_set_document (TlWindow *self, TlDocument *document)
{
  g_clear_object (&self->show);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_pointer (&self->rescuer, tl_rescuer_free);
  g_set_object (&self->document, document);
  self->rescuer = document ? tl_rescuer_new (document) : NULL;
  tl_purpose_bar_set_document (self->purpose, document);
  self->listening = FALSE;
  tl_listen_page_set_document (self->listen_page, NULL);
  tl_purpose_page_set_document (self->purpose_page, document);
  tl_demand_page_set_document (self->demand_page, document);
  tl_capability_page_set_document (self->capability_page, document);
  tl_conditions_page_set_document (self->conditions_page, document);
  tl_flow_page_set_document (self->flow_page, document);
  tl_capacity_page_set_document (self->capacity_page, document);
  tl_strip_view_set_document (self->strip, document);
  dismiss (self);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  if (document)
    {
      g_signal_connect_swapped (document, "state", G_CALLBACK (tl_window_show_state), self);
      g_signal_connect_swapped (document, "edited", G_CALLBACK (dismiss), self);
    }
  if (document)
    adw_view_stack_set_visible_child (self->pages, GTK_WIDGET (self->flow_page));
  tl_window_show_state (self);
  gtk_widget_grab_focus (document ? GTK_WIDGET (self->flow_page) : GTK_WIDGET (self->welcome));
}

/**
 * tl_window_set_listening:
 * @self: a window with a document
 * @listening: whether contacts are written down in it instead of pages being shown
 */
void
tl_window_set_listening (TlWindow *self, gboolean listening)
{
  self->listening = listening && self->document;
  tl_listen_page_set_document (self->listen_page, self->listening ? self->document : NULL);
  tl_window_show_state (self);
  focus_page (self);
}

/**
 * tl_window_keep_now:
 * @self: a window with a document
 *
 * Returns: whether its study would be found again if the program died now
 */
gboolean
tl_window_keep_now (TlWindow *self)
{
  return tl_rescuer_keep_now (self->rescuer);
}

/**
 * tl_window_is_free:
 * @self: a window
 *
 * Returns: whether nothing would be missed if it showed another study
 */
gboolean
tl_window_is_free (TlWindow *self)
{
  if (self->opening)
    return FALSE;
  return !self->document || tl_document_is_untouched (self->document);
}

/**
 * tl_window_shows:
 * @self: a window
 * @file: a study's file
 *
 * Returns: whether that file is open, or being opened, in this window
 */
gboolean
tl_window_shows (TlWindow *self, GFile *file)
{
  GFile *own = self->document ? tl_document_file (self->document) : self->opening;

  return own && g_file_equal (own, file);
}

/**
 * tl_window_say:
 * @self: a window
 * @words: something to tell the team, translated
 *
 * Shows a few words for a few seconds, or until the next edit, instead of what was said before.
 */
void
tl_window_say (TlWindow *self, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  dismiss (self);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_timeout (toast, TOAST_TIME);
  adw_toast_overlay_add_toast (self->toasts, toast);
  tl_assistive_announce (GTK_WINDOW (self), words);
}

/**
 * tl_window_get_show:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the windows in which its study is presented; %NULL while it is not
 */
TlShow *
tl_window_get_show (TlWindow *self)
{
  return self->show;
}
