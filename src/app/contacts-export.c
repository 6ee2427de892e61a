#include "app/contacts-export.h"

#include "app/dialogs.h"
#include "paint/contact-table.h"
#include "storage/safe-file.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWindow *parent;
  TlDocument *document;
  TlContactTableFlags flags;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->document);
  g_free (self);
}

static void
on_file (GFile *file, gpointer data)
{
  Export *self = data;
  g_autoptr (GBytes) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!file)
    return;
  table = tl_contacts_to_csv (tl_document_study (self->document), self->flags);
  if (!tl_safe_file_replace (file, table, NULL, NULL, &error))
    tl_dialogs_say (self->parent, _ ("The table could not be written"), error->message);
}

/**
 * tl_contacts_export_ask:
 * @parent: the window
 * @document: whose contacts
 * @without_words: whether what was said is left out, as it is private
 *
 * Asks where to, and writes the table there.
 */
void
tl_contacts_export_ask (GtkWindow *parent, TlDocument *document, gboolean without_words)
{
  Export *self = g_new0 (Export, 1);
  g_autofree char *study = tl_document_file_title (document);
  g_autofree char *name = g_strdup_printf (_ ("%s, contacts.csv"), study);
  TlFileWish wish = { .title = _ ("Export contacts"), .suffix = ".csv", .kind = _ ("Tables") };

  wish.name = name;
  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  self->flags = without_words ? TL_CONTACT_TABLE_WITHOUT_WORDS : TL_CONTACT_TABLE_ALL;
  tl_dialogs_save_file (parent, &wish, on_file, self, export_free);
}
