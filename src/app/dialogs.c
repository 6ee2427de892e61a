#include "app/dialogs.h"

#include <string.h>

#include "app/settings.h"
#include "storage/file-name.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* ---- files ---- */

/* A native chooser belongs to nobody, so it is kept alive here until it answers. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWindow *parent;
  char *suffix;
  char *other_suffix;
  TlFileChosen chosen;
  gpointer data;
  GDestroyNotify destroy;
} FileQuestion;

static void
file_question_free (gpointer data)
{
  FileQuestion *self = data;

  if (self->destroy)
    self->destroy (self->data);
  g_object_unref (self->chooser);
  g_clear_weak_pointer (&self->parent);
  g_free (self->suffix);
  g_free (self->other_suffix);
  g_free (self);
}

static GFile *
remembered_folder (void)
{
  g_autofree char *uri = NULL;

  if (!tl_settings_get ())
    return NULL;
  uri = g_settings_get_string (tl_settings_get (), "last-folder");
  return *uri ? g_file_new_for_uri (uri) : NULL;
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = NULL;

  if (!folder || !tl_settings_get ())
    return;
  uri = g_file_get_uri (folder);
  g_settings_set_string (tl_settings_get (), "last-folder", uri);
}

static void
finish_file (FileQuestion *self, GFile *file)
{
  if (file)
    remember_folder (file);
  self->chosen (file, self->data);
  file_question_free (self);
}

/* The chooser has asked about the name that was typed, not about the one with the ending. */
typedef struct
{
  FileQuestion *question;
  GFile *file;
} Replacement;

static void
replacement_free (gpointer data)
{
  Replacement *self = data;

  if (self->question)
    finish_file (self->question, NULL);
  g_object_unref (self->file);
  g_free (self);
}

static void
on_replace (const char *reply, gpointer data)
{
  Replacement *self = data;

  if (g_str_equal (reply, "replace"))
    finish_file (g_steal_pointer (&self->question), self->file);
}

static void
ask_to_replace (FileQuestion *question, GFile *file)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), shown);
  Replacement *replacement = g_new0 (Replacement, 1);

  replacement->question = question;
  replacement->file = g_object_ref (file);
  tl_dialogs_ask (question->parent, heading, _ ("There is a file of that name already."), replies, on_replace,
                  replacement, replacement_free);
}

static void
take_file (FileQuestion *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) better = NULL;

  whole = self->suffix && folder ? tl_file_name_with_ending (name, self->suffix, self->other_suffix) : g_strdup (name);
  if (g_str_equal (whole, name))
    {
      finish_file (self, file);
      return;
    }
  better = g_file_get_child (folder, whole);
  if (g_file_query_exists (better, NULL))
    ask_to_replace (self, better);
  else
    finish_file (self, better);
}

static void
on_file_response (GtkNativeDialog *chooser, int response, gpointer data)
{
  FileQuestion *self = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file)
    take_file (self, file);
  else
    finish_file (self, NULL);
}

static void
add_filter (GtkFileChooser *chooser, const char *kind, const char *suffix, const char *other_suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autofree char *pattern = g_strconcat ("*", suffix, NULL);

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_pattern (filter, pattern);
  if (other_suffix)
    {
      g_autofree char *other = g_strconcat ("*", other_suffix, NULL);
      gtk_file_filter_add_pattern (filter, other);
    }
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
run_chooser (GtkFileChooserNative *chooser, GtkWindow *parent, GFile *folder, const FileQuestion *question)
{
  FileQuestion *self = g_memdup2 (question, sizeof *question);
  g_autoptr (GFile) remembered = folder ? NULL : remembered_folder ();

  self->chooser = chooser;
  g_set_weak_pointer (&self->parent, parent);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (folder || remembered)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder ? folder : remembered, NULL);
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

typedef struct
{
  const char *title;
  const char *kind;
  const char *suffix;
  const char *other_suffix;
} FileKind;

static void
open_file (GtkWindow *parent, const FileKind *kind, const FileQuestion *question)
{
  FileQuestion asked = *question;
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (kind->title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (chooser), kind->kind, kind->suffix, kind->other_suffix);
  run_chooser (chooser, parent, NULL, &asked);
}

/**
 * tl_dialogs_open_study:
 * @parent: the window that asks
 * @chosen: called once, with the file or %NULL
 * @data: (transfer full): for @chosen
 * @destroy: (nullable): frees @data
 *
 * Asks which study to open.
 */
void
tl_dialogs_open_study (GtkWindow *parent, TlFileChosen chosen, gpointer data, GDestroyNotify destroy)
{
  const FileKind kind = { _ ("Open a study"), _ ("Throughline studies"), ".throughline", ".throughline.gz" };
  const FileQuestion question = { .chosen = chosen, .data = data, .destroy = destroy };

  open_file (parent, &kind, &question);
}

/**
 * tl_dialogs_open_table:
 * @parent: the window that asks
 * @chosen: called once, with the file or %NULL
 * @data: (transfer full): for @chosen
 * @destroy: (nullable): frees @data
 *
 * Asks which table to read.
 */
void
tl_dialogs_open_table (GtkWindow *parent, TlFileChosen chosen, gpointer data, GDestroyNotify destroy)
{
  const FileKind kind = { _ ("Open a table"), _ ("CSV tables"), ".csv", ".txt" };
  const FileQuestion question = { .chosen = chosen, .data = data, .destroy = destroy };

  open_file (parent, &kind, &question);
}

/**
 * tl_dialogs_save_file:
 * @parent: the window that asks
 * @wish: what is to be saved
 * @chosen: called once, with the file or %NULL
 * @data: (transfer full): for @chosen
 * @destroy: (nullable): frees @data
 *
 * Asks where to save something, and before a file is replaced.
 */
void
tl_dialogs_save_file (GtkWindow *parent,
                      const TlFileWish *wish,
                      TlFileChosen chosen,
                      gpointer data,
                      GDestroyNotify destroy)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (wish->title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  FileQuestion question = { .chosen = chosen, .data = data, .destroy = destroy };

  question.suffix = g_strdup (wish->suffix);
  question.other_suffix = g_strdup (wish->other_suffix);
  add_filter (GTK_FILE_CHOOSER (chooser), wish->kind, wish->suffix, wish->other_suffix);
  if (wish->name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), wish->name);
  run_chooser (chooser, parent, wish->folder, &question);
}

/* ---- questions ---- */

typedef struct
{
  TlReplied replied;
  gpointer data;
  GDestroyNotify destroy;
  GtkEditable *entry;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  if (self->destroy)
    self->destroy (self->data);
  g_free (self);
}

static void
on_reply (AdwMessageDialog *dialog, const char *id, gpointer data)
{
  Question *self = data;

  if (self->replied)
    self->replied (id, self->data);
}

static AdwMessageDialog *
build_question (GtkWindow *parent, const char *heading, const char *body, const TlReply *replies)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  const TlReply *last = replies;

  for (const TlReply *reply = replies; reply->id; reply++)
    {
      adw_message_dialog_add_response (dialog, reply->id, reply->label);
      adw_message_dialog_set_response_appearance (dialog, reply->id, reply->appearance);
      last = reply;
    }
  adw_message_dialog_set_close_response (dialog, replies->id);
  /* What destroys something is never one careless Enter away. */
  adw_message_dialog_set_default_response (dialog,
                                           last->appearance == ADW_RESPONSE_DESTRUCTIVE ? replies->id : last->id);
  return dialog;
}

/**
 * tl_dialogs_ask:
 * @parent: (nullable): the window that asks
 * @heading: the question
 * @body: more words
 * @replies: (array zero-terminated=1): buttons; the first is what Escape says, the last what Enter
 *   says unless it destroys something
 * @replied: (nullable): called with the id of the button
 * @data: (transfer full): for @replied
 * @destroy: (nullable): frees @data, also where the dialog goes without an answer
 */
void
tl_dialogs_ask (GtkWindow *parent,
                const char *heading,
                const char *body,
                const TlReply *replies,
                TlReplied replied,
                gpointer data,
                GDestroyNotify destroy)
{
  AdwMessageDialog *dialog = build_question (parent, heading, body, replies);
  Question *question = g_new0 (Question, 1);

  *question = (Question){ replied, data, destroy, NULL };
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_reply), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_named (AdwMessageDialog *dialog, const char *id, gpointer data)
{
  Question *self = data;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (g_str_equal (id, "accept") && *name)
    self->replied (name, self->data);
}

/**
 * tl_dialogs_ask_name:
 * @parent: the window that asks
 * @heading: what is to be named
 * @label: of the entry
 * @accept: on the button, with a mnemonic
 * @named: called with the name, unless the person thought better of it
 * @data: (transfer full): for @named
 * @destroy: (nullable): frees @data
 */
void
tl_dialogs_ask_name (GtkWindow *parent,
                     const char *heading,
                     const char *label,
                     const char *accept,
                     TlReplied named,
                     gpointer data,
                     GDestroyNotify destroy)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "accept", accept, ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  AdwMessageDialog *dialog = build_question (parent, heading, NULL, replies);
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new0 (Question, 1);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  *question = (Question){ named, data, destroy, GTK_EDITABLE (entry) };
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_named), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

typedef struct
{
  TlTwoAnswered answered;
  gpointer data;
  GDestroyNotify destroy;
  AdwMessageDialog *dialog;
  GtkWidget *first;
  GtkWidget *second;
} TwoQuestion;

static void
two_question_free (gpointer data, GClosure *closure)
{
  TwoQuestion *self = data;

  if (self->destroy)
    self->destroy (self->data);
  g_free (self);
}

static char *
typed_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
on_two_typed (TwoQuestion *self)
{
  g_autofree char *first = typed_text (self->first);

  adw_message_dialog_set_response_enabled (self->dialog, "accept", *first != '\0');
}

static void
on_two_answered (AdwMessageDialog *dialog, const char *id, gpointer data)
{
  TwoQuestion *self = data;
  g_autofree char *first = typed_text (self->first);
  g_autofree char *second = typed_text (self->second);

  if (g_str_equal (id, "accept") && *first)
    self->answered (first, *second ? second : NULL, self->data);
}

static GtkWidget *
add_entry (GtkWidget *box, const char *label, const char *text)
{
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text ? text : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/**
 * tl_dialogs_ask_two:
 * @parent: the window that asks
 * @entries: what is asked
 * @answered: called with both texts, unless the person thought better of it
 * @data: (transfer full): for @answered
 * @destroy: (nullable): frees @data
 */
void
tl_dialogs_ask_two (GtkWindow *parent,
                    const TlTwoEntries *entries,
                    TlTwoAnswered answered,
                    gpointer data,
                    GDestroyNotify destroy)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "accept", entries->accept, ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  AdwMessageDialog *dialog = build_question (parent, entries->heading, entries->body, replies);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  TwoQuestion *question = g_new0 (TwoQuestion, 1);

  *question = (TwoQuestion){ answered,
                             data,
                             destroy,
                             dialog,
                             add_entry (box, entries->first_label, entries->first_text),
                             add_entry (box, entries->second_label, entries->second_text) };
  gtk_widget_set_size_request (box, 420, -1);
  adw_message_dialog_set_extra_child (dialog, box);
  g_signal_connect_swapped (question->first, "changed", G_CALLBACK (on_two_typed), question);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_two_answered), question, two_question_free, 0);
  on_two_typed (question);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entries->at_second ? question->second : question->first);
}

/* Errors are good sentences of their own, so some begin as the heading does: that is said once. */
static char *
without_heading (const char *body, const char *heading)
{
  const char *rest = body;
  g_autofree char *first = NULL;

  if (!g_str_has_prefix (body, heading))
    return g_strdup (body);
  rest += strlen (heading);
  rest += strspn (rest, ":. ");
  if (!*rest)
    return g_strdup ("");
  first = g_utf8_strup (rest, (gssize) (g_utf8_next_char (rest) - rest));
  return g_strconcat (first, g_utf8_next_char (rest), NULL);
}

/**
 * tl_dialogs_say:
 * @parent: (nullable): the window
 * @heading: what happened
 * @body: why, and what can be done
 */
void
tl_dialogs_say (GtkWindow *parent, const char *heading, const char *body)
{
  const TlReply replies[] = {
    { "close", _ ("_Close"), ADW_RESPONSE_DEFAULT },
    { NULL },
  };
  g_autofree char *more = without_heading (body, heading);

  tl_dialogs_ask (parent, heading, more, replies, NULL, NULL, NULL);
}

/**
 * tl_dialogs_show_about:
 * @parent: the window
 */
void
tl_dialogs_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent, "application-name", "Throughline", "application-icon", TL_APP_ID, "version",
                         TL_VERSION, "developer-name", _ ("The Throughline authors"), "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Study your service as a system, against its purpose in the "
                            "customer’s words."),
                         NULL);
}
