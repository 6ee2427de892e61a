#include "app/saver.h"

#include "app/dialogs.h"
#include "app/recent.h"
#include "storage/study-file.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Each open question holds a reference. When the last has been answered without leading to another
 * one, it is known whether the study was saved. */
typedef struct
{
  GtkWindow *parent;
  TlDocument *document;
  TlSaved saved;
  gpointer data;
  gboolean is_saved;
  GFile *file; /* which is being written on another thread */
} Saving;

static void save_to (Saving *self, GFile *file, gboolean over_changes);

static void
saving_clear (gpointer data)
{
  Saving *self = data;

  if (self->saved)
    self->saved (self->is_saved, self->data);
  g_object_unref (self->document);
  g_object_unref (self->parent);
}

static void
saving_unref (gpointer data)
{
  g_rc_box_release_full (data, saving_clear);
}

static void
on_file (GFile *file, gpointer data)
{
  if (file)
    save_to (data, file, FALSE);
}

static char *
suggested_name (TlDocument *document)
{
  g_autofree char *title = tl_document_file_title (document);

  if (tl_document_file (document) && !tl_document_is_read_only (document))
    return g_file_get_basename (tl_document_file (document));
  return g_strconcat (title, ".throughline", NULL);
}

static void
ask_where (Saving *self)
{
  GFile *file = tl_document_file (self->document);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  g_autofree char *name = suggested_name (self->document);
  TlFileWish wish = {
    .title = _ ("Save the study"),
    .name = name,
    .suffix = ".throughline",
    .other_suffix = ".throughline.gz",
    .kind = _ ("Throughline studies"),
    .folder = folder,
  };

  tl_dialogs_save_file (self->parent, &wish, on_file, g_rc_box_acquire (self), saving_unref);
}

static void
on_reply (const char *reply, gpointer data)
{
  Saving *self = data;

  if (g_str_equal (reply, "elsewhere"))
    ask_where (self);
  else if (g_str_equal (reply, "over"))
    save_to (self, tl_document_file (self->document), TRUE);
}

static void
ask_after_change (Saving *self, const char *name)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "elsewhere", _ ("Save _As…"), ADW_RESPONSE_SUGGESTED },
    { "over", _ ("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };
  g_autofree char *heading = g_strdup_printf (_ ("“%s” was changed by somebody else"), name);

  tl_dialogs_ask (self->parent, heading,
                  _ ("The file is not as it was when you opened it. Overwriting it loses what the "
                     "others did; saving under another name keeps both."),
                  replies, on_reply, g_rc_box_acquire (self), saving_unref);
}

static void
ask_after_failure (Saving *self, const char *name, const GError *error)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "elsewhere", _ ("Save _As…"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };
  g_autofree char *heading = g_strdup_printf (_ ("“%s” could not be saved"), name);
  g_autofree char *body = NULL;

  body = g_strdup_printf (_ ("%s\n\nNothing is lost: your study is still open here."), error->message);
  tl_dialogs_ask (self->parent, heading, body, replies, on_reply, g_rc_box_acquire (self), saving_unref);
}

static void
tell (Saving *self, GFile *file, const GError *error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  self->is_saved = error == NULL;
  if (self->is_saved)
    tl_recent_add (file);
  else if (g_error_matches (error, TL_STORAGE_ERROR, TL_STORAGE_ERROR_CHANGED))
    ask_after_change (self, name);
  else
    ask_after_failure (self, name, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);
  g_autoptr (GError) error = NULL;

  tl_document_save_finish (self->document, result, &error);
  tell (self, file, error);
  saving_unref (self);
}

static void
save_to (Saving *self, GFile *file, gboolean over_changes)
{
  g_autoptr (GError) error = NULL;

  if (tl_document_saves_slowly (self->document))
    {
      self->file = g_object_ref (file);
      gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.say", "s", _ ("Saving…"));
      tl_document_save_async (self->document, file, over_changes, on_written, g_rc_box_acquire (self));
      return;
    }
  if (over_changes)
    tl_document_save_over (self->document, file, &error);
  else
    tl_document_save (self->document, file, &error);
  tell (self, file, error);
}

/**
 * tl_saver_save:
 * @parent: the window that asks
 * @document: what to save
 * @elsewhere: whether to ask where to, though it has a file
 * @saved: (nullable): called once, when it is saved or the person thought better of it
 * @data: for @saved
 *
 * Saves a study, asks what has to be asked, and says every failure in words.
 */
void
tl_saver_save (GtkWindow *parent, TlDocument *document, gboolean elsewhere, TlSaved saved, gpointer data)
{
  Saving *self = g_rc_box_new0 (Saving);

  *self = (Saving){ g_object_ref (parent), g_object_ref (document), saved, data, FALSE, NULL };
  if (elsewhere || !tl_document_file (document) || tl_document_is_read_only (document))
    ask_where (self);
  else
    save_to (self, tl_document_file (document), FALSE);
  saving_unref (self);
}
