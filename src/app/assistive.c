#include "app/assistive.h"

#include <gio/gio.h>

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
  g_autoptr (GVariant) enabled
    = status ? g_dbus_proxy_get_cached_property (status, "ScreenReaderEnabled") : NULL;

  return enabled && g_variant_is_of_type (enabled, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (enabled);
}
