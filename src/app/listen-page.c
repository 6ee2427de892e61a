#include "app/listen-page.h"

#include <adwaita.h>
#include <math.h>

#include "analysis/contact-tally.h"
#include "app/class-badge.h"
#include "app/type-chips.h"
#include "paint/kind-look.h"
#include "paint/words.h"
#include "study/listening.h"
#include "study/quantity.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* How often the clock of minutes is looked at, in milliseconds. */
#define TICK 1000

typedef struct
{
  TlContactKind kind;
  const char *label;
  const char *style;
  guint key;
} Kind;

/* The letters are the keys, in every language, as on the canvas. */
static const Kind kinds[] = {
  { TL_CONTACT_VALUE, N_ ("Value"), "value-class", GDK_KEY_v },
  { TL_CONTACT_FAILURE, N_ ("Failure"), "failure-class", GDK_KEY_f },
  { TL_CONTACT_UNSURE, N_ ("Not sure"), "no-class", GDK_KEY_u },
};

enum
{
  FIELD_MINUTES,
  FIELD_CHANNEL,
  FIELD_PLACE,
  FIELD_LISTENER,
  N_FIELDS,
};

static const struct
{
  const char *name;
  const char *label;
} field_words[N_FIELDS] = {
  { "minutes", N_ ("Minutes") },
  { "channel", N_ ("How it came") },
  { "place", N_ ("Where it was heard") },
  { "listener", N_ ("Who listens (initials)") },
};

/* What is counted at the top: each kind, then the hours. */
#define N_COUNTS (TL_N_JUDGEMENTS + 1)

struct _TlListenPage
{
  GtkWidget parent_instance;
  GtkWidget *scroll;
  GtkFlowBox *counts;
  GtkTextView *words;
  GtkWidget *hint;
  GtkBox *kinds;
  TlTypeChips *chips;
  GtkFlowBox *fields;
  GtkWidget *done;
  GtkLabel *last;
  GtkWidget *keep;
  GtkWidget *kind_buttons[G_N_ELEMENTS (kinds)];
  GtkWidget *entries[N_FIELDS];
  GtkLabel *numbers[N_COUNTS];
  TlDocument *document;
  TlListening *listening;
  gboolean filling; /* fields change because the contact has, not because a person types */
  guint tick;
};

G_DEFINE_FINAL_TYPE (TlListenPage, tl_listen_page, GTK_TYPE_WIDGET)

static GDateTime *
local_time (gpointer data)
{
  return g_date_time_new_now_local ();
}

static char *
words_text (TlListenPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* ---- what is shown ---- */

static void
show_counts (TlListenPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  TlContactTally tally = tl_contact_tally_of_day (tl_document_study (self->document), day);
  g_autofree char *hours = g_strdup_printf ("%.1f", tl_contact_tally_minutes (&tally) / 60);

  for (int i = 0; i < TL_N_JUDGEMENTS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", tally.contacts[i]);

      gtk_label_set_text (self->numbers[i], number);
    }
  gtk_label_set_text (self->numbers[TL_N_JUDGEMENTS], hours);
}

static void
show_kind (TlListenPage *self)
{
  TlContactKind kind = self->listening ? tl_listening_kind (self->listening) : TL_CONTACT_AS_DEMAND;

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kind_buttons[i]), kinds[i].kind == kind);
  self->filling = FALSE;
}

/* The clock's minutes stand in the empty field: typing there corrects them. */
static void
show_minutes (TlListenPage *self)
{
  double minutes = self->listening ? tl_listening_minutes (self->listening) : (double) NAN;
  g_autofree char *number = isnan (minutes) ? NULL : tl_words_number (minutes);
  g_autofree char *words = number ? g_strdup_printf (_ ("%s by the clock"), number) : NULL;

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[FIELD_MINUTES]), words ? words : _ ("by the clock"));
}

static void
clear_fields (TlListenPage *self)
{
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words), "", 0);
  gtk_editable_set_text (GTK_EDITABLE (self->entries[FIELD_MINUTES]), "");
  gtk_widget_remove_css_class (self->entries[FIELD_MINUTES], "error");
  tl_type_chips_set_chosen (self->chips, NULL);
  self->filling = FALSE;
  gtk_widget_show (self->hint);
  show_kind (self);
  show_minutes (self);
}

static gboolean
on_tick (gpointer data)
{
  show_minutes (data);
  return G_SOURCE_CONTINUE;
}

/* ---- what is done ---- */

static void
keep (TlListenPage *self)
{
  g_autofree char *words = words_text (self);
  g_autofree char *said = NULL;

  if (!self->listening || !tl_listening_keep (self->listening))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* Translators: the words of a contact. */
  said = *words ? g_strdup_printf (_ ("Kept: “%s”. Ctrl+Z takes it back."), words)
                : g_strdup (_ ("Kept, without words. Ctrl+Z takes it back."));
  g_strdelimit (said, "\n", ' ');
  gtk_label_set_text (self->last, said);
  clear_fields (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
on_words (TlListenPage *self)
{
  g_autofree char *words = words_text (self);

  gtk_widget_set_visible (self->hint, !*words);
  if (self->filling || !self->listening)
    return;
  tl_listening_write (self->listening, words);
  show_minutes (self);
}

/* A second press takes the judgement back. */
static void
judge (TlListenPage *self, TlContactKind kind)
{
  if (!self->listening)
    return;
  tl_listening_judge (self->listening, tl_listening_kind (self->listening) == kind ? TL_CONTACT_AS_DEMAND : kind);
  show_kind (self);
}

static void
on_kind (TlListenPage *self, GtkWidget *button)
{
  for (guint i = 0; !self->filling && i < G_N_ELEMENTS (kinds); i++)
    if (self->kind_buttons[i] == button)
      {
        judge (self, kinds[i].kind);
        gtk_widget_grab_focus (GTK_WIDGET (self->words));
        return;
      }
}

static void
on_chosen (TlListenPage *self, TlDemand *demand)
{
  if (!self->listening)
    return;
  tl_listening_choose (self->listening, demand);
  show_kind (self);
  if (!demand)
    return;
  tl_type_chips_set_chosen (self->chips, demand);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

/* "4" and "4m" are minutes, "1h" is an hour. What can't be read leaves the clock's. */
static void
on_minutes (TlListenPage *self, GtkEditable *entry)
{
  g_autoptr (GError) error = NULL;
  double minutes = (double) NAN;

  if (self->filling || !self->listening)
    return;
  tl_minutes_parse (gtk_editable_get_text (entry), &minutes, &error);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error ? error->message : NULL);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  tl_listening_set_minutes (self->listening, error ? (double) NAN : minutes);
  show_minutes (self);
}

static void
on_field (TlListenPage *self, GtkEditable *entry)
{
  for (int i = FIELD_CHANNEL; !self->filling && self->listening && i < N_FIELDS; i++)
    if (self->entries[i] == GTK_WIDGET (entry))
      tl_listening_set_text (self->listening, field_words[i].name, gtk_editable_get_text (entry));
}

/* ---- keys ---- */

static gboolean
on_words_key (TlListenPage *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  keep (self);
  return GDK_EVENT_STOP;
}

static gboolean
take_alt_key (TlListenPage *self, guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].key == key)
      {
        judge (self, kinds[i].kind);
        return GDK_EVENT_STOP;
      }
  if (key == GDK_KEY_t)
    return gtk_widget_grab_focus (GTK_WIDGET (self->chips));
  if (key == GDK_KEY_m)
    return gtk_widget_grab_focus (self->entries[FIELD_MINUTES]);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_key (TlListenPage *self, guint key, guint code, GdkModifierType state)
{
  GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Escape && mods == 0)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.listen", NULL);
  return mods == GDK_ALT_MASK ? take_alt_key (self, gdk_keyval_to_lower (key)) : GDK_EVENT_PROPAGATE;
}

/* ---- following the document ---- */

/* An undo has taken the words away from under the fingers: they are not in the study any more. */
static void
on_edited (TlListenPage *self, guint scope)
{
  g_autofree char *words = words_text (self);

  if (*words && self->listening && !tl_listening_draft (self->listening))
    {
      gtk_label_set_text (self->last, _ ("Taken back. Ctrl+Shift+Z brings it again."));
      clear_fields (self);
    }
  else if ((scope & TL_SCOPE_STRUCTURE) && self->listening)
    tl_type_chips_refresh (self->chips);
}

/* As the last contact says that says anything. */
static const char *
last_said (TlStudy *study, const char *field)
{
  const TlField *row = tl_item_field (TL_ITEM_CONTACT, field);

  for (guint i = study->contacts->len; i-- > 0;)
    {
      const char *text = G_STRUCT_MEMBER (char *, g_ptr_array_index (study->contacts, i), row->offset);

      if (text)
        return text;
    }
  return "";
}

static void
begin (TlListenPage *self)
{
  self->listening = tl_listening_new (tl_document_history (self->document), local_time, NULL);
  tl_type_chips_set_document (self->chips, self->document);
  for (int i = FIELD_CHANNEL; i < N_FIELDS; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[i]),
                           last_said (tl_document_study (self->document), field_words[i].name));
  g_signal_connect_swapped (self->document, "edited", G_CALLBACK (on_edited), self);
  g_signal_connect_swapped (self->document, "numbers", G_CALLBACK (show_counts), self);
  gtk_label_set_text (self->last, "");
  clear_fields (self);
  show_counts (self);
  self->tick = g_timeout_add (TICK, on_tick, self);
}

/* What is half written stays in the study, as a contact. */
static void
end (TlListenPage *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_pointer (&self->listening, tl_listening_free);
  g_clear_object (&self->document);
}

/* ---- the class ---- */

static gboolean
tl_listen_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_LISTEN_PAGE (widget)->words));
}

static void
tl_listen_page_dispose (GObject *object)
{
  end (TL_LISTEN_PAGE (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_LISTEN_PAGE);
  G_OBJECT_CLASS (tl_listen_page_parent_class)->dispose (object);
}

static void
tl_listen_page_class_init (TlListenPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_listen_page_dispose;
  widget_class->grab_focus = tl_listen_page_grab_focus;
  g_type_ensure (TL_TYPE_TYPE_CHIPS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "listenpage");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/listen-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, counts);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, words);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, hint);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, chips);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, fields);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, done);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, last);
  gtk_widget_class_bind_template_child (widget_class, TlListenPage, keep);
}

static void
append_unfocused (GtkFlowBox *box, GtkWidget *child)
{
  gtk_flow_box_append (box, child);
  gtk_widget_set_focusable (gtk_widget_get_parent (child), FALSE);
}

static void
add_count (TlListenPage *self, int index, const char *words, gboolean badge)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *number = gtk_label_new ("0");
  GtkWidget *label = gtk_label_new (words);

  self->numbers[index] = GTK_LABEL (number);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  if (badge)
    {
      GtkWidget *mark = tl_class_badge_new ();

      tl_class_badge_set_bucket (TL_CLASS_BADGE (mark), tl_judged_bucket ((TlContactKind) index));
      gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), mark);
    }
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (line, "listen-count");
  gtk_widget_add_css_class (label, "dim-label");
  append_unfocused (self->counts, box);
}

static void
build_counts (TlListenPage *self)
{
  add_count (self, TL_CONTACT_VALUE, _ ("value today"), TRUE);
  add_count (self, TL_CONTACT_FAILURE, _ ("failure today"), TRUE);
  add_count (self, TL_CONTACT_UNSURE, _ ("not sure"), TRUE);
  add_count (self, TL_CONTACT_AS_DEMAND, _ ("not yet judged"), TRUE);
  add_count (self, TL_N_JUDGEMENTS, _ ("hours today"), FALSE);
}

/* Read from the back row the three side by side would be wider than many a screen. */
static void
let_wrap (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

static void
build_kinds (TlListenPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      /* Translators: what a contact is, and the key that says so. */
      g_autofree char *words
          = g_strdup_printf (_ ("%s (Alt+%c)"), _ (kinds[i].label), (char) g_ascii_toupper ((char) kinds[i].key));
      GtkWidget *button = gtk_toggle_button_new_with_label (words);
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

      /* Its key goes below the word rather than the last button out of the window. */
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
      self->kind_buttons[i] = button;
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_widget_add_css_class (button, kinds[i].style);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_kind), self);
      let_wrap (button);
      gtk_box_append (self->kinds, button);
    }
}

static void
build_fields (TlListenPage *self)
{
  for (int i = 0; i < N_FIELDS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *label = gtk_label_new (_ (field_words[i].label));

      self->entries[i] = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[i]), 10);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->entries[i]), FALSE);
      gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entries[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (field_words[i].label), -1);
      g_signal_connect_swapped (self->entries[i], "changed",
                                i == FIELD_MINUTES ? G_CALLBACK (on_minutes) : G_CALLBACK (on_field), self);
      g_signal_connect_swapped (self->entries[i], "activate", G_CALLBACK (gtk_widget_grab_focus), self);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), self->entries[i]);
      append_unfocused (self->fields, box);
    }
}

static void
add_keys (TlListenPage *self)
{
  GtkEventController *words = gtk_event_controller_key_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (words, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (words, "key-pressed", G_CALLBACK (on_words_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->words), words);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
tl_listen_page_init (TlListenPage *self)
{
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  build_counts (self);
  build_kinds (self);
  build_fields (self);
  buffer = gtk_text_view_get_buffer (self->words);
  /* The history undoes, not the field. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (on_words), self);
  g_signal_connect_swapped (self->chips, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep), self);
  add_keys (self);
}

/**
 * tl_listen_page_new:
 *
 * Returns: (transfer floating): a page on which nobody listens yet
 */
GtkWidget *
tl_listen_page_new (void)
{
  return g_object_new (TL_TYPE_LISTEN_PAGE, NULL);
}

/**
 * tl_listen_page_set_document:
 * @self: a page
 * @document: (nullable): into whose study is written; %NULL when listening is over
 */
void
tl_listen_page_set_document (TlListenPage *self, TlDocument *document)
{
  if (document == self->document)
    return;
  end (self);
  if (!document)
    return;
  self->document = g_object_ref (document);
  begin (self);
}
