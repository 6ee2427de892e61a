#include "app/measure-panel.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static void
add_change (TlPanel *panel, GtkWidget *group, TlChange *change)
{
  g_autofree char *title = change->when
                               /* Translators: a date */
                               ? g_strdup_printf (_ ("Since %s"), change->when)
                               : g_strdup (_ ("At the beginning"));
  GtkWidget *row = tl_panel_add_field (panel, group, title, TL_ENTRY_TEXT, change, "what", _ ("Change the reason"));

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), tl_panel_delete_button (panel, _ ("Take this change back"), change));
}

static void
add_changes (TlPanel *panel, TlMeasure *measure)
{
  GtkWidget *group = tl_panel_add_group (
      panel, _ ("What was changed"),
      measure->changes->len > 0 ? NULL : _ ("Limits stay as they are until somebody says what was changed, and when."));

  for (guint i = 0; i < measure->changes->len; i++)
    add_change (panel, group, g_ptr_array_index (measure->changes, i));
}

/**
 * tl_measure_panel_new:
 * @document: the document
 * @measure: a measure of its study
 *
 * Returns: (transfer floating): a panel with all its fields, and the changes that were declared
 */
TlPanel *
tl_measure_panel_new (TlDocument *document, TlMeasure *measure)
{
  TlPanel *panel = tl_panel_new (document);
  g_autoptr (GPtrArray) one = tl_panel_one (measure);
  GtkWidget *group = tl_panel_add_group (panel, _ ("This measure"), NULL);

  tl_panel_set_first (
      panel, tl_panel_add_field (panel, group, _ ("What is measured"), TL_ENTRY_TEXT, measure, "name", _ ("Rename")));
  tl_panel_add_field (panel, group, _ ("Unit, as days"), TL_ENTRY_TEXT, measure, "unit", _ ("Change unit"));
  tl_panel_add_choice (panel, group, _ ("Which way is better"), one, "better", _ ("Change what is better"));
  tl_panel_add_choice (panel, group, _ ("About the purpose"), one, "about-purpose", _ ("Change what it is about"));
  tl_panel_add_choice (panel, group, _ ("Never below zero"), one, "floor-at-zero", _ ("Change the lower bound"));
  add_changes (panel, measure);
  tl_panel_add_delete (panel, _ ("Delete Measure"), one);
  return panel;
}
