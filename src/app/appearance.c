#include "app/appearance.h"

#include <adwaita.h>
#include <math.h>

#include "app/settings.h"

/* What Ctrl + and Ctrl − go through: small steps for a desk, large ones for a room. */
static const double steps[] = { 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5 };

/* GTK counts resolution in 1024ths of a dot an inch, and −1 stands for this one. */
#define DPI_UNKNOWN -1
#define DPI_USUAL (96 * 1024)
/* Of symbolic icons, in pixels at 100 %. */
#define ICON_SIZE 16.0
/* Of a row with a title and something below it. */
#define ROW_HEIGHT 54.0

struct _TlAppearance
{
  GObject parent_instance;
  double scale;
  TlScheme scheme;
  TlScheme shown; /* the scheme, or that of slides while they are shown */
  gboolean presented;
  int desktop_dpi; /* before this program changed it: large text of the desktop is kept */
  GtkCssProvider *sizes;
};

G_DEFINE_FINAL_TYPE (TlAppearance, tl_appearance, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tl_appearance_class_init (TlAppearanceClass *klass)
{
  /**
   * TlAppearance::changed:
   * @self: the appearance
   *
   * The scale, the scheme or the contrast is another.
   */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", TL_TYPE_APPEARANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
changed (TlAppearance *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
apply_scheme (TlAppearance *self)
{
  static const AdwColorScheme schemes[] = {
    [TL_SCHEME_DESKTOP] = ADW_COLOR_SCHEME_DEFAULT,
    [TL_SCHEME_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [TL_SCHEME_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[self->shown]);
}

/* Text grows with the resolution. What the style sheets give in pixels does not: icons follow here,
 * the rest of the program's own style sheet is in em. */
static void
apply_scale (TlAppearance *self)
{
  g_autofree char *css = NULL;
  int dpi = (int) lround (self->desktop_dpi * self->scale);

  css = g_strdup_printf ("* { -gtk-icon-size: %dpx; }\n"
                         "statuspage > scrolledwindow > viewport > box > clamp > box > .icon,"
                         ".large-icons { -gtk-icon-size: %dpx; }\n"
                         "row box.header, row .header { min-height: %dpx; }\n",
                         (int) lround (ICON_SIZE * self->scale), (int) lround (96 * self->scale),
                         (int) lround (ROW_HEIGHT * self->scale));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  gtk_css_provider_load_from_data (self->sizes, self->scale > 1 ? css : "", -1);
}

static void
tl_appearance_init (TlAppearance *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &self->desktop_dpi, NULL);
  if (self->desktop_dpi == DPI_UNKNOWN)
    self->desktop_dpi = DPI_USUAL;
  self->sizes = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->scale = CLAMP (tl_settings_number ("room-scale", 1), TL_ROOM_SCALE_LEAST, TL_ROOM_SCALE_MOST);
  self->scheme = (TlScheme) tl_settings_choice ("color-scheme", TL_SCHEME_DESKTOP);
  self->shown = self->scheme;
  apply_scheme (self);
  if (self->scale > 1)
    apply_scale (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

/**
 * tl_appearance_get_default:
 *
 * Returns: (transfer none): the appearance of all windows; needs a display
 */
TlAppearance *
tl_appearance_get_default (void)
{
  static TlAppearance *appearance;

  if (!appearance)
    appearance = g_object_new (TL_TYPE_APPEARANCE, NULL);
  return appearance;
}

/**
 * tl_appearance_theme:
 * @self: the appearance
 *
 * Returns: how painters draw on the screen now
 */
TlTheme
tl_appearance_theme (TlAppearance *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return (TlTheme){
    .dark = adw_style_manager_get_dark (style),
    .high_contrast = adw_style_manager_get_high_contrast (style),
    .scale = self->scale,
  };
}

/**
 * tl_appearance_get_scale:
 * @self: the appearance
 *
 * Returns: the room scale, 1.0 for 100 %
 */
double
tl_appearance_get_scale (TlAppearance *self)
{
  return self->scale;
}

/**
 * tl_appearance_set_scale:
 * @self: the appearance
 * @scale: the room scale, 1.0 for 100 %; remembered
 */
void
tl_appearance_set_scale (TlAppearance *self, double scale)
{
  scale = CLAMP (scale, TL_ROOM_SCALE_LEAST, TL_ROOM_SCALE_MOST);
  if (scale == self->scale)
    return;
  self->scale = scale;
  apply_scale (self);
  if (tl_settings_get ())
    g_settings_set_double (tl_settings_get (), "room-scale", scale);
  changed (self);
}

/**
 * tl_appearance_step_scale:
 * @self: the appearance
 * @direction: 1 for larger, −1 for smaller
 */
void
tl_appearance_step_scale (TlAppearance *self, int direction)
{
  guint at = 0;

  while (at + 1 < G_N_ELEMENTS (steps) && steps[at] < self->scale)
    at++;
  if (direction > 0 && at + 1 < G_N_ELEMENTS (steps))
    at++;
  else if (direction < 0 && at > 0)
    at--;
  tl_appearance_set_scale (self, steps[at]);
}

/**
 * tl_appearance_get_scheme:
 * @self: the appearance
 *
 * Returns: light, dark, or what the desktop says
 */
TlScheme
tl_appearance_get_scheme (TlAppearance *self)
{
  return self->scheme;
}

/**
 * tl_appearance_set_scheme:
 * @self: the appearance
 * @scheme: light, dark, or what the desktop says; remembered
 */
void
tl_appearance_set_scheme (TlAppearance *self, TlScheme scheme)
{
  self->scheme = self->shown = scheme;
  apply_scheme (self);
  if (tl_settings_get ())
    g_settings_set_enum (tl_settings_get (), "color-scheme", (int) scheme);
  changed (self);
}

/**
 * tl_appearance_begin_presented:
 * @self: the appearance
 *
 * Slides are shown: light or dark as they were the last time.
 */
void
tl_appearance_begin_presented (TlAppearance *self)
{
  TlScheme slides = (TlScheme) tl_settings_choice ("present-colours", TL_SCHEME_DESKTOP);

  self->presented = TRUE;
  self->shown = slides == TL_SCHEME_DESKTOP ? self->scheme : slides;
  apply_scheme (self);
}

/**
 * tl_appearance_toggle_presented:
 * @self: the appearance, while slides are shown
 *
 * Makes light slides dark and dark ones light; remembered.
 */
void
tl_appearance_toggle_presented (TlAppearance *self)
{
  if (!self->presented)
    return;
  self->shown = tl_appearance_theme (self).dark ? TL_SCHEME_LIGHT : TL_SCHEME_DARK;
  apply_scheme (self);
  if (tl_settings_get ())
    g_settings_set_enum (tl_settings_get (), "present-colours", (int) self->shown);
}

/**
 * tl_appearance_end_presented:
 * @self: the appearance
 *
 * Slides are no longer shown: windows look as before.
 */
void
tl_appearance_end_presented (TlAppearance *self)
{
  self->presented = FALSE;
  self->shown = self->scheme;
  apply_scheme (self);
}
