#include "analysis/names.h"

#include "throughline-config.h"
#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* More names than this make a sentence that nobody reads to its end. */
#define MOST_NAMES 12

char *
tl_names_join (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len && i < MOST_NAMES; i++)
    {
      if (i > 0)
        /* Translators: between the names of a list */
        g_string_append (text, C_ ("list", ", "));
      /* Translators: quotes around a name */
      g_string_append_printf (text, _ ("“%s”"), (const char *) names->pdata[i]);
    }
  if (names->len > MOST_NAMES)
    g_string_append_printf (text,
                            /* Translators: at the end of a list of names */
                            g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", names->len - MOST_NAMES),
                            names->len - MOST_NAMES);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
