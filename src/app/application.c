#include "app/application.h"

#include "app/rescue-offer.h"

#include "app/plain-names.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlApplication
{
  AdwApplication parent_instance;
  gboolean offered; /* what was not saved when the program died */
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *keys[4];
} Shortcut;

/* Plain letters belong to the canvas (canvas-keys.c). */
static const Shortcut shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  /* In the order of Check. */
  { "win.page('purpose')", { "<Control>1" } },
  { "win.page('demand')", { "<Control>2" } },
  { "win.page('capability')", { "<Control>3" } },
  { "win.page('flow')", { "<Control>4" } },
  { "win.page('capacity')", { "<Control>5" } },
  { "win.page('conditions')", { "<Control>6" } },
  { "win.next-flow", { "<Control>Page_Down" } },
  { "win.previous-flow", { "<Control>Page_Up" } },
  { "win.redesign", { "<Control><Shift>d" } },
  { "win.inspector", { "F9" } },
  { "win.listen", { "F8" } },
  { "win.present", { "F5" } },
  { "win.present-step", { "<Shift>F5" } },
  { "win.outline", { "<Shift>F9" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.find", { "<Control>f" } },
  { "win.purpose", { "<Control>p" } },
  { "win.room-larger", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.room-smaller", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.room-usual", { "<Control>0", "<Control>KP_0" } },
  { "win.show-help-overlay", { "F1", "<Control>question" } },
};

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each asks about what is not saved; the program ends with the last one. */
  for (GList *l = windows; l; l = l->next)
    if (TL_IS_WINDOW (l->data))
      gtk_window_close (l->data);
}

static void
tl_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = { { "quit", quit } };

  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (TL_APP_ID);
  tl_plain_names_watch ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action, shortcuts[i].keys);
}

/* Once, when there is a window to ask in. */
static void
offer_rescued (TlApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->offered || !TL_IS_WINDOW (window))
    return;
  self->offered = TRUE;
  tl_rescue_offer (TL_WINDOW (window));
}

static void
tl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!window)
    window = GTK_WINDOW (tl_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
  offer_rescued (TL_APPLICATION (application));
}

static void
tl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    tl_application_open_file (TL_APPLICATION (application), files[i], NULL);
  offer_rescued (TL_APPLICATION (application));
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open;
}

static void
tl_application_init (TlApplication *self)
{
}

/**
 * tl_application_new:
 * @flags: besides %G_APPLICATION_HANDLES_OPEN
 *
 * Returns: (transfer full): the application
 */
TlApplication *
tl_application_new (GApplicationFlags flags)
{
  return g_object_new (TL_TYPE_APPLICATION, "application-id", TL_APP_ID, "flags", flags | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * tl_application_open_file:
 * @self: the application
 * @file: a study's file
 * @preferred: (nullable): a window to open it in, if that is free
 *
 * Opens a study: in the window that shows it already, else in a free one, else in a new one.
 *
 * Returns: (transfer none): the window
 */
TlWindow *
tl_application_open_file (TlApplication *self, GFile *file, TlWindow *preferred)
{
  TlWindow *window = preferred && tl_window_is_free (preferred) ? preferred : NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (TL_IS_WINDOW (l->data) && tl_window_shows (l->data, file))
      {
        gtk_window_present (l->data);
        return l->data;
      }
  if (!window)
    window = tl_window_new (GTK_APPLICATION (self));
  tl_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Without a session bus there is nobody to share one program with, to read the screen aloud, or to
 * keep settings: each would complain on the terminal, so each is told beforehand. */
static gboolean
has_session_bus (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  return bus != NULL;
}

static GApplicationFlags
prepare_for_no_bus (void)
{
  if (has_session_bus ())
    return G_APPLICATION_DEFAULT_FLAGS;
  g_setenv ("GTK_A11Y", "none", FALSE);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", FALSE);
  return G_APPLICATION_NON_UNIQUE;
}

/**
 * tl_application_main:
 * @argc: how many words the command line has
 * @argv: the command line: files to open
 *
 * Runs the program with windows until the last one is closed.
 *
 * Returns: the exit code
 */
int
tl_application_main (int argc, char **argv)
{
  GApplicationFlags flags = prepare_for_no_bus ();
  g_autoptr (TlApplication) application = NULL;

  g_set_application_name (_ ("Throughline"));
  /* GTK itself would end the process with a warning that helps nobody in a shell. */
  if (!gtk_init_check ())
    {
      g_printerr ("throughline: %s\n",
                  _ ("There is no display for the window. Commands need none: try “throughline --help”."));
      return 1;
    }
  application = tl_application_new (flags);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
