/* compare-text.c: two flows side by side for people. */
#include "cli/compare-text.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#include "cli/output.h"
#include "cli/text-table.h"
#include "paint/comparison-rows.h"
#include "paint/difference-words.h"
#include "paint/words.h"

static void
append_numbers (GString *text, const TlComparison *comparison)
{
  g_autoptr (GPtrArray) rows = tl_comparison_rows (comparison);
  g_autoptr (TlTextTable) table = tl_text_table_new (g_strdup (""));

  tl_text_table_add_column (table, tl_output_line (tl_words_name (comparison->before->flow->name)));
  tl_text_table_add_column (table, tl_output_line (tl_words_name (comparison->after->flow->name)));
  tl_text_table_add_column (table, g_strdup (_ ("Difference")));
  for (guint i = 0; i < rows->len; i++)
    {
      const TlComparisonRow *row = g_ptr_array_index (rows, i);

      tl_text_table_add_cell (table, tl_output_line (g_strdup (row->name)));
      tl_text_table_add_cell (table, tl_comparison_words (row->unit, row->before));
      tl_text_table_add_cell (table, tl_comparison_words (row->unit, row->after));
      tl_text_table_add_cell (table, tl_comparison_change_words (row));
    }
  tl_text_table_append (table, text);
}

static void
append_differences (GString *text, const TlComparison *comparison)
{
  g_auto (GStrv) lines = tl_differences_lines (comparison->differences);

  g_string_append_printf (text, "\n%s\n", *lines ? _ ("What was changed") : _ ("Nothing was changed yet"));
  for (guint i = 0; lines[i]; i++)
    {
      g_autofree char *line = tl_output_line (g_strdup (lines[i]));

      g_string_append_printf (text, "  %s\n", line);
    }
}

char *
tl_compare_text (const TlStudy *study, const TlComparison *comparison)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *headline = tl_output_line (tl_comparison_headline (comparison));
  const char *serves = comparison->after->flow->serves;

  if (study->title)
    {
      g_autofree char *title = tl_output_line (g_strdup (study->title));

      g_string_append_printf (text, "%s\n\n", title);
    }
  g_string_append_printf (text, "%s\n", headline);
  if (serves)
    {
      g_autofree char *line = tl_output_line (g_strdup (serves));

      g_string_append_printf (text, "%s\n", line);
    }
  g_string_append_c (text, '\n');
  append_numbers (text, comparison);
  append_differences (text, comparison);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
