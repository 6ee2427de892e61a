#include "app/exporter.h"

#include "app/dialogs.h"
#include "storage/safe-file.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What was asked for last, for as long as the program runs. */
static TlPicture remembered = { TL_VIEW_FLOW, TL_EXPORT_WIDTH, TL_EXPORT_HEIGHT, FALSE };

/**
 * tl_exporter_usual_picture:
 * @view: what is exported
 *
 * Returns: size and colours as they were asked for last; 1280 × 720 and light at first
 */
TlPicture
tl_exporter_usual_picture (TlView view)
{
  TlPicture picture = remembered;

  picture.view = view;
  return picture;
}

/**
 * tl_exporter_remember:
 * @picture: what was asked for
 */
void
tl_exporter_remember (const TlPicture *picture)
{
  remembered = *picture;
}

/**
 * tl_exporter_bytes:
 * @document: what is exported
 * @picture: which view, how large and how dark
 * @format: as what
 * @error: return location for a #GError of #TL_EXPORT_ERROR
 *
 * Returns: (transfer full): the file's content, %NULL on error
 */
GBytes *
tl_exporter_bytes (TlDocument *document, const TlPicture *picture, TlFormat format, GError **error)
{
  TlTheme theme = { .dark = picture->dark, .high_contrast = FALSE, .scale = 1 };
  TlSubject subject;

  if (tl_view_needs_leverage (picture->view))
    tl_document_wait_for_leverage (document);
  tl_document_fill_subject (document, picture->view, &subject);
  subject.lens = picture->lens;
  return tl_export_bytes (picture->view, &subject, &theme, picture->width, picture->height, format, error);
}

/**
 * tl_exporter_write:
 * @document: what is exported
 * @picture: which view, how large and how dark
 * @format: as what
 * @file: where to; replaced as a whole or not at all
 * @error: return location for a #GError
 *
 * Returns: whether it is on the disk
 */
gboolean
tl_exporter_write (TlDocument *document, const TlPicture *picture, TlFormat format, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = tl_exporter_bytes (document, picture, format, error);

  return bytes && tl_safe_file_replace (file, bytes, NULL, NULL, error);
}

/**
 * tl_exporter_copy:
 * @document: what is exported
 * @picture: which view, how large and how dark
 * @clipboard: where to
 * @error: return location for a #GError
 *
 * Returns: whether the clipboard holds the picture
 */
gboolean
tl_exporter_copy (TlDocument *document, const TlPicture *picture, GdkClipboard *clipboard, GError **error)
{
  g_autoptr (GBytes) png = tl_exporter_bytes (document, picture, TL_FORMAT_PNG, error);
  g_autoptr (GdkTexture) texture = png ? gdk_texture_new_from_bytes (png, error) : NULL;

  if (!texture)
    return FALSE;
  gdk_clipboard_set_texture (clipboard, texture);
  return TRUE;
}

/* ---- asking where to ---- */

typedef struct
{
  GtkWindow *parent;
  TlDocument *document;
  TlPicture picture;
  TlFormat format;
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
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (!file)
    return;
  name = g_file_get_basename (file);
  if (tl_exporter_write (self->document, &self->picture, self->format, file, &error))
    {
      words = g_strdup_printf (_ ("Saved “%s”"), name);
      gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.say", "s", words);
      return;
    }
  words = g_strdup_printf (_ ("“%s” could not be saved"), name);
  tl_dialogs_say (self->parent, words, error->message);
}

/* "Housing repairs - capacity.png" */
static char *
suggested_name (TlDocument *document, TlView view, TlFormat format)
{
  g_autofree char *title = tl_document_file_title (document);

  return g_strdup_printf ("%s - %s.%s", title, tl_view_label (view), tl_format_suffix (format));
}

static const char *
kind_of_files (TlFormat format)
{
  switch (format)
    {
    case TL_FORMAT_PNG:
      return _ ("PNG pictures");
    case TL_FORMAT_SVG:
      return _ ("SVG pictures");
    case TL_FORMAT_PDF:
      return _ ("PDF documents");
    case TL_FORMAT_CSV:
      return _ ("CSV tables");
    case TL_N_FORMATS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_exporter_ask:
 * @parent: the window that asks
 * @document: what is exported
 * @picture: which view, how large and how dark
 * @format: as what
 *
 * Asks where to, writes the file, and says in @parent how it went.
 */
void
tl_exporter_ask (GtkWindow *parent, TlDocument *document, const TlPicture *picture, TlFormat format)
{
  g_autofree char *name = suggested_name (document, picture->view, format);
  g_autofree char *suffix = g_strconcat (".", tl_format_suffix (format), NULL);
  g_autoptr (GFile) folder = NULL;
  TlFileWish wish = {
    .title = format == TL_FORMAT_CSV ? _ ("Save the numbers") : _ ("Save the picture"),
    .name = name,
    .suffix = suffix,
    .kind = kind_of_files (format),
  };
  Export *export = g_new0 (Export, 1);

  if (tl_document_file (document))
    folder = g_file_get_parent (tl_document_file (document));
  wish.folder = folder;
  *export = (Export){ g_object_ref (parent), g_object_ref (document), *picture, format };
  tl_dialogs_save_file (parent, &wish, on_file, export, export_free);
}
