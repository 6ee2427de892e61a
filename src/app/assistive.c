#include "app/assistive.h"

/* Desktops and screen readers tell it there; it lives as long as the program. */
static GDBusProxy *status;

static void
on_proxy (GObject *source, GAsyncResult *result, gpointer data)
{
  /* Without that service nobody reads the screen. */
  status = g_dbus_proxy_new_for_bus_finish (result, NULL);
}

/**
 * tl_assistive_watch:
 *
 * Begins to follow whether a screen reader is at work. Returns at once; only the first call does something.
 */
void
tl_assistive_watch (void)
{
  static gboolean watching;

  if (watching || g_strcmp0 (g_getenv ("GTK_A11Y"), "none") == 0)
    return;
  watching = TRUE;
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START, NULL, "org.a11y.Bus",
                            "/org/a11y/bus", "org.a11y.Status", NULL, on_proxy, NULL);
}

/**
 * tl_assistive_reads_screen:
 *
 * Returns: whether a screen reader is at work, as far as is known yet
 */
gboolean
tl_assistive_reads_screen (void)
{
  g_autoptr (GVariant) enabled = status ? g_dbus_proxy_get_cached_property (status, "ScreenReaderEnabled") : NULL;

  return enabled && g_variant_is_of_type (enabled, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (enabled);
}

#if !GTK_CHECK_VERSION(4, 14, 0)
/* A screen reader says the new name of the window at hand aloud; the same name would be no news, and it may know the
 * new one already by having looked. So there is one in between: a space of no width, of which nothing is heard. */
static void
say_as_name (GtkWindow *window, const char *words)
{
  g_autofree char *name = g_strconcat (words, " · ", gtk_window_get_title (window), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, "\342\200\213", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
#endif

/**
 * tl_assistive_announce:
 * @window: the window at hand
 * @words: what has just been shown for a moment, translated
 *
 * Says it to who can't see it. GTK before 4.14 has no way to do so: there it becomes a part of the window's accessible
 * name, until the title changes.
 */
void
tl_assistive_announce (GtkWindow *window, const char *words)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (window), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#else
  say_as_name (window, words);
#endif
}

/**
 * tl_assistive_tell:
 * @widget: what has changed
 * @words: what can be seen of it now, translated
 *
 * Says it to who hears the screen, as tl_assistive_announce() does; nothing where nobody does, or @widget can't be
 * seen.
 */
void
tl_assistive_tell (GtkWidget *widget, const char *words)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (tl_assistive_reads_screen () && gtk_widget_get_mapped (widget) && GTK_IS_WINDOW (root))
    tl_assistive_announce (GTK_WINDOW (root), words);
}
