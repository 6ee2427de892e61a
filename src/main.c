/* main.c: one program with two faces: the window, and commands that need no display. */
#include "throughline-config.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "cli/commands.h"

#ifdef TL_HAVE_APP
#include "app/application.h"
#endif

static void
speak_the_language_of_the_user (void)
{
  setlocale (LC_ALL, "");
  /* A bare server often names no locale at all. Studies are UTF-8 and so is every terminal of
   * today: question marks for every letter that is not ASCII would help nobody. */
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (TL_GETTEXT_DOMAIN, TL_LOCALE_DIR);
  bind_textdomain_codeset (TL_GETTEXT_DOMAIN, "UTF-8");
  textdomain (TL_GETTEXT_DOMAIN);
}

int
main (int argc, char **argv)
{
  speak_the_language_of_the_user ();
#ifdef TL_HAVE_APP
  if (!tl_commands_want (argc, argv))
    return tl_application_main (argc, argv);
#endif
  return tl_commands_run (argc, argv);
}
