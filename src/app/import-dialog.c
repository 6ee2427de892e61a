#include "app/import-dialog.h"

#include <string.h>

#include "app/dialogs.h"
#include "app/import-job.h"
#include "app/import-preview.h"
#include "storage/csv-reader.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define N_SHOWN 6

static const struct
{
  char mark;
  const char *label;
} delimiters[] = {
  { 0, N_ ("Find out") }, { ',', N_ ("Commas") }, { ';', N_ ("Semicolons") },
  { '\t', N_ ("Tabs") },  { '|', N_ ("Bars") },
};

static const struct
{
  const char *name;
  const char *label;
} encodings[] = {
  { NULL, N_ ("Find out") },
  { "UTF-8", N_ ("UTF-8, as most programs write today") },
  { "WINDOWS-1252", N_ ("Windows-1252, as older programs write") },
  { "UTF-16LE", N_ ("UTF-16, little end first") },
  { "UTF-16BE", N_ ("UTF-16, big end first") },
  { "ISO-8859-2", N_ ("ISO 8859-2, Central Europe") },
};

static const char *const orders[]
    = { N_ ("Find out from all rows"), N_ ("Day first: 31/12/2026"), N_ ("Month first: 12/31/2026") };

static const char *const column_labels[TL_N_COLUMNS] = {
  N_ ("When"),    N_ ("What was said"), N_ ("Type"), N_ ("Value or failure"), N_ ("Minutes"),
  N_ ("Channel"), N_ ("Place"),         N_ ("Need"), N_ ("Listener"),         N_ ("Second opinion"),
};

struct _TlImportDialog
{
  AdwWindow parent_instance;
  GtkStack *stages;
  GtkWidget *import_button;
  AdwComboRow *delimiter;
  AdwComboRow *encoding;
  AdwComboRow *order;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesGroup *rows_group;
  GtkLabel *trouble;
  GtkProgressBar *progress;
  GtkLabel *outcome;
  GtkTextView *problems;
  TlDocument *document;
  GBytes *bytes;
  GPtrArray *column_rows; /* (element-type AdwComboRow): one for each column of the table */
  GPtrArray *shown_rows;
  TlImportJob *job;
  TlContactBatch *batch;
  guint tick;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlImportDialog, tl_import_dialog, ADW_TYPE_WINDOW)

/* ---- what the person says ---- */

static void
read_columns (TlImportDialog *self, TlImportOptions *options)
{
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    options->columns[i] = TL_NO_COLUMN;
  for (guint i = 0; i < self->column_rows->len; i++)
    {
      guint chosen = adw_combo_row_get_selected (self->column_rows->pdata[i]);

      if (chosen >= 1 && chosen <= TL_N_COLUMNS)
        options->columns[chosen - 1] = i;
    }
}

static TlImportOptions
options_of (TlImportDialog *self)
{
  TlImportOptions options = { .by_name = TRUE };
  guint delimiter = adw_combo_row_get_selected (self->delimiter);
  guint encoding = adw_combo_row_get_selected (self->encoding);
  guint order = adw_combo_row_get_selected (self->order);

  options.delimiter = delimiters[MIN (delimiter, G_N_ELEMENTS (delimiters) - 1)].mark;
  options.encoding = encodings[MIN (encoding, G_N_ELEMENTS (encodings) - 1)].name;
  options.dates = (TlDateOrder) MIN (order, TL_DATES_MONTH_FIRST);
  return options;
}

/* ---- a look at the first rows ---- */

static guint
meaning_of (const TlContactBatch *batch, guint column)
{
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    if (batch->columns[i] == column)
      return i + 1;
  return 0;
}

static void show_rows (TlImportDialog *self);

/* Two columns can't be the same: the other one is left out. */
static void
on_column (AdwComboRow *row, GParamSpec *pspec, TlImportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (row);

  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = 0; chosen > 0 && i < self->column_rows->len; i++)
    if (self->column_rows->pdata[i] != row && adw_combo_row_get_selected (self->column_rows->pdata[i]) == chosen)
      adw_combo_row_set_selected (self->column_rows->pdata[i], 0);
  self->filling = FALSE;
  show_rows (self);
}

static GtkWidget *
new_column_row (TlImportDialog *self, const char *heading, const char *samples, guint meaning)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("Leave out"));
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    gtk_string_list_append (words, _ (column_labels[i]));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *heading ? heading : _ ("(no heading)"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), samples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), meaning);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_column), self);
  return row;
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
show_columns (TlImportDialog *self, GBytes *head, const TlContactBatch *batch)
{
  g_autoptr (GPtrArray) samples = tl_import_preview_samples (head, batch);

  self->filling = TRUE;
  remove_rows (self->columns_group, self->column_rows);
  for (guint i = 0; i < batch->table_headings->len; i++)
    {
      GtkWidget *row = new_column_row (self, batch->table_headings->pdata[i], samples->pdata[i], meaning_of (batch, i));

      adw_preferences_group_add (self->columns_group, row);
      g_ptr_array_add (self->column_rows, row);
    }
  self->filling = FALSE;
}

static void
add_shown_row (TlImportDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_preferences_group_add (self->rows_group, row);
  g_ptr_array_add (self->shown_rows, row);
}

static void
add_shown (TlImportDialog *self, const TlContactBatch *batch)
{
  for (guint i = 0; i < MIN (batch->contacts->len, N_SHOWN); i++)
    {
      const TlContact *contact = batch->contacts->pdata[i];
      g_autofree char *details = tl_import_preview_details (contact);

      add_shown_row (self, contact->words ? contact->words : _ ("(nothing said)"), details);
    }
  for (guint i = 0; i < MIN (batch->problems->len, 2); i++)
    {
      const TlFileProblem *problem = batch->problems->pdata[i];
      g_autofree char *line = g_strdup_printf (_ ("Line %u can’t be read"), problem->line);

      add_shown_row (self, line, problem->message);
    }
}

static void
say_trouble (TlImportDialog *self, const char *words)
{
  gtk_label_set_label (self->trouble, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

static gboolean
knows_a_column (const TlContactBatch *batch)
{
  for (guint i = 0; i < TL_N_COLUMNS; i++)
    if (batch->columns[i] != TL_NO_COLUMN)
      return TRUE;
  return FALSE;
}

/* Returns: (nullable) (transfer full): the first rows, as the person says that they are to be read */
static TlContactBatch *
read_head (TlImportDialog *self, GBytes *head, gboolean by_column)
{
  TlImportOptions options = options_of (self);
  g_autoptr (GError) error = NULL;
  TlContactBatch *batch;

  options.most_rows = 20;
  options.by_column = by_column;
  if (by_column)
    read_columns (self, &options);
  batch = tl_contacts_import (tl_document_study (self->document), head, &options, &error);
  say_trouble (self, error ? error->message : NULL);
  gtk_widget_set_sensitive (self->import_button, batch && knows_a_column (batch));
  return batch;
}

static void
show_rows (TlImportDialog *self)
{
  g_autoptr (GBytes) head = tl_import_preview_head (self->bytes);
  g_autoptr (TlContactBatch) batch = read_head (self, head, TRUE);

  remove_rows (self->rows_group, self->shown_rows);
  if (batch)
    add_shown (self, batch);
}

static void
show_table (TlImportDialog *self)
{
  g_autoptr (GBytes) head = tl_import_preview_head (self->bytes);
  g_autoptr (TlContactBatch) batch = read_head (self, head, FALSE);

  if (batch)
    show_columns (self, head, batch);
  show_rows (self);
}

static void
on_reading (TlImportDialog *self)
{
  if (self->bytes && !self->filling)
    show_table (self);
}

static void
on_order (TlImportDialog *self)
{
  if (self->bytes && !self->filling)
    show_rows (self);
}

/* ---- all rows ---- */

static void
add_to_study (TlImportDialog *self)
{
  tl_contact_batch_add (self->batch, tl_document_history (self->document), _ ("Import contacts"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_problems (TlImportDialog *self)
{
  g_autofree char *list = tl_contact_batch_list_problems (self->batch);
  g_autofree char *outcome
      = g_strdup_printf (ngettext ("%u of %u row can’t be read and would be left out. Of the others come %u contacts.",
                                   "%u of %u rows can’t be read and would be left out. Of the others come %u contacts.",
                                   self->batch->n_rows),
                         self->batch->problems->len, self->batch->n_rows, self->batch->contacts->len);

  gtk_label_set_label (self->outcome, outcome);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->problems), list, -1);
  gtk_stack_set_visible_child_name (self->stages, "problems");
  gtk_widget_set_sensitive (self->import_button, self->batch->contacts->len > 0);
}

static void
end_work (TlImportDialog *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  self->job = NULL;
  gtk_widget_set_sensitive (self->import_button, TRUE);
}

static void
on_done (TlContactBatch *batch, const GError *error, gpointer data)
{
  TlImportDialog *self = data;

  end_work (self);
  g_clear_pointer (&self->batch, tl_contact_batch_free);
  self->batch = batch;
  if (batch && batch->problems->len == 0)
    {
      add_to_study (self);
      return;
    }
  if (batch)
    {
      show_problems (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stages, "form");
  say_trouble (self, error->message);
  if (g_error_matches (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_AMBIGUOUS))
    gtk_widget_grab_focus (GTK_WIDGET (self->order));
}

static gboolean
show_progress (gpointer data)
{
  TlImportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, tl_import_job_progress (self->job));
  return G_SOURCE_CONTINUE;
}

static void
begin_work (TlImportDialog *self)
{
  TlImportOptions options = options_of (self);

  options.by_column = TRUE;
  read_columns (self, &options);
  gtk_stack_set_visible_child_name (self->stages, "working");
  gtk_widget_set_sensitive (self->import_button, FALSE);
  self->job = tl_import_job_start (tl_document_study (self->document), self->bytes, &options, on_done, self);
  self->tick = g_timeout_add (60, show_progress, self);
}

static void
on_import (TlImportDialog *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stages), "problems"))
    add_to_study (self);
  else if (self->bytes && !self->job)
    begin_work (self);
}

static void
on_copy (TlImportDialog *self)
{
  g_autofree char *list = tl_contact_batch_list_problems (self->batch);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), list);
}

static void
on_back (TlImportDialog *self)
{
  gtk_widget_set_sensitive (self->import_button, TRUE);
  gtk_stack_set_visible_child_name (self->stages, "form");
}

/* ---- the file ---- */

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TlImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (!self->document)
    return;
  gtk_stack_set_visible_child_name (self->stages, "form");
  if (!bytes)
    {
      say_trouble (self, error->message);
      return;
    }
  self->bytes = g_steal_pointer (&bytes);
  show_table (self);
}

/* ---- the window ---- */

static void
tl_import_dialog_dispose (GObject *object)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (object);

  if (self->job)
    tl_import_job_cancel (self->job);
  self->job = NULL;
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->batch, tl_contact_batch_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown_rows, g_ptr_array_unref);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (tl_import_dialog_parent_class)->dispose (object);
}

static void
tl_import_dialog_class_init (TlImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, stages);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, delimiter);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, encoding);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, order);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, rows_group);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, TlImportDialog, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_reading);
  gtk_widget_class_bind_template_callback (widget_class, on_order);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
take_words (AdwComboRow *row, GtkStringList *words)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  g_object_unref (words);
}

static void
tl_import_dialog_init (TlImportDialog *self)
{
  GtkStringList *marks = gtk_string_list_new (NULL);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkStringList *order_words = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->column_rows = g_ptr_array_new ();
  self->shown_rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    gtk_string_list_append (marks, _ (delimiters[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (names, _ (encodings[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    gtk_string_list_append (order_words, _ (orders[i]));
  take_words (self->delimiter, marks);
  take_words (self->encoding, names);
  take_words (self->order, order_words);
  self->filling = FALSE;
}

/**
 * tl_import_dialog_new:
 * @parent: the window
 * @document: where the contacts go
 * @file: the table
 *
 * Returns: (transfer none): a dialog, to be presented
 */
TlImportDialog *
tl_import_dialog_new (GtkWindow *parent, TlDocument *document, GFile *file)
{
  TlImportDialog *self = g_object_new (TL_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  g_file_load_bytes_async (file, NULL, on_loaded, g_object_ref (self));
  return self;
}

typedef struct
{
  GtkWindow *parent;
  TlDocument *document;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->document);
  g_free (self);
}

static void
on_file (GFile *file, gpointer data)
{
  Ask *self = data;

  if (file)
    gtk_window_present (GTK_WINDOW (tl_import_dialog_new (self->parent, self->document, file)));
}

/**
 * tl_import_dialog_ask:
 * @parent: the window
 * @document: where the contacts go
 *
 * Asks for a table, then how it is to be read.
 */
void
tl_import_dialog_ask (GtkWindow *parent, TlDocument *document)
{
  Ask *self = g_new0 (Ask, 1);

  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  tl_dialogs_open_table (parent, on_file, self, ask_free);
}
