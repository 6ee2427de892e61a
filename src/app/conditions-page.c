#include "app/conditions-page.h"

#include "app/adder-row.h"
#include "app/chart-card.h"
#include "app/condition-row.h"
#include "app/trace-choice.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlConditionsPage
{
  TlPanelPage parent_instance;
  GtkWidget *choice;
  GtkWidget *trace;
  GtkWidget *leverage;
  GPtrArray *rows;      /* of the panel that is there */
  GHashTable *unfolded; /* conditions whose rows are unfolded */
};

G_DEFINE_FINAL_TYPE (TlConditionsPage, tl_conditions_page, TL_TYPE_PANEL_PAGE)

/* What the row is marked with in which something is added. */
static const char adder;

static const GPtrArray *
conditions_of (TlPanelPage *page)
{
  return tl_document_study (tl_panel_page_get_document (page))->conditions;
}

/* Ties are rows as well. */
static void
list (TlPanelPage *page, GPtrArray *items)
{
  const GPtrArray *conditions = conditions_of (page);

  for (guint i = 0; i < conditions->len; i++)
    {
      TlCondition *condition = g_ptr_array_index (conditions, i);

      g_ptr_array_add (items, condition);
      for (guint k = 0; k < condition->links->len; k++)
        g_ptr_array_add (items, g_ptr_array_index (condition->links, k));
    }
}

static void
on_added (const char *text, gpointer data)
{
  TlPanelPage *page = data;

  if (tl_document_is_read_only (tl_panel_page_get_document (page)))
    return;
  tl_study_add_condition (tl_document_history (tl_panel_page_get_document (page)), text);
}

static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, TlConditionsPage *self)
{
  TlCondition *condition = tl_condition_row_get (GTK_WIDGET (row));

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->unfolded, tl_item_ref (condition));
  else
    g_hash_table_remove (self->unfolded, condition);
}

static void
add_condition (TlConditionsPage *self, TlPanel *panel, GtkWidget *group, TlCondition *condition)
{
  GtkWidget *row = tl_condition_row_add (panel, group, condition);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->unfolded, condition));
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_expanded), self);
  g_ptr_array_add (self->rows, row);
}

static TlPanel *
build (TlPanelPage *page)
{
  TlConditionsPage *self = TL_CONDITIONS_PAGE (page);
  TlPanel *panel = tl_panel_new (tl_panel_page_get_document (page));
  const GPtrArray *conditions = conditions_of (page);
  GtkWidget *group = tl_panel_add_group (
      panel, _ ("Why does it behave like this? What thinking made it so?"),
      conditions->len ? NULL
                      : _ ("Measures, roles, structure, policy, IT, contracts, budgets, habits: what "
                           "makes good people work like this?"));
  GtkWidget *row = tl_adder_row_new (_ ("What makes the system behave so? Enter adds it"), on_added, page);

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < conditions->len; i++)
    add_condition (self, panel, group, g_ptr_array_index (conditions, i));
  tl_panel_page_mark (row, &adder);
  tl_panel_add_row (group, row);
  return panel;
}

static void
refresh (TlPanelPage *page)
{
  TlConditionsPage *self = TL_CONDITIONS_PAGE (page);

  for (guint i = 0; i < self->rows->len; i++)
    tl_condition_row_refresh (g_ptr_array_index (self->rows, i), tl_panel_page_get_document (page));
  tl_trace_choice_refresh (TL_TRACE_CHOICE (self->choice));
}

static void
tl_conditions_page_finalize (GObject *object)
{
  TlConditionsPage *self = TL_CONDITIONS_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->unfolded);
  G_OBJECT_CLASS (tl_conditions_page_parent_class)->finalize (object);
}

static void
tl_conditions_page_class_init (TlConditionsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_conditions_page_finalize;
  TL_PANEL_PAGE_CLASS (klass)->list = list;
  TL_PANEL_PAGE_CLASS (klass)->build = build;
  TL_PANEL_PAGE_CLASS (klass)->refresh = refresh;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "conditionspage");
}

static void
tl_conditions_page_init (TlConditionsPage *self)
{
  GtkWidget *below = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->rows = g_ptr_array_new ();
  self->unfolded = g_hash_table_new_full (NULL, NULL, tl_item_unref, NULL);
  self->choice = tl_trace_choice_new ();
  self->trace = tl_chart_card_new (TL_VIEW_TRACE);
  self->leverage = tl_chart_card_new (TL_VIEW_LEVERAGE_BY_CONDITION);
  gtk_widget_add_css_class (below, "page-charts");
  gtk_box_append (GTK_BOX (below), self->choice);
  gtk_box_append (GTK_BOX (below), self->trace);
  gtk_box_append (GTK_BOX (below), self->leverage);
  /* Two charts: both are kept up wherever the page is scrolled to. */
  tl_chart_card_set_in_view (TL_CHART_CARD (self->trace), TRUE);
  tl_chart_card_set_in_view (TL_CHART_CARD (self->leverage), TRUE);
  tl_panel_page_set_below (TL_PANEL_PAGE (self), below);
}

/**
 * tl_conditions_page_new:
 *
 * Returns: (transfer floating): a page without a document
 */
GtkWidget *
tl_conditions_page_new (void)
{
  return g_object_new (TL_TYPE_CONDITIONS_PAGE, NULL);
}

/**
 * tl_conditions_page_set_document:
 * @self: a page
 * @document: (nullable): whose conditions it shows
 */
void
tl_conditions_page_set_document (TlConditionsPage *self, TlDocument *document)
{
  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_remove_all (self->unfolded);
  tl_trace_choice_set_document (TL_TRACE_CHOICE (self->choice), document);
  tl_chart_card_set_document (TL_CHART_CARD (self->trace), document);
  tl_chart_card_set_document (TL_CHART_CARD (self->leverage), document);
  tl_panel_page_set_document (TL_PANEL_PAGE (self), document);
}

/**
 * tl_conditions_page_show:
 * @self: a page that is seen
 * @condition: a condition of its study
 *
 * Unfolds it and takes the keyboard there.
 */
void
tl_conditions_page_show (TlConditionsPage *self, TlCondition *condition)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (tl_condition_row_get (row) == condition)
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
  tl_panel_page_focus (TL_PANEL_PAGE (self), condition);
}
