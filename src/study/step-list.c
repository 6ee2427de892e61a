#include "step-list.h"

#include <math.h>
#include <string.h>

#include "connector.h"
#include "flow-reach.h"
#include "flow.h"
#include "item-build.h"
#include "list-headings.h"
#include "list-marker.h"
#include "quantity.h"
#include "role.h"
#include "step-line.h"
#include "step-names.h"
#include "step.h"

void
tl_listed_step_free (TlListedStep *step)
{
  g_free (step->name);
  g_free (step->role);
  g_free (step->notes);
  g_free (step);
}

/* Behind a name, as when it is typed, may stand its times. */
static TlListedStep *
listed_step_new (const char *line)
{
  TlListedStep *step = g_new0 (TlListedStep, 1);

  step->name = tl_step_line_parse (line, &step->work, &step->wait);
  return step;
}

/* What is neither a time nor who does it is kept as a note: no word of a list is lost. */
static void
note (TlListedStep *step, const char *cell)
{
  char *notes = step->notes ? g_strconcat (step->notes, "\n", cell, NULL) : g_strdup (cell);

  g_free (step->notes);
  step->notes = notes;
}

/* A cell behind the name: the first time is work, the second waiting, the first that is no number is who
 * does it. */
static void
take_cell (TlListedStep *step, const char *text)
{
  g_autofree char *cell = g_strstrip (g_strdup (text));
  double minutes;

  if (!*cell)
    return;
  if (!tl_minutes_parse (cell, &minutes, NULL))
    {
      if (step->role)
        note (step, cell);
      else
        step->role = g_steal_pointer (&cell);
    }
  else if (isnan (step->work))
    step->work = minutes;
  else if (isnan (step->wait))
    step->wait = minutes;
  else
    note (step, cell);
}

/* Returns: (nullable): the last of the steps that @names lists */
static TlListedStep *
add_names (GPtrArray *steps, const char *listed, guint way)
{
  g_autoptr (GPtrArray) names = tl_step_names_parse (listed);
  TlListedStep *step = NULL;

  for (guint i = 0; i < names->len && steps->len <= TL_STEP_NAMES_MOST; i++)
    {
      step = listed_step_new (g_ptr_array_index (names, i));
      step->way = names->len > 1 ? way : 0;
      g_ptr_array_add (steps, step);
    }
  return step;
}

/* A line, or a row of a table; what stands behind several steps is about the last. */
static void
add_line (GPtrArray *steps, const char *line, guint way)
{
  g_auto (GStrv) cells = g_strsplit (tl_list_marker_skip (line), "\t", -1);
  TlListedStep *step = add_names (steps, cells[0] ? cells[0] : "", way);

  for (guint i = 1; step && cells[i]; i++)
    take_cell (step, cells[i]);
}

/* ---- under headings ---- */

/* "1", "2.", "c)": says nothing but where the row stands. */
static gboolean
is_place (const char *cell)
{
  g_autofree char *row = g_strconcat (cell, "\tx", NULL);

  return strcmp (tl_list_marker_skip (row), "x") == 0;
}

/* A number without a unit counts what the heading says: hours, where that is "Work (h)". */
static gboolean
read_time (const char *cell, const TlListColumn *column, double *time)
{
  if (!isnan (*time) || !tl_minutes_parse (cell, time, NULL))
    return FALSE;
  if (g_ascii_isdigit (cell[strlen (cell) - 1]))
    *time *= column->minutes;
  return TRUE;
}

/* What the column can't hold is a note: no word is lost. */
static void
take_cell_under (TlListedStep *step, const char *text, const TlListColumn *column)
{
  g_autofree char *cell = g_strstrip (g_strdup (text));

  if (!*cell || (column->kind == TL_COLUMN_PLACE && is_place (cell)))
    return;
  if (column->kind == TL_COLUMN_ROLE)
    step->role = g_steal_pointer (&cell);
  else if (!(column->kind == TL_COLUMN_WORK && read_time (cell, column, &step->work))
           && !(column->kind == TL_COLUMN_WAIT && read_time (cell, column, &step->wait)))
    note (step, cell);
}

/* Returns: which of @columns has the names, or -1 */
static int
name_column (const GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, TlListColumn, i).kind == TL_COLUMN_NAME)
      return (int) i;
  return -1;
}

/* A row whose headings say what stands where. Without a name it is taken as a line is. */
static void
add_row (GPtrArray *steps, const char *line, const GArray *columns, guint way)
{
  static const TlListColumn none = { TL_COLUMN_NONE, 1 };
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  int name = name_column (columns);
  TlListedStep *step = name >= 0 && name < (int) g_strv_length (cells) ? add_names (steps, cells[name], way) : NULL;

  for (guint i = 0; step && cells[i]; i++)
    if ((int) i != name)
      take_cell_under (step, cells[i], i < columns->len ? &g_array_index (columns, TlListColumn, i) : &none);
  if (!step)
    add_line (steps, line, way);
}

/* Returns: (nullable): what the first line that says anything tells of the columns, and where it stands */
static GArray *
headings_of (char **lines, guint *at)
{
  for (*at = 0; lines[*at]; (*at)++)
    {
      g_autofree char *words = g_strstrip (g_strdup (lines[*at]));

      if (*words)
        return tl_list_headings_read (lines[*at]);
    }
  return NULL;
}

/**
 * tl_step_list_parse:
 * @text: some text, as a person pastes it
 *
 * Takes lines, or steps parted by arrows ("A > B -> C"), each with its times behind it if it has any
 * ("Check 6m 2d"); bullets and numbers before a line (list-marker.h) are left out. Where a line has tabs, as from a
 * spreadsheet, it is a row: the name, and then in any order work, waiting and the role; what else there is are
 * notes. A first row of headings (list-headings.h) says which column is what.
 *
 * Returns: (transfer full) (element-type TlListedStep): the steps; one more than %TL_STEP_NAMES_MOST where there are
 *   more
 */
GPtrArray *
tl_step_list_parse (const char *text)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_listed_step_free);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\n\r", -1);
  guint at = 0;
  g_autoptr (GArray) columns = headings_of (lines, &at);

  for (guint i = columns ? at + 1 : 0; lines[i] && steps->len <= TL_STEP_NAMES_MOST; i++)
    if (columns)
      add_row (steps, lines[i], columns, i + 1);
    else
      add_line (steps, lines[i], i + 1);
  return steps;
}

/**
 * tl_step_list_told:
 * @text: what tl_step_list_parse() takes
 *
 * Returns: (transfer full) (nullable): what its first row said of the columns, for who pasted it; %NULL where it has
 *   no headings, or none over the names
 */
char *
tl_step_list_told (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\n\r", -1);
  guint at = 0;
  g_autoptr (GArray) columns = headings_of (lines, &at);

  return columns && name_column (columns) >= 0 ? tl_list_headings_words (columns) : NULL;
}

/* An item in the fragment, with the first id that is free. */
static gpointer
add_item (TlStudy *fragment, gpointer parent, TlItemKind kind)
{
  g_autofree char *id = tl_study_new_id (fragment, kind);
  TlItem *item = tl_item_new (kind);

  tl_item_set_id (item, id);
  tl_item_append (parent, item);
  return item;
}

static TlRole *
role_of_name (TlStudy *fragment, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  TlRole *role;

  for (guint i = 0; i < fragment->roles->len; i++)
    {
      g_autofree char *folded = NULL;

      role = g_ptr_array_index (fragment->roles, i);
      folded = g_utf8_casefold (role->name, -1);
      if (strcmp (folded, wanted) == 0)
        return role;
    }
  role = add_item (fragment, fragment, TL_ITEM_ROLE);
  tl_item_set_text (role, "name", name);
  return role;
}

/* "A > B" and "A > C" are two ways out of one A. Where the lines have no step in common they go on one from the
 * other. */
static gboolean
ways_meet (GPtrArray *steps)
{
  g_autoptr (GHashTable) ways = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const TlListedStep *step = g_ptr_array_index (steps, i);
      g_autofree char *name = g_utf8_casefold (step->name, -1);
      guint way = GPOINTER_TO_UINT (g_hash_table_lookup (ways, name));

      if (way && step->way && way != step->way)
        return TRUE;
      if (step->way)
        g_hash_table_insert (ways, g_steal_pointer (&name), GUINT_TO_POINTER (step->way));
    }
  return FALSE;
}

typedef struct
{
  TlStudy *fragment;
  TlFlow *flow;
  GHashTable *met; /* (nullable): folded name → step, of those that may be met again */
} Drawing;

/* The first line that says it counts. */
static void
fill_step (Drawing *self, TlStep *step, const TlListedStep *listed)
{
  if (isnan (step->work_minutes))
    tl_item_set_number (step, "work-minutes", listed->work);
  if (isnan (step->wait_minutes))
    tl_item_set_number (step, "wait-minutes", listed->wait);
  if (!step->notes)
    tl_item_set_text (step, "notes", listed->notes);
  if (!step->role && listed->role)
    tl_item_set_item (step, "role", role_of_name (self->fragment, listed->role));
}

static TlStep *
step_of (Drawing *self, const TlListedStep *listed)
{
  g_autofree char *name = g_utf8_casefold (listed->name, -1);
  TlStep *step = self->met && listed->way ? g_hash_table_lookup (self->met, name) : NULL;

  if (!step)
    {
      step = add_item (self->fragment, self->flow, TL_ITEM_STEP);
      tl_item_set_text (step, "name", listed->name);
      if (self->met)
        g_hash_table_insert (self->met, g_steal_pointer (&name), step);
    }
  fill_step (self, step, listed);
  return step;
}

/* What leads back to where the work has been is rework. */
static void
draw_way (Drawing *self, TlStep *from, TlStep *to)
{
  TlConnector *connector;
  gboolean is_back = tl_flow_leads_to (self->flow, to, from);

  for (guint i = 0; i < self->flow->connectors->len; i++)
    {
      connector = g_ptr_array_index (self->flow->connectors, i);
      if (connector->from == from && connector->to == to)
        return;
    }
  connector = add_item (self->fragment, self->flow, TL_ITEM_CONNECTOR);
  tl_item_set_item (connector, "from", from);
  tl_item_set_item (connector, "to", to);
  if (is_back)
    tl_item_set_choice (connector, "kind", TL_CONNECTOR_REWORK);
}

/**
 * tl_step_list_fragment:
 * @steps: (element-type TlListedStep): steps in the order in which they follow one another
 *
 * Where lines with arrows have a step in common, each is a way of its own, and what has the same name is the same
 * step; else all is one chain.
 *
 * Returns: (transfer full): a fragment (fragment.h) with these steps, connected, without places
 */
TlStudy *
tl_step_list_fragment (GPtrArray *steps)
{
  TlStudy *fragment = tl_study_new ();
  g_autoptr (GHashTable) met = ways_meet (steps) ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;
  Drawing self = { fragment, add_item (fragment, fragment, TL_ITEM_FLOW), met };
  TlStep *last = NULL;
  guint way = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const TlListedStep *listed = g_ptr_array_index (steps, i);
      TlStep *step = step_of (&self, listed);

      if (last && (!met || !listed->way || listed->way == way))
        draw_way (&self, last, step);
      last = step;
      way = listed->way;
    }
  return fragment;
}
