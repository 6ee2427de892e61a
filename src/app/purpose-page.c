#include "app/purpose-page.h"

#include "analysis/evidence.h"
#include "app/adder-row.h"
#include "app/matter-ties.h"
#include "app/reorder.h"
#include "study/tying.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlPurposePage
{
  TlPanelPage parent_instance;
  TlPurposeBar *purpose;
  GtkWidget *questions[TL_N_QUESTIONS];
  TlEvidence evidence;
  gboolean recount; /* more than words was touched since @evidence was counted */
};

G_DEFINE_FINAL_TYPE (TlPurposePage, tl_purpose_page, TL_TYPE_PANEL_PAGE)

/* What the row is marked with in which something is added. */
static const char adder;

static TlStudy *
study_of (TlPanelPage *page)
{
  return tl_document_study (tl_panel_page_get_document (page));
}

/* ---- what matters ---- */

static void
list (TlPanelPage *page, GPtrArray *items)
{
  const GPtrArray *matters = study_of (page)->matters;

  for (guint i = 0; i < matters->len; i++)
    g_ptr_array_add (items, g_ptr_array_index (matters, i));
}

static void
on_added (const char *text, gpointer data)
{
  TlPanelPage *page = data;

  if (tl_document_is_read_only (tl_panel_page_get_document (page)))
    return;
  tl_study_add_matter (tl_document_history (tl_panel_page_get_document (page)), text);
}

/* @ties: keeps the buttons of all rows as wide as the widest, so that pencils stand below one another */
static void
add_matter (TlPanel *panel, GtkWidget *group, TlMatter *matter, GtkSizeGroup *ties)
{
  TlDocument *document = tl_panel_get_document (panel);
  GtkWidget *row = tl_panel_add_field (panel, group, _ ("In the customers’ words"), TL_ENTRY_TEXT, matter, "text",
                                       _ ("Change what matters"));
  GtkWidget *button = tl_matter_ties_new (document, matter);

  tl_panel_page_mark (row, matter);
  gtk_widget_add_css_class (row, "untitled-entry");
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), tl_reorder_add (row, document, matter));
  gtk_size_group_add_widget (ties, button);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                            tl_panel_delete_button (panel, _ ("It does not matter to customers"), matter));
}

static TlPanel *
build (TlPanelPage *page)
{
  TlPanel *panel = tl_panel_new (tl_panel_page_get_document (page));
  const GPtrArray *matters = study_of (page)->matters;
  GtkWidget *group = tl_panel_add_group (panel, _ ("What matters to customers"),
                                         matters->len ? NULL : _ ("Ask them, and write it down as they say it."));
  g_autoptr (GtkSizeGroup) ties = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *row = tl_adder_row_new (_ ("What else matters? Enter adds it"), on_added, page);

  for (guint i = 0; i < matters->len; i++)
    add_matter (panel, group, g_ptr_array_index (matters, i), ties);
  tl_panel_page_mark (row, &adder);
  tl_panel_add_row (group, row);
  return panel;
}

/* ---- the six questions ---- */

static GtkWidget *
new_question (TlQuestionOfCheck question)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%d", (int) question + 1);
  g_autofree char *title = g_markup_escape_text (tl_question_words (question), -1);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "question-number");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", tl_question_page (question));
  return row;
}

/* The purpose is asked on this very page: its row begins to type it. */
static void
ask_for_purpose (GtkWidget *row)
{
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.purpose");
}

static GtkWidget *
build_questions (TlPurposePage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What Check asks, and what you know so far"));
  for (int q = 0; q < TL_N_QUESTIONS; q++)
    {
      self->questions[q] = new_question ((TlQuestionOfCheck) q);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->questions[q]);
    }
  ask_for_purpose (self->questions[TL_QUESTION_PURPOSE]);
  gtk_widget_add_css_class (group, "questions");
  return group;
}

/* The names that demands have now may stand on the buttons that tie them. */
static void
refresh (TlPanelPage *page)
{
  TlPurposePage *self = TL_PURPOSE_PAGE (page);

  if (self->recount)
    self->evidence = tl_evidence_count (study_of (page));
  self->recount = FALSE;
  for (int q = 0; q < TL_N_QUESTIONS; q++)
    {
      g_autofree char *words = tl_evidence_words (&self->evidence, (TlQuestionOfCheck) q);
      g_autofree char *subtitle = g_markup_escape_text (words, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->questions[q]), subtitle);
    }
}

static void
on_edited (TlDocument *document, guint scope, TlPurposePage *self)
{
  self->recount = TRUE;
}

static void
tl_purpose_page_class_init (TlPurposePageClass *klass)
{
  TL_PANEL_PAGE_CLASS (klass)->list = list;
  TL_PANEL_PAGE_CLASS (klass)->build = build;
  TL_PANEL_PAGE_CLASS (klass)->refresh = refresh;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "purposepage");
}

static void
tl_purpose_page_init (TlPurposePage *self)
{
  GtkWidget *purpose = tl_purpose_bar_new ();

  self->purpose = TL_PURPOSE_BAR (purpose);
  tl_purpose_bar_set_large (self->purpose);
  tl_panel_page_set_above (TL_PANEL_PAGE (self), purpose);
  tl_panel_page_set_below (TL_PANEL_PAGE (self), build_questions (self));
}

/**
 * tl_purpose_page_new:
 *
 * Returns: (transfer floating): a page without a document
 */
GtkWidget *
tl_purpose_page_new (void)
{
  return g_object_new (TL_TYPE_PURPOSE_PAGE, NULL);
}

/**
 * tl_purpose_page_set_document:
 * @self: a page
 * @document: (nullable): whose purpose it shows
 */
void
tl_purpose_page_set_document (TlPurposePage *self, TlDocument *document)
{
  TlDocument *old = tl_panel_page_get_document (TL_PANEL_PAGE (self));

  if (old)
    g_signal_handlers_disconnect_by_func (old, on_edited, self);
  if (document)
    g_signal_connect_object (document, "edited", G_CALLBACK (on_edited), self, 0);
  self->recount = TRUE;
  tl_purpose_bar_set_document (self->purpose, document);
  tl_panel_page_set_document (TL_PANEL_PAGE (self), document);
}

/**
 * tl_purpose_page_get_purpose:
 * @self: a page
 *
 * Returns: (transfer none): where the purpose stands on it
 */
TlPurposeBar *
tl_purpose_page_get_purpose (TlPurposePage *self)
{
  return self->purpose;
}
