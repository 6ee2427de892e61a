#include "app/measure-options.h"

#include "app/settings.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlMeasureOptions
{
  GtkWidget parent_instance;
  GtkWidget *rules;
  GtkWidget *centre;
  GtkWidget *histogram;
  TlDocument *document;
};

G_DEFINE_FINAL_TYPE (TlMeasureOptions, tl_measure_options, GTK_TYPE_WIDGET)

static void
change (TlMeasureOptions *self, const char *field, int choice, const char *name)
{
  TlMeasure *measure = self->document ? tl_document_measure (self->document) : NULL;
  g_auto (TlValue) old
      = measure ? tl_item_get (measure, tl_item_field (TL_ITEM_MEASURE, field)) : tl_value_choice (choice);

  if (old.choice != choice)
    tl_item_change (tl_document_history (self->document), measure, field, tl_value_choice (choice), name);
}

static void
on_rules (TlMeasureOptions *self)
{
  change (self, "rules", (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rules)), _ ("Change rules"));
}

static void
on_centre (TlMeasureOptions *self)
{
  change (self, "centre", (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->centre)), _ ("Change centre"));
}

static void
on_histogram (TlMeasureOptions *self)
{
  if (self->document)
    tl_document_set_histogram (self->document, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->histogram)));
}

static void
follow (TlMeasureOptions *self)
{
  const TlMeasure *measure = self->document ? tl_document_measure (self->document) : NULL;

  if (!measure)
    return;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rules), measure->rules);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->centre), measure->centre);
}

static GtkWidget *
add_choices (TlMeasureOptions *self, const TlChoice *choices, const char *name, const char *hint, GCallback on_selected)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (; choices->nick; choices++)
    gtk_string_list_append (words, _ (choices->label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_widget_set_tooltip_text (drop_down, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (drop_down, "notify::selected", on_selected, self);
  gtk_widget_set_parent (drop_down, GTK_WIDGET (self));
  return drop_down;
}

static GtkWidget *
add_histogram (TlMeasureOptions *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *words = _ ("How often which values came, beside the chart");

  gtk_button_set_icon_name (GTK_BUTTON (button), "throughline-histogram-symbolic");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  if (tl_settings_get ())
    g_settings_bind (tl_settings_get (), "histogram", button, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_histogram), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
tl_measure_options_dispose (GObject *object)
{
  TlMeasureOptions *self = TL_MEASURE_OPTIONS (object);

  tl_measure_options_set_document (self, NULL);
  g_clear_pointer (&self->rules, gtk_widget_unparent);
  g_clear_pointer (&self->centre, gtk_widget_unparent);
  g_clear_pointer (&self->histogram, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_measure_options_parent_class)->dispose (object);
}

static void
tl_measure_options_class_init (TlMeasureOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_measure_options_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "measureoptions");
}

static void
tl_measure_options_init (TlMeasureOptions *self)
{
  self->rules = add_choices (self, tl_rule_set_words, _ ("Rules"), _ ("By which rules points are marked"),
                             G_CALLBACK (on_rules));
  self->centre = add_choices (self, tl_centre_words, _ ("Centre"), _ ("From what centre and limits are worked out"),
                              G_CALLBACK (on_centre));
  self->histogram = add_histogram (self);
}

/**
 * tl_measure_options_new:
 *
 * Returns: (transfer floating): choices without a document
 */
GtkWidget *
tl_measure_options_new (void)
{
  return g_object_new (TL_TYPE_MEASURE_OPTIONS, NULL);
}

/**
 * tl_measure_options_set_document:
 * @self: choices
 * @document: (nullable): whose measure they are of
 */
void
tl_measure_options_set_document (TlMeasureOptions *self, TlDocument *document)
{
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document)
    {
      g_signal_connect_swapped (document, "edited", G_CALLBACK (follow), self);
      g_signal_connect_swapped (document, "numbers", G_CALLBACK (follow), self);
      on_histogram (self);
    }
  follow (self);
}
