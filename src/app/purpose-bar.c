#include "app/purpose-bar.h"

#include "app/appearance.h"
#include "app/typed-undo.h"
#include "app/whole-text.h"
#include "app/word-hints.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* From this room scale on, the line above the statement gives its room to what is below. */
#define WITHOUT_CAPTION 1.5

struct _TlPurposeBar
{
  GtkWidget parent_instance;
  GtkWidget *column;
  GtkLabel *caption;
  GtkStack *stack;
  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *entry;
  TlWordHints *hints;
  TlDocument *document;
  gboolean large;
};

G_DEFINE_FINAL_TYPE (TlPurposeBar, tl_purpose_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_caption (TlPurposeBar *self)
{
  g_autofree char *name = tl_document_display_name (self->document);
  gboolean modified = tl_document_is_modified (self->document);
  /* Translators: above the purpose; the first %s is a dot where something is not saved yet, the
   * second the title of the study. */
  g_autofree char *caption
      = g_strdup_printf (_ ("%s%s · purpose, in the customer’s words"), modified ? "• " : "", name);

  gtk_label_set_text (self->caption, caption);
}

static void
refresh (TlPurposeBar *self)
{
  const char *statement = self->document ? tl_document_study (self->document)->statement : NULL;

  if (!self->document)
    return;
  show_caption (self);
  tl_word_hints_set_text (self->hints, statement);
  gtk_label_set_text (self->label, statement ? statement : _ ("What is the purpose, in the customer’s words?"));
  if (statement)
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
}

/* The room reads the statement; what the study is called stands in the title of the window too. */
static void
on_appearance (TlPurposeBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->caption),
                          self->large || tl_appearance_get_scale (tl_appearance_get_default ()) < WITHOUT_CAPTION);
}

static void
show_reading (TlPurposeBar *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) == self->entry;

  gtk_stack_set_visible_child (self->stack, self->button);
  /* Who has said the purpose goes back to the work, unless they have gone elsewhere already. */
  if (had_focus)
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
keep (TlPurposeBar *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  TlHistory *history = tl_document_history (self->document);

  if (!tl_purpose_bar_is_editing (self))
    return;
  show_reading (self);
  tl_history_settle (history);
  tl_item_change (history, tl_document_study (self->document), "statement", tl_value_text (text),
                  _ ("Change the purpose"));
  tl_history_settle (history);
}

static void
on_activate (TlPurposeBar *self)
{
  keep (self);
}

/* Who clicks elsewhere has said what they wanted to say. */
static void
on_focus_leave (TlPurposeBar *self)
{
  if (self->document)
    keep (self);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlPurposeBar *self)
{
  if (key != GDK_KEY_Escape || !tl_purpose_bar_is_editing (self))
    return GDK_EVENT_PROPAGATE;
  show_reading (self);
  return GDK_EVENT_STOP;
}

static void
tl_purpose_bar_dispose (GObject *object)
{
  TlPurposeBar *self = TL_PURPOSE_BAR (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PURPOSE_BAR);
  G_OBJECT_CLASS (tl_purpose_bar_parent_class)->dispose (object);
}

static void
tl_purpose_bar_class_init (TlPurposeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_purpose_bar_dispose;
  /**
   * TlPurposeBar::done:
   * @self: the bar
   *
   * What was typed is kept, or given up, and the focus is to go to the page.
   */
  signals[SIGNAL_DONE]
      = g_signal_new ("done", TL_TYPE_PURPOSE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (TL_TYPE_WORD_HINTS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "purposebar");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/purpose-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPurposeBar, column);
  gtk_widget_class_bind_template_child (widget_class, TlPurposeBar, caption);
  gtk_widget_class_bind_template_child (widget_class, TlPurposeBar, stack);
  gtk_widget_class_bind_template_child (widget_class, TlPurposeBar, button);
  gtk_widget_class_bind_template_child (widget_class, TlPurposeBar, label);
  gtk_widget_class_bind_template_child (widget_class, TlPurposeBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TlPurposeBar, hints);
  gtk_widget_class_bind_template_callback (widget_class, tl_purpose_bar_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
tl_purpose_bar_init (TlPurposeBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tl_whole_text_of_label (self->caption);
  tl_whole_text_of_label (self->label);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (on_appearance), self,
                           G_CONNECT_SWAPPED);
  on_appearance (self);
}

/**
 * tl_purpose_bar_new:
 *
 * Returns: (transfer floating): a bar without a document
 */
GtkWidget *
tl_purpose_bar_new (void)
{
  return g_object_new (TL_TYPE_PURPOSE_BAR, NULL);
}

/**
 * tl_purpose_bar_set_document:
 * @self: a bar
 * @document: (nullable): whose purpose it shows
 */
void
tl_purpose_bar_set_document (TlPurposeBar *self, TlDocument *document)
{
  show_reading (self);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document)
    g_signal_connect_swapped (document, "state", G_CALLBACK (refresh), self);
  refresh (self);
}

/**
 * tl_purpose_bar_edit:
 * @self: a bar
 *
 * Lets the person type.
 */
void
tl_purpose_bar_edit (TlPurposeBar *self)
{
  const char *statement = self->document ? tl_document_study (self->document)->statement : NULL;

  if (!self->document || tl_purpose_bar_is_editing (self))
    return;
  tl_typed_begin (GTK_EDITABLE (self->entry), statement ? statement : "");
  gtk_stack_set_visible_child (self->stack, self->entry);
  gtk_widget_grab_focus (self->entry);
}

/**
 * tl_purpose_bar_set_large:
 * @self: a bar
 *
 * Makes it the first thing of a page: the whole statement, in large letters, and all that there is to say
 * about its words.
 */
void
tl_purpose_bar_set_large (TlPurposeBar *self)
{
  self->large = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  on_appearance (self);
  gtk_label_set_lines (self->label, -1);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_NONE);
  tl_word_hints_set_all (self->hints, TRUE);
}

/**
 * tl_purpose_bar_is_editing:
 * @self: a bar
 *
 * Returns: whether the purpose is being typed
 */
gboolean
tl_purpose_bar_is_editing (TlPurposeBar *self)
{
  return gtk_stack_get_visible_child (self->stack) == self->entry;
}
