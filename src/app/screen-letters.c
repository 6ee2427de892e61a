#include "app/screen-letters.h"

struct _TlScreenLetters
{
  GdkDisplay *display;
  GtkCssProvider *provider;
  char *css_class;
  int size;
};

/**
 * tl_screen_letters_new:
 * @window: whose letters they will be
 * @css_class: that no other window has
 *
 * Returns: (transfer full): letters of no size yet
 */
TlScreenLetters *
tl_screen_letters_new (GtkWidget *window, const char *css_class)
{
  TlScreenLetters *self = g_new0 (TlScreenLetters, 1);

  self->display = g_object_ref (gtk_widget_get_display (window));
  self->provider = gtk_css_provider_new ();
  self->css_class = g_strdup (css_class);
  gtk_widget_add_css_class (window, css_class);
  gtk_style_context_add_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return self;
}

/**
 * tl_screen_letters_free:
 * @self: (transfer full) (nullable): letters
 */
void
tl_screen_letters_free (TlScreenLetters *self)
{
  if (!self)
    return;
  gtk_style_context_remove_provider_for_display (self->display, GTK_STYLE_PROVIDER (self->provider));
  g_object_unref (self->provider);
  g_object_unref (self->display);
  g_free (self->css_class);
  g_free (self);
}

/**
 * tl_screen_letters_set:
 * @self: letters
 * @size: of them, in pixels
 */
void
tl_screen_letters_set (TlScreenLetters *self, int size)
{
  const char *name = self->css_class;
  g_autofree char *css = NULL;

  if (size == self->size)
    return;
  self->size = size;
  /* Popovers and tips begin with letters of their own. */
  css = g_strdup_printf ("window.%s, window.%s popover, window.%s tooltip, window.%s .caption, window.%s .heading"
                         " { font-size: %dpx; }",
                         name, name, name, name, name, size);
  gtk_css_provider_load_from_data (self->provider, css, -1);
}
