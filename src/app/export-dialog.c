#include "app/export-dialog.h"

#include <math.h>

#include "app/appearance.h"
#include "app/exporter.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* In pixels at 100 %. */
#define USUAL_WIDTH 480.0

typedef struct
{
  int width;
  int height;
  const char *label;
} Size;

static const Size sizes[] = {
  { 1280, 720, N_ ("1280 × 720, for a document") },
  { 1920, 1080, N_ ("1920 × 1080, for a projector") },
  { 3840, 2160, N_ ("3840 × 2160, for a wall or for print") },
};

static const char *const format_labels[TL_N_FORMATS] = {
  [TL_FORMAT_PNG] = N_ ("PNG picture"),
  [TL_FORMAT_SVG] = N_ ("SVG picture, stays sharp"),
  [TL_FORMAT_PDF] = N_ ("PDF"),
  [TL_FORMAT_CSV] = N_ ("CSV, the numbers"),
};

struct _TlExportDialog
{
  AdwWindow parent_instance;
  AdwComboRow *view_row;
  AdwComboRow *lens_row;
  AdwComboRow *format_row;
  AdwComboRow *size_row;
  GtkSwitch *dark_switch;
  GtkWidget *dark_row;
  TlDocument *document;
};

G_DEFINE_FINAL_TYPE (TlExportDialog, tl_export_dialog, ADW_TYPE_WINDOW)

static TlPicture
chosen_picture (TlExportDialog *self)
{
  guint size = MIN (adw_combo_row_get_selected (self->size_row), G_N_ELEMENTS (sizes) - 1);

  return (TlPicture){
    .view = (TlView) adw_combo_row_get_selected (self->view_row),
    .width = sizes[size].width,
    .height = sizes[size].height,
    .dark = gtk_switch_get_active (self->dark_switch),
    .lens = (TlLens) adw_combo_row_get_selected (self->lens_row),
  };
}

static void
on_export (TlExportDialog *self)
{
  TlPicture picture = chosen_picture (self);
  TlFormat format = (TlFormat) adw_combo_row_get_selected (self->format_row);

  tl_exporter_remember (&picture);
  tl_exporter_ask (gtk_window_get_transient_for (GTK_WINDOW (self)), self->document, &picture, format);
  gtk_window_close (GTK_WINDOW (self));
}

/* Enter exports from every row, as it does from a form; the space bar opens a row's choices. */
static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlExportDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if (!focus || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)
      || !gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW))
    return GDK_EVENT_PROPAGATE;
  on_export (self);
  return GDK_EVENT_STOP;
}

/* Numbers have neither size nor colour, and only the flow has lenses. */
static void
on_choice (TlExportDialog *self)
{
  gboolean picture = adw_combo_row_get_selected (self->format_row) != TL_FORMAT_CSV;
  gboolean flow = adw_combo_row_get_selected (self->view_row) == TL_VIEW_FLOW;

  gtk_widget_set_sensitive (GTK_WIDGET (self->lens_row), picture && flow);

  gtk_widget_set_sensitive (GTK_WIDGET (self->size_row), picture);
  gtk_widget_set_sensitive (self->dark_row, picture);
}

static void
tl_export_dialog_dispose (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (tl_export_dialog_parent_class)->dispose (object);
}

static void
tl_export_dialog_class_init (TlExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, view_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, lens_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, dark_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, dark_switch);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_choice);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill (AdwComboRow *row, GtkStringList *words, guint selected)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, selected);
  g_object_unref (words);
}

static void
fill_rows (TlExportDialog *self, const TlPicture *usual)
{
  GtkStringList *views = gtk_string_list_new (NULL);
  GtkStringList *formats = gtk_string_list_new (NULL);
  GtkStringList *lenses = gtk_string_list_new (NULL);
  GtkStringList *size_words = gtk_string_list_new (NULL);
  guint size = 0;

  for (int i = 0; i < TL_N_VIEWS; i++)
    gtk_string_list_append (views, tl_view_label ((TlView) i));
  for (int i = 0; i < TL_N_FORMATS; i++)
    gtk_string_list_append (formats, _ (format_labels[i]));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_string_list_append (size_words, _ (sizes[i].label));
      if (sizes[i].width == usual->width)
        size = i;
    }
  for (int i = 0; i < TL_N_LENSES; i++)
    gtk_string_list_append (lenses, tl_lens_question ((TlLens) i));
  fill (self->view_row, views, usual->view);
  fill (self->lens_row, lenses, usual->lens);
  fill (self->format_row, formats, TL_FORMAT_PNG);
  fill (self->size_row, size_words, size);
  gtk_switch_set_active (self->dark_switch, usual->dark);
}

static void
tl_export_dialog_init (TlExportDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* As wide as its words need at this room scale, but no wider than the window that it is over. */
static void
fit (TlExportDialog *self, GtkWindow *parent)
{
  double width = USUAL_WIDTH * tl_appearance_get_scale (tl_appearance_get_default ());
  int most = gtk_widget_get_width (GTK_WIDGET (parent));

  if (most > 0)
    width = MIN (width, most);
  gtk_widget_set_size_request (adw_window_get_content (ADW_WINDOW (self)), (int) lround (width), -1);
}

/**
 * tl_export_dialog_new:
 * @parent: the window
 * @document: what is exported
 * @view: what to begin with
 * @lens: what the flow shows, to begin with
 *
 * Returns: (transfer none): a dialog, to be presented
 */
TlExportDialog *
tl_export_dialog_new (GtkWindow *parent, TlDocument *document, TlView view, TlLens lens)
{
  TlExportDialog *self = g_object_new (TL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  TlPicture usual = tl_exporter_usual_picture (view);

  usual.lens = lens;
  self->document = g_object_ref (document);
  fill_rows (self, &usual);
  on_choice (self);
  fit (self, parent);
  gtk_widget_grab_focus (GTK_WIDGET (self->view_row));
  return self;
}
