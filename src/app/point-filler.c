#include "app/point-filler.h"

#include <string.h>

#include "app/dialogs.h"
#include "storage/point-import.h"
#include "study/measure-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* So many rows that can't be read are told one by one. */
#define MOST_PROBLEMS 12

typedef struct
{
  GtkWindow *parent;
  TlDocument *document;
  TlMeasure *measure;
  GBytes *bytes;
} Filling;

static Filling *
filling_new (GtkWindow *parent, TlDocument *document, GBytes *bytes)
{
  Filling *self = g_new0 (Filling, 1);

  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  self->measure = (TlMeasure *) tl_item_ref (tl_document_measure (document));
  self->bytes = bytes ? g_bytes_ref (bytes) : NULL;
  return self;
}

static void
filling_free (gpointer data)
{
  Filling *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->document);
  tl_item_unref (self->measure);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static char *
describe_problems (const TlPointBatch *batch)
{
  GString *text = g_string_new (NULL);
  guint told = MIN (batch->problems->len, MOST_PROBLEMS);
  guint left = batch->problems->len - told;

  for (guint i = 0; i < told; i++)
    {
      const TlFileProblem *problem = g_ptr_array_index (batch->problems, i);

      /* Translators: the number of a line, and what is wrong with it */
      g_string_append_printf (text, _ ("Line %d: %s"), (int) problem->line, problem->message);
      g_string_append_c (text, '\n');
    }
  if (left > 0)
    g_string_append_printf (text, ngettext ("and %u more line", "and %u more lines", left), left);
  return g_string_free (text, FALSE);
}

static void
tell (Filling *self, const TlPointBatch *batch)
{
  guint added = batch->points->len;
  guint bad = batch->problems->len;
  g_autofree char *done = g_strdup_printf (ngettext ("Added %u value", "Added %u values", added), added);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (bad == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.say", "s",
                                  added > 0 ? done : _ ("There are no values in it"));
      return;
    }
  /* Translators: "Added 36 values", and how many lines were left out */
  heading
      = g_strdup_printf (ngettext ("%s; %u line could not be read", "%s; %u lines could not be read", bad), done, bad);
  body = describe_problems (batch);
  tl_dialogs_say (self->parent, heading, body);
}

static void fill (Filling *self, TlDateOrder dates);

static void
on_order (const char *reply, gpointer data)
{
  if (!g_str_equal (reply, "cancel"))
    fill (data, g_str_equal (reply, "day") ? TL_DATES_DAY_FIRST : TL_DATES_MONTH_FIRST);
}

static void
ask_order (Filling *self)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "month", _ ("_Month First"), ADW_RESPONSE_DEFAULT },
    { "day", _ ("_Day First"), ADW_RESPONSE_SUGGESTED },
    { NULL },
  };

  tl_dialogs_ask (self->parent, _ ("Which comes first in these dates?"),
                  _ ("03/04/2026 may be the 3rd of April or the 4th of March, and nothing here tells."), replies,
                  on_order, filling_new (self->parent, self->document, self->bytes), filling_free);
}

static void
fill (Filling *self, TlDateOrder dates)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPointBatch) batch = tl_points_import (self->bytes, dates, &error);

  if (!batch)
    {
      tl_dialogs_say (self->parent, _ ("These values can't be read"), error->message);
      return;
    }
  if (batch->unsure_dates)
    {
      ask_order (self);
      return;
    }
  if (batch->points->len > 0 && self->measure->item.parent)
    tl_measure_add_points (tl_document_history (self->document), self->measure, batch->points);
  tell (self, batch);
}

static void
on_clipboard (GObject *source, GAsyncResult *result, gpointer data)
{
  Filling *self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text && *text)
    {
      self->bytes = g_bytes_new (text, strlen (text));
      fill (self, TL_DATES_UNKNOWN);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.say", "s", _ ("The clipboard holds no text"));
  filling_free (self);
}

/**
 * tl_point_filler_paste:
 * @parent: the window
 * @document: whose measure that is shown gets the values
 *
 * From the clipboard, as a spreadsheet puts them there.
 */
void
tl_point_filler_paste (GtkWindow *parent, TlDocument *document)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), NULL, on_clipboard,
                                 filling_new (parent, document, NULL));
}

static void
on_file (GFile *file, gpointer data)
{
  Filling *self = data;
  g_autoptr (GError) error = NULL;

  if (!file)
    return;
  self->bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (self->bytes)
    fill (self, TL_DATES_UNKNOWN);
  else
    tl_dialogs_say (self->parent, _ ("This file can't be read"), error->message);
}

/**
 * tl_point_filler_open:
 * @parent: the window
 * @document: whose measure that is shown gets the values
 *
 * From a file that a person chooses.
 */
void
tl_point_filler_open (GtkWindow *parent, TlDocument *document)
{
  tl_dialogs_open_table (parent, on_file, filling_new (parent, document, NULL), filling_free);
}
