#include "app/prompt.h"
#include "app/typed-undo.h"

#include <string.h>

#include "app/whole-text.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* About as wide as what is answered. */
#define CHARS 18
#define CHARS_OF_WORDS 26

struct _TlPrompt
{
  GtkPopover parent_instance;
  GtkLabel *title_label;
  GtkLabel *first_label;
  GtkEntry *first_entry;
  GtkBox *first_picks;
  GtkLabel *second_label;
  GtkEntry *second_entry;
  GtkBox *second_picks;
  GtkWidget *suggestions_scroll;
  GtkListBox *suggestions;
  GtkLabel *error_label;
  GtkLabel *hint_label;
  TlAnswered answered;
  TlTaken taken;
  gpointer data;
  char *asked;  /* what the first entry held to begin with */
  char *preset; /* and the second */
  char *given;  /* what the prompt itself wrote there last */
  char *hint;
};

G_DEFINE_FINAL_TYPE (TlPrompt, tl_prompt, GTK_TYPE_POPOVER)

static gboolean
has_suggestions (TlPrompt *self)
{
  return gtk_widget_get_visible (self->suggestions_scroll);
}

/* What was typed into the first entry without what answers the second. What nobody has changed is taken as it is. */
static char *
read_first (TlPrompt *self, char **second)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->first_entry));

  *second = NULL;
  if (!self->taken || g_str_equal (typed, self->asked))
    return g_strdup (typed);
  return self->taken (typed, second, self->data);
}

static char *
name_typed (TlPrompt *self)
{
  g_autofree char *second = NULL;

  return read_first (self, &second);
}

/* Letters in any case, anywhere in the name: "visit" finds "Visit and fix". */
static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  TlPrompt *self = data;
  g_autofree char *typed = name_typed (self);
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  g_autofree char *needle = g_utf8_casefold (typed, -1);
  g_autofree char *hay = g_utf8_casefold (name, -1);

  return strstr (hay, needle) != NULL;
}

/* How well a name is what was typed: 2 the same, 1 it begins so, 0 it has it somewhere. */
static int
closeness (TlPrompt *self, GtkListBoxRow *row)
{
  g_autofree char *typed = name_typed (self);
  g_autofree char *wanted = g_utf8_casefold (typed, -1);
  g_autofree char *name = g_utf8_casefold (g_object_get_data (G_OBJECT (row), "name"), -1);

  return strcmp (name, wanted) == 0 ? 2 : g_str_has_prefix (name, wanted) ? 1 : 0;
}

/* Who types "visit" means "Visit", though "Book a visit" stands before it. */
static GtkListBoxRow *
best_match (TlPrompt *self)
{
  GtkListBoxRow *row, *best = NULL;
  int closest = -1;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->suggestions, i)); i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && closeness (self, row) > closest)
      {
        best = row;
        closest = closeness (self, row);
      }
  return best;
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static void
show_error (TlPrompt *self, const char *message)
{
  gtk_label_set_text (self->error_label, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), message != NULL);
}

static void
answer (TlPrompt *self, GtkListBoxRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *typed = read_first (self, &taken);
  gboolean has_second = gtk_widget_get_visible (GTK_WIDGET (self->second_entry));
  const char *second = has_second ? gtk_editable_get_text (GTK_EDITABLE (self->second_entry)) : taken;
  const char *first = row ? g_object_get_data (G_OBJECT (row), "name") : typed;
  int index = row ? gtk_list_box_row_get_index (row) : -1;

  if (self->answered (first, second ? second : "", index, self->data, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    show_error (self, error->message);
}

static void
on_activate (TlPrompt *self, GtkWidget *widget)
{
  answer (self, has_suggestions (self) ? gtk_list_box_get_selected_row (self->suggestions) : NULL);
}

static void
on_cancel (TlPrompt *self, GtkButton *button)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* As a label will read: "yes · 40 %". */
static void
show_taken_as_hint (TlPrompt *self, const char *first, const char *second)
{
  g_autofree char *words = second && *first ? g_strdup_printf ("%s · %s", first, second) : NULL;

  set_label (self->hint_label, words ? words : second ? second : self->hint);
}

/* What was typed behind a name goes where it belongs, unless somebody has typed there already. */
static void
show_taken (TlPrompt *self)
{
  GtkEditable *entry = GTK_EDITABLE (self->second_entry);
  g_autofree char *second = NULL;
  g_autofree char *first = read_first (self, &second);

  if (!gtk_widget_get_visible (GTK_WIDGET (entry)))
    {
      show_taken_as_hint (self, first, second);
      return;
    }
  if (!g_str_equal (gtk_editable_get_text (entry), self->given))
    return;
  g_free (self->given);
  self->given = g_strdup (second ? second : self->preset);
  gtk_editable_set_text (entry, self->given);
}

static void
on_changed (TlPrompt *self, GtkEntry *entry)
{
  g_autofree char *typed = name_typed (self);

  show_error (self, NULL);
  if (self->taken)
    show_taken (self);
  if (!has_suggestions (self))
    return;
  gtk_list_box_invalidate_filter (self->suggestions);
  gtk_list_box_select_row (self->suggestions, *typed ? best_match (self) : NULL);
}

/* With a second entry a click fills the first; without one it is the answer. */
static void
on_row_activated (TlPrompt *self, GtkListBoxRow *row, GtkListBox *list)
{
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  TlTaken taken = self->taken;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->second_entry)))
    {
      answer (self, row);
      return;
    }
  /* What was typed behind a part of the name stays where it is. */
  self->taken = NULL;
  gtk_editable_set_text (GTK_EDITABLE (self->first_entry), name);
  self->taken = taken;
  gtk_list_box_select_row (self->suggestions, row);
  gtk_widget_grab_focus (GTK_WIDGET (self->second_entry));
}

static void
move_selection (TlPrompt *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->suggestions);
  int at = row ? gtk_list_box_row_get_index (row) : by > 0 ? -1 : 0;

  while ((row = gtk_list_box_get_row_at_index (self->suggestions, at += by)))
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        gtk_list_box_select_row (self->suggestions, row);
        return;
      }
}

static gboolean
on_key (TlPrompt *self, guint key, guint code, GdkModifierType state, GtkEventController *controller)
{
  if (!has_suggestions (self) || (key != GDK_KEY_Down && key != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  move_selection (self, key == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
add_suggestions (TlPrompt *self, const char *const *names)
{
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->suggestions, 0)))
    gtk_list_box_remove (self->suggestions, GTK_WIDGET (old));
  for (guint i = 0; names && names[i]; i++)
    {
      GtkWidget *label = gtk_label_new (names[i]);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
      tl_whole_text_of_label (GTK_LABEL (label));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_widget_set_focusable (row, FALSE);
      g_object_set_data_full (G_OBJECT (row), "name", g_strdup (names[i]), g_free);
      gtk_list_box_append (self->suggestions, row);
    }
  gtk_widget_set_visible (self->suggestions_scroll, names && names[0]);
}

static void
on_pick (GtkButton *button, GtkEntry *entry)
{
  const char *pick = g_object_get_data (G_OBJECT (button), "pick");

  gtk_editable_set_text (GTK_EDITABLE (entry), pick);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

/* Buttons that fill @entry. They leave the keyboard where it is. */
static void
add_picks (GtkBox *box, GtkEntry *entry, const char *const *picks)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, old);
  for (guint i = 0; picks && picks[i]; i++)
    {
      /* Translators: a button that leaves an answer empty: "the rest". */
      GtkWidget *button = gtk_button_new_with_label (*picks[i] ? picks[i] : _ ("rest"));

      gtk_widget_set_focusable (button, FALSE);
      gtk_widget_set_hexpand (button, TRUE);
      g_object_set_data (G_OBJECT (button), "pick", (gpointer) picks[i]);
      g_signal_connect (button, "clicked", G_CALLBACK (on_pick), entry);
      gtk_box_append (box, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), picks != NULL);
}

/* How much wider the popover is than what it holds. */
static int
border (TlPrompt *self)
{
  GtkWidget *contents = gtk_widget_get_parent (gtk_popover_get_child (GTK_POPOVER (self)));
  int inner, outer, natural, baseline, natural_baseline;

  gtk_widget_measure (contents, GTK_ORIENTATION_HORIZONTAL, -1, &inner, NULL, NULL, NULL);
  GTK_WIDGET_CLASS (tl_prompt_parent_class)
      ->measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &outer, &natural, &baseline, &natural_baseline);
  return outer - inner;
}

/* GTK 4.8 asks how high the contents of a popover are for the width of the popover, with its shadow: what goes on in
 * another line without that is then cut off at the bottom. */
static void
tl_prompt_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (0, for_size - border (TL_PROMPT (widget)));
  GTK_WIDGET_CLASS (tl_prompt_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
tl_prompt_dispose (GObject *object)
{
  TlPrompt *self = TL_PROMPT (object);

  self->taken = NULL;
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->preset, g_free);
  g_clear_pointer (&self->given, g_free);
  g_clear_pointer (&self->hint, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PROMPT);
  G_OBJECT_CLASS (tl_prompt_parent_class)->dispose (object);
}

static void
tl_prompt_class_init (TlPromptClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_prompt_dispose;
  widget_class->measure = tl_prompt_measure;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/prompt.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, title_label);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, first_label);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, first_entry);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, first_picks);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, second_label);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, second_entry);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, second_picks);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, suggestions_scroll);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, suggestions);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, error_label);
  gtk_widget_class_bind_template_child (widget_class, TlPrompt, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
tl_prompt_init (TlPrompt *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->suggestions, matches, self, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * tl_prompt_new:
 *
 * Returns: (transfer floating): a popover; give it a parent with gtk_widget_set_parent()
 */
TlPrompt *
tl_prompt_new (void)
{
  return g_object_new (TL_TYPE_PROMPT, NULL);
}

static void
set_text (char **text, const char *to)
{
  g_free (*text);
  *text = g_strdup (to ? to : "");
}

static void
remember (TlPrompt *self, const TlQuestion *question)
{
  set_text (&self->asked, question->first_text);
  set_text (&self->preset, question->second_text);
  set_text (&self->given, question->second_text);
  set_text (&self->hint, question->hint);
}

/**
 * tl_prompt_ask:
 * @self: a prompt that points to where it shall stand
 * @question: what to ask; copied
 * @answered: called when Enter is pressed, or a suggestion is clicked
 * @data: for @answered; must live as long as the prompt is up
 *
 * Shows the question. Escape, or a click elsewhere, leaves it unanswered.
 */
void
tl_prompt_ask (TlPrompt *self, const TlQuestion *question, TlAnswered answered, gpointer data)
{
  self->answered = answered;
  self->taken = NULL; /* until all is filled in */
  self->data = data;
  remember (self, question);
  add_suggestions (self, question->suggestions);
  set_label (self->title_label, question->title);
  set_label (self->hint_label, question->hint);
  set_label (self->first_label, question->first_label);
  set_label (self->second_label, question->second_label);
  gtk_widget_set_visible (GTK_WIDGET (self->second_entry), question->second_label != NULL);
  tl_typed_begin (GTK_EDITABLE (self->first_entry), question->first_text ? question->first_text : "");
  tl_typed_begin (GTK_EDITABLE (self->second_entry), question->second_text ? question->second_text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->first_entry),
                                question->taken && !question->second_label ? CHARS_OF_WORDS : CHARS);
  add_picks (self->first_picks, self->first_entry, question->first_picks);
  add_picks (self->second_picks, self->second_entry, question->second_picks);
  gtk_entry_set_placeholder_text (self->first_entry, question->first_hint);
  gtk_entry_set_placeholder_text (self->second_entry, question->second_hint);
  self->taken = question->taken;
  show_error (self, NULL);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->first_entry));
}
