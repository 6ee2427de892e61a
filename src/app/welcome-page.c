#include "app/welcome-page.h"

#include <adwaita.h>
#include <math.h>

#include "app/appearance.h"
#include "app/recent.h"
#include "app/samples.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In pixels at 100 %. */
#define COLUMN_WIDTH 560.0
#define ROOMY_HEIGHT 520.0

struct _TlWelcomePage
{
  GtkWidget parent_instance;
  GtkWidget *scroll;
  GtkWidget *clamp;
  GtkWidget *icon;
  GtkWidget *draw_button;
  GtkWidget *recent_group;
  GtkWidget *samples_group;
  GtkWidget *frames_group;
  GPtrArray *rows; /* of @recent_group */
  int height;      /* of the window */
};

G_DEFINE_FINAL_TYPE (TlWelcomePage, tl_welcome_page, GTK_TYPE_WIDGET)

/* The way to begin is in sight before the picture is. */
static void
fit (TlWelcomePage *self)
{
  double scale = tl_appearance_get_scale (tl_appearance_get_default ());
  gboolean roomy = self->height >= ROOMY_HEIGHT * scale;

  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), (int) lround (COLUMN_WIDTH * scale));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), (int) lround (COLUMN_WIDTH * scale));
  gtk_widget_set_visible (self->icon, roomy);
  if (roomy)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
}

static void
add_recent (TlWelcomePage *self, GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *path = gtk_recent_info_get_uri_display (info);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), path ? path : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->recent_group), row);
  g_ptr_array_add (self->rows, row);
}

static void
refresh (TlWelcomePage *self)
{
  g_autoptr (GPtrArray) list = tl_recent_list ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->recent_group), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < list->len; i++)
    add_recent (self, g_ptr_array_index (list, i));
  gtk_widget_set_visible (self->recent_group, list->len > 0);
}

static void
add_sample (TlWelcomePage *self, const TlSample *sample)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (sample->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (sample->words));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (sample->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-sample");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", sample->name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (sample->frame ? self->frames_group : self->samples_group), row);
}

static void
add_samples (TlWelcomePage *self)
{
  guint count;
  const TlSample *samples = tl_samples (&count);

  for (guint i = 0; i < count; i++)
    add_sample (self, &samples[i]);
}

static void
tl_welcome_page_map (GtkWidget *widget)
{
  TlWelcomePage *self = TL_WELCOME_PAGE (widget);

  refresh (self);
  GTK_WIDGET_CLASS (tl_welcome_page_parent_class)->map (widget);
}

/* Enter draws at once. */
static gboolean
tl_welcome_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_WELCOME_PAGE (widget)->draw_button);
}

static void
tl_welcome_page_dispose (GObject *object)
{
  TlWelcomePage *self = TL_WELCOME_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (tl_welcome_page_parent_class)->dispose (object);
}

static void
tl_welcome_page_class_init (TlWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_welcome_page_dispose;
  widget_class->grab_focus = tl_welcome_page_grab_focus;
  widget_class->map = tl_welcome_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "welcomepage");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, scroll);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, icon);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, draw_button);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, samples_group);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, frames_group);
  /* One key draws, whatever has the focus on this page. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "win.draw", NULL);
}

static void
tl_welcome_page_init (TlWelcomePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_samples (self);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (fit), self, G_CONNECT_SWAPPED);
  fit (self);
}

/**
 * tl_welcome_page_new:
 *
 * Returns: (transfer floating): a welcome page
 */
GtkWidget *
tl_welcome_page_new (void)
{
  return g_object_new (TL_TYPE_WELCOME_PAGE, NULL);
}

/**
 * tl_welcome_page_set_room:
 * @self: a welcome page
 * @height: how high the window is about to be, in pixels
 *
 * Leaves out what there is no room for.
 */
void
tl_welcome_page_set_room (TlWelcomePage *self, int height)
{
  if (height == self->height)
    return;
  self->height = height;
  fit (self);
}
