#include "list-headings.h"

#include <string.h>

#include "quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Times that are neither called work nor waiting: the first is work, as where there are no headings. */
#define COLUMN_TIME TL_N_COLUMNS

/* In the languages of the program, whichever it speaks now: a table comes from anywhere. Parted by bars. */
static const struct
{
  int kind;
  double minutes;
  const char *words;
} known[] = {
  { TL_COLUMN_NAME, 1,
    "step|steps|name|step name|name of step|name of the step|process "
    "step|activity|task|action|what|description|process|"
    "schritt|schritte|prozessschritt|arbeitsschritt|bezeichnung|tätigkeit|aktivität|aufgabe|vorgang|was|beschreibung|"
    "ablauf" },
  { TL_COLUMN_PLACE, 1, "#|no|no.|nr|nr.|number|id|nummer|lfd. nr.|pos|pos." },
  { TL_COLUMN_ROLE, 1,
    "role|roles|who|by|by whom|done by|team|owner|person|department|responsible|actor|rolle|rollen|wer|wer macht es|"
    "durch|von wem|zuständig|verantwortlich|abteilung|stelle|bearbeiter|mitarbeiter" },
  { COLUMN_TIME, 1, "time|times|duration|minutes|min|zeit|zeiten|dauer|minuten" },
  { COLUMN_TIME, 60, "hours|stunden" },
  { TL_COLUMN_WORK, 1,
    "work|work time|working time|touch time|process time|processing time|effort|work minutes|arbeit|arbeitszeit|"
    "bearbeitungszeit|bearbeitung|prozesszeit|aufwand" },
  { TL_COLUMN_WAIT, 1,
    "wait|waiting|wait time|waiting time|wait minutes|lead time|delay|queue|warten|wartezeit|liegezeit|durchlaufzeit|"
    "verzögerung" },
  { TL_COLUMN_NOTES, 1,
    "notes|note|remark|remarks|comment|comments|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|"
    "hinweis|hinweise" },
};

/* "Work (min)", "Who?", "Time:": without what may follow the word. */
static char *
bare (const char *cell)
{
  g_autofree char *word = g_utf8_casefold (cell, -1);

  word[strcspn (word, "([:?")] = '\0';
  return g_strdup (g_strstrip (word));
}

/* "Work (h)", "Time [days]": what stands in the brackets, where it is a unit of time. */
static gboolean
read_unit (const char *cell, double *minutes)
{
  const char *bracket = strpbrk (cell, "([");
  g_autofree char *one = bracket ? g_strdup_printf ("1 %.*s", (int) strcspn (bracket + 1, ")]"), bracket + 1) : NULL;

  return one && !g_ascii_isdigit (one[2]) && tl_minutes_parse (one, minutes, NULL);
}

/* Whether @word is one of @words, which are parted by bars. */
static gboolean
is_among (const char *words, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) each = g_strsplit (folded, "|", -1);

  return g_strv_contains ((const char *const *) each, word);
}

/* *@kind may come out as a time that is neither work nor waiting. */
static gboolean
read_heading (const char *cell, int *kind, double *minutes)
{
  g_autofree char *word = bare (cell);

  *minutes = 1;
  *kind = TL_COLUMN_NONE;
  if (!*cell)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_among (known[i].words, word))
      {
        *kind = known[i].kind;
        *minutes = known[i].minutes;
        read_unit (cell, minutes);
        return TRUE;
      }
  return FALSE;
}

static gboolean
has (const GArray *columns, TlColumnKind kind)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, TlListColumn, i).kind == kind)
      return TRUE;
  return FALSE;
}

/* A second name or role is a note: no word is lost. */
static TlColumnKind
settle (const GArray *columns, int kind)
{
  if (kind == COLUMN_TIME)
    kind = has (columns, TL_COLUMN_WORK) ? TL_COLUMN_WAIT : TL_COLUMN_WORK;
  if (kind <= TL_COLUMN_ROLE && has (columns, (TlColumnKind) kind))
    return TL_COLUMN_NOTES;
  return (TlColumnKind) kind;
}

/**
 * tl_list_headings_read:
 * @row: a line, its cells parted by tabs
 *
 * Returns: (transfer full) (nullable) (element-type TlListColumn): what its columns are, where it has two cells with
 *   words or more, and each is a known heading, in any language of the program. A row with any other word is never
 *   taken for headings, as that word would be lost
 */
GArray *
tl_list_headings_read (const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, "\t", -1);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (TlListColumn));
  guint n = 0;

  for (guint i = 0; cells[i]; i++)
    {
      TlListColumn column;
      int kind;

      if (!read_heading (g_strstrip (cells[i]), &kind, &column.minutes))
        return NULL;
      column.kind = settle (columns, kind);
      n += kind != TL_COLUMN_NONE;
      g_array_append_val (columns, column);
    }
  return n >= 2 ? g_steal_pointer (&columns) : NULL;
}

/**
 * tl_list_headings_words:
 * @columns: (element-type TlListColumn): what the columns of a table are
 *
 * Returns: (transfer full): which of them the headings told, for who pasted it
 */
char *
tl_list_headings_words (const GArray *columns)
{
  static const char *const names[] = {
    [TL_COLUMN_NAME] = N_ ("name"), [TL_COLUMN_WORK] = N_ ("work"),   [TL_COLUMN_WAIT] = N_ ("waiting"),
    [TL_COLUMN_ROLE] = N_ ("role"), [TL_COLUMN_NOTES] = N_ ("notes"),
  };
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (has (columns, (TlColumnKind) i))
      g_string_append_printf (said, "%s%s", said->len ? ", " : "", _ (names[i]));
  /* TRANSLATORS: %s is a list, as "name, work, role" */
  return g_strdup_printf (_ ("Taken by the table’s headings: %s"), said->str);
}
