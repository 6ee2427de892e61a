#include "list-headings.h"

#include <string.h>

/* In the languages of the program, whichever it speaks now: a table comes from anywhere. */
static const char *const known[] = {
  /* the step */
  "step", "steps", "name", "step name", "name of step", "name of the step", "process step", "activity", "task",
  "action", "what", "description", "process", "schritt", "schritte", "prozessschritt", "arbeitsschritt", "bezeichnung",
  "tätigkeit", "aktivität", "aufgabe", "vorgang", "was", "beschreibung", "ablauf",
  /* its place */
  "#", "no", "no.", "nr", "nr.", "number", "id", "nummer", "lfd. nr.", "pos", "pos.",
  /* who does it */
  "role", "roles", "who", "by", "by whom", "done by", "team", "owner", "person", "department", "responsible", "actor",
  "rolle", "rollen", "wer", "wer macht es", "durch", "von wem", "zuständig", "verantwortlich", "abteilung", "stelle",
  "bearbeiter", "mitarbeiter",
  /* how long */
  "time", "times", "work", "work time", "working time", "touch time", "process time", "processing time", "effort",
  "duration", "minutes", "min", "hours", "work minutes", "wait", "waiting", "wait time", "waiting time", "wait minutes",
  "lead time", "delay", "queue", "zeit", "zeiten", "arbeit", "arbeitszeit", "bearbeitungszeit", "bearbeitung",
  "prozesszeit", "aufwand", "dauer", "minuten", "stunden", "warten", "wartezeit", "liegezeit", "durchlaufzeit",
  "verzögerung",
  /* what else */
  "notes", "note", "remark", "remarks", "comment", "comments", "notiz", "notizen", "bemerkung", "bemerkungen",
  "anmerkung", "anmerkungen", "kommentar", "hinweis", "hinweise"
};

/* "Work (min)", "Who?", "Time:": without what may follow the word. */
static char *
bare (const char *cell)
{
  g_autofree char *word = g_utf8_casefold (cell, -1);

  word[strcspn (word, "([:?")] = '\0';
  return g_strdup (g_strstrip (word));
}

static gboolean
is_known (const char *cell)
{
  g_autofree char *word = bare (cell);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *folded = g_utf8_casefold (known[i], -1);

      if (strcmp (word, folded) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_list_headings_are:
 * @row: a line, its cells parted by tabs
 *
 * Returns: whether it has two cells with words or more, and each is a known heading, in any language of the program.
 *   A row with any other word is never taken for headings, as that word would be lost
 */
gboolean
tl_list_headings_are (const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", -1);
  guint n = 0;

  for (guint i = 0; cells[i]; i++)
    {
      if (!*g_strstrip (cells[i]))
        continue;
      if (!is_known (cells[i]))
        return FALSE;
      n++;
    }
  return n >= 2;
}
