/* xmr-text.c: the numbers of a chart of variation as plain text for people. */
#include "cli/xmr-text.h"

#include <math.h>

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/output.h"
#include "cli/text-table.h"

#define NOTHING "–"

static char *
number_cell (double number)
{
  return isfinite (number) ? g_strdup_printf ("%.6g", number) : g_strdup (NOTHING);
}

static void
append_heading (GString *text, const TlMeasure *measure, const TlXmr *xmr)
{
  const char *set = tl_xmr_rule_set_label (xmr->options.rules);
  g_autofree char *line = NULL;

  if (measure->unit)
    line = tl_output_line (g_strdup_printf ("%s (%s)", tl_item_name (measure), measure->unit));
  else
    line = tl_output_line (g_strdup (tl_item_name (measure)));
  g_string_append_printf (text, "%s\n", *line ? line : _ ("(no name)"));
  /* Translators: %s is the name of a set of rules, as "Wheeler" */
  g_string_append_printf (text, _ ("Rules: %s"), set);
  g_string_append (text, "\n\n");
}

static char *
phase_cell (const TlXmrPhase *phase)
{
  g_autofree char *points = g_strdup_printf (_ ("Points %u to %u"), phase->first + 1, phase->first + phase->n_points);

  return phase->trial ? g_strdup_printf (_ ("%s, trial limits"), points) : g_steal_pointer (&points);
}

static void
append_limits (GString *text, const TlXmr *xmr)
{
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (_ ("Limits")));

  tl_text_table_add_column (table, g_strdup (_ ("values")));
  tl_text_table_add_column (table, g_strdup (_ ("lower")));
  tl_text_table_add_column (table, g_strdup (xmr->options.median ? _ ("median") : _ ("mean")));
  tl_text_table_add_column (table, g_strdup (_ ("upper")));
  tl_text_table_add_column (table, g_strdup (_ ("moving range")));
  tl_text_table_add_column (table, g_strdup (_ ("range limit")));
  for (guint i = 0; i < xmr->phases->len; i++)
    {
      const TlXmrPhase *phase = &g_array_index (xmr->phases, TlXmrPhase, i);

      tl_text_table_add_cell (table, phase_cell (phase));
      tl_text_table_add_cell (table, g_strdup_printf ("%u", phase->n_values));
      tl_text_table_add_cell (table, number_cell (phase->lower));
      tl_text_table_add_cell (table, number_cell (phase->limits.centre));
      tl_text_table_add_cell (table, number_cell (phase->limits.upper));
      tl_text_table_add_cell (table, number_cell (phase->range));
      tl_text_table_add_cell (table, number_cell (phase->limits.range_limit));
    }
  tl_text_table_append (table, text);
}

static void
append_rules (GString *text, guint marks, TlXmrRuleSet set)
{
  const char *between = "";

  for (guint rule = 0; rule < TL_XMR_N_RULES; rule++)
    {
      g_autofree char *words = NULL;

      if (!(marks & 1u << rule))
        continue;
      words = tl_xmr_rule_words (rule, set);
      g_string_append_printf (text, "%s%s", between, words);
      between = "; ";
    }
}

/* Of one value, or of none, nobody knows how it varies. */
static gboolean
has_limits (const TlXmr *xmr)
{
  for (guint i = 0; i < xmr->phases->len; i++)
    if (isfinite (g_array_index (xmr->phases, TlXmrPhase, i).limits.upper))
      return TRUE;
  return FALSE;
}

static void
append_signals (GString *text, const TlMeasure *measure, const TlXmr *xmr)
{
  guint count = tl_xmr_n_signals (xmr);

  g_string_append (text, "\n");
  if (count == 0)
    {
      g_string_append_printf (text, "%s\n",
                              has_limits (xmr)
                                  ? _ ("No signals: the system does this predictably")
                                  : _ ("Too few values yet: limits need two, and are sure from twelve on"));
      return;
    }
  g_string_append_printf (text, "%s\n", _ ("What happened here?"));
  for (guint i = 0; i < xmr->n_points; i++)
    {
      const TlPoint *point = g_ptr_array_index (measure->points, i);
      g_autofree char *when = tl_output_line (g_strdup (point->when ? point->when : NOTHING));

      if (xmr->marks[i] == 0)
        continue;
      g_string_append_printf (text, "%u  %s  %.6g  ", i + 1, when, xmr->values[i]);
      append_rules (text, xmr->marks[i], xmr->options.rules);
      g_string_append (text, "\n");
    }
}

char *
tl_xmr_text (const TlMeasure *measure, const TlXmr *xmr)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_heading (text, measure, xmr);
  if (xmr->phases->len == 0)
    {
      g_string_append_printf (text, "%s\n", _ ("There are no points yet"));
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  append_limits (text, xmr);
  append_signals (text, measure, xmr);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
