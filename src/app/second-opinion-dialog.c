#include "app/second-opinion-dialog.h"

#include "analysis/agreement.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlSecondOpinionDialog
{
  AdwWindow parent_instance;
  GtkStack *stages;
  GtkSpinButton *size;
  GtkLabel *before; /* what is known to begin with */
  GtkWidget *begin_button;
  GtkLabel *progress;
  GtkLabel *words;
  GtkWidget *back_button;
  GtkLabel *result;
  GtkWidget *disputed_button;
  TlDocument *document;
  GPtrArray *sample; /* (element-type TlContact): held */
  guint at;
  TlShowDisputed show;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (TlSecondOpinionDialog, tl_second_opinion_dialog, ADW_TYPE_WINDOW)

static TlStudy *
study_of (TlSecondOpinionDialog *self)
{
  return tl_document_study (self->document);
}

/* The same study draws the same contacts, so that who breaks off can go on: what its contacts are judged to be is
 * no part of it, but which there are is. */
static guint32
seed_of (TlStudy *study)
{
  guint32 seed = study->title ? g_str_hash (study->title) : 1;

  if (study->contacts->len > 0)
    seed ^= g_str_hash (TL_ITEM (study->contacts->pdata[0])->id) * 31;
  return seed;
}

/* ---- the end ---- */

static void
show_result (TlSecondOpinionDialog *self)
{
  TlAgreement agreement;
  g_autofree char *said = NULL;

  tl_agreement_compute (study_of (self), &agreement);
  said = tl_agreement_describe (&agreement);
  gtk_label_set_label (self->result, said);
  gtk_widget_set_visible (self->disputed_button, agreement.agreed < agreement.n);
  gtk_stack_set_visible_child_name (self->stages, "result");
}

static void
on_disputed (TlSecondOpinionDialog *self)
{
  self->show (self->data);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- one contact after the other ---- */

static void
show_contact (TlSecondOpinionDialog *self)
{
  const TlContact *contact;
  g_autofree char *progress = NULL;

  if (self->at >= self->sample->len)
    {
      show_result (self);
      return;
    }
  contact = self->sample->pdata[self->at];
  progress = g_strdup_printf (_ ("%u of %u"), self->at + 1, self->sample->len);
  gtk_label_set_label (self->progress, progress);
  gtk_label_set_label (self->words, contact->words);
  gtk_widget_set_sensitive (self->back_button, self->at > 0);
}

static void
judge (TlSecondOpinionDialog *self, TlContactKind kind)
{
  TlHistory *history = tl_document_history (self->document);
  TlContact *contact;
  g_autofree char *gesture = g_strdup_printf ("second opinion %p", (void *) self);

  if (self->at >= self->sample->len)
    return;
  contact = self->sample->pdata[self->at++];
  tl_history_begin (history, _ ("Give a second opinion"), gesture);
  tl_history_apply (history, tl_edit_new_set_choice (contact, "second-opinion", (int) kind));
  tl_history_end (history);
  show_contact (self);
}

static void
judge_value (TlSecondOpinionDialog *self)
{
  judge (self, TL_CONTACT_VALUE);
}

static void
judge_failure (TlSecondOpinionDialog *self)
{
  judge (self, TL_CONTACT_FAILURE);
}

static void
judge_unsure (TlSecondOpinionDialog *self)
{
  judge (self, TL_CONTACT_UNSURE);
}

static void
go_back (TlSecondOpinionDialog *self)
{
  if (self->at > 0)
    self->at--;
  show_contact (self);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, TlSecondOpinionDialog *self)
{
  static const struct
  {
    guint key;
    void (*run) (TlSecondOpinionDialog *);
  } meanings[] = { { GDK_KEY_v, judge_value },
                   { GDK_KEY_f, judge_failure },
                   { GDK_KEY_u, judge_unsure },
                   { GDK_KEY_BackSpace, go_back } };

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stages), "contact")
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].key == gdk_keyval_to_lower (key))
      {
        meanings[i].run (self);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* ---- the beginning ---- */

static gpointer
hold (gconstpointer contact, gpointer data)
{
  return tl_item_ref ((gpointer) contact);
}

static void
on_begin (TlSecondOpinionDialog *self)
{
  TlStudy *study = study_of (self);
  guint size = (guint) gtk_spin_button_get_value_as_int (self->size);
  g_autoptr (GPtrArray) sample = tl_contacts_sample (study, size, seed_of (study));

  g_clear_pointer (&self->sample, g_ptr_array_unref);
  self->sample = g_ptr_array_copy (sample, hold, NULL);
  g_ptr_array_set_free_func (self->sample, tl_item_unref);
  self->at = 0;
  gtk_stack_set_visible_child_name (self->stages, "contact");
  show_contact (self);
}

static void
begin_with (TlSecondOpinionDialog *self)
{
  g_autoptr (GPtrArray) all = tl_contacts_sample (study_of (self), G_MAXUINT, 1);
  TlAgreement agreement;
  g_autofree char *known = NULL;

  tl_agreement_compute (study_of (self), &agreement);
  known = all->len > 0 ? tl_agreement_describe (&agreement)
                       : g_strdup (_ ("There is no contact yet that is judged and says something. Judge some first."));
  gtk_label_set_label (self->before, known);
  gtk_widget_set_sensitive (self->begin_button, all->len > 0 && !tl_document_is_read_only (self->document));
  gtk_spin_button_set_range (self->size, MIN (all->len, 1), MAX (all->len, 1));
  gtk_spin_button_set_value (self->size, MIN (all->len, 50));
  gtk_widget_set_visible (self->disputed_button, FALSE);
}

static void
tl_second_opinion_dialog_dispose (GObject *object)
{
  TlSecondOpinionDialog *self = TL_SECOND_OPINION_DIALOG (object);

  g_clear_pointer (&self->sample, g_ptr_array_unref);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_SECOND_OPINION_DIALOG);
  G_OBJECT_CLASS (tl_second_opinion_dialog_parent_class)->dispose (object);
}

static void
tl_second_opinion_dialog_class_init (TlSecondOpinionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_second_opinion_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/second-opinion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, stages);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, size);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, before);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, begin_button);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, words);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, result);
  gtk_widget_class_bind_template_child (widget_class, TlSecondOpinionDialog, disputed_button);
  gtk_widget_class_bind_template_callback (widget_class, on_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_disputed);
  gtk_widget_class_bind_template_callback (widget_class, judge_value);
  gtk_widget_class_bind_template_callback (widget_class, judge_failure);
  gtk_widget_class_bind_template_callback (widget_class, judge_unsure);
  gtk_widget_class_bind_template_callback (widget_class, go_back);
  gtk_widget_class_bind_template_callback (widget_class, show_result);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_second_opinion_dialog_init (TlSecondOpinionDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * tl_second_opinion_dialog_new:
 * @parent: the window
 * @document: whose contacts are judged again
 * @show: called when the person wants to see on which the two differ
 * @data: for @show
 *
 * What is said is kept with each contact at once, so that nothing is lost where somebody breaks off.
 *
 * Returns: (transfer none): a dialog, to be presented
 */
TlSecondOpinionDialog *
tl_second_opinion_dialog_new (GtkWindow *parent, TlDocument *document, TlShowDisputed show, gpointer data)
{
  TlSecondOpinionDialog *self
      = g_object_new (TL_TYPE_SECOND_OPINION_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->document = g_object_ref (document);
  self->show = show;
  self->data = data;
  begin_with (self);
  return self;
}
